//! What the preview reports to its caller. Prints nothing.

use crate::report::Counts;

use super::edited::Edited;

/// What the preview reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The project cannot be shown, and why; this may pass.
    Fault(String),
    /// All articles were checked; and what is other than the time before.
    Checked(Counts, Edited),
    /// The system does not report changes, so the disk is looked at again and again; and why.
    Polling(String),
}

/// Takes what the preview reports; the same is not reported twice: were it written to a file that is input, it would be reported
/// for ever.
pub(super) struct Reporter<'r> {
    report: &'r (dyn Fn(Event) + Sync),
    last: Option<Event>,
}

impl<'r> Reporter<'r> {
    pub(super) fn new(report: &'r (dyn Fn(Event) + Sync)) -> Self {
        Self { report, last: None }
    }

    pub(super) fn report(&mut self, event: Event) {
        if self.last.as_ref() != Some(&event) {
            (self.report)(event.clone());
            // A check that finds the same says no more than this.
            self.last = Some(match event {
                Event::Checked(counts, _) => Event::Checked(counts, Edited::default()),
                event => event,
            });
        }
    }
}
