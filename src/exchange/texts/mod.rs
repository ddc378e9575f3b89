//! Files of names and of messages: their texts as units, and their translations from these. Judges no words.

mod compose;
mod fluent;
mod names;
mod pattern;
mod slot;
#[cfg(test)]
mod tests;
mod versions;
mod yaml;

pub use compose::compose_texts;
pub use slot::{NamesFile, TextsFault, TextsForm};
pub use versions::{TextsOriginal, text_units};
