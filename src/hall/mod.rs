//! Walks data through the rooms, one file a thing that is asked of a project. Decides nothing that a room could.

mod build;
pub(crate) mod options;
mod translations;

pub use build::{BuildRequest, Built, Extent, LocaleCounts, Root};
pub use translations::{Difference, StampOutcome, StampRequest, Stamped};
