//! `untranslated-word`: a word in English within a translated sentence, which all other translations have translated.

mod english;
mod literal;

use std::ops::Range;

use crate::catalog::Article;
use crate::markdown::BlockKind;

use super::check::{MANY, WrittenBlock, is_alphabetic};
use super::compare::VOTES;
use super::{Against, Check, Compared, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "untranslated-word",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: Some(MANY),
    fixes: &[],
    since: "0.1.0",
    summary: "a word was left in English",
    explanation: "\
## What it does
Compares translations of the same source version block by block. In a language of another script a word of four Latin letters or more is reported that none of at least three others has; in a language of Latin script one of a list of English words, which are none in other languages, that none of at least two others has; in small letters one in three may have it too. Code, addresses, quotations, words in brackets, commands, messages of errors, names of several words or with a year, and what stands beside a name or number that others have too are not looked at.

## Why is this bad?
Readers may not understand the word. Translation engines leave words as they are, in bold and at the edges of links above all.

## Example
```markdown
In dieser Quickstart erfahren Sie, wie Sie sich anmelden.
```

## Fix
Translate the word.",
    run: Run::Translation(run),
};

/// Others that are enough where the word is known to be English.
const FEW: usize = 2;

/// Letters of a word, at the least.
const SHORTEST: usize = 4;

/// Words of a block, at the most: with more it is a sentence in English, which is another finding.
const MOST: usize = 5;

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let locales = &compared.catalog.locales;
    let locale = &locales[compared.article.locale].locale;
    let is_latin = locale.script() == Some("Latn");
    let (Against::Siblings { siblings, .. } | Against::Few { siblings, .. }) = &compared.against else {
        return;
    };
    if locale.language() == "en" || siblings.len() < if is_latin { FEW } else { VOTES } {
        return;
    }
    let file = &compared.article.file;
    let mut beside: Option<Vec<&Article>> = None;
    for (index, block) in file.document.blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Code | BlockKind::Html) || block.is_bilingual() {
            continue;
        }
        let prose = WrittenBlock::of_block(file, block);
        let mut candidates = words(prose.text, |word| !is_latin || english::is_english(word)).peekable();
        if candidates.peek().is_none() {
            continue;
        }
        let beside = beside.get_or_insert_with(|| {
            let mut beside = compared.beside();
            beside.retain(|other| locales[other.locale].locale.language() != "en");
            beside
        });
        if beside.len() < if is_latin { FEW } else { VOTES } || !is_latin && !has_other_script(prose.text) {
            continue;
        }
        let others = Others { all: beside, texts: texts(beside, index) };
        let lost: Vec<Range<usize>> = candidates.filter(|word| is_left(&prose, word, &others)).collect();
        if lost.len() <= MOST {
            findings.push_all(file, joined(prose.text, lost).into_iter().map(|words| finding(&prose, words)));
        }
    }
}

/// Letters beyond ASCII that show a block to be translated.
const LETTERS: usize = 6;

fn has_other_script(text: &str) -> bool {
    text.chars()
        .filter(|letter| *letter as u32 >= 0x0370 && is_alphabetic(*letter))
        .nth(LETTERS - 1)
        .is_some()
}

fn texts<'c>(beside: &[&'c Article], index: usize) -> Vec<&'c str> {
    let block = |other: &&'c Article| {
        let block = other.file.document.blocks.get(index);
        block.map_or("", |block| block.text.slice(&other.file.document.text))
    };
    beside.iter().map(block).collect()
}

/// The same block of the other translations.
struct Others<'o, 'c> {
    all: &'o [&'c Article],
    texts: Vec<&'c str>,
}

impl Others<'_, '_> {
    /// How many of them have a word, in any letter case and inflected.
    fn with(&self, word: &str) -> usize {
        let stem = &word.as_bytes()[..word.len().saturating_sub(ENDING).max(SHORTEST).min(word.len())];
        let &[first, second, ..] = stem else { return self.texts.len() };
        let begins = |a: u8, b: u8| a.eq_ignore_ascii_case(&first) & b.eq_ignore_ascii_case(&second);
        let has = |text: &&&str| {
            let bytes = text.as_bytes();
            super::check::pairs(bytes, begins)
                .any(|at| bytes.get(at..at + stem.len()).is_some_and(|part| part.eq_ignore_ascii_case(stem)))
        };
        self.texts.iter().filter(has).count()
    }

    fn have(&self, word: &str) -> bool {
        self.with(word) > 0
    }

    /// Whether one of them has a name anywhere.
    fn name(&self, name: &str) -> bool {
        let name = memchr::memmem::Finder::new(name);
        self.all.iter().any(|other| name.find(other.file.document.text.as_bytes()).is_some())
    }

    /// Whether too many of them have a word for it to be left: names have capitals, and of the words that are known to be
    /// English some may have left one too.
    fn keep(&self, word: &str) -> bool {
        let is_name = word.starts_with(|letter: char| letter.is_ascii_uppercase());
        if is_name || !english::is_english(word) {
            self.have(word)
        } else {
            self.with(word) * 3 > self.texts.len()
        }
    }
}

/// Letters at the end of a word that other endings may stand for.
const ENDING: usize = 2;

/// Words of Latin letters, of those that `may_be` left, that stand by themselves: no part of an address or of code, and no
/// capitals but the first.
fn words(text: &str, may_be: impl Fn(&str) -> bool) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(byte) = bytes.get(at) {
            let start = at;
            at += 1;
            if !byte.is_ascii_alphabetic() {
                continue;
            }
            while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
                at += 1;
            }
            let length = at - start;
            if length >= SHORTEST
                && may_be(&text[start..at])
                && bytes[start + 1..at].iter().all(u8::is_ascii_lowercase)
                && !is_joined(text, start, at)
            {
                return Some(start..at);
            }
        }
        None
    })
}

/// Whether letters, digits, or signs of addresses and of code touch a word.
fn is_joined(text: &str, start: usize, end: usize) -> bool {
    let joins = |letter: char, signs: &str| {
        letter.is_ascii_digit() || !letter.is_ascii() && is_latin(letter) || signs.contains(letter)
    };
    let mut after = text[end..].chars();
    let is_followed = match after.next() {
        Some('.' | ':') => {
            after.next().is_some_and(|letter| letter.is_ascii_alphanumeric() || "/\\".contains(letter))
        }
        Some(letter) => joins(letter, "_\\/@%={-'’&("),
        None => false,
    };
    is_followed
        || text[..start].chars().next_back().is_some_and(|letter| joins(letter, "_\\/@:%=.$#<{-'’&;!"))
}

/// A Latin letter beyond ASCII.
fn is_latin(letter: char) -> bool {
    matches!(letter, '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
}

/// Whether a word was left, by what stands round it and in the others.
fn is_left(prose: &WrittenBlock<'_>, word: &Range<usize>, others: &Others<'_, '_>) -> bool {
    let text = prose.text;
    if prose.is_literal(word.start)
        || is_quoted(text, word)
        || others.keep(&text[word.clone()])
        || literal::is_code(text, word)
        || literal::is_named(text, word)
    {
        return false;
    }
    // Part of a name: what stands beside it is a number, or a word that others have too.
    let is_part =
        |beside: Option<&str>| beside.is_some_and(|word| word.len() < SHORTEST || others.have(word));
    let before = text[..word.start].strip_suffix([' ', '\u{a0}']).and_then(|before| {
        let length = before.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
        Some(&before[before.len() - length..]).filter(|word| !word.is_empty())
    });
    let after = text[word.end..].strip_prefix([' ', '\u{a0}']).and_then(|after| {
        let length = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
        Some(&after[..length]).filter(|word| !word.is_empty())
    });
    // What has a capital and stands beside another capital is a name of several words, and so is what others have elsewhere.
    let is_capital = |word: &str| word.starts_with(|letter: char| letter.is_ascii_uppercase());
    let word = &text[word.clone()];
    if is_capital(word)
        && (before.is_some_and(is_capital) || after.is_some_and(is_capital) || others.name(word))
    {
        return false;
    }
    // In Latin script every word has words beside it; those of names have capitals.
    let is_name = |word: &&str| {
        has_other_script(text) || is_capital(word) || word.starts_with(|letter: char| letter.is_ascii_digit())
    };
    !is_part(before.filter(is_name)) && !is_part(after.filter(is_name))
}

/// Bytes on each side of a word in which marks of a quotation are looked for.
const AROUND: usize = 80;

/// Bytes behind a word in which brackets that explain it begin.
const NEAR: usize = 30;

/// Whether a word stands in brackets, before such as explain it, or between marks of a quotation.
fn is_quoted(text: &str, word: &Range<usize>) -> bool {
    let before = &text[text.ceil_char_boundary(word.start.saturating_sub(AROUND))..word.start];
    let after = &text[word.end..text.floor_char_boundary(word.end + AROUND)];
    let is_mark = |letter: char| "\"“”„«»‘‚「」『』".contains(letter);
    let is_between = before.contains(is_mark) && after.contains(is_mark);
    let is_in_brackets = before.rfind(['(', ')']).is_some_and(|at| before[at..].starts_with('('));
    // Its translation, or the short form of a name, stands in brackets behind it.
    let near = &after[..after.floor_char_boundary(NEAR)];
    let rest =
        near.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || " *".contains(letter));
    is_between || is_in_brackets || rest.starts_with('(')
}

/// Words with one space between them as one.
fn joined(text: &str, words: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for word in words {
        match all.last_mut() {
            Some(last) if &text[last.end..word.start] == " " => last.end = word.end,
            _ => all.push(word),
        }
    }
    all
}

fn finding(prose: &WrittenBlock<'_>, words: Range<usize>) -> Finding {
    let shown = &prose.text[words.clone()];
    let message =
        format!("`{shown}` was left in English; the other translations have words of their own here");
    Finding::new(prose.span(words), message).help("translate it")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, siblings};
    use super::CHECK;

    #[test]
    fn words_that_were_left() {
        let found = siblings(
            &CHECK,
            &[
                "פתח את Advanced גילוי אלקטרוני ובחר **Save**.",
                "Šajā Quickstart uzzināsit, kā **Manage** lapu.",
                "Deschideți pagina și selectați **Salvare**.",
                "Odprite stran in izberite **Shrani**.",
            ],
        );
        insta::assert_snapshot!(found, @"
        content/he-IL/a.md `Advanced`: `Advanced` was left in English; the other translations have words of their own here (translate it)
        content/he-IL/a.md `Save`: `Save` was left in English; the other translations have words of their own here (translate it)
        content/lv-LV/a.md `Quickstart`: `Quickstart` was left in English; the other translations have words of their own here (translate it)
        content/lv-LV/a.md `Manage`: `Manage` was left in English; the other translations have words of their own here (translate it)
        ");
        let text = |text: &str| {
            format!("---\nsource_hash: 0123456789012345678901234567890123456789\n---\n# A\n\n{text}\n")
        };
        let files = [
            ("content/ja/a.md", text("このページでpassword を変更できます。")),
            ("content/de/a.md", text("Wählen Sie hier Einstellungen und Updating aus.")),
            ("content/fr/a.md", text("Choisissez ici les paramètres.")),
            ("content/ru/a.md", text("Выберите здесь параметры и quickstart потом.")),
        ];
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/a.md `Updating`: `Updating` was left in English; the other translations have words of their own here (translate it)
        content/ja/a.md `password`: `password` was left in English; the other translations have words of their own here (translate it)
        content/ru/a.md `quickstart`: `quickstart` was left in English; the other translations have words of their own here (translate it)
        ");
    }

    #[test]
    fn words_that_are_meant() {
        for own in [
            "פתח את *Get-Rule \"x\" | select Name -Length* בדף הזה כאן",
            "הודעה: **ErrorMessage - failed opening** בדף הזה כאן עוד",
            "הפקודה pause והתכונה Country וגירסת build וגם webhooks כאן",
            "פתח את דף הכנס Summit Edition 2020 ועוד דף אחד כאן",
            "פתח את `Save` או \"Save\" או (Save) או save.exe ואז Microsoft 365 Apps לעסקים",
            "פתח את WebClient ואת ISVs ואז https://example.org/Save ו-Set-Save",
            "פתח את Data Files ואת [!Note] Rights (IRM) או (הדף Save הזה)",
            "פתח את [הדף](Save.md) ואת <span Save=\"1\">הדף הזה</span>",
        ] {
            let other = "Atveriet lapu, tad 365 un **Microsoft** vēl";
            assert_eq!(siblings(&CHECK, &[own, other, other, other]), "", "{own}");
        }
        let other = "Deschideți pagina Quickstart de aici";
        assert_eq!(
            siblings(
                &CHECK,
                &["פתח את הדף Quickstart כאן", "Atveriet Quickstart", other, "Odprite Quickstartu"]
            ),
            ""
        );
    }
}
