//! Which names of files and folders are looked at, and which files say how a generator arranges articles. Reads nothing.

use std::path::Path;

/// Folders of generators that begin with a dot, and are looked into all the same.
const SITE_FOLDERS: &[&str] = &[".vitepress", ".vuepress"];

/// What is looked at in them beside `config.*`.
const OF_SITE: &[&str] = &["config", "locales", "public"];

/// Repositories keep their own files in them.
const REPOSITORIES: &[&str] = &[".git", ".hg", ".svn"];

/// Extensions of configuration that is a program.
pub(super) const PROGRAMS: &[&str] = &["js", "ts", "mjs", "mts", "cjs", "cts"];

/// Files of generators, by name without extension and by extension.
const CONFIGURATION: &[(&[&str], &[&str])] = &[
    (&["hugo", "config"], &["toml", "json"]),
    (&["zola"], &["toml"]),
    (&["config", "docusaurus.config", "astro.config"], PROGRAMS),
    (&["docfx", "_category_", "current"], &["json"]),
    (&[""], &["pages"]),
];

/// YAML files of generators, by name without extension.
const YAML: &[&str] = &["hugo", "config", "_config", "mkdocs"];

/// Whether a file or folder of this name is looked at: hidden ones are not, but for the publishing configuration.
pub(super) fn is_seen(name: &str) -> bool {
    let hidden = name.starts_with('.') && !name.starts_with(".openpublishing.");
    !hidden && name != "node_modules" && !is_package(name)
}

/// Whether it is what a package for translators is called: `handoff-2026-05-31-1-3f9c2a`.
pub fn is_package(name: &str) -> bool {
    let is_number = |step: &str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    let steps: Option<Vec<&str>> = name.strip_prefix("handoff-").map(|rest| rest.split('-').collect());
    let is_hash = |step: &&str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_hexdigit());
    steps.is_some_and(|steps| {
        let (of_time, hash) = steps.split_at(steps.len().min(4));
        of_time.len() == 4
            && of_time.iter().all(|step| is_number(step))
            && hash.len() < 2
            && hash.iter().all(is_hash)
    })
}

/// Whether a folder of this name is looked into that stands in one of the name `above`.
pub(super) fn is_folder_seen(above: Option<&str>, name: &str) -> bool {
    match above {
        Some(above) if SITE_FOLDERS.contains(&above) => OF_SITE.contains(&name),
        _ => is_seen(name) || SITE_FOLDERS.contains(&name),
    }
}

/// Whether a file of this name is looked at that stands in a folder of the name `above`.
pub(super) fn is_file_seen(above: Option<&str>, name: &str) -> bool {
    match above {
        Some(above) if SITE_FOLDERS.contains(&above) => {
            name.strip_prefix("config.").is_some_and(|extension| !extension.contains('.'))
        }
        _ => is_seen(name) || matches!(name, ".pages" | ".gitbook.yaml"),
    }
}

/// Whether the file or folder at this path, below a folder that is looked into, is looked at.
pub(super) fn is_path_seen(below: &Path) -> bool {
    let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
    let above = |at: usize| at.checked_sub(1).and_then(|at| names.get(at)).map(|name| &**name);
    let Some(last) = names.len().checked_sub(1) else { return true };
    let is_last_seen = is_folder_seen(above(last), &names[last]) || is_file_seen(above(last), &names[last]);
    is_last_seen && (0..last).all(|at| is_folder_seen(above(at), &names[at]))
}

/// Whether a folder that is not looked into can hold files that articles name.
pub(super) fn is_dot_folder(name: &str) -> bool {
    name.starts_with('.') && !REPOSITORIES.contains(&name) && !SITE_FOLDERS.contains(&name)
}

/// Whether a file is read as a text rather than copied, by its path.
pub fn is_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    is_markdown(name) || matches!(extension(name).as_deref(), Some("yml" | "yaml")) || is_configuration(path)
}

/// Whether a file is an article or a part of one, by its path.
pub fn is_markdown(path: &str) -> bool {
    matches!(extension(path).as_deref(), Some("md" | "markdown" | "mdx"))
}

fn extension(name: &str) -> Option<String> {
    name.rsplit('/').next()?.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase())
}

/// Whether a file says how a generator arranges articles, by its path; YAML aside, which always is text.
pub(super) fn is_configuration(path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let has_name =
        |(stems, extensions): &(&[&str], &[&str])| stems.contains(&stem) && extensions.contains(&extension);
    name.starts_with(".openpublishing.")
        || CONFIGURATION.iter().any(has_name)
        || matches!(stem.split('.').next(), Some("languages" | "params")) && extension == "toml"
        || is_of_site(folder) && (PROGRAMS.contains(&extension) || extension == "json")
}

/// Whether a folder is one of a generator's that begins with a dot, or lies in it; that of files to be served aside.
fn is_of_site(folder: &str) -> bool {
    let mut steps = folder.split('/');
    steps.any(|step| SITE_FOLDERS.contains(&step)) && steps.next() != Some("public")
}

/// Whether a file beside the folder of articles, or above it, says how a generator arranges them, by its name.
pub(super) fn is_site_file(name: &str) -> bool {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    is_configuration(name) || YAML.contains(&stem) && matches!(extension, "yml" | "yaml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dot_names_of_generators_are_seen() {
        for path in [
            "",
            "a/b.md",
            ".openpublishing.redirection.json",
            "a/.pages",
            ".vitepress",
            "docs/.vitepress/config.mts",
            ".vitepress/config/de.ts",
            ".vuepress/public/a/b.png",
            ".vitepress/locales/de/x.json",
        ] {
            assert!(is_path_seen(Path::new(path)), "{path}");
        }
        for path in [
            ".a.md.swp",
            ".git/config",
            "node_modules/a.md",
            ".pages/a.md",
            ".vitepress/theme/a.md",
            ".vitepress/cache/deps/a.js",
            ".vitepress/config.ts.timestamp-1.mjs",
            ".vitepress/public/.cache/a.png",
            ".github/images/a.png",
        ] {
            assert!(!is_path_seen(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn configuration_is_known_by_its_path() {
        for path in
            ["hugo.toml", "a/.pages", "docs/.vitepress/config/de.ts", ".vuepress/config.js", "zola.toml"]
        {
            assert!(is_configuration(path), "{path}");
        }
        for path in ["x.pages", "a.toml", ".vitepress/public/a.js", "theme/a.ts", "mkdocs.yml"] {
            assert!(!is_configuration(path), "{path}");
        }
        assert!(is_site_file("mkdocs.yml") && is_site_file("_config.yaml") && !is_site_file("a.yml"));
    }
}
