//! What a text says to those who translate it, as one value: two versions of a source that have the same differ in no word that a
//! translator would change. Compares none.

use std::fmt::Write as _;

use crate::front_matter::{FrontMatter, entries};
use crate::line_end;
use crate::markdown::{BlockKind, Document, Form, Syntax};

use super::words;

/// What it was read as, and 32 hexadecimal digits, equal for texts of the same words. Code, numbers, signs of money, numbers and
/// comparison, pictures, descriptions of images and what is included count; markup, white space, other punctuation, addresses and
/// front matter that is not translated do not.
pub fn weight(syntax: Syntax, text: &str) -> String {
    let text = &*line_end::normal(text);
    let front_matter = FrontMatter::parse(text);
    let document = Document::parse_as(syntax, text, front_matter.body_start as usize);
    let mut said = Said { hasher: blake3::Hasher::new(), last: None };
    said.front_matter(&front_matter, text);
    for block in &document.blocks {
        let plain = block.text.slice(&document.text);
        match block.kind {
            BlockKind::Code => plain.split_whitespace().for_each(|piece| said.one(CODE, piece)),
            _ => {
                said.words(plain);
                // What stands between its words only code minds: `a-b` is not `a.b`.
                let is_more = |piece: &&str| piece.contains(|letter: char| !letter.is_alphanumeric());
                for code in words::inline_code(block.span.slice(text)) {
                    code.split_whitespace().filter(is_more).for_each(|piece| said.one(CODE, piece));
                }
            }
        }
    }
    said.last = None;
    for image in &document.images {
        said.words(&image.alt);
        said.words(&image.title);
    }
    document.links.iter().for_each(|link| said.words(&link.title));
    document.includes.iter().for_each(|include| said.one(INCLUDE, &include.path));
    format!("{}{}-{}", syntax.dialect.name(), if syntax.form == Form::Mdx { "x" } else { "" }, said.hex())
}

const WORDS: u8 = 1;
const CODE: u8 = 2;
const INCLUDE: u8 = 3;
const KEY: u8 = 4;

struct Said {
    hasher: blake3::Hasher,
    /// The last letter of a run of words.
    last: Option<char>,
}

impl Said {
    fn one(&mut self, kind: u8, text: &str) {
        self.hasher.update(&[kind]).update(text.as_bytes()).update(&[0]);
        self.last = None;
    }

    /// White space between words is no part of them, nor whether it is there, except between numbers; nor is the form of an apostrophe.
    fn words(&mut self, text: &str) {
        words::each_said(text, |word| {
            let is_number = |letter: Option<char>| letter.is_some_and(char::is_numeric);
            let between: &[u8] = match self.last {
                None => &[WORDS],
                last if is_number(last) && is_number(word.chars().next()) => &[0],
                _ => &[],
            };
            self.hasher.update(between);
            for (at, part) in word.split('\u{2019}').enumerate() {
                self.hasher.update(if at > 0 { b"'" } else { b"" }).update(part.as_bytes());
            }
            self.last = word.chars().next_back();
        });
    }

    /// The values that readers see, each with its key.
    fn front_matter(&mut self, front_matter: &FrontMatter, text: &str) {
        let Some(found) = entries(text) else {
            let known = [&front_matter.title, &front_matter.description, &front_matter.label];
            known.into_iter().flatten().for_each(|value| self.words(&value.value));
            return;
        };
        for entry in found.entries.iter().filter(|entry| entry.is_said()) {
            self.one(KEY, &entry.key);
            self.words(&entry.text());
        }
    }

    fn hex(&self) -> String {
        let digest = self.hasher.finalize();
        digest.as_bytes()[..16].iter().fold(String::with_capacity(32), |mut hex, byte| {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "---\ntitle: Pay\nmanager: ann\nms.date: 1/2/2024\n---\n# Pay\n\nSee **this** [bill](bill.md) in 5 days, it's so.\n\n- ![Bill](bill.png)\n- Run `pay now`\n\n```\npay --now\n```\n\n[!INCLUDE [x](x.md)]\n";

    fn is_same(from: &str, to: &str) -> bool {
        assert!(TEXT.contains(from), "{from}");
        let weight = |text: &str| weight(Syntax::default(), text);
        weight(TEXT) == weight(&TEXT.replacen(from, to, 1))
    }

    #[test]
    fn what_no_translator_would_change_has_no_weight() {
        for (from, to) in [
            ("1/2/2024", "3/4/2024"),
            ("manager: ann", "manager: bob"),
            ("manager: ann", "manager: ann\nms.topic: faq"),
            ("**this**", "*this*"),
            ("(bill.md)", "(invoice.md#due)"),
            ("bill.png", "new.png"),
            ("- ![", "* ![\u{20}".trim_end()),
            ("\n\nSee", "\n\n\n\nSee"),
            ("See **this** [bill]", "See **this**\n[bill]"),
            ("so.", "so!"),
            ("this** [bill]", "this**[bill]"),
            ("it's", "it’s"),
            ("\n", "\r\n"),
        ] {
            assert!(is_same(from, to), "{from:?} to {to:?}");
        }
    }

    #[test]
    fn signs_have_their_places() {
        let weight = |text: &str| weight(Syntax::default(), text);
        for [one, other] in [
            ["5 %", "5 €"],
            ["a \\< b", "a \\> b"],
            ["-5 or 5", "5 or -5"],
            ["−5", "5"],
            ["½ ✓", "½ ✗"],
            ["Ok 👍", "Ok 👎"],
            ["Run `a-b`.", "Run `a.b`."],
            ["`--all`", "`-all`"],
        ] {
            assert_ne!(weight(one), weight(other), "{one} and {other}");
        }
        for [one, other] in [
            ["2020-2021", "2020–2021"],
            ["well-known", "well known"],
            ["`word`", "word"],
            ["- 5", "* 5"],
            ["Wait!", "Wait."],
            ["“Yes”", "\"Yes\""],
        ] {
            assert_eq!(weight(one), weight(other), "{one} and {other}");
        }
    }

    #[test]
    fn words_numbers_and_code_have() {
        for (from, to) in [
            ("title: Pay", "title: Pay now"),
            ("title: Pay", "title: Pay\ndescription: How to pay"),
            ("in 5", "in 6"),
            ("days", "weeks"),
            ("in 5", "in 5 5"),
            ("it's so", "it is so"),
            ("![Bill]", "![Invoice]"),
            ("pay now", "pay later"),
            ("--now", "--later"),
            ("(x.md)", "(y.md)"),
            ("See", "see"),
            ("in 5 days", "in 5 % days"),
            ("in 5 days", "in -5 days"),
            ("in 5 days", "in €5 days"),
            ("in 5 days", "in <5 days"),
            ("it's so.", "it's so 🎉."),
            ("`pay now`", "`pay-now`"),
            ("[bill](bill.md)", "[bill](bill.md \"Your bill\")"),
        ] {
            assert!(!is_same(from, to), "{from:?} to {to:?}");
        }
    }
}
