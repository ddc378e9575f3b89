//! `redirect-conflict`: a redirect that never happens, because something else has its path.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, IdentityIndex, LocaleIndex, Redirect, RedirectIndex, RedirectTo};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "redirect-conflict",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a redirect is ignored, because an article or another redirect has its path",
    explanation: "\
## What it does
Compares the URLs of redirects with those of the articles of the same locale, those that articles name with those of sections, and with those of other redirects.

## Why is this bad?
A URL leads to one page. An article or a section takes precedence over a redirect, and the first redirect over the others, which have no effect.

## Example
```json
{\"redirections\": [
  {\"source_path\": \"help/old.md\", \"redirect_url\": \"/help/new\"},
  {\"source_path\": \"help/old.md\", \"redirect_url\": \"/help/other\"}
]}
```

## Fix
Remove the redirect, or the article that should be gone.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    let mut first: BTreeMap<(Option<LocaleIndex>, &str), RedirectIndex> = BTreeMap::new();
    let articles: BTreeMap<&str, IdentityIndex> =
        catalog.identities.iter_enumerated().map(|(index, identity)| (&*identity.url, index)).collect();
    for (index, redirect) in catalog.redirects.iter_enumerated() {
        let Some(url) = redirect.url.as_deref() else { continue };
        // An article that names the path of its own page has it without a locale redirected.
        let other = articles.get(url).filter(|identity| redirect.to != RedirectTo::Article(**identity));
        let article = other.and_then(|&identity| article_of(catalog, identity, redirect));
        let earlier = *first.entry((redirect.gone.locale, url)).or_insert(index);
        let from = &redirect.from;
        if let Some(path) = article {
            let finding = Finding::new(
                redirect.span,
                format!("`{from}` is not redirected, because the article `{path}` has its URL"),
            );
            findings.push_redirect(redirect, finding.help("remove the redirect or the article"));
        } else if catalog.is_section(index, redirect.gone.locale.unwrap_or(catalog.default)) {
            let finding = Finding::new(
                redirect.span,
                format!("`{from}` is not redirected, because the site has a section page there"),
            );
            findings.push_redirect(redirect, finding.help("remove the redirect, or rename the folder"));
        } else if leads_elsewhere(catalog, index, earlier) {
            let by = &catalog.redirects[earlier];
            let place = if by.path == redirect.path { String::new() } else { format!(" in `{}`", by.path) };
            let finding = Finding::new(
                redirect.span,
                format!(
                    "`{from}` is already redirected to another target{place}; this redirect has no effect"
                ),
            );
            findings.push_redirect(redirect, finding.help("remove one of the redirects"));
        }
    }
}

/// The path of the article that the redirect's own readers find at its address.
fn article_of<'c>(catalog: &'c Catalog, identity: IdentityIndex, redirect: &Redirect) -> Option<&'c str> {
    let translations = &catalog.identities[identity].translations;
    let article = match redirect.gone.locale {
        Some(locale) => translations[locale],
        None => translations.iter().copied().flatten().next(),
    };
    article.map(|article| &*catalog.articles[article].file.path)
}

fn leads_elsewhere(catalog: &Catalog, index: RedirectIndex, earlier: RedirectIndex) -> bool {
    let (one, other) = (&catalog.redirects[index], &catalog.redirects[earlier]);
    if index == earlier || one.to == other.to && one.gone.below == other.gone.below {
        return false;
    }
    let reader = one.gone.locale.unwrap_or(catalog.default);
    let (one, other) = (catalog.follow_redirect(index, reader).0, catalog.follow_redirect(earlier, reader).0);
    one.target != other.target || one.fragment != other.fragment
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, repository};
    use super::CHECK;

    #[test]
    fn the_first_redirect_and_any_article_win() {
        let redirects = repository(&[
            ("Help/old name.md", "/Help/a"),
            ("Help/OLD-name.md", "/Help/A"),
            ("Help/old-name.md", "https://example.com"),
            ("Help/A.md", "https://example.com"),
        ]);
        insta::assert_snapshot!(findings(&CHECK, &redirects), @"
        content/.openpublishing.redirection.json `Help/old-name.md`: `old-name` is already redirected to another target; this redirect has no effect (remove one of the redirects)
        content/.openpublishing.redirection.json `Help/A.md`: `A` is not redirected, because the article `content/Help/a.md` has its URL (remove the redirect or the article)
        ");
    }

    #[test]
    fn the_page_of_a_section_is_not_redirected() {
        let files = [
            ("content/de/sec/x.md", "# X\n"),
            ("content/de/evil.md", "---\ntitle: E\nredirect_from: [/sec/, /gone/]\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/de/evil.md `/sec/`: `sec` is not redirected, because the site has a section page there (remove the redirect, or rename the folder)");
    }

    #[test]
    fn articles_that_claim_one_path_are_reported() {
        let files = [
            ("content/en/a.md", "---\ntitle: A\nredirect_from: [old, /b/]\n---\n"),
            ("content/en/b.md", "---\ntitle: B\nredirect_from: old\n---\n"),
            ("content/lv/a.md", "---\ntitle: A\nredirect_from: [old, b, /a/]\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `/b/`: `b` is not redirected, because the article `content/en/b.md` has its URL (remove the redirect or the article)
        content/en/b.md `old`: `old` is already redirected to another target in `content/en/a.md`; this redirect has no effect (remove one of the redirects)
        ");
    }
}
