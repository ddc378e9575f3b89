// Pages on a phone: `node phone.mjs SITE_DIR PAGE…` looks at the header of each page at six widths. With `~` before it, a page is
// looked at for what stands on its first screen, 360 × 640 px.
//
// Prints {"findings":[{"page","width","what"}…],"first":[{"page","top"}…]}: what is wrong with headers, and how many px from the top
// the first block of the text begins.

import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { launch, mount, serve } from "./serve.mjs";

const widths = [320, 340, 360, 375, 390, 430];

/** What is wrong with the header: a word in two lines, something cut off or beyond the edge. Runs in the page. */
function header() {
  const found = [];
  const bar = document.querySelector("header.bar");
  const frame = bar.getBoundingClientRect();
  if (document.scrollingElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
  const isVisible = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1;
  for (const part of bar.querySelectorAll(".brand, .brand img, .brand span, .search, .languages summary")) {
    const box = part.getBoundingClientRect();
    const name = part.className || part.localName;
    if (!isVisible(part)) found.push(`${name} is not seen`);
    if (box.left < 0 || box.right > innerWidth || box.top < frame.top || box.bottom > frame.bottom) found.push(`${name} leaves the header`);
    if (part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== "inline") found.push(`${name} is cut off`);
    if (part.matches(".search, summary") && Math.min(box.width, box.height) < 40) found.push(`${name} is small: ${box.width} × ${box.height}`);
  }
  // Each word stands in one line.
  const walker = document.createTreeWalker(bar, NodeFilter.SHOW_TEXT);
  const words = new Intl.Segmenter(document.documentElement.lang, { granularity: "word" });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isVisible(node.parentElement) || node.parentElement.closest("nav")) continue;
    for (const { segment, index, isWordLike } of words.segment(node.data)) {
      if (!isWordLike) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + segment.length);
      const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
      if (lines.size > 1) found.push(`"${segment}" stands in ${lines.size} lines`);
    }
  }
  return found;
}

/** Where the first block of the text begins. Runs in the page. */
function first() {
  const blocks = [...document.querySelectorAll(".text > *")];
  const block = blocks.find((block) => !block.matches("#_source, label, .anchor, [hidden]") && block.getBoundingClientRect().height > 1);
  return block ? Math.round(block.getBoundingClientRect().top + scrollY) : 0;
}

const [folder, ...pages] = process.argv.slice(2);
if (!folder || pages.length === 0) {
  console.error("usage: node phone.mjs SITE_DIR PAGE…");
  process.exit(2);
}
const { server, origin } = await serve(resolve(folder));
const browser = await chromium.launch(launch);
const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
const seen = { findings: [], first: [] };
const page = await context.newPage();
for (const given of pages) {
  const name = given.replace("~", "");
  const path = name.split("/").map(encodeURIComponent).join("/").replace(/(^|\/)index\.html$/, "$1");
  await page.goto(origin + mount + path, { referer: `${origin}${mount}from`, waitUntil: "load" });
  if (given !== name) {
    seen.first.push({ page: name, top: await page.evaluate(first) });
    continue;
  }
  for (const width of widths) {
    await page.setViewportSize({ width, height: 640 });
    seen.findings.push(...(await page.evaluate(header)).map((what) => ({ page: name, width, what })));
  }
  await page.setViewportSize({ width: 360, height: 640 });
}
await browser.close();
server.close();
console.log(JSON.stringify(seen));
