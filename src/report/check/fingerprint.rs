//! What tells a finding from others of its file in every version of it, for hosts that follow findings. Knows no host.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;

/// Fingerprints of findings, in the order of the report.
#[derive(Debug, Default)]
pub(super) struct Fingerprints {
    /// How many findings had this path and fingerprint already.
    seen: BTreeMap<(Arc<str>, String), usize>,
}

impl Fingerprints {
    /// Equal for the same finding of another version of the file; different for two findings of one file.
    pub(super) fn of(&mut self, diagnostic: &Diagnostic, text: &str) -> String {
        let fingerprint = diagnostic.fingerprint(text);
        let seen = self.seen.entry((diagnostic.path.clone(), fingerprint.clone())).or_default();
        *seen += 1;
        format!("{fingerprint}:{seen}")
    }
}
