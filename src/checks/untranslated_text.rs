//! `untranslated-text`: part of a translation is not translated.

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::{Block, BlockKind};
use crate::translation::State;

use super::{Against, Check, Compared, Facts, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "untranslated-text",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    fixes: &[],
    since: "0.1.0",
    summary: "part of a translation is not translated",
    explanation: "\
## What it does
Checks for blocks of words that are identical to the block of the source or of a translation into another language, and for blocks in a script that the language of the locale does not use. Code, names and single words are ignored. Where most of an article is not translated, it is one finding.

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
        // Asked last: it costs most, and hardly a block comes so far.
        let is_prose =
            has_words(text) && has_words(&without_code(block.span.slice(&compared.article.file.text)));
        if !is_prose {
            continue;
        }
        found.push((block.span, message));
    }
    report(found, &compared.article.file, findings);
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
    let own = &locales[compared.article.locale].locale;
    let says_it = |facts: &Facts<'_>, block: usize| {
        let document = &facts.article.file.document;
        let block = document.blocks.get(block);
        block.is_some_and(|block| block.text.slice(&document.text).trim() == text)
            && locales[facts.article.locale].locale.language() != own.language()
    };
    let other = match &compared.against {
        Against::Nothing | Against::Few { .. } => None,
        Against::Source { source, alignment, .. } => {
            let blocks = alignment.source_of(index);
            (blocks.len() == 1 && says_it(source, blocks.start)).then_some(*source)
        }
        Against::Siblings { siblings, .. } => {
            siblings.iter().find(|sibling| says_it(sibling, index)).copied()
        }
    };
    other.map(|facts| locales[facts.article.locale].locale.tag())
}

/// A text as written without the code in it, and without what stands between angle brackets.
fn without_code(written: &str) -> String {
    let (mut text, mut is_code) = (String::with_capacity(written.len()), Inside::Text);
    for letter in written.chars() {
        is_code = match (is_code, letter) {
            (Inside::Text, '`') => Inside::Code,
            (Inside::Text, '<') => Inside::Tag,
            (Inside::Code, '`') | (Inside::Tag, '>') => Inside::Text,
            (Inside::Text, letter) => {
                text.push(letter);
                Inside::Text
            }
            (inside, _) => inside,
        };
    }
    text
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
    script != "Latn" && text.chars().filter(|letter| letter.is_alphabetic()).all(is_latin)
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
}
