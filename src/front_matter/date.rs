//! Dates as front matter writes them. Knows no keys and reports nothing.

use std::fmt;

/// A calendar date, valid in the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    pub year: i32,
    pub month: u8,
    pub day: u8,
}

/// The order a date was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateForm {
    /// `2024-05-31`, perhaps with a time behind it.
    Iso,
    /// `05/31/2024`, perhaps with a time behind it.
    MonthFirst,
    /// `31/05/2024`: no month is over 12.
    DayFirst,
}

impl Date {
    /// Reads ISO 8601 and `MM/DD/YYYY`; a month over 12 is read as `DD/MM/YYYY`. A time behind it is dropped.
    /// None for anything else and for days no calendar has.
    pub fn parse(text: &str) -> Option<(Self, DateForm)> {
        let text = text.trim();
        if let Some((first, rest)) = text.split_once('/') {
            let (second, year) = rest.split_once('/')?;
            let (year, time) = year.split_at_checked(year.find(is_time_start).unwrap_or(year.len()))?;
            if !(time.is_empty() || is_time(time.get(1..)?)) {
                return None;
            }
            let (first, second, year) = (short(first)?, short(second)?, full_year(year)?);
            return match (Self::new(year, first, second), Self::new(year, second, first)) {
                (Some(date), _) => Some((date, DateForm::MonthFirst)),
                (None, Some(date)) if first > 12 => Some((date, DateForm::DayFirst)),
                _ => None,
            };
        }
        let end = text.find(is_time_start).unwrap_or(text.len());
        let (date, time) = text.split_at_checked(end)?;
        let (year, rest) = date.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let date = Self::new(full_year(year)?, short(month)?, short(day)?)?;
        (time.is_empty() || is_time(time.get(1..)?)).then_some((date, DateForm::Iso))
    }

    /// A date of years 1 to 9999, if the calendar has it.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// The day of a moment in seconds since 1970-01-01, in UTC. None beyond the year 9999.
    pub fn of_unix_seconds(seconds: u64) -> Option<Self> {
        // Days are counted from 1 March of the year 0, so that a leap day is the last of its year.
        let days = i64::try_from(seconds / 86_400).ok()? + 719_468;
        let (era, of_era) = (days / 146_097, days % 146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = era * 400 + year_of_era + i64::from(month < 3);
        Self::new(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// `YYYY-MM-DD`.
    pub fn iso(self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Date {
    /// `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// One or two digits.
fn short(text: &str) -> Option<u8> {
    let digits = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// Four digits.
fn full_year(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// What stands between a date and its time.
fn is_time_start(character: char) -> bool {
    matches!(character, 'T' | 't' | ' ')
}

/// `10:00`, with seconds, fractions, half of the day and a zone or without.
fn is_time(text: &str) -> bool {
    let time = text.trim_start();
    let half = time.len().checked_sub(2).and_then(|at| time.split_at_checked(at));
    let half = half.filter(|(_, half)| half.eq_ignore_ascii_case("am") || half.eq_ignore_ascii_case("pm"));
    let time = half.map_or(time, |(time, _)| time);
    let minutes = match time.as_bytes() {
        [b'0'..=b'2', b'0'..=b'9', rest @ ..] | [b'0'..=b'9', rest @ ..] => rest,
        _ => return false,
    };
    let starts_well = matches!(minutes, [b':', b'0'..=b'5', b'0'..=b'9', ..]);
    starts_well && time.bytes().all(|byte| byte.is_ascii_digit() || b":.,+-Zz ".contains(&byte))
}
