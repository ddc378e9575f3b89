//! The markers of items and of quotes that a line begins with. Knows nothing of what stands behind them.

/// The bytes of them at the beginning of a text, white space behind them among them.
pub(in crate::markdown) fn markers(text: &str) -> usize {
    let mut rest = text;
    loop {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let length = match rest.as_bytes().get(digits) {
            Some(b'>') if digits == 0 => 1,
            Some(b'-' | b'*' | b'+') if digits == 0 && rest[1..].starts_with(' ') => 2,
            Some(b'.' | b')') if (1..=9).contains(&digits) && rest[digits + 1..].starts_with(' ') => {
                digits + 2
            }
            _ => return text.len() - rest.len(),
        };
        rest = rest[length..].trim_start_matches(' ');
    }
}
