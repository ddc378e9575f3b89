//! Walks data through the rooms, one file a thing that is asked of a project. Decides nothing that a room could.

mod behind;
mod build;
mod check;
mod configured;
mod fix;
mod input;
mod live;
pub(crate) mod options;
mod since;
mod status_page;
mod translations;
mod verify;

pub use build::{BuildRequest, Built, Extent, LocaleCounts, Root};
pub use check::{Checked, NewBaseline};
pub(crate) use check::{Interface, Rules, refuse_unknown_codes};
pub use fix::{FixRequest, Fixed, FixedFile, HandedBack, Left, Pipeline};
pub use input::Input;
pub(crate) use input::{GIT, Look, scope};
pub(crate) use live::{Live, LiveRequest, Updated};
pub use since::Since;
pub use translations::{Difference, StampOutcome, StampRequest, Stamped};
pub use verify::{explain, list_codes};
