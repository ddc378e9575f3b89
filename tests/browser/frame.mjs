// What surrounds an article, as its reader uses it: `node frame.mjs SITE_DIR PAGE…`, pages that have contents, a section and code. Prints what is
// wrong with the header that returns, the lists that fold, the panel of languages and the stops of the keyboard, as
// [{"page","what"}…].

import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { launch, mount, serve } from "./serve.mjs";

const phone = { width: 360, height: 640 }, wide = { width: 1280, height: 800 };

/** What follows from a new size or place is there two frames later. */
const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function resize(page, size) {
  await page.setViewportSize(size);
  await drawn(page);
}

/** The header leaves with the text, and is back as soon as the reader turns; nothing moves by it. */
async function header(page, report) {
  await page.evaluate(() => {
    globalThis.moved = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.moved += entry.value; }).observe({ type: "layout-shift" });
  });
  const top = () => page.evaluate(() => Math.round(document.querySelector("header.bar").getBoundingClientRect().bottom));
  const scroll = async (by) => {
    await page.evaluate((by) => scrollBy({ top: by, behavior: "instant" }), by);
    await drawn(page);
  };
  await scroll(900);
  if ((await top()) > 0) report("the header stays while the reader goes down");
  await scroll(-60);
  if ((await top()) <= 0) report("the header does not come back");
  const seen = await page.evaluate(() => document.elementFromPoint(innerWidth / 2, 10)?.closest("header.bar") !== null);
  if (!seen) report("the header lies below the text");
  await scroll(-2000);
  const moved = await page.evaluate(() => globalThis.moved);
  if (moved > 0) report(`the page moves by ${moved}`);
}

/** A list beside the text is folded on a narrow screen, and open on a wide one. */
async function fold(page, list, report) {
  const isSeen = () => page.locator(`${list} li`).first().isVisible();
  if (await isSeen()) report(`${list} is not folded`);
  if (!(await page.locator(`${list} summary`).count())) return report(`nothing unfolds ${list}`);
  await page.locator(`${list} summary`).click();
  if (!(await isSeen())) report(`${list} does not unfold`);
  await resize(page, wide);
  if (!(await isSeen())) report(`${list} is not there on a wide screen`);
  const height = await page.evaluate((list) => document.querySelector(`${list} ul`).getBoundingClientRect().height, list);
  if (height < 20) report(`${list} has no height on a wide screen`);
  await resize(page, phone);
}

/** Tab leads out of the panel of languages, and closes it. */
async function languages(page, report) {
  await page.locator(".languages summary").focus();
  await page.keyboard.press("Enter");
  await page.locator(".languages a").last().focus();
  await page.keyboard.press("Tab");
  if (await page.locator(".languages nav").isVisible()) report("the panel of languages stays over what has the focus");
  await page.locator(".languages summary").focus();
  await page.keyboard.press("Enter");
  const reach = await page.evaluate(() => document.querySelector(".languages nav").getBoundingClientRect().bottom - innerHeight);
  if (reach > 0) report(`the panel of languages ends ${reach} px below the window`);
  await page.keyboard.press("Escape");
}

/** Code and tables are stops where they scroll, and nowhere else. */
const stops = () => {
  const scrolls = (box) => box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
  return [...document.querySelectorAll(".text :is(pre, .table)")]
    .filter((box) => box.checkVisibility() && scrolls(box) !== (box.tabIndex === 0))
    .map((box) => `${box.localName} ${scrolls(box) ? "scrolls and is no stop" : "is a stop and does not scroll"}`);
};

async function look(context, url, script, report) {
  const page = await context.newPage();
  page.on("pageerror", (error) => report(`script: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && report(`console: ${message.text()}`));
  await page.goto(url, { waitUntil: "load" });
  if (script) {
    await header(page, report);
    await languages(page, report);
  }
  for (const list of [".contents", ".beside"]) await fold(page, list, report);
  if (script) {
    for (const size of [wide, phone]) {
      await resize(page, size);
      for (const what of new Set(await page.evaluate(stops))) report(`${size.width} px: ${what}`);
    }
  }
  await page.close();
}

const [folder, ...pages] = process.argv.slice(2);
if (!folder || pages.length === 0) {
  console.error("usage: node frame.mjs SITE_DIR PAGE…");
  process.exit(2);
}
const { server, origin } = await serve(resolve(folder));
const browser = await chromium.launch(launch);
const found = [];
for (const script of [true, false]) {
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: phone, reducedMotion: "reduce" });
  if (!script) await context.route("**/*.js", (route) => route.fulfill({ body: "", contentType: "text/javascript" }));
  for (const name of pages) {
    const where = script ? "" : "without script: ";
    await look(context, origin + mount + name.replace(/index\.html$/, ""), script, (what) => found.push({ page: name, what: where + what }));
  }
  await context.close();
}
await browser.close();
server.close();
console.log(JSON.stringify(found));
