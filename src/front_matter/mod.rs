//! YAML, TOML or JSON front matter becomes a `FrontMatter` with positions. Survives every damage; judges nothing: what is wrong
//! is recorded as a `Flaw` for the checks.

mod block;
mod data;
mod date;
mod entries;
mod fence;
mod fields;
mod hash;
mod home;
mod json;
mod keys;
mod line;
mod parse;
mod plain;
mod reader;
mod repair;
mod repairs;
mod scalar;
mod scan;
mod stamp;
#[cfg(test)]
mod tests;
mod toml;
mod unquoted;
mod value;
mod values;
mod written;
mod yaml;

pub use data::{Draft, Flaw, FlawKind, Format, FrontMatter, Order, Taken, Translate, TranslationType};
pub use date::{Date, DateForm};
pub use entries::{Entries, Entry, Role, entries};
pub use hash::source_hashes;
pub use home::{Action, Feature, Home, HomeForm, Markup, Picture, Prose};
pub use parse::SECOND_BLOCK;
pub use plain::is_plain_text;
pub use repairs::quoted;
pub use scalar::{double_quoted, is_plain_value};
pub use stamp::{OnExisting, Refusal, Stamp, stamp};
pub use written::rewritten;
