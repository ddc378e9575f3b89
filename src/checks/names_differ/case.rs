//! A name in other letter case than its own: where it stands, and what is said of it. Counts nothing.

use crate::catalog::Article;
use crate::checks::Finding;
use crate::checks::check::{WrittenBlock, pairs};
use crate::diagnostic::{Applicability, Span};

/// The word of a text that is the name but for its letter case, with no letter, digit or sign of an address at it; none where
/// the name itself stands there too.
pub(super) fn in_other_case<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    places(text, name).next().map(|at| &text[at..at + name.len()])
}

fn places(text: &str, name: &str) -> impl Iterator<Item = usize> {
    let (bytes, name) = (text.as_bytes(), name.as_bytes());
    let first = name.first().map(u8::to_ascii_lowercase);
    let second = name.get(1).map(u8::to_ascii_lowercase);
    let begins =
        move |a: u8, b: u8| Some(a.to_ascii_lowercase()) == first && Some(b.to_ascii_lowercase()) == second;
    pairs(bytes, begins).filter(move |&at| {
        let word = bytes.get(at..at + name.len());
        word.is_some_and(|word| word.eq_ignore_ascii_case(name)) && !is_joined(text, at, at + name.len())
    })
}

/// Whether what touches a word makes it a part of another one, of an address or of code.
fn is_joined(text: &str, start: usize, end: usize) -> bool {
    let joins = |letter: char| {
        letter.is_alphanumeric() && !is_other_script(letter) || "_\\/@:%=.$#<-".contains(letter)
    };
    let mut after = text[end..].chars();
    let is_followed = match after.next() {
        Some('.' | ':') => after.next().is_some_and(char::is_alphanumeric),
        // Endings of a name stand behind a hyphen in many languages; parts of a command begin with a capital.
        Some('-') => {
            after.next().is_some_and(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
        }
        Some(letter) => joins(letter),
        None => false,
    };
    let before = text[..start].strip_suffix('-').map_or(&text[..start], |before| {
        // A preposition may be joined to it.
        if before.ends_with(is_other_script) { "" } else { &text[..start] }
    });
    is_followed || before.chars().next_back().is_some_and(joins)
}

fn is_other_script(letter: char) -> bool {
    letter.is_alphabetic() && letter as u32 >= 0x0250
}

/// The name with the word before or behind it where both stand together as names do: `SharePoint Online`.
pub(super) fn phrases<'t>(text: &'t str, written: &'t str, name: &str) -> [Option<String>; 2] {
    // It is a part of the text.
    let start = (written.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let end = start + written.len();
    let is_name = |word: &&str| word.len() > 1 && word.starts_with(|c: char| c.is_ascii_uppercase());
    let before = text.get(..start).and_then(|before| before.strip_suffix(' '));
    let before = before.and_then(|before| before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next());
    let after = text.get(end..).and_then(|after| after.strip_prefix(' '));
    let after = after.and_then(|after| after.split(|c: char| !c.is_ascii_alphanumeric()).next());
    [
        before.filter(is_name).map(|word| format!("{word} {name}")),
        after.filter(is_name).map(|word| format!("{name} {word}")),
    ]
}

/// What is said of it, at its place in the file; nothing where it is code there.
pub(super) fn finding(
    article: &Article,
    block: usize,
    name: &str,
    written: &str,
    others: usize,
) -> Option<Finding> {
    let file = &article.file;
    let prose = WrittenBlock::of_block(file, file.document.blocks.get(block)?);
    let found = places(prose.text, name)
        .find(|&at| prose.text[at..].starts_with(written) && !prose.is_literal(at))?;
    let span: Span = prose.span(found..found + name.len());
    let message = format!("`{written}` is written `{name}` in {others} other translations");
    let finding = Finding::new(span, message).help("write the name as they do");
    Some(finding.fix(Applicability::Unsafe, span, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_other_case() {
        for (text, written) in [
            ("în teams pe web", "teams"),
            ("ב-teams.", "teams"),
            ("v TEAMS-u", "TEAMS"),
            ("TEAMSで", "TEAMS"),
            ("(teams)", "teams"),
        ] {
            assert_eq!(in_other_case(text, "Teams"), Some(written), "{text}");
        }
        for text in ["teamsx", "teams.example.org", "/teams", "my-teams", "teamsā", "teams-A1", "team", ""] {
            assert_eq!(in_other_case(text, "Teams"), None, "{text}");
        }
    }

    #[test]
    fn names_of_two_words() {
        let text = "v SharePoint online sistema";
        let written = in_other_case(text, "Online").unwrap();
        assert_eq!(phrases(text, written, "Online"), [Some("SharePoint Online".to_owned()), None]);
        let text = "power BI";
        let written = in_other_case(text, "Power").unwrap();
        assert_eq!(phrases(text, written, "Power"), [None, Some("Power BI".to_owned())]);
    }
}
