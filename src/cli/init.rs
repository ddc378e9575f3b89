//! `faqtory init`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::Project;
use crate::edit::{self, Choice, Made, MadeFile, Start, StartRequest};
use crate::report::visible::line;

use super::examples::{self, Example};
use super::run::{Outcome, command};
use super::terminal::Terminal;

const EXAMPLES: &[Example] = &[
    ("Start a project in a new folder", "faqtory init my-help"),
    (
        "Start one that is written in French and translated into German",
        "faqtory init my-help --locales fr-FR,de-DE",
    ),
    ("Copy the default theme to themes/my-theme/, and use it", "faqtory init --theme my-theme"),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Folder of the project, created if necessary
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Locales of a new project, separated by commas, its source first
    ///
    /// There are sample articles in English and Hebrew; those of other locales are English, and say so.
    #[arg(
        long,
        value_name = "L",
        value_delimiter = ',',
        default_value = "en-US,he-IL",
        conflicts_with = "theme"
    )]
    locales: Vec<String>,
    /// Copy the default theme to themes/NAME of the project, so that you can change it
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
}

pub(super) fn run(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let dir = &arguments.dir;
    let text = match &arguments.theme {
        None => {
            let locales = canonical(&arguments.locales)?;
            started(dir, &edit::start(dir, StartRequest { locales: &locales, hash: crate::source_hash })?)
        }
        Some(name) => {
            edit::check_theme_name(name)?;
            // A configuration that cannot be read is not a place to write to.
            Project::configuration(dir)?;
            let files = edit::copy_theme(dir, name, &crate::theme_files())?;
            copied(dir, name, &files, &edit::choose_theme(dir, name)?)
        }
    };
    terminal.print(&text)?;
    Ok(Outcome::Fine)
}

fn started(dir: &Path, start: &Start) -> String {
    let mut text = listed(dir, &start.files);
    if let Some(article) = &start.own_article {
        let _ = writeln!(text, "no sample articles: there are articles already, such as {}", line(article));
    }
    if !start.copied.is_empty() {
        let _ = writeln!(
            text,
            "no sample articles in {}: theirs are English, and say so",
            start.copied.join(", ")
        );
    }
    let _ = writeln!(text, "\nnext: {}", command("serve --open", dir));
    text
}

/// The tags of locales, each once.
fn canonical(written: &[String]) -> Result<Vec<String>> {
    let mut tags: Vec<String> = Vec::new();
    for tag in written {
        let tag = crate::canonical_tag(tag)?;
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(tags)
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
