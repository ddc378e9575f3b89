//! The files that machines read: sitemaps, feeds, IDs, search indexes, articles as data, redirects, style sheets. Each is read in its own
//! format, and what it names is looked for among the pages.

mod json;
mod lines;
mod reference;
mod xml;

use anyhow::Result;
use rayon::prelude::*;

use super::across::Pages;
use super::files::{File, Target};
use super::flaw::Flaw;
use super::rules::{self, Rule};
use crate::diagnostic::Span;

use reference::{Needed, Reference, damaged};

/// What is wrong with each of these files, by file.
///
/// # Errors
/// A file that cannot be read.
pub(super) fn judge(pages: &Pages<'_>) -> Result<Vec<(File, Vec<Flaw>)>> {
    let named: Vec<(File, &str)> = (0..).zip(pages.files.names().iter().map(|name| &**name)).collect();
    let of_file = |&(file, name): &(File, &str)| {
        let Some(read) = reader(name).filter(|_| pages.files.is_made(name)) else { return Ok(None) };
        let bytes = pages.files.bytes(name)?;
        let flaws = match std::str::from_utf8(&bytes) {
            Ok(text) => flaws(pages, name, text, read),
            Err(_) => vec![damaged(Span::default(), "it is not valid UTF-8")],
        };
        Ok((!flaws.is_empty()).then_some((file, flaws)))
    };
    named.par_iter().filter_map(|named| of_file(named).transpose()).collect()
}

type Reader = fn(&str) -> Result<Vec<Reference>, Flaw>;

/// How a file of this name is read.
fn reader(name: &str) -> Option<(Reader, &'static Rule)> {
    let (folder, base) = name.rsplit_once('/').unwrap_or(("", name));
    let is_asset = name.starts_with("assets/");
    let read: Reader = match base {
        _ if is_asset && base.ends_with(".css") => return Some((lines::style, &rules::LINK_BROKEN)),
        _ if is_asset => return None,
        "_redirects" if folder.is_empty() => return Some((lines::redirects, &rules::REDIRECT_BROKEN)),
        "staticwebapp.config.json" if folder.is_empty() => {
            return Some((json::routes, &rules::REDIRECT_BROKEN));
        }
        "robots.txt" if folder.is_empty() => lines::robots,
        "faqtory-help.js" if folder.is_empty() => json::help,
        "llms.txt" | "llms-full.txt" if folder.is_empty() => lines::files,
        "llms.txt" => lines::links,
        _ if base.starts_with("llms-full") && base.ends_with(".txt") => lines::whole,
        "ids.json" => json::ids,
        "index.json" => json::article,
        "index.md" => lines::article,
        _ if base == "feed.xml" || base.starts_with("sitemap") && base.ends_with(".xml") => xml::entries,
        _ if base.ends_with(".js") && folder.ends_with("/search") => json::search,
        _ => return None,
    };
    Some((read, &rules::ENTRY_BROKEN))
}

fn flaws(pages: &Pages<'_>, name: &str, text: &str, (read, rule): (Reader, &'static Rule)) -> Vec<Flaw> {
    let references = match read(text) {
        Ok(references) => references,
        Err(flaw) => return vec![flaw],
    };
    // An index of a search has its records in a folder below the one that their URLs are written from.
    let from = match name.rsplit_once("/search/") {
        Some((home, script)) if script.ends_with(".js") => format!("{home}/index.html"),
        _ => name.to_owned(),
    };
    let wrong = references.iter().filter_map(|reference| Some((reference, wrong(pages, &from, reference)?)));
    wrong
        .map(|(reference, why)| {
            let at = text.find(&reference.url);
            let span = at.map_or_else(Span::default, |at| Span::new(at, at + reference.url.len()));
            let shown = super::described::shorten(&reference.url);
            Flaw { rule, span, message: format!("`{shown}` {why}") }
        })
        .collect()
}

/// Why a reference is wrong, as the end of a sentence.
fn wrong(pages: &Pages<'_>, from: &str, reference: &Reference) -> Option<String> {
    let file = match pages.files.resolve(from, &reference.url) {
        Ok(Target::File(file, _)) => file,
        Ok(Target::Elsewhere) if reference.needed != Needed::File => {
            return Some("leads out of the site".to_owned());
        }
        Ok(Target::Elsewhere | Target::Absent(_)) => return None,
        Err(why) => return Some(why),
    };
    let Some(page) = pages.get(file) else {
        return (reference.needed != Needed::File).then(|| "is not a page".to_owned());
    };
    if reference.needed == Needed::Indexable {
        if !pages.is_indexable(file) {
            return Some("is marked noindex".to_owned());
        }
        let is_own = matches!(page.canonical, Some((super::page::Canonical::File(own), _)) if own == file);
        return (!is_own).then(|| "is not the canonical URL of its page".to_owned());
    }
    None
}
