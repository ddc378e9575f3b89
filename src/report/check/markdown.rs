//! One comment for a pull request: how many findings there are, and a list of the worst by file. Posts nothing.

use std::fmt::Write as _;
use std::iter::successors;

use crate::diagnostic::{Applicability, Diagnostic, Origin, OtherPlace};

use crate::report::counts::{Counts, plural};
use crate::report::format::{Format, Printed, Rendered};
use crate::report::markdown::{code, prose};
use crate::report::position::{Position, Positions};

use super::cap::{sentence, worst};
use super::human::{is_of_file, named};
use super::{CheckReport, Render, by_locale};

pub(crate) const FORMAT: Format<Render> = Format {
    name: "markdown",
    description: "one comment for a pull request",
    render: |report| Ok(render(report)),
};

/// Findings in one comment: nobody reads more.
const FINDINGS: usize = 60;

/// Other places of a finding that are named: so few that one finding fits, whatever it is made of.
const PLACES: usize = 3;

/// GitHub takes 65,536 characters of a comment: bytes here, so that it fits however a host counts, with room for the marker of
/// who keeps the comment.
const LONGEST: usize = 65_000;

/// The comment; with fewer findings where their texts are very long.
pub(crate) fn render(report: &CheckReport<'_>) -> Rendered {
    let limits = successors(Some(FINDINGS), |limit| (*limit > 0).then_some(limit / 2));
    let mut comments = limits.map(|limit| comment(report, limit));
    let fits = comments.find(|comment| comment.text.len() <= LONGEST);
    fits.unwrap_or_else(|| Rendered::screened(headline(report)))
}

fn comment(report: &CheckReport<'_>, limit: usize) -> Rendered {
    let is_counted = |diagnostic: &Diagnostic| report.counts(diagnostic);
    let states = report.diagnostics.iter().filter(|diagnostic| is_counted(diagnostic)).count();
    let listed = report.diagnostics.iter().filter(|diagnostic| !is_counted(diagnostic));
    let (shown, left_out) = worst(listed, limit);
    let mut comment = Comment { report, positions: Positions::new(report.texts), text: headline(report) };
    comment.text += &by_locale::table(report.diagnostics, is_counted);
    for of_file in shown.chunk_by(|a, b| a.path == b.path) {
        comment.file(of_file);
    }
    let left_out = sentence(left_out, "run `faqtory check` with the same options to see all");
    let mut text = comment.text;
    // Writing to a String cannot fail.
    if let Some(sentence) = &left_out {
        let _ = writeln!(text, "\n{sentence}");
    }
    if states > 0 {
        let states = plural(states, "suggestion");
        let _ = writeln!(text, "\n{states} on states of translations: `faqtory status` shows more");
    }
    let touched = report.change.map_or(0, |change| change.merely_touched);
    if touched > 0 {
        let (touched, have) = (plural(touched, "translation"), if touched == 1 { "has" } else { "have" });
        let _ = writeln!(
            text,
            "\n{touched} {have} a source that changes in no word: `faqtory stamp --touched` marks them current"
        );
    }
    text += &fixes(report.diagnostics);
    Rendered { text, printed: Printed::Screened, left_out }
}

/// How many can be fixed, and how; nothing where none can.
fn fixes(diagnostics: &[Diagnostic]) -> String {
    let count = |wanted| {
        let fixes = diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref());
        fixes.filter(|fix| fix.applicability == wanted).count()
    };
    match (count(Applicability::Safe), count(Applicability::Unsafe)) {
        (0, 0) => String::new(),
        (safe, 0) => format!("\n{safe} can be fixed with `faqtory check --fix`\n"),
        (0, more) => format!("\n{more} can be fixed with `faqtory check --fix --unsafe-fixes`\n"),
        (safe, more) => {
            format!("\n{safe} can be fixed with `faqtory check --fix`, {more} more with `--unsafe-fixes`\n")
        }
    }
}

/// How many of what, as a heading, and what is not listed.
fn headline(report: &CheckReport<'_>) -> String {
    let (counts, articles) = (Counts::of(report.diagnostics), plural(report.summary.articles, "article"));
    format!("### faqtory check: {counts}\n\n{articles}{}\n", report.summary.suppressed())
}

/// A comment that is being written.
struct Comment<'a> {
    report: &'a CheckReport<'a>,
    positions: Positions<'a>,
    text: String,
}

impl Comment<'_> {
    fn file(&mut self, of_file: &[&Diagnostic]) {
        let _ =
            writeln!(self.text, "\n#### {}\n", code(&format!("{}{}", self.report.prefix, of_file[0].path)));
        if self.report.change.is_some_and(|change| !change.files.contains(&*of_file[0].path)) {
            self.text += "Not changed here: the change breaks it.\n\n";
        }
        // Before those in other files: each file is counted through once.
        let positions: Vec<Position> = of_file.iter().map(|found| self.positions.of(found)).collect();
        for (diagnostic, position) in of_file.iter().zip(positions) {
            self.finding(diagnostic, position);
        }
    }

    fn finding(&mut self, diagnostic: &Diagnostic, Position { line, column, .. }: Position) {
        let (severity, name) = (diagnostic.severity.name(), diagnostic.code);
        let place = if is_of_file(diagnostic) { String::new() } else { format!(" {line}:{column}") };
        let _ = writeln!(self.text, "- **{severity}**{place} `{name}`: {}", prose(&diagnostic.message));
        if let Some(help) = &diagnostic.help {
            let _ = writeln!(self.text, "  - help: {}", prose(help));
        }
        if diagnostic.origin == Origin::Source && diagnostic.locales.len() > 1 {
            let tags: Vec<&str> = diagnostic.locales.iter().map(|locale| locale.tag()).collect();
            let _ = writeln!(self.text, "  - this comes from the source and is in {}", prose(&named(&tags)));
        }
        if !diagnostic.places.is_empty() {
            let places: Vec<String> =
                diagnostic.places.iter().take(PLACES).map(|place| self.place(place)).collect();
            let rest = diagnostic.places.len() - places.len();
            let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
            let _ = writeln!(self.text, "  - also at {}{more}", places.join(", "));
        }
    }

    /// Another place of a finding.
    fn place(&mut self, place: &OtherPlace) -> String {
        let Position { line, column, .. } = self.positions.of_span(&place.path, place.span);
        code(&format!("{}{}:{line}:{column}", self.report.prefix, place.path))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;
    use crate::diagnostic::{Fix, Severity, Span};
    use crate::locale::Locale;
    use crate::report::check::{Change, StatesOfTranslations};
    use crate::report::tests::{One, finding};
    use crate::report::{Colour, Summary};

    const TEXT: &str = "# 見出し\n\n[x](y.md)\n";

    fn rendered(diagnostics: &[Diagnostic], states: StatesOfTranslations) -> Rendered {
        render(&CheckReport {
            diagnostics,
            summary: Summary { articles: 7, allowed: 1, held_back: 2, gone: 3 },
            texts: &One(TEXT),
            rules: &[],
            prefix: "docs/",
            states,
            change: None,
            colour: Colour::Coloured,
        })
    }

    #[test]
    fn a_change_says_what_it_breaks_where_and_what_can_be_fixed() {
        let mut found = several();
        found[1].fix = Some(Fix { applicability: Applicability::Safe, edits: Vec::new() });
        for (one, tag) in found.iter_mut().skip(2).zip(["he-IL", "ja-JP"]) {
            one.locale = Locale::parse(tag).ok();
        }
        found[0].locale = Locale::parse("en-US").ok();
        let files = BTreeSet::from(["toc.yml".to_owned(), "content/ja-JP/設定.md".to_owned()]);
        let comment = render(&CheckReport {
            diagnostics: &found,
            summary: Summary::default(),
            texts: &One(TEXT),
            rules: &[],
            prefix: "",
            states: StatesOfTranslations::Counted,
            change: Some(Change { files: &files, merely_touched: 3 }),
            colour: Colour::Plain,
        });
        insta::assert_snapshot!(comment.text);
    }

    fn comment_on(diagnostics: &[Diagnostic]) -> String {
        rendered(diagnostics, StatesOfTranslations::Counted).text
    }

    fn several() -> Vec<Diagnostic> {
        let locales = |tags: &[&str]| tags.iter().map(|tag| Locale::parse(tag).unwrap()).collect::<Vec<_>>();
        let at = |path: &str, message: &str, help: &str| finding(path, Span::new(13, 22), message, help);
        let hebrew = "content/he-IL/איפוס.md";
        let mut source = at(hebrew, "no article or file at `בילינג.md`", "did you mean `חיוב.md`?");
        (source.origin, source.locales) = (Origin::Source, locales(&["he-IL", "lv-LV"]));
        let spaces = Diagnostic {
            severity: Severity::Warning,
            code: "missing-space",
            help: None,
            ..at(hebrew, "no space before \"（開く）\"", "")
        };
        let place =
            |tag: &str| OtherPlace { path: format!("content/{tag}/a.md").into(), span: Span::new(2, 5) };
        let external = Diagnostic {
            severity: Severity::Suggestion,
            code: "external-link-unreachable",
            places: ["ja-JP", "th-TH"].map(place).to_vec(),
            help: None,
            ..at("content/ja-JP/設定.md", "`https://a.dev/x` answers 503, its title is \"ไม่พบหน้า @org\"", "")
        };
        let of_file = Diagnostic { span: Span::default(), help: None, ..at("toc.yml", "can't be read", "") };
        let state = Diagnostic {
            severity: Severity::Suggestion,
            code: "translation-missing",
            help: None,
            ..at("content/en-US/a.md", "not translated into de-DE", "")
        };
        vec![state, source, spaces, external, of_file]
    }

    #[test]
    fn findings_stand_below_their_files() {
        insta::assert_snapshot!(comment_on(&several()));
    }

    #[test]
    fn where_nothing_is_found_the_comment_says_so() {
        assert_eq!(
            comment_on(&[]),
            "### faqtory check: 0 errors, 0 warnings, 0 suggestions\n\n7 articles; 1 suppressed by comments; 2 in the baseline\n"
        );
    }

    #[test]
    fn states_of_files_that_are_named_are_listed() {
        let comment = rendered(&several(), StatesOfTranslations::Shown).text;
        assert!(comment.contains("`translation-missing`: not translated into de-DE\n"), "{comment}");
        assert!(!comment.contains("on states of translations"), "{comment}");
    }

    #[test]
    fn the_worst_are_listed_and_the_others_counted() {
        let one = |number: usize| Diagnostic {
            severity: if number < 50 { Severity::Warning } else { Severity::Error },
            ..finding(&format!("{number:02}.md"), Span::default(), "m", "h")
        };
        let all: Vec<Diagnostic> = (0..99).map(one).collect();
        let comment = rendered(&all, StatesOfTranslations::Shown);
        let left_out = "39 findings are left out, suggestions first, then warnings: run `faqtory check` with the same options to see all";
        assert_eq!(comment.left_out.as_deref(), Some(left_out));
        assert!(comment.text.ends_with(&format!("\n{left_out}\n")), "{}", comment.text);
        let listed = |severity: &str| comment.text.matches(severity).count();
        assert_eq!((listed("- **error**"), listed("- **warning**")), (49, 11));
    }

    #[test]
    fn the_longest_texts_fit() {
        let tag = Locale::parse("he-IL").unwrap();
        for long in ["\u{e0041}", "<\u{e0041}\u{1d11e}", "\u{e0041} ", "@ "] {
            let long = long.repeat(1 << 14);
            let place = OtherPlace { path: long.as_str().into(), span: Span::default() };
            let one = |number: usize| Diagnostic {
                origin: Origin::Source,
                locales: vec![tag.clone(); 40],
                places: vec![place.clone(); 40],
                ..finding(&format!("{number}{long}"), Span::default(), &long, &long)
            };
            let all: Vec<Diagnostic> = (0..99).map(one).collect();
            let Rendered { text, left_out, .. } = rendered(&all, StatesOfTranslations::Shown);
            assert!(text.len() <= LONGEST && text.contains("- **error**"), "{}", text.len());
            assert!(
                text.starts_with("### faqtory check: 99 errors, 0 warnings, 0 suggestions\n\n7 articles")
            );
            assert!(left_out.unwrap().contains("are left out"));
        }
    }

    /// Everything that such a comment may be made of.
    fn is_ours(event: &Event<'_>) -> bool {
        match event {
            Event::Start(tag) => {
                matches!(
                    tag,
                    Tag::Heading { .. } | Tag::List(None) | Tag::Item | Tag::Paragraph | Tag::Strong
                )
            }
            Event::Text(text) => {
                !text.contains(['@', '#', '<', '&', '*', '_', '[', '|', '~', '$', '\\', '`'])
            }
            Event::End(_) | Event::Code(_) => true,
            _ => false,
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_of_others_is_markup(value in "([\\PC\\n]|[`@#<>&*_:/.\\[\\]()|~$!\\\\a1 -]|``|@a/b|a#1|<!--|https://a.dev){0,30}") {
            let mut one = finding(&format!("a{value}"), Span::new(2, 5), &value, &value);
            one.places = vec![OtherPlace { path: Arc::clone(&one.path), span: Span::default() }];
            let comment = comment_on(&[one]);
            let events: Vec<Event<'_>> = Parser::new_ext(&comment, Options::all()).collect();
            let odd = events.iter().find(|event| !is_ours(event));
            assert!(odd.is_none(), "{odd:?}\n{comment}");
            let count = |is: fn(&Tag<'_>) -> bool| {
                events.iter().filter(|event| matches!(event, Event::Start(tag) if is(tag))).count()
            };
            assert_eq!(count(|tag| matches!(tag, Tag::Item)), 3, "{comment}");
            assert_eq!(count(|tag| matches!(tag, Tag::Heading { .. })), 2, "{comment}");
        }
    }
}
