//! What is the custom of a project. A project that does without a thing is not asked for it.

/// Articles from which on there is a custom.
const ENOUGH: usize = 10;

/// Whether nine of ten do it.
pub(crate) fn is_custom(with: usize, all: usize) -> bool {
    all >= ENOUGH && with * 10 >= all * 9
}

#[cfg(test)]
mod tests {
    use super::is_custom;

    #[test]
    fn nine_of_ten() {
        assert!(is_custom(9, 10) && is_custom(1100, 1200));
        assert!(!is_custom(9, 9) && !is_custom(8, 10) && !is_custom(0, 0));
    }
}
