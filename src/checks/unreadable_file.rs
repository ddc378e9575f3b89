//! `unreadable-file`: a file that nothing could be made of.

use crate::catalog::{Catalog, TocFlawKind};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unreadable-file",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a file cannot be read",
    explanation: "\
## What it does
Checks for tables of contents and publishing configurations that are damaged, for files that are too large to be articles, and for files and folders that the system cannot read: without permission, with too long a path, a device or a pipe.

## Why is this bad?
The site is built without it: navigation, redirects or a whole article are missing.

## Example
```yaml
- name: Start here
  href: [index.md
```

## Fix
Fix the file at the place that the message names.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for file in &catalog.unreadable {
        let finding = Finding::of_file(format!("the file cannot be read: {}", reason(&file.reason)))
            .help("fix it; until then the site is built without it");
        findings.push_at(&file.path, finding);
    }
    for toc in &catalog.tocs {
        for flaw in &toc.flaws {
            let TocFlawKind::Unreadable(error) = &flaw.kind else { continue };
            let message = format!("the file cannot be read from here on: {}", reason(error));
            let finding = Finding::new(flaw.span, message)
                .help("fix it; until then the site is built with the entries above");
            findings.push(&toc.file, finding);
        }
    }
}

fn reason(error: &str) -> &str {
    error.lines().next().unwrap_or_default().trim_end_matches(['.', ':', ' '])
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn a_damaged_table_of_contents() {
        let files = [
            ("content/en/a.md", "# A\n"),
            ("content/en/toc.yml", "- name: [\n"),
            ("content/en/b/toc.yml", "- name: B\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/en/toc.yml `[`: the file cannot be read from here on: unclosed bracket '[' (fix it; until then the site is built with the entries above)");
    }
}
