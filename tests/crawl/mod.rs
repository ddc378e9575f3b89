//! Crawls a finished site as a browser and a search engine would, with a parser of its own, and says what is broken.
//! Knows nothing of how the site was made: it must not use the library it tests.

mod page;

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use page::{Facts, Reference};

/// A flaw of one page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    /// The file, relative to the site.
    pub(crate) page: String,
    pub(crate) what: String,
}

/// The files of a site, sorted, and where it will be served.
#[derive(Debug)]
pub(crate) struct Site {
    files: Vec<String>,
    /// `https://example.org/docs/`, or `/` where the site does not say.
    base: String,
}

impl Site {
    fn new(dir: &Path) -> Self {
        let mut site = Self { files: crate::site::files(dir), base: "/".to_owned() };
        if let Ok(text) = fs::read_to_string(dir.join("index.html"))
            && let Some(canonical) = page::canonical(&text).filter(|url| url.starts_with("http"))
        {
            site.base = canonical;
        }
        site
    }

    /// The number of a file.
    fn find(&self, path: &str) -> Option<usize> {
        self.files.binary_search_by(|file| file.as_str().cmp(path)).ok()
    }

    /// The path part of the base: `/docs/`.
    fn base_path(&self) -> &str {
        let after_scheme = self.base.split_once("://").map_or(self.base.as_str(), |(_, rest)| rest);
        after_scheme.find('/').map_or("/", |at| &after_scheme[at..])
    }

    /// Where a URL written on `page` leads. `None`: to another site.
    ///
    /// # Errors
    /// It should lead somewhere in this site, and does not; says why.
    pub(crate) fn resolve(&self, page: &str, url: &str) -> Result<Option<Target>, String> {
        let url = url.trim();
        let below = url.strip_prefix(&self.base).filter(|_| self.base != "/");
        if below.is_none() && (has_scheme(url) || url.starts_with("//")) {
            return Ok(None);
        }
        let (path, fragment) =
            url.split_once('#').map_or((url, None), |(path, fragment)| (path, Some(fragment)));
        let fragment = fragment.map(decode).transpose()?;
        let path = path.split('?').next().unwrap_or(path);
        if path.is_empty() && below.is_none() {
            return Ok(self.find(page).map(|file| Target { file, fragment }));
        }
        // A fragment may be written as it is read, a path may not.
        if let Some(c) = path.chars().find(|c| !c.is_ascii()) {
            return Err(format!("{c:?} is not percent-encoded"));
        }
        let path = decode(path)?;
        let mut steps: Vec<&str> = Vec::new();
        let relative = if let Some(below) = path.strip_prefix(&self.base).filter(|_| self.base != "/") {
            below
        } else if path.starts_with('/') {
            path.strip_prefix(self.base_path()).ok_or("leaves the base path")?
        } else {
            steps.extend(page.split('/'));
            steps.pop();
            &path
        };
        for step in relative.split('/') {
            match step {
                "" | "." => {}
                ".." => drop(steps.pop().ok_or("leaves the site")?),
                name => steps.push(name),
            }
        }
        let is_folder = relative.is_empty() || relative.ends_with(['/', '.']);
        let mut file = steps.join("/");
        if is_folder {
            file = if file.is_empty() { "index.html".to_owned() } else { file + "/index.html" };
        }
        if let Some(file) = self.find(&file) {
            return Ok(Some(Target { file, fragment }));
        }
        let without_slash = self.find(&format!("{file}/index.html")).is_some();
        Err(if without_slash { "is a folder, but has no slash at its end" } else { "is not there" }
            .to_owned())
    }
}

/// A place in the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    /// Number of the file in the site's list.
    file: usize,
    fragment: Option<String>,
}

/// Reads every page of the site in `dir`. What it finds is sorted by page.
pub(crate) fn crawl(dir: &Path) -> Vec<Finding> {
    let site = Site::new(dir);
    // Of a page only what other pages need is kept.
    let pages: Vec<Option<Facts>> = site
        .files
        .par_iter()
        .map(|name| {
            let is_page = name.ends_with(".html");
            is_page.then(|| page::read(&site, name, &fs::read(dir.join(name)).unwrap()))
        })
        .collect();
    let mut findings: Vec<Finding> = site
        .files
        .par_iter()
        .zip(&pages)
        .filter_map(|(name, facts)| Some((name, facts.as_ref()?)))
        .flat_map_iter(|(name, facts)| {
            let across = fragments(&site, &pages, facts).chain(alternates(&site, &pages, name, facts));
            let all: Vec<String> = facts.findings.iter().cloned().chain(across).collect();
            all.into_iter().map(|what| Finding { page: name.clone(), what })
        })
        .collect();
    findings.sort();
    findings
}

/// Links to places that the linked page does not have.
fn fragments<'a>(
    site: &'a Site,
    pages: &'a [Option<Facts>],
    facts: &'a Facts,
) -> impl Iterator<Item = String> + 'a {
    let is_lost = |link: &&Reference| {
        let Some(page) = &pages[link.target.file] else { return false };
        let Some(fragment) = &link.target.fragment else { return false };
        // The top of a page needs no ID.
        let is_there = page.ids.binary_search(fragment).is_ok() || fragment.is_empty() || fragment == "top";
        !is_there && !fragment.starts_with(":~:")
    };
    let lost = facts.fragments.iter().filter(is_lost);
    lost.map(|link| format!("{}: no such place in {}", link.url, site.files[link.target.file]))
}

/// Alternates that do not name this page in return.
fn alternates<'a>(
    site: &'a Site,
    pages: &'a [Option<Facts>],
    name: &'a str,
    facts: &'a Facts,
) -> impl Iterator<Item = String> + 'a {
    let own = site.find(name);
    let is_one_sided = move |(_, file): &&(String, usize)| {
        let others = pages[*file].as_ref().map_or(&[][..], |page| &page.alternates);
        !others.iter().any(|(_, back)| Some(*back) == own)
    };
    let one_sided = facts.alternates.iter().filter(is_one_sided);
    let lost = one_sided.map(|(language, file)| {
        format!("hreflang {language}: {} does not name this page in return", site.files[*file])
    });
    let names_itself = facts.alternates.iter().any(|(_, file)| Some(*file) == own);
    let itself = (!facts.alternates.is_empty() && !names_itself)
        .then(|| "hreflang: the page does not name itself".to_owned());
    lost.chain(itself)
}

/// `mailto:`, `https:` and so on.
fn has_scheme(url: &str) -> bool {
    let Some((scheme, _)) = url.split_once(':') else { return false };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// Percent-decodes a path or fragment.
fn decode(text: &str) -> Result<String, String> {
    if let Some(c) = text.chars().find(|c| c.is_ascii_control() || " \"<>\\^`{|}".contains(*c)) {
        return Err(format!("{c:?} is not percent-encoded"));
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'%' {
            let digits = text.get(at + 1..at + 3).ok_or("a percent sign has no digits")?;
            decoded.push(u8::from_str_radix(digits, 16).map_err(|_| "a percent sign has no digits")?);
            at += 3;
        } else {
            decoded.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(decoded).map_err(|_| "is not UTF-8".to_owned())
}
