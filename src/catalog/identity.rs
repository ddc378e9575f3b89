//! How article IDs are compared, and which URL path each article gets. Knows no files.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::indexed::{IdentityIndex, IndexVec};

/// Two IDs with the same folding are the same article.
pub(crate) fn fold(id: &str) -> String {
    if id.is_ascii() {
        id.to_ascii_lowercase()
    } else {
        id.nfc().flat_map(char::to_lowercase).nfc().collect()
    }
}

/// Bytes of the longest step of a URL path, which is the name of a folder: file systems take 255, and numbers may follow.
const MAX_STEP: usize = 200;

/// Bytes and steps of the longest URL path. Systems open paths of 4096 bytes, that of the output folder included, and each
/// step is a folder.
const MAX_PATH: usize = 1000;
const MAX_STEPS: usize = 40;

/// Digits of the hash that stands for what is cut.
const HASH_DIGITS: usize = 8;

/// What keeps an article from having the URL path that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlFlaw {
    /// Nothing is left of it: `..`, `/`, nothing but control characters.
    Nothing,
    /// It has steps `.` or `..`, which are none.
    Dots,
    /// Longer than file systems allow, so it is cut.
    TooLong,
}

/// The path of an article's page below its locale: NFC, lower case, control and format characters removed, spaces
/// to `-`. Steps that would leave the folder are dropped, what is too long is cut and gets a hash. `index` is its folder's
/// page; the root's is empty.
pub(crate) fn url_path(id: &str) -> String {
    checked_url_path(id).0
}

/// The URL path, and what is wrong with what was written.
pub(super) fn checked_url_path(id: &str) -> (String, Option<UrlFlaw>) {
    let folded = fold(id);
    let mut flaw = None;
    let mut steps: Vec<Cow<'_, str>> = Vec::new();
    for step in folded.split(['/', '\\']) {
        match plain_step(step) {
            step if matches!(&*step, "." | "..") => flaw = Some(UrlFlaw::Dots),
            step if !step.is_empty() => steps.push(step),
            _ => {}
        }
    }
    if steps.is_empty() && !id.is_empty() {
        return (String::new(), Some(UrlFlaw::Nothing));
    }
    if steps.last().is_some_and(|step| step == "index") {
        steps.pop();
    }
    let (path, is_cut) = shortened(&steps);
    (path, flaw.or(is_cut.then_some(UrlFlaw::TooLong)))
}

/// The name that an asset has on the site, before it gets a hash: as a step of a URL path, but of any length.
pub(super) fn asset_name(name: &str) -> String {
    plain_step(&fold(name)).into_owned()
}

fn plain_step(step: &str) -> Cow<'_, str> {
    if step.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Cow::Borrowed(step);
    }
    let visible = step.trim().chars().filter(|&character| !is_invisible(character));
    visible.map(|character| if character.is_whitespace() { '-' } else { character }).collect()
}

/// The steps as a path that fits into file systems, and whether anything was cut.
fn shortened(steps: &[Cow<'_, str>]) -> (String, bool) {
    let mut path = String::new();
    let mut is_cut = false;
    for (number, step) in steps.iter().enumerate() {
        let separator = usize::from(number > 0);
        let is_last = number + 1 == steps.len();
        // The hash of what does not fit needs room too.
        let (most_steps, room) =
            if is_last { (MAX_STEPS, MAX_PATH) } else { (MAX_STEPS - 1, MAX_PATH - HASH_DIGITS - 1) };
        let wanted = separator + step.len().min(MAX_STEP);
        if number >= most_steps || path.len() + wanted > room {
            path.push_str(&"/"[..separator]);
            path.push_str(&hash(&steps.join("/")));
            return (path, true);
        }
        path.push_str(&"/"[..separator]);
        if step.len() <= MAX_STEP {
            path.push_str(step);
        } else {
            let end = step.floor_char_boundary(MAX_STEP - HASH_DIGITS - 1);
            path.push_str(&step[..end]);
            path.push('-');
            path.push_str(&hash(step));
            is_cut = true;
        }
    }
    (path, is_cut)
}

/// A URL path made of a longer one, where file systems would not take it.
pub(super) fn fitting(path: String) -> String {
    let is_long = path.len() > MAX_PATH || path.split('/').count() > MAX_STEPS;
    if is_long { shortened(&path.split('/').map(Cow::Borrowed).collect::<Vec<_>>()).0 } else { path }
}

fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..HASH_DIGITS].to_owned()
}

/// The URL path of an article: as its slug asks, `slugged`, else as its ID does, else `article`. A slug `/` asks for the
/// home's.
pub(super) fn article_path(id: &str, slugged: Option<&str>) -> (String, Option<UrlFlaw>) {
    let (path, flaw) = match slugged {
        None | Some("/") => (String::new(), None),
        Some(slugged) => checked_url_path(slugged),
    };
    if slugged.is_some() && flaw != Some(UrlFlaw::Nothing) {
        return (path, flaw);
    }
    match checked_url_path(id) {
        (_, Some(UrlFlaw::Nothing)) => (UNNAMED.to_owned(), Some(UrlFlaw::Nothing)),
        // What is there already is all that such a slug can ask for.
        (path, own) => (path.clone(), if path.is_empty() { own } else { flaw.or(own) }),
    }
}

/// The URL path of an article whose ID leaves none.
const UNNAMED: &str = "article";

/// Control characters, and the format characters (general category Cf) that scripts do not need to be distinguished.
fn is_invisible(character: char) -> bool {
    use icu::properties::{CodePointMapData, props::GeneralCategory};
    !character.is_ascii_graphic()
        && matches!(
            CodePointMapData::<GeneralCategory>::new().get(character),
            GeneralCategory::Control | GeneralCategory::Format
        )
}

/// Names below a locale's folder that are not an article's to take.
const RESERVED: [&str; 7] =
    ["all", "404.html", "sitemap.xml", "feed.xml", "ids.json", "llms.txt", "opensearch.xml"];

/// Whether a name is that of a file of which a locale may have several.
fn is_numbered(name: &str) -> bool {
    name.starts_with("sitemap-") && name.ends_with(".xml")
        || name.starts_with("llms-full") && name.ends_with(".txt")
}

/// The folder of the search of a locale. An article may take the place of its page; the files of its index are programs.
const SEARCH: &str = "search";

/// Whether the site itself needs this URL path, or a file of it.
pub(super) fn is_reserved(url: &str) -> bool {
    url.split('/').next() == Some(SEARCH) || unreserved(url) != url
}

/// Folders of the root that are the site's own.
const ROOT_FOLDERS: [&str; 3] = [".faqtory", "assets", "open"];

/// Files of the root that are.
const ROOT_FILES: [&str; 5] =
    ["faqtory-help.js", "robots.txt", "sitemap.xml", "_redirects", "staticwebapp.config.json"];

/// Names of files that are, in whatever folder: who reads a site takes such a file for one that it made.
const SITE_FILES: [&str; 6] = ["index.html", "404.html", "index.json", "feed.xml", "ids.json", "llms.txt"];

/// Whether a path below the root of the site, folded, is the site's own, whatever locales it has.
pub(super) fn is_of_root(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or(path);
    let name = path.rsplit('/').next().unwrap_or(path);
    ROOT_FOLDERS.contains(&first)
        || ROOT_FILES.contains(&path)
        || SITE_FILES.contains(&name)
        || is_numbered(name)
}

/// The URL path that an article asks for.
#[derive(Clone, Debug)]
pub(crate) struct WantedUrl {
    pub(crate) path: String,
    /// The one that its ID gives it, where a slug asks for another.
    pub(crate) own: Option<String>,
    pub(crate) precedence: Precedence,
    /// In how many locales it is.
    pub(crate) translations: usize,
}

/// Whose article it is: the source's comes first, or where no source is known, one that most locales have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Precedence {
    Source,
    TranslationAlone,
}

/// Gives every article its URL path. Of those that ask for one path, the source's keeps it, then one whose ID it is, then
/// the one in most locales, then the first; the others get the path of their ID, else `-2`, `-3` …, with the one that has it (none for a reserved
/// name).
pub(crate) fn url_paths(
    asked: &IndexVec<IdentityIndex, WantedUrl>,
) -> IndexVec<IdentityIndex, (String, Option<Conflict>)> {
    let mut order: Vec<IdentityIndex> = asked.indices().collect();
    order.sort_by_key(|&index| {
        let WantedUrl { own, precedence, translations, .. } = &asked[index];
        (*precedence, own.is_some(), Reverse(*translations))
    });
    let mut taken: BTreeMap<Cow<'_, str>, IdentityIndex> = BTreeMap::new();
    let mut paths = IndexVec::filled((String::new(), None), asked.len());
    let mut others = Vec::new();
    for index in order {
        let path = asked[index].path.as_str();
        if taken.contains_key(path) || unreserved(path) != path {
            others.push(index);
        } else {
            taken.insert(Cow::Borrowed(path), index);
            path.clone_into(&mut paths[index].0);
        }
    }
    let mut numbers = Numbers::default();
    for index in others {
        let WantedUrl { path, own, .. } = &asked[index];
        let wanted = unreserved(path);
        let holder = taken.get(&*wanted).copied();
        let own = holder.and(own.as_deref()).map(unreserved);
        let is_free = |path: &str| !taken.contains_key(path);
        let given = match own {
            Some(own) if is_free(&own) => own,
            own => {
                let name = [Some(wanted), own].into_iter().flatten().find(|name| !name.is_empty());
                numbers.first_free(name.as_deref().unwrap_or(UNNAMED), is_free)
            }
        };
        taken.insert(Cow::Owned(given.clone()), index);
        paths[index] = (given, Some(holder.map_or(Conflict::Reserved, Conflict::With)));
    }
    paths
}

/// The numbers behind names that several want. Those that were tried once are not tried again, so what is taken must stay
/// so.
#[derive(Debug, Default)]
pub(super) struct Numbers(BTreeMap<String, u32>);

impl Numbers {
    /// The name itself, else the first of `name-2`, `name-3` … that is free.
    pub(super) fn first_free(&mut self, name: &str, is_free: impl Fn(&str) -> bool) -> String {
        if is_free(name) {
            return name.to_owned();
        }
        let number = self.0.entry(name.to_owned()).or_insert(1);
        loop {
            *number = number.saturating_add(1);
            let path = format!("{name}-{number}");
            if is_free(&path) || *number == u32::MAX {
                return path;
            }
        }
    }
}

/// The settings of a web server, which reads them in every folder, as it does files that begin with a dot.
const SERVER_SETTINGS: &str = "web.config";

/// The path with `-2` at every step that is a file of the site, not a folder, and without the dots that steps begin with.
fn unreserved(path: &str) -> String {
    let is_search = path.strip_prefix(SEARCH).is_some_and(|below| below.starts_with('/'));
    let is_reserved = |(place, step): (usize, &str)| {
        let is_of_search = is_search && place == 1 && step.ends_with(".js");
        matches!(step, "index.html" | "index.json" | "index.md" | SERVER_SETTINGS)
            || is_of_search
            || place == 0 && (is_numbered(step) || RESERVED.contains(&step))
    };
    let steps = path.split('/').enumerate();
    let steps = steps.map(|(place, step)| {
        let step = match step.trim_start_matches('.') {
            "" if !step.is_empty() => UNNAMED,
            visible => visible,
        };
        if is_reserved((place, step)) { Cow::Owned(format!("{step}-2")) } else { Cow::Borrowed(step) }
    });
    steps.collect::<Vec<_>>().join("/")
}

/// Why an article does not have the URL it would.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// Another article has it.
    With(IdentityIndex),
    /// The site uses the name itself.
    Reserved,
}

#[cfg(test)]
mod tests;
