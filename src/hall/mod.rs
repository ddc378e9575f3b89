//! Walks data through the rooms, one file a thing that is asked of a project. Decides nothing that a room could.

mod build;
mod live;
pub(crate) mod options;
mod translations;

pub use build::{BuildRequest, Built, Extent, LocaleCounts, Root};
pub(crate) use live::{Live, LiveRequest, Updated};
pub use translations::{Difference, StampOutcome, StampRequest, Stamped};
