// Keeps one comment on the pull request: writes it, or edits the one of the last run. Runs no program and reads no article.
import { readFileSync } from "node:fs";
import { fail, input, warn } from "./runner.mjs";

/** What GitHub takes of a comment. */
const LONGEST = 65536;
/** Pages of a hundred comments that are looked through. */
const PAGES = 30;
const AUTHOR = "github-actions[bot]";

const repository = process.env.GITHUB_REPOSITORY;
const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, "utf8"));
// No two folders have the same one, and nothing in it ends a comment of HTML.
const folder = encodeURIComponent(input("directory") || ".").replaceAll("-", "%2D").replaceAll("%2F", "/");
const marker = `<!-- faqtory check ${folder} -->`;
const [title, ...lines] = read(input("report")).trimEnd().split("\n");
if (!/^### faqtory check: [\w, ]+$/.test(title)) fail("this is no report of `faqtory check`");
const rest = lines.join("\n").trim();
const body = [marker, title, ...rest ? ["", event.pull_request ? rest : asText(rest)] : []].join("\n") + "\n";
if (body.length > LONGEST) fail(`the report has ${body.length} characters, and a comment at most ${LONGEST}`);

const number = await pullRequest();
if (number === undefined) {
  console.log("There is no pull request to comment on.");
} else {
  const last = await kept(number);
  if (last === undefined) await ask("POST", `/issues/${number}/comments`, { body });
  else if (last.body.trimEnd() !== body.trimEnd()) await ask("PATCH", `/issues/comments/${last.id}`, { body });
}

/** A report of another workflow is what a contributor made of it: it is shown as it is written, without links and mentions. */
function asText(report) {
  const longest = Math.max(2, ...(report.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}markdown\n${report}\n${fence}`;
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    return fail(`the report cannot be read: ${error.message}`);
  }
}

/** The pull request of this run, or of the run that made the report; what names it comes from GitHub alone. */
async function pullRequest() {
  if (event.pull_request) return event.pull_request.number;
  const run = event.workflow_run;
  // A fork that is gone has no repository.
  if (run?.event !== "pull_request" || !run.head_repository) return undefined;
  const head = encodeURIComponent(`${run.head_repository.owner.login}:${run.head_branch}`);
  const open = await ask("GET", `/pulls?state=open&per_page=100&head=${head}`);
  return open.find((pull) => pull.head.sha === run.head_sha)?.number;
}

/** The comment of an earlier run. Anybody can write the marker: only the account of workflows is believed. */
async function kept(number) {
  for (let page = 1; page <= PAGES; page += 1) {
    const comments = await ask("GET", `/issues/${number}/comments?per_page=100&page=${page}`);
    const own = comments.find((comment) => comment.user?.login === AUTHOR && comment.body?.startsWith(marker));
    if (own || comments.length < 100) return own;
  }
  return undefined;
}

async function ask(method, path, data) {
  const response = await fetch(`${process.env.GITHUB_API_URL}/repos/${repository}${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${input("token")}`,
      "content-type": "application/json",
      "x-github-api-version": "2022-11-28",
    },
    body: data && JSON.stringify(data),
  }).catch((error) => fail(`GitHub cannot be reached: ${error.cause?.message ?? error.message}`));
  const isLimited = response.headers.has("retry-after") || response.headers.get("x-ratelimit-remaining") === "0";
  if (!isLimited && [401, 403, 404].includes(response.status)) {
    warn("The token may not write the comment, as in pull requests from forks.");
    process.exit(0);
  }
  if (!response.ok) fail(`${method} ${path} answers ${response.status}`);
  return response.json().catch(() => fail(`${method} ${path} answers what is no JSON`));
}
