// What the steps of the action have in common: inputs, outputs, and how a step fails. Does no work of its own.
import { appendFileSync } from "node:fs";

/** An input of the step. */
export const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? "";

/** Tells later steps. */
export const output = (name, value) => appendFileSync(process.env.GITHUB_OUTPUT, `${name}=${value}\n`);

/** A line of the log that GitHub shows with the job. */
export const warn = (text) => console.log(`::warning title=Faqtory::${escaped(text)}`);

/** Ends the step. */
export function fail(text) {
  console.log(`::error title=Faqtory::${escaped(text)}`);
  process.exit(1);
}

// Nothing of others may end the command.
const escaped = (text) => String(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
