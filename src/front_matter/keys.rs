//! The keys of front matter with the spellings of Microsoft Learn and of other generators, and which of them a damaged
//! key was meant to be. Reads no values.

/// A known key. Two spellings of one meaning are one field, but for `custom_ids` and `ms.custom`, `redirect_from`
/// and `aliases`: of those both count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Title,
    Description,
    Locale,
    CustomIds,
    Custom,
    Date,
    Robots,
    TranslationType,
    SourceHash,
    SourceCommit,
    Translated,
    LocFileId,
    Topic,
    Collection,
    Service,
    Priority,
    Author,
    Slug,
    Draft,
    RedirectFrom,
    Aliases,
    ArticleId,
    Tags,
    Language,
    Updated,
    Url,
    Unlisted,
    Published,
    Build,
    Uid,
    Order,
    Label,
    Translate,
    AnnounceFrom,
    AnnounceUntil,
    Featured,
    Icon,
}

impl Field {
    /// No less than there are fields: each has a spelling.
    pub(super) const COUNT: usize = OWN.len() + OTHERS.len();

    /// Whether the field can make a draft of an article: then every key counts that says so.
    pub(super) fn is_of_draft(self) -> bool {
        matches!(self, Self::Draft | Self::Unlisted | Self::Published | Self::Build)
    }

    /// Whether themes alone show the value, as it is written.
    pub(super) fn is_of_themes(self) -> bool {
        matches!(self, Self::Tags | Self::Url | Self::Language | Self::Uid | Self::Featured | Self::Icon)
    }
}

/// The plain spellings and those of Microsoft Learn; the first one of a field wins where an article has several.
const OWN: [(&str, Field); 35] = [
    ("title", Field::Title),
    ("description", Field::Description),
    ("locale", Field::Locale),
    ("ms.contentlocale", Field::Locale),
    ("custom_ids", Field::CustomIds),
    ("ms.custom", Field::Custom),
    ("date", Field::Date),
    ("ms.date", Field::Date),
    ("robots", Field::Robots),
    ("translation_type", Field::TranslationType),
    ("ms.translationtype", Field::TranslationType),
    ("source_hash", Field::SourceHash),
    ("ms.openlocfilehash", Field::SourceHash),
    ("source_commit", Field::SourceCommit),
    ("ms.sourcegitcommit", Field::SourceCommit),
    ("translated", Field::Translated),
    ("ms.lasthandoff", Field::Translated),
    ("ms.locfileid", Field::LocFileId),
    ("topic", Field::Topic),
    ("ms.topic", Field::Topic),
    ("collection", Field::Collection),
    ("ms.collection", Field::Collection),
    ("service", Field::Service),
    ("ms.service", Field::Service),
    ("priority", Field::Priority),
    ("localization_priority", Field::Priority),
    ("author", Field::Author),
    ("ms.author", Field::Author),
    ("slug", Field::Slug),
    ("draft", Field::Draft),
    ("redirect_from", Field::RedirectFrom),
    ("article_id", Field::ArticleId),
    ("translate", Field::Translate),
    ("announce_from", Field::AnnounceFrom),
    ("announce_until", Field::AnnounceUntil),
];

/// The spellings of other site generators, each with its nested ones. They come last, and a slip in one of them is no
/// finding.
const OTHERS: [(&str, Field); 31] = [
    ("tags", Field::Tags),
    ("keywords", Field::Tags),
    ("taxonomies.tags", Field::Tags),
    ("lang", Field::Language),
    ("language", Field::Language),
    ("updated", Field::Updated),
    ("lastmod", Field::Updated),
    ("last_update.date", Field::Updated),
    ("url", Field::Url),
    ("permalink", Field::Url),
    ("unlisted", Field::Unlisted),
    ("published", Field::Published),
    ("headless", Field::Draft),
    ("build.render", Field::Build),
    ("build.list", Field::Build),
    ("_build.render", Field::Build),
    ("_build.list", Field::Build),
    ("aliases", Field::Aliases),
    ("translationKey", Field::ArticleId),
    ("uid", Field::Uid),
    ("order", Field::Order),
    ("weight", Field::Order),
    ("sidebar_position", Field::Order),
    ("sidebar.order", Field::Order),
    ("nav_order", Field::Order),
    ("label", Field::Label),
    ("linkTitle", Field::Label),
    ("sidebar_label", Field::Label),
    ("sidebar.label", Field::Label),
    ("featured", Field::Featured),
    ("icon", Field::Icon),
];

/// Keys of Microsoft Learn and of other site generators that mean nothing to us, but are not a mistake.
/// The first [`FOLDED`] of them are looked for in a header that lost its line ends.
const USUAL: [&str; 32] = [
    "manager",
    "audience",
    "ms.audience",
    "ms.assetid",
    "ms.prod",
    "ms.reviewer",
    "ms.localizationpriority",
    "ms.technology",
    "ms.subservice",
    "search.appverid",
    "authors",
    "categories",
    "category",
    "cover",
    "dates",
    "editor",
    "excerpt",
    "extra",
    "heading",
    "image",
    "layout",
    "menu",
    "name",
    "ms.devlang",
    "ms.workload",
    "ms.suite",
    "sitemap",
    "subject",
    "subtitle",
    "summary",
    "template",
    "type",
];

/// Keys that other site generators lay a page out by.
const OF_PAGE: [&str; 8] = ["actions", "banner", "features", "footer", "hero", "home", "layout", "template"];

/// How many of `USUAL` belong to the pipeline whose headers get folded.
const FOLDED: usize = 10;

/// The longest text that is looked at as a key.
const MAX_KEY_BYTES: usize = 128;

/// A known key: how it is spelt, what it means, and its place in the tables (the lower wins).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KnownKey {
    pub(super) name: &'static str,
    pub(super) field: Field,
    pub(super) rank: usize,
}

impl KnownKey {
    /// Whether it is a plain key or one of Microsoft Learn.
    pub(super) fn is_own(&self) -> bool {
        self.rank < OWN.len()
    }
}

fn own() -> impl Iterator<Item = KnownKey> {
    OWN.iter().enumerate().map(|(rank, &(name, field))| KnownKey { name, field, rank })
}

/// The known key that is written so, letter case ignored.
pub(super) fn known(written: &str) -> Option<KnownKey> {
    let others = OTHERS.iter().zip(OWN.len()..).map(|(&(name, field), rank)| KnownKey { name, field, rank });
    own().chain(others).find(|key| key.name.eq_ignore_ascii_case(written))
}

/// Whether the key is one that others use.
pub(super) fn is_usual(written: &str) -> bool {
    USUAL.iter().any(|key| key.eq_ignore_ascii_case(written))
}

/// Whether the key is one that pages are laid out by.
pub(super) fn is_of_page(written: &str) -> bool {
    OF_PAGE.contains(&written)
}

/// A key at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KeyOfLine<'a> {
    pub(super) written: &'a str,
    /// Where the value starts in the line: behind the colon.
    pub(super) value: usize,
    pub(super) colon: char,
}

/// The key a line starts with, if it looks like one. The colon may be a full-width one, or stick to the value if the
/// key is known.
pub(super) fn at_start(line: &str) -> Option<KeyOfLine<'_>> {
    const MAX_WORDS: usize = 3;
    let (at, colon) = line.char_indices().take(MAX_KEY_BYTES).find(|(_, character)| is_colon(*character))?;
    let written = line.get(..at)?.trim_end();
    let value = at + colon.len_utf8();
    let ends_well = colon != ':' || line.get(value..)?.chars().next().is_none_or(char::is_whitespace);
    let looks_well = written.starts_with(char::is_alphabetic)
        && written.split_whitespace().count() <= MAX_WORDS
        && (ends_well || is_of_the_pipeline(written));
    looks_well.then_some(KeyOfLine { written, value, colon })
}

/// A colon, or the full-width one that translation makes of it.
pub(super) fn is_colon(character: char) -> bool {
    matches!(character, ':' | '：')
}

/// A key of the pipeline whatever its punctuation and case (`MS. Audience`), known or not.
pub(super) fn is_of_the_pipeline(written: &str) -> bool {
    let letters = letters(written);
    !letters.is_empty()
        && (USUAL.iter().take(FOLDED).any(|key| same_letters(key, &letters)) || respelt(written).is_some())
}

/// The known key that differs from the written one in punctuation and case only (`ms,.custom`, `MS. Custom`).
pub(super) fn respelt(written: &str) -> Option<KnownKey> {
    if written.len() > MAX_KEY_BYTES {
        return None;
    }
    let letters = letters(written);
    own().find(|key| same_letters(key.name, &letters))
}

/// The known key that the written one was most likely meant to be: other punctuation, a slip or two of the
/// fingers, or text pasted into it (`munlocking-an-account s.custom`).
pub(super) fn intended(written: &str) -> Option<KnownKey> {
    if written.len() > MAX_KEY_BYTES || is_usual(written) {
        return None;
    }
    respelt(written).or_else(|| slip(written)).or_else(|| pasted_into(written))
}

/// One wrong, missing, extra or swapped letter behind the first; two of them in a long key. A plural is a key of its
/// own, and so is another word for the title (`titlu`).
fn slip(written: &str) -> Option<KnownKey> {
    let letters = letters(written);
    let is_slip = |name: &str| {
        let name = self::letters(name);
        let allowed = if name.len() < 9 { 1 } else { 2 };
        let plural = letters.strip_suffix('s') == Some(&name);
        let word = name == "title" && letters.len() == name.len() && !is_anagram(&letters, &name);
        !plural && !word && strsim::osa_distance(&name, &letters) <= allowed
    };
    // Most words are neither of the length nor of the first letter of any key: no need to count their slips.
    let is_near = |name: &str| {
        name.len() > 4 && name.len().abs_diff(letters.len()) <= 3 && name.get(..1) == letters.get(..1)
    };
    own().find(|key| is_near(key.name) && is_slip(key.name))
}

/// A word for the title in a language that took it from the same root (`titre`, `titlu`, `titolo`).
pub(super) fn is_like_title(written: &str) -> bool {
    const SLIPS: usize = 2;
    let letters = letters(written);
    let is_near = letters.len() <= "title".len() + SLIPS && letters.starts_with("tit");
    is_near && strsim::osa_distance("title", &letters) <= SLIPS
}

/// A compound key whose start and end are there, with something holding white space in between.
fn pasted_into(written: &str) -> Option<KnownKey> {
    let lower = written.to_ascii_lowercase();
    own().filter(|key| key.name.contains(['.', '_'])).find(|key| {
        let start = key.name.bytes().zip(lower.bytes()).take_while(|(a, b)| a == b).count();
        let pasted = lower.len().checked_sub(key.name.len()).is_some_and(|extra| extra > 0);
        (1..=start).any(|cut| key.name.get(cut..).is_some_and(|end| !end.is_empty() && lower.ends_with(end)))
            && pasted
            && written.contains(char::is_whitespace)
    })
}

fn is_anagram(a: &str, b: &str) -> bool {
    let sorted = |text: &str| {
        let mut characters: Vec<char> = text.chars().collect();
        characters.sort_unstable();
        characters
    };
    sorted(a) == sorted(b)
}

/// Letters and digits in lower case.
fn letters(key: &str) -> String {
    key.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn same_letters(key: &str, letters: &str) -> bool {
    let own = key.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase());
    own.eq(letters.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(written: &str) -> Option<&'static str> {
        intended(written).map(|key| key.name)
    }

    #[test]
    fn case_is_ignored_and_plain_spellings_come_first() {
        assert_eq!(known("ROBOTS").map(|key| key.name), Some("robots"));
        for (at, (name, field)) in OWN.iter().enumerate() {
            let first = OWN.iter().position(|(_, other)| other == field);
            assert!(!name.starts_with("ms.") || first == Some(at) || first.is_some_and(|first| first < at));
        }
    }

    #[test]
    fn slips_are_understood() {
        assert_eq!(meant("ms,.custom"), Some("ms.custom"));
        assert_eq!(meant("ms-custom"), Some("ms.custom"));
        assert_eq!(meant("MS. Custom"), Some("ms.custom"));
        assert_eq!(meant("ms.cutsom"), Some("ms.custom"));
        assert_eq!(meant("tilte"), Some("title"));
        assert_eq!(meant("ROBOTi"), Some("robots"));
        assert_eq!(meant("ms.openlocfilhash"), Some("ms.openlocfilehash"));
        assert_eq!(meant("mpasted some-words s.custom"), Some("ms.custom"));
    }

    #[test]
    fn keys_of_others_are_left_alone() {
        for key in
            ["ms.localizationpriority", "authors", "topics", "tags", "data", "lang", "my title", "weight"]
        {
            assert_eq!(meant(key), None, "{key}");
        }
    }
}
