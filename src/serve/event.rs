//! What the preview reports to its caller. Prints nothing.

use crate::report::Counts;

/// What the preview reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The project cannot be shown, and why; this may pass.
    Fault(String),
    /// All articles were checked.
    Checked(Counts),
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
            self.last = Some(event);
        }
    }
}
