//! `mixed-digits`: a number has digits of several scripts.

use memchr::{memchr2, memchr3};

use crate::catalog::File;
use crate::diagnostic::{Applicability, Span};

use super::check::{MANY, prose_beyond_ascii};
use super::compare::digit;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "mixed-digits",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: Some(MANY),
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a number has digits of several scripts",
    explanation: "\
## What it does
Checks text, titles, link texts and alternative texts for numbers and codes that have digits of two scripts, such as Thai, Arabic or full-width ones beside ASCII. Numbers that are written in the digits of one script are not reported.

## Why is this bad?
Nobody finds the code when searching for it, and it may be another number.

## Example
```markdown
The error \u{e55}\u{e55}\u{e54}5.2.2 occurs.
```

## Fix
Write all digits of the number in one script: `5545.2.2` or as the source has it.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    if !may_have_digits(&file.text) {
        return;
    }
    let mut found = Vec::new();
    for piece in prose_beyond_ascii(file).into_iter().filter(|piece| may_have_digits(piece.slice(&file.text)))
    {
        numbers(piece.slice(&file.text), |start, end| {
            let span = piece.start as usize + start..piece.start as usize + end;
            let written = &file.text[span.clone()];
            let plain: String = written.chars().map(|letter| digit(letter).unwrap_or(letter)).collect();
            let span = Span::new(span.start, span.end);
            let finding = Finding::new(span, format!("`{written}` has digits of several scripts"));
            found.push(finding.help(format!("write `{plain}`")).fix(Applicability::Unsafe, span, plain));
        });
    }
    findings.push_all(file, found);
}

/// Whether a text has a byte that a digit beyond ASCII begins with: hardly one in Latin, Cyrillic or Hebrew has.
fn may_have_digits(text: &str) -> bool {
    let (bytes, has) =
        (text.as_bytes(), |one, two, three| memchr3(one, two, three, text.as_bytes()).is_some());
    has(0xd9, 0xdb, 0xdf) || has(0xe0, 0xe1, 0xea) || memchr2(0xef, 0xf0, bytes).is_some()
}

/// The ends of every run of digits, with full stops and commas between them, that has digits of several scripts.
fn numbers(text: &str, mut each: impl FnMut(usize, usize)) {
    let mut number: Option<Number> = None;
    for (at, letter) in text.char_indices() {
        if digit(letter).is_some() {
            let row = row(letter);
            let current = number.get_or_insert(Number { start: at, end: at, row, is_mixed: false });
            current.is_mixed |= current.row != row;
            current.end = at + letter.len_utf8();
        } else if let Some(current) = &number
            && !(current.end == at && matches!(letter, '.' | ','))
        {
            if current.is_mixed {
                each(current.start, current.end);
            }
            number = None;
        }
    }
    if let Some(current) = number.filter(|number| number.is_mixed) {
        each(current.start, current.end);
    }
}

struct Number {
    start: usize,
    /// Behind its last digit so far.
    end: usize,
    row: u32,
    is_mixed: bool,
}

/// The ten digits of a script stand in sixteen code points of their own.
fn row(digit: char) -> u32 {
    u32::from(digit) >> 4
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn in_many_languages() {
        let files = [
            ("content/th/a.md", "---\ntitle: รหัส ๕๕๔5\n---\n# รหัส ๕๕๔5.2.2\n\nMicrosoft ๓๖๕ 365, ๓.5\n"),
            ("content/ar/a.md", "# A\n\n[خطأ ٥5](b.md) ٣٦٥ و 365 ١،٢\n"),
            ("content/fa/a.md", "# A\n\n۳۶٥ ۳۶۵\n"),
            ("content/hi/a.md", "# A\n\n![५५4](a.png) ५५४. 5\n"),
            ("content/ja/a.md", "# A\n\n２0 件、２０、20 件 `２0`\n"),
            ("content/bn/a.md", "# A\n\n- ৫4\n"),
            ("content/ru/a.md", "# A\n\nОшибка 5.2 – x² ½ ①2\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/ar/a.md `٥5`: `٥5` has digits of several scripts (write `55`)
          Unsafe: `٥5` → `55`
        content/bn/a.md `৫4`: `৫4` has digits of several scripts (write `54`)
          Unsafe: `৫4` → `54`
        content/fa/a.md `۳۶٥`: `۳۶٥` has digits of several scripts (write `365`)
          Unsafe: `۳۶٥` → `365`
        content/hi/a.md `५५4`: `५५4` has digits of several scripts (write `554`)
          Unsafe: `५५4` → `554`
        content/ja/a.md `２0`: `２0` has digits of several scripts (write `20`)
          Unsafe: `２0` → `20`
        content/th/a.md `๕๕๔5`: `๕๕๔5` has digits of several scripts (write `5545`)
          Unsafe: `๕๕๔5` → `5545`
        content/th/a.md `๕๕๔5.2.2`: `๕๕๔5.2.2` has digits of several scripts (write `5545.2.2`)
          Unsafe: `๕๕๔5.2.2` → `5545.2.2`
        content/th/a.md `๓.5`: `๓.5` has digits of several scripts (write `3.5`)
          Unsafe: `๓.5` → `3.5`
        ");
    }
}
