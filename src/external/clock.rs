//! The time, for whoever waits or says how old an answer is: the one clock of the module, so that tests bring their own.

use std::time::{Duration, Instant, SystemTime};

/// A clock, and who waits by it.
pub trait Clock: Send + Sync {
    /// Since 1970.
    fn now(&self) -> Duration;

    /// For how long somebody really waits who has nothing to do until `moment`.
    fn pause(&self, moment: Duration) -> Duration;
}

/// The clock on the wall, which never goes back.
#[derive(Debug)]
pub struct WallClock {
    start: Duration,
    started: Instant,
}

impl WallClock {
    pub fn start() -> Self {
        #[expect(clippy::disallowed_methods, reason = "how old an answer is, is no part of any output")]
        let now = SystemTime::now();
        let start = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        Self { start, started: Instant::now() }
    }
}

impl Clock for WallClock {
    fn now(&self) -> Duration {
        self.start + self.started.elapsed()
    }

    fn pause(&self, moment: Duration) -> Duration {
        moment.saturating_sub(self.now())
    }
}
