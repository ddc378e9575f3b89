// Reads a bilingual page in Chromium: `node bilingual.mjs SITE_DIR PAGE`. Prints what was seen, as JSON: how many blocks of
// the source are in sight after each step, which of them stand beside theirs on a wide screen, and what axe finds while they are.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { launch, mount, serve } from "./serve.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [folder, path] = process.argv.slice(2);
if (!folder || !path) {
  console.error("usage: node bilingual.mjs SITE_DIR PAGE");
  process.exit(2);
}
const { server, origin } = await serve(resolve(folder));
const browser = await chromium.launch(launch);
const inSight = (page) => page.evaluate(() => [...document.querySelectorAll(".source")].filter((source) => source.checkVisibility()).length);

async function open(script) {
  const context = await browser.newContext({ javaScriptEnabled: script, bypassCSP: script });
  const page = await context.newPage();
  await page.goto(origin + mount + path, { waitUntil: "load" });
  return page;
}

const seen = {};
let page = await open(false);
seen.total = await page.locator(".source").count();
seen.withoutScript = [await inSight(page)];
await page.locator("label[for=_source]").click();
seen.withoutScript.push(await inSight(page));
await page.emulateMedia({ media: "print" });
seen.printed = [await inSight(page), await page.locator("#_source").isVisible()];

page = await open(true);
await page.locator("#_source").click();
seen.pointer = await inSight(page);
await page.evaluate(axe);
seen.axe = await page.evaluate(async () => (await axe.run()).violations.map((found) => found.id));
await page.locator("#_source").click();

await page.locator("#_source").focus();
await page.keyboard.press("Space");
seen.keyboard = await inSight(page);
await page.keyboard.press("Space");
seen.stops = await page.locator(".source, .text [tabindex]").evaluateAll((all) => all.filter((one) => one.tabIndex >= 0).length);

// It is remembered for the next page, and stands beside its block where there is room, on the side where lines end.
await page.locator("#_source").check();
await page.setViewportSize({ width: 1440, height: 900 });
await page.reload({ waitUntil: "load" });
seen.remembered = await inSight(page);
seen.beside = await page.evaluate(() => [...document.querySelectorAll(".text > p + .source")].map((source) => {
  const own = source.getBoundingClientRect(), block = source.previousElementSibling.getBoundingClientRect();
  const side = getComputedStyle(source.parentElement).direction === "rtl" ? own.right <= block.left : own.left >= block.right;
  return side && Math.abs(own.top - block.top) < 2;
}));
await page.locator("#_source").uncheck();
await page.reload({ waitUntil: "load" });
seen.forgotten = await inSight(page);

const sentence = page.locator(".text > p:has(+ .source), .text li:has(.source)").first();
await sentence.hover({ position: { x: 20, y: 8 } });
await page.locator(".source.peek").waitFor({ state: "visible" });
seen.hover = [await inSight(page)];
await page.keyboard.press("Escape");
seen.hover.push(await inSight(page));

await browser.close();
server.close();
console.log(JSON.stringify(seen));
