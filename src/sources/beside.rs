//! The folder of articles, and what a generator keeps beside it: its configuration, and the files that it serves as they are.
//! Reads names only.

use std::path::Path;

use anyhow::{Result, bail};

use super::names::{PROGRAMS, is_path_seen};
use super::scope::Scope;

/// Where Hugo's configuration may be split into several files.
pub(super) const SPLIT: &str = "config/_default";

/// The configured content folder, else `content` where there is one and no generator says otherwise, else the project's folder
/// itself.
pub(super) fn content_dir(root: &Path, scope: Scope<'_>) -> Result<String> {
    let clean = |dir: &str| {
        let steps = dir.split('/').filter(|step| !step.is_empty() && *step != ".");
        steps.collect::<Vec<_>>().join("/")
    };
    match scope.content_dir.map(clean).as_deref() {
        Some("") => Ok(String::new()),
        Some(dir) if is_outside(dir) => {
            bail!(
                "content.dir in faqtory.toml is `{dir}`, which is not inside the project\nhelp: name a folder of the project"
            )
        }
        Some(dir) if root.join(dir).is_dir() => Ok(dir.to_owned()),
        Some(dir) => bail!(
            "content.dir in faqtory.toml is `{dir}`, but there is no such folder in {}\nhelp: create the folder, or correct the path",
            root.display()
        ),
        None if root.join("content").is_dir() && !is_arranged(root) && !begins_with_locale(scope) => {
            Ok("content".to_owned())
        }
        None => Ok(String::new()),
    }
}

fn is_outside(folder: &str) -> bool {
    folder.split(['/', '\\']).any(|step| step == "..") || Path::new(folder).is_absolute()
}

/// Whether the folder holds the files of a generator that keeps its articles in places of its own.
fn is_arranged(root: &Path) -> bool {
    // A repository whose project is written for Faqtory can show its README with Jekyll.
    let is_jekyll = || has(root, "_config", &["yml", "yaml"]) && !has(root, "faqtory", &["toml"]);
    let is_in = |folder: &Path| [".vitepress", ".vuepress"].iter().any(|name| folder.join(name).is_dir());
    has(root, "docusaurus.config", PROGRAMS)
        || has(root, "mkdocs", &["yml", "yaml"])
        || is_starlight(root)
        || is_in(root)
        || is_in(&root.join("docs"))
        || has(root, ".openpublishing.publish.config", &["json"])
        || is_jekyll()
}

fn is_starlight(root: &Path) -> bool {
    has(root, "astro.config", PROGRAMS) && root.join("src/content/docs").is_dir()
}

/// Whether the folder is a site of generators that write `public`.
pub(super) fn is_hugo_or_zola(folder: &Path) -> bool {
    const EXTENSIONS: &[&str] = &["toml", "yaml", "yml", "json"];
    has(folder, "hugo", EXTENSIONS)
        || has(folder, "config", EXTENSIONS)
        || has(folder, "zola", &["toml"])
        || folder.join(SPLIT).is_dir()
}

/// Whether a file of this name stands in the folder.
fn has(folder: &Path, stem: &str, extensions: &[&str]) -> bool {
    extensions.iter().any(|extension| folder.join(format!("{stem}.{extension}")).is_file())
}

/// Whether the folders of the locales stand in the project's folder itself.
fn begins_with_locale(scope: Scope<'_>) -> bool {
    scope.pattern.is_some_and(|pattern| leading(pattern).is_empty())
}

/// The folder that all folders of a pattern lie in: `i18n` of `i18n/{locale}/current`.
fn leading(pattern: &str) -> &str {
    let before = pattern.trim_start_matches("./").split('{').next().unwrap_or(pattern);
    before.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folders above `folder`, the project's own the last.
pub(super) fn above(folder: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(up(folder), |folder| up(folder))
}

fn up(folder: &str) -> Option<&str> {
    (!folder.is_empty()).then(|| folder.rsplit_once('/').map_or("", |(above, _)| above))
}

/// The folders beside that of the articles which are read, there or not, without those within others of them.
///
/// # Errors
/// A configured one is not there, or leads out of the project.
pub(super) fn folders(root: &Path, content_dir: &str, scope: Scope<'_>) -> Result<Vec<String>> {
    let mut folders = statics(root, content_dir, scope)?;
    folders.extend(scope.pattern.map(leading).filter(|folder| !folder.is_empty()).map(str::to_owned));
    folders.extend(above(content_dir).map(|folder| join(folder, SPLIT)));
    let mut beside: Vec<String> = Vec::new();
    for folder in folders {
        let is_read = below(&folder, content_dir).is_some_and(|below| is_path_seen(Path::new(below)));
        if !is_read && !beside.iter().any(|other| below(&folder, other).is_some()) {
            beside.push(folder);
        }
    }
    Ok(beside)
}

/// The folders whose files are served from the root of a site, as configured or as its generator has them.
pub(super) fn statics(root: &Path, content_dir: &str, scope: Scope<'_>) -> Result<Vec<String>> {
    let Some(configured) = scope.statics else {
        let folders = std::iter::once(content_dir).chain(above(content_dir));
        return Ok(folders.flat_map(|folder| usual_statics(root, folder)).collect());
    };
    let check = |written: &String| {
        let folder = written.trim_start_matches("./").trim_matches('/');
        if is_outside(folder) {
            bail!(
                "content.static in faqtory.toml contains `{written}`, which is not inside the project\nhelp: name a folder of the project"
            );
        }
        if !root.join(folder).is_dir() {
            bail!(
                "content.static in faqtory.toml contains `{written}`, but there is no such folder in {}\nhelp: create the folder, or \
                 correct the path",
                root.display()
            );
        }
        Ok(folder.to_owned())
    };
    configured.iter().map(check).collect()
}

/// Those of the generator whose files stand in this folder.
fn usual_statics(root: &Path, folder: &str) -> Option<String> {
    let at = root.join(folder);
    if is_hugo_or_zola(&at) || has(&at, "docusaurus.config", PROGRAMS) {
        return Some(join(folder, "static"));
    }
    (is_starlight(&at) || at.join(".vitepress").is_dir()).then(|| join(folder, "public"))
}

pub(super) fn join(folder: &str, name: &str) -> String {
    match (folder.is_empty(), name.is_empty()) {
        (true, _) => name.to_owned(),
        (_, true) => folder.to_owned(),
        _ => format!("{folder}/{name}"),
    }
}

/// The path below `folder`, empty for the folder itself.
pub(super) fn below<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    match path.strip_prefix(folder)? {
        rest if folder.is_empty() || rest.is_empty() => Some(rest),
        rest => rest.strip_prefix('/'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_a_pattern() {
        assert_eq!(leading("i18n/{locale}/current"), "i18n");
        assert_eq!(leading("./a/b/x-{locale}"), "a/b");
        assert_eq!(leading("{locale}/docs"), "");
    }

    #[test]
    fn folders_above() {
        assert_eq!(above("a/b/c").collect::<Vec<_>>(), ["a/b", "a", ""]);
        assert_eq!(above("").count(), 0);
    }

    #[test]
    fn paths_below() {
        assert_eq!(below("a/b", "a"), Some("b"));
        assert_eq!(below("a", "a"), Some(""));
        assert_eq!(below("ab", "a"), None);
        assert_eq!(below("a/b", ""), Some("a/b"));
    }
}
