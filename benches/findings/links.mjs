// Lists what a check finds of links in real repositories, so that people can judge it:
//
//   node benches/findings/links.mjs FAQTORY SHARED
//
// Writes `links.tsv` beside this file: repository, place, code, verdict, reason. Verdicts that are there stay; what is new
// has `?`. Of a code with more than 400 findings in a repository, 300 are chosen at random, with the same seed always. Prints
// a table: articles, translations that have their source, findings, wrong ones, seconds.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SEED = 17;
const MOST = 400;
const SAMPLE = 300;
const CODES = ["file-not-found", "image-not-found", "bookmark-not-found"];
const RUNS = 3;
const LIST = new URL("links.tsv", import.meta.url);
const HEAD = ["repository", "place", "code", "verdict", "reason"];

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

function sample(items) {
  if (items.length <= MOST) return items;
  const next = random(SEED);
  const chosen = items.map((item) => [next(), item]).sort(([a], [b]) => a - b);
  return chosen.slice(0, SAMPLE).map(([, item]) => item);
}

function run(program, ...given) {
  const { stdout, stderr } = spawnSync(program, given, { encoding: "utf8", maxBuffer: 2 ** 30 });
  return { stdout, stderr };
}

/** The findings, and the shortest of the times that a check took. */
function check(faqtory, folder) {
  let seconds = Infinity;
  let report;
  for (let time = 0; time < RUNS; time += 1) {
    const start = performance.now();
    report = run(faqtory, "check", folder, "--format", "json");
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
  }
  return { found: JSON.parse(report.stdout).diagnostics, seconds };
}

/** Articles, and those in another locale than the source that have the source's article beside them. */
function articles(faqtory, folder) {
  const { stdout, stderr } = run(faqtory, "files", folder);
  const layout = stderr.split("\n")[0];
  const source = layout.match(/source ([\w-]+)/)?.[1];
  const all = stdout.split("\n").map((line) => line.match(/ {2}article +(.+) in ([\w-]+); /)).filter(Boolean);
  const sources = new Set(all.filter(([, , locale]) => locale === source).map(([, id]) => id));
  const paired = all.filter(([, id, locale]) => locale !== source && sources.has(id));
  return { layout, all: all.length, others: all.length - sources.size, paired: paired.length };
}

const [faqtory, shared] = process.argv.slice(2);
const fields = readdirSync(join(shared, "field"), { withFileTypes: true });
const names = fields.filter((entry) => entry.isDirectory()).map((entry) => `field/${entry.name}`).sort();
const judged = new Map();
if (existsSync(LIST)) {
  for (const line of readFileSync(LIST, "utf8").trim().split("\n").slice(1)) {
    const [repository, place, code, ...verdict] = line.split("\t");
    judged.set([repository, place, code].join("\t"), verdict);
  }
}
const rows = [HEAD];
for (const name of [...names, "corpus", "corpus-with-source"]) {
  const folder = join(shared, name);
  const { found, seconds } = check(faqtory, folder);
  const own = CODES.flatMap((code) => sample(found.filter((finding) => finding.code === code)));
  const lines = own.map(({ path, line, column, code }) => [name, `${path}:${line}:${column}`, code]);
  const verdicts = lines.map((line) => [...line, ...(judged.get(line.join("\t")) ?? ["?", ""])]);
  rows.push(...verdicts.sort((a, b) => (a.join("\t") < b.join("\t") ? -1 : 1)));
  const count = (verdict) => verdicts.filter((row) => row[3] === verdict).length;
  const { layout, all, others, paired } = articles(faqtory, folder);
  const wrong = `${count("wrong")} wrong, ${count("?")} not judged`;
  console.log(`${name}: ${layout}`);
  console.log(`  ${all} articles, ${paired} of ${others} paired, ${own.length} findings, ${wrong}, ${seconds.toFixed(2)} s`);
}
writeFileSync(LIST, `${rows.map((row) => row.join("\t")).join("\n")}\n`);
