//! `:::no-loc text="Name":::` of Learn: a text that translators leave as it is. Readers see the text alone.

use super::attributes;
use crate::markdown::builder::DocumentBuilder;
use crate::markdown::entities::decoded;

/// What it is called, as a directive.
const NAME: &str = "no-loc";

/// The text of the one at a place, and where it ends.
fn read(source: &str, at: usize) -> Option<(&str, usize)> {
    let rest = source.get(at..)?.strip_prefix(":::")?.trim_start_matches([' ', '\t']);
    let name = rest.get(..NAME.len()).filter(|name| name.eq_ignore_ascii_case(NAME))?;
    let after = rest.get(name.len()..).filter(|after| after.starts_with(char::is_whitespace))?;
    let (attributes, end) = attributes::read(source, source.len() - after.len(), ":::");
    let text = attributes::value(&attributes, "text").filter(|text| !text.trim().is_empty())?;
    source.get(end..)?.starts_with(":::").then_some((text, end + 3))
}

/// Takes the one at `at`. False: there is none.
pub(in crate::markdown) fn take(builder: &mut DocumentBuilder<'_>, at: usize) -> bool {
    let source = builder.source();
    let limit = builder.leaf_limit().unwrap_or(source.len());
    let Some((text, end)) = source.get(..limit).and_then(|source| read(source, at)) else { return false };
    builder.write_text(&decoded(text));
    builder.take_until(end);
    true
}
