//! `images-differ`: images differ from the source.

use super::compare::{Noun, found, leads_nowhere, say};
use super::{Check, Compared, Difference, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "images-differ",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "images differ from the source",
    explanation: "\
## What it does
Compares the images in the text. Each current translation is compared with its source. Without the source, at least four translations of the same source version are compared with each other, and one that all others contradict is reported.

## Why is this bad?
Readers of the translation miss an image that the text refers to, or see a different one.

## Example
```markdown
<!-- the source -->
![The button](media/button.png)
<!-- the translation, which has lost it -->
```

## Fix
Put the image where the source has it. A screenshot of the translated product has the same file name, in the folder of its locale.",
    run: Run::Translation(run),
};

const NOUN: Noun =
    Noun { the: "the image", many: "the images", is: "is", help: "put it where the source has it" };

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let mut found = found(compared, |facts| &facts.images);
    found.retain(|difference| match difference {
        Difference::Changed { ours, theirs } => !leads_nowhere(ours) || leads_nowhere(theirs),
        Difference::Added { ours } => !leads_nowhere(ours),
        Difference::Missing { .. } | Difference::Times { .. } => true,
    });
    say(compared, &found, NOUN, findings);
}

#[cfg(test)]
mod tests {
    use super::super::tests::compared;
    use super::CHECK;

    #[test]
    fn against_the_source() {
        let found = compared(&CHECK, "Look.\n\n![a](a.png)\n\nDone.", "Skaties.\n\nGatavs.");
        insta::assert_snapshot!(found, @"content/lv/a.md `Skaties.`: the image `a.png` from the source is missing here (put it where the source has it; the source is `content/en/a.md`)");
    }
}
