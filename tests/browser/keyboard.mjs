// The way of a reader without a mouse through a page: the link that skips the header, the language switcher, tabs, code.

/** What has the focus, in a word. Runs in the page. */
const focused = () => {
  const element = document.activeElement;
  if (element.matches(".skip")) return "skip";
  if (element.matches("main")) return "main";
  if (element.matches(".languages summary")) return "switcher";
  if (element.matches(".languages a")) return "language";
  if (element.matches(".tab > summary")) return "tab";
  return element.localName;
};

async function switcher(page, found) {
  await page.locator(".languages summary").focus();
  await page.keyboard.press("Enter");
  if (!(await page.locator(".languages nav").isVisible())) return found.push("Enter does not open the switcher");
  await page.keyboard.press("Tab");
  if ((await page.evaluate(focused)) !== "language") found.push("Tab does not lead from the switcher to its languages");
  const reach = await page.evaluate(() => document.activeElement.getBoundingClientRect().height);
  if (reach < 24) found.push(`a language is ${reach} px high`);
  await page.keyboard.press("Escape");
  if (await page.locator(".languages nav").isVisible()) found.push("Escape does not close the switcher");
  if ((await page.evaluate(focused)) !== "switcher") found.push("Escape does not lead back to the switcher");
}

async function tabs(page, found) {
  const titles = page.locator(".tabs").first().locator(":scope > .tab > summary");
  if ((await titles.count()) < 2) return;
  await titles.nth(0).focus();
  const isOpen = (number) => titles.nth(number).evaluate((title) => title.parentElement.open);
  for (let steps = 0; steps < 50 && !(await titles.nth(1).evaluate((it) => it === document.activeElement)); steps += 1) {
    await page.keyboard.press("Tab");
  }
  if ((await page.evaluate(focused)) !== "tab") return found.push("Tab does not lead from tab to tab");
  await page.keyboard.press("Enter");
  if (!(await isOpen(1))) found.push("Enter does not open a tab");
  if (await isOpen(0)) found.push("two tabs are open");
}

/** The button of a block of code copies what the block shows, without its last line end. */
async function copy(page, found) {
  const button = page.locator(".copy button:visible").first();
  if (!(await button.count())) return;
  await page.evaluate(() => { navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }; });
  await button.focus();
  await page.keyboard.press("Enter");
  const copied = await page.evaluate(() => globalThis.copied);
  const code = await button.evaluate((it) => it.closest(".copy").querySelector("pre").textContent);
  if (`${copied}\n` !== code) found.push(`the button copies ${JSON.stringify(copied)} of ${JSON.stringify(code)}`);
}

/** What is wrong on the way; loads the page anew. */
export async function keyboard(page) {
  const found = [];
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.reload({ waitUntil: "load" });
  if (await page.locator("body.search-page").count()) {
    // That page begins in its field; from the top, the link comes first there too.
    await page.locator("#_search").waitFor();
    await page.evaluate(() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex"); });
  }
  await page.keyboard.press("Tab");
  const first = await page.evaluate(focused);
  if (first !== "skip") found.push(`the first stop is ${first}, not the link that skips the header`);
  else {
    await page.keyboard.press("Enter");
    await page.waitForTimeout(50);
    const after = await page.evaluate(focused);
    if (after !== "main") found.push(`the link that skips the header leads to ${after}`);
  }
  if (await page.locator(".languages").count()) await switcher(page, found);
  await tabs(page, found);
  await copy(page, found);
  return found;
}
