//! `footnote-not-found`: a reference to a footnote that does not exist.

use crate::catalog::{File, Name, Names};
use crate::diagnostic::Span;
use crate::markdown::{FlawKind, StrayKind};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "footnote-not-found",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a reference leads to a footnote that does not exist",
    explanation: "\
## What it does
Checks for `[^1]` without a definition `[^1]: …` in the same file. A name that is no number is only reported in files that define a footnote, and where it does not look like a set of characters in a pattern (`[^0-9]`, or `[^abc]` behind a space).

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

/// Slips at the most between what was written and what is offered.
const MAX_SLIPS: usize = 3;

fn run(file: &File, findings: &mut Findings<'_>) {
    let document = &file.document;
    let unused = document.flaws.iter().filter_map(|flaw| match &flaw.kind {
        FlawKind::UnusedFootnote { name } => Some(&**name),
        _ => None,
    });
    let mut defined: Option<Names<&str>> = None;
    let has_none = document.footnotes.is_empty() && unused.clone().next().is_none();
    for stray in document.strays.iter().filter(|stray| stray.kind == StrayKind::Bracket) {
        let Some((name, span)) = reference(&file.text, stray.span) else { continue };
        let defined = defined.get_or_insert_with(|| {
            let all = document.footnotes.iter().map(|name| &**name).chain(unused.clone());
            Names::new(all.filter(|name| name.len() <= MAX_LENGTH).map(|name| (name, name)))
        });
        let wanted = Name::new(name);
        let near = defined.nearest(&wanted, MAX_SLIPS.min(wanted.letters() / 3));
        let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
        let is_meant = || !is_set(name) && (near.is_some() || follows_word(&file.text, span));
        if !is_number && (has_none || !is_meant()) {
            continue;
        }
        let help = match near {
            Some((_, near)) => format!("did you mean `[^{near}]`?"),
            None => format!("define it as `[^{name}]: …` in a paragraph of its own, or remove the reference"),
        };
        findings.push(file, Finding::new(span, format!("no footnote `[^{name}]` in this file")).help(help));
    }
}

/// Whether a name begins with a range of a pattern: `0-9`, `a-zA-Z_`.
fn is_set(name: &str) -> bool {
    let mut letters = name.chars();
    let (first, dash, last, next) = (letters.next(), letters.next(), letters.next(), letters.nth(1));
    first.is_some() && dash == Some('-') && last.is_some() && (name.chars().count() <= 4 || next == Some('-'))
}

/// Whether something stands directly before a reference, as before a footnote's number.
fn follows_word(text: &str, reference: Span) -> bool {
    let before = text[..reference.start as usize].chars().next_back();
    before.is_some_and(|before| !before.is_whitespace() && !matches!(before, '(' | '[' | '"' | '\'' | '='))
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
    fn patterns_are_no_references() {
        let text = "# A\n\nUse [^0-9] or [^abc] in x[^a-zA-Z_] or y[^0-9a]. See below[^1], but not there[^gone] [^notes].\n\n[^1]: One.\n[^note]: N.\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @"
        content/en/a.md `[^gone]`: no footnote `[^gone]` in this file (define it as `[^gone]: …` in a paragraph of its own, or remove the reference)
        content/en/a.md `[^notes]`: no footnote `[^notes]` in this file (did you mean `[^note]`?)
        ");
    }

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
