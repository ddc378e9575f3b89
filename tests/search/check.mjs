// What the script of the search does without a browser: `node check.mjs folding SCRIPT` folds the words of folding.json,
// `node check.mjs queries SITE LOCALE QUERIES` asks a built site. QUERIES has lines `words | address, another`; a query
// succeeds where one of these articles is among the first five. Prints JSON.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { open } from "../../benches/search/site.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** Every word that the script folds in another way than the file says. */
function folding(script) {
  const context = vm.createContext({ Intl });
  vm.runInContext(readFileSync(script, "utf8"), context);
  const found = [];
  let checked = 0;
  const same = (text, got, expected) => {
    checked += 1;
    if (JSON.stringify(got) !== JSON.stringify(expected)) found.push(`${text}: ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`);
  };
  for (const { language, letters, prefixes, words, bare, terms, respelt = {} } of JSON.parse(readFileSync(join(here, "folding.json"), "utf8"))) {
    const rules = context.faqtoryEngine.words({ letters, prefixes, tag: language });
    for (const [word, expected] of Object.entries(words)) same(word, rules.fold(word), expected);
    for (const [word, expected] of Object.entries(bare)) same(word, rules.bare(word), expected);
    for (const [word, expected] of Object.entries(respelt)) same(word, rules.respelt(word), expected);
    for (const [text, expected] of Object.entries(terms)) same(text, rules.divide(text).map((part) => rules.fold(part.text)).filter(Boolean), expected);
  }
  return { checked, found };
}

async function queries(site, slug, file) {
  const { find } = await open(site, slug).start();
  const lines = readFileSync(file, "utf8").split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("//"));
  const found = [];
  let first = 0;
  for (const line of lines) {
    const [query, wanted] = line.split(" | ");
    const results = await (await find(query)).show(0, 5);
    const addresses = results.map(({ url }) => decodeURIComponent(url).replace(/\/$/, "") || ".");
    const place = addresses.findIndex((address) => wanted.split(", ").includes(address));
    if (place === 0) first += 1;
    if (place < 0) found.push(`${query}: ${addresses.join(", ")}`);
  }
  return { checked: lines.length, first, found };
}

const [what, ...options] = process.argv.slice(2);
console.log(JSON.stringify(what === "folding" ? folding(...options) : await queries(...options)));
