//! `misspelt-key`: a key of the front matter with a slip in it.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Span};
use crate::front_matter::{FlawKind, Format};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "misspelt-key",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "a front matter key is misspelt",
    explanation: "\
## What it does
Checks for unknown keys that are almost a known one: different punctuation, a wrong letter, a full-width colon, or text pasted into the key. Faqtory still uses the value if the correct key is absent.

## Why is this bad?
Other tools silently ignore such a key, and lose its value.

## Example
```yaml
ms,.custom: 9357
```

## Fix
Write the known key. `check --fix` does this if only punctuation and letter case differ.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let flaws: Vec<(Span, &str, &'static str)> = file
        .front_matter
        .flaws
        .iter()
        .filter_map(|flaw| match &flaw.kind {
            FlawKind::MisspeltKey { written, known } => Some((flaw.span, &**written, *known)),
            _ => None,
        })
        .collect();
    let is_same_line = |a: &(Span, _, _), b: &(Span, _, _)| {
        file.text.get(a.0.end as usize..b.0.start as usize).is_some_and(|between| !between.contains('\n'))
    };
    for line in flaws.chunk_by(is_same_line) {
        let &[(span, written, known), ref others @ ..] = line else { continue };
        let finding = match others.len() {
            0 => of_key(file, span, written, known),
            1 => several(span, format!("unknown keys `{written}` and `{}` in one line", others[0].1)),
            more => several(span, format!("unknown key `{written}`, and {more} more in its line")),
        };
        findings.push(file, finding);
    }
}

fn several(span: Span, message: String) -> Finding {
    Finding::new(span, message).help("write every key on a line of its own, with `: ` behind it")
}

fn of_key(file: &File, span: Span, written: &str, known: &str) -> Finding {
    let finding = Finding::new(span, format!("unknown key `{written}`"));
    if stands_in(file, known) {
        return finding.help(format!("`{known}` is already present: remove one of them"));
    }
    if !begins_line(file, span) {
        return finding.help(format!("write `{known}`, on a line of its own"));
    }
    let finding = finding.help(format!("write `{known}`"));
    // In TOML, `ms.custom` without quotes is another key.
    if span.slice(&file.text) == written && file.front_matter.format == Format::Yaml {
        let colon = if written.ends_with('：') { ": " } else { "" };
        return finding.fix(certainty(written, known), span, format!("{known}{colon}"));
    }
    finding
}

/// Whether nothing stands before the key in its line: in a line of several keys, one that is right makes no header.
fn begins_line(file: &File, key: Span) -> bool {
    let before = &file.text[..key.start as usize];
    let line = before.rfind('\n').map_or(before, |newline| &before[newline + 1..]);
    line.chars().all(|c| c.is_whitespace() || matches!(c, '"' | '\'' | '{' | ',' | '\u{feff}'))
}

/// Whether the front matter has the key, read or not.
fn stands_in(file: &File, key: &str) -> bool {
    let block = file.front_matter.span.map_or("", |span| span.slice(&file.text)).to_ascii_lowercase();
    block.match_indices(key).any(|(at, _)| {
        let before = block[..at].chars().next_back();
        let is_mark =
            |character: char| character.is_whitespace() || matches!(character, '"' | '\'' | '{' | ',');
        before.is_none_or(is_mark)
            && block[at + key.len()..].trim_start_matches(is_mark).starts_with([':', '='])
    })
}

/// Nobody but the author knows whether another letter was a slip.
fn certainty(written: &str, known: &str) -> Applicability {
    let letters = |key: &str| {
        let letters = key.chars().filter(|character| character.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    if letters(written) == letters(known) { Applicability::Safe } else { Applicability::Unsafe }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn slips_and_what_to_write() {
        let files = [
            ("content/en/a.md", "---\ntitle: A\nms,.custom: 1\nms.topci: x\n---\n"),
            ("content/en/b.md", "---\ntitle：B\nms.custom: 1\nms-custom: 2\n---\n"),
            ("content/en/c.md", "---\ntitle: C\nms.custom: 1\nowner: me\n---\n"),
            ("content/zh-CN/f.md", "---\ntitle：F ms.author：a ms.topic：b\n---\n"),
            ("content/en/e.md", "+++\ntilte = \"E\"\nweight = 1\n+++\n"),
            ("content/en/d.md", "---\ntitle: \"D\" x MS. Author: a author: b ms.custom: 1\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `ms,.custom`: unknown key `ms,.custom` (write `ms.custom`)
          Safe: `ms,.custom` → `ms.custom`
        content/en/a.md `ms.topci`: unknown key `ms.topci` (write `ms.topic`)
          Unsafe: `ms.topci` → `ms.topic`
        content/en/b.md `title：`: unknown key `title：` (write `title`)
          Safe: `title：` → `title: `
        content/en/b.md `ms-custom`: unknown key `ms-custom` (`ms.custom` is already present: remove one of them)
        content/en/d.md `MS. Author`: unknown key `MS. Author` (write `ms.author`, on a line of its own)
        content/en/e.md `tilte`: unknown key `tilte` (write `title`)
        content/zh-CN/f.md `title：`: unknown key `title：`, and 2 more in its line (write every key on a line of its own, with `: ` behind it)
        ");
    }
}
