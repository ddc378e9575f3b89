//! `space-before-punctuation`: a space before a comma or full stop.

use memchr::memchr3_iter;

use crate::catalog::File;
use crate::diagnostic::{Applicability, Span};

use super::check::{WrittenBlock, push_several, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "space-before-punctuation",
    level: Level::Suggestion,
    // The place is a space and a mark, and tells no flaw from another.
    made_in: MadeIn::Structure,
    fixes: &[Applicability::Safe],
    since: "0.1.0",
    summary: "a space stands before a comma or full stop",
    explanation: "\
## What it does
Checks for a space between a word, bold text or a link and the comma or full stop behind it. What begins with a full stop, such as `.NET`, and marks behind code or addresses are not reported.

## Why is this bad?
The mark may stand at the beginning of the next line. Translation engines put the space there where bold text or a link ends.

## Example
```markdown
Choose **Save** , and open [the list](list.md) .
```

## Fix
Remove the space, as in `Choose **Save**, and`. `check --fix` does this.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let mut found = Vec::new();
    for prose in WrittenBlock::of(file) {
        let is_bilingual = prose.block.lookups.0 != prose.block.lookups.1;
        if !is_bilingual {
            found.extend(marks(prose.text).filter_map(|at| judge(&prose, at)));
        }
    }
    push_several(file, found, findings);
}

/// Where a comma or full stop has a space before it, and one or nothing behind.
fn marks(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    // The Arabic comma is two bytes.
    memchr3_iter(b',', b'.', 0xd8, bytes).filter(|&at| {
        let length = match bytes[at..] {
            [0xd8, 0x8c, ..] => 2,
            [b',' | b'.', ..] => 1,
            _ => return false,
        };
        bytes[..at].ends_with(b" ") && bytes.get(at + length).is_none_or(u8::is_ascii_whitespace)
    })
}

/// Bytes that are looked through for the word before a mark.
const LONGEST: usize = 200;

fn judge(prose: &WrittenBlock<'_>, at: usize) -> Option<Finding> {
    let head = prose.text[..at].trim_end_matches(' ');
    let mark = prose.text[at..].chars().next()?;
    let behind = prose.text[at + mark.len_utf8()..].trim_start();
    let near = &head[head.ceil_char_boundary(head.len().saturating_sub(LONGEST))..];
    let last = near.chars().next_back()?;
    let word = near.rsplit(char::is_whitespace).next()?;
    // Marks that are spoken of, and dots that stand apart.
    if behind.starts_with(['.', ',', ';', ':', '…']) || prose.is_literal(at) {
        return None;
    }
    let is_link = last == ')' && near_target(prose, head.len() - 1);
    let is_bold = last == '*' && word.contains(char::is_alphanumeric);
    // A full stop within a sentence may be what is spoken of.
    let ends =
        mark != '.' || behind.is_empty() || behind.starts_with(|c: char| c.is_uppercase() || is_caseless(c));
    let is_word = last.is_alphanumeric()
        && word.chars().nth(1).is_some()
        && !word.contains(['/', '\\', '@', '=', '<', '>', '{', '}', '#', '$', '`', '|'])
        && !prose.is_literal(head.len() - last.len_utf8())
        && ends;
    if !(is_link || is_bold || is_word) {
        return None;
    }
    let name = if mark == '.' { "full stop" } else { "comma" };
    let after =
        if is_link || word.contains("](") { "a link".to_owned() } else { format!("`{}`", shortened(word)) };
    let message = format!("a space stands between {after} and the {name}");
    let finding = Finding::new(prose.span(at..at + mark.len_utf8()), message);
    let space: Span = prose.span(head.len()..at);
    Some(finding.help("remove the space").fix(Applicability::Safe, space, ""))
}

/// Whether the bracket ends the target of a link.
fn near_target(prose: &WrittenBlock<'_>, at: usize) -> bool {
    prose.literal_at(at).is_some_and(|target| prose.text[target].starts_with("]("))
}

/// A letter of a script without capitals.
fn is_caseless(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_lowercase() && !letter.is_uppercase()
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn in_many_languages() {
        let files = [
            ("content/lv/a.md", "# A\n\nNoklikšķiniet uz **Rediģēt** , lai skatītu [failu](b.md) .\n"),
            ("content/he/a.md", "# א\n\nבחר **הקופה** , ואז היכנס שוב . אולי תצטרך\n"),
            ("content/ro/a.md", "# A\n\n1. Selectați *manual*  , apoi [pagina](b.md) , și folderul .\n"),
            ("content/ar/a.md", "# A\n\nحدد **حفظ** ، ثم أغلق.\n"),
            ("content/fr/a.md", "# A\n\n> Ouvrez **Fichier** .\n"),
            ("content/ja/a.md", "# A\n\n| a |\n|---|\n| [設定](b.md) , 次 |\n"),
            ("content/en/a.md", "# A\n\nChoose Save , then **A** , **B** , **C** , and D.\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/ar/a.md `،`: a space stands between `**حفظ**` and the comma (remove the space)
          Safe: ` ` → ``
        content/en/a.md `,`: a space stands between `Save` and the comma; 3 more in this file (remove the space)
          Safe: ` ` → ``, ` ` → ``, ` ` → ``, ` ` → ``
        content/fr/a.md `.`: a space stands between `**Fichier**` and the full stop (remove the space)
          Safe: ` ` → ``
        content/he/a.md `,`: a space stands between `**הקופה**` and the comma (remove the space)
          Safe: ` ` → ``
        content/he/a.md `.`: a space stands between `שוב` and the full stop (remove the space)
          Safe: ` ` → ``
        content/ja/a.md `,`: a space stands between a link and the comma (remove the space)
          Safe: ` ` → ``
        content/lv/a.md `,`: a space stands between `**Rediģēt**` and the comma (remove the space)
          Safe: ` ` → ``
        content/lv/a.md `.`: a space stands between a link and the full stop (remove the space)
          Safe: ` ` → ``
        content/ro/a.md `,`: a space stands between `*manual*` and the comma (remove the space)
          Safe: `  ` → ``
        content/ro/a.md `,`: a space stands between a link and the comma (remove the space)
          Safe: ` ` → ``
        content/ro/a.md `.`: a space stands between `folderul` and the full stop (remove the space)
          Safe: ` ` → ``
        ");
    }

    #[test]
    fn what_is_no_mark_of_the_sentence() {
        let text = "# A\n\nUse .NET, a .pst or `x` , at https://example.com/a . Type . to go, or . , ; of them. Wait . . . 5 + . \\
            a@b.c . (x) , * , **1**\u{a0}, 1 \\* \\* .\n\n- .\n- a/b , x\n\n```\na , b\n```\n";
        assert_eq!(findings(&CHECK, &[("content/en/a.md", text)]), "");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_judged(text in "[ā ,.،*)\n(`\\]a\\[\u{a0}]{0,40}") {
            let _ = findings(&CHECK, &[("content/lv/a.md", &text)]);
        }
    }
}
