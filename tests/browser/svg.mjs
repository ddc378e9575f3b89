// Opens files in Chromium as pages of their own, as a reader does who opens an image: `node svg.mjs FOLDER FILE…`, a file being a
// path below FOLDER.
//
// Prints {"checked":[file…],"findings":[{"file","what"}…]}: scripts that ran, and what was asked of anybody but for the file
// itself. Exit code 0, or 2: could not run.

import { chromium } from "playwright-core";
import { launch, mount, serve } from "./serve.mjs";

/** Lets everything begin that begins by itself, then clicks everything. */
function stir() {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const click = (element) => element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
  return frame().then(frame).then(() => document.querySelectorAll("*").forEach(click)).then(frame).then(frame);
}

const [folder, ...files] = process.argv.slice(2);
const { server, origin } = await serve(folder);
const browser = await chromium.launch(launch);
const findings = [];

async function look(file) {
  const url = `${origin}${mount}${file}`;
  const context = await browser.newContext();
  const page = await context.newPage();
  const found = (what) => findings.push({ file, what });
  context.on("page", (other) => other !== page && found(`opens ${other.url()}`));
  page.on("dialog", (dialog) => (found("a script ran"), dialog.dismiss()));
  page.on("request", (request) => {
    const target = request.url();
    if (target.split("#")[0] !== url && !target.startsWith("data:")) found(`asks for ${target}`);
  });
  // A page that leads away is found by what it asks for.
  await page.goto(url).catch(() => {});
  await page.evaluate(stir).catch(() => {});
  await context.close();
}

// As many side by side as there are processors on a small machine.
const ahead = [...files];
const reader = async () => {
  for (let file = ahead.shift(); file; file = ahead.shift()) await look(file);
};
await Promise.all([reader(), reader(), reader()]);
await browser.close();
server.close();
console.log(JSON.stringify({ checked: files, findings }));
