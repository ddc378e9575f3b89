//! Columns for people and rows for spreadsheets. Knows nothing of what stands in them.

use unicode_width::UnicodeWidthStr;

use super::colour::Colour;
use super::visible::line;
use crate::translation::Behind;

/// What a cell looks like on a terminal with colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Paint {
    #[default]
    Plain,
    Bold,
    Dim,
    Green,
    Yellow,
    Red,
}

/// Which side of its column a cell stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// A cell: pieces of text, each in its paint.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pieces: Vec<(String, Paint)>,
    side: Side,
}

impl Cell {
    pub(super) fn new(text: impl Into<String>, paint: Paint, side: Side) -> Self {
        Self { pieces: vec![(text.into(), paint)], side }
    }

    pub(super) fn then(mut self, text: impl Into<String>, paint: Paint) -> Self {
        self.pieces.push((text.into(), paint));
        self
    }

    /// Columns of a terminal.
    fn width(&self) -> usize {
        self.pieces.iter().map(|(text, _)| text.width()).sum()
    }
}

/// The text in the paint, if there are colours.
pub(super) fn painted(text: &str, paint: Paint, colour: Colour) -> String {
    let code = match paint {
        Paint::Plain => return text.to_owned(),
        Paint::Bold => "1",
        Paint::Dim => "2",
        Paint::Green => "32",
        Paint::Yellow => "33",
        Paint::Red => "31",
    };
    match colour {
        Colour::Plain => text.to_owned(),
        Colour::Coloured => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
    }
}

/// Rows with columns as wide as their widest cell, two spaces apart, without white space at the ends of lines. The last
/// cell of a row that ends early runs on over the columns that it lacks.
pub(super) fn columns(rows: &[Vec<Cell>], colour: Colour) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let counted = rows.iter().filter(|row| row.len() == count || column + 1 < row.len());
        counted.filter_map(|row| row.get(column)).map(Cell::width).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        // Spaces are written when something follows them.
        let mut spaces = 0;
        for (cell, width) in row.iter().zip(&widths) {
            let room = width - cell.width().min(*width);
            let (before, after) = if cell.side == Side::Right { (room, 0) } else { (0, room) };
            spaces += before;
            for (text, paint) in cell.pieces.iter().filter(|(text, _)| !text.is_empty()) {
                line.extend(std::iter::repeat_n(' ', std::mem::take(&mut spaces)));
                line += &painted(text, *paint, colour);
            }
            spaces += after + 2;
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}

/// A text of another direction cannot disturb the order of what follows it.
pub(super) fn isolated(text: &str, direction: crate::locale::Direction) -> String {
    match direction {
        crate::locale::Direction::LeftToRight => text.to_owned(),
        crate::locale::Direction::RightToLeft => format!("\u{2067}{text}\u{2069}"),
    }
}

/// A row as RFC 4180 has it: CRLF at the end, quotes where they are needed. Titles and paths are what anybody wrote: one that a
/// spreadsheet would take for a formula gets an apostrophe, which makes it text. Scripts read JSON.
pub(super) fn csv_row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cell = |text: &str| {
        let mut text = line(text).into_owned();
        if text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
            text.insert(0, '\'');
        }
        if text.contains([',', '"']) || text.trim() != text {
            text = format!("\"{}\"", text.replace('"', "\"\""));
        }
        text
    };
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    format!("{}\r\n", cells.join(","))
}

/// Commits and days as cells, empty where they are not known.
pub(super) fn behind(behind: Option<Behind>) -> [String; 2] {
    behind.map_or_else(Default::default, |behind| [behind.commits.to_string(), behind.days.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_take_two_columns() {
        let row = |name: &str, number: &str| {
            vec![Cell::new(name, Paint::Dim, Side::Left), Cell::new(number, Paint::Bold, Side::Right)]
        };
        let rows = [row("日本語", "1"), row("français", "22"), row("e\u{301}", "")];
        assert_eq!(columns(&rows, Colour::Plain), "日本語     1\nfrançais  22\ne\u{301}\n");
        let coloured = columns(&rows, Colour::Coloured);
        assert!(coloured.starts_with("\u{1b}[2m日本語\u{1b}[0m     \u{1b}[1m1\u{1b}[0m\n"), "{coloured:?}");
    }

    #[test]
    fn spreadsheets_get_quotes_where_they_need_them() {
        assert_eq!(
            csv_row(["a", "", "b c", "d,e", "\"f\"", " i"]),
            "a,,b c,\"d,e\",\"\"\"f\"\"\",\" i\"\r\n"
        );
    }

    #[test]
    fn spreadsheets_get_no_formulas() {
        assert_eq!(
            csv_row(["=1+1", "+1", "-40 °C", "@a", "＝cmd|' /C calc'!A0", "a=b", "\n=1", "a\u{1b}"]),
            "'=1+1,'+1,'-40 °C,'@a,'＝cmd|' /C calc'!A0,a=b,␊=1,a␛\r\n"
        );
    }
}
