//! `invalid-toc-entry`: something in a table of contents that is not an entry.

use std::borrow::Cow;

use crate::assets;
use crate::catalog::{Catalog, TocFlawKind};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "invalid-toc-entry",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an entry of a table of contents is invalid",
    explanation: "\
## What it does
Checks tables of contents (`toc.yml`, `toc.md`) for anything that is not an entry: text or a number instead of `name` and `href`, an entry with neither, with a name alone, with a key twice or with an error of YAML, a name or link that is a list, or `items` that is not a list. Also reports a table of contents that is too long or too deep: it can have 100,000 entries and 64 levels.

## Why is this bad?
The entry is left out, and readers do not find what it should lead to.

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

/// Findings in one table of contents: the last says how many more there are.
const MOST: usize = 20;

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for toc in &catalog.tocs {
        let flaws: Vec<_> =
            toc.flaws.iter().filter_map(|flaw| Some((message(&flaw.kind)?, flaw.span))).collect();
        for (number, ((what, help), span)) in flaws.iter().take(MOST).enumerate() {
            let more = flaws.len() - number - 1;
            let message = if number + 1 == MOST && more > 0 {
                format!("{what}; there are {more} more invalid entries in this file")
            } else {
                what.to_string()
            };
            let help = if assets::extension(&toc.file.path) == "md" && *help == WRITE {
                WRITE_HEADING
            } else {
                *help
            };
            findings.push(&toc.file, Finding::new(*span, message).help(help));
        }
    }
}

const WRITE: &str = "write a `name` and an `href`, or a `name` and `items`";
const WRITE_HEADING: &str = "write `# [name](href)`, or `# name` with entries below it";
const QUOTE: &str =
    "indent all lines of it alike, and put names that contain `: `, ` #` or brackets in quotes";
const ONCE: &str = "remove one of them, or write `-` before what begins another entry";
const SPLIT: &str = "move part of it into another table of contents, and use that as an `href`";

/// What is said of a flaw, and what to do.
fn message(kind: &TocFlawKind) -> Option<(Cow<'static, str>, &'static str)> {
    let (message, help) = match kind {
        TocFlawKind::Unreadable(_) => return None,
        TocFlawKind::Damaged(why) => {
            let message = format!("this entry is not valid YAML: {why}; the rest of it is left out");
            return Some((message.into(), QUOTE));
        }
        TocFlawKind::NoEntry => ("this is not an entry of a table of contents, so it is left out", WRITE),
        TocFlawKind::Empty => ("this entry has neither a name nor a link, so it is left out", WRITE),
        TocFlawKind::NameAlone => {
            ("this entry has a name, but neither a link nor entries below it, so it is left out", WRITE)
        }
        TocFlawKind::Double => ("this entry has this key already; the last one counts", ONCE),
        TocFlawKind::NoText => ("this is not text, so it is left out", WRITE),
        TocFlawKind::NoList => ("this is not a list of entries, so it is left out", WRITE),
        TocFlawKind::TooDeep => ("this list is more than 64 levels deep, so it is left out", SPLIT),
        TocFlawKind::TooMany => {
            ("a table of contents can have 100,000 entries; this one and all after it are left out", SPLIT)
        }
    };
    Some((message.into(), help))
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn each_is_reported_at_its_place() {
        let toc = "- name: A\n  href: a.md\n- 5\n- name: B\n  items: x\n- {}\n";
        let files = [("content/en/a.md", "# A\n"), ("content/en/toc.yml", toc)];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/toc.yml `5`: this is not an entry of a table of contents, so it is left out (write a `name` and an `href`, or a `name` and `items`)
        content/en/toc.yml `x`: this is not a list of entries, so it is left out (write a `name` and an `href`, or a `name` and `items`)
        content/en/toc.yml `{`: this entry has neither a name nor a link, so it is left out (write a `name` and an `href`, or a `name` and `items`)
        "#);
    }

    #[test]
    fn names_alone_and_doubles() {
        let toc = "- name: A\n  href: a.md\n- name: Alone\n- name: B\n  name: C\n  href: a.md\n- name: D\n  uid: d\n";
        let files = [("content/en/a.md", "# A\n"), ("content/en/toc.yml", toc)];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/toc.yml `name: Alone`: this entry has a name, but neither a link nor entries below it, so it is left out (write a `name` and an `href`, or a `name` and `items`)
        content/en/toc.yml `name`: this entry has this key already; the last one counts (remove one of them, or write `-` before what begins another entry)
        ");
    }

    #[test]
    fn very_many_are_counted() {
        let toc = "- 5\n".repeat(1000);
        let found = findings(&CHECK, &[("content/en/a.md", "# A\n"), ("content/en/toc.yml", &toc)]);
        assert_eq!(found.lines().count(), 20);
        assert!(found.contains("there are 980 more invalid entries in this file"));
    }
}
