//! Finds out which files of a project's input have changed: from the system, or by looking again and again where the system
//! does not report changes. Reads none of them.

use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Config, ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::change::{Change, Reach};
use super::event::Event;
use super::mounts;
use super::poll::Poll;
use super::queue::Job;
use crate::sources::{WatchDepth, WatchedInputs};

/// How changes come to be known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Watching {
    /// By the events of the system, where it has any.
    #[default]
    Events,
    /// By looking once a second.
    Polling,
}

/// Watches the folders that input comes from.
pub(super) struct Watch<'t> {
    means: Means,
    jobs: Sender<Job>,
    /// What happens elsewhere makes no job, and does not disturb the checks.
    inputs: Arc<Mutex<WatchedInputs>>,
    watched: Vec<(PathBuf, WatchDepth)>,
    report: &'t (dyn Fn(Event) + Sync),
}

enum Means {
    Events(Option<RecommendedWatcher>),
    Poll(Poll),
}

impl<'t> Watch<'t> {
    pub(super) fn new(watching: Watching, jobs: Sender<Job>, report: &'t (dyn Fn(Event) + Sync)) -> Self {
        let inputs = Arc::new(Mutex::new(WatchedInputs::default()));
        let means = match watching {
            Watching::Events => Means::Events(None),
            Watching::Polling => Means::Poll(Poll::start(jobs.clone(), inputs.clone())),
        };
        Self { means, jobs, inputs, watched: Vec::new(), report }
    }

    /// Watches every folder where something can happen to input. Where one may have been replaced, all are watched anew: a
    /// watch below a folder that was removed reports nothing when it comes back.
    pub(super) fn follow(&mut self, inputs: WatchedInputs, change: &Change) {
        let folders = inputs.folders();
        *self.inputs.lock().unwrap_or_else(PoisonError::into_inner) = inputs;
        let is_moved =
            |(folder, _): &(PathBuf, WatchDepth)| change.moved.iter().any(|path| folder.starts_with(path));
        let is_disturbed =
            change.reach == Reach::Lost || folders != self.watched || self.watched.iter().any(is_moved);
        if is_disturbed {
            self.watched = folders;
            self.watch_anew();
            // What has happened meanwhile is not reported.
            let _ = self.jobs.send(Job::Changed(Change::of(Reach::Anywhere)));
        }
    }

    fn watch_anew(&mut self) {
        let watcher = match &mut self.means {
            Means::Poll(poll) => return poll.watch(&self.watched),
            Means::Events(watcher) => watcher,
        };
        // The system has few watchers to give: the old one goes first.
        *watcher = None;
        match watch(&self.watched, self.jobs.clone(), self.inputs.clone()) {
            Ok(new) => *watcher = Some(new),
            Err(reason) => {
                (self.report)(Event::Polling(reason));
                let mut poll = Poll::start(self.jobs.clone(), self.inputs.clone());
                poll.watch(&self.watched);
                self.means = Means::Poll(poll);
            }
        }
    }
}

/// The error is why the system does not report changes in these folders.
fn watch(
    folders: &[(PathBuf, WatchDepth)],
    jobs: Sender<Job>,
    inputs: Arc<Mutex<WatchedInputs>>,
) -> Result<RecommendedWatcher, String> {
    let silent = mounts::silent(folders.iter().filter(|(_, depth)| *depth != WatchDepth::Above));
    if let Some(system) = silent {
        return Err(format!("the files are on {system}"));
    }
    // What links lead to is watched for itself, if it is followed.
    let config = Config::default().with_follow_symlinks(false);
    let mut watcher =
        RecommendedWatcher::new(sender(jobs, inputs), config).map_err(|error| error.to_string())?;
    for (folder, depth) in folders {
        match watcher.watch(folder, mode(*depth)) {
            // It has just gone: the watch of the folder above reports when it comes back.
            Err(error) if is_gone(&error) || *depth == WatchDepth::Above => {}
            watched => watched.map_err(|error| error.to_string())?,
        }
    }
    Ok(watcher)
}

fn is_gone(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

impl fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch").field("watched", &self.watched).finish_non_exhaustive()
    }
}

fn mode(depth: WatchDepth) -> RecursiveMode {
    match depth {
        WatchDepth::All => RecursiveMode::Recursive,
        WatchDepth::Own | WatchDepth::Above => RecursiveMode::NonRecursive,
    }
}

/// Makes jobs of the events of the system; the loop may have ended.
fn sender(
    jobs: Sender<Job>,
    inputs: Arc<Mutex<WatchedInputs>>,
) -> impl Fn(notify::Result<notify::Event>) + Send + 'static {
    let covers = move |path: &PathBuf| inputs.lock().unwrap_or_else(PoisonError::into_inner).covers(path);
    move |event| {
        let change = match event {
            Ok(event) if event.need_rescan() => Change::of(Reach::Lost),
            Ok(event) if is_change(event.kind) => {
                let paths: BTreeSet<PathBuf> = event.paths.into_iter().filter(&covers).collect();
                if paths.is_empty() {
                    return;
                }
                let moved = if is_move(event.kind) { paths.clone() } else { BTreeSet::new() };
                Change { paths, moved, reach: Reach::Paths }
            }
            Ok(_) => return,
            Err(_) => Change::of(Reach::Lost),
        };
        let _ = jobs.send(Job::Changed(change));
    }
}

/// Reading is no change, and so is the end of reading: our own would never end.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}

/// Whether the name may stand for another file or folder now.
fn is_move(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(_) => false,
        EventKind::Modify(kind) => matches!(kind, ModifyKind::Name(_)),
        _ => true,
    }
}
