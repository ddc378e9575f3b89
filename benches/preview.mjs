// Times an edit until its text is on the screen: `node preview.mjs PAGE FILE [TIMES]`, where `faqtory serve` shows the article
// FILE at the address PAGE. The file gets its old text back. Playwright is that of tests/browser.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { launch } from "../tests/browser/serve.mjs";

const { chromium } = createRequire(new URL("../tests/browser/serve.mjs", import.meta.url))("playwright-core");
const [address, file, times = "20"] = process.argv.slice(2);
if (!file) {
  console.error("usage: node preview.mjs PAGE FILE [TIMES]");
  process.exit(2);
}
const before = readFileSync(file, "utf8");
const browser = await chromium.launch(launch);
const page = await browser.newPage();
const taken = [];
const now = () => performance.timeOrigin + performance.now();
// Runs in every document before its own scripts: when was a text of ours in a frame that has been shown?
await page.addInitScript(() => {
  const look = () => {
    const text = document.querySelector("article")?.textContent.match(/Edit number \d+ of \d+/)?.[0];
    // The next frame begins when this one has been drawn.
    requestAnimationFrame(text ? (next) => { window.shown = { text, at: performance.timeOrigin + next }; } : look);
  };
  requestAnimationFrame(look);
});
try {
  await page.goto(address);
  for (let number = 0; number <= Number(times); number++) {
    const text = `Edit number ${number} of ${process.pid}`;
    // The eye of a writer does not come back at once, and neither does the next edit.
    await page.waitForTimeout(300);
    const begun = now();
    writeFileSync(file, `${before}\n\n${text}\n`);
    const seen = await page.waitForFunction((text) => window.shown?.text === text && window.shown.at, text);
    taken.push((await seen.jsonValue()) - begun);
  }
} finally {
  writeFileSync(file, before);
  await browser.close();
}
// The first edit warms up.
const sorted = taken.slice(1).sort((a, b) => a - b);
const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(0);
console.log(`${sorted.length} edits: median ${at(0.5)} ms, least ${at(0)} ms, most ${at(1)} ms`);
