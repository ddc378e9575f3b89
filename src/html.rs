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
    // Most texts have not even a byte that such a character could begin with; and every text of every page is looked through.
    let bytes = text.as_bytes();
    let (chunks, rest) = bytes.as_chunks();
    let last = || bytes.last_chunk().copied().unwrap_or_else(|| padded(rest));
    let is_suspect = chunks.iter().any(|eight| may_begin_forbidden(*eight))
        || !rest.is_empty() && may_begin_forbidden(last());
    !is_suspect || text.chars().all(can_hold)
}

fn padded(bytes: &[u8]) -> [u8; 8] {
    let mut eight = [b' '; 8];
    for (to, from) in eight.iter_mut().zip(bytes) {
        *to = *from;
    }
    eight
}

/// Whether one of these bytes of UTF-8 can begin a character that HTML forbids, as some others do: controls, DEL, and the
/// first bytes of U+0080 to U+00BF and of all from U+F000 on. All eight are computed with at once, as
/// <https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord> does.
fn may_begin_forbidden(eight: [u8; 8]) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = EACH * 0x80;
    let bytes = u64::from_le_bytes(eight);
    let below = |bytes: u64, limit: u64| bytes.wrapping_sub(EACH * limit) & !bytes;
    let is = |byte: u64| below(bytes ^ (EACH * byte), 1);
    let from_ef = ((bytes & !HIGH) + EACH * (0xff - 0xef + 1)) & bytes;
    (below(bytes, 0x20) | is(0x7f) | is(0xc2) | from_ef) & HIGH != 0
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
        for length in 0..20 {
            for at in 0..length {
                for letter in forbidden.chars().chain(['\n', ' ', '~', '\u{a0}', 'ס', 'ā', '中', '\u{e000}'])
                {
                    let text: String =
                        (0..length).map(|place| if place == at { letter } else { 'x' }).collect();
                    assert_eq!(can_hold_all(&text), can_hold(letter), "{text:?}");
                }
            }
        }
        assert!(can_hold_all("a\t\n \u{a0}\u{feff}\u{fffd}\u{fdf0}😀 שלום") && can_hold_all(""));
    }
}
