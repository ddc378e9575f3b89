//! Redirects: paths whose article is gone, and chains of them. Data only.

use std::sync::Arc;

use crate::diagnostic::Span;

use super::model::File;
use crate::indexed::{IdentityIndex, RedirectIndex};

/// Redirects that are followed one after another at the most; browsers give up at about 20.
const MAX_REDIRECTS: usize = 8;

/// A path whose article is gone.
#[derive(Clone, Debug)]
pub struct Redirect {
    /// In the space of article IDs: the docset's prefix included, without extension, as written.
    pub from: String,
    /// Path of its page below a locale's folder, by the rules of article IDs; none where no page can have it.
    pub url: Option<String>,
    pub to: RedirectTo,
    /// The file that says so.
    pub path: Arc<str>,
    /// The old path in it.
    pub span: Span,
    /// An empty file where the old one stood: what relative targets are relative to.
    pub gone: File,
}

/// Where the readers of a redirect go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RedirectTo {
    /// As written in a redirection file.
    Url(String),
    /// To the article whose front matter names the old path.
    Article(IdentityIndex),
}

/// The redirects followed from one link, one after another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RedirectChain {
    pub followed: Vec<RedirectIndex>,
    pub end: RedirectChainEnd,
}

/// How a chain ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RedirectChainEnd {
    /// At a target or at nothing: [`Target`](super::Target) says which.
    #[default]
    Target,
    /// At a redirect that was followed before.
    Circle(RedirectIndex),
    /// Nobody follows so many.
    TooLong,
}

impl RedirectChain {
    /// Whether the redirect may be followed.
    pub(super) fn enter(&mut self, redirect: RedirectIndex) -> bool {
        if self.followed.contains(&redirect) {
            self.end = RedirectChainEnd::Circle(redirect);
        } else if self.followed.len() >= MAX_REDIRECTS {
            self.end = RedirectChainEnd::TooLong;
        } else {
            self.followed.push(redirect);
        }
        !self.is_lost()
    }

    /// Whether it leads nowhere, whatever the last URL may look like.
    pub(super) fn is_lost(&self) -> bool {
        self.end != RedirectChainEnd::Target
    }
}
