//! What templates see: borrowed structs, the only serialised view of a site. They hold data, never functions;
//! messages with arguments come from the template functions `t` and `t_html`.
//!
//! Every `href` is ready to print: page-relative inside the site, absolute or root-relative where a field says so.

mod lists;

use std::collections::BTreeMap;

use serde::Serialize;

use super::escape::escaped;

pub use lists::{Announcement, ArticleLink, Home, LetterGroup, LetterLink, List, ListLink, Section};

/// `site`: the same on every page of a locale.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Site<'a> {
    /// The site's name in this locale: `[site] title`, else the message `site-title`.
    pub title: &'a str,
    /// The language of the interface.
    pub language: LanguageRef<'a>,
    /// The number of locales with pages.
    pub locales: usize,
    /// The folder of the search index below the root, `he-il/search/`; none where there is no search.
    pub search: Option<&'a str>,
    /// File names of the theme's assets.
    pub assets: Assets<'a>,
    /// The address of `assets.image`, absolute; none without `base_url`.
    pub image: Option<&'a str>,
    /// The hosts that images of articles may come from, as `img-src` of a Content-Security-Policy names them.
    pub image_sources: &'a str,
    /// `[site] analytics`: what may run scripts and be sent to, as a Content-Security-Policy names it.
    pub analytics: Option<&'a str>,
    /// `[theme] head`: HTML for `<head>`, printed as it is.
    pub head: Option<&'a str>,
    /// `[theme] footer`: HTML for the foot of the page, printed as it is.
    pub footer: Option<&'a str>,
}

/// A language as shown to readers.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Language<'a> {
    /// BCP 47 tag for `lang` and `hreflang`, `he-IL`.
    pub tag: &'a str,
    /// `ltr` or `rtl`.
    pub dir: &'a str,
    /// In its own language: `עברית (ישראל)`.
    pub name: &'a str,
    /// The same for lists of languages: without the region, where no other locale of the site has the language.
    pub short: &'a str,
}

/// A [`Language`] that was made ready for templates once: every further use of it is a reference count.
#[derive(Clone, Copy, Debug)]
pub struct LanguageRef<'a> {
    language: Language<'a>,
    ready: &'a tera::Value,
}

impl<'a> LanguageRef<'a> {
    /// `ready` is `Value::try_from_serializable(&language)`.
    pub fn new(language: Language<'a>, ready: &'a tera::Value) -> Self {
        Self { language, ready }
    }
}

impl<'a> std::ops::Deref for LanguageRef<'a> {
    type Target = Language<'a>;

    fn deref(&self) -> &Language<'a> {
        &self.language
    }
}

impl Serialize for LanguageRef<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Tera takes a value as it is.
        self.ready.serialize(serializer)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for LanguageRef<'_> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Language::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Language::json_schema(generator)
    }
}

/// File names of the theme's assets, content hash included: `page.root ~ "assets/" ~ site.assets.style`.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Assets<'a> {
    /// The style sheet, `style.css` in the theme.
    pub style: &'a str,
    /// The script of every page, `script.js` in the theme.
    pub script: &'a str,
    /// The script of the pages that lead on to the best language: the chooser and those of custom IDs.
    pub choose: &'a str,
    /// The style sheet of these pages and of what was not found.
    pub choose_style: &'a str,
    /// The style sheet of articles with their source.
    pub bilingual_style: &'a str,
    /// The style sheet of homes, sections and lists.
    pub list_style: &'a str,
    /// The style sheet of announcements.
    pub announce_style: &'a str,
    /// The style sheet of paper.
    pub print_style: &'a str,
    /// The icon of the site, `icon.svg` in the theme.
    pub icon: &'a str,
    /// The picture beside the name of the site: `[theme] logo`, else `logo.svg` or `logo.png` in the theme, else the icon.
    pub logo: &'a str,
    /// The picture of the site where pages are shared: `[site] image`, else `share.png` or `share.jpg` in the theme.
    pub image: Option<&'a str>,
    /// The icon of the site on the home screen of a phone: `[theme] touch_icon`, else `touch-icon.png` in the theme.
    pub touch_icon: Option<&'a str>,
    /// The script of the search, which `script.js` loads when a reader asks for it.
    pub search: &'a str,
    /// The style sheet of the search, loaded with it.
    pub search_style: &'a str,
}

/// `page`: what every page has.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Page<'a> {
    /// `chooser`, `home`, `list`, `section`, `article`, `open`, `search-page`, `redirect` or `not-found`.
    pub kind: &'a str,
    /// From this page to the root of the site: `../../`, or the base path on 404 pages.
    pub root: &'a str,
    /// From this page to the locale's home.
    pub home: &'a str,
    /// Plain text for `<title>`, without the site's name.
    pub title: &'a str,
    /// What tells the page apart from others of its title, for `<title>`: its section, an ID, its address.
    pub detail: Option<&'a str>,
    /// Plain text for search engines and sharing.
    pub description: Option<&'a str>,
    /// Absolute; none without `base_url`.
    pub canonical: Option<&'a str>,
    /// Content of the robots meta element.
    pub robots: Option<&'a str>,
    /// `rel="alternate"` links between indexable translations, absolute, `x-default` included; none without `base_url`.
    #[cfg_attr(test, schemars(with = "Vec<Alternate<'a>>"))]
    pub alternates: &'a tera::Value,
    /// The language of title and text for `og:locale`: `he_IL`.
    pub open_graph: &'a str,
    /// The Atom feed of the locale, absolute, if it has one.
    pub feed: Option<&'a str>,
    /// The description of the locale's search for browsers, absolute, on its home and on the page of the search.
    pub open_search: Option<&'a str>,
    /// The language switcher.
    #[cfg_attr(test, schemars(with = "Languages<'a>"))]
    pub languages: &'a tera::Value,
    /// From the home down to the parent of this page; the page itself is not among them.
    pub breadcrumbs: &'a [Crumb<'a>],
    /// What every page of the locale announces, over or not: a site does not know the day on which it is read.
    pub announcements: &'a [Announcement<'a>],
}

/// One `<link rel="alternate" hreflang>`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Alternate<'a> {
    /// BCP 47 tag, or `x-default`.
    pub hreflang: &'a str,
    /// The same for `og:locale:alternate`; none for `x-default`.
    pub open_graph: Option<&'a str>,
    /// The page in that language.
    pub href: String,
}

/// The language switcher: every locale of the site, in collation order of the own names.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Languages<'a> {
    /// The languages that have this page, its own among them; empty on a page that is not in one language.
    pub available: Vec<LanguageLink<'a>>,
    /// The languages whose page shows the article in another one.
    pub fallbacks: Vec<LanguageLink<'a>>,
    /// The languages that have no such page; their links lead to the home.
    pub missing: Vec<LanguageLink<'a>>,
}

/// One entry of the language switcher.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LanguageLink<'a> {
    /// The language that the link leads to.
    pub language: LanguageRef<'a>,
    /// The page in that language.
    pub href: String,
    /// The name of the site in the language; only where readers choose one, and where the name differs between languages.
    pub site_title: Option<&'a str>,
    /// `page` for the language of this page, else none; for `aria-current`.
    pub current: Option<&'static str>,
    /// All of this as one link, without the name of the site; HTML, safe. The links of a switcher are made once for all
    /// translations of an article.
    pub html: String,
}

impl<'a> LanguageLink<'a> {
    /// A link to the page at `href`.
    pub fn new(language: LanguageRef<'a>, href: String, current: Option<&'static str>) -> Self {
        let Language { tag, dir, short, .. } = *language;
        let current_html = current.map(|current| format!(" aria-current=\"{current}\"")).unwrap_or_default();
        let html = format!(
            "<a{current_html} href=\"{}\" hreflang=\"{tag}\" lang=\"{tag}\" dir=\"{dir}\">{}</a>",
            escaped(&href),
            escaped(short)
        );
        Self { language, href, site_title: None, current, html }
    }
}

/// One step of the breadcrumbs.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Crumb<'a> {
    /// The title of the page above; plain text.
    pub title: &'a str,
    /// The page above.
    pub href: String,
    /// Language of the title, where it is another one than the interface's.
    pub language: Option<LanguageRef<'a>>,
}

/// `article`: an article page, fallback pages included.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Article<'a> {
    /// Language of title and body; another one than the interface's on fallback pages.
    pub language: LanguageRef<'a>,
    /// The title is in the article's language; HTML, safe.
    pub title_html: &'a str,
    /// The title's ID.
    pub id: Option<&'a str>,
    /// Another ID that leads to the title.
    pub alias: Option<&'a str>,
    /// The body without its title; HTML, safe.
    pub body: &'a str,
    /// Headings of level 2 and 3, where there are three or more; else empty.
    pub contents: &'a [ContentsEntry<'a>],
    /// What the reader should know about this text.
    pub notices: &'a [Notice<'a>],
    /// The support or rule IDs that open the article.
    pub custom_ids: &'a [CustomId<'a>],
    /// When the article was written or changed.
    pub date: Option<DateText<'a>>,
    /// The sections below the section whose page this is; empty on any other article.
    pub sections: &'a [Section<'a>],
    /// The articles of the section whose page this is; empty on any other article.
    pub articles: &'a [ArticleLink<'a>],
    /// The article before this one in the table of contents.
    pub previous: Option<ArticleLink<'a>>,
    /// The article after this one in the table of contents.
    pub next: Option<ArticleLink<'a>>,
    /// Related articles, at most five; none on the page of a section that lists articles.
    pub related: &'a [ArticleLink<'a>],
    /// The section that the article stands in, unless it is the page of one.
    pub section: Option<SectionArticles<'a>>,
    /// Where readers can suggest a change of this text, if `[site] edit` says.
    pub edit: Option<&'a str>,
    /// Where readers say whether the article helped, if `[site] feedback` says.
    pub feedback: Option<Feedback>,
    /// Where readers find people who help, if `[site] contact` says.
    pub contact: Option<String>,
    /// JSON-LD equal to the visible text, every `<` written as `\u003c`: it is printed inside a script element.
    pub json_ld: Option<&'a str>,
    /// Set where `body` holds the source of its blocks, each behind its block as `<div class="source">`, to be shown on
    /// demand: the language of the source.
    pub source: Option<LanguageRef<'a>>,
    /// The keys of the front matter that Faqtory has no use for, as they are written: `article.front_matter["ms.assetid"]`.
    /// What is not there is undefined: ask with `if` first. Built only for themes with a template that names it.
    pub front_matter: &'a BTreeMap<String, serde_json::Value>,
}

/// A custom ID of an article.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CustomId<'a> {
    /// The ID as written.
    pub id: &'a str,
    /// The page of everything that the ID opens; none for an ID that no address can have.
    pub href: Option<String>,
}

/// One line of the contents list.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ContentsEntry<'a> {
    /// The ID of the heading.
    pub id: &'a str,
    /// The heading; plain text.
    pub text: &'a str,
    /// 2 or 3.
    pub level: u8,
}

/// The section of an article, and what else is in it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SectionArticles<'a> {
    /// The section itself.
    pub section: Section<'a>,
    /// Its articles in reading order, this one among them; where they are many, the nearest alone.
    pub articles: Vec<ArticleLink<'a>>,
    /// Which of them is this one, counted from 0.
    pub current: usize,
}

/// Whether an article helped.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Feedback {
    /// Where a reader says that it did.
    pub yes: String,
    /// Where a reader says that it did not.
    pub no: String,
}

/// Something the reader should know about this text.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Notice<'a> {
    /// `fallback`, `machine` or `outdated`; messages `notice-fallback` (with `$language`) and so on.
    pub kind: &'static str,
    /// The language of the original, where the notice speaks of it.
    pub language: Option<LanguageRef<'a>>,
    /// Where the original stands.
    pub href: Option<String>,
}

/// A date for `<time>`.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DateText<'a> {
    /// `2021-03-08`.
    pub iso: &'a str,
    /// In the locale's long format.
    pub text: &'a str,
}

/// `redirect`: the page of an old address.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Redirect<'a> {
    /// Where it leads: in this site relative, elsewhere absolute.
    pub href: String,
    /// The title of the page it leads to, or an address.
    pub text: &'a str,
    /// Language of the title, where it is another one than the interface's.
    pub language: Option<LanguageRef<'a>>,
}

/// `open`: what a custom ID opens: the languages to choose from, or its articles in one of them.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Open<'a> {
    /// As written, or several that differ in letter case only, after commas.
    pub id: &'a str,
    /// Its articles in the language of the interface, where it has several there; empty on the page of all languages.
    pub articles: &'a [ArticleLink<'a>],
    /// Where each language has them; empty on the page of one language.
    pub languages: &'a Languages<'a>,
}
