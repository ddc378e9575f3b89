//! Redirection files of Open Publishing repositories, and all redirects that they and the articles claim. Follows none.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Span;
use crate::front_matter::FrontMatter;
use crate::markdown::Document;
use crate::sources::Sources;

use super::alias::{Alias, AliasStart, OldPaths};
use super::encoding::decode;
use super::identity::{self, UrlFlaw};
use super::invisible::visible;
use super::model::{Article, File};
use super::redirect::{Redirect, RedirectTo};
use super::reference::without_extension;
use crate::indexed::{ArticleIndex, DocsetIndex, IndexVec, LocaleIndex, RedirectIndex};
use crate::layout::{self, Docset, DocsetKind, REDIRECTS, join, parse_redirects, strip_folder};

/// What redirection files say.
#[derive(Debug, Default)]
pub(super) struct RedirectionFiles {
    redirects: Vec<RedirectEntry>,
    /// The texts of the files, to show places in them.
    pub(super) texts: BTreeMap<Arc<str>, String>,
    /// Files that could not be read: path, what is wrong.
    pub(super) unreadable: Vec<(Arc<str>, String)>,
}

#[derive(Debug)]
struct RedirectEntry {
    path: Arc<str>,
    span: Span,
    docset: DocsetIndex,
    /// Below the docset.
    below: String,
    url: String,
}

/// Reads every redirection file, whose old paths are relative to its own folder.
pub(super) fn read(sources: &Sources, docsets: &IndexVec<DocsetIndex, Docset>) -> RedirectionFiles {
    let mut files = RedirectionFiles::default();
    for (path, bytes) in &sources.texts {
        let Some(root) = path.strip_suffix(REDIRECTS) else { continue };
        let root = root.trim_end_matches('/');
        let text = decode(bytes).0;
        match parse_redirects(&text) {
            Ok(found) => {
                files.redirects.extend(found.into_iter().filter_map(|redirect| {
                    let source = join(root, &redirect.source_path);
                    let (docset, below) = owner(docsets, root, &source)?;
                    let (path, below) = (path.clone(), below.to_owned());
                    let (span, url) = (redirect.span, redirect.redirect_url);
                    Some(RedirectEntry { path, span, docset, below, url })
                }));
                files.texts.insert(path.clone(), text);
            }
            Err(error) => files.unreadable.push((path.clone(), error.to_string())),
        }
    }
    files
}

/// The docset that the old file was in; none for files of a repository that are in none of its docsets.
fn owner<'a>(
    docsets: &IndexVec<DocsetIndex, Docset>,
    root: &str,
    source: &'a str,
) -> Option<(DocsetIndex, &'a str)> {
    let (docset, below) = layout::owner(docsets, source)?;
    let in_repository = |other: &Docset| {
        let is_below = other.root == root || strip_folder(&other.root, root).is_some();
        other.kind == DocsetKind::Published && is_below
    };
    let is_loose = docsets[docset].kind == DocsetKind::Mixed && docsets.iter().any(in_repository);
    (!is_loose).then_some((docset, below))
}

/// All redirects: those of redirection files, then those that articles claim.
pub(super) fn all(
    files: &RedirectionFiles,
    docsets: &IndexVec<DocsetIndex, Docset>,
    old_paths: OldPaths<'_>,
    articles: &IndexVec<ArticleIndex, Article>,
) -> IndexVec<RedirectIndex, Redirect> {
    let locales = old_paths.locales;
    let from_files = files.redirects.iter().map(|redirect| {
        let docset = &docsets[redirect.docset];
        let from = format!("{}{}", docset.prefix, without_extension(&redirect.below));
        let locale = docset.locale.as_ref();
        let locale = locale.and_then(|locale| locales.position(|entry| entry.locale == *locale));
        let gone = gone(redirect.path.clone(), redirect.docset, redirect.below.clone(), locale);
        let to = RedirectTo::Url(redirect.url.clone());
        Redirect { url: url(&from), from, to, path: redirect.path.clone(), span: redirect.span, gone }
    });
    let from_articles = articles.iter().flat_map(|article| {
        article.file.front_matter.redirect_from.iter().filter_map(|written| {
            let path = &article.file.path;
            let alias = old_paths.read(&written.value).ok()?;
            let from = visible(&alias.path).map_or(alias.path.clone(), |found| found.plain);
            let locale = alias.locale.unwrap_or(article.locale);
            let gone = gone(path.clone(), article.file.docset, from.clone(), Some(locale));
            let to = RedirectTo::Article(article.identity);
            // What no page can have leads nowhere, in links neither.
            let url = old_url(&alias).and_then(|_| url(&from))?;
            Some(Redirect { url: Some(url), from, to, path: path.clone(), span: written.span, gone })
        })
    });
    from_files.chain(from_articles).collect()
}

/// Only what can be a page of its own: the home and the site's own pages stay what they are.
fn url(from: &str) -> Option<String> {
    let (url, flaw) = identity::checked_url_path(from);
    // A page at another place leads nobody on.
    (flaw != Some(UrlFlaw::TooLong) && !url.is_empty() && !identity::is_reserved(&url)).then_some(url)
}

/// The same for an old path of an article: one from the root of the site may be that of a file there.
pub(super) fn old_url(alias: &Alias) -> Option<String> {
    let is_own = alias.start == AliasStart::Root && identity::is_of_root(&identity::fold(&alias.path));
    if is_own { None } else { url(&alias.path) }
}

fn gone(path: Arc<str>, docset: DocsetIndex, below: String, locale: Option<LocaleIndex>) -> File {
    File {
        path,
        docset,
        below,
        id: None,
        locale,
        text: String::new(),
        not_utf8: None,
        front_matter: FrontMatter::default(),
        document: Document::default(),
    }
}
