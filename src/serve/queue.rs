//! The queue of the preview's event loop: requests, changes on the disk and results of the checks, in the order they come.
//! Handles none of them.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use tokio::sync::{oneshot, watch};

use crate::Checked;

use super::change::Change;
use super::exchange::{Answer, GetRequest, View};

/// A change on the disk is handled when no more have come for so long: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(4);

/// After a change the checks wait so long, for people who are still writing.
const PAUSE: Duration = Duration::from_millis(250);

/// Something for the event loop to handle.
#[derive(Debug)]
pub(super) enum Job {
    /// Answer a request.
    Get(GetRequest, oneshot::Sender<Answer>),
    /// Say how the page at a path looks now.
    View(String, oneshot::Sender<View>),
    /// Something has happened on the disk.
    Changed(Change),
    /// The checks of the site with this number have ended.
    Checked(u64, Box<anyhow::Result<Checked>>),
    /// The server has ended.
    End,
}

/// The jobs that wait, and the way to say that the site has changed.
#[derive(Debug)]
pub(super) struct Queue {
    sender: Sender<Job>,
    jobs: Receiver<Job>,
    /// What came while changes were collected.
    waiting: VecDeque<Job>,
    /// Counts what browsers should look at again.
    updates: watch::Sender<u64>,
}

/// How long to wait for a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    Forever,
    /// Until people pause: then there is other work to do.
    Pause,
}

/// What is next.
#[derive(Debug)]
pub(super) enum Next {
    Job(Job),
    /// No job came for a while.
    Pause,
    /// No job can come any more.
    End,
}

impl Queue {
    pub(super) fn new(sender: Sender<Job>, jobs: Receiver<Job>, updates: watch::Sender<u64>) -> Self {
        Self { sender, jobs, waiting: VecDeque::new(), updates }
    }

    /// For another thread that adds jobs.
    pub(super) fn sender(&self) -> Sender<Job> {
        self.sender.clone()
    }

    /// Puts a job back, as the next one.
    pub(super) fn put_back(&mut self, job: Job) {
        self.waiting.push_front(job);
    }

    /// Waits for the next job.
    pub(super) fn next(&mut self, wait: Wait) -> Next {
        if let Some(job) = self.waiting.pop_front() {
            return Next::Job(job);
        }
        let received = match wait {
            Wait::Forever => self.jobs.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Wait::Pause => self.jobs.recv_timeout(PAUSE),
        };
        match received {
            Ok(job) => Next::Job(job),
            Err(RecvTimeoutError::Timeout) => Next::Pause,
            Err(RecvTimeoutError::Disconnected) => Next::End,
        }
    }

    /// Everything that happens on the disk from this change on until it is quiet.
    pub(super) fn debounce(&mut self, mut change: Change) -> Change {
        while let Ok(job) = self.jobs.recv_timeout(QUIET) {
            match job {
                Job::Changed(more) => change.merge(more),
                job => self.waiting.push_back(job),
            }
        }
        change
    }

    /// Has all browsers look again.
    pub(super) fn notify_browsers(&self) {
        self.updates.send_modify(|count| *count += 1);
    }
}
