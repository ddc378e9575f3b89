//! The markers of a draft: how they are written, and where they stand in a text. Knows neither sources nor units.

use std::ops::Range;

use crate::line_end::with_line_feeds;
use crate::markdown::{BlockKind, Document, Form};

/// What a marker says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// What follows is in the words of the source, which has changed them.
    Changed,
    /// What follows is in the words of the source, which did not have it.
    New,
    /// What was marked ends here.
    End,
}

/// A marker in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    pub span: Range<usize>,
    pub mark: Mark,
}

/// What every marker says first.
const OPEN: &str = "faqtory: ";

impl Mark {
    const ALL: [Self; 3] = [Self::Changed, Self::New, Self::End];

    /// As it is written in markers.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::New => "new",
            Self::End => "end",
        }
    }

    /// The marker as a comment of a text.
    pub(super) fn comment(self, form: Form) -> String {
        match form {
            Form::Markdown => format!("<!-- {OPEN}{} -->", self.name()),
            Form::Mdx => format!("{{/* {OPEN}{} */}}", self.name()),
        }
    }

    /// The marker as a line of front matter.
    pub(super) fn line(self) -> String {
        format!("# {OPEN}{}\n", self.name())
    }

    /// What a comment says, without its own marks.
    fn said(comment: &str) -> Option<Self> {
        let name = comment.trim().strip_prefix(OPEN)?.trim();
        Self::ALL.into_iter().find(|mark| mark.name() == name)
    }
}

/// The markers of a file, in order. `header` is where its front matter stands. None is looked for in code.
pub fn markers(text: &str, header: Range<usize>, document: &Document) -> Vec<Marker> {
    if memchr::memmem::find(text.as_bytes(), OPEN.as_bytes()).is_none() {
        return Vec::new();
    }
    let body = header.end;
    let mut found = in_header(text, header);
    if document.syntax.form == Form::Mdx {
        found.extend(in_mdx(text, body, document));
    }
    found.extend(document.comments.iter().filter_map(|comment| {
        let inside = comment.slice(text).strip_prefix("<!--")?.strip_suffix("-->")?;
        Some(Marker { span: comment.range(), mark: Mark::said(inside)? })
    }));
    found.sort_by_key(|marker| marker.span.start);
    found
}

fn in_header(text: &str, header: Range<usize>) -> Vec<Marker> {
    let mut at = header.start;
    let lines = with_line_feeds(text.get(header).unwrap_or(""));
    let marker = |line: &str| {
        let start = at;
        at += line.len();
        let mark = Mark::said(line.strip_prefix('#')?)?;
        Some(Marker { span: start..start + line.trim_end().len(), mark })
    };
    lines.split_inclusive('\n').filter_map(marker).collect()
}

/// Comments of MDX, which a document does not list.
fn in_mdx(text: &str, body: usize, document: &Document) -> Vec<Marker> {
    let is_code = |at: usize| {
        let block = document.block_at(at);
        block.is_some_and(|block| block.kind == BlockKind::Code && at < block.span.end as usize)
    };
    let open = format!("{{/* {OPEN}");
    let marker = |(start, _): (usize, &str)| {
        let inside = text.get(start + open.len()..)?;
        let mark = Mark::ALL.into_iter().find(|mark| inside.starts_with(mark.name()))?;
        let rest = inside[mark.name().len()..].trim_start().strip_prefix("*/}")?;
        let is_written = start >= body && !text[..start].ends_with('`') && !is_code(start);
        is_written.then(|| Marker { span: start..text.len() - rest.len(), mark })
    };
    text.match_indices(&open).filter_map(marker).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front_matter::FrontMatter;
    use crate::markdown::{Dialect, Syntax};

    fn found(form: Form, text: &str) -> String {
        let front_matter = FrontMatter::parse(text);
        let syntax = Syntax { dialect: Dialect::Plain, form };
        let document = Document::parse_as(syntax, text, front_matter.body_start as usize);
        let header = front_matter.span.map_or(0..0, |span| span.range());
        let found = markers(text, header, &document);
        found.iter().map(|marker| text[marker.span.clone()].to_owned()).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn markers_are_found_as_they_are_written() {
        for mark in Mark::ALL {
            for form in [Form::Markdown, Form::Mdx] {
                let comment = mark.comment(form);
                assert_eq!(
                    found(form, &format!("# é\n\n{comment}\nx\n\n- y {comment}\n")),
                    format!("{comment} | {comment}")
                );
            }
            let text = format!("---\ntitle: あ\n{}label: x\n---\ny\n", mark.line());
            assert_eq!(found(Form::Markdown, &text), mark.line().trim_end());
            assert_eq!(found(Form::Markdown, &text.replace('\n', "\r")), mark.line().trim_end());
        }
    }

    #[test]
    fn in_any_white_space_and_not_in_code() {
        assert_eq!(found(Form::Markdown, "<!--faqtory:  new-->\nx\n"), "<!--faqtory:  new-->");
        assert_eq!(found(Form::Mdx, "{/* faqtory: end\n*/}\nx\n"), "{/* faqtory: end\n*/}");
        for text in [
            "```\n# faqtory: new\n<!-- faqtory: new -->\n```\n",
            "`<!-- faqtory: new -->`\n",
            "<!-- faqtory: newer -->\n",
            "# faqtory: new\n",
        ] {
            assert_eq!(found(Form::Markdown, text), "", "{text}");
        }
        let text = "```\n{/* faqtory: new */}\n```\n\n`{/* faqtory: new */}` {/* faqtory: new";
        assert_eq!(found(Form::Mdx, text), "");
    }
}
