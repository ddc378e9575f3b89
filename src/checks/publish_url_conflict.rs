//! `publish-url-conflict`: two articles that ask for one URL.

use crate::catalog::{Catalog, Conflict, Identity, LocaleIndex};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "publish-url-conflict",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an article does not get the URL that it asks for",
    explanation: "\
## What it does
Compares the URLs that articles ask for, in lower case and with `-` for spaces. If several articles ask for the same URL, one of the source locale keeps it (where no source is known, one that most locales have), then one that has it by its path rather than its `slug`, then the one in most locales, then the first by path. The others get the URL of their path, or a number. So do articles that ask for a page of the site itself, such as `all`.

## Why is this bad?
A URL with a number in it changes when the other article is removed, and links from outside break.

## Example
```text
content/en-US/reset password.md
content/en-US/reset-password.md
```

## Fix
Rename one of the files in every locale, or give it its own `slug`.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for identity in &catalog.identities {
        let Some(conflict) = identity.conflict else { continue };
        let message = message(catalog, identity, conflict);
        for &article in identity.translations.iter().flatten() {
            let file = &catalog.articles[article].file;
            let meant = meant(catalog, conflict, catalog.articles[article].locale);
            let finding = match &file.front_matter.slug {
                Some(slug) => Finding::new(slug.span, &*message).help("choose another `slug`"),
                None => Finding::of_file(&*message).help(meant.map_or_else(
                    || "rename the file in every locale, or give it another `slug`".to_owned(),
                    |id| format!("call it `{id}` if it is a translation of that article, else give it another `slug`"),
                )),
            };
            findings.push(file, finding);
        }
    }
}

/// The article that has the URL, where it lacks a translation in the locale.
fn meant(catalog: &Catalog, conflict: Conflict, locale: LocaleIndex) -> Option<&str> {
    let Conflict::With(holder) = conflict else { return None };
    let holder = &catalog.identities[holder];
    holder.translations[locale].is_none().then_some(&*holder.id)
}

fn message(catalog: &Catalog, identity: &Identity, conflict: Conflict) -> String {
    let url = &identity.url;
    match conflict {
        Conflict::Reserved => {
            format!("the URL of this article is reserved for the site, so it is published as `{url}`")
        }
        Conflict::With(holder) => {
            let holder = &catalog.identities[holder];
            let article = holder.translations.iter().flatten().next();
            let path = article.map_or(&*holder.id, |&article| &*catalog.articles[article].file.path);
            format!("`{path}` already has the URL of this article, so it is published as `{url}`")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn every_article_without_its_own_url_is_reported() {
        let files = [
            ("content/en/a b.md", "# A\n"),
            ("content/en/a-b.md", "# B\n"),
            ("content/en/all.md", "# C\n"),
            ("content/lv/a-b.md", "---\ntitle: B\nslug: a-b\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a b.md ``: `content/en/a-b.md` already has the URL of this article, so it is published as `a-b-2` (rename the file in every locale, or give it another `slug`)
        content/en/all.md ``: the URL of this article is reserved for the site, so it is published as `all-2` (rename the file in every locale, or give it another `slug`)
        ");
    }

    #[test]
    fn a_translation_with_another_spelling() {
        let files = [
            ("content/en/service-discovery.md", "# A\n"),
            ("content/fr/service-discovery.md", "# A\n"),
            ("content/hi/service discovery.md", "# A\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/hi/service discovery.md ``: `content/en/service-discovery.md` already has the URL of this article, so it is published as `service-discovery-2` (call it `service-discovery` if it is a translation of that article, else give it another `slug`)");
    }

    #[test]
    fn a_slug_that_another_has_is_reported_where_it_stands() {
        let files = [
            ("content/en/a.md", "---\ntitle: A\nslug: password\n---\n"),
            ("content/en/password.md", "# P\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/en/a.md `password`: `content/en/password.md` already has the URL of this article, so it is published as `a` (choose another `slug`)");
    }
}
