// Goes through languages by the switcher in Chromium: `node switch.mjs SITE_DIR PAGE#SECTION LOCALE…`. Prints where the reader is after
// each step, with scripts and without: page, fragment, and the heading at the top of the window.

import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { launch, mount, serve } from "./serve.mjs";

const [folder, start, ...locales] = process.argv.slice(2);
if (!folder || !start || locales.length === 0) {
  console.error("usage: node switch.mjs SITE_DIR PAGE#SECTION LOCALE…");
  process.exit(2);
}
const { server, origin } = await serve(resolve(folder));
const browser = await chromium.launch(launch);

/** The first heading that is in the upper half of the window. Runs in the page. */
const top = () => {
  const headings = [...document.querySelectorAll("article h1, .text h2")];
  const inSight = (heading) => {
    const place = heading.getBoundingClientRect();
    return place.top >= -1 && place.top < innerHeight / 2;
  };
  return headings.find(inSight)?.textContent.trim() ?? "";
};

async function walk(javaScriptEnabled) {
  const context = await browser.newContext({ javaScriptEnabled, reducedMotion: "reduce", viewport: { width: 1000, height: 600 } });
  const page = await context.newPage();
  await page.goto(origin + mount + start, { waitUntil: "load" });
  const steps = [];
  for (const locale of locales) {
    await page.locator(".languages summary").click();
    await page.locator(`.languages a[hreflang="${locale}"]`).click();
    await page.waitForURL(`**/${locale.toLowerCase()}/**`, { waitUntil: "load" });
    const url = new URL(page.url());
    steps.push([url.pathname.slice(mount.length), decodeURIComponent(url.hash), await page.evaluate(top)]);
  }
  await context.close();
  return steps;
}

console.log(JSON.stringify({ script: await walk(true), plain: await walk(false) }));
await browser.close();
server.close();
