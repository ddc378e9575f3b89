//! The time, for whoever waits or says how old an answer is: the one clock of the module, so that tests bring their own.

use std::time::{Duration, Instant, SystemTime};

/// The moment of a date as HTTP writes it: seconds since 1970.
pub(super) fn read_date(written: &str) -> Option<u64> {
    let moment = httpdate::parse_http_date(written).ok()?;
    Some(moment.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs())
}

/// A moment as HTTP writes it; the first of all where it lies too far ahead to be written.
pub(super) fn write_date(moment: u64) -> String {
    let moment = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(moment.min(LAST)));
    httpdate::fmt_http_date(moment.unwrap_or(SystemTime::UNIX_EPOCH))
}

/// The end of the year 9999, in seconds since 1970: later dates HTTP does not know.
const LAST: u64 = 253_402_300_799;

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
