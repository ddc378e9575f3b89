//! Strings of PO between quotation marks. Knows nothing of what they say.

/// Writes a text between quotation marks.
pub(super) fn write(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// Adds what a line says from its quotation mark on, or says at which byte of it what is wrong.
pub(super) fn read(line: &str, out: &mut String) -> Result<(), (usize, &'static str)> {
    let mut characters = line.char_indices();
    if characters.next().is_none_or(|(_, first)| first != '"') {
        return Err((0, "`\"` is missing here: put the text between quotation marks"));
    }
    while let Some((at, character)) = characters.next() {
        match character {
            '"' if line[at + 1..].trim().is_empty() => return Ok(()),
            '"' => return Err((at + 1, "something after the closing `\"`: write `\\\"` within a text")),
            '\\' => {
                let escaped = match characters.next() {
                    Some((_, 'n')) => '\n',
                    Some((_, 't')) => '\t',
                    Some((_, 'r')) => '\r',
                    Some((_, 'a')) => '\u{7}',
                    Some((_, 'b')) => '\u{8}',
                    Some((_, 'f')) => '\u{c}',
                    Some((_, 'v')) => '\u{b}',
                    Some((_, same @ ('"' | '\\' | '\''))) => same,
                    _ => return Err((at, "an escape that is none of PO: write `\\\\` for a backslash")),
                };
                out.push(escaped);
            }
            _ => out.push(character),
        }
    }
    Err((line.len(), "the closing `\"` is missing: put it at the end of the line"))
}
