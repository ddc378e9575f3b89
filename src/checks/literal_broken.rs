//! `literal-broken`: a file name, a registry key or a version in which a translation engine changed a space or a mark.

use std::collections::BTreeSet;

use crate::catalog::File;
use crate::diagnostic::Applicability;

use super::check::{MANY, WrittenBlock, is_alphanumeric};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "literal-broken",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: Some(MANY),
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "a file name, registry key or version has been changed",
    explanation: "\
## What it does
Checks running text for what is written letter by letter and has a space or a comma put into it: programs and file types (`services. msc`, `a. csv file`), registry keys and folders of a variable (`HKEY_CURRENT_USER \\Software`), and the versions of protocols and programs (`TLS 1,2`).

## Why is this bad?
What a reader copies or types does not work, and is not found by a search.

## Example
```markdown
Run services. msc, then allow TLS 1,2.
```

## Fix
Write it as it is typed: `services.msc`, `TLS 1.2`. `check --fix` writes versions and keys, `check --fix --unsafe-fixes` file names too.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let mut found = Vec::new();
    let mut words: Option<BTreeSet<&str>> = None;
    for prose in WrittenBlock::of(file) {
        let bytes = prose.text.as_bytes();
        for at in memchr::memchr3_iter(b'.', b',', b'\\', bytes) {
            let broken = match bytes[at] {
                b'.' => extension(prose.text, at),
                b',' => version(prose.text, at),
                _ => key(prose.text, at),
            };
            if let Some(mut broken) = broken.filter(|_| !prose.is_literal(at)) {
                let word = &prose.text[broken.from..broken.start];
                let is_name = |_: &&str| !words.get_or_insert_with(|| words_of(&file.text)).contains(word);
                broken.other = broken.other.filter(is_name);
                found.push(finding(&prose, &broken).unsafe_in_heading(file));
            }
        }
    }
    findings.push_all(file, found);
}

/// The words of a text that a space or the end of a line follows: they name no file.
fn words_of(text: &str) -> BTreeSet<&str> {
    text.split_whitespace()
        .filter(|word| word.chars().all(|letter| letter.is_alphanumeric() || letter == '-'))
        .collect()
}

/// A part of a text that is to be written otherwise.
struct Broken<'t> {
    /// Where it starts, with so much before it that people know what it is.
    from: usize,
    /// What is replaced.
    start: usize,
    end: usize,
    to: usize,
    right: &'t str,
    /// What may be right as well: then nobody knows which.
    other: Option<&'t str>,
    fix: Applicability,
}

fn finding(prose: &WrittenBlock<'_>, broken: &Broken<'_>) -> Finding {
    let text = prose.text;
    let Broken { from, start, end, to, right, other, fix } = *broken;
    let written = &text[from..to];
    let whole = |right: &str| format!("{}{right}{}", &text[from..start], &text[end..to]);
    let finding = Finding::new(prose.span(from..to), format!("`{written}` is not as it has to be typed"));
    let right_one = whole(right);
    match other {
        Some(other) => finding.help(format!("write `{}` or `{right_one}`", whole(other))),
        None => finding.help(format!("write `{right_one}`")).fix(fix, prose.span(start..end), right),
    }
}

/// Extensions of what is run by its whole name.
const PROGRAMS: [&str; 10] = ["aspx", "bat", "cmd", "cpl", "dll", "exe", "msc", "msi", "ps1", "psm1"];

/// Those by which people call a kind of files: `a .csv file`.
const KINDS: [&str; 12] =
    ["csv", "docx", "eml", "json", "ost", "pem", "pfx", "pptx", "pst", "vhd", "xlsx", "xml"];

/// Programs by whose extension people call their kind, too.
const ALSO_KINDS: [&str; 5] = ["bat", "cmd", "dll", "exe", "msi"];

/// Letters of an extension, at the most.
const LONGEST: usize = 4;

/// `services. msc`, `a file. pst`: a space between the dot and the extension.
fn extension(text: &str, dot: usize) -> Option<Broken<'_>> {
    let (before, after) = (&text[..dot], &text[dot + 1..]);
    let name = after.strip_prefix(' ')?;
    let length = name.bytes().take(LONGEST + 1).take_while(u8::is_ascii_alphanumeric).count();
    let (extension, rest) = name.split_at_checked(length)?;
    let is_program = PROGRAMS.contains(&extension);
    let is_whole = !rest.starts_with(|c: char| c.is_alphanumeric() || "-_@/\\".contains(c))
        && !rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    if !is_whole || !is_program && !KINDS.contains(&extension) {
        return None;
    }
    let start = before.rfind(|c: char| !is_alphanumeric(c) && c != '-' && c != '_');
    let start = start.map_or(0, |at| before.ceil_char_boundary(at + 1));
    let word = &before[start..];
    let to = dot + 2 + length;
    let (other, fix) = (None, Applicability::Unsafe);
    if word.is_empty() {
        // `(. pem)`, where the name of the kind stands by itself.
        let is_apart = before.is_empty() || before.ends_with(['(', '*', '"', ' ', '„', '“']);
        return is_apart.then_some(Broken {
            from: dot,
            start: dot + 1,
            end: dot + 2,
            to,
            right: "",
            other,
            fix,
        });
    }
    // An abbreviation has a full stop of its own.
    let is_short = word.chars().nth(ABBREVIATED - 1).is_none() || ABBREVIATIONS.contains(&word);
    if is_short && extension != "msc" {
        return None;
    }
    // `an. exe file` is one of a kind, too.
    let is_name = is_program
        && word.is_ascii()
        && (word.starts_with(|c: char| c.is_ascii_uppercase()) || !ALSO_KINDS.contains(&extension));
    let broken = Broken { from: start, start: dot, end: dot + 2, to, right: " .", other, fix };
    Some(match is_name {
        true => Broken { right: ".", ..broken },
        // The name of a file, or a word of the language before a kind of files.
        false if word.is_ascii() => Broken { other: Some("."), ..broken },
        false => broken,
    })
}

/// Letters that a word has at the least that is no abbreviation.
const ABBREVIATED: usize = 4;

/// Longer ones.
const ABBREVIATIONS: [&str; 4] = ["approx", "incl", "excl", "resp"];

/// What has versions with a decimal point, and nothing else behind it.
const VERSIONED: [&str; 16] = [
    "TLS",
    "SSL",
    "OAuth",
    "Oauth",
    "oauth",
    "SAML",
    "SMB",
    "HTTP",
    "USB",
    "TPM",
    "NTLMv",
    "Framework",
    "PowerShell",
    "Bluetooth",
    ".NET",
    "Windows",
];

/// What is measured behind such a name.
const UNITS: [&str; 18] = [
    "%", "A", "GB", "Gbit", "GHz", "Hz", "KB", "MB", "Mbit", "MHz", "TB", "V", "W", "Watt", "cm", "kHz", "m",
    "mm",
];

/// `TLS 1,2`: a decimal comma in a version.
fn version(text: &str, comma: usize) -> Option<Broken<'_>> {
    let (before, after) = (&text[..comma], &text[comma + 1..]);
    if !after.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let whole = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let major = &before[whole.len()..];
    let minor = after.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &after[minor..];
    let is_listed =
        rest.starts_with(',') || rest.starts_with('.') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    if major.len() != 1 || minor != 1 || is_listed || rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let name = whole.strip_suffix([' ', '\u{a0}', '-'])?;
    let product = VERSIONED.iter().find(|product| {
        name.strip_suffix(**product).is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric()))
    })?;
    // Of Windows only 8.1 has one: `Windows 7,8` is a list.
    // `Bluetooth 2,4 GHz` is a measure.
    let next = rest.trim_start_matches([' ', '\u{a0}']);
    let word = next.split(|c: char| !c.is_alphabetic() && c != '%').next().unwrap_or("");
    if UNITS.contains(&word) {
        return None;
    }
    let is_version = *product != "Windows" || major == "8" && after.starts_with('1');
    let from = name.len() - product.len();
    is_version.then_some(Broken {
        from,
        start: comma,
        end: comma + 1,
        to: comma + 1 + minor,
        right: ".",
        other: None,
        fix: Applicability::Safe,
    })
}

/// `HKEY_CURRENT_USER \Software`, `%APPDATA% \Microsoft`: a space before a step of a path.
fn key(text: &str, slash: usize) -> Option<Broken<'_>> {
    let (before, after) = (&text[..slash], &text[slash + 1..]);
    let root = before.strip_suffix(' ')?;
    let start = root.rfind(char::is_whitespace).map_or(0, |at| root.ceil_char_boundary(at + 1));
    let word =
        root[start..].trim_start_matches(|c: char| !c.is_ascii_alphanumeric() && c != '%' && c != '\\');
    let from = root.len() - word.len();
    let is_hive = ["HKEY_", "HKEY\\_", "HKLM", "HKCU"].iter().any(|hive| word.starts_with(hive));
    let is_variable = word.len() > 3 && word.starts_with('%') && word.ends_with('%');
    // The step before was divided from its key too.
    let is_step = word.starts_with('\\')
        && root[..from]
            .trim_end()
            .rsplit(char::is_whitespace)
            .next()
            .is_some_and(|key| key.contains("HKEY_") || key.contains("HKEY\\_"));
    let step = after.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    (step > 1 && (is_hive || is_variable || is_step)).then_some(Broken {
        from,
        start: root.len(),
        end: slash,
        to: slash + 1 + step,
        right: "",
        other: None,
        fix: Applicability::Safe,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn what_has_to_be_typed() {
        let files = [
            ("content/de/a.md", "# A\n\nÖffnen Sie HKEY_LOCAL_MACHINE \\SOFTWARE\\Microsoft \\Office.\n"),
            ("content/he/a.md", "# A\n\nהקלד **services. msc** או קובץ אישור (. pem).\n"),
            (
                "content/lv/a.md",
                "# A\n\nPalaidiet Services. msc, tad TLS 1,2 un OAuth 2,0. Pārdēvējiet. pst failu?\n",
            ),
            ("content/ja/a.md", "# A\n\n| a |\n| - |\n| %APPDATA% \\Microsoft を開く |\n"),
            ("content/ro/a.md", "# A\n\n- În Windows 8,1 cu .NET 3,5, pagina Site. aspx, fișierul. xlsx\n"),
            ("content/sl/a.md", "# A\n\nDatoteko. csv odprite v PowerShell 5,1.\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r"
        content/de/a.md `HKEY_LOCAL_MACHINE \SOFTWARE`: `HKEY_LOCAL_MACHINE \SOFTWARE` is not as it has to be typed (write `HKEY_LOCAL_MACHINE\SOFTWARE`)
          Safe: ` ` → ``
        content/de/a.md `\SOFTWARE\Microsoft \Office`: `\SOFTWARE\Microsoft \Office` is not as it has to be typed (write `\SOFTWARE\Microsoft\Office`)
          Safe: ` ` → ``
        content/he/a.md `services. msc`: `services. msc` is not as it has to be typed (write `services.msc`)
          Unsafe: `. ` → `.`
        content/he/a.md `. pem`: `. pem` is not as it has to be typed (write `.pem`)
          Unsafe: ` ` → ``
        content/ja/a.md `%APPDATA% \Microsoft`: `%APPDATA% \Microsoft` is not as it has to be typed (write `%APPDATA%\Microsoft`)
          Safe: ` ` → ``
        content/lv/a.md `Services. msc`: `Services. msc` is not as it has to be typed (write `Services.msc`)
          Unsafe: `. ` → `.`
        content/lv/a.md `TLS 1,2`: `TLS 1,2` is not as it has to be typed (write `TLS 1.2`)
          Safe: `,` → `.`
        content/lv/a.md `OAuth 2,0`: `OAuth 2,0` is not as it has to be typed (write `OAuth 2.0`)
          Safe: `,` → `.`
        content/lv/a.md `Pārdēvējiet. pst`: `Pārdēvējiet. pst` is not as it has to be typed (write `Pārdēvējiet .pst`)
          Unsafe: `. ` → ` .`
        content/ro/a.md `Windows 8,1`: `Windows 8,1` is not as it has to be typed (write `Windows 8.1`)
          Safe: `,` → `.`
        content/ro/a.md `Site. aspx`: `Site. aspx` is not as it has to be typed (write `Site.aspx`)
          Unsafe: `. ` → `.`
        content/ro/a.md `fișierul. xlsx`: `fișierul. xlsx` is not as it has to be typed (write `fișierul .xlsx`)
          Unsafe: `. ` → ` .`
        content/sl/a.md `Datoteko. csv`: `Datoteko. csv` is not as it has to be typed (write `Datoteko.csv` or `Datoteko .csv`)
        content/sl/a.md `PowerShell 5,1`: `PowerShell 5,1` is not as it has to be typed (write `PowerShell 5.1`)
          Safe: `,` → `.`
        ");
    }

    #[test]
    fn what_is_sound() {
        let text = "# A\n\nTLS 1.2, Windows 7,8 and 8,1 km, Windows 7,8,10, TLS 1, 2, USB 3,5,7; services.msc. Then .csv files, e.g. exe files. \
            Use `a. csv`. The end. Exe files, approx. csv. HKEY_USERS\\S 5%-6% \\mix a \\b [x](y. csv) end. xml-based a.b. exe\n";
        assert_eq!(findings(&CHECK, &[("content/en/a.md", text)]), "");
    }
}
