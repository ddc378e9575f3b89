// Edits the project in DIR and looks how the preview at URL follows: `node preview.mjs URL DIR`. Waits for what must come; fails
// where it does not, and where the browser complains.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { launch } from "./serve.mjs";

const [url, dir] = process.argv.slice(2);
const browser = await chromium.launch(launch);
const page = await browser.newPage();
page.setDefaultTimeout(120_000);
const complaints = [];
page.on("pageerror", (error) => complaints.push(error.message));
page.on("console", (message) => message.type() === "error" && !message.text().includes("500") && complaints.push(message.text()));

const check = (holds, what) => { if (!holds) throw new Error(what); };
const edit = (path, change) => writeFileSync(join(dir, path), change(readFileSync(join(dir, path), "utf8")));
const panel = "faqtory-preview summary";

try {
  const long = Array.from({ length: 200 }, (_, line) => `Line ${line}.\n\n`).join("");
  edit("content/en-US/reset.md", (text) => text + "\n" + long);
  await page.goto(url + "en-us/reset/");
  await page.getByText("Line 199.").waitFor();

  // The text changes, and the reader stays where he is.
  await page.evaluate(() => scrollTo(0, 1500));
  await page.evaluate(() => { window.before = true; });
  edit("content/en-US/reset.md", (text) => text.replace("Old words", "Fresh words"));
  await page.waitForFunction(() => !window.before && document.body?.textContent.includes("Fresh words"));
  await page.waitForFunction(() => scrollY === 1500);

  // A style sheet changes on the same page.
  await page.evaluate(() => { window.before = true; });
  edit("themes/mine/assets/style.css", () => "body { color: rgb(4, 5, 6) }");
  await page.waitForFunction(() => getComputedStyle(document.body).color === "rgb(4, 5, 6)");
  check(await page.evaluate(() => window.before === true), "the page was loaded anew for a style sheet");
  check(await page.locator('head link[rel="stylesheet"][href*="/style."]').count() === 1, "the old style sheet is still there");

  // What the checks found, where it is, and that it goes when it is fixed.
  await page.locator(panel, { hasText: "1 finding" }).click();
  const link = page.locator("faqtory-preview li a");
  check((await link.textContent()).startsWith("content/en-US/reset.md:7:"), "the place of the finding is another");
  check((await link.getAttribute("href")).startsWith("vscode://file/"), "the finding does not open an editor");
  edit("content/en-US/reset.md", (text) => text.replace("[Gone](gone.md)", "Fixed."));
  await page.locator(panel, { hasText: "0 findings" }).waitFor();

  // What is broken is a page, and repairs itself.
  const configuration = readFileSync(join(dir, "faqtory.toml"), "utf8");
  edit("faqtory.toml", () => "[site");
  await page.getByText("The site cannot be shown").first().waitFor();
  edit("faqtory.toml", () => configuration);
  await page.getByText("Fresh words").first().waitFor();

  // A half-saved file, as editors leave it for a moment.
  edit("content/en-US/reset.md", () => "");
  edit("content/en-US/reset.md", () => "---\ntitle: Reset\n---\n# Reset\n\nWhole again.\n");
  await page.getByText("Whole again.").waitFor();
  check(complaints.length === 0, complaints.join("\n"));
} finally {
  await browser.close();
}
