//! `reference-not-defined`: a reference whose definition is not there, shown as brackets.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Span};
use crate::markdown::{Definition, StrayKind};

use super::check::{in_blocks, nearest, shortened};
use super::link_not_rendered::looks_like_target;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "reference-not-defined",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a reference has no definition",
    explanation: "\
## What it does
Checks that links and images of the form `[text][label]` and `[label][]` have a definition `[label]: target` in the same file. A single pair of brackets, as in `[Enter]`, may be meant as it is and is not reported.

## Why is this bad?
Readers see brackets, and have nothing to click. Translation often translates the label in one place only.

## Example
```markdown
See [billing][bills].

[bill]: billing.md
```

## Fix
Write the label of a definition, or add the definition.",
    run: Run::File(run),
};

/// The longest label of CommonMark.
const MAX_LABEL: usize = 999;

/// Labels that the help names where none is near.
const NAMED: usize = 5;

/// Definitions that are compared with a label.
const SEARCHED: usize = 300;

fn run(file: &File, findings: &mut Findings<'_>) {
    let definitions = &file.document.definitions;
    let mut lost: Vec<(Span, Span)> = Vec::new();
    for found in in_blocks(file, StrayKind::Bracket) {
        let block = found.block.span;
        let mut done = block.start as usize;
        for bracket in &found.strays {
            let close = bracket.start as usize;
            if close < done {
                continue;
            }
            let Some(text) = file.text.get(done..block.end as usize) else { continue };
            if let Some((whole, label)) = reference(text, close - done) {
                let place = |(start, end)| Span::new(done + start, done + end);
                let (whole, label) = (place(whole), place(label));
                done = whole.end as usize;
                lost.push((whole, label));
            }
        }
    }
    let unused = if lost.len() == 1 { only_unused(file) } else { None };
    for (whole, label) in lost {
        let written = shortened(label.slice(&file.text));
        let message = format!(
            "`{}` is shown as text: no definition `[{written}]: …`",
            shortened(whole.slice(&file.text))
        );
        let finding = Finding::new(whole, message);
        let labels = definitions.iter().take(SEARCHED).map(|definition| &*definition.label);
        let near =
            nearest(label.slice(&file.text), labels.clone()).or(unused.map(|definition| &*definition.label));
        findings.push(
            file,
            match near {
                Some(near) => finding.help(format!("did you mean `[{}]`?", shortened(near))).fix(
                    Applicability::Unsafe,
                    label_place(file, whole, label),
                    near,
                ),
                None => finding.help(choice(&written, &labels.take(NAMED + 1).collect::<Vec<_>>())),
            },
        );
    }
}

/// Where the right label is written: that of `[label][]` stays as the text.
fn label_place(file: &File, whole: Span, label: Span) -> Span {
    let between = Span { start: label.end, end: whole.end }.slice(&file.text);
    if between == "][]" { Span { start: whole.end - 1, end: whole.end - 1 } } else { label }
}

/// The only definition that nothing in the file uses.
fn only_unused(file: &File) -> Option<&Definition> {
    let document = &file.document;
    let links = document.links.iter().map(|link| link.destination_span);
    let mut used: Vec<Span> =
        links.chain(document.images.iter().map(|image| image.destination_span)).collect();
    used.sort_unstable();
    let is_used = |definition: &&Definition| {
        let at = used.partition_point(|span| span.start < definition.span.start);
        used.get(at).is_some_and(|span| span.end <= definition.span.end)
    };
    let mut unused = document.definitions.iter().filter(|definition| !is_used(definition));
    unused.next().filter(|_| unused.next().is_none())
}

fn choice(written: &str, labels: &[&str]) -> String {
    let add = format!("add `[{written}]: target`");
    if labels.is_empty() {
        return add;
    }
    let named: Vec<String> =
        labels.iter().take(NAMED).map(|label| format!("`{}`", shortened(label))).collect();
    let others = if labels.len() > NAMED { " and others" } else { "" };
    format!("{add}, or use one of the labels {}{others}", named.join(", "))
}

/// Places in a text: start and end.
type Place = (usize, usize);

/// The reference whose text ends with the `]` at `close`, and its label.
fn reference(text: &str, close: usize) -> Option<(Place, Place)> {
    let inner = opening(text, close)?;
    let open = inner - 1;
    let is_image = text[..open].ends_with('!');
    let start = open - usize::from(is_image);
    let before = text[..start].chars().next_back();
    // `list[0][1]` is a place in a list, `[[a]][b]` no link; an escaped bracket is meant to be shown.
    let is_attached = before.is_some_and(|c| c.is_ascii_alphanumeric() || "_)]['\"\\".contains(c));
    let rest = text.get(close..)?.strip_prefix("][")?;
    let label_start = close + 2;
    let length = rest[..rest.floor_char_boundary(MAX_LABEL + 1)].find(['[', ']'])?;
    let label_end = label_start + length;
    let (written, label) = (&text[inner..close], &text[label_start..label_end]);
    if is_attached || !text[label_end..].starts_with(']') || text[label_end + 1..].starts_with(['[', '(']) {
        return None;
    }
    let (name, place) =
        if label.is_empty() { (written, (inner, close)) } else { (label, (label_start, label_end)) };
    let is_number = |text: &str| text.chars().all(|c| !c.is_alphabetic());
    let is_other = name.trim().is_empty()
        || name.starts_with(['^', '!'])
        || written.starts_with(['!', '['])
        || name.contains(['{', '}', '<', '>', '`'])
        || name.contains("\n\n")
        || looks_like_target(label)
        || is_number(written) && is_number(name);
    (!is_other).then_some(((start, label_end + 1), place))
}

/// Where the text begins that ends with the `]` at `close`: behind its `[`.
fn opening(text: &str, close: usize) -> Option<usize> {
    let near = text.ceil_char_boundary(close.saturating_sub(MAX_LABEL));
    let mut depth = 0_usize;
    for (at, c) in text.get(near..close)?.char_indices().rev() {
        match c {
            ']' => depth += 1,
            '[' if depth == 0 => return Some(near + at + 1),
            '[' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    fn found(text: &str) -> String {
        findings(&CHECK, &[("content/en/a.md", &format!("# A\n\n{text}\n"))])
    }

    #[test]
    fn without_a_definition() {
        insta::assert_snapshot!(found("See [Docs][], [text][nope], ![pic][pic] and **![bold][]**.\n\n- [ここ][bils] を見る\n\n見[文档][无]\n\n[bill]: b.md\n[other]: c.md"), @"
        content/en/a.md `[Docs][]`: `[Docs][]` is shown as text: no definition `[Docs]: …` (add `[Docs]: target`, or use one of the labels `bill`, `other`)
        content/en/a.md `[text][nope]`: `[text][nope]` is shown as text: no definition `[nope]: …` (add `[nope]: target`, or use one of the labels `bill`, `other`)
        content/en/a.md `![pic][pic]`: `![pic][pic]` is shown as text: no definition `[pic]: …` (add `[pic]: target`, or use one of the labels `bill`, `other`)
        content/en/a.md `![bold][]`: `![bold][]` is shown as text: no definition `[bold]: …` (add `[bold]: target`, or use one of the labels `bill`, `other`)
        content/en/a.md `[ここ][bils]`: `[ここ][bils]` is shown as text: no definition `[bils]: …` (did you mean `[bill]`?)
          Unsafe: `bils` → `bill`
        content/en/a.md `[文档][无]`: `[文档][无]` is shown as text: no definition `[无]: …` (add `[无]: target`, or use one of the labels `bill`, `other`)
        ");
    }

    #[test]
    fn a_label_that_was_translated() {
        insta::assert_snapshot!(found("Siehe [Text][verknüpfung] und [das][a].\n\n[link]: b.md\n[a]: c.md"), @"
        content/en/a.md `[Text][verknüpfung]`: `[Text][verknüpfung]` is shown as text: no definition `[verknüpfung]: …` (did you mean `[link]`?)
          Unsafe: `verknüpfung` → `link`
        ");
        insta::assert_snapshot!(found("Siehe [Verknüpfung][].\n\n[link]: b.md"), @"
        content/en/a.md `[Verknüpfung][]`: `[Verknüpfung][]` is shown as text: no definition `[Verknüpfung]: …` (did you mean `[link]`?)
          Unsafe: `` → `link`
        ");
    }

    #[test]
    fn what_is_meant_as_written() {
        assert_eq!(
            found(
                "[Enter] a[0][1] list[i][j] [1][2] [x][ ] \\[a][b] [[a]][b] [a][^1] `[a][b]` [a][ok] [OK][] [a] [b] [x][b.md] [Ctrl][Alt][Del]\n\n    [a][b]\n\n[ok]: b.md"
            ),
            ""
        );
    }
}
