//! How much is asked of whom. Data only.

use std::time::Duration;

/// How much is asked of whom.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Requests at a time.
    pub at_once: usize,
    /// Requests at a time to one host.
    pub at_once_per_host: usize,
    /// Time between two requests to one host.
    pub pace: Duration,
    /// Times that what failed is asked again.
    pub retries: u32,
    /// The first wait after a failure.
    pub back_off: Duration,
    /// A host that asks for more time is left.
    pub longest_wait: Duration,
    /// Statuses that are as good as 200.
    pub accept: Vec<u16>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            at_once: 32,
            at_once_per_host: 4,
            pace: Duration::from_millis(100),
            retries: 2,
            back_off: Duration::from_secs(1),
            longest_wait: Duration::from_secs(120),
            accept: Vec::new(),
        }
    }
}
