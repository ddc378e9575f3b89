//! Puts right the plural forms that Fluent would choose wrongly.

use icu::plurals::PluralCategory;
use intl_pluralrules::{PluralCategory as Category, PluralRuleType};
use unic_langid::LanguageIdentifier;

use crate::locale::Locale;

/// Whole numbers that show every form of a language.
const SAMPLE: i64 = 100;

/// The rules of ICU, and those of Fluent's crate, which takes 22 in Lithuanian, 103 in Arabic and 111 in Latvian for
/// `other`.
pub(super) struct PluralForms(Option<(icu::plurals::PluralRules, intl_pluralrules::PluralRules)>);

impl PluralForms {
    pub(super) fn new(locale: &Locale) -> Self {
        let id: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
        let known = [
            LanguageIdentifier::from_parts(id.language, None, id.region, &[]),
            LanguageIdentifier::from_parts(id.language, None, None, &[]),
        ];
        let mut fluent = known
            .into_iter()
            .filter_map(|id| intl_pluralrules::PluralRules::create(id, PluralRuleType::CARDINAL).ok());
        Self(locale.plural_rules().zip(fluent.next()))
    }

    /// The count itself where Fluent chooses its form rightly, else the smallest number for which it chooses that
    /// form.
    pub(super) fn stand_in(&self, count: i64) -> i64 {
        let Some((icu, fluent)) = &self.0 else { return count };
        let right = category(icu.category_for(count));
        let chosen = |count: i64| fluent.select(count).as_ref() == Ok(&right);
        if chosen(count) { count } else { (0..SAMPLE).find(|count| chosen(*count)).unwrap_or(count) }
    }

    /// The CLDR names of the forms that a message needs: `one`, `two`, `few`, `other` in Slovenian.
    ///
    /// Forms of fractions (`many` in Czech), of round millions (`many` in French) and those that Fluent does not
    /// know yet (`one` in Vietnamese) are never chosen, and left out.
    pub(super) fn names(&self) -> Vec<&'static str> {
        let Some((icu, fluent)) = &self.0 else { return vec!["other"] };
        let can_choose =
            |right: &Category| (0..SAMPLE).any(|count| fluent.select(count).as_ref() == Ok(right));
        let forms = icu.categories().map(category);
        forms.filter(|form| *form == Category::OTHER || can_choose(form)).map(name).collect()
    }
}

/// The forms that a message needs in a language, each with the whole numbers below a hundred that it is for.
pub(crate) fn numbers_of_forms(locale: &Locale) -> Vec<(&'static str, Vec<i64>)> {
    let forms = PluralForms::new(locale);
    let of_form = |form: &'static str| {
        let is_it = |count: &i64| match &forms.0 {
            Some((icu, _)) => name(category(icu.category_for(*count))) == form,
            None => true,
        };
        (form, (0..SAMPLE).filter(is_it).collect())
    };
    forms.names().into_iter().map(of_form).collect()
}

fn name(category: Category) -> &'static str {
    match category {
        Category::ZERO => "zero",
        Category::ONE => "one",
        Category::TWO => "two",
        Category::FEW => "few",
        Category::MANY => "many",
        Category::OTHER => "other",
    }
}

fn category(category: PluralCategory) -> Category {
    match category {
        PluralCategory::Zero => Category::ZERO,
        PluralCategory::One => Category::ONE,
        PluralCategory::Two => Category::TWO,
        PluralCategory::Few => Category::FEW,
        PluralCategory::Many => Category::MANY,
        PluralCategory::Other => Category::OTHER,
    }
}
