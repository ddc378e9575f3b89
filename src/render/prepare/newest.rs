//! The newest articles of a locale, for its feed. Renders nothing.

use crate::catalog::{ArticleIndex, Catalog, LocaleIndex, may_be_indexed};
use crate::render::options::Options;

use super::listed::Listed;

/// Articles at the most.
const NEWEST: usize = 20;

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
    let mut articles: Vec<_> = listed.iter().filter_map(dated).collect();
    articles.sort_by(|(date, one), (other_date, other)| {
        other_date.cmp(date).then(one.identity.cmp(&other.identity))
    });
    articles.iter().take(NEWEST).map(|(_, entry)| entry.article).collect()
}
