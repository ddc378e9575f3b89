//! `list-items-differ`: the number of list items differs from the source.

use crate::alignment;
use crate::diagnostic::Span;

use super::check::lost_markers;
use super::compare::{differences, odd};
use super::{Against, Check, Compared, Difference, Fact, Facts, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "list-items-differ",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "the number of list items differs from the source",
    explanation: "\
## What it does
Counts the items of all lists. Items whose markers are damaged are the finding of another check. Each current translation is compared with its source. Without the source, at least four translations of the same source version are compared with each other, and one that all others contradict is reported.

## Why is this bad?
A missing item is a step that readers skip, or an answer that they do not get. An extra one is often a line break in the wrong place.

## Example
```markdown
<!-- the source -->
1. Save.
2. Restart.
<!-- the translation -->
1. Speichern. 2. Neu starten.
```

## Fix
Use the list items of the source.",
    run: Run::Translation(run),
};

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let file = &compared.article.file;
    match &compared.against {
        Against::Nothing | Against::Few { .. } => {}
        Against::Source { ours, source, alignment } => {
            let (own, theirs) = (ours.list_items.len(), source.list_items.len());
            if own == theirs || own + lost_items(ours) == theirs + lost_items(source) {
                return;
            }
            let differences = differences(&ours.list_items, &source.list_items, alignment, &file.document);
            if let Some(span) = first_place(&differences) {
                let message = format!("{}; the source has {theirs}", items(own));
                let help = format!("use the list items of the source, `{}`", source.article.file.path);
                findings.push(file, Finding::new(span, message).help(help));
            }
        }
        Against::Siblings { ours, siblings } => {
            let lists: Vec<&[Fact<'_>]> =
                siblings.iter().map(|sibling| sibling.list_items.as_slice()).collect();
            let odd = odd(&ours.list_items, &lists);
            // Where markers are damaged, counts prove nothing.
            if odd.is_empty() || siblings.iter().chain([ours]).any(|facts| lost_items(facts) > 0) {
                return;
            }
            for odd in odd {
                let tags = compared.tags(siblings.iter().map(|sibling| sibling.article.locale));
                let message = format!("{}; {tags} have {} each", items(odd.ours), odd.theirs);
                let alignment = alignment::blocks(siblings[0].document(), &file.document);
                let differences = differences(&ours.list_items, lists[0], &alignment, &file.document);
                let first = ours.list_items.first().map(|item| item.span);
                let place = first_place(&differences).filter(|span| *span != Span::default());
                let span = place.or(first).unwrap_or_default();
                findings.push(
                    file,
                    Finding::new(span, message).help("use the list items that the other translations have"),
                );
            }
        }
    }
}

/// Items that are shown as text, since their markers are damaged, or that hold a quote.
fn lost_items(facts: &Facts<'_>) -> usize {
    let text = &facts.article.file.text;
    lost_markers(facts.document(), text).len() + text.lines().filter(|line| begins_quote(line)).count()
}

/// Whether a line is an item that begins with the `>` of a menu path: a quote is shown in it.
fn begins_quote(line: &str) -> bool {
    let line = line.trim_start();
    let number = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let item = if number.len() < line.len() {
        number.strip_prefix(['.', ')'])
    } else {
        line.strip_prefix(['-', '*', '+'])
    };
    item.is_some_and(|item| item.starts_with([' ', '\t']) && item.trim_start().starts_with('>'))
}

fn first_place(differences: &[Difference<'_>]) -> Option<Span> {
    differences.first().map(|difference| match difference {
        Difference::Missing { at, .. } => *at,
        Difference::Added { ours } | Difference::Changed { ours, .. } => ours.span,
        Difference::Times { fact, .. } => fact.span,
    })
}

fn items(count: usize) -> String {
    if count == 1 { "1 list item here".to_owned() } else { format!("{count} list items here") }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{compared, siblings};
    use super::CHECK;

    #[test]
    fn against_the_source() {
        let found = compared(&CHECK, "- a\n- b\n- c", "- a\n- b c");
        insta::assert_snapshot!(found, @"content/lv/a.md ``: 2 list items here; the source has 3 (use the list items of the source, `content/en/a.md`)");
    }

    #[test]
    fn among_siblings() {
        let found = siblings(&CHECK, &["- a\n- b", "- a\n- b", "- a\n- b", "- a"]);
        insta::assert_snapshot!(found, @"content/sl-SI/a.md `a`: 1 list item here; he-IL, lv-LV and ro-RO have 2 each (use the list items that the other translations have)");
    }

    #[test]
    fn damaged_markers_prove_nothing() {
        let damaged = "1.Eins\n2.Zwei";
        assert_eq!(siblings(&CHECK, &[damaged, damaged, damaged, "1. Uno\n2. Dos"]), "");
        assert_eq!(compared(&CHECK, "1. a\n2. b\n\n3.c", "1. a\n2. b\n3. c"), "");
        let other = "1. a\n2. b\n3. c";
        assert_eq!(siblings(&CHECK, &[other, other, other, "1.   >   **a**\n2. b\n3. c"]), "");
    }
}
