//! Runs the tests of a binary as `cargo test` does, and says which were skipped, for want of what, and how to get it.
//! Every module of tests lists its own in `TESTS`; the compiler names those that stand in no list.

use std::collections::BTreeMap;
use std::panic;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use libtest_mimic::{Arguments, Completion, Trial};

/// A test with its name: the modules above it, and its own.
#[derive(Debug)]
pub(crate) struct Test {
    pub name: &'static str,
    pub run: fn(),
    /// Runs only when it is asked for with `--ignored`.
    pub is_ignored: bool,
}

/// The tests of a module: `tests![one, other, third: ignored]`.
macro_rules! tests {
    (@ignored) => { false };
    (@ignored ignored) => { true };
    ($($(#[$attribute:meta])* $name:ident $(: $mark:ident)?),* $(,)?) => {
        &[$($(#[$attribute])* $crate::harness::Test {
            name: concat!(module_path!(), "::", stringify!($name)),
            run: $name,
            is_ignored: tests!(@ignored $($mark)?),
        }),*]
    };
}
pub(crate) use tests;

/// Prints as `println!` does, if the tests run with `--nocapture`.
macro_rules! note {
    ($($text:tt)*) => {
        if std::env::args().any(|argument| argument == "--nocapture") {
            println!($($text)*);
        }
    };
}
pub(crate) use note;

/// What a test may need that is not on every machine.
#[derive(Clone, Copy, Debug)]
#[allow(dead_code, reason = "each binary has its own needs")]
pub(crate) enum Need {
    Node,
    /// A program that Debian has in a package of its name.
    Program(&'static str),
    /// The programs of gettext.
    Gettext,
    /// The schemas of XLIFF, and Python with packages that translators' tools are made of.
    Translators,
    /// Chromium, and the packages that drive it.
    Browser,
    /// The right to mount a file system.
    Mount,
    /// A user who may not read and write everything.
    Permissions,
    /// These words of the interface in other languages.
    Translations(&'static str),
    /// A folder of articles beside the repository.
    Shared(&'static str),
}

/// What is not there, and how to get it.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Missing {
    what: String,
    remedy: String,
}

impl Missing {
    fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }
}

impl Need {
    fn missing(self) -> Option<Missing> {
        let program = |name: &str| {
            let install =
                Missing::new(format!("no {name}"), format!("install {name} (`apt install {name}`)"));
            (!runs(name, &["--version"])).then_some(install)
        };
        match self {
            Self::Program(name) => program(name),
            Self::Node => program("node")
                .map(|missing| Missing::new(missing.what, "install Node.js (`apt install nodejs npm`)")),
            Self::Gettext => program("msgfmt")
                .map(|missing| Missing::new(missing.what, "install gettext (`apt install gettext`)")),
            Self::Translators => {
                let has = |path| translators_folder().join(path).exists();
                (!has("schemas/xliff-core-2.0.xsd") || !has("python/bin/python"))
                    .then(|| Missing::new("no target/translators", "tests/translators/fetch"))
            }
            Self::Browser => Self::Node.missing().or_else(no_packages).or_else(no_chromium),
            Self::Mount => (!may_mount())
                .then(|| Missing::new("no right to mount a small disk", "run the tests as root")),
            Self::Permissions => may_write_everywhere().then(|| {
                Missing::new("no user whom permissions bind", "run the tests as another user than root")
            }),
            Self::Translations(which) => {
                Some(Missing::new("no translation of every message", format!("translate {which}")))
            }
            Self::Shared(name) => (!shared_folder(name).is_dir()).then(|| {
                Missing::new(
                    format!("no ../shared/{name}"),
                    format!("put the articles into shared/{name} beside the repository"),
                )
            }),
        }
    }

    /// No gate can be asked to run as one user or another, nor to speak forty languages.
    fn is_optional(self) -> bool {
        matches!(self, Self::Mount | Self::Permissions | Self::Translations(_))
    }
}

fn runs(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|code| code.success())
}

fn no_packages() -> Option<Missing> {
    let there = browser_folder().join("node_modules/playwright-core").is_dir();
    (!there).then(|| Missing::new("no tests/browser/node_modules", "(cd tests/browser && npm ci)"))
}

fn no_chromium() -> Option<Missing> {
    let program = std::env::var_os("FAQTORY_CHROMIUM")
        .map_or_else(|| PathBuf::from("/usr/bin/chromium"), PathBuf::from);
    let install = "install Chromium (`apt install chromium`), or say where it is with FAQTORY_CHROMIUM";
    (!program.is_file()).then(|| Missing::new(format!("no {}", program.display()), install))
}

fn may_mount() -> bool {
    let folder = tempfile::TempDir::new().unwrap();
    let Some(path) = folder.path().to_str() else { return false };
    runs("mount", &["-t", "tmpfs", "-o", "size=4k", "tmpfs", path]) && runs("umount", &[path])
}

fn may_write_everywhere() -> bool {
    let file = tempfile::NamedTempFile::new().unwrap();
    let mut permissions = file.as_file().metadata().unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(file.path(), permissions).unwrap();
    std::fs::File::options().append(true).open(file.path()).is_ok()
}

fn shared_folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(name)
}

/// Where the scripts are that a browser is driven by.
pub(crate) fn browser_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

/// Where `tests/translators/fetch` puts schemas and tools.
#[allow(dead_code, reason = "each binary has its own needs")]
pub(crate) fn translators_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/translators")
}

/// Ends the test as skipped where this is not there.
///
/// # Panics
/// If it is not there and the environment sets `FAQTORY_REQUIRE_ALL`.
pub(crate) fn need(need: Need) {
    let Some(missing) = need.missing() else { return };
    let is_required = std::env::var_os("FAQTORY_REQUIRE_ALL").is_some() && !need.is_optional();
    assert!(!is_required, "nothing may be skipped, but there is {}: {}", missing.what, missing.remedy);
    panic::resume_unwind(Box::new(missing));
}

/// A folder beside the repository with articles to test with.
pub(crate) fn shared(name: &'static str) -> PathBuf {
    need(Need::Shared(name));
    shared_folder(name)
}

/// How many tests were skipped for want of what.
type Skipped = Arc<Mutex<BTreeMap<Missing, usize>>>;

/// Runs the tests that the arguments ask for.
pub(crate) fn main(modules: &[&'static [Test]]) -> ExitCode {
    let skipped = Skipped::default();
    let tests = modules.iter().copied().flatten().map(|test| trial(test, Arc::clone(&skipped)));
    let conclusion = libtest_mimic::run(&Arguments::from_args(), tests.collect());
    let skipped = skipped.lock().unwrap_or_else(PoisonError::into_inner);
    let total: usize = skipped.values().sum();
    if total > 0 {
        println!("skipped {total}:");
        for (missing, count) in &*skipped {
            println!("  {count:4}  {}: {}", missing.what, missing.remedy);
        }
        println!();
    }
    conclusion.exit_code()
}

fn trial(test: &'static Test, skipped: Skipped) -> Trial {
    let name = test.name.split_once("::").map_or(test.name, |(_, name)| name);
    let run = move || match panic::catch_unwind(test.run) {
        Ok(()) => Ok(Completion::Completed),
        Err(end) => match end.downcast::<Missing>() {
            Ok(missing) => {
                let reason = missing.what.clone();
                *skipped.lock().unwrap_or_else(PoisonError::into_inner).entry(*missing).or_default() += 1;
                Ok(Completion::ignored_with(reason))
            }
            Err(panic) => panic::resume_unwind(panic),
        },
    };
    Trial::ignorable_test(name, run).with_ignored_flag(test.is_ignored)
}
