//! Carries addresses that have changed in the source over into a translation. Changes no word.

use std::collections::BTreeMap;

use super::unit::Address;

/// The texts that stand in the place of these addresses of a translation; none where it is not certain which is which.
/// `old` and `new` are those of one block of the source, one by one.
pub(super) fn carried(old: &[Address], new: &[Address], translation: &[Address]) -> Option<Vec<String>> {
    if old.len() != new.len() {
        return None;
    }
    let same =
        |address: &Address, other: &Address| localised(&address.text, &other.text, &address.text).is_some();
    let is_in_order =
        old.len() == translation.len() && old.iter().zip(translation).all(|(old, own)| same(old, own));
    if is_in_order {
        let each = old.iter().zip(new).zip(translation);
        return each.map(|((old, new), own)| localised(&old.text, &own.text, &new.text)).collect();
    }
    let mut becomes: BTreeMap<&str, &str> = BTreeMap::new();
    for (old, new) in old.iter().zip(new) {
        if *becomes.entry(&old.text).or_insert(&new.text) != new.text {
            return None;
        }
    }
    let changes = || becomes.iter().filter(|(old, new)| old != new);
    let counterpart = |own: &Address| {
        let mut found = changes().filter_map(|(old, new)| localised(old, &own.text, new));
        found.next().filter(|_| found.next().is_none())
    };
    let is_there = |(old, new): (&&str, &&str)| {
        translation.iter().any(|own| localised(old, &own.text, new).is_some() || own.text == **new)
    };
    if !changes().all(is_there) {
        return None;
    }
    Some(translation.iter().map(|own| counterpart(own).unwrap_or_else(|| own.text.clone())).collect())
}

/// What `new` is in a translation that has `own` for `old`: the same, or with the translation's locale for the source's. None
/// where `own` is another address than `old`.
fn localised(old: &str, own: &str, new: &str) -> Option<String> {
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

/// Whether a step of a path may be a locale: `fr`, `pt-br`.
fn is_tag(step: &str) -> bool {
    let (language, region) = step.split_once('-').unwrap_or((step, "xx"));
    let is_of = |text: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    is_of(language, 2..=3) && region.split('-').all(|part| is_of(part, 2..=4))
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
        assert_eq!(line(&["a.md", "a.md"], &["b.md", "c.md"], &["a.md", "a.md"]), "b.md c.md");
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
        // Someone was there before.
        assert_eq!(line(&["a.md"], &["b.md"], &["b.md"]), "b.md");
    }
}
