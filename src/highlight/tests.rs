//! Every grammar is sound, and shows a short piece of its language as readers of that language see it.

use super::languages::LANGUAGES;
use super::*;
use regex_automata::{Anchored, Input};

/// The code with its tokens as `⟨class text⟩`.
fn shown(language: &str, text: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for token in Highlighter::default().tokens(language, text) {
        assert!(token.range.start >= at && token.range.start < token.range.end);
        out.push_str(&text[at..token.range.start]);
        let name = token.class.name().trim_start_matches("hl-");
        out.push_str(&format!("⟨{name} {}⟩", &text[token.range.clone()]));
        at = token.range.end;
    }
    out + &text[at..]
}

#[test]
fn every_grammar_is_sound() {
    for language in LANGUAGES {
        let grammar =
            Grammar::read(language.grammar).unwrap_or_else(|error| panic!("{:?}: {error}", language.names));
        for context in &grammar.contexts {
            let regex = context.compile().unwrap_or_else(|error| panic!("{:?}: {error}", language.names));
            for (pattern, rule) in context.patterns().iter().zip(&context.rules) {
                let groups = regex_automata::meta::Regex::new(pattern).map(|regex| regex.captures_len());
                let last = rule.captures.keys().max().copied().unwrap_or(0);
                assert!(
                    groups.is_ok_and(|groups| last < groups),
                    "{:?}: a group of {pattern}",
                    language.names
                );
            }
            let empty = regex.search(&Input::new("").anchored(Anchored::No));
            assert!(empty.is_none(), "{:?}: {:?} matches nothing", language.names, empty);
        }
    }
}

#[test]
fn names_are_in_order_and_no_name_is_twice() {
    assert!(LANGUAGES.is_sorted_by_key(|language| language.names[0]));
    let mut names: Vec<&str> = LANGUAGES.iter().flat_map(|language| language.names).copied().collect();
    names.sort_unstable();
    assert!(names.is_sorted_by(|one, other| one < other), "{names:?}");
    assert!(names.iter().all(|name| !name.contains(|c: char| c.is_ascii_uppercase() || c == ' ')));
}
