//! `faqtory init`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::Project;
use crate::edit::{self, Choice, Made, MadeFile, Start};
use crate::report::visible::line;

use super::run::{Outcome, command};
use super::terminal::print;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the project; without --theme it is made if it is not there
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Copy the default theme to themes/NAME of the project, to change it there
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let dir = &arguments.dir;
    let text = match &arguments.theme {
        None => started(dir, &edit::start(dir)?),
        Some(name) => {
            edit::check_theme_name(name)?;
            // A configuration that cannot be read is not a place to write to.
            Project::configuration(dir)?;
            let files = edit::copy_theme(dir, name, &crate::theme_files())?;
            copied(dir, name, &files, &edit::choose_theme(dir, name)?)
        }
    };
    print(&text)?;
    Ok(Outcome::Fine)
}

fn started(dir: &Path, start: &Start) -> String {
    let mut text = listed(dir, &start.files);
    if let Some(article) = &start.own_article {
        let _ = writeln!(text, "no starter articles: there are articles already, such as {}", line(article));
    }
    let _ = writeln!(text, "\nnext: {}", command("build", dir));
    text
}

fn copied(dir: &Path, name: &str, files: &[MadeFile], choice: &Choice) -> String {
    let mut text = listed(dir, files);
    let _ = match choice {
        Choice::Written => writeln!(text, "faqtory.toml: theme = \"{name}\" written to [site]"),
        Choice::There => writeln!(text, "faqtory.toml: [site] has theme = \"{name}\" already"),
        Choice::Other(other) => writeln!(
            text,
            "faqtory.toml: [site] has theme = \"{other}\", which was left; write theme = \"{name}\" there to use this one"
        ),
        Choice::Refused => {
            writeln!(text, "faqtory.toml was left; write theme = \"{name}\" to its [site] to use this theme")
        }
    };
    let _ = writeln!(
        text,
        "\nthemes/{name}/README.md says what templates see. Delete the files that you do not change: the built-in ones\n\
         take their place, and follow when Faqtory is updated.\n\nnext: {}",
        command("build", dir)
    );
    text
}

/// What was made and what was left, a file a line.
fn listed(dir: &Path, files: &[MadeFile]) -> String {
    let mut text = String::new();
    for (what, title) in [(Made::New, "made"), (Made::Existed, "left as it was")] {
        let found: Vec<&MadeFile> = files.iter().filter(|(_, made)| *made == what).collect();
        if !found.is_empty() {
            let place = if dir == Path::new(".") {
                String::new()
            } else {
                format!(" in {}", line(&dir.display().to_string()))
            };
            let _ = writeln!(text, "{title}{place}:");
        }
        for (path, _) in found {
            let _ = writeln!(text, "  {}", line(path));
        }
    }
    text
}
