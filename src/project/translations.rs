//! `faqtory status` and `faqtory stamp`: what a project knows of its translations, and what is written into them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use crate::catalog::{ArticleIndex, Identity, IdentityIndex, LocaleIndex};
use crate::front_matter::source_hashes;
use crate::front_matter::{self, Date, OnExisting, Refusal, Stamp};
use crate::locale::Locale;
use crate::report::Difference;
use crate::translation::{self, AllBehind, DueDetails, DueState, State, Status, Todo, Translations};
use crate::{edit, history};

use super::changes::{Cache, Changes};
use super::loaded::Project;

/// How much a status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusExtent {
    Counted,
    /// The same, and nothing of what was found out is written to the disk.
    Preview,
    /// With the words of all that is due, which takes longer.
    Detailed,
}

/// What to stamp.
#[derive(Clone, Copy, Debug)]
pub struct StampRequest<'a> {
    /// The locales whose translations are written, as the user wrote them; all if none.
    pub locales: &'a [String],
    /// Article IDs or paths; all if none. Translations of these are written even if they have a source hash.
    pub articles: &'a [String],
    pub today: Date,
}

/// What became of one translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamped {
    pub path: String,
    pub outcome: StampOutcome,
}

/// Whether a translation has got its source hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StampOutcome {
    Written {
        source_hash: String,
    },
    /// It had the hash of today's original already.
    Current,
    /// Why not.
    Refused(String),
}

impl Project {
    /// The state of all translations. Asks git how far outdated ones are behind, and what has changed, where it knows.
    pub fn status(&self, extent: StatusExtent) -> Status {
        let cache = if extent == StatusExtent::Preview { Cache::Read } else { Cache::Written };
        let (translations, changes) = self.weighed(cache);
        let mut status = Status::new(&self.catalog, &translations, &changes.behind);
        status.without_history = changes.without_history;
        if extent == StatusExtent::Detailed {
            self.detail(&mut status, &changes);
        }
        status
    }

    /// The same for a page of the site: asks git only where the project says so, so that every clone makes the same site.
    pub(super) fn built_status(&self) -> Status {
        if self.config.status.history {
            self.status(StatusExtent::Counted)
        } else {
            Status::new(&self.catalog, &self.translations, &AllBehind::new())
        }
    }

    /// Their states, with what git knows of the changes of their originals.
    fn weighed(&self, cache: Cache) -> (Translations, Changes) {
        let changes = self.changes(cache);
        let mut translations = self.translations.clone();
        translations.touch(changes.touched.iter().copied());
        (translations, changes)
    }

    /// Counts the words of all that is due.
    fn detail(&self, status: &mut Status, changes: &Changes) {
        let new_words = self.new_words(changes);
        let originals: BTreeSet<&str> = status.due.iter().filter_map(|due| due.source.as_deref()).collect();
        let original = |path: &str| {
            let file = self.file(self.catalog.article_at(path)?);
            let [source_hash, ..] = source_hashes(&file.text);
            Some((path.to_owned(), (source_hash, translation::merge::words(file.document.syntax, &file.text))))
        };
        let originals: BTreeMap<String, (String, usize)> = originals.into_par_iter().filter_map(original).collect();
        for (at, due) in status.due.iter().enumerate() {
            let Some((source_hash, words)) = due.source.as_ref().and_then(|source| originals.get(source)) else { continue };
            let own = due.path.as_deref().and_then(|path| self.catalog.article_at(path));
            let new_words = match due.state {
                DueState::Touched => 0,
                _ => own.and_then(|own| new_words.get(&own)).copied().unwrap_or(*words),
            };
            let details = DueDetails { source_hash: source_hash.clone(), words: *words, new_words };
            status.details.insert(at, details);
        }
    }

    /// What to translate next into the locale that the user means, and which that is.
    ///
    /// # Errors
    /// It is not a locale with articles, or the source locale.
    pub fn todo(&self, locale: &str) -> Result<(Locale, Vec<Todo>)> {
        let locale = self.translated_locale(locale)?;
        let (translations, changes) = self.weighed(Cache::Written);
        let todo = translation::todo(&self.catalog, &translations, &changes.behind, locale);
        Ok((self.catalog.locales[locale].locale.clone(), todo))
    }

    /// What changed in the original of `article` since it was translated into `locale`; none if nothing did.
    ///
    /// # Errors
    /// There is no such translation, or its original of that time cannot be found.
    pub fn difference(&self, article: &str, locale: &str) -> Result<Option<Difference>> {
        let Some(source) = self.catalog.source else { bail!(NO_SOURCE) };
        let locale = self.translated_locale(locale)?;
        let identity = &self.catalog.identities[self.identity(article, source)?];
        let tag = self.catalog.locales[locale].locale.tag();
        let Some(own) = identity.translations[locale] else {
            bail!("{} is not translated into {tag} yet\nhelp: translate all of it", identity.id)
        };
        let own_file = &self.catalog.articles[own].file;
        let Some(original) = identity.translations[source] else {
            bail!("{} has no source in {}", own_file.path, self.catalog.locales[source].locale.tag())
        };
        if self.translations.state(own) == State::Current {
            return Ok(None);
        }
        let original = &self.catalog.articles[original].file;
        let hash = own_file.front_matter.source_hash.as_ref().map(|hash| hash.value.as_str());
        let commit = own_file.front_matter.source_commit.as_ref().map(|commit| commit.value.as_str());
        if hash.is_none() && commit.is_none() {
            bail!(
                "{} does not say what it was translated from\nhelp: compare it with {}, then run \
                 `faqtory stamp --locale {tag} --article {}`",
                own_file.path,
                original.path,
                identity.id
            );
        }
        let is_it =
            |text: &str| hash.is_some_and(|hash| source_hashes(text).iter().any(|known| known == hash));
        let found = history::find(&self.root().join(&*original.path), commit, &is_it).with_context(|| {
            format!("cannot tell what changed in {} since {} was translated", original.path, own_file.path)
        })?;
        Ok(Some(Difference {
            path: own_file.path.to_string(),
            source: original.path.to_string(),
            before: found.text,
            after: original.text.clone(),
            commit: found.commit,
            date: found.date,
            commits: found.commits_since,
            days: found.days,
            last_date: found.last_date,
        }))
    }

    /// Writes source hashes into translations, in the order of their paths.
    ///
    /// # Errors
    /// There is no source locale, or no such locale or article.
    pub fn stamp(&self, request: &StampRequest<'_>) -> Result<Vec<Stamped>> {
        let Some(source) = self.catalog.source else { bail!(NO_SOURCE) };
        let locales: Vec<LocaleIndex> =
            request.locales.iter().map(|tag| self.translated_locale(tag)).collect::<Result<_>>()?;
        let identities: Vec<IdentityIndex> =
            request.articles.iter().map(|article| self.identity(article, source)).collect::<Result<_>>()?;
        let is_wanted = |&article: &ArticleIndex| {
            let written = &self.catalog.articles[article];
            let is_named = identities.contains(&written.identity);
            written.locale != source
                && (locales.is_empty() || locales.contains(&written.locale))
                && if identities.is_empty() {
                    written.file.front_matter.source_hash.is_none()
                } else {
                    is_named
                }
        };
        let folder = edit::Folder::open(self.root());
        let one = |article: ArticleIndex| Stamped {
            path: self.catalog.articles[article].file.path.to_string(),
            outcome: self.stamp_one(article, source, request, &folder).unwrap_or_else(StampOutcome::Refused),
        };
        Ok(self.catalog.articles.indices().filter(is_wanted).map(one).collect())
    }

    /// The error is why it was refused.
    fn stamp_one(
        &self,
        article: ArticleIndex,
        source: LocaleIndex,
        request: &StampRequest<'_>,
        folder: &edit::Folder,
    ) -> Result<StampOutcome, String> {
        let own = &self.catalog.articles[article];
        if self.translations.state(article) == State::Current {
            return Ok(StampOutcome::Current);
        }
        let Some(original) = self.catalog.identities[own.identity].translations[source] else {
            return Err(format!("it has no source in {}", self.catalog.locales[source].locale.tag()));
        };
        let original = &self.catalog.articles[original].file;
        if let Some(file) = [&own.file, original].into_iter().find(|file| file.not_utf8.is_some()) {
            return Err(format!("{} is not valid UTF-8", file.path));
        }
        let [source_hash, ..] = source_hashes(&original.text);
        let on_existing = if request.articles.is_empty() { OnExisting::Keep } else { OnExisting::Replace };
        let stamp = Stamp { source_hash: &source_hash, translated: request.today, on_existing };
        let changed = front_matter::stamp(&own.file.text, stamp).map_err(|refusal| match refusal {
            Refusal::Damaged => "its front matter is damaged; run `faqtory check` to see where".to_owned(),
            Refusal::OtherHash => {
                "its source hash does not have 40 hexadecimal digits; use --article to replace it".to_owned()
            }
            Refusal::Unusual => {
                format!("its front matter cannot be changed automatically; add `source_hash: {source_hash}` yourself")
            }
        })?;
        folder
            .replace(&*own.file.path, own.file.text.as_bytes(), changed.as_bytes())
            .map_err(|error| format!("{error:#}"))?;
        Ok(StampOutcome::Written { source_hash })
    }

    /// The project's folder.
    pub(super) fn root(&self) -> &Path {
        self.inputs.first().map_or(Path::new("."), |root| root)
    }

    /// The locale that a user means: its tag, or one that says the same (`fr` for `fr-FR`). Not the source.
    fn translated_locale(&self, written: &str) -> Result<LocaleIndex> {
        let wanted = Locale::parse(written)?;
        let locales = &self.catalog.locales;
        let found = locales.position(|entry| entry.locale == wanted);
        let found = found.or_else(|| locales.position(|entry| entry.locale.same_content(&wanted)));
        if found.is_some() && found == self.catalog.source {
            bail!(
                "{} is the source locale, so nothing in it is a translation\nhelp: name another locale",
                wanted.tag()
            );
        }
        found.with_context(|| {
            let there: Vec<&str> = locales.iter().map(|entry| entry.locale.tag()).collect();
            format!("there are no articles in {}\nhelp: use one of {}", wanted.tag(), there.join(", "))
        })
    }

    /// The article ID that a user means: itself, or the path of a file that has it. If there is none, those that have an
    /// original and a translation are suggested: nothing can be done with another.
    fn identity(&self, written: &str, source: LocaleIndex) -> Result<IdentityIndex> {
        let root = self.root().to_string_lossy().replace('\\', "/");
        let path = written.replace('\\', "/");
        let below = path.strip_prefix(&root).map_or(path.as_str(), |below| below.trim_start_matches('/'));
        let below = below.trim_start_matches("./");
        let stem = below.strip_suffix(".md").unwrap_or(below);
        let identities = &self.catalog.identities;
        let by_id = |id: &str| identities.position(|identity| &*identity.id == id);
        let is_file = |path: &str| path == below || path.strip_suffix(".md") == Some(below);
        let by_path = || self.catalog.articles.iter().find(|article| is_file(&article.file.path));
        let found = by_id(below).or_else(|| by_path().map(|article| article.identity));
        found.or_else(|| by_id(stem)).with_context(|| {
            let is_translated = |identity: &&Identity| {
                identity.translations[source].is_some() && identity.translations.iter().flatten().count() > 1
            };
            let nearest = identities.iter().filter(is_translated).map(|identity| &*identity.id);
            let nearest = nearest.min_by_key(|id| strsim::osa_distance(id, stem));
            match nearest.filter(|id| strsim::osa_distance(id, stem) <= 1 + stem.chars().count() / 4) {
                Some(nearest) => format!("there is no article `{written}`\nhelp: did you mean `{nearest}`?"),
                None => format!(
                    "there is no article `{written}`\nhelp: use its article ID or the path of its file"
                ),
            }
        })
    }
}

const NO_SOURCE: &str = "there is no source locale to compare with\nhelp: name it in faqtory.toml, for example \
                         `source_locale = \"en-US\"` under `[site]`";
