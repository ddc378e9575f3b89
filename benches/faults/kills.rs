//! Kills builds, fixes and stamps at any moment, and says what that damaged. The next run has to make good the rest.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::pool::Pool;
use super::random::Random;
use super::run::{Bench, Tree, difference, tree};
use super::site::{Request, Site};

/// What is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Victim {
    Build,
    Fix,
    Stamp,
}

pub(crate) const VICTIMS: [Victim; 3] = [Victim::Build, Victim::Fix, Victim::Stamp];

/// What came of the kills.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Killed {
    /// Runs that were started, and those that a kill stopped before their end.
    pub started: usize,
    pub stopped: usize,
    /// Those that left something which the next run removed.
    pub left: usize,
    /// What must not be.
    pub faults: BTreeSet<String>,
}

/// A project, the program's command on it, and what that makes of it undisturbed.
struct Scene<'b> {
    bench: &'b Bench,
    victim: Victim,
    /// The folder that is written to.
    target: PathBuf,
    before: Tree,
    after: Tree,
    takes: Duration,
}

/// Starts runs until so many were killed in their midst.
///
/// # Errors
/// The disk refuses, or there is no such program.
pub(crate) fn kill(bench: &Bench, victim: Victim, seed: u64, kills: usize) -> io::Result<Killed> {
    let mut random = Random::new(&[seed, victim as u64]);
    let site = Site::new(Request { seed, number: 0, articles: 120 }, &Pool::sample()).plain();
    let scene = Scene::new(bench, victim, &site)?;
    let mut killed = Killed::default();
    // A machine that is fast at times gives some runs time to end.
    while killed.stopped < kills && killed.started < 4 * kills {
        scene.reset(killed.started % 2 == 1)?;
        killed.started += 1;
        let microseconds = random.below(scene.takes.as_micros() as usize);
        if !scene.run(Some(Duration::from_micros(microseconds as u64)))? {
            continue;
        }
        killed.stopped += 1;
        let there = tree(&scene.target)?;
        let is_ours = |path: &Path| path.starts_with(".faqtory");
        killed.left += usize::from(there.keys().any(|path| path.starts_with(".faqtory/tmp")));
        for (path, bytes) in there.iter().filter(|(path, _)| !is_ours(path)) {
            if scene.before.get(path) != Some(bytes) && scene.after.get(path) != Some(bytes) {
                killed.faults.insert(format!("neither old nor new: {}", path.display()));
            }
        }
        if victim != Victim::Build {
            let gone = scene.before.keys().filter(|path| !there.contains_key(*path));
            killed.faults.extend(gone.map(|path| format!("gone: {}", path.display())));
        }
        scene.run(None)?;
        let differing = difference(&tree(&scene.target)?, &scene.after);
        killed.faults.extend(differing.map(|path| format!("not as undisturbed after the next run: {path}")));
    }
    Ok(killed)
}

impl<'b> Scene<'b> {
    fn new(bench: &'b Bench, victim: Victim, site: &Site) -> io::Result<Self> {
        let project = bench.fresh("killed")?;
        site.write(&project)?;
        let target = if victim == Victim::Build { bench.fresh("killed-out")? } else { project };
        let (before, after) = (tree(&target)?, Tree::new());
        let mut scene = Self { bench, victim, target, before, after, takes: Duration::ZERO };
        let started = Instant::now();
        scene.run(None)?;
        scene.takes = started.elapsed();
        scene.after = tree(&scene.target)?;
        assert_ne!(scene.before, scene.after, "{victim:?} changes nothing");
        Ok(scene)
    }

    /// The folder as it was before, or for a build at times as it will be.
    fn reset(&self, is_second: bool) -> io::Result<()> {
        if self.victim == Victim::Build {
            if !is_second {
                self.bench.fresh("killed-out")?;
            }
            return Ok(());
        }
        let now = tree(&self.target)?;
        for (path, bytes) in self.before.iter().filter(|(path, bytes)| now.get(*path) != Some(bytes)) {
            fs::write(self.target.join(path), bytes)?;
        }
        Ok(())
    }

    /// Runs the program, and kills it after a while; whether that stopped it.
    fn run(&self, kill_after: Option<Duration>) -> io::Result<bool> {
        let project = self.bench.scratch.join("killed");
        let mut command = Command::new(&self.bench.faqtory);
        match self.victim {
            Victim::Build => command.arg("build").arg("--out").arg(&self.target),
            Victim::Fix => command.args(["check", "--fix", "--unsafe-fixes"]),
            Victim::Stamp => command.arg("stamp"),
        };
        command.arg(project).env("SOURCE_DATE_EPOCH", "1700000000");
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        if let Some(time) = kill_after {
            thread::sleep(time);
            child.kill()?;
        }
        Ok(child.wait()?.code().is_none())
    }
}
