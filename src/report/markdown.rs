//! What others wrote, within Markdown, so that nothing of it is markup, a mention or a reference. Knows no report.

use std::borrow::Cow;

use super::visible::line;

/// A text as code in a line.
pub(super) fn code(text: &str) -> String {
    let text = line(text);
    let runs = text.split(|letter: char| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(runs + 1);
    let gap = if runs > 0 { " " } else { "" };
    // A bar would end a cell of a table.
    format!("{fence}{gap}{}{gap}{fence}", text.replace('|', "\u{2502}"))
}

/// A sentence in a line that begins with something else. What it quotes between backticks is code, and so is every word that is
/// not plain: no escape keeps hosts from reading a mention (`@a`), a reference (`a/b#1`, `GH-1`), a URL or an emoji (`:a:`) into
/// text that Markdown leaves alone, but code does.
pub(super) fn prose(text: &str) -> String {
    let text = line(text);
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = &*text;
    while let Some(next) = rest.chars().next() {
        if next.is_whitespace() {
            out.push(next);
            rest = &rest[next.len_utf8()..];
        } else {
            let (word, after) = rest.split_at(end_of_word(rest));
            out.push_str(&shown(word));
            rest = after;
        }
    }
    out
}

/// Where the word ends that the text begins with: at white space that is not between backticks.
fn end_of_word(text: &str) -> usize {
    let mut at = 0;
    while let Some(found) = text[at..].find(|c: char| c == '`' || c.is_whitespace()) {
        let found = at + found;
        let Some(quoted) = text[found..].strip_prefix('`') else { return found };
        at = found + 1 + quoted.find('`').map_or(0, |close| close + 1);
    }
    text.len()
}

/// A word, which may quote something.
fn shown(word: &str) -> Cow<'_, str> {
    match word.split('`').collect::<Vec<_>>()[..] {
        [word] if is_plain(word) => Cow::Borrowed(word),
        [before, quoted, after] if is_plain(before) && !quoted.is_empty() && is_plain(after) => {
            Cow::Owned(format!("{before}{}{after}", code(quoted)))
        }
        _ => Cow::Owned(code(word)),
    }
}

/// Whether it is letters only, digits only, or not ASCII, with the marks of a sentence round it.
fn is_plain(word: &str) -> bool {
    let word = word
        .trim_start_matches(['(', '"', '\''])
        .trim_end_matches([')', '"', '\'', ',', ';', ':', '.', '?', '!', '%']);
    let is_letter = |c: char| !c.is_ascii() || c.is_ascii_alphabetic() || matches!(c, '-' | '\'');
    word.chars().all(is_letter) || word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out() {
        assert_eq!(code("a.md"), "`a.md`");
        assert_eq!(code("a`b``c"), "``` a`b``c ```");
        assert_eq!(code("a|b\nc").matches(['|', '\n']).count(), 0);
    }

    #[test]
    fn sentences_stay_sentences() {
        for (text, shown) in [
            ("no file at `a b.md`, so 3.5 % (of 1,000) can't be right-to-left: why?", None),
            ("`a`", None),
            ("(`ключ`)", None),
            ("設定は「開く」こと", None),
            ("می\u{200c}خواهم ไม่พบหน้า", None),
            ("ask @org/team, see a/b#1 or GH-1", Some("ask `@org/team,` see `a/b#1` or `GH-1`")),
            ("<!-- x --> :smile: www.a.dev", Some("`<!--` x `-->` `:smile:` `www.a.dev`")),
            ("[x](https://a.dev) *a* $x$", Some("`[x](https://a.dev)` `*a*` `$x$`")),
            ("設定@org", Some("`設定@org`")),
            ("`a`b` `` @x", Some("``` `a`b` `` ``` `@x`")),
            ("``<b>`` ` @x", Some("``` ``<b>`` ``` `` ` `` `@x`")),
            ("$`a`$ `a`=`b`", Some("`` $`a`$ `` `` `a`=`b` ``")),
            ("a\n# b", Some("`a␊#` b")),
        ] {
            assert_eq!(prose(text), shown.unwrap_or(text));
        }
    }
}
