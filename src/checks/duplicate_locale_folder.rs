//! `duplicate-locale-folder`: a folder of a locale that has another one beside it.

use crate::catalog::{Article, Catalog};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "duplicate-locale-folder",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a locale has two folders, written in two ways",
    explanation: "\
## What it does
Checks for two folders of one locale, such as `pt-BR` and `pt_BR`, `en` and `EN`, or `he` and `iw`, its old tag. They are read as one. The folder that is written as those of the other locales are comes first; what is in the other one is reported.

## Why is this bad?
People translate an article that the other folder has, and only one of the two is shown at its URL. Systems that ignore letter case cannot hold both folders.

## Example
```text
content/en/reset-password.md
content/pt-BR/reset-password.md
content/pt_BR/reset-password.md
```

## Fix
Move the articles into the folder that comes first, and remove the other one.",
    run: Run::Article(run),
};

fn run(catalog: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    let file = &article.file;
    let docset = &catalog.docsets[file.docset];
    let Some(first) = &docset.second_of else { return };
    let tag = catalog.locales[article.locale].locale.tag();
    let both = format!("`{}` and `{first}` are both folders of {tag}", docset.root);
    let finding = match &article.id_taken_by {
        Some(holder) => {
            let id = &catalog.identities[article.identity].id;
            let message =
                format!("{both}, and `{holder}` is this article already, so this file gets the ID `{id}`");
            Finding::of_file(message).help(format!("keep one of the two, in `{first}`"))
        }
        None => Finding::of_file(both).help(format!("move the file into `{first}`")),
    };
    findings.push(file, finding);
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn what_is_in_the_second_folder_is_reported() {
        let files = [
            ("content/en/a.md", "# A\n"),
            ("content/EN/a.md", "# A\n"),
            ("content/EN/b.md", "# B\n"),
            ("content/fr/a.md", "# A\n"),
            ("content/fr/b.md", "# B\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/EN/a.md ``: `content/EN` and `content/en` are both folders of en, and `content/en/a.md` is this article already, so this file gets the ID `a-a` (keep one of the two, in `content/en`)
        content/EN/b.md ``: `content/EN` and `content/en` are both folders of en (move the file into `content/en`)
        ");
    }

    #[test]
    fn an_old_tag_beside_the_one_that_replaced_it() {
        let files =
            [("content/en/a.md", "# A\n"), ("content/iw/a.md", "# A\n"), ("content/he/b.md", "# B\n")];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/iw/a.md ``: `content/iw` and `content/he` are both folders of he (move the file into `content/he`)");
        assert_eq!(findings(&CHECK, &files[..2]), "");
    }

    #[test]
    fn regions_and_folders_of_other_articles_are_no_second_ones() {
        let files = [
            ("content/pt/a.md", "# A\n"),
            ("content/pt-BR/a.md", "# A\n"),
            ("content/x/pt_BR/a.md", "# A\n"),
            ("content/x/en/a.md", "# A\n"),
        ];
        assert_eq!(findings(&CHECK, &files), "");
    }
}
