//! `faqtory check --external` as a user runs it, against servers on loopback. No other host is asked.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::server::{Reaction, Request, Server, certificates};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    one_finding_an_address_with_all_its_places,
    every_format_has_the_finding,
    the_second_run_asks_nobody,
    offline_reports_what_is_known,
    fixes_keep_where_a_link_leads,
    comments_levels_and_the_baseline_count,
    what_a_change_touched_is_asked,
    files_and_locales_limit_what_is_asked,
    where_nothing_can_be_reached_it_is_said_once,
    certificates_are_those_of_the_user,
    a_proxy_of_the_user_is_asked,
    a_secret_comes_from_the_environment,
    without_the_option_nobody_is_asked,
];

fn react(request: &Request) -> Reaction {
    match request.target.as_str() {
        "/fine" => Reaction::page("<h1 id=top-of-page>Fine</h1><h2 id=part>Part</h2>"),
        "/moved" => Reaction::redirect(301, "/fine"),
        "/secret" if request.header("Authorization") == Some("Bearer s3cret") => Reaction::page("secret"),
        "/secret" => Reaction::status(404, "", ""),
        _ => Reaction::status(404, "", ""),
    }
}

const CONFIGURATION: &str =
    "[site]\nsource_locale = \"en-US\"\n[links.external]\nallow_private = [\"127.0.0.1\", \"localhost\"]\n";

/// A project in three locales whose articles link to a server.
fn project(server: &Server, more: &str, body: &str) -> TempDir {
    let body = body.replace("HOST", &format!("http://127.0.0.1:{}", server.port));
    let article = |title: &str, text: &str| format!("---\ntitle: {title}\n---\n\n# {title}\n\n{text}\n");
    site::project(&[
        ("faqtory.toml", &format!("{CONFIGURATION}{more}")),
        ("content/en-US/a.md", &article("Billing", &body)),
        ("content/de-DE/a.md", &article("Abrechnung", &body)),
        ("content/he-IL/a.md", &article("חיוב", &body)),
        ("content/en-US/b.md", &article("Reset", &body)),
    ])
}

fn command(dir: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    for proxy in [
        "ALL_PROXY",
        "HTTPS_PROXY",
        "HTTP_PROXY",
        "NO_PROXY",
        "all_proxy",
        "https_proxy",
        "http_proxy",
        "no_proxy",
    ] {
        command.env_remove(proxy);
    }
    command.env_remove("GITHUB_WORKSPACE").env_remove("NO_COLOR").current_dir(dir);
    command.arg("check").args(arguments);
    command
}

fn faqtory(dir: &Path, arguments: &[&str]) -> Output {
    command(dir, arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The findings on external links.
#[track_caller]
fn of(output: &Output) -> Vec<Value> {
    let report: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", text(&output.stderr)));
    let is_external = |found: &&Value| found["code"].as_str().unwrap().starts_with("external-");
    report["diagnostics"].as_array().unwrap().iter().filter(is_external).cloned().collect()
}

#[track_caller]
fn found(dir: &Path, arguments: &[&str]) -> Vec<Value> {
    of(&faqtory(dir, &[&["--external", "--format", "json"], arguments].concat()))
}

fn codes(found: &[Value]) -> Vec<String> {
    found.iter().map(|found| found["code"].as_str().unwrap().to_owned()).collect()
}

fn one_finding_an_address_with_all_its_places() {
    let server = Server::start(react);
    let dir = project(&server, "", "[1](HOST/gone) [2](HOST/gone#x) [3](HOST/fine#part) [4](HOST/fine#lost)");
    let found = found(dir.path(), &[]);
    assert_eq!(codes(&found), ["external-link-broken", "external-anchor-missing"]);
    let broken = &found[0];
    let place =
        |found: &Value| format!("{} {}:{}", found["path"], found["line"], found["column"]).replace('"', "");
    assert_eq!(
        (place(broken).as_str(), &broken["origin"]),
        ("content/en-US/a.md 7:5", &Value::from("source"))
    );
    assert_eq!(broken["locales"], serde_json::json!(["de-DE", "en-US", "he-IL"]));
    let places: Vec<String> = broken["places"].as_array().unwrap().iter().map(place).collect();
    assert_eq!(places.len(), 7);
    assert!(places.starts_with(&["content/de-DE/a.md 7:5".to_owned()]), "{places:?}");
    assert_eq!(server.requests(), ["GET /fine", "GET /gone"]);
}

fn every_format_has_the_finding() {
    let server = Server::start(react);
    let dir = project(&server, "", "[1](HOST/gone)");
    for (format, words) in [
        ("human", "= also: content/de-DE/a.md:7:5"),
        ("sarif", "\"relatedLocations\":[{"),
        ("github", "::error file=content/en-US/a.md,line=7"),
        ("junit", "external-link-broken"),
        ("markdown", "  - also at `content/de-DE/a.md:7:5`"),
        ("json", "\"places\":[{\"path\":\"content/de-DE/a.md\",\"line\":7,\"column\":5}"),
    ] {
        let output = faqtory(dir.path(), &["--external", "--format", format]);
        let printed = text(&output.stdout);
        assert!(printed.contains(words), "{format}: {printed}");
        assert_eq!(output.status.code(), Some(1), "{format}");
    }
    assert_eq!(server.requests(), ["GET /gone", "HEAD /gone"], "all but the first run know it");
}

fn the_second_run_asks_nobody() {
    let server = Server::start(react);
    let dir = project(&server, "cache = \".cache/links.jsonl\"\n", "[1](HOST/gone) [2](HOST/fine)");
    let first = found(dir.path(), &[]);
    let requests = server.requests().len();
    assert_eq!((found(dir.path(), &[]), server.requests().len()), (first, requests));
    let cache = std::fs::read_to_string(dir.path().join(".cache/links.jsonl")).unwrap();
    assert_eq!(cache.lines().count(), 2);
    let said = text(&faqtory(dir.path(), &["--external"]).stderr);
    assert!(said.contains("external links: 2 URLs, 0 asked now\n"), "{said}");
}

fn offline_reports_what_is_known() {
    let server = Server::start(react);
    let dir = project(&server, "", "[1](HOST/gone) [2](HOST/fine)");
    assert_eq!(codes(&found(dir.path(), &["--offline"])), [""; 0]);
    let said = text(&faqtory(dir.path(), &["--external", "--offline"]).stderr);
    assert!(said.contains("external links: 2 URLs, 0 asked now; 2 not known\n"), "{said}");
    assert_eq!(server.requests(), [""; 0]);
    found(dir.path(), &[]);
    let requests = server.requests().len();
    assert_eq!(codes(&found(dir.path(), &["--offline"])), ["external-link-broken"]);
    assert_eq!(server.requests().len(), requests);
    assert_eq!(faqtory(dir.path(), &["--offline"]).status.code(), Some(2));
}

fn fixes_keep_where_a_link_leads() {
    let server = Server::start(react);
    let dir = project(&server, "", "[1](HOST/moved#part) <HOST/moved> [2](HOST/gone)");
    let output = faqtory(dir.path(), &["--external", "--fix"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let host = server.url("");
    for path in ["en-US/a.md", "de-DE/a.md", "he-IL/a.md", "en-US/b.md"] {
        let article = std::fs::read_to_string(dir.path().join("content").join(path)).unwrap();
        assert!(
            article.contains(&format!("[1]({host}/fine#part) <{host}/fine> [2]({host}/gone)")),
            "{article}"
        );
    }
    assert_eq!(codes(&found(dir.path(), &[])), ["external-link-broken"]);
}

fn comments_levels_and_the_baseline_count() {
    let server = Server::start(react);
    let body = "[1](HOST/gone) <!-- faqtory-allow: external-link-broken -->";
    let dir = project(
        &server,
        "[checks]\nbaseline = \"known.txt\"\n[checks.levels]\nexternal-link-redirected = \"error\"\n",
        &format!("{body}\n\n[2](HOST/lost)\n\n[3](HOST/moved)"),
    );
    std::fs::write(dir.path().join("known.txt"), "").unwrap();
    let first = found(dir.path(), &[]);
    assert_eq!(codes(&first), ["external-link-broken", "external-link-redirected"]);
    assert_eq!(first[1]["severity"], "error");
    assert_eq!(faqtory(dir.path(), &["--external", "--write-baseline"]).status.code(), Some(0));
    assert_eq!(codes(&found(dir.path(), &[])), [""; 0]);
    // A run that asks nobody neither misses them nor forgets them.
    let said = text(&faqtory(dir.path(), &[]).stderr);
    assert!(!said.contains("no longer"), "{said}");
    assert!(!text(&faqtory(dir.path(), &["--format", "json"]).stdout).contains("unused-allow"));
    faqtory(dir.path(), &["--write-baseline"]);
    assert_eq!(codes(&found(dir.path(), &[])), [""; 0]);
}

fn what_a_change_touched_is_asked() {
    let server = Server::start(react);
    let dir = project(&server, "", "[1](HOST/gone)");
    site::git(dir.path(), None, &["init", "-q", "-b", "main"]);
    site::git(dir.path(), None, &["add", "-A"]);
    site::git(dir.path(), None, &["commit", "-qm", "Articles"]);
    assert_eq!(codes(&found(dir.path(), &["--since", "main"])), [""; 0]);
    assert_eq!(server.requests(), [""; 0]);
    let article = format!("---\ntitle: B\n---\n\n# B\n\n[1]({})\n", server.url("/lost"));
    std::fs::write(dir.path().join("content/en-US/b.md"), article).unwrap();
    assert_eq!(codes(&found(dir.path(), &["--since", "main"])), ["external-link-broken"]);
    assert_eq!(server.requests(), ["GET /lost", "HEAD /lost"]);
}

fn files_and_locales_limit_what_is_asked() {
    let server = Server::start(react);
    let dir = project(&server, "", "[1](HOST/gone)");
    let article = format!("---\ntitle: B\n---\n\n# B\n\n[1]({})\n", server.url("/lost"));
    std::fs::write(dir.path().join("content/en-US/b.md"), article).unwrap();
    let found = found(dir.path(), &["content/en-US/b.md"]);
    assert_eq!((codes(&found), server.requests().len()), (vec!["external-link-broken".to_owned()], 2));
    let found = self::found(dir.path(), &["--locale", "de-DE"]);
    assert_eq!((found[0]["path"].as_str(), server.requests().len()), (Some("content/de-DE/a.md"), 4));
}

fn where_nothing_can_be_reached_it_is_said_once() {
    // A port that nobody listens at any more.
    let gone = Server::start(react);
    let dir = project(&gone, "retries = 0\n", "[1](HOST/a) [2](HOST/b)");
    let port = gone.port;
    drop(gone);
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {}
    let output = faqtory(dir.path(), &["--external", "--format", "json", "--quiet"]);
    assert_eq!((codes(&of(&output)), output.status.code()), (Vec::new(), Some(1)));
    let said = text(&output.stderr);
    assert_eq!(
        said.matches("no host could be reached, so nothing is known of 2 external URLs").count(),
        1,
        "{said}"
    );
}

fn certificates_are_those_of_the_user() {
    let page = |_: &Request| Reaction::page("x");
    let servers = [
        Server::start_tls("good", "server", page),
        Server::start_tls("other", "server", page),
        Server::start_tls("expired", "server", page),
        Server::start_tls("stranger", "stranger", page),
    ];
    let links: Vec<String> =
        servers.iter().map(|server| format!("[x](https://localhost:{}/x)", server.port)).collect();
    let dir = project(&servers[0], "retries = 0\n", &links.join("\n"));
    let mut command = command(dir.path(), &["--external", "--format", "json"]);
    command.env("SSL_CERT_FILE", certificates().join("ca.pem")).env_remove("SSL_CERT_DIR");
    let found = of(&command.output().unwrap());
    let judged: Vec<String> = found
        .iter()
        .map(|found| {
            let message = found["message"].as_str().unwrap();
            let server =
                servers.iter().position(|server| message.contains(&format!(":{}/", server.port))).unwrap();
            let words = message.split_once("` ").unwrap().1.split(" (").next().unwrap();
            format!("{server} {} {words}", found["code"]).replace('"', "")
        })
        .collect();
    assert_eq!(
        judged,
        [
            "1 external-link-broken has a certificate that is not valid",
            "2 external-link-broken has a certificate that is not valid",
            "3 external-link-unreachable has a certificate that this machine does not trust",
        ]
    );
}

fn a_proxy_of_the_user_is_asked() {
    let proxy = Server::start(|request| match request.target.as_str() {
        "http://somewhere.dev/x" => Reaction::page("x"),
        "http://elsewhere.dev/" => Reaction::redirect(302, "http://10.0.0.1/"),
        _ => Reaction::status(404, "", ""),
    });
    let dir = project(
        &proxy,
        "",
        "[1](http://somewhere.dev/x) [2](http://somewhere.dev/y) [3](http://elsewhere.dev/)",
    );
    let mut command = command(dir.path(), &["--external", "--format", "json"]);
    // The proxy may stand in a private network, what it is asked for may not.
    command.env("HTTP_PROXY", proxy.url(""));
    std::fs::write(dir.path().join("faqtory.toml"), "[site]\nsource_locale = \"en-US\"\n").unwrap();
    let found = of(&command.output().unwrap());
    assert_eq!(codes(&found), ["external-link-broken", "external-link-unreachable"], "{found:?}");
    let asked = proxy.requests();
    assert!(asked.contains(&"HEAD http://somewhere.dev/x".to_owned()), "{asked:?}");
    assert!(!asked.iter().any(|request| request.contains("10.0.0.1")), "{asked:?}");
}

fn a_secret_comes_from_the_environment() {
    let server = Server::start(react);
    let headers =
        format!("headers = {{ \"127.0.0.1:{}\" = {{ Authorization = \"TEST_TOKEN\" }} }}\n", server.port);
    let dir = project(&server, &headers, "[1](HOST/secret)");
    let mut command = command(dir.path(), &["--external", "--format", "json"]);
    // Without it, or with one that cannot be sent, the host is not asked.
    for value in ["", "a\nb", "ключ"] {
        let output = command.env("TEST_TOKEN", value).output().unwrap();
        assert_eq!((codes(&of(&output)), output.status.code()), (Vec::new(), Some(0)), "{value}");
        let said = text(&output.stderr);
        assert!(said.contains("no usable value in the environment for TEST_TOKEN"), "{said}");
    }
    let said = text(&faqtory(dir.path(), &["--external"]).stderr);
    assert!(said.contains("external links: 1 URL, 0 asked now; 1 not known\n"), "{said}");
    assert_eq!(server.requests(), [""; 0]);
    // A file of secrets ends its lines.
    assert_eq!(codes(&of(&command.env("TEST_TOKEN", "Bearer s3cret\n").output().unwrap())), [""; 0]);
    assert_eq!(server.requests(), ["HEAD /secret"]);
    let cache = std::fs::read_to_string(dir.path().join(".faqtory/external-links.jsonl")).unwrap();
    assert!(!cache.contains("s3cret"), "{cache}");
}

fn without_the_option_nobody_is_asked() {
    let server = Server::start(react);
    let dir = project(&server, "", "[1](HOST/gone)");
    let output = faqtory(dir.path(), &["--format", "json"]);
    assert_eq!((output.status.code(), codes(&of(&output))), (Some(0), Vec::new()));
    assert_eq!(server.requests(), [""; 0]);
    assert!(!dir.path().join(".faqtory").exists());
}
