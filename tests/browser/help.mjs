// Help inside a product, on another origin than the site: `node help.mjs SITE_DIR`, a site with `[api] help = true` in English, Hebrew
// and German, whose IDs 1 and 2 open an article and several. The product's pages allow nothing inline, and elements from text by the
// script's policy only. Prints what is wrong, as [{"page","what"}…].

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { launch, mount } from "./serve.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node help.mjs SITE_DIR");
  process.exit(2);
}

/** A server that calls `answer` with the path and the response; its origin. */
async function listen(answer) {
  const server = createServer((request, response) => answer(new URL(request.url, "http://localhost").pathname, response));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

/** The site, open to other origins or not. */
const site = (headers) => listen((path, response) => {
  const file = join(resolve(folder), decodeURIComponent(path.slice(mount.length)));
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404, headers).end();
  const type = { ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" }[extname(file)] ?? "text/html";
  response.writeHead(200, { "content-type": type, ...headers });
  createReadStream(file).pipe(response);
});
const open = await site({ "access-control-allow-origin": "*" });
const closed = await site({});

/** The pages of the product, by name: language, element, site, and whether text becomes elements by a policy only. */
const link = (id) => `<a href="${open.origin}${mount}open/${id}/">Help</a>`;
const element = (id, more = "") => `<faqtory-help id="${id}"${more}>${link(id)}</faqtory-help>`;
const pages = {
  english: ["en", element(1), open],
  hebrew: ["he", element(1), open],
  "hebrew by attribute": ["en", element(1, ' locale="he-IL"'), open],
  fallback: ["de", element(1), open],
  several: ["en-GB", element(2), open],
  unknown: ["en", element("nope"), open],
  inherited: ["en", element("constructor"), open],
  closed: ["en", element(1), closed],
  "no policy": ["en", element(1), open, "none"],
};
const product = await listen((path, response) => {
  const [lang, body, from, policies = "faqtory-help"] = pages[decodeURIComponent(path.slice(1))] ?? [];
  if (!lang) return response.writeHead(404).end();
  const policy = `default-src 'none'; script-src ${from.origin}; connect-src ${from.origin}; img-src ${from.origin}; `
    + `base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types ${policies === "none" ? "'none'" : policies}`;
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy });
  response.end(`<!doctype html><html lang="${lang}" dir="${lang === "he" ? "rtl" : "ltr"}"><title>Product</title>
<script src="${from.origin}${mount}faqtory-help.js" defer></script><main><h1>Product</h1>${body}</main>`);
});

const browser = await chromium.launch(launch);
const findings = [];

/** Opens a page of the product and waits until its element has shown something or has failed. */
async function visit(name, look) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, bypassCSP: false });
  const page = await context.newPage();
  const report = (what) => findings.push({ page: name, what });
  page.on("pageerror", (error) => report(`error: ${error.message}`));
  await page.addInitScript(() => {
    globalThis.broken = [];
    globalThis.ended = [];
    document.addEventListener("securitypolicyviolation", (event) => globalThis.broken.push(event.violatedDirective));
    for (const kind of ["load", "error"]) {
      document.addEventListener(kind, (event) => { if (event.target.localName === "faqtory-help") globalThis.ended.push(kind); }, true);
    }
  });
  await page.goto(`${product.origin}/${encodeURIComponent(name)}`, { waitUntil: "load" });
  await page.waitForFunction(() => globalThis.ended.length > 0
    && [...document.querySelector("faqtory-help").shadowRoot?.querySelectorAll("img") ?? []].every((image) => image.complete));
  const seen = await page.evaluate(() => {
    const help = document.querySelector("faqtory-help");
    const root = help.shadowRoot;
    const article = root?.querySelector("article");
    return {
      article: article && { lang: article.lang, dir: article.dir, direction: getComputedStyle(article).direction },
      title: root?.querySelector("h2")?.textContent,
      notice: root?.querySelector(".notice")?.textContent,
      items: [...root?.querySelectorAll("li > a[target]") ?? []].map((link) => link.textContent),
      addresses: [...root?.querySelectorAll("a, img") ?? []].map((node) => node.href || node.src),
      images: [...root?.querySelectorAll("img") ?? []].every((image) => image.complete && image.naturalWidth > 0),
      odd: [...root?.querySelectorAll("*") ?? []].filter((node) => /^(script|style|iframe|form)$/.test(node.localName)
        || node.getAttributeNames().some((attribute) => /^on|^style$/.test(attribute))).map((node) => node.outerHTML),
      link: help.querySelector("a").checkVisibility(),
      sideways: document.scrollingElement.scrollWidth > innerWidth,
      border: article && [...root.querySelectorAll("pre")].some((pre) => getComputedStyle(pre).overflowX === "auto"),
      broken: globalThis.broken,
      ended: globalThis.ended,
    };
  });
  if (seen.sideways) report("the page scrolls sideways");
  if (seen.odd.length) report(`left in the article: ${seen.odd}`);
  for (const address of seen.addresses) if (!address.startsWith(open.origin) && !/^(mailto|https):/.test(address)) report(`leads to ${address}`);
  const expect = (holds, what) => { if (!holds) report(`${what}: ${JSON.stringify(seen)}`); };
  look(seen, expect);
  await context.close();
}

const isShown = (seen) => seen.article && seen.link === false && seen.broken.length === 0 && seen.images && seen.border;
const isLink = (seen) => !seen.article && seen.link && seen.ended.includes("error");
await visit("english", (seen, expect) => {
  expect(isShown(seen) && seen.article.lang === "en-US" && !seen.notice, "the article");
});
for (const name of ["hebrew", "hebrew by attribute"]) {
  await visit(name, (seen, expect) => {
    expect(isShown(seen) && seen.article.lang === "he-IL" && seen.article.direction === "rtl", "the translation");
    expect(/[\u0590-\u05ff]/.test(seen.notice), "a machine translation does not say so");
  });
}
await visit("fallback", (seen, expect) => {
  expect(isShown(seen) && seen.article.lang === "en-US" && /English/i.test(seen.notice ?? "") , "a fallback does not say so");
});
await visit("several", (seen, expect) => expect(!seen.article && !seen.link && seen.items.length === 2, "the titles of several"));
for (const name of ["unknown", "inherited", "closed", "no policy"]) {
  await visit(name, (seen, expect) => expect(isLink(seen), "the link"));
}

// Another ID, another language, and none: the element follows, and what it shows is sound for assistive technology.
{
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${product.origin}/english`);
  const title = () => page.locator("faqtory-help h2").textContent();
  const help = page.locator("faqtory-help");
  const before = await title();
  await help.evaluate((node) => new Promise((done) => { node.addEventListener("load", done, { once: true }); node.setAttribute("locale", "he"); }));
  if ((await title()) === before) findings.push({ page: "english", what: "the article does not follow the locale" });
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const rule of violations) findings.push({ page: "axe", what: `${rule.id}: ${rule.nodes.map((node) => node.html)}` });
  await help.evaluate((node) => new Promise((done) => { node.addEventListener("error", done, { once: true }); node.id = "none"; }));
  if (!(await page.locator("faqtory-help > a").isVisible())) findings.push({ page: "english", what: "the link does not come back" });
  await context.close();
}

await browser.close();
for (const { server } of [open, closed, product]) server.close();
console.log(JSON.stringify(findings));
process.exit(0);
