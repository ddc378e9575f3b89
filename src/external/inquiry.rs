//! One address being asked: which request is next, and what follows from its reply. Sends nothing and waits for nobody.

use std::collections::BTreeSet;
use std::time::Duration;

use super::address::Address;
use super::answer::{Answer, Failure, FailureKind, Hop, Outcome, is_good};
use super::fetch::{Method, Reply, RetryAfter};
use super::limits::Limits;
use super::page;
use super::private::{Allowed, is_private_by_name};

/// Redirects that are followed at the most; browsers give up at 20.
const MAX_HOPS: usize = 20;

/// Times that a host may ask for more time, before it is left.
const MAX_THROTTLED: u32 = 4;

/// An address being asked.
#[derive(Clone, Debug)]
pub(super) struct Inquiry {
    pub(super) address: Address,
    /// Its place in the queue, which its next request takes too.
    pub(super) number: u64,
    /// Fragments of links to it that can be judged.
    anchors: BTreeSet<String>,
    /// Where the redirects have led.
    pub(super) at: Address,
    pub(super) method: Method,
    hops: Vec<Hop>,
    visited: BTreeSet<Address>,
    failures: u32,
    throttled: u32,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Send the next request, as soon as its host may be asked.
    Ask,
    /// Send it after this time.
    After(Duration),
    /// Send it after this time, and nothing else to the host until then.
    Throttled(Duration),
    Done(Answer),
}

impl Inquiry {
    /// A page whose anchors are wanted is fetched at once: one request.
    pub(super) fn new(number: u64, address: Address, anchors: BTreeSet<String>) -> Self {
        let method = if anchors.is_empty() { Method::Head } else { Method::Get };
        let (at, visited) = (address.clone(), BTreeSet::from([address.clone()]));
        Self { address, number, anchors, at, method, hops: Vec::new(), visited, failures: 0, throttled: 0 }
    }

    /// What follows from the reply to the last request.
    pub(super) fn next(
        &mut self,
        reply: Result<Reply, Failure>,
        limits: &Limits,
        allowed: &Allowed,
        now: Duration,
    ) -> Step {
        let reply = match reply {
            Ok(reply) => reply,
            Err(failure) => return self.failed(failure, limits, now),
        };
        let status = reply.status;
        if is_good(status, &limits.accept) {
            return self.found(&reply, now);
        }
        match status {
            301 | 302 | 303 | 307 | 308 => match &reply.location {
                Some(location) => self.redirected(status, location, allowed, now),
                None => self.done(Outcome::Status(status), now),
            },
            429 | 503 if status == 429 || reply.retry_after.is_some() => {
                self.throttled(reply.retry_after, limits, now)
            }
            // Many servers answer `HEAD` as they please.
            _ if self.method == Method::Head => {
                self.method = Method::Get;
                Step::Ask
            }
            500..=599 if self.failures < limits.retries => self.again(limits),
            _ => self.done(Outcome::Status(status), now),
        }
    }

    /// The address as if its host had failed so.
    pub(super) fn end(&mut self, failure: Failure, now: Duration) -> Answer {
        self.answer(Outcome::Failed(failure), now)
    }

    fn found(&mut self, reply: &Reply, now: Duration) -> Step {
        let mut answer = self.answer(Outcome::Status(reply.status), now);
        answer.anchors = self.anchors.iter().map(|anchor| (anchor.clone(), None)).collect();
        if let Some(bytes) = &reply.page {
            let page = page::read(bytes, &self.anchors);
            (answer.anchors, answer.not_found_title) = (page.anchors, page.not_found_title);
        }
        Step::Done(answer)
    }

    fn failed(&mut self, failure: Failure, limits: &Limits, now: Duration) -> Step {
        if !failure.kind.may_pass() {
            return self.done(Outcome::Failed(failure), now);
        }
        // A server that is there may know no `HEAD`.
        let is_answer = matches!(failure.kind, FailureKind::BrokenAnswer | FailureKind::Timeout);
        if is_answer && self.method == Method::Head {
            self.method = Method::Get;
            return Step::Ask;
        }
        if self.failures < limits.retries {
            self.again(limits)
        } else {
            self.done(Outcome::Failed(failure), now)
        }
    }

    fn again(&mut self, limits: &Limits) -> Step {
        self.failures += 1;
        Step::After(self.back_off(self.failures, limits))
    }

    fn throttled(&mut self, retry_after: Option<RetryAfter>, limits: &Limits, now: Duration) -> Step {
        self.throttled += 1;
        let own = self.back_off(self.throttled, limits);
        let asked = match retry_after {
            Some(RetryAfter::Seconds(seconds)) => Duration::from_secs(seconds),
            Some(RetryAfter::At(moment)) => Duration::from_secs(moment).saturating_sub(now),
            None => own,
        };
        if self.throttled > MAX_THROTTLED || asked > limits.longest_wait {
            let failure = Failure::new(FailureKind::Throttled, "");
            return self.done(Outcome::Failed(failure), now);
        }
        // Some hosts ask for no time at all, and mean it no more than others.
        Step::Throttled(asked.max(own / 4))
    }

    fn redirected(&mut self, status: u16, location: &str, allowed: &Allowed, now: Duration) -> Step {
        let failed = |kind, detail: String| Outcome::Failed(Failure::new(kind, detail));
        let (to, fragment) = match self.at.join(location) {
            Ok(found) => found,
            Err(scheme) => return self.done(failed(FailureKind::RedirectElsewhere, scheme), now),
        };
        let written = fragment.map_or_else(|| to.to_string(), |fragment| format!("{to}#{fragment}"));
        self.hops.push(Hop { status, to: written });
        if is_private_by_name(&to) && !allowed.has(to.host(), to.port()) {
            return self.done(failed(FailureKind::Private, to.host().to_owned()), now);
        }
        if self.hops.len() > MAX_HOPS || !self.visited.insert(to.clone()) {
            return self.done(failed(FailureKind::RedirectLoop, String::new()), now);
        }
        self.at = to;
        Step::Ask
    }

    fn done(&mut self, outcome: Outcome, now: Duration) -> Step {
        Step::Done(self.answer(outcome, now))
    }

    fn answer(&mut self, outcome: Outcome, now: Duration) -> Answer {
        Answer { hops: std::mem::take(&mut self.hops), ..Answer::new(now.as_secs(), outcome) }
    }

    /// Twice as long each time, up to the longest wait; by half more or less, so that not all come back at once.
    fn back_off(&self, times: u32, limits: &Limits) -> Duration {
        let wait = limits.back_off.saturating_mul(1 << times.saturating_sub(1).min(10));
        let hash = blake3::hash(format!("{} {times}", self.address).as_bytes());
        let share = f64::from(hash.as_bytes()[0]) / 255.0;
        wait.mul_f64(0.5 + share).min(limits.longest_wait)
    }
}
