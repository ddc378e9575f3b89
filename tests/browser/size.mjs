// What a reader's line carries before an article can be read: `node size.mjs SITE_DIR` prints {"articles","median","largest","page",
// "long","over"}, the bytes of page and style sheet together, each packed as a server packs them. Above the budget are as many pages as `long`
// because their own text is, and `over` for another reason.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const site = process.argv[2];
const packed = (file) => gzipSync(readFileSync(file), { level: 6 }).length;
const style = readdirSync(join(site, "assets")).find((name) => /^style\..*\.css$/.test(name));
const sheet = packed(join(site, "assets", style));
const isArticle = (name) => /^[^/]+\/.+\/index\.html$/.test(name) && !/^open\/|^[^/]+\/all\//.test(name);
const files = readdirSync(site, { recursive: true }).map((name) => name.replaceAll("\\", "/")).filter(isArticle);
const sizes = files.map((name) => [packed(join(site, name)) + sheet, name]).sort(([one], [other]) => one - other);
const [largest, page] = sizes.at(-1);
const budget = 14 * 1024;
const text = (name) => gzipSync(readFileSync(join(site, name), "utf8").split('<div class="text">')[1] ?? "").length;
const above = sizes.filter(([size]) => size > budget);
const over = above.filter(([, name]) => text(name) < budget / 2).map(([, name]) => name);
const median = sizes[sizes.length >> 1][0];
console.log(JSON.stringify({ articles: sizes.length, median, largest, page, long: above.length - over.length, over }));
