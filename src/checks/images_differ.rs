//! `images-differ`: images differ from the source.

use super::compare::{Noun, say};
use super::{Check, Compared, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "images-differ",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    fixes: &[],
    since: "0.1.0",
    summary: "images differ from the source",
    explanation: "\
## What it does
Looks at every image of the text. Compares every current translation with its source. Where the source is not at hand, it compares at least four translations of the same version of the source, and reports the one that all others contradict.

## Why is this bad?
Readers of the translation miss a picture that the text speaks of, or see another one.

## Example
```markdown
<!-- the source -->
![The button](media/button.png)
<!-- the translation, which has lost it -->
```

## Fix
Put the image where the source has it. A picture of the translated product has the same name in the folder of its locale.",
    run: Run::Translation(run),
};

const NOUN: Noun = Noun { the: "the image", is: "is", help: "put it where it stands in the source" };

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    say(compared, |facts| &facts.images, NOUN, findings);
}

#[cfg(test)]
mod tests {
    use super::super::tests::compared;
    use super::CHECK;

    #[test]
    fn against_the_source() {
        let found = compared(&CHECK, "Look.\n\n![a](a.png)\n\nDone.", "Skaties.\n\nGatavs.");
        insta::assert_snapshot!(found, @"content/lv/a.md `Skaties.`: the image `a.png` of the source is missing here (put it where it stands in the source; the source is `content/en/a.md`)");
    }
}
