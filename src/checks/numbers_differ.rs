//! `numbers-differ`: numbers differ from the source.

use std::collections::BTreeSet;

use super::compare::{Noun, TURNED, found, say};
use super::{Against, Check, Compared, Difference, Fact, Facts, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "numbers-differ",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: None,
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

const NOUN: Noun =
    Noun { the: "the number", many: "the numbers", is: "is", help: "use the number of the source" };

/// Numbers up to this one are often written as words.
const WORDS: usize = 12;

/// The hours of a day: what other languages write as a time of the afternoon.
const HOURS: usize = 24;

/// What the Buddhist calendar is ahead of the Gregorian one.
const BUDDHIST_YEARS: usize = 543;

/// What the Gregorian calendar is ahead of the Solar Hijri one, by the month.
const SOLAR_HIJRI_YEARS: [usize; 2] = [621, 622];

/// Numbers that are years, where other calendars have others.
const GREGORIAN: std::ops::RangeInclusive<usize> = 1900..=2100;

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let mut found = found(compared, |facts| &facts.numbers);
    if found.is_empty() {
        return;
    }
    let values = |facts: &Facts<'_>| {
        let numbers =
            facts.numbers.iter().filter_map(|fact| fact.key.trim_start_matches(TURNED).parse().ok());
        numbers.chain(markers(&facts.article.file.text)).collect::<BTreeSet<usize>>()
    };
    let (ours, theirs) = match &compared.against {
        Against::Source { ours, source, .. } => (values(ours), vec![values(source)]),
        Against::Siblings { ours, siblings } => {
            (values(ours), siblings.iter().map(|facts| values(facts)).collect())
        }
        Against::Few { .. } | Against::Nothing => return,
    };
    found.retain(|difference| is_wrong(difference, &ours, &theirs));
    say(compared, &found, NOUN, findings);
}

/// Whether a number is really lost, or one that the others lack took its place. How often a number appears depends on
/// the language, which may repeat a name.
fn is_wrong(difference: &Difference<'_>, ours: &BTreeSet<usize>, theirs: &[BTreeSet<usize>]) -> bool {
    let is_lost = |number: usize| {
        let years = [
            number.checked_add(BUDDHIST_YEARS),
            number.checked_sub(SOLAR_HIJRI_YEARS[0]),
            number.checked_sub(SOLAR_HIJRI_YEARS[1]),
        ];
        let is_year =
            GREGORIAN.contains(&number) && years.into_iter().flatten().any(|year| ours.contains(&year));
        number > WORDS && !ours.contains(&number) && !is_year
    };
    // Beside a source, a word may have become a number.
    let is_new = |own: usize| {
        let years = [
            own.checked_sub(BUDDHIST_YEARS),
            own.checked_add(SOLAR_HIJRI_YEARS[0]),
            own.checked_add(SOLAR_HIJRI_YEARS[1]),
        ];
        let is_theirs = |number: usize| theirs.iter().any(|numbers| numbers.contains(&number));
        let is_year = years.into_iter().flatten().any(|year| GREGORIAN.contains(&year) && is_theirs(year));
        theirs.len() > 1 && own > HOURS && !is_theirs(own) && !is_year
    };
    match difference {
        Difference::Missing { theirs, .. } => value(theirs).is_some_and(is_lost),
        Difference::Added { ours } => value(ours).is_some_and(is_new),
        Difference::Changed { ours: own, theirs: other } => {
            let (Some(own), Some(other)) = (value(own), value(other)) else { return false };
            let is_theirs = theirs.iter().any(|numbers| numbers.contains(&own));
            let are_small = own <= WORDS && other <= WORDS && !is_theirs;
            is_lost(other) || is_new(own) || are_small
        }
        Difference::Times { .. } => false,
    }
}

/// Numbers that begin a line: what was meant as a year or a day may have become the marker of a list.
fn markers(text: &str) -> impl Iterator<Item = usize> {
    let lines = text.lines().map(|line| line.trim_start_matches([' ', '\t', '>', '-', '*', '+']));
    lines.filter_map(|line| {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        line[digits..].starts_with(['.', ')']).then(|| line[..digits].parse().ok()).flatten()
    })
}

fn value(fact: &Fact<'_>) -> Option<usize> {
    fact.key.parse().ok()
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
        insta::assert_snapshot!(found, @"content/lv/a.md `42`: the number `42` is `24` in the source (use the number of the source; the source is `content/en/a.md`)");
    }

    #[test]
    fn among_siblings() {
        assert_eq!(siblings(&CHECK, &["9 h", "9 h", "900 h", "9 h"]).lines().count(), 1);
        let found = siblings(&CHECK, &["24 h", "24 h", "42 h", "24 h"]);
        insta::assert_snapshot!(found, @"content/ro-RO/a.md `42`: the number `42` is `24` in he-IL, lv-LV and sl-SI (use the number of the source)");
    }

    #[test]
    fn how_often_a_number_appears_is_no_difference() {
        let once = "Get Microsoft 365.\n\nx";
        let twice = "Get Microsoft 365 with Microsoft 365.\n\n365";
        assert_eq!(siblings(&CHECK, &[once, once, twice, once]), "");
        assert_eq!(compared(&CHECK, once, twice), "");
        assert_eq!(compared(&CHECK, twice, once), "");
    }

    #[test]
    fn a_number_with_an_ending_or_before_a_line_is_there() {
        let sound = "Ends on 25 May 2021.";
        assert_eq!(siblings(&CHECK, &[sound, "Ends, May 25th 2021.", sound, "25. May 2021 it ends."]), "");
        assert_eq!(compared(&CHECK, "In the 1990s and 24/7.", "90-ajos gados, visu diennakti."), "");
    }

    #[test]
    fn numbers_of_one_line_are_one_finding() {
        let sound = "On day 26 of 2019 at 300,000 people.";
        let found = siblings(&CHECK, &[sound, "At 30 万 people on 26 of 2562.", sound, "At 300 000 people."]);
        insta::assert_snapshot!(found, @"
        content/sl-SI/a.md `At 300 000 people.`: the number `26` is missing here; he-IL, lv-LV and ro-RO have it (use the number of the source)
        ");
    }
}
