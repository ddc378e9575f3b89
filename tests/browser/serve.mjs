// A finished site on a server of this computer, and how the browser is started. What is not there is answered by its 404 page.

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { createGzip } from "node:zlib";

// A site must work below any path; its 404 pages only below the one they were built for.
export const mount = "/docs/";
const types = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".ico": "image/x-icon", ".js": "text/javascript",
  ".json": "application/json", ".png": "image/png", ".svg": "image/svg+xml", ".xml": "application/xml",
};
export const launch = {
  executablePath: process.env.FAQTORY_CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
  ],
};

/** The file of the site that a request means, or none. */
function requested(site, url) {
  let path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  path = path.startsWith(mount) ? path.slice(mount.length) : path.slice(1);
  const file = normalize(join(site, path.endsWith("/") || path === "" ? `${path}index.html` : path));
  if (!file.startsWith(site + sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** Serves the folder `site` on this computer, at the root and below `mount`. */
export async function serve(site) {
  const server = createServer((request, response) => {
    let file = requested(site, request.url);
    const status = file ? 200 : 404;
    file ||= requested(site, "/404.html");
    if (!file) return response.writeHead(status).end();
    const type = types[extname(file)] ?? "application/octet-stream";
    const content = createReadStream(file);
    // Text is packed, as hosts do.
    if (!/^(text|application\/json)|xml/.test(type)) {
      response.writeHead(status, { "content-type": type });
      return content.pipe(response);
    }
    response.writeHead(status, { "content-type": type, "content-encoding": "gzip" });
    content.pipe(createGzip()).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}
