//! Defects of the front matter, and of an article as a whole: edits of its text.

use std::ops::Range;

use super::random::Random;
use super::{Edited, How, Planter};

const fn edit(code: &'static str, edit: fn(&mut Random, &str) -> Option<Edited>) -> Planter {
    Planter { code, how: How::Edit(edit), companions: &[] }
}

pub(crate) static ALL: &[Planter] = &[
    edit("ambiguous-date", |random, text| {
        let date = format!("{}/0{}/2020", 13 + random.below(16), 1 + random.below(9));
        date_line(text, &date)
    }),
    edit("duplicate-custom-id", duplicate_custom_id),
    Planter { code: "front-matter-missing", how: How::Edit(no_block), companions: &["title-missing"] },
    edit("id-in-title", id_in_title),
    edit("invalid-date", |random, text| {
        date_line(text, pick(random, &["2020-13-45", "yesterday", "45/45/2020"]))
    }),
    edit("invalid-encoding", |random, text| {
        let places = between_words(text);
        let at = *random.one(places.get(..).filter(|places| !places.is_empty())?);
        let mut bytes = text.as_bytes().to_vec();
        bytes.insert(at, 0xff);
        Some(Edited { bytes, defect: at..at + 1 })
    }),
    edit("invalid-locale", |random, text| {
        value_of(text, "ms.contentlocale", pick(random, &["Hebrew", "he il x", "1"]))
    }),
    edit("invalid-metadata-value", |_, text| {
        let line = line_of(text, "ms.topic")?;
        Some(edited(text, line.clone(), "ms.topic: [a, b]", line.start..line.start + "ms.topic".len()))
    }),
    edit("locale-mismatch", |random, text| {
        value_of(text, "ms.contentlocale", pick(random, &["fr-FR", "ja-JP", "de"]))
    }),
    Planter {
        code: "misspelt-key",
        how: How::Edit(misspelt),
        // A full-width colon is none to YAML.
        companions: &["yaml-header-syntax-error"],
    },
    Planter {
        code: "title-missing",
        how: How::Edit(no_title),
        companions: &["h1-missing", "heading-skipped"],
    },
    edit("translated-key", |random, text| {
        key_of(text, "title", pick(random, &["כותרת", "タイトル", "название"]))
    }),
    edit("yaml-duplicate-key", |_, text| {
        let line = line_of(text, "ms.topic")?;
        let second = format!("{}\nms.topic: x", &text[line.clone()]);
        let start = line.end + 1;
        Some(edited(text, line, &second, start..start + "ms.topic".len()))
    }),
    edit("yaml-header-syntax-error", |random, text| {
        let line = line_of(text, "ms.topic")?;
        let written = pick(
            random,
            &["description: a: b", "description: \"a\" b", "description: [a", "description: @a"],
        );
        let both = format!("{written}\n{}", &text[line.clone()]);
        let start = line.start;
        Some(edited(text, line, &both, start..start + written.len()))
    }),
];

fn pick<'t>(random: &mut Random, items: &[&'t str]) -> &'t str {
    items[random.below(items.len())]
}

/// The text with `new` at `old`; the defect is a place in the new text.
fn edited(text: &str, old: Range<usize>, new: &str, defect: Range<usize>) -> Edited {
    let mut text = text.to_owned();
    text.replace_range(old, new);
    Edited { bytes: text.into_bytes(), defect }
}

/// The line of a key, without its end.
fn line_of(text: &str, key: &str) -> Option<Range<usize>> {
    let end = text.find("\n---")?;
    let start = text[..end].find(&format!("\n{key}:"))? + 1;
    let length = text[start..].find(['\r', '\n'])?;
    Some(start..start + length)
}

/// Another value for a key that has one on its line.
fn value_of(text: &str, key: &str, value: &str) -> Option<Edited> {
    let line = line_of(text, key)?;
    let start = line.start + key.len() + 2;
    Some(edited(text, line, &format!("{key}: {value}"), start..start + value.len()))
}

/// Another key for a value.
fn key_of(text: &str, key: &str, other: &str) -> Option<Edited> {
    let line = line_of(text, key)?;
    let start = line.start;
    Some(edited(text, start..start + key.len(), other, start..start + other.len()))
}

/// Where a word begins behind another, in lines without markup.
fn between_words(text: &str) -> Vec<usize> {
    let body = text.find("\n# ").map_or(text.len(), |at| at + 3);
    let mut places = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let is_plain =
            line.starts_with(char::is_alphabetic) && !line.contains(['[', '(', '<', '`', '*', '|']);
        let spaces = line.match_indices(' ').map(|(at, _)| start + at + 1);
        places.extend(
            spaces.filter(|at| is_plain && *at > body && text[*at..].starts_with(char::is_alphabetic)),
        );
        start += line.len();
    }
    places
}

fn date_line(text: &str, date: &str) -> Option<Edited> {
    if line_of(text, "ms.date").is_some() {
        return value_of(text, "ms.date", date);
    }
    let line = line_of(text, "ms.topic")?;
    let both = format!("ms.date: {date}\n{}", &text[line.clone()]);
    let start = line.start + "ms.date: ".len();
    Some(edited(text, line, &both, start..start + date.len()))
}

/// The first of a list of custom IDs.
fn custom_id(text: &str) -> Option<Range<usize>> {
    let line = line_of(text, "ms.custom")?;
    let first = text[line.end..].trim_start().strip_prefix("- \"")?;
    let start = line.end + text[line.end..].find(first)?;
    Some(start..start + first.find('"')?)
}

fn id_in_title(_: &mut Random, text: &str) -> Option<Edited> {
    let id = &text[custom_id(text).filter(|id| id.len() > 2)?];
    let start = line_of(text, "title")?.start + "title: ".len();
    let has_word = text[start..].starts_with(char::is_alphabetic);
    has_word.then(|| edited(text, start..start, &format!("{id} "), start..start + id.len()))
}

fn duplicate_custom_id(_: &mut Random, text: &str) -> Option<Edited> {
    let place = custom_id(text)?;
    let (id, end) = (text[place.clone()].to_owned(), place.end + 1);
    let again = format!("\n- \"{id}\"");
    Some(edited(text, end..end, &again, end + 4..end + 4 + id.len()))
}

fn no_block(_: &mut Random, text: &str) -> Option<Edited> {
    let end = text.find("\n---")? + 4;
    let body = text[end..].trim_start_matches(['\r', '\n']);
    Some(Edited { bytes: body.as_bytes().to_vec(), defect: 0..0 })
}

fn no_title(_: &mut Random, text: &str) -> Option<Edited> {
    let line = line_of(text, "title")?;
    let mut text = text.to_owned();
    text.replace_range(line.start..line.end + 1, "");
    let text = text.replace("\n# ", "\n## ");
    Some(Edited { bytes: text.into_bytes(), defect: 0..3 })
}

fn misspelt(random: &mut Random, text: &str) -> Option<Edited> {
    let (key, other) = *random.one(&[
        ("ms.author", "ms-author"),
        ("ms.topic", "ms,.topic"),
        ("ms.custom", "ms.cutsom"),
        ("ms.custom", "munlocking-an-account s.custom"),
        ("ms.service", "MS. Service"),
        ("ms.topic", "ms.topci"),
        ("ms.author:", "ms.author："),
    ]);
    if key.ends_with(':') {
        let line = line_of(text, key.trim_end_matches(':'))?;
        let start = line.start;
        return Some(edited(text, start..start + key.len(), other, start..start + other.len() + 1));
    }
    key_of(text, key, other)
}
