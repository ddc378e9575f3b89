//! What was found out about earlier texts, so that it need not be found out again: a text for a file of its own. Reads and writes no
//! file; what is damaged in it is forgotten.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What is known of earlier texts, by the names that git gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// By what was asked: which commit it was asked at, and what the files had been.
    pub(super) logs: BTreeMap<String, Log>,
    pub(super) texts: BTreeMap<String, TextFacts>,
    /// What was asked since it was read.
    pub(super) asked: BTreeSet<String>,
}

/// The changes of some files up to a commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Log {
    pub(super) head: String,
    pub(super) histories: Vec<History>,
}

/// What a file was, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct History {
    pub(super) changes: Vec<Change>,
    /// Every name it had, from the root of the work tree.
    pub(super) names: BTreeSet<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// Of the committer, since 1970.
    pub(super) seconds: u64,
    /// The text it left, as an object of git; zeros where the file was removed.
    pub(super) blob: String,
}

/// What one text goes by, and what it weighs where that was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TextFacts {
    pub(super) hashes: Vec<String>,
    pub(super) weights: BTreeSet<String>,
    /// How it was made, where that was asked: a word.
    pub(super) label: Option<String>,
}

/// The first line. Another one was written by a version that may mean something else.
const FIRST: &str = concat!("faqtory history 3 ", env!("CARGO_PKG_VERSION"));

impl Memory {
    /// Reads what [`Memory::written`] wrote.
    pub fn read(text: &str) -> Self {
        let mut memory = Self::default();
        let mut lines = text.lines();
        if lines.next() != Some(FIRST) {
            return memory;
        }
        let mut log: Option<&mut Log> = None;
        for line in lines {
            let words: Vec<&str> = line.splitn(4, ' ').collect();
            match words.as_slice() {
                ["log", key, head] => {
                    let new = Log { head: (*head).to_owned(), histories: Vec::new() };
                    log = Some(memory.logs.entry((*key).to_owned()).or_insert(new));
                }
                ["file"] => log.iter_mut().for_each(|log| log.histories.push(History::default())),
                ["name", ..] => {
                    let name = line.get("name ".len()..).unwrap_or("").to_owned();
                    log.as_mut().and_then(|log| log.histories.last_mut()).map(|last| last.names.insert(name));
                }
                ["at", seconds, blob] => {
                    let Ok(seconds) = seconds.parse() else { continue };
                    let change = Change { seconds, blob: (*blob).to_owned() };
                    if let Some(last) = log.as_mut().and_then(|log| log.histories.last_mut()) {
                        last.changes.push(change);
                    }
                }
                ["made", blob, label] => {
                    memory.texts.entry((*blob).to_owned()).or_default().label = Some((*label).to_owned());
                }
                ["text", blob, hashes, weights] => {
                    let list = |words: &str| -> Vec<String> {
                        words.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect()
                    };
                    let facts = memory.texts.entry((*blob).to_owned()).or_default();
                    facts.hashes = list(hashes);
                    facts.weights = list(weights).into_iter().collect();
                }
                _ => {}
            }
        }
        memory
    }

    /// As a text: what was asked since it was read, and nothing of what has no place in that any more. None where nothing was.
    pub fn written(&self) -> Option<String> {
        let mut out = format!("{FIRST}\n");
        let mut blobs: BTreeSet<&str> = BTreeSet::new();
        for (key, log) in self.logs.iter().filter(|(key, _)| self.asked.contains(*key)) {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "log {key} {}", log.head);
            for history in &log.histories {
                out.push_str("file\n");
                for name in history.names.iter().filter(|name| !name.contains(['\n', '\r'])) {
                    let _ = writeln!(out, "name {name}");
                }
                for Change { seconds, blob } in &history.changes {
                    let _ = writeln!(out, "at {seconds} {blob}");
                    blobs.insert(blob);
                }
            }
        }
        for (blob, facts) in self.texts.iter().filter(|(blob, _)| blobs.contains(&***blob)) {
            let weights: Vec<&str> = facts.weights.iter().map(String::as_str).collect();
            let _ = writeln!(out, "text {blob} {} {}", facts.hashes.join(","), weights.join(","));
            if let Some(label) = &facts.label {
                let _ = writeln!(out, "made {blob} {label}");
            }
        }
        (!self.asked.is_empty()).then_some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let history = History {
            changes: vec![
                Change { seconds: 5, blob: "b1".to_owned() },
                Change { seconds: 3, blob: "000".to_owned() },
            ],
            names: BTreeSet::from(["a b.md".to_owned(), "ä.md".to_owned()]),
        };
        let log = Log { head: "h".to_owned(), histories: vec![history, History::default()] };
        let known = TextFacts {
            hashes: vec!["x".to_owned(), "y".to_owned()],
            weights: BTreeSet::from(["w".to_owned()]),
            label: Some("HT:x".to_owned()),
        };
        let memory = Memory {
            logs: BTreeMap::from([("key".to_owned(), log.clone()), ("old".to_owned(), log)]),
            texts: BTreeMap::from([("b1".to_owned(), known), ("gone".to_owned(), TextFacts::default())]),
            asked: BTreeSet::from(["key".to_owned()]),
        };
        let read = Memory::read(&memory.written().unwrap());
        assert_eq!(read.logs.keys().collect::<Vec<_>>(), ["key"], "what nobody asks any more is forgotten");
        assert_eq!(read.written(), None);
        assert_eq!(read.logs["key"], memory.logs["key"]);
        assert_eq!(read.texts.keys().collect::<Vec<_>>(), ["b1"]);
        assert_eq!(read.texts["b1"], memory.texts["b1"]);
    }

    #[test]
    fn what_is_damaged_is_forgotten() {
        for text in [
            "",
            "x",
            "faqtory history 0\nlog a b\n",
            &format!("{FIRST}\nat 1 b\nfile\nlog\nlog a b\nat x y\nname z\ntext q\n"),
        ] {
            let memory = Memory::read(text);
            assert!(memory.texts.is_empty() && memory.logs.values().all(|log| log.histories.is_empty()));
        }
    }
}
