//! Files of packages that hold whatever a format has a meaning for, in scripts of every direction. The same numbers make the same file.

use faqtory::exchange::{
    Code, CodeKind, CodeRole, Content, ExchangeFile, FileKind, Match, Note, NoteKind, Piece, TargetState,
    Unit,
};
use faqtory::locale::Locale;

use crate::random::Random;

const WORDS: &[&str] = &[
    "the",
    "refund",
    "שלום",
    "עולם!",
    "مرحبا",
    "١٢",
    "日本語。",
    "ไทย",
    "Größe",
    "हिन्दी",
    "👩‍👩‍👧",
    "\u{200f}",
    "e\u{301}",
    "\u{a0}",
    "<",
    ">",
    "&",
    "\"",
    "'",
    "]]>",
    "<![CDATA[",
    "<!--",
    "--",
    "\\",
    "\\n",
    "<b1>",
    "</a2>",
    "<x3/>",
    "&lt;",
    "&amp;lt;",
    "&#65;",
    "%s",
    "{0}",
    "#",
    "#,",
    "msgid",
    "\t",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "*",
    "_",
    "|",
];

/// What no format holds: only where it must do no harm.
const DAMAGED: &[&str] = &["\0", "\u{1b}[m", "\u{b}", "\u{ffff}", "\r", "\n"];

const ROLES: &[CodeRole] = &[
    CodeRole::Link,
    CodeRole::Image,
    CodeRole::Bold,
    CodeRole::Italic,
    CodeRole::Struck,
    CodeRole::Code,
    CodeRole::Break,
    CodeRole::Other,
];

const LOCALES: &[&str] =
    &["he-IL", "ar-SA", "ja-JP", "th-TH", "de-DE", "sr-Latn-RS", "zh-Hant-TW", "nb-NO", "lv-LV", "ckb-IQ"];

/// A file, with damaged texts or without.
pub(super) fn file(number: u64, words: Words) -> ExchangeFile {
    let mut maker = Maker { random: Random::new(&[number]), words };
    let target_locale = Locale::parse(LOCALES[maker.random.below(LOCALES.len())]).unwrap();
    let kinds = [FileKind::Article, FileKind::Include, FileKind::Names, FileKind::Messages];
    let units = (0..1 + maker.random.below(6)).map(|at| maker.unit(at)).collect();
    ExchangeFile {
        handoff: format!("spring {number} {}", maker.text()),
        kind: *maker.random.one(&kinds),
        id: format!("billing/{}", maker.text()),
        source_locale: Locale::parse("en-US").unwrap(),
        source: format!("content/en-US/{}.md", maker.text()),
        target: format!("content/{target_locale}/{}.md", maker.text()),
        target_locale,
        source_hash: "0123456789abcdef0123456789abcdef01234567".to_owned(),
        units,
    }
}

/// What texts are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    /// What articles hold.
    Sound,
    /// What they should not, too.
    Damaged,
}

struct Maker {
    random: Random,
    words: Words,
}

impl Maker {
    fn text(&mut self) -> String {
        let count = 1 + self.random.below(5);
        let mut text = String::new();
        for _ in 0..count {
            let is_damaged = self.words == Words::Damaged && self.random.chance(1000);
            let words = if is_damaged { DAMAGED } else { WORDS };
            text.push_str(words[self.random.below(words.len())]);
            if self.random.chance(5000) {
                text.push(' ');
            }
        }
        text.trim().to_owned() + "."
    }

    fn unit(&mut self, at: usize) -> Unit {
        let source = self.source();
        let states = [TargetState::Translated, TargetState::NeedsReview, TargetState::Final];
        let target = self.random.chance(6000).then(|| self.reordered(&source));
        let previous = self.random.chance(4000).then(|| {
            let source = self.source();
            Match { target: self.reordered(&source), source }
        });
        let notes = [NoteKind::Kind, NoteKind::Place, NoteKind::Length];
        Unit {
            id: format!("{}{at}", ["a1b2c3d4", "title", "x-2.", "9f"][self.random.below(4)]),
            state: if target.is_some() { *self.random.one(&states) } else { TargetState::Initial },
            source,
            target,
            previous,
            notes: notes
                .iter()
                .take(self.random.below(4))
                .map(|kind| Note { kind: *kind, text: self.text() })
                .collect(),
            words: 3,
        }
    }

    /// Pairs nest in a source.
    fn source(&mut self) -> Content {
        let (mut pieces, mut open, mut id) = (Vec::new(), Vec::new(), 0);
        for _ in 0..self.random.below(9) {
            match self.random.below(4) {
                0 => {
                    id += 1;
                    let code = self.code(id, CodeKind::Open);
                    open.push(code.clone());
                    pieces.push(Piece::Code(code));
                }
                1 => {
                    id += 1;
                    pieces.push(Piece::Code(self.code(id, CodeKind::Alone)));
                }
                2 if !open.is_empty() => pieces.extend(open.pop().map(|code| self.end(&code))),
                _ if matches!(pieces.last(), Some(Piece::Text(_))) => {}
                _ => pieces.push(Piece::Text(self.text())),
            }
        }
        while let Some(code) = open.pop() {
            pieces.push(self.end(&code));
        }
        if !pieces.iter().any(|piece| matches!(piece, Piece::Text(_))) {
            pieces.push(Piece::Text(self.text()));
        }
        Content(pieces)
    }

    fn code(&mut self, id: u32, kind: CodeKind) -> Code {
        Code { id, kind, role: *self.random.one(ROLES), written: self.text() }
    }

    fn end(&mut self, open: &Code) -> Piece {
        Piece::Code(Code { kind: CodeKind::Close, written: self.text(), ..open.clone() })
    }

    /// Other words, and codes in another order: pairs may cross in a translation.
    fn reordered(&mut self, source: &Content) -> Content {
        let mut codes: Vec<Piece> =
            source.0.iter().filter(|piece| matches!(piece, Piece::Code(_))).cloned().collect();
        for at in (1..codes.len()).rev() {
            codes.swap(at, self.random.below(at + 1));
        }
        let mut pieces = vec![Piece::Text(self.text())];
        for code in codes {
            pieces.push(code);
            if self.random.chance(7000) {
                pieces.push(Piece::Text(self.text()));
            }
        }
        Content(pieces)
    }
}
