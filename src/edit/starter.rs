//! A new project: a configuration, a few articles to write over, and what goes with them. The files stand in `starter/`.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use include_dir::{Dir, include_dir};
use walkdir::WalkDir;

use super::{Folder, Made, MadeFile};

static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/edit/starter");

const CONFIGURATION: &str = "faqtory.toml";

/// The locales that there are texts of; the first is copied where there are none.
const TEXTS: [&str; 2] = ["en-US", "he-IL"];

/// What begins the name of a file or folder that begins with a dot in the project.
const DOT: &str = "dot-";

/// What to start with.
#[derive(Clone, Copy, Debug)]
pub struct StartRequest<'a> {
    /// Tags of the locales of the new project, the source first.
    pub locales: &'a [String],
    /// The hash of a source text, as its translations keep it.
    pub hash: fn(&str) -> String,
}

/// What was made of a new project.
#[derive(Debug)]
pub struct Start {
    /// In order of their paths.
    pub files: Vec<MadeFile>,
    /// An article of the user's own, below the folder. Where there is one, no starter articles are made: they would
    /// mix with it, or hide it.
    pub own_article: Option<String>,
    /// Tags of locales that there are no texts of: theirs are copies, which say so.
    pub copied: Vec<String>,
}

/// Makes a project in `dir`, which need not be there. Whatever is there is left.
///
/// # Errors
/// `dir` is not a folder, or the disk refuses.
pub fn start(dir: &Path, request: StartRequest<'_>) -> Result<Start> {
    if dir.symlink_metadata().is_ok() && !dir.is_dir() {
        bail!("{} is not a folder\nhelp: name a folder, or one to create", dir.display());
    }
    let starter = project(request);
    let own_article = own_article(dir, &starter)?;
    let folder = Folder::open(dir);
    let mut made = Vec::new();
    for (path, text) in starter {
        if own_article.is_none() {
            made.push((path.clone(), folder.create(path, text.as_bytes())?));
        } else if path == CONFIGURATION {
            made.push((path.clone(), folder.create(path, commented(&text).as_bytes())?));
        }
    }
    let is_copied = |tag: &&String| own_article.is_none() && texts_of(tag).is_none();
    let copied = request.locales.iter().filter(is_copied).cloned().collect();
    Ok(Start { files: made, own_article, copied })
}

impl Start {
    /// The files of which this became.
    pub fn which(&self, what: Made) -> impl Iterator<Item = &str> {
        self.files.iter().filter(move |(_, made)| *made == what).map(|(path, _)| path.as_str())
    }
}

/// All files of a project in these locales, by path.
fn project(request: StartRequest<'_>) -> BTreeMap<String, String> {
    let files: BTreeMap<&str, &str> = files(&STARTER).into_iter().collect();
    let mut project = BTreeMap::new();
    for (path, text) in files.iter().filter(|(path, _)| !path.starts_with("content/")) {
        let name =
            |step: &str| step.strip_prefix(DOT).map_or_else(|| step.to_owned(), |rest| format!(".{rest}"));
        let path = path.split('/').map(name).collect::<Vec<_>>().join("/");
        project.insert(path, (*text).to_owned());
    }
    let Some(source) = request.locales.first() else { return project };
    if let Some(configuration) = project.get_mut(CONFIGURATION) {
        *configuration = configuration.replace("\"en-US\"", &format!("\"{source}\""));
    }
    let media = format!("content/{}/media/", TEXTS[0]);
    for (path, text) in &files {
        if let Some(name) = path.strip_prefix(&media) {
            project.insert(format!("content/{source}/media/{name}"), (*text).to_owned());
        }
    }
    for tag in request.locales {
        let texts = texts_of(tag);
        let folder = format!("content/{}/", texts.unwrap_or(TEXTS[0]));
        for (path, text) in &files {
            let Some(below) = path.strip_prefix(&folder) else { continue };
            // What a locale lacks it takes from the source.
            let is_shared = below.starts_with("media/");
            if is_shared || tag != source && texts.is_none() && below != "index.md" {
                continue;
            }
            let mut text = (*text).to_owned();
            if texts.is_none() && below.ends_with(".md") {
                text = marked(&text, tag);
            } else if tag != source && below.ends_with(".md") {
                let original = project.get(&format!("content/{source}/{below}"));
                text = original.map_or(text.clone(), |original| stamped(&text, &(request.hash)(original)));
            }
            project.insert(format!("content/{tag}/{below}"), text);
        }
    }
    project
}

/// The folder with texts in the language of a tag.
fn texts_of(tag: &str) -> Option<&'static str> {
    let language = |tag: &str| tag.split('-').next().unwrap_or(tag).to_owned();
    TEXTS.into_iter().find(|known| language(known) == language(tag))
}

/// A copy that says it is none of its locale.
fn marked(text: &str, tag: &str) -> String {
    format!("{text}\n<!-- This text is English: write it in {tag}, then delete this line. -->\n")
}

/// A translation with the hash of its source; an include has no front matter, and no hash.
fn stamped(text: &str, hash: &str) -> String {
    match text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) {
        Some((front_matter, body)) => format!("---\n{front_matter}\nsource_hash: {hash}\n---\n{body}"),
        None => text.to_owned(),
    }
}

/// Paths with `/` and texts.
fn files(dir: &'static Dir<'static>) -> Vec<(&'static str, &'static str)> {
    let mut found: Vec<_> =
        dir.files().filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?))).collect();
    found.extend(dir.dirs().flat_map(files));
    found
}

/// The first Markdown file in `dir` that is no starter article, if any: in `content` where there is such a folder, else
/// anywhere but for the files about a repository, `README.md` and its like, at its top.
fn own_article(dir: &Path, starter: &BTreeMap<String, String>) -> Result<Option<String>> {
    let content = dir.join("content");
    let base = if content.is_dir() { &content } else { dir };
    if !base.is_dir() {
        return Ok(None);
    }
    let is_input = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0
            || !name.starts_with('.') && !["node_modules", "public", "themes"].contains(&&*name)
    };
    for entry in WalkDir::new(base).sort_by_file_name().into_iter().filter_entry(is_input) {
        let entry = entry.with_context(|| format!("cannot read {}", base.display()))?;
        let name = entry.file_name().to_string_lossy();
        let Some((stem, "md" | "markdown")) = name.rsplit_once('.') else { continue };
        let is_about = entry.depth() == 1 && base == dir && !stem.chars().any(char::is_lowercase);
        let steps = entry.path().strip_prefix(dir)?.components();
        let path = steps.map(|step| step.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if entry.file_type().is_file() && !is_about && !starter.contains_key(&path) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// The configuration with every key commented out: what it says of the starter articles is not true of others.
fn commented(text: &str) -> String {
    let line = |line: &str| {
        let is_key = line.starts_with(|first: char| first.is_ascii_lowercase());
        if is_key { format!("# {line}\n") } else { format!("{line}\n") }
    };
    text.lines().map(line).collect()
}
