//! What a project wants of its external links. Data only.

use std::time::Duration;

use super::age::Ages;
use super::limits::Limits;
use super::patterns::Patterns;
use super::private::Allowed;

/// What a project wants.
#[derive(Clone, Debug)]
pub struct Options {
    pub patterns: Patterns,
    pub allowed: Allowed,
    pub limits: Limits,
    pub ages: Ages,
    /// The path of the cache below the project's folder.
    pub cache: String,
    /// For one request, its reply included.
    pub timeout: Duration,
    pub headers: Vec<HostHeader>,
}

/// A header that one host gets, and no other.
#[derive(Clone)]
pub struct HostHeader {
    pub host: String,
    pub name: String,
    /// The variable of the environment that holds the value.
    pub variable: String,
    /// None where the environment has none that can be sent.
    pub value: Option<String>,
}

impl std::fmt::Debug for HostHeader {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The value is a secret.
        formatter.debug_struct("HostHeader").field("host", &self.host).field("name", &self.name).finish()
    }
}
