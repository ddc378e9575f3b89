//! `footnote-not-found`: a reference to a footnote that does not exist.

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::{FlawKind, StrayKind};

use super::check::nearest;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "footnote-not-found",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "a reference leads to a footnote that does not exist",
    explanation: "\
## What it does
Checks for `[^1]` without a definition `[^1]: …` in the same file. A name that is no number is only reported in files that define a footnote.

## Why is this bad?
Readers see the brackets as text, and find no footnote.

## Example
```markdown
Refunds take five days[^1].
```

## Fix
Write the footnote (`[^1]: Ten days for bank transfers.`) in a paragraph of its own, correct the name, or remove the reference.",
    run: Run::File(run),
};

/// Longer names are not read as footnotes, so that no text is searched over and over.
const MAX_LENGTH: usize = 64;

fn run(file: &File, findings: &mut Findings<'_>) {
    let document = &file.document;
    let unused = document.flaws.iter().filter_map(|flaw| match &flaw.kind {
        FlawKind::UnusedFootnote { name } => Some(&**name),
        _ => None,
    });
    let mut defined: Option<Vec<&str>> = None;
    for stray in document.strays.iter().filter(|stray| stray.kind == StrayKind::Bracket) {
        let Some((name, span)) = reference(&file.text, stray.span) else { continue };
        let defined = defined.get_or_insert_with(|| {
            document.footnotes.iter().map(|name| &**name).chain(unused.clone()).collect()
        });
        let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number && defined.is_empty() {
            continue;
        }
        let help = match nearest(name, defined.iter().copied()) {
            Some(near) => format!("did you mean `[^{near}]`?"),
            None => format!("define it as `[^{name}]: …` in a paragraph of its own, or remove the reference"),
        };
        findings.push(file, Finding::new(span, format!("no footnote `[^{name}]` in this file")).help(help));
    }
}

/// The name of the reference that a bracket shown as text ends, and its place.
fn reference(text: &str, bracket: Span) -> Option<(&str, Span)> {
    let end = bracket.start as usize;
    let from = text.floor_char_boundary(end.saturating_sub(MAX_LENGTH));
    let before = text.get(from..end)?;
    let start = before.rfind('[')?;
    let name = before[start..].strip_prefix("[^")?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    let is_escaped = before[..start].ends_with('\\');
    (!name.is_empty() && !is_escaped && name.chars().all(is_name))
        .then(|| (name, Span::new(from + start, bracket.end as usize)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn references_without_a_footnote() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\nOne[^1], two[^2], \\[^3], `[^4]`, near[^nots], <b title=\"[^5]\">x</b>.\n\n> quoted[^6]\n\n[^1]: One.\n[^note]: N.\n",
            ),
            ("content/en/b.md", "# B\n\nThe class [^a-z] and [^abc] and [^ x], but[^7].\n\n[^]: no\n"),
            ("content/he/a.md", "# A\n\nאחת[^א], שתיים[^הערה].\n\n[^א]: אחת.\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `[^2]`: no footnote `[^2]` in this file (define it as `[^2]: …` in a paragraph of its own, or remove the reference)
        content/en/a.md `[^nots]`: no footnote `[^nots]` in this file (did you mean `[^note]`?)
        content/en/a.md `[^6]`: no footnote `[^6]` in this file (define it as `[^6]: …` in a paragraph of its own, or remove the reference)
        content/en/b.md `[^7]`: no footnote `[^7]` in this file (define it as `[^7]: …` in a paragraph of its own, or remove the reference)
        content/he/a.md `[^הערה]`: no footnote `[^הערה]` in this file (define it as `[^הערה]: …` in a paragraph of its own, or remove the reference)
        ");
    }
}
