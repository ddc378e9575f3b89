//! `custom-ids-differ`: custom IDs differ from the source.

use super::compare::{Noun, found, say};
use super::{Check, Compared, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "custom-ids-differ",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "custom IDs differ from the source",
    explanation: "\
## What it does
Compares the custom IDs (`ms.custom`, `custom_ids`), in any order. Each current translation is compared with its source. Without the source, at least four translations of the same source version are compared with each other, and one that all others contradict is reported.

## Why is this bad?
Products open articles by their custom ID. In this language, the ID opens nothing, or the wrong article.

## Example
```markdown
<!-- the source -->
ms.custom: 9357
<!-- the translation -->
ms.custom: 9375
```

## Fix
Copy the custom IDs from the source.",
    run: Run::Translation(run),
};

const NOUN: Noun = Noun {
    the: "the custom ID",
    many: "the custom IDs",
    is: "is",
    help: "copy the custom IDs from the source",
};

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    say(compared, &found(compared, |facts| &facts.custom_ids), NOUN, findings);
}

#[cfg(test)]
mod tests {
    use super::super::tests::{compared, siblings};
    use super::CHECK;

    #[test]
    fn against_the_source() {
        let found = compared(&CHECK, "---\nms.custom: 1 2\n---\nx", "---\nms.custom: 2 3\n---\nx");
        insta::assert_snapshot!(found, @"content/lv/a.md `3`: the custom ID `3` is `1` in the source (copy the custom IDs from the source; the source is `content/en/a.md`)");
    }

    #[test]
    fn among_siblings() {
        let found = siblings(
            &CHECK,
            &["---\nms.custom: 1\n---\nx", "---\nms.custom: 1\n---\nx", "---\nms.custom: 1\n---\nx", "x"],
        );
        insta::assert_snapshot!(found, @"content/sl-SI/a.md ``: the custom ID `1` is missing here; he-IL, lv-LV and ro-RO have it (copy the custom IDs from the source)");
    }
}
