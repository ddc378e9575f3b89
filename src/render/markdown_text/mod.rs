//! The HTML of an article becomes plain CommonMark with tables, for programs that read no HTML. Reads no other HTML than that which
//! `markdown` wrote: it counts on tags that are whole, and on the few references that `escape` writes.

mod emphasis;
mod tag;
mod written;

use std::fmt::Write as _;

use tag::Tag;
use written::{InLine, address, decoded, escaped, longest_run, span_of_code, without_tags};

/// What the body of an article says, as Markdown.
pub(super) fn markdown(html: &str) -> String {
    let mut writer = Writer::default();
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        writer.text(&decoded(text));
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        rest = writer.tag(&Tag::new(tag), after);
    }
    writer.text(&decoded(rest));
    writer.out.truncate(writer.out.trim_end().len());
    writer.out.push('\n');
    writer.out
}

/// What separates the next text from the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    Paragraph,
}

#[derive(Debug, Default)]
struct Writer {
    out: String,
    gap: Gap,
    /// What each line begins with, from the outermost block to the innermost.
    prefixes: Vec<String>,
    /// How many of these the last line and the next one have in common.
    shared: usize,
    /// What the next line begins with in place of the last prefixes, and of how many: the marker of a list item, and of a quote that
    /// it begins with.
    marker: Option<(String, usize)>,
    /// The number of the next item of each open list; none for a list without numbers.
    lists: Vec<Option<u64>>,
    /// Where the links lead that are open.
    links: Vec<Option<String>>,
    /// Of each open division, whether it is a quote.
    quotes: Vec<bool>,
    /// The cells of the header of a table that is being written, while its rows are.
    header: usize,
    is_in_table: bool,
    /// A heading is one line.
    is_in_heading: bool,
    /// Where the marks of emphasis stand that are open.
    marks: Vec<usize>,
    /// Whether the line ends here though its paragraph goes on.
    breaks: bool,
    /// Whether it is the title of a box.
    is_title: bool,
}

impl Writer {
    /// Takes a tag, and says what is left to read behind it.
    fn tag<'t>(&mut self, tag: &Tag<'_>, after: &'t str) -> &'t str {
        match tag.name {
            "pre" if !tag.is_end => return self.block_of_code(after),
            "code" | "kbd" | "samp" if !tag.is_end => return self.code(tag.name, after),
            "strong" | "b" => self.mark("**", tag, after),
            "em" | "i" => self.mark("*", tag, after),
            "del" | "s" => self.mark("~~", tag, after),
            "a" => self.link(tag),
            "img" => self.image(tag),
            "sup" | "sub" => self.raw(&format!("<{}{}>", if tag.is_end { "/" } else { "" }, tag.name)),
            "br" => self.line_break(),
            "hr" => self.rule(),
            "ul" | "ol" => self.list(tag),
            "li" => self.item(tag),
            "table" | "tr" | "th" | "td" => self.table(tag),
            "div" | "blockquote" => self.division(tag),
            "summary" | "dt" => self.bold_line(tag),
            "p" if tag.has_class("alert-title") || tag.is_end && self.is_title => {
                self.is_title = !tag.is_end;
                self.bold_line(tag);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(tag),
            "p" | "details" | "section" | "figure" | "figcaption" | "dl" | "dd" | "article" | "aside" => {
                self.want(Gap::Paragraph);
            }
            "input" => self.raw(if tag.written.contains(" checked") { "[x] " } else { "[ ] " }),
            _ => {}
        }
        after
    }

    fn want(&mut self, gap: Gap) {
        // A cell is one line.
        let gap = if self.is_in_table { gap.min(Gap::Space) } else { gap };
        self.breaks &= gap < Gap::Line;
        self.gap = self.gap.max(gap);
    }

    /// Where the next text stands.
    fn place(&self) -> InLine {
        let is_first = self.out.is_empty() || self.gap >= Gap::Line || self.marker.is_some();
        if is_first { InLine::First } else { InLine::Later }
    }

    /// Begins what follows: separates it from what stands before.
    fn begin(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        if std::mem::take(&mut self.breaks) {
            self.out.push('\\');
        }
        let is_new = self.out.is_empty() || gap >= Gap::Line;
        if is_new {
            self.end_line(gap == Gap::Paragraph);
            self.write_prefixes();
        } else if gap == Gap::Space && !self.out.ends_with(['\n', ' ']) {
            self.out.push(' ');
        }
    }

    fn end_line(&mut self, is_paragraph: bool) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        if self.out.is_empty() {
            return;
        }
        self.out.push('\n');
        if is_paragraph {
            let line: String = self.prefixes[..self.shared].concat();
            let _ = writeln!(self.out, "{}", line.trim_end());
        }
    }

    fn write_prefixes(&mut self) {
        let (marker, replaced) = self.marker.take().unwrap_or_default();
        let count = self.prefixes.len().saturating_sub(replaced);
        for prefix in &self.prefixes[..count] {
            self.out.push_str(prefix);
        }
        self.out.push_str(&marker);
        self.shared = self.prefixes.len();
    }

    fn leave(&mut self) {
        self.prefixes.pop();
        self.shared = self.shared.min(self.prefixes.len());
    }

    /// Markdown as it is.
    fn raw(&mut self, markdown: &str) {
        self.begin();
        self.out.push_str(markdown);
    }

    /// Text of the article: white space is a space, and nothing in it is markup.
    fn text(&mut self, text: &str) {
        let is_space = |c: char| c.is_ascii_whitespace();
        if text.starts_with(is_space) {
            self.want(Gap::Space);
        }
        for (number, word) in text.split_ascii_whitespace().enumerate() {
            if number > 0 {
                self.want(Gap::Space);
            }
            let place = self.place();
            self.begin();
            self.out.push_str(&escaped(word, place));
        }
        if text.ends_with(is_space) && !text.trim_matches(is_space).is_empty() {
            self.want(Gap::Space);
        }
    }

    fn bold_line(&mut self, tag: &Tag<'_>) {
        if !tag.is_end {
            self.want(Gap::Paragraph);
        }
        self.mark("**", tag, "");
        if tag.is_end {
            self.want(Gap::Paragraph);
        }
    }

    fn heading(&mut self, tag: &Tag<'_>) {
        self.want(Gap::Paragraph);
        self.is_in_heading = !tag.is_end;
        if !tag.is_end {
            let level = tag.name.bytes().last().map_or(2, |digit| usize::from(digit.saturating_sub(b'0')));
            self.raw(&"#".repeat(level));
            self.gap = Gap::Space;
        }
    }

    fn link(&mut self, tag: &Tag<'_>) {
        if !tag.is_end {
            let to = tag.attribute("href");
            if to.is_some() {
                // Text that ends with `!` would make an image of it.
                if self.gap == Gap::None && self.out.ends_with('!') {
                    self.out.insert(self.out.len() - 1, '\\');
                }
                self.raw("[");
            }
            return self.links.push(to);
        }
        let Some(Some(to)) = self.links.pop() else { return };
        if self.gap >= Gap::Line {
            self.gap = Gap::None;
        }
        let _ = write!(self.out, "]({})", address(&to));
    }

    fn image(&mut self, tag: &Tag<'_>) {
        let Some(source) = tag.attribute("src") else { return };
        let alt = tag.attribute("alt").unwrap_or_default();
        let alt: Vec<String> = alt.split_whitespace().map(|word| escaped(word, InLine::Later)).collect();
        self.raw(&format!("![{}]({})", alt.join(" "), address(&source)));
    }

    fn line_break(&mut self) {
        if self.is_in_table || self.is_in_heading || self.out.is_empty() {
            return self.want(Gap::Space);
        }
        if self.gap < Gap::Line {
            self.want(Gap::Line);
            self.breaks = true;
        }
    }

    fn rule(&mut self) {
        self.want(Gap::Paragraph);
        self.raw("***");
        self.want(Gap::Paragraph);
    }

    fn list(&mut self, tag: &Tag<'_>) {
        let first = tag.attribute("start").and_then(|start| start.parse().ok()).unwrap_or(1);
        // Only a list from 1 may follow text without an empty line, and text behind a list is not that of its last item.
        let is_apart = match self.lists.len() {
            0 => true,
            open => {
                if tag.is_end {
                    open == 1
                } else {
                    tag.name == "ol" && first != 1
                }
            }
        };
        self.want(if is_apart { Gap::Paragraph } else { Gap::Line });
        if tag.is_end {
            self.lists.pop();
        } else {
            self.lists.push((tag.name == "ol").then_some(first));
        }
    }

    fn item(&mut self, tag: &Tag<'_>) {
        if self.is_in_table {
            return self.want(Gap::Space);
        }
        if tag.is_end {
            // An item without text has its marker all the same.
            self.lone_marker();
            self.leave();
            return self.want(Gap::Line);
        }
        self.want(Gap::Line);
        let marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        if self.lone_marker() {
            self.want(Gap::Line);
        }
        self.prefixes.push(" ".repeat(marker.len()));
        self.marker = Some((marker, 1));
    }

    /// The marker that stands alone in its line, if one is due: apart from text, which it would make a heading of.
    fn lone_marker(&mut self) -> bool {
        let is_due = self.marker.is_some();
        if is_due {
            self.want(Gap::Paragraph);
            self.raw("");
        }
        is_due
    }

    /// Quotes and boxes that stand out.
    fn division(&mut self, tag: &Tag<'_>) {
        if tag.is_end {
            if self.quotes.pop() == Some(true) {
                self.lone_marker();
                self.leave();
            }
        } else {
            let is_quote = tag.name == "blockquote" || tag.has_class("alert");
            self.want(Gap::Paragraph);
            if is_quote && !self.is_in_table {
                if let Some((marker, replaced)) = &mut self.marker {
                    marker.push_str("> ");
                    *replaced += 1;
                }
                self.prefixes.push("> ".to_owned());
            }
            self.quotes.push(is_quote && !self.is_in_table);
        }
        self.want(Gap::Paragraph);
    }

    /// Tables have a line for each row, and their first row is the header.
    fn table(&mut self, tag: &Tag<'_>) {
        match (tag.name, tag.is_end) {
            ("table", false) => {
                self.want(Gap::Paragraph);
                self.header = 0;
            }
            ("table", true) => {
                self.is_in_table = false;
                self.header = 0;
                self.want(Gap::Paragraph);
            }
            ("tr", false) => {
                self.want(Gap::Line);
                self.raw("|");
                self.is_in_table = true;
            }
            ("tr", true) => {
                self.is_in_table = false;
                let cells = self
                    .out
                    .rsplit('\n')
                    .next()
                    .map_or(0, |line| line.matches('|').count() - line.matches("\\|").count());
                if self.header == 0 && cells > 1 {
                    self.header = cells - 1;
                    self.gap = Gap::Line;
                    self.raw(&format!("|{}", " --- |".repeat(self.header)));
                }
                self.gap = Gap::Line;
            }
            (_, false) => self.gap = Gap::Space,
            (_, true) => {
                self.gap = Gap::None;
                self.out.push_str(" |");
            }
        }
    }

    /// A block of code, up to its end.
    fn block_of_code<'t>(&mut self, after: &'t str) -> &'t str {
        let (inside, rest) = after.split_once("</pre>").unwrap_or((after, ""));
        let language = inside.strip_prefix("<code class=\"language-").and_then(|rest| rest.split_once('"'));
        let language = language.map_or("", |(language, _)| language.split(' ').next().unwrap_or(""));
        let code = decoded(&without_tags(inside));
        if self.is_in_table {
            self.raw(&span_of_code(&code).replace('|', "\\|"));
            return rest;
        }
        let fence = "`".repeat(longest_run(&code).max(2) + 1);
        self.want(Gap::Paragraph);
        self.raw(&format!("{fence}{}", decoded(language)));
        for line in code.trim_end_matches('\n').split('\n') {
            self.gap = Gap::Line;
            self.raw(line);
        }
        self.gap = Gap::Line;
        self.raw(&fence);
        self.want(Gap::Paragraph);
        rest
    }

    /// Code in a line, up to its end.
    fn code<'t>(&mut self, name: &str, after: &'t str) -> &'t str {
        let (inside, rest) = after.split_once(&format!("</{name}>")).unwrap_or((after, ""));
        let mut code = span_of_code(&decoded(&without_tags(inside)));
        if self.is_in_table {
            code = code.replace('|', "\\|");
        }
        self.raw(&code);
        rest
    }
}

#[cfg(test)]
mod tests;
