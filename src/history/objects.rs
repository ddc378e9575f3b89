//! What git calls files at commits: `git cat-file --batch-check`, asked for one after the other. Reads no bytes.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::command;

/// The objects of the repository of a folder. Git is started by the first question.
#[derive(Debug)]
pub(super) struct Objects<'f> {
    folder: &'f Path,
    running: Option<Running>,
}

#[derive(Debug)]
struct Running {
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl<'f> Objects<'f> {
    pub(super) fn of(folder: &'f Path) -> Self {
        Self { folder, running: None }
    }

    /// The object of this name, where it is a file and there.
    pub(super) fn name(&mut self, name: &str) -> Option<String> {
        if name.contains('\n') {
            return None;
        }
        if self.running.is_none() {
            self.running = Running::start(self.folder);
        }
        let Running { requests, answers, .. } = self.running.as_mut()?;
        writeln!(requests, "{name}").ok()?;
        let mut head = String::new();
        answers.read_line(&mut head).ok()?;
        // `<object> blob <size>`, or `<name> missing`; a name may hold spaces.
        match head.trim_end().split(' ').collect::<Vec<_>>().as_slice() {
            [object, "blob", size] if size.parse::<u64>().is_ok() => Some((*object).to_owned()),
            _ => None,
        }
    }
}

impl Running {
    fn start(folder: &Path) -> Option<Self> {
        let mut git = command(folder);
        git.args(["cat-file", "--batch-check"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = git.spawn().ok()?;
        let (requests, stdout) = child.stdin.take().zip(child.stdout.take())?;
        Some(Self { child, requests, answers: BufReader::new(stdout) })
    }
}
