//! The commit that a file got its text of today with. Looks at no other.

use std::path::Path;

use super::{is_commit, object_name, run};

/// The last commit that changed a file; none where git does not have its text of today, or does not know.
pub fn commit(folder: &Path, path: &str, text: &str) -> Option<String> {
    let said = |arguments: &[&str]| {
        let answer = run(folder, arguments).ok().filter(|answer| answer.status.success())?;
        Some(String::from_utf8_lossy(&answer.stdout).trim().to_owned())
    };
    let blob = said(&["rev-parse", "--verify", "--quiet", &format!("HEAD:./{path}")])?;
    let with_lf = text.replace("\r\n", "\n");
    [text, &with_lf].iter().find(|text| object_name(text.as_bytes()) == blob)?;
    said(&["log", "-1", "--no-show-signature", "--format=%H", "--", path]).filter(|name| is_commit(name))
}
