//! YAML front matter becomes a `FrontMatter` with positions. Survives every damage; judges nothing: what is wrong
//! is recorded as a `Flaw` for the checks.

mod block;
mod data;
mod date;
mod fields;
mod keys;
mod line;
mod parse;
mod plain;
mod repair;
mod stamp;
#[cfg(test)]
mod tests;
mod value;
mod values;
mod yaml;

pub use data::{Draft, Flaw, FlawKind, FrontMatter, TranslationType};
pub use date::{Date, DateForm};
pub use stamp::{OnExisting, Refusal, Stamp, stamp};
