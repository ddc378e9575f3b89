//! What VitePress and VuePress include: `<!-- @include: ./file.md#part{1,5} -->`, and as code `<<< @/file.js#part{2 ts} [title]`
//! and `@[code{1-3} js](file.js)`. Only reads them.

use std::borrow::Cow;
use std::ops::Range;

use super::line::{Line, Step};
use super::wanted::{Wanted, WantedCode, extension, is_path};

/// What both read.
pub(super) fn read<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let text = line.text();
    if !text.starts_with('<') {
        return None;
    }
    let (path, wanted) = comment(text).or_else(|| arrows(text))?;
    step(line, path, wanted)
}

/// What VuePress alone reads.
pub(super) fn read_code<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let (path, wanted) = brackets(line.text())?;
    step(line, path, wanted)
}

fn step<'t>(line: &Line<'t>, path: &'t str, wanted: Wanted<'t>) -> Option<Step<'t>> {
    let start = line.content + line.text().find(path).filter(|_| is_path(path))?;
    let place: Range<usize> = start..start + path.len();
    Some(Step::Includes { files: vec![(place, wanted)], until: line.end })
}

/// Whether a comment is an include, readable or not.
pub(in crate::markdown) fn is_include(comment: &str) -> bool {
    comment.strip_prefix("<!--").is_some_and(|inside| inside.trim_start().starts_with(INCLUDE))
}

const INCLUDE: &str = "@include:";

fn comment(text: &str) -> Option<(&str, Wanted<'_>)> {
    let inside = text.strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    let written = inside.strip_prefix(INCLUDE)?.trim();
    let (rest, lines) = match written.strip_suffix('}').and_then(|rest| rest.rsplit_once('{')) {
        Some((rest, lines)) => (rest, Some(lines_between(lines)?)),
        None => (written, None),
    };
    let (path, name) = match rest.split_once('#') {
        Some((path, name)) => (path, Some(name.trim()).filter(|name| !name.is_empty())?),
        None => (rest, ""),
    };
    Some((path.trim(), Wanted { name, lines, ..Wanted::default() }))
}

fn arrows(text: &str) -> Option<(&str, Wanted<'_>)> {
    let written = text.strip_prefix("<<<")?.trim();
    let (rest, title) = match written.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')) {
        Some((rest, title)) if !rest.contains('{') || rest.trim_end().ends_with('}') => {
            (rest.trim_end(), title.trim())
        }
        _ => (written, ""),
    };
    let (rest, inside) = rest.strip_suffix('}').and_then(|rest| rest.rsplit_once('{')).unwrap_or((rest, ""));
    let (path, name) = rest.trim().split_once('#').unwrap_or((rest.trim(), ""));
    let mut words = inside.split_ascii_whitespace().peekable();
    let is_lines = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit() || b",-".contains(&byte));
    let lines = words.next_if(is_lines).map_or(String::new(), |lines| format!("{{{lines}}}"));
    let language = words.next().filter(|word| !word.starts_with('[')).unwrap_or(extension(path));
    let code =
        WantedCode { info: Cow::Owned(format!("{language}{lines}")), title, name: name_of(title, path) };
    Some((path, Wanted { name, code: Some(code), ..Wanted::default() }))
}

fn brackets(text: &str) -> Option<(&str, Wanted<'_>)> {
    let (inside, rest) = text.strip_prefix("@[code")?.split_once("](")?;
    let path = rest.strip_suffix(')')?.trim();
    let (lines, info) = match inside.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        Some((lines, info)) => (Some(lines_between(lines)?), info),
        None => (None, inside),
    };
    if !info.is_empty() && !info.starts_with(' ') {
        return None;
    }
    let info = info.trim();
    let info = if info.is_empty() || info.starts_with([':', '{']) {
        Cow::Owned(format!("{}{info}", extension(path)))
    } else {
        Cow::Borrowed(info)
    };
    let (path, name) = path.split_once('#').unwrap_or((path, ""));
    let code = WantedCode { info, title: "", name: name_of("", path) };
    Some((path, Wanted { name, lines, code: Some(code), ..Wanted::default() }))
}

/// What code is called in a group of tabs.
fn name_of<'t>(title: &'t str, path: &'t str) -> &'t str {
    if title.is_empty() { path.rsplit('/').next().unwrap_or(path) } else { title }
}

/// `1,5` or `1-5`, each with one end or the other, or one line.
fn lines_between(written: &str) -> Option<(u32, u32)> {
    let (first, last) = written.split_once([',', '-']).unwrap_or((written, written));
    let number = |text: &str, all| if text.trim().is_empty() { Some(all) } else { text.trim().parse().ok() };
    Some((number(first, 1)?, number(last, u32::MAX)?))
}
