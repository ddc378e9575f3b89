//! Carries addresses that have changed in the source over into a translation. Changes no word.

use std::collections::{BTreeMap, BTreeSet};

use crate::locale::Locale;

use super::unit::Address;

/// The texts that stand in the place of these addresses of a translation; none where it is not certain which is which.
/// `old` and `new` are those of one block of the source, one by one.
pub(super) fn carried(old: &[Address], new: &[Address], translation: &[Address]) -> Option<Vec<String>> {
    if old.len() != new.len() {
        return None;
    }
    let mut becomes: BTreeMap<&str, &str> = BTreeMap::new();
    for (old, new) in old.iter().zip(new) {
        // Which of them is which in the translation, nothing says.
        if *becomes.entry(&old.text).or_insert(&new.text) != new.text {
            return None;
        }
    }
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut texts = Vec::with_capacity(translation.len());
    for own in translation {
        let exact = becomes.get_key_value(&*own.text).map(|(old, new)| (*old, (*new).to_owned()));
        let found = match exact {
            Some(exact) => Some(exact),
            None => {
                let pairs = becomes.iter();
                let mut found = pairs.filter_map(|(old, new)| Some((*old, localised(old, &own.text, new)?)));
                match (found.next(), found.next()) {
                    (Some(_), Some(_)) => return None,
                    (found, _) => found,
                }
            }
        };
        taken.extend(found.as_ref().map(|(old, _)| *old));
        texts.push(found.map_or_else(|| own.text.clone(), |(_, text)| text));
    }
    let is_there = |(old, new): (&&str, &&str)| {
        old == new || taken.contains(old) || translation.iter().any(|own| own.text == **new)
    };
    becomes.iter().all(is_there).then_some(texts)
}

/// What `new` is in a translation that has `own` for `old`: the same, or with the translation's locale for the source's. None
/// where `own` is another address than `old`.
pub(super) fn localised(old: &str, own: &str, new: &str) -> Option<String> {
    if old == own {
        return Some(new.to_owned());
    }
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (own.split('/').collect(), old.split('/').collect());
    if ours.len() != theirs.len() {
        return None;
    }
    let mut different = ours.iter().zip(&theirs).filter(|(our, their)| our != their);
    let (our, their) = different.next()?;
    if different.next().is_some() || !is_tag(our) || !is_tag(their) {
        return None;
    }
    let has_locale = new.split('/').filter(|step| step == their).count();
    let steps = new.split('/').map(|step| if step == *their { our } else { step });
    (has_locale == 1).then(|| steps.collect::<Vec<_>>().join("/"))
}

/// Whether a step of a path is a locale: `fr`, `pt-br`. A bare word of three letters is a folder (`api`, `faq`), though languages are
/// called so too.
fn is_tag(step: &str) -> bool {
    let language = step.split('-').next().unwrap_or("");
    language.len() == 2 && Locale::parse(step).is_ok_and(|locale| locale.region().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(texts: &[&str]) -> Vec<Address> {
        texts.iter().map(|text| Address { span: 0..0, text: (*text).to_owned() }).collect()
    }

    fn line(old: &[&str], new: &[&str], own: &[&str]) -> String {
        let found = carried(&addresses(old), &addresses(new), &addresses(own));
        found.map_or("none".to_owned(), |found| found.join(" "))
    }

    #[test]
    fn addresses_follow_the_source() {
        assert_eq!(line(&["a.md"], &["b.md"], &["a.md"]), "b.md");
        assert_eq!(line(&["a.md", "c.md"], &["b.md", "c.md"], &["c.md", "a.md"]), "c.md b.md");
        assert_eq!(line(&["a.md"], &["b.md"], &["own", "a.md"]), "own b.md");
    }

    #[test]
    fn the_locale_of_the_translation_stays() {
        assert_eq!(
            line(&["https://h/en-us/a"], &["https://h/en-us/b"], &["https://h/fr-fr/a"]),
            "https://h/fr-fr/b"
        );
        assert_eq!(line(&["https://h/en-us/a"], &["https://h/b"], &["https://h/fr-fr/a"]), "none");
    }

    #[test]
    fn what_is_not_certain_is_not_carried() {
        assert_eq!(line(&["a.md"], &["b.md"], &["z.md"]), "none");
        assert_eq!(line(&["a.md"], &["b.md"], &[]), "none");
        assert_eq!(line(&["a.md", "a.md"], &["b.md", "c.md"], &["a.md"]), "none");
        assert_eq!(line(&["a.md", "a.md"], &["b.md", "c.md"], &["a.md", "a.md"]), "none");
        assert_eq!(line(&["docs/api/x"], &["docs/api/y"], &["docs/faq/x"]), "none");
        assert_eq!(line(&["js/x"], &["js/y"], &["ui/x"]), "none");
        // The translation has them in its own order.
        assert_eq!(line(&["en/a", "de/a"], &["en/b", "de/c"], &["fr/a", "de/a"]), "none");
        // Someone was there before.
        assert_eq!(line(&["a.md"], &["b.md"], &["b.md"]), "b.md");
    }
}
