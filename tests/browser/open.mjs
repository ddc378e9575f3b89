// Opens pages that lead on by themselves: `node open.mjs SITE_DIR CASES`, CASES being JSON:
//
//   [{"path":"open/9357/","languages":["he-IL"],"remembered":"lv-LV","from":"he-il/","script":false,"disk":true}…]
//
// `languages` are those of the browser; `remembered` is the choice made before, `from` the page the reader comes from, `script`
// whether scripts run, `disk` whether the page is read from the disk: all four may be left out. Prints, for each, [{"path":where the reader is in the end,
// "links":[the links in sight, by hreflang],"none":whether the page says that no language matches,"language":that of the page,
// "field":the words in the search field of a page that was not found}…].

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { launch, mount, serve } from "./serve.mjs";

/** What the reader sees in the end. Runs in the page. */
function sight() {
  const isVisible = (element) => element.checkVisibility();
  return {
    links: [...document.querySelectorAll(".choose a")].filter(isVisible).map((link) => link.hreflang),
    language: document.documentElement.lang,
    field: document.getElementById("_find")?.value ?? null,
    none: [...document.querySelectorAll("#_none")].some(isVisible),
  };
}

async function open(browser, served, { path, languages, remembered, from, script, disk }) {
  const context = await browser.newContext({ javaScriptEnabled: script ?? true });
  await context.addInitScript(([languages, remembered]) => {
    Object.defineProperty(navigator, "languages", { get: () => languages });
    if (remembered) localStorage.setItem("faqtory-locale", remembered);
  }, [languages ?? [], remembered]);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && !/status of 404/.test(message.text()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  const root = disk ? pathToFileURL(resolve(folder)) + "/" : served;
  // A page that leads on at once interrupts its own loading.
  await page.goto(root + path, { referer: from && root + from, waitUntil: "commit" });
  await page.waitForTimeout(200);
  await page.waitForLoadState("load");
  const found = { path: page.url().replace(root, ""), ...(await page.evaluate(sight)), complaints };
  await context.close();
  return found;
}

const [folder, cases] = process.argv.slice(2);
if (!folder || !cases) {
  console.error("usage: node open.mjs SITE_DIR CASES");
  process.exit(2);
}
const { server, origin } = await serve(resolve(folder));
const browser = await chromium.launch(launch).catch((error) => {
  console.error(`cannot start ${launch.executablePath}: ${error.message}`);
  process.exit(2);
});
const found = [];
for (const one of JSON.parse(cases)) found.push(await open(browser, origin + mount, one));
await browser.close();
server.close();
console.log(JSON.stringify(found));
