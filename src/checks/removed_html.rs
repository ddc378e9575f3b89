//! `removed-html`: HTML that is not allowed in an article.

use std::collections::BTreeMap;

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::FlawKind;

use super::check::up_to_name;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "removed-html",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "HTML is removed from an article",
    explanation: "\
## What it does
Checks for HTML elements and attributes that can run scripts, load content or change the look of the page. Translated text is not trusted, so they are removed. An attribute is one finding in each file, at the first place.

## Why is this bad?
The page lacks what the author wanted to show.

## Example
```markdown
<iframe src=\"https://example.com/form\"></iframe>
```

## Fix
Write it in Markdown: a link to a form, `[!VIDEO url]` for a video. Looks are up to the theme.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let mut attributes: BTreeMap<&str, (Span, usize)> = BTreeMap::new();
    for flaw in &file.document.flaws {
        let FlawKind::RemovedHtml { what } = &flaw.kind else { continue };
        if is_tag(flaw.span.slice(&file.text), what) {
            let message = format!("the HTML element `{what}` is not allowed in articles and was removed");
            findings.push(file, Finding::new(flaw.span, message).help("remove it, or use Markdown instead"));
        } else {
            attributes.entry(what).or_insert((flaw.span, 0)).1 += 1;
        }
    }
    for (name, (span, count)) in attributes {
        let also = match count {
            1 => String::new(),
            2 => " (and once more)".to_owned(),
            _ => format!(" (and {} times more)", count - 1),
        };
        let message = format!("the HTML attribute `{name}` is not allowed in articles and was removed{also}");
        let help = match name {
            "style" => "remove it: looks are up to the theme",
            "autoplay" => "remove it: readers start what they want to see or hear",
            _ => "remove it: articles run no scripts",
        };
        findings.push(file, Finding::new(up_to_name(file, span, name), message).help(help));
    }
}

/// Whether what was removed is an element, of which the tag is written.
fn is_tag(written: &str, name: &str) -> bool {
    let found = written.strip_prefix('<').and_then(|inside| inside.get(..name.len()));
    found.is_some_and(|found| found.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, once_each};
    use super::CHECK;

    #[test]
    fn elements_and_attributes() {
        let files = [(
            "content/en/a.md",
            "# A\n\n<iframe src=\"https://e.example/\"></iframe>\n\n<p onclick=\"x()\">Text</p>\n\n<video src=\"a.mp4\" autoplay></video>\n",
        )];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `<iframe src="https://e.example/">`: the HTML element `iframe` is not allowed in articles and was removed (remove it, or use Markdown instead)
        content/en/a.md `onclick`: the HTML attribute `onclick` is not allowed in articles and was removed (remove it: articles run no scripts)
        content/en/a.md `autoplay`: the HTML attribute `autoplay` is not allowed in articles and was removed (remove it: readers start what they want to see or hear)
        "#);
    }

    #[test]
    fn an_attribute_is_one_finding_a_file_and_one_flaw_of_all_translations() {
        let table = |one: &str, more: &str| {
            format!(
                "# A\n\n<table><tr><td style=\"width: {one}\">A</td><td style=\"b\">B</td></tr></table>\n{more}"
            )
        };
        let (en, he) = (table("10%", "\n<style>a {}</style>\n"), table("90px", "\n<p STYLE='c'>ג</p>\n"));
        let config = ("hugo.yml", "defaultContentLanguage: en\nlanguages: {en: {}, he: {}}\n");
        let files = [config, ("content/en/a.md", &en), ("content/he/a.md", &he)];
        insta::assert_snapshot!(once_each(&CHECK, &files), @"
        content/en/a.md `style`: the HTML attribute `style` is not allowed in articles and was removed (and once more) en he
        content/en/a.md `<style>`: the HTML element `style` is not allowed in articles and was removed en
        ");
    }
}
