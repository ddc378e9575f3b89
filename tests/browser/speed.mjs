// How a page comes up on a slow line: `node speed.mjs SITE_DIR PAGE…`. Prints [{"page","shift","paint","document"}…]: the sum of all layout
// shifts, and milliseconds from the start to the largest paint and to the last byte of the document.

import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { launch, mount, serve } from "./serve.mjs";

/** Milliseconds there and back. */
const roundTrip = 150;
// What Lighthouse calls slow 4G: 1.6 Mbit/s down.
const line = { offline: false, latency: roundTrip, downloadThroughput: (1.6e6 / 8), uploadThroughput: 750e3 / 8 };

/** Watches from the first byte on. Runs in the page, before anything else. */
function watch() {
  globalThis.seen = { shift: 0, paint: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.seen.paint = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
}

const [folder, ...pages] = process.argv.slice(2);
if (!folder || pages.length === 0) {
  console.error("usage: node speed.mjs SITE_DIR PAGE…");
  process.exit(2);
}
const { server, origin } = await serve(resolve(folder));
const browser = await chromium.launch(launch);
const found = [];
for (const name of pages) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", line);
  await page.goto(origin + mount + name.replace(/index\.html$/, ""), { referer: `${origin}${mount}from`, waitUntil: "load" });
  // Nothing is known of a paint that comes after scrolling; on a busy machine that is a long time.
  await page.waitForFunction(() => globalThis.seen.paint > 0).catch(() => {});
  // Pictures below the fold come only now; they must not move the text either.
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += 600) {
      scrollTo(0, top);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
  });
  await page.waitForLoadState("networkidle");
  const seen = await page.evaluate(() => ({
    shift: globalThis.seen.shift, paint: globalThis.seen.paint,
    document: performance.getEntriesByType("navigation")[0].responseEnd,
  }));
  found.push({ page: name, ...seen });
  await context.close();
}
await browser.close();
server.close();
console.log(JSON.stringify(found));
