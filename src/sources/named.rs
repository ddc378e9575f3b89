//! Files that articles include by the syntax of generators: the text of a program, or Markdown that is no article. Finds their
//! names in texts, and reads those that are no texts. Decides nothing about what they mean there.

use std::collections::BTreeSet;
use std::sync::Arc;

use memchr::memmem;
use rayon::prelude::*;

use super::beside;
use super::input::{Named, NotIncluded, Sources};
use super::names::is_markdown;
use super::not_read::NotRead;
use super::open;

/// Longer texts of programs are not shown.
const MAX_BYTES: u64 = 1 << 20;

/// Files that are read at the most.
const MAX_FILES: usize = 10_000;

/// Lines of a list of files.
const MAX_LINES: usize = 100;

/// What stands before the names, and where files of these names stand.
const SIGNS: [(&str, Reach); 8] = [
    (SCISSORS, Reach::Site),
    ("@include:", Reach::Above),
    ("<<<", Reach::Above),
    ("@[code", Reach::Above),
    ("{!", Reach::Site),
    ("{*", Reach::Above),
    ("{% include", Reach::Site),
    ("{%- include", Reach::Site),
];

const SCISSORS: &str = "8<-";

/// Where a file stands that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// Below the folder of the text, or below one above it.
    Above,
    /// Anywhere, if not there: configuration says where.
    Site,
}

/// Whether a text may include files.
pub(super) fn may_name(text: &[u8]) -> bool {
    SIGNS.iter().any(|(sign, _)| memmem::find(text, sign.as_bytes()).is_some())
}

/// Finds what the articles of a project include, if it is one of a generator. `ignored` says which of these paths git ignores.
pub fn named_files(
    sources: &Sources,
    ignored: impl FnOnce(&BTreeSet<Arc<str>>) -> BTreeSet<Arc<str>>,
) -> Named {
    if !sources.texts.keys().chain(sources.assets.keys()).any(|path| is_of_generator(path)) {
        return Named::default();
    }
    let markdown: Vec<(&Arc<str>, &Vec<u8>)> =
        sources.texts.iter().filter(|(path, _)| is_markdown(path)).collect();
    let found: Vec<Found> = markdown.par_iter().map(|(path, text)| find(sources, path, text)).collect();
    let mut named = Named::default();
    let mut paths: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut anywhere: BTreeSet<String> = BTreeSet::new();
    for found in found {
        paths.extend(found.paths);
        anywhere.extend(found.anywhere);
    }
    if !anywhere.is_empty() {
        let is_named = |path: &&Arc<str>| {
            let mut ends = std::iter::once(0).chain(path.match_indices('/').map(|(at, _)| at + 1));
            ends.any(|start| anywhere.contains(&path[start..]))
        };
        paths.extend(sources.texts.keys().chain(sources.assets.keys()).filter(is_named).cloned());
    }
    let ignored = if paths.is_empty() { BTreeSet::new() } else { ignored(&paths) };
    let mut files: Vec<Arc<str>> = Vec::new();
    for path in paths {
        if ignored.contains(&path) {
            named.refused.insert(path, NotIncluded::Ignored);
        } else if path.split('/').any(|step| step.starts_with('.')) {
            named.refused.insert(path, NotIncluded::Hidden);
        } else if is_markdown(&path) {
            named.markdown.insert(path);
        } else {
            files.push(path);
        }
    }
    files.truncate(MAX_FILES);
    let read: Vec<Option<Result<Vec<u8>, NotIncluded>>> =
        files.par_iter().map(|path| text(sources, path)).collect();
    for (path, text) in files.into_iter().zip(read).filter_map(|(path, text)| Some((path, text?))) {
        match text {
            Ok(text) => drop(named.texts.insert(path, text)),
            Err(reason) => drop(named.refused.insert(path, reason)),
        }
    }
    named
}

/// The text of a program. None where it cannot be read.
fn text(sources: &Sources, path: &str) -> Option<Result<Vec<u8>, NotIncluded>> {
    let Some(asset) = sources.assets.get(path) else {
        let text = sources.texts.get(path)?;
        return Some(if (text.len() as u64) < MAX_BYTES {
            Ok(text.clone())
        } else {
            Err(NotIncluded::TooLarge)
        });
    };
    match open::read(&asset.file, MAX_BYTES).ok()? {
        Ok(text) => Some(Ok(text)),
        Err(NotRead::TooLarge) => Some(Err(NotIncluded::TooLarge)),
        Err(_) => None,
    }
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

/// What a text includes.
struct Found {
    /// Files that are there.
    paths: Vec<Arc<str>>,
    /// Names of files that stand elsewhere, if they do.
    anywhere: Vec<String>,
}

fn find(sources: &Sources, text_path: &str, text: &[u8]) -> Found {
    let mut found = Found { paths: Vec::new(), anywhere: Vec::new() };
    for (name, reach) in names_in(text) {
        let folder = text_path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let folders = std::iter::once(folder).chain(beside::above(folder));
        let there = folders.filter_map(|folder| {
            let path = below(folder, &name)?;
            let text = sources.texts.get_key_value(&*path).map(|(path, _)| path);
            text.or_else(|| sources.assets.get_key_value(&*path).map(|(path, _)| path)).cloned()
        });
        let before = found.paths.len();
        found.paths.extend(there);
        if found.paths.len() == before && reach == Reach::Site {
            found.anywhere.extend(below("", name.trim_start_matches("../")));
        }
    }
    found
}

/// The path of a name that is written in a folder. None where that leads out of the project.
fn below(folder: &str, name: &str) -> Option<String> {
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in name.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    (!steps.is_empty()).then(|| steps.join("/"))
}

/// The names that stand behind signs in a text.
fn names_in(text: &[u8]) -> BTreeSet<(String, Reach)> {
    let mut names = BTreeSet::new();
    for (sign, reach) in SIGNS {
        let mut until = 0;
        for at in memmem::find_iter(text, sign.as_bytes()) {
            if at < until {
                continue;
            }
            let from = at + sign.len();
            let rest = &text[from..];
            let line = &rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())];
            until = from + line.len();
            if sign == SCISSORS && line.iter().all(|byte| b"- \t\r".contains(byte)) {
                for line in rest.split(|byte| *byte == b'\n').skip(1).take(MAX_LINES) {
                    until += line.len() + 1;
                    if memmem::find(line, SCISSORS.as_bytes()).is_some() {
                        break;
                    }
                    words(line, reach, &mut names);
                }
            } else {
                words(line, reach, &mut names);
            }
        }
    }
    names
}

/// The words of a line that may be paths.
fn words(line: &[u8], reach: Reach, names: &mut BTreeSet<(String, Reach)>) {
    const MAX_LINE: usize = 4096;
    const BETWEEN: [char; 17] =
        [' ', '\t', '\r', '"', '\'', '(', ')', '{', '}', '!', '#', ':', '>', '[', ']', '*', ','];
    let line = String::from_utf8_lossy(&line[..line.len().min(MAX_LINE)]);
    for word in line.split(BETWEEN) {
        // What begins with `@` starts above.
        let name = word.trim_end_matches("--").trim_start_matches('@').trim_matches('/');
        if name.contains('.') && name.contains(|c: char| c.is_alphanumeric()) {
            names.insert((name.to_owned(), reach));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_texts() {
        let names = |text: &str| {
            let names = names_in(text.as_bytes()).into_iter().map(|(name, _)| name);
            names.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names("<!--@include: ./parts/a.md{1,5}-->"), "./parts/a.md");
        assert_eq!(names("<<< @/../src/a.js#b{2,4 ts} [A.js]"), "../src/a.js A.js");
        assert_eq!(names("@[code{1-3} js](../../a.py)"), "../../a.py");
        assert_eq!(names("<!-- @include: @/a.md--><!--@include: b.md -->"), "a.md b.md");
        assert_eq!(
            names("--8<-- \"a.py:2:5\"\n\nb.md\n--8<--\nc/d.md\n./e.md\n--8<--\nf.md"),
            "./e.md a.py c/d.md"
        );
        assert_eq!(
            names("```\n{!> ../../docs_src/a.py!}\n```\n{* ../b.py hl[3] *}"),
            "../../docs_src/a.py ../b.py"
        );
        assert_eq!(names("No names, [a](b.js)"), "");
        assert_eq!(names("<<<"), "");
    }

    #[test]
    fn files_stand_below_a_folder_above_or_where_configuration_says() {
        let texts = [
            "mkdocs.yml",
            "docs/fr/a.md",
            "docs/parts/b.md",
            "docs/fr/c.md",
            "other/parts/b.md",
            "x/deep/d.md",
            "y/e.md",
        ];
        let mut sources = Sources::default();
        for path in texts {
            let text = if path == "docs/fr/a.md" {
                "<!--@include: ./parts/b.md-->\n\n<!--@include: ../../../etc/f.md-->\n\n--8<-- \"deep/d.md\"\n\n<!--@include: e.md-->\n"
            } else {
                ""
            };
            sources.texts.insert(path.into(), text.into());
        }
        let named = named_files(&sources, |_| BTreeSet::new());
        assert_eq!(
            named.markdown.iter().map(|path| &**path).collect::<Vec<_>>(),
            ["docs/parts/b.md", "x/deep/d.md"]
        );
        let named = named_files(&sources, |paths| paths.iter().take(1).cloned().collect());
        assert_eq!(named.markdown.len(), 1);
        assert_eq!(named.refused, [("docs/parts/b.md".into(), NotIncluded::Ignored)].into());
        sources.texts.remove("mkdocs.yml");
        assert_eq!(named_files(&sources, |_| unreachable!()), Named::default());
    }
}
