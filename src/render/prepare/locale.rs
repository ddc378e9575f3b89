//! What the pages of one locale share: words, title, lists, sections. Renders nothing.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use anyhow::Result;

use crate::catalog::{ArticleIndex, Catalog, IdentityIndex, LocaleIndex};
use crate::messages::{Bundle, Messages};
use crate::render::options::{Options, Search};
use crate::theme::{Everywhere, Theme, context};

use super::announced::{self, Announced};
use super::custom_ids::{self, CustomIdList, CustomIdPage};
use super::languages::LanguageName;
use super::letters::{self, Letter};
use super::listed::{self, Listed};
use super::old_urls::{self, OldUrl};
use super::sections::Sections;
use super::{details, featured, newest};

/// What all locales are prepared from.
#[derive(Clone, Copy)]
pub(super) struct Shared<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) theme: &'a Theme,
    pub(super) messages: &'a Messages,
    pub(super) options: &'a Options,
    pub(super) published: usize,
    pub(super) custom_id_pages: &'a [CustomIdPage],
}

/// What the pages of one locale share.
#[derive(Debug)]
pub(crate) struct PreparedLocale {
    index: LocaleIndex,
    pub(crate) bundle: Bundle,
    /// The name of the site in this locale.
    pub(crate) title: String,
    /// The locale as Open Graph writes it: `he_IL`.
    pub(crate) open_graph: String,
    /// What templates see on each of its pages.
    pub(crate) everywhere: Everywhere,
    /// Every article with a page, in collation order of the titles.
    pub(crate) listed: Vec<Listed>,
    /// The articles on each page of the list of all; empty where one page holds all.
    pub(crate) lists: Vec<Range<usize>>,
    /// The letters under which the list of all has its titles, where it has several pages.
    pub(crate) letters: Vec<Letter>,
    pub(crate) featured: Vec<Listed>,
    pub(crate) announced: Vec<Announced>,
    pub(crate) sections: Sections,
    /// What tells articles of one title apart where that stands alone.
    pub(crate) title_details: BTreeMap<IdentityIndex, String>,
    /// Custom IDs that open several articles here, in the order of their pages.
    pub(crate) custom_id_lists: Vec<CustomIdList>,
    from_texts: FromTexts,
}

/// What may differ after every change of a text; each made when it is first asked for.
#[derive(Debug, Default)]
struct FromTexts {
    details: OnceLock<BTreeMap<IdentityIndex, String>>,
    newest: OnceLock<Vec<ArticleIndex>>,
    old_urls: OnceLock<Vec<OldUrl>>,
}

impl PreparedLocale {
    pub(super) fn new(shared: Shared<'_>, locale: LocaleIndex, language: &LanguageName) -> Result<Self> {
        let Shared { catalog, theme, messages, options, published, custom_id_pages } = shared;
        let tag = &catalog.locales[locale].locale;
        let bundle = messages.bundle(tag);
        let title = match &options.title {
            Some(title) => title.clone(),
            None => bundle.text("site-title", &[])?.text.to_string(),
        };
        let own = |html: &Option<String>| html.as_ref().map(|html| html.replace("{locale}", tag.tag()));
        let (head, footer) = (own(&options.head), own(&options.footer));
        let search = (options.search == Search::On).then(|| format!("{}/search/", tag.slug()));
        let base = options.base_url.as_deref().map(|base| base.trim_end_matches('/'));
        let image = base.zip(theme.asset_names().image).map(|(base, name)| format!("{base}/assets/{name}"));
        let everywhere = theme.everywhere(&context::Site {
            title: &title,
            language: language.of(tag),
            locales: published,
            search: search.as_deref(),
            assets: theme.asset_names(),
            image: image.as_deref(),
            image_sources: &catalog.image_hosts.policy(),
            analytics: options.analytics.as_deref(),
            head: head.as_deref(),
            footer: footer.as_deref(),
        })?;
        let listed = listed::listed(catalog, locale);
        let lists = listed::lists(&listed);
        let sections = Sections::new(catalog, locale, &listed);
        let open_graph = match tag.region() {
            Some(region) => format!("{}_{region}", tag.language()),
            None => tag.language().to_owned(),
        };
        Ok(Self {
            index: locale,
            bundle,
            title,
            open_graph,
            everywhere,
            letters: if lists.is_empty() {
                Vec::new()
            } else {
                let title = |entry: &Listed| catalog.articles[entry.article].label();
                letters::letters(tag, listed.iter().map(title))
            },
            lists,
            featured: featured::featured(catalog, &listed, options.visits.as_ref()),
            announced: announced::announced(catalog, tag, &listed),
            custom_id_lists: custom_ids::lists(catalog, locale, custom_id_pages, &listed, &sections),
            title_details: details::of_titles(catalog, &listed, &sections),
            listed,
            sections,
            from_texts: FromTexts::default(),
        })
    }

    pub(super) fn forget_texts(&mut self) {
        self.from_texts = FromTexts::default();
    }

    /// What distinguishes articles of one title: descriptions may be taken from the texts.
    pub(crate) fn details(&self, catalog: &Catalog) -> &BTreeMap<IdentityIndex, String> {
        self.from_texts.details.get_or_init(|| details::of(catalog, &self.listed))
    }

    /// What the feed holds, the newest first; empty where there is none.
    pub(crate) fn newest(&self, catalog: &Catalog, options: &Options) -> &[ArticleIndex] {
        self.from_texts.newest.get_or_init(|| newest::newest(catalog, options, self.index, &self.listed))
    }

    /// Old URLs that lead on, in order: they may lead to headings.
    pub(crate) fn old_urls(&self, catalog: &Catalog) -> &[OldUrl] {
        let made =
            || old_urls::old_urls(catalog, self.index, &self.listed, &self.sections, &self.custom_id_lists);
        self.from_texts.old_urls.get_or_init(made)
    }
}
