//! What alerts are called in the dialects. Only names.

use super::mark::Alert;

/// The alert that generators call so, in any case.
pub(in crate::markdown) fn named(name: &str) -> Option<Alert> {
    let alert = match name.to_ascii_lowercase().as_str() {
        "note" | "seealso" | "secondary" => Alert::Note,
        "tip" | "hint" => Alert::Tip,
        "important" => Alert::Important,
        "warning" | "attention" | "warn" => Alert::Warning,
        "caution" => Alert::Caution,
        "info" | "todo" => Alert::Info,
        "danger" | "error" => Alert::Danger,
        "success" | "check" | "done" => Alert::Success,
        "question" | "help" | "faq" => Alert::Question,
        "failure" | "fail" | "missing" => Alert::Failure,
        "bug" => Alert::Bug,
        "example" => Alert::Example,
        "quote" | "cite" => Alert::Quote,
        "abstract" | "summary" | "tldr" => Alert::Summary,
        _ => return None,
    };
    Some(alert)
}
