//! The states of includes, and which translations are outdated by what they include. Knows of articles what is handed in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalog::{Article, ArticleIndex, Catalog, File, IncludeIndex, IndexVec, LocaleIndex};
use crate::front_matter::source_hashes;
use crate::markdown::{Block, BlockKind};

use super::files::{FileKind, TranslatedFile};
use super::made_from::MadeFrom;
use super::newest::newest;
use super::places::Places;
use super::state::{DueState, State};

/// The states of all includes, and what they do to articles.
#[derive(Clone, Debug, Default)]
pub(super) struct Includes {
    groups: Vec<Group>,
    /// The group of each include; none for what is of no locale, or has the place of another.
    group_of: IndexVec<IncludeIndex, Option<usize>>,
    /// None for sources and what is current.
    states: IndexVec<IncludeIndex, Option<DueState>>,
    /// Groups and the locales that lack a translation.
    missing: BTreeSet<(usize, LocaleIndex)>,
    outdating: BTreeMap<ArticleIndex, Outdating>,
}

/// What outdates an article.
#[derive(Clone, Debug)]
struct Outdating {
    /// The article that it is to be compared with.
    newest: ArticleIndex,
    causes: Vec<Cause>,
}

/// One include in all locales.
#[derive(Clone, Debug)]
struct Group {
    /// Its path below the folder of a locale.
    id: String,
    files: BTreeMap<LocaleIndex, IncludeIndex>,
    /// There is something to translate in what it is made from.
    has_words: bool,
}

/// Why a translation is outdated that says what its own source says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The file that readers see in it: outdated, or in another language.
    pub path: Arc<str>,
    pub file: Included,
}

/// A file that an article includes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Included {
    /// An outdated translation.
    Outdated(IncludeIndex),
    /// One that is not translated.
    Missing(IncludeIndex),
    /// An article: an outdated translation, or one that is not translated.
    Article(ArticleIndex),
}

impl Cause {
    /// Whether a text has changed since it was translated for a reader: what was never translated has not.
    pub fn is_change(&self, catalog: &Catalog, reader: LocaleIndex) -> bool {
        match self.file {
            Included::Outdated(_) => true,
            Included::Missing(_) => false,
            Included::Article(article) => catalog.articles[article].locale == reader,
        }
    }
}

impl Includes {
    pub(super) fn new(
        catalog: &Catalog,
        articles: &IndexVec<ArticleIndex, State>,
        made_from: &MadeFrom,
    ) -> Self {
        let mut includes = Self::grouped(catalog);
        let judged: Vec<Vec<(IncludeIndex, DueState)>> =
            includes.groups.par_iter().map(|group| judge(catalog, group, made_from)).collect();
        for (include, state) in judged.into_iter().flatten() {
            includes.states[include] = Some(state);
        }
        includes.follow(catalog, articles);
        includes
    }

    fn grouped(catalog: &Catalog) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let mut by_id: BTreeMap<String, usize> = BTreeMap::new();
        let mut group_of = IndexVec::filled(None, catalog.includes.len());
        for (include, file) in catalog.includes.iter_enumerated() {
            let Some(locale) = file.locale else { continue };
            let id = format!("{}{}", catalog.docsets[file.docset].prefix, file.below);
            let number = *by_id.entry(id.to_lowercase()).or_insert_with(|| {
                groups.push(Group { id, files: BTreeMap::new(), has_words: false });
                groups.len() - 1
            });
            let own = groups[number].files.entry(locale).or_insert(include);
            group_of[include] = (*own == include).then_some(number);
        }
        groups.par_iter_mut().for_each(|group| {
            let from = match catalog.source {
                Some(source) => group.files.get(&source),
                None => group.files.values().next(),
            };
            group.has_words = from.is_some_and(|&from| has_words(&catalog.includes[from]));
        });
        let states = IndexVec::filled(None, catalog.includes.len());
        Self { groups, group_of, states, ..Self::default() }
    }

    /// Looks at what articles include, however deep, as their pages do.
    fn follow(&mut self, catalog: &Catalog, articles: &IndexVec<ArticleIndex, State>) {
        let including = |(_, article): &(ArticleIndex, &Article)| !article.file.document.includes.is_empty();
        let including: Vec<(ArticleIndex, &Article)> =
            catalog.articles.iter_enumerated().filter(including).collect();
        let found: Vec<(ArticleIndex, Vec<Cause>, BTreeSet<usize>)> = including
            .into_par_iter()
            .map(|(index, article)| {
                let files = catalog.files_of(article);
                let files = || files.iter().skip(1).map(|base| base.file);
                if Some(article.locale) == catalog.source {
                    return (
                        index,
                        Vec::new(),
                        files().filter_map(|file| self.group(catalog, file)).collect(),
                    );
                }
                let mut causes: Vec<Cause> = Vec::new();
                for file in files() {
                    let cause = self.cause(catalog, articles, article.locale, file);
                    causes.extend(cause.filter(|cause| !causes.contains(cause)));
                }
                (index, causes, BTreeSet::new())
            })
            .collect();
        for (index, causes, of_source) in found {
            let article = &catalog.articles[index];
            let missing = causes.iter().filter_map(|cause| match cause.file {
                Included::Missing(include) => self.group_of[include],
                _ => None,
            });
            self.missing.extend(missing.map(|group| (group, article.locale)));
            // What is to be translated yet brings its includes.
            let translations = catalog.identities[article.identity].translations.iter_enumerated();
            for (locale, _) in translations.filter(|(_, own)| own.is_none()) {
                let lacking = of_source.iter().filter(|&&group| self.lacks(group, locale));
                let lacking: Vec<usize> = lacking.copied().collect();
                self.missing.extend(lacking.into_iter().map(|group| (group, locale)));
            }
            let is_tracked =
                matches!(articles[index], State::Current | State::Touched { .. } | State::Outdated { .. });
            if is_tracked && !causes.is_empty() {
                let translations = &catalog.identities[article.identity].translations;
                let original = catalog.source.and_then(|source| translations[source]);
                self.outdating.insert(index, Outdating { newest: original.unwrap_or(index), causes });
            }
        }
    }

    fn group(&self, catalog: &Catalog, file: &File) -> Option<usize> {
        self.group_of[catalog.include_at(&file.path)?]
    }

    /// Whether a locale lacks the translation of an include with words.
    fn lacks(&self, group: usize, locale: LocaleIndex) -> bool {
        let group = &self.groups[group];
        group.has_words && !group.files.contains_key(&locale)
    }

    /// What is wrong with a file that readers of a locale see.
    fn cause(
        &self,
        catalog: &Catalog,
        articles: &IndexVec<ArticleIndex, State>,
        reader: LocaleIndex,
        file: &File,
    ) -> Option<Cause> {
        let locale = file.locale?;
        let is_other = !is_same_language(catalog, locale, reader);
        let found = if let Some(include) = catalog.include_at(&file.path) {
            let group = self.group_of[include]?;
            match locale == reader {
                true if self.states[include] == Some(DueState::Outdated) => Included::Outdated(include),
                false if is_other && self.lacks(group, reader) => Included::Missing(include),
                _ => return None,
            }
        } else {
            let article = catalog.article_at(&file.path)?;
            let translations = &catalog.identities[catalog.articles[article].identity].translations;
            let is_due = match locale == reader {
                true => matches!(articles[article], State::Outdated { .. }),
                false => is_other && translations[reader].is_none() && has_words(file),
            };
            is_due.then_some(Included::Article(article))?
        };
        Some(Cause { path: file.path.clone(), file: found })
    }

    /// Takes outdated includes as touched.
    pub(super) fn touch(&mut self, includes: impl IntoIterator<Item = IncludeIndex>) {
        for include in includes {
            let state = &mut self.states[include];
            if *state == Some(DueState::Outdated) {
                *state = Some(DueState::Touched);
            }
        }
    }

    /// Forgets what no longer outdates an article.
    pub(super) fn settle(&mut self, catalog: &Catalog, articles: &IndexVec<ArticleIndex, State>) {
        let Self { states, outdating, .. } = self;
        for (article, Outdating { causes, .. }) in outdating.iter_mut() {
            let reader = catalog.articles[*article].locale;
            causes.retain(|cause| match cause.file {
                Included::Outdated(include) => states[include] == Some(DueState::Outdated),
                Included::Missing(_) => true,
                Included::Article(included) => {
                    catalog.articles[included].locale != reader
                        || matches!(articles[included], State::Outdated { .. })
                }
            });
        }
        outdating.retain(|_, it| !it.causes.is_empty());
    }

    /// What outdates an article, beside its own source.
    pub(super) fn causes(&self, article: ArticleIndex) -> &[Cause] {
        self.outdating.get(&article).map_or(&[], |it| &it.causes)
    }

    /// The article that one is to be compared with which is outdated by what it includes.
    pub(super) fn outdated_by(&self, article: ArticleIndex) -> Option<ArticleIndex> {
        self.outdating.get(&article).map(|it| it.newest)
    }

    /// The include of the source that another is a translation of.
    pub(super) fn original(&self, catalog: &Catalog, include: IncludeIndex) -> Option<IncludeIndex> {
        let files = &self.groups[self.group_of[include]?].files;
        files.get(&catalog.source?).copied()
    }

    pub(super) fn state(&self, include: IncludeIndex) -> Option<DueState> {
        self.states[include]
    }

    /// All includes in every locale but the source that have them or lack them.
    pub(super) fn files(&self, catalog: &Catalog, made_from: &MadeFrom) -> Vec<TranslatedFile> {
        if self.groups.is_empty() {
            return Vec::new();
        }
        let places = Places::new(catalog);
        let path = |include: IncludeIndex| catalog.includes[include].path.to_string();
        let of_group = |(number, group): (usize, &Group)| {
            let newest = || newest_of(catalog, group, made_from).map(|(include, _)| include);
            let first = || group.files.values().next().copied();
            let from = match catalog.source {
                Some(source) => group.files.get(&source).copied(),
                None => newest().or_else(first),
            };
            let source_hash = from.map(|from| {
                let [hash, ..] = source_hashes(&catalog.includes[from].text);
                hash
            });
            let mut files = Vec::new();
            for locale in catalog.locales.indices().filter(|&locale| Some(locale) != catalog.source) {
                let own = group.files.get(&locale).copied();
                if own.is_none() && !self.missing.contains(&(number, locale)) {
                    continue;
                }
                let source = from.filter(|from| Some(*from) != own).map(path);
                let own_path = own.map(path);
                files.push(TranslatedFile {
                    kind: FileKind::Include,
                    id: group.id.clone(),
                    locale,
                    state: own.map_or(Some(DueState::Missing), |own| self.states[own]),
                    target: own_path.clone().or_else(|| places.of(locale, source.as_deref()?)),
                    source,
                    path: own_path,
                    source_hash: source_hash.clone(),
                    recorded_hash: own.and_then(|own| recorded(catalog, own, made_from)).map(str::to_owned),
                    because: Vec::new(),
                    words: None,
                    new_words: None,
                    in_progress_since: None,
                    include: own.or(from),
                });
            }
            files
        };
        let mut files: Vec<TranslatedFile> =
            self.groups.par_iter().enumerate().flat_map_iter(of_group).collect();
        files.sort_by(|a, b| (&a.id, a.locale).cmp(&(&b.id, b.locale)));
        files
    }
}

/// Whether readers of one locale read the other.
fn is_same_language(catalog: &Catalog, one: LocaleIndex, other: LocaleIndex) -> bool {
    let [one, other] = [one, other].map(|locale| &catalog.locales[locale].locale);
    one.language() == other.language() && one.script() == other.script()
}

/// The state of each translation that is not current.
fn judge(catalog: &Catalog, group: &Group, made_from: &MadeFrom) -> Vec<(IncludeIndex, DueState)> {
    let translations = || group.files.iter().filter(|(locale, _)| Some(**locale) != catalog.source);
    let all = |state: DueState| translations().map(|(_, &include)| (include, state)).collect();
    let hashes = match catalog.source.map(|source| group.files.get(&source)) {
        Some(None) => return all(DueState::Orphaned),
        None if group.files.len() == 1 => return Vec::new(),
        _ if translations().all(|(_, &include)| recorded(catalog, include, made_from).is_none()) => {
            return all(DueState::Untracked);
        }
        Some(Some(&original)) => source_hashes(&catalog.includes[original].text).to_vec(),
        None => match newest_of(catalog, group, made_from) {
            Some((_, hash)) => vec![hash.to_owned()],
            None => return all(DueState::Untracked),
        },
    };
    let state = |include: IncludeIndex| match recorded(catalog, include, made_from) {
        None => Some(DueState::Untracked),
        Some(hash) => (!hashes.iter().any(|known| known == hash)).then_some(DueState::Outdated),
    };
    translations().filter_map(|(_, &include)| Some((include, state(include)?))).collect()
}

/// The translation that was handed off last, and its hash.
fn newest_of<'c>(
    catalog: &'c Catalog,
    group: &Group,
    made_from: &'c MadeFrom,
) -> Option<(IncludeIndex, &'c str)> {
    let hashed = group.files.values().filter_map(|&include| {
        let translated = catalog.includes[include].front_matter.translated.as_ref();
        Some((include, recorded(catalog, include, made_from)?, translated.map(|date| date.value)))
    });
    newest(hashed)
}

/// The hash of the source that an include was made from: its own, else the one that stands beside the project.
fn recorded<'c>(catalog: &'c Catalog, include: IncludeIndex, made_from: &'c MadeFrom) -> Option<&'c str> {
    let file = &catalog.includes[include];
    let own = file.front_matter.source_hash.as_ref().map(|hash| hash.value.as_str());
    own.or_else(|| made_from.get(&file.path))
}

/// Whether there is something to translate in a file.
fn has_words(file: &File) -> bool {
    let text = &file.document.text;
    let has_words =
        |block: &Block| block.kind != BlockKind::Code && block.text.slice(text).contains(char::is_alphabetic);
    file.document.blocks.iter().any(has_words)
}
