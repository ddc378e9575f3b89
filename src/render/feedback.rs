//! Where readers of an article say whether it helped, and where they find people: the configured addresses, filled in. Renders
//! nothing.

use crate::catalog::{ArticleIndex, LocaleIndex};
use crate::theme::context::Feedback;
use crate::translation::State;

use super::href::encode_value;
use super::site::Site;

/// The addresses of one article page.
pub(super) struct Addresses<'a> {
    site: &'a Site<'a>,
    reader: LocaleIndex,
    shown: ArticleIndex,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(site: &'a Site<'a>, reader: LocaleIndex, shown: ArticleIndex) -> Self {
        Self { site, reader, shown }
    }

    pub(super) fn feedback(&self) -> Option<Feedback> {
        let filled = self.filled(self.site.options.feedback.as_deref()?);
        let answer = |answer: &str| filled.replace("{answer}", answer);
        Some(Feedback { yes: answer("yes"), no: answer("no") })
    }

    pub(super) fn contact(&self) -> Option<String> {
        self.site.options.contact.as_deref().map(|template| self.filled(template))
    }

    /// What stands for a placeholder has none of its own: braces are percent-encoded.
    fn filled(&self, template: &str) -> String {
        let catalog = self.site.catalog;
        let identity = catalog.articles[self.shown].identity;
        let page = self.site.article_folder(self.reader, identity);
        template
            .replace("{locale}", self.site.tag(self.reader).tag())
            .replace("{id}", &encode_value(&catalog.identities[identity].id))
            .replace("{path}", &encode_value(&page))
            .replace("{state}", state(self.site, self.shown, self.reader))
    }
}

/// The state of the translation that a reader of the locale should have.
pub(super) fn state(site: &Site<'_>, shown: ArticleIndex, reader: LocaleIndex) -> &'static str {
    if site.catalog.articles[shown].locale != reader {
        return "missing";
    }
    match site.translations.state(shown) {
        State::Source => "source",
        State::Current => "current",
        State::Touched { .. } => "touched",
        State::Outdated { .. } => "outdated",
        State::Untracked => "untracked",
        State::Orphaned => "orphaned",
    }
}
