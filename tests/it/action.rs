//! The action for GitHub: its steps run as `action.yml` has them, by a test that plays the runner, against a host on loopback.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{Need, Test, need, tests};
use crate::server::{Reaction, Request, Server};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    one_comment_at_any_number_of_locales,
    the_comment_is_edited_in_place,
    a_comment_of_somebody_else_is_left_alone,
    without_the_right_to_comment_the_summary_has_the_report,
    the_report_of_a_fork_is_commented_by_a_second_workflow,
    another_program_than_the_pinned_one_is_not_unpacked,
    the_program_sees_no_token,
    shallow_history_is_explained,
    the_template_for_gitlab_reports_to_merge_requests,
];

const TAGS: &[&str] = &[
    "en-US",
    "fr-FR",
    "de-DE",
    "he-IL",
    "lv-LV",
    "ja-JP",
    "ro-RO",
    "sl-SI",
    "ar-SA",
    "bg-BG",
    "ca-ES",
    "cs-CZ",
    "da-DK",
    "el-GR",
    "es-ES",
    "et-EE",
    "eu-ES",
    "fi-FI",
    "hi-IN",
    "hr-HR",
    "hu-HU",
    "id-ID",
    "it-IT",
    "ko-KR",
    "lt-LT",
    "nb-NO",
    "nl-NL",
    "pl-PL",
    "pt-BR",
    "pt-PT",
    "ru-RU",
    "sk-SK",
    "sr-Latn-RS",
    "sv-SE",
    "th-TH",
    "tr-TR",
    "uk-UA",
    "vi-VN",
    "zh-CN",
    "zh-TW",
];

/// A repository of articles in so many locales, and on the branch that is checked out a change: a heading is reworded that an
/// article links to, an article is renamed, one changes in no word, one has a new link to nowhere.
fn changed(locales: usize) -> TempDir {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    let put = |path: &str, text: &str| {
        fs::create_dir_all(at.join(path).parent().unwrap()).unwrap();
        fs::write(at.join(path), text).unwrap();
    };
    let article = |tag: &str, name: &str, body: &str| {
        let own = if tag == "en-US" { String::new() } else { format!(" ({tag})") };
        put(
            &format!("content/{tag}/{name}.md"),
            &format!("---\ntitle: {name}{own}\nlocale: {tag}\n---\n\n# {name}{own}\n\n{body}{own}\n"),
        );
    };
    put("faqtory.toml", "[site]\ntitle = \"Help\"\nsource_locale = \"en-US\"\n");
    for tag in &TAGS[..locales] {
        article(tag, "pay", "## How long does it take?\n\nA payment takes two days.");
        article(
            tag,
            "start",
            "Read [how to pay](pay.md#how-long-does-it-take) and [how to return](return.md).",
        );
        article(tag, "return", "Send it back within a month.");
        article(tag, "note", "Keep the box.");
    }
    if locales > 1 {
        let stamp =
            Command::new(env!("CARGO_BIN_EXE_faqtory")).arg("stamp").current_dir(at).output().unwrap();
        assert!(stamp.status.success(), "{}", String::from_utf8_lossy(&stamp.stderr));
    }
    site::git(at, None, &["init", "-q", "-b", "main"]);
    commit(at);
    site::git(at, None, &["checkout", "-qb", "topic"]);
    article("en-US", "pay", "## When does it arrive?\n\nA payment takes two days.");
    article("en-US", "note", "Keep  the box.");
    fs::rename(at.join("content/en-US/return.md"), at.join("content/en-US/send-back.md")).unwrap();
    article("en-US", "rates", "See [prices](price.md).");
    commit(at);
    dir
}

fn commit(at: &Path) {
    site::git(at, Some("2026-01-02"), &["add", "-A"]);
    site::git(at, Some("2026-01-02"), &["commit", "-qm", "Articles"]);
}

fn revision(at: &Path, name: &str) -> String {
    let output = Command::new("git").current_dir(at).args(["rev-parse", name]).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// An archive as a release has it, of this program: the script that stands for it says what it sees of the environment.
fn archive(target: &str) -> Vec<u8> {
    let dir = TempDir::new().unwrap();
    let name = format!("faqtory-9.9.9-{target}");
    fs::create_dir(dir.path().join(&name)).unwrap();
    let program = dir.path().join(&name).join("faqtory");
    let script = format!(
        "#!/bin/sh\nenv | cut -d= -f1 >> \"$RUNNER_TEMP/seen\"\nexec '{}' \"$@\"\n",
        env!("CARGO_BIN_EXE_faqtory")
    );
    fs::write(&program, script).unwrap();
    assert!(Command::new("chmod").arg("+x").arg(&program).status().unwrap().success());
    let tar = Command::new("tar").current_dir(dir.path()).args(["-cf", "archive", &name]).status().unwrap();
    assert!(tar.success());
    fs::read(dir.path().join("archive")).unwrap()
}

fn sha256(bytes: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), bytes).unwrap();
    let output = Command::new("sha256sum").arg(file.path()).output().unwrap();
    String::from_utf8(output.stdout).unwrap().split_whitespace().next().unwrap().to_owned()
}

type Comments = Arc<Mutex<Vec<Value>>>;

/// What the token of a run may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Writes,
    Reads,
}

/// The releases, and the interface for pull requests, of which number 7 is open.
fn host(archive: Vec<u8>, token: Token, comments: &Comments, head: String) -> Server {
    let comments = Arc::clone(comments);
    Server::start(move |request| {
        if request.target.starts_with("/releases/v9.9.9/faqtory-9.9.9-") {
            let mut answer =
                format!("HTTP/1.1 200 X\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", archive.len())
                    .into_bytes();
            answer.extend(&archive);
            return Reaction::Raw(answer);
        }
        if request.target.starts_with("/releases/") {
            return Reaction::status(404, "", "");
        }
        assert_eq!(request.header("authorization"), Some("Bearer the-token"));
        answer(request, token, &mut comments.lock().unwrap(), &head)
    })
}

fn answer(request: &Request, token: Token, comments: &mut Vec<Value>, head: &str) -> Reaction {
    let json = |status, value: &Value| {
        Reaction::status(status, "Content-Type: application/json", &value.to_string())
    };
    let body = || serde_json::from_str::<Value>(&request.body).unwrap()["body"].clone();
    let path = request.target.strip_prefix("/repos/owner/help").unwrap();
    match (request.method.as_str(), path) {
        ("GET", "/pulls?state=open&per_page=100&head=someone%3Atopic") => json(
            200,
            &json!([{ "number": 6, "head": { "sha": "0" } }, { "number": 7, "head": { "sha": head } }]),
        ),
        ("GET", _) => {
            let page: usize =
                path.strip_prefix("/issues/7/comments?per_page=100&page=").unwrap().parse().unwrap();
            json(200, &comments.chunks(100).nth(page - 1).unwrap_or_default().into())
        }
        (_, _) if token == Token::Reads => {
            json(403, &json!({ "message": "Resource not accessible by integration" }))
        }
        ("POST", "/issues/7/comments") => {
            let user = json!({ "login": "github-actions[bot]" });
            comments.push(json!({ "id": 100 + comments.len(), "user": user, "body": body() }));
            json(201, &json!({}))
        }
        ("PATCH", _) => {
            let id: u64 = path.strip_prefix("/issues/comments/").unwrap().parse().unwrap();
            let comment = comments.iter_mut().find(|comment| comment["id"] == id).unwrap();
            comment["body"] = body();
            json(200, &json!({}))
        }
        other => panic!("{other:?}"),
    }
}

/// What a run of the action did.
#[derive(Debug, Default)]
struct Run {
    /// Whether no step failed.
    succeeded: bool,
    log: String,
    summary: String,
    /// Other actions that it used, with what they were given.
    used: Vec<(String, BTreeMap<String, String>)>,
    /// Names of the variables that the program saw.
    seen: String,
    outputs: BTreeMap<String, String>,
}

/// Plays the runner of GitHub.
struct Runner<'a> {
    workspace: &'a Path,
    temp: TempDir,
    host: &'a Server,
    event: Value,
    values: BTreeMap<String, String>,
}

impl<'a> Runner<'a> {
    fn new(workspace: &'a Path, host: &'a Server, event: Value, inputs: &[(&str, &str)]) -> Self {
        for program in ["bash", "git", "tar"] {
            need(Need::Program(program));
        }
        need(Need::Node);
        let mut values = BTreeMap::from([("github.token".to_owned(), "the-token".to_owned())]);
        for (name, input) in action()["inputs"].as_object().unwrap() {
            values.insert(format!("inputs.{name}"), input["default"].as_str().unwrap().to_owned());
        }
        values.insert("inputs.releases".to_owned(), host.url("/releases"));
        values.extend(inputs.iter().map(|(name, value)| (format!("inputs.{name}"), (*value).to_owned())));
        Self { workspace, temp: TempDir::new().unwrap(), host, event, values }
    }

    fn run(mut self) -> Run {
        let mut run = Run { succeeded: true, ..Run::default() };
        fs::write(self.file("event"), self.event.to_string()).unwrap();
        fs::write(self.file("summary"), "").unwrap();
        for step in action()["runs"]["steps"].as_array().unwrap() {
            if !step["if"].as_str().is_none_or(|condition| self.holds(condition)) {
                continue;
            }
            if let Some(uses) = step["uses"].as_str() {
                run.used.push((uses.to_owned(), self.filled(&step["with"])));
            } else if !self.shell(step, &mut run.log) {
                run.succeeded = false;
                break;
            }
        }
        run.summary = fs::read_to_string(self.file("summary")).unwrap();
        run.seen = fs::read_to_string(self.file("seen")).unwrap_or_default();
        run.outputs = self.values;
        run
    }

    fn file(&self, name: &str) -> PathBuf {
        self.temp.path().join(name)
    }

    /// A step of bash, with a new file for what it tells later ones.
    fn shell(&mut self, step: &Value, log: &mut String) -> bool {
        let output = self.file("output");
        fs::write(&output, "").unwrap();
        let mut bash = Command::new("bash");
        bash.current_dir(self.workspace).args(["--noprofile", "--norc", "-eo", "pipefail", "-c"]);
        bash.arg(step["run"].as_str().unwrap()).stdin(Stdio::null());
        bash.env("GITHUB_ACTION_PATH", env!("CARGO_MANIFEST_DIR")).env("GITHUB_API_URL", self.host.url(""));
        bash.env("GITHUB_EVENT_PATH", self.file("event")).env("GITHUB_OUTPUT", &output);
        bash.env("GITHUB_REPOSITORY", "owner/help").env("GITHUB_STEP_SUMMARY", self.file("summary"));
        bash.env("GITHUB_WORKSPACE", self.workspace).env("RUNNER_TEMP", self.temp.path());
        bash.env("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "secret").envs(self.filled(&step["env"]));
        let done = bash.output().unwrap();
        log.push_str(&String::from_utf8(done.stdout).unwrap());
        log.push_str(&String::from_utf8(done.stderr).unwrap());
        for line in fs::read_to_string(&output).unwrap().lines() {
            let (name, value) = line.split_once('=').unwrap();
            self.values
                .insert(format!("steps.{}.outputs.{name}", step["id"].as_str().unwrap()), value.to_owned());
        }
        done.status.success()
    }

    /// The values of a mapping, with what stands in `${{ … }}`.
    fn filled(&self, mapping: &Value) -> BTreeMap<String, String> {
        let values = mapping.as_object().into_iter().flatten();
        let fill = |text: &str| {
            let mut parts = text.split("${{");
            let mut out = parts.next().unwrap().to_owned();
            for part in parts {
                let (expression, rest) = part.split_once("}}").unwrap();
                let value =
                    expression.split("||").map(|name| self.value(name)).find(|value| !value.is_empty());
                let _ = write!(out, "{}{rest}", value.unwrap_or_default());
            }
            out
        };
        values.map(|(name, value)| (name.clone(), fill(value.as_str().unwrap()))).collect()
    }

    fn value(&self, name: &str) -> String {
        let name = name.trim();
        assert!(["inputs.", "steps.", "github.token"].iter().any(|known| name.starts_with(known)), "{name}");
        self.values.get(name).cloned().unwrap_or_default()
    }

    fn holds(&self, condition: &str) -> bool {
        condition.split(" && ").all(|term| {
            let (name, text) = term.split_once(" == ").unwrap();
            self.value(name) == text.trim_matches('\'')
        })
    }
}

fn action() -> Value {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("action.yml")).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

fn target() -> &'static str {
    if cfg!(target_arch = "aarch64") { "aarch64-unknown-linux-musl" } else { "x86_64-unknown-linux-musl" }
}

fn pull_request(workspace: &Path) -> Value {
    json!({ "pull_request": { "number": 7, "base": { "sha": revision(workspace, "main") } } })
}

/// A run on pull request 7 with the right program.
fn run(workspace: &Path, token: Token, comments: &Comments, inputs: &[(&str, &str)]) -> Run {
    let archive = archive(target());
    let sum = sha256(&archive);
    let host = host(archive, token, comments, revision(workspace, "topic"));
    let inputs = [&[("version", "9.9.9"), ("sha256", &*sum)], inputs].concat();
    Runner::new(workspace, &host, pull_request(workspace), &inputs).run()
}

fn bodies(comments: &Comments) -> Vec<String> {
    comments.lock().unwrap().iter().map(|comment| comment["body"].as_str().unwrap().to_owned()).collect()
}

fn one_comment_at_any_number_of_locales() {
    for locales in [1, 7, 40] {
        let (repository, comments) = (changed(locales), Comments::default());
        let run = run(repository.path(), Token::Writes, &comments, &[("sarif", "true")]);
        let [comment] = bodies(&comments).try_into().unwrap();
        assert!(comment.len() <= 65_536, "{}", comment.len());
        insta::assert_snapshot!(format!("comment_at_{locales}"), comment);
        assert_eq!(comment.split_once('\n').unwrap().1, run.summary);
        let annotation = "::error file=content/en-US/rates.md,line=8,endLine=8,col=5";
        assert!(!run.succeeded && run.log.contains(annotation), "{}", run.log);
        let [(uses, with)] = run.used.try_into().unwrap();
        assert!(uses.starts_with("github/codeql-action/upload-sarif@"));
        assert!(with["sarif_file"].ends_with("faqtory.sarif") && with["category"] == "faqtory-.");
        assert_eq!(run.outputs["steps.check.outputs.code"], "1");
    }
}

fn the_comment_is_edited_in_place() {
    let (repository, comments) = (changed(2), Comments::default());
    let other = |id: usize| json!({ "id": id, "user": { "login": "someone" }, "body": "Nice" });
    comments.lock().unwrap().extend((0..100).map(other));
    run(repository.path(), Token::Writes, &comments, &[]);
    site::git(repository.path(), None, &["checkout", "-q", "main"]);
    let clear = run(repository.path(), Token::Writes, &comments, &[]);
    assert!(clear.succeeded, "{}", clear.log);
    let comments = bodies(&comments);
    assert_eq!(comments.len(), 101);
    assert_eq!(
        comments[100],
        "<!-- faqtory check . -->\n### faqtory check: 0 errors, 0 warnings, 0 suggestions\n\n8 articles\n"
    );
}

fn a_comment_of_somebody_else_is_left_alone() {
    let (repository, comments) = (changed(1), Comments::default());
    let theirs = json!({ "id": 1, "user": { "login": "someone" }, "body": "<!-- faqtory check . -->\nmine" });
    comments.lock().unwrap().push(theirs);
    run(repository.path(), Token::Writes, &comments, &[]);
    let comments = bodies(&comments);
    assert_eq!((comments.len(), &*comments[0]), (2, "<!-- faqtory check . -->\nmine"));
}

fn without_the_right_to_comment_the_summary_has_the_report() {
    let (repository, comments) = (changed(1), Comments::default());
    let run = run(repository.path(), Token::Reads, &comments, &[("fail", "false")]);
    assert!(
        run.succeeded && run.log.contains("::warning title=Faqtory::The token may not write the comment")
    );
    assert!(
        bodies(&comments).is_empty() && run.summary.starts_with("### faqtory check: 2 errors"),
        "{}",
        run.summary
    );
}

fn the_report_of_a_fork_is_commented_by_a_second_workflow() {
    let (repository, comments) = (changed(1), Comments::default());
    let head = revision(repository.path(), "topic");
    let host = host(Vec::new(), Token::Writes, &comments, head.clone());
    let event = json!({ "workflow_run": {
        "event": "pull_request", "head_sha": head, "head_branch": "topic",
        "head_repository": { "owner": { "login": "someone" } },
    } });
    let file = tempfile::NamedTempFile::new().unwrap();
    let report = file.path().to_str().unwrap();
    // What a contributor wrote is neither markup nor a mention there.
    let hostile = "### faqtory check: 1 error\n\n@everyone [Sign in](https://evil.example)\n```\n![p](q)";
    let fenced = "### faqtory check: 1 error\n\n````markdown\n@everyone [Sign in](https://evil.example)\n```\n![p](q)\n````\n";
    let reports = [
        ("@everyone", None),
        ("### faqtory check: @everyone", None),
        ("### faqtory check: 1 error", Some("### faqtory check: 1 error\n")),
        (hostile, Some(fenced)),
    ];
    for (text, comment) in reports {
        fs::write(report, text).unwrap();
        let run = Runner::new(repository.path(), &host, event.clone(), &[("report", report)]).run();
        assert_eq!(run.succeeded, comment.is_some(), "{}", run.log);
        assert_eq!(
            bodies(&comments).first().and_then(|body| body.split_once('\n')).map(|(_, body)| body),
            comment
        );
    }
    assert_eq!(host.requests().iter().filter(|request| request.contains("/releases/")).count(), 0);
}

fn another_program_than_the_pinned_one_is_not_unpacked() {
    let (repository, comments) = (changed(1), Comments::default());
    let host = host(archive(target()), Token::Writes, &comments, String::new());
    let event = pull_request(repository.path());
    for (inputs, why) in [
        (&[("version", "9.9.9"), ("sha256", &*"0".repeat(64))][..], "it was not unpacked"),
        (&[("version", "9.9.9")], "the action pins no checksum of 9.9.9"),
        (&[("version", "../9")], "../9 is not a version"),
        (&[("version", "9.9.8"), ("sha256", &*"0".repeat(64))], "answers 4"),
    ] {
        let run = Runner::new(repository.path(), &host, event.clone(), inputs).run();
        assert!(!run.succeeded && run.log.contains(why) && run.seen.is_empty(), "{}", run.log);
    }
}

fn the_program_sees_no_token() {
    let (repository, comments) = (changed(1), Comments::default());
    let seen = run(repository.path(), Token::Writes, &comments, &[]).seen;
    assert!(seen.contains("GITHUB_WORKSPACE\n") && !seen.contains("TOKEN"), "{seen}");
}

fn shallow_history_is_explained() {
    let (repository, comments) = (changed(1), Comments::default());
    let run = run(repository.path(), Token::Writes, &comments, &[("since", "nowhere")]);
    assert!(!run.succeeded && run.log.contains("set `fetch-depth: 0` for actions/checkout"), "{}", run.log);
    assert!(bodies(&comments).is_empty());
}

/// The script of the template, run as GitLab does: one shell for all lines.
fn the_template_for_gitlab_reports_to_merge_requests() {
    for program in ["bash", "curl", "git", "tar"] {
        need(Need::Program(program));
    }
    let template = Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/gitlab/check.yml");
    let template: Value = serde_yaml::from_str(&fs::read_to_string(template).unwrap()).unwrap();
    let lines: Vec<&str> =
        template["faqtory"]["script"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    let (repository, releases) = (changed(2), TempDir::new().unwrap());
    let archive = archive(target());
    fs::create_dir(releases.path().join("v9.9.9")).unwrap();
    fs::write(releases.path().join(format!("v9.9.9/faqtory-9.9.9-{}.tar.xz", target())), &archive).unwrap();
    let run = |sum: &str| {
        let mut bash = Command::new("bash");
        bash.current_dir(repository.path()).args(["-eo", "pipefail", "-c", &lines.join("\n")]);
        bash.env("FAQTORY_VERSION", "9.9.9").env("FAQTORY_SHA256", sum).env("FAQTORY_TARGET", target());
        bash.env("FAQTORY_RELEASES", format!("file://{}", releases.path().display()))
            .env("FAQTORY_DIRECTORY", ".");
        bash.env("CI_MERGE_REQUEST_DIFF_BASE_SHA", revision(repository.path(), "main"));
        bash.env("RUNNER_TEMP", releases.path());
        bash.output().unwrap().status.code()
    };
    let quality = repository.path().join("faqtory-codequality.json");
    assert!(run(&"0".repeat(64)) == Some(1) && !quality.exists());
    assert_eq!(run(&sha256(&archive)), Some(1));
    let issues: Vec<Value> = serde_json::from_str(&fs::read_to_string(quality).unwrap()).unwrap();
    let is_error = |issue: &&Value| {
        issue["severity"] == "major" && issue["location"]["path"] == "content/en-US/rates.md"
    };
    assert!(issues.iter().any(|issue| is_error(&issue)), "{issues:?}");
    let markdown = fs::read_to_string(repository.path().join("faqtory.md")).unwrap();
    assert!(markdown.starts_with("### faqtory check: 1 error"), "{markdown}");
}
