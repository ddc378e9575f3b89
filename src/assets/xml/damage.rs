//! Where a document is not well-formed, and what is wrong there.

use crate::assets::content::Refusal;

/// What is not well-formed, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::assets) struct Damage {
    pub(super) what: &'static str,
    pub(super) at: usize,
}

impl Damage {
    pub(in crate::assets) fn refusal(self, text: &str) -> Refusal {
        let before = text.get(..self.at.min(text.len())).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Refusal::Damaged {
            what: self.what,
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}
