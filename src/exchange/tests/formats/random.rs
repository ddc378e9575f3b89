//! Whatever a unit says comes back as it was, in any script; and no damage makes a reader panic.

use proptest::prelude::*;

use super::*;
use crate::exchange::xml::is_allowed;

/// Words and signs of many scripts, and all that formats have a meaning for.
fn any_text() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        Just("the"),
        Just("שלום"),
        Just("مرحبا ١٢"),
        Just("日本語。"),
        Just("ไทย"),
        Just("Größe"),
        Just("हिन्दी"),
        Just("👩‍👩‍👧"),
        Just("\u{200f}\u{2068}x\u{2069}"),
        Just("e\u{301}"),
        Just("\u{feff}"),
        Just("\u{a0}"),
        Just("\u{2028}"),
        Just("\u{85}"),
        Just("<"),
        Just(">"),
        Just("&"),
        Just("\""),
        Just("'"),
        Just("]]>"),
        Just("<![CDATA["),
        Just("--"),
        Just("\\"),
        Just("\\n"),
        Just("<b1>"),
        Just("</a2>"),
        Just("<x3/>"),
        Just("&lt;"),
        Just("&amp;lt;"),
        Just("&#65;"),
        Just("<b"),
        Just("1>"),
        Just("%s"),
        Just("#"),
        Just("#,"),
        Just("msgid"),
        Just("\t"),
        Just("\n"),
        Just("\r"),
        Just("\r\n"),
        Just("\0"),
        Just("\u{1b}[m"),
        Just("\u{ffff}"),
        Just(" "),
    ];
    prop::collection::vec(words, 1..8).prop_map(|words| words.concat())
}

fn any_code() -> impl Strategy<Value = Piece> {
    let kind = prop_oneof![Just(CodeKind::Open), Just(CodeKind::Close), Just(CodeKind::Alone)];
    let role = prop_oneof![
        Just(CodeRole::Link),
        Just(CodeRole::Image),
        Just(CodeRole::Bold),
        Just(CodeRole::Italic),
        Just(CodeRole::Struck),
        Just(CodeRole::Code),
        Just(CodeRole::Break),
        Just(CodeRole::Other),
    ];
    (1u32..6, kind, role, any_text()).prop_map(|(id, kind, role, written)| code(id, kind, role, &written))
}

fn any_content() -> impl Strategy<Value = Content> {
    prop::collection::vec(prop_oneof![any_text().prop_map(Piece::Text), any_code()], 0..8).prop_map(joined)
}

/// No text beside another.
fn joined(pieces: Vec<Piece>) -> Content {
    let mut all: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (all.last_mut(), piece) {
            (Some(Piece::Text(last)), Piece::Text(text)) => last.push_str(&text),
            (_, piece) => all.push(piece),
        }
    }
    Content(all)
}

fn any_unit() -> impl Strategy<Value = Unit> {
    let state =
        prop_oneof![Just(TargetState::Translated), Just(TargetState::NeedsReview), Just(TargetState::Final)];
    let previous = prop::option::of((any_content(), any_content()));
    let target = prop::option::of((any_content(), state));
    ("[a-z][a-z0-9_.-]{0,9}", any_content(), target, previous, any_text()).prop_map(
        |(id, source, target, previous, note)| {
            let (target, state) = target.filter(|(target, _)| !is_blank(target)).unzip();
            Unit {
                id,
                source,
                target,
                state: state.unwrap_or(TargetState::Initial),
                previous: previous.map(|(source, target)| Match { source, target }),
                notes: vec![self::note(NoteKind::Kind, &note)],
                words: 0,
            }
        },
    )
}

fn is_blank(content: &Content) -> bool {
    // As a reader sees it: what XML can't hold is a sign then.
    content.0.iter().all(|piece| matches!(piece, Piece::Text(text) if text.trim().is_empty()))
}

fn any_file() -> impl Strategy<Value = ExchangeFile> {
    let tag = prop_oneof![
        Just("he-IL"),
        Just("ar-SA"),
        Just("ja-JP"),
        Just("th-TH"),
        Just("de-DE"),
        Just("sr-Latn-RS"),
        Just("zh-Hant-TW"),
        Just("nb-NO")
    ];
    (tag, any_text(), any_text(), any_text(), prop::collection::vec(any_unit(), 0..5)).prop_map(
        |(tag, handoff, id, source, units)| ExchangeFile { handoff, id, source, ..file(tag, units) },
    )
}

/// With what no format can hold replaced.
fn held(mut returned: Returned) -> Returned {
    let hold = |content: &mut Content| {
        for piece in &mut content.0 {
            if let Piece::Text(text) = piece {
                *text = text.chars().map(|c| if is_allowed(c) { c } else { '\u{fffd}' }).collect();
            }
        }
    };
    for unit in &mut returned.units {
        hold(&mut unit.source);
        unit.target.iter_mut().for_each(hold);
    }
    returned
}

/// A text with one place changed.
fn damaged(text: &str, at: usize, length: usize, by: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let at = at % (bytes.len() + 1);
    let end = (at + length).min(bytes.len());
    [&bytes[..at], by.as_bytes(), &bytes[end..]].concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn everything_comes_back(file in any_file()) {
        for format in FORMATS {
            let written = write(&file, format);
            prop_assert_eq!(read_again(&written), held(untouched(&file, format)), "{}", written);
        }
        let written = write_xliff(&file);
        prop_assert_eq!(written::dangling(&written), Vec::<String>::new(), "{}", written);
    }

    #[test]
    fn no_damage_is_too_much(file in any_file(), at: usize, length in 0usize..9, by in any_text()) {
        for format in FORMATS {
            let _ = read(&damaged(&write(&file, format), at, length, &by));
        }
    }
}
