//! `<span data-ttu-id>translation</span><span class="sxs-lookup"><span data-stu-id>source</span></span>`: text of
//! bilingual articles. The source never stands in the body; it is kept beside it, for each block.

use crate::markdown::Lookup;
use crate::markdown::frame::SinkKind;
use crate::markdown::parse::Parser;

impl Parser<'_> {
    /// From here on text is source text; `start` is where it starts.
    pub(in crate::markdown) fn start_lookup(&mut self, start: usize) {
        let inside = self.sinks.iter().any(|sink| matches!(sink.kind, SinkKind::Lookup(_)));
        if !inside && self.suppressed.is_none() {
            self.lookup_source = None;
            self.push_sink(SinkKind::Lookup(start));
        }
    }

    /// Ends the source text that is being read, if any; at the end of its block at the latest.
    pub(in crate::markdown) fn end_lookup(&mut self) {
        let SinkKind::Lookup(start) = self.sink().kind else { return };
        let Some(sink) = self.pop_sink() else { return };
        let whole = self.span(start..self.here.max(start));
        let start = self.span(start..start);
        self.document.lookups.push(Lookup {
            translation: self.translation.take().unwrap_or(start),
            source: self.lookup_source.take().unwrap_or(whole),
            source_text: sink.text.trim().into(),
        });
        self.lookups.push(sink.markup);
    }
}
