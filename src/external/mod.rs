//! Asks the web whether the addresses that articles link to are still there. Its cache is the only file that it reads or
//! writes; it words no finding, and decides no level.
//!
//! ```text
//! links::collect → consult (cache, else ask: schedule → fetch → inquiry) → Answers → judge → LinkFlaw
//! ```
//!
//! An address is asked once, whatever number of articles, tables of contents and redirects of how many locales lead there.
//! `inquiry` says what follows from an answer, `schedule` when which host may be asked; neither knows a thread, a
//! socket or a clock.

mod address;
mod age;
mod answer;
mod ask;
mod cache;
#[cfg(feature = "external-links")]
mod client;
mod clock;
mod consult;
mod fetch;
mod flaw;
#[cfg(feature = "external-links")]
mod guard;
mod inquiry;
mod judge;
mod limits;
mod links;
mod moved;
mod options;
mod page;
mod patterns;
mod private;
mod schedule;
#[cfg(test)]
#[cfg(feature = "external-links")]
mod tests;

pub use address::Address;
pub use age::Ages;
pub use answer::{Answer, Answers, Failure, FailureKind, Hop, Outcome};
pub use ask::{AskProgress, Wanted};
pub use cache::files_of;
#[cfg(feature = "external-links")]
pub use client::Client;
pub use clock::{Clock, WallClock};
pub use consult::{Consulted, Reach, Source, consult};
pub use fetch::{Fetch, Method, PageBytes, PageExtent, Reply, RetryAfter};
pub use flaw::{Leads, LinkFlaw, LinkFlawKind, Reason, Replacement};
pub use judge::{Judged, judge};
pub use limits::Limits;
pub use links::{Links, Place, collect};
pub use options::{HostHeader, Options};
pub use patterns::{Pattern, Patterns, Remap};
pub use private::Allowed;
