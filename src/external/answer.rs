//! What is known of an address: the answer of its host, or why there is none. Data only.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::address::Address;

/// What is known of each address that was asked.
pub type Answers = BTreeMap<Address, Answer>;

/// What came of asking an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// When it was asked: seconds since 1970.
    pub checked: u64,
    pub outcome: Outcome,
    /// The redirects that were followed, in order.
    pub hops: Vec<Hop>,
    /// The anchors that were looked for on the page; none where the page does not say.
    pub anchors: BTreeMap<String, Option<bool>>,
    /// The title of a page that says by it that there is none.
    pub not_found_title: Option<String>,
}

/// How asking ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// With a status of HTTP.
    Status(u16),
    Failed(Failure),
}

/// A redirect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    pub status: u16,
    /// Where it leads, its fragment included.
    pub to: String,
}

impl Hop {
    /// Whether it is meant to stay.
    pub(super) fn is_permanent(&self) -> bool {
        matches!(self.status, 301 | 308)
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    pub kind: FailureKind,
    /// More of it, in the words of who noticed; may be empty.
    pub detail: String,
}

impl Failure {
    pub(super) fn new(kind: FailureKind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into() }
    }
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailureKind {
    /// There is no host of this name.
    NoSuchHost,
    /// The name could not be looked up.
    NameLookup,
    /// No connection.
    Connection,
    Timeout,
    /// The connection ended within the answer, or the answer is no HTTP.
    BrokenAnswer,
    /// No encrypted connection.
    Encryption,
    /// The certificate is that of another host, or is no longer valid.
    WrongCertificate,
    /// Nobody that this machine trusts has signed the certificate.
    UntrustedCertificate,
    /// It leads to a private network.
    Private,
    /// It is redirected to what is no address of the web.
    RedirectElsewhere,
    /// It is redirected in a circle.
    RedirectLoop,
    /// The host asked to be asked later, again and again.
    Throttled,
    /// The environment lacks the value of a header that the host is to get; never kept.
    HeaderMissing,
}

impl FailureKind {
    /// Whether nothing came from the host: the network of this machine may be the reason.
    pub(super) fn is_of_network(self) -> bool {
        matches!(self, Self::NoSuchHost | Self::NameLookup | Self::Connection | Self::Timeout)
    }

    /// Whether asking again may help.
    pub(super) fn may_pass(self) -> bool {
        self.is_of_network() || matches!(self, Self::BrokenAnswer | Self::Encryption)
    }
}

impl Answer {
    pub(super) fn new(checked: u64, outcome: Outcome) -> Self {
        Self { checked, outcome, hops: Vec::new(), anchors: BTreeMap::new(), not_found_title: None }
    }

    /// Whether the host has what was asked for, as HTTP says it.
    pub(super) fn is_good(&self, accept: &[u16]) -> bool {
        matches!(self.outcome, Outcome::Status(status) if is_good(status, accept))
    }
}

/// Whether a status says that there is something.
pub(super) fn is_good(status: u16, accept: &[u16]) -> bool {
    (200..300).contains(&status) || accept.contains(&status)
}
