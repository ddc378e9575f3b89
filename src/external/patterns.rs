//! Which addresses are asked, and which others in their place: regular expressions of the project. Asks nobody.

use anyhow::{Result, anyhow};
use regex_automata::meta::Regex;
use regex_automata::util::{interpolate, syntax};

use super::address::Address;

/// A regular expression that is looked for anywhere in an address.
#[derive(Clone, Debug)]
pub struct Pattern(Regex);

impl Pattern {
    /// Reads an expression; letter case counts for nothing.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(written: &str) -> Result<Self> {
        let syntax = syntax::Config::new().unicode(false).utf8(false).case_insensitive(true);
        let regex =
            Regex::builder().syntax(syntax).configure(Regex::config().utf8_empty(false)).build(written);
        regex.map(Self).map_err(|error| match error.syntax_error() {
            Some(error) => anyhow!(
                "{}",
                error.to_string().lines().last().unwrap_or_default().trim_start_matches("error: ")
            ),
            None => anyhow!("{error}"),
        })
    }

    fn is_in(&self, address: &str) -> bool {
        self.0.is_match(address)
    }
}

/// An expression, and what stands in place of what it matches: `$1` is its first group.
#[derive(Clone, Debug)]
pub struct Remap {
    pub pattern: Pattern,
    pub replacement: String,
}

impl Remap {
    /// The address with its first match replaced; none where there is none.
    fn apply(&self, address: &str) -> Option<String> {
        let regex = &self.pattern.0;
        let mut found = regex.create_captures();
        regex.captures(address, &mut found);
        let whole = found.get_match()?;
        let group = |index: usize, out: &mut String| {
            let group = found.get_group(index).and_then(|span| address.get(span.range()));
            out.push_str(group.unwrap_or_default());
        };
        let name = |name: &str| regex.group_info().to_index(whole.pattern(), name);
        let mut replaced = address.get(..whole.start())?.to_owned();
        interpolate::string(&self.replacement, group, name, &mut replaced);
        replaced.push_str(address.get(whole.end()..)?);
        Some(replaced)
    }
}

/// Which addresses are asked, and which others in their place.
#[derive(Clone, Debug, Default)]
pub struct Patterns {
    /// Where there are any, only addresses with one of them.
    pub include: Vec<Pattern>,
    /// No address with one of them.
    pub exclude: Vec<Pattern>,
    /// The first that matches counts.
    pub remap: Vec<Remap>,
}

impl Patterns {
    /// The address to ask for a link to `address`; none where it is not to be asked.
    pub(super) fn asked(&self, address: &Address) -> Option<Address> {
        let is_in = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.is_in(address.as_str()));
        if !self.include.is_empty() && !is_in(&self.include) || is_in(&self.exclude) {
            return None;
        }
        match self.remap.iter().find_map(|remap| remap.apply(address.as_str())) {
            Some(other) => Address::parse(&other),
            None => Some(address.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(written: &str) -> Pattern {
        Pattern::new(written).unwrap()
    }

    #[test]
    fn addresses_are_chosen_and_replaced() {
        let patterns = Patterns {
            include: vec![pattern("a\\.example"), pattern("b\\.example")],
            exclude: vec![pattern("/private/")],
            remap: vec![Remap {
                pattern: pattern("^https://a\\.example/(?P<rest>.*)$"),
                replacement: "http://127.0.0.1:8080/$rest".to_owned(),
            }],
        };
        let asked = |written: &str| {
            patterns.asked(&Address::parse(written).unwrap()).map(|address| address.to_string())
        };
        assert_eq!(asked("https://A.example/x?y").as_deref(), Some("http://127.0.0.1:8080/x?y"));
        assert_eq!(asked("https://b.example/x").as_deref(), Some("https://b.example/x"));
        assert_eq!(asked("https://b.example/private/x"), None);
        assert_eq!(asked("https://c.example/x"), None);
    }

    #[test]
    fn what_is_wrong_with_an_expression_is_said() {
        assert!(Pattern::new("a(b").unwrap_err().to_string().contains("unclosed group"));
    }
}
