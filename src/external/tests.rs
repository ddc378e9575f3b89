//! The module as a whole, against a server on loopback that misbehaves, by a clock of the test's own.

#[path = "../../tests/server/mod.rs"]
mod server;

mod asking;
mod caching;
mod faults;
mod links;
mod throttling;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::*;
use crate::catalog::{self, Catalog, Drafts};
use crate::sources::Sources;
use server::{Reaction, Request, Server};

/// A clock that goes on when somebody waits for it.
#[derive(Debug)]
struct TestClock(AtomicU64);

/// When the tests begin: some moment of 2026, in seconds.
const START: u64 = 1_790_000_000;

impl TestClock {
    fn new() -> Arc<Self> {
        Arc::new(Self(AtomicU64::new(START * 1000)))
    }

    fn advance(&self, time: Duration) {
        self.0.fetch_add(u64::try_from(time.as_millis()).unwrap(), Ordering::SeqCst);
    }

    /// Seconds since the tests began.
    fn elapsed(&self) -> f64 {
        f64::from(u32::try_from(self.0.load(Ordering::SeqCst) - START * 1000).unwrap()) / 1000.0
    }
}

impl Clock for TestClock {
    fn now(&self) -> Duration {
        Duration::from_millis(self.0.load(Ordering::SeqCst))
    }

    fn pause(&self, moment: Duration) -> Duration {
        let moment = u64::try_from(moment.as_micros().div_ceil(1000)).unwrap();
        self.0.fetch_max(moment, Ordering::SeqCst);
        Duration::ZERO
    }
}

/// Loopback may be asked; nobody waits for long.
fn options() -> Options {
    Options {
        patterns: Patterns::default(),
        allowed: Allowed::new(&["127.0.0.1".to_owned()]),
        limits: Limits { at_once: 4, ..Limits::default() },
        ages: Ages::default(),
        cache: "cache.jsonl".to_owned(),
        timeout: Duration::from_secs(60),
        headers: Vec::new(),
    }
}

/// A project of these files.
fn project(files: &[(&str, &str)]) -> Catalog {
    let mut sources = Sources { content_dir: "content".to_owned(), ..Sources::default() };
    for (path, text) in files {
        sources.texts.insert((*path).into(), text.as_bytes().to_vec());
    }
    let options = catalog::Options {
        source_locale: crate::locale::Locale::parse("en").ok(),
        drafts: Drafts::Included,
        ..catalog::Options::default()
    };
    Catalog::new(&sources, &options)
}

/// A project with one article, which links to these addresses.
fn article(urls: &[String]) -> Catalog {
    let links: String = urls.iter().map(|url| format!("[x]({url})\n")).collect();
    project(&[("content/en/a.md", &format!("# A\n\n{links}"))])
}

/// Asks what the project links to, and judges it.
fn check(
    catalog: &Catalog,
    options: &Options,
    root: &Path,
    source: Source,
    clock: &Arc<TestClock>,
) -> (Consulted, Judged) {
    let links = collect(catalog, options, &|_| true);
    let clock: Arc<dyn Clock> = clock.clone();
    let consulted = consult(&links, options, root, source, clock, &mut |_, _| true).unwrap();
    let judged = judge(&links, &consulted.answers, options);
    (consulted, judged)
}

fn client(options: &Options) -> Source {
    Source::Web(Arc::new(Client::new(options)))
}

/// A line for each flaw, without the number of the port.
fn lines(judged: &Judged, server: &Server) -> String {
    let mut lines: Vec<String> = judged
        .flaws
        .iter()
        .map(|flaw| {
            let new = flaw
                .replacement
                .as_ref()
                .map_or_else(String::new, |new| format!(" {:?}: {}", new.leads, new.text));
            let line = format!("{} {:?}{new}", flaw.address, flaw.kind);
            line.replace(&format!("127.0.0.1:{}", server.port), "HOST")
        })
        .collect();
    lines.sort();
    lines.join("\n")
}

/// What an address answers to a request, and to so many before it.
type Answering = fn(Method, usize) -> Result<Reply, Failure>;

/// What a site would answer, by its address; everything else is not found. Nothing leaves the machine.
#[derive(Default)]
struct Site {
    answers: BTreeMap<&'static str, Answering>,
    asked: Mutex<Vec<(Method, String)>>,
}

impl Site {
    fn of(answers: &[(&'static str, Answering)]) -> Arc<Self> {
        Arc::new(Self { answers: answers.iter().copied().collect(), asked: Mutex::default() })
    }

    fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap();
        let mut asked: Vec<String> = asked.iter().map(|(method, url)| format!("{method:?} {url}")).collect();
        asked.sort();
        asked
    }
}

impl Fetch for Site {
    fn fetch(&self, address: &Address, method: Method) -> Result<Reply, Failure> {
        let mut asked = self.asked.lock().unwrap();
        let before = asked.iter().filter(|(_, url)| url == address.as_str()).count();
        asked.push((method, address.to_string()));
        match self.answers.get(address.as_str()) {
            Some(answer) => answer(method, before),
            None => status(404),
        }
    }
}

fn status(status: u16) -> Result<Reply, Failure> {
    Ok(Reply { status, ..Reply::default() })
}

fn redirect(status: u16, to: &str) -> Result<Reply, Failure> {
    Ok(Reply { status, location: Some(to.to_owned()), ..Reply::default() })
}

fn fails(kind: FailureKind) -> Result<Reply, Failure> {
    Err(Failure { kind, detail: String::new() })
}

fn site_source(site: &Arc<Site>) -> Source {
    let fetch: Arc<dyn Fetch> = site.clone();
    Source::Web(fetch)
}
