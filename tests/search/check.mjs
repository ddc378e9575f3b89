// What the script of the search does without a browser: `node check.mjs folding SCRIPT` folds the words of folding.json,
// `node check.mjs queries SITE LOCALE QUERIES` asks a built site. QUERIES has lines `words | address, another`; a query
// succeeds where one of these articles is among the first five. `node check.mjs ranks SITE LOCALE QUERIES COUNT` says what these queries and
// COUNT others find, which are made of the articles' words. Prints JSON.

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

/** Numbers below one, the same each time. */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Queries of one to four words of the articles, some half typed, some misspelt. */
function made(texts, count) {
  const numbering = numbers(7), below = (most) => Math.floor(numbering.next().value * most);
  const change = (word) => {
    const letters = [...word], at = below(letters.length);
    switch (below(6)) {
      case 0: return letters.slice(0, at + 1).join("");
      case 1: return letters.toSpliced(at, 1).join("");
      case 2: return letters.toSpliced(at, 1, letters[below(letters.length)]).join("");
      case 3: return letters.toSpliced(at, 2, ...letters.slice(at, at + 2).reverse()).join("");
      default: return word;
    }
  };
  return Array.from({ length: count }, () => {
    const words = texts[below(texts.length)].split(/[\s|]+/).filter((word) => word && !word.startsWith("/"));
    const start = below(words.length);
    return words.slice(start, start + 1 + below(4)).map(change).join(" ").trim();
  }).filter(Boolean);
}

async function ranks(site, slug, file, count) {
  const { find, index } = await open(site, slug).start();
  const texts = [];
  for (const chunk of index.chunks.keys()) {
    vm.runInNewContext(readFileSync(join(site, slug, "search", `r${chunk}.js`), "utf8"), {
      faqtorySearch: (_, __, rows) => { for (const [title, , , , text] of rows) texts.push(title, ...text.split("\n").filter((line) => line.trim())); },
    });
  }
  const written = readFileSync(file, "utf8").split("\n").filter((line) => line.includes(" | ") && !line.startsWith("//")).map((line) => line.split(" | ")[0].trim());
  const answers = [];
  for (const query of [...written, ...made(texts, Number(count))]) {
    const found = await find(query), results = await found.show(0, 20);
    answers.push({ query, total: found.total, results: results.map(({ url, score }) => [decodeURIComponent(url).replace(/\/?(index\.html)?$/, "") || ".", score]) });
  }
  return answers;
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
console.log(JSON.stringify(await { folding, queries, ranks }[what](...options)));
