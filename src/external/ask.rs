//! Asks many addresses at once, with a few threads. Knows no HTTP: who fetches and who tells the time are handed in.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use super::address::Address;
use super::answer::{Answer, Answers, Failure, FailureKind};
use super::clock::Clock;
use super::fetch::{Fetch, Reply};
use super::inquiry::Inquiry;
use super::limits::Limits;
use super::private::Allowed;
use super::schedule::{Next, Schedule};

/// An address to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub address: Address,
    /// The anchors that are looked for on its page.
    pub anchors: BTreeSet<String>,
    /// Whether the same is there over `https:` is wanted too.
    pub secure: Option<Address>,
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskProgress {
    /// Addresses of which all is known, in this run.
    pub done: usize,
    /// Hosts that are not asked at the moment, as they are to have their time.
    pub waiting: usize,
}

/// Who watches.
pub(super) trait Watch {
    /// Whether to go on: called every now and then, with what is new.
    fn goes_on(&mut self, asked: AskProgress, new: Vec<(Address, Answer)>) -> bool;
}

/// How often who watches is called.
const TICK: Duration = Duration::from_millis(100);

struct Shared {
    state: Mutex<State>,
    /// Something has changed.
    changed: Condvar,
    /// Nobody waits for the rest.
    stopped: AtomicBool,
    limits: Limits,
    allowed: Allowed,
    fetch: Arc<dyn Fetch>,
    clock: Arc<dyn Clock>,
}

struct State {
    schedule: Schedule,
    new: Vec<(Address, Answer)>,
    /// All that need not be asked as the `https:` form of another.
    known: BTreeSet<Address>,
    secured: BTreeMap<Address, Address>,
    workers: usize,
}

/// Asks every address. The `https:` form of one that answers over `http:` is asked too, unless it is `known`.
///
/// # Errors
/// No thread can be started.
pub(super) fn ask(
    wanted: Vec<Wanted>,
    known: &Answers,
    limits: &Limits,
    allowed: &Allowed,
    fetch: Arc<dyn Fetch>,
    clock: Arc<dyn Clock>,
    watch: &mut dyn Watch,
) -> Result<()> {
    let mut asked: BTreeSet<Address> = known.keys().cloned().collect();
    asked.extend(wanted.iter().map(|wanted| wanted.address.clone()));
    let secured =
        wanted.iter().filter_map(|wanted| Some((wanted.address.clone(), wanted.secure.clone()?))).collect();
    let workers = limits.at_once.min(wanted.len()).max(1);
    let mut schedule = Schedule::new(limits);
    for Wanted { address, anchors, .. } in wanted {
        schedule.add(address, anchors);
    }
    let state = State { schedule, new: Vec::new(), known: asked, secured, workers };
    let shared = Arc::new(Shared {
        state: Mutex::new(state),
        changed: Condvar::new(),
        stopped: AtomicBool::new(false),
        limits: limits.clone(),
        allowed: allowed.clone(),
        fetch,
        clock,
    });
    for number in 0..workers {
        let worker = Worker(Arc::clone(&shared));
        // Nobody joins it: a request that is under way when the run is stopped ends by itself, or with the program.
        let started = thread::Builder::new().spawn(move || work(&worker.0));
        // Where there are no more threads, the others ask everything.
        if number == 0 {
            started.context("cannot start threads")?;
        }
    }
    follow(&shared, watch);
    Ok(())
}

/// Hands on what is new until all is done or nobody wants more.
fn follow(shared: &Shared, watch: &mut dyn Watch) {
    let mut done = 0;
    loop {
        let (new, waiting, is_over) = {
            let guard = lock(shared);
            let waits = |state: &mut State| state.workers > 0;
            let waited = shared.changed.wait_timeout_while(guard, TICK, waits);
            let mut state = waited.unwrap_or_else(PoisonError::into_inner).0;
            let waiting = state.schedule.waiting(shared.clock.now());
            (std::mem::take(&mut state.new), waiting, state.workers == 0)
        };
        done += new.len();
        let goes_on = watch.goes_on(AskProgress { done, waiting }, new);
        if is_over || !goes_on {
            shared.stopped.store(true, Ordering::Relaxed);
            shared.changed.notify_all();
            return;
        }
    }
}

fn lock(shared: &Shared) -> MutexGuard<'_, State> {
    shared.state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn work(shared: &Shared) {
    let mut state = lock(shared);
    loop {
        if shared.stopped.load(Ordering::Relaxed) {
            return;
        }
        let now = shared.clock.now();
        match state.schedule.next(now) {
            Next::Over => return,
            Next::Reply => state = wait(shared, state, None),
            Next::At(moment) => state = wait(shared, state, Some(moment)),
            Next::Send(mut inquiry) => {
                drop(state);
                let from = inquiry.at.host().to_owned();
                let reply = fetch(shared, &inquiry);
                let failure = reply.as_ref().err().cloned();
                let step = inquiry.next(reply, &shared.limits, &shared.allowed, shared.clock.now());
                state = lock(shared);
                let done = state.schedule.reply(&from, *inquiry, step, failure, shared.clock.now());
                for (address, answer) in done {
                    state.settle(address, answer, &shared.limits);
                }
                shared.changed.notify_all();
            }
        }
    }
}

/// Sends the next request. What a host makes the client stumble over costs that answer, and no other.
fn fetch(shared: &Shared, inquiry: &Inquiry) -> Result<Reply, Failure> {
    let fetch = || shared.fetch.fetch(&inquiry.at, inquiry.method);
    let stumbled = |_| Err(Failure::new(FailureKind::BrokenAnswer, ""));
    catch_unwind(AssertUnwindSafe(fetch)).unwrap_or_else(stumbled)
}

/// What a worker has; one worker less when it ends, or cannot be started.
struct Worker(Arc<Shared>);

impl Drop for Worker {
    fn drop(&mut self) {
        lock(&self.0).workers -= 1;
        self.0.changed.notify_all();
    }
}

fn wait<'g>(shared: &Shared, state: MutexGuard<'g, State>, until: Option<Duration>) -> MutexGuard<'g, State> {
    match until {
        None => shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
        Some(moment) => {
            let pause = shared.clock.pause(moment);
            shared.changed.wait_timeout(state, pause).unwrap_or_else(PoisonError::into_inner).0
        }
    }
}

impl State {
    fn settle(&mut self, address: Address, answer: Answer, limits: &Limits) {
        let is_plain =
            answer.is_good(&limits.accept) && answer.hops.iter().all(|hop| !hop.to.starts_with("https:"));
        if let Some(secure) = self.secured.remove(&address).filter(|_| is_plain)
            && self.known.insert(secure.clone())
        {
            self.schedule.add(secure, BTreeSet::new());
        }
        self.new.push((address, answer));
    }
}
