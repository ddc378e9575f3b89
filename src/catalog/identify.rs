//! Every article gets its ID, its URL path, its title and its place among the translations. Names no heading.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::claims::{self, Assigned, Claim};
use super::identity::{self, Precedence, UrlFlaw, WantedUrl};
use super::localised::LocalisedArticle;
use super::model::{Article, CatalogLocale, File, HeadingName, Identity, LocaleOrigin};
use super::read::{content_id, title};
use super::reference::without_extension;
use super::slug::Slugs;
use crate::indexed::{ArticleIndex, IdentityIndex, IndexVec, LocaleIndex};
use crate::layout::{Docset, DocsetKind, Layout};

/// The translations of one article.
type ByLocale = IndexVec<LocaleIndex, Option<ArticleIndex>>;

/// Articles with their IDs.
pub(super) struct Identified {
    pub(super) articles: IndexVec<ArticleIndex, IdentifiedArticle>,
    pub(super) identities: IndexVec<IdentityIndex, Identity>,
    pub(super) custom_ids: BTreeMap<String, Vec<IdentityIndex>>,
}

/// An article but for the names of its headings.
pub(super) struct IdentifiedArticle {
    pub(super) localised: LocalisedArticle,
    pub(super) identity: IdentityIndex,
    title: String,
    id_taken_by: Option<Arc<str>>,
}

impl IdentifiedArticle {
    pub(super) fn with_headings(self, headings: Vec<HeadingName>) -> Article {
        let LocalisedArticle { file, locale, origin, .. } = self.localised;
        Article {
            file,
            locale,
            identity: self.identity,
            title: self.title,
            headings,
            id_taken_by: self.id_taken_by,
            locale_origin: origin,
        }
    }
}

/// Gives every article its ID and its place among the translations.
pub(super) fn identify(
    articles: IndexVec<ArticleIndex, LocalisedArticle>,
    layout: &Layout,
    source: Option<LocaleIndex>,
    locales: &IndexVec<LocaleIndex, CatalogLocale>,
) -> Identified {
    let claims = articles.par_iter().map(|article| claim(article, layout)).collect();
    let assigned = claims::assign(&claims, source);
    let id_taken_by: Vec<Option<Arc<str>>> = assigned
        .iter()
        .map(|assigned| assigned.taken_by.map(|holder| articles[holder].file.path.clone()))
        .collect();
    let by_id = by_id(&articles, &assigned, locales.len());
    let slugs = Slugs { articles: &articles, layout, source, locales };
    let wanted = by_id.iter().map(|(id, translations)| wanted_url(id, translations, slugs));
    let (wanted, flaws): (Vec<WantedUrl>, Vec<Option<UrlFlaw>>) = wanted.unzip();
    let urls = identity::url_paths(&wanted.into()).into_iter().zip(flaws);
    let identity =
        |((id, translations), ((url, conflict), flaw))| Identity { id, url, flaw, conflict, translations };
    let identities: IndexVec<IdentityIndex, Identity> = by_id.into_iter().zip(urls).map(identity).collect();
    let mut identity_of = IndexVec::filled(IdentityIndex::default(), articles.len());
    for (index, identity) in identities.iter_enumerated() {
        for &article in identity.translations.iter().flatten() {
            identity_of[article] = index;
        }
    }
    let custom_ids = custom_ids(&articles, &identity_of);
    let titles: Vec<String> = articles
        .par_iter()
        .zip(identity_of.par_iter())
        .map(|(article, &identity)| {
            let layout = layout.docsets[article.file.docset].layout;
            title(&article.file, &identities[identity].id, layout)
        })
        .collect();
    let articles = articles.into_iter().zip(identity_of).zip(titles).zip(id_taken_by);
    let articles = articles.map(|(((localised, identity), title), id_taken_by)| IdentifiedArticle {
        localised,
        identity,
        title,
        id_taken_by,
    });
    Identified { articles: articles.collect(), identities, custom_ids }
}

/// The translations of every article ID, in the order of the IDs; letter case aside.
fn by_id(
    articles: &IndexVec<ArticleIndex, LocalisedArticle>,
    assigned: &IndexVec<ArticleIndex, Assigned>,
    locales: usize,
) -> Vec<(Arc<str>, ByLocale)> {
    let folded: Vec<String> = assigned.par_iter().map(|assigned| identity::fold(&assigned.id)).collect();
    let mut by_id: BTreeMap<&str, (Arc<str>, ByLocale)> = BTreeMap::new();
    for (((index, article), assigned), folded) in articles.iter_enumerated().zip(assigned).zip(&folded) {
        let (_, translations) = by_id
            .entry(folded)
            .or_insert_with(|| (assigned.id.as_str().into(), IndexVec::filled(None, locales)));
        translations[article.locale] = Some(index);
    }
    by_id.into_values().collect()
}

fn claim<'a>(article: &'a LocalisedArticle, layout: &Layout) -> Claim<'a> {
    let file = &article.file;
    let front_matter = &file.front_matter;
    let docset = &layout.docsets[file.docset];
    let id = claimed_id(article, layout);
    Claim {
        path: &file.path,
        locale: article.locale,
        by_place: Some(placed_id(file, docset)).filter(|by_place| *by_place != id),
        id,
        spelling: &file.below,
        standing: docset.standing(&file.path, &file.below),
        text: &file.text,
        source_hash: front_matter.source_hash.as_ref().map(|hash| hash.value.as_str()),
        custom_ids: front_matter.custom_ids.iter().map(|id| id.value.as_str()).collect(),
    }
}

/// The ID that a file claims: its path, or in a mixed folder what the file says of itself.
pub(super) fn claimed_id(article: &LocalisedArticle, layout: &Layout) -> String {
    let file = &article.file;
    let docset = &layout.docsets[file.docset];
    let by_content = docset.kind == DocsetKind::Mixed && article.origin == LocaleOrigin::FrontMatter;
    let written = file.front_matter.article_id.as_ref().map(|id| id.value.trim()).filter(|id| !id.is_empty());
    match written {
        Some(id) => id.to_owned(),
        None if by_content => content_id(file).unwrap_or_else(|| placed_id(file, docset)),
        None => placed_id(file, docset),
    }
}

/// The ID that the path of a file gives it.
fn placed_id(file: &File, docset: &Docset) -> String {
    let stem = file.id.as_deref().unwrap_or_else(|| without_extension(&file.below));
    format!("{}{stem}", docset.prefix)
}

/// The URL path that an article asks for, and what was wrong with it as written.
fn wanted_url(id: &str, translations: &ByLocale, slugs: Slugs<'_>) -> (WantedUrl, Option<UrlFlaw>) {
    let slugged = slugs.applied(id, translations);
    let (path, flaw) = identity::article_path(id, slugged.as_deref());
    let own = slugged.map(|_| identity::article_path(id, None).0).filter(|own| *own != path);
    let count = translations.iter().flatten().count();
    let is_of_source = match slugs.source {
        Some(source) => translations[source].is_some(),
        None => count * 2 > translations.len(),
    };
    let precedence = if is_of_source { Precedence::Source } else { Precedence::TranslationAlone };
    (WantedUrl { path, own, precedence, translations: count }, flaw)
}

/// Every custom ID with the articles that have it, in the order of the files.
fn custom_ids(
    articles: &[LocalisedArticle],
    identity_of: &[IdentityIndex],
) -> BTreeMap<String, Vec<IdentityIndex>> {
    let with_identity = articles.par_iter().zip(identity_of);
    let mut all: Vec<(&str, IdentityIndex)> = with_identity
        .flat_map_iter(|(article, &identity)| {
            let ids = article.file.front_matter.custom_ids.iter();
            ids.map(move |id| (id.value.as_str(), identity))
        })
        .collect();
    all.par_sort_by_key(|(id, _)| *id);
    let articles_of = |same: &[(&str, IdentityIndex)]| {
        let mut articles = same.iter().map(|(_, identity)| *identity).collect();
        keep_first(&mut articles);
        (same[0].0.to_owned(), articles)
    };
    all.chunk_by(|(one, _), (other, _)| one == other).map(articles_of).collect()
}

/// Keeps the first of equal ones, in the order they have.
fn keep_first(identities: &mut Vec<IdentityIndex>) {
    let mut seen = BTreeSet::new();
    identities.retain(|identity| seen.insert(*identity));
    identities.shrink_to_fit();
}

#[cfg(test)]
mod tests {
    use crate::catalog::{Catalog, Options};
    use crate::sources::Sources;

    /// `path: URL` of every article.
    fn urls(files: &[(&str, &str)]) -> Vec<String> {
        let mut sources = Sources::default();
        for (path, text) in files {
            sources.texts.insert((*path).into(), text.as_bytes().to_vec());
        }
        let catalog = Catalog::new(&sources, &Options::default());
        let url = |article: &crate::catalog::Article| {
            format!("{}: {}", article.file.path, catalog.identities[article.identity].url)
        };
        catalog.articles.iter().map(url).collect()
    }

    #[test]
    fn slugs_of_starlight_are_whole_paths() {
        let site = ("astro.config.mjs", "export default { locales: { root: { lang: 'en' }, de: {} } }\n");
        let files = [
            site,
            ("src/content/docs/a/b.md", "---\nslug: other/path\n---\n"),
            ("src/content/docs/de/a/c.md", "---\nslug: de/neu\n---\n"),
            ("src/content/docs/a/d.md", "---\nslug: /x\n---\n"),
        ];
        let expected = ["a/b.md: other/path", "a/d.md: x", "de/a/c.md: neu"];
        assert_eq!(urls(&files), expected.map(|line| format!("src/content/docs/{line}")));
        let files = [("content/en/a/b.md", "---\nslug: x/y\n---\n"), ("content/fr/a/b.md", "x\n")];
        assert_eq!(urls(&files), ["content/en/a/b.md: a/x/y", "content/fr/a/b.md: a/x/y"]);
    }
}
