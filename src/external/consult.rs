//! What is known of the links of a project: from the cache where that is young enough, else from the web. Judges no link.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;

use super::address::Address;
use super::answer::{Answer, Answers, FailureKind, Outcome};
use super::ask::{AskProgress, Wanted, Watch, ask};
use super::cache::Cache;
use super::clock::Clock;
use super::fetch::{Fetch, Method};
use super::links::{self, Links};
use super::options::Options;

/// What is known of the addresses of a project, and how.
#[derive(Clone, Debug, Default)]
pub struct Consulted {
    pub answers: Answers,
    /// Addresses that were asked in this run.
    pub asked: usize,
    /// Addresses of which nothing is known.
    pub unknown: usize,
    pub reach: Reach,
    /// Why the cache could not be written.
    pub not_saved: Option<String>,
}

/// Whether the web was there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Hosts answered, or none had to.
    #[default]
    Web,
    /// Not one host answered: of what was asked nothing is known.
    Nothing,
}

/// Who is asked what the cache does not know.
#[expect(missing_debug_implementations, reason = "who fetches need not have one")]
pub enum Source {
    Web(Arc<dyn Fetch>),
    /// Nobody: answers count, however old they are.
    Cache,
}

/// Time between two writings of the cache, so that a kill costs little.
const SAVE: Duration = Duration::from_secs(10);

/// Finds out what is known of each link; `goes_on` is asked every now and then.
///
/// # Errors
/// The cache cannot be read, or no thread can be started.
pub fn consult(
    links: &Links,
    options: &Options,
    root: &Path,
    source: Source,
    clock: Arc<dyn Clock>,
    goes_on: &mut dyn FnMut(usize, AskProgress) -> bool,
) -> Result<Consulted> {
    let cache = Cache::new(root, &options.cache);
    let known = cache.read()?;
    let (answers, reach, asked, not_saved) = match source {
        Source::Cache => (known, Reach::Web, 0, None),
        Source::Web(fetch) => {
            let now = clock.now();
            let mut fresh = known.clone();
            fresh.retain(|address, answer| {
                options.ages.is_fresh(address, answer, &options.limits.accept, now)
            });
            let mut wanted: Vec<Wanted> =
                links.wanted().into_iter().filter(|wanted| !is_known(wanted, &fresh, options)).collect();
            // Its page is read anyway: what other files asked of it stays known.
            for wanted in &mut wanted {
                if let Some(answer) = fresh.get(&wanted.address) {
                    wanted.anchors.extend(answer.anchors.keys().cloned());
                }
            }
            let asked = wanted.len();
            let mut run = Run::new(&cache, options, &*clock, goes_on, asked);
            if asked > 0 {
                ask(
                    wanted,
                    &fresh,
                    &options.limits,
                    &options.allowed,
                    Arc::clone(&fetch),
                    clock.clone(),
                    &mut run,
                )?;
            }
            let reach = run.reach(&known, &*fetch);
            let not_saved = run.save().err().map(|error| format!("{error:#}"));
            if reach == Reach::Nothing {
                run.new.retain(|_, answer| !is_of_network(answer));
            }
            let asked = run.new.len();
            fresh.append(&mut run.new);
            (fresh, reach, asked, not_saved)
        }
    };
    let unknown = links.unknown(&answers);
    Ok(Consulted { answers, asked, unknown, reach, not_saved })
}

/// Whether the answers say all that is wanted of an address.
fn is_known(Wanted { address, anchors, .. }: &Wanted, answers: &Answers, options: &Options) -> bool {
    answers.get(address).is_some_and(|answer| {
        !answer.is_good(&options.limits.accept)
            || anchors.iter().all(|anchor| answer.anchors.contains_key(anchor))
    })
}

fn is_failure(answer: &Answer, kind: FailureKind) -> bool {
    matches!(&answer.outcome, Outcome::Failed(failure) if failure.kind == kind)
}

/// Whether nothing came from the host, so that the network of this machine may be the reason.
fn is_of_network(answer: &Answer) -> bool {
    matches!(&answer.outcome, Outcome::Failed(failure) if failure.kind.is_of_network() && answer.hops.is_empty())
}

/// A run that is under way.
struct Run<'a> {
    cache: &'a Cache,
    options: &'a Options,
    clock: &'a dyn Clock,
    goes_on: &'a mut dyn FnMut(usize, AskProgress) -> bool,
    /// Addresses to be asked.
    asked: usize,
    new: Answers,
    saved_at: Duration,
    has_reached: bool,
    is_stopped: bool,
}

impl Watch for Run<'_> {
    fn goes_on(&mut self, asked: AskProgress, new: Vec<(Address, Answer)>) -> bool {
        let is_asked = |answer: &Answer| !is_failure(answer, FailureKind::HeaderMissing);
        let new: Vec<_> = new.into_iter().filter(|(_, answer)| is_asked(answer)).collect();
        // That a name leads to a private network may be the doing of this one.
        let is_private = |answer: &Answer| is_failure(answer, FailureKind::Private) && answer.hops.is_empty();
        let is_reply = |answer: &Answer| !is_of_network(answer) && !is_private(answer);
        self.has_reached |= new.iter().any(|(_, answer)| is_reply(answer));
        self.new.extend(new);
        if self.clock.now() >= self.saved_at + SAVE {
            // What the disk refuses now, it refuses at the end too, where that is said.
            let _ = self.save();
        }
        self.is_stopped = !(self.goes_on)(self.asked, asked);
        !self.is_stopped
    }
}

impl<'a> Run<'a> {
    fn new(
        cache: &'a Cache,
        options: &'a Options,
        clock: &'a dyn Clock,
        goes_on: &'a mut dyn FnMut(usize, AskProgress) -> bool,
        asked: usize,
    ) -> Self {
        let saved_at = clock.now();
        Self {
            cache,
            options,
            clock,
            goes_on,
            asked,
            new: Answers::new(),
            saved_at,
            has_reached: false,
            is_stopped: false,
        }
    }

    /// Puts into the cache what is worth to be known: not that a host is busy or may not be asked, and not that the web is away.
    fn save(&mut self) -> Result<()> {
        self.saved_at = self.clock.now();
        let is_passing = |answer: &Answer| {
            is_failure(answer, FailureKind::Throttled) || is_failure(answer, FailureKind::Private)
        };
        let is_worth = |answer: &Answer| !is_passing(answer) && (self.has_reached || !is_of_network(answer));
        let worth = self.new.iter().filter(|(_, answer)| is_worth(answer));
        let worth: Answers = worth.map(|(address, answer)| (address.clone(), answer.clone())).collect();
        if worth.is_empty() {
            return Ok(());
        }
        self.cache.write(&worth, self.options.ages, self.saved_at)
    }

    /// Whether the web is there. Where no host answered that was asked, one is asked that did before, if there is time.
    fn reach(&mut self, known: &Answers, fetch: &dyn Fetch) -> Reach {
        if self.has_reached || !self.new.values().any(is_of_network) {
            return Reach::Web;
        }
        let may_ask = |address: &Address| links::asked(self.options, address).as_ref() == Some(address);
        let is_plain = |answer: &Answer| answer.is_good(&[]) && answer.hops.is_empty();
        let good = known.iter().filter(|(address, answer)| is_plain(answer) && may_ask(address));
        let youngest = good.max_by_key(|(_, answer)| answer.checked);
        self.has_reached = youngest
            .is_some_and(|(address, _)| !self.is_stopped && fetch.fetch(address, Method::Head).is_ok());
        if self.has_reached { Reach::Web } else { Reach::Nothing }
    }
}
