//! Opens the preview in the reader's browser. Runs nothing but the system's own command for that.

use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

/// Opens the address in a browser.
///
/// # Errors
/// The system has no such command.
pub fn open(url: &str) -> Result<()> {
    let (program, before): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        // `start` takes the first argument in quotes for a title.
        "windows" => ("cmd", &["/c", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(before).arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(drop).with_context(|| format!("cannot open a browser: cannot run {program}"))
}
