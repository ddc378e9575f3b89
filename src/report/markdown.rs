//! What others wrote, within Markdown: as code, so that nothing of it is markup. Knows no report.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out() {
        assert_eq!(code("a.md"), "`a.md`");
        assert_eq!(code("a`b``c"), "``` a`b``c ```");
        assert_eq!(code("a|b\nc").matches(['|', '\n']).count(), 0);
    }
}
