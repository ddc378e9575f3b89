//! Text of others, made safe to show: nothing in it is a command to a terminal or to a CI system that reads the log, nothing in
//! it is hidden, nothing turns round what stands beside it. Knows no finding and prints nothing.
//!
//! [`line()`] is for one value that a message, a path or a cell of a table holds, [`text`] for lines of a file. [`printed`] is
//! for all that a command prints, and lets nothing through that was forgotten. What people write stays as it is: letters of
//! every script with their marks, and the joiners inside Persian or Hindi words and emoji.

use std::borrow::Cow;
use std::fmt::Write as _;

use icu::properties::CodePointSetData;
use icu::properties::props::DefaultIgnorableCodePoint;

use super::colour::Colour;

/// Characters of a value that are shown from its beginning, and from its end where it is longer than both.
const LONGEST: (usize, usize) = (700, 200);

/// The value on one line. Control characters are shown as their pictures (`␛`), what else has no look or breaks a line by its
/// number (`<U+202E>`), the middle of a very long value as `…`.
///
/// Marks of direction too are shown by number: in a path or a link they are a flaw, whatever they are in a sentence.
pub(crate) fn line(value: &str) -> Cow<'_, str> {
    let value = shortened(value);
    if value.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'#') {
        return value;
    }
    let mut out = String::with_capacity(value.len());
    let mut previous = '\0';
    for (at, character) in value.char_indices() {
        let is_hidden = is_hidden(character);
        if is_hidden && !is_part_of(previous, character) {
            write(character, &mut out);
            previous = '\0';
        } else {
            out.push(character);
            previous = character;
        }
        if character == '#' && is_logging_command(&value[at..]) {
            out.push(' ');
        }
    }
    Cow::Owned(out)
}

fn shortened(value: &str) -> Cow<'_, str> {
    let (first, last) = LONGEST;
    if value.len() <= first + last {
        return Cow::Borrowed(value);
    }
    let head = value.char_indices().nth(first).map_or(value.len(), |(at, _)| at);
    let tail = value.char_indices().nth_back(last - 1).map_or(0, |(at, _)| at);
    if head >= tail {
        return Cow::Borrowed(value);
    }
    Cow::Owned(format!("{}…{}", &value[..head], &value[tail..]))
}

/// Lines of a file. Tabs, line ends and marks of direction stay, which belong to text; other control characters are shown as
/// their pictures, embeddings, overrides and isolates of direction by number. A line that a CI system would obey is broken by
/// a space.
pub(crate) fn text(lines: &str) -> Cow<'_, str> {
    shown(lines, Styles::None)
}

/// What a command prints, made of values and text that are visible: the same once more, but for our own isolates, and our own
/// styles where there are colours.
pub(crate) fn printed(lines: &str, colour: Colour) -> Cow<'_, str> {
    shown(lines, if colour == Colour::Coloured { Styles::Coloured } else { Styles::Isolates })
}

/// What of our own is let through.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Styles {
    None,
    /// U+2066, U+2067 and U+2069, round text of another direction.
    Isolates,
    /// The styles of terminals too.
    Coloured,
}

fn shown(lines: &str, styles: Styles) -> Cow<'_, str> {
    let is_plain = |line: &str| line.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n') && byte != b'#');
    if is_plain(lines) && !lines.contains(':') {
        return Cow::Borrowed(lines);
    }
    let mut out = String::with_capacity(lines.len());
    for line in lines.split_inclusive('\n') {
        if is_plain(line) && workflow_command(line).is_none() {
            out.push_str(line);
        } else {
            one_line(line, styles, &mut out);
        }
    }
    Cow::Owned(out)
}

fn one_line(line: &str, styles: Styles, out: &mut String) {
    let command = workflow_command(line);
    let mut rest = line.char_indices();
    while let Some((at, character)) = rest.next() {
        match character {
            '\n' | '\t' => out.push(character),
            '\r' if &line[at..] == "\r\n" => out.push(character),
            '\u{1b}' if styles == Styles::Coloured => match style(&line[at..]) {
                Some(style) => {
                    out.push_str(style);
                    // A style is ASCII: a byte a character.
                    rest.nth(style.len() - 2);
                }
                None => write(character, out),
            },
            // They end with the line at the latest.
            '\u{2066}' | '\u{2067}' | '\u{2069}' if styles != Styles::None => out.push(character),
            '\u{61c}' | '\u{200e}' | '\u{200f}' => out.push(character),
            _ if is_control(character) || turns(character) => write(character, out),
            _ => out.push(character),
        }
        if command == Some(at) || character == '#' && is_logging_command(&line[at..]) {
            out.push(' ');
        }
    }
}

/// JSON whose strings hold such characters as escapes only: the same values to whoever reads it, and safe in a log.
pub(crate) fn json(json: String) -> String {
    if json.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n') && byte != b'#') {
        return json;
    }
    let mut out = String::with_capacity(json.len());
    for (at, character) in json.char_indices() {
        match character {
            // All of these stand in strings only.
            '#' if is_logging_command(&json[at..]) => out.push_str("\\u0023"),
            '\u{200c}' | '\u{200d}' | '\n' => out.push(character),
            _ if is_hidden(character) => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    // Writing to a String cannot fail.
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            _ => out.push(character),
        }
    }
    out
}

/// What a terminal obeys, and what ends a line for some reader of it.
pub(super) fn is_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

/// Marks, embeddings, overrides and isolates of direction.
pub(super) fn turns(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What people write to join, to divide or to choose the form of letters and emoji, and what has no look by itself.
pub(super) fn shapes(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{200b}'..='\u{200d}'
            | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}'
    )
}

/// A character that a reader cannot see, or that XML cannot hold.
pub(super) fn is_hidden(character: char) -> bool {
    !matches!(character, ' '..='~')
        && (is_control(character)
            || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
            || matches!(character, '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'))
}

/// Whether a hidden character is a part of what stands before it: a joiner in a word or an emoji, the form of a letter, the
/// letters of a flag. Behind Latin letters, white space or another such character it has no business.
fn is_part_of(previous: char, character: char) -> bool {
    match character {
        '\u{200c}' | '\u{200d}' | '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{e0100}'..='\u{e01ef}' => {
            previous > '\u{2ff}' && !previous.is_whitespace() && !matches!(previous, '\u{200c}' | '\u{200d}')
        }
        '\u{fe00}'..='\u{fe0f}' => {
            previous > '\u{2ff}' || matches!(previous, '0'..='9' | '#' | '*' | '©' | '®')
        }
        '\u{e0020}'..='\u{e007f}' => matches!(previous, '\u{1f3f4}' | '\u{e0020}'..='\u{e007e}'),
        _ => false,
    }
}

/// Writes a hidden character so that it is seen.
fn write(character: char, out: &mut String) {
    match picture(character) {
        Some(picture) => out.push(picture),
        // Writing to a String cannot fail.
        None => _ = write!(out, "<U+{:04X}>", u32::from(character)),
    }
}

/// Unicode's picture of a control character; those from U+0080 on have none.
pub(super) fn picture(character: char) -> Option<char> {
    match character {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)),
        '\u{7f}' => Some('␡'),
        _ => None,
    }
}

/// The style that the text begins with, if it is one of those that reports and messages on arguments use: bold, dim,
/// underlined or a colour of letters, nothing that hides them.
fn style(text: &str) -> Option<&str> {
    let is_ours = |number: &str| matches!(number, "0" | "1" | "2" | "4" | "31" | "32" | "33" | "34" | "36");
    let rest = text.strip_prefix("\u{1b}[")?;
    let numbers = &rest[..rest.find(|c: char| c != ';' && !c.is_ascii_digit())?];
    let end = "\u{1b}[".len() + numbers.len();
    (text.as_bytes()[end] == b'm' && numbers.split(';').all(is_ours)).then(|| &text[..=end])
}

/// Where the line begins with `::name …::`, which GitHub's runner obeys, white space before it or not: the first colon.
fn workflow_command(line: &str) -> Option<usize> {
    let trimmed = line.trim_ascii_start();
    if trimmed.starts_with(|c: char| c.is_ascii_graphic() && c != ':') {
        return None;
    }
    let trimmed = trimmed.trim_start_matches(|c: char| c.is_whitespace() || is_control(c) || turns(c));
    trimmed.starts_with("::").then_some(line.len() - trimmed.len())
}

/// What GitHub's runner obeys in the form `##[name …]`, anywhere in a line.
const COMMANDS: [&str; 16] = [
    "add-mask",
    "add-matcher",
    "add-path",
    "debug",
    "echo",
    "endgroup",
    "error",
    "group",
    "internal-set-repo-path",
    "notice",
    "remove-matcher",
    "save-state",
    "set-env",
    "set-output",
    "stop-commands",
    "warning",
];

/// Whether the text begins with such a command, with `##vso[`, which Azure Pipelines obeys, or `##teamcity[`.
fn is_logging_command(text: &str) -> bool {
    if text.starts_with("##vso[") || text.starts_with("##teamcity[") {
        return true;
    }
    let Some(rest) = text.strip_prefix("##[") else { return false };
    COMMANDS.iter().any(|name| {
        let is_it = rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        is_it && matches!(rest.as_bytes().get(name.len()), Some(b' ' | b']'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stands_on_one_line() {
        for (value, shown) in [
            ("a\u{1b}]0;PWN\u{7}.md", "a␛]0;PWN␇.md"),
            ("n\n::error::pwn.md", "n␊::error::pwn.md"),
            ("a\r\tb\0\u{7f}", "a␍␉b␀␡"),
            ("a\u{85}b\u{9b}31mc\u{2028}d\u{2029}", "a<U+0085>b<U+009B>31mc<U+2028>d<U+2029>"),
            ("a\u{202e}gpj.md", "a<U+202E>gpj.md"),
            ("x\u{200e}y\u{200f}z\u{61c}", "x<U+200E>y<U+200F>z<U+061C>"),
            ("a\u{200b}b\u{ad}c\u{feff}d\u{2060}", "a<U+200B>b<U+00AD>c<U+FEFF>d<U+2060>"),
            ("a\u{200d}b \u{200c}c", "a<U+200D>b <U+200C>c"),
            ("\u{3164}\u{e0041}\u{fff9}\u{ffff}", "<U+3164><U+E0041><U+FFF9><U+FFFF>"),
            ("##teamcity[buildStop comment='x'].md", "# #teamcity[buildStop comment='x'].md"),
            ("x ##vso[task.setvariable variable=A]b", "x # #vso[task.setvariable variable=A]b"),
            ("##[add-mask]a ##[group x]", "# #[add-mask]a # #[group x]"),
        ] {
            assert_eq!(line(value), shown);
            // What is shown once stays as it is.
            assert_eq!(line(shown), shown);
            assert_eq!(printed(shown, Colour::Coloured), shown);
        }
    }

    #[test]
    fn what_people_write_stays() {
        for value in [
            "ראה חיוב",
            "شَدّة",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "ไทยไม่มีช่องว่าง",
            "e\u{301}te\u{301}",
            "👨\u{200d}👩\u{200d}👧",
            "🏳\u{fe0f}\u{200d}🌈",
            "1\u{fe0f}\u{20e3}",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "葛\u{e0100}",
            "##[link](x.md) ##[a link](x) ##[errors] # #1 C## [x]",
            "<b>",
        ] {
            assert_eq!(line(value), value);
            assert_eq!(printed(value, Colour::Plain), value);
        }
    }

    #[test]
    fn long_values_are_cut_in_the_middle() {
        let shown = line(&format!("no file at `{}` in x", "é".repeat(1 << 20))).into_owned();
        assert_eq!(shown.chars().count(), LONGEST.0 + 1 + LONGEST.1);
        assert!(shown.starts_with("no file at `é") && shown.ends_with("é` in x") && shown.contains("é…é"));
        let long = "é".repeat(LONGEST.0 + LONGEST.1);
        assert_eq!(line(&long), long);
    }

    #[test]
    fn only_our_styles_reach_the_terminal() {
        let lines = "\u{1b}[1;31merror\u{1b}[0m\ta\r\n\u{1b}[8mb\u{1b}[2J\u{1b}]0;x\u{7}\u{1b}\rc\u{9b}d";
        assert_eq!(
            printed(lines, Colour::Coloured),
            "\u{1b}[1;31merror\u{1b}[0m\ta\r\n␛[8mb␛[2J␛]0;x␇␛␍c<U+009B>d"
        );
        assert_eq!(printed("\u{1b}[1mא\u{1b}[0m", Colour::Coloured), "\u{1b}[1mא\u{1b}[0m");
        assert_eq!(printed("\u{1b}[1mx\u{1b}", Colour::Plain), "␛[1mx␛");
        assert_eq!(printed("\u{2066}א\u{2069} \u{202e}x", Colour::Plain), "\u{2066}א\u{2069} <U+202E>x");
    }

    #[test]
    fn lines_of_a_file_stay_lines() {
        assert_eq!(
            text("a\tb\u{200f}\r\nc\rd\u{2067}\u{202e}\u{1b}[1m\n ::set-output::x\n"),
            "a\tb\u{200f}\r\nc␍d<U+2067><U+202E>␛[1m\n : :set-output::x\n"
        );
    }

    #[test]
    fn no_line_is_a_command() {
        assert_eq!(
            printed("::error::a\n \u{3000}::x\na::b\n", Colour::Plain),
            ": :error::a\n \u{3000}: :x\na::b\n"
        );
        assert_eq!(printed("\u{202a}::a\n\u{1b}[1m::b", Colour::Plain), "<U+202A>: :a\n␛[1m::b");
        assert_eq!(printed("\u{1b}[1m::b", Colour::Coloured), "\u{1b}[1m::b");
        assert_eq!(printed(" 3 | ##vso[x]", Colour::Plain), " 3 | # #vso[x]");
    }

    #[test]
    fn json_says_the_same_in_escapes() {
        let value = serde_json::json!({ "a": "x\u{1b}\u{9b}\u{202e}\u{e0041}می\u{200c}خ ##vso[a] \u{2028}" });
        let written = json(value.to_string());
        assert_eq!(written, r##"{"a":"x\u001b\u009b\u202e\udb40\udc41می‌خ \u0023#vso[a] \u2028"}"##);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), value);
    }

    #[test]
    fn long_lines_are_read_once() {
        for piece in ["##[error", "##[a ", "\u{1b}", "\u{1b}[1", "\r", "::", "\u{202e}"] {
            let long = piece.repeat(200_000);
            assert!(printed(&long, Colour::Coloured).len() >= long.len());
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_of_any_text_is_obeyed(value in "[\\PC\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}:#a]{0,40}") {
            let shown = line(&value);
            assert!(!shown.contains(|c| is_control(c) || turns(c)), "{shown:?}");
            for colour in [Colour::Plain, Colour::Coloured] {
                let shown = printed(&value, colour);
                assert!(!shown.contains(|c| is_control(c) && !"\n\t\r\u{1b}".contains(c)), "{shown:?}");
                assert!(!shown.lines().any(|line| line.trim_start().starts_with("::")), "{shown:?}");
                assert_eq!(printed(&shown, colour), shown);
            }
        }
    }
}
