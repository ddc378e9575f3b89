//! What a draft in Markdown must not bring: markers that are left, comments that would silence the checks, keys of front matter that are
//! not for translators to write, characters that are no text. Writes nothing.

use crate::exchange::{self, Original};
use crate::front_matter::{Entry, Role, entries};
use crate::line_end;
use crate::project::handoff::OwnedTexts;

/// One thing that is wrong with a draft.
pub(super) struct DraftFlaw {
    /// From 1 on.
    pub(super) line: usize,
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// All that is wrong with a draft that came back, from its start to its end.
pub(super) fn flaws(text: &str, texts: &OwnedTexts) -> Vec<DraftFlaw> {
    let text = &*line_end::normal(text);
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    let Some(original) = texts.markdown() else {
        return vec![DraftFlaw {
            line: 1,
            message: "this file was not handed off as Markdown".to_owned(),
            help: "hand back the file that was handed off",
        }];
    };
    let marked = exchange::marked(original.syntax, text).into_iter().map(|place| DraftFlaw {
        line: line(place.start),
        message: "this is not translated yet".to_owned(),
        help: "translate what is marked, and remove the markers",
    });
    let mut flaws: Vec<DraftFlaw> = marked.chain(comments(text, texts)).collect();
    let known = format!("{}{}", texts.source, texts.translation.as_deref().unwrap_or_default());
    flaws.extend(exchange::unprintable(text, &known).map(|letter| DraftFlaw {
        line: line(text.find(letter).unwrap_or_default()),
        message: format!("the character U+{:04X} is no text", u32::from(letter)),
        help: "remove it",
    }));
    flaws.extend(front_matter(text, &original));
    if flaws.is_empty() {
        flaws.extend(exchange::draft_flaws(&original, text).into_iter().map(|flaw| DraftFlaw {
            line: flaw.line,
            message: flaw.message,
            help: "leave what is no text as it was handed off",
        }));
    }
    flaws.sort_by_key(|flaw| flaw.line);
    flaws
}

/// Comments for the checks that neither the source nor the old translation has: with them a draft would judge itself.
fn comments(text: &str, texts: &OwnedTexts) -> Vec<DraftFlaw> {
    const COMMENT: &str = "faqtory-allow";
    let known = [Some(&texts.source), texts.translation.as_ref()].into_iter().flatten();
    let known: Vec<&str> =
        known.flat_map(|text| text.lines()).filter(|line| line.contains(COMMENT)).map(str::trim).collect();
    let lines = text.lines().enumerate();
    let new = lines.filter(|(_, line)| line.contains(COMMENT) && !known.contains(&line.trim()));
    new.map(|(at, _)| DraftFlaw {
        line: at + 1,
        message: format!("a comment with `{COMMENT}` was added"),
        help: "remove it: only the source says what is suppressed",
    })
    .collect()
}

/// Keys that were added or removed, and those of all translations that were changed.
fn front_matter(text: &str, original: &Original<'_>) -> Vec<DraftFlaw> {
    let handed_off = exchange::draft(original);
    let Some(before) = entries(&line_end::normal(&handed_off)) else { return Vec::new() };
    let Some(now) = entries(text) else {
        return vec![DraftFlaw {
            line: 1,
            message: "the front matter cannot be read any more".to_owned(),
            help: "write it as in the file that was handed off, and translate its values alone",
        }];
    };
    let line = |entry: &Entry| text[..entry.lines.start].matches('\n').count() + 1;
    let flaw = |line: usize, key: &str, what: &str| DraftFlaw {
        line,
        message: format!("the key `{key}` of the front matter was {what}"),
        help: "leave it as it was handed off: only texts are translated",
    };
    let changed = now.entries.iter().filter_map(|entry| match (entry.role, before.get(&entry.key)) {
        (Role::OfTranslation, _) => None,
        (_, None) => Some(flaw(line(entry), &entry.key, "added")),
        (Role::Shared, Some(there)) if there.value != entry.value => {
            Some(flaw(line(entry), &entry.key, "changed"))
        }
        _ => None,
    });
    let is_lost = |entry: &&Entry| entry.role != Role::OfTranslation && now.get(&entry.key).is_none();
    let lost = before.entries.iter().filter(is_lost).map(|entry| flaw(1, &entry.key, "removed"));
    changed.chain(lost).collect()
}
