//! Which characters HTML can hold. Escapes nothing: how text is written depends on where it stands.

/// Whether the character may stand in a page. Control characters and noncharacters may not, not even as references; a page
/// shows [`char::REPLACEMENT_CHARACTER`] in their place.
pub(crate) fn can_hold(character: char) -> bool {
    let is_noncharacter = |code: u32| (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe;
    match character {
        '\t' | '\n' => true,
        _ => !character.is_control() && !is_noncharacter(u32::from(character)),
    }
}

/// Whether all of a text may stand in a page.
pub(crate) fn can_hold_all(text: &str) -> bool {
    // Most texts have not even a byte that such a character could begin with. Sixteen at once are looked at without a branch.
    let (chunks, rest) = text.as_bytes().as_chunks::<16>();
    let is_plain = |bytes: &[u8]| !bytes.iter().fold(false, |found, byte| found | may_begin_forbidden(*byte));
    (chunks.iter().all(|chunk| is_plain(chunk)) && is_plain(rest)) || text.chars().all(can_hold)
}

/// Whether a character that HTML forbids can begin with this byte of UTF-8; others can too.
fn may_begin_forbidden(byte: u8) -> bool {
    (byte < b' ') | (byte == 0x7f) | (byte == 0xc2) | (byte >= 0xef)
}

#[cfg(test)]
mod tests {
    use super::{can_hold, can_hold_all};

    #[test]
    fn what_html_forbids() {
        assert!("a\t\n \u{a0}\u{ad}\u{200b}\u{2028}\u{feff}\u{fffd}\u{fdcf}\u{fdf0}😀".chars().all(can_hold));
        let forbidden =
            "\0\u{8}\u{b}\u{c}\r\u{1f}\u{7f}\u{80}\u{9f}\u{fdd0}\u{fdef}\u{fffe}\u{ffff}\u{1ffff}\u{10fffe}";
        assert!(!forbidden.chars().any(can_hold));
        assert!(forbidden.chars().all(|letter| !can_hold_all(&format!("a\u{e9}{letter}b"))));
        assert!(can_hold_all("a\t\n \u{a0}\u{feff}\u{fffd}\u{fdf0}😀 שלום") && can_hold_all(""));
    }
}
