//! `untranslated-sentence`: a sentence of a translated paragraph was left in the language of the source.

use memchr::memchr3;

use crate::catalog::Article;
use crate::diagnostic::Span;
use crate::markdown::BlockKind;
use crate::translation::State;

use super::check::{
    MANY, is_alphabetic, is_english, may_be_english, pairs, running_text, sentences, shortened, words_of,
};
use super::{Against, Check, Compared, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "untranslated-sentence",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: Some(MANY),
    fixes: &[],
    since: "0.1.0",
    summary: "a sentence of a translated paragraph is not translated",
    explanation: "\
## What it does
Checks paragraphs, list items, headings and table cells that are translated in part: a sentence of six words or more is in English, and another one in the language of the locale. What stands in code, links, quotation marks, brackets, or is bold or italic, is not looked at. A sentence that all translations of the article have is not reported. If the source is at hand, it has to be in English.

## Why is this bad?
Readers may not understand the sentence. Translation engines leave out sentences, and nobody notices where the rest is translated.

## Example
```markdown
Öffnen Sie die Liste der Tarife. Select the three dots, then select the plan you want.
```

## Fix
Translate the sentence.",
    run: Run::Translation(run),
};

/// Letters beyond ASCII that show a text to be in a language of another script.
const LETTERS: usize = 6;

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let locales = &compared.catalog.locales;
    let is_english = |locale| locales[locale].locale.language() == "en";
    let is_of_english = compared.catalog.source.is_none_or(is_english);
    if compared.state == State::Source || !is_of_english || is_english(compared.article.locale) {
        return;
    }
    let file = &compared.article.file;
    let mut found = Vec::new();
    for (index, block) in file.document.blocks.iter().enumerate() {
        // Beside the source text of a bilingual block stands its translation.
        if block.kind == BlockKind::Code
            || block.is_bilingual()
            || !may_be(block.text.slice(&file.document.text))
        {
            continue;
        }
        let written = block.span.slice(&file.text);
        let text = running_text(written);
        let Some(english) = left_in_english(written, &text) else { continue };
        let sentence = english.slice(written);
        if !is_in_all(compared, index, sentence) {
            let span = english.shifted(block.span.start as usize);
            let message = format!("the sentence `{}` is in English", shortened(sentence));
            found.push(Finding::new(span, message).help("translate it"));
        }
    }
    findings.push_all(file, found);
}

/// Whether the text of a block can hold two sentences, one in English: hardly a block comes further.
fn may_be(text: &str) -> bool {
    has_plain_words(text.as_bytes())
        && (memchr3(b'.', b'!', b'?', text.as_bytes()).is_some()
            || text.contains(['。', '！', '？', '।', '۔', '؟', '…']))
}

/// Whether so many words stand in a row without a letter beyond ASCII that they may be a sentence in English, and
/// a frequent one of English stands somewhere.
fn has_plain_words(bytes: &[u8]) -> bool {
    let (chunks, rest) = bytes.as_chunks::<16>();
    let mut spaces = 0;
    let is_row = chunks.iter().map(<[u8; 16]>::as_slice).chain([rest]).any(|chunk| {
        let more = chunk.iter().filter(|byte| **byte == b' ').count();
        let row = spaces + more;
        // Those before the last letter beyond ASCII count too: few blocks come further for that.
        spaces = if chunk.is_ascii() { row } else { more };
        row >= SPACES
    });
    let may_be = |end: u8, first: u8| {
        let (is_end, first) = ((end == b' ') | (end == b'\n'), first | 0x20);
        is_end & ((first == b't') | (first == b'y') | (first == b'a') | (first == b'w'))
    };
    is_row && (is_frequent(bytes) || pairs(bytes, may_be).any(|end| is_frequent(&bytes[end + 1..])))
}

/// Whether a text begins as words do of which hardly a sentence in English has none.
fn is_frequent(text: &[u8]) -> bool {
    let has = |all: &[&[u8]]| all.iter().any(|beginning| text.starts_with(beginning));
    match text.first() {
        Some(b't') => has(&[b"the ", b"this", b"that", b"to "]),
        Some(b'T') => has(&[b"The ", b"To "]),
        Some(b'y' | b'Y') => text[1..].starts_with(b"ou"),
        Some(b'a') => has(&[b"and "]),
        Some(b'w') => has(&[b"with "]),
        _ => false,
    }
}

/// Spaces between the words of a sentence in English before a quotation mark divides it, at the least.
const SPACES: usize = 4;

/// The first sentence in English of a text that has one in another language: what is a name or a quotation in the block as
/// `written` is blank in its `text`.
fn left_in_english(written: &str, text: &str) -> Option<Span> {
    let all = sentences(text);
    // Its translation stands in brackets behind it.
    let is_explained =
        |sentence: &Span| written[sentence.end as usize..].trim_start().starts_with(['(', '（']);
    let mut english = all.iter().filter(|sentence| is_english(sentence.slice(text)));
    let first = english.find(|sentence| !is_explained(sentence))?;
    let is_other = |sentence: &&Span| is_of_another_language(sentence.slice(text));
    all.iter().find(is_other).map(|_| *first)
}

/// Whether a sentence is certainly not in English: letters of another script, letters beyond ASCII among several words, or
/// several words of which hardly one is frequent in English.
fn is_of_another_language(sentence: &str) -> bool {
    let mut beyond =
        sentence.chars().filter(|letter| !letter.is_ascii() && is_alphabetic(*letter)).peekable();
    let is_marked = beyond.peek().is_some();
    if beyond.filter(|letter| u32::from(*letter) >= FIRST_OF_OTHERS).take(LETTERS).count() == LETTERS {
        return true;
    }
    let is_small = |word: &&str| word.starts_with(char::is_lowercase);
    let small = words_of(sentence).filter(is_small).count();
    let words = if is_marked { words_of(sentence).count() } else { small };
    words >= WORDS && !may_be_english(sentence)
}

/// Words that show the language of a sentence, at the least.
const WORDS: usize = 4;

/// Behind the letters of Latin.
const FIRST_OF_OTHERS: u32 = 0x370;

/// Whether all siblings have the sentence in the same block: the source wants it so.
fn is_in_all(compared: &Compared<'_>, block: usize, sentence: &str) -> bool {
    let has_it = |article: &Article| {
        let document = &article.file.document;
        let block = document.blocks.get(block);
        block.is_some_and(|block| block.span.slice(&article.file.text).contains(sentence))
    };
    match &compared.against {
        Against::Nothing | Against::Source { .. } => false,
        Against::Siblings { siblings, .. } | Against::Few { siblings, .. } => {
            siblings.iter().all(|sibling| has_it(sibling.article))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, siblings};
    use super::CHECK;

    #[test]
    fn in_many_languages() {
        let english =
            "Select the three dots (more actions) , then select **Save** to keep the plan you want.";
        let files = [
            ("content/en/a.md", format!("# A\n\n{english}\n")),
            ("content/zh-CN/a.md", format!("# A\n\n在选项卡上，找到订阅。 {english}\n")),
            ("content/de/a.md", format!("# A\n\n- Öffnen Sie die Liste der Tarife. {english}\n")),
            ("content/th/a.md", format!("# A\n\n{english} เปิดรายการแผนการสมัครใช้งาน\n")),
            ("content/he/a.md", format!("# A\n\nפתחו את רשימת התוכניות. {english}\n")),
            ("content/ru/a.md", format!("# A\n\n> Откройте список тарифов! {english}\n")),
            ("content/sl/a.md", format!("# A\n\nPregleda povezave in sidra na vsaki strani. {english}\n")),
            ("content/nl/a.md", format!("# A\n\nAls er geen lijst staat, klik dan nogmaals. {english}\n")),
            ("content/hi/a.md", format!("# A\n\n| a |\n|---|\n| योजनाओं की सूची खोलें। {english} |\n")),
        ];
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/a.md `Select the three dots (more actions) , then select **Save** to keep the plan you want.`: the sentence `Select the three dots (more a…** to keep the plan you want.` is in English (translate it)
        content/he/a.md `Select the three dots (more actions) , then select **Save** to keep the plan you want.`: the sentence `Select the three dots (more a…** to keep the plan you want.` is in English (translate it)
        content/hi/a.md `Select the three dots (more actions) , then select **Save** to keep the plan you want.`: the sentence `Select the three dots (more a…** to keep the plan you want.` is in English (translate it)
        content/nl/a.md `Select the three dots (more actions) , then select **Save** to keep the plan you want.`: the sentence `Select the three dots (more a…** to keep the plan you want.` is in English (translate it)
        content/ru/a.md `Select the three dots (more actions) , then select **Save** to keep the plan you want.`: the sentence `Select the three dots (more a…** to keep the plan you want.` is in English (translate it)
        content/sl/a.md `Select the three dots (more actions) , then select **Save** to keep the plan you want.`: the sentence `Select the three dots (more a…** to keep the plan you want.` is in English (translate it)
        content/th/a.md `Select the three dots (more actions) , then select **Save** to keep the plan you want.`: the sentence `Select the three dots (more a…** to keep the plan you want.` is in English (translate it)
        content/zh-CN/a.md `Select the three dots (more actions) , then select **Save** to keep the plan you want.`: the sentence `Select the three dots (more a…** to keep the plan you want.` is in English (translate it)
        ");
    }

    #[test]
    fn what_is_meant_to_be_english() {
        let rest = "Se parādās šāds ziņojums:";
        let files = [
            (
                "content/lv/a.md",
                format!("# A\n\n{rest} \"The mailbox that you want is full.\" Aizveriet to tūlīt.\n"),
            ),
            (
                "content/lv/b.md",
                format!("# A\n\n{rest} **The mailbox that you want is full.** Aizveriet to tūlīt.\n"),
            ),
            (
                "content/lv/c.md",
                format!("# A\n\n{rest} [The mailbox that you want is full.](b.md) Aizveriet to.\n"),
            ),
            (
                "content/lv/d.md",
                "# A\n\nAtveriet Microsoft Teams Admin Center. Izvēlieties vēlreiz.\n".to_owned(),
            ),
            (
                "content/lv/e.md",
                "# A\n\nThe mailbox that you want is full. You must close it first.\n".to_owned(),
            ),
            (
                "content/lv/f.md",
                "# A\n\nAizveriet to tūlīt vēlreiz. The mailbox that you want is full. (Pastkaste ir pilna.)\n".to_owned(),
            ),
            (
                "content/lv/g.md",
                "# A\n\n<span data-ttu-id=\"a-1\">Aizveriet to tūlīt vēlreiz.</span><span class=\"sxs-lookup\"><span data-stu-id=\"a-1\">Close the box that you want.</span></span>\n".to_owned(),
            ),
        ];
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
        assert_eq!(findings(&CHECK, &files), "");
    }

    #[test]
    fn what_all_siblings_have() {
        let english = "This is the sentence that you can read in English.";
        let texts = [
            "Šis ir teikums latviešu valodā.",
            "זה משפט בעברית לגמרי.",
            "To je stavek, ki je v slovenščini.",
            "Aceasta este o propoziție.",
        ]
        .map(|own| format!("{own} {english}"));
        let all: [&str; 4] = std::array::from_fn(|at| &*texts[at]);
        assert_eq!(siblings(&CHECK, &all), "");
        let one =
            ["Šis ir teikums latviešu valodā.", "זה משפט בעברית לגמרי.", "Viens teikums ir te.", all[3]];
        insta::assert_snapshot!(siblings(&CHECK, &one), @"content/sl-SI/a.md `This is the sentence that you can read in English.`: the sentence `This is the sentence that you can read in English.` is in English (translate it)");
    }
}
