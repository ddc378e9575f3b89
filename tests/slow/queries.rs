//! What readers look for in real articles: `tests/search/queries/<set>/<tag>.txt`, in the words of people who have not seen the
//! article. Each locale keeps what it has reached.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use crate::harness::{Need, need, note};

#[derive(Deserialize)]
struct Reached {
    asked: u64,
    first: u64,
    five: u64,
}

/// Asks the built site `dir`: of each locale at least so many queries find their article at the first place, and among the first five.
pub(crate) fn reach(dir: &Path, set: &str, floors: &[(&str, u64, u64)]) {
    need(Need::Node);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = floors
        .iter()
        .map(|(slug, ..)| root.join(format!("tests/search/queries/{set}/{slug}.txt")).into_os_string());
    let output = Command::new("node")
        .arg(root.join("benches/search/queries.mjs"))
        .args(["--format", "json"])
        .arg(dir)
        .args(files)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let reached: BTreeMap<String, Reached> = serde_json::from_slice(&output.stdout).unwrap();
    for (slug, first, five) in floors {
        let found = &reached[*slug];
        note!("{slug}: {} and {} of {}", found.first, found.five, found.asked);
        assert!(found.first >= *first, "{slug}: {} at the first place, {first} before", found.first);
        assert!(found.five >= *five, "{slug}: {} among the first five, {five} before", found.five);
    }
}
