//! Redirects: paths whose article is gone, and where their readers go. Judges nothing; what a target means is for
//! `resolve` to say.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Span;
use crate::front_matter::FrontMatter;
use crate::markdown::Document;
use crate::sources::Sources;

use super::encoding::decode;
use super::identity::{self, UrlFlaw, fold};
use super::layout::{self, Docset, DocsetKind};
use super::publishing;
use super::reference::{Parts, without_extension};
use super::resolve::{Base, Fragment, Resolved, Spelling, Target};
use super::{Catalog, DocsetIndex, File, IdentityIndex, IndexVec, LocaleIndex, RedirectIndex};

/// Redirects that are followed one after another at the most; browsers give up at about 20.
const MAX_REDIRECTS: usize = 8;

/// A path whose article is gone.
#[derive(Clone, Debug)]
pub struct Redirect {
    /// In the space of article IDs: the docset's prefix included, without extension, as written.
    pub from: String,
    /// Path of its page below a locale's folder, by the rules of article IDs; none where no page can have it.
    pub url: Option<String>,
    pub to: RedirectTo,
    /// The file that says so.
    pub path: Arc<str>,
    /// The old path in it.
    pub span: Span,
    /// An empty file where the old one stood: what relative targets are relative to.
    pub gone: File,
}

/// Where the readers of a redirect go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RedirectTo {
    /// As written in a redirection file.
    Url(String),
    /// To the article whose front matter names the old path.
    Article(IdentityIndex),
}

/// The redirects followed from one link, one after another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    pub followed: Vec<RedirectIndex>,
    pub end: TrailEnd,
}

/// How a trail ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TrailEnd {
    /// At a target or at nothing: [`Target`] tells.
    #[default]
    Target,
    /// At a redirect that was followed before.
    Circle(RedirectIndex),
    /// Nobody follows so many.
    TooLong,
}

impl Trail {
    /// Whether the redirect may be followed.
    fn enter(&mut self, redirect: RedirectIndex) -> bool {
        if self.followed.contains(&redirect) {
            self.end = TrailEnd::Circle(redirect);
        } else if self.followed.len() >= MAX_REDIRECTS {
            self.end = TrailEnd::TooLong;
        } else {
            self.followed.push(redirect);
        }
        !self.is_lost()
    }

    /// Whether it leads nowhere, whatever the last URL may look like.
    pub(super) fn is_lost(&self) -> bool {
        self.end != TrailEnd::Target
    }
}

/// What redirection files say.
#[derive(Debug, Default)]
pub(super) struct Written {
    redirects: Vec<WrittenRedirect>,
    /// The texts of the files, to show places in them.
    pub(super) texts: BTreeMap<Arc<str>, String>,
    /// Files that could not be read: path, what is wrong.
    pub(super) unreadable: Vec<(Arc<str>, String)>,
}

#[derive(Debug)]
struct WrittenRedirect {
    path: Arc<str>,
    span: Span,
    docset: DocsetIndex,
    /// Below the docset.
    below: String,
    url: String,
}

/// Reads every redirection file, whose old paths are relative to its own folder.
pub(super) fn read(sources: &Sources, docsets: &IndexVec<DocsetIndex, Docset>) -> Written {
    let mut written = Written::default();
    for (path, bytes) in &sources.texts {
        let Some(root) = path.strip_suffix(publishing::REDIRECTS) else { continue };
        let root = root.trim_end_matches('/');
        let text = decode(bytes).0;
        match publishing::parse_redirects(&text) {
            Ok(found) => {
                written.redirects.extend(found.into_iter().filter_map(|redirect| {
                    let source = layout::join(root, &redirect.source_path);
                    let (docset, below) = owner(docsets, root, &source)?;
                    let (path, below) = (path.clone(), below.to_owned());
                    let (span, url) = (redirect.span, redirect.redirect_url);
                    Some(WrittenRedirect { path, span, docset, below, url })
                }));
                written.texts.insert(path.clone(), text);
            }
            Err(error) => written.unreadable.push((path.clone(), error.to_string())),
        }
    }
    written
}

/// The docset that the old file was in; none for files of a repository that are in none of its docsets.
fn owner<'a>(
    docsets: &IndexVec<DocsetIndex, Docset>,
    root: &str,
    source: &'a str,
) -> Option<(DocsetIndex, &'a str)> {
    let (docset, below) = layout::owner(docsets, source)?;
    let in_repository = |other: &Docset| {
        let is_below = other.root == root || layout::strip_folder(&other.root, root).is_some();
        other.kind == DocsetKind::Published && is_below
    };
    let is_loose = docsets[docset].kind == DocsetKind::Mixed && docsets.iter().any(in_repository);
    (!is_loose).then_some((docset, below))
}

/// All redirects: those of redirection files, then those that articles claim.
pub(super) fn all(catalog: &Catalog, written: Written) -> IndexVec<RedirectIndex, Redirect> {
    let from_files = written.redirects.into_iter().map(|redirect| {
        let docset = &catalog.docsets[redirect.docset];
        let from = format!("{}{}", docset.prefix, without_extension(&redirect.below));
        let locale = docset.locale.as_ref();
        let locale = locale.and_then(|locale| catalog.locales.position(|entry| entry.locale == *locale));
        let gone = gone(redirect.path.clone(), redirect.docset, redirect.below, locale);
        let to = RedirectTo::Url(redirect.url);
        Redirect { url: url(&from), from, to, path: redirect.path, span: redirect.span, gone }
    });
    let from_articles = catalog.articles.iter().flat_map(|article| {
        article.file.front_matter.redirect_from.iter().map(|written| {
            let path = &article.file.path;
            let from = without_extension(written.value.trim().trim_matches('/')).to_owned();
            let gone = gone(path.clone(), article.file.docset, from.clone(), Some(article.locale));
            let to = RedirectTo::Article(article.identity);
            Redirect { url: url(&from), from, to, path: path.clone(), span: written.span, gone }
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

fn gone(path: Arc<str>, docset: DocsetIndex, below: String, locale: Option<LocaleIndex>) -> File {
    File {
        path,
        docset,
        below,
        locale,
        text: String::new(),
        not_utf8: None,
        front_matter: FrontMatter::default(),
        document: Document::default(),
    }
}

impl Catalog {
    /// The old URLs, below a locale's folder, and the redirect that counts for its readers at each.
    pub fn redirects_for(&self, reader: LocaleIndex) -> BTreeMap<&str, RedirectIndex> {
        let mut by_url: BTreeMap<&str, Vec<RedirectIndex>> = BTreeMap::new();
        for (index, redirect) in self.redirects.iter_enumerated() {
            if let Some(url) = &redirect.url {
                by_url.entry(url).or_default().push(index);
            }
        }
        by_url.into_iter().filter_map(|(url, all)| Some((url, self.preferred(&all, reader)?))).collect()
    }

    /// Where a redirect leads a reader of `reader`: [`Target::Missing`] for a circle too.
    pub fn follow_redirect(&self, redirect: RedirectIndex, reader: LocaleIndex) -> (Resolved<'_>, Trail) {
        let mut trail = Trail::default();
        let base = Base { file: &self.redirects[redirect].gone, article: None, reader };
        let parts = Parts { path: String::new(), query: None, fragment: None };
        let resolved = self.follow(base, redirect, parts, &mut trail).unwrap_or(Resolved {
            target: Target::Missing,
            query: None,
            fragment: Fragment::None,
            spelling: Spelling::Redirected,
        });
        (resolved, trail)
    }

    /// The redirect at a path without extension that counts for `reader`.
    pub(super) fn redirect_at(&self, stem: &str, reader: LocaleIndex) -> Option<RedirectIndex> {
        if self.redirects.is_empty() {
            return None;
        }
        let at = |path: &str| self.preferred(self.index.redirects.get(path)?, reader);
        let folded = fold(stem);
        at(&folded).or_else(|| at(&format!("{folded}/index")))
    }

    /// Of the redirects of one path that of the reader's own locale, else by the fallback chain, else the first.
    fn preferred(&self, redirects: &[RedirectIndex], reader: LocaleIndex) -> Option<RedirectIndex> {
        let of = |locale: &LocaleIndex| {
            redirects.iter().copied().find(|&index| self.redirects[index].gone.locale == Some(*locale))
        };
        let mut chain = std::iter::once(&reader).chain(&self.locales[reader].fallback);
        chain.find_map(of).or(redirects.first().copied())
    }

    /// Goes on by a redirect; `parts` are those of the link that led to it.
    pub(super) fn follow<'l>(
        &self,
        base: Base<'_>,
        redirect: RedirectIndex,
        parts: Parts<'l>,
        trail: &mut Trail,
    ) -> Option<Resolved<'l>> {
        if !trail.enter(redirect) {
            return None;
        }
        let redirect = &self.redirects[redirect];
        let (target, fragment) = match &redirect.to {
            RedirectTo::Article(identity) => {
                let (locale, article) = self.page_for(*identity, base.reader)?;
                (Target::Article { locale, article }, Fragment::None)
            }
            RedirectTo::Url(url) => {
                let base = Base { file: &redirect.gone, article: None, reader: base.reader };
                let next = self.resolve_after(base, url, trail);
                let target = match next.target {
                    Target::Missing | Target::Empty | Target::Here | Target::Special(_) => return None,
                    Target::External(url) => Target::External(url.into_owned().into()),
                    Target::Article { locale, article } => Target::Article { locale, article },
                    Target::Home { locale } => Target::Home { locale },
                    Target::Section { locale, url } => Target::Section { locale, url },
                    Target::Asset(asset) => Target::Asset(asset),
                    Target::NotServed(asset) => Target::NotServed(asset),
                };
                (target, next.fragment)
            }
        };
        let fragment = match (&target, parts.fragment) {
            (Target::Article { article, .. }, Some(name)) => self.fragment_in(*article, name),
            _ => fragment,
        };
        Some(Resolved { target, query: parts.query, fragment, spelling: Spelling::Redirected })
    }
}
