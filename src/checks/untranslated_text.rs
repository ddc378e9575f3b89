//! `untranslated-text`: part of a translation is not translated.

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::{Block, BlockKind};
use crate::translation::State;

use super::check::{is_alphabetic, is_english};
use super::{Against, Check, Compared, Facts, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "untranslated-text",
    level: Level::Suggestion,
    // The same text in all translations was left to them so by the source.
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "part of a translation is not translated",
    explanation: "\
## What it does
Checks for blocks of words that are identical to the block of the source or of a translation into another language, and for blocks in a script that the language of the locale does not use. Code, names and single words are ignored, and so is text that all have in a third language, or an article whose file says that it is in one, such as `add-account-spanish.md`. Where most of an article is not translated, it is one finding.

## Why is this bad?
Readers may not understand it.

## Example
```markdown
# Passwort zurücksetzen

Select the account and choose a new password.
```

## Fix
Translate the block.",
    run: Run::Translation(run),
};

/// Blocks that are most of an article, if there are so many.
const MANY: usize = 3;

/// Blocks that are reported one by one at the most.
const FEW: usize = 5;

/// Words in small letters that a block has at the least; fewer may be a name or a command.
const WORDS: usize = 4;

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    if compared.state == State::Source {
        return;
    }
    let is_foreign = is_named_for_a_language(&compared.article.file.path);
    let document = &compared.article.file.document;
    let script = compared.catalog.locales[compared.article.locale].locale.script();
    let mut found = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Code {
            continue;
        }
        let text = block.text.slice(&document.text).trim();
        let message = if let Some(tag) = same(compared, index, text) {
            format!("the text is the same as in {tag}")
        } else if let Some(script) = script.filter(|script| is_other_script(text, script)) {
            format!("the text is not in the script of the language ({script})")
        } else {
            continue;
        };
        // What all have in a third language is so on purpose; what all have in English is one flaw of them all.
        if (is_foreign || is_in_all(compared, index, text)) && !is_english(text) {
            continue;
        }
        // Asked last: it costs most, and hardly a block comes so far.
        let is_prose = has_words(text)
            && without_code(block.span.slice(&compared.article.file.text)).iter().any(|line| has_words(line));
        if !is_prose {
            continue;
        }
        found.push((block.span, message));
    }
    report(found, &compared.article.file, findings);
}

/// Languages at the end of the name of a file whose article is in that language in every locale.
const LANGUAGES: [&str; 22] = [
    "arabic",
    "chinese",
    "czech",
    "danish",
    "dutch",
    "finnish",
    "french",
    "german",
    "greek",
    "hebrew",
    "hindi",
    "hungarian",
    "italian",
    "japanese",
    "korean",
    "norwegian",
    "polish",
    "portuguese",
    "russian",
    "spanish",
    "swedish",
    "turkish",
];

fn is_named_for_a_language(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let last = stem.rsplit_once(['-', '_']).map(|(_, last)| last.to_ascii_lowercase());
    last.is_some_and(|last| LANGUAGES.contains(&&*last))
}

/// One finding a block, or one for all where they are many or most of the article.
fn report(found: Vec<(Span, String)>, file: &File, findings: &mut Findings<'_>) {
    let is_prose =
        |block: &&Block| block.kind != BlockKind::Code && has_words(block.text.slice(&file.document.text));
    let blocks = || file.document.blocks.iter().filter(is_prose).count();
    let count = found.len();
    let is_part = count < MANY || count <= FEW && count * 2 <= blocks();
    if is_part {
        for (span, message) in found {
            findings.push(file, Finding::new(span, message).help("translate it"));
        }
    } else if let Some((span, message)) = found.into_iter().next() {
        let message = format!("{message}, here and in {} more blocks", count - 1);
        let help = if count * 2 > blocks() { "translate the article" } else { "translate them" };
        findings.push(file, Finding::new(span, message).help(help));
    }
}

/// The locale of another language whose block says the same, word for word.
fn same<'c>(compared: &Compared<'c>, index: usize, text: &str) -> Option<&'c str> {
    let locales = &compared.catalog.locales;
    let is_foreign = |facts: &Facts<'_>| is_of_other_language(compared, facts);
    let other = match &compared.against {
        Against::Nothing | Against::Few { .. } => None,
        Against::Source { source, alignment, .. } => {
            let blocks = alignment.source_of(index);
            (blocks.len() == 1 && is_foreign(source) && says(source, blocks.start, text)).then_some(*source)
        }
        Against::Siblings { siblings, .. } => {
            let mut siblings = siblings.iter().copied();
            siblings.find(|sibling| is_foreign(sibling) && says(sibling, index, text))
        }
    };
    other.map(|facts| locales[facts.article.locale].locale.tag())
}

/// Whether every other translation of the same version says the same.
fn is_in_all(compared: &Compared<'_>, index: usize, text: &str) -> bool {
    let (Against::Siblings { siblings, .. } | Against::Few { siblings, .. }) = &compared.against else {
        return false;
    };
    siblings.iter().all(|sibling| says(sibling, index, text))
        && siblings.iter().any(|sibling| is_of_other_language(compared, sibling))
}

fn is_of_other_language(compared: &Compared<'_>, facts: &Facts<'_>) -> bool {
    let language = |locale| compared.catalog.locales[locale].locale.language();
    language(facts.article.locale) != language(compared.article.locale)
}

fn says(facts: &Facts<'_>, block: usize, text: &str) -> bool {
    let document = &facts.article.file.document;
    document.blocks.get(block).is_some_and(|block| {
        let theirs = block.text.slice(&document.text);
        theirs.len() >= text.len() && theirs.trim() == text
    })
}

/// The lines of a text as written that `<br>` ends, without code, tags and what is quoted as a whole.
fn without_code(written: &str) -> Vec<String> {
    let (mut lines, mut is_code, mut tag) = (vec![String::new()], Inside::Text, 0);
    for (at, letter) in written.char_indices() {
        is_code = match (is_code, letter) {
            (Inside::Text, '`') => Inside::Code,
            (Inside::Text, '<') => {
                tag = at;
                Inside::Tag
            }
            (Inside::Tag, '>') => {
                if written[tag..].starts_with("<br") {
                    lines.push(String::new());
                }
                Inside::Text
            }
            (Inside::Code, '`') => Inside::Text,
            (Inside::Text, letter) => {
                if let Some(line) = lines.last_mut() {
                    line.push(letter);
                }
                Inside::Text
            }
            (inside, _) => inside,
        };
    }
    lines.retain(|line| !is_quotation(line));
    lines
}

/// Whether all of a line stands in quotation marks, behind the mark of a list item or a quote.
fn is_quotation(line: &str) -> bool {
    let line = line.trim_start_matches(['-', '*', '>', ' ', '_']).trim_end_matches(['.', ' ', '*', '_']);
    line.starts_with(['"', '“', '„', '«', '»', '「', '‘'])
        && line.ends_with(['"', '”', '“', '»', '«', '」', '’'])
}

#[derive(Clone, Copy)]
enum Inside {
    Text,
    Code,
    Tag,
}

fn has_words(text: &str) -> bool {
    let is_word = |word: &&str| {
        let letters = word
            .trim_matches(['(', ')', ',', ';', ':', '!', '?', '"', '“', '”', '*', '_'])
            .trim_end_matches('.');
        letters.chars().nth(1).is_some()
            && letters.chars().all(|letter| letter.is_lowercase() || is_caseless(letter))
    };
    text.split_whitespace().filter(is_word).take(WORDS).count() == WORDS
}

/// A letter of a script that has no capitals.
fn is_caseless(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_lowercase() && !letter.is_uppercase()
}

/// Whether no letter of the text is of the script.
fn is_other_script(text: &str, script: &str) -> bool {
    let is_latin = |letter: char| letter.is_ascii_alphabetic();
    // Only the one question that is certain: Latin letters, and none else, where a language has others.
    script != "Latn" && text.chars().filter(|letter| is_alphabetic(*letter)).all(is_latin)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{compared, findings, siblings};
    use super::CHECK;

    #[test]
    fn against_the_source() {
        let source = "Open the menu and choose this.\n\n`choose this and that now`\n\nMicrosoft Teams Admin Center\n\nx";
        let translation = "Open the menu and choose this.\n\n`choose this and that now`\n\nMicrosoft Teams Admin Center\n\ny";
        insta::assert_snapshot!(compared(&CHECK, source, translation), @"content/lv/a.md `Open the menu and choose this.`: the text is the same as in en (translate it)");
    }

    #[test]
    fn most_of_an_article_is_one_finding() {
        let source = "Open the menu and choose this.\n\nThen open the second menu too.\n\nNow you can close them again.\n\nx";
        let translation = source.replace("\n\nx", "\n\ny");
        insta::assert_snapshot!(compared(&CHECK, source, &translation), @"content/lv/a.md `Open the menu and choose this.`: the text is the same as in en, here and in 2 more blocks (translate the article)");
    }

    #[test]
    fn among_siblings() {
        let english = "Open the menu and choose this.";
        insta::assert_snapshot!(siblings(&CHECK, &["פתח את התפריט", english, english, "Odprite meni"]), @r#"
        content/lv-LV/a.md `Open the menu and choose this.`: the text is the same as in ro-RO (translate it)
        content/ro-RO/a.md `Open the menu and choose this.`: the text is the same as in lv-LV (translate it)
        "#);
    }

    #[test]
    fn in_another_script() {
        let files = [
            (
                "content/he-IL/a.md",
                "---\nsource_hash: 0123456789012345678901234567890123456789\n---\nOpen the menu and choose this.\n\nפתח Outlook\n",
            ),
            ("content/en/a.md", "x"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/he-IL/a.md `Open the menu and choose this.`: the text is not in the script of the language (Hebr) (translate it)");
    }

    #[test]
    fn foreign_on_purpose() {
        let spanish = "Abra el menú y elija esta opción.\n\nLa última línea es la misma aquí.";
        assert_eq!(siblings(&CHECK, &[spanish; 4]), "");
        let two =
            |text: &str| format!("---\nsource_hash: 0123456789012345678901234567890123456789\n---\n{text}\n");
        let french = two("Ouvrez le menu et choisissez cela.");
        assert_eq!(findings(&CHECK, &[("content/ja/a.md", &french), ("content/de/a.md", &french)]), "");
        let english = "Open the menu and then choose this.";
        insta::assert_snapshot!(siblings(&CHECK, &[english; 4]), @"
        content/he-IL/a.md `Open the menu and then choose this.`: the text is the same as in lv-LV (translate it)
        content/lv-LV/a.md `Open the menu and then choose this.`: the text is the same as in he-IL (translate it)
        content/ro-RO/a.md `Open the menu and then choose this.`: the text is the same as in he-IL (translate it)
        content/sl-SI/a.md `Open the menu and then choose this.`: the text is the same as in he-IL (translate it)
        ");
    }

    #[test]
    fn named_for_a_language() {
        let text =
            |text: &str| format!("---\nsource_hash: 0123456789012345678901234567890123456789\n---\n{text}\n");
        let spanish = text("Abra el menú y elija esta opción.");
        let (latvian, hebrew) = (text("Atveriet izvēlni un izvēlieties."), text("פתח את התפריט."));
        let english = text("Open the menu and then choose this.");
        let of = |name: &str, same: &str| {
            let paths = ["lv", "sl", "he", "ro"].map(|locale| format!("content/{locale}/{name}.md"));
            let files =
                [(&*paths[0], &*latvian), (&*paths[1], same), (&*paths[2], &*hebrew), (&*paths[3], same)];
            findings(&CHECK, &files).lines().count()
        };
        assert_eq!(of("add-account-spanish", &spanish), 0);
        assert_eq!(of("add-account", &spanish), 2);
        assert_eq!(of("add-account-spanish", &english), 2);
    }

    #[test]
    fn what_is_not_for_translation() {
        let text = "# A\n\n\"the message could not be sent\"\n\n| a |\n|---|\n| bigint <br> int <br> smallint <br> bit |\n\nx";
        assert_eq!(compared(&CHECK, text, &text.replace("\n\nx", "\n\ny")), "");
    }
}
