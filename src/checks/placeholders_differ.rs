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
Looks at what a program or a reader is to replace: `{name}`, `${HOME}`, `%1$s`, `%APPDATA%`. Compares every current translation with its source. Where the source is not at hand, it compares at least four translations of the same version of the source, and reports the one that all others contradict.

## Why is this bad?
What stands in the place of a translated placeholder is never filled in.

## Example
```markdown
<!-- the source -->
Open %APPDATA% and delete {file}.
<!-- the translation -->
Öffnen Sie %APPDATA% und löschen Sie {Datei}.
```

## Fix
Copy the placeholder of the source.",
    run: Run::Translation(run),
};

const NOUN: Noun = Noun { the: "the placeholder", is: "is", help: "copy the placeholder of the source" };

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
        insta::assert_snapshot!(found, @"content/lv/a.md `Cien. {vārds}, atver %APPDATA% un {x}.`: the placeholder `{x}` is `{name}` in the source (copy the placeholder of the source; the source is `content/en/a.md`)");
    }
}
