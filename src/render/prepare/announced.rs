//! What the pages of a locale announce. Knows no day: the reader's browser does. Renders nothing.

use crate::catalog::Catalog;
use crate::front_matter::Date;
use crate::locale::Locale;

use super::description::shortened;
use super::listed::Listed;

/// Announcements at the most: those that end last. Which of them are of today, only the browser knows.
const MOST: usize = 12;

/// Characters of a description at the most.
const DESCRIPTION: usize = 160;

/// An article that every page leads to for some days.
#[derive(Debug)]
pub(crate) struct Announced {
    pub(crate) entry: Listed,
    pub(crate) description: Option<String>,
    pub(crate) from: Option<Day>,
    pub(crate) until: Day,
}

/// A date for machines, and in the words of the locale.
#[derive(Debug)]
pub(crate) struct Day {
    pub(crate) iso: String,
    pub(crate) text: String,
}

/// What is announced in the locale, in the order of their last days.
pub(super) fn announced(catalog: &Catalog, locale: &Locale, listed: &[Listed]) -> Vec<Announced> {
    let mut found: Vec<_> = listed
        .iter()
        .filter(|entry| !entry.is_index)
        .filter_map(|entry| Some((entry.settings(catalog).announce_until.as_ref()?.value, entry)))
        .collect();
    found.sort_by(|(until, one), (other_until, other)| {
        until.cmp(other_until).then(one.identity.cmp(&other.identity))
    });
    let day = |date: Date| Day { iso: date.iso(), text: locale.long_date(date.year, date.month, date.day) };
    let announced = |(until, entry): (Date, &Listed)| Announced {
        entry: *entry,
        description: described(catalog, entry),
        from: entry.settings(catalog).announce_from.as_ref().map(|from| day(from.value)),
        until: day(until),
    };
    let past = found.len().saturating_sub(MOST);
    found.into_iter().skip(past).map(announced).collect()
}

/// What the article says of itself, cut to a length: every page bears it.
fn described(catalog: &Catalog, entry: &Listed) -> Option<String> {
    let written = catalog.articles[entry.article].file.front_matter.description.as_ref()?.value.trim();
    (!written.is_empty()).then(|| shortened(written, DESCRIPTION, &[',', ';', ':', ' ']))
}
