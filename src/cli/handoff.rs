//! `faqtory handoff`.

use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use crate::report::plural;
use crate::report::visible::line;
use crate::{
    CancelRequest, Cancelled, Drafts, DueState, ExchangeFormat, HandedOffPackage, HandoffRequest, NewLocales,
    Package, Project,
};

use super::examples::{self, Example};
use super::progress::Watch;
use super::run::{Outcome, command, load, note_history, read, threads, today};
use super::terminal::Terminal;

const EXAMPLES: &[Example] = &[
    ("Hand off all that French and Hebrew lack", "faqtory handoff --locale fr-FR,he-IL"),
    (
        "Hand off one article as a Markdown draft",
        "faqtory handoff --locale fr-FR --article billing --format md",
    ),
    (
        "Write a package for a system that reads XLIFF 1.2",
        "faqtory handoff --locale fr-FR --format xliff12 --out to-translate",
    ),
    ("Begin a new language", "faqtory handoff --locale lv-LV --new"),
    ("Forget a hand-off that will not come back", "faqtory handoff --cancel 2026-05-31-1-3f9c2a"),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Folder of a project, or any folder of Markdown articles
    ///
    /// A project is a folder with faqtory.toml or content/.
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Hand off for these locales, separated by commas; may be repeated
    #[arg(long = "locale", value_name = "L", value_delimiter = ',', required_unless_present = "cancel")]
    locales: Vec<String>,
    /// What the files of the package are written in
    #[arg(long, value_parser = format_parser(), default_value = "xliff", conflicts_with = "cancel")]
    format: ExchangeFormat,
    /// Hand off translations in these states, separated by commas; may be repeated
    #[arg(long = "state", value_name = "S", value_delimiter = ',', default_values = ["missing", "outdated"], conflicts_with = "cancel")]
    states: Vec<HandedOffState>,
    /// Only hand off this article with what it includes; may be repeated
    ///
    /// ID is an article ID, or the path of a file: of an article, an include, a table of contents or messages.
    #[arg(long = "article", value_name = "ID")]
    articles: Vec<String>,
    /// Begin locales that nothing in the project is in yet
    ///
    /// All of the source is handed off for them. Without it such a locale is refused, as its tag may be mistyped.
    #[arg(long, conflicts_with = "cancel")]
    new: bool,
    /// Folder of the package, which is made [default: handoff- and the name of the hand-off, in the working directory]
    #[arg(long, value_name = "PATH", conflicts_with = "cancel")]
    out: Option<PathBuf>,
    /// Forget the hand-off of this name, or what was handed off of --article and for --locale
    ///
    /// Its translations are not in progress any more. The beginning of a name is enough if no other begins so.
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "")]
    cancel: Option<String>,
}

/// The states that are handed off.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum HandedOffState {
    Missing,
    Outdated,
    /// Does not say what it was made from: all of it is to be translated
    Untracked,
    /// No word has changed: only markup, addresses or white space
    Touched,
}

fn format_parser() -> impl TypedValueParser<Value = ExchangeFormat> {
    PossibleValuesParser::new(ExchangeFormat::ALL.map(ExchangeFormat::name))
        .try_map(|name| ExchangeFormat::parse(&name).ok_or("there is no such format"))
}

pub(super) fn run(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    threads(None)?.install(|| run_here(arguments, terminal))
}

fn run_here(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let watch = Watch::new(terminal);
    let project = load(read(&arguments.dir, Drafts::Excluded, &watch)?, &watch)?;
    watch.finish();
    if let Some(name) = &arguments.cancel {
        return cancel(&project, name, arguments, terminal);
    }
    let states: Vec<DueState> = arguments.states.iter().copied().map(due_state).collect();
    let request = HandoffRequest {
        locales: &arguments.locales,
        states: &states,
        articles: &arguments.articles,
        format: arguments.format,
        new_locales: if arguments.new { NewLocales::Begun } else { NewLocales::Refused },
        out: arguments.out.as_deref(),
        today: today()?,
    };
    let handed_off = project.handoff(&request)?;
    terminal.print(&summary(&handed_off, arguments))?;
    note_history(&project, terminal)?;
    if handed_off.package.as_ref().is_some_and(|package| package.is_ignored) {
        terminal.error("git ignores .faqtory/handoffs, so nobody else sees what is in progress\nhelp: write `.faqtory/cache/` and `.faqtory/tmp/` into .gitignore instead of `.faqtory/`\n")?;
    }
    for (what, why) in &handed_off.left_out {
        terminal.error(&format!("{}: {}\n", line(what), line(why)))?;
    }
    for (what, why) in &handed_off.refused {
        terminal.error(&format!("{}: not handed off: {}\n", line(what), line(why)))?;
    }
    Ok(if handed_off.refused.is_empty() { Outcome::Fine } else { Outcome::Problems })
}

fn due_state(state: HandedOffState) -> DueState {
    match state {
        HandedOffState::Missing => DueState::Missing,
        HandedOffState::Outdated => DueState::Outdated,
        HandedOffState::Untracked => DueState::Untracked,
        HandedOffState::Touched => DueState::Touched,
    }
}

fn cancel(project: &Project, name: &str, arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    let name = Some(name).filter(|name| !name.is_empty());
    if name.is_none() && arguments.locales.is_empty() && arguments.articles.is_empty() {
        bail!(
            "--cancel does not say what to forget\nhelp: name a hand-off, or use `--article` and `--locale`"
        );
    }
    let request = CancelRequest { name, locales: &arguments.locales, articles: &arguments.articles };
    let cancelled = project.cancel(&request)?;
    let mut text = String::new();
    for Cancelled { handoff, id, locale } in &cancelled {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{} ({locale}): forgotten, of hand-off {handoff}", line(id));
    }
    if cancelled.is_empty() {
        text.push_str("nothing to forget: none of that is in progress\n");
    }
    terminal.print(&text)?;
    Ok(Outcome::Fine)
}

/// What was written, and what is in progress already.
fn summary(handed_off: &HandedOffPackage, arguments: &Arguments) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    for one in &handed_off.in_progress {
        let _ = writeln!(
            text,
            "{} ({}): in progress since {}, of hand-off {}",
            line(&one.id),
            one.locale,
            one.since,
            one.handoff
        );
    }
    let Some(Package { name, folder, files, .. }) = &handed_off.package else {
        text.push_str("nothing to hand off\n");
        return text;
    };
    let mut locales: Vec<&str> = files.iter().map(|file| &*file.locale).collect();
    locales.sort_unstable();
    locales.dedup();
    for locale in locales {
        let of_locale = || files.iter().filter(|file| file.locale == locale);
        let sum = |count: fn(&crate::HandedOff) -> usize| of_locale().map(count).sum::<usize>();
        let (new, words) = (sum(|file| file.new_words), sum(|file| file.words));
        let files = plural(of_locale().count(), "file");
        let _ = writeln!(text, "{locale}: {files}, {new} of {words} words to translate");
    }
    let folder = folder.display().to_string();
    let _ = writeln!(text, "\nHand-off {name} is in {}; commit .faqtory/handoffs", line(&folder));
    let back = command("handback", &arguments.dir);
    let _ = writeln!(text, "Take it back with: {back} {}", line(&folder));
    text
}
