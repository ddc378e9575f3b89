//! Whether a heading of level 1 is the title of the document. Knows of the front matter only what it calls the article.

use std::ops::Range;

use super::Parser;
use crate::markdown::syntax::{Dialect, Syntax};

/// What the front matter calls an article, where that decides which heading is its title.
pub(super) fn written(syntax: Syntax, value: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let title = if syntax.dialect == Dialect::Plain { None } else { value("title") };
    title.filter(|title| !title.trim().is_empty())
}

impl Parser<'_> {
    /// Whether a heading of level 1 is the title: the first one, wherever it stands, if nothing else names the document.
    /// Generators that have a title leave a heading within the text where it is, and some of them every heading.
    pub(super) fn is_title(&self, range: &Range<usize>) -> bool {
        let leaves_it = |title: &String| {
            let written = self.builder.source().get(range.clone()).unwrap_or("");
            let is_text = self.syntax.dialect.is_headed_by_front_matter() && !is_same(written, title);
            is_text || !self.builder.is_first_block()
        };
        self.builder.takes_title() && !self.title.as_ref().is_some_and(leaves_it)
    }
}

/// Whether a heading, as written, says no other words than a title.
fn is_same(heading: &str, title: &str) -> bool {
    let heading = heading.trim_end().trim_end_matches('#').trim_end();
    let attributes = heading.strip_suffix('}').and_then(|rest| rest.rsplit_once('{'));
    let text = attributes.filter(|(_, list)| list.starts_with(['#', '.', ':'])).map_or(heading, |(text, _)| text);
    letters(text).eq(letters(title))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}
