//! Which parts of a piece of code are keywords, strings, comments and so on. Knows no HTML, no Markdown and no site.
//!
//! A grammar is data, `grammars/*.yaml`: contexts with regular expressions. They know no look-around and no back-reference,
//! so every search takes time in proportion to the line, whatever stands in it. A grammar is read and compiled when its
//! language is first asked for.

#[cfg(test)]
mod contrast;
mod grammar;
mod languages;
mod scan;
#[cfg(test)]
mod tests;
mod token;

use std::fmt;
use std::sync::OnceLock;

use grammar::Grammar;
use languages::LANGUAGES;
pub use token::{Class, Token};

/// Longer code stays plain: nobody reads it for its colours.
const MAX_TEXT: usize = 64 * 1024;

/// So does code with a longer line: a search may look through the rest of its line more than once.
const MAX_LINE: usize = 1000;

/// The grammars, each read when its language is first asked for.
pub struct Highlighter {
    /// In the order of [`LANGUAGES`].
    grammars: Vec<OnceLock<Option<Grammar>>>,
}

impl Default for Highlighter {
    fn default() -> Self {
        Self { grammars: LANGUAGES.iter().map(|_| OnceLock::new()).collect() }
    }
}

impl fmt::Debug for Highlighter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.loaded()).finish()
    }
}

impl Highlighter {
    /// The tokens of code in a language, as a fence names it; none if the language is unknown or the code too large.
    pub fn tokens(&self, language: &str, text: &str) -> Vec<Token> {
        let too_large = text.len() > MAX_TEXT || text.lines().any(|line| line.len() > MAX_LINE);
        let known = || languages::find(language).and_then(|index| self.grammar(index));
        match (!too_large).then(known).flatten() {
            Some(grammar) => scan::tokens(grammar, text),
            None => Vec::new(),
        }
    }

    /// The languages that were asked for so far.
    pub fn loaded(&self) -> impl Iterator<Item = &'static str> {
        let languages = LANGUAGES.iter().zip(&self.grammars);
        languages.filter(|(_, grammar)| grammar.get().is_some()).map(|(language, _)| language.names[0])
    }

    fn grammar(&self, index: usize) -> Option<&Grammar> {
        // That every grammar can be read is held by a test.
        self.grammars.get(index)?.get_or_init(|| Grammar::read(LANGUAGES[index].grammar).ok()).as_ref()
    }
}
