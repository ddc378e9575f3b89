//! The event loop of the preview: one thread that holds the project, answers requests, and follows changes in between. Knows
//! no page.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::Project;
use crate::project::{Live, Updated};
use crate::render::Prepared;

use super::change::Change;
use super::editor::Editor;
use super::event::{Event, Reporter};
use super::exchange::GetRequest;
use super::notes::Findings;
use super::pages::Pages;
use super::preview::{FaultPage, Preview};
use super::queue::{Job, Next, Queue, Wait};
use super::watch::Watch;

/// Shows the project until the server ends.
pub(super) fn run(
    mut live: Live,
    queue: Queue,
    mut watch: Watch<'_>,
    editor: &Editor,
    report: &(dyn Fn(Event) + Sync),
) {
    let (reporter, findings) = (Reporter::new(report), Findings::default());
    let mut events = EventLoop { queue, editor, reporter, findings, before: None };
    // The project was read before it was watched: beginning to watch has everything looked at again.
    let mut change = Some(Change::default());
    while let Some(happened) = change {
        let updated = live.update(happened.look());
        watch.follow(live.inputs(), &happened);
        if updated == Updated::All {
            events.before = None;
        }
        if updated != Updated::Nothing {
            events.findings.invalidate();
            events.queue.notify_browsers();
        }
        change = match live.project() {
            Ok(project) => events.show(&live, project),
            Err(fault) => events.show_fault(fault),
        };
        change = change.map(|change| events.queue.debounce(change));
    }
}

struct EventLoop<'a> {
    queue: Queue,
    editor: &'a Editor,
    reporter: Reporter<'a>,
    findings: Findings,
    /// What the next site can take over from the last one.
    before: Option<(Prepared, Pages)>,
}

impl EventLoop<'_> {
    /// Shows the project until something changes on the disk; none if the server has ended.
    fn show(&mut self, live: &Live, project: &Project) -> Option<Change> {
        let options = match project.render_options() {
            Ok(options) => options,
            Err(fault) => return self.show_fault(&fault),
        };
        let (before, pages) = self.before.take().unzip();
        let site = match project.site(&options, before) {
            Ok(site) => site,
            Err(fault) => return self.show_fault(&fault),
        };
        let pages = pages.unwrap_or_else(|| Pages::new(&site));
        let preview = Preview { project, site: &site, pages: &pages, editor: self.editor };
        let change = self.handle_jobs(live, &preview);
        self.before = Some((site.into_prepared(), pages));
        change
    }

    fn handle_jobs(&mut self, live: &Live, preview: &Preview<'_>) -> Option<Change> {
        let stop = AtomicBool::new(false);
        thread::scope(|scope| {
            let mut is_checking = false;
            let change = loop {
                let has_work = !is_checking && !self.findings.are_current();
                match self.queue.next(if has_work { Wait::Pause } else { Wait::Forever }) {
                    Next::Job(Job::Get(request, reply)) => match preview.outdated(live, &request) {
                        Some(file) => {
                            self.queue.put_back(Job::Get(GetRequest { is_fresh: true, ..request }, reply));
                            break Some(Change::at(file));
                        }
                        None => drop(reply.send(preview.answer(&request, &self.findings))),
                    },
                    Next::Job(Job::View(path, reply)) => {
                        drop(reply.send(preview.view(&path, &self.findings)));
                    }
                    Next::Job(Job::Changed(change)) => break Some(change),
                    Next::Job(Job::Checked(number, checked)) => {
                        if let Some(event) = self.findings.take(number, *checked, preview.project) {
                            self.reporter.report(event);
                            self.queue.notify_browsers();
                        }
                    }
                    Next::Pause => {
                        is_checking = true;
                        let (jobs, number) = (self.queue.sender(), self.findings.number());
                        let stop = &stop;
                        scope.spawn(move || {
                            let checked = preview.project.check_until(stop);
                            // What was stopped has not found all, and the loop may have ended.
                            if !stop.load(Ordering::Relaxed) {
                                let _ = jobs.send(Job::Checked(number, Box::new(checked)));
                            }
                        });
                    }
                    Next::Job(Job::End) | Next::End => break None,
                }
            };
            // Otherwise a change would wait for the checks.
            stop.store(true, Ordering::Relaxed);
            change
        })
    }

    /// Shows what is wrong until something changes on the disk; none if the server has ended.
    fn show_fault(&mut self, fault: &anyhow::Error) -> Option<Change> {
        let fault = format!("{fault:#}");
        let page = FaultPage::new(&fault);
        self.reporter.report(Event::Fault(fault));
        loop {
            match self.queue.next(Wait::Forever) {
                Next::Job(Job::Get(request, reply)) => drop(reply.send(page.answer(&request))),
                Next::Job(Job::View(_, reply)) => drop(reply.send(page.view().clone())),
                Next::Job(Job::Changed(change)) => return Some(change),
                Next::Job(Job::Checked(..)) | Next::Pause => {}
                Next::Job(Job::End) | Next::End => return None,
            }
        }
    }
}
