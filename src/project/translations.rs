//! `faqtory status`: what a project knows of its translations. Writes nothing into them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::catalog::{File, Identity, IdentityIndex, IncludeIndex, LocaleIndex};
use crate::config;
use crate::front_matter::source_hashes;
use crate::history;
use crate::locale::Locale;
use crate::report::{Difference, FoundBy};
use crate::translation::{
    self, AllBehind, InProgress, Listed, LocaleStatus, State, Status, StatusFacts, TodoFacts, TodoList,
    Translations,
};

use super::changes::Cache;
use super::known::Changes;
use super::loaded::Project;
use super::remembered::Remembered;

/// How much a status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusExtent {
    Counted,
    /// The same, and nothing of what was found out is written to the disk.
    Preview,
    /// With the words of all that is due, which takes longer.
    Detailed,
}

impl Project {
    /// The state of all translations. Asks git how far outdated ones are behind, and what has changed, where it knows.
    pub fn status(&self, extent: StatusExtent) -> Status {
        let cache = if extent == StatusExtent::Preview { Cache::Read } else { Cache::Written };
        let (translations, changes) = self.weighed(cache);
        let changed = match extent {
            StatusExtent::Detailed => self.changed_words(&changes),
            StatusExtent::Counted | StatusExtent::Preview => BTreeMap::new(),
        };
        let files = match extent {
            StatusExtent::Detailed => self.counted_files(&translations, &changes),
            StatusExtent::Counted | StatusExtent::Preview => self.translated_files(&translations, &changes),
        };
        let listed = match extent {
            StatusExtent::Detailed => Listed::All(&changed),
            StatusExtent::Counted | StatusExtent::Preview => Listed::Behind,
        };
        let (behind, without_history) = (&changes.behind, changes.without_history);
        let facts = StatusFacts {
            behind,
            in_progress: &self.in_progress(&translations),
            without_history,
            listed,
            files: &files,
        };
        Status::new(&self.catalog, &translations, &facts)
    }

    /// The same for a page of the site: asks git only where the project says so, so that every clone makes the same site.
    pub(super) fn built_status(&self) -> Status {
        if self.config.status.history {
            return self.status(StatusExtent::Counted);
        }
        let facts = StatusFacts {
            behind: &AllBehind::new(),
            in_progress: &self.in_progress(&self.translations),
            without_history: 0,
            listed: Listed::Behind,
            files: &[],
        };
        Status::new(&self.catalog, &self.translations, &facts)
    }

    /// How many translations may be less outdated than they seem, as this clone lacks the older history; none where git was not
    /// asked when the project was read.
    pub fn without_history(&self) -> usize {
        self.changes.as_ref().map_or(0, |changes| changes.without_history)
    }

    /// Since when translators have what is due.
    fn in_progress(&self, translations: &Translations) -> InProgress {
        let remembered = Remembered::read(self.root());
        translation::in_progress(&self.catalog, translations, &remembered.handoffs)
    }

    /// What is wrong with files of `.faqtory/handoffs`: what they say is in progress is not known.
    pub fn damaged_handoffs(&self) -> Vec<String> {
        Remembered::read(self.root()).faults
    }

    /// Their states, with what git knows of the changes of their originals.
    fn weighed(&self, cache: Cache) -> (Cow<'_, Translations>, Cow<'_, Changes>) {
        let changes = self.changes(cache);
        if self.changes.is_some() {
            return (Cow::Borrowed(&self.translations), changes);
        }
        let mut translations = self.translations.clone();
        let (articles, includes) =
            (changes.touched.iter().copied(), changes.touched_includes.iter().copied());
        translations.touch(&self.catalog, articles, includes);
        translations.replace(changes.replaced.clone());
        (Cow::Owned(translations), changes)
    }

    /// What to translate next into the locales that the user means. `visits` is a file of how often each article was read.
    ///
    /// # Errors
    /// One is not a locale with articles, or the source locale; the file cannot be read.
    pub fn todo(&self, locales: &[String], visits: Option<&Path>) -> Result<Vec<TodoList>> {
        let locales: Vec<LocaleIndex> =
            locales.iter().map(|locale| self.translated_locale(locale)).collect::<Result<_>>()?;
        let visits = visits.map(|file| super::visits::read(file, &self.catalog)).transpose()?;
        let (translations, changes) = self.weighed(Cache::Written);
        let changed = self.changed_words(&changes);
        let shown = self.with_words_of_includes(&translations, &changes, changed.clone());
        let files = self.counted_files(&translations, &changes);
        let facts = TodoFacts {
            behind: &changes.behind,
            changed: &changed,
            shown: &shown,
            in_progress: &self.in_progress(&translations),
            visits: visits.as_ref(),
            files: &files,
        };
        let list = |locale: LocaleIndex| {
            let tag = self.catalog.locales[locale].locale.tag();
            let configured = self.config.locales.tables.iter();
            let configured =
                configured.filter(|(written, _)| Locale::parse(written).is_ok_and(|it| it.tag() == tag));
            let configured = configured.map(|(_, configured)| configured).next();
            TodoList {
                locale: tag.to_owned(),
                owner: configured.and_then(|configured| configured.owner.clone()),
                due: configured.and_then(|configured| configured.due.clone()),
                todo: translation::todo(&self.catalog, &translations, &facts, locale),
            }
        };
        Ok(locales.into_iter().map(list).collect())
    }

    /// The locales of which fewer of a hundred articles are up to date than all of them, or they by configuration, must be: the
    /// share and the wanted one.
    ///
    /// # Errors
    /// The configuration requires a share of a locale without articles, or of the source locale.
    pub fn not_met(&self, status: &Status, all: Option<u8>) -> Result<Vec<(String, usize, u8)>> {
        let mut require: BTreeMap<LocaleIndex, u8> = BTreeMap::new();
        for (tag, &share) in &self.config.status.require {
            let locale = self.translated_locale(tag);
            require.insert(locale.with_context(|| format!("{}: status.require", config::FILE))?, share);
        }
        let one = |(index, locale): (LocaleIndex, &LocaleStatus)| {
            let wanted = require.get(&index).copied().max(all)?;
            let percent = locale.percent().filter(|_| !status.is_source(locale))?;
            (percent < usize::from(wanted)).then(|| (locale.locale.tag().to_owned(), percent, wanted))
        };
        Ok(self.catalog.locales.indices().zip(&status.locales).filter_map(one).collect())
    }

    /// What changed in the original of `article` since it was translated into `locale`; none if nothing did.
    ///
    /// # Errors
    /// There is no such translation, or its original of that time cannot be found.
    pub fn difference(&self, article: &str, locale: &str) -> Result<Option<Difference>> {
        let Some(source) = self.catalog.source else { bail!(NO_SOURCE) };
        let locale = self.translated_locale(locale)?;
        let tag = self.catalog.locales[locale].locale.tag();
        if let Some((own, original)) = self.include_pair(article, locale) {
            let is_current = self.translations.include_state(own).is_none();
            let [own, original] = [own, original].map(|include| &self.catalog.includes[include]);
            let name = &own.path;
            return if is_current {
                Ok(None)
            } else {
                self.difference_of(own, original, tag, name).map(Some)
            };
        }
        let identity = &self.catalog.identities[self.identity(article, source)?];
        let Some(own) = identity.translations[locale] else {
            bail!("{} is not translated into {tag} yet\nhelp: translate all of it", identity.id)
        };
        let own_file = &self.catalog.articles[own].file;
        let Some(original) = identity.translations[source] else {
            bail!("{} has no source in {}", own_file.path, self.catalog.locales[source].locale.tag())
        };
        if self.translations.own_state(own) == State::Current {
            return Ok(None);
        }
        let original = &self.catalog.articles[original].file;
        self.difference_of(own_file, original, tag, &identity.id).map(Some)
    }

    /// The files that outdate a translation, beside its own source.
    ///
    /// # Errors
    /// There is no such translation.
    pub fn outdated_by(&self, article: &str, locale: &str) -> Result<Vec<String>> {
        let Some(source) = self.catalog.source else { bail!(NO_SOURCE) };
        let locale = self.translated_locale(locale)?;
        if self.include_pair(article, locale).is_some() {
            return Ok(Vec::new());
        }
        let own = self.catalog.identities[self.identity(article, source)?].translations[locale];
        // An include that was only touched outdates nothing.
        let (translations, _) = self.weighed(Cache::Written);
        let causes = own.map_or(&[][..], |own| translations.causes(own));
        Ok(causes.iter().map(|cause| cause.path.to_string()).collect())
    }

    /// The translation of an include in a locale and its source, if the path is that of one of them.
    fn include_pair(&self, written: &str, locale: LocaleIndex) -> Option<(IncludeIndex, IncludeIndex)> {
        let named = self.catalog.include_at(&self.below_root(written))?;
        let pair = |own| Some((own, self.translations.original_of_include(&self.catalog, own)?));
        let is_own = |own: &IncludeIndex| self.catalog.includes[*own].locale == Some(locale);
        let pairs = || self.catalog.includes.indices().filter(is_own).filter_map(pair);
        if is_own(&named) { pair(named) } else { pairs().find(|(_, original)| *original == named) }
    }

    /// What changed in the original of a translation, which `name` names for users, since it was made.
    fn difference_of(&self, own_file: &File, original: &File, tag: &str, name: &str) -> Result<Difference> {
        let hash = own_file.front_matter.source_hash.as_ref().map(|hash| hash.value.as_str());
        let hash = hash.or_else(|| self.translations.made_from().get(&own_file.path));
        let commit = own_file.front_matter.source_commit.as_ref().map(|commit| commit.value.as_str());
        if hash.is_none() && commit.is_none() {
            bail!(
                "{} does not say what it was translated from\nhelp: compare it with {}, then run \
                 `faqtory stamp --locale {tag} --article {name}`",
                own_file.path,
                original.path,
            );
        }
        let is_it =
            |text: &str| hash.is_some_and(|hash| source_hashes(text).iter().any(|known| known == hash));
        let found = history::find(&self.root().join(&*original.path), commit, &is_it).with_context(|| {
            format!("cannot tell what changed in {} since {} was translated", original.path, own_file.path)
        })?;
        let weigh = |text: &str| translation::weight(original.document.syntax, text);
        let is_by_hash = is_it(&found.text);
        Ok(Difference {
            found_by: if is_by_hash { FoundBy::Hash } else { FoundBy::Commit },
            // What is not known to be its version is no proof.
            is_touched: is_by_hash && weigh(&found.text) == weigh(&original.text),
            path: own_file.path.to_string(),
            source: original.path.to_string(),
            before: found.text,
            after: original.text.clone(),
            commit: found.commit,
            date: found.date,
            commits: found.commits_since,
            days: found.days,
            last_date: found.last_date,
        })
    }

    /// The project's folder.
    pub(super) fn root(&self) -> &Path {
        self.inputs.first().map_or(Path::new("."), |root| root)
    }

    /// The locale that a user means: its tag, or one that says the same (`fr` for `fr-FR`). Not the source.
    pub(super) fn translated_locale(&self, written: &str) -> Result<LocaleIndex> {
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

    /// A path as the user wrote it, below the project's folder.
    pub(super) fn below_root(&self, written: &str) -> String {
        let root = self.root().to_string_lossy().replace('\\', "/");
        let path = written.replace('\\', "/");
        let below = path.strip_prefix(&root).map_or(path.as_str(), |below| below.trim_start_matches('/'));
        below.trim_start_matches("./").to_owned()
    }

    /// The article ID that a user means: itself, or the path of a file that has it. If there is none, those that have an
    /// original and a translation are suggested: nothing can be done with another.
    pub(super) fn identity(&self, written: &str, source: LocaleIndex) -> Result<IdentityIndex> {
        let below = &*self.below_root(written);
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

pub(super) const NO_SOURCE: &str = "there is no source locale to compare with\nhelp: name it in faqtory.toml, for example \
                         `source_locale = \"en-US\"` under `[site]`";
