//! `<span data-ttu-id>translation</span><span class="sxs-lookup"><span data-stu-id>source</span></span>`: text of
//! bilingual articles. The source never stands in the body; it is stored beside it, for each block.

use crate::diagnostic::Span;
use crate::markdown::document::Lookup;
use crate::markdown::markup::Markup;

/// Source texts so far, and the pair that is being read.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Lookups {
    translation: Option<Span>,
    source: Option<Span>,
    markups: Vec<Markup>,
}

impl Lookups {
    pub(in crate::markdown) fn start(&mut self) {
        self.source = None;
    }

    /// `data-ttu-id`: the stretch that the next source text belongs to.
    pub(in crate::markdown) fn set_translation(&mut self, span: Span) {
        self.translation = Some(span);
    }

    /// `data-stu-id`: the text itself, inside its element.
    pub(in crate::markdown) fn set_source(&mut self, span: Span) {
        self.source = Some(span);
    }

    /// The source text has ended, of which often only the place is known.
    pub(in crate::markdown) fn end(&mut self, whole: Span, text: &str, markup: Markup) -> Lookup {
        self.markups.push(markup);
        let start = Span { end: whole.start, ..whole };
        Lookup {
            translation: self.translation.take().unwrap_or(start),
            source: self.source.take().unwrap_or(whole),
            source_text: text.trim().into(),
        }
    }

    /// The HTML of each, in order.
    pub(in crate::markdown) fn into_markups(self) -> Vec<Markup> {
        self.markups
    }
}
