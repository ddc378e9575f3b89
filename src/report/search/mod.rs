//! What a search of the site found, one file a format. Finds nothing.

pub(crate) mod human;
pub(crate) mod json;

use anyhow::Result;
use serde::Serialize;

use super::{Colour, Rendered};

pub(crate) type Render = fn(&SearchReport<'_>) -> Result<Rendered>;

/// Everything that a search found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SearchReport<'a> {
    pub(crate) locale: &'a str,
    pub(crate) answers: &'a [Answer],
    /// With a file of queries.
    pub(crate) shares: Option<&'a [Share]>,
    pub(crate) colour: Colour,
}

/// What one query found.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    pub query: String,
    /// What a file of queries says about it; empty where it says nothing.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// The IDs of the articles that answer it, as the file says.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wanted: Vec<String>,
    /// Those of them that no article of the locale has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<String>,
    /// The place of the first of these among the results, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<usize>,
    pub total: usize,
    pub results: Vec<FoundArticle>,
}

/// An article that a query found.
#[derive(Clone, Debug, Serialize)]
pub struct FoundArticle {
    pub id: String,
    pub title: String,
    /// The folder of its page below the root of the site.
    pub page: String,
    pub path: String,
    pub score: f64,
}

/// How many queries of a kind found what they should.
#[derive(Clone, Debug, Serialize)]
pub struct Share {
    /// Empty for all.
    pub kind: String,
    pub asked: usize,
    /// Found at the first place.
    pub first: usize,
    /// Found among the first five.
    pub five: usize,
}

impl Share {
    /// The share of all answers, then that of each kind in the order of the file.
    pub fn of(answers: &[Answer]) -> Vec<Self> {
        let mut kinds: Vec<&str> = vec![""];
        for answer in answers {
            if !kinds.contains(&answer.kind.as_str()) {
                kinds.push(&answer.kind);
            }
        }
        let share = |kind: &str| {
            let of_kind = || answers.iter().filter(|answer| kind.is_empty() || answer.kind == kind);
            let within =
                |most| of_kind().filter(|answer| answer.place.is_some_and(|place| place <= most)).count();
            Self { kind: kind.to_owned(), asked: of_kind().count(), first: within(1), five: within(5) }
        };
        kinds.into_iter().map(share).collect()
    }

    /// Of a hundred, rounded down.
    pub fn percent(&self, found: usize) -> usize {
        (found * 100).checked_div(self.asked).unwrap_or(100)
    }
}
