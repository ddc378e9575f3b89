//! What search engines may show: the robots rule of each page, and `/robots.txt`. Writes no page.

use std::borrow::Cow;

use crate::catalog::{ArticleIndex, LocaleIndex};

use super::site::{Listed, Robots, Site};
use super::{PageKey, sitemap};

/// What the robots element of a page says: nothing of fallback pages is indexed; the rest is as the author of the
/// article wrote, on the home or section page that an article heads too.
pub(super) fn rule<'a>(site: &Site<'a>, key: PageKey) -> Option<Cow<'a, str>> {
    let listed = match key {
        PageKey::NotFound(_) | PageKey::RootNotFound | PageKey::Redirect(..) | PageKey::Open(_) => {
            return Some("noindex".into());
        }
        PageKey::Chooser | PageKey::List(..) | PageKey::Section(..) => return None,
        PageKey::Home(locale) => home_index(site, locale).filter(|own| is_own(site, locale, own.article)),
        PageKey::Article(locale, identity) => {
            let shown = site.catalog.shown(identity, locale)?;
            if !is_own(site, locale, shown) {
                return Some("noindex".into());
            }
            return written(site, shown);
        }
    };
    written(site, listed?.article)
}

/// Whether search engines may show the page.
pub(super) fn is_indexable(site: &Site<'_>, key: PageKey) -> bool {
    !rule(site, key).is_some_and(|rule| forbids(&rule))
}

/// Whether a rule says that a page is not to be indexed.
pub(super) fn forbids(rule: &str) -> bool {
    rules(rule).any(|word| word.eq_ignore_ascii_case("noindex") || word.eq_ignore_ascii_case("none"))
}

/// The rules of a line: between commas, or between spaces as people write them too. `max-snippet: 20` is one.
fn rules(line: &str) -> impl Iterator<Item = &str> {
    line.split(',').flat_map(|part| {
        let mut rest = part.trim();
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| c == ':' || c.is_whitespace());
            let word = rest.split_whitespace().next()?;
            let rule = if word.ends_with(':') { rest } else { word };
            rest = &rest[rule.len()..];
            Some(rule)
        })
    })
}

/// The article whose text heads a locale's home.
pub(super) fn home_index(site: &Site<'_>, locale: LocaleIndex) -> Option<Listed> {
    let listed = &site.locale(locale).listed;
    listed.iter().find(|entry| site.catalog.identities[entry.identity].url.is_empty()).copied()
}

/// The text of `/robots.txt`: everything may be read (a page that must not be indexed says so itself, and has to be
/// read for that), and here is the list of pages.
pub(super) fn text(site: &Site<'_>) -> Vec<u8> {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(url) = sitemap::index_url(site) {
        text.push_str("\nSitemap: ");
        text.push_str(&url);
        text.push('\n');
    }
    text.into_bytes()
}

fn is_own(site: &Site<'_>, locale: LocaleIndex, article: ArticleIndex) -> bool {
    site.catalog.articles[article].locale == locale
}

fn written<'a>(site: &Site<'a>, article: ArticleIndex) -> Option<Cow<'a, str>> {
    let robots = site.catalog.articles[article].file.front_matter.robots.as_ref();
    let rule = robots.map(|robots| robots.value.trim()).filter(|rule| !rule.is_empty());
    let rule = rule.filter(|_| site.options.robots == Robots::Respect)?;
    let has_commas = rules(rule).eq(rule.split(',').map(str::trim));
    Some(if has_commas { rule.into() } else { rules(rule).collect::<Vec<_>>().join(", ").into() })
}

#[cfg(test)]
mod tests {
    use super::rules;

    #[test]
    fn rules_as_people_write_them() {
        for (line, expected) in [
            ("NOINDEX, nofollow", &["NOINDEX", "nofollow"][..]),
            ("noindex nofollow,", &["noindex", "nofollow"]),
            ("max-snippet: 20, noindex", &["max-snippet: 20", "noindex"]),
            ("noindex max-snippet:20 all", &["noindex", "max-snippet:20", "all"]),
            (
                "noindex unavailable_after: 25 Jun 2030 15:00:00",
                &["noindex", "unavailable_after: 25 Jun 2030 15:00:00"],
            ),
            (": : NOINDEX", &["NOINDEX"]),
            (":", &[]),
        ] {
            assert_eq!(rules(line).collect::<Vec<_>>(), expected, "{line}");
        }
    }
}
