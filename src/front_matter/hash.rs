//! The source hashes that stand for a text. Knows no article.

use sha1::{Digest, Sha1};

/// The source hashes that stand for a text, 40 lower-case hexadecimal digits each. The first is the one to write:
/// without BOM and with CRLF at every line end, as Open Publishing hands files to translators. The same with LF, and the
/// text as stored, are understood too.
pub fn source_hashes(text: &str) -> [String; 3] {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let with_lf = bare.replace("\r\n", "\n");
    let with_crlf = with_lf.replace('\n', "\r\n");
    [with_crlf.as_str(), &with_lf, text].map(|text| {
        let digest = Sha1::digest(text.as_bytes());
        digest.iter().fold(String::with_capacity(40), |mut hex, byte| {
            for digit in [byte >> 4, byte & 15] {
                hex.extend(char::from_digit(u32::from(digit), 16));
            }
            hex
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_text_with_crlf() {
        // `printf 'a\r\nb\r\n' | shasum` and `printf 'a\nb\n' | shasum`.
        let [crlf, lf, stored] = source_hashes("\u{feff}a\nb\r\n");
        assert_eq!(crlf, "72dd82ee6968b55d1833597e2d6e1638a100c2ea");
        assert_eq!(lf, "05dec960e24d918b8a73a1c53bcbbaac2ee5c2e0");
        assert_eq!(source_hashes("a\nb\n")[..2], [crlf, lf]);
        assert_ne!(stored, source_hashes("a\nb\r\n")[2], "the stored form has the BOM");
    }
}
