//! `divided-word`: a character that nobody sees stands inside a word. Those in addresses are of another check.

use icu::properties::CodePointMapData;
use icu::properties::props::LineBreak;
use memchr::memchr3_iter;

use crate::catalog::File;
use crate::diagnostic::{Applicability, Span};

use super::check::{MANY, has_no_spaces, prose_and_code_beyond_ascii, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "divided-word",
    level: Level::Warning,
    // The place is one character, and tells no flaw from another.
    made_in: MadeIn::Structure,
    each_up_to: Some(MANY),
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "an invisible character stands inside a word",
    explanation: "\
## What it does
Checks text, titles and code in lines for byte order marks (U+FEFF), zero-width spaces (U+200B) and soft hyphens (U+00AD) between two letters. Zero-width spaces between letters of scripts that have no spaces, such as Thai, and soft hyphens in long words are not reported.

## Why is this bad?
Readers do not find the word when they search for it, and what they copy does not work.

## Example
```markdown
Run `Get-Mail\u{200b}box`.
```

## Fix
Remove the character.",
    run: Run::File(run),
};

/// The characters, and what people call them.
const UNSEEN: [(char, &str); 3] =
    [('\u{feff}', "byte order mark"), ('\u{200b}', "zero-width space"), ('\u{ad}', "soft hyphen")];

/// Letters of a word that an author divides for the line to break in, at the least.
const LONG: usize = 10;

fn run(file: &File, findings: &mut Findings<'_>) {
    let text = &*file.text;
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_unseen = |at: usize| UNSEEN.iter().any(|(unseen, _)| body[at..].starts_with(*unseen));
    if !memchr3_iter(0xc2, 0xe2, 0xef, body.as_bytes()).any(is_unseen) {
        return;
    }
    let mut found = Vec::new();
    for piece in prose_and_code_beyond_ascii(file) {
        for (at, unseen) in piece.slice(text).match_indices(|c| UNSEEN.iter().any(|(unseen, _)| *unseen == c))
        {
            let at = piece.start as usize + at;
            found.extend(judge(text, Span::new(at, at + unseen.len())));
        }
    }
    findings.push_all(file, found);
}

fn judge(text: &str, span: Span) -> Option<Finding> {
    let (unseen, name) = UNSEEN.into_iter().find(|(unseen, _)| span.slice(text).starts_with(*unseen))?;
    let (left, right) = (&text[..span.start as usize], &text[span.end as usize..]);
    let (before, after) = (left.chars().next_back()?, right.chars().next()?);
    if !is_of_word(before) || !is_of_word(after) {
        return None;
    }
    let word = |letter: &char| is_of_word(*letter) || UNSEEN.iter().any(|(unseen, _)| unseen == letter);
    let head: Vec<char> =
        left.chars().rev().take(LONG * 2).take_while(word).filter(|c| is_of_word(*c)).collect();
    let tail: String = right.chars().take(LONG * 2).take_while(word).filter(|c| is_of_word(*c)).collect();
    let is_meant = match unseen {
        '\u{200b}' => has_no_spaces(before) || has_no_spaces(after),
        '\u{ad}' => head.len() + tail.chars().count() >= LONG,
        _ => false,
    };
    if is_meant {
        return None;
    }
    let whole: String = head.into_iter().rev().chain(tail.chars()).collect();
    let message =
        format!("an invisible {name} (U+{:04X}) is inside `{}`", u32::from(unseen), shortened(&whole));
    let applicability = if unseen == '\u{feff}' { Applicability::Safe } else { Applicability::Unsafe };
    Some(Finding::new(span, message).help("remove it").fix(applicability, span, ""))
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}') || is_of_complex_script(letter)
}

/// Letters and signs of Thai, Lao, Khmer and Myanmar.
fn is_of_complex_script(letter: char) -> bool {
    !letter.is_ascii() && CodePointMapData::<LineBreak>::new().get(letter) == LineBreak::ComplexContext
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::{CHECK, UNSEEN};

    #[test]
    fn in_many_languages() {
        let files = [
            (
                "content/en/a.md",
                "\u{feff}---\ntitle: Out\u{200b}look\n---\n# Out\u{feff}look\n\nRun `Get-Mail\u{200b}box`. in\u{ad}fo\n\n```\na\u{200b}b\n```\n",
            ),
            ("content/he/a.md", "# A\n\nשל\u{200b}ום שלום\u{200b} \u{200b}שלום\n"),
            ("content/ru/a.md", "# A\n\n[сло\u{feff}во](b.md) ![сло\u{200b}во](a.png)\n"),
            ("content/th/a.md", "# A\n\nเปิด\u{200b}ใช้ เปิด\u{feff}ใช้\n"),
            ("content/ja/a.md", "# A\n\n設定\u{200b}を開\u{feff}く\n"),
            ("content/de/a.md", "# A\n\nDonau\u{ad}dampf\u{ad}schiff\u{ad}fahrt\n"),
            ("content/ko/a.md", "# A\n\n제어하는 \u{200b}데, 설\u{200b}정\n"),
            ("content/fa/a.md", "# A\n\nمی\u{200c}خواهم\n"),
        ];
        let shown = findings(&CHECK, &files);
        let shown = UNSEEN.iter().fold(shown, |shown, (unseen, _)| {
            shown.replace(*unseen, &format!("<{:04X}>", u32::from(*unseen)))
        });
        insta::assert_snapshot!(shown, @"
        content/en/a.md `<200B>`: an invisible zero-width space (U+200B) is inside `Outlook` (remove it)
          Unsafe: `<200B>` → ``
        content/en/a.md `<FEFF>`: an invisible byte order mark (U+FEFF) is inside `Outlook` (remove it)
          Safe: `<FEFF>` → ``
        content/en/a.md `<200B>`: an invisible zero-width space (U+200B) is inside `Mailbox` (remove it)
          Unsafe: `<200B>` → ``
        content/en/a.md `<00AD>`: an invisible soft hyphen (U+00AD) is inside `info` (remove it)
          Unsafe: `<00AD>` → ``
        content/he/a.md `<200B>`: an invisible zero-width space (U+200B) is inside `שלום` (remove it)
          Unsafe: `<200B>` → ``
        content/ja/a.md `<FEFF>`: an invisible byte order mark (U+FEFF) is inside `設定を開く` (remove it)
          Safe: `<FEFF>` → ``
        content/ko/a.md `<200B>`: an invisible zero-width space (U+200B) is inside `설정` (remove it)
          Unsafe: `<200B>` → ``
        content/ru/a.md `<FEFF>`: an invisible byte order mark (U+FEFF) is inside `слово` (remove it)
          Safe: `<FEFF>` → ``
        content/ru/a.md `<200B>`: an invisible zero-width space (U+200B) is inside `слово` (remove it)
          Unsafe: `<200B>` → ``
        content/th/a.md `<FEFF>`: an invisible byte order mark (U+FEFF) is inside `เปิดใช้` (remove it)
          Safe: `<FEFF>` → ``
        ");
    }
}
