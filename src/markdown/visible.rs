//! The text that readers see of HTML which this module wrote, heading by heading and line by line. Reads no other HTML: it
//! counts on tags that are whole, and on the few references that `escape` writes.

use super::element::{Element, Model};

/// A piece of visible text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum VisibleText {
    /// A heading with its level.
    Heading(u8, String),
    /// What stands in a line or a paragraph of its own.
    Line(String),
}

impl VisibleText {
    pub(crate) fn text(&self) -> &str {
        let (Self::Heading(_, text) | Self::Line(text)) = self;
        text
    }
}

/// What readers see of a body, without footnotes and their numbers.
pub(crate) fn body(html: &str) -> Vec<VisibleText> {
    let mut reader = Reader::default();
    reader.read(html);
    reader.end_line();
    reader.seen
}

/// What readers see of a line.
pub(crate) fn line(html: &str) -> String {
    // Most titles are nothing but text.
    if memchr::memchr3(b'<', b'&', b'\n', html.as_bytes()).is_none() {
        return html.trim().to_owned();
    }
    let mut reader = Reader::default();
    reader.read(html);
    reader.take_line()
}

#[derive(Debug, Default)]
struct Reader {
    seen: Vec<VisibleText>,
    line: String,
    /// What the images of the line show.
    alt: String,
}

impl Reader {
    fn read(&mut self, html: &str) {
        let mut rest = html;
        while let Some((text, tag)) = rest.split_once('<') {
            push(&mut self.line, text);
            let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
            let left_out = match tag {
                "sup class=\"footnote\"" => Some("</sup>"),
                _ if tag.starts_with("section class=\"footnotes\"") => Some("</section>"),
                _ => None,
            };
            rest = match left_out {
                Some(end) => after.split_once(end).map_or("", |(_, after)| after),
                None => {
                    self.tag(tag, after);
                    after
                }
            };
        }
        push(&mut self.line, rest);
    }

    fn tag(&mut self, tag: &str, after: &str) {
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or("");
        match Element::from_name(name) {
            Some(Element::Br) if !after.starts_with('\n') => self.line.push(' '),
            Some(Element::Img) => {
                let alt = tag.split_once(" alt=\"").and_then(|(_, rest)| rest.split_once('"'));
                push(&mut self.alt, alt.map_or("", |(alt, _)| alt));
                self.alt.push(' ');
            }
            Some(element) if matches!(element.model(), Model::Phrasing | Model::Void) => {}
            Some(element) if tag.starts_with('/') => match element.heading_level() {
                Some(level) => {
                    let text = self.take_line();
                    self.seen.push(VisibleText::Heading(level, text));
                }
                None => self.end_line(),
            },
            _ => self.end_line(),
        }
    }

    fn end_line(&mut self) {
        let line = self.line.trim();
        if !line.is_empty() {
            self.seen.push(VisibleText::Line(line.to_owned()));
        }
        self.line.clear();
        self.alt.clear();
    }

    /// The text of the heading that ends here; without one, what its images show.
    fn take_line(&mut self) -> String {
        let (line, alt) = (std::mem::take(&mut self.line), std::mem::take(&mut self.alt));
        let text = if line.trim().is_empty() { alt } else { line };
        text.trim().to_owned()
    }
}

/// Appends text, with line ends as spaces.
fn push(out: &mut String, html: &str) {
    const REFERENCES: [(&str, char); 5] =
        [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("#39;", '\'')];
    let mut parts = html.split('&');
    let mut push = |text: &str| {
        for (number, line) in text.split('\n').enumerate() {
            out.push_str(if number > 0 { " " } else { "" });
            out.push_str(line);
        }
    };
    push(parts.next().unwrap_or(""));
    for part in parts {
        let found = REFERENCES.iter().find_map(|(name, c)| Some((part.strip_prefix(name)?, *c)));
        let (text, c) = found.unwrap_or((part, '&'));
        push(c.encode_utf8(&mut [0; 4]));
        push(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_headings() {
        let html = "<p>a <b>b</b><br>\nc&lt;d&amp;lt;<br>e<sup class=\"footnote\"><a href=\"#fn:1\">1</a></sup>.</p>\n\
                    <h2 id=\"x\">Q<code dir=\"ltr\">&quot;</code>?</h2>\n<a class=\"anchor\" href=\"#x\"></a>\n<ul>\n<li>f\n\
                    <ul>\n<li>g</li>\n</ul>\n</li>\n</ul>\n<img src=\"a\" alt=\"b\">\n<section class=\"footnotes\" role=\"x\">\n\
                    <ol>\n<li>n</li>\n</ol>\n</section>\n<p>h</p>\n";
        let line = |text: &str| VisibleText::Line(text.to_owned());
        assert_eq!(
            body(html),
            [
                line("a b c<d&lt; e."),
                VisibleText::Heading(2, "Q\"?".to_owned()),
                line("f"),
                line("g"),
                line("h")
            ]
        );
        assert_eq!(super::line("a <em>b</em>\n&#39;c&#39; &"), "a b 'c' &");
    }

    #[test]
    fn a_heading_without_words_says_what_its_images_show() {
        let image = "<a href=\"x\"><img src=\"a\" alt=\"b &lt;c&gt;\" loading=\"lazy\"></a>";
        assert_eq!(line(image), "b <c>");
        assert_eq!(line(&format!("{image} and")), "and");
        assert_eq!(line("<img src=\"a\" alt=\"\">"), "");
        let html = format!("<p>{image}</p>\n<h2 id=\"x\">{image} {image}</h2>\n<p>d</p>\n");
        let heading = VisibleText::Heading(2, "b <c> b <c>".to_owned());
        assert_eq!(body(&html), [heading, VisibleText::Line("d".to_owned())]);
    }
}
