//! Reads a finished site, as files on disk, and proves that it is whole: links, places, IDs, languages, alternates, what
//! files for machines say. Knows nothing of articles or of how the site was made, and changes nothing.
//!
//! Pages are read in parallel, and of each only hashes and numbers are kept; what pages say of one another is judged when all
//! are read. The files of findings are read once more, for their lines and columns.

mod across;
mod described;
mod files;
mod flaw;
mod language;
mod links;
mod machines;
mod nesting;
mod page;
mod policy;
mod rules;
mod tag;
#[cfg(test)]
mod tests;
mod weight;
mod whole;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Origin};

use across::Pages;
use files::{File, Files};
use flaw::Flaw;
use language::Languages;
use page::PageFacts;

pub use files::Coverage;
pub use rules::{RULES, Rule, explain, list, nearest};

/// Long pages that are named.
const NAMED: usize = 3;

/// What to prove.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The folder of the site.
    pub dir: &'a Path,
    /// Where the site will stand, if that is known.
    pub base_url: Option<&'a str>,
    pub coverage: Coverage,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Verified {
    /// HTML files that were read.
    pub pages: usize,
    /// Sorted by path and place.
    pub findings: Vec<SiteFinding>,
    /// Top folders and files that links lead to and that are not there, where only parts of the site are.
    pub absent: BTreeSet<String>,
    /// Pages whose own text is longer than the budget: how many, and the longest, with their bytes packed.
    pub long: usize,
    pub longest: Vec<(String, usize)>,
}

/// A finding: its path is below the folder of the site. Line and column count from 1, columns in code points.
#[derive(Clone, Debug)]
pub struct SiteFinding {
    pub diagnostic: Diagnostic,
    pub line: usize,
    pub column: usize,
}

/// Proves the site. `step` is called for each page that was read, from many threads.
///
/// # Errors
/// A folder or a file that cannot be read.
pub fn site(request: &Request<'_>, step: &(dyn Fn() + Sync)) -> Result<Verified> {
    let files = Files::read(request.dir, request.base_url, request.coverage)?;
    let is_page = |name: &str| name.ends_with(".html") && files.is_made(name);
    let read = |languages: &mut Languages, name: &str| {
        if !is_page(name) {
            return Ok(None);
        }
        let bytes = files.bytes(name)?;
        step();
        Ok(Some(page::read(&files, name, &bytes, languages)))
    };
    let read: Result<Vec<Option<PageFacts>>> = files
        .names()
        .par_iter()
        .map_init(Languages::default, |languages, name| read(languages, name))
        .collect();
    let read = read?;
    let pages = Pages { files: &files, pages: &read, sheets: sheets(&files, &read)? };
    let judged = (0..read.len()).into_par_iter().filter_map(|file| {
        let file = File::try_from(file).ok()?;
        let own = pages.get(file)?;
        let flaws = pages.judge(file, own);
        (!flaws.is_empty()).then_some((file, flaws))
    });
    let mut across: BTreeMap<File, Vec<Flaw>> = judged.collect();
    for (file, flaws) in machines::judge(&pages)? {
        across.entry(file).or_default().extend(flaws);
    }
    let absent = read.iter().flatten().flat_map(|page| page.absent.iter().cloned()).collect();
    let (long, longest) = longest(&pages);
    let count = read.iter().flatten().count();
    let findings = located(&files, read, across)?;
    Ok(Verified { pages: count, findings, absent, long, longest })
}

/// The style sheets of pages that may be too large, with their bytes packed, by file.
fn sheets(files: &Files, pages: &[Option<PageFacts>]) -> Result<Vec<(File, usize)>> {
    let weights = pages.iter().flatten().filter_map(|page| page.weight.as_ref());
    let sheets: BTreeSet<File> = weights.flat_map(|weight| weight.sheets.iter().copied()).collect();
    sheets.into_iter().map(|file| Ok((file, weight::packed(&files.bytes(files.name(file))?)))).collect()
}

/// How many articles are longer than the budget, and the longest.
fn longest(pages: &Pages<'_>) -> (usize, Vec<(String, usize)>) {
    let named = pages.files.names().iter().zip(pages.pages);
    let heavy = named.filter_map(|(name, page)| Some((name, pages.weight(page.as_ref()?)?)));
    let mut long: Vec<_> = heavy.filter(|(_, weight)| !weight.is_of_site()).collect();
    long.sort_by_key(|(_, weight)| std::cmp::Reverse(weight.bytes));
    let named = long.iter().take(NAMED).map(|(name, weight)| (name.to_string(), weight.bytes));
    (long.len(), named.collect())
}

/// All findings with their lines and columns. The files are read one more time: few have any.
fn located(
    files: &Files,
    pages: Vec<Option<PageFacts>>,
    mut across: BTreeMap<File, Vec<Flaw>>,
) -> Result<Vec<SiteFinding>> {
    for (file, page) in (0..).zip(pages) {
        let flaws = page.map(|page| page.flaws).unwrap_or_default();
        if !flaws.is_empty() {
            across.entry(file).or_default().extend(flaws);
        }
    }
    let of_file = |(file, mut flaws): (File, Vec<Flaw>)| {
        let path: Arc<str> = files.name(file).into();
        let bytes = files.bytes(&path)?;
        let text = String::from_utf8_lossy(&bytes);
        flaws.sort_by(|a, b| (a.span, a.rule.code, &a.message).cmp(&(b.span, b.rule.code, &b.message)));
        let mut cursor = Cursor::default();
        let finding = |flaw: Flaw| {
            let (line, column) = cursor.position(&text, flaw.span.start as usize);
            SiteFinding { diagnostic: diagnostic(&path, flaw), line, column }
        };
        Ok(flaws.into_iter().map(finding).collect::<Vec<_>>())
    };
    let found: Result<Vec<Vec<SiteFinding>>> = across.into_par_iter().map(of_file).collect();
    Ok(found?.into_iter().flatten().collect())
}

fn diagnostic(path: &Arc<str>, flaw: Flaw) -> Diagnostic {
    Diagnostic {
        path: path.clone(),
        span: flaw.span,
        code: flaw.rule.code,
        severity: flaw.rule.severity,
        origin: Origin::Translation,
        locale: None,
        locales: Vec::new(),
        flaw: None,
        places: Vec::new(),
        message: flaw.message,
        help: None,
        fix: None,
    }
}

/// Counts lines and columns of places that come in order, so that a text is counted through once.
#[derive(Debug, Default)]
struct Cursor {
    at: usize,
    lines: usize,
    columns: usize,
}

impl Cursor {
    fn position(&mut self, text: &str, offset: usize) -> (usize, usize) {
        for c in text.get(self.at..).unwrap_or("").chars() {
            if self.at + c.len_utf8() > offset {
                break;
            }
            self.at += c.len_utf8();
            (self.lines, self.columns) =
                if c == '\n' { (self.lines + 1, 0) } else { (self.lines, self.columns + 1) };
        }
        (self.lines + 1, self.columns + 1)
    }
}
