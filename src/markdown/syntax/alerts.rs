//! What alerts are called in the dialects, and the classes that make them. Only names.

use super::mark::{Alert, Caption};

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

/// Whether generators call a block between colons so.
pub(crate) fn is_admonition(name: &str) -> bool {
    named(name).is_some() || name.eq_ignore_ascii_case("details")
}

/// The alert that themes of Jekyll make of a paragraph or a quote with this class, and where its title comes from.
pub(in crate::markdown) fn of_class(class: &str) -> Option<(Alert, Caption)> {
    const PLAIN: [&str; 9] =
        ["note", "tip", "important", "warning", "caution", "danger", "info", "success", "error"];
    match class {
        "highlight" | "notice" | "new" => return Some((Alert::Note, Caption::None)),
        "notice--primary" => return Some((Alert::Info, Caption::None)),
        _ => {}
    }
    let plain = |name: &str| PLAIN.contains(&name).then(|| named(name)).flatten();
    for prefix in ["prompt-", "notice--", "alert-"] {
        if let Some(name) = class.strip_prefix(prefix) {
            return plain(name).map(|alert| (alert, Caption::None));
        }
    }
    match class.strip_suffix("-title") {
        Some("highlight" | "new") => Some((Alert::Note, Caption::Written)),
        Some(name) => plain(name).map(|alert| (alert, Caption::Written)),
        None => plain(class).map(|alert| (alert, Caption::Default)),
    }
}
