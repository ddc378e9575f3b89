#!/usr/bin/env node
// Runs the program of the package for this platform, which npm installed beside this one. Downloads nothing.
"use strict";
const { spawnSync } = require("node:child_process");

const name = `@faqtory/${process.platform}-${process.arch}`;
const file = process.platform === "win32" ? "faqtory.exe" : "faqtory";
let program;
try {
  program = require.resolve(`${name}/${file}`);
} catch {
  console.error(`error: the package ${name} is not installed\nhelp: install without --omit=optional; there are programs for Linux and macOS (x64, arm64) and Windows (x64)`);
  process.exit(2);
}
const { error, signal, status } = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (error) {
  console.error(`error: ${program} cannot be run: ${error.message}`);
  process.exit(2);
}
if (signal) process.kill(process.pid, signal);
process.exit(status ?? 2);
