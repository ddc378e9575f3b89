//! `faqtory init`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::Project;
use crate::edit::{self, Choice, Made, MadeFile, Start};
use crate::report::visible::line;

use super::examples::{self, Example};
use super::run::{Outcome, command};
use super::terminal::print;

const EXAMPLES: &[Example] = &[
    ("Start a project in a new folder", "faqtory init my-help"),
    ("Copy the default theme to themes/my-theme/, and use it", "faqtory init --theme my-theme"),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Folder of the project, created if necessary
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Copy the default theme to themes/NAME of the project, so that you can change it
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
        let _ = writeln!(text, "no sample articles: there are articles already, such as {}", line(article));
    }
    let _ = writeln!(text, "\nnext: {}", command("build", dir));
    text
}

fn copied(dir: &Path, name: &str, files: &[MadeFile], choice: &Choice) -> String {
    let mut text = listed(dir, files);
    let _ = match choice {
        Choice::Written => writeln!(text, "faqtory.toml: theme = \"{name}\" written to [site]"),
        Choice::There => writeln!(text, "faqtory.toml: [site] already has theme = \"{name}\""),
        Choice::Other(other) => writeln!(
            text,
            "faqtory.toml: [site] has theme = \"{other}\"; write theme = \"{name}\" there to use the new one"
        ),
        Choice::Refused => {
            writeln!(
                text,
                "faqtory.toml: not changed; write theme = \"{name}\" under [site] to use the new theme"
            )
        }
    };
    let _ = writeln!(
        text,
        "\nthemes/{name}/README.md describes what templates can use. Delete the files that you do not change: the built-in\n\
         ones take their place, and are updated with Faqtory.\n\nnext: {}",
        command("build", dir)
    );
    text
}

/// What was made and what was left, a file a line.
fn listed(dir: &Path, files: &[MadeFile]) -> String {
    let mut text = String::new();
    for (what, title, why) in [(Made::New, "created", ""), (Made::Existed, "skipped", " (already there)")] {
        let found: Vec<&MadeFile> = files.iter().filter(|(_, made)| *made == what).collect();
        if !found.is_empty() {
            let place = if dir == Path::new(".") {
                String::new()
            } else {
                format!(" in {}", line(&dir.display().to_string()))
            };
            let _ = writeln!(text, "{title}{place}{why}:");
        }
        for (path, _) in found {
            let _ = writeln!(text, "  {}", line(path));
        }
    }
    text
}
