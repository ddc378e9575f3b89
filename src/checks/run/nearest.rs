//! The nearest of some names to one that is none of them: for help texts.

/// Edits at the most between what was written and what is offered.
const MAX_DISTANCE: usize = 3;

/// Longer names are not compared: nobody writes such by a slip.
const MAX_LETTERS: usize = 200;

/// The candidate that `written` may have meant, letter case ignored; the first of equally near ones.
pub(in crate::checks) fn nearest<'n>(
    written: &str,
    candidates: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    let wanted = written.to_lowercase();
    let letters = wanted.chars().count();
    if letters > MAX_LETTERS {
        return None;
    }
    let allowed = MAX_DISTANCE.min(letters / 3);
    let distance = |candidate: &'n str| {
        if candidate.chars().count().abs_diff(letters) > allowed {
            return None;
        }
        let edits = strsim::osa_distance(&wanted, &candidate.to_lowercase());
        (edits <= allowed).then_some((edits, candidate))
    };
    candidates
        .into_iter()
        .filter_map(distance)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
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
