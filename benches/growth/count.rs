//! Counts the instructions of a run with valgrind: the same on a busy machine as on a quiet one. Judges nothing.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use super::inputs::Input;

/// The instructions that `faqtory` takes for an input of this size, written to the folder, which is emptied first.
///
/// # Errors
/// The disk refuses, valgrind does, or Faqtory ends otherwise than with or without findings.
pub(crate) fn instructions(faqtory: &Path, input: &Input, size: usize, folder: &Path) -> io::Result<u64> {
    let (project, out) = (folder.join("project"), folder.join("public"));
    for old in [&project, &out] {
        if old.exists() {
            fs::remove_dir_all(old)?;
        }
    }
    for (path, text) in (input.files)(size / input.share) {
        let file = project.join(path);
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(file, text)?;
    }
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
    valgrind.arg(faqtory).args(input.command).arg(&project).env("RAYON_NUM_THREADS", "1");
    if input.command.first() == Some(&"build") {
        valgrind.arg("--out").arg(&out);
    }
    let output = valgrind.output()?;
    let printed = String::from_utf8_lossy(&output.stderr);
    let count = printed.lines().find_map(|line| line.split_once(" refs:")).map(|(_, count)| count);
    let count = count.and_then(|count| count.trim().replace(',', "").parse().ok());
    match count.filter(|_| matches!(output.status.code(), Some(0 | 1))) {
        Some(count) => Ok(count),
        None => Err(io::Error::other(format!("{}, {}: {printed}", input.name, output.status))),
    }
}
