// Measures the search of a built site with queries that people wrote: `node queries.mjs SITE FILE… [--misses yes] [--format json]`.
//
// A file is named for its locale (`he-il.txt`, `he-il.unseen.txt`) and has lines `query | id, another | kind`. A query succeeds
// where one of the articles of these IDs is the first result (@1), or among the first five (@5). Prints a table by locale and kind;
// `--misses` prints what the queries found that failed, but never for files that are called unseen.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { open } from "./site.mjs";

/** The lines of a file of queries. */
export function parse(text) {
  const lines = text.split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("//"));
  return lines.map((line) => {
    const [query, ids, kind = ""] = line.split(" | ");
    return { query, ids: ids.split(",").map((id) => id.trim().replaceAll(" ", "-")), kind };
  });
}

/** The ID of the article of a result. */
const id = ({ url }) => decodeURIComponent(url).replace(/\/?(index\.html)?$/, "") || ".";

/** Asks each query: its place among the first `most` results, from 0, or -1. */
export async function ask(site, slug, queries, most = 5) {
  const { start } = open(site, slug);
  const { find } = await start();
  const answers = [];
  for (const one of queries) {
    const results = await (await find(one.query)).show(0, most);
    answers.push({ ...one, results, place: results.findIndex((result) => one.ids.includes(id(result))) });
  }
  return answers;
}

const percent = (part, all) => (all ? `${Math.round(part / all * 100)}` : "–");

/** `@5 / @1` of answers, in hundredths, and how many there are. */
function cell(answers) {
  if (!answers.length) return "–";
  const within = (places) => answers.filter(({ place }) => place >= 0 && place < places).length;
  return `${percent(within(5), answers.length)} / ${percent(within(1), answers.length)} (${answers.length})`;
}

/** What each file reaches, by its name. */
async function json(site, files) {
  const reached = {};
  for (const file of files) {
    const name = basename(file, ".txt"), answers = await ask(site, name.split(".")[0], parse(readFileSync(file, "utf8")));
    const within = (places) => answers.filter(({ place }) => place >= 0 && place < places).length;
    reached[name] = { asked: answers.length, first: within(1), five: within(5) };
  }
  console.log(JSON.stringify(reached));
}

async function main(site, files, misses) {
  const rows = [];
  for (const file of files) {
    const name = basename(file, ".txt"), slug = name.split(".")[0];
    const answers = await ask(site, slug, parse(readFileSync(file, "utf8")), 10);
    rows.push([name, answers]);
    if (!misses || name.includes("unseen")) continue;
    for (const { query, kind, ids, place, results } of answers) {
      if (place === 0 && misses !== "all") continue;
      console.log(`${slug} ${kind} ${place + 1}: ${query}\n   wanted ${ids.join(", ")}`);
      for (const result of results.slice(0, 5)) console.log(`   ${result.score.toFixed(3)} ${id(result)}: ${result.title}`);
    }
  }
  rows.push(["all", rows.flatMap(([, answers]) => answers)]);
  const kinds = [...new Set(rows.at(-1)[1].map(({ kind }) => kind))];
  console.log(`| @5 / @1 | all | ${kinds.join(" | ")} |\n|---|---|${kinds.map(() => "---|").join("")}`);
  for (const [name, answers] of rows) console.log(`| ${name} | ${[cell(answers), ...kinds.map((kind) => cell(answers.filter((answer) => answer.kind === kind)))].join(" | ")} |`);
}

if (process.argv[1] === import.meta.filename) {
  const options = process.argv.slice(2);
  const option = (name) => { const at = options.indexOf(name); return at < 0 ? "" : options.splice(at, 2)[1]; };
  const misses = option("--misses"), format = option("--format");
  const [site, ...files] = options;
  if (!files.length) {
    console.error("usage: node queries.mjs SITE FILE… [--misses yes|all] [--format json]");
    process.exit(2);
  }
  await (format === "json" ? json(site, files) : main(site, files, misses));
}
