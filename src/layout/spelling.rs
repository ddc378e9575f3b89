//! Which of several spellings of one locale, `pt-BR` and `pt_BR`, the other locales of a site look like. Looks at tags only.

use std::collections::{BTreeMap, BTreeSet};

use crate::locale::Locale;

/// The spellings of each locale of a folder.
#[derive(Debug, Default)]
pub(super) struct Spellings<'a> {
    of_locales: BTreeMap<&'a Locale, BTreeSet<&'a str>>,
}

impl<'a> Spellings<'a> {
    pub(super) fn add(&mut self, locale: &'a Locale, written: &'a str) {
        self.of_locales.entry(locale).or_default().insert(written);
    }

    /// The spellings that are not the one of their locale, each with that one: the one that those of most locales look like,
    /// else the canonical one, else the first.
    pub(super) fn second(&self) -> BTreeMap<&'a str, &'a str> {
        let mut styles: BTreeMap<Style, usize> = BTreeMap::new();
        for written in self.of_locales.values().flatten() {
            *styles.entry(Style::of(written)).or_default() += 1;
        }
        let alike = |written: &str| -> usize {
            let style = Style::of(written);
            styles.iter().filter(|(other, _)| style.fits(other)).map(|(_, count)| count).sum()
        };
        let mut second = BTreeMap::new();
        for (locale, spellings) in self.of_locales.iter().filter(|(_, spellings)| spellings.len() > 1) {
            let weight =
                |written: &&str| (alike(written), *written == locale.tag(), *written == locale.slug());
            // The first of equal ones.
            let Some(first) = spellings.iter().rev().max_by_key(|written| weight(written)) else { continue };
            second.extend(spellings.iter().filter(|other| *other != first).map(|other| (*other, *first)));
        }
        second
    }
}

/// How a tag is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Style {
    separator: Option<char>,
    language: Case,
    region: Option<Case>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Case {
    Lower,
    Upper,
    Mixed,
}

impl Style {
    fn of(written: &str) -> Self {
        let separator = written.chars().find(|character| matches!(character, '-' | '_'));
        let mut parts = written.split(['-', '_']);
        let language = Case::of(parts.next().unwrap_or_default());
        let region = parts.next_back().filter(|last| last.len() == 2).map(Case::of);
        Self { separator, language, region }
    }

    /// Whether both may be of one hand: what only one of them shows does not count.
    fn fits(&self, other: &Self) -> bool {
        fn agree<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.zip(other).is_none_or(|(one, other)| one == other)
        }
        self.language == other.language
            && agree(self.separator, other.separator)
            && agree(self.region, other.region)
    }
}

impl Case {
    fn of(part: &str) -> Self {
        match () {
            () if part.chars().all(|character| character.is_ascii_lowercase()) => Self::Lower,
            () if part.chars().all(|character| character.is_ascii_uppercase()) => Self::Upper,
            () => Self::Mixed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The spellings that are second, of tags that stand beside each other.
    fn second(tags: &str) -> String {
        let locales: Vec<(&str, Locale)> =
            tags.split(' ').filter_map(|tag| Some((tag, Locale::named(tag)?))).collect();
        let mut spellings = Spellings::default();
        locales.iter().for_each(|(tag, locale)| spellings.add(locale, tag));
        let second = spellings.second().into_iter().map(|(other, first)| format!("{other} to {first}"));
        second.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn the_spelling_of_the_others_is_the_first() {
        assert_eq!(second("en EN fr de"), "EN to en");
        assert_eq!(second("en EN FR DE"), "en to EN");
        assert_eq!(second("en En"), "En to en");
        assert_eq!(second("en pt-BR pt_BR zh-CN"), "pt_BR to pt-BR");
        assert_eq!(second("en pt-BR pt_BR zh_CN"), "pt-BR to pt_BR");
        assert_eq!(second("pt-BR pt_BR"), "pt_BR to pt-BR");
        assert_eq!(second("pt-BR pt-br zh-cn zh-Hant"), "pt-BR to pt-br");
        assert_eq!(second("en iw he"), "iw to he");
        assert_eq!(second("en iw pt pt-BR"), "");
    }
}
