//! Standard output and standard error: the one place that writes to them. Makes no text; what others wrote in it is shown so
//! that neither a terminal nor a CI system obeys it.

use std::io::{self, IsTerminal, Write};

use anyhow::Result;

use crate::report::{Colour, Printed, Rendered, visible};

/// Where a text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    /// Standard output: the result.
    Result,
    /// Standard error: words on the way.
    Notes,
}

impl Stream {
    pub(super) fn is_terminal(self) -> bool {
        match self {
            Self::Result => io::stdout().is_terminal(),
            Self::Notes => io::stderr().is_terminal(),
        }
    }
}

/// Colour when the stream is a terminal and `NO_COLOR` is not set.
pub(super) fn colour(stream: Stream) -> Colour {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if stream.is_terminal() && !refused { Colour::Coloured } else { Colour::Plain }
}

/// The result for people, to standard output.
pub(super) fn print(text: &str) -> Result<()> {
    emit(&visible::printed(text, colour(Stream::Result)))
}

/// The result for a program, byte for byte, to standard output: a format that keeps what it holds from being obeyed by itself.
pub(super) fn emit(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// A report, to standard output; and a word on what the host would not take of it.
pub(super) fn show(report: &Rendered) -> Result<()> {
    match report.printed {
        Printed::Screened => print(&report.text)?,
        Printed::Verbatim => emit(&report.text)?,
    }
    report.left_out.as_ref().map_or(Ok(()), |sentence| note(&format!("{sentence}\n")))
}

/// A word on the way, to standard error.
pub(super) fn note(text: &str) -> Result<()> {
    let text = visible::printed(text, colour(Stream::Notes));
    io::stderr().lock().write_all(text.as_bytes())?;
    Ok(())
}
