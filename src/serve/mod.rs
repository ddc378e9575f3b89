//! `faqtory serve`: a preview of the site while people write it, on this machine alone. Holds the site in memory, follows
//! the disk, and renders the page that is asked for. Writes nothing, and prints nothing.

mod browser;
mod connection;
mod desk;
mod http;
mod inject;
mod language;
mod mounts;
mod notes;
mod pages;
mod poll;
mod preview;
#[cfg(test)]
mod tests;
mod watch;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context as _, Result, bail};

pub use browser::open;

pub use crate::messages::Speech;
use crate::project::{Live, LiveRequest};
use crate::report::Counts;
use desk::Desk;
use watch::Watch;
pub use watch::Watching;

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
    pub watching: Watching,
    /// The address that opens a place in an editor, with `{path}`, `{line}` and `{column}`; see [`check_editor`].
    pub editor: &'a str,
}

/// What browsers open or run by themselves instead of handing it to an editor.
const NO_EDITORS: &[&str] =
    &["about", "blob", "data", "file", "filesystem", "javascript", "vbscript", "view-source"];

/// Whether an address opens a place in an editor. It becomes a link on pages of the preview.
///
/// # Errors
/// It begins with no scheme, or with one that a browser runs, or it does not say where the path goes.
pub fn check_editor(url: &str) -> Result<()> {
    let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme).to_ascii_lowercase();
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    if !is_scheme || NO_EDITORS.contains(&scheme.as_str()) {
        bail!("an address of an editor begins with a scheme of its own, such as `vscode://` or `idea://`");
    }
    if !url.contains("{path}") {
        bail!("an address of an editor has `{{path}}` in the place of the file");
    }
    Ok(())
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
    watching: Watching,
    editor: String,
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
        let live = Live::open(LiveRequest { root: root.clone(), out, speech: request.speech });
        let (watching, editor) = (request.watching, request.editor.to_owned());
        Ok(Self { listener, address, live, root, watching, editor })
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
        let watch = Watch::new(self.watching, ask.clone(), tell);
        let desk = Desk::new(ask.clone(), asks, news);
        let (live, root, editor) = (self.live, self.root, self.editor);
        thread::scope(|scope| {
            scope.spawn(move || preview::run(live, desk, watch, &preview::Place { root, editor }, tell));
            let ended =
                http::run(self.listener, http::Shared::new(ask.clone(), heard, self.address), http::LIMITS);
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
