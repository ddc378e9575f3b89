//! `numbers-differ`: numbers differ from the source.

use super::compare::{Noun, say_where};
use super::{Check, Compared, Difference, Fact, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "numbers-differ",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    fixes: &[],
    since: "0.1.0",
    summary: "numbers differ from the source",
    explanation: "\
## What it does
Compares the numbers in the text, whatever digits and separators the language uses (10,000 and 10.000). Times of day are ignored. A number below 13 is compared only if another number takes its place, since it may be written as a word. Each current translation is compared with its source. Without the source, at least four translations of the same source version are compared with each other, and one that all others contradict is reported.

## Why is this bad?
A wrong number is a wrong instruction.

## Example
```markdown
<!-- the source -->
The link works for 24 hours.
<!-- the translation -->
Der Link ist 42 Stunden gültig.
```

## Fix
Use the number of the source.",
    run: Run::Translation(run),
};

const NOUN: Noun = Noun { the: "the number", is: "is", help: "use the number of the source" };

/// Numbers up to this one are often written as words.
const WORDS: usize = 12;

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let wanted = |difference: &Difference<'_>| match difference {
        Difference::Changed { ours, theirs } => is_large(theirs) || !is_large(ours),
        Difference::Missing { theirs, .. } => is_large(theirs),
        // A word may have become a number.
        Difference::Added { .. } => false,
    };
    say_where(compared, |facts| &facts.numbers, NOUN, wanted, |odd| is_large(odd.fact), findings);
}

fn is_large(fact: &Fact) -> bool {
    fact.key.parse::<usize>().is_ok_and(|number| number > WORDS)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{compared, siblings};
    use super::CHECK;

    #[test]
    fn against_the_source() {
        let found = compared(
            &CHECK,
            "It takes 24 hours, 10,000 steps and 5 days, at 5 PM.",
            "Tas ilgst 42 stundas, 10 000 soļu un piecas dienas, plkst. 17.",
        );
        insta::assert_snapshot!(found, @"content/lv/a.md `Tas ilgst 42 stundas, 10 000 soļu un piecas dienas, plkst. 17.`: the number `42` is `24` in the source (use the number of the source; the source is `content/en/a.md`)");
    }

    #[test]
    fn among_siblings() {
        let found = siblings(&CHECK, &["24 h", "24 h", "42 h", "24 h"]);
        insta::assert_snapshot!(found, @"
        content/ro-RO/a.md `42 h`: only this translation has the number `42`; he-IL, lv-LV and sl-SI do not (use the number of the source)
        content/ro-RO/a.md `42 h`: the number `24` is missing here; he-IL, lv-LV and sl-SI have it (use the number of the source)
        ");
    }
}
