//! `links-differ`: links differ from the source.

use super::compare::{Noun, found, leads_nowhere, say};
use super::{Against, Check, Compared, Difference, Facts, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "links-differ",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "links differ from the source",
    explanation: "\
## What it does
Compares where the links lead. Differences that only depend on the language are ignored: `/he-il/` in a URL, a `lang` parameter, the same article in another locale, an anchor on a page of another site, and an article where the source links to a section of it, which the translation may lack. A target that does not exist is the finding of another check. Each current translation is compared with its source. Without the source, at least four translations of the same source version are compared with each other, and one that all others contradict is reported.

## Why is this bad?
Readers of the translation are sent to the wrong page, or miss a link that others have.

## Example
```markdown
<!-- the source -->
See [billing](billing.md).
<!-- the translation -->
Siehe [Abrechnung](bank.md).
```

## Fix
Use the target of the source.",
    run: Run::Translation(run),
};

const NOUN: Noun =
    Noun { the: "the link to", many: "the links to", is: "leads to", help: "use the target of the source" };

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let mut found = found(compared, |facts| &facts.links);
    if found.is_empty() {
        return;
    }
    let siblings: &[&Facts<'_>] = match &compared.against {
        Against::Siblings { siblings, .. } => siblings,
        _ => &[],
    };
    // Texts are searched for each difference: not where nearly everything differs.
    let text = if found.len() <= MOST_SEARCHED { &compared.article.file.text } else { "" };
    found.retain(|difference| is_wrong(difference, text, siblings));
    say(compared, &found, NOUN, findings);
}

/// Differences, at the most, for which texts are searched.
const MOST_SEARCHED: usize = 100;

/// Whether a reader is led elsewhere, and no other check says so at the same place: a target that does not exist, or a
/// link that stands there but is not rendered, are findings of their own.
fn is_wrong(difference: &Difference<'_>, text: &str, siblings: &[&Facts<'_>]) -> bool {
    match difference {
        Difference::Changed { ours, theirs } => {
            // The beginning of the article that the source leads into: the translation may have no such section.
            let is_shorter = theirs.key.strip_prefix(&*ours.key).is_some_and(|rest| rest.starts_with('#'));
            !is_shorter && (!leads_nowhere(ours) || leads_nowhere(theirs))
        }
        Difference::Missing { theirs, at } => !at.slice(text).contains(&*theirs.written),
        Difference::Added { ours } => {
            let is_there = |facts: &&Facts<'_>| facts.article.file.text.contains(&*ours.written);
            !leads_nowhere(ours) && (text.is_empty() || !siblings.iter().any(is_there))
        }
        Difference::Times { .. } => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{compared, siblings};
    use super::CHECK;

    #[test]
    fn against_the_source() {
        let found = compared(
            &CHECK,
            "See [a](b.md), [c](https://example.com/en/c) and [d](https://example.com/d).\n\nOr [e](https://example.com/e).",
            "Skati [a](b.md), [c](https://example.com/lv/c) un [d](https://example.com/x).\n\nVai e.",
        );
        insta::assert_snapshot!(found, @"
        content/lv/a.md `[d](https://example.com/x)`: the link to `https://example.com/x` leads to `https://example.com/d` in the source (use the target of the source; the source is `content/en/a.md`)
        content/lv/a.md `Vai e.`: the link to `https://example.com/e` from the source is missing here (use the target of the source; the source is `content/en/a.md`)
        ");
    }

    #[test]
    fn a_section_that_the_translation_may_lack() {
        let source = "# A\n\nSee [b](#b).\n\n## B\n\nText.\n\n[c](c.md#x)";
        insta::assert_snapshot!(compared(&CHECK, source, "# A\n\nSkati [b](#b).\n\n## B\n\nTeksts.\n\n[c](c.md)"), @"");
    }

    #[test]
    fn among_siblings() {
        let found = siblings(
            &CHECK,
            &[
                "[a](https://example.com/a) [b](https://example.com/b)",
                "[a](https://example.com/a) [b](https://example.com/b)",
                "[a](https://example.com/a) [b](https://example.com/c)",
                "[a](https://example.com/a) [b](https://example.com/b)",
            ],
        );
        insta::assert_snapshot!(found, @"content/ro-RO/a.md `[b](https://example.com/c)`: the link to `https://example.com/c` leads to `https://example.com/b` in he-IL, lv-LV and sl-SI (use the target of the source)");
    }

    #[test]
    fn addresses_that_differ_at_their_ends() {
        let address = |query: &str| {
            format!("[a](https://example.com/a/long/path/to/a/page/with/a/long/name/{query}x=1)")
        };
        let (sound, odd) = (address("?"), address("??"));
        insta::assert_snapshot!(siblings(&CHECK, &[&sound, &odd, &sound, &sound]), @"content/lv-LV/a.md `[a](https://example.com/a/long/path/to/a/page/with/a/long/name/??x=1)`: the link to `…e/with/a/long/name/??x=1` leads to `…e/with/a/long/name/?x=1` in he-IL, ro-RO and sl-SI (use the target of the source)");
    }

    #[test]
    fn a_link_that_is_not_rendered_or_leads_nowhere_is_found_by_other_checks() {
        let (sound, round) = ("[a](https://example.com/a)", "(a)[https://example.com/a]");
        assert_eq!(siblings(&CHECK, &[sound, sound, round, sound]), "");
        assert_eq!(siblings(&CHECK, &[round, round, sound, round]), "");
        assert_eq!(compared(&CHECK, "See [b](b.md).", "Skati [b](none.md)."), "");
    }
}
