//! Which file of which hand-off came back: what the project remembers of it, or else what its package says. Reads no texts.

use crate::report::HandbackRefusal;
use crate::translation::{HandedOffKind, HandoffOrder};

use super::compose::{Outcome, of_target};
use super::read::Came;
use super::records::{CancelledHandoffs, Found, Known};
use super::there::There;

const NOT_IN_PROGRESS: &str =
    "it was handed back, or replaced by a newer one; `faqtory status` says what is in progress";
const CANCELLED: &str = "hand it off again if it is wanted; to take this translation all the same, hand back its package with `--cancelled`";

impl Known<'_> {
    /// What is remembered of a file, or else what its package says of it: another clone may have handed it off, and it may have come back
    /// already. What was forgotten of a hand-off that is remembered stays forgotten.
    pub(super) fn found(&self, came: &Came) -> Option<Found> {
        let order = HandoffOrder::of(&came.handoff);
        if let Some(entry) = self.in_progress(came) {
            return Some(Found { order, entry: entry.clone(), is_in_progress: true });
        }
        let is_cancelled = self.is_cancelled(came);
        if is_cancelled && self.records.of_cancelled == CancelledHandoffs::Refused {
            return None;
        }
        let entry = self.records.packages.entry(came)?.clone();
        let there = self.there(entry.kind, &entry.id, &entry.locale);
        let is_back = there.is_some_and(|there| there.recorded.as_ref() == Some(&came.source_hash));
        let is_forgotten =
            self.records.remembered.named(&came.handoff).is_some() && !is_back && !is_cancelled;
        (!is_forgotten).then_some(Found { order, entry, is_in_progress: false })
    }

    /// A file that nothing is known of but what it says itself.
    pub(super) fn not_found(&self, came: Came) -> Outcome {
        let kinds =
            [HandedOffKind::Article, HandedOffKind::Include, HandedOffKind::Names, HandedOffKind::Messages];
        let mut there = kinds.iter().filter_map(|kind| self.there(*kind, &came.id, came.locale.tag()));
        let is_back = |there: &There| there.recorded.as_ref() == Some(&came.source_hash);
        let mut refusal = if let Some(there) = there.find(is_back) {
            if self.records.handed_back.is_known(&there.path, &came.hash()) {
                return Outcome::Done { came, target: there.path, returned: None };
            }
            let message = format!("{} came back already, and this file says something else", there.path);
            let help = "hand back the whole folder of the package, which says what was handed off";
            of_target(HandbackRefusal::of_file(&came.file, message, help), &came, &there.path)
        } else if self.is_cancelled(&came) && self.records.of_cancelled == CancelledHandoffs::Refused {
            let message = format!("the hand-off {} was cancelled for it", came.handoff);
            HandbackRefusal::of_file(&came.file, message, CANCELLED)
        } else if self.records.remembered.named(&came.handoff).is_some() {
            let message = format!("the hand-off {} has no such file in progress", came.handoff);
            HandbackRefusal::of_file(&came.file, message, NOT_IN_PROGRESS)
        } else {
            let message = format!("no hand-off `{}` is in progress", came.handoff);
            let help = match &came.package {
                Some(_) => NOT_IN_PROGRESS,
                None => {
                    "hand back the whole folder of the package, which says what was handed off, or bring `.faqtory/handoffs` from the clone that handed it off"
                }
            };
            HandbackRefusal::of_file(&came.file, message, help)
        };
        refusal.locale = Some(came.locale.tag().to_owned());
        Outcome::NotInProgress(refusal)
    }
}
