//! `includes-too-large`: an include that is left out because the page includes too much.

use crate::catalog::{Article, Base, Catalog, File};
use crate::markdown::{Include, IncludeBudget};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "includes-too-large",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an include is left out because its page includes too much",
    explanation: "\
## What it does
Follows the includes of an article up to the limits of its page: 4 MB of HTML, 1,000 files and 16 levels of nesting.

## Why is this bad?
Anything beyond a limit is left out, so part of the article is missing. A page that large is slow on every device.

## Example
```markdown
[!INCLUDE [all plans](includes/all-plans.md)]
[!INCLUDE [all plans](includes/all-plans.md)]
```

## Fix
Include each file only once, or split the article into several that link to each other.",
    run: Run::Article(run),
};

/// A file whose includes are being followed.
struct Step<'c> {
    file: &'c File,
    rest: std::slice::Iter<'c, Include>,
}

fn run(catalog: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    let mut budget = IncludeBudget::default();
    let mut steps = vec![Step { file: &article.file, rest: article.file.document.includes.iter() }];
    while let Some(Step { file, rest }) = steps.last_mut() {
        let Some(include) = rest.next() else {
            steps.pop();
            continue;
        };
        let file = *file;
        let base = Base { file, article: Some(article), reader: article.locale };
        let Some(next) = catalog.include(base, include) else { continue };
        // Another check reports circles.
        if steps.iter().any(|step| step.file.path == next.path) {
            continue;
        }
        if !budget.take(steps.len() - 1, &next.document) {
            let message = format!("`{}` is left out: the page includes too much", next.path);
            let finding = Finding::new(include.path_span, message);
            findings.push(file, finding.help("include each file only once, or split the article"));
            return;
        }
        steps.push(Step { file: next, rest: next.document.includes.iter() });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn what_is_over_four_megabytes_is_reported() {
        let large = format!("{}\n", "Some words. ".repeat(100_000));
        let uses = |count: usize| format!("# A\n\n{}", "[!INCLUDE [x](includes/x.md)]\n\n".repeat(count));
        let found = |count: usize| {
            findings(&CHECK, &[("content/en/a.md", &uses(count)), ("content/en/includes/x.md", &large)])
        };
        assert_eq!(found(3), "");
        insta::assert_snapshot!(found(5), @"content/en/a.md `includes/x.md`: `content/en/includes/x.md` is left out: the page includes too much (include each file only once, or split the article)");
    }

    #[test]
    fn code_counts_with_its_colours() {
        let (short, long) = (format!("[{}]", "1, ".repeat(20_000)), format!("[{}]", "1, ".repeat(300_000)));
        let found = |file: &str, count: usize| {
            let uses = format!("# A\n\n{}", format!("```json\n--8<-- \"{file}\"\n```\n\n").repeat(count));
            findings(
                &CHECK,
                &[
                    ("mkdocs.yml", "site_name: x\n"),
                    ("docs/a.md", &uses),
                    ("docs/s.json", &short),
                    ("docs/l.json", &long),
                ],
            )
        };
        assert_eq!((found("s.json", 8), found("l.json", 4)), Default::default());
        insta::assert_snapshot!(found("s.json", 9), @"docs/a.md `s.json`: `docs/s.json` is left out: the page includes too much (include each file only once, or split the article)");
        insta::assert_snapshot!(found("l.json", 5), @"docs/a.md `l.json`: `docs/l.json` is left out: the page includes too much (include each file only once, or split the article)");
    }

    #[test]
    fn files_in_each_other() {
        let chain: Vec<(String, String)> = (0..17)
            .map(|number| {
                let path = format!("content/en/includes/{number}.md");
                (path, format!("x\n\n[!INCLUDE [x]({}.md)]\n", number + 1))
            })
            .collect();
        let mut files = vec![("content/en/a.md", "# A\n\n[!INCLUDE [x](includes/0.md)]\n")];
        files.extend(chain.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/en/includes/15.md `16.md`: `content/en/includes/16.md` is left out: the page includes too much (include each file only once, or split the article)");
    }
}
