//! Which articles were changed last: those of the feed of a locale, and the order of any. Renders nothing.

use crate::catalog::{ArticleIndex, Catalog, LocaleIndex, may_be_indexed};
use crate::front_matter::Date;
use crate::render::options::Options;

use super::listed::Listed;

/// Articles of a feed at the most.
const FEED: usize = 20;

/// Articles with the dates that count for each, the newest first; those of one day in the order of their IDs.
pub(crate) fn newest_first(dated: impl Iterator<Item = (Date, Listed)>) -> Vec<(Date, Listed)> {
    let mut dated: Vec<_> = dated.collect();
    dated.sort_by(|(date, one), (other_date, other)| {
        other_date.cmp(date).then(one.identity.cmp(&other.identity))
    });
    dated
}

/// The newest dated articles that are written in the locale and that search engines may show; none without a base
/// URL, for entries of a feed are known by their URLs.
pub(super) fn newest(
    catalog: &Catalog,
    options: &Options,
    locale: LocaleIndex,
    listed: &[Listed],
) -> Vec<ArticleIndex> {
    if options.base_url.is_none() || !catalog.published().any(|published| published == locale) {
        return Vec::new();
    }
    let dated = |&entry: &Listed| {
        let article = &catalog.articles[entry.article];
        let date = article.file.front_matter.changed()?.value;
        (article.locale == locale && may_be_indexed(article, options.robots)).then_some((date, entry))
    };
    let articles = newest_first(listed.iter().filter_map(dated));
    articles.iter().take(FEED).map(|(_, entry)| entry.article).collect()
}
