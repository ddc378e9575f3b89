//! `duplicate-definition`: a second definition of a label, with another target.

use std::collections::BTreeMap;

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::Definition;

use super::check::shortened;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "duplicate-definition",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "two definitions of one label differ",
    explanation: "\
## What it does
Checks for definitions `[label]: target` whose label is defined before in the same file with another target. Letter case is ignored in labels.

## Why is this bad?
Only the first one counts, so the second has no effect.

## Example
```markdown
See [the guide][guide].

[guide]: start.md
[guide]: setup.md
```

## Fix
Remove the one that is wrong, or give it a label of its own.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let document = &file.document;
    if document.definitions.is_empty() {
        return;
    }
    let first: BTreeMap<String, &Definition> =
        document.definitions.iter().rev().map(|definition| (folded(&definition.label), definition)).collect();
    for gap in gaps(file) {
        let mut start = gap.start as usize;
        for line in gap.slice(&file.text).split_inclusive('\n') {
            let place = Span::new(start, start + line.trim_end().len());
            start += line.len();
            let Some((label, target)) = definition(line) else { continue };
            let Some(known) = first.get(&folded(label)) else { continue };
            let is_known = known.span.start <= place.end && place.start <= known.span.end;
            if is_known || *known.destination == *target || place.start < known.span.start {
                continue;
            }
            let message = format!("`{label}` is already defined as `{}`", shortened(&known.destination));
            let finding = Finding::new(place, message);
            findings.push(file, finding.help("remove one of the definitions, or rename one"));
        }
    }
}

/// What no block of the document holds: there definitions stand.
fn gaps(file: &File) -> Vec<Span> {
    let document = &file.document;
    let mut held: Vec<Span> =
        document.blocks.iter().map(|block| block.span).chain(document.comments.iter().copied()).collect();
    held.sort_unstable();
    let mut gaps = Vec::new();
    let mut start = document.definitions.first().map_or(0, |definition| definition.span.start);
    for span in held {
        if span.start > start {
            gaps.push(Span { start, end: span.start });
        }
        start = start.max(span.end);
    }
    let end = Span::new(0, file.text.len()).end;
    if end > start {
        gaps.push(Span { start, end });
    }
    gaps
}

/// Label and target of a definition that is a line.
fn definition(line: &str) -> Option<(&str, &str)> {
    let inside = line.trim_start_matches([' ', '>']).strip_prefix('[')?;
    let (label, rest) = inside.split_once("]:")?;
    let target = rest.split_whitespace().next()?;
    let target = target.strip_prefix('<').and_then(|target| target.strip_suffix('>')).unwrap_or(target);
    (!label.contains(['[', ']']) && !label.starts_with('^') && !label.trim().is_empty())
        .then_some((label, target))
}

fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn another_target() {
        let text = "# A\n\n[a][dup] [b][Same] [c][Twice]\n\n[dup]: b.md\n[same]: c.md\n[twice]: <d.md>\n\nText\n\n[DUP]: x.md \"t\"\n[same]: c.md\n[other]: e.md\n\n```\n[dup]: y.md\n```\n\n> [Twice]: f.md\n\n[^dup]: A note\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @r#"
        content/en/a.md `[DUP]: x.md "t"`: `DUP` is already defined as `b.md` (remove one of the definitions, or rename one)
        content/en/a.md `> [Twice]: f.md`: `Twice` is already defined as `d.md` (remove one of the definitions, or rename one)
        "#);
    }

    #[test]
    fn what_is_fine() {
        let text = "# A\n\n[a][b]\n\n[b]: b.md\n\n<!--\n[b]: c.md\n-->\n\n    [b]: d.md\n\nText\n[b]: e.md\n";
        assert_eq!(findings(&CHECK, &[("content/en/a.md", text)]), "");
    }
}
