//! How much is included on a page: what is over it is left out. Writes nothing.

use super::document::Document;

/// Included documents inside each other.
const MAX_DEPTH: usize = 16;

/// Included documents on a page.
const MAX_INCLUDES: usize = 1_000;

/// HTML that includes bring to a page. A whole manual is a tenth of it, and no phone shows more with pleasure. A file of
/// some lines could ask for gigabytes.
const MAX_BYTES: usize = 4 << 20;

/// What has been included on a page so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct IncludeBudget {
    documents: usize,
    bytes: usize,
}

impl IncludeBudget {
    /// Whether the document may be included, by one that lies in so many others; then it counts.
    pub(crate) fn take(&mut self, depth: usize, included: &Document) -> bool {
        let bytes = self.bytes + included.html.markup.html.len();
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
