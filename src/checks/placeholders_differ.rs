//! `placeholders-differ`: placeholders differ from the source.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::diagnostic::Span;

use super::compare::{Noun, Places, VOTES, found, say, say_held_by};
use super::{Against, Check, Compared, Difference, Fact, Facts, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "placeholders-differ",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "placeholders differ from the source",
    explanation: "\
## What it does
Compares the placeholders that a program or a reader fills in: `{name}`, `${HOME}`, `%1$s`, `%APPDATA%`. Each current translation is compared with its source. Without the source, at least four translations of the same source version are compared with each other, and one that all others contradict is reported.

## Why is this bad?
A translated placeholder is never filled in.

## Example
```markdown
<!-- the source -->
Open %APPDATA% and delete {file}.
<!-- the translation -->
Öffnen Sie %APPDATA% und löschen Sie {Datei}.
```

## Fix
Copy the placeholder from the source.",
    run: Run::Translation(run),
};

const NOUN: Noun = Noun {
    the: "the placeholder",
    many: "the placeholders",
    is: "is",
    help: "copy the placeholder from the source",
};

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    match &compared.against {
        Against::Nothing => {}
        Against::Source { .. } => {
            let mut found = found(compared, |facts| &facts.placeholders);
            found.retain(|difference| !matches!(difference, Difference::Times { .. }));
            say(compared, &found, NOUN, findings);
        }
        Against::Siblings { ours, siblings } | Against::Few { ours, siblings } => {
            let mut places = Places::new(compared.article, siblings);
            for (have, found) in translated(ours, siblings, |sibling, fact| places.of(sibling, fact)) {
                let have: Vec<&Facts<'_>> = have.into_iter().map(|sibling| siblings[sibling]).collect();
                say_held_by(compared, &have, &found, NOUN, findings);
            }
        }
    }
}

/// Names that were translated, shown by what others have: two languages do not translate a name into the same one, and
/// a program gives no name in another script. What all of at least three others have and this one has not at all
/// is lost. Others that lack one prove nothing: they may be the damaged ones. By the siblings that have the name.
fn translated<'c>(
    ours: &'c Facts<'c>,
    siblings: &[&'c Facts<'c>],
    mut place: impl FnMut(usize, &Fact<'_>) -> Span,
) -> BTreeMap<Vec<usize>, Vec<Difference<'c>>> {
    let keys =
        |facts: &'c Facts<'c>| facts.placeholders.iter().map(|fact| &*fact.key).collect::<BTreeSet<&str>>();
    let own = keys(ours);
    let theirs: Vec<BTreeSet<&str>> = siblings.iter().map(|facts| keys(facts)).collect();
    let of_all: BTreeSet<&str> = theirs.iter().flatten().copied().collect();
    let mut seen = BTreeSet::new();
    let only_here = |fact: &&Fact<'_>| !of_all.contains(&*fact.key);
    let mut added: VecDeque<&'c Fact<'c>> =
        ours.placeholders.iter().filter(only_here).filter(|fact| seen.insert(&*fact.key)).collect();
    let mut seen = BTreeSet::new();
    let mut found: BTreeMap<Vec<usize>, Vec<Difference<'c>>> = BTreeMap::new();
    let theirs_in_order = siblings
        .iter()
        .enumerate()
        .flat_map(|(sibling, facts)| facts.placeholders.iter().map(move |fact| (sibling, fact)));
    for (sibling, fact) in theirs_in_order {
        if own.contains(&*fact.key) || !fact.key.is_ascii() || !seen.insert(&*fact.key) {
            continue;
        }
        let have: Vec<usize> =
            (0..theirs.len()).filter(|&sibling| theirs[sibling].contains(&*fact.key)).collect();
        let of_all = have.len() == theirs.len();
        let difference = match added.front() {
            Some(ours) if have.len() > 1 || of_all && !ours.key.is_ascii() => {
                Difference::Changed { ours, theirs: fact }
            }
            None if of_all && have.len() >= VOTES => {
                Difference::Missing { theirs: fact, at: place(sibling, fact) }
            }
            _ => continue,
        };
        added.pop_front();
        found.entry(have).or_default().push(difference);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::{compared, findings, siblings};
    use super::CHECK;

    #[test]
    fn against_the_source() {
        let found =
            compared(&CHECK, "Dear {name}, open %APPDATA%.", "Cien. {vārds}, atver %APPDATA% un {x}.");
        insta::assert_snapshot!(found, @"
        content/lv/a.md `{vārds}`: the placeholder `{vārds}` is `{name}` in the source (copy the placeholder from the source; the source is `content/en/a.md`)
        content/lv/a.md `{x}`: the source does not have the placeholder `{x}` (copy the placeholder from the source; the source is `content/en/a.md`)
        ");
    }

    #[test]
    fn names_that_were_translated() {
        let found = siblings(&CHECK, &["a {IncidentId}", "b {IncidentId}", "c {Vorfall} -ID", "d {numéro}"]);
        insta::assert_snapshot!(found, @"
        content/ro-RO/a.md `{Vorfall}`: the placeholder `{Vorfall}` is `{IncidentId}` in he-IL and lv-LV (copy the placeholder from the source)
        content/sl-SI/a.md `{numéro}`: the placeholder `{numéro}` is `{IncidentId}` in he-IL and lv-LV (copy the placeholder from the source)
        ");
    }

    #[test]
    fn the_only_sound_one_is_not_blamed() {
        let damaged = "x $ {local_app_data} x";
        assert_eq!(siblings(&CHECK, &[damaged, damaged, damaged, "x ${local_app_data} x"]), "");
        assert_eq!(siblings(&CHECK, &["a", "b", "c", "d {name}"]), "");
        assert_eq!(siblings(&CHECK, &["%appdata%", "%APPDATA%", "%APPDATA%", "%AppData%"]), "");
    }

    #[test]
    fn between_two() {
        let file =
            |text: &str| format!("---\nsource_hash: 0123456789012345678901234567890123456789\n---\n{text}\n");
        let (one, two) = (file("a {IncidentId}"), file("b {事件}"));
        let found = findings(&CHECK, &[("content/lt/a.md", &one), ("content/ja/a.md", &two)]);
        insta::assert_snapshot!(found, @"content/ja/a.md `{事件}`: the placeholder `{事件}` is `{IncidentId}` in lt (copy the placeholder from the source)");
    }
}
