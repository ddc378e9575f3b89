//! What is written in each format, and what is read again of it, whoever had it in between.

mod random;
mod tools;
mod written;

use crate::locale::Locale;

use crate::exchange::unit::{Code, CodeKind, CodeRole, Note, NoteKind, Piece};
use crate::exchange::{
    Content, ExchangeFile, FileKind, Format, Match, Returned, ReturnedUnit, TargetState, Unit, read,
    write_po, write_xliff, write_xliff12,
};

const FORMATS: [Format; 3] = [Format::Xliff, Format::Xliff12, Format::Po];

fn write(file: &ExchangeFile, format: Format) -> String {
    match format {
        Format::Xliff => write_xliff(file),
        Format::Xliff12 => write_xliff12(file),
        Format::Po => write_po(file),
        Format::Markdown => unreachable!("another's"),
    }
}

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).unwrap()
}

fn code(id: u32, kind: CodeKind, role: CodeRole, written: &str) -> Piece {
    Piece::Code(Code { id, kind, role, written: written.to_owned() })
}

fn open(id: u32, role: CodeRole, written: &str) -> Piece {
    code(id, CodeKind::Open, role, written)
}

fn close(id: u32, role: CodeRole, written: &str) -> Piece {
    code(id, CodeKind::Close, role, written)
}

fn alone(id: u32, role: CodeRole, written: &str) -> Piece {
    code(id, CodeKind::Alone, role, written)
}

fn text(text: &str) -> Piece {
    Piece::Text(text.to_owned())
}

fn note(kind: NoteKind, text: &str) -> Note {
    Note { kind, text: text.to_owned() }
}

fn unit(id: &str, source: Vec<Piece>, target: Option<Vec<Piece>>, state: TargetState) -> Unit {
    Unit {
        id: id.to_owned(),
        source: Content(source),
        target: target.map(Content),
        state,
        previous: None,
        notes: Vec::new(),
        words: 1,
    }
}

fn file(target: &str, units: Vec<Unit>) -> ExchangeFile {
    ExchangeFile {
        handoff: "spring 2026".to_owned(),
        kind: FileKind::Article,
        id: "billing/refunds".to_owned(),
        source_locale: locale("en-US"),
        target_locale: locale(target),
        source: "content/en-US/billing/refunds & more.md".to_owned(),
        target: format!("content/{target}/billing/refunds & more.md"),
        source_hash: "0123456789abcdef0123456789abcdef01234567".to_owned(),
        units,
    }
}

/// One whose source has changed.
fn changed() -> Unit {
    let link = || open(1, CodeRole::Link, "[");
    let linked = || close(1, CodeRole::Link, "](invoice.md?a=1&b=2 \"");
    let mut changed = unit(
        "p2",
        vec![text("See "), link(), text("your invoice"), linked(), text(" within 14 days.")],
        None,
        TargetState::Initial,
    );
    changed.previous = Some(Match {
        source: Content(vec![text("See "), link(), text("your bill"), linked(), text(".")]),
        target: Content(vec![text("ראו "), link(), text("את החשבון"), linked(), text(".")]),
    });
    changed
}

/// One of everything.
fn sample() -> ExchangeFile {
    let mut heading = unit("h1", vec![text("Get a refund")], None, TargetState::Initial);
    heading.notes =
        vec![note(NoteKind::Kind, "heading of level 2"), note(NoteKind::Place, "under “Billing”")];
    let bold = || open(1, CodeRole::Bold, "**");
    let bolded = || close(1, CodeRole::Bold, "**");
    let italic = || open(2, CodeRole::Italic, "*");
    let italics = || close(2, CodeRole::Italic, "*");
    file(
        "he-IL",
        vec![
            heading,
            changed(),
            unit(
                "p3",
                vec![
                    bold(),
                    text("A < B && C > D, <b1> or &lt;"),
                    italic(),
                    text(" \"both\""),
                    italics(),
                    bolded(),
                ],
                Some(vec![
                    text("א < ב "),
                    bold(),
                    text("ו־"),
                    italic(),
                    text("ג"),
                    bolded(),
                    text(" ד"),
                    italics(),
                ]),
                TargetState::Translated,
            ),
            unit(
                "p4",
                vec![
                    text("Run "),
                    alone(1, CodeRole::Code, "`a\tb`"),
                    alone(2, CodeRole::Break, "\\\n"),
                    text("on"),
                    alone(3, CodeRole::Other, "\u{b}"),
                ],
                Some(vec![
                    alone(3, CodeRole::Other, "\u{b}"),
                    text("הריצו "),
                    alone(1, CodeRole::Code, "`a\tb`"),
                    alone(2, CodeRole::Break, "\\\n"),
                ]),
                TargetState::NeedsReview,
            ),
            unit("p5", vec![text("Done")], Some(vec![text("סיימתם")]), TargetState::Final),
        ],
    )
}

/// What comes back of a file that nobody touched.
fn untouched(file: &ExchangeFile, format: Format) -> Returned {
    let unit = |unit: &Unit| {
        let target = unit.target.as_ref().map(bare);
        let state = match unit.state {
            // PO has no word for it.
            TargetState::Final if format == Format::Po => TargetState::Translated,
            state => state,
        };
        ReturnedUnit { id: unit.id.clone(), line: 0, source: bare(&unit.source), target, state }
    };
    Returned {
        handoff: file.handoff.clone(),
        id: file.id.clone(),
        target_locale: file.target_locale.clone(),
        source_hash: file.source_hash.clone(),
        units: file.units.iter().map(unit).collect(),
    }
}

/// Without what is known of a code in the source alone.
fn bare(content: &Content) -> Content {
    let bare = |piece: &Piece| match piece {
        Piece::Code(code) => self::code(code.id, code.kind, CodeRole::Other, ""),
        text @ Piece::Text(_) => text.clone(),
    };
    Content(content.0.iter().map(bare).collect())
}

/// What a text says, with no lines.
fn read_again(text: &str) -> Returned {
    let mut returned = read(text.as_bytes()).unwrap_or_else(|fault| panic!("{fault}\n{text}"));
    returned.units.iter_mut().for_each(|unit| unit.line = 0);
    returned
}

/// The content as its text with `{1}`, `{/1}` and `{1/}`, for tests to look at.
fn shown(content: &Content) -> String {
    let shown = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Code(Code { id: 0, written, .. }) => format!("{{{written}}}"),
        Piece::Code(code) => match code.kind {
            CodeKind::Open => format!("{{{}}}", code.id),
            CodeKind::Close => format!("{{/{}}}", code.id),
            CodeKind::Alone => format!("{{{}/}}", code.id),
        },
    };
    content.0.iter().map(shown).collect()
}

/// Each unit on a line: what it says and how far it is.
fn units(text: &str) -> String {
    let returned = read(text.as_bytes());
    let units = returned.as_ref().map(|returned| returned.units.as_slice()).unwrap_or_default();
    let line = |unit: &ReturnedUnit| {
        let target = unit.target.as_ref().map_or_else(|| "–".to_owned(), shown);
        format!("{} {}: {} | {target} | {:?}", unit.line, unit.id, shown(&unit.source), unit.state)
    };
    let lines = units.iter().map(line).chain(returned.as_ref().err().map(ToString::to_string));
    lines.collect::<Vec<_>>().join("\n")
}
