//! The external links of real repositories, asked of a server on loopback that stands for all their hosts. No other host is asked.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use faqtory::catalog::{self, Catalog, Drafts};
use faqtory::external::{
    Address, Ages, Allowed, Client, Clock, Consulted, Failure, Fetch, Limits, LinkFlawKind, Links, Method,
    Options, Patterns, Reply, Source, collect, consult, judge,
};
use faqtory::sources::{self, Scope};

use crate::harness::{Test, note, shared, tests};
use crate::server::{Reaction, Server};

pub(crate) const TESTS: &[Test] = tests![one_request_an_address_of_a_corpus];

/// Carries requests to the stand-in, whatever host they are for.
struct StandIn {
    client: Client,
    port: u16,
    hosts: Mutex<BTreeSet<String>>,
}

impl Fetch for StandIn {
    fn fetch(&self, address: &Address, method: Method) -> Result<Reply, Failure> {
        let host = address.as_str().split('/').nth(2).unwrap_or_default().to_owned();
        self.hosts.lock().unwrap().insert(host);
        let url = format!("http://127.0.0.1:{}/{}", self.port, address.as_str().replace('?', "%3F"));
        self.client.fetch(&Address::parse(&url).unwrap(), method)
    }
}

/// A clock that goes on when somebody waits for it.
#[derive(Default)]
struct TestClock(AtomicU64);

impl Clock for TestClock {
    fn now(&self) -> Duration {
        Duration::from_millis(self.0.load(Ordering::SeqCst))
    }

    fn pause(&self, moment: Duration) -> Duration {
        self.0.fetch_max(u64::try_from(moment.as_millis()).unwrap() + 1, Ordering::SeqCst);
        Duration::ZERO
    }
}

fn options() -> Options {
    Options {
        patterns: Patterns::default(),
        allowed: Allowed::new(&["127.0.0.1".to_owned()]),
        limits: Limits::default(),
        ages: Ages::default(),
        cache: "cache.jsonl".to_owned(),
        timeout: Duration::from_secs(120),
        headers: Vec::new(),
    }
}

/// Every link of the four locales.
fn links(root: &Path, options: &Options) -> Links {
    let sources = sources::load(root, Scope::new(&root.join("public"))).unwrap();
    let catalog =
        Catalog::new(&sources, &catalog::Options { drafts: Drafts::Included, ..catalog::Options::default() });
    collect(&catalog, options, &|_| true)
}

fn run(
    links: &Links,
    options: &Options,
    root: &Path,
    fetch: &Arc<StandIn>,
    clock: &Arc<TestClock>,
) -> Consulted {
    let (fetch, clock): (Arc<dyn Fetch>, Arc<dyn Clock>) = (fetch.clone(), clock.clone());
    consult(links, options, root, Source::Web(fetch), clock, &mut |_, _| true).unwrap()
}

/// One request an address, and `GET` where `HEAD` is refused; next time nearly nothing. A host that asks for time now and then
/// is never called dead.
fn one_request_an_address_of_a_corpus() {
    let requests = AtomicUsize::new(0);
    let throttled = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&throttled);
    let server = Server::start(move |request| {
        // One request in a hundred is one too many.
        if requests.fetch_add(1, Ordering::SeqCst) % 100 == 99 {
            count.fetch_add(1, Ordering::SeqCst);
            return Reaction::status(429, "Retry-After: 5", "");
        }
        let number = request
            .target
            .bytes()
            .fold(7_usize, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte.into()));
        match (number % 20, request.method.as_str()) {
            (0, "HEAD") => Reaction::status(405, "", ""),
            (1, "HEAD") => Reaction::status(403, "", ""),
            _ => Reaction::page("<title>A page</title>"),
        }
    });
    let options = options();
    let links = links(&shared("corpus"), &options);
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(TestClock(AtomicU64::new(1_790_000_000_000)));
    let fetch =
        Arc::new(StandIn { client: Client::new(&options), port: server.port, hosts: Mutex::default() });
    let started = Instant::now();
    let first = run(&links, &options, folder.path(), &fetch, &clock);
    let seconds = started.elapsed().as_secs_f64();
    let judged = judge(&links, &first.answers, &options);
    let sent = server.requests();
    let of = |method: &str| {
        let of: Vec<&str> = sent.iter().filter_map(|request| request.strip_prefix(method)).collect();
        (of.len(), of.iter().copied().collect::<BTreeSet<_>>())
    };
    let (heads, gets, all) = (of("HEAD ").1, of("GET ").1, sent.len());
    let busy = throttled.load(Ordering::SeqCst);
    note!(
        "{} addresses of {} hosts ({} not asked): {} requests, {busy} of them throttled, in {seconds:.1} s",
        links.len(),
        fetch.hosts.lock().unwrap().len(),
        links.not_asked,
        all,
    );
    let addresses: BTreeSet<&str> = heads.union(&gets).copied().collect();
    assert_eq!(all, heads.len() + gets.len() + busy, "each once, and again after a 429");
    assert!(first.unknown == 0 && addresses.len() >= links.len(), "{} of {}", addresses.len(), links.len());
    let dead = judged.flaws.iter().filter(|flaw| !matches!(flaw.kind, LinkFlawKind::Insecure { .. })).count();
    assert_eq!((dead, judged.refused), (0, 0), "nothing is dead");
    let second = run(&links, &options, folder.path(), &fetch, &clock);
    let again = server.requests().len() - all;
    assert!(again * 20 <= all, "{again} requests");
    assert_eq!(judge(&links, &second.answers, &options).flaws.len(), judged.flaws.len());
    note!("{again} requests in the second run; the cache has {} bytes", cache(folder.path()));
}

fn cache(folder: &Path) -> u64 {
    std::fs::metadata(folder.join("cache.jsonl")).unwrap().len()
}
