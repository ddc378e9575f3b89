//! `faqtory serve`.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use crate::Project;
use crate::report::visible::line;
use crate::serve::{self, EDITOR, Event, MessageStyle, PORT, Request, Server, Watching};

use super::run::{Outcome, out_folder};
use super::terminal::{note, print};

/// Shows the site on this machine while you write: after an edit the page that is open is made new. A small panel on each
/// page says what the checks found there; /_faqtory/diagnostics and /_faqtory/status show the whole site. Nothing is written
/// to the disk, drafts are shown, and no other machine can see the preview.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project (a folder with faqtory.toml or content/), or any folder of articles
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// The port of the preview; if it is taken, the next free one. 0: any
    #[arg(long, value_name = "N", default_value_t = PORT)]
    port: u16,
    /// Open the preview in the browser
    #[arg(long)]
    open: bool,
    /// Show the interface with accents and longer words, to see what is not translated and what has no room
    #[arg(long)]
    pseudo: bool,
    /// Look for changes once a second instead of waiting for the system to tell of them, as some network file systems and
    /// shared folders never do
    #[arg(long)]
    poll: bool,
    /// The address that opens a place in your editor
    #[arg(long, value_name = "URL", default_value = EDITOR, value_parser = editor)]
    editor: String,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    if !arguments.dir.is_dir() {
        bail!(
            "{} is not a folder; name the folder of the project or of the articles",
            arguments.dir.display()
        );
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
    print(&format!("{} is shown at {url} (Ctrl+C ends it)\n", line(&arguments.dir.display().to_string())))?;
    if arguments.open
        && let Err(error) = serve::open(&url)
    {
        note(&format!("{error:#}\n"))?;
    }
    server.run(&|event| {
        // Nobody may read this any more; the preview goes on.
        let _ = note(&message(&event));
    })?;
    Ok(Outcome::Fine)
}

fn editor(url: &str) -> Result<String> {
    serve::check_editor(url).map(|()| url.to_owned())
}

fn message(event: &Event) -> String {
    match event {
        Event::Fault(fault) => format!("{fault}\n"),
        Event::Checked(counts) => format!("{counts}\n"),
        Event::Polling(reason) => {
            format!("the system does not tell of changes ({reason}); looking once a second instead\n")
        }
    }
}
