// The search of a built site without a browser: its own script over its own index.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { gzipSync } from "node:zlib";

/** The engine of the site's `search.js`. */
export function script(site) {
  const name = readdirSync(join(site, "assets")).find((name) => /^search\.\w+\.js$/.test(name));
  const context = vm.createContext({ Intl });
  vm.runInContext(readFileSync(join(site, "assets", name), "utf8"), context);
  return context.faqtoryEngine;
}

/** The index of a locale (`he-il`): `find`, `index`, and what was read, by file, in bytes compressed. */
export function open(site, slug) {
  const folder = join(site, slug, "search");
  const read = new Map();
  const load = async (name) => {
    const text = readFileSync(join(folder, `${name}.js`));
    if (!read.has(name)) read.set(name, gzipSync(text).length);
    let said;
    vm.runInNewContext(text.toString(), { faqtorySearch: (_, __, ...data) => { said = data; } });
    return said;
  };
  const start = () => load("index").then(([index]) => ({ index, ...script(site).engine(index, load) }));
  return { start, read };
}

/** The locales of a site that have an index. */
export function locales(site) {
  return readdirSync(site).filter((slug) => existsSync(join(site, slug, "search", "index.js"))).sort();
}
