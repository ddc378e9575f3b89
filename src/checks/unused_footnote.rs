//! `unused-footnote`: a footnote that nothing refers to.

use crate::catalog::File;
use crate::markdown::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unused-footnote",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a footnote is never referred to",
    explanation: "\
## What it does
Checks for footnotes (`[^name]: …`) that nothing on the page refers to with `[^name]`.

## Why is this bad?
The footnote is not shown: readers do not see its text.

## Example
```markdown
Refunds take five days.

[^1]: Ten days for bank transfers.
```

## Fix
Refer to it where it belongs (`five days[^1]`), or delete it.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        let FlawKind::UnusedFootnote { name } = &flaw.kind else { continue };
        let message = format!("nothing refers to the footnote `[^{name}]`, so it is not shown");
        let help = format!("write `[^{name}]` where it belongs, or delete it");
        findings.push(file, Finding::new(flaw.span, message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn letter_case_makes_no_other_footnote() {
        let text = "# A\n\nOne[^NOTE], two[^Ü], three[^STRASSE].\n\n[^note]: One, see[^Deep].\n[^ü]: Two.\n[^straße]: Three.\n[^DEEP]: Four.\n";
        assert_eq!(findings(&CHECK, &[("content/en/a.md", text)]), "");
    }

    #[test]
    fn footnotes_that_nothing_refers_to() {
        let files = [(
            "content/en/a.md",
            "# A\n\nUsed[^1].\n\n[^1]: One, see[^two].\n[^two]: Two.\n[^3]: See[^four].\n\n    More.\n\n[^four]: See[^3].\n\nEnd.\n",
        )];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `[^3]`: nothing refers to the footnote `[^3]`, so it is not shown (write `[^3]` where it belongs, or delete it)
        content/en/a.md `[^four]`: nothing refers to the footnote `[^four]`, so it is not shown (write `[^four]` where it belongs, or delete it)
        ");
    }
}
