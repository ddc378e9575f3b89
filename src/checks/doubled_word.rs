//! `doubled-word`: a word that stands twice in a row in one translation and in no other.

use crate::catalog::Article;
use crate::diagnostic::{Applicability, Span};
use crate::markdown::BlockKind;

use super::check::{MANY, WrittenBlock, is_alphabetic};
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
Compares translations of the same source version block by block: a word of two letters or more that stands twice in a row, bold or not, where no other translation has any such word in the block. A subject beside its predicate, where another translation has the word on both sides of its “is”, is meant; so are two genitives in languages that have them before their noun, where another translation has the word twice. Languages that double words to change their meaning, and words that often stand twice (`nous nous`), are not looked at.

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
        let has =
            |other: &&Article| text_of(other, index).is_some_and(|text| self::doubled(text).next().is_some());
        if beside.is_empty() || beside.iter().any(has) {
            continue;
        }
        let texts = || beside.iter().filter_map(|other| text_of(other, index));
        for place in doubled {
            if is_meant(language, prose.text, place)
                || is_predicate(prose.text, place, texts())
                || GENITIVE_FIRST.contains(&language) && texts().any(has_twice)
            {
                continue;
            }
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

fn text_of(article: &Article, index: usize) -> Option<&str> {
    article.file.document.blocks.get(index).map(|block| block.span.slice(&article.file.text))
}

/// Prepositions with the word behind them that makes a set phrase: `na »na voljo«`.
const PHRASES: [(&str, &str, &str); 1] = [("sl", "na", "voljo")];

fn is_meant(language: &str, text: &str, place: Span) -> bool {
    let word = place.slice(text).split(['*', ' ', '\n']).next().unwrap_or_default().to_lowercase();
    let next = words(&text[place.end as usize..]).next().unwrap_or_default();
    PHRASES.iter().any(|phrase| *phrase == (language, &*word, next))
}

/// Forms of “is”, “are” and “was”.
const COPULAS: [&str; 38] = [
    "are",
    "bija",
    "bil",
    "bila",
    "bilo",
    "był",
    "była",
    "było",
    "fost",
    "fue",
    "var",
    "was",
    "were",
    "היה",
    "הייתה",
    "e",
    "es",
    "est",
    "este",
    "hu",
    "ir",
    "is",
    "ist",
    "je",
    "jest",
    "jsou",
    "sind",
    "son",
    "sont",
    "sta",
    "su",
    "sunt",
    "są",
    "so",
    "é",
    "è",
    "הוא",
    "היא",
];

/// Words between a subject and its copula, and between that and the predicate, at the most.
const BEFORE: usize = 3;
const BEHIND: usize = 3;

/// Whether the first is the subject and the second the predicate, as in “if the page is a page for…” of a language that has
/// its copula before both: another translation has the same word on both sides of its own.
fn is_predicate<'t>(text: &str, place: Span, mut others: impl Iterator<Item = &'t str>) -> bool {
    let before = &text[..place.start as usize];
    let line = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
    let has_copula = line.split_whitespace().rev().take(BEFORE).any(|word| COPULAS.contains(&word));
    has_copula && others.any(has_on_both_sides)
}

/// Languages whose genitives stand before their nouns: “the security group of the network of the network” is sound.
const GENITIVE_FIRST: [&str; 2] = ["lt", "lv"];

/// Words between the same word twice, at the most.
const NEAR: usize = 6;

/// Whether a text has a word twice, in any form, with few others between.
fn has_twice(text: &str) -> bool {
    let words: Vec<&str> = words(text).collect();
    (0..words.len()).any(|at| {
        let next = &words[(at + 2).min(words.len())..words.len().min(at + NEAR)];
        next.iter().any(|word| words[at].len() > STEM && is_same_stem(words[at], word))
    })
}

fn has_on_both_sides(text: &str) -> bool {
    let words: Vec<&str> = words(text).collect();
    let at = (0..words.len()).filter(|at| COPULAS.contains(&words[*at]));
    at.into_iter().any(|at| {
        let subjects = &words[at.saturating_sub(BEFORE)..at];
        let predicates = &words[at + 1..words.len().min(at + 1 + BEHIND)];
        subjects.iter().any(|subject| predicates.iter().any(|predicate| is_same_stem(subject, predicate)))
    })
}

/// Letters that two forms of a word share, at the least.
const STEM: usize = 4;

fn is_same_stem(a: &str, b: &str) -> bool {
    let stem = |word: &'_ str| word.chars().take(STEM).flat_map(char::to_lowercase).collect::<Vec<_>>();
    let (first, second) = (stem(a), stem(b));
    first.len() >= STEM && first == second || a == b && first.len() > 2
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
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
            // Behind several spaces the place may be within a letter.
            let is_gap = bytes[from..].starts_with(before.as_bytes());
            is_gap.then(|| Span::new(from + skipped, place + length))
        })
    })
}

/// Whether two words may begin alike, marks before the first one apart.
fn same_letter(before: &str, word: &str) -> bool {
    let is_marked = !before.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
    let before = if is_marked { before.trim_start_matches(OPENING) } else { before };
    let (first, second) = (before.as_bytes().first(), word.as_bytes().first());
    matches!((first, second), (Some(a), Some(b)) if a.eq_ignore_ascii_case(b) || *a >= 0x80 && *b >= 0x80)
}

/// What may stand before the first of two words.
const OPENING: [char; 7] = ['(', '[', '*', '"', '“', '„', '«'];

/// Where the word begins in the first of two pieces of text between spaces, and how long it is in the second, if it is the same.
fn is_doubled(before: &str, word: &str) -> Option<(usize, usize)> {
    let first = before.trim_start_matches(OPENING);
    let skipped = before.len() - first.len();
    let first = first.strip_suffix("**").unwrap_or(first);
    // In a script without ASCII nearly all pairs come so far.
    if !behind_first(word).starts_with(behind_first(first)) {
        return None;
    }
    let second = word.find(|letter: char| !is_alphabetic(letter)).map_or(word, |end| &word[..end]);
    let rest = &word[second.len()..];
    let is_end = rest.is_empty()
        || rest.starts_with(['.', ',', ';', ':', ')', '!', '?', ']', '*', '/']) && !rest.starts_with("**-");
    let is_word = first.chars().count() >= SHORTEST && first.chars().all(is_alphabetic);
    let is_same = || {
        let (mut a, mut b) = (first.chars(), second.chars());
        let begins = a.next().zip(b.next()).is_some_and(|(a, b)| a.to_lowercase().eq(b.to_lowercase()));
        begins && a.eq(b)
    };
    // A link or an address begins right behind it.
    let is_sound = is_end && is_word && is_same() && !SOUND.contains(&&*first.to_lowercase());
    is_sound.then_some((skipped, second.len()))
}

/// A text without its first letter.
fn behind_first(text: &str) -> &str {
    let mut letters = text.chars();
    letters.next();
    letters.as_str()
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
    fn subjects_and_predicates() {
        let of = |own: &str, lv: &str| siblings(&CHECK, &["אתר", lv, "Site", own]);
        assert_eq!(of("Če je mesto mesto za objave", "Ja vietne ir publicēšanas vietne"), "");
        assert_eq!(of("Če je bilo novo mesto mesto za novice", "Ja vietne bija ziņu vietne"), "");
        assert_eq!(of("To je stanje na na voljo", "Tas ir statuss"), "");
        assert!(!of("Če je mesto mesto za objave", "Ja vietne nav tā").is_empty());
        assert!(!of("Odprite mesto mesto za objave", "Ja vietne ir publicēšanas vietne").is_empty());
    }

    #[test]
    fn genitives_before_their_noun() {
        let of = |own: &str, ro: &str| siblings(&CHECK, &["אתר", own, ro, "Mesto"]);
        assert_eq!(of("Atveriet lomu lomu sarakstā", "Deschideți rolul în lista de roluri"), "");
        assert!(!of("Atveriet lomu lomu sarakstā", "Deschideți rolul în listă").is_empty());
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
        for text in
            ["v v", "OR or", "ab  ab", "של  של", "ab | ab", "ab ab-c", "ab **ab** c", "12 12", "ab abc"]
        {
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
