//! Locales as data: tags, fallback chains, direction, names, collation, dates, all from ICU4X. No table of
//! languages is kept here, no locale is special, and nothing is read from disk.

mod collation;
mod fallback;
mod format;
mod names;
#[cfg(test)]
mod tests;

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::sync::{Arc, OnceLock};

use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::YMD;
use icu::decimal::DecimalFormatter;
use icu::locale::extensions::unicode::{key, value};
use icu::locale::{LanguageIdentifier, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander};
use serde::{Serialize, Serializer};

pub use collation::Collation;

/// A locale: a canonical BCP 47 tag and what follows from it.
///
/// Cheap to clone. Equal and ordered by tag alone: a calendar asked for by `-u-ca-` changes how dates look, not
/// which locale it is.
#[derive(Clone)]
pub struct Locale(Arc<LocaleData>);

/// What is known of a locale. The costly parts are made when first needed, then shared by all clones.
struct LocaleData {
    tag: Box<str>,
    slug: Box<str>,
    id: LanguageIdentifier,
    /// `id` with its likely script and region: two tags with equal ones mean the same content.
    likely: LanguageIdentifier,
    direction: Direction,
    /// `id` with the calendar and digits that dates are written in.
    dates: icu::locale::Locale,
    own_name: OnceLock<String>,
    date_format: OnceLock<Option<DateTimeFormatter<YMD>>>,
    number_format: OnceLock<Option<DecimalFormatter>>,
}

/// Bytes of the longest tag that is read: folders are called after it. None that people use has 40.
const MAX_TAG: usize = 100;

/// Which way the script of a locale runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// The value of the `dir` attribute: `ltr` or `rtl`.
    pub fn name(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// A written tag that is not a locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocaleError {
    /// As written, cut after 40 characters.
    pub written: String,
}

impl fmt::Display for LocaleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not a language tag\nhelp: write a tag such as `fr`, `he-IL` or `sr-Latn-RS`",
            self.written
        )
    }
}

impl std::error::Error for LocaleError {}

impl Locale {
    /// Reads a tag in any of the ways people write it (`HE_il`, `fr-fr`, `iw`, `sr-latn-rs`) and makes it canonical
    /// by the rules of UTS #35.
    ///
    /// `-u-` extensions count for dates only; any other extension is dropped.
    pub fn parse(written: &str) -> Result<Self, LocaleError> {
        Self::read(written).ok_or_else(|| LocaleError { written: written.chars().take(40).collect() })
    }

    /// Whether [`Locale::parse`] gives a locale, without making one.
    pub fn is_tag(written: &str) -> bool {
        tag(written).is_some()
    }

    fn read(written: &str) -> Option<Self> {
        let mut locale = tag(written)?;
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        Some(Self::from_canonical(locale))
    }

    fn from_canonical(locale: icu::locale::Locale) -> Self {
        let id = locale.id.clone();
        let tag: Box<str> = id.to_string().into();
        let mut likely = id.clone();
        LocaleExpander::new_extended().maximize(&mut likely);
        let direction = match LocaleDirectionality::new_extended().get(&likely) {
            Some(icu::locale::Direction::RightToLeft) => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        };
        Self(Arc::new(LocaleData {
            slug: tag.to_ascii_lowercase().into(),
            tag,
            id,
            likely,
            direction,
            dates: with_calendar(locale),
            own_name: OnceLock::new(),
            date_format: OnceLock::new(),
            number_format: OnceLock::new(),
        }))
    }

    /// The locale of articles that nothing says the language of, `en-US`.
    pub fn last_resort() -> Option<Self> {
        Self::read("en-US")
    }

    /// The canonical tag, `he-IL`.
    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    /// The tag as it stands in URLs, `he-il`.
    pub fn slug(&self) -> &str {
        &self.0.slug
    }

    /// The language alone, `he`.
    pub fn language(&self) -> &str {
        self.0.id.language.as_str()
    }

    /// The script it is written in, in the tag or by likelihood: `Hebr`. None for a language ICU does not know.
    pub fn script(&self) -> Option<&str> {
        self.0.likely.script.as_ref().map(|script| script.as_str())
    }

    /// The region, in the tag or by likelihood: `IL`. None for a language ICU does not know.
    pub fn region(&self) -> Option<&str> {
        self.0.likely.region.as_ref().map(|region| region.as_str())
    }

    /// Left to right where the script is not known.
    pub fn direction(&self) -> Direction {
        self.0.direction
    }

    /// Whether both tags mean the same content, likely script and region added: `pt` and `pt-BR`, `zh-Hant` and
    /// `zh-TW`.
    pub fn same_content(&self, other: &Self) -> bool {
        self.0.likely == other.0.likely
    }
}

/// The tag that is written, not canonical yet.
fn tag(written: &str) -> Option<icu::locale::Locale> {
    if written.len() > MAX_TAG {
        return None;
    }
    let locale: icu::locale::Locale = written.trim().replace('_', "-").parse().ok()?;
    // BCP 47 keeps languages of five to eight letters for registration, and none has ever been registered:
    // such a word is the name of something else (`media`, `assets`).
    (!locale.id.language.is_unknown() && locale.id.language.as_str().len() <= 3).then_some(locale)
}

/// The calendar is Gregorian unless asked for otherwise, also where CLDR prefers another (Thai, Persian): articles
/// speak of products, and their dates are Gregorian everywhere.
fn with_calendar(mut locale: icu::locale::Locale) -> icu::locale::Locale {
    let keywords = &mut locale.extensions.unicode.keywords;
    if keywords.get(&key!("ca")).is_none() {
        keywords.set(key!("ca"), value!("gregory"));
    }
    locale
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.tag() == other.tag()
    }
}

impl Eq for Locale {}

impl PartialOrd for Locale {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Locale {
    fn cmp(&self, other: &Self) -> Ordering {
        self.tag().cmp(other.tag())
    }
}

/// Maps keyed by locale can be read by tag.
impl Borrow<str> for Locale {
    fn borrow(&self) -> &str {
        self.tag()
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Locale({})", self.tag())
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl Serialize for Locale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}
