//! What a page says about the state of its article: its date, and the notices above the text. Renders nothing.

use crate::catalog::{Article, ArticleIndex, LocaleIndex};
use crate::front_matter::{Date, TranslationType};
use crate::locale::Locale;
use crate::theme::context;

use super::href::{From, encode_path};
use super::site::Site;

/// The date that readers see. That of a translation is copied from its original: where the original has changed since,
/// it says nothing of this text, and the date of the translation stands for it.
pub(super) fn shown_date(site: &Site<'_>, shown: ArticleIndex) -> Option<Date> {
    let front_matter = &site.catalog.articles[shown].file.front_matter;
    let date = if site.translations.has_changed(site.catalog, shown) {
        front_matter.translated.as_ref()
    } else {
        front_matter.changed()
    };
    date.map(|date| date.value)
}

/// The date for machines and in the words of the reader.
pub(super) fn date(site: &Site<'_>, shown: ArticleIndex, reader: &Locale) -> Option<(String, String)> {
    let date = shown_date(site, shown)?;
    Some((date.iso(), reader.long_date(date.year, date.month, date.day)))
}

/// What the reader should know: that the text is in another language, that a machine wrote it, that the original has
/// changed since.
pub(super) fn notices<'a>(
    site: &'a Site<'_>,
    shown: ArticleIndex,
    reader: LocaleIndex,
    from: &From,
) -> Vec<context::Notice<'a>> {
    let article = &site.catalog.articles[shown];
    let mut notices = Vec::new();
    if article.locale != reader {
        // The text may itself be a translation: then its page is not the original.
        let is_original = site.catalog.source.is_none_or(|source| source == article.locale);
        let folder = site.article_folder(article.locale, article.identity);
        notices.push(context::Notice {
            kind: "fallback",
            language: Some(site.language(article.locale)),
            href: is_original.then(|| from.page(&folder, site.options.links)),
        });
    }
    let original = original(site, article, from);
    let (mut href, language) = original.map_or((None, None), |(href, language)| (Some(href), language));
    let made_by = article.file.front_matter.translation_type.as_ref().map(|made| made.value);
    if made_by == Some(TranslationType::Machine) {
        notices.push(context::Notice { kind: "machine", language, href: href.take() });
    }
    if site.translations.has_changed(site.catalog, shown) {
        // One link to the original is enough.
        notices.push(context::Notice { kind: "outdated", language, href });
    }
    notices
}

/// Where the article's original stands: on this site, else where the configuration says.
fn original<'a>(
    site: &'a Site<'_>,
    article: &Article,
    from: &From,
) -> Option<(String, Option<context::LanguageRef<'a>>)> {
    let catalog = site.catalog;
    let source = catalog.source.filter(|&source| source != article.locale);
    let here = source.filter(|&source| catalog.identities[article.identity].translations[source].is_some());
    if let Some(source) = here {
        let folder = site.article_folder(source, article.identity);
        return Some((from.page(&folder, site.options.links), Some(site.language(source))));
    }
    let template = site.options.original.as_deref()?;
    let path = encode_path(&catalog.identities[article.identity].url);
    let locale = source.map_or("en-us", |source| site.tag(source).slug());
    Some((
        template.replace("{locale}", locale).replace("{path}", &path),
        source.map(|source| site.language(source)),
    ))
}
