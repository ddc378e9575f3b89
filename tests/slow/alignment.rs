//! Headings and blocks of real translations find their originals.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use faqtory::alignment;
use faqtory::front_matter::FrontMatter;
use faqtory::markdown::Document;

use crate::harness::{Test, note, shared, tests};

pub(crate) const TESTS: &[Test] = tests![
    headings_find_the_anchors_that_were_written_in_them,
    a_missing_section_gives_its_anchor_to_no_other,
    pairs_to_read: ignored,
];

fn document(text: &str) -> Document {
    Document::parse(text, FrontMatter::parse(text).body_start as usize)
}

/// The articles of a docset by name, without those that list the others.
fn articles(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let markdown =
        entries.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "md"));
    markdown
        .map(|entry| {
            (entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

/// A text without the anchors that are written in its headings.
fn without_anchors(text: &str) -> String {
    let written = document(text);
    let mut bare = String::new();
    let mut done = 0;
    let mut anchors: Vec<_> = written.headings.iter().filter_map(|heading| heading.anchor.as_ref()).collect();
    anchors.sort_by_key(|anchor| anchor.span.start);
    for anchor in anchors {
        let start = text[..anchor.span.start as usize].rfind("<a ").unwrap();
        let end = text[anchor.span.end as usize..].find("</a>").unwrap() + anchor.span.end as usize + 4;
        bare.push_str(&text[done..start]);
        done = end;
    }
    bare + &text[done..]
}

/// The name that each heading has by the anchor written in it, and the one it has without that anchor.
fn names(source: &Document, text: &str) -> Vec<(String, Option<String>)> {
    let written = document(text);
    let bare = document(&without_anchors(text));
    assert_eq!(bare.headings.len(), written.headings.len());
    let name = |heading: usize| {
        let heading: &faqtory::markdown::Heading = &source.headings[heading];
        heading.anchor.as_ref().map_or(&heading.slug, |anchor| &anchor.name).to_string()
    };
    let found = alignment::headings(source, &bare).into_iter().map(|pair| pair.map(name));
    let anchors = written.headings.iter().map(|heading| heading.anchor.as_ref());
    let both = anchors.zip(found);
    both.filter_map(|(anchor, found)| Some((anchor?.name.to_string(), found))).collect()
}

fn headings_find_the_anchors_that_were_written_in_them() {
    let input = shared("corpus-with-source");
    let originals = articles(&input.join("en-US/MicrosoftSearch"));
    let (mut all, mut recovered, mut renamed) = (0, 0, 0);
    for locale in ["fr-FR", "pt-BR"] {
        for (name, text) in articles(&input.join(locale).join("MicrosoftSearch")) {
            let Some(original) = originals.get(&name) else { continue };
            let source = document(original);
            let theirs: Vec<String> = source
                .headings
                .iter()
                .map(|heading| {
                    heading.anchor.as_ref().map_or(&heading.slug, |anchor| &anchor.name).to_string()
                })
                .collect();
            for (written, found) in names(&source, &text) {
                // The original of today has no such heading any more.
                if !theirs.contains(&written) {
                    renamed += 1;
                    continue;
                }
                all += 1;
                if found.as_ref() == Some(&written) {
                    recovered += 1;
                } else {
                    note!("{locale}/{name}: {written} found {found:?}");
                }
            }
        }
    }
    note!("{recovered} of {all} anchors recovered; {renamed} have no heading in the originals of today");
    assert!(all > 500 && recovered * 100 >= all * 97, "{recovered} of {all}");
}

/// A wrong anchor is worse than none: where the translation lacks any section, the headings of the others have their own
/// anchors, or none.
fn a_missing_section_gives_its_anchor_to_no_other() {
    let input = shared("corpus-with-source");
    let originals = articles(&input.join("en-US/MicrosoftSearch"));
    let (mut right, mut none, mut wrong) = (0, 0, 0);
    for (name, text) in
        ["fr-FR", "pt-BR"].iter().flat_map(|locale| articles(&input.join(locale).join("MicrosoftSearch")))
    {
        let Some(original) = originals.get(&name) else { continue };
        let (source, bare) = (document(original), without_anchors(&text));
        let whole = document(&bare);
        let pairs = alignment::headings(&source, &whole);
        for cut in 1..whole.headings.len() {
            let start =
                |heading: usize| whole.headings.get(heading).map(|heading| heading.span.start as usize);
            let text =
                format!("{}{}", &bare[..start(cut).unwrap()], &bare[start(cut + 1).unwrap_or(bare.len())..]);
            let less = document(&text);
            if less.headings.len() + 1 != whole.headings.len() {
                continue;
            }
            for (at, found) in alignment::headings(&source, &less).into_iter().enumerate() {
                let expected = pairs[if at < cut { at } else { at + 1 }];
                match found {
                    None => none += 1,
                    Some(_) if found == expected => right += 1,
                    Some(_) => wrong += 1,
                }
            }
        }
    }
    note!("without a section: {right} right, {none} without a pair, {wrong} wrong");
    assert!(right > 2_000 && wrong * 1_000 <= right, "{right} right, {none} without a pair, {wrong} wrong");
}

/// For reading: every pair of blocks of the articles that `FAQTORY_ARTICLES` names (`fr-FR/manage-qas.md,…`).
fn pairs_to_read() {
    let input = shared("corpus-with-source");
    let wanted = std::env::var("FAQTORY_ARTICLES").unwrap_or_default();
    for wanted in wanted.split(',').filter(|name| !name.is_empty()) {
        let (locale, name) = wanted.split_once('/').unwrap();
        let source = document(&fs::read_to_string(input.join("en-US/MicrosoftSearch").join(name)).unwrap());
        let text = fs::read_to_string(input.join(locale).join("MicrosoftSearch").join(name)).unwrap();
        let translation = document(&text);
        let pairs = alignment::blocks(&source, &translation);
        let show = |document: &Document, at: usize| {
            let text: String = document.blocks[at].text.slice(&document.text).chars().take(90).collect();
            format!("{:?} {text}", document.blocks[at].kind)
        };
        note!("\n=== {wanted}");
        for at in 0..translation.blocks.len() {
            let theirs: Vec<String> = pairs.source_of(at).map(|block| show(&source, block)).collect();
            let mark = if theirs.len() == 1 { " " } else { "!" };
            note!("{mark} {}\n     {}", show(&translation, at), theirs.join(" ++ "));
        }
        for at in (0..source.blocks.len()).filter(|&at| pairs.translation_of(at).is_none()) {
            note!("! nothing for {}", show(&source, at));
        }
    }
}
