//! What the preview reports to whoever started it. Prints nothing.

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

/// Takes what the preview reports; the same is not reported twice, or whoever writes it into a file that is input would get it
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
