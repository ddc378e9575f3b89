//! What fixes change, as unified diffs that `patch -p0` and `git apply -p0` take. Writes to no file.

use std::fmt::Write as _;
use std::time::Duration;

use similar::TextDiff;

use super::colour::Colour;
use super::table::{Paint, painted};
use super::visible;

/// How long a smaller difference is looked for.
const TIMEOUT: Duration = Duration::from_secs(2);

/// The difference of one file; its line ends and a missing last one are shown as they are. What a terminal or a CI system would
/// obey is shown instead, and a line above the patch, which `patch` skips, says that it then cannot be applied.
pub(crate) fn render(path: &str, before: &str, after: &str, colour: Colour) -> String {
    let diff = TextDiff::configure().timeout(TIMEOUT).diff_lines(before, after);
    let name = visible::line(path);
    let unified = diff.unified_diff().context_radius(3).header(&name, &name).to_string();
    let shown = visible::text(&unified);
    let mut out = String::new();
    if shown != unified || name != path {
        let _ = writeln!(
            out,
            "{name} has characters that are shown by name here: `--fix` can write this file, `patch` cannot"
        );
    }
    if colour == Colour::Plain {
        return out + &shown;
    }
    for (number, line) in shown.lines().enumerate() {
        let paint = match line.as_bytes() {
            _ if number < 2 => Paint::Bold,
            [b'@', ..] => Paint::Dim,
            [b'+', ..] => Paint::Green,
            [b'-', ..] => Paint::Red,
            _ => Paint::Plain,
        };
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{}", painted(line, paint, colour));
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
        assert!(patch.contains("\u{1b}[31m---- x\u{1b}[0m\n\u{1b}[32m+␛[2Jy\u{1b}[0m\n"), "{patch:?}");
        let patch = render("a\n.md", "::error::x\ny\n", "::error::x\n\u{1b}[1m\n", Colour::Plain);
        insta::assert_snapshot!(patch, @r"
        a␊.md has characters that are shown by name here: `--fix` can write this file, `patch` cannot
        --- a␊.md
        +++ a␊.md
        @@ -1,2 +1,2 @@
         : :error::x
        -y
        +␛[1m
        ");
    }
}
