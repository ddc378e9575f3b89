// Measures the search of a built site with queries made of its own titles, headings and addresses:
//
//   node benches/search/corpus.mjs SITE [LOCALE…] [--queries 200] [--show KIND] [--list yes]
//
// A query succeeds where the article it was made of, or one of the same title, is among the first five results (@5), or is
// the first (@1). The same site gives the same queries. Prints a table; `--show` prints the queries of a kind that
// failed, `--list` all queries as lines of JSON, for another search.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { locales, open } from "./site.mjs";

/** A random number from 0 to 1 that depends on the seed only (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Endings that nouns and verbs of a language take: what an inflected query has in place of the written ones. */
const ENDINGS = {
  lv: ["s", "a", "u", "am", "as", "iem", "os", "ām", "ai", "i", "āt"],
  ro: ["ul", "uri", "ului", "e", "i", "ele", "a", "ilor", "ea"],
  sl: ["a", "e", "i", "o", "u", "om", "ov", "ih", "ami", "ti"],
  de: ["", "e", "en", "er", "es", "s", "n"],
  tr: ["lar", "ler", "ı", "i", "da", "den", "nın", "a"],
  en: ["", "s", "ing", "ed"],
};
const HEBREW = ["ה", "ב", "ל", "ו", "ש", "מ"];
const ARABIC = ["ال", "وال", "بال", "و"];

const letters = (word) => [...word];
const wordsOf = (text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
const pick = (items, next) => items[Math.floor(next() * items.length)];

function shuffled(items, next) {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

/** One edit at any place of one of the longer words. */
function misspelt(words, next) {
  const long = words.map((word, at) => [letters(word).length, at]).filter(([length]) => length >= 5);
  if (!long.length) return undefined;
  const at = pick(long, next)[1], word = letters(words[at]);
  const place = Math.floor(next() * (word.length - 1)), kind = Math.floor(next() * 4);
  const other = pick(letters(words.join("")), next);
  if (kind === 0) [word[place], word[place + 1]] = [word[place + 1], word[place]];
  else if (kind === 1) word.splice(place, 1);
  else if (kind === 2) word.splice(place, 0, other);
  else word[place] = other;
  const changed = words.with(at, word.join(""));
  return changed[at] === words[at] ? undefined : changed.join(" ");
}

/** Two of the longest words in another form; Hebrew and Arabic with and without what is written as one with a word. */
function inflected(language, words, next) {
  const long = words.map((word, at) => [letters(word).length, at]).sort(([a], [b]) => b - a).slice(0, 2);
  const out = [...words];
  let changed = false;
  for (const [length, at] of long) {
    const word = words[at];
    const added = language === "he" ? HEBREW : language === "ar" ? ARABIC : undefined;
    if (added) {
      if (!/^[\u0590-\u06ff]/.test(word) || length < 4) continue;
      const prefix = added.find((prefix) => word.startsWith(prefix) && length - prefix.length >= 3);
      out[at] = prefix ? word.slice(prefix.length) : pick(added, next) + word;
    } else {
      if (!ENDINGS[language] || length < 5 || /^[A-Z].*[A-Z]|\d/.test(word)) continue;
      out[at] = word.replace(/[aāeēiīouūăâîsmjț]{0,2}$/u, "") + pick(ENDINGS[language], next);
    }
    changed ||= out[at] !== word;
  }
  return changed ? out.join(" ") : undefined;
}

/** Typed as far as the middle of the third word, or of the last. */
function begun(words) {
  const kept = words.slice(0, 3), last = letters(kept.at(-1));
  if (kept.length < 2 && last.length < 5) return undefined;
  return [...kept.slice(0, -1), last.slice(0, Math.max(3, Math.ceil(last.length * 0.6))).join("")].join(" ");
}

/** Of text without spaces: the pieces that a reader would set apart. */
function pieces(language, text) {
  if (!["ja", "zh", "th"].includes(language)) return wordsOf(text);
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  return [...segmenter.segment(text)].filter((word) => word.isWordLike).map((word) => word.segment);
}

function queries(language, title, address, next) {
  const words = pieces(language, title).slice(0, 9);
  const english = wordsOf(address).filter((word) => /^[a-z]{3,}$/.test(word));
  return {
    exact: title,
    reordered: words.length > 1 ? shuffled(words, next).join(" ") : undefined,
    prefix: begun(words),
    typo: misspelt(words, next),
    inflected: inflected(language, words, next),
    english: english.length > 1 ? shuffled(english, next).slice(0, 4).join(" ") : undefined,
  };
}

/** Headings of a built page, without the title. */
function headings(site, slug, url) {
  const page = readFileSync(join(site, slug, decodeURIComponent(url), url.endsWith("/") ? "index.html" : ""), "utf8");
  const text = (html) => html.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|#39|#x27);/g, " ").trim();
  const body = page.slice(page.indexOf("<article"), page.indexOf("</article>"));
  return [...body.matchAll(/<h[2-4][^>]*>(.*?)<\/h[2-4]>/gs)].map((found) => text(found[1])).filter(Boolean);
}

async function measure(site, slug, { wanted, show, list }) {
  const { start, read } = open(site, slug);
  const { index, find } = await start();
  const language = slug.split("-")[0], next = random(7);
  // The first search reads some records; here all of them, so that queries can be made of them.
  const { readFile } = await import("node:fs/promises");
  const vm = await import("node:vm");
  const articles = [];
  for (let chunk = 0; chunk < index.chunks.length; chunk++) {
    const text = await readFile(join(site, slug, "search", `r${chunk}.js`), "utf8");
    vm.runInNewContext(text, { faqtorySearch: (_, __, rows) => articles.push(...rows.map(([title, url]) => ({ title, url }))) });
  }
  const sample = shuffled(articles, next).slice(0, wanted);
  const seen = new Map();
  for (const { url } of articles) for (const heading of headings(site, slug, url)) seen.set(heading, (seen.get(heading) ?? 0) + 1);
  const kinds = new Map();
  const times = [];
  const ask = async (kind, query, { title, url }, is) => {
    if (!query) return;
    if (list) return console.log(JSON.stringify({ slug, kind, query, title, url }));
    const begun = performance.now();
    const found = await find(query);
    times.push(performance.now() - begun);
    const results = await found.show(0, 5);
    const place = results.findIndex(is);
    const counts = kinds.get(kind) ?? { asked: 0, first: 0, five: 0 };
    kinds.set(kind, { asked: counts.asked + 1, first: counts.first + (place === 0), five: counts.five + (place >= 0) });
    if (show === kind && place < 0) console.log(`${slug} ${kind}: ${query}\n   ${results.map(({ title, score }) => `${title} ${score.toFixed(2)}`).join("\n   ")}`);
    if (show === kind + "1" && place > 0) console.log(`${slug} ${kind}: ${query}\n   ${results.map(({ title, score }) => `${title} ${score.toFixed(2)}`).join("\n   ")}`);
  };
  for (const { title, url } of sample) {
    const is = (result) => result.url === url || result.title === title;
    const address = decodeURIComponent(url).replace(/\/(index\.html)?$/, "").split("/").at(-1);
    for (const [kind, query] of Object.entries(queries(language, title, address, next))) await ask(kind, query, { title, url }, is);
    const own = headings(site, slug, url).filter((heading) => seen.get(heading) === 1);
    if (own.length) await ask("heading", pick(own, next).slice(0, 120), { url }, (result) => result.url === url);
  }
  if (list) return undefined;
  times.sort((a, b) => a - b);
  // What a reader who comes for the first time loads, with the eight results shown.
  const sizes = [];
  for (const { title } of sample.slice(0, 50)) {
    const fresh = open(site, slug);
    const { find } = await fresh.start();
    await (await find(wordsOf(title).slice(0, 3).join(" "))).show(0, 8);
    sizes.push([...fresh.read.values()].reduce((sum, size) => sum + size, 0) / 1024);
  }
  sizes.sort((a, b) => a - b);
  return { kinds, documents: articles.length, ms: times[Math.floor(times.length * 0.95)], kb: sizes[Math.floor(sizes.length * 0.95)] };
}

const options = process.argv.slice(2);
const option = (name) => { const at = options.indexOf(name); return at < 0 ? undefined : options.splice(at, 2)[1]; };
const wanted = Number(option("--queries") ?? 200), show = option("--show"), list = option("--list");
const [site, ...only] = options;
if (!site) {
  console.error("usage: node corpus.mjs SITE [LOCALE…] [--queries N] [--show KIND]");
  process.exit(2);
}
const KINDS = ["exact", "reordered", "prefix", "typo", "inflected", "english", "heading"];
if (!list) console.log(`| locale | articles | ${KINDS.map((kind) => `${kind} @5 / @1`).join(" | ")} | all @1 | data of a first query, 95th percentile | time of a query, 95th percentile |`);
if (!list) console.log(`|---|---|${KINDS.map(() => "---|").join("")}---|---|---|`);
for (const slug of only.length ? only : locales(site)) {
  const measured = await measure(site, slug, { wanted, show, list });
  if (!measured) continue;
  const { kinds, documents, ms, kb } = measured;
  const share = (part, all) => (all ? (part / all).toFixed(2) : "–");
  const cells = KINDS.map((kind) => { const { asked, five, first } = kinds.get(kind) ?? {}; return asked ? `${share(five, asked)} / ${share(first, asked)}` : "–"; });
  const all = [...kinds.values()];
  const sum = (of) => all.reduce((sum, counts) => sum + counts[of], 0);
  console.log(`| ${slug} | ${documents} | ${cells.join(" | ")} | ${share(sum("first"), sum("asked"))} | ${kb.toFixed(0)} KB | ${ms.toFixed(1)} ms |`);
}
