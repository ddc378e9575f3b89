//! Markdown as a format of packages: the draft of a translation with markers where something is to be translated, and a comment at its end
//! that says what it is. Reads no units.

use std::ops::Range;

use crate::front_matter::{FrontMatter, entries};
use crate::line_end;
use crate::markdown::{Document, Form, Syntax};
use crate::translation::merge::{Mark, Merge, markers};

use super::decode::MAX_BYTES;
use super::identity::Identity;
use super::original::Original;
use super::returned::{Fault, ReturnedDraft};
use super::unit::ExchangeFile;

/// The draft of the translation: what its old one has, the rest in the words of the source.
pub fn draft(original: &Original<'_>) -> String {
    if let Some(older) = original.older {
        return Merge::new(original.syntax, older.source, original.source, older.translation).draft;
    }
    let source = line_end::normal(original.source);
    let draft = Merge::new(original.syntax, "", &source, "").draft;
    // What cannot be read key by key is not divided.
    let draft = match entries(&source) {
        Some(_) => draft,
        None => source[..FrontMatter::parse(&source).body_start as usize].to_owned() + &draft,
    };
    draft.replace('\n', line_end::of_first_line(original.source))
}

/// The file of a package.
pub(super) fn write(file: &ExchangeFile, original: &Original<'_>) -> String {
    let draft = draft(original);
    let end = line_end::of_first_line(&draft);
    let address = Identity::address(file);
    let comment = match original.syntax.form {
        Form::Markdown => format!("<!-- {address} -->"),
        Form::Mdx => format!("{{/* {address} */}}"),
    };
    let gap = if draft.ends_with('\n') || draft.is_empty() { "" } else { end };
    format!("{draft}{gap}{comment}{end}")
}

/// Reads the draft that came back.
///
/// # Errors
/// It is no text, too large, or does not say what it is.
pub fn read_draft(bytes: &[u8]) -> Result<ReturnedDraft, Fault> {
    let fault = |line: usize, message: String| Fault {
        line: u32::try_from(line).unwrap_or(u32::MAX),
        column: 1,
        message,
    };
    if bytes.len() > MAX_BYTES {
        let message =
            format!("the file is larger than {} MB: hand back the file that was handed off", MAX_BYTES >> 20);
        return Err(fault(1, message));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        fault(line, "the file is not UTF-8: save it as UTF-8".to_owned())
    })?;
    let lines = || text.split_inclusive(['\n', '\r']);
    let found =
        lines().enumerate().filter_map(|(number, line)| Some((number, Identity::parse(line)?))).last();
    let Some((number, identity)) = found else {
        let message = "the comment that says what this file is (`faqtory:handoff?…`) is missing: copy it from the end of the file \
                       that was handed off"
            .to_owned();
        return Err(fault(lines().count().max(1), message));
    };
    let text = lines().enumerate().filter(|(at, _)| *at != number).map(|(_, line)| line).collect();
    Ok(identity.draft(text))
}

/// Where something is still marked in a text.
pub fn marked(syntax: Syntax, text: &str) -> Vec<Range<usize>> {
    let front_matter = FrontMatter::parse(text);
    let document = Document::parse_as(syntax, text, front_matter.body_start as usize);
    let header = front_matter.span.map_or(0..0, |span| span.range());
    let found = markers(text, header, &document);
    let opened = found.iter().filter(|marker| marker.mark != Mark::End).map(|marker| marker.span.clone());
    let opened: Vec<Range<usize>> = opened.collect();
    if opened.is_empty() { found.into_iter().map(|marker| marker.span).collect() } else { opened }
}
