//! Whether the front matter of a source will be able to say which version a translation was made from. Writes none.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::front_matter::{Date, Entries, FrontMatter, OnExisting, Role, Stamp, entries, rewritten, stamp};
use crate::line_end;

/// What of the front matter of a source is left out of a package, and where; none of a file without.
///
/// # Errors
/// A translation could not be taken back.
pub(super) fn left_out(path: &str, text: &str, today: Date) -> Result<Option<String>, String> {
    let front_matter = FrontMatter::parse(text);
    let Some(span) = front_matter.span else { return Ok(None) };
    let place = front_matter.flaws.first().map_or(span.start, |flaw| flaw.span.start);
    let before = text.get(..place as usize).unwrap_or_default();
    let line = line_end::normal(before).matches('\n').count() + 1;
    let wanted = Stamp {
        source_hash: "0000000000000000000000000000000000000000",
        translated: today,
        translation_type: Some("HT"),
        locale: None,
        on_existing: OnExisting::Replace,
    };
    if stamp(text, wanted).is_err() {
        let reason = "its front matter could not say what a translation was made from: it is damaged, or not written one key a line";
        return Err(format!("{path}:{line}: {reason}"));
    }
    let is_json = text.trim_start_matches('\u{feff}').starts_with('{');
    let text = line_end::normal(text);
    let read = entries(&text);
    if let Some((line, reason)) = read.as_ref().and_then(|read| not_writable(&text, read)) {
        return Err(format!("{path}:{line}: {reason}"));
    }
    let is_read = is_json || read.is_some();
    let reason = "the texts of its front matter are not in the package, as it is not written one key a line";
    Ok((!is_read).then(|| format!("{path}:{line}: {reason}")))
}

/// The line of the first key that no translation could take the place of, and why.
fn not_writable(text: &str, read: &Entries) -> Option<(usize, String)> {
    let mut keys = BTreeSet::new();
    for entry in &read.entries {
        let line = text[..entry.lines.start].matches('\n').count() + 1;
        let key = &entry.key;
        if !keys.insert(key.to_ascii_lowercase()) {
            return Some((line, format!("the key `{key}` appears twice")));
        }
        let Some(other) = other(&entry.value).filter(|_| entry.role == Role::Text) else { continue };
        let written = &text[entry.lines.clone()];
        let value = written.split_once([':', '=']).map_or("", |(_, value)| value.trim_start());
        // Others may be what it is called.
        let is_anchored = value.starts_with(['&', '*']);
        if is_anchored || rewritten(read.format, written, &other).is_none() {
            let reason = format!("the key `{key}` is not written so that a translation could take its place");
            return Some((line, reason));
        }
    }
    None
}

/// Another value of the same kind; none of what is not translated.
fn other(value: &Json) -> Option<Json> {
    let text = |text: &str| Json::String(format!("{text}x"));
    match value {
        Json::String(own) if !own.is_empty() => Some(text(own)),
        Json::Array(items) if !items.is_empty() => items.iter().map(|item| item.as_str().map(text)).collect(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_taken_back() {
        let today = Date::parse("2026-11-30").unwrap().0;
        let said = |front: &str| left_out("a.md", &format!("---\n{front}\n---\n\n# A\n"), today);
        for front in [
            "title: A\ntags: [a, 7]",
            "title: 'A'\ndescription: >\n  b\n  c",
            "tags:\n- a\n- b",
            "ms.custom: 7",
        ] {
            assert_eq!(said(front), Ok(None), "{front}");
        }
        for (front, line, reason) in [
            ("title: A\ntitle: B", 3, "appears twice"),
            ("title: &a A\ndescription: *a", 2, ""),
            ("{title: A}", 1, ""),
        ] {
            let fault = said(front).unwrap_err();
            assert!(
                fault.starts_with(&format!("a.md:{line}: ")) && fault.ends_with(reason),
                "{front}: {fault}"
            );
        }
        assert_eq!(left_out("a.md", "# A\n", today), Ok(None));
    }
}
