//! The state of all translations: for people, for scripts, for spreadsheets, for a browser; one file a format.

pub mod csv;
pub mod html;
pub mod human;
pub mod json;
#[cfg(test)]
mod tests;

/// What the states mean where the source is not at hand.
const WITHOUT_SOURCE: &str = "Of each article, the one handed off last shows the newest version; translations of another version are \
                              outdated.";
