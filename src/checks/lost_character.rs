//! `lost-character`: a replacement character stands where a letter was lost.

use memchr::memmem;

use crate::catalog::File;
use crate::diagnostic::Span;

use super::check::{MANY, prose_beyond_ascii, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "lost-character",
    level: Level::Warning,
    // The place is one character, and tells no flaw from another.
    made_in: MadeIn::Structure,
    each_up_to: Some(MANY),
    fixes: &[],
    since: "0.1.0",
    summary: "a character was lost",
    explanation: "\
## What it does
Checks text, titles, link texts and alternative texts for U+FFFD (`\u{fffd}`), which programs write where they cannot read a character. By itself between spaces or in quotation marks or brackets it may be what the text is about, and is not reported.

## Why is this bad?
Readers see `\u{fffd}`, and a letter of the text is gone.

## Example
```markdown
Open de caf\u{fffd}s.
```

## Fix
Write the character that was there.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    // In a file that is not UTF-8 every letter beyond ASCII became one: that is one flaw, with a check of its own.
    let is_there = || memmem::find(file.text.as_bytes(), LOST_BYTES).is_some();
    if file.not_utf8.is_some() || !is_there() {
        return;
    }
    let mut found = Vec::new();
    let mut end = 0;
    for piece in prose_beyond_ascii(file) {
        for (at, _) in piece.slice(&file.text).match_indices(LOST) {
            let at = piece.start as usize + at;
            // Several in a row are one.
            if at < end || is_meant(&file.text, at) {
                continue;
            }
            end = file.text.len() - file.text[at..].trim_start_matches(LOST).len();
            let around = shortened(word(&file.text, at, end));
            let finding = Finding::new(Span::new(at, end), format!("a character was lost in `{around}`"));
            found.push(finding.help("write the character that was there"));
        }
    }
    findings.push_all(file, found);
}

const LOST: char = char::REPLACEMENT_CHARACTER;

/// The same in UTF-8.
const LOST_BYTES: &[u8] = "\u{fffd}".as_bytes();

/// Whether it stands by itself.
fn is_meant(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + LOST.len_utf8()..].chars().next();
    let is_space = |side: Option<char>| side.is_none_or(char::is_whitespace);
    let is_mark = |side: Option<char>| {
        side.is_some_and(|side| !side.is_alphanumeric() && !side.is_whitespace() && side != LOST)
    };
    is_space(before) && is_space(after) || is_mark(before) && is_mark(after)
}

/// What stands from the space before to the space behind, as far as a word goes.
fn word(text: &str, start: usize, end: usize) -> &str {
    const LONG: usize = 40;
    let from = text.ceil_char_boundary(start.saturating_sub(LONG));
    let to = text.floor_char_boundary(end + LONG);
    let from = text[from..start].rfind(char::is_whitespace).map_or(from, |space| from + space);
    let to = text[end..to].find(char::is_whitespace).map_or(to, |space| end + space);
    text[from..to].trim()
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn in_many_languages() {
        let files = [
            ("content/fr/a.md", "---\ntitle: Les caf\u{fffd}s\n---\n# Les caf\u{fffd}\u{fffd}s\n"),
            ("content/ja/a.md", "# A\n\n**[\u{fffd} > 設定]**\n\nリン\u{fffd} を開く\n"),
            ("content/ru/a.md", "# A\n\n![Сло\u{fffd}о](a.png) `\u{fffd}a`\n"),
            ("content/he/a.md", "# A\n\n[של\u{fffd}ם](b.md)\n"),
            ("content/th/a.md", "# A\n\n- เปิ\u{fffd}\n"),
            (
                "content/zh-CN/a.md",
                "# A\n\n| 设\u{fffd}置 | b |\n|---|---|\n| 显示 “\u{fffd}” | (\u{fffd}) |\n",
            ),
            ("content/en/a.md", "# A\n\nThe character \u{fffd} and '\u{fffd}' stand for others.\n"),
            ("content/en/b.md", "# A\n\na\u{fffd}b c\u{fffd}d e\u{fffd}f g\u{fffd}h\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/b.md `�`: a character was lost in `a�b` (write the character that was there)
        content/en/b.md `�`: a character was lost in `c�d` (write the character that was there)
        content/en/b.md `�`: a character was lost in `e�f` (write the character that was there)
        content/en/b.md `�`: a character was lost in `g�h` (write the character that was there)
        content/fr/a.md `�`: a character was lost in `caf�s` (write the character that was there)
        content/fr/a.md `��`: a character was lost in `caf��s` (write the character that was there)
        content/he/a.md `�`: a character was lost in `[של�ם](b.md)` (write the character that was there)
        content/ja/a.md `�`: a character was lost in `**[�` (write the character that was there)
        content/ja/a.md `�`: a character was lost in `リン�` (write the character that was there)
        content/ru/a.md `�`: a character was lost in `![Сло�о](a.png)` (write the character that was there)
        content/th/a.md `�`: a character was lost in `เปิ�` (write the character that was there)
        content/zh-CN/a.md `�`: a character was lost in `设�置` (write the character that was there)
        ");
    }
}
