// Downloads the program of a release, and unpacks it only if it is the one that was pinned. Runs nothing of it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, input, output } from "./runner.mjs";

const TARGETS = {
  "linux-x64": "x86_64-unknown-linux-musl",
  "linux-arm64": "aarch64-unknown-linux-musl",
  "darwin-x64": "x86_64-apple-darwin",
  "darwin-arm64": "aarch64-apple-darwin",
  "win32-x64": "x86_64-pc-windows-msvc",
};
const TRIES = 3;

const pinned = JSON.parse(readFileSync(new URL("pinned.json", import.meta.url), "utf8"));
const machine = `${process.platform}-${process.arch}`;
const target = TARGETS[machine] ?? fail(`there is no program for ${machine}`);
const version = input("version") || pinned.version;
if (!version) fail("this version of the action pins no release: name `version` and `sha256`");
if (!/^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) fail(`${version} is not a version`);
const expected = (input("sha256") || (version === pinned.version ? pinned.sha256[target] : "") || "").toLowerCase();
if (!/^[0-9a-f]{64}$/.test(expected)) fail(`name \`sha256\`: the action pins no checksum of ${version} for ${target}`);

const name = `faqtory-${version}-${target}`;
const url = `${input("releases")}/v${version}/${name}.${process.platform === "win32" ? "zip" : "tar.xz"}`;
const archive = await downloaded(url);
const found = createHash("sha256").update(archive).digest("hex");
if (found !== expected) fail(`${url} has the SHA-256 ${found}, not ${expected}: it was not unpacked`);

const folder = join(process.env.RUNNER_TEMP, `faqtory-${version}`);
const file = join(folder, url.slice(url.lastIndexOf("/") + 1));
mkdirSync(folder, { recursive: true });
writeFileSync(file, archive);
// On Windows the `tar` of Git, which bash finds first, takes no zip.
const tar = process.platform === "win32" ? join(process.env.SystemRoot, "System32", "tar.exe") : "tar";
execFileSync(tar, ["-xf", file, "-C", folder]);
output("program", join(folder, name, process.platform === "win32" ? "faqtory.exe" : "faqtory"));

async function downloaded(url) {
  for (let tried = 1; ; tried += 1) {
    try {
      const response = await fetch(url);
      if (response.ok) return Buffer.from(await response.arrayBuffer());
      // What is not there now will not be there in a moment.
      if (response.status < 500 || tried === TRIES) fail(`${url} answers ${response.status}`);
    } catch (error) {
      if (tried === TRIES) fail(`${url} cannot be had: ${error.cause?.message ?? error.message}`);
    }
  }
}
