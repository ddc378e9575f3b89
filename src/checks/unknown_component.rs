//! `unknown-component`: a component whose name means nothing.

use std::collections::BTreeMap;

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::{FlawKind, ShownOf};

use super::check::up_to_name;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unknown-component",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
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
    let mut found: BTreeMap<&str, Found> = BTreeMap::new();
    for flaw in &file.document.flaws {
        if let FlawKind::UnknownComponent { name, shown } = &flaw.kind {
            let first = Found { span: flaw.span, count: 0, shown: *shown };
            let found = found.entry(name).or_insert(first);
            found.count += 1;
            if *shown == ShownOf::Text {
                found.shown = ShownOf::Text;
            }
        }
    }
    for (name, Found { span, count, shown }) in found {
        let also = match count {
            1 => String::new(),
            2 => " (and once more)".to_owned(),
            _ => format!(" (and {} times more)", count - 1),
        };
        let (shown, help) = match shown {
            ShownOf::Nothing => {
                ("so nothing is shown for it", "write what it shows as Markdown, so that readers see it")
            }
            ShownOf::Text => (
                "so only the text that is written in it is shown",
                "if it shows more than its text, write that as Markdown",
            ),
        };
        let message = format!("the component `<{name}>` is not known, {shown}{also}");
        findings.push(file, Finding::new(up_to_name(file, span, name), message).help(help));
    }
}

/// What is known of the components of one name.
struct Found {
    /// The tag of the first.
    span: Span,
    count: usize,
    shown: ShownOf,
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, once_each};
    use super::CHECK;

    #[test]
    fn one_finding_a_name() {
        let text = "# A\n\n<Fancy title=\"b\">\n\nText <Other />\n\n</Fancy>\n\n- <Fancy />\n- <Fancy>c</Fancy>\n\n<Tabs>\n  <TabItem label=\"x\">y</TabItem>\n</Tabs>\n\n<Named title=\"Ä\" />\n";
        let files = [("content/en/a.mdx", text), ("content/en/b.md", text)];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.mdx `<Fancy`: the component `<Fancy>` is not known, so only the text that is written in it is shown (and 2 times more) (if it shows more than its text, write that as Markdown)
        content/en/a.mdx `<Other`: the component `<Other>` is not known, so nothing is shown for it (write what it shows as Markdown, so that readers see it)
        content/en/a.mdx `<Named`: the component `<Named>` is not known, so only the text that is written in it is shown (if it shows more than its text, write that as Markdown)
        ");
    }

    #[test]
    fn one_flaw_of_an_article_whatever_its_attributes_say() {
        let hash = "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n";
        let en =
            format!("{hash}# A\n\n<Grid title=\"Plans\" items={{[1]}} />\n\n<Bar config={{['One']}} />\n");
        let ja =
            format!("{hash}# あ\n\n<Grid title=\"料金\" items={{[2]}} />\n\n<Bar config={{['一']}} />\n");
        let de =
            format!("{hash}# Ä\n\n<Grid title=\"Tarife\" />\n\n<Eigen />\n\n<Bar config={{['Eins']}} />\n");
        let files = [("content/en-GB/a.mdx", &*en), ("content/ja/a.mdx", &*ja), ("content/de/a.mdx", &*de)];
        insta::assert_snapshot!(once_each(&CHECK, &files), @"
        content/de/a.mdx `<Grid`: the component `<Grid>` is not known, so only the text that is written in it is shown de en-GB ja
        content/de/a.mdx `<Eigen`: the component `<Eigen>` is not known, so nothing is shown for it de
        content/de/a.mdx `<Bar`: the component `<Bar>` is not known, so nothing is shown for it de en-GB ja
        ");
    }
}
