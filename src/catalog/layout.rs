//! Where every file belongs: which docset, which locale, article or not. Decided by paths and publishing
//! configuration alone; no article is read here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::locale::Locale;
use crate::sources::Sources;

use super::docset::{Docset, DocsetKind, join, owner, strip_folder};
use super::indexed::{DocsetIndex, Idx, IndexVec};
use super::publishing::{self, ContentGlobs, PublishedDocset, PublishingConfig};
use super::redirection_files::{self, RedirectionFiles};

/// One Markdown or YAML file and what it is.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub(crate) path: Arc<str>,
    pub(crate) docset: DocsetIndex,
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
    pub(crate) docsets: IndexVec<DocsetIndex, Docset>,
    pub(crate) files: Vec<Placed>,
    /// Asset path → docset and path below it. An asset of a mixed folder has that docset.
    pub(crate) assets: Vec<(Arc<str>, DocsetIndex, String)>,
    /// As a publishing configuration names it.
    pub(crate) source_locale: Option<Locale>,
    /// What redirection files say.
    pub(super) redirection_files: RedirectionFiles,
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
    let repositories = repositories(sources);
    let docsets = docsets(sources, options, repositories.docsets);
    // The content folder itself comes last.
    let mixed = DocsetIndex::at(docsets.len().saturating_sub(1));
    let mut unreadable = repositories.unreadable;
    let globs = content_globs(sources, &docsets, &mut unreadable);
    let placed = |path: &&Arc<str>| {
        let (docset, below) = owner(&docsets, path)?;
        if docset == mixed && repositories.roots.iter().any(|root| strip_folder(path, root).is_some()) {
            return None;
        }
        let role = role(below, &globs[docset])?;
        let (below, locale) = (below.to_owned(), docsets[docset].locale.clone());
        Some(Placed { path: Arc::clone(path), docset, below, locale, role })
    };
    let paths: Vec<&Arc<str>> = sources.texts.keys().collect();
    let mut files: Vec<Placed> = paths.par_iter().filter_map(placed).collect();
    split_names(&mut files, mixed);
    let asset = |path: &Arc<str>| {
        let (docset, below) = owner(&docsets, path)?;
        Some((path.clone(), docset, below.to_owned()))
    };
    let assets = sources.assets.keys().filter_map(asset).collect();
    let mut redirection_files = redirection_files::read(sources, &docsets);
    unreadable.append(&mut redirection_files.unreadable);
    Layout {
        docsets,
        files,
        assets,
        source_locale: repositories.source_locale,
        redirection_files,
        unreadable,
    }
}

/// The repositories in the content folder or directly below it.
#[derive(Default)]
struct Repositories {
    roots: Vec<String>,
    docsets: Vec<Docset>,
    source_locale: Option<Locale>,
    unreadable: Vec<(Arc<str>, String)>,
}

fn repositories(sources: &Sources) -> Repositories {
    let mut repositories = Repositories::default();
    for (path, bytes) in &sources.texts {
        let Some(root) = repository_root(path, &sources.content_dir) else { continue };
        match PublishingConfig::parse(&String::from_utf8_lossy(bytes)) {
            Ok(config) => {
                let source = config.source_locale.as_deref().and_then(|tag| Locale::parse(tag).ok());
                repositories.source_locale = repositories.source_locale.take().or(source);
                repositories.docsets.extend(config.docsets.iter().map(|docset| published(root, docset)));
                repositories.roots.push(root.to_owned());
            }
            Err(error) => repositories.unreadable.push((path.clone(), error.to_string())),
        }
    }
    repositories
}

/// Those of repositories, those of one locale, and the content folder itself.
fn docsets(
    sources: &Sources,
    options: LayoutOptions<'_>,
    mut published: Vec<Docset>,
) -> IndexVec<DocsetIndex, Docset> {
    let folders = locale_folders(sources, options, &published);
    // What is configured for a folder counts more than what its repository says.
    published.retain(|docset| {
        !options.folders.iter().any(|(folder, _)| content_folder(sources, folder) == docset.root)
    });
    let folders = folders.into_iter().map(|(root, locale)| Docset {
        root,
        locale: Some(locale),
        base_path: options.base_path.map(str::to_owned),
        prefix: String::new(),
        kind: DocsetKind::LocaleFolder,
    });
    let mut docsets: Vec<Docset> = published.into_iter().chain(folders).collect();
    // Longer roots first, so that the nearest docset above a file is the one it belongs to.
    docsets.sort_by(|a, b| b.root.len().cmp(&a.root.len()).then_with(|| a.root.cmp(&b.root)));
    set_prefixes(&mut docsets);
    docsets.push(Docset {
        root: sources.content_dir.clone(),
        locale: None,
        base_path: options.base_path.map(str::to_owned),
        prefix: String::new(),
        kind: DocsetKind::Mixed,
    });
    docsets.into()
}

fn content_folder(sources: &Sources, folder: &str) -> String {
    join(&sources.content_dir, folder.trim_matches('/'))
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
fn locale_folders(
    sources: &Sources,
    options: LayoutOptions<'_>,
    published: &[Docset],
) -> BTreeMap<String, Locale> {
    let mut folders: BTreeMap<String, Locale> = BTreeMap::new();
    let articles = sources.texts.keys().filter(|path| path.ends_with(".md"));
    let below = articles.filter_map(|path| strip_folder(path, &sources.content_dir));
    let mut names: Vec<&str> = below.filter_map(|below| Some(below.split_once('/')?.0)).collect();
    names.dedup();
    for name in names {
        let root = join(&sources.content_dir, name);
        let inside_repository =
            published.iter().any(|docset| docset.root == root || strip_folder(&docset.root, &root).is_some());
        if !inside_repository && let Some(locale) = Locale::named(name) {
            folders.insert(root, locale);
        }
    }
    let configured = options.folders.iter();
    folders.extend(configured.map(|(folder, locale)| (content_folder(sources, folder), locale.clone())));
    folders
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

fn content_globs(
    sources: &Sources,
    docsets: &IndexVec<DocsetIndex, Docset>,
    unreadable: &mut Vec<(Arc<str>, String)>,
) -> IndexVec<DocsetIndex, ContentGlobs> {
    let mut globs = Vec::new();
    for docset in docsets {
        let path = join(&docset.root, "docfx.json");
        let published = docset.kind == DocsetKind::Published;
        let configured = match sources.texts.get(path.as_str()).filter(|_| published) {
            Some(bytes) => ContentGlobs::parse(&String::from_utf8_lossy(bytes)),
            None => ContentGlobs::conventional(),
        };
        let usable = configured.or_else(|error| {
            unreadable.push((path.into(), error.to_string()));
            ContentGlobs::conventional()
        });
        // The conventional globs are constants: if they did not compile there would be no content at all.
        globs.extend(usable);
    }
    globs.into()
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
fn split_names(files: &mut [Placed], mixed: DocsetIndex) {
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
        assert_eq!(layout.docsets[DocsetIndex(0)].base_path.as_deref(), Some("Help"));
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
