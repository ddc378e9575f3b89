//! What became of translations that came back, and what is wrong with them: for people, for scripts, for a mail or an issue; one file a format.

pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod markdown;

use anyhow::Result;

use super::{Colour, Rendered};

/// What became of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandedBack {
    /// By locale, then path: each file once.
    pub files: Vec<ReturnedFile>,
    /// All that is wrong, file by file.
    pub refusals: Vec<HandbackRefusal>,
}

/// A file that came back and is not refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnedFile {
    /// As it was named.
    pub file: String,
    pub id: String,
    /// Its tag.
    pub locale: String,
    /// The path of the translation.
    pub target: String,
    pub outcome: ReturnOutcome,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnOutcome {
    Written,
    /// It was there already.
    Unchanged,
    /// Nothing of it is translated yet.
    NotTranslated,
    /// It is sound, and not written as another file of its locale is refused.
    Held,
    /// A newer one of the same article came with it.
    Superseded,
    /// The package lists it, and it did not come.
    Missing,
}

impl ReturnOutcome {
    const ALL: [Self; 6] =
        [Self::Written, Self::Unchanged, Self::NotTranslated, Self::Held, Self::Superseded, Self::Missing];

    /// As it is written for programs.
    fn name(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Unchanged => "unchanged",
            Self::NotTranslated => "not_translated",
            Self::Held => "held",
            Self::Superseded => "superseded",
            Self::Missing => "missing",
        }
    }

    /// For people.
    fn words(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Unchanged => "already there",
            Self::NotTranslated => "not translated yet",
            Self::Held => "not written, as another file of its locale is refused",
            Self::Superseded => "not written, as a newer one came with it",
            Self::Missing => "missing: the package lists it",
        }
    }
}

/// One thing that is wrong with a file that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandbackRefusal {
    /// The file that came back, as it was named.
    pub file: String,
    /// In that file, from 1 on; none where it is the file as a whole.
    pub line: Option<u32>,
    /// The tag of its locale, where that is known.
    pub locale: Option<String>,
    /// The path of the translation, where that is known.
    pub target: Option<String>,
    /// The ID of the unit.
    pub unit: Option<String>,
    /// What the unit says in the file that came back, or in its source where it says nothing.
    pub text: Option<String>,
    /// The code of the check that found it.
    pub code: Option<&'static str>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl HandbackRefusal {
    /// Of a file as a whole.
    pub fn of_file(file: &str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            locale: None,
            target: None,
            unit: None,
            text: None,
            code: None,
            message: message.into(),
            help: help.into(),
        }
    }

    /// The file, and the line in it.
    fn place(&self) -> String {
        match self.line {
            Some(line) => format!("{}:{line}", self.file),
            None => self.file.clone(),
        }
    }
}

impl HandedBack {
    fn count(&self, outcome: ReturnOutcome) -> usize {
        self.files.iter().filter(|file| file.outcome == outcome).count()
    }

    /// The refused files.
    fn refused(&self) -> usize {
        let files: std::collections::BTreeSet<&str> = self.refusals.iter().map(|it| &*it.file).collect();
        files.len()
    }
}

pub(crate) struct HandbackReport<'a> {
    pub back: &'a HandedBack,
    pub colour: Colour,
}

pub(crate) type Render = fn(&HandbackReport<'_>) -> Result<Rendered>;

/// What a unit says, as far as it helps to find it.
fn shortened(text: &str) -> String {
    const LETTERS: usize = 80;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
