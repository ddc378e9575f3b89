//! When which host may be asked: no more requests at a time and a second than it is to have, and none while it asks for time.
//! Knows no clock; the time is handed in.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::address::Address;
use super::answer::{Answer, Failure, FailureKind};
use super::inquiry::{Inquiry, Step};
use super::limits::Limits;

/// Times in a row that a host may ask for time, before it is left for this run.
const MAX_THROTTLED: u32 = 8;

/// How often a host may give no sign, with pauses between, until nobody asks it any more.
const SILENT: u32 = 4;

/// Replies in a row after which a host that had to rest gets one more request at a time.
const STEADY: usize = 20;

/// Everything that is still to be asked, host by host.
#[derive(Debug)]
pub(super) struct Schedule {
    limits: Limits,
    hosts: BTreeMap<String, Host>,
    /// Hosts that have something to be asked, by the moment that they may be.
    ready: BTreeSet<(Duration, String)>,
    in_flight: usize,
    /// Addresses that were added.
    added: u64,
}

#[derive(Debug)]
struct Host {
    /// By the moment from which on each may be sent, then in order.
    queue: BTreeMap<(Duration, u64), Inquiry>,
    in_flight: usize,
    /// Requests at a time.
    at_once: usize,
    /// Replies since it had to rest.
    replies: usize,
    /// When the next request may be sent.
    next: Duration,
    /// Until when it is not asked.
    rests: Duration,
    has_answered: bool,
    /// How often it gave no sign, while it never gave one.
    silent: u32,
    /// How often it asked for time since it last answered.
    throttled: u32,
    /// When it is listed in `ready`.
    listed: Option<Duration>,
}

/// What a worker does next.
#[derive(Debug)]
pub(super) enum Next {
    Send(Box<Inquiry>),
    /// Nothing before this moment.
    At(Duration),
    /// Nothing before a reply comes.
    Reply,
    /// Nothing any more.
    Over,
}

impl Host {
    /// Nothing is sent before this moment, and one request at a time from then on.
    fn rest(&mut self, until: Duration) {
        self.rests = self.rests.max(until);
        self.next = self.next.max(until);
        (self.at_once, self.replies) = (1, 0);
    }

    /// The answers of all its addresses, as if it had failed so.
    fn end(&mut self, failure: &Failure, now: Duration) -> Vec<(Address, Answer)> {
        let ended = |mut inquiry: Inquiry| {
            let answer = inquiry.end(failure.clone(), now);
            (inquiry.address, answer)
        };
        std::mem::take(&mut self.queue).into_values().map(ended).collect()
    }

    /// A host that replies again and again gets one more request at a time, up to its share.
    fn replied(&mut self, share: usize) {
        self.has_answered = true;
        self.throttled = 0;
        self.replies += 1;
        if self.replies.is_multiple_of(STEADY) && self.at_once < share {
            self.at_once += 1;
        }
    }
}

impl Schedule {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            limits: limits.clone(),
            hosts: BTreeMap::new(),
            ready: BTreeSet::new(),
            in_flight: 0,
            added: 0,
        }
    }

    /// Adds an address, and the anchors that are looked for on its page.
    pub(super) fn add(&mut self, address: Address, anchors: BTreeSet<String>) {
        self.added += 1;
        self.enqueue(Inquiry::new(self.added, address, anchors), Duration::ZERO);
    }

    /// What may be sent now.
    pub(super) fn next(&mut self, now: Duration) -> Next {
        let Some((moment, name)) = self.ready.first().cloned() else {
            return if self.in_flight > 0 { Next::Reply } else { Next::Over };
        };
        if moment > now {
            return Next::At(moment);
        }
        let pace = self.limits.pace;
        let taken = self.hosts.get_mut(&name).and_then(|host| {
            let (_, inquiry) = host.queue.pop_first()?;
            host.in_flight += 1;
            host.next = now + pace;
            Some(inquiry)
        });
        self.list(&name);
        match taken {
            Some(inquiry) => {
                self.in_flight += 1;
                Next::Send(Box::new(inquiry))
            }
            None => Next::Reply,
        }
    }

    /// Takes back what [`Schedule::next`] gave out, and the step that follows from what the host `name` replied, or failed
    /// to; the addresses of which all is known now.
    pub(super) fn reply(
        &mut self,
        name: &str,
        inquiry: Inquiry,
        step: Step,
        failure: Option<Failure>,
        now: Duration,
    ) -> Vec<(Address, Answer)> {
        self.in_flight = self.in_flight.saturating_sub(1);
        let failure = failure.filter(|failure| failure.kind.is_of_network());
        if let Some(host) = self.hosts.get_mut(name) {
            host.in_flight = host.in_flight.saturating_sub(1);
            match step {
                Step::Throttled(wait) => {
                    host.has_answered = true;
                    host.throttled += 1;
                    host.rest(now + wait);
                }
                _ if failure.is_none() => host.replied(self.limits.at_once_per_host),
                _ => {}
            }
        }
        let mut done = Vec::new();
        match step {
            Step::Ask => self.enqueue(inquiry, Duration::ZERO),
            Step::After(wait) | Step::Throttled(wait) => self.enqueue(inquiry, now + wait),
            Step::Done(answer) => done.push((inquiry.address, answer)),
        }
        if let Some(failure) = failure {
            done.extend(self.give_up(name, &failure, now));
        }
        // It answers nobody for now, and would ask for time once for each of its addresses.
        if let Some(host) = self.hosts.get_mut(name).filter(|host| host.throttled >= MAX_THROTTLED) {
            done.extend(host.end(&Failure::new(FailureKind::Throttled, ""), now));
        }
        self.list(name);
        done
    }

    /// How many hosts are not asked at the moment since they asked for time or have their share of requests.
    pub(super) fn waiting(&self, now: Duration) -> usize {
        let waits = |host: &&Host| !host.queue.is_empty() && host.next > now;
        self.hosts.values().filter(waits).count()
    }

    /// Lets a host rest that gave no sign; the answers of all its addresses, if it never did and had time enough.
    fn give_up(&mut self, name: &str, failure: &Failure, now: Duration) -> Vec<(Address, Answer)> {
        let back_off = self.limits.back_off;
        let Some(host) = self.hosts.get_mut(name).filter(|host| !host.has_answered) else {
            return Vec::new();
        };
        // What was sent at the same time says the same.
        if now < host.rests {
            return Vec::new();
        }
        host.silent += 1;
        if host.silent < SILENT {
            host.rest(now + back_off * host.silent);
            return Vec::new();
        }
        host.end(failure, now)
    }

    fn enqueue(&mut self, inquiry: Inquiry, from: Duration) {
        let name = inquiry.at.host().to_owned();
        let at_once = self.limits.at_once_per_host;
        let host = self.hosts.entry(name.clone()).or_insert_with(|| Host {
            queue: BTreeMap::new(),
            in_flight: 0,
            at_once,
            replies: 0,
            next: Duration::ZERO,
            rests: Duration::ZERO,
            has_answered: false,
            silent: 0,
            throttled: 0,
            listed: None,
        });
        host.queue.insert((from, inquiry.number), inquiry);
        self.list(&name);
    }

    /// Lists a host by the moment that it may be asked, or not at all.
    fn list(&mut self, name: &str) {
        let Some(host) = self.hosts.get_mut(name) else { return };
        if let Some(listed) = host.listed.take() {
            self.ready.remove(&(listed, name.to_owned()));
        }
        let first = host.queue.first_key_value().map(|((from, _), _)| (*from).max(host.next));
        host.listed = first.filter(|_| host.in_flight < host.at_once);
        if let Some(moment) = host.listed {
            self.ready.insert((moment, name.to_owned()));
        }
    }
}
