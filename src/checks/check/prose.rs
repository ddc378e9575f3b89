//! The text for readers in a file, as it is written: without code, tags, targets of links and addresses. Judges nothing.

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::BlockKind;

use super::bytes::pair_at;

/// The parts of a file that readers see and that hold more than ASCII: title and description of the front matter, and
/// pieces of the blocks that are no code.
pub(crate) fn prose_beyond_ascii(file: &File) -> Vec<Span> {
    beyond_ascii(file, |pieces| pieces.prose)
}

/// The same, and code in lines.
pub(crate) fn prose_and_code_beyond_ascii(file: &File) -> Vec<Span> {
    beyond_ascii(file, |mut pieces| {
        pieces.prose.append(&mut pieces.code);
        pieces.prose.sort_by_key(|piece| piece.start);
        pieces.prose
    })
}

fn beyond_ascii(file: &File, chosen: impl Fn(Pieces) -> Vec<Span>) -> Vec<Span> {
    if file.text.is_ascii() {
        return Vec::new();
    }
    let matter = &file.front_matter;
    let values = [&matter.title, &matter.description].into_iter().flatten().map(|value| value.span);
    let blocks = file.document.blocks.iter().filter(|block| block.kind != BlockKind::Code);
    let mut found: Vec<Span> = values.filter(|span| !span.slice(&file.text).is_ascii()).collect();
    for block in blocks {
        let written = block.span.slice(&file.text);
        if !written.is_ascii() {
            let pieces = chosen(pieces(written)).into_iter();
            let pieces = pieces.map(|piece| piece.shifted(block.span.start as usize));
            // The source text of bilingual articles is not the translation's.
            let is_source = |piece: &Span| file.document.source_text_at(piece.start as usize).is_some();
            found.extend(pieces.filter(|piece| !piece.slice(&file.text).is_ascii() && !is_source(piece)));
        }
    }
    found
}

/// What a block holds, in the order of its text: places in it.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    /// Text for readers, alternative texts among it.
    pub(crate) prose: Vec<Span>,
    /// Code in lines, with its backticks.
    pub(crate) code: Vec<Span>,
    /// Code, tags, targets of links and addresses.
    pub(crate) literal: Vec<Span>,
}

/// The pieces of a block as it is written.
pub(crate) fn pieces(written: &str) -> Pieces {
    let mut scan = Scan { written, start: 0, at: 0, unclosed: [false; TICKS], pieces: Pieces::default() };
    let bytes = written.as_bytes();
    while let Some(mark) = pair_at(bytes, scan.at, begins_literal) {
        scan.at = mark;
        match bytes[mark] {
            b'\\' => scan.at += 2,
            b'`' => scan.code(),
            b'<' => scan.tag(),
            b']' => scan.target(),
            b'{' => scan.to(scan.ahead().find('}'), 1),
            _ => scan.address(),
        }
    }
    scan.end_piece(written.len());
    scan.pieces
}

/// Whether two bytes may begin what is no prose, or escape it. What stands at the very end begins nothing.
fn begins_literal(first: u8, second: u8) -> bool {
    (first == b'\\')
        | (first == b'`')
        | (first == b'<')
        | (first == b']') & (second == b'(')
        | (first == b'{') & (second == b'#')
        | (first == b'h') & (second == b't')
        | (first == b'w') & (second == b'w')
}

/// Runs of backticks that are longer are taken for text.
const TICKS: usize = 8;

/// Bytes of a tag or a target, at the most: what is longer is no such thing, and is looked through once only.
const LONGEST: usize = 4000;

struct Scan<'w> {
    written: &'w str,
    /// Where the piece at hand starts.
    start: usize,
    at: usize,
    /// Lengths of runs of backticks of which none follows.
    unclosed: [bool; TICKS],
    pieces: Pieces,
}

impl Scan<'_> {
    fn end_piece(&mut self, end: usize) {
        if end > self.start {
            self.pieces.prose.push(Span::new(self.start, end));
        }
    }

    /// Leaves out what stands from here to `end`.
    fn leave(&mut self, end: usize) {
        self.end_piece(self.at);
        self.pieces.literal.push(Span::new(self.at, end));
        (self.start, self.at) = (end, end);
    }

    /// Leaves out what stands up to the mark of `length` bytes that was found `ahead`, if it was.
    fn to(&mut self, ahead: Option<usize>, length: usize) {
        match ahead {
            Some(ahead) => self.leave(self.at + ahead + length),
            None => self.at += 1,
        }
    }

    fn code(&mut self) {
        let bytes = self.written.as_bytes();
        let run = |from: usize| bytes[from..].iter().take_while(|&&byte| byte == b'`').count();
        let ticks = run(self.at);
        let mut next = self.at + ticks;
        if ticks < TICKS && !self.unclosed[ticks] {
            while let Some(found) = self.written[next..].find('`') {
                let length = run(next + found);
                next += found + length;
                if length == ticks {
                    self.pieces.code.push(Span::new(self.at, next));
                    return self.leave(next);
                }
            }
            self.unclosed[ticks] = true;
        }
        self.at += ticks;
    }

    fn tag(&mut self) {
        let ahead = self.ahead();
        let is_tag = ahead[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        let Some(end) = ahead.find('>').filter(|_| is_tag) else {
            self.at += 1;
            return;
        };
        let (from, tag) = (self.at, &ahead[..end]);
        let alt = ["alt=\"", "alt='"].iter().find_map(|name| {
            let start = tag.find(name)? + name.len();
            let length = tag[start..].find(&name[name.len() - 1..])?;
            Some(Span::new(from + start, from + start + length))
        });
        self.leave(from + end + 1);
        self.pieces.prose.extend(alt);
    }

    /// `](…)`, with round brackets in pairs in it.
    fn target(&mut self) {
        let mut depth = 0_usize;
        let end = self.ahead().bytes().skip(1).position(|byte| {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        self.to(end, 2);
    }

    /// The text from here on, as far as it is looked through.
    fn ahead(&self) -> &str {
        let end = self.written.floor_char_boundary(self.at + LONGEST);
        &self.written[self.at..end]
    }

    fn address(&mut self) {
        let rest = &self.written[self.at..];
        if ["http://", "https://", "www."].iter().any(|start| rest.starts_with(start)) {
            let is_end =
                |c: char| !c.is_ascii() || c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | ']');
            self.leave(self.at + rest.find(is_end).unwrap_or(rest.len()));
        } else {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::pieces;
    use proptest::prelude::*;

    #[track_caller]
    fn read(written: &str, expected: &str) {
        let pieces: Vec<&str> = pieces(written).prose.iter().map(|piece| piece.slice(written)).collect();
        assert_eq!(pieces.join("|"), expected, "{written}");
    }

    #[test]
    fn what_readers_see() {
        read("ā `é` ``a`é`` ` ē", "ā | | ` ē");
        read("[ā](é(é)é) ![ū](é \"é\") ē](é", "[ā| ![ū| ē](é");
        read("ā<b>ē</b><img src=é alt='ū'>ī 1 < 2", "ā|ē|ū|ī 1 < 2");
        read("ā https://é.example/a?bで www.a.example ī {#é}", "ā |é.example/a?bで | ī ");
        read(r"ā \` ē ` ī", r"ā \` ē ` ī");
        read("a\\", "a\\");
    }

    proptest! {
        #[test]
        fn any_text_is_read(written in "[a`<>()\\[\\]\\\\é{}# h'\"]{0,60}") {
            let pieces = pieces(&written);
            for piece in pieces.prose.iter().chain(&pieces.code) {
                prop_assert!(written.get(piece.range()).is_some());
            }
        }
    }
}
