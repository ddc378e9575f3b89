//! The state of all translations: for people, for scripts, for spreadsheets, for a browser; one file a format.

pub mod csv;
pub mod html;
pub mod human;
pub mod json;
#[cfg(test)]
mod tests;
