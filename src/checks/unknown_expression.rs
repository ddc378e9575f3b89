//! `unknown-expression`: an expression whose value nobody knows.

use crate::catalog::File;
use crate::markdown::{Dialect, FlawKind};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unknown-expression",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "the value of an expression is not known",
    explanation: "\
## What it does
Checks for the expressions of MDX and Vue, between braces and in attributes, that are no texts or numbers. They are left out. There is one finding in a file, at the first place.

## Why is this bad?
A program gives them their value, and Faqtory runs none: readers miss a part of the sentence.

## Example
```markdown
The current version is {props.version}.
```

## Fix
Write the value. A brace that is meant as it is, is written `\\{` in MDX; in Vue it stands in an element with `v-pre`.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let flaws = &file.document.flaws;
    let mut found = flaws.iter().filter(|flaw| flaw.kind == FlawKind::UnknownExpression);
    let Some(first) = found.next() else { return };
    let also = match found.count() {
        0 => String::new(),
        1 => " (and another one)".to_owned(),
        count => format!(" (and {count} more)"),
    };
    let message = format!("the value of this expression is not known, and it is left out{also}");
    let is_vue = matches!(file.document.syntax.dialect, Dialect::VitePress | Dialect::VuePress);
    let help = match is_vue {
        true => "write the value, or `v-pre` round braces that are meant as they are",
        false => "write the value, or `\\{` for a brace",
    };
    findings.push(file, Finding::new(first.span, message).help(help));
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn one_finding_a_file() {
        let text = "# A\n\nVersion {props.version} of {'{'} \\{b} `{c}` {items.map(i => <b>{i}</b>)}.\n";
        let files = [("content/en/a.mdx", text), ("content/en/b.md", text)];
        insta::assert_snapshot!(findings(&CHECK, &files), @r"content/en/a.mdx `{props.version}`: the value of this expression is not known, and it is left out (and another one) (write the value, or `\{` for a brace)");
    }

    #[test]
    fn one_of_vue() {
        let files =
            [("docs/.vitepress/config.mts", "export default {}\n"), ("docs/a.md", "# A\n\n{{ b.c }}\n")];
        insta::assert_snapshot!(findings(&CHECK, &files), @"docs/a.md `{{ b.c }}`: the value of this expression is not known, and it is left out (write the value, or `v-pre` round braces that are meant as they are)");
    }
}
