//! `include-not-found`: an include whose file does not exist.

use crate::catalog::{Article, Catalog};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "include-not-found",
    level: Level::Error,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "an included file does not exist",
    explanation: "\
## What it does
Checks that the file of every `[!INCLUDE [title](path)]` exists, within includes too. A file that a translation lacks is taken from the source locale.

## Why is this bad?
Part of the article is missing, and nothing on the page says so.

## Example
```markdown
[!INCLUDE [before you begin](includes/befor-you-begin.md)]
```

## Fix
Correct the path, which is relative to the file it is written in, or add the file.",
    run: Run::Article(run),
};

fn run(catalog: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    if article.file.document.includes.is_empty() {
        return;
    }
    for base in catalog.files_of(article) {
        for include in &base.file.document.includes {
            if catalog.include(base, &include.path).is_some() {
                continue;
            }
            if leads_out(&base.file.below, &include.path) {
                let message = format!("`{}` leads out of the folder of articles", include.path);
                let help = "move the file into it, so that its text is shown";
                findings.push(base.file, Finding::new(include.path_span, message).help(help));
                continue;
            }
            let finding =
                Finding::new(include.path_span, format!("no file to include at `{}`", include.path));
            let wanted = include.path.rsplit('/').next().unwrap_or(&include.path);
            let help = match catalog.nearest_include(base.file.docset, wanted) {
                Some(path) => format!("did you mean the file `{path}`?"),
                None => "correct the path, or add the file".to_owned(),
            };
            findings.push(base.file, finding.help(help));
        }
    }
}

/// Whether a path that is written in a file goes up beyond the folder of articles, where no file is read.
fn leads_out(file: &str, path: &str) -> bool {
    let mut depth = file.matches('/').count();
    path.split('/').any(|step| match step {
        "" | "." => false,
        ".." if depth == 0 => true,
        ".." => {
            depth -= 1;
            false
        }
        _ => {
            depth += 1;
            false
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn in_articles_and_in_includes() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\n[!INCLUDE [x](includes/one.md)]\n\n[!INCLUDE [y](includes/oen.md)]\n\n[!INCLUDE [z](../../x.md)]\n",
            ),
            ("content/en/b.md", "# B\n\n[!INCLUDE [x](includes/one.md)]\n"),
            ("content/en/includes/one.md", "Text\n\n[!INCLUDE [z](somewhere.md)]\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `includes/oen.md`: no file to include at `includes/oen.md` (did you mean the file `content/en/includes/one.md`?)
        content/en/a.md `../../x.md`: `../../x.md` leads out of the folder of articles (move the file into it, so that its text is shown)
        content/en/includes/one.md `somewhere.md`: no file to include at `somewhere.md` (correct the path, or add the file)
        ");
    }

    #[test]
    fn snippets_of_mkdocs() {
        let files = [
            (
                "mkdocs.yml",
                "site_name: x\ntheme: {language: en}\nplugins:\n- i18n:\n    languages:\n    - {locale: en, default: true}\n    - {locale: fr}\n",
            ),
            (
                "docs/a/b.md",
                "# A\n\n--8<-- \"includes/one.md\"\n\n--8<-- \"docs/c.md\"\n\n--8<-- \"c.md\"\n\n--8<-- \"includes/two.md\"\n",
            ),
            ("docs/a/b.fr.md", "# B\n\n--8<-- \"includes/one.md\"\n\n--8<-- \"c.md\"\n"),
            ("docs/c.md", "# C\n"),
            ("includes/one.md", "Text\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"docs/a/b.md `includes/two.md`: no file to include at `includes/two.md` (correct the path, or add the file)");
    }
}
