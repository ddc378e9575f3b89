//! `placeholder-broken`: white space that a translation engine put into a placeholder.

use crate::catalog::File;
use crate::diagnostic::Applicability;

use super::check::WrittenBlock;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "placeholder-broken",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "there is whitespace within a placeholder",
    explanation: "\
## What it does
Checks running text for placeholders with whitespace in them: `$ {name}`, `%(count) d`, `% APPDATA %`.

## Why is this bad?
A program does not replace it, and readers who copy the path or command get one that does not work. Translation engines put a space where they see two words.

## Example
```markdown
Set the policy to **$ {local_app_data}\\Edge**.
```

## Fix
Remove the whitespace: `${local_app_data}`. `check --fix --unsafe-fixes` does this.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for prose in WrittenBlock::of(file) {
        let bytes = prose.text.as_bytes();
        let mut at = 0;
        while let Some(mark) = memchr::memchr2(b'$', b'%', &bytes[at..]).map(|found| at + found) {
            let (before, rest) = (&prose.text[..mark], &prose.text[mark..]);
            let length = broken(before, rest).filter(|_| !prose.is_literal(mark));
            if let Some(length) = length {
                let written = &rest[..length];
                let right = whole(before, written);
                let span = prose.span(mark..mark + length);
                let finding =
                    Finding::new(span, format!("`{written}` has whitespace in it and is no placeholder"))
                        .help(format!("write `{}`", right.trim()))
                        .fix(Applicability::Unsafe, span, right);
                findings.push(file, finding);
            }
            at = mark + length.unwrap_or(1);
        }
    }
}

/// The placeholder as it was: its space may be the one that stood before it.
fn whole(before: &str, written: &str) -> String {
    let is_glued = written.starts_with("% ") && before.ends_with(char::is_alphanumeric);
    let placeholder = written.chars().filter(|c| !c.is_whitespace());
    is_glued.then_some(' ').into_iter().chain(placeholder).collect()
}

/// The length of a placeholder that is broken.
fn broken(before: &str, rest: &str) -> Option<usize> {
    if let Some(braced) = rest.strip_prefix('$') {
        let open = blank(braced);
        let name = braced[open..].strip_prefix('{')?;
        let length = identifier(name);
        let is_broken = open > 0 && length > 0 && name[length..].starts_with('}');
        return is_broken.then_some(1 + open + 1 + length + 1);
    }
    let rest = rest.strip_prefix('%')?;
    named(rest).or_else(|| variable(before, rest)).map(|length| length + 1)
}

/// `(name) d` and ` (name)s`, behind the percent sign.
fn named(rest: &str) -> Option<usize> {
    let open = blank(rest);
    let name = rest[open..].strip_prefix('(')?;
    let length = identifier(name);
    let behind = name[length..].strip_prefix(')').filter(|_| length > 0)?;
    let close = blank(behind);
    let kind = behind[close..].strip_prefix(['s', 'd', 'f', 'i'])?;
    let is_whole = !kind.starts_with(|c: char| c.is_ascii_alphanumeric());
    // `50 % (name) s` of a sentence has both.
    (is_whole && (open == 0) != (close == 0)).then_some(open + 1 + length + 1 + close + 1)
}

/// ` APPDATA %`, behind the first percent sign; no share, and no sentence between two of them.
fn variable(before: &str, rest: &str) -> Option<usize> {
    let open = blank(rest);
    let name = &rest[open..];
    let letters = name.bytes().take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'_').count();
    let capitals = name.bytes().take_while(|byte| byte.is_ascii_uppercase() || *byte == b'_').count();
    let is_known = VARIABLES.iter().any(|known| known.eq_ignore_ascii_case(&name[..letters]));
    let length = if is_known { letters } else { capitals };
    let close = blank(&name[length..]);
    let is_share = before.trim_end().ends_with(char::is_numeric);
    let is_broken = open + close > 0
        && open < 2
        && close < 2
        && length >= 4
        && !is_share
        && name[length + close..].starts_with('%');
    is_broken.then_some(open + length + close + 1)
}

/// Variables of Windows, which people write in any letter case.
const VARIABLES: [&str; 9] = [
    "appdata",
    "localappdata",
    "programdata",
    "programfiles",
    "systemroot",
    "temp",
    "username",
    "userprofile",
    "windir",
];

/// Bytes of the name at the beginning.
fn identifier(text: &str) -> usize {
    text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').take(40).count()
}

/// Bytes of the space at the beginning: one or two.
fn blank(text: &str) -> usize {
    text.bytes().take(2).take_while(|byte| *byte == b' ').count()
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn white_space_within() {
        let files = [
            ("content/de/a.md", "# A\n\nÖffnen Sie % APPDATA % und **% TEMP%**.\n"),
            ("content/en/a.md", "# A\n\nSet it to $ {local_app_data} \\Edge, or `$ {fine}`.\n"),
            ("content/he/a.md", "# A\n\nיש % (count)s פריטים.\n"),
            ("content/ja/a.md", "# A\n\n件数は%(count) dです\n"),
            ("content/ru/a.md", "# A\n\nОсталось %(count) d файлов\n"),
            ("content/sl/a.md", "# A\n\n- Pot $ {path}.\n"),
            ("content/ro/a.md", "# A\n\nDeschideți% LocalAppData%\\Microsoft, apoi **% temp%**.\n"),
            ("content/th/a.md", "# A\n\nเปิด %APPDATA % แล้ว\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/a.md `% APPDATA %`: `% APPDATA %` has whitespace in it and is no placeholder (write `%APPDATA%`)
          Unsafe: `% APPDATA %` → `%APPDATA%`
        content/de/a.md `% TEMP%`: `% TEMP%` has whitespace in it and is no placeholder (write `%TEMP%`)
          Unsafe: `% TEMP%` → `%TEMP%`
        content/en/a.md `$ {local_app_data}`: `$ {local_app_data}` has whitespace in it and is no placeholder (write `${local_app_data}`)
          Unsafe: `$ {local_app_data}` → `${local_app_data}`
        content/he/a.md `% (count)s`: `% (count)s` has whitespace in it and is no placeholder (write `%(count)s`)
          Unsafe: `% (count)s` → `%(count)s`
        content/ja/a.md `%(count) d`: `%(count) d` has whitespace in it and is no placeholder (write `%(count)d`)
          Unsafe: `%(count) d` → `%(count)d`
        content/ro/a.md `% LocalAppData%`: `% LocalAppData%` has whitespace in it and is no placeholder (write `%LocalAppData%`)
          Unsafe: `% LocalAppData%` → ` %LocalAppData%`
        content/ro/a.md `% temp%`: `% temp%` has whitespace in it and is no placeholder (write `%temp%`)
          Unsafe: `% temp%` → `%temp%`
        content/ru/a.md `%(count) d`: `%(count) d` has whitespace in it and is no placeholder (write `%(count)d`)
          Unsafe: `%(count) d` → `%(count)d`
        content/sl/a.md `$ {path}`: `$ {path}` has whitespace in it and is no placeholder (write `${path}`)
          Unsafe: `$ {path}` → `${path}`
        content/th/a.md `%APPDATA %`: `%APPDATA %` has whitespace in it and is no placeholder (write `%APPDATA%`)
          Unsafe: `%APPDATA %` → `%APPDATA%`
        ");
    }

    #[test]
    fn what_is_meant() {
        let text = "# A\n\n${a} $ 5 {b} $ {two words} 50 % OFF 20 % %APPDATA% %(a)s 10 % (about) is 5 % [a](b%20c) % A %\n";
        assert_eq!(findings(&CHECK, &[("content/en/a.md", text)]), "");
    }
}
