//! Where a link leads, in one form for all languages. Asks the catalog for what is on the site; decides nothing about it.

use std::collections::BTreeMap;

use crate::catalog::{Base, Catalog, Fragment, Target};
use crate::locale::Locale;

use super::Fact;

/// Parameters that say nothing but a language.
const LANGUAGE_PARAMETERS: [&str; 14] = [
    "ad", "culture", "hl", "lang", "language", "lc", "lcid", "loc", "locale", "mkt", "omkt", "rs", "setlang",
    "ui",
];

/// What the key of a link begins with that leads to nothing.
const NOWHERE: &str = "missing ";

/// Whether a link or an image has a target that does not exist, which is a finding of its own.
pub(crate) fn leads_nowhere(fact: &Fact<'_>) -> bool {
    fact.key.starts_with(NOWHERE)
}

/// Addresses outside the site in the form for all languages: those of one article stand in most of its translations.
pub(super) type Addresses = BTreeMap<String, String>;

/// Knows where the links of a file lead.
pub(super) struct Targets<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) base: Base<'a>,
    /// Those that were met before.
    pub(super) known: &'a mut Addresses,
}

impl Targets<'_> {
    /// The target of a link or an image; none where it has none.
    pub(super) fn of(&mut self, destination: &str) -> Option<String> {
        let Self { catalog, base, ref mut known } = *self;
        let resolved = catalog.resolve(base, destination);
        let fragment = match &resolved.fragment {
            Fragment::None => String::new(),
            Fragment::Found(name) | Fragment::Missing(name) | Fragment::OfFile(name) => format!("#{name}"),
        };
        Some(match resolved.target {
            Target::Here => format!("here {fragment}"),
            Target::Article { article, .. } => {
                format!("article {}{fragment}", catalog.identities[catalog.articles[article].identity].id)
            }
            Target::Home { .. } => format!("home {fragment}"),
            Target::Section { url, .. } => format!("section {url}{fragment}"),
            // The same page of every locale.
            Target::Made(path) => {
                format!("made {}", path.split_once('/').map_or(&*path, |(_, below)| below))
            }
            Target::Asset(asset) | Target::NotServed(asset) => {
                format!("file {}", catalog.assets[asset].below.to_lowercase())
            }
            Target::External(url) => match known.get(&*url) {
                Some(form) => form.clone(),
                None => known.entry(url.into_owned()).or_insert_with_key(|url| external(url)).clone(),
            },
            Target::Special(url) => url.to_lowercase(),
            Target::Missing => format!("{NOWHERE}{}", external(destination)),
            Target::Generated => destination.to_owned(),
            Target::Empty => return None,
        })
    }
}

/// An address without what depends on the language: locales in its host, path and parameters, and titles before a GUID.
fn external(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest).trim();
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let mut key = self::host(host);
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy().to_lowercase();
    let steps = || path.split('/').filter(|step| !step.is_empty());
    if let Some(guid) = steps().next_back().and_then(guid) {
        key.push('/');
        key.push_str(guid);
    } else {
        for (place, step) in steps().enumerate() {
            if !is_locale(step, place == 0) {
                key.push('/');
                key.push_str(step);
            }
        }
    }
    let mut parameters: Vec<&str> = query
        .split('&')
        .filter(|parameter| {
            let name = parameter.split_once('=').map_or(*parameter, |(name, _)| name);
            !name.is_empty() && !LANGUAGE_PARAMETERS.iter().any(|known| name.eq_ignore_ascii_case(known))
        })
        .collect();
    parameters.sort_unstable();
    for parameter in parameters {
        key.push('?');
        key.push_str(&parameter.to_lowercase());
    }
    // Places on a page are named in its own language; those of a program are not.
    if fragment.starts_with('/') {
        key.push('#');
        key.push_str(&fragment.to_lowercase());
    }
    key
}

fn host(host: &str) -> String {
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let host = match host.split_once('.') {
        Some((first, rest)) if is_locale(first, rest.contains('.')) => rest,
        _ => host,
    };
    // One site, moved.
    if host == "docs.microsoft.com" { "learn.microsoft.com".to_owned() } else { host.to_owned() }
}

/// `he-il`; a mere `he` only where one is expected.
fn is_locale(step: &str, expected: bool) -> bool {
    let bytes = step.as_bytes();
    let shaped = match bytes {
        [_, _, b'-', ..] => bytes.len() <= 11,
        [_, _] => expected,
        _ => false,
    };
    shaped && Locale::is_name(step)
}

/// The GUID at the end of a step: `reset-your-password-<guid>`.
fn guid(step: &str) -> Option<&str> {
    let start = step.len().checked_sub(36)?;
    let guid = step.get(start..)?;
    let fits = guid.bytes().enumerate().all(|(at, byte)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    });
    fits.then_some(guid)
}

#[cfg(test)]
mod tests {
    use super::external;

    #[test]
    fn addresses_that_differ_in_language_only() {
        for (a, b) in [
            ("https://docs.microsoft.com/en-us/a/b", "http://learn.microsoft.com/he-IL/a/b/"),
            ("https://en.wikipedia.org/x", "https://lv.wikipedia.org/x"),
            ("https://example.com/en/help?lang=en&x=1", "https://www.example.com/de/help?x=1&lang=de"),
            (
                "https://support.office.com/en-us/article/Reset-it-0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f?ui=en-US&rs=en-US",
                "https://support.office.com/fr-fr/article/R%C3%A9initialiser-0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f",
            ),
            ("https://example.com/a#create", "https://example.com/a#cr%C3%A9er"),
        ] {
            assert_eq!(external(a), external(b));
        }
    }

    #[test]
    fn addresses_that_differ() {
        for (a, b) in [
            ("https://example.com/a", "https://example.com/b"),
            ("https://example.com/a?id=1", "https://example.com/a?id=2"),
            ("https://example.com/#/users", "https://example.com/#/groups"),
            ("https://aka.ms/a", "https://aka.ms/ab"),
        ] {
            assert_ne!(external(a), external(b));
        }
    }
}
