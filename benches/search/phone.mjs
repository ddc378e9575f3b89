// Types queries into the search of a built site, in Chromium slowed down four times: `node phone.mjs SITE LOCALE QUERY…`.
// Prints, for each query, milliseconds from the last key to the results in sight. Playwright is that of tests/browser.

import { createRequire } from "node:module";
import { resolve } from "node:path";
import { launch, mount, serve } from "../../tests/browser/serve.mjs";

const { chromium } = createRequire(new URL("../../tests/browser/serve.mjs", import.meta.url))("playwright-core");
const [site, slug, ...queries] = process.argv.slice(2);
if (!queries.length) {
  console.error("usage: node phone.mjs SITE LOCALE QUERY…");
  process.exit(2);
}
const { server, origin } = await serve(resolve(site));
const browser = await chromium.launch(launch);
const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
await page.goto(`${origin}${mount}${slug}/`);
const session = await page.context().newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
await page.keyboard.press("/");
await page.waitForSelector("dialog[open]");
/** Runs in the page: the query without its last letter, then with it. */
const time = async (query) => {
  const input = document.querySelector("dialog input"), body = document.querySelector("dialog .found");
  const type = (text) => new Promise((done) => {
    const begun = performance.now();
    const watch = new MutationObserver(() => { watch.disconnect(); requestAnimationFrame(() => done(performance.now() - begun)); });
    watch.observe(body, { childList: true });
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const first = await type(query.slice(0, -1));
  return { first, next: await type(query) };
};
for (const query of queries) {
  const { first, next } = await page.evaluate(time, query);
  console.log(`${query}: ${first.toFixed(0)} ms with its files still to load, ${next.toFixed(0)} ms with one letter more`);
}
await browser.close();
server.close();
