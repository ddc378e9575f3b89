//! What a check is, in words for people. Prints nothing.

use std::fmt::Write as _;

use crate::checks::check::nearest;
use crate::checks::{CHECKS, Check};

/// The check with this code; brackets round it and letter case count for nothing.
///
/// # Errors
/// No such check: a sentence that names the nearest.
pub fn find(code: &str) -> Result<&'static Check, String> {
    let code = code.trim().trim_start_matches('[').trim_end_matches(']');
    if let Some(check) = CHECKS.iter().find(|check| check.code.eq_ignore_ascii_case(code)) {
        return Ok(check);
    }
    Err(match nearest(code, CHECKS.iter().map(|check| check.code)) {
        Some(near) => format!("unknown code `{code}`\nhelp: did you mean `{near}`?"),
        None => format!("unknown code `{code}`\nhelp: run `faqtory explain` for a list of all codes"),
    })
}

/// The explanation of the check with this code.
///
/// # Errors
/// As for [`find`].
pub fn explain(code: &str) -> Result<String, String> {
    let check = find(code)?;
    let Check { code, level, summary, explanation, .. } = check;
    Ok(format!("# {code}\n\n{}: {summary}\n\n{explanation}\n", level.name()))
}

/// Every check, a line each: code, severity, what it finds.
pub fn list() -> String {
    let widest = CHECKS.iter().map(|check| check.code.len()).max().unwrap_or(0);
    let mut text = String::new();
    for check in CHECKS {
        let Check { code, level, summary, .. } = check;
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{code:widest$}  {:10}  {summary}", level.name());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_explained_as_a_report_prints_it() {
        let text = explain("error[file-not-found").unwrap_err();
        assert!(text.contains("unknown code"), "{text}");
        assert!(explain("[File-Not-Found]").unwrap().starts_with("# file-not-found\n\nerror: "));
    }

    #[test]
    fn the_nearest_code_is_named() {
        assert!(explain("file-not-fund").unwrap_err().contains("`file-not-found`"));
        assert!(explain("x").unwrap_err().contains("a list of all codes"));
    }

    #[test]
    fn every_check_is_listed() {
        assert_eq!(list().lines().count(), CHECKS.len());
        for line in list().lines() {
            assert!(explain(line.split(' ').next().unwrap()).is_ok(), "{line}");
        }
    }
}
