//! Dates and numbers as readers of a locale write them.

use icu::calendar::Iso;
use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::YMD;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::locale::LanguageIdentifier;
use icu::plurals::PluralRules;
use writeable::Writeable;

use super::Locale;

impl Locale {
    /// `8. marts 2021`: the long form, in the Gregorian calendar unless the tag asks for another (`-u-ca-`). ISO
    /// 8601 where there is no such date.
    pub fn long_date(&self, year: i32, month: u8, day: u8) -> String {
        let format = self
            .0
            .date_format
            .get_or_init(|| DateTimeFormatter::try_new((&self.0.dates).into(), YMD::long()).ok());
        match (format, icu::calendar::Date::<Iso>::try_new_iso(year, month, day)) {
            (Some(format), Ok(date)) => format.format(&date).write_to_string().into_owned(),
            _ => format!("{year:04}-{month:02}-{day:02}"),
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

    /// How things are counted. None for a language ICU has no rules for.
    ///
    /// The rules hang on the language and the region; with the script of `sr-Latn` ICU would not find those of
    /// Serbian.
    pub fn plural_rules(&self) -> Option<PluralRules> {
        let id = LanguageIdentifier { script: None, ..self.0.id.clone() };
        PluralRules::try_new_cardinal((&id).into()).ok()
    }
}
