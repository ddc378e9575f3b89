//! `unused-include`: an include that no article includes.

use std::collections::BTreeSet;

use crate::catalog::{Base, Catalog, File};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unused-include",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an include file is never used",
    explanation: "\
## What it does
Checks for files in `includes` folders that no article and no other include refers to with `[!INCLUDE]`. Files whose first comment says that they are generated are not reported.

## Why is this bad?
The file is translated into every locale, and no reader ever sees it.

## Example
```text
content/en-US/includes/old-note.md
```

## Fix
Delete it in every locale, or include it where it belongs.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    if catalog.includes.is_empty() {
        return;
    }
    let articles = catalog.articles.iter();
    let articles =
        articles.map(|article| Base { file: &article.file, article: Some(article), reader: article.locale });
    let reader = |file: &File| file.locale.unwrap_or(catalog.default);
    let includes = catalog.includes.iter().map(|file| Base { file, article: None, reader: reader(file) });
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for base in articles.chain(includes) {
        for include in &base.file.document.includes {
            used.extend(catalog.included_path(base, include).filter(|path| **path != *base.file.path));
        }
    }
    // What other generators include is found by its names, and plug-ins use parts of it, or use them on every page.
    let is_judged = |file: &&File| !catalog.docsets[file.docset].layout.includes_from_site();
    let unused = catalog.includes.iter().filter(|file| !used.contains(&*file.path));
    for file in unused.filter(is_judged).filter(|file| !is_generated(file)) {
        let finding = Finding::of_file("no article includes this file");
        findings.push(file, finding.help("delete it in every locale, or include it where it belongs"));
    }
}

/// Bytes of a body in which its first comment begins and ends.
const FIRST: usize = 2000;

/// Whether the first comment says that a program writes the file: one that is deleted comes back.
fn is_generated(file: &File) -> bool {
    let body = &file.text[file.front_matter.body_start as usize..];
    let body = body[..body.floor_char_boundary(FIRST)].trim_start();
    let comment = body.strip_prefix("<!--").and_then(|comment| comment.split("-->").next());
    comment.is_some_and(|comment| {
        let comment = comment.to_ascii_lowercase();
        ["generated", "overwritten", "do not edit", "don't edit"].iter().any(|sign| comment.contains(sign))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn includes_that_nobody_includes() {
        let files = [
            ("content/en/a.md", "# A\n\n[!INCLUDE [x](includes/one.md)]\n"),
            ("content/en/includes/one.md", "Text [!INCLUDE [x](two.md)]\n"),
            ("content/en/includes/two.md", "Text\n"),
            ("content/en/includes/three.md", "Text [!INCLUDE [x](three.md)]\n"),
            ("content/en/includes/four.md", "<!-- This file is generated each night. -->\n\nText\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/en/includes/three.md ``: no article includes this file (delete it in every locale, or include it where it belongs)");
    }
}
