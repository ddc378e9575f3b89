//! Addresses inside the site and how one page writes another's: relative, percent-encoded. Knows no catalog.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

/// How links between pages end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum LinkStyle {
    /// `x/`: for web servers.
    #[default]
    Folder,
    /// `x/index.html`: for reading from the disk.
    File,
}

/// Characters that are percent-encoded in a fragment.
const FRAGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Characters that are percent-encoded in a path: all but `/` and those of `pchar` in RFC 3986.
const PATH: &AsciiSet = &FRAGMENT.add(b'?');

/// Characters that are percent-encoded in what is written with percent signs.
const WRITTEN: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Characters that are percent-encoded in a value within an address, whatever part of it that is.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Where a page writes its links from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// The folder of the page below the root, with `/` at its end unless it is the root: `he-il/reset/`.
    Folder(String),
    /// A page that is served at any depth (404): links begin with this base path, `/` at both ends.
    Anywhere(String),
}

impl From {
    /// The prefix that leads to the root of the site: `../../`, or the base path.
    pub(crate) fn root(&self) -> String {
        match self {
            Self::Folder(folder) => "../".repeat(folder.matches('/').count()),
            Self::Anywhere(base) => base.clone(),
        }
    }

    /// A link to the page in the folder `to` (`/` at its end unless it is the root).
    pub(crate) fn page(&self, to: &str, style: LinkStyle) -> String {
        let mut href = self.path(to);
        if style == LinkStyle::File {
            href.push_str("index.html");
        } else if href.is_empty() {
            href.push_str("./");
        }
        href
    }

    /// A link to the file at `to`, or the path to a folder.
    pub(crate) fn path(&self, to: &str) -> String {
        let Self::Folder(folder) = self else { return format!("{}{}", self.root(), encode_path(to)) };
        let shared = shared_folder(folder, to);
        let up = folder[shared..].matches('/').count();
        let down = &to[shared..];
        // `a:b/` at the beginning of a relative reference would be a scheme.
        let needs_guard = up == 0 && down.split('/').next().is_some_and(|step| step.contains(':'));
        let mut href = String::with_capacity(3 * up + down.len() + 12);
        (0..up).for_each(|_| href.push_str("../"));
        href.push_str(if needs_guard { "./" } else { "" });
        href.extend(utf8_percent_encode(down, PATH));
        href
    }
}

/// The length of the folders that both paths begin with, the last `/` included.
fn shared_folder(from: &str, to: &str) -> usize {
    let same = from.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
    from.as_bytes()[..same].iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1)
}

pub(crate) fn encode_path(path: &str) -> String {
    Cow::from(utf8_percent_encode(path, PATH)).into_owned()
}

pub(crate) fn encode_fragment(fragment: &str) -> String {
    Cow::from(utf8_percent_encode(fragment, FRAGMENT)).into_owned()
}

pub(crate) fn encode_value(value: &str) -> String {
    Cow::from(utf8_percent_encode(value, VALUE)).into_owned()
}

/// A query or a part of a fragment as it is written: what is percent-encoded in it stays so.
pub(crate) fn encode_written(text: &str) -> String {
    Cow::from(utf8_percent_encode(text, WRITTEN)).into_owned()
}

/// The path of an absolute URL, `/` at both ends; `/` without a URL.
pub(crate) fn base_path(base_url: Option<&str>) -> String {
    let rest = base_url.and_then(|url| url.split_once("://")).map_or("", |(_, rest)| rest);
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    let path = path.split(['?', '#']).next().unwrap_or("").trim_matches('/');
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(from: &str, to: &str) -> String {
        From::Folder(from.to_owned()).page(to, LinkStyle::Folder)
    }

    #[test]
    fn links_are_relative_to_the_page() {
        assert_eq!(page("he-il/reset/", "he-il/billing/"), "../billing/");
        assert_eq!(page("he-il/reset/", "lv-lv/reset/"), "../../lv-lv/reset/");
        assert_eq!(page("he-il/reset/", "he-il/reset/"), "./");
        assert_eq!(page("he-il/", "he-il/a/b/"), "a/b/");
        assert_eq!(page("he-il/a/b/", ""), "../../../");
        assert_eq!(page("", ""), "./");
        assert_eq!(page("he-il/reset/", "he-il/reset-2/"), "../reset-2/");
    }

    #[test]
    fn names_are_encoded() {
        assert_eq!(page("en/", "en/a b%?#/"), "a%20b%25%3F%23/");
        assert_eq!(page("en/", "en/c:d/"), "./c:d/");
        assert_eq!(page("en/", "en/סיסמה/"), "%D7%A1%D7%99%D7%A1%D7%9E%D7%94/");
    }

    #[test]
    fn links_for_the_disk_name_the_file() {
        assert_eq!(From::Folder("a/b/".into()).page("a/", LinkStyle::File), "../index.html");
        assert_eq!(From::Folder("a/".into()).page("a/", LinkStyle::File), "index.html");
    }

    #[test]
    fn a_page_served_anywhere_starts_from_the_base_path() {
        let from = From::Anywhere(base_path(Some("https://example.com/docs")));
        assert_eq!(from.page("he-il/", LinkStyle::Folder), "/docs/he-il/");
        assert_eq!(base_path(Some("https://example.com")), "/");
        assert_eq!(base_path(None), "/");
    }
}
