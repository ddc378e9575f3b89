//! `placeholders-differ`: placeholders differ from the source.

use super::compare::{Noun, say};
use super::{Check, Compared, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "placeholders-differ",
    level: Level::Warning,
    made_in: MadeIn::Translation,
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

const NOUN: Noun = Noun { the: "the placeholder", is: "is", help: "copy the placeholder from the source" };

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    say(compared, |facts| &facts.placeholders, NOUN, findings);
}

#[cfg(test)]
mod tests {
    use super::super::tests::compared;
    use super::CHECK;

    #[test]
    fn against_the_source() {
        let found =
            compared(&CHECK, "Dear {name}, open %APPDATA%.", "Cien. {vārds}, atver %APPDATA% un {x}.");
        insta::assert_snapshot!(found, @"content/lv/a.md `Cien. {vārds}, atver %APPDATA% un {x}.`: the placeholder `{x}` is `{name}` in the source (copy the placeholder from the source; the source is `content/en/a.md`)");
    }
}
