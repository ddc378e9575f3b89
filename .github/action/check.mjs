// Runs `faqtory check` over the files of the workspace: annotations, a step summary, and reports for the steps after it. Sends nothing.
import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, input, output } from "./runner.mjs";

// The program sees no token and no secret of the job.
const SEEN = ["GITHUB_WORKSPACE", "HOME", "PATH", "RUNNER_TEMP", "SystemRoot", "TEMP", "TMP", "TMPDIR", "USERPROFILE"];
const env = Object.fromEntries(SEEN.filter((name) => name in process.env).map((name) => [name, process.env[name]]));

const program = input("program");
const directory = input("directory") || ".";
if (directory.startsWith("-")) fail(`${directory} is not a folder`);

const markdown = checked("markdown", "pipe");
const sarif = checked("sarif", "ignore");
const report = written("faqtory.md", markdown.stdout);
appendFileSync(process.env.GITHUB_STEP_SUMMARY, markdown.stdout);
output("report", report);
output("sarif", written("faqtory.sarif", sarif.stdout));
output("code", markdown.status);
process.stdout.write(checked("github", "ignore").stdout);

/** What a check prints in a format. */
function checked(format, notes) {
  const since = revision();
  const options = [...(since ? ["--since", since] : []), "--format", format, "--color", "never"];
  const stdio = ["ignore", "pipe", notes];
  const run = spawnSync(program, ["check", directory, ...options], { env, stdio, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error) fail(`the program cannot be run: ${run.error.message}`);
  if (run.status !== 0 && run.status !== 1) {
    fail(run.stderr?.trim() || `faqtory ended with ${run.status ?? run.signal}`);
  }
  return run;
}

/** The revision that findings are compared with. */
function revision() {
  const since = input("since");
  if (since !== "auto") return since;
  const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, "utf8"));
  return event.pull_request?.base.sha ?? "";
}

function written(name, text) {
  const file = join(process.env.RUNNER_TEMP, name);
  writeFileSync(file, text);
  return file;
}
