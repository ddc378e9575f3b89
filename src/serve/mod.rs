//! `faqtory serve`: a preview of the site while people write it, on this machine alone. Holds the site in memory, follows
//! the disk, and renders the page that is asked for. Writes nothing, and prints nothing.

mod browser;
mod desk;
mod http;
mod inject;
mod language;
mod notes;
mod pages;
mod preview;
#[cfg(test)]
mod tests;
mod watch;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context as _, Result};

pub use browser::open;

use crate::hall::{Live, LiveRequest};
pub use crate::messages::Speech;
use crate::report::Counts;
use desk::Desk;
use watch::Watch;

/// The port that is tried first, unless another is asked for: FAQS on the keys of a telephone.
pub const PORT: u16 = 3277;

/// Ports that are tried one after another.
const PORTS: u16 = 100;

/// How a place in a file is opened: the editor's own kind of address.
pub const EDITOR: &str = "vscode://file{path}:{line}:{column}";

/// What is shown, and how.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub root: &'a Path,
    /// The output folder of builds, which is no input.
    pub out: &'a Path,
    /// The first port to try; 0 lets the system choose.
    pub port: u16,
    pub speech: Speech,
    /// The address that opens a place in an editor, with `{path}`, `{line}` and `{column}`.
    pub editor: &'a str,
}

/// What the preview has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The project cannot be shown, and why; it may mend.
    Fault(String),
    /// All articles were checked.
    Checked(Counts),
    /// The system does not tell of changes, so the disk is asked again and again.
    Polling(String),
}

/// A preview that has its port and has read the project.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    live: Live,
    root: PathBuf,
    editor: String,
}

impl Server {
    /// Takes a port of this machine, which no other machine can reach, and reads the project.
    ///
    /// # Errors
    /// No folder, or no free port.
    pub fn open(request: Request<'_>) -> Result<Self> {
        let root =
            absolute(request.root).with_context(|| format!("{} is not a folder", request.root.display()))?;
        let out = absolute(request.out).or_else(|_| std::path::absolute(request.out))?;
        let listener = listen(request.port)?;
        let address = listener.local_addr()?;
        let live = Live::open(LiveRequest { root: root.clone(), out, speech: request.speech });
        Ok(Self { listener, address, live, root, editor: request.editor.to_owned() })
    }

    /// Where the preview is.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Shows the site until the process ends.
    ///
    /// # Errors
    /// The network fails.
    pub fn run(self, tell: &(dyn Fn(Event) + Sync)) -> Result<()> {
        let (ask, asks) = mpsc::channel();
        let (news, heard) = tokio::sync::watch::channel(0);
        let watch = Watch::new(ask.clone(), tell);
        let desk = Desk::new(ask.clone(), asks, news);
        let (live, root, editor) = (self.live, self.root, self.editor);
        thread::scope(|scope| {
            scope.spawn(move || preview::run(live, desk, watch, &preview::Place { root, editor }, tell));
            let ended = http::run(self.listener, http::Shared::new(ask.clone(), heard, self.address));
            // The other thread waits for questions that nobody can ask any more.
            let _ = ask.send(desk::Ask::End);
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
    let error = taken.map_or_else(|| anyhow::anyhow!("there are no more ports"), Into::into);
    Err(error.context(format!("no port from {first} on is free")))
}
