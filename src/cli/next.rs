//! `faqtory` alone: what this folder is, and the commands that make sense in it. Changes nothing.

use std::path::Path;

use anyhow::Result;

use crate::{Drafts, Project};

use super::progress::Watch;
use super::run::{Outcome, read_configured, threads};
use super::terminal::Terminal;

/// A command, and what it is for.
type Step = (&'static str, &'static str);

const PROJECT: &[Step] = &[
    ("faqtory serve --open", "show it in the browser while you write"),
    ("faqtory check", "find problems in its articles"),
    ("faqtory status", "see what to translate next"),
    ("faqtory build", "write the site"),
];

const ARTICLES: &[Step] = &[
    ("faqtory check", "find problems in them; nothing is written"),
    ("faqtory files", "see what each file is taken for, and why"),
    ("faqtory status", "see how complete and current the translations are"),
    ("faqtory serve --open", "see them as a site"),
];

const NOTHING: &[Step] = &[
    ("faqtory init my-help", "start a project in the new folder my-help"),
    ("faqtory check FOLDER", "check the articles in another folder"),
];

pub(super) fn run(terminal: Terminal) -> Result<Outcome> {
    threads(None)?.install(|| run_here(terminal))
}

fn run_here(terminal: Terminal) -> Result<Outcome> {
    let root = Path::new(".");
    let watch = Watch::new(terminal);
    let configured = Project::configuration(root)?;
    let is_project = configured.is_project();
    let input = read_configured(configured, root, Drafts::Included, &watch)?;
    let (what, steps) = match Project::new(&input, &watch) {
        Ok(project) => {
            let steps = if is_project { PROJECT } else { ARTICLES };
            (project.layout().sentence(), steps)
        }
        Err(error) if is_project || !input.is_whole() => return Err(error),
        Err(_) => ("There are no articles in this folder.\n".to_owned(), NOTHING),
    };
    watch.finish();
    terminal.print(&(what + "\n" + &listed(steps) + "\n`faqtory --help` lists all commands.\n"))?;
    Ok(Outcome::Fine)
}

fn listed(steps: &[Step]) -> String {
    let width = steps.iter().map(|(command, _)| command.len()).max().unwrap_or(0);
    steps.iter().map(|(command, purpose)| format!("  {command:width$}  {purpose}\n")).collect()
}
