//! Where every file belongs: which docset, which locale, article or not. Decided by paths and the files of generators alone;
//! no article is read here.

use std::sync::Arc;

use rayon::prelude::*;

use crate::assets;
use crate::indexed::{DocsetIndex, Idx, IndexVec};
use crate::locale::Locale;
use crate::sources::{Sources, is_markdown};

use super::arrangement::{Arrangement, Input};
use super::configured;
use super::docset::{Docset, DocsetKind, is_within, owner, strip_folder};
use super::folders;
use super::generators::{GENERATORS, generator};
use super::index_files;
use super::name::LayoutName;
use super::options::LayoutOptions;
use super::placed::{Layout, NotPlaced, Placed, Placement, Role};
use super::suffix;

/// Looks over all paths.
pub(crate) fn survey(sources: &Sources, options: LayoutOptions<'_>) -> Layout {
    let input = Input::new(sources);
    let mut arrangements = recognised(&input);
    let marked = arrangements.iter().filter(|arrangement| !arrangement.docsets.is_empty());
    let governed: Vec<String> = marked.map(|arrangement| arrangement.root.clone()).collect();
    let governed: Vec<&str> = governed.iter().map(String::as_str).collect();
    arrangements.extend(folders::recognise(&input, &governed));
    configured::apply(&mut arrangements, &input, options);
    set_prefixes(&mut arrangements);
    let assumed = assume(&mut arrangements, options);
    let is_alone = arrangements.iter().all(|arrangement| {
        arrangement.layout == LayoutName::Learn || arrangement.layout == LayoutName::Folders
    });
    let mut unreadable = Vec::new();
    let mut source = None;
    for arrangement in &mut arrangements {
        unreadable.append(&mut arrangement.unreadable);
        source = source.or_else(|| arrangement.source.take());
    }
    let rest = Rest { content: &sources.content_dir, governed: &governed, is_read: is_alone };
    let docsets = docsets(arrangements, &sources.content_dir, options);
    let mut layout = Layout { docsets, source, assumed, unreadable, ..Layout::default() };
    layout.place(sources, &rest);
    layout
}

/// The sites that generators mark. One within a docset of an Open Publishing repository, or in a folder that another
/// generator has already, is none.
fn recognised(input: &Input<'_>) -> Vec<Arrangement> {
    let mut found: Vec<Arrangement> = Vec::new();
    for generator in GENERATORS {
        for arrangement in (generator.recognise)(input) {
            let has_articles = |docset: &Docset| docset.has_articles() && input.has_markdown(&docset.root);
            let is_site =
                arrangement.layout == LayoutName::Learn || arrangement.docsets.iter().any(has_articles);
            let is_taken = found.iter().any(|other| {
                let published = |docset: &Docset| {
                    docset.kind == DocsetKind::Published && is_within(&arrangement.root, &docset.root)
                };
                other.root == arrangement.root
                    || other.docsets.iter().any(published)
                    || is_theme(&arrangement.root, &other.root)
            });
            if is_site && !is_taken {
                found.push(arrangement);
            }
        }
    }
    found
}

/// Whether a folder holds a theme of the site at `site`, or what shows one.
fn is_theme(folder: &str, site: &str) -> bool {
    strip_folder(folder, site).is_some_and(|below| below.starts_with("themes/"))
}

/// Where there are several sites, article IDs begin with the folder of theirs.
fn set_prefixes(arrangements: &mut [Arrangement]) {
    let is_own =
        |arrangement: &Arrangement| !matches!(arrangement.layout, LayoutName::Learn | LayoutName::Folders);
    let sites = arrangements.iter().filter(|arrangement| !arrangement.docsets.is_empty()).count();
    for arrangement in arrangements.iter_mut().filter(|arrangement| sites > 1 && is_own(arrangement)) {
        let Arrangement { root, docsets, .. } = arrangement;
        for docset in docsets.iter_mut().filter(|_| !root.is_empty()) {
            docset.prefix = format!("{root}/{}", docset.prefix);
        }
    }
}

/// Gives the folders of generators that have no locale the configured source locale, else English, unless that has a
/// folder of its own. Returns what was assumed.
fn assume(arrangements: &mut [Arrangement], options: LayoutOptions<'_>) -> Option<Locale> {
    let mut assumed = None;
    for arrangement in arrangements {
        let known: Vec<Locale> =
            arrangement.docsets.iter().filter_map(|docset| docset.locale.clone()).collect();
        let is_free = |locale: &Locale| !known.iter().any(|known| known.same_content(locale));
        let bare = |docset: &&mut Docset| {
            docset.has_articles() && docset.locale.is_none() && docset.kind != DocsetKind::Published
        };
        for docset in arrangement.docsets.iter_mut().filter(bare) {
            let configured = options.source_locale.cloned();
            docset.locale = configured.clone().or_else(Locale::last_resort).filter(is_free);
            if docset.kind == DocsetKind::Mixed && docset.locale.is_some() {
                docset.kind = DocsetKind::LocaleFolder;
            }
            if configured.is_none() {
                assumed = assumed.or_else(|| docset.locale.clone());
            }
        }
    }
    assumed
}

/// Those of all sites, the ones with longer roots first, so that the nearest docset above a file is the one it belongs to,
/// and the content folder itself the last.
fn docsets(
    arrangements: Vec<Arrangement>,
    content: &str,
    options: LayoutOptions<'_>,
) -> IndexVec<DocsetIndex, Docset> {
    let mut docsets: Vec<Docset> =
        arrangements.into_iter().flat_map(|arrangement| arrangement.docsets).collect();
    docsets.sort_by(|a, b| b.root.len().cmp(&a.root.len()).then_with(|| a.root.cmp(&b.root)));
    let mut rest = Docset::new(LayoutName::Mixed, content, content.to_owned(), None);
    rest.base_path = options.base_path.map(str::to_owned);
    docsets.push(rest);
    docsets.into()
}

/// What stands in no folder of any site.
struct Rest<'a> {
    content: &'a str,
    /// The folders of generators.
    governed: &'a [&'a str],
    /// Whether it is read at all: beside the site of a generator, nothing is.
    is_read: bool,
}

impl Rest<'_> {
    /// Why a file that only the content folder holds is not read.
    fn refuses(&self, path: &str) -> bool {
        !self.is_read && strip_folder(path, self.content).is_some()
            || self.governed.iter().any(|root| strip_folder(path, root).is_some())
    }
}

impl Layout {
    fn place(&mut self, sources: &Sources, rest: &Rest<'_>) {
        // The content folder itself comes last.
        let mixed = DocsetIndex::at(self.docsets.len().saturating_sub(1));
        let docsets = &self.docsets;
        let placed = |path: &Arc<str>| -> Result<Option<Placed>, NotPlaced> {
            let outside = || if is_markdown(path) { Err(NotPlaced::Outside) } else { Ok(None) };
            let Some((docset, below)) = owner(docsets, path) else { return outside() };
            if docset == mixed && rest.refuses(path) {
                return outside();
            }
            let (below, locale) = (below.to_owned(), docsets[docset].locale.clone());
            let (role, id) = match generator(docsets[docset].layout)(&docsets[docset], &below) {
                _ if !docsets[docset].has_articles() && is_markdown(path) => return Err(NotPlaced::Static),
                Placement::As(role) => (role, None),
                Placement::Named(id) => (Role::Article, Some(id)),
                Placement::NotRead(reason) => return Err(reason),
                Placement::Configuration => return Ok(None),
            };
            Ok(Some(Placed { path: Arc::clone(path), docset, below, id, locale, role }))
        };
        let paths: Vec<&Arc<str>> = sources.texts.keys().collect();
        let files: Vec<Result<Option<Placed>, NotPlaced>> =
            paths.par_iter().map(|path| placed(path)).collect();
        for (path, file) in paths.into_iter().zip(files) {
            match file {
                Ok(file) => self.files.extend(file),
                Err(reason) => drop(self.not_placed.insert(path.clone(), reason)),
            }
        }
        suffix::split(self, mixed);
        index_files::settle(self, sources);
        self.place_assets(sources);
    }

    fn place_assets(&mut self, sources: &Sources) {
        for path in sources.assets.keys() {
            let Some((docset, below)) = owner(&self.docsets, path) else { continue };
            let owner = &self.docsets[docset];
            if owner.layout == LayoutName::Hugo && owner.has_articles() && assets::extension(path) == "html" {
                self.not_placed.insert(path.clone(), NotPlaced::Html);
            }
            self.assets.push((path.clone(), docset, below.to_owned()));
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
        assert_eq!(layout.source.unwrap().locale.tag(), "en-US");
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
    fn a_damaged_configuration_is_reported() {
        let layout = survey_of("", &[(".openpublishing.publish.config.json", "{"), ("a.md", "")]);
        assert_eq!(layout.unreadable.len(), 1);
        assert_eq!(layout.files.len(), 1);
    }
}
