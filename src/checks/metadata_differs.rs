//! `metadata-differs`: front matter that is not translated differs from the source.

use super::compare::{Noun, found, say};
use super::{Check, Compared, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "metadata-differs",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "front matter that is not translated differs from the source",
    explanation: "\
## What it does
Compares `topic`, `service`, `priority`, `robots` and `collection` (also as `ms.topic` and so on). Each current translation is compared with its source. Without the source, at least four translations of the same source version are compared with each other, and one that all others contradict is reported.

## Why is this bad?
These values are for programs. If they are translated or taken from another article, the article ends up in the wrong place.

## Example
```markdown
<!-- the source -->
ms.topic: article
<!-- the translation -->
ms.topic: Artikel
```

## Fix
Copy the line from the source.",
    run: Run::Translation(run),
};

const NOUN: Noun =
    Noun { the: "the entry", many: "the entries", is: "is", help: "copy the line from the source" };

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    say(compared, &found(compared, |facts| &facts.metadata), NOUN, findings);
}

#[cfg(test)]
mod tests {
    use super::super::tests::compared;
    use super::CHECK;

    #[test]
    fn against_the_source() {
        let found = compared(
            &CHECK,
            "---\nms.topic: article\nROBOTS: NOINDEX, NOFOLLOW\n---\nx",
            "---\nms.topic: raksts\nROBOTS: noindex,nofollow\n---\nx",
        );
        insta::assert_snapshot!(found, @"content/lv/a.md `raksts`: the entry `topic: raksts` is `topic: article` in the source (copy the line from the source; the source is `content/en/a.md`)");
    }
}
