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

#[cfg(test)]
mod tests {
    use super::can_hold;

    #[test]
    fn what_html_forbids() {
        assert!("a\t\n \u{a0}\u{ad}\u{200b}\u{2028}\u{feff}\u{fffd}\u{fdcf}\u{fdf0}😀".chars().all(can_hold));
        let forbidden =
            "\0\u{8}\u{b}\u{c}\r\u{1f}\u{7f}\u{80}\u{9f}\u{fdd0}\u{fdef}\u{fffe}\u{ffff}\u{1ffff}\u{10fffe}";
        assert!(!forbidden.chars().any(can_hold));
    }
}
