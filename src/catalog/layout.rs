//! Where every file belongs: which docset, which locale, article or not. Decided by paths and publishing
//! configuration alone; no article is read here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::locale::Locale;
use crate::sources::Sources;

use super::publishing::{self, ContentGlobs, PublishedDocset, PublishingConfig};
use super::redirects;

/// A folder of articles whose paths share one root.
#[derive(Clone, Debug)]
pub struct Docset {
    /// Below the project's folder, no slashes at its ends.
    pub root: String,
    /// The locale of all its files; none where each file says its own.
    pub locale: Option<Locale>,
    /// The public path of the docset on its old host, such as `AlchemyInsights`.
    pub base_path: Option<String>,
    /// What article IDs of this docset begin with, `/` included; empty for the only docset of a locale.
    pub prefix: String,
    pub kind: DocsetKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocsetKind {
    /// A docset of an Open Publishing repository.
    Published,
    /// A folder with the name of a locale, or one configured for it.
    LocaleFolder,
    /// A folder of files in many locales.
    Mixed,
}

/// One Markdown or YAML file and what it is.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub(crate) path: Arc<str>,
    /// Index into [`Layout::docsets`].
    pub(crate) docset: usize,
    /// Below the docset's root.
    pub(crate) below: String,
    /// From the file name (`name.<locale>.md`); the docset's locale otherwise.
    pub(crate) locale: Option<Locale>,
    pub(crate) role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Article,
    Include,
    Toc,
    /// A YAML page: links to it mean its section.
    Section,
}

/// Everything that the paths tell.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    pub(crate) docsets: Vec<Docset>,
    pub(crate) files: Vec<Placed>,
    /// Asset path → docset and path below it. An asset of a mixed folder has that docset.
    pub(crate) assets: Vec<(Arc<str>, usize, String)>,
    /// As a publishing configuration names it.
    pub(crate) source_locale: Option<Locale>,
    /// What redirection files say.
    pub(super) redirects: redirects::Written,
    /// Configuration files that could not be read: path, what is wrong.
    pub(crate) unreadable: Vec<(Arc<str>, String)>,
}

/// What the configuration says about the layout.
#[derive(Clone, Copy, Debug, Default)]
pub struct LayoutOptions<'a> {
    /// `[locales.<tag>] path`: folder below the content folder → tag.
    pub folders: &'a [(String, Locale)],
    /// `[content] base_path`.
    pub base_path: Option<&'a str>,
}

/// Looks over all paths.
pub(crate) fn survey(sources: &Sources, options: LayoutOptions<'_>) -> Layout {
    let mut layout = Layout::default();
    let repositories = published_docsets(sources, &mut layout);
    locale_folders(sources, options, &mut layout);
    // Longer roots first, so that the nearest docset above a file is the one it belongs to.
    layout.docsets.sort_by(|a, b| b.root.len().cmp(&a.root.len()).then_with(|| a.root.cmp(&b.root)));
    set_prefixes(&mut layout.docsets);
    let mixed = layout.docsets.len();
    layout.docsets.push(Docset {
        root: sources.content_dir.clone(),
        locale: None,
        base_path: options.base_path.map(str::to_owned),
        prefix: String::new(),
        kind: DocsetKind::Mixed,
    });
    let globs = content_globs(sources, &mut layout);
    let placed = |path: &&Arc<str>| {
        let (docset, below) = owner(&layout.docsets, path)?;
        if docset == mixed && repositories.iter().any(|root| strip_folder(path, root).is_some()) {
            return None;
        }
        let role = role(below, &globs[docset])?;
        let (below, locale) = (below.to_owned(), layout.docsets[docset].locale.clone());
        Some(Placed { path: Arc::clone(path), docset, below, locale, role })
    };
    let paths: Vec<&Arc<str>> = sources.texts.keys().collect();
    layout.files = paths.par_iter().filter_map(placed).collect();
    split_names(&mut layout.files, mixed);
    for path in sources.assets.keys() {
        if let Some((docset, below)) = owner(&layout.docsets, path) {
            layout.assets.push((path.clone(), docset, below.to_owned()));
        }
    }
    layout.redirects = redirects::read(sources, &layout.docsets);
    layout.unreadable.append(&mut layout.redirects.unreadable);
    layout
}

/// Finds every repository in the content folder or directly below it; returns their roots.
fn published_docsets(sources: &Sources, layout: &mut Layout) -> Vec<String> {
    let mut repositories = Vec::new();
    for (path, bytes) in &sources.texts {
        let Some(root) = repository_root(path, &sources.content_dir) else { continue };
        match PublishingConfig::parse(&String::from_utf8_lossy(bytes)) {
            Ok(config) => {
                let source = config.source_locale.as_deref().and_then(|tag| Locale::parse(tag).ok());
                layout.source_locale = layout.source_locale.take().or(source);
                layout.docsets.extend(config.docsets.iter().map(|docset| published(root, docset)));
                repositories.push(root.to_owned());
            }
            Err(error) => layout.unreadable.push((path.clone(), error.to_string())),
        }
    }
    repositories
}

fn repository_root<'a>(path: &'a str, content_dir: &str) -> Option<&'a str> {
    let root = path.strip_suffix(publishing::CONFIG)?.trim_end_matches('/');
    let below = strip_folder(root, content_dir).or((root == content_dir).then_some(""))?;
    (!below.contains('/')).then_some(root)
}

fn published(root: &str, docset: &PublishedDocset) -> Docset {
    let base_path = docset.folder.rsplit('/').next().filter(|name| !name.is_empty()).map(str::to_owned);
    Docset {
        root: join(root, &docset.folder),
        locale: docset.locale.as_deref().and_then(|tag| Locale::parse(tag).ok()),
        base_path,
        prefix: String::new(),
        kind: DocsetKind::Published,
    }
}

/// Folders configured for a locale, and those of the content folder that are named by one.
fn locale_folders(sources: &Sources, options: LayoutOptions<'_>, layout: &mut Layout) {
    let mut folders: BTreeMap<String, Locale> = BTreeMap::new();
    let articles = sources.texts.keys().filter(|path| path.ends_with(".md"));
    let below = articles.filter_map(|path| strip_folder(path, &sources.content_dir));
    let mut names: Vec<&str> = below.filter_map(|below| Some(below.split_once('/')?.0)).collect();
    names.dedup();
    for name in names {
        let root = join(&sources.content_dir, name);
        let inside_repository = layout.docsets.iter().any(|docset| {
            docset.kind == DocsetKind::Published
                && (docset.root == root || strip_folder(&docset.root, &root).is_some())
        });
        if !inside_repository && let Some(locale) = Locale::named(name) {
            folders.insert(root, locale);
        }
    }
    for (folder, locale) in options.folders {
        let root = join(&sources.content_dir, folder.trim_matches('/'));
        layout.docsets.retain(|docset| docset.root != root);
        folders.insert(root, locale.clone());
    }
    layout.docsets.extend(folders.into_iter().map(|(root, locale)| Docset {
        root,
        locale: Some(locale),
        base_path: options.base_path.map(str::to_owned),
        prefix: String::new(),
        kind: DocsetKind::LocaleFolder,
    }));
}

/// Where a locale has several docsets, article IDs begin with the public path of theirs.
fn set_prefixes(docsets: &mut [Docset]) {
    let mut seen = BTreeSet::new();
    let several = docsets
        .iter()
        .filter(|docset| docset.kind == DocsetKind::Published)
        .any(|docset| !seen.insert(docset.locale.clone()));
    for docset in docsets.iter_mut().filter(|docset| several && docset.kind == DocsetKind::Published) {
        docset.prefix = docset.base_path.as_ref().map_or_else(String::new, |base| format!("{base}/"));
    }
}

fn content_globs(sources: &Sources, layout: &mut Layout) -> Vec<ContentGlobs> {
    let mut globs = Vec::new();
    for docset in &layout.docsets {
        let path = join(&docset.root, "docfx.json");
        let published = docset.kind == DocsetKind::Published;
        let configured = match sources.texts.get(path.as_str()).filter(|_| published) {
            Some(bytes) => ContentGlobs::parse(&String::from_utf8_lossy(bytes)),
            None => ContentGlobs::conventional(),
        };
        let usable = configured.or_else(|error| {
            layout.unreadable.push((path.into(), error.to_string()));
            ContentGlobs::conventional()
        });
        // The conventional globs are constants: if they did not compile there would be no content at all.
        globs.extend(usable);
    }
    globs
}

/// The docset whose root is nearest above `path`, and the path below it. `docsets` has longer roots first.
pub(super) fn owner<'a>(docsets: &[Docset], path: &'a str) -> Option<(usize, &'a str)> {
    docsets.iter().enumerate().find_map(|(index, docset)| Some((index, strip_folder(path, &docset.root)?)))
}

fn role(below: &str, globs: &ContentGlobs) -> Option<Role> {
    let name = below.rsplit('/').next().unwrap_or(below);
    let folder = &below[..below.len() - name.len()];
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    if extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown") {
        return Some(if globs.contains(below) { Role::Article } else { Role::Include });
    }
    if !extension.eq_ignore_ascii_case("yml")
        || !globs.contains(below)
        || folder.split('/').any(|step| step == "breadcrumb")
    {
        return None;
    }
    Some(if name.eq_ignore_ascii_case("toc.yml") { Role::Toc } else { Role::Section })
}

/// `name.<locale>.md`: only where at least two articles of the mixed docset use the tag.
fn split_names(files: &mut [Placed], mixed: usize) {
    let mut uses: BTreeMap<Locale, usize> = BTreeMap::new();
    let split = |below: &str| {
        let stem = below.strip_suffix(".md")?;
        let (name, tag) = stem.rsplit_once('.')?;
        let locale = Locale::named(tag)?;
        (!name.is_empty() && !name.ends_with('/')).then(|| (format!("{name}.md"), locale))
    };
    let loose = |file: &&mut Placed| file.docset == mixed && file.role == Role::Article;
    for file in files.iter_mut().filter(loose) {
        if let Some((_, locale)) = split(&file.below) {
            *uses.entry(locale).or_default() += 1;
        }
    }
    for file in files.iter_mut().filter(loose) {
        if let Some((below, locale)) = split(&file.below).filter(|(_, locale)| uses[locale] >= 2) {
            file.below = below;
            file.locale = Some(locale);
        }
    }
}

/// The path below `folder`, if it lies there; the empty folder holds everything.
pub(crate) fn strip_folder<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    if folder.is_empty() {
        return Some(path);
    }
    path.strip_prefix(folder)?.strip_prefix('/')
}

pub(super) fn join(folder: &str, name: &str) -> String {
    match (folder.is_empty(), name.is_empty()) {
        (true, _) => name.to_owned(),
        (_, true) => folder.to_owned(),
        _ => format!("{folder}/{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn survey_of(content_dir: &str, files: &[(&str, &str)]) -> Layout {
        let mut sources = Sources { content_dir: content_dir.to_owned(), ..Sources::default() };
        for (path, text) in files {
            sources.texts.insert((*path).into(), text.as_bytes().to_vec());
        }
        survey(&sources, LayoutOptions::default())
    }

    /// `role locale below` of every file.
    fn lines(layout: &Layout) -> Vec<String> {
        let line = |file: &Placed| {
            let locale = file.locale.as_ref().map_or("-", Locale::tag);
            format!("{:?} {locale} {}", file.role, file.below)
        };
        layout.files.iter().map(line).collect()
    }

    #[test]
    fn folders_named_by_a_locale() {
        let layout = survey_of(
            "content",
            &[("content/he_il/a.md", ""), ("content/en-us/b/c.md", ""), ("content/media/d.md", "")],
        );
        assert_eq!(lines(&layout), ["Article en-US b/c.md", "Article he-IL a.md", "Article - media/d.md"]);
    }

    #[test]
    fn a_folder_of_repositories() {
        let config = |locale: &str| {
            format!(
                "{{\"docsets_to_publish\":[{{\"build_source_folder\":\"Help\",\"locale\":\"{locale}\"}}],\"dependent_repositories\":[{{\"path_to_root\":\"_repo.en-us\"}}]}}"
            )
        };
        let layout = survey_of(
            "",
            &[
                ("x/.openpublishing.publish.config.json", &config("fr-fr")),
                ("x/README.md", ""),
                ("x/Help/a.fr.md", ""),
                ("x/Help/b.fr.md", ""),
                ("x/Help/includes/c.md", ""),
                ("x/Help/TOC.yml", ""),
                ("x/Help/breadcrumb/toc.yml", ""),
                ("x/Help/index.yml", ""),
            ],
        );
        assert_eq!(
            lines(&layout),
            [
                "Toc fr-FR TOC.yml",
                "Article fr-FR a.fr.md",
                "Article fr-FR b.fr.md",
                "Include fr-FR includes/c.md",
                "Section fr-FR index.yml"
            ]
        );
        assert_eq!(layout.source_locale.unwrap().tag(), "en-US");
        assert_eq!(layout.docsets[0].base_path.as_deref(), Some("Help"));
    }

    #[test]
    fn a_tag_in_the_name_counts_from_two_articles_on() {
        let layout = survey_of(
            "",
            &[
                ("a.lv.md", ""),
                ("b.lv.md", ""),
                ("c.ro.md", ""),
                ("Outlook.com.md", ""),
                ("x.policies.md", ""),
            ],
        );
        assert_eq!(
            lines(&layout),
            [
                "Article - Outlook.com.md",
                "Article lv a.md",
                "Article lv b.md",
                "Article - c.ro.md",
                "Article - x.policies.md"
            ]
        );
    }

    #[test]
    fn a_damaged_configuration_is_told() {
        let layout = survey_of("", &[(".openpublishing.publish.config.json", "{"), ("a.md", "")]);
        assert_eq!(layout.unreadable.len(), 1);
        assert_eq!(layout.files.len(), 1);
    }
}
