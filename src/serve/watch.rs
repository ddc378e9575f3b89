//! Hears from the system which files of a project's input have changed. Reads none of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Config, PollWatcher, RecursiveMode, Watcher};

use super::Event;
use super::desk::Ask;
use crate::sources::{Extent, Inputs};

/// How often the disk is asked where the system does not tell.
const POLL: Duration = Duration::from_secs(1);

/// Watches the folders that input comes from.
pub(super) struct Watch<'t> {
    watcher: Option<Box<dyn Watcher + Send>>,
    ask: Sender<Ask>,
    /// What happens elsewhere is not handed on, and does not disturb the checks.
    inputs: Arc<Mutex<Inputs>>,
    watched: BTreeMap<PathBuf, RecursiveMode>,
    tell: &'t (dyn Fn(Event) + Sync),
}

impl<'t> Watch<'t> {
    pub(super) fn new(ask: Sender<Ask>, tell: &'t (dyn Fn(Event) + Sync)) -> Self {
        let inputs = Arc::new(Mutex::new(Inputs::default()));
        let watcher = notify::recommended_watcher(hear(ask.clone(), inputs.clone()));
        let watcher = watcher.ok().map(|watcher| Box::new(watcher) as Box<dyn Watcher + Send>);
        Self { watcher, ask, inputs, watched: BTreeMap::new(), tell }
    }

    /// Watches every folder that can hold input and is there. Folders among the `changed` are watched anew: they may be
    /// others of the same name.
    pub(super) fn follow(&mut self, inputs: Inputs, changed: &BTreeSet<PathBuf>) {
        let folders = inputs.folders().into_iter().map(|(folder, extent)| (folder, mode(extent))).collect();
        let folders: Vec<(PathBuf, RecursiveMode)> = folders;
        *self.inputs.lock().unwrap_or_else(PoisonError::into_inner) = inputs;
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
        let watcher = PollWatcher::new(hear(self.ask.clone(), self.inputs.clone()), config);
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

fn mode(extent: Extent) -> RecursiveMode {
    match extent {
        Extent::All => RecursiveMode::Recursive,
        Extent::Own => RecursiveMode::NonRecursive,
    }
}

/// Hands on what the system tells; nobody may be there to hear it any more.
fn hear(
    ask: Sender<Ask>,
    inputs: Arc<Mutex<Inputs>>,
) -> impl Fn(notify::Result<notify::Event>) + Send + 'static {
    let covers = move |path: &PathBuf| inputs.lock().unwrap_or_else(PoisonError::into_inner).covers(path);
    move |event| {
        let told = match event {
            Ok(event) if event.need_rescan() => Ask::Lost,
            Ok(event) if is_change(event.kind) => {
                let paths: BTreeSet<PathBuf> = event.paths.into_iter().filter(&covers).collect();
                if paths.is_empty() {
                    return;
                }
                Ask::Changed(paths)
            }
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
