//! A name in a file that names sections. Only data.

use crate::exchange::texts::yaml::Text;

/// A name, and where it stands.
pub(super) struct Name<'v> {
    pub(super) text: &'v Text,
    /// What it stands for: the same in every translation.
    pub(super) key: String,
    /// What translators read of it.
    pub(super) kind: &'v str,
    /// The name that it stands below.
    pub(super) above: Option<&'v str>,
}
