// Reads a page of the state of translations in Chromium: `node status.mjs SITE_DIR PAGE`. Prints what was seen, as JSON: what the
// browser complains of, what axe finds, and what filters and sorting leave.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import { launch, mount, serve } from "./serve.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [folder, path] = process.argv.slice(2);
if (!folder || !path) {
  console.error("usage: node status.mjs SITE_DIR PAGE");
  process.exit(2);
}
const { server, origin } = await serve(resolve(folder));
const browser = await chromium.launch(launch);
const url = origin + mount + path;
const seen = { complaints: [], violations: [], sideways: [] };

const plain = await browser.newContext({ javaScriptEnabled: false });
const still = await plain.newPage();
await still.goto(url);
seen.withoutScript = [await still.getByRole("heading", { name: "Locales" }).isVisible(), await still.locator("#matrix").isVisible()];

const context = await browser.newContext();
const page = await context.newPage();
page.on("console", (message) => message.type() === "error" && seen.complaints.push(message.text()));
page.on("pageerror", (error) => seen.complaints.push(error.message));
await page.goto(url, { waitUntil: "load" });
for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(axe);
    const found = await page.evaluate(async () => (await globalThis.axe.run()).violations);
    seen.violations.push(...found.map((rule) => `${colorScheme} ${width}: ${rule.id}: ${rule.nodes[0].html}`));
    const root = await page.evaluate(() => [document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]);
    if (root[0] > root[1]) seen.sideways.push(`${width}: ${root}`);
  }
}

const shown = () => page.locator("#shown").textContent();
const state = (row) => page.locator("#matrix tbody tr:not(.gap)").nth(row).locator("td .state").first().getAttribute("title");
const sorted = (column) => page.locator("#matrix thead th").nth(column).getAttribute("aria-sort");
seen.all = await shown();
seen.rows = await page.locator("#matrix tbody tr:not(.gap)").count();
seen.title = await page.locator("#matrix tbody th > :first-child").first().evaluate((it) => [it.tagName, it.lang, it.dir, it.textContent]);

await page.locator("input[name=text]").fill("29");
seen.byWord = await shown();
await page.locator("input[name=text]").fill("");
await page.locator("select[name=state]").selectOption("outdated");
await page.locator("select[name=locale]").selectOption("en-US");
seen.byState = await shown();
await page.locator("select[name=state]").selectOption("");
await page.getByRole("button", { name: "en-US" }).click();
seen.first = [await state(0), await sorted(1)];
await page.getByRole("button", { name: "lv-LV" }).click();
await page.getByRole("button", { name: "lv-LV" }).click();
await page.locator("select[name=state]").selectOption("orphaned");
await page.locator("select[name=locale]").selectOption("any locale");
seen.first.push(await state(0));

// Without a pointer: from the field to the heads of the columns.
await page.locator("input[name=text]").focus();
seen.keyboard = [await page.evaluate(() => document.activeElement.type)];
for (let steps = 0; steps < 20 && !(await page.evaluate(() => document.activeElement.matches("#matrix thead th:nth-child(2) button"))); steps += 1) {
  await page.keyboard.press("Tab");
}
await page.keyboard.press("Enter");
await page.keyboard.press("Enter");
seen.keyboard.push(await sorted(1));

await browser.close();
server.close();
console.log(JSON.stringify(seen));
