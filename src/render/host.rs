//! Answers what a document asks of the site while it is written: links, images, includes, heading IDs, messages.

use crate::catalog::{Article, AssetIndex, Base, File, Fragment, LocaleIndex, Picture, Resolved, Target};
use crate::markdown::{
    CodeToken, Document, HeadingId, Host, Image, ImageHtml, Include, LanguageHtml, Link, LinkHtml, escape,
};
use crate::messages::Bundle;

use super::href::{From, encode_fragment, encode_written};
use super::links::made_link;
use super::site::Site;
use super::source_text::SourceText;

/// A file on the page of an article.
#[derive(Clone, Copy, Debug)]
pub(super) struct PageHost<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) base: Base<'a>,
    pub(super) from: &'a From,
    /// The words of the document's own language.
    pub(super) bundle: &'a Bundle,
    pub(super) headings: Headings,
    /// The host of the file that includes this one.
    pub(super) parent: Option<&'a PageHost<'a>>,
    /// The source of the article's blocks, on a bilingual page.
    pub(super) source: Option<&'a SourceText<'a>>,
}

/// Whether there is a link to each heading behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Headings {
    Plain,
    /// Its name is made of the heading and of the element `_copy` of the page.
    Linked,
}

impl<'a> PageHost<'a> {
    /// The host of an article's own text.
    pub(super) fn new(site: &'a Site<'a>, article: &'a Article, reader: LocaleIndex, from: &'a From) -> Self {
        let base = Base { file: &article.file, article: Some(article), reader };
        let bundle = &site.locale(article.locale).bundle;
        Self { site, base, from, bundle, headings: Headings::Plain, parent: None, source: None }
    }

    fn is_open(&self, file: &File) -> bool {
        self.base.file.path == file.path || self.parent.is_some_and(|parent| parent.is_open(file))
    }

    fn asset(&self, asset: AssetIndex) -> String {
        self.from.path(&self.site.catalog.assets[asset].site_path)
    }

    fn page_link(&self, folder: &str, resolved: &Resolved<'_>) -> String {
        with_place(self.from.page(folder, self.site.options.links), resolved)
    }
}

/// An address on this site with the query and the fragment of the link.
fn with_place(mut href: String, resolved: &Resolved<'_>) -> String {
    if let Some(query) = &resolved.query {
        href.push('?');
        href.push_str(&encode_written(query));
    }
    let name = match &resolved.fragment {
        Fragment::Found(name) | Fragment::OfFile(name) => Some(encode_fragment(name)),
        Fragment::None | Fragment::Missing(_) => None,
    };
    if name.is_some() || resolved.directive.is_some() {
        href.push('#');
        href.push_str(name.as_deref().unwrap_or(""));
        href.push_str(&resolved.directive.as_deref().map(encode_written).unwrap_or_default());
    }
    href
}

impl Host for PageHost<'_> {
    fn link(&self, link: &Link) -> LinkHtml {
        let catalog = self.site.catalog;
        let resolved = catalog.resolve(self.base, &link.destination);
        let plain = |href: String| LinkHtml { href: Some(href), ..LinkHtml::default() };
        match &resolved.target {
            Target::Here => match with_place(String::new(), &resolved) {
                nothing if nothing.is_empty() => LinkHtml::default(),
                href => plain(href),
            },
            Target::Article { locale, article } => {
                let target = &catalog.articles[*article];
                let folder = self.site.article_folder(*locale, target.identity);
                let written_in = self.base.article.map_or(self.base.reader, |article| article.locale);
                let other = target.locale != written_in;
                LinkHtml {
                    href: Some(self.page_link(&folder, &resolved)),
                    hreflang: other.then(|| self.site.tag(target.locale).tag().to_owned()),
                    rel: None,
                }
            }
            Target::Home { locale } => plain(self.page_link(&self.site.home_folder(*locale), &resolved)),
            Target::Section { locale, url } => {
                plain(self.page_link(&self.site.section_folder(*locale, url), &resolved))
            }
            Target::Made(path) => plain(with_place(made_link(self.site, path, self.from), &resolved)),
            Target::Asset(asset) => plain(with_place(self.asset(*asset), &resolved)),
            Target::External(url) => {
                LinkHtml { href: Some(url.to_string()), hreflang: None, rel: Some("external") }
            }
            // A reference to generated API pages: nothing here knows where they are.
            Target::Special(url) if url.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("xref:")) => {
                LinkHtml::default()
            }
            Target::Special(url) => plain(url.to_string()),
            Target::Empty | Target::NotServed(_) | Target::Missing | Target::Generated => LinkHtml::default(),
        }
    }

    fn image(&self, image: &Image) -> Option<ImageHtml> {
        let catalog = self.site.catalog;
        match catalog.picture(catalog.resolve(self.base, &image.destination).target) {
            Picture::Asset(asset) => {
                Some(ImageHtml { src: self.asset(asset), size: catalog.assets[asset].size })
            }
            Picture::Url(url) => Some(ImageHtml { src: url.into_owned(), size: None }),
            Picture::None => None,
        }
    }

    fn media(&self, link: &Link) -> Option<String> {
        match self.site.catalog.resolve(self.base, &link.destination).target {
            Target::Asset(asset) => Some(self.asset(asset)),
            _ => None,
        }
    }

    fn heading(&self, index: usize) -> HeadingId<'_> {
        let own = self
            .base
            .article
            .filter(|_| self.parent.is_none())
            .and_then(|article| article.headings.get(index));
        if let Some(name) = own {
            return HeadingId { id: &name.id, alias: name.alias.as_deref() };
        }
        let heading = self.base.file.document.headings.get(index);
        let name =
            heading.map(|heading| heading.anchor.as_ref().map_or(&*heading.slug, |anchor| &*anchor.name));
        HeadingId { id: name.unwrap_or_default(), alias: None }
    }

    fn include<'a>(&'a self, include: &Include) -> Option<(&'a Document, Box<dyn Host + 'a>)> {
        let file = self.site.catalog.include(self.base, include)?;
        if self.is_open(file) {
            return None;
        }
        let bundle = file.locale.map_or(self.bundle, |locale| &self.site.locale(locale).bundle);
        let base = Base { file, ..self.base };
        let host = PageHost { base, bundle, parent: Some(self), source: None, ..*self };
        Some((&file.document, Box::new(host)))
    }

    fn foreign_language(&self) -> Option<LanguageHtml<'_>> {
        let including = self.parent?.base.file.locale?;
        let own = self.base.file.locale.filter(|own| *own != including)?;
        let locale = self.site.tag(own);
        Some(LanguageHtml { lang: locale.tag(), dir: locale.direction().name() })
    }

    fn after_heading(&self, id: &str, out: &mut String) {
        if self.headings == Headings::Linked {
            out.push_str("<a class=\"anchor\" href=\"#");
            escape::attribute(out, &encode_fragment(id));
            out.push_str("\" aria-labelledby=\"_copy ");
            escape::attribute(out, id);
            out.push_str("\"></a>\n");
        }
    }

    fn after_block(&self, document: &Document, block: usize, out: &mut String) {
        if let Some(source) = self.source {
            source.write(document, block, self, out);
        }
    }

    fn tokens(&self, language: &str, code: &str) -> Vec<CodeToken> {
        let tokens = self.site.highlighter().tokens(language, code).into_iter();
        tokens.map(|token| CodeToken { range: token.range, class: token.class.name() }).collect()
    }

    fn allows(&self, scheme: &str) -> bool {
        self.site.catalog.schemes.iter().any(|allowed| allowed.name() == scheme)
    }

    fn message(&self, key: &str) -> String {
        self.bundle.text(key, &[]).map_or_else(|_| key.to_owned(), |text| text.text.to_string())
    }
}
