//! `space-before-punctuation`: a space before a comma or a full stop. Knows one language: French has some such spaces.

use std::ops::Range;

use crate::catalog::{Article, Catalog, File};
use crate::diagnostic::{Applicability, Span};

use super::check::{WrittenBlock, body_start, pairs, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "space-before-punctuation",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: Some(1),
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "a space stands before punctuation",
    explanation: "\
## What it does
Checks running text for spaces before a comma or a full stop, also those of Arabic, Chinese and Japanese; and translations into other languages than French for spaces before `;`, `?`, `!`, and before a colon behind bold text or a link. A full stop behind another one is reported too. A full stop behind an address may stand apart so that it is not taken for a part of it, and is not reported; nor are signs that the text is about. All of a file are one finding.

## Why is this bad?
The sign may begin a line. Translation engines leave such spaces where they move bold text and links.

## Example
```markdown
Choose **Save** , then close the window .
```

## Fix
Remove the space. `check --fix` does this; in a heading, whose anchor may change, `check --fix --unsafe-fixes`.",
    run: Run::Article(run),
};

fn run(catalog: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    let file = &*article.file;
    let style = Style::of(catalog, article);
    let marks = marks(&file.text, body_start(file), style.signs());
    if marks.is_empty() {
        return;
    }
    let mut marks = marks.into_iter().peekable();
    let mut found = Vec::new();
    for prose in WrittenBlock::of(file) {
        let block = prose.block.span.range();
        if marks.peek().is_none_or(|at| *at >= block.end) {
            continue;
        }
        let is_code = memchr::memchr2(b'{', b'$', prose.text.as_bytes()).is_some();
        while let Some(at) = marks.next_if(|at| *at < block.end) {
            let Some(at) = at.checked_sub(block.start) else { continue };
            let before = prose.text[..at].trim_end_matches(SPACES);
            if !is_code && is_misplaced(before, &prose.text[at..], style) && !prose.is_literal(at) {
                // A full stop behind another one goes with its space.
                let end = at + usize::from(before.ends_with('.'));
                found.push(finding(file, &prose, before.len()..end));
            }
        }
    }
    findings.push_all(file, found);
}

/// Spaces that a line may hold; wider ones of East Asian text are meant.
const SPACES: [char; 2] = [' ', '\u{a0}'];

/// Signs of one byte that a space before is wrong in all languages.
const ALWAYS: &[u8] = b",.";

/// Those that French puts a space before.
const ELSEWHERE: &[u8] = b",.;:?!";

/// What spaces before signs are wrong for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// Of a source, which may speak of signs: only those behind bold text, links and code.
    Source,
    French,
    Other,
}

impl Style {
    fn of(catalog: &Catalog, article: &Article) -> Self {
        let locale = article.locale;
        let is_source = catalog.source.map_or(catalog.locales.len() == 1, |source| source == locale);
        if is_source && article.file.front_matter.source_hash.is_none() {
            return Self::Source;
        }
        match catalog.locales[locale].locale.language() {
            "br" | "fr" => Self::French,
            _ => Self::Other,
        }
    }

    fn signs(self) -> &'static [u8] {
        match self {
            Self::Source | Self::French => ALWAYS,
            Self::Other => ELSEWHERE,
        }
    }
}

/// Where one of these signs, or one of another script, stands behind a space, from a place on.
fn marks(text: &str, from: usize, signs: &[u8]) -> Vec<usize> {
    let bytes = text.as_bytes();
    // The last byte of a space, and the first one of a sign.
    let may_be = |space: u8, sign: u8| {
        ((space == b' ') | (space == 0xa0))
            & ((sign == b',')
                | (sign == b'.')
                | (sign == b';')
                | (sign == b':')
                | (sign == b'?')
                | (sign == b'!')
                | (sign == 0xd8)
                | (sign == 0xe3)
                | (sign == 0xef))
    };
    let is_mark = |at: &usize| {
        let is_sign = signs.contains(&bytes[*at])
            || !bytes[*at].is_ascii() && text[*at..].starts_with(['،', '、', '。', '，']);
        is_sign && text[..*at].ends_with(SPACES)
    };
    pairs(&bytes[from..], may_be).map(|space| from + space + 1).filter(is_mark).collect()
}

/// Whether the sign ends what stands before the space, and nothing else follows it at once.
fn is_misplaced(before: &str, written: &str, style: Style) -> bool {
    let mut letters = written.chars();
    let Some(sign) = letters.next() else { return false };
    let rest = letters.as_str();
    let next = rest.trim_start_matches(SPACES).chars().next();
    let is_alone = !sign.is_ascii() || rest.chars().next().is_none_or(char::is_whitespace);
    let is_sign = next.is_some_and(|next| !next.is_alphanumeric() && !OPENING.contains(next) && next != '\n');
    // A sentence begins behind it: a small letter shows that the text is about the sign.
    let is_spoken_of = ".?!".contains(sign) && next.is_some_and(char::is_lowercase);
    let is_ended = match sign {
        '.' if before.ends_with('.') => is_ended(&before[..before.len() - 1]),
        // `16 : 9` and `a : b` are ways of writing.
        ':' => {
            let is_share = rest.trim_start_matches(SPACES).starts_with(|next: char| next.is_ascii_digit());
            before.ends_with(['*', ')']) && !is_share && is_ended(before)
        }
        _ => is_ended(before),
    };
    let is_marked = before.ends_with(['*', ')', '`', '_']);
    is_alone && !is_sign && !is_spoken_of && is_ended && (is_marked || style != Style::Source)
}

/// What may begin behind the sign.
const OPENING: &str = "*_[(\"'“„«‘`<!>（「『\r";

/// Whether a word, or bold text, a link or code, ends here, and no address.
fn is_ended(before: &str) -> bool {
    let last = before.split(char::is_whitespace).next_back().unwrap_or("");
    let inner = last.trim_end_matches(['*', '_']);
    let is_bold = inner.len() < last.len();
    let Some(end) = inner.chars().next_back() else { return false };
    // At the beginning of a line a number with its full stop is that of a list.
    let above = before[..before.len() - last.len()].trim_end_matches(SPACES);
    if (above.is_empty() || above.ends_with('\n')) && last.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let is_address =
        last.contains("://") && !last.contains("](") || last.starts_with("www.") || last.contains('@');
    let is_single = inner.trim_start_matches(['*', '_', '(', '[']).chars().nth(1).is_none();
    // One letter alone is in a list of letters or signs, or the key of a keyboard; `the`, `or` lead to a sign.
    let is_short = inner.len() < 4
        && inner.bytes().all(|byte| byte.is_ascii_alphabetic())
        && inner.bytes().any(|byte| byte.is_ascii_lowercase());
    let is_word = end.is_alphanumeric() && (is_bold || !is_short && (!is_single || !end.is_ascii()));
    !is_address && (is_word || ")]\"”“’»«`）」』".contains(end) && !is_single)
}

fn finding(file: &File, prose: &WrittenBlock<'_>, space: Range<usize>) -> Finding {
    let text = &*file.text;
    let space = prose.span(space);
    let (start, end) = (space.start as usize, space.end as usize);
    let from = text[..start].rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let from = text.ceil_char_boundary(from);
    let is_twice = space.slice(text).ends_with('.');
    let sign = text[end..].chars().next().filter(|_| !is_twice).map_or(0, char::len_utf8);
    let shown = shortened(text[from..end + sign].trim());
    let (message, help) = if is_twice {
        (format!("a second full stop stands behind `{shown}`"), "remove one of them")
    } else {
        (format!("a space stands before the punctuation of `{shown}`"), "remove the space")
    };
    let whole = Span::new(from, end + sign);
    Finding::new(whole, message).help(help).fix(Applicability::Safe, space, "").unsafe_in_heading(file)
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn spaces_that_no_language_has() {
        let files = [
            ("content/ar/a.md", "# A\n\nاختر **حفظ** ، ثم أغلق.\n"),
            ("content/fr/a.md", "# A\n\nCliquez sur [Enregistrer](b.md) . Puis fermez.\n"),
            ("content/he/a.md", "# A\n\nעבור Windows 10 , לחץ על **שמור** .\n"),
            ("content/ja/a.md", "# A\n\nWindows 10 。次に **保存** 、閉じます\n"),
            ("content/lv/a.md", "# A\n\n- Atlasiet **Saglabāt** , pēc tam, tagad\u{a0}, aizveriet.\n"),
            ("content/ro/a.md", "# A\n\n## Setări , altele\n"),
            ("content/sl/a.md", "# A\n\n| a |\n| - |\n| Izberite zaslon , nato |\n"),
            ("content/zh-CN/a.md", "# A\n\n选择 **保存** ，然后关闭。\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/ar/a.md `**حفظ** ،`: a space stands before the punctuation of `**حفظ** ،` (remove the space)
          Safe: ` ` → ``
        content/fr/a.md `[Enregistrer](b.md) .`: a space stands before the punctuation of `[Enregistrer](b.md) .` (remove the space)
          Safe: ` ` → ``
        content/he/a.md `10 ,`: a space stands before the punctuation of `10 ,` (remove the space)
          Safe: ` ` → ``
        content/he/a.md `**שמור** .`: a space stands before the punctuation of `**שמור** .` (remove the space)
          Safe: ` ` → ``
        content/ja/a.md `10 。`: a space stands before the punctuation of `10 。` (remove the space)
          Safe: ` ` → ``
        content/ja/a.md `**保存** 、`: a space stands before the punctuation of `**保存** 、` (remove the space)
          Safe: ` ` → ``
        content/lv/a.md `**Saglabāt** ,`: a space stands before the punctuation of `**Saglabāt** ,` (remove the space)
          Safe: ` ` → ``
        content/lv/a.md `tagad ,`: a space stands before the punctuation of `tagad ,` (remove the space)
          Safe: ` ` → ``
        content/ro/a.md `Setări ,`: a space stands before the punctuation of `Setări ,` (remove the space)
          Unsafe: ` ` → ``
        content/sl/a.md `zaslon ,`: a space stands before the punctuation of `zaslon ,` (remove the space)
          Safe: ` ` → ``
        content/zh-CN/a.md `**保存** ，`: a space stands before the punctuation of `**保存** ，` (remove the space)
          Safe: ` ` → ``
        ");
    }

    #[test]
    fn source_text_beside_its_translation() {
        let text = "# A\n\n<span data-ttu-id=\"1\">Izberite **Zaslon** , nato</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">Select **Screen** , then</span></span>\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/sl/a.md", text)]), @"
        content/sl/a.md `**Zaslon** ,`: a space stands before the punctuation of `**Zaslon** ,` (remove the space)
          Safe: ` ` → ``
        ");
    }

    #[test]
    fn signs_that_french_puts_a_space_before() {
        let file = |text: &str| {
            format!("---\nsource_hash: 0123456789012345678901234567890123456789\n---\n# A\n\n{text}\n")
        };
        let files = [
            (
                "content/de/a.md",
                file("**Hinweis** : Wollen Sie das ? Natürlich ! Speichern ; schließen ? Und 16 : 9."),
            ),
            ("content/fr/a.md", file("**Remarque** : Voulez-vous ? Oui ! Voilà ; ceci.")),
            ("content/ro/a.md", file("Faceți clic pe **Adăugare**. . Apoi . . .")),
        ];
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/a.md `**Hinweis** :`: a space stands before the punctuation of `**Hinweis** :` (remove the space)
          Safe: ` ` → ``
        content/de/a.md `Natürlich !`: a space stands before the punctuation of `Natürlich !` (remove the space)
          Safe: ` ` → ``
        content/de/a.md `Speichern ;`: a space stands before the punctuation of `Speichern ;` (remove the space)
          Safe: ` ` → ``
        content/de/a.md `schließen ?`: a space stands before the punctuation of `schließen ?` (remove the space)
          Safe: ` ` → ``
        content/ro/a.md `**Adăugare**. .`: a second full stop stands behind `**Adăugare**. .` (remove one of them)
          Safe: ` .` → ``
        ");
    }

    #[test]
    fn spaces_that_are_meant() {
        let text = "# A\n\nThe , key. Use .NET or\n, a .csv file ... and . . . at https://e.org/x .\n\nPress . or , then. `a , b` [a , b](c,d) [x](y) \\, ; ,\n\n\
            10 . a\n\na , b , c x@e.org . The key . ends - , + , the sign . is shown\n\n    a , b .\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @"");
    }
}
