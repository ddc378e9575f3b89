//! Standard output and standard error: the one place that writes to them. Makes no text; what others wrote in it is shown so
//! that neither a terminal nor a CI system obeys it.

use std::io::{self, IsTerminal, Write};

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::report::{Colour, Printed, Rendered, visible};

/// Options of every command.
#[derive(Clone, Copy, Debug, Default, Args)]
pub(super) struct Terminal {
    /// Print nothing but the result and errors
    #[arg(long, global = true, help_heading = "Global options")]
    quiet: bool,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t)]
    #[arg(help_heading = "Global options", hide_possible_values = true)]
    #[arg(long_help = "When to use colours: auto (on a terminal, unless NO_COLOR is set), always or never")]
    color: When,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum When {
    #[default]
    Auto,
    Always,
    Never,
}

/// Where a text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    /// Standard output: the result.
    Result,
    /// Standard error: words on the way.
    Notes,
}

impl Stream {
    fn is_terminal(self) -> bool {
        match self {
            Self::Result => io::stdout().is_terminal(),
            Self::Notes => io::stderr().is_terminal(),
        }
    }
}

impl Terminal {
    /// Colour as `--color` says; without it when the stream is a terminal and `NO_COLOR` is not set.
    pub(super) fn colour(self, stream: Stream) -> Colour {
        let refused = || std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let is_coloured = match self.color {
            When::Auto => stream.is_terminal() && !refused(),
            When::Always => true,
            When::Never => false,
        };
        if is_coloured { Colour::Coloured } else { Colour::Plain }
    }

    /// Whether somebody watches the words on the way.
    pub(super) fn is_watched(self) -> bool {
        !self.quiet && Stream::Notes.is_terminal()
    }

    /// The result for people, to standard output.
    pub(super) fn print(self, text: &str) -> Result<()> {
        emit(&visible::printed(text, self.colour(Stream::Result)))
    }

    /// A report, to standard output; and a word on what the host would not take of it.
    pub(super) fn show(self, report: &Rendered) -> Result<()> {
        match report.printed {
            Printed::Screened => self.print(&report.text)?,
            Printed::ScreenedOnTerminals if Stream::Result.is_terminal() => self.print(&report.text)?,
            Printed::Verbatim | Printed::ScreenedOnTerminals => emit(&report.text)?,
        }
        report.left_out.as_ref().map_or(Ok(()), |sentence| self.error(&format!("{sentence}\n")))
    }

    /// A word on the way, to standard error.
    pub(super) fn note(self, text: &str) -> Result<()> {
        if self.quiet { Ok(()) } else { self.error(text) }
    }

    /// What must be said, to standard error.
    pub(super) fn error(self, text: &str) -> Result<()> {
        let text = visible::printed(text, self.colour(Stream::Notes));
        io::stderr().lock().write_all(text.as_bytes())?;
        Ok(())
    }
}

/// The result for a program, byte for byte, to standard output: a format that keeps what it holds from being obeyed by itself.
pub(super) fn emit(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}
