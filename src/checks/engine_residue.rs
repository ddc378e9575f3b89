//! `engine-residue`: a token that a translation engine put in place of a phrase, and did not replace again.

use crate::catalog::File;
use crate::diagnostic::Span;

use super::check::{WrittenBlock, body_start};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "engine-residue",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a token of a translation engine is shown in place of text",
    explanation: "\
## What it does
Checks running text for tokens by which translation tools stand in for what they are not to translate: `#A0`, `__PH0__`, `<x id=\"1\"/>`, `{/1}`, `@@0@@`, `_GT_` and the like.

## Why is this bad?
Readers see the token, and the name, command or link that belongs there is lost.

## Example
```markdown
Sie können eine #A0 erstellen.
```

## Fix
Put what the source has there in place of the token. If the token is meant, format it as code.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    // Nearly all files are done with here.
    let body = &file.text[body_start(file)..];
    if !marks(body.as_bytes()).any(|at| token("", &body[at..]).is_some()) {
        return;
    }
    for prose in WrittenBlock::of(file) {
        let mut marks: Vec<usize> = marks(prose.text.as_bytes()).collect();
        marks.sort_unstable();
        let mut end = 0;
        for mark in marks {
            if mark < end {
                continue;
            }
            let length = token(&prose.text[..mark], &prose.text[mark..]).filter(|_| {
                // A tag is literal itself.
                prose.literal_at(mark).is_none_or(|literal| literal.start == mark)
            });
            if let Some(length) = length {
                findings.push(file, finding(prose.span(mark..mark + length), file));
            }
            end = mark + length.unwrap_or(1);
        }
    }
}

fn finding(span: Span, file: &File) -> Finding {
    Finding::new(span, format!("`{}` is a token of a translation tool", span.slice(&file.text)))
        .help("write what the source has in its place; if the token is meant, format it as code")
}

/// Where a token may begin, by its first two bytes; in no order.
fn marks(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let may_begin = |at: &usize| match (bytes[*at], bytes.get(at + 1)) {
        (b'#', Some(b'A')) | (b'@', Some(b'@')) | (b'{', Some(b'/')) => true,
        (b'_', Some(second)) => *second == b'_' || second.is_ascii_uppercase(),
        (b'<', Some(second)) => second.is_ascii_lowercase(),
        _ => false,
    };
    let all = memchr::memchr3_iter(b'#', b'_', b'<', bytes).chain(memchr::memchr2_iter(b'@', b'{', bytes));
    all.filter(may_begin)
}

/// The length of a token that stands between these texts.
fn token(before: &str, rest: &str) -> Option<usize> {
    match rest.as_bytes()[0] {
        b'#' => numbered(before, rest),
        b'_' => underlined(before, rest).or_else(|| entity(before, rest)),
        b'<' => tag(rest),
        b'@' => framed(rest, "@@", "@@"),
        _ => framed(rest, "{/", "}"),
    }
}

/// `#A0`; not in an address or a name such as `C#A1`.
fn numbered(before: &str, rest: &str) -> Option<usize> {
    let number = rest.strip_prefix("#A")?;
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let is_apart = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric() && !"/#&_-=".contains(c));
    let is_token = (1..=2).contains(&digits)
        && is_apart(before.chars().next_back())
        && is_apart(number[digits..].chars().next());
    is_token.then_some("#A".len() + digits)
}

/// What tools call what they replace.
const NAMES: [&str; 12] =
    ["PH", "PLACEHOLDER", "VAR", "VARIABLE", "TAG", "TOKEN", "CODE", "LINK", "URL", "TERM", "KEEP", "NT"];

/// `__PH0__`, `__PH_0__`.
fn underlined(before: &str, rest: &str) -> Option<usize> {
    let name = rest.strip_prefix("__").filter(|_| !before.ends_with('_'))?;
    let letters = name.bytes().take_while(u8::is_ascii_uppercase).count();
    let behind = &name[letters..];
    let space = usize::from(behind.starts_with('_'));
    let digits = behind[space..].bytes().take_while(u8::is_ascii_digit).count();
    let is_token = (1..=4).contains(&digits)
        && NAMES.contains(&&name[..letters])
        && behind[space + digits..].starts_with("__");
    is_token.then_some(letters + space + digits + 4)
}

/// `_GT_`, in place of the `>` of a menu path.
fn entity(before: &str, rest: &str) -> Option<usize> {
    let token = ["_GT_", "_LT_", "_AMP_", "_QUOT_"].into_iter().find(|token| rest.starts_with(token))?;
    let is_of_name = |c: char| c.is_alphanumeric() || c == '_';
    let is_apart = !before.ends_with(is_of_name) && !rest[token.len()..].starts_with(is_of_name);
    is_apart.then_some(token.len())
}

/// The elements of XLIFF and of the engines' own markup.
const TAGS: [&str; 8] = ["x", "bx", "ex", "g", "ph", "bpt", "ept", "it"];

/// Whether a text begins with a tag of such a tool; that it is no HTML is then said by this check.
pub(super) fn is_tag(text: &str) -> bool {
    text.starts_with('<') && tag(text).is_some()
}

/// `<x id="1"/>`, `<g id=1>`, `</ept>`.
fn tag(rest: &str) -> Option<usize> {
    let end = rest.bytes().take(MOST_TAG).position(|byte| byte == b'>')?;
    let inside = &rest[1..end];
    let (name, attributes) = inside.split_once(' ')?;
    let is_numbered = attributes
        .trim_start()
        .strip_prefix("id=")
        .is_some_and(|id| id.trim_start_matches(['"', '\'']).starts_with(|c: char| c.is_ascii_digit()));
    (TAGS.contains(&name) && is_numbered).then_some(end + 1)
}

/// Bytes of the longest tag.
const MOST_TAG: usize = 60;

/// A number between two marks.
fn framed(rest: &str, open: &str, close: &str) -> Option<usize> {
    let number = rest.strip_prefix(open)?;
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let is_token = (1..=3).contains(&digits) && number[digits..].starts_with(close);
    is_token.then_some(open.len() + digits + close.len())
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn tokens_in_place_of_text() {
        let files = [
            (
                "content/de/a.md",
                "# A\n\nSie können eine #A0 erstellen, [Deaktivieren der #A1](https://e.org/a#A2).\n",
            ),
            ("content/en/a.md", "# A\n\nOpen __PH0__ and __VAR_12__.\n"),
            ("content/he/a.md", "# A\n\n- פתח את #A0.\n\nעבור אל **File _GT_ ניהול**.\n"),
            ("content/ja/a.md", "# A\n\n設定を#A10から開きます。\n"),
            ("content/lv/a.md", "# A\n\nAtveriet {1}iestatījumus{/1}.\n"),
            ("content/ru/a.md", "# A\n\nОткройте @@0@@ сейчас.\n"),
            ("content/th/a.md", "# A\n\nเปิด <x id=\"1\"/> แล้ว <g id=2>a\n"),
            ("content/zh-CN/a.md", "# #A0 设置\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/de/a.md `#A0`: `#A0` is a token of a translation tool (write what the source has in its place; if the token is meant, format it as code)
        content/de/a.md `#A1`: `#A1` is a token of a translation tool (write what the source has in its place; if the token is meant, format it as code)
        content/en/a.md `__PH0__`: `__PH0__` is a token of a translation tool (write what the source has in its place; if the token is meant, format it as code)
        content/en/a.md `__VAR_12__`: `__VAR_12__` is a token of a translation tool (write what the source has in its place; if the token is meant, format it as code)
        content/he/a.md `#A0`: `#A0` is a token of a translation tool (write what the source has in its place; if the token is meant, format it as code)
        content/he/a.md `_GT_`: `_GT_` is a token of a translation tool (write what the source has in its place; if the token is meant, format it as code)
        content/ja/a.md `#A10`: `#A10` is a token of a translation tool (write what the source has in its place; if the token is meant, format it as code)
        content/lv/a.md `{/1}`: `{/1}` is a token of a translation tool (write what the source has in its place; if the token is meant, format it as code)
        content/ru/a.md `@@0@@`: `@@0@@` is a token of a translation tool (write what the source has in its place; if the token is meant, format it as code)
        content/th/a.md `<x id="1"/>`: `<x id="1"/>` is a token of a translation tool (write what the source has in its place; if the token is meant, format it as code)
        content/th/a.md `<g id=2>`: `<g id=2>` is a token of a translation tool (write what the source has in its place; if the token is meant, format it as code)
        content/zh-CN/a.md `#A0`: `#A0` is a token of a translation tool (write what the source has in its place; if the token is meant, format it as code)
        "#);
    }

    #[test]
    fn what_is_meant() {
        let text = "# A\n\nC#A1, `#A0`, #A100, #A1b, X_GT_Y, `_GT_`, _GTE_, [a](#A0), <https://e.org/#A0>, __init__, __PHX__, `<x id=1/>`, A4, #B2\n\n    #A0 __PH0__\n";
        assert_eq!(findings(&CHECK, &[("content/en/a.md", text)]), "");
    }
}
