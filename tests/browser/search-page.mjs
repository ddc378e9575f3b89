// The search as a page, and the words of a search in the address: `node search-page.mjs SITE_DIR CASES`, CASES being JSON:
//
//   [{"locale":"he-il","query":"סיסמה","expected":"he-il/reset/index.html","searching":"מתבצע חיפוש…","failed":"…"}…]
//
// Each case is tried on a server and from the disk; slow and broken lines on the server alone. Prints {"checked":number,"findings":[…]}.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { launch, mount, serve } from "./serve.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const patience = { timeout: 5000 };

const violations = async (page) => {
  await page.evaluate(axe);
  const result = await page.evaluate((values) => globalThis.axe.run(document, { preload: false, runOnly: { type: "tag", values } }), tags);
  return result.violations.flatMap((rule) => rule.nodes.map((node) => `axe ${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`.replace(/\s+/g, " ")));
};

/** What is seen of the search. Runs in the page. */
function sight() {
  const view = document.querySelector(".search-view"), field = view?.querySelector("input"), box = field?.getBoundingClientRect();
  return {
    typed: field?.value,
    asked: new URL(location.href).searchParams.get("q"),
    focus: document.activeElement === field ? "field" : document.activeElement?.localName,
    links: [...(view?.querySelectorAll("ol a") ?? [])].map((link) => link.href),
    index: [...(view?.querySelectorAll("ol a") ?? [])].indexOf(document.activeElement),
    status: view?.querySelector("[role=status]")?.textContent ?? "",
    isOpen: Boolean(document.querySelector("dialog[open]")),
    sideways: document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth,
    direction: document.documentElement.dir,
    isAtStart: document.documentElement.dir === "rtl" ? innerWidth - box?.right < box?.left + 1 : box?.left <= innerWidth - box?.right + 1,
  };
}

const see = (page) => page.evaluate(sight);
const results = (page) => page.waitForSelector(".search-view ol a", patience);
/** What a screen reader says from now on. */
const listen = (page) => page.evaluate(() => {
  globalThis.announced = [];
  const status = document.querySelector(".search-view [role=status]");
  new MutationObserver(() => announced.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
});

async function page(page, { locale, query, expected }, root, say) {
  const expect = (is, what) => is || say(what);
  await page.goto(`${root}${locale}/search/index.html?q=${encodeURIComponent(query)}`);
  await results(page);
  let now = await see(page);
  expect(now.links.includes(root + expected), `${query} does not find ${expected} on the page: ${now.links.join(" ")}`);
  expect(now.typed === query, `the field holds ${now.typed}`);
  expect(now.status !== "" && !now.isOpen && !now.sideways, `not a page: ${JSON.stringify(now)}`);
  expect(now.isAtStart, "the field does not stand where lines begin");
  for (const line of await violations(page)) say(`page: ${line}`);
  await page.keyboard.press("/");
  now = await see(page);
  expect(now.focus === "field" && !now.isOpen, `the key leads to ${now.focus}`);
  await page.keyboard.press("ArrowDown");
  now = await see(page);
  expect(now.index === 0, "the arrow does not lead to the first result");
  await page.keyboard.press("/");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Backspace");
  await page.waitForFunction(() => !document.querySelector(".search-view ol"), undefined, patience);
  expect((await see(page)).asked === null, "an empty field leaves words in the address");
  await page.keyboard.type(query);
  await results(page);
  await page.waitForFunction((text) => new URL(location.href).searchParams.get("q") === text, query, patience).catch(() => say("the address does not say the words"));
  const place = (await see(page)).links.indexOf(root + expected);
  await page.click(`.search-view ol > li:nth-child(${place + 1}) a`);
  await page.waitForURL(root + expected, patience);
  await page.goBack();
  await results(page).catch(() => say("Back loses what was found"));
  now = await see(page);
  expect(now.typed === query && now.asked === query, `Back leaves ${now.typed} in the field`);
}

async function dialog(page, { locale, query, expected }, root, say) {
  const expect = (is, what) => is || say(what);
  await page.goto(`${root}${locale}/index.html`);
  await page.keyboard.press("/");
  await page.waitForSelector("dialog[open]", patience);
  await listen(page);
  await page.keyboard.type(query);
  await results(page);
  await page.waitForFunction((text) => new URL(location.href).searchParams.get("q") === text, query, patience).catch(() => say("the dialog does not write the address"));
  expect((await page.evaluate(() => announced)).some((words) => words !== ""), "nothing is announced");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !location.search, undefined, patience).catch(() => say("a closed dialog stays in the address"));
  await page.keyboard.press("Control+K");
  await results(page);
  await page.waitForFunction(() => location.search, undefined, patience);
  const place = (await see(page)).links.indexOf(root + expected);
  await page.click(`dialog ol > li:nth-child(${place + 1}) a`);
  await page.waitForURL(root + expected, patience);
  await page.goBack();
  await results(page).catch(() => say("Back closes the dialog"));
  const now = await see(page);
  expect(now.isOpen && now.typed === query, `Back leaves ${now.typed} in the dialog`);
}

async function withoutScript(page, { locale }, root, say) {
  await page.goto(`${root}${locale}/search/index.html`);
  const [words, links] = [await page.locator("main noscript p, main p").first().isVisible(), await page.locator("main li a").count()];
  if (!words || links < 5) say(`without a script there are ${links} articles`);
  for (const inBar of await page.locator(".search").all()) if (await inBar.isVisible()) say("a button without use is seen");
}

/** Files of the search arrive late: first those that open it, then those that have the words. */
async function slow(page, { locale, query, searching }, root, say) {
  await page.route(/\/assets\/search\.|\/search\/\w+\.js/, async (route) => {
    await new Promise((done) => setTimeout(done, 800));
    await route.continue().catch(() => { });
  });
  await page.goto(`${root}${locale}/index.html`);
  await page.keyboard.press("/");
  // As a keyboard of any language says it.
  await page.evaluate((keys) => keys.forEach((key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }))), ["x", "Backspace", ...query.slice(0, 3)]);
  await page.waitForSelector("dialog[open]");
  await listen(page);
  await page.keyboard.type(query.slice(3));
  await page.waitForSelector(".search-view ol a");
  const now = await see(page);
  if (now.typed !== query) say(`of letters typed early the field has ${now.typed}`);
  const announced = await page.evaluate(() => globalThis.announced);
  if (!announced.includes(searching) || announced.at(-1) === searching) say(`while it takes a while readers hear ${JSON.stringify(announced)}`);
}

async function offline(page, { locale, query, failed }, root, say) {
  await page.goto(`${root}${locale}/index.html`);
  const asked = page.waitForRequest(/\/search\/index\.js/, patience);
  await page.hover("[data-search]");
  await asked.catch(() => say("nothing is fetched when the pointer is over the button"));
  await page.keyboard.press("/");
  await page.waitForSelector("dialog[open]", patience);
  await page.context().setOffline(true);
  await page.keyboard.insertText(query);
  await page.waitForFunction((words) => document.querySelector("dialog [role=status]").textContent === words, failed, patience).catch(() => say("nothing says that the line is broken"));
  await page.context().setOffline(false);
  await page.keyboard.press("Backspace");
  await page.keyboard.insertText(query.slice(-1));
  await results(page).catch(() => say("nothing is found when the line is back"));
}

const [folder, cases] = process.argv.slice(2);
if (!folder || !cases) {
  console.error("usage: node search-page.mjs SITE_DIR CASES");
  process.exit(2);
}
const site = resolve(folder);
const { server, origin } = await serve(site);
const browser = await chromium.launch(launch).catch((error) => {
  console.error(`cannot start ${launch.executablePath}: ${error.message}`);
  process.exit(2);
});
const findings = [];
let checked = 0;
for (const one of JSON.parse(cases)) {
  const roots = [origin + mount, pathToFileURL(join(site, "/")).href];
  const tries = [page, dialog, withoutScript].flatMap((run) => roots.map((root) => [run, root])).concat([slow, offline].map((run) => [run, roots[0]]));
  for (const [run, root] of tries) {
    const say = (what) => findings.push(`${one.locale}, ${run.name} (${root.split(":")[0]}): ${what}`);
    const context = await browser.newContext({ viewport: { width: run === page ? 360 : 1280, height: 700 }, reducedMotion: "reduce", javaScriptEnabled: run !== withoutScript });
    const tab = await context.newPage();
    tab.on("pageerror", (error) => say(`script: ${error.message}`));
    tab.on("console", (message) => message.type() === "error" && run !== offline && say(`console: ${message.text()}`));
    await run(tab, one, root, say).catch((error) => say(error.message.split("\n")[0]));
    checked += 1;
    await context.close();
  }
}
await browser.close();
server.close();
console.log(JSON.stringify({ checked, findings }));
process.exitCode = findings.length > 0 ? 1 : 0;
