//! Writes PO, a line for each text. Chooses nothing of what it says.

use super::super::identity::Identity;
use super::super::unit::{ExchangeFile, TargetState, Unit};
use super::super::xml::is_allowed;
use super::{HANDOFF, quoted, tags};

/// A file as PO.
pub fn write(file: &ExchangeFile) -> String {
    let mut out = String::new();
    comment(
        &mut out,
        "#",
        "Tags such as <b1>…</b1> and <x2/> stand for markup: keep each, and put it where it belongs.",
    );
    out.push_str("msgid \"\"\nmsgstr \"\"\n");
    let address = Identity::address(file);
    let language = file.target_locale.tag().replace('-', "_");
    for (name, value) in [
        ("Project-Id-Version", file.handoff.as_str()),
        ("Report-Msgid-Bugs-To", ""),
        ("PO-Revision-Date", ""),
        ("Last-Translator", ""),
        ("Language-Team", ""),
        ("Language", &language),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("X-Source-Language", file.source_locale.tag()),
        ("X-Faqtory-Source", &file.source),
        ("X-Faqtory-Target", &file.target),
        ("X-Faqtory-Kind", file.kind.name()),
        (HANDOFF, &address),
    ] {
        quoted::write(&format!("{name}: {}\n", one_line(value)), &mut out);
        out.push('\n');
    }
    for unit in &file.units {
        out.push('\n');
        write_unit(&mut out, unit, &file.source);
    }
    out
}

fn write_unit(out: &mut String, unit: &Unit, source: &str) {
    for note in &unit.notes {
        comment(out, "#.", &note.text);
    }
    for line in tags::legend(&unit.source) {
        comment(out, "#.", &line);
    }
    comment(out, "#:", &reference(source));
    let previous = unit.previous.as_ref().filter(|_| unit.target.is_none());
    if previous.is_some() || unit.state == TargetState::NeedsReview {
        comment(out, "#,", "fuzzy");
    }
    if let Some(previous) = previous {
        keyword(out, "#| msgid", &tags::write(&previous.source));
    }
    keyword(out, "msgctxt", &unit.id);
    keyword(out, "msgid", &tags::write(&unit.source));
    let target = unit.target.as_ref().or(previous.map(|previous| &previous.target));
    keyword(out, "msgstr", &target.map(tags::write).unwrap_or_default());
}

fn keyword(out: &mut String, keyword: &str, text: &str) {
    out.push_str(keyword);
    out.push(' ');
    quoted::write(text, out);
    out.push('\n');
}

fn comment(out: &mut String, mark: &str, text: &str) {
    out.push_str(mark);
    out.push(' ');
    out.push_str(&one_line(text));
    out.push('\n');
}

/// A path; between isolates where there is white space in it, as gettext has it.
fn reference(path: &str) -> String {
    if path.contains(char::is_whitespace) { format!("\u{2068}{path}\u{2069}") } else { path.to_owned() }
}

fn one_line(text: &str) -> String {
    let shown = |character: char| match character {
        // Tools take any of these for the end of a line.
        '\n' | '\r' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        _ if is_allowed(character) => character,
        _ => char::REPLACEMENT_CHARACTER,
    };
    text.chars().map(shown).collect()
}
