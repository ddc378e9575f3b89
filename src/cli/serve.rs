//! `faqtory serve`.

use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::Project;
use crate::report::Colour;
use crate::report::visible::line;
use crate::serve::{self, EDITOR, Edited, Event, MessageStyle, PORT, Request, Server, Watching};

use super::examples::Example;
use super::run::{Outcome, out_folder};
use super::terminal::{Stream, Terminal};
use super::{examples, fault};

const EXAMPLES: &[Example] = &[
    ("Show the project in this folder, and open it in the browser", "faqtory serve --open"),
    ("Show a folder of articles on another port", "faqtory serve docs --port 8000"),
    ("Open articles in IntelliJ IDEA", "faqtory serve --editor 'idea://open?file={path}&line={line}'"),
];

#[derive(Debug, Args)]
#[command(after_long_help = examples::section(EXAMPLES))]
pub(super) struct Arguments {
    /// Folder of a project, or any folder of Markdown articles
    ///
    /// A project is a folder with faqtory.toml or content/.
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Port of the preview, or the first free one after it; 0 for any
    #[arg(long, value_name = "N", default_value_t = PORT)]
    port: u16,
    /// Open the preview in the browser
    #[arg(long)]
    open: bool,
    /// Show the interface with accents and longer words
    ///
    /// Text without accents cannot be translated; text that is cut off needs more room.
    #[arg(long)]
    pseudo: bool,
    /// Look for changes once a second
    ///
    /// Some network file systems and shared folders do not report changes.
    #[arg(long)]
    poll: bool,
    /// URL that opens a file in your editor
    #[arg(long, value_name = "URL", default_value = EDITOR, value_parser = editor)]
    editor: String,
}

pub(super) fn run(arguments: &Arguments, terminal: Terminal) -> Result<Outcome> {
    if !arguments.dir.is_dir() {
        Project::configuration(&arguments.dir)?;
    }
    // A configuration that is broken is shown as a page.
    let configured = Project::configuration(&arguments.dir).ok();
    let out = out_folder(&arguments.dir, None, configured.as_ref());
    let server = Server::open(Request {
        root: &arguments.dir,
        out: &out,
        port: arguments.port,
        message_style: if arguments.pseudo { MessageStyle::Pseudo } else { MessageStyle::Plain },
        watching: if arguments.poll { Watching::Polling } else { Watching::Events },
        editor: &arguments.editor,
    })?;
    let url = server.url();
    terminal.print(&format!(
        "Serving {} at {url} (press Ctrl+C to stop)\n",
        line(&arguments.dir.display().to_string())
    ))?;
    if arguments.open
        && let Err(error) = serve::open(&url)
    {
        terminal.note(&fault::shown(&format!("{error:#}"), terminal.colour(Stream::Notes)))?;
    }
    server.run(&|event| {
        // Nobody may read this any more; the preview goes on.
        let _ = terminal.error(&message(&event, terminal.colour(Stream::Notes)));
    })?;
    Ok(Outcome::Fine)
}

fn editor(url: &str) -> Result<String> {
    serve::check_editor(url).map(|()| url.to_owned())
}

fn message(event: &Event, colour: Colour) -> String {
    match event {
        Event::Fault(fault) => fault::shown(fault, colour),
        Event::Checked(counts, edited) => format!("{}{counts}\n", changes(edited, colour)),
        Event::Polling(reason) => {
            format!("the system does not report changes ({reason}); looking for them once a second instead\n")
        }
    }
}

/// What an edit broke and fixed, a line each.
fn changes(edited: &Edited, colour: Colour) -> String {
    let mut text = if edited.is_empty() { String::new() } else { "\n".to_owned() };
    let kinds = [("new", "\u{1b}[1;31m", &edited.broken), ("fixed", "\u{1b}[1;32m", &edited.fixed)];
    for (name, paint, lines) in kinds {
        let name = match colour {
            Colour::Coloured => format!("{paint}{name}:\u{1b}[0m"),
            Colour::Plain => format!("{name}:"),
        };
        for line in &lines.named {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{name} {line}");
        }
        if lines.more > 0 {
            let _ = writeln!(text, "{name} {} more", lines.more);
        }
    }
    text
}
