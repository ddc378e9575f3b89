//! A destination as text: scheme, path, query, fragment. Knows no catalog.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use super::identity::fold;
use super::link::{Fragment, Resolved, Target};
use crate::markdown::Dialect;

/// What stands before the words of a fragment that the browser looks for: no part of the name.
const DIRECTIVE: &str = ":~:";

/// A destination taken apart; the path is decoded and in NFC.
pub(super) struct LinkParts<'l> {
    pub(super) path: String,
    pub(super) query: Option<&'l str>,
    pub(super) fragment: Option<String>,
    /// `:~:…` behind it, as written.
    pub(super) directive: Option<&'l str>,
}

impl<'l> LinkParts<'l> {
    /// The same link to another path.
    pub(super) fn at(&self, path: String) -> Self {
        Self { path, query: self.query, fragment: self.fragment.clone(), directive: self.directive }
    }

    /// The link to what the path means; `fragment` is what the fragment means there.
    pub(super) fn link(&self, target: Target<'l>, fragment: Fragment) -> Resolved<'l> {
        let (query, directive) = (self.query.map(Cow::Borrowed), self.directive.map(Cow::Borrowed));
        Resolved { query, fragment, directive, ..Resolved::new(target) }
    }
}

/// The scheme of a URL; a single letter is a drive, not a scheme, and leads nowhere.
pub(super) fn scheme(destination: &str) -> Option<&str> {
    let bytes = destination.as_bytes();
    let is_of_scheme = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let end = bytes.iter().position(|byte| !is_of_scheme(byte)).filter(|end| bytes[*end] == b':')?;
    let scheme = &destination[..end];
    if !scheme.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    // Schemes are compared without letter case; only the two of the web need to be known here.
    Some(if scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http") {
        "https"
    } else {
        scheme
    })
}

/// What stands behind the first `://` of a URL.
pub(super) fn after_slashes(url: &str) -> Option<&str> {
    let mut colons = memchr::memchr_iter(b':', url.as_bytes());
    colons.find_map(|at| url[at + 1..].strip_prefix("//"))
}

pub(super) fn split(destination: &str) -> LinkParts<'_> {
    let (rest, fragment) =
        destination.split_once('#').map_or((destination, None), |(rest, name)| (rest, Some(name)));
    let (path, query) = rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query)));
    let directive = fragment.and_then(|name| name.find(DIRECTIVE));
    let (fragment, directive) = match fragment.zip(directive) {
        Some((name, at)) => (Some(&name[..at]), Some(&name[at..])),
        None => (fragment, None),
    };
    let decode = |text: &str| composed(percent_decode_str(text).decode_utf8_lossy());
    LinkParts {
        path: decode(path).replace('\\', "/"),
        query: query.filter(|query| !query.is_empty()),
        fragment: fragment.map(decode).filter(|name| !name.is_empty()),
        directive,
    }
}

/// What `{{< ref "a.md" >}}` of Hugo names.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shortcode<'l> {
    pub(super) path: &'l str,
    pub(super) language: Option<&'l str>,
    /// What stands behind it.
    pub(super) rest: &'l str,
}

/// Reads a destination that is a `ref` or `relref`.
pub(super) fn shortcode(written: &str) -> Option<Shortcode<'_>> {
    let inside = written.strip_prefix("{{<").and_then(|rest| rest.split_once(">}}"));
    let (inside, behind) = inside.or_else(|| written.strip_prefix("{{%")?.split_once("%}}"))?;
    let (name, mut rest) = inside.trim().split_once(char::is_whitespace)?;
    matches!(name, "ref" | "relref").then_some(())?;
    let (mut path, mut language) = (None, None);
    loop {
        rest = rest.trim_start();
        if rest.is_empty() || rest == "/" {
            return Some(Shortcode { path: path?, language, rest: behind });
        }
        let name_end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        let key = rest[name_end..].starts_with('=').then(|| &rest[..name_end]);
        let value = if key.is_some() { &rest[name_end + 1..] } else { rest };
        let (value, after) = match value.chars().next().filter(|c| matches!(c, '"' | '`' | '\'')) {
            Some(quote) => value[1..].split_once(quote)?,
            None => value.split_once(char::is_whitespace).unwrap_or((value, "")),
        };
        match key {
            None | Some("path") => path = path.or(Some(value)),
            Some("lang") => language = Some(value),
            Some(_) => {}
        }
        rest = after;
    }
}

/// What a destination with Liquid names: a path from the root of the site, in two parts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Liquid<'l> {
    pub(super) path: &'l str,
    pub(super) rest: &'l str,
}

/// Whether only a generator knows what a destination is.
pub(super) fn is_generated(written: &str) -> bool {
    brackets_at(written).is_some()
}

/// Where the first `{{` or `{%` stands.
fn brackets_at(written: &str) -> Option<usize> {
    let mut braces = memchr::memchr_iter(b'{', written.as_bytes());
    braces.find(|brace| matches!(written.as_bytes().get(brace + 1), Some(b'{' | b'%')))
}

/// The shortcode or the Liquid that makes a destination one that only its generator knows: what stands in its brackets.
pub(crate) fn generated(dialect: Dialect, written: &str) -> Option<&str> {
    let start = brackets_at(written)?;
    let is_unknown = match dialect {
        Dialect::Hugo => shortcode(written).is_none(),
        Dialect::Jekyll => liquid(written).is_none(),
        Dialect::Zola => written.contains('('),
        _ => false,
    };
    if !is_unknown {
        return None;
    }
    let inside = written[start + 2..].trim_start_matches(['<', '%', '-', ' ']);
    let end = inside.find(['}', '%', '>', '(']).unwrap_or(inside.len());
    Some(inside[..end].trim_end()).filter(|name| !name.is_empty())
}

/// Reads a destination that Liquid writes: `{{ site.baseurl }}/x`, `{{ "/x" | relative_url }}`, `{% link x.md %}`.
pub(super) fn liquid(written: &str) -> Option<Liquid<'_>> {
    let mut rest = written;
    while let Some((inside, after)) = enclosed(rest, "{{", "}}")
        && matches!(inside, "site.baseurl" | "site.url")
    {
        rest = after;
    }
    let found = if let Some((inside, after)) = enclosed(rest, "{%", "%}") {
        let path = inside.strip_prefix("link")?;
        path.starts_with(char::is_whitespace).then(|| Liquid { path: path.trim(), rest: after })?
    } else if let Some((inside, after)) = enclosed(rest, "{{", "}}") {
        let (text, filter) = inside.split_once('|')?;
        let filter = filter.trim();
        let is_known = matches!(filter, "relative_url" | "absolute_url")
            || filter.split_once(':').is_some_and(|(name, base)| {
                name.trim() == "prepend" && matches!(base.trim(), "site.baseurl" | "site.url")
            });
        let text = text.trim();
        let path = ['"', '\''].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote))?;
        is_known.then_some(Liquid { path, rest: after })?
    } else if rest.len() < written.len() {
        Liquid { path: "", rest }
    } else {
        return None;
    };
    (!is_generated(found.rest) && !is_generated(found.path)).then_some(found)
}

/// What stands between brackets at the beginning of a text, and what behind them.
fn enclosed<'l>(text: &'l str, open: &str, close: &str) -> Option<(&'l str, &'l str)> {
    let (inside, after) = text.strip_prefix(open)?.split_once(close)?;
    Some((inside.trim_matches(|c: char| c.is_whitespace() || c == '-'), after))
}

/// The text in NFC, as ASCII always is.
pub(super) fn composed(text: Cow<'_, str>) -> String {
    if text.is_ascii() { text.into_owned() } else { text.nfc().collect() }
}

/// `folder/path` without `.` and `..`; none where it climbs out.
pub(super) fn join(folder: &str, path: &str) -> Option<String> {
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

/// The folder of a path, without a slash at its end.
pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Articles are linked with and without extension; its letter case says nothing.
pub(super) fn without_extension(path: &str) -> &str {
    without_any(path, &[".md", ".markdown", ".mdx", ".yml"]).unwrap_or(path)
}

/// A path to a page, by the name of the file that other generators make of an article, without its extension.
pub(super) fn without_page_extension(path: &str) -> Option<&str> {
    without_any(path, &[".html", ".htm"])
}

fn without_any<'p>(path: &'p str, extensions: &[&str]) -> Option<&'p str> {
    extensions.iter().find_map(|extension| {
        let (stem, end) = path.split_at_checked(path.len().checked_sub(extension.len())?)?;
        end.eq_ignore_ascii_case(extension).then_some(stem)
    })
}

/// The path below `folder`, letter case ignored.
pub(super) fn strip_folded<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    // Most begin otherwise.
    if let (Some(first), Some(own)) = (path.bytes().next(), folder.bytes().next())
        && first.is_ascii()
        && own.is_ascii()
        && !first.eq_ignore_ascii_case(&own)
    {
        return None;
    }
    let steps = folder.split('/').count();
    let mut rest = path;
    for _ in 0..steps {
        rest = rest.split_once('/').map_or("", |(_, rest)| rest);
    }
    let head = path[..path.len() - rest.len()].trim_end_matches('/');
    let head = head.split(['#', '?']).next().unwrap_or(head);
    let is_folder = if head.is_ascii() && folder.is_ascii() {
        head.eq_ignore_ascii_case(folder)
    } else {
        fold(head) == fold(folder)
    };
    is_folder.then_some(if rest.is_empty() { &path[head.len()..] } else { rest })
}

/// A host without what names the same one with or without: `www.`, and the ports that browsers take by themselves.
pub(super) fn plain_host(host: &str) -> &str {
    let host = host.strip_suffix(":443").or_else(|| host.strip_suffix(":80")).unwrap_or(host);
    match host.split_at_checked("www.".len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case("www.") => rest,
        _ => host,
    }
}
