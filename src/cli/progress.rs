//! The phases of a run: how long each took, and a bar on a terminal.

use std::fmt::Write;
use std::sync::Mutex;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::{Phase, Progress};

use super::terminal::Terminal;

/// Watches a run.
#[derive(Debug)]
pub(super) struct Watch {
    started: Instant,
    /// Phases begun, in order, with the moment.
    phases: Mutex<Vec<(Phase, Instant)>>,
    bar: ProgressBar,
    /// While it is there, the run has not ended.
    running: mpsc::Sender<()>,
}

/// A run that ends sooner shows no bar, which would only flicker.
const UNSEEN: Duration = Duration::from_millis(300);

/// How often the bar of a phase moves whose steps are not counted.
const TICK: Duration = Duration::from_millis(100);

impl Watch {
    /// A bar is shown only to somebody who watches, and not at once.
    pub(super) fn new(terminal: Terminal) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let (running, ended) = mpsc::channel::<()>();
        if terminal.is_watched() {
            let bar = bar.clone();
            thread::spawn(move || {
                if ended.recv_timeout(UNSEEN) == Err(RecvTimeoutError::Timeout) {
                    bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
                    bar.enable_steady_tick(TICK);
                }
            });
        }
        Self { started: Instant::now(), phases: Mutex::new(Vec::new()), bar, running }
    }

    /// Ends the run: the time of each phase, and of all together, up to now.
    pub(super) fn finish(self) -> Times {
        drop(self.running);
        self.bar.finish_and_clear();
        let end = Instant::now();
        let phases = self.phases.into_inner().unwrap_or_default();
        let ends = phases.iter().skip(1).map(|(_, begun)| *begun).chain([end]);
        let times = phases.iter().zip(ends).map(|((phase, begun), end)| (*phase, end - *begun)).collect();
        Times { phases: times, total: end - self.started }
    }
}

impl Progress for Watch {
    fn begin(&self, phase: Phase, steps: usize) {
        if let Ok(mut phases) = self.phases.lock() {
            phases.push((phase, Instant::now()));
        }
        let template = match phase {
            _ if steps == 0 => "{msg:>10} {spinner}",
            Phase::External => "{msg:>10} {wide_bar} {pos}/{len}, {rate}, {prefix}, {eta} left",
            _ => "{msg:>10} {wide_bar} {pos}/{len}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            let rate = |state: &ProgressState, out: &mut dyn Write| {
                // What a terminal does not take, nobody misses.
                let _ = write!(out, "{:.0}/s", state.per_sec());
            };
            self.bar.set_style(style.with_key("rate", rate));
        }
        self.bar.reset();
        self.bar.set_length(steps as u64);
        self.bar.set_message(phase.name());
    }

    fn step(&self) {
        self.bar.inc(1);
    }

    fn detail(&self, text: &str) {
        self.bar.set_prefix(text.to_owned());
    }
}

/// How long a run took.
#[derive(Debug)]
pub(super) struct Times {
    phases: Vec<(Phase, Duration)>,
    pub(super) total: Duration,
}

impl Times {
    /// Seconds spent in a phase.
    pub(super) fn seconds(&self, phase: Phase) -> f64 {
        let spent =
            self.phases.iter().filter(|(other, _)| *other == phase).map(|(_, time)| time.as_secs_f64());
        spent.fold(0.0, |sum, seconds| sum + seconds)
    }
}
