//! Texts as values of YAML, so that every reader takes them for exactly that text. Reads no file.

use std::fmt::Write;

/// A text in double quotes, as YAML and TOML both read it.
pub fn double_quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // Writing to a String cannot fail.
            letter if letter.is_control() => drop(write!(out, "\\u{:04X}", u32::from(letter))),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// Whether readers of YAML take a text without quotes for something else: a number, a date, a yes or a no, nothing.
pub(super) fn is_other_value(text: &str) -> bool {
    const WORDS: [&str; 14] =
        ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "", "=", "<<", ".nan"];
    let lower = text.to_ascii_lowercase();
    let is_number = text.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first))
        && lower.chars().all(|letter| letter.is_ascii_hexdigit() || "xotz_:.,+- inf".contains(letter));
    is_number || WORDS.contains(&&*lower)
}

/// Whether a text stands for itself in YAML without quotes, wherever a value may stand.
pub fn is_plain_value(text: &str) -> bool {
    let is_start = |first: char| first.is_alphanumeric() || "(/.$€£+".contains(first);
    text.starts_with(is_start)
        && text.trim() == text
        && !is_other_value(text)
        && !text.contains([',', '[', ']', '{', '}', '#', '\n', '\t', '\r', '\u{85}', '\u{2028}', '\u{2029}'])
        && !text.contains(": ")
        && !text.ends_with(':')
        && !text.chars().any(|letter| letter.is_control() || letter == '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_without_quotes() {
        for text in [
            "yes",
            "No",
            "=",
            "2026-11-30",
            "1_000",
            "0x1F",
            "12:30",
            "~",
            "null",
            "1.5",
            ".inf",
            "-3",
            "+1e5",
            "",
            "2001-12-14 21:59:43.10 -5",
        ] {
            assert!(is_other_value(text) && !is_plain_value(text), "{text}");
        }
        for text in ["3 Wege", "Rechnung", "返金", "Yes, please", "no way", "e-mail", "Ein 2"] {
            assert!(!is_other_value(text), "{text}");
        }
        for text in ["a: b", "a #b", "a:", "- a", "? a", "[a]", "@a", "'a", "a, b", " a", "*a", "!a", "%a"] {
            assert!(!is_plain_value(text), "{text}");
        }
        assert!(!is_plain_value("Q&A: how-to/2") && is_plain_value("Q&A how-to/2"));
    }
}
