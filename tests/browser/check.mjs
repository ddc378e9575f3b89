// Looks at pages of a finished site in Chromium: `node check.mjs SITE_DIR PAGE…`, a page being a path below SITE_DIR.
//
// Prints {"checked":[page…],"findings":[{"page","where","what"}…]}. Exit code 0: nothing found, 1: something, 2: could
// not run. It writes nothing, and nothing it opens may leave this computer.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { launch, mount, serve } from "./serve.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// The second set is what a careful author does beyond the standard.
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Opens a page, calls `look`, and hands what it returns and what the browser complained of to `report`. */
async function visit(context, url, allowed, report, look) {
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  await page.route("**/*", (route) => {
    const target = route.request().url();
    if (target.startsWith(allowed) || target.startsWith("data:")) return route.continue();
    complaints.push(`asks another host: ${target}`);
    return route.abort();
  });
  try {
    // The chooser and pages of custom IDs lead on at once, unless the reader comes from the site.
    const referer = allowed.startsWith("http") ? `${allowed}${mount}from` : undefined;
    await page.goto(url, { referer, waitUntil: "load" });
    report(await look(page));
  } catch (error) {
    report([`cannot be looked at: ${error.message}`]);
  }
  report(complaints);
  await page.close();
}

/** Rules that axe has not, or has in a weaker form. Runs in the page. */
function structure(slug) {
  const found = [];
  const html = document.documentElement;
  const count = document.querySelectorAll("h1").length;
  if (count !== 1) found.push(`${count} h1 elements`);
  if (slug && html.lang.toLowerCase() !== slug) found.push(`lang ${html.lang} in the folder ${slug}`);
  try {
    const locale = new Intl.Locale(html.lang);
    const direction = (locale.getTextInfo?.() ?? locale.textInfo)?.direction;
    if (direction && html.dir !== direction) found.push(`dir ${html.dir || "none"}, but ${html.lang} is ${direction}`);
  } catch {
    found.push(`lang ${html.lang || "none"} is no tag`);
  }
  return found;
}

/** Whether the page lets a script run that was written into it. Runs in the page. */
function injection() {
  const script = document.createElement("script");
  script.textContent = "window.injected = true";
  document.body.append(script);
  const image = document.createElement("img");
  image.setAttribute("onerror", "window.injected = true");
  image.src = "data:,";
  document.body.append(image);
  return new Promise((done) => setTimeout(() => done(window.injected === true), 100));
}

async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: "tag", values } }), tags);
  return result.violations.flatMap((rule) =>
    rule.nodes.map((node) => `axe ${rule.id}: ${node.target.join(" ")}: ${node.failureSummary ?? rule.help}`.replace(/\s+/g, " ")),
  );
}

const scrolls = () => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth;

async function check(browser, site, origin, name, found) {
  const isNotFound = name.endsWith("404.html");
  const path = name.split("/").map(encodeURIComponent).join("/").replace(/(^|\/)index\.html$/, "$1");
  const url = origin + (isNotFound ? "/" : mount) + path;
  const first = name.split("/")[0];
  const slug = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(first) && name.includes("/") ? first : "";
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, reducedMotion: "reduce" });
      const report = (what) => found(name, `${colorScheme}, ${width} px`, what);
      await visit(context, url, origin, report, async (page) => [
        ...(await page.evaluate(structure, slug)),
        ...((await page.evaluate(scrolls)) ? ["scrolls sideways"] : []),
        ...(await violations(page)),
      ]);
      await context.close();
    }
  }
  const narrow = await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: "reduce" });
  await visit(narrow, url, origin, (what) => found(name, "320 px", what), async (page) =>
    (await page.evaluate(scrolls)) ? ["scrolls sideways"] : []);
  // The browser's complaint is what is wanted here.
  const injected = (what) => found(name, "injected script", what.filter((line) => !line.startsWith("console: ")));
  await visit(narrow, url, origin, injected, async (page) =>
    (await page.evaluate(injection)) ? ["it ran: the Content-Security-Policy does not hold"] : []);
  await narrow.close();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  await visit(plain, url, origin, (what) => found(name, "without script", what), async (page) =>
    (await page.locator("h1").first().isVisible()) ? [] : ["h1 is not visible"]);
  if (!isNotFound) {
    const file = pathToFileURL(join(site, name)).href;
    const context = await browser.newContext();
    await visit(context, file, "file:", (what) => found(name, "file:", what), (page) => page.evaluate(structure, ""));
    await context.close();
  }
  await plain.close();
}

const [folder, ...pages] = process.argv.slice(2);
if (!folder || pages.length === 0) {
  console.error("usage: node check.mjs SITE_DIR PAGE…");
  process.exit(2);
}
const site = resolve(folder);
const findings = [];
const { server, origin } = await serve(site);
const browser = await chromium.launch(launch).catch((error) => {
  console.error(`cannot start ${launch.executablePath}: ${error.message}`);
  process.exit(2);
});
for (const name of pages) {
  await check(browser, site, origin, name, (page, where, what) => findings.push(...what.map((line) => ({ page, where, what: line }))));
}
await browser.close();
server.close();
console.log(JSON.stringify({ checked: pages, findings }));
process.exitCode = findings.length > 0 ? 1 : 0;
