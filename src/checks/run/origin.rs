//! Distinguishes flaws that come from the source from those made in translation, and finds which findings are one flaw in
//! several translations. Finds no flaw itself.
//!
//! The evidence: the source is at hand and has the same flaw at the same place; or it is not, and all translations made
//! from one version of it have the flaw.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::alignment::{self, Alignment};
use crate::catalog::{ArticleIndex, Catalog, Identity};
use crate::checks::{MadeIn, by_code};
use crate::diagnostic::{Diagnostic, Origin, OtherPlace};
use crate::locale::Locale;

use super::external::is_external;

/// What makes two findings of two translations one flaw: code, text or block, and the number among equal ones.
type Key<'d> = (&'static str, Location<'d>, usize);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Location<'d> {
    Text(&'d str),
    /// Before the first block.
    Head,
    /// Number of the block of the source that this one translates.
    Source(usize),
    /// Number of the block, of so many.
    Block(usize, usize),
}

/// Articles that are compared, and the source among them.
struct Family {
    articles: Vec<ArticleIndex>,
    source: Option<ArticleIndex>,
}

/// Sets origin, locales and flaw of every diagnostic; they are sorted by path.
pub(super) fn mark(catalog: &Catalog, diagnostics: &mut [Diagnostic]) {
    let found = &*diagnostics;
    let flaws: Vec<Vec<usize>> = catalog
        .identities
        .par_iter()
        .flat_map_iter(|identity| families(catalog, identity))
        .flat_map_iter(|family| flaws(catalog, found, &family))
        .collect();
    for (number, copies) in (0..).zip(flaws) {
        let locales: Vec<Locale> =
            copies.iter().filter_map(|&copy| diagnostics[copy].locale.clone()).collect();
        for copy in copies {
            let diagnostic = &mut diagnostics[copy];
            diagnostic.origin = Origin::Source;
            diagnostic.flaw = Some(number);
            diagnostic.locales.clone_from(&locales);
        }
    }
}

/// Each flaw once: of several copies the first that is the source's own, else the first. The others' locales stand in it, and
/// of a flaw of an address outside the site their places.
pub fn once(diagnostics: Vec<Diagnostic>, source: Option<&Locale>) -> Vec<Diagnostic> {
    let is_of_source = |at: usize| source.is_some() && diagnostics[at].locale.as_ref() == source;
    let mut first: BTreeMap<u32, usize> = BTreeMap::new();
    for (at, diagnostic) in diagnostics.iter().enumerate() {
        let Some(flaw) = diagnostic.flaw else { continue };
        let chosen = first.entry(flaw).or_insert(at);
        if is_of_source(at) && !is_of_source(*chosen) {
            *chosen = at;
        }
    }
    let is_copy = |at: usize, found: &Diagnostic| found.flaw.is_some_and(|flaw| first[&flaw] != at);
    let mut places: BTreeMap<u32, Vec<OtherPlace>> = BTreeMap::new();
    for (at, found) in diagnostics.iter().enumerate() {
        if let Some(flaw) = found.flaw.filter(|_| is_copy(at, found) && is_external(found.code)) {
            places.entry(flaw).or_default().push(OtherPlace { path: found.path.clone(), span: found.span });
        }
    }
    let chosen = diagnostics.into_iter().enumerate().filter(|(at, found)| !is_copy(*at, found));
    chosen
        .map(|(_, found)| match found.flaw.and_then(|flaw| places.remove(&flaw)) {
            Some(places) => Diagnostic { places, ..found },
            None => found,
        })
        .collect()
}

/// The source and its translations, or the translations of each version where the source is not at hand.
fn families(catalog: &Catalog, identity: &Identity) -> Vec<Family> {
    let articles = || identity.translations.iter().flatten().copied();
    if let Some(source) = catalog.source.and_then(|source| identity.translations[source]) {
        return vec![Family { articles: articles().collect(), source: Some(source) }];
    }
    let mut versions: BTreeMap<&str, Vec<ArticleIndex>> = BTreeMap::new();
    for article in articles() {
        if let Some(hash) = &catalog.articles[article].file.front_matter.source_hash {
            versions.entry(&hash.value).or_default().push(article);
        }
    }
    let versions = versions.into_values().filter(|articles| articles.len() > 1);
    versions.map(|articles| Family { articles, source: None }).collect()
}

/// The findings that are one flaw each, by index.
fn flaws(catalog: &Catalog, diagnostics: &[Diagnostic], family: &Family) -> Vec<Vec<usize>> {
    let mut found: BTreeMap<Key<'_>, Vec<(ArticleIndex, usize)>> = BTreeMap::new();
    for &article in &family.articles {
        let path = &catalog.articles[article].file.path;
        let place = Place { catalog, article, source: family.source, alignment: OnceCell::new() };
        let first = diagnostics.partition_point(|diagnostic| diagnostic.path < *path);
        let mut seen: BTreeMap<(&str, Location<'_>), usize> = BTreeMap::new();
        for (at, diagnostic) in diagnostics.iter().enumerate().skip(first) {
            if diagnostic.path != *path {
                break;
            }
            let location = place.of(diagnostic);
            let nth = seen.entry((diagnostic.code, location)).or_default();
            found.entry((diagnostic.code, location, *nth)).or_default().push((article, at));
            *nth += 1;
        }
    }
    let is_of_source = |(code, ..): &Key<'_>, copies: &[(ArticleIndex, usize)]| match family.source {
        Some(source) => copies.iter().any(|(article, _)| *article == source),
        None => copies.len() == family.articles.len() && made_in(code) != MadeIn::Translation,
    };
    found
        .into_iter()
        .filter(|(key, copies)| is_of_source(key, copies))
        .map(|(_, copies)| copies.into_iter().map(|(_, at)| at).collect())
        .collect()
}

/// Finds where in an article findings are.
struct Place<'d> {
    catalog: &'d Catalog,
    article: ArticleIndex,
    source: Option<ArticleIndex>,
    /// With the source; made where a finding needs it.
    alignment: OnceCell<Alignment>,
}

impl<'d> Place<'d> {
    fn of(&self, diagnostic: &Diagnostic) -> Location<'d> {
        let file = &self.catalog.articles[self.article].file;
        if made_in(diagnostic.code) != MadeIn::Structure {
            return Location::Text(diagnostic.span.slice(&file.text).trim());
        }
        let blocks = &file.document.blocks;
        if blocks.first().is_none_or(|first| diagnostic.span.start < first.span.start) {
            return Location::Head;
        }
        let number = blocks.partition_point(|block| block.span.end <= diagnostic.span.start);
        self.of_source(number).map_or(Location::Block(number, blocks.len()), Location::Source)
    }

    /// The block of the source that is in the place of this one.
    fn of_source(&self, number: usize) -> Option<usize> {
        let document = |article: ArticleIndex| &self.catalog.articles[article].file.document;
        let source = self.source?;
        if source == self.article {
            return Some(number);
        }
        let align = || alignment::blocks(document(source), document(self.article));
        self.alignment.get_or_init(align).source_of(number).next()
    }
}

fn made_in(code: &str) -> MadeIn {
    by_code(code).map_or(MadeIn::Text, |check| check.made_in)
}
