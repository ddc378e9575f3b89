//! The lines that a finding stands in, with its place marked, as a terminal shows them. Knows no diagnostic.
//!
//! Terminals do not agree on right-to-left text: many print it from left to right, letter by letter as stored, and others
//! turn it round. No row of carets stands right in both, so there the marked text is named behind them. It is
//! set in isolating marks, like the line itself, so that nothing round it is turned along.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::position::floor_boundary;
use super::visible::{is_hidden, picture, shapes, turns};

/// Columns of a line that are shown at the most.
const COLUMNS: usize = 120;

/// Columns of a longer line that are shown before the place.
const BEFORE: usize = 30;

/// Columns of the marked text that are repeated.
const REPEATED: usize = 40;

/// Bytes that are looked at on each side of the place. A line can be as long as a file.
const WINDOW: usize = 4096;

/// A line as it is shown, and the marks below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    /// White space, carets and perhaps the marked text.
    pub(super) marks: String,
}

/// The line in which `span` begins, with a caret under each column of it; a span that goes on in further lines is marked up
/// to the end of this one.
pub(super) fn line(text: &str, span: Range<usize>) -> Line {
    let start = floor_boundary(text, span.start);
    let end = floor_boundary(text, span.end.max(span.start));
    let first = floor_boundary(text, start.saturating_sub(WINDOW));
    let line_start = text[first..start].rfind(['\n', '\r']).map_or(first, |newline| first + newline + 1);
    let line_start = if text[line_start..].starts_with('\u{feff}') { line_start + 3 } else { line_start };
    let last = floor_boundary(text, start.max(line_start).saturating_add(WINDOW));
    let line_end = text[line_start..last].find(['\n', '\r']).map_or(last, |newline| line_start + newline);
    let start = start.clamp(line_start, line_end.max(line_start));
    let end = end.clamp(start, line_end.max(start));

    let cut = if text[..line_start].ends_with(['\n', '\r', '\u{feff}']) { 0 } else { line_start };
    let before = tail(&text[line_start..start], cut);
    let marked = &text[start..end];
    let room = COLUMNS.saturating_sub(before.columns).max(BEFORE);
    let (here, behind) = (head(marked, room), &text[end..line_end]);
    let behind = if here.is_cut { Shown::default() } else { head(behind, room.saturating_sub(here.columns)) };
    let is_reordered = is_right_to_left(&before.text) || is_right_to_left(&here.text);
    let shown = format!("{}{}{}", before.text, here.text, behind.text);
    let mut marks = " ".repeat(before.columns) + &"^".repeat(here.columns.max(1));
    if is_reordered && !here.text.is_empty() {
        marks = format!("{marks} {}", isolated(&head(marked, REPEATED).text));
    }
    Line { text: if is_right_to_left(&shown) { isolated(&shown) } else { shown }, marks }
}

/// A piece of a line as it is shown.
#[derive(Clone, Debug, Default)]
struct Shown {
    text: String,
    columns: usize,
    is_cut: bool,
}

/// The beginning of a text, with `…` where it is cut.
fn head(text: &str, room: usize) -> Shown {
    if text.len() <= room && is_plain(text) {
        return Shown { text: text.to_owned(), columns: text.len(), is_cut: false };
    }
    let mut shown = Shown::default();
    for character in text.chars() {
        let width = width(character);
        if shown.columns + width > room {
            shown.text.push('…');
            shown.columns += 1;
            shown.is_cut = true;
            break;
        }
        write(character, &mut shown.text);
        shown.columns += width;
    }
    shown
}

/// The end of a text, with `…` where it is cut: short enough that the place after it is seen. `before` is how many bytes
/// of the line were left out already.
fn tail(text: &str, before: usize) -> Shown {
    let all = if is_plain(text) { text.len() } else { text.chars().map(width).sum() };
    if before == 0 && all <= COLUMNS - BEFORE {
        return head(text, COLUMNS);
    }
    let (mut start, mut columns) = (text.len(), 0);
    for (at, character) in text.char_indices().rev() {
        if columns + width(character) > BEFORE {
            break;
        }
        columns += width(character);
        start = at;
    }
    // A mark that combines with a letter that is cut away would stand on the dots.
    let rest = text[start..].trim_start_matches(|character| width(character) == 0);
    let mut shown = head(rest, COLUMNS);
    shown.text.insert(0, '…');
    shown.columns += 1;
    shown
}

/// Whether every byte is a character that is shown as it is, in one column.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

const TAB: &str = "    ";

/// Columns that a character takes on a terminal, as [`write()`] writes it.
fn width(character: char) -> usize {
    match character {
        '\t' => TAB.len(),
        _ if turns(character) => 0,
        _ if is_hidden(character) && !shapes(character) => 1,
        _ => character.width().unwrap_or(0),
    }
}

/// Writes a character so that it does nothing to the terminal: a control character as its picture. Marks of direction must not
/// get out of our isolates; what divides or joins letters belongs to the text.
fn write(character: char, out: &mut String) {
    match character {
        '\t' => out.push_str(TAB),
        _ if turns(character) => {}
        _ if is_hidden(character) && !shapes(character) => out.push(picture(character).unwrap_or('\u{fffd}')),
        _ => out.push(character),
    }
}

/// Whether a terminal may turn some of the text round: it has letters of Hebrew, Arabic, Syriac, Thaana, N'Ko or another
/// script in Unicode's blocks for right-to-left scripts.
fn is_right_to_left(text: &str) -> bool {
    !text.is_ascii()
        && text.chars().any(|character| {
            matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        })
}

/// Left-to-right isolate, so that a line is laid out from the left as the source is.
fn isolated(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line of `text` in which the bars stand, its place being what is between them.
    fn shown(text: &str) -> String {
        let start = text.find('|').unwrap();
        let end = text.rfind('|').unwrap() - 1;
        let line = line(&text.replace('|', ""), start..end);
        format!("{}\n{}", line.text, line.marks)
    }

    #[test]
    fn carets_stand_under_their_text() {
        assert_eq!(shown("a\nsee |[x](y)| z\nb"), "see [x](y) z\n    ^^^^^^");
        assert_eq!(shown("\u{feff}|x| y\r\n"), "x y\n^");
        // Two columns a letter.
        assert_eq!(shown("設定は|開く|こと"), "設定は開くこと\n      ^^^^");
        // A letter and its accent take one column; a mark alone none.
        assert_eq!(shown("e\u{301}te\u{301} |x|"), "e\u{301}te\u{301} x\n    ^");
        assert_eq!(shown("\ta\t|x|"), "    a    x\n         ^");
        assert_eq!(shown("a |b\nc| d"), "a b\n  ^");
        assert_eq!(shown("a||b"), "ab\n ^");
        assert_eq!(shown("ab||"), "ab\n  ^");
    }

    #[test]
    fn right_to_left_text_is_named_too() {
        assert_eq!(
            shown("ראה |[חיוב](x.md)|."),
            "\u{2066}ראה [חיוב](x.md).\u{2069}\n    ^^^^^^^^^^^^ \u{2066}[חיוב](x.md)\u{2069}"
        );
        // Only what comes behind is turned round.
        assert_eq!(shown("see |x| חיוב"), "\u{2066}see x חיוב\u{2069}\n    ^");
    }

    #[test]
    fn nothing_reaches_the_terminal_unread() {
        assert_eq!(shown("\u{1b}[31m|x|\u{202e}\u{9b}y\0"), "␛[31mx\u{fffd}y␀\n     ^");
    }

    #[test]
    fn long_lines_are_cut_round_the_place() {
        let text = format!("{}|here|{}", "ab ".repeat(9000), " cd".repeat(9000));
        let line = shown(&text);
        let (text, marks) = line.split_once('\n').unwrap();
        assert!(text.chars().count() <= COLUMNS + 2, "{text}");
        assert!(text.starts_with("…") && text.ends_with('…'), "{text}");
        assert_eq!(text.chars().take_while(|&c| c != 'h').count(), marks.find('^').unwrap());
        assert!(marks.ends_with("^^^^"));
        let long = shown(&format!("x |{}|", "長".repeat(5000)));
        assert!(long.lines().all(|line| line.chars().map(width).sum::<usize>() <= COLUMNS + 3), "{long}");
    }

    proptest::proptest! {
        #[test]
        fn any_place_of_any_text_is_shown(text in "[a-z\\PCא設\u{301}\t\r\n\u{feff}]{0,60}", start in 0_usize..80, length in 0_usize..80) {
            let line = line(&text, start..start + length);
            assert!(line.marks.contains('^') && !line.text.contains('\n') && !line.marks.contains('\n'));
        }
    }
}
