//! `invalid-toc-entry`: something in a table of contents that is no entry.

use crate::catalog::{Catalog, TocFlaw, TocFlawKind};
use crate::diagnostic::Severity;

use super::{Check, Finding, Findings, Run};

pub(super) const CHECK: Check = Check {
    code: "invalid-toc-entry",
    severity: Severity::Warning,
    summary: "something in a table of contents is no entry",
    explanation: "\
## What it does
Looks through tables of contents (`toc.yml`) for what is no entry: a text or a number in place of `name` and `href`, an entry without any of them, a name or link that is a list, `items` that are none. It also tells where a table of contents is too long or too deep: it may have 100,000 entries, and 64 lists in each other.

## Why is this bad?
It is left out, and what it was meant to lead to is not where readers look for it.

## Example
```yaml
- name: Start here
  href: index.md
- billing.md
```

## Fix
Write each entry with a `name` and an `href`, or a `name` and `items`.",
    run: Run::Site(run),
};

/// Findings in one table of contents: the last tells how many more there are.
const MOST: usize = 20;

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for toc in &catalog.tocs {
        let flaws = toc.flaws.iter().filter_map(|flaw| Some((what(flaw)?, flaw.span)));
        let flaws: Vec<_> = flaws.collect();
        for (number, (what, span)) in flaws.iter().take(MOST).enumerate() {
            let more = flaws.len() - number - 1;
            let message = if number + 1 == MOST && more > 0 {
                format!("{what}; there are {more} more such places")
            } else {
                (*what).to_owned()
            };
            findings.push(
                &toc.file,
                Finding::new(*span, message).help("write a `name` and an `href`, or a `name` and `items`"),
            );
        }
    }
}

fn what(flaw: &TocFlaw) -> Option<&'static str> {
    match flaw.kind {
        TocFlawKind::Unreadable(_) => None,
        TocFlawKind::NoEntry => Some("this is no entry of a table of contents, and is left out"),
        TocFlawKind::Empty => Some("this entry has neither a name nor a link, and is left out"),
        TocFlawKind::NoText => Some("this is no text, and is left out"),
        TocFlawKind::NoList => Some("this is no list of entries, and is left out"),
        TocFlawKind::TooDeep => Some("this list stands in more than 64 others, and is left out"),
        TocFlawKind::TooMany => {
            Some("a table of contents may have 100,000 entries; this one and those after it are left out")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn each_is_told_at_its_place() {
        let toc = "- name: A\n  href: a.md\n- 5\n- name: B\n  items: x\n- {}\n";
        let files = [("content/en/a.md", "# A\n"), ("content/en/toc.yml", toc)];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/toc.yml `5`: this is no entry of a table of contents, and is left out (write a `name` and an `href`, or a `name` and `items`)
        content/en/toc.yml `x`: this is no list of entries, and is left out (write a `name` and an `href`, or a `name` and `items`)
        content/en/toc.yml `{`: this entry has neither a name nor a link, and is left out (write a `name` and an `href`, or a `name` and `items`)
        "#);
    }

    #[test]
    fn very_many_are_counted() {
        let toc = "- 5\n".repeat(1000);
        let told = findings(&CHECK, &[("content/en/a.md", "# A\n"), ("content/en/toc.yml", &toc)]);
        assert_eq!(told.lines().count(), 20);
        assert!(told.contains("there are 980 more such places"));
    }
}
