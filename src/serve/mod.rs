//! `faqtory serve`: a preview of the site while people write it, on this machine alone. Holds the site in memory, follows
//! the disk, and renders the page that is requested. Writes nothing, and prints nothing.

mod browser;
mod change;
mod connection;
mod edited;
mod editor;
mod event;
mod event_loop;
mod exchange;
mod http;
mod inject;
mod language;
mod mounts;
mod notes;
mod pages;
mod poll;
mod preview;
mod queue;
#[cfg(test)]
mod tests;
mod watch;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context as _, Result};

pub use browser::open;
pub use edited::{Edited, Lines};
use editor::Editor;
pub use editor::{EDITOR, check_editor};
pub use event::Event;
use queue::{Job, Queue};
use watch::Watch;
pub use watch::Watching;

pub use crate::messages::MessageStyle;
use crate::project::{Live, LiveRequest};

/// The port that is tried first, unless another is given: FAQS on the keys of a telephone.
pub const PORT: u16 = 3277;

/// Ports that are tried one after another.
const PORTS: u16 = 100;

/// What is shown, and how.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub root: &'a Path,
    /// The output folder of builds, which is not input.
    pub out: &'a Path,
    /// The first port to try; 0 lets the system choose.
    pub port: u16,
    pub message_style: MessageStyle,
    pub watching: Watching,
    /// The address that opens a place in an editor, with `{path}`, `{line}` and `{column}`; see [`check_editor`].
    pub editor: &'a str,
}

/// A preview that has its port and has read the project.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    live: Live,
    watching: Watching,
    editor: Editor,
}

impl Server {
    /// Takes a port of this machine, which no other machine can reach, and reads the project.
    ///
    /// # Errors
    /// No folder, no free port, or an address that opens no editor.
    pub fn open(request: Request<'_>) -> Result<Self> {
        check_editor(request.editor)?;
        let root =
            absolute(request.root).with_context(|| format!("{} is not a folder", request.root.display()))?;
        let out = absolute(request.out).or_else(|_| std::path::absolute(request.out))?;
        let listener = listen(request.port)?;
        let address = listener.local_addr()?;
        let live = Live::open(LiveRequest { root: root.clone(), out, message_style: request.message_style });
        let editor = Editor { root, url: request.editor.to_owned() };
        Ok(Self { listener, address, live, watching: request.watching, editor })
    }

    /// Where the preview is.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Shows the site until the process ends.
    ///
    /// # Errors
    /// The network fails.
    pub fn run(self, report: &(dyn Fn(Event) + Sync)) -> Result<()> {
        let (sender, jobs) = mpsc::channel();
        let (updates, updated) = tokio::sync::watch::channel(0);
        let watch = Watch::new(self.watching, sender.clone(), report);
        let queue = Queue::new(sender.clone(), jobs, updates);
        let (live, editor) = (self.live, self.editor);
        thread::scope(|scope| {
            scope.spawn(move || event_loop::run(live, queue, watch, &editor, report));
            let shared = http::Shared::new(sender.clone(), updated, self.address);
            let ended = http::run(self.listener, shared, http::LIMITS);
            // The event loop would wait for ever.
            let _ = sender.send(Job::End);
            ended
        })
    }
}

/// With symlinks followed, as the system names the files that have changed.
fn absolute(path: &Path) -> std::io::Result<PathBuf> {
    // There the result would have a form that editors do not understand.
    if cfg!(windows) { std::path::absolute(path) } else { path.canonicalize() }
}

/// The first free port from `first` on.
fn listen(first: u16) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let mut taken = None;
    for port in first..=first.saturating_add(PORTS) {
        match bind(port) {
            Ok(listener) => return Ok(listener),
            Err(error) => drop(taken.get_or_insert(error)),
        }
    }
    let error = taken.map_or_else(
        || anyhow::anyhow!("there are no more ports\nhelp: choose another port with `--port`"),
        Into::into,
    );
    Err(error.context(format!("no port from {first} up is free")))
}
