//! How much is included on a page: what is over it is left out. Writes nothing.

use super::document::{Code, Document};

/// Included documents inside each other.
const MAX_DEPTH: usize = 16;

/// Included documents on a page.
const MAX_INCLUDES: usize = 1_000;

/// HTML that includes bring to a page. A whole manual is a tenth of it, and no phone shows more with pleasure. A file of
/// some lines could ask for gigabytes.
const MAX_BYTES: usize = 4 << 20;

/// Code that is no longer has colours: its HTML is many times as long.
const MAX_COLOURED: usize = 64 << 10;

/// How many times that is counted.
const COLOURS: usize = 8;

/// What has been included on a page so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct IncludeBudget {
    documents: usize,
    bytes: usize,
}

impl IncludeBudget {
    /// Whether the document may be included, by one that lies in so many others; then it counts.
    pub(crate) fn take(&mut self, depth: usize, included: &Document) -> bool {
        let codes: usize = included.codes.iter().map(html_of).sum();
        let bytes = self.bytes + included.html.markup.html.len() + codes;
        let fits = depth < MAX_DEPTH && self.documents < MAX_INCLUDES && bytes <= MAX_BYTES;
        if fits {
            self.bytes = bytes;
            self.documents += 1;
        }
        fits
    }

    /// How many have been included.
    pub(super) fn documents(self) -> usize {
        self.documents
    }
}

/// About as many bytes as the HTML of code takes.
fn html_of(code: &Code) -> usize {
    if !code.language.is_empty() && code.text.len() <= MAX_COLOURED {
        return code.text.len() * COLOURS;
    }
    let escaped = memchr::memchr3_iter(b'<', b'>', b'&', code.text.as_bytes()).count();
    code.text.len() + "&amp".len() * escaped
}
