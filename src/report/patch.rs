//! What fixes change, as unified diffs that `patch -p0` and `git apply -p0` take. Writes to no file.

use std::fmt::Write as _;
use std::time::Duration;

use similar::TextDiff;

use super::human::Colour;
use super::table::{Paint, painted, tame};

/// How long a smaller difference is looked for.
const PATIENCE: Duration = Duration::from_secs(2);

/// The difference of one file; its line ends and a missing last one are told as they are. On a terminal nothing in the
/// text is taken for a command.
pub fn render(path: &str, before: &str, after: &str, colour: Colour) -> String {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(before, after);
    let name = tame(path);
    let unified = diff.unified_diff().context_radius(3).header(&name, &name).to_string();
    if colour == Colour::Plain {
        return unified;
    }
    let mut out = String::new();
    for (number, line) in unified.lines().enumerate() {
        let paint = match line.as_bytes() {
            _ if number < 2 => Paint::Bold,
            [b'@', ..] => Paint::Dim,
            [b'+', ..] => Paint::Green,
            [b'-', ..] => Paint::Red,
            _ => Paint::Plain,
        };
        let line: String = line.chars().filter(|c| *c == '\t' || !c.is_control()).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{}", painted(&line, paint, colour));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_part_of_the_difference() {
        let patch = render("a b.md", "1\r\n2\r\n3", "1\r\nzwei\r\n3", Colour::Plain);
        insta::assert_snapshot!(patch.replace('\r', "␍"), @r"
        --- a b.md
        +++ a b.md
        @@ -1,3 +1,3 @@
         1␍
        -2␍
        +zwei␍
         3
        \ No newline at end of file
        ");
    }

    #[test]
    fn terminals_get_no_commands() {
        let patch = render("a.md", "--- x\n", "\u{1b}[2Jy\n", Colour::Coloured);
        assert!(patch.contains("\u{1b}[31m---- x\u{1b}[0m\n\u{1b}[32m+[2Jy\u{1b}[0m\n"), "{patch:?}");
    }
}
