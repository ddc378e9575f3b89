// What stands around articles, as readers of seven languages see it: `node furniture.mjs SITE_DIR PAGE…`, pages of a site whose
// articles have announcements of three kinds (over, of today, to come), feedback and a large image. Every page is laid out at five
// widths, and looked at by axe in one of ten looks, so that each kind of page is seen in many.
//
// Prints [{"page","what"}…]: what is wrong with the page, its announcements, or the image that is seen larger.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { launch, mount, serve } from "./serve.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const widths = [320, 360, 768, 1280, 1920];
const schemes = ["light", "dark"];

/** Layout shifts from the first byte on. Runs in the page, before anything else. */
function watch() {
  globalThis.moved = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.moved += entry.value; }).observe({ type: "layout-shift", buffered: true });
}

async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }), tags);
  return result.violations.flatMap((rule) => rule.nodes.map((node) => `axe ${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`.replace(/\s+/g, " ")));
}

/** Which announcements are seen, by their last days. */
const announced = (page) =>
  page.evaluate(() => [...document.querySelectorAll(".announcements li")].filter((item) => item.checkVisibility()).map((item) => item.dataset.until));

/** An image that is shown smaller than it is opens by keyboard, and Esc leads back to it. */
async function image(page, report) {
  const link = page.locator("a.lightbox").first();
  await link.waitFor();
  await link.focus();
  await page.keyboard.press("Enter");
  const large = page.locator("dialog[open] img");
  await large.waitFor();
  await page.waitForFunction(() => document.querySelector("dialog img").complete);
  const [inside, outside] = await page.evaluate(() => ["dialog img", ".text img"].map((name) => document.querySelector(name).getBoundingClientRect().width));
  if (inside < outside * 1.2) report(`the image is ${inside} px wide, in the text ${outside} px`);
  for (const what of await violations(page)) report(`image: ${what}`);
  const inDialog = await page.evaluate(() => document.activeElement.closest("dialog") !== null);
  if (!inDialog) report("the focus is not in what lies over the page");
  await page.keyboard.press("Escape");
  await large.waitFor({ state: "detached" });
  const isBack = await page.evaluate(() => document.activeElement.matches("a.lightbox"));
  if (!isBack) report("the focus does not come back to the image");
}

/** The choice of light or dark holds. */
async function theme(page, report) {
  const choice = page.locator(".theme select");
  await choice.selectOption("dark");
  const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  if (scheme !== "dark") report(`dark was chosen, and it is ${scheme}`);
  await choice.selectOption("");
}

const [folder, ...pages] = process.argv.slice(2);
if (!folder || pages.length === 0) {
  console.error("usage: node furniture.mjs SITE_DIR PAGE…");
  process.exit(2);
}
const { server, origin } = await serve(resolve(folder));
const browser = await chromium.launch(launch);
const context = await browser.newContext({ reducedMotion: "reduce" });
await context.addInitScript(watch);
const scriptless = await browser.newContext({ javaScriptEnabled: false });
const findings = [];
const page = await context.newPage();
const plain = await scriptless.newPage();
let complaints = [];
page.on("console", (message) => { if (message.type() === "error") complaints.push(`console: ${message.text()}`); });
page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
for (const [number, name] of pages.entries()) {
  const report = (what) => findings.push({ page: name, what });
  const isNotFound = name.endsWith("404.html");
  const url = origin + (isNotFound ? "/" : mount) + name.split("/").map(encodeURIComponent).join("/").replace(/(^|\/)index\.html$/, "$1");
  const look = { width: widths[number % widths.length], colorScheme: schemes[Math.floor(number / widths.length) % schemes.length] };
  complaints = [];
  await page.emulateMedia({ colorScheme: look.colorScheme });
  await page.setViewportSize({ width: look.width, height: 800 });
  await page.goto(url, { referer: `${origin}${mount}from`, waitUntil: "load" });
  const moved = await page.evaluate(() => globalThis.moved);
  if (moved > 0) report(`it moves by ${moved} at ${look.width} px`);
  for (const what of await violations(page)) report(`${look.colorScheme}, ${look.width} px: ${what}`);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const scrolls = await page.evaluate(() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth);
    if (scrolls) report(`scrolls sideways at ${width} px`);
  }
  const seen = await announced(page);
  if (seen.join() !== "2999-12-31") report(`announces ${seen.join() || "nothing"}`);
  await plain.goto(url, { waitUntil: "load" });
  const all = await plain.locator(".announcements li").count();
  if (all !== 3 || !(await plain.locator(".announcements li").last().isVisible())) report(`announces ${all} without a script`);
  if (await page.locator(".text img").count()) {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await image(page, report);
    }
    await theme(page, report);
  }
  complaints.forEach(report);
}
await browser.close();
server.close();
console.log(JSON.stringify(findings));
