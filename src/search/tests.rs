//! Tests of the index: how words are folded and divided, what is found where, what the shards hold.

use std::fs;

use crate::catalog::{self, Catalog, LocaleIndex};
use crate::locale::Locale;
use crate::sources::{self, Scope};

use super::*;

/// Words and what they are folded to, by language: `tests/search/folding.json`, which the script is held to as well.
#[test]
fn words_are_folded_as_the_script_folds_them() {
    let file = include_str!("../../tests/search/folding.json");
    let vectors: serde_json::Value = serde_json::from_str(file).unwrap();
    let mut checked = 0;
    for language in vectors.as_array().unwrap() {
        let folding = Folding::new(language["language"].as_str().unwrap());
        for (word, expected) in language["words"].as_object().unwrap() {
            let mut folded = String::new();
            folding.fold(word, &mut folded);
            assert_eq!(folded, expected.as_str().unwrap(), "{word} in {}", language["language"]);
            checked += 1;
        }
        let letters: std::collections::BTreeMap<_, _> = folding.letters.iter().copied().collect();
        assert_eq!(serde_json::to_value(letters).unwrap(), language["letters"]);
        assert_eq!(serde_json::to_value(folding.prefixes).unwrap(), language["prefixes"]);
        for (word, expected) in language["bare"].as_object().unwrap() {
            let bare: Vec<&str> = folding.bare(word).collect();
            assert_eq!(serde_json::to_value(bare).unwrap(), *expected, "{word}");
        }
        for (text, expected) in language["terms"].as_object().unwrap() {
            assert_eq!(serde_json::to_value(spaced(folding, text)).unwrap(), *expected, "{text}");
        }
    }
    assert!(checked > 80, "{checked}");
}

fn terms(folding: Folding, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    words::Divider::new(folding).divide(text, &mut |term| found.push(term.to_owned()));
    found
}

/// Terms without those that lost a prefix.
fn spaced(mut folding: Folding, text: &str) -> Vec<String> {
    folding.prefixes = &[];
    terms(folding, text)
}

#[test]
fn scripts_without_spaces_give_words_and_pairs() {
    let folding = Folding::new("ja");
    assert_eq!(
        terms(folding, "Outlookのサーバー設定"),
        ["outlook", "の", "さーば", "設定", "のさ", "さー", "ーば", "ばー", "ー設", "設定"]
    );
    assert!(terms(Folding::new("th"), "รีเซ็ตรหัสผ่าน").contains(&"รหัส".to_owned()));
}

#[test]
fn hebrew_is_found_with_and_without_its_prefixes() {
    let folding = Folding::new("he");
    assert_eq!(terms(folding, "והסיסמה"), ["והסיסמה", "הסיסמה", "סיסמה"]);
    assert_eq!(terms(folding, "של הדו\"ח"), ["של", "הדוח", "דוח"]);
}

/// The catalog of a project of these files.
fn catalog(files: &[(&str, &str)]) -> Catalog {
    let folder = tempfile::TempDir::new().unwrap();
    for (path, text) in files {
        let path = folder.path().join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let out = folder.path().join("public");
    let scope = Scope::new(&out);
    let sources = sources::load(folder.path(), scope).unwrap();
    let source_locale = Locale::parse("en-US").ok();
    Catalog::new(&sources, &catalog::Options { source_locale, ..catalog::Options::default() })
}

/// Every term of an index with its documents and levels, read as the script reads it.
fn read(index: &SearchIndex) -> Vec<(String, Vec<(usize, usize)>)> {
    let mut found = Vec::new();
    for shard in &index.shards {
        let mut postings = shard.postings.bytes();
        let mut term = String::new();
        for item in shard.terms.split_terminator(' ') {
            if item.starts_with('!') {
                continue;
            }
            let shared = usize::from(item.as_bytes()[0] - b'0');
            term = term.chars().take(shared).chain(item[1..].chars()).collect();
            let (mut documents, mut document, mut gap) = (Vec::new(), 0, 0);
            loop {
                let byte = postings.next().unwrap();
                if let Some(digit) = shard::DIGITS.iter().position(|digit| *digit == byte) {
                    gap = gap * 64 + digit;
                    continue;
                }
                document += gap;
                gap = 0;
                let level = |levels: &[u8]| levels.iter().position(|level| *level == byte);
                if let Some(level) = level(shard::LEVEL) {
                    documents.push((document, level));
                    document += 1;
                } else {
                    documents.push((document, level(shard::LAST).unwrap()));
                    break;
                }
            }
            found.push((term.clone(), documents));
        }
        assert_eq!(postings.next(), None);
    }
    found
}

fn index(catalog: &Catalog, tag: &str) -> SearchIndex {
    let locale = catalog.locales.position(|entry| entry.locale.tag() == tag).unwrap();
    let own = catalog.articles.indices().filter(|&article| catalog.articles[article].locale == locale);
    SearchIndex::new(catalog, locale, own.collect(), &[], &SourceTerms::new(catalog))
}

const RESET: &str = "---\ntitle: Reset a password\ncustom_ids: [\"0042\", Ab-1]\n---\n\n# Reset a password\n\nOpen the portal.\n\n## Security key\n\nType it.\n";
const HEBREW: &str = "---\ntitle: איפוס סיסמה\ncustom_ids: [\"77\"]\n---\n\n# <a name=\"reset-pw\"></a>איפוס סיסמה\n\nפתחו את הפורטל. ה־portal נפתח.\n";

#[test]
fn the_title_says_most_and_the_source_least() {
    let catalog = catalog(&[
        ("en-US/reset.md", RESET),
        ("en-US/other.md", "---\ntitle: Other\n---\n\nThe portal, the portal and the password.\n"),
        ("he-IL/reset.md", HEBREW),
    ]);
    let english = read(&index(&catalog, "en-US"));
    let level = |terms: &[(String, Vec<(usize, usize)>)], term: &str, document: usize| {
        let (_, documents) = terms.iter().find(|(other, _)| other == term).unwrap();
        documents.iter().find(|(other, _)| *other == document).map(|(_, level)| *level)
    };
    // By path: other, reset.
    assert!(level(&english, "password", 1) > level(&english, "password", 0));
    assert!(level(&english, "reset", 1) > level(&english, "key", 1));
    assert!(level(&english, "key", 1) > level(&english, "type", 1));
    assert_eq!(level(&english, "key", 0), None);

    let hebrew = read(&index(&catalog, "he-IL"));
    let own = level(&hebrew, "סיסמה", 0);
    assert!(own > level(&hebrew, "password", 0), "a translated title before one of the source");
    assert!(level(&hebrew, "password", 0) > level(&hebrew, "type", 0), "its title before its text");
    assert!(level(&hebrew, "pw", 0).is_some(), "anchors of the source language");
}

#[test]
fn every_translation_has_the_ids_of_all() {
    let catalog = catalog(&[("en-US/reset.md", RESET), ("he-IL/reset.md", HEBREW)]);
    for tag in ["en-US", "he-IL"] {
        let found = read(&index(&catalog, tag));
        let ids: Vec<&str> =
            found.iter().map(|(term, _)| term.as_str()).filter(|term| term.starts_with('#')).collect();
        assert_eq!(ids, ["#0042", "#77", "#ab-1"], "{tag}");
    }
}

#[test]
fn terms_are_sorted_and_every_shard_begins_with_a_whole_one() {
    let text: String = (0..3000).map(|number| format!("wort{:04} ", number * 7 % 3000)).collect();
    let catalog =
        catalog(&[("de-DE/a.md", &format!("# A\n\n{text}\n\n\u{1d4d0} \u{f900} \u{20000}\u{20001}\n"))]);
    let index = index(&catalog, "de-DE");
    assert!(index.shards.len() > 2);
    let found: Vec<String> = read(&index).into_iter().map(|(term, _)| term).collect();
    assert!(found.len() > 3000);
    assert!(found.windows(2).all(|pair| pair[0].encode_utf16().lt(pair[1].encode_utf16())));
    for shard in &index.shards {
        assert!(shard.terms.starts_with(&format!("0{} ", shard.first)));
    }
}

#[test]
fn what_every_article_says_is_kept_only_where_it_stands_out() {
    let file =
        |number: usize| (format!("en-US/{number}.md"), format!("# Number {number}\n\nCommon word{number}\n"));
    let files: Vec<(String, String)> = (100..200).map(file).collect();
    let mut files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    files.push(("en-US/z.md", "# Common\n\nText\n"));
    let index = index(&catalog(&files), "en-US");
    // 101 is `Bl` in digits of base 64.
    assert!(
        index.shards.iter().any(|shard| shard.terms.contains("common !Bl ")),
        "its true frequency is kept"
    );
    let found = read(&index);
    let (_, common) = found.iter().find(|(term, _)| term == "common").unwrap();
    assert_eq!(common.len(), 1);
    assert!(found.iter().any(|(term, _)| term == "word150"));
}

#[test]
fn a_group_of_words_has_the_documents_of_all() {
    let catalog = catalog(&[
        ("sl-SI/a.md", "# Geslo\n\nGesla.\n"),
        ("sl-SI/b.md", "# Vpis\n\nPrijavite se v predal.\n"),
        ("sl-SI/c.md", "# Poštni predal\n\nNič.\n"),
    ]);
    let own = catalog.articles.indices().collect();
    let lines = ["gesl*, password", "neznano, unknown", "prijav*, sign in", "poštni predal, mailbox", "vpis"];
    let index = SearchIndex::new(&catalog, LocaleIndex(0), own, &lines, &SourceTerms::new(&catalog));
    assert_eq!(index.synonyms, ["gesl*,password", "prijav*,sign in", "postni predal,mailbox"]);
    let found = read(&index);
    let documents = |term: &str| {
        let (_, documents) = found.iter().find(|(other, _)| other == term).unwrap();
        documents.iter().map(|(document, _)| *document).collect::<Vec<_>>()
    };
    assert_eq!([documents("$0000"), documents("$0001"), documents("$0002")], [[0], [1], [2]]);
    assert!(found.windows(2).all(|pair| pair[0].0.encode_utf16().lt(pair[1].0.encode_utf16())));
}

#[test]
fn what_authors_say_of_an_article_is_found() {
    let file = "---\ntitle: A\ndescription: zebrafish\nkeywords: [unsend, take back]\n---\n\n# A\n\n![a lighthouse](x.png)\n";
    let found = read(&index(&catalog(&[("en-US/a.md", file)]), "en-US"));
    for word in ["zebrafish", "unsend", "back", "lighthouse"] {
        assert!(found.iter().any(|(term, _)| term == word), "{word}");
    }
}

#[test]
fn chunks_hold_all_articles_in_order() {
    let long = "word ".repeat(4000);
    let file = |number: usize| {
        (format!("en-US/{number:02}.md"), if number == 3 { long.clone() } else { "# A\n\nB\n".to_owned() })
    };
    let files: Vec<(String, String)> = (0..40).map(file).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let catalog = catalog(&files);
    let index = index(&catalog, "en-US");
    assert_eq!(index.chunks.first().unwrap().end, 4, "a long article ends its chunk");
    assert_eq!(index.chunks.iter().cloned().flatten().collect::<Vec<_>>(), (0..40).collect::<Vec<_>>());
    assert!(index.chunks.iter().all(|chunk| chunk.len() <= CHUNK_ARTICLES));
}

#[test]
fn the_version_is_that_of_what_is_found() {
    let of = |text: &str| index(&catalog(&[("en-US/a.md", text)]), "en-US").version;
    assert_eq!(of("# A\n\nB c\n"), of("# A\n\nB, c!\n"));
    assert_ne!(of("# A\n\nB c\n"), of("# A\n\nB d\n"));
}

#[test]
fn a_locale_without_articles_has_an_empty_index() {
    let catalog = catalog(&[("en-US/a.md", "# A\n")]);
    let index = SearchIndex::new(&catalog, LocaleIndex(0), Vec::new(), &[], &SourceTerms::new(&catalog));
    assert!(index.shards.is_empty() && index.chunks.is_empty());
}

proptest::proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,60}", language in "(he|ar|de|ja|tr|sv)") {
        let folding = Folding::new(&language);
        for term in terms(folding, &text) {
            proptest::prop_assert!(!term.is_empty() && term.chars().count() <= fold::TERM_CHARS);
            proptest::prop_assert!(!term.contains([' ', '"', '\\', '#', '$', '!']));
        }
    }
}
