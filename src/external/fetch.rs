//! One request and its reply, whoever carries them. Follows no redirect.

use super::address::Address;
use super::answer::Failure;

/// How an address is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Whether it is there.
    Head,
    /// For what is there.
    Get,
}

/// What a host replied.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    pub status: u16,
    /// The header `Location`.
    pub location: Option<String>,
    pub retry_after: Option<RetryAfter>,
    /// The page, where it was asked for and is HTML that can be read.
    pub page: Option<PageBytes>,
}

/// The beginning of a page, or all of it.
#[derive(Clone, Debug)]
pub struct PageBytes {
    pub bytes: Vec<u8>,
    pub extent: PageExtent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageExtent {
    Whole,
    Beginning,
}

/// The header `Retry-After`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetryAfter {
    Seconds(u64),
    /// Seconds since 1970.
    At(u64),
}

/// Sends requests.
pub trait Fetch: Send + Sync {
    /// Sends one request and waits for the reply.
    ///
    /// # Errors
    /// There is none.
    fn fetch(&self, address: &Address, method: Method) -> Result<Reply, Failure>;
}
