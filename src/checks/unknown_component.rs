//! `unknown-component`: a component whose name means nothing.

use std::collections::BTreeMap;

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unknown-component",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "a component is not known",
    explanation: "\
## What it does
Checks for the components of MDX and Vue whose names mean nothing here. What stands in them is shown, and so are their titles, descriptions and links. There is one finding for each name in a file, at the first place.

## Why is this bad?
A program of the site makes what a component shows, and Faqtory runs none: readers may miss something, or see it arranged in another way.

## Example
```markdown
<PriceTable product=\"basic\" />
```

## Fix
Write what it shows as Markdown, or use a component that is known, such as `Tabs`, `Card`, `Aside`, `Details` or `Badge`.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let mut found: BTreeMap<&str, (Span, usize)> = BTreeMap::new();
    for flaw in &file.document.flaws {
        if let FlawKind::UnknownComponent { name } = &flaw.kind {
            found.entry(name).or_insert((flaw.span, 0)).1 += 1;
        }
    }
    for (name, (span, count)) in found {
        let also = match count {
            1 => String::new(),
            2 => " (and once more)".to_owned(),
            _ => format!(" (and {} times more)", count - 1),
        };
        let message = format!("the component `<{name}>` is not known, its content alone is shown{also}");
        let help = "write what it shows as Markdown, so that readers see it";
        findings.push(file, Finding::new(span, message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn one_finding_a_name() {
        let text = "# A\n\n<Fancy title=\"b\">\n\nText <Other />\n\n</Fancy>\n\n- <Fancy />\n- <Fancy>c</Fancy>\n\n<Tabs>\n  <TabItem label=\"x\">y</TabItem>\n</Tabs>\n";
        let files = [("content/en/a.mdx", text), ("content/en/b.md", text)];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.mdx `<Fancy title="b">`: the component `<Fancy>` is not known, its content alone is shown (and 2 times more) (write what it shows as Markdown, so that readers see it)
        content/en/a.mdx `<Other />`: the component `<Other>` is not known, its content alone is shown (write what it shows as Markdown, so that readers see it)
        "#);
    }
}
