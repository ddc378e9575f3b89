//! Dates and numbers as readers of a locale write them.

use icu::calendar::Iso;
use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::YMD;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::locale::extensions::unicode::{key, value};
use icu::plurals::{PluralCategory, PluralRules};
use writeable::Writeable;

use super::Locale;
use crate::front_matter::Date;

impl Locale {
    /// `8. marts 2021`: the long form, in the Gregorian calendar unless the tag asks for another (`-u-ca-`). ISO
    /// 8601 where the date is none.
    pub fn long_date(&self, date: Date) -> String {
        let format = self
            .0
            .date_format
            .get_or_init(|| DateTimeFormatter::try_new((&self.0.dates).into(), YMD::long()).ok());
        match (format, icu::calendar::Date::<Iso>::try_new_iso(date.year, date.month, date.day)) {
            (Some(format), Ok(day)) => format.format(&day).write_to_string().into_owned(),
            _ => format!("{:04}-{:02}-{:02}", date.year, date.month, date.day),
        }
    }

    /// A count with the digits and the grouping of the locale: `1.234`, `۱٬۲۳۴`.
    pub fn number(&self, count: usize) -> String {
        let format = self
            .0
            .number_format
            .get_or_init(|| DecimalFormatter::try_new((&self.0.id).into(), Default::default()).ok());
        match format {
            Some(format) => format.format(&Decimal::from(count)).write_to_string().into_owned(),
            None => count.to_string(),
        }
    }

    /// The CLDR names of the forms that counted things take: `one`, `two`, `few`, `other` in Slovenian. Empty for a
    /// language ICU has no rules for.
    pub fn plural_categories(&self) -> Vec<&'static str> {
        let Ok(rules) = PluralRules::try_new_cardinal((&self.0.id).into()) else { return Vec::new() };
        rules.categories().map(category_name).collect()
    }
}

fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The calendar is Gregorian unless asked for otherwise, also where CLDR prefers another (Thai, Persian): articles
/// speak of products, and their dates are Gregorian everywhere.
pub(super) fn locale_of_dates(mut locale: icu::locale::Locale) -> icu::locale::Locale {
    let keywords = &mut locale.extensions.unicode.keywords;
    if keywords.get(&key!("ca")).is_none() {
        keywords.set(key!("ca"), value!("gregory"));
    }
    locale
}
