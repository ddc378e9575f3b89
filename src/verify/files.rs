//! The files of a finished site by name, and where a URL that stands in one of them leads. Judges none of them.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use percent_encoding::percent_decode_str;
use walkdir::WalkDir;

/// The number of a file in the sorted list of all.
pub(super) type File = u32;

/// Where the build writes down what it made, a path a line; no part of the site.
const RECORDS: &str = ".faqtory";

/// How much of a site is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// All of it.
    Whole,
    /// Some locales, or the root alone: a link into a top folder that is not there is no finding.
    Parts,
}

/// The files of a site, and where it will be served.
#[derive(Debug)]
pub(super) struct Files {
    dir: PathBuf,
    /// Paths below the folder of the site, with `/`, sorted.
    names: Vec<Box<str>>,
    /// Hash of each name and its number, sorted.
    index: Vec<(u64, File)>,
    /// Hashes of the names that are on record, sorted; none where there are no records.
    made: Vec<u64>,
    /// The first step of every path.
    tops: BTreeSet<Box<str>>,
    /// `https://example.org/docs/`, if it is known.
    pub(super) base: Option<String>,
    coverage: Coverage,
}

/// Where a URL leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target<'u> {
    /// To another site, or it has a scheme of its own (`mailto:`).
    Elsewhere,
    /// To a file of the site, and a place in it, percent-decoded.
    File(File, Option<Cow<'u, str>>),
    /// Into a part of the site that is not built, by its first step.
    Absent(String),
}

/// The hash of a text. It is never stored: another version may hash differently.
pub(super) fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

impl Files {
    /// Lists the folder `dir`.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub(super) fn read(dir: &Path, base_url: Option<&str>, coverage: Coverage) -> Result<Self> {
        let mut names: Vec<Box<str>> = Vec::new();
        let is_site = |entry: &walkdir::DirEntry| entry.depth() != 1 || entry.file_name() != RECORDS;
        for entry in WalkDir::new(dir).into_iter().filter_entry(is_site) {
            let entry = entry.with_context(|| format!("cannot read the site in {}", dir.display()))?;
            let below = entry.path().strip_prefix(dir).ok().and_then(Path::to_str);
            if let Some(name) = below.filter(|_| entry.file_type().is_file()) {
                names.push(if cfg!(windows) { name.replace('\\', "/").into() } else { name.into() });
            }
        }
        names.sort_unstable();
        u32::try_from(names.len()).map_err(|_| anyhow!("{}: too many files", dir.display()))?;
        let mut index: Vec<_> = (0..).zip(&names).map(|(file, name)| (hash(name), file)).collect();
        index.sort_unstable();
        let top = |name: &str| name.split('/').next().unwrap_or(name).into();
        let tops = names.iter().map(|name| top(name)).collect();
        let made = made(&dir.join(RECORDS))?;
        let base = base_url.map(|url| format!("{}/", url.trim_end_matches('/')));
        Ok(Self { dir: dir.to_owned(), names, index, made, tops, base, coverage })
    }

    pub(super) fn names(&self) -> &[Box<str>] {
        &self.names
    }

    pub(super) fn name(&self, file: File) -> &str {
        self.names.get(file as usize).map_or("", |name| name)
    }

    /// The content of the file with this name.
    ///
    /// # Errors
    /// It cannot be read.
    pub(super) fn bytes(&self, name: &str) -> Result<Vec<u8>> {
        let file = self.dir.join(name);
        fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
    }

    /// The file of this name.
    pub(super) fn find(&self, name: &str) -> Option<File> {
        let wanted = hash(name);
        let from = self.index.partition_point(|(hash, _)| *hash < wanted);
        let alike = self.index.get(from..)?.iter().take_while(|(hash, _)| *hash == wanted);
        alike.map(|(_, file)| *file).find(|file| self.name(*file) == name)
    }

    /// Whether the build made the file, as far as is known: others may put theirs beside it.
    pub(super) fn is_made(&self, name: &str) -> bool {
        self.made.is_empty() || self.made.binary_search(&hash(name)).is_ok()
    }

    /// The path part of the base, `/` at both ends.
    fn base_path(&self) -> &str {
        let Some(base) = &self.base else { return "/" };
        let host = base.find("://").map_or(0, |at| at + 3);
        base[host..].find('/').map_or("/", |at| &base[host + at..])
    }

    /// `https://example.org`, if it is known.
    pub(super) fn origin(&self) -> Option<&str> {
        let base = self.base.as_deref()?;
        Some(base[..base.len() - self.base_path().len()].trim_end_matches('/'))
    }

    /// Where a URL written in the file `name` leads.
    ///
    /// # Errors
    /// It should lead somewhere in this site and does not: why, as the end of a sentence.
    pub(super) fn resolve<'u>(&self, name: &str, url: &'u str) -> Result<Target<'u>, String> {
        let url = url.trim();
        let below = self.base.as_deref().and_then(|base| url.strip_prefix(base));
        if below.is_none() && (scheme(url).is_some() || url.starts_with("//")) {
            let is_root = self.base.as_deref().is_some_and(|base| base.trim_end_matches('/') == url);
            return if is_root { self.at("index.html".to_owned(), None) } else { Ok(Target::Elsewhere) };
        }
        if below.is_some_and(|below| self.base_path() == "/" && !self.has_top(below)) {
            // A host serves more than one site: what begins with nothing of this one may be of another.
            return Ok(Target::Elsewhere);
        }
        let (path, fragment) = match below.unwrap_or(url).split_once('#') {
            Some((path, fragment)) => (path, Some(decode(fragment)?)),
            None => (below.unwrap_or(url), None),
        };
        let path = path.split('?').next().unwrap_or(path);
        if path.is_empty() && below.is_none() {
            return self.at(name.to_owned(), fragment);
        }
        if let Some(c) = path.chars().find(|c| !c.is_ascii()) {
            return Err(format!("contains {c:?}, which must be percent-encoded"));
        }
        let path = decode(path)?;
        let (start, relative) = match below {
            Some(_) => ("", &*path),
            None if path.starts_with('/') => {
                let base = percent_decode_str(self.base_path()).decode_utf8_lossy();
                ("", path.strip_prefix(&*base).ok_or("leads out of the base path of the site")?)
            }
            None => (name.rsplit_once('/').map_or("", |(folder, _)| folder), &*path),
        };
        self.at(walk(start, relative)?, fragment)
    }

    /// Whether the first step of a path below the root is a folder or a file of the site, or no step at all.
    fn has_top(&self, below: &str) -> bool {
        let top = below.split(['/', '?', '#']).next().unwrap_or("");
        top.is_empty() || self.tops.contains(top)
    }

    fn at<'u>(&self, path: String, fragment: Option<Cow<'u, str>>) -> Result<Target<'u>, String> {
        if let Some(file) = self.find(&path) {
            return Ok(Target::File(file, fragment));
        }
        let top = path.split('/').next().unwrap_or(&path);
        if self.coverage == Coverage::Parts && !self.tops.contains(top) {
            return Ok(Target::Absent(top.to_owned()));
        }
        Err(if self.find(&format!("{path}/index.html")).is_some() {
            format!("lacks the slash at the end that `{path}` needs")
        } else {
            format!("leads to a file that the site does not have: `{path}`")
        })
    }
}

/// The files on record in `folder`, as hashes, sorted.
fn made(folder: &Path) -> Result<Vec<u64>> {
    let mut made = Vec::new();
    for entry in WalkDir::new(folder).max_depth(1).into_iter().filter_map(Result::ok) {
        if entry.path().extension().is_some_and(|extension| extension == "txt") {
            let text =
                fs::read(entry.path()).with_context(|| format!("cannot read {}", entry.path().display()))?;
            // Behind the path stands the hash of the file.
            let path = |line: &str| hash(line.split('\t').next().unwrap_or_default());
            made.extend(String::from_utf8_lossy(&text).lines().map(path));
        }
    }
    made.sort_unstable();
    Ok(made)
}

/// The path of the file that `relative` leads to from the folder `start`; a folder's file is its `index.html`.
fn walk(start: &str, relative: &str) -> Result<String, String> {
    let mut path = String::with_capacity(start.len() + relative.len() + 12);
    path.push_str(start);
    for step in relative.split('/') {
        match step {
            "" | "." => {}
            ".." if path.is_empty() => return Err("leads out of the site".to_owned()),
            ".." => path.truncate(path.rfind('/').unwrap_or(0)),
            step => {
                if !path.is_empty() {
                    path.push('/');
                }
                path.push_str(step);
            }
        }
    }
    let last = relative.rsplit('/').next().unwrap_or(relative);
    if matches!(last, "" | "." | "..") {
        path.push_str(if path.is_empty() { "index.html" } else { "/index.html" });
    }
    Ok(path)
}

/// The scheme of a URL, without its colon.
pub(super) fn scheme(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    is_scheme.then_some(scheme)
}

/// Percent-decodes a path or a fragment.
fn decode(text: &str) -> Result<Cow<'_, str>, String> {
    if let Some(c) = text.chars().find(|c| c.is_ascii_control() || " \"<>\\^`{|}".contains(*c)) {
        return Err(format!("contains {c:?}, which must be percent-encoded"));
    }
    let is_pair = |digits: &str| {
        digits.as_bytes().get(..2).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    if !text.split('%').skip(1).all(is_pair) {
        return Err("contains a `%` without two hexadecimal digits after it".to_owned());
    }
    percent_decode_str(text).decode_utf8().map_err(|_| "is not valid UTF-8 when decoded".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(base: Option<&str>, coverage: Coverage) -> Files {
        let dir = tempfile::tempdir().unwrap();
        for name in ["index.html", "en/index.html", "en/a b/index.html", "assets/x.css", ".faqtory/en.txt"] {
            fs::create_dir_all(dir.path().join(name).parent().unwrap()).unwrap();
            fs::write(dir.path().join(name), "").unwrap();
        }
        Files::read(dir.path(), base, coverage).unwrap()
    }

    /// The file that a URL of the page `en/a b/index.html` leads to, or why it leads nowhere.
    fn leads(files: &Files, url: &str) -> String {
        match files.resolve("en/a b/index.html", url) {
            Ok(Target::File(file, None)) => files.name(file).to_owned(),
            Ok(Target::File(file, Some(fragment))) => format!("{}#{fragment}", files.name(file)),
            Ok(other) => format!("{other:?}"),
            Err(why) => why,
        }
    }

    #[test]
    fn urls_lead_to_files() {
        let site = files(None, Coverage::Whole);
        assert_eq!(site.names().len(), 4);
        for (url, file) in [
            ("", "en/a b/index.html"),
            ("#x%20y", "en/a b/index.html#x y"),
            ("?q", "en/a b/index.html"),
            ("./", "en/a b/index.html"),
            ("index.html", "en/a b/index.html"),
            ("..", "en/index.html"),
            ("../", "en/index.html"),
            ("../../", "index.html"),
            ("../a%20b/?q=1#é", "en/a b/index.html#é"),
            ("/", "index.html"),
            ("/assets/x.css", "assets/x.css"),
        ] {
            assert_eq!(leads(&site, url), file, "{url}");
        }
        for url in ["https://example.org/x", "mailto:a@b.c", "//example.org", "ms-settings:x"] {
            assert_eq!(leads(&site, url), "Elsewhere", "{url}");
        }
    }

    #[test]
    fn what_leads_nowhere_is_an_error() {
        let site = files(None, Coverage::Whole);
        for (url, why) in [
            ("../a%20b", "lacks the slash at the end that `en/a b` needs"),
            ("../A%20b/", "leads to a file that the site does not have: `en/A b/index.html`"),
            ("../a b/", "contains ' ', which must be percent-encoded"),
            ("../é/", "contains 'é', which must be percent-encoded"),
            ("../a%2/", "contains a `%` without two hexadecimal digits after it"),
            ("../%FF/", "is not valid UTF-8 when decoded"),
            ("../../../", "leads out of the site"),
            ("/lv/", "leads to a file that the site does not have: `lv/index.html`"),
        ] {
            assert_eq!(leads(&site, url), why, "{url}");
        }
    }

    #[test]
    fn a_base_url_is_part_of_the_site() {
        let site = files(Some("https://example.org/docs"), Coverage::Whole);
        assert_eq!(leads(&site, "https://example.org/docs/en/"), "en/index.html");
        assert_eq!(leads(&site, "https://example.org/docs"), "index.html");
        assert_eq!(leads(&site, "https://example.org/en/"), "Elsewhere");
        assert_eq!(leads(&site, "/docs/en/"), "en/index.html");
        assert_eq!(leads(&site, "/en/"), "leads out of the base path of the site");
        assert_eq!((site.base_path(), site.origin()), ("/docs/", Some("https://example.org")));
    }

    #[test]
    fn a_base_path_may_be_encoded() {
        let site = files(Some("https://example.org/h%C3%BClfe"), Coverage::Whole);
        for url in ["/h%C3%BClfe/en/", "/h%c3%bclfe/en/", "https://example.org/h%C3%BClfe/en/"] {
            assert_eq!(leads(&site, url), "en/index.html", "{url}");
        }
    }

    #[test]
    fn a_host_may_serve_more_than_the_site() {
        let site = files(Some("https://example.org"), Coverage::Whole);
        assert_eq!(leads(&site, "https://example.org/en/"), "en/index.html");
        assert_eq!(leads(&site, "https://example.org/shop/é"), "Elsewhere");
        let why = "leads to a file that the site does not have: `en/x/index.html`";
        assert_eq!(leads(&site, "https://example.org/en/x/"), why);
    }

    #[test]
    fn a_part_that_is_not_there_is_no_fault_of_a_part() {
        let site = files(None, Coverage::Parts);
        assert_eq!(leads(&site, "/lv/x/"), "Absent(\"lv\")");
        assert_eq!(leads(&site, "/en/x/"), "leads to a file that the site does not have: `en/x/index.html`");
    }
}
