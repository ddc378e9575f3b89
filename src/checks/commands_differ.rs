//! `commands-differ`: commands and other fixed names differ from the source.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Span;

use super::compare::{Noun, Places, VOTES, has_known_verb, like_command, say, say_held_by};
use super::{Against, Check, Compared, Difference, Fact, Facts, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "commands-differ",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "commands and other fixed names differ from the source",
    explanation: "\
## What it does
Compares what a reader types or looks for letter by letter, outside code: commands (`Get-MailboxFolder`), parameters (`-SourceFolder`), programs (`setup.exe`), registry keys (`HKEY_CURRENT_USER`) and constants (`REG_DWORD`). Each current translation is compared with its source. Without the source, translations of the same source version are compared with each other: a name that at least three others have, more than lack it, or one that all others have where this one has a word of the same shape.

## Why is this bad?
A translated command does not exist.

## Example
```markdown
<!-- the source -->
Run Get-MailboxFolder.
<!-- the translation -->
Führen Sie Hole-Postfachordner aus.
```

## Fix
Copy the name from the source.",
    run: Run::Translation(run),
};

const NOUN: Noun =
    Noun { the: "the name", many: "the names", is: "is", help: "copy the name from the source" };

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let (ours, theirs, beside): (_, &[&Facts<'_>], _) = match &compared.against {
        Against::Nothing => return,
        Against::Source { ours, source, .. } => (ours, std::slice::from_ref(source), Beside::Source),
        Against::Siblings { ours, siblings } | Against::Few { ours, siblings } => {
            (ours, siblings, Beside::Siblings)
        }
    };
    let lost = lost(ours, theirs, beside);
    if lost.is_empty() {
        return;
    }
    let mut places = Places::new(compared.article, theirs);
    let at: Vec<Span> = lost.iter().map(|lost| places.of(lost.sibling, lost.fact)).collect();
    let instead: Vec<Option<Fact<'_>>> =
        lost.iter().zip(&at).map(|(lost, at)| like(ours, *at, lost, theirs)).collect();
    for ((lost, at), instead) in lost.iter().zip(at).zip(&instead) {
        let difference = match instead {
            Some(ours) => Difference::Changed { ours, theirs: lost.fact },
            None if lost.proof == Proof::Missing => Difference::Missing { theirs: lost.fact, at },
            None => continue,
        };
        match beside {
            Beside::Source => say(compared, &[difference], NOUN, findings),
            Beside::Siblings => {
                let have: Vec<&Facts<'_>> = lost.have.iter().map(|&sibling| theirs[sibling]).collect();
                say_held_by(compared, &have, &[difference], NOUN, findings);
            }
        }
    }
}

/// What a translation is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    Source,
    Siblings,
}

/// A name that is not in the translation.
struct Lost<'c> {
    fact: &'c Fact<'c>,
    sibling: usize,
    /// The others that have it.
    have: Vec<usize>,
    proof: Proof,
}

/// What proves that a translation without a name is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Proof {
    /// That it lacks it: the source has it, or many more of the others than not.
    Missing,
    /// A word of that shape in its place, which can only be its translation.
    Alike,
}

impl Proof {
    /// Of a name that `have` of so many others have.
    fn of(name: &str, have: usize, others: usize, beside: Beside) -> Option<Self> {
        let is_voted = have >= VOTES && have > others + 1 - have;
        if beside == Beside::Source || is_voted {
            return Some(Self::Missing);
        }
        (have == others && has_known_verb(name)).then_some(Self::Alike)
    }
}

/// The names that others have outside code, and this translation nowhere in its file, as far as that can be wrong.
fn lost<'c>(ours: &Facts<'c>, theirs: &[&'c Facts<'c>], beside: Beside) -> Vec<Lost<'c>> {
    let own: BTreeSet<&str> = ours.commands.iter().map(|fact| &*fact.key).collect();
    // The first of the others that has a name, and all that have it.
    let mut missing: BTreeMap<&str, (usize, &'c Fact<'c>, Vec<usize>)> = BTreeMap::new();
    for (sibling, facts) in theirs.iter().enumerate() {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for fact in facts.commands.iter().filter(|fact| !own.contains(&*fact.key)) {
            if seen.insert(&*fact.key) {
                missing.entry(&*fact.key).or_insert_with(|| (sibling, fact, Vec::new())).2.push(sibling);
            }
        }
    }
    let lost = missing.into_iter().filter_map(|(name, (sibling, fact, have))| {
        let proof = Proof::of(name, have.len(), theirs.len(), beside)?;
        Some(Lost { fact, sibling, have, proof })
    });
    let mut lost: Vec<Lost<'c>> = lost.collect();
    if lost.is_empty() || lost.len() > MOST_LOST {
        return Vec::new();
    }
    // As written, where addresses are, and as read, without escapes.
    let text = format!("{} {}", ours.article.file.text, ours.document().text).to_lowercase();
    lost.retain(|lost| {
        let is_in = |code: &Fact<'_>| code.key.contains(&*lost.fact.key);
        !text.contains(&lost.fact.key.to_lowercase()) && !theirs[lost.sibling].code.iter().any(is_in)
    });
    lost
}

/// Names of one article, at the most, that are looked for: one that lacks more is another text.
const MOST_LOST: usize = 40;

/// The word in the place of a lost command that looks like one, and that the others do not have.
fn like<'c>(ours: &Facts<'c>, at: Span, lost: &Lost<'_>, theirs: &[&Facts<'_>]) -> Option<Fact<'c>> {
    let document = ours.document();
    let index = document.blocks.iter().position(|block| block.span == at)?;
    lost.fact.key.split_once('-').filter(|(verb, _)| !verb.is_empty())?;
    let is_theirs = |word: &&str| theirs.iter().any(|facts| facts.article.file.text.contains(*word));
    let text = document.blocks[index].text.slice(&document.text);
    let word = like_command(text).filter(|word| !has_known_verb(word)).find(|word| !is_theirs(word))?;
    Some(Fact::in_block(word, word, at, index))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{compared, findings, siblings};
    use super::CHECK;

    #[test]
    fn against_the_source() {
        let found = compared(
            &CHECK,
            "# A\n\nRun Get-MailboxFolder, then set REG_DWORD in setup.exe.\n\n`Get-Mailbox`",
            "# Ā\n\nPalaidiet Iegūt-Pastkaste, tad reg_dword.\n\n`Iegūt-Pastu`",
        );
        insta::assert_snapshot!(found, @"
        content/lv/a.md `Palaidiet Iegūt-Pastkaste, tad reg_dword.`: the name `setup.exe` from the source is missing here (copy the name from the source; the source is `content/en/a.md`)
        content/lv/a.md `Iegūt-Pastkaste`: the name `Iegūt-Pastkaste` is `Get-MailboxFolder` in the source (copy the name from the source; the source is `content/en/a.md`)
        ");
    }

    #[test]
    fn names_that_are_escaped_are_there() {
        let source = "# A\n\nSet REG\\_DWORD in HKEY\\_LOCAL\\_MACHINE with Set-MailboxFolder.";
        let translations = [
            "# Ā\n\nIestatiet REG\\_DWORD-vērtību sadaļā HKEY&#95;LOCAL_MACHINE ar Set-MailboxFolder.",
            "# あ\n\nREG\\_DWORDをHKEY\\_LOCAL\\_MACHINEにSet-MailboxFolderで設定します。",
        ];
        for translation in translations {
            assert_eq!(compared(&CHECK, source, translation), "");
        }
    }

    #[test]
    fn among_siblings() {
        let sound = "Run [Get-MailboxFolder](https://example.com/a)";
        let found =
            siblings(&CHECK, &[sound, sound, sound, "Run [Hole-Postfachordner](https://example.com/a)"]);
        insta::assert_snapshot!(found, @"content/sl-SI/a.md `Hole-Postfachordner`: the name `Hole-Postfachordner` is `Get-MailboxFolder` in he-IL, lv-LV and ro-RO (copy the name from the source)");
        assert_eq!(siblings(&CHECK, &[sound, sound, "Run it", "Run it"]), "");
    }

    #[test]
    fn between_two() {
        let files =
            |text: &str| format!("---\nsource_hash: 0123456789012345678901234567890123456789\n---\n{text}\n");
        let (one, two) = (files("Vykdykite Get-MailboxFolder."), files("Izpildiet Iegūt-Pastkaste."));
        let found = findings(&CHECK, &[("content/lt/a.md", &one), ("content/lv/a.md", &two)]);
        insta::assert_snapshot!(found, @"content/lv/a.md `Iegūt-Pastkaste`: the name `Iegūt-Pastkaste` is `Get-MailboxFolder` in lt (copy the name from the source)");
        let three = files("Führen Sie den Befehl aus.");
        assert_eq!(findings(&CHECK, &[("content/lt/a.md", &one), ("content/de/a.md", &three)]), "");
    }
}
