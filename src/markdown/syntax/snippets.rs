//! `--8<-- "file.md"` of MkDocs, alone or as a list of files between two such lines. Only reads them: whole files of Markdown; of any
//! other, and of parts of files, the line is text.

use std::ops::Range;

use super::line::{Line, Step};

const SCISSORS: &str = "--8<--";

/// Lines that a list of files has at the most, so that no text is searched over and over.
const MAX_LINES: usize = 100;

pub(super) fn read<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let rest = line.text().strip_prefix(SCISSORS)?;
    if rest.is_empty() {
        return list(line);
    }
    let quoted = rest.strip_prefix(' ')?.trim_start();
    let path = ['"', '\''].iter().find_map(|&quote| quoted.strip_prefix(quote)?.strip_suffix(quote))?;
    let start = line.end - path.len() - 1;
    let paths = std::iter::once(start..start + path.len()).collect();
    is_whole_file(path).then_some(Step::Includes { paths, until: line.end })
}

/// A path in each line, up to the line that is as the first. A line that begins with `;` is left out.
fn list<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    let mut paths: Vec<Range<usize>> = Vec::new();
    let mut at = line.next;
    for _ in 0..MAX_LINES {
        let next = Line::at(line.body, at);
        let path = next.text();
        if path == SCISSORS {
            return (!paths.is_empty()).then_some(Step::Includes { paths, until: next.end });
        }
        if !path.is_empty() && !path.starts_with(';') {
            if !is_whole_file(path) {
                return None;
            }
            paths.push(next.content..next.end);
        }
        at = next.next;
    }
    None
}

fn is_whole_file(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    (path.ends_with(".md") || path.ends_with(".markdown")) && !path.contains([':', '"', '\'', '>', '?'])
}
