//! `doubled-word`: a word that stands twice in a row in one translation and in no other.

use crate::catalog::Article;
use crate::diagnostic::{Applicability, Span};
use crate::markdown::BlockKind;

use super::check::{MANY, WrittenBlock};
use super::{Against, Check, Compared, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "doubled-word",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: Some(MANY),
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a word stands twice in a row",
    explanation: "\
## What it does
Compares translations of the same source version block by block: a word of two letters or more that stands twice in a row, bold or not, where no other translation has any such word in the block. Languages that double words to change their meaning, and words that often stand twice (`nous nous`), are not looked at.

## Why is this bad?
One of them is too many, or a word that was to stand there is missing. Translation engines say things twice where the markup of the source divided a sentence.

## Example
```markdown
Open the **settings** settings and close the the window.
```

## Fix
Remove one of them, or write the word that is missing.",
    run: Run::Translation(run),
};

/// Languages in which a doubled word means something else than one.
const DOUBLING: [&str; 27] = [
    "af", "bn", "fil", "gu", "hi", "hu", "id", "jv", "km", "kn", "ko", "lo", "ml", "mr", "ms", "my", "ne",
    "pa", "si", "su", "ta", "te", "th", "tl", "tr", "ur", "vi",
];

/// Words that stand twice in sound sentences.
const SOUND: [&str; 41] = [
    "als",
    "att",
    "bin",
    "blah",
    "bye",
    "da",
    "dans",
    "das",
    "dass",
    "dat",
    "de",
    "dem",
    "den",
    "der",
    "des",
    "det",
    "did",
    "die",
    "do",
    "el",
    "en",
    "er",
    "had",
    "ha",
    "is",
    "je",
    "la",
    "man",
    "nous",
    "på",
    "se",
    "si",
    "sie",
    "som",
    "that",
    "van",
    "vous",
    "was",
    "za",
    "בחר",
    "משתמשים",
];

/// Letters of a word, at the least.
const SHORTEST: usize = 2;

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let language = compared.catalog.locales[compared.article.locale].locale.language();
    if matches!(compared.against, Against::Nothing) || DOUBLING.contains(&language) {
        return;
    }
    let file = &compared.article.file;
    let mut beside: Option<Vec<&Article>> = None;
    for (index, block) in file.document.blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Code | BlockKind::Html) {
            continue;
        }
        let prose = WrittenBlock::of_block(file, block);
        let mut doubled =
            doubled(prose.text).filter(|place| !prose.is_literal(place.start as usize)).peekable();
        if doubled.peek().is_none() {
            continue;
        }
        let beside = beside.get_or_insert_with(|| compared.beside());
        let has = |other: &&Article| {
            let text =
                other.file.document.blocks.get(index).map_or("", |block| block.span.slice(&other.file.text));
            self::doubled(text).next().is_some()
        };
        if beside.is_empty() || beside.iter().any(has) {
            continue;
        }
        for place in doubled {
            let words = place.slice(prose.text);
            let word = words.split(['*', ' ']).next().unwrap_or_default();
            let second = words.rfind(' ').unwrap_or_default();
            let span = prose.span(place.range());
            let surplus = prose.span(place.start as usize + second..place.end as usize);
            let finding = Finding::new(span, format!("the word `{word}` stands twice in a row"))
                .help("remove one of them, or write the word that is missing")
                .fix(Applicability::Unsafe, surplus, "");
            findings.push(file, finding.unsafe_in_heading(file));
        }
    }
}

/// Words that stand twice in a row in a text: from the first letter of the one to the last of the other.
fn doubled(text: &str) -> impl Iterator<Item = Span> {
    let bytes = text.as_bytes();
    let mut start = 0;
    let words = memchr::memchr3_iter(b' ', b'\n', b'|', bytes).chain(std::iter::once(bytes.len()));
    let mut last: Option<&str> = None;
    words.filter_map(move |end| {
        let word = &text[start..end];
        let place = start;
        start = end + 1;
        if word.is_empty() {
            // Of several spaces between two words all but one are none.
            return None;
        }
        let before = last.replace(word)?;
        // Hardly a pair comes further.
        let is_alike = before.len() + 8 >= word.len() && same_letter(before, word);
        let from = place.checked_sub(before.len() + 1).filter(|_| is_alike)?;
        is_doubled(before, word).and_then(|(skipped, length)| {
            let is_gap = text[from..].starts_with(before);
            is_gap.then(|| Span::new(from + skipped, place + length))
        })
    })
}

/// Whether two words may begin alike, marks before the first one apart.
fn same_letter(before: &str, word: &str) -> bool {
    let first = before.trim_start_matches(['(', '[', '*', '"', '“', '„', '«']).as_bytes().first();
    let second = word.as_bytes().first();
    matches!((first, second), (Some(a), Some(b)) if a.eq_ignore_ascii_case(b) || *a >= 0x80 && *b >= 0x80)
}

/// Where the word begins in the first of two pieces of text between spaces, and how long it is in the second, if it is the same.
fn is_doubled(before: &str, word: &str) -> Option<(usize, usize)> {
    let first = before.trim_start_matches(['(', '[', '*', '"', '“', '„', '«']);
    let skipped = before.len() - first.len();
    let first = first.strip_suffix("**").unwrap_or(first);
    let second = word.find(|letter: char| !letter.is_alphabetic()).map_or(word, |end| &word[..end]);
    let rest = &word[second.len()..];
    let is_end = rest.is_empty()
        || rest.starts_with(['.', ',', ';', ':', ')', '!', '?', ']', '*', '/']) && !rest.starts_with("**-");
    let is_word = first.chars().count() >= SHORTEST && first.chars().all(char::is_alphabetic);
    let is_same = || {
        let (mut a, mut b) = (first.chars(), second.chars());
        let begins = a.next().zip(b.next()).is_some_and(|(a, b)| a.to_lowercase().eq(b.to_lowercase()));
        begins && a.eq(b)
    };
    // A link or an address begins right behind it.
    let is_sound = is_end && is_word && is_same() && !SOUND.contains(&&*first.to_lowercase());
    is_sound.then_some((skipped, second.len()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, siblings};
    use super::{CHECK, doubled};

    #[test]
    fn words_that_are_said_twice() {
        let found = siblings(
            &CHECK,
            &[
                "פתח את **ההגדרות** ההגדרות.\n\nסגור.\n\nמחק.\n\nא א",
                "Atveriet.\n\nAizveriet lapu lapu, pēc tam dzēsiet.\n\nDzēst.\n\nĀ",
                "Deschideți.\n\nÎnchideți.\n\nȘtergeți.\n\nazi azi",
                "Odprite.\n\nZaprite.\n\n[Izbrišite (Izbrišite izbrišite)](b.md) nato.\n\ntu tu",
            ],
        );
        insta::assert_snapshot!(found, @"
        content/he-IL/a.md `ההגדרות** ההגדרות`: the word `ההגדרות` stands twice in a row (remove one of them, or write the word that is missing)
          Unsafe: ` ההגדרות` → ``
        content/lv-LV/a.md `lapu lapu`: the word `lapu` stands twice in a row (remove one of them, or write the word that is missing)
          Unsafe: ` lapu` → ``
        content/sl-SI/a.md `Izbrišite izbrišite`: the word `Izbrišite` stands twice in a row (remove one of them, or write the word that is missing)
          Unsafe: ` izbrišite` → ``
        ");
    }

    #[test]
    fn pairs_of_words() {
        for (text, pair) in [
            ("x Osnovni osnovni, y", "Osnovni osnovni"),
            ("(אתר אתר)", "אתר אתר"),
            ("**ab** ab", "ab** ab"),
            ("про\nпро/x", "про\nпро"),
        ] {
            let found: Vec<&str> = doubled(text).map(|place| place.slice(text)).collect();
            assert_eq!(found, [pair], "{text}");
        }
        for text in ["v v", "OR or", "ab  ab", "ab | ab", "ab ab-c", "ab **ab** c", "12 12", "ab abc"] {
            assert!(doubled(text).next().is_none(), "{text}");
        }
    }

    #[test]
    fn words_that_may_stand_twice() {
        let texts = [
            ("de", "Das ist die, die die Seite öffnet."),
            ("fr", "Nous nous connectons ici."),
            ("id", "Buka file file itu."),
            ("sl", "Iskanje in In-Place tukaj."),
            ("he", "משתמשים אחרים"),
            ("en", "Choose **choose a file** 12 12 a a `x x`."),
        ];
        let hash = "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n";
        let files =
            texts.map(|(locale, text)| (format!("content/{locale}/a.md"), format!("{hash}# A\n\n{text}\n")));
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
        assert_eq!(findings(&CHECK, &files), "");
    }
}
