//! `links-differ`: links differ from the source.

use super::compare::{Difference, Noun, say_where};
use super::{Check, Compared, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "links-differ",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    fixes: &[],
    since: "0.1.0",
    summary: "links differ from the source",
    explanation: "\
## What it does
Compares where the links lead. Differences that only depend on the language are ignored: `/he-il/` in a URL, a `lang` parameter, the same article in another locale, an anchor on a page of another site, and an article where the source links to a section of it, which the translation may lack. Each current translation is compared with its source. Without the source, at least four translations of the same source version are compared with each other, and one that all others contradict is reported.

## Why is this bad?
Readers of the translation are sent to the wrong page, or miss a link that others have.

## Example
```markdown
<!-- the source -->
See [billing](billing.md).
<!-- the translation -->
Siehe [Abrechnung](blling.md).
```

## Fix
Use the target of the source.",
    run: Run::Translation(run),
};

const NOUN: Noun = Noun { the: "the link to", is: "leads to", help: "use the target of the source" };

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    say_where(compared, |facts| &facts.links, NOUN, is_elsewhere, |_| true, findings);
}

/// Not where the translation leads to the beginning of the article that the source leads into: it may have no such section.
fn is_elsewhere(difference: &Difference<'_>) -> bool {
    match difference {
        Difference::Changed { ours, theirs } => {
            theirs.key.strip_prefix(&*ours.key).is_none_or(|rest| !rest.starts_with('#'))
        }
        _ => true,
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
        insta::assert_snapshot!(found, @"
        content/ro-RO/a.md `[a](https://example.com/a) [b](https://example.com/c)`: the link to `https://example.com/b` is missing here; he-IL, lv-LV and sl-SI have it (use the target of the source)
        content/ro-RO/a.md `[b](https://example.com/c)`: only this translation has the link to `https://example.com/c`; he-IL, lv-LV and sl-SI do not (use the target of the source)
        ");
    }
}
