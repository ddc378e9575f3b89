//! `faqtory stamp`: which version of the source translations were made from is written into them. Where git shows that this is not the one of
//! today, nothing is written.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use anyhow::{Result, bail};

use crate::catalog::{ArticleIndex, IdentityIndex, LocaleIndex};
use crate::front_matter::{self, Date, OnExisting, Refusal, Stamp, TranslationType, source_hashes};
use crate::translation::TranslatedFile;
use crate::{edit, history};

use super::known::Changes;
use super::loaded::Project;
use super::translations::NO_SOURCE;

/// What to stamp.
#[derive(Clone, Copy, Debug)]
pub struct StampRequest<'a> {
    /// The locales whose translations are written, as the user wrote them; all if none.
    pub locales: &'a [String],
    /// Article IDs or paths; all if none. Translations of these are written even if they have a source hash.
    pub articles: &'a [String],
    pub scope: StampScope,
    pub made_from: MadeFromVersion<'a>,
    /// How the translations were made, as it is to be written.
    pub translation_type: Option<&'a str>,
    pub today: Date,
}

/// Which translations are written where no article is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StampScope {
    /// Those without a source hash.
    Untracked,
    /// Those whose originals have changed in no word.
    Touched,
}

/// The version of the source that translations were made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeFromVersion<'a> {
    /// The one of today, unless git shows that it is younger than the translation.
    Today,
    /// The one of a commit.
    Revision(&'a str),
    /// The one of this hash.
    Hash(&'a str),
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
    /// It had the hash already.
    Current,
    /// Why not.
    Refused(String),
}

impl Project {
    /// Writes source hashes into translations, in the order of their paths.
    ///
    /// # Errors
    /// There is no source locale, no such locale or article, or a hash or a type that is none.
    pub fn stamp(&self, request: &StampRequest<'_>) -> Result<Vec<Stamped>> {
        let Some(source) = self.catalog.source else { bail!(NO_SOURCE) };
        refuse_unknown(request)?;
        let locales: Vec<LocaleIndex> =
            request.locales.iter().map(|tag| self.translated_locale(tag)).collect::<Result<_>>()?;
        let asked = OnceCell::new();
        // Git takes a while, and is asked once.
        let changes = || -> &Changes { asked.get_or_init(|| self.touched()) };
        let (files, named) = self.wanted_files(request, &locales, &changes);
        let copies = self.wanted_copies(request, &locales);
        let is_no_copy = |named: &&String| !self.catalog.copies.contains_key(&*self.below_root(named));
        let identities: Vec<IdentityIndex> = named
            .into_iter()
            .filter(is_no_copy)
            .map(|article| self.identity(article, source))
            .collect::<Result<_>>()?;
        let is_any = request.articles.is_empty();
        let is_wanted = |&article: &ArticleIndex| {
            let written = &self.catalog.articles[article];
            let is_named = identities.contains(&written.identity);
            let is_in_scope = match request.scope {
                StampScope::Touched => changes().touched.contains(&article) && (is_any || is_named),
                StampScope::Untracked if is_any => self.recorded(article).is_none(),
                StampScope::Untracked => is_named,
            };
            let is_locale = locales.is_empty() || locales.contains(&written.locale);
            written.locale != source && is_locale && is_in_scope
        };
        let wanted: Vec<ArticleIndex> = self.catalog.articles.indices().filter(is_wanted).collect();
        self.refuse_one_hash_for_many(request, &wanted, &files)?;
        if let ([_, ..], [], [], []) = (request.articles, &*wanted, &*files, &*copies)
            && request.scope == StampScope::Untracked
        {
            bail!(
                "there is no translation of {} to write into\nhelp: run `faqtory status` to see which locales have one",
                request.articles.join(" or ")
            );
        }
        let older = match (request.made_from, request.scope) {
            (MadeFromVersion::Today, StampScope::Untracked) => self.older(&wanted, &files, &changes),
            _ => BTreeSet::new(),
        };
        let folder = edit::Folder::open(self.root());
        let one = |article: ArticleIndex| {
            let outcome = if older.contains(&*self.file(article).path) {
                Err(OLDER.to_owned())
            } else {
                self.stamp_one(article, source, request, &folder)
            };
            let path = self.file(article).path.to_string();
            Stamped { path, outcome: outcome.unwrap_or_else(StampOutcome::Refused) }
        };
        let mut stamped: Vec<Stamped> = wanted.into_iter().map(one).collect();
        stamped.extend(self.stamp_files(request, &files, &older, &folder));
        stamped.extend(copies.iter().map(|path| self.stamp_copy(request, path, &folder)));
        stamped.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(stamped)
    }

    /// A hash is that of one source.
    fn refuse_one_hash_for_many(
        &self,
        request: &StampRequest<'_>,
        wanted: &[ArticleIndex],
        files: &[TranslatedFile],
    ) -> Result<()> {
        let of_sources: BTreeSet<IdentityIndex> =
            wanted.iter().map(|&article| self.catalog.articles[article].identity).collect();
        let others: BTreeSet<&Option<String>> = files.iter().map(|file| &file.source).collect();
        let sources = of_sources.len() + others.len();
        if matches!(request.made_from, MadeFromVersion::Hash(_)) && sources > 1 {
            bail!(
                "a hash is that of one source, and translations of {sources} would get it\nhelp: name the article with --article"
            );
        }
        Ok(())
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
        let Some(original) = self.catalog.identities[own.identity].translations[source] else {
            return Err(format!("it has no source in {}", self.catalog.locales[source].locale.tag()));
        };
        let original = self.file(original);
        if let Some(file) = [&own.file, original].into_iter().find(|file| file.not_utf8.is_some()) {
            return Err(format!("{} is not valid UTF-8", file.path));
        }
        let hashes = self.hashes(&original.path, &original.text, request.made_from)?;
        let is_known = self.recorded(article).is_some_and(|own| hashes.iter().any(|hash| hash == own));
        if is_known && request.translation_type.is_none() {
            return Ok(StampOutcome::Current);
        }
        let source_hash = hashes.into_iter().next().unwrap_or_default();
        let is_replaced = !request.articles.is_empty() || request.scope == StampScope::Touched;
        let on_existing = if is_replaced { OnExisting::Replace } else { OnExisting::Keep };
        let changed = front_matter::stamp(&own.file.text, stamp_of(request, &source_hash, on_existing))
            .map_err(|refusal| reason(refusal, &source_hash))?;
        folder
            .replace(&*own.file.path, own.file.text.as_bytes(), changed.as_bytes())
            .map_err(|error| format!("{error:#}"))?;
        Ok(StampOutcome::Written { source_hash })
    }

    /// The hashes of the version of an original that was meant, the one to write first.
    pub(super) fn hashes(
        &self,
        path: &str,
        text: &str,
        made_from: MadeFromVersion<'_>,
    ) -> Result<Vec<String>, String> {
        match made_from {
            MadeFromVersion::Today => Ok(source_hashes(text).to_vec()),
            MadeFromVersion::Hash(hash) => Ok(vec![hash.to_ascii_lowercase()]),
            MadeFromVersion::Revision(revision) => {
                let file = self.root().join(path);
                let text =
                    history::at(&file, revision).map_err(|error| format!("{error}").replace('\n', "; "))?;
                Ok(source_hashes(&text).to_vec())
            }
        }
    }

    /// The paths of those whose original has changed in a word after they were changed last, as git knows it.
    fn older<'p>(
        &'p self,
        articles: &[ArticleIndex],
        files: &'p [TranslatedFile],
        changes: &dyn Fn() -> &'p Changes,
    ) -> BTreeSet<&'p str> {
        let original = |article: ArticleIndex| {
            let identity = &self.catalog.identities[self.catalog.articles[article].identity];
            Some((&*self.file(article).path, &*self.file(identity.translations[self.catalog.source?]?).path))
        };
        let pairs = articles.iter().copied().filter_map(original);
        let of_files = files.iter().filter_map(|file| Some((file.path.as_deref()?, file.source.as_deref()?)));
        let pairs: Vec<(&str, &str)> = pairs.chain(of_files).collect();
        let mut older = self.older_than_their_sources(&pairs);
        if !older.is_empty() {
            let changes = changes();
            for &article in &changes.touched {
                older.remove(&*self.file(article).path);
            }
            for &include in &changes.touched_includes {
                older.remove(&*self.catalog.includes[include].path);
            }
            for path in &changes.touched_names {
                older.remove(path.as_str());
            }
        }
        older
    }
}

pub(super) const OLDER: &str =
    "its source was changed after it was; say which version it was made from with --source-rev or --hash";

/// What is written into front matter.
pub(super) fn stamp_of<'s>(
    request: &StampRequest<'s>,
    source_hash: &'s str,
    on_existing: OnExisting,
) -> Stamp<'s> {
    Stamp {
        source_hash,
        translated: request.today,
        translation_type: request.translation_type,
        locale: None,
        on_existing,
    }
}

/// Why nothing was written into front matter.
pub(super) fn reason(refusal: Refusal, source_hash: &str) -> String {
    match refusal {
        Refusal::Damaged => "its front matter is damaged; run `faqtory check` to see where".to_owned(),
        Refusal::OtherHash => {
            "its source hash does not have 40 hexadecimal digits; use --article to replace it".to_owned()
        }
        Refusal::Unusual => {
            format!(
                "its front matter cannot be changed automatically; add `source_hash: {source_hash}` yourself"
            )
        }
    }
}

fn refuse_unknown(request: &StampRequest<'_>) -> Result<()> {
    if let MadeFromVersion::Hash(hash) = request.made_from
        && !(hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
    {
        bail!("`{hash}` is not a source hash\nhelp: it has 40 hexadecimal digits");
    }
    if let Some(written) = request.translation_type
        && TranslationType::parse(written).is_none()
    {
        bail!("`{written}` does not say how a translation was made\nhelp: use HT (human) or MT (machine)");
    }
    Ok(())
}
