//! Results in words, one file a format; [`formats`] lists them. Prints nothing; lines and columns exist only here.

pub(crate) mod build;
pub(crate) mod check;
mod colour;
mod counts;
pub(crate) mod difference;
mod escape;
mod format;
pub(crate) mod formats;
pub(crate) mod handback;
pub(crate) mod layout;
mod markdown;
pub(crate) mod merge;
pub(crate) mod page;
pub(crate) mod patch;
mod position;
pub(crate) mod search;
mod snippet;
pub(crate) mod statistics;
pub(crate) mod status;
mod table;
pub(crate) mod todo;
pub(crate) mod visible;

#[cfg(test)]
mod tests;

pub(crate) use colour::Colour;
pub(crate) use counts::{Counts, Summary, plural};
pub use difference::{Difference, FoundBy};
pub(crate) use escape::escape;
pub(crate) use format::{Format, Printed, Rendered};
pub use handback::{HandbackRefusal, HandedBack, ReturnOutcome, ReturnedFile};
pub(crate) use position::Texts;
pub use search::{Answer, FoundArticle, Share};
