//! What MkDocs includes: `--8<-- "file.md:2:5"`, alone or as a list of files between two such lines, `{! file.md !}` and
//! `{* file.py hl[2] *}`; as code where a fence holds nothing else. Only reads them.

use std::borrow::Cow;
use std::ops::Range;

use super::line::{Line, Step};
use super::piece::Piece;
use super::wanted::{Wanted, WantedCode, extension, is_path};

/// Lines that a list of files has at the most, so that no text is searched over and over.
const MAX_LINES: usize = 100;

pub(super) fn read<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let text = line.text();
    let files = match text.as_bytes().first()? {
        b'-' => match scissors(text)? {
            "" => return list(line),
            // Marks a section for files that include it.
            rest if rest.trim_start().starts_with(['[']) => return Some(Step::Drop { until: line.end }),
            rest => files(line, quoted(rest)?)?,
        },
        // What is escaped is shown without one of the signs that escape it.
        b';' if scissors(text.trim_start_matches(';')).is_some() => {
            let piece = Piece::Text(Cow::Borrowed(&text[1..]));
            return Some(Step::Piece { piece, until: line.end });
        }
        b'{' => in_braces(line, text)?,
        _ => return None,
    };
    Some(Step::Includes { files, until: line.end })
}

/// A fence that nothing stands between but what is included: its files are code.
pub(super) fn in_fence<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let text = line.text();
    let mark = ["```", "~~~"].iter().find(|mark| text.starts_with(**mark))?;
    let fence = &text[..text.len() - text.trim_start_matches(&mark[..1]).len()];
    let info = text[fence.len()..].trim();
    let mut found = Vec::new();
    let mut at = line.next;
    for _ in 0..MAX_LINES {
        let next = Line::at(line.body, at);
        if next.text() == fence && !found.is_empty() {
            let as_code = |(path, wanted): (Range<usize>, Wanted<'t>)| {
                let code = WantedCode { info: Cow::Borrowed(info), title: "", name: "" };
                (path, Wanted { code: Some(code), ..wanted })
            };
            let files = found.into_iter().map(as_code).collect();
            return Some(Step::Includes { files, until: next.end });
        }
        match read(&next)? {
            Step::Includes { files, until } => {
                found.extend(files);
                at = Line::at(line.body, until).next;
            }
            _ => return None,
        }
    }
    None
}

/// What stands behind `--8<--`, which may have fewer dashes or more.
fn scissors(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('-')?.trim_start_matches('-').strip_prefix("8<-")?;
    Some(rest.trim_start_matches('-'))
}

fn quoted(rest: &str) -> Option<&str> {
    let quoted = rest.strip_prefix([' ', '\t'])?.trim_start();
    ['"', '\''].iter().find_map(|&quote| quoted.strip_prefix(quote)?.strip_suffix(quote))
}

/// A file in each line, up to the line that is as the first. A line that begins with `;` is left out.
fn list<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let mut listed = Vec::new();
    let mut at = line.next;
    for _ in 0..MAX_LINES {
        let next = Line::at(line.body, at);
        let written = next.text();
        if scissors(written) == Some("") {
            return (!listed.is_empty()).then_some(Step::Includes { files: listed, until: next.end });
        }
        if !written.is_empty() && !written.starts_with(';') {
            listed.extend(files(&next, written)?);
        }
        at = next.next;
    }
    None
}

/// `file.md`, `file.md:name`, `file.md:2:5,9:12`: one for each part, as it stands in a line.
fn files<'t>(line: &Line<'t>, written: &'t str) -> Option<Vec<(Range<usize>, Wanted<'t>)>> {
    let start = line.content + line.text().find(written)?;
    let file = |path: &str, wanted| (start..start + path.len(), wanted);
    let (path, part) = match without_lines(written) {
        (path, part) if path.len() < written.len() && !written.contains("://") => (path, part),
        _ => (written, ""),
    };
    if !is_path(path) {
        return None;
    }
    if part.starts_with(|first: char| first.is_alphabetic()) {
        return Some(vec![file(path, Wanted { name: part, ..Wanted::default() })]);
    }
    let mut parts = part.split(',').map(lines_of).collect::<Option<Vec<_>>>()?.into_iter();
    Some(parts.by_ref().map(|lines| file(path, Wanted { lines, ..Wanted::default() })).collect())
}

/// A path, and what stands behind it.
fn without_lines(written: &str) -> (&str, &str) {
    let is_end = |(at, _): &(usize, &str)| {
        let part = &written[at + 1..];
        let is_name = part.starts_with(|first: char| first.is_ascii_alphabetic())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        is_name || part.bytes().all(|byte| byte.is_ascii_digit() || b":,".contains(&byte))
    };
    let end = written.match_indices(':').find(is_end).map_or(written.len(), |(at, _)| at);
    (&written[..end], written.get(end + 1..).unwrap_or(""))
}

/// `2:5`, `2:`, `:5`, `2`, from where on all follows; nothing is all.
fn lines_of(part: &str) -> Option<Option<(u32, u32)>> {
    if part.is_empty() {
        return Some(None);
    }
    let (first, last) = part.split_once(':').unwrap_or((part, ""));
    let first = if first.is_empty() { 1 } else { first.parse().ok()? };
    let last = if last.is_empty() { u32::MAX } else { last.parse().ok()? };
    Some(Some((first, last)))
}

/// `{! file.md !}`, which is shown as it is; `{* file.py ln[1:5] hl[3] *}`, which is code.
fn in_braces<'t>(line: &Line<'t>, text: &'t str) -> Option<Vec<(Range<usize>, Wanted<'t>)>> {
    if let Some(inside) = text.strip_prefix("{!").and_then(|rest| rest.strip_suffix("!}")) {
        return files(line, inside.trim_start_matches(['>', '<']).trim());
    }
    let inside = text.strip_prefix("{*")?.strip_suffix("*}")?.trim();
    let (path, options) = inside.split_once(' ').unwrap_or((inside, ""));
    let option = |name: &str| {
        let (before, rest) = options.split_once(name)?;
        let is_word = before.is_empty() || before.ends_with(' ');
        Some(rest.strip_prefix('[')?.split_once(']')?.0).filter(|_| is_word)
    };
    let title = option("title").map_or("", |title| title.trim_matches(['"', '\'']));
    let lines = option("ln").map_or(Some(vec![None]), |lines| lines.split(',').map(one_line).collect())?;
    let marked = option("hl").filter(|_| option("ln").is_none()).unwrap_or("").replace(':', "-");
    let info = if marked.is_empty() {
        extension(path).to_owned()
    } else {
        format!("{} {{{marked}}}", extension(path))
    };
    let start = line.content + text.find(path)?;
    let file = |lines| {
        let code = WantedCode { info: Cow::Owned(info.clone()), title, name: title };
        (start..start + path.len(), Wanted { lines, code: Some(code), ..Wanted::default() })
    };
    is_path(path).then(|| lines.into_iter().map(file).collect())
}

/// `1:5`, or `9`, which is one line.
fn one_line(part: &str) -> Option<Option<(u32, u32)>> {
    match part.trim().parse() {
        Ok(line) => Some(Some((line, line))),
        Err(_) => lines_of(part.trim()),
    }
}
