//! What of a draft in Markdown is no text for translators: what stands between its texts, and the codes in them. Compares that of a draft that
//! came back with that of the one that was handed off; words, emphasis and addresses are the matter of others.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::front_matter::FrontMatter;
use crate::line_end;
use crate::markdown::{Document, InlineKind, InlineRole, Syntax};
use crate::translation::merge::markers;

use super::blocks::{Blocks, Inner};
use super::carried::one_line;
use super::draft::draft;
use super::original::Original;

/// Stands for a text.
const TEXT: char = '\u{1}';

/// As many flaws as somebody reads.
const MAX_FLAWS: usize = 20;

/// Something that is missing or was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkeletonFlaw {
    /// In the draft that came back, from 1 on.
    pub line: usize,
    pub message: String,
}

/// What differs in a draft that came back from the one that was handed off, beside its words.
pub fn draft_flaws(original: &Original<'_>, text: &str) -> Vec<SkeletonFlaw> {
    let handed_off = without_markers(original.syntax, &line_end::normal(&draft(original)));
    let text = line_end::normal(text);
    let (wanted, own) = (Skeleton::new(&handed_off, original.syntax), Skeleton::new(&text, original.syntax));
    let mut flaws = wanted.lines_lost(&own);
    if flaws.is_empty() && wanted.codes.len() == own.codes.len() {
        flaws = wanted.codes_lost(&own);
    }
    flaws.truncate(MAX_FLAWS);
    flaws
}

fn without_markers(syntax: Syntax, text: &str) -> String {
    let front_matter = FrontMatter::parse(text);
    let document = Document::parse_as(syntax, text, front_matter.body_start as usize);
    let header = front_matter.span.map_or(0..0, |span| span.range());
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for marker in markers(text, header, &document) {
        out.push_str(text.get(at..marker.span.start).unwrap_or_default());
        at = marker.span.end.max(at);
    }
    out + text.get(at..).unwrap_or_default()
}

/// A text without its words.
struct Skeleton {
    /// Each line with something in it, and its number.
    lines: Vec<(String, usize)>,
    /// For each text its codes and how often each is there, and the number of its line.
    codes: Vec<(BTreeMap<String, usize>, usize)>,
}

impl Skeleton {
    fn new(text: &str, syntax: Syntax) -> Self {
        let blocks = Blocks::new(text, syntax);
        let mut cut = Cut {
            text,
            at: blocks.article.body,
            line: String::new(),
            start: blocks.article.body,
            lines: Vec::new(),
        };
        let mut codes = Vec::new();
        for block in &blocks.article.units {
            let Some(inner) = blocks.inner(block).filter(Inner::has_words) else { continue };
            if inner.range.start < cut.at {
                continue;
            }
            // The mark of an alert stands on a line of its own.
            let written = &text[inner.range.clone()];
            let words = written.trim_start_matches([' ', '\t', '\n', '>']);
            cut.to(inner.range.end - words.len());
            cut.line.push(TEXT);
            cut.at = inner.range.end;
            codes.push((codes_of(text, &inner), inner.range.start));
        }
        cut.to(text.len());
        cut.end();
        let mut numbers = Numbers { text, at: 0, number: 1 };
        let lines = cut.lines.into_iter().map(|(line, start)| (line, numbers.of(start))).collect();
        let mut numbers = Numbers { text, at: 0, number: 1 };
        let codes = codes.into_iter().map(|(codes, start)| (codes, numbers.of(start))).collect();
        Self { lines, codes }
    }

    /// Lines of this that another lacks, and those that it has more.
    fn lines_lost(&self, own: &Self) -> Vec<SkeletonFlaw> {
        let keys = |skeleton: &Self| skeleton.lines.iter().map(|(line, _)| line.clone()).collect::<Vec<_>>();
        let (before, now) = (keys(self), keys(own));
        let last = own.lines.last().map_or(1, |(_, number)| *number);
        let mut flaws = Vec::new();
        for change in capture_diff_slices(Algorithm::Myers, &before, &now) {
            let (of_before, of_now) = (change.old_range(), change.new_range());
            if matches!(change, DiffOp::Equal { .. }) {
                continue;
            }
            let line = own.lines.get(of_now.start).map_or(last, |(_, number)| *number);
            flaws.extend(before[of_before].iter().map(|lost| SkeletonFlaw {
                line,
                message: format!("{} of the source is missing here", shown(lost)),
            }));
            flaws.extend(own.lines[of_now].iter().map(|(added, line)| SkeletonFlaw {
                line: *line,
                message: format!("{} was added, or is not as it was handed off", shown(added)),
            }));
        }
        flaws
    }

    /// The same of the codes of each text.
    fn codes_lost(&self, own: &Self) -> Vec<SkeletonFlaw> {
        let mut flaws = Vec::new();
        for ((wanted, _), (codes, line)) in self.codes.iter().zip(&own.codes) {
            let mut flaw = |message: String| flaws.push(SkeletonFlaw { line: *line, message });
            for (code, count) in wanted {
                if codes.get(code).copied().unwrap_or(0) < *count {
                    flaw(format!("`{code}` of the source is missing here"));
                }
            }
            for (code, count) in codes {
                if wanted.get(code).copied().unwrap_or(0) < *count {
                    flaw(format!("`{code}` was added here"));
                }
            }
        }
        flaws
    }
}

/// What people call a line.
fn shown(line: &str) -> String {
    if line == TEXT.to_string() {
        return "a paragraph".to_owned();
    }
    format!("`{}`", line.replace(TEXT, "…"))
}

/// The codes of a text that nobody may leave out; links and images without their addresses.
fn codes_of(text: &str, inner: &Inner) -> BTreeMap<String, usize> {
    let mut codes = BTreeMap::new();
    for piece in &inner.pieces {
        let (InlineKind::Open(code, _) | InlineKind::Alone(code)) = &piece.kind else { continue };
        let written = one_line(&text[piece.range.clone()]);
        let key = match code.role {
            InlineRole::Link => "[…](…)".to_owned(),
            InlineRole::Image => "![…](…)".to_owned(),
            InlineRole::Other if !written.contains("://") && !written.starts_with("<mailto:") => written,
            _ => continue,
        };
        *codes.entry(key).or_default() += 1;
    }
    codes
}

/// A text as it is cut into lines without words.
struct Cut<'t> {
    text: &'t str,
    at: usize,
    line: String,
    /// Where the line at hand begins.
    start: usize,
    lines: Vec<(String, usize)>,
}

impl Cut<'_> {
    fn to(&mut self, end: usize) {
        for (at, letter) in self.text[self.at..end].char_indices() {
            if letter == '\n' {
                self.end();
                self.start = self.at + at + 1;
            } else {
                self.line.push(letter);
            }
        }
        self.at = end;
    }

    fn end(&mut self) {
        let line = plain(&std::mem::take(&mut self.line));
        if !line.is_empty() {
            self.lines.push((line, self.start));
        }
    }
}

/// A line without what may be written in several ways.
fn plain(line: &str) -> String {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.replace(" |", "|").replace("| ", "|");
    let quotes: usize = line.bytes().take_while(|byte| matches!(byte, b'>' | b' ')).count();
    if quotes == line.len() {
        return String::new();
    }
    if line.contains('-') && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':')) && line.contains('|')
    {
        return format!("{} columns", line.trim_matches('|').matches('|').count() + 1);
    }
    let (quote, rest) = line.split_at(quotes);
    let line = format!("{quote}{}", with_usual_marker(rest));
    if let Some((label, _)) = line.split_once("]:").filter(|(label, _)| label.starts_with('[')) {
        return format!("{label}]:");
    }
    without_emphasis(&without_label(&line))
}

/// An include with what it leads to, and without what it is called.
fn without_label(line: &str) -> String {
    let found = line.split_once("[!INCLUDE").and_then(|(before, rest)| {
        let (_, rest) = rest.split_once("](")?;
        Some(format!("{before}[!INCLUDE […]({rest}"))
    });
    found.unwrap_or_else(|| line.to_owned())
}

/// A list with the same signs everywhere.
fn with_usual_marker(line: &str) -> String {
    if let Some(rest) = ["* ", "+ "].iter().find_map(|marker| line.strip_prefix(marker)) {
        return format!("- {rest}");
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line[digits..].strip_prefix([')', '.']) {
        Some(rest) if digits > 0 && rest.starts_with(' ') => format!("1.{rest}"),
        _ => line.to_owned(),
    }
}

/// Without the signs of emphasis beside texts.
fn without_emphasis(line: &str) -> String {
    let is_sign = |letter: char| matches!(letter, '*' | '_' | '~');
    let parts: Vec<&str> = line.split(TEXT).collect();
    let last = parts.len() - 1;
    let mut out = String::new();
    for (number, part) in parts.iter().enumerate() {
        let part = if number > 0 { part.trim_start_matches(is_sign) } else { part };
        let part = if number < last { part.trim_end_matches(is_sign) } else { part };
        if number > 0 {
            out.push(TEXT);
        }
        out.push_str(part);
    }
    out
}

/// The numbers of lines, asked in order.
struct Numbers<'t> {
    text: &'t str,
    at: usize,
    number: usize,
}

impl Numbers<'_> {
    fn of(&mut self, place: usize) -> usize {
        if let Some(between) = self.text.get(self.at..place) {
            self.number += between.matches('\n').count();
            self.at = place;
        }
        self.number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "---\ntitle: T\n---\n\n# Title\n\nOne **two** [three](a.md).\n\n> [!NOTE]\n> Four five\n> six.\n\n[!INCLUDE [x](x.md)]\n\n| A | B |\n|---|---|\n| c | d |\n\n* one\n* two\n\n<a name=\"here\"></a>\n\nText with <kbd>bold</kbd> and [ref][r].\n\n[r]: https://a.example/\n";

    fn flaws(change: &dyn Fn(&str) -> String) -> Vec<String> {
        let original = Original { syntax: Syntax::default(), source: SOURCE, older: None };
        let flaws = draft_flaws(&original, &change(SOURCE)).into_iter();
        flaws.map(|flaw| format!("{}: {}", flaw.line, flaw.message)).collect()
    }

    #[test]
    fn words_emphasis_and_addresses_are_free() {
        let free = |text: &str| {
            text.replace("One **two** [three](a.md)", "**Eins** zwei\n[drei](b.md)")
                .replace("Four five\n> six", "Vier")
                .replace("* one\n* two", "- *eins*\n- zwei")
                .replace("[!INCLUDE [x]", "[!INCLUDE [ein Wort]")
                .replace("| c | d |", "|ein langes Wort|**d**|")
                .replace("|---|---|", "| :---- | ----- |")
                .replace("https://a.example/", "https://b.example/")
        };
        assert_eq!(flaws(&free), Vec::<String>::new());
        assert_eq!(flaws(&str::to_owned), Vec::<String>::new());
    }

    #[test]
    fn what_is_lost_is_named_where_it_was() {
        for (from, to, wanted) in [
            ("[!INCLUDE [x](x.md)]\n\n", "", "13: `[!INCLUDE […](x.md)]` of the source is missing here"),
            ("> [!NOTE]\n", "", "9: `> [!NOTE]` of the source is missing here"),
            ("| c | d |\n", "", "18: `|…|…|` of the source is missing here"),
            ("<a name=\"here\"></a>\n\n", "", "22: `<a name=\"here\"></a>` of the source is missing here"),
            ("[r]: https://a.example/\n", "", "of the source is missing here"),
            ("* two\n", "", "of the source is missing here"),
            ("<kbd>bold</kbd>", "fett", "24: `<kbd>` of the source is missing here"),
            ("[three](a.md)", "drei", "7: `[…](…)` of the source is missing here"),
            ("One **two**", "Eins\n\nzwei", "a paragraph was added"),
            ("\n# Title\n", "\nTitle\n", "of the source is missing here"),
        ] {
            let found = flaws(&|text| text.replace(from, to));
            assert!(found.iter().any(|flaw| flaw.contains(wanted)), "{from:?}: {found:?}");
        }
    }

    #[test]
    fn a_heading_keeps_its_underline() {
        for source in [
            "#>a\n-\n",
            "*a* b\n===\n",
            "**a**\n---\n",
            "> _a_\n> ---\n",
            "# a\n---\n",
            "####### a\n-\n",
            "**a**\n\ntext\n",
        ] {
            let original = Original { syntax: Syntax::default(), source, older: None };
            assert_eq!(draft_flaws(&original, source), [], "{source}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(source in "[-a*|>#\\[\\]()!<b/: \n`_~1.]{0,80}", text in "[-a*|>#\\[\\]()!<b/: \n`_~1.]{0,80}") {
            let original = Original { syntax: Syntax::default(), source: &source, older: None };
            draft_flaws(&original, &text);
            proptest::prop_assert!(draft_flaws(&original, &source).is_empty());
        }
    }
}
