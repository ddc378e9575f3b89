//! Reads every input: path → bytes, sorted. Interprets nothing but file names.

mod asset;
mod disk;
mod earlier;
mod inputs;
mod style;
mod svg;
mod theme_files;
mod walk;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use globset::{Glob, GlobSet, GlobSetBuilder};
use rayon::prelude::*;

pub use disk::{Changes, Disk, Look};
pub use earlier::Earlier;
pub use inputs::{Extent, Inputs};
pub use theme_files::ThemeFiles;
use walk::{is_seen, relative, walk};

/// Text files larger than this are not read: 64 MiB.
pub const MAX_TEXT_BYTES: u64 = 64 << 20;

/// All input of a project. Paths are relative to the project's folder, with `/`.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The folder of articles below the project's folder, without slashes at its ends; empty for the folder itself.
    pub content_dir: String,
    /// Articles, includes, tables of contents, publishing configuration.
    pub texts: BTreeMap<Arc<str>, Vec<u8>>,
    /// Everything else in the content folder.
    pub assets: BTreeMap<Arc<str>, Asset>,
    /// Files of [`MAX_TEXT_BYTES`] and more, which are not read.
    pub too_large: Vec<Arc<str>>,
    /// `locales/<tag>/*.ftl` of the project: path → text.
    pub messages: BTreeMap<Arc<str>, Vec<u8>>,
    /// Files of the project's own theme, by path below the theme's folder.
    pub theme: BTreeMap<String, Vec<u8>>,
    /// The files of `[theme]`.
    pub theme_files: ThemeFiles,
    /// Messages of the project's own theme: `locales/<tag>/*.ftl` below the theme's folder.
    pub theme_messages: BTreeMap<Arc<str>, Vec<u8>>,
}

/// A file that is copied, and read into memory only to be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Where it stands on this machine.
    pub file: PathBuf,
    /// The first 10 hexadecimal digits of the BLAKE3 hash of the bytes that are served.
    pub hash: String,
    /// Width and height in pixels, for images that say so.
    pub size: Option<(u32, u32)>,
    /// What was found in it.
    pub content: crate::assets::Content,
}

/// Files that a thread reads at a time: few enough that none is left alone with many at the end.
const SHARE: usize = 64;

/// What to read below a project's folder.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// `[content] dir`, if configured.
    pub content_dir: Option<&'a str>,
    /// `[content] exclude`.
    pub exclude: &'a [String],
    /// `[site] theme`, if configured.
    pub theme: Option<&'a str>,
    /// `[theme] logo` and `[theme] style`, if configured: files of the project.
    pub logo: Option<&'a str>,
    pub style: Option<&'a str>,
    /// The output folder: never input.
    pub out: &'a Path,
}

/// Reads the file `name` of the project in `root`, its configuration, if there is one.
///
/// # Errors
/// `root` is no folder, or the file cannot be read.
pub fn configuration(root: &Path, name: &str) -> Result<Option<String>> {
    if !root.is_dir() {
        bail!("{} is not a folder; name the folder of the project or of the articles", root.display());
    }
    let file = root.join(name);
    match fs::read_to_string(&file) {
        Ok(text) if !text.contains('\0') => Ok(Some(text)),
        Ok(_) => bail!("{} is not written in UTF-8; save it as UTF-8", file.display()),
        Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
            bail!("{} is not written in UTF-8; save it as UTF-8", file.display())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", file.display())),
    }
}

/// Reads all input of the project in `root`.
///
/// # Errors
/// A folder or file that cannot be read, a configured folder that is not there, an exclude glob that is none.
pub fn load(root: &Path, scope: Scope<'_>) -> Result<Sources> {
    let (content_dir, found) = find(root, scope)?;
    let mut sources = Sources { content_dir, ..Sources::default() };
    let read: Vec<(Place, Content)> = found
        .into_par_iter()
        .with_max_len(SHARE)
        .map(|found| {
            let content = read(&found).with_context(|| format!("cannot read {}", found.file.display()))?;
            Ok((found.place, content))
        })
        .collect::<Result<_>>()?;
    for (place, content) in read {
        sources.insert(&place, content);
    }
    sources.theme_files = theme_files::load(root, scope)?;
    Ok(sources)
}

/// A file that is input.
#[derive(Clone, Debug)]
struct Found {
    /// Where it stands on this machine.
    file: PathBuf,
    place: Place,
}

/// What a file is input for, with its path there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Content(Arc<str>),
    Messages(Arc<str>),
    Theme(String),
    ThemeMessages(Arc<str>),
}

/// Finds every file that is input, without reading any; the content folder is told too.
fn find(root: &Path, scope: Scope<'_>) -> Result<(String, Vec<Found>)> {
    let content_dir = content_dir(root, scope.content_dir)?;
    let exclude = globs(scope.exclude)?;
    let base = root.join(&content_dir);
    let mut found = Vec::new();
    for file in walk(&base, scope.out)? {
        let below = relative(&base, &file)?;
        // Where the project itself is the content folder, its theme is no article all the same.
        let is_theme = content_dir.is_empty() && scope.theme.is_some() && below.starts_with("themes/");
        if !is_theme && !exclude.is_match(&below) {
            let path = if content_dir.is_empty() { below } else { format!("{content_dir}/{below}") };
            found.push(Found { file, place: Place::Content(path.into()) });
        }
    }
    find_messages(root, scope.out, &mut found)?;
    if let Some(name) = scope.theme.filter(|name| *name != "default") {
        find_theme(root, name, scope.out, &mut found)?;
    }
    Ok((content_dir, found))
}

impl Sources {
    /// Puts a file where it belongs, in the place of what was there.
    fn put(&mut self, place: &Place, content: Content) {
        self.remove(place);
        self.insert(place, content);
    }

    /// Puts a file that is not there yet where it belongs.
    fn insert(&mut self, place: &Place, content: Content) {
        match (place, content) {
            (Place::Content(path), Content::Text(bytes)) => drop(self.texts.insert(path.clone(), bytes)),
            (Place::Content(path), Content::Asset(asset)) => drop(self.assets.insert(path.clone(), asset)),
            (Place::Content(path), Content::TooLarge) => {
                self.too_large.push(path.clone());
                self.too_large.sort();
            }
            (Place::Messages(path), Content::Text(bytes)) => drop(self.messages.insert(path.clone(), bytes)),
            (Place::Theme(path), Content::Text(bytes)) => drop(self.theme.insert(path.clone(), bytes)),
            (Place::ThemeMessages(path), Content::Text(bytes)) => {
                drop(self.theme_messages.insert(path.clone(), bytes));
            }
            // Only articles are sorted by what they hold.
            (Place::Messages(_) | Place::Theme(_) | Place::ThemeMessages(_), _) => {}
        }
    }

    /// Forgets a file.
    fn remove(&mut self, place: &Place) {
        match place {
            Place::Content(path) => {
                self.texts.remove(path);
                self.assets.remove(path);
                self.too_large.retain(|large| large != path);
            }
            Place::Messages(path) => drop(self.messages.remove(path)),
            Place::Theme(path) => drop(self.theme.remove(path)),
            Place::ThemeMessages(path) => drop(self.theme_messages.remove(path)),
        }
    }
}

/// The configured content folder, else `content` where there is one, else the project's folder itself.
fn content_dir(root: &Path, configured: Option<&str>) -> Result<String> {
    match configured.map(|dir| dir.trim_matches('/')) {
        Some("" | ".") => Ok(String::new()),
        Some(dir) if dir.split(['/', '\\']).any(|step| step == "..") || Path::new(dir).is_absolute() => {
            bail!("content.dir is `{dir}`; it must be a folder inside the project")
        }
        Some(dir) if root.join(dir).is_dir() => Ok(dir.to_owned()),
        Some(dir) => bail!("content.dir is `{dir}`, but there is no such folder in {}", root.display()),
        None if root.join("content").is_dir() => Ok("content".to_owned()),
        None => Ok(String::new()),
    }
}

fn globs(patterns: &[String]) -> Result<GlobSet> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(Glob::new(pattern).with_context(|| format!("content.exclude: `{pattern}` is not a glob"))?);
    }
    Ok(set.build()?)
}

/// Whether a file is read as a text rather than copied, by its path.
pub fn is_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let configuration = name == "docfx.json" || name.starts_with(".openpublishing.");
    configuration || matches!(extension.as_deref(), Some("md" | "markdown" | "yml" | "yaml"))
}

/// Whether a file holds messages of the project, by its path.
pub fn is_messages(path: &str) -> bool {
    path.starts_with("locales/") && path.ends_with(".ftl")
}

#[derive(Debug, PartialEq, Eq)]
enum Content {
    Text(Vec<u8>),
    Asset(Asset),
    TooLarge,
}

fn read(found: &Found) -> std::io::Result<Content> {
    let file = &found.file;
    let Place::Content(path) = &found.place else { return fs::read(file).map(Content::Text) };
    if !is_text(path) {
        return asset::read(file).map(Content::Asset);
    }
    let mut opened = fs::File::open(file)?;
    let length = opened.metadata()?.len();
    if length >= MAX_TEXT_BYTES {
        return Ok(Content::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    opened.read_to_end(&mut bytes)?;
    Ok(Content::Text(bytes))
}

fn find_theme(root: &Path, name: &str, out: &Path, found: &mut Vec<Found>) -> Result<()> {
    let base = root.join("themes").join(name);
    if name.contains(['/', '\\']) || name.starts_with('.') || !base.is_dir() {
        bail!("site.theme is `{name}`, but there is no folder {}", base.display());
    }
    for file in walk(&base, out)? {
        let path = relative(&base, &file)?;
        let place = if path.starts_with("locales/") {
            Place::ThemeMessages(format!("themes/{name}/{path}").into())
        } else {
            Place::Theme(path)
        };
        found.push(Found { file, place });
    }
    Ok(())
}

fn find_messages(root: &Path, out: &Path, found: &mut Vec<Found>) -> Result<()> {
    let base = root.join("locales");
    if !base.is_dir() {
        return Ok(());
    }
    for file in walk(&base, out)? {
        if file.extension().is_some_and(|extension| extension == "ftl") {
            let path = format!("locales/{}", relative(&base, &file)?);
            found.push(Found { file, place: Place::Messages(path.into()) });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let file = dir.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        dir
    }

    fn scope(out: &Path) -> Scope<'_> {
        Scope { content_dir: None, exclude: &[], theme: None, logo: None, style: None, out }
    }

    #[test]
    fn output_and_hidden_files_are_no_input() {
        let dir = project(&[
            ("a.md", "a"),
            ("public/b.md", "b"),
            (".git/c.md", "c"),
            (".openpublishing.publish.config.json", "{}"),
            ("media/x.svg", "<svg/>"),
        ]);
        let out = dir.path().join("public");
        let sources = load(dir.path(), scope(&out)).unwrap();
        let texts: Vec<&str> = sources.texts.keys().map(|path| &**path).collect();
        assert_eq!(texts, [".openpublishing.publish.config.json", "a.md"]);
        assert_eq!(sources.assets.keys().map(|path| &**path).collect::<Vec<_>>(), ["media/x.svg"]);
    }

    #[test]
    fn the_content_folder_is_found() {
        let dir = project(&[("content/en/a.md", "a"), ("src/b.md", "b"), ("locales/en/x.ftl", "x = y")]);
        let sources = load(dir.path(), scope(Path::new("nowhere"))).unwrap();
        assert_eq!(sources.texts.keys().map(|path| &**path).collect::<Vec<_>>(), ["content/en/a.md"]);
        assert_eq!(sources.messages.keys().map(|path| &**path).collect::<Vec<_>>(), ["locales/en/x.ftl"]);
    }

    #[test]
    fn excluded_paths_are_below_the_content_folder() {
        let dir = project(&[("content/en/a.md", "a"), ("content/drafts/b.md", "b")]);
        let exclude = ["drafts/**".to_owned()];
        let sources = load(dir.path(), Scope { exclude: &exclude, ..scope(Path::new("nowhere")) }).unwrap();
        assert_eq!(sources.texts.len(), 1);
    }

    #[test]
    fn a_theme_is_no_article() {
        let dir =
            project(&[("a.md", "a"), ("themes/mine/README.md", "b"), ("themes/mine/templates/x.html", "c")]);
        let with_theme = Scope { theme: Some("mine"), ..scope(Path::new("nowhere")) };
        let sources = load(dir.path(), with_theme).unwrap();
        assert_eq!(sources.texts.keys().map(|path| &**path).collect::<Vec<_>>(), ["a.md"]);
        assert!(sources.assets.is_empty());
        assert_eq!(sources.theme.len(), 2);
    }

    #[test]
    fn the_content_folder_stays_inside() {
        let dir = project(&[("a.md", "a")]);
        assert!(
            load(dir.path(), Scope { content_dir: Some("../x"), ..scope(Path::new("nowhere")) }).is_err()
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_a_circle_ends() {
        let dir = project(&[("a/b.md", "b")]);
        std::os::unix::fs::symlink(dir.path().join("a"), dir.path().join("a/again")).unwrap();
        assert_eq!(load(dir.path(), scope(Path::new("nowhere"))).unwrap().texts.len(), 1);
    }
}
