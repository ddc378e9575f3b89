//! Files that articles include by the syntax of generators: the text of a program, or Markdown that is no article. Finds their
//! names in texts, and reads those that are no texts. Decides nothing about what they mean there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use memchr::memmem;
use rayon::prelude::*;

use super::input::Sources;
use super::names::is_markdown;
use super::open;

/// Longer texts of programs are not shown.
const MAX_BYTES: u64 = 1 << 20;

/// Files that are read at the most.
const MAX_FILES: usize = 10_000;

/// Lines of a list of files.
const MAX_LINES: usize = 100;

/// What stands before the names.
const SIGNS: [&str; 7] = ["8<-", "@include:", "<<<", "@[code", "{!", "{*", "{% include"];

/// What articles include.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Files that are no Markdown, by path.
    pub texts: BTreeMap<Arc<str>, Vec<u8>>,
    /// The paths of Markdown, articles among them.
    pub markdown: BTreeSet<Arc<str>>,
}

/// Whether a text may include files.
pub(super) fn may_name(text: &[u8]) -> bool {
    SIGNS.iter().any(|sign| memmem::find(text, sign.as_bytes()).is_some())
}

/// Finds what the articles of a project include, if it is one of a generator.
pub fn named_files(sources: &Sources) -> Named {
    if !sources.texts.keys().chain(sources.assets.keys()).any(|path| is_of_generator(path)) {
        return Named::default();
    }
    let markdown: Vec<(&Arc<str>, &Vec<u8>)> =
        sources.texts.iter().filter(|(path, _)| is_markdown(path)).collect();
    let found: Vec<BTreeSet<String>> = markdown.par_iter().map(|(_, text)| names_in(text)).collect();
    let names: BTreeSet<String> = found.into_iter().flatten().collect();
    if names.is_empty() {
        return Named::default();
    }
    let mut named = Named::default();
    let mut files: Vec<(&Arc<str>, Option<&std::path::Path>)> = Vec::new();
    let texts = sources.texts.keys().map(|path| (path, None));
    for (path, file) in texts.chain(sources.assets.iter().map(|(path, asset)| (path, Some(&*asset.file)))) {
        let ends = std::iter::once(0).chain(path.match_indices('/').map(|(at, _)| at + 1));
        if !ends.clone().any(|start| names.contains(&path[start..])) {
            continue;
        }
        match is_markdown(path) {
            true => drop(named.markdown.insert(Arc::clone(path))),
            false => files.push((path, file)),
        }
    }
    files.truncate(MAX_FILES);
    let read = files.into_par_iter().filter_map(|(path, file)| {
        let bytes = match file {
            Some(file) => open::read(file, MAX_BYTES).ok()?.ok()?,
            None => sources.texts.get(path).filter(|text| (text.len() as u64) < MAX_BYTES)?.clone(),
        };
        Some((Arc::clone(path), bytes))
    });
    named.texts = read.collect();
    named
}

/// Whether a file says that a generator reads what stands beside it.
fn is_of_generator(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_in = |folder: &str| path.starts_with(&folder[1..]) || path.contains(folder);
    is_in("/.vitepress/")
        || is_in("/.vuepress/")
        || name.starts_with("mkdocs") && (name.ends_with(".yml") || name.ends_with(".yaml"))
        || matches!(name, "_config.yml" | "_config.yaml")
}

/// The names that stand behind signs in a text, without what leads to other folders.
fn names_in(text: &[u8]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for sign in SIGNS {
        let mut until = 0;
        for at in memmem::find_iter(text, sign.as_bytes()) {
            if at < until {
                continue;
            }
            let from = at + sign.len();
            let rest = &text[from..];
            let line = &rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())];
            until = from + line.len();
            if sign == SIGNS[0] && line.iter().all(|byte| b"- \t\r".contains(byte)) {
                let mut lines = rest.split(|byte| *byte == b'\n').skip(1).take(MAX_LINES);
                while let Some(line) = lines.next().filter(|line| memmem::find(line, b"8<-").is_none()) {
                    until += line.len() + 1;
                    words(line, &mut names);
                }
            } else {
                words(line, &mut names);
            }
        }
    }
    names
}

/// The words of a line that look like paths.
fn words(line: &[u8], names: &mut BTreeSet<String>) {
    const MAX_LINE: usize = 4096;
    let line = String::from_utf8_lossy(&line[..line.len().min(MAX_LINE)]);
    for word in
        line.split([' ', '\t', '\r', '"', '\'', '(', ')', '{', '}', '!', '#', ':', '>', '[', ']', '*', ','])
    {
        let steps = word.trim_start_matches('@').split('/').filter(|step| !matches!(*step, "" | "."));
        let steps: Vec<&str> = steps.collect();
        let last_up = steps.iter().rposition(|step| *step == "..").map_or(0, |at| at + 1);
        let name = steps[last_up..].join("/");
        if name.contains(|c: char| c.is_alphanumeric()) {
            names.insert(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_texts() {
        let names = |text: &str| names_in(text.as_bytes()).into_iter().collect::<Vec<_>>().join(" ");
        assert_eq!(names("<!--@include: ./parts/a.md{1,5}-->"), "1 5 parts/a.md");
        assert_eq!(names("<<< @/../src/a.js#b{2,4 ts} [A.js]"), "2 4 A.js b src/a.js ts");
        assert_eq!(names("@[code{1-3} js](../../a.py)"), "1-3 a.py js");
        assert_eq!(
            names("--8<-- \"a.py:2:5\"\n\nb.md\n--8<--\nc/d.md\n./e.md\n--8<--\nf.md"),
            "2 5 a.py c/d.md e.md"
        );
        assert_eq!(
            names("```\n{!> ../../docs_src/a.py!}\n```\n{* ../b.py hl[3] *}"),
            "3 b.py docs_src/a.py hl"
        );
        assert_eq!(names("No names, [a](b.js)"), "");
        assert_eq!(names("<<<"), "");
    }
}
