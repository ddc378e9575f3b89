//! What to translate next in a locale, the most important first. Data only.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::catalog::{Article, ArticleIndex, Catalog, Identity, IdentityIndex, LocaleIndex};
use crate::front_matter::Date;

use super::due::{due, handed_off};
use super::files::{FileKind, TranslatedFile};
use super::handoffs::InProgress;
use super::merge::ChangedWords;
use super::state::{DueState, State};
use super::visits::visits_of;
use super::{AllBehind, Behind, Translations};

/// One article or other file that a locale lacks, or should look at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    pub state: DueState,
    pub id: String,
    /// Of the original.
    pub title: String,
    /// The file to translate from: of the source, else of the newest hand-off among the locales.
    pub source: String,
    /// The translation, where there is one.
    pub path: Option<String>,
    /// As written in the original, else in the translation.
    pub priority: Option<String>,
    /// The hand-off of the translation; the date of the original where there is none.
    pub since: Option<Date>,
    /// How far an outdated one is behind, where git knows.
    pub behind: Option<Behind>,
    /// Words of an outdated one that are to be translated, where git knows.
    pub new_words: Option<usize>,
    /// How often it was read, where that is known.
    pub visits: Option<u64>,
    /// Since when it is with translators.
    pub in_progress_since: Option<Date>,
    /// What it is, if it is no article.
    pub kind: Option<FileKind>,
    /// The files that outdate an article, if that is not its own source alone, or the names and messages that a file lacks.
    pub because: Vec<String>,
}

impl Todo {
    /// The name of what it is.
    pub fn kind(&self) -> &'static str {
        self.kind.map_or("article", FileKind::name)
    }

    /// Nobody translates an orphan.
    fn of_file(file: &TranslatedFile) -> Option<Self> {
        let source = file.source.clone().or_else(|| file.path.clone()).or_else(|| file.target.clone());
        Some(Self {
            state: file.state.filter(|state| *state != DueState::Orphaned)?,
            id: file.id.clone(),
            title: file.id.clone(),
            source: source.unwrap_or_else(|| file.id.clone()),
            path: file.path.clone(),
            priority: None,
            since: None,
            behind: None,
            new_words: file.new_words.filter(|_| file.state == Some(DueState::Outdated)),
            visits: None,
            in_progress_since: file.in_progress_since,
            kind: Some(file.kind),
            because: file.because.clone(),
        })
    }
}

/// What is known beside the articles.
#[derive(Clone, Copy, Debug)]
pub struct TodoFacts<'a> {
    pub behind: &'a AllBehind,
    /// Words of articles that have changed.
    pub changed: &'a BTreeMap<ArticleIndex, ChangedWords>,
    /// The same with those of what they include.
    pub shown: &'a BTreeMap<ArticleIndex, ChangedWords>,
    pub in_progress: &'a InProgress,
    /// By the address of an article below its locale.
    pub visits: Option<&'a BTreeMap<String, u64>>,
    /// All that are translated and no articles.
    pub files: &'a [TranslatedFile],
}

/// What to translate next into one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TodoList {
    /// Its tag.
    pub locale: String,
    /// Who translates, as the configuration says.
    pub owner: Option<String>,
    /// Until when, `YYYY-MM-DD`.
    pub due: Option<String>,
    pub todo: Vec<Todo>,
}

/// What to translate next into a locale: by the share of the article that readers lack, its priority and how often it is read, each
/// times the other; then missing ones first, then the oldest, then by article ID. What is in progress comes last.
pub fn todo(
    catalog: &Catalog,
    translations: &Translations,
    facts: &TodoFacts<'_>,
    locale: LocaleIndex,
) -> Vec<Todo> {
    let one = |(index, identity): (IdentityIndex, &Identity)| {
        let due = due(catalog, translations, identity, locale)?;
        // An orphan has nothing to be made from.
        let from = &catalog.articles[due.from?];
        let own = due.own.map(|article| &catalog.articles[article]);
        let of = |words: &BTreeMap<ArticleIndex, ChangedWords>| words.get(&due.own?).copied();
        let new_words = match due.own.map(|own| translations.own_state(own)) {
            // Those of its includes are counted there.
            Some(State::Current | State::Touched { .. }) if due.state == DueState::Outdated => Some(0),
            _ => of(facts.changed).map(|changed| changed.new),
        };
        let todo = Todo {
            state: due.state,
            id: identity.id.to_string(),
            title: from.title.clone(),
            source: from.file.path.to_string(),
            path: own.map(|article| article.file.path.to_string()),
            priority: due.priority(catalog),
            since: own.and_then(handed_off).or_else(|| written(from)).or_else(|| handed_off(from)),
            behind: due.own.and_then(|article| facts.behind.get(&article).copied()),
            new_words,
            visits: facts.visits.map(|visits| visits_of(visits, identity)),
            in_progress_since: facts.in_progress.get(&(index, locale)).copied(),
            kind: None,
            because: translations.because(catalog, &due),
        };
        Some((importance(&todo, of(facts.shown)), todo))
    };
    let files = facts.files.iter().filter(|file| file.locale == locale);
    let files = files.filter_map(Todo::of_file).map(|todo| (importance(&todo, None), todo));
    let mut list: Vec<(u64, Todo)> =
        catalog.identities.iter_enumerated().filter_map(one).chain(files).collect();
    // Where no date is known, nothing says that it is old.
    list.sort_by_cached_key(|(importance, todo)| {
        let is_in_progress = todo.in_progress_since.is_some();
        (is_in_progress, Reverse(*importance), todo.state, Reverse(todo.since.map(Reverse)), todo.id.clone())
    });
    list.into_iter().map(|(_, todo)| todo).collect()
}

/// Share × priority × visits.
fn importance(todo: &Todo, changed: Option<ChangedWords>) -> u64 {
    /// Of a thousand words of an outdated translation whose change is not known, and of one that does not say what it is made from.
    const OUTDATED: u64 = 600;
    const UNTRACKED: u64 = 400;
    /// No change is so small that nobody should look at it.
    const LEAST: u64 = 50;
    let share = match (todo.state, changed) {
        (DueState::Missing, _) => 1_000,
        (DueState::Outdated, Some(ChangedWords { all, new })) => {
            let share = (new * 1_000).checked_div(all).unwrap_or(0);
            u64::try_from(share).unwrap_or(0).clamp(LEAST, 1_000)
        }
        (DueState::Outdated, None) => OUTDATED,
        (DueState::Untracked, _) => UNTRACKED,
        (DueState::Touched | DueState::Orphaned, _) => 0,
    };
    let priority = 30_000 / u64::from(rank(todo.priority.as_deref()).clamp(50, 3_000));
    share * priority.max(1) * todo.visits.map_or(1, |visits| visits.saturating_add(1)).min(1 << 40)
}

fn written(article: &Article) -> Option<Date> {
    article.file.front_matter.changed().map(|date| date.value)
}

/// The lower, the sooner: words as Microsoft Learn and others use them, and numbers with 1 as the highest. What is not
/// known is as important as what says nothing.
fn rank(priority: Option<&str>) -> u32 {
    const NORMAL: u32 = 300;
    let Some(written) = priority else { return NORMAL };
    let written = written.trim().to_ascii_lowercase();
    let number = written.strip_prefix('p').unwrap_or(&written);
    if let Ok(number) = number.parse::<u32>() {
        return number.saturating_mul(100);
    }
    match written.as_str() {
        "critical" | "highest" | "urgent" | "blocker" => 100,
        "priority" | "high" => 200,
        "low" => 400,
        "lowest" | "once" | "none" => 500,
        _ => NORMAL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn importance_is_share_by_priority_by_visits() {
        let todo = |state, priority: &str, visits| Todo {
            state,
            id: "a".to_owned(),
            title: "A".to_owned(),
            source: "a.md".to_owned(),
            path: None,
            priority: Some(priority.to_owned()),
            since: None,
            behind: None,
            new_words: None,
            visits,
            in_progress_since: None,
            kind: None,
            because: Vec::new(),
        };
        let changed = |new| Some(ChangedWords { all: 100, new });
        let of = |state, priority: &str, visits, changed| importance(&todo(state, priority, visits), changed);
        let high = of(DueState::Outdated, "High", None, changed(90));
        assert!(high > of(DueState::Missing, "Low", None, None), "the urgent before the missing");
        assert!(high > of(DueState::Outdated, "High", None, changed(10)));
        assert!(
            of(DueState::Outdated, "Low", Some(1_000), changed(10))
                > of(DueState::Missing, "High", Some(5), None)
        );
        assert_eq!(of(DueState::Touched, "Critical", Some(u64::MAX), None), 0);
        assert!(of(DueState::Missing, "Critical", Some(u64::MAX), None) > 0);
    }

    #[test]
    fn priorities_have_an_order() {
        let ranks = ["Critical", "Priority", "Normal", "low", "Once"].map(|word| rank(Some(word)));
        assert!(ranks.is_sorted() && ranks[0] < ranks[4], "{ranks:?}");
        assert_eq!(rank(Some("medium")), rank(None));
        assert!(rank(Some("1")) < rank(Some("2")) && rank(Some("P1")) == rank(Some("1")));
        assert!(rank(Some("99999999999")) == rank(None) && rank(Some("4000000000")) == u32::MAX);
    }
}
