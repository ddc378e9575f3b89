//! `circular-reference`: a file that includes itself, directly or by way of others.

use std::collections::BTreeMap;

use crate::catalog::{Base, Catalog, File};
use crate::markdown::Include;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "circular-reference",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a file includes itself",
    explanation: "\
## What it does
Follows includes from file to file and reports those that form a loop.

## Why is this bad?
Such a page would never end. The include that closes the loop is left out, so part of the article is missing.

## Example
```markdown
<!-- includes/one.md -->
[!INCLUDE [two](two.md)]

<!-- includes/two.md -->
[!INCLUDE [one](one.md)]
```

## Fix
Remove one of the includes.",
    run: Run::Site(run),
};

/// Files of a circle that the message names.
const NAMED: usize = 4;

/// A file whose includes are being followed.
struct Step<'c> {
    file: &'c File,
    /// Its includes that are not followed yet.
    rest: std::slice::Iter<'c, Include>,
}

#[derive(PartialEq, Eq)]
enum State {
    Open,
    Done,
}

/// Goes through all files in order, depth first: an include of a file that is still open closes a circle. Every
/// file is followed once, so that a circle is reported once.
fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    let mut states: BTreeMap<&str, State> = BTreeMap::new();
    for file in catalog.files().filter(|file| !file.document.includes.is_empty()) {
        let mut steps = Vec::new();
        enter(file, &mut steps, &mut states);
        while let Some(step) = steps.last_mut() {
            let Some(include) = step.rest.next() else {
                states.insert(&step.file.path, State::Done);
                steps.pop();
                continue;
            };
            let file = step.file;
            let base = Base { file, article: None, reader: file.locale.unwrap_or(catalog.default) };
            let Some(next) = catalog.include(base, include) else { continue };
            if states.get(&*next.path) == Some(&State::Open) {
                let message = circle(&steps, next);
                findings.push(
                    file,
                    Finding::new(include.path_span, message).help("remove one of these includes"),
                );
            } else {
                enter(next, &mut steps, &mut states);
            }
        }
    }
}

fn enter<'c>(file: &'c File, steps: &mut Vec<Step<'c>>, states: &mut BTreeMap<&'c str, State>) {
    if !states.contains_key(&*file.path) {
        states.insert(&file.path, State::Open);
        steps.push(Step { file, rest: file.document.includes.iter() });
    }
}

/// Names the files of the circle that begins and ends at `first`.
fn circle(steps: &[Step<'_>], first: &File) -> String {
    let paths: Vec<&str> = steps.iter().map(|step| &*step.file.path).collect();
    let start = paths.iter().position(|path| **path == *first.path).unwrap_or(0);
    let between = paths.get(start + 1..).unwrap_or_default();
    let named: Vec<String> = between.iter().take(NAMED).map(|path| format!("`{path}`")).collect();
    let others = if between.len() > NAMED { " and others" } else { "" };
    match named.len() {
        0 => format!("`{}` includes itself", first.path),
        _ => format!("`{}` includes itself through {}{others}", first.path, named.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn circles_are_reported_once() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\n[!INCLUDE [1](includes/one.md)]\n\n[!INCLUDE [4](includes/four.md)]\n",
            ),
            (
                "content/en/b.md",
                "# B\n\n[!INCLUDE [2](includes/two.md)]\n\n[!INCLUDE [4](includes/four.md)]\n",
            ),
            ("content/en/includes/four.md", "Four [!INCLUDE [4](four.md)]\n"),
            ("content/en/includes/one.md", "[!INCLUDE [2](two.md)]\n"),
            ("content/en/includes/three.md", "[!INCLUDE [1](one.md)]\n"),
            ("content/en/includes/two.md", "[!INCLUDE [3](three.md)]\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/includes/four.md `four.md`: `content/en/includes/four.md` includes itself (remove one of these includes)
        content/en/includes/three.md `one.md`: `content/en/includes/one.md` includes itself through `content/en/includes/two.md`, `content/en/includes/three.md` (remove one of these includes)
        ");
    }

    #[test]
    fn one_file_included_twice_is_no_circle() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\n[!INCLUDE [1](includes/one.md)]\n\n[!INCLUDE [2](includes/two.md)]\n",
            ),
            ("content/en/includes/one.md", "[!INCLUDE [2](two.md)]\n"),
            ("content/en/includes/two.md", "Two\n"),
        ];
        assert_eq!(findings(&CHECK, &files), "");
    }
}
