//! Old paths of an article, as its front matter names them. Redirects nobody.

use percent_encoding::percent_decode_str;

use super::model::CatalogLocale;
use super::reference::{plain_host, scheme, strip_folded, without_extension};
use crate::indexed::{IndexVec, LocaleIndex};

/// An old path of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// Below the folder of a locale, decoded, without its extension.
    pub path: String,
    /// The locale that it begins with.
    pub locale: Option<LocaleIndex>,
    pub start: AliasStart,
}

/// Where an old path begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AliasStart {
    /// At the root of the old site: it begins with a slash and with no locale.
    Root,
    Locale,
}

/// What is written for an old path, and can be that of no page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoAlias {
    /// What to write for it, where that is likely.
    pub meant: Option<String>,
}

/// What old paths are read by.
#[derive(Clone, Copy, Debug)]
pub(super) struct OldPaths<'c> {
    pub(super) locales: &'c IndexVec<LocaleIndex, CatalogLocale>,
    /// The address of the site without its scheme, as [`own_site`] gives it.
    pub(super) site: Option<&'c str>,
}

impl OldPaths<'_> {
    /// Reads an old path as written.
    ///
    /// # Errors
    /// No page of the site can have it: an address of another site, one with a query, a path that leads out of the site, the
    /// home.
    pub(super) fn read(&self, written: &str) -> Result<Alias, NoAlias> {
        let written = written.trim();
        let is_web = scheme(written) == Some("https") || written.starts_with("//");
        if !is_web && scheme(written).is_some() {
            return Err(NoAlias { meant: None });
        }
        let address = is_web.then(|| written.split_once("//").map_or("", |(_, address)| address));
        let own = match (address, self.site) {
            (Some(address), Some(site)) => strip_folded(plain_host(address), plain_host(site)),
            (None, Some(site)) if written.starts_with('/') => {
                let base = site.split_once('/').map(|(_, base)| base);
                base.and_then(|base| strip_folded(&written[1..], base))
            }
            _ => None,
        };
        let rooted = own.map(|own| format!("/{}", own.trim_start_matches('/')));
        let path = rooted.as_deref().unwrap_or(written);
        if (own.is_some() || address.is_none())
            && let Some(alias) = self.path(path)
        {
            return Ok(alias);
        }
        let below = match address {
            Some(address) if own.is_none() => address.split_once('/').map_or("", |(_, path)| path),
            _ => path,
        };
        Err(NoAlias { meant: self.meant(below) })
    }

    /// A path of the site, from its root or from the folder of a locale.
    fn path(&self, written: &str) -> Option<Alias> {
        let decoded = percent_decode_str(written).decode_utf8().ok()?;
        let has_end = written.contains(['?', '#']);
        if has_end || decoded.split(['/', '\\']).any(|step| step == "..") {
            return None;
        }
        let path = decoded.trim_matches('/');
        let (first, below) = path.split_once('/').unwrap_or((path, ""));
        let locale = self.locales.position(|entry| entry.locale.slug().eq_ignore_ascii_case(first));
        let path = if locale.is_some() { below } else { path };
        let is_of_root = written.starts_with('/') && locale.is_none();
        let start = if is_of_root { AliasStart::Root } else { AliasStart::Locale };
        let path = without_extension(path).to_owned();
        (!path.is_empty()).then_some(Alias { path, locale, start })
    }

    /// The path without what no old path has.
    fn meant(&self, written: &str) -> Option<String> {
        let path = written.split(['?', '#']).next()?;
        let steps = path.split(['/', '\\']).filter(|step| !matches!(*step, "" | "." | ".."));
        let path = format!("/{}", steps.collect::<Vec<_>>().join("/"));
        self.path(&path).map(|_| path)
    }
}

/// The address of the site as old paths may begin with it.
pub(super) fn own_site(base_url: Option<&str>) -> Option<&str> {
    let (_, address) = base_url?.split_once("://")?;
    Some(address.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Catalog, Options};
    use crate::sources::Sources;

    /// What each old path is read as: a locale and a path, or what was meant.
    fn read(base_url: Option<&str>, all: &[&str]) -> String {
        let mut sources = Sources::default();
        for tag in ["en", "pt-BR"] {
            sources.texts.insert(format!("content/{tag}/a.md").into(), b"# A\n".to_vec());
        }
        let options = Options { base_url: base_url.map(str::to_owned), ..Options::default() };
        let catalog = Catalog::new(&sources, &options);
        let read = |written: &&str| {
            let shown = match catalog.alias(written) {
                Ok(alias) => {
                    let locale = alias.locale.map_or("-", |locale| catalog.locales[locale].locale.tag());
                    format!("{locale} {} {:?}", alias.path, alias.start)
                }
                Err(NoAlias { meant }) => format!("none; {}", meant.as_deref().unwrap_or("-")),
            };
            format!("{written} → {shown}")
        };
        all.iter().map(read).collect::<Vec<_>>().join("\n")
    }

    const OLD_PATHS: [&str; 32] = [
        "/en/old/x.html",
        "/EN/old",
        "pt-br/old",
        "/old/",
        "old.md",
        "./old",
        "/a%20b",
        "/%C3%A9",
        "/docs/en/old",
        "/docs/old",
        "https://h.example/docs/en/old",
        "HTTPS://H.example/docs/old",
        "//h.example/docs/old",
        "https://h.example/other",
        "https://other.example/x/old?y#z",
        "../old",
        "a/../b",
        "a\\..\\b",
        "%2e%2e/x",
        "/old?p=1",
        "old#part",
        "/",
        "",
        "en",
        "/en/",
        "https://h.example/docs/",
        "..",
        "?",
        "#x",
        "mailto:a@b.example",
        "javascript:alert(1)",
        "C:\\x",
    ];

    #[test]
    fn old_paths_and_what_is_none() {
        insta::assert_snapshot!(read(Some("https://h.example/docs/"), &OLD_PATHS), @r"
        /en/old/x.html → en old/x.html Locale
        /EN/old → en old Locale
        pt-br/old → pt-BR old Locale
        /old/ → - old Root
        old.md → - old Locale
        ./old → - ./old Locale
        /a%20b → - a b Root
        /%C3%A9 → - é Root
        /docs/en/old → en old Locale
        /docs/old → - old Root
        https://h.example/docs/en/old → en old Locale
        HTTPS://H.example/docs/old → - old Root
        //h.example/docs/old → - old Root
        https://h.example/other → none; /other
        https://other.example/x/old?y#z → none; /x/old
        ../old → none; /old
        a/../b → none; /a/b
        a\..\b → none; /a/b
        %2e%2e/x → none; -
        /old?p=1 → none; /old
        old#part → none; /old
        / → none; -
         → none; -
        en → none; -
        /en/ → none; -
        https://h.example/docs/ → none; -
        .. → none; -
        ? → none; -
        #x → none; -
        mailto:a@b.example → none; -
        javascript:alert(1) → none; -
        C:\x → none; -
        ");
        insta::assert_snapshot!(read(None, &["/docs/en/old", "https://h.example/docs/old", "//x"]), @"
        /docs/en/old → - docs/en/old Root
        https://h.example/docs/old → none; /docs/old
        //x → none; -
        ");
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_written_is_read(written in "(\\PC|/|en/|\\.\\./|https://h.example/docs/|%2e|[?#]){0,12}") {
            let shown = read(Some("https://h.example/docs/"), &[&written]);
            let (_, shown) = shown.rsplit_once(" → ").unwrap_or_default();
            proptest::prop_assert!(!shown.contains("/../"), "{shown}");
        }
    }
}
