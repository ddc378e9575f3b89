//! Reads a PO file by its header and entries. Judges nothing of what it says.

use super::super::decode::{Text, short};
use super::super::identity::Identity;
use super::super::returned::{Fault, Returned, ReturnedUnit};
use super::super::unit::TargetState;
use super::catalog::{self, Entry};
use super::{HANDOFF, tags};

/// What a PO file says.
pub(in super::super) fn read(text: &Text) -> Result<Returned, Fault> {
    let entries = catalog::read(text)?;
    let is_header = |entry: &&Entry| entry.context.is_none() && entry.id.as_deref() == Some("");
    let header = entries.iter().find(is_header);
    let header =
        header.ok_or_else(|| text.fault(0, "there is no header (`msgid \"\"`): export the file again"))?;
    let fields = header.string.as_deref().unwrap_or_default();
    let content_type = field(fields, "Content-Type").unwrap_or_default().to_ascii_lowercase();
    if let Some((_, charset)) = content_type.split_once("charset=").filter(|(_, name)| name.trim() != "utf-8")
    {
        let message = format!("the encoding {} is not read: save the file as UTF-8", short(charset.trim()));
        return Err(text.fault(header.at, message));
    }
    let identity = Identity::find(field(fields, HANDOFF), text, header.at)?;
    let units = entries.iter().filter(|entry| !is_header(entry)).map(|entry| unit(text, entry));
    let units = units.collect::<Result<_, _>>()?;
    identity.returned(units, field(fields, "Language"), |message| text.fault(header.at, message))
}

/// A field of the header.
fn field<'h>(header: &'h str, name: &str) -> Option<&'h str> {
    header.lines().find_map(|line| {
        let (own, value) = line.split_once(':')?;
        own.trim().eq_ignore_ascii_case(name).then_some(value.trim())
    })
}

fn unit(text: &Text, entry: &Entry) -> Result<ReturnedUnit, Fault> {
    let id = entry.context.clone().ok_or_else(|| {
        text.fault(entry.at, "an entry without `msgctxt`, which says where it belongs: export the file again")
    })?;
    let target = tags::read(entry.string.as_deref().unwrap_or_default());
    let state = match entry.is_fuzzy {
        _ if target.is_blank() => TargetState::Initial,
        // The translation of another text, that nobody has taken for this one.
        true if entry.has_previous => TargetState::Initial,
        true => TargetState::NeedsReview,
        false => TargetState::Translated,
    };
    Ok(ReturnedUnit {
        id,
        line: text.line(entry.at),
        source: tags::read(entry.id.as_deref().unwrap_or_default()).content(),
        target: (state != TargetState::Initial).then(|| target.content()),
        state,
    })
}
