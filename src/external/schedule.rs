//! When which host may be asked: no more requests at a time and a second than it is to have, and none while it asks for time.
//! Knows no clock; the time is handed in.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::address::Address;
use super::answer::{Answer, Failure};
use super::limits::Limits;
use super::inquiry::{Inquiry, Step};

/// Addresses of a host that have to fail in a row, with nothing that worked, until nobody asks it any more.
const DEAF: usize = 3;

/// Everything that is still to be asked, host by host.
#[derive(Debug)]
pub(super) struct Schedule {
    /// Time between two requests to one host.
    pace: Duration,
    at_once_per_host: usize,
    hosts: BTreeMap<String, Host>,
    /// Hosts that have something to be asked, by the moment that they may be.
    ready: BTreeSet<(Duration, String)>,
    in_flight: usize,
    sequence: u64,
}

#[derive(Debug)]
struct Host {
    /// By the moment from which on each may be sent, then in order.
    queue: BTreeMap<(Duration, u64), Inquiry>,
    in_flight: usize,
    /// Requests at a time.
    at_once: usize,
    /// When the next request may be sent.
    next: Duration,
    has_answered: bool,
    failed: usize,
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

impl Schedule {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { pace: limits.pace, at_once_per_host: limits.at_once_per_host, hosts: BTreeMap::new(), ready: BTreeSet::new(), in_flight: 0, sequence: 0 }
    }

    /// Adds an address.
    pub(super) fn add(&mut self, inquiry: Inquiry) {
        self.enqueue(inquiry, Duration::ZERO);
    }

    /// What may be sent now.
    pub(super) fn next(&mut self, now: Duration) -> Next {
        let Some((moment, name)) = self.ready.first().cloned() else {
            return if self.in_flight > 0 { Next::Reply } else { Next::Over };
        };
        if moment > now {
            return Next::At(moment);
        }
        let pace = self.pace;
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
            host.has_answered |= failure.is_none();
            if let Step::Throttled(wait) = step {
                host.next = host.next.max(now + wait);
                host.at_once = 1;
            }
        }
        let mut done = Vec::new();
        match step {
            Step::Ask => self.enqueue(inquiry, now),
            Step::After(wait) | Step::Throttled(wait) => self.enqueue(inquiry, now + wait),
            Step::Done(answer) => {
                done.push((inquiry.address.clone(), answer));
                if let Some(failure) = failure {
                    self.fail(name, &failure, now, &mut done);
                }
            }
        }
        self.list(name);
        done
    }

    /// How many hosts are not asked at the moment since they asked for time or have their share of requests.
    pub(super) fn waiting(&self, now: Duration) -> usize {
        let waits = |host: &&Host| !host.queue.is_empty() && host.next > now;
        self.hosts.values().filter(waits).count()
    }

    /// Counts a failure of a host; the answers of all its addresses, if that is enough.
    fn fail(&mut self, name: &str, failure: &Failure, now: Duration, done: &mut Vec<(Address, Answer)>) {
        let Some(host) = self.hosts.get_mut(name) else { return };
        host.failed += 1;
        if host.has_answered || host.failed < DEAF {
            return;
        }
        for mut inquiry in std::mem::take(&mut host.queue).into_values() {
            let answer = inquiry.end(failure.clone(), now);
            done.push((inquiry.address, answer));
        }
    }

    fn enqueue(&mut self, inquiry: Inquiry, from: Duration) {
        let name = inquiry.at.host().to_owned();
        self.sequence += 1;
        let at_once = self.at_once_per_host;
        let host = self.hosts.entry(name.clone()).or_insert_with(|| Host {
            queue: BTreeMap::new(),
            in_flight: 0,
            at_once,
            next: Duration::ZERO,
            has_answered: false,
            failed: 0,
            listed: None,
        });
        host.queue.insert((from, self.sequence), inquiry);
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
