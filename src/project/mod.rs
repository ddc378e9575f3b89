//! A project: what is asked of it, one file an operation. Hands data from module to module, and decides nothing that one of
//! them could.

mod build;
mod cancelled;
mod changes;
mod check;
mod configured;
mod deploy;
mod environment;
mod external;
mod files;
mod fix;
mod handback;
mod handed_back;
mod handoff;
mod include_changes;
mod input;
mod interface;
mod known;
mod live;
mod loaded;
mod made_from;
mod merge;
mod name_changes;
mod older;
pub(crate) mod options;
mod progress;
mod remembered;
mod replaced;
mod rules;
mod search;
mod selection;
mod shipped;
mod since;
mod stamp;
mod stamp_files;
mod status_page;
mod translated;
mod translations;
mod unread;
mod verify;
mod visits;

pub use build::{BuildExtent, BuildRequest, Built, Root};
pub use check::{Checked, NewBaseline};
pub use deploy::Manifest;
pub use external::{External, ExternalRequest, ExternalSource};
pub use fix::{DueTranslations, FixRequest, Fixed, FixedFile, NotFixed, Pipeline};
pub use handback::{CancelledHandoffs, HandbackExtent, HandbackRequest};
pub use handoff::{
    CancelRequest, Cancelled, HandedOffPackage, HandoffRequest, InProgressFile, NewLocales, Package,
};
pub use input::Input;
pub(crate) use live::{Live, LiveRequest, Updated};
pub use loaded::{Configured, Project, ProjectRequest};
pub use merge::{MergeRequest, merge};
pub use progress::{Phase, Progress};
pub use search::{Query, SearchRequest};
pub use selection::Selection;
pub use shipped::{canonical_tag, configuration_schema, shipped_messages, source_hash};
pub use since::Since;
pub use stamp::{MadeFromVersion, StampOutcome, StampRequest, StampScope, Stamped};
pub use translations::StatusExtent;
pub use verify::{explain, list_codes};
