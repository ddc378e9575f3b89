//! `duplicate-article-id`: two articles of a locale with one article ID.

use crate::catalog::{Article, Catalog, DocsetKind};
use crate::diagnostic::Span;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "duplicate-article-id",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "two articles of one locale have the same article ID",
    explanation: "\
## What it does
Checks for articles of one locale with the same article ID. In a mixed folder, the ID of an article is its `article_id`, else the anchor of its first heading, else the slug of its title.

## Why is this bad?
One of them stays with its translations: the one whose file is called as theirs are, else the one with their source hash, else the one with their custom IDs. The name of the file is appended to the ID of the other, which is paired with no translation, and its URL changes when the first one is removed.

## Example
```markdown
# <a name=\"reset-password\"></a>Reset your password by phone
```

## Fix
Give each article its own `article_id`, the same in all its translations.",
    run: Run::Article(run),
};

fn run(catalog: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    let Some(holder) = &article.id_taken_by else { return };
    // One finding a file: `duplicate-locale-folder` has it.
    if catalog.docsets[article.file.docset].second_of.is_some() {
        return;
    }
    let id = &catalog.identities[article.identity].id;
    let finding = Finding::new(
        claim(catalog, article),
        format!("`{holder}` already has this article ID, so this article gets the ID `{id}`"),
    )
    .help(help(catalog, article));
    findings.push(&article.file, finding);
}

/// What to do with the second file, by what says its ID.
fn help(catalog: &Catalog, article: &Article) -> &'static str {
    let file = &article.file;
    if file.front_matter.article_id.is_some() {
        "give this article an `article_id` of its own, the same in all its translations"
    } else if catalog.docsets[file.docset].kind == DocsetKind::Mixed {
        "give each of the two its own `article_id`, the same in all translations"
    } else {
        "remove one of the two, or give it another name, the same in all its translations"
    }
}

/// Where the file says which ID it is.
pub(super) fn claim(catalog: &Catalog, article: &Article) -> Span {
    let file = &article.file;
    if let Some(id) = &file.front_matter.article_id {
        return id.span;
    }
    if catalog.docsets[file.docset].kind != DocsetKind::Mixed {
        return Span::default();
    }
    let heading = file.document.title_heading().or(file.document.headings.first());
    let anchor = heading.and_then(|heading| heading.anchor.as_ref()).map(|anchor| anchor.span);
    anchor.or_else(|| file.front_matter.title.as_ref().map(|title| title.span)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn the_second_file_is_reported() {
        let files = [
            ("content/1.md", "---\ntitle: A\nlocale: lv\n---\n# <a name=\"reset\"></a>A\n"),
            ("content/2.md", "---\ntitle: B\nlocale: lv\n---\n# <a name=\"reset\"></a>B\n"),
            ("content/3.md", "---\ntitle: B\nlocale: lv\narticle_id: reset\n---\n"),
            ("content/4.md", "---\ntitle: C\nlocale: ro\narticle_id: reset\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/2.md `reset`: `content/1.md` already has this article ID, so this article gets the ID `reset-2` (give each of the two its own `article_id`, the same in all translations)
        content/3.md `reset`: `content/1.md` already has this article ID, so this article gets the ID `reset-3` (give this article an `article_id` of its own, the same in all its translations)
        ");
    }
}
