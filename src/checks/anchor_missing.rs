//! `anchor-missing`: a heading lacks the anchor that other translations have.

use std::collections::BTreeSet;

use crate::diagnostic::{Applicability, Span};
use crate::markdown::{Document, Flaw, FlawKind, Heading, HeadingKind};
use crate::translation::State;

use super::{Against, Check, Compared, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "anchor-missing",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[Applicability::Safe],
    since: "0.1.0",
    summary: "a heading is missing the anchor that other translations have",
    explanation: "\
## What it does
In a translation where some headings carry the anchor of the source (`<a name=\"…\"></a>`), checks for headings without one, if the source or another translation of the same version shows which anchor belongs there. The source does not show it for headings in HTML (`<h2>`): what writes the anchors of translations leaves these alone.

## Why is this bad?
With the source available, Faqtory matches the headings by itself. Without it, as in a repository that holds a single locale, links to the section break.

## Example
```markdown
## <a name=\"first-step\"></a>Erster Schritt

## Zweiter Schritt
```

## Fix
Add the anchor of the source at the start of the heading. `check --fix` does this.",
    run: Run::Translation(run),
};

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    if compared.state == State::Source {
        return;
    }
    let file = &compared.article.file;
    let repeated = repeated(&file.document);
    let lacks = |heading: &&Heading| {
        let next = repeated.partition_point(|at| *at < heading.span.start);
        let is_repeated = repeated.get(next).is_some_and(|at| *at < heading.span.end);
        heading.kind == HeadingKind::Written && heading.anchor.is_none() && !is_repeated
    };
    if !file.document.headings.iter().any(|heading| lacks(&heading)) {
        return;
    }
    let known = known(compared);
    for (heading, name) in file.document.headings.iter().zip(known).filter(|(heading, _)| lacks(heading)) {
        let Some(name) = name else { continue };
        let finding =
            Finding::new(line(heading, &file.text), format!("the heading is missing its anchor `{name}`"))
                .help(format!("add `<a name=\"{name}\"></a>` at the start of the heading"));
        let finding = match start(heading, &file.text) {
            Some(at) if is_plain(&name) => {
                finding.fix(Applicability::Safe, at, format!("<a name=\"{name}\"></a>"))
            }
            _ => finding,
        };
        findings.push(file, finding);
    }
}

/// Where anchors stand that the article has elsewhere, in order: such a heading does not lack its anchor, and the repeated one
/// is a finding of its own.
fn repeated(document: &Document) -> Vec<u32> {
    let is_repeated = |flaw: &&Flaw| matches!(flaw.kind, FlawKind::DuplicateAnchor { .. });
    let mut places: Vec<u32> =
        document.flaws.iter().filter(is_repeated).map(|flaw| flaw.span.start).collect();
    places.sort_unstable();
    places
}

/// The anchor that each heading should have, where it is known: translations of the article write anchors, and the source
/// or a translation of the same version says which.
fn known(compared: &Compared<'_>) -> Vec<Option<String>> {
    let own = &compared.article.file.document;
    let outline =
        |document: &Document| -> Vec<u8> { document.headings.iter().map(|heading| heading.level).collect() };
    let mut known = vec![None; own.headings.len()];
    let written = |heading: &Heading| heading.anchor.as_ref().map(|anchor| anchor.name.to_string());
    if let Against::Source { source, .. } = &compared.against {
        let theirs: Vec<&str> = source.article.headings.iter().map(|name| &*name.id).collect();
        let has_any = own
            .headings
            .iter()
            .any(|heading| heading.anchor.as_ref().is_some_and(|anchor| theirs.contains(&&*anchor.name)));
        if has_any && outline(own) == outline(&source.article.file.document) {
            let is_in_html = |heading: &Heading| is_html(heading, &compared.article.file.text);
            let names = own.headings.iter().zip(theirs);
            known = names.map(|(heading, name)| (!is_in_html(heading)).then(|| name.to_owned())).collect();
        }
    }
    if let Against::Siblings { siblings, .. } = &compared.against {
        let alike: Vec<&Document> = siblings
            .iter()
            .map(|sibling| &sibling.article.file.document)
            .filter(|document| outline(document) == outline(own))
            .collect();
        for (index, known) in known.iter_mut().enumerate() {
            let mut names: Vec<String> =
                alike.iter().filter_map(|document| written(document.headings.get(index)?)).collect();
            let all = names.len() == alike.len() && !names.is_empty();
            names.dedup();
            *known = names.pop().filter(|_| all && names.is_empty());
        }
    }
    // A name that another heading or place of the article has is not to be written twice.
    let taken: BTreeSet<&str> = own
        .headings
        .iter()
        .filter_map(|heading| heading.anchor.as_ref())
        .chain(&own.anchors)
        .map(|anchor| &*anchor.name)
        .collect();
    known.into_iter().map(|name| name.filter(|name| !taken.contains(name.as_str()))).collect()
}

/// Whether a heading is written as an element.
fn is_html(heading: &Heading, file: &str) -> bool {
    let text = heading.span.slice(file).as_bytes();
    matches!(text, [b'<', b'h' | b'H', digit, ..] if digit.is_ascii_digit())
}

/// A heading without the end of its line.
fn line(heading: &Heading, file: &str) -> Span {
    let length = heading.span.slice(file).trim_end().len();
    Span::new(heading.span.start as usize, heading.span.start as usize + length)
}

/// Behind the `#`s of a heading.
fn start(heading: &Heading, file: &str) -> Option<Span> {
    let text = heading.span.slice(file);
    let marks = text.bytes().take_while(|&byte| byte == b'#').count();
    let spaces = text.get(marks..)?.bytes().take_while(|&byte| byte == b' ' || byte == b'\t').count();
    let at = heading.span.start as usize + marks + spaces;
    (marks > 0 && spaces > 0).then(|| Span::new(at, at))
}

/// Whether a name can stand in an attribute as it is.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.contains(['"', '&', '<', '>', '\n', '\r'])
}

#[cfg(test)]
mod tests {
    use super::super::tests::{compared, siblings};
    use super::CHECK;

    #[test]
    fn where_other_headings_have_theirs() {
        let source = "# A\n\n## B\n\nx";
        let found = compared(&CHECK, source, "# <a name=\"a\"></a>Ā\n\n## Bē\n\nx");
        insta::assert_snapshot!(found, @r#"
        content/lv/a.md `## Bē`: the heading is missing its anchor `b` (add `<a name="b"></a>` at the start of the heading)
          Safe: `` → `<a name="b"></a>`
        "#);
        // A repeated anchor is a finding of another check.
        let twice = "# <a name=\"a\"></a>Ā\n\n## <a name=\"a\"></a>Bē\n\nx";
        assert_eq!(compared(&CHECK, source, twice), "");
        // Nobody writes anchors here, and with the source at hand nobody needs to.
        assert_eq!(compared(&CHECK, source, "# Ā\n\n## Bē\n\nx"), "");
    }

    #[test]
    fn headings_in_html_have_none() {
        let source = "# A\n\n<h2>B</h2>\n\n<ul><li><div><h3>C</h3><p>x</p></div></li></ul>\n\n## D\n";
        let translated = |last: &str| {
            format!(
                "# <a name=\"a\"></a>ا\n\n<h2>ب</h2>\n\n<ul><li><div><H3>ج</H3><p>x</p></div></li></ul>\n\n{last}\n"
            )
        };
        assert_eq!(compared(&CHECK, source, &translated("## <a name=\"d\"></a>د")), "");
        insta::assert_snapshot!(compared(&CHECK, source, &translated("## د")), @r#"
        content/lv/a.md `## د`: the heading is missing its anchor `d` (add `<a name="d"></a>` at the start of the heading)
          Safe: `` → `<a name="d"></a>`
        "#);
    }

    #[test]
    fn where_siblings_have_theirs() {
        let with = "# <a name=\"a\"></a>Ā";
        insta::assert_snapshot!(siblings(&CHECK, &[with, with, "# Ā", with]), @r#"
        content/ro-RO/a.md `# Ā`: the heading is missing its anchor `a` (add `<a name="a"></a>` at the start of the heading)
          Safe: `` → `<a name="a"></a>`
        "#);
    }
}
