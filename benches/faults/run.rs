//! Runs the program over a project and says what is wrong with what it did. Knows nothing of how the project was made.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::site::{SOUND, Site};

/// A run that takes longer hangs.
const LIMIT: Duration = Duration::from_secs(120);

/// Something that must not happen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fault {
    /// Names alike what has the same cause: no names, no numbers.
    pub kind: String,
    pub detail: String,
}

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Builds and a check.
    Sites,
    /// Fixes and stamps too.
    Edits,
}

/// The program, and a folder to work in.
#[derive(Clone, Debug)]
pub(crate) struct Bench {
    pub faqtory: PathBuf,
    pub scratch: PathBuf,
}

/// What a run printed, and how it ended.
struct Ran {
    /// None: a signal, or it was stopped because it hung.
    code: Option<i32>,
    hung: bool,
    stdout: Vec<u8>,
    stderr: String,
}

impl Bench {
    /// Writes a project and tries everything on it.
    ///
    /// # Errors
    /// The disk refuses, or there is no such program.
    pub(crate) fn judge(&self, site: &Site, extent: Extent) -> io::Result<Vec<Fault>> {
        let (project, mut faults) = (self.fresh("project")?, Faults::default());
        site.write(&project)?;
        let one = self.build(&project, "one", "1", &mut faults)?;
        if one.is_none() && !site.is_configured() && faults.are_refusals() {
            // The configuration is the project's own: to refuse it is right, if the check does so too.
            let check = self.run(&["check", "--format", "json"], &project)?;
            if check.code == Some(2) {
                return self.judge(&site.configured(), extent);
            }
            faults.add("check takes a configuration that the build refuses", check.stderr);
        }
        let eight = self.build(&project, "eight", "8", &mut faults)?;
        if let (Some(one), Some(_)) = (&one, &eight) {
            let (left, right) = (tree(&self.scratch.join("one"))?, tree(&self.scratch.join("eight"))?);
            if let Some(path) = difference(&left, &right) {
                faults.add("jobs: 1 and 8 differ", path);
            }
            self.check(&project, one, &mut faults)?;
            self.sound(site, &left, &mut faults)?;
        }
        if extent == Extent::Edits && site.is_configured() {
            self.edits(&project, &mut faults)?;
        }
        Ok(faults.0.into_iter().collect())
    }

    /// Builds and verifies; returns the summary, if the build came to an end.
    fn build(&self, project: &Path, out: &str, jobs: &str, faults: &mut Faults) -> io::Result<Option<Value>> {
        let out = self.fresh(out)?;
        let out_path = out.to_string_lossy();
        let arguments = ["build", "--verify", "--format", "json", "--jobs", jobs, "--out", &out_path];
        let ran = self.run(&arguments, project)?;
        let Some(summary) = faults.of_run("build", &ran) else { return Ok(None) };
        let findings = summary["verify"]["findings"].as_array().into_iter().flatten();
        // Suggestions are of sound sites too.
        for finding in findings.filter(|finding| finding["severity"] != "suggestion") {
            let (code, message) = (text(&finding["code"]), text(&finding["message"]));
            faults.add(&format!("verify {code}: {}", alike(message)), finding.to_string());
        }
        Ok(Some(summary))
    }

    /// The check tells as JSON, and as much as the build.
    fn check(&self, project: &Path, built: &Value, faults: &mut Faults) -> io::Result<()> {
        let ran = self.run(&["check", "--format", "json"], project)?;
        let Some(checked) = faults.of_run("check", &ran) else { return Ok(()) };
        let of_locale = |locale: &Value| locale["articles"].as_u64();
        let articles = built["locales"].as_object().into_iter().flatten();
        let articles: u64 = articles.filter_map(|(_, locale)| of_locale(locale)).sum();
        // Drafts are checked, but not built.
        let has_drafts = checked["summary"]["articles"].as_u64() != Some(articles);
        for count in ["errors", "warnings", "suggestions"].into_iter().filter(|_| !has_drafts) {
            let (of_check, of_build) = (&checked["summary"][count], &built["diagnostics"][count]);
            if of_check != of_build {
                faults
                    .add(&format!("check and build count other {count}"), format!("{of_check}, {of_build}"));
            }
        }
        let has_errors = checked["summary"]["errors"] != 0;
        if ran.code != Some(i32::from(has_errors)) {
            faults
                .add("check: the exit code does not say whether there are errors", format!("{:?}", ran.code));
        }
        Ok(())
    }

    /// The pages of sound articles are those of a project that has nothing else.
    fn sound(&self, site: &Site, built: &Tree, faults: &mut Faults) -> io::Result<()> {
        let sound = site.sound();
        let is_page =
            |path: &&PathBuf| path.components().nth(1).is_some_and(|step| step.as_os_str() == SOUND);
        if !sound.files.keys().any(|path| path.contains(&format!("/{SOUND}/"))) {
            return Ok(());
        }
        let project = self.fresh("sound")?;
        sound.write(&project)?;
        if self.build(&project, "sound-out", "8", faults)?.is_none() {
            return Ok(());
        }
        let alone = tree(&self.scratch.join("sound-out"))?;
        for path in alone.keys().filter(is_page) {
            if built.get(path) != alone.get(path) {
                faults.add("a sound page differs from that of a sound project", path.display().to_string());
            }
        }
        Ok(())
    }

    /// Fixes come to an end, stamps too, and neither leaves anything behind.
    fn edits(&self, project: &Path, faults: &mut Faults) -> io::Result<()> {
        for (name, arguments) in
            [("fix", &["check", "--fix", "--unsafe-fixes", "--format", "json"][..]), ("stamp", &["stamp"])]
        {
            let mut trees = Vec::new();
            for _ in 0..2 {
                let ran = self.run(arguments, project)?;
                faults.of_exit(name, &ran);
                trees.push(tree(project)?);
            }
            if let Some(path) = difference(&trees[0], &trees[1]) {
                faults.add(&format!("{name}: a second run changes something"), path);
            }
        }
        // What files without front matter were made from is what stamps are for.
        let is_left = |path: &&PathBuf| {
            let is_within = path.components().any(|step| step.as_os_str() == ".faqtory");
            is_within && !path.ends_with("made-from.json")
        };
        if let Some(path) = tree(project)?.keys().find(is_left) {
            faults.add("edits leave something behind", path.display().to_string());
        }
        Ok(())
    }

    /// Runs a command on a project.
    fn run(&self, arguments: &[&str], project: &Path) -> io::Result<Ran> {
        let (stdout, stderr) = (self.scratch.join("stdout"), self.scratch.join("stderr"));
        let mut command = Command::new(&self.faqtory);
        command.arg(arguments[0]).arg(project).args(&arguments[1..]).stdin(Stdio::null());
        command.stdout(fs::File::create(&stdout)?).stderr(fs::File::create(&stderr)?);
        let mut child = command.spawn()?;
        let started = Instant::now();
        let mut hung = false;
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if started.elapsed() > LIMIT {
                hung = true;
                child.kill()?;
            }
            thread::sleep(Duration::from_millis(2));
        };
        let stderr = String::from_utf8_lossy(&fs::read(stderr)?).into_owned();
        Ok(Ran { code: status.code(), hung, stdout: fs::read(stdout)?, stderr })
    }

    /// An empty folder of this name.
    pub(crate) fn fresh(&self, name: &str) -> io::Result<PathBuf> {
        let dir = self.scratch.join(name);
        match fs::remove_dir_all(&dir) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        fs::create_dir_all(&dir)?;
        Ok(dir)
    }
}

/// What is wrong with one project.
#[derive(Default)]
struct Faults(BTreeSet<Fault>);

impl Faults {
    fn add(&mut self, kind: &str, detail: impl Into<String>) {
        // One of a kind is enough.
        if !self.0.iter().any(|fault| fault.kind == kind) {
            self.0.insert(Fault { kind: kind.to_owned(), detail: detail.into() });
        }
    }

    /// Whether the program refused to run, and nothing else.
    fn are_refusals(&mut self) -> bool {
        let are = self.0.iter().all(|fault| fault.kind.starts_with("exit code 2"));
        if are {
            self.0.clear();
        }
        are
    }

    /// The end that a run came to.
    fn of_exit(&mut self, name: &str, ran: &Ran) {
        let last = || ran.stderr.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
        match ran.code {
            _ if ran.hung => self.add(&format!("hang: {name}"), ""),
            _ if ran.stderr.contains("panicked at") => {
                let place = ran.stderr.split("panicked at ").nth(1).unwrap_or_default();
                self.add(&format!("panic: {}", place.lines().next().unwrap_or_default()), ran.stderr.clone());
            }
            None => self.add(&format!("signal: {name}"), ran.stderr.clone()),
            Some(0 | 1) => {}
            Some(code) => {
                self.add(&format!("exit code {code}: {name}: {}", alike(last())), ran.stderr.clone());
            }
        }
    }

    /// What a run printed as JSON; none if it did not come to a good end.
    fn of_run(&mut self, name: &str, ran: &Ran) -> Option<Value> {
        self.of_exit(name, ran);
        ran.code.filter(|code| *code < 2)?;
        let read = serde_json::from_slice(&ran.stdout);
        read.inspect_err(|error| self.add(&format!("{name} prints no JSON"), error.to_string())).ok()
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A message without names and numbers.
fn alike(message: &str) -> String {
    let quoted = message.split('`').enumerate().map(|(at, part)| if at % 2 == 0 { part } else { "…" });
    let word = |word: &str| match word {
        word if word.contains('/') || word.contains(".md") => "…".to_owned(),
        word => word.replace(|c: char| c.is_ascii_digit(), "#"),
    };
    quoted
        .collect::<String>()
        .split_whitespace()
        .map(word)
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(160)
        .collect()
}

/// Path → bytes.
pub(crate) type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// Every file below a folder; symlinks are left out.
///
/// # Errors
/// The disk refuses.
pub(crate) fn tree(dir: &Path) -> io::Result<Tree> {
    let mut tree = Tree::new();
    for entry in walkdir::WalkDir::new(dir) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(dir).map_err(io::Error::other)?.to_path_buf();
            tree.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(tree)
}

/// The first path that is not the same in both.
pub(crate) fn difference(left: &Tree, right: &Tree) -> Option<String> {
    let mut paths = left.keys().chain(right.keys());
    paths.find(|path| left.get(*path) != right.get(*path)).map(|path| path.display().to_string())
}
