//! How long an answer is as good as new. Has no clock; the time is handed in.

use std::time::Duration;

use super::address::Address;
use super::answer::Answer;

/// How long an answer is as good as new.
#[derive(Clone, Copy, Debug)]
pub struct Ages {
    /// Of an address that is there.
    pub good: Duration,
    /// Of any other.
    pub bad: Duration,
}

impl Default for Ages {
    fn default() -> Self {
        Self { good: Duration::from_secs(7 * 24 * 3600), bad: Duration::from_secs(3600) }
    }
}

/// Seconds that the clock of another machine may be ahead.
const AHEAD: u64 = 60;

impl Ages {
    /// Whether an answer can stand for asking again. Addresses grow old at times that differ by up to a quarter, so that not all
    /// are asked again in one run; one over `http:` and over `https:` at the same time.
    pub(super) fn is_fresh(self, address: &Address, answer: &Answer, accept: &[u16], now: Duration) -> bool {
        let age = if answer.is_good(accept) { self.good } else { self.bad };
        let name = address.as_str().split_once("://").map_or("", |(_, name)| name);
        let share = f64::from(blake3::hash(name.as_bytes()).as_bytes()[0]) / 255.0;
        let keep = age.mul_f64(1.0 - share / 4.0).as_secs();
        // An answer from tomorrow was written by a clock that is wrong.
        answer.checked <= now.as_secs() + AHEAD && now.as_secs() < answer.checked.saturating_add(keep)
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::Outcome;
    use super::*;

    #[test]
    fn answers_grow_old() {
        let (ages, day) = (Ages::default(), 24 * 3600);
        let address = Address::parse("https://a.dev/x").unwrap();
        let is_fresh = |status, now: u64| {
            let answer = Answer::new(10 * day, Outcome::Status(status));
            ages.is_fresh(&address, &answer, &[418], Duration::from_secs(now))
        };
        assert!(is_fresh(200, 15 * day) && is_fresh(418, 15 * day) && !is_fresh(200, 17 * day));
        assert!(is_fresh(404, 10 * day + 2000) && !is_fresh(404, 10 * day + 3600));
        assert!(!is_fresh(200, 9 * day), "it comes from tomorrow");
    }
}
