// Searches a finished site by keyboard alone: `node search.mjs SITE_DIR CASES`, CASES being JSON:
//
//   [{"page":"he-il/index.html","query":"סיסמה","expected":"he-il/reset/index.html","none":"qqqq"}…]
//
// Each case is tried on a server and from the disk, on a wide screen and on a phone. Prints {"checked":number,"findings":[…]}.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { launch, mount, serve } from "./serve.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const violations = async (page) => {
  await page.evaluate(axe);
  const result = await page.evaluate((values) => globalThis.axe.run(document, { preload: false, runOnly: { type: "tag", values } }), tags);
  return result.violations.flatMap((rule) => rule.nodes.map((node) => `axe ${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`.replace(/\s+/g, " ")));
};

/** What a reader of a screen has before them. Runs in the page. */
function sight() {
  const dialog = document.querySelector("dialog[open]");
  const focus = document.activeElement;
  return {
    open: Boolean(dialog),
    inside: Boolean(dialog?.contains(focus)),
    focus: focus?.localName,
    index: [...(dialog?.querySelectorAll("ol a") ?? [])].indexOf(focus),
    links: [...(dialog?.querySelectorAll("ol a") ?? [])].map((link) => link.href),
    marks: dialog?.querySelectorAll("mark").length ?? 0,
    status: dialog?.querySelector("[role=status]")?.textContent ?? "",
    recent: [...(dialog?.querySelectorAll("ul button") ?? [])].map((button) => button.textContent),
    sideways: document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth || Boolean(dialog && dialog.scrollWidth > dialog.clientWidth),
    typed: dialog?.querySelector("input")?.value,
  };
}

async function search(page, { query, expected, none }, root, say) {
  const see = () => page.evaluate(sight);
  const expect = (is, what) => is || say(what);
  const settled = (is) => page.waitForFunction(is, undefined, { timeout: 5000 });
  await page.keyboard.press("/");
  await page.waitForSelector("dialog[open]", { timeout: 5000 });
  let now = await see();
  expect(now.focus === "input" && now.inside, `focus is on ${now.focus} when the dialog opens`);
  expect(!now.sideways, "scrolls sideways when it opens");
  for (const line of await violations(page)) say(`empty: ${line}`);
  await page.keyboard.insertText(none);
  await settled(() => document.querySelector("dialog [role=status]").textContent !== "");
  now = await see();
  expect(now.links.length === 0, `${none} finds something`);
  for (const line of await violations(page)) say(`nothing found: ${line}`);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(query);
  await settled(() => document.querySelector("dialog ol a"));
  await page.waitForTimeout(100);
  now = await see();
  expect(now.links.includes(root + expected), `${query} does not find ${expected}: ${now.links.join(" ")}`);
  expect(now.marks > 0, "no hit is marked");
  expect(now.status !== "", "nothing is announced");
  expect(!now.sideways, "scrolls sideways with results");
  for (const line of await violations(page)) say(`results: ${line}`);
  await page.keyboard.press("ArrowDown");
  now = await see();
  expect(now.index === 0, `the arrow leads to ${now.focus}, not to the first result`);
  await page.keyboard.press("ArrowUp");
  now = await see();
  expect(now.focus === "input" && now.typed === query, "the arrow does not lead back to the field");
  await page.keyboard.press("Escape");
  now = await see();
  expect(!now.open, "Esc does not close it");
  await page.keyboard.press("Control+K");
  now = await see();
  expect(now.open && now.typed === query, "Ctrl K does not open it again");
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press("Tab");
    now = await see();
    // The browser's own bar is the only other place.
    expect(now.inside || now.focus === "body", `Tab leads out of the dialog, to ${now.focus}`);
  }
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+K");
  await settled(() => document.querySelector("dialog ol a"));
  const place = (await see()).links.indexOf(root + expected);
  for (let step = 0; step <= place; step++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(root + expected, { timeout: 5000 }).catch(() => say(`Enter leads to ${page.url()}`));
  await page.keyboard.press("/");
  await settled(() => document.querySelector("dialog[open] ul button")).catch(() => say("recent searches are not there"));
  now = await see();
  expect(now.recent[0] === query, `recent searches are ${now.recent}`);
  for (const line of await violations(page)) say(`recent: ${line}`);
}

const [folder, cases] = process.argv.slice(2);
if (!folder || !cases) {
  console.error("usage: node search.mjs SITE_DIR CASES");
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
  for (const root of [origin + mount, pathToFileURL(join(site, "/")).href]) {
    const scheme = root.split(":")[0];
    for (const [width, colorScheme] of [[1280, "light"], [360, "dark"]]) {
      const say = (what) => findings.push(`${one.page} (${scheme}, ${width} px): ${what}`);
      const context = await browser.newContext({ viewport: { width, height: 700 }, colorScheme, reducedMotion: "reduce" });
      const page = await context.newPage();
      page.on("console", (message) => message.type() === "error" && say(`console: ${message.text()}`));
      page.on("pageerror", (error) => say(`script: ${error.message}`));
      await page.route("**/*", (route) => {
        const target = route.request().url();
        if (target.startsWith(root) || target.startsWith("data:")) return route.continue();
        say(`asks another host: ${target}`);
        return route.abort();
      });
      try {
        await page.goto(root + one.page);
        await search(page, one, root, say);
      } catch (error) {
        say(`cannot be searched: ${error.message.split("\n")[0]}`);
      }
      checked += 1;
      await context.close();
    }
  }
}
await browser.close();
server.close();
console.log(JSON.stringify({ checked, findings }));
process.exitCode = findings.length > 0 ? 1 : 0;
