// Looks at pages of a finished site in Chromium: `node check.mjs SITE_DIR PAGE…`, a page being a path below SITE_DIR, or with `~`
// before it a page of a sample: looked at once, in one of the four looks, and by nothing else.
//
// Prints {"checked":[page…],"findings":[{"page","where","what"}…]}. Exit code 0: nothing found, 1: something, 2: could
// not run. It writes nothing, and nothing it opens may leave this computer.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { keyboard } from "./keyboard.mjs";
import { launch, mount, serve } from "./serve.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// The second set is what a careful author does beyond the standard.
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const looks = ["light", "dark"].flatMap((colorScheme) => [360, 1280].map((width) => ({ colorScheme, width })));
// Pages that are looked at side by side: as many as there are processors on a small machine.
const side = 3;

/** Opens a page, calls `look`, and hands what it returns and what the browser complained of to `report`. */
async function visit(context, url, allowed, report, look) {
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const isOfAnotherHost = message.text().startsWith("Failed to load") && !message.location().url.startsWith(allowed);
    // What the request to another host tells already.
    if (!isOfAnotherHost) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  // Nothing is found outside this computer; see `launch`.
  page.on("request", (request) => {
    const target = request.url();
    if (!target.startsWith(allowed) && !target.startsWith("data:")) complaints.push(`asks another host: ${target}`);
  });
  try {
    // The chooser and pages of custom IDs lead on at once, unless the reader comes from the site.
    const referer = allowed.startsWith("http") ? `${allowed}${mount}from` : undefined;
    await page.goto(url, { referer, waitUntil: "load" });
    report(await look(page, complaints));
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
    found.push(`lang ${html.lang || "none"} is not a tag`);
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
  const result = await page.evaluate((values) => globalThis.axe.run(document, {
    runOnly: { type: "tag", values }, resultTypes: ["violations"],
  }), tags);
  return result.violations.flatMap((rule) =>
    rule.nodes.map((node) => `axe ${rule.id}: ${node.target.join(" ")}: ${node.failureSummary ?? rule.help}`.replace(/\s+/g, " ")),
  );
}

async function sideways(page) {
  const scrolls = await page.evaluate(() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth);
  return scrolls ? ["scrolls sideways"] : [];
}

/** Text twice as large, as a reader's setting makes it. */
async function large(page) {
  await page.setViewportSize({ width: 640, height: 800 });
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  const found = await sideways(page);
  await page.evaluate(() => { document.documentElement.style.fontSize = ""; });
  return found;
}

/** What scripts do once a page is drawn is done behind two frames. */
const drawn = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** All that is looked at with scripts on, in one tab. */
async function inTab(page, looks, slug, report) {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await drawn(page);
    const found = [...(await page.evaluate(structure, slug)), ...(await sideways(page)), ...(await violations(page))];
    report(`${colorScheme}, ${width} px`, found);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  report("320 px", await sideways(page));
  report("text at 200 %", await large(page));
}

async function check(contexts, site, origin, given, number, found) {
  const isSample = given.startsWith("~");
  const name = given.replace("~", "");
  const isNotFound = name.endsWith("404.html");
  const path = name.split("/").map(encodeURIComponent).join("/").replace(/(^|\/)index\.html$/, "$1");
  const url = origin + (isNotFound ? "/" : mount) + path;
  const first = name.split("/")[0];
  const slug = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(first) && name.includes("/") ? first : "";
  const report = (where, what) => found(name, where, what);
  if (isSample) {
    const look = [looks[number % looks.length]];
    return visit(contexts.plain, url, origin, (what) => report("sample", what), async (page) => {
      await inTab(page, look, slug, report);
      return [];
    });
  }
  await visit(contexts.plain, url, origin, (what) => report("light, 1280 px", what), async (page, complaints) => {
    await inTab(page, looks, slug, report);
    report("keyboard", await keyboard(page));
    // The browser's complaint is what is wanted here.
    const before = complaints.length;
    const ran = await page.evaluate(injection);
    complaints.splice(before);
    report("injected script", ran ? ["it ran: the Content-Security-Policy does not hold"] : []);
    return [];
  });
  await visit(contexts.scriptless, url, origin, (what) => report("without script", what), async (page) =>
    (await page.locator("h1").first().isVisible()) ? [] : ["h1 is not visible"]);
  if (!isNotFound) {
    const file = pathToFileURL(join(site, name)).href;
    await visit(contexts.plain, file, "file:", (what) => report("file:", what), (page) => page.evaluate(structure, ""));
  }
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
const contexts = {
  plain: await browser.newContext({ reducedMotion: "reduce" }),
  scriptless: await browser.newContext({ javaScriptEnabled: false }),
};
const found = (page, where, what) => findings.push(...what.map((line) => ({ page, where, what: line })));
const waiting = pages.map((name, number) => [name, number]);
const work = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await check(contexts, site, origin, ...next, found);
};
await Promise.all(Array.from({ length: side }, work));
await browser.close();
server.close();
// In the order of the pages, however many were looked at side by side.
const order = new Map(pages.map((name, number) => [name.replace("~", ""), number]));
findings.sort((one, other) => order.get(one.page) - order.get(other.page));
console.log(JSON.stringify({ checked: pages, findings }));
process.exitCode = findings.length > 0 ? 1 : 0;
