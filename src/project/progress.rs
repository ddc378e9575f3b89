//! The steps of a run, and who watches them. Knows no operation.

/// The steps of a run, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Read,
    Catalog,
    Check,
    /// The hosts of external links are asked.
    External,
    Search,
    Render,
    Verify,
}

impl Phase {
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Catalog => "catalog",
            Self::Check => "check",
            Self::External => "links",
            Self::Search => "search",
            Self::Render => "render",
            Self::Verify => "verify",
        }
    }
}

/// Watches a run; called from many threads.
pub trait Progress: Sync {
    /// A phase begins; `steps` is 0 where they are not counted.
    fn begin(&self, phase: Phase, steps: usize);
    /// One step of the phase is done.
    fn step(&self);
    /// What else there is to say of the phase at the moment.
    fn detail(&self, _text: &str) {}
}
