//! How the files of a project are arranged, in one line, and what each of them is taken for. Decides neither.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::colour::Colour;
use super::counts::plural;
use super::table::{Cell, Paint, Side, columns};
use super::visible::line;

/// How the files of a project are arranged.
#[derive(Clone, Debug, Default)]
pub(crate) struct LayoutSummary {
    /// `Learn`, `Hugo`, `folders` …; several are joined by ` + `.
    pub name: String,
    pub locales: usize,
    pub source: Option<SourceSummary>,
    /// The locale of articles whose place says none, and which no file names.
    pub assumed: Option<String>,
    /// Where several locales may be the source, the one that most likely is.
    pub likely_source: Option<String>,
    /// The source locale, where a file names it and it has no articles.
    pub absent_source: Option<String>,
    /// Why files are not read, and how many for each reason.
    pub not_read: BTreeMap<String, usize>,
}

/// The source locale, and what says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SourceSummary {
    pub tag: String,
    /// A file, or a reason.
    pub said_by: String,
}

impl LayoutSummary {
    /// The number of files that are not read.
    pub(crate) fn count_not_read(&self) -> usize {
        self.not_read.values().sum()
    }

    /// What to write into the configuration, where something had to be guessed.
    pub(crate) fn help(&self) -> String {
        if let Some(tag) = &self.absent_source {
            return format!(
                "help: the source, {tag}, is not here: what translations lack, such as images, cannot be checked; put its \
                 repository beside this one\n"
            );
        }
        let (what, tag) = match (&self.assumed, &self.likely_source) {
            (Some(tag), _) => {
                (format!("nothing says which locale the articles are in; {tag} is assumed"), tag)
            }
            (None, Some(tag)) => {
                ("nothing says which locale is the source, so there are no fallbacks".to_owned(), tag)
            }
            (None, None) => return String::new(),
        };
        format!("help: {what}; say it in faqtory.toml:\n\n[site]\nsource_locale = \"{tag}\"\n\n")
    }

    /// `Hugo, 7 locales, source en (hugo.toml); 3 files not read: a draft (2), outside … (1)`
    pub(crate) fn sentence(&self) -> String {
        let mut text = match self.locales {
            0 => "no articles".to_owned(),
            locales => format!("{}, {}", self.name, plural(locales, "locale")),
        };
        if let Some(source) = &self.source {
            let _ = write!(text, ", source {} ({})", source.tag, line(&source.said_by));
        }
        if !self.not_read.is_empty() {
            let reasons = self.not_read.iter().map(|(reason, count)| format!("{reason} ({count})"));
            let reasons: Vec<String> = reasons.collect();
            let files = plural(self.count_not_read(), "file");
            let _ = write!(text, "; {files} not read: {}; `faqtory files` lists them", reasons.join(", "));
        }
        text + "\n"
    }
}

/// What a file is taken for that is no input.
pub(crate) const NOT_READ: &str = "not read";

/// A file of the project and what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ListedFile {
    pub path: String,
    /// `article`, `include` … or `not read`.
    pub taken_for: &'static str,
    /// Which one, and what says so; or why it is not read.
    pub why: String,
}

/// Every file in a line: its path, what it is taken for, and why.
pub(crate) fn list(files: &[ListedFile], colour: Colour) -> String {
    let row = |file: &ListedFile| {
        let paint = if file.taken_for == NOT_READ { Paint::Yellow } else { Paint::Plain };
        vec![
            Cell::new(line(&file.path), Paint::Plain, Side::Left),
            Cell::new(file.taken_for, paint, Side::Left),
            Cell::new(line(&file.why), Paint::Dim, Side::Left),
        ]
    };
    columns(&files.iter().map(row).collect::<Vec<_>>(), colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_in_a_sentence() {
        let mut summary = LayoutSummary { name: "Hugo".to_owned(), locales: 1, ..LayoutSummary::default() };
        assert_eq!(summary.sentence(), "Hugo, 1 locale\n");
        summary.source = Some(SourceSummary { tag: "en".to_owned(), said_by: "hugo.toml".to_owned() });
        summary.not_read = [("HTML".to_owned(), 2), ("a template".to_owned(), 1)].into();
        insta::assert_snapshot!(summary.sentence(), @"Hugo, 1 locale, source en (hugo.toml); 3 files not read: HTML (2), a template (1); `faqtory files` lists them");
    }
}
