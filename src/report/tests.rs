//! Every format over the same findings.

use std::sync::Arc;

use serde_json::Value;

use super::check::{CheckReport, Rule, StatesOfTranslations, github, human, json, junit, markdown, sarif};
use super::*;
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Origin, Severity, Span};
use crate::locale::Locale;

const HEBREW: &str = "# כותרת\n\nראה [חיוב](biling.md)\n\ttab <a:b,c%>\n";
const JAPANESE: &str = "設定は[開く](B.md)こと\n";

/// One text, whatever the path.
pub(super) struct One(pub(super) &'static str);

impl Texts for One {
    fn text(&self, _: &str) -> Option<&str> {
        Some(self.0)
    }
}

/// A finding of the author's own: `file-not-found`, an error.
pub(super) fn finding(path: &str, span: Span, message: &str, help: &str) -> Diagnostic {
    Diagnostic {
        path: path.into(),
        span,
        code: "file-not-found",
        severity: Severity::Error,
        origin: Origin::Translation,
        locale: None,
        locales: Vec::new(),
        flaw: None,
        places: Vec::new(),
        message: message.to_owned(),
        help: Some(help.to_owned()),
        fix: None,
    }
}

struct Two;

impl Texts for Two {
    fn text(&self, path: &str) -> Option<&str> {
        if path.contains("ja-JP") { Some(JAPANESE) } else { Some(HEBREW) }
    }
}

fn diagnostic(path: &str, tag: &str, severity: Severity, code: &'static str, span: Span) -> Diagnostic {
    let locale = Locale::parse(tag).unwrap();
    Diagnostic {
        path: Arc::from(path),
        span,
        code,
        severity,
        origin: Origin::Translation,
        locales: vec![locale.clone()],
        locale: Some(locale),
        flaw: None,
        places: Vec::new(),
        message: format!("{code}: 100 % of `x`, y"),
        help: None,
        fix: None,
    }
}

fn find(text: &str, part: &str) -> Span {
    let start = text.find(part).unwrap();
    Span::new(start, start + part.len())
}

fn findings() -> Vec<Diagnostic> {
    let span = find(HEBREW, "[חיוב](biling.md)");
    let mut first = diagnostic("content/he-IL/a b.md", "he-IL", Severity::Error, "file-not-found", span);
    first.help = Some("did you mean `billing.md`?".to_owned());
    let edits = vec![Edit { span: find(HEBREW, "biling.md"), text: "billing.md".to_owned() }];
    first.fix = Some(Fix { applicability: Applicability::Safe, edits });
    first.origin = Origin::Source;
    first.locales = ["he-IL", "lv-LV"].map(|tag| Locale::parse(tag).unwrap()).to_vec();
    let two_lines = Span { start: span.start, end: find(HEBREW, "tab").end };
    let second = diagnostic("content/he-IL/a b.md", "he-IL", Severity::Warning, "removed-html", two_lines);
    let one =
        |path, tag| diagnostic(path, tag, Severity::Suggestion, "case-mismatch", find(JAPANESE, "開く"));
    let third = one("content/ja-JP/c:d.md", "ja-JP");
    let mut fourth = one("content/zh-CN/c:d.md", "zh-CN");
    fourth.path = Arc::from("content/zh-CN/c:d.md");
    let fourth = Diagnostic { span: Span::new(3, 4), ..fourth };
    vec![first, second, third, fourth]
}

const RULES: [Rule; 2] = [
    Rule {
        code: "case-mismatch",
        severity: Severity::Warning,
        summary: "a summary",
        explanation: "## What it does\nx",
    },
    Rule { code: "file-not-found", severity: Severity::Error, summary: "b", explanation: "y" },
];

#[test]
fn for_people() {
    insta::assert_snapshot!(human::render(&findings(), &Two, Colour::Plain));
}

#[test]
fn many_places_of_one_mistake_are_counted() {
    let tags =
        ["bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "it", "ja", "ko", "lt", "lv"];
    let one =
        |tag: &str| diagnostic(&format!("content/{tag}/a.md"), tag, Severity::Error, "x-y", Span::new(0, 1));
    let all: Vec<Diagnostic> = tags.iter().map(|tag| one(tag)).collect();
    let text = human::render(&all, &Two, Colour::Plain);
    assert_eq!(text.matches("error[x-y]").count(), 1);
    assert!(text.contains("content/cs/a.md:1:1") && text.contains("and in 3 more files"), "{text}");
}

#[test]
fn statistics_count_codes() {
    let rows = statistics::count(&findings());
    insta::assert_snapshot!(statistics::human::render(&rows, Colour::Plain));
    insta::assert_snapshot!(statistics::json::render(&rows).unwrap());
}

#[test]
fn for_github() {
    insta::assert_snapshot!(github::render(&findings().iter().collect::<Vec<_>>(), "docs/", &Two).text);
}

#[test]
fn github_takes_ten_of_each() {
    let one = |at: u32, severity| diagnostic("a.md", "he-IL", severity, "x-y", Span { start: at, end: at });
    let all: Vec<Diagnostic> =
        (0..25).map(|at| one(at, if at < 12 { Severity::Warning } else { Severity::Error })).collect();
    let all: Vec<&Diagnostic> = all.iter().collect();
    let capped = github::render(&all, "", &Two);
    assert_eq!(capped.text.matches("::error ").count(), 10);
    assert_eq!(capped.text.matches("::warning ").count(), 10);
    assert!(capped.left_out.as_ref().unwrap().starts_with("5 findings are left out"));
    assert!(capped.text.ends_with(&format!("{}\n", capped.left_out.unwrap())));
    assert!(github::render(&all[..10], "", &Two).left_out.is_none());
}

#[test]
fn for_test_reports() {
    insta::assert_snapshot!(junit::render(&findings(), &Two).unwrap());
    insta::assert_snapshot!(junit::render(&[], &Two).unwrap());
}

#[test]
fn test_reports_stay_xml() {
    let mut odd = findings().remove(0);
    odd.path = Arc::from("a<\u{1}\">.md");
    odd.message = "\0 & ]]> \u{ffff}".to_owned();
    let text = junit::render(&[odd], &Two).unwrap();
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut elements = 0;
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(_) => elements += 1,
            _ => {}
        }
    }
    assert_eq!(elements, 4);
    assert!(!text.contains(['\0', '\u{1}', '\u{ffff}']));
}

#[test]
fn nothing_of_others_is_obeyed() {
    const TEXT: &str = "see \u{1b}[2J\u{9b}x\u{202e} ##vso[task.complete]\u{85}\n::stop-commands::x\n";
    let odd = "n\n::error::\u{1b}[31mp\u{9b}w\u{202e}\u{7f}\u{2028}##[add-mask]n.md";
    let mut other = diagnostic(odd, "de-DE", Severity::Error, "x-y", Span::new(4, 99));
    other.message = format!("no file at `{odd}`");
    other.help = Some(format!("did you mean `{odd}`?"));
    let is_bad = |c: char| c != '\n' && c.is_control() || visible::turns(c) || c == '\u{2028}';
    let coloured = human::render(std::slice::from_ref(&other), &One(TEXT), Colour::Coloured);
    let printed = visible::printed(&coloured, Colour::Coloured);
    // The values were visible already, so that every style is the report's.
    assert_eq!(printed.replace("# #", "##"), coloured.replace("# #", "##"));
    assert_eq!(printed.matches('\u{1b}').count(), coloured.matches('\u{1b}').count());
    assert!(!coloured.contains("\u{1b}[2J") && !coloured.contains("\u{1b}[31mp"), "{coloured:?}");
    let github = github::render(&[&other], "a\n::b/", &One(TEXT)).text;
    assert_eq!(github.lines().count(), 1, "{github}");
    assert!(github.starts_with("::error file=a␊%3A%3Ab/n␊%3A%3Aerror%3A%3A␛[31mp<U+009B>w"), "{github}");
    let junit = junit::render(std::slice::from_ref(&other), &One(TEXT)).unwrap();
    let json = json::render(std::slice::from_ref(&other), Summary::default(), &One(TEXT)).unwrap();
    let sarif = sarif::render(std::slice::from_ref(&other), &RULES, "", &One(TEXT)).unwrap().text;
    let plain = human::render(std::slice::from_ref(&other), &One(TEXT), Colour::Plain);
    let comment = markdown::render(&CheckReport {
        diagnostics: std::slice::from_ref(&other),
        summary: Summary::default(),
        texts: &One(TEXT),
        rules: &RULES,
        prefix: "a\n::b/",
        states: StatesOfTranslations::Shown,
        change: None,
        colour: Colour::Plain,
    });
    let printed =
        [junit, plain, comment.text].map(|text| visible::printed(&text, Colour::Plain).into_owned());
    for shown in [github, json, sarif].into_iter().chain(printed) {
        assert!(
            !shown.contains(is_bad) && !shown.contains("##vso[") && !shown.contains("##[add"),
            "{shown:?}"
        );
        assert!(!shown.lines().any(|line| line.starts_with("::error::")), "{shown}");
    }
}

#[test]
fn long_messages_are_shortened_for_people() {
    let mut long = findings().remove(0);
    long.message = format!("no article or file at `{}`", "x".repeat(1 << 20));
    let shown = human::render(&[long], &Two, Colour::Plain);
    assert!(shown.len() < 2000 && shown.contains("xxx…xxx") && shown.contains("xxx`\n"), "{}", shown.len());
}

#[test]
fn for_code_scanning() {
    let log = sarif::render(&findings(), &RULES, "docs/", &Two).unwrap();
    let value: Value = serde_json::from_str(&log.text).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&value).unwrap());
}

/// What the schema of SARIF 2.1.0 asks of the parts that are written here.
#[test]
fn logs_are_sarif() {
    let log = sarif::render(&findings(), &RULES, "", &Two).unwrap();
    let value: Value = serde_json::from_str(&log.text).unwrap();
    assert_eq!(value["version"], "2.1.0");
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&value), ["$schema", "runs", "version"]);
    let run = &value["runs"][0];
    assert_eq!(keys(run), ["columnKind", "invocations", "results", "tool"]);
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    let driver = &run["tool"]["driver"];
    let rules = driver["rules"].as_array().unwrap();
    for rule in rules {
        assert!(rule["help"]["text"].is_string() && rule["shortDescription"]["text"].is_string());
        assert!(
            ["error", "warning", "note"].contains(&rule["defaultConfiguration"]["level"].as_str().unwrap())
        );
    }
    for result in run["results"].as_array().unwrap() {
        if let Some(index) = result["ruleIndex"].as_u64() {
            assert_eq!(rules[index as usize]["id"], result["ruleId"]);
        }
        assert!(result["message"]["text"].is_string());
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.is_ascii() && !uri.contains([' ', ':']), "{uri}");
        let changes = result["fixes"]
            .as_array()
            .into_iter()
            .flatten()
            .flat_map(|fix| fix["artifactChanges"].as_array().unwrap());
        let replaced = changes.flat_map(|change| change["replacements"].as_array().unwrap());
        for region in replaced.map(|replaced| &replaced["deletedRegion"]).chain([&place["region"]]) {
            for key in ["startLine", "startColumn", "endLine", "endColumn"] {
                assert!(region[key].as_u64().unwrap() >= 1);
            }
        }
        assert!(result["partialFingerprints"].as_object().unwrap().values().all(Value::is_string));
    }
}

#[test]
fn code_scanning_takes_the_worst() {
    let one = |at: u32| {
        let severity = if at < 5001 { Severity::Warning } else { Severity::Error };
        diagnostic("a.md", "he-IL", severity, "case-mismatch", Span { start: at, end: at })
    };
    let all: Vec<Diagnostic> = (0..5003).map(one).collect();
    let log = sarif::render(&all, &RULES, "", &Two).unwrap();
    let value: Value = serde_json::from_str(&log.text).unwrap();
    let results = value["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 5000);
    assert_eq!(results.iter().filter(|result| result["level"] == "error").count(), 2);
    let notification =
        &value["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
    assert_eq!(notification.as_str(), log.left_out.as_deref());
    assert!(log.left_out.unwrap().starts_with("3 findings are left out"));
}
