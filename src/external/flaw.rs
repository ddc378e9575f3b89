//! What is wrong with an address that the project links to, as data: the checks word it.

use std::sync::Arc;

use super::answer::FailureKind;
use crate::catalog::LocaleIndex;
use crate::diagnostic::Span;

/// A flaw of an address, at one of the places that link to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkFlaw {
    /// The same for all places of one flaw.
    pub number: u32,
    pub kind: LinkFlawKind,
    /// The address that is linked to, without its fragment.
    pub address: String,
    pub path: Arc<str>,
    pub span: Span,
    pub locale: Option<LocaleIndex>,
    /// What may stand at the span instead.
    pub replacement: Option<Replacement>,
}

/// An address that may take the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    pub text: String,
    /// Whether it leads where the old one leads, whatever becomes of that.
    pub leads: Leads,
}

/// Where a replacement leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// Where the old address leads for good.
    Same,
    /// Where the old address leads today, as far as anybody can see.
    Likely,
}

/// What is wrong with an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkFlawKind {
    /// There is no such page, or no such host, or nobody can be sure whose page it is.
    Broken(Reason),
    /// It is redirected for good.
    Redirected { to: String },
    /// The page has no such anchor.
    AnchorMissing { anchor: String },
    /// It is `http:`, and works the same over `https:`.
    Insecure { to: String },
    /// What is there could not be seen.
    Unreachable(Reason),
}

/// Why an address is broken or cannot be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// What the host answers.
    Status(u16),
    /// Why it does not answer, and more of that.
    Failure(FailureKind, String),
    /// The page is there, and its title says that there is none.
    Title(String),
    /// It is redirected to the home page of a site, or to a page of errors.
    Gone(String),
}
