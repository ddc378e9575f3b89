//! `unclosed-directive`: a directive that never ends.

use crate::catalog::File;
use crate::markdown::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unclosed-directive",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a directive is never closed",
    explanation: "\
## What it does
Checks for `:::row:::`, `:::column:::`, `:::zone:::` and other blocks without the line that ends them.

## Why is this bad?
Everything up to the end of the article becomes part of the block.

## Example
```markdown
:::row:::
   :::column:::
   First
   :::column-end:::
```

## Fix
Add the line that ends it: `:::row-end:::`.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        if let FlawKind::UnclosedDirective { name, end } = &flaw.kind {
            let help = match &**end {
                "" => "end it outside of code, and in the list item or quote that it begins in".to_owned(),
                end => format!("add a line `{end}` where it should end"),
            };
            let finding = Finding::new(flaw.span, format!("the directive `{name}` is never closed"));
            findings.push(file, finding.help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn a_row_that_never_ends() {
        let files = [("content/en/a.md", "# A\n\n:::row:::\n:::column:::\nOne\n:::column-end:::\n\nText\n")];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/en/a.md `:::row:::`: the directive `row` is never closed (add a line `:::row-end:::` where it should end)");
    }

    #[test]
    fn an_end_in_code() {
        let files = [
            ("hugo.yml", "defaultContentLanguage: en\nlanguages:\n  en:\n    weight: 1\n"),
            ("content/a.md", "# A\n\n{{< note >}}\n```\n{{< /note >}}\n```\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/a.md `{{< note >}}`: the directive `note` is never closed (end it outside of code, and in the list item or quote that it begins in)");
    }
}
