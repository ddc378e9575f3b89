//! Hears from the system which files have changed. Reads none of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, PollWatcher, RecursiveMode, Watcher};

use super::Event;
use super::desk::Ask;

/// How often the disk is asked where the system does not tell.
const POLL: Duration = Duration::from_secs(1);

/// Watches the folders that input comes from.
pub(super) struct Watch<'t> {
    watcher: Option<Box<dyn Watcher + Send>>,
    ask: Sender<Ask>,
    root: PathBuf,
    watched: BTreeMap<PathBuf, RecursiveMode>,
    tell: &'t (dyn Fn(Event) + Sync),
}

impl<'t> Watch<'t> {
    pub(super) fn new(ask: Sender<Ask>, root: PathBuf, tell: &'t (dyn Fn(Event) + Sync)) -> Self {
        let watcher = notify::recommended_watcher(hear(ask.clone()));
        let watcher = watcher.ok().map(|watcher| Box::new(watcher) as Box<dyn Watcher + Send>);
        Self { watcher, ask, root, watched: BTreeMap::new(), tell }
    }

    /// Watches every folder that can hold input and is there: the content folder, messages, themes, and the project's own
    /// for its configuration. Folders among the `changed` are watched anew: they may be others of the same name.
    pub(super) fn follow(&mut self, content_dir: &str, changed: &BTreeSet<PathBuf>) {
        let folders = self.folders(content_dir);
        let is_old = |(folder, mode): &(PathBuf, RecursiveMode)| {
            self.watched.get(folder) == Some(mode) && !changed.contains(folder)
        };
        let wanted = folders.iter().filter(|folder| !is_old(folder));
        for (folder, mode) in wanted.cloned().collect::<Vec<_>>() {
            if let Err(reason) = self.add(&folder, mode) {
                return self.poll(&reason, &folders);
            }
        }
    }

    fn folders(&self, content_dir: &str) -> Vec<(PathBuf, RecursiveMode)> {
        if content_dir.is_empty() {
            return vec![(self.root.clone(), RecursiveMode::Recursive)];
        }
        let below =
            [content_dir, "locales", "themes"].map(|name| (self.root.join(name), RecursiveMode::Recursive));
        let own = (self.root.clone(), RecursiveMode::NonRecursive);
        std::iter::once(own).chain(below).filter(|(folder, _)| folder.is_dir()).collect()
    }

    fn add(&mut self, folder: &Path, mode: RecursiveMode) -> Result<(), String> {
        let Some(watcher) = &mut self.watcher else { return Err("there is no watcher".to_owned()) };
        if self.watched.remove(folder).is_some() {
            // It may be gone already.
            let _ = watcher.unwatch(folder);
        }
        watcher.watch(folder, mode).map_err(|error| error.to_string())?;
        self.watched.insert(folder.to_path_buf(), mode);
        Ok(())
    }

    /// Asks the disk from now on.
    fn poll(&mut self, reason: &str, folders: &[(PathBuf, RecursiveMode)]) {
        let config = Config::default().with_poll_interval(POLL);
        let watcher = PollWatcher::new(hear(self.ask.clone()), config);
        self.watcher = watcher.ok().map(|watcher| Box::new(watcher) as Box<dyn Watcher + Send>);
        self.watched.clear();
        (self.tell)(Event::Polling(reason.to_owned()));
        for (folder, mode) in folders {
            // A folder that cannot be asked either has gone; when it comes back its parent tells.
            let _ = self.add(folder, *mode);
        }
        // What has happened meanwhile nobody tells.
        let _ = self.ask.send(Ask::Lost);
    }
}

impl fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch").field("watched", &self.watched).finish_non_exhaustive()
    }
}

/// Hands on what the system tells; nobody may be there to hear it any more.
fn hear(ask: Sender<Ask>) -> impl Fn(notify::Result<notify::Event>) + Send + 'static {
    move |event| {
        let told = match event {
            Ok(event) if event.need_rescan() => Ask::Lost,
            Ok(event) if is_change(event.kind) => Ask::Changed(event.paths.into_iter().collect()),
            Ok(_) => return,
            Err(_) => Ask::Lost,
        };
        let _ = ask.send(told);
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
