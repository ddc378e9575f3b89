//! The name that is nearest to one that does not exist: for help texts. Judges nothing.

use crate::catalog::Name;

/// Edits at the most between what was written and what is offered.
const MAX_DISTANCE: usize = 3;

/// Longer names are not compared: nobody writes such by a slip.
const MAX_LETTERS: usize = 200;

/// The candidate that `written` may have meant, letter case ignored; the first of equally near ones.
pub(crate) fn nearest<'n>(written: &str, candidates: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    // Letters are counted before the name is read: it may be as long as a file.
    if written.chars().take(MAX_LETTERS + 1).count() > MAX_LETTERS {
        return None;
    }
    let wanted = Name::new(written);
    let most = MAX_DISTANCE.min(wanted.letters() / 3);
    let near = candidates.into_iter().filter_map(|candidate| {
        let is_as_long = candidate.len() <= 4 * (MAX_LETTERS + most);
        let slips = is_as_long.then(|| Name::new(candidate)).and_then(|name| wanted.slips(&name, most))?;
        Some((slips, candidate))
    });
    near.min_by_key(|(slips, _)| *slips).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_near_and_other_words_are_not() {
        let alerts = ["NOTE", "TIP", "IMPORTANT"];
        assert_eq!(nearest("importent", alerts), Some("IMPORTANT"));
        assert_eq!(nearest("nota", alerts), Some("NOTE"));
        assert_eq!(nearest("hinweis", alerts), None);
        assert_eq!(nearest("", alerts), None);
    }
}
