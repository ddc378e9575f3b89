//! Translations that nobody has made: empty files, and copies of the source. Decides by texts; removes nothing itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::front_matter::Translate;
use crate::indexed::{ArticleIndex, IndexVec, LocaleIndex};
use crate::layout::{Layout, NotPlaced};
use crate::locale::Locale;
use crate::markdown::{BlockKind, Document};

use super::identify::claimed_id;
use super::identity::fold;
use super::localised::LocalisedArticle;
use super::model::{File, SourceCopy};

/// Words that a copy has at the least: fewer may be the same in both languages.
const WORDS: usize = 20;

/// Translations that are none yet.
#[derive(Debug, Default)]
pub(super) struct Unmade {
    /// Files by path, with the reason of each.
    pub(super) reasons: Vec<(Arc<str>, NotPlaced)>,
    /// Those of them that are copies.
    pub(super) copies: BTreeMap<Arc<str>, SourceCopy>,
}

/// Splits off the translations that are none yet, with the reason of each.
pub(super) fn split(
    articles: IndexVec<ArticleIndex, LocalisedArticle>,
    layout: &Layout,
    locales: &IndexVec<LocaleIndex, Locale>,
    source: Option<LocaleIndex>,
) -> (IndexVec<ArticleIndex, LocalisedArticle>, Unmade) {
    let reasons = reasons(&articles, layout, locales, source);
    if reasons.iter().all(Option::is_none) {
        return (articles, Unmade::default());
    }
    let mut made = IndexVec::default();
    let mut unmade = Unmade::default();
    for (article, reason) in articles.into_iter().zip(reasons) {
        match reason {
            Some((reason, original)) => {
                if reason == NotPlaced::Copy {
                    let copy = SourceCopy { locale: article.locale, original, text: article.file.text };
                    unmade.copies.insert(article.file.path.clone(), copy);
                }
                unmade.reasons.push((article.file.path, reason));
            }
            None => drop(made.push(article)),
        }
    }
    (made, unmade)
}

/// Why each article is no translation yet, and the path of its source.
fn reasons(
    articles: &IndexVec<ArticleIndex, LocalisedArticle>,
    layout: &Layout,
    locales: &IndexVec<LocaleIndex, Locale>,
    source: Option<LocaleIndex>,
) -> Vec<Option<(NotPlaced, Arc<str>)>> {
    let is_candidate = |article: &LocalisedArticle| {
        source.is_some_and(|source| article.locale != source) && may_be_unmade(&article.file)
    };
    if !articles.iter().any(is_candidate) {
        return vec![None; articles.len()];
    }
    let id = |article: &LocalisedArticle| fold(&claimed_id(article, layout));
    // Of several files of the source with one ID, the one that is written as the translation is.
    let mut originals: BTreeMap<(String, Option<&str>), &LocalisedArticle> = BTreeMap::new();
    for original in articles.iter().filter(|article| Some(article.locale) == source) {
        let id = id(original);
        originals.entry((id.clone(), Some(&original.file.below))).or_insert(original);
        originals.entry((id, None)).or_insert(original);
    }
    let reason = |article: &LocalisedArticle| {
        let id = id(article);
        let spelled = originals.get(&(id.clone(), Some(&*article.file.below)));
        let original = spelled.or_else(|| originals.get(&(id, None)))?;
        let language = Language::of(&locales[article.locale], &locales[original.locale]);
        let reason = reason(&article.file.document, &original.file.document, language)?;
        Some((reason, original.file.path.clone()))
    };
    articles.par_iter().map(|article| is_candidate(article).then(|| reason(article)).flatten()).collect()
}

/// Whether nothing says that a file is meant as it is: neither a recorded source hash nor `translate: false`.
pub(super) fn may_be_unmade(file: &File) -> bool {
    file.front_matter.source_hash.is_none() && file.front_matter.translate == Translate::Wanted
}

/// Whether a translation is in the language of its source, where a copy is nothing unusual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Same,
    Other,
}

impl Language {
    pub(super) fn of(locale: &Locale, source: &Locale) -> Self {
        if locale.language() == source.language() { Self::Same } else { Self::Other }
    }
}

/// Why a text is no translation of the original.
pub(super) fn reason(translation: &Document, original: &Document, language: Language) -> Option<NotPlaced> {
    if is_empty(translation) {
        return (!is_empty(original)).then_some(NotPlaced::Empty);
    }
    let words = [translation, original].map(|document| document.text.split_whitespace());
    let [own, other] = words;
    (language == Language::Other && own.eq(other) && has_prose(translation)).then_some(NotPlaced::Copy)
}

fn is_empty(document: &Document) -> bool {
    document.text.trim().is_empty() && document.images.is_empty() && document.includes.is_empty()
}

/// Whether it has enough words outside code.
fn has_prose(document: &Document) -> bool {
    let blocks = document.blocks.iter().filter(|block| block.kind != BlockKind::Code);
    let words = blocks.flat_map(|block| block.text.slice(&document.text).split_whitespace());
    words.filter(|word| word.chars().any(char::is_alphabetic)).nth(WORDS - 1).is_some()
}

#[cfg(test)]
mod tests {
    use crate::catalog::{Catalog, Options};
    use crate::locale::Locale;
    use crate::sources::Sources;

    const TEXT: &str = "# Keys\n\nOpen the box with the small key. Then take the large key out of it, put the small one \
                        back, and close the box again before you leave.\n";

    /// The files that are no translations, and the number of articles, of English and this translation into `tag`.
    fn unmade(tag: &str, translation: &str) -> (Vec<String>, usize) {
        let mut sources = Sources { content_dir: "content".to_owned(), ..Sources::default() };
        sources.texts.insert("content/en-US/a.md".into(), TEXT.into());
        sources.texts.insert(format!("content/{tag}/a.md").into(), translation.into());
        let source = Locale::parse("en-US").ok();
        let catalog = Catalog::new(&sources, &Options { source_locale: source, ..Options::default() });
        let lines = catalog.not_placed.iter().map(|(path, reason)| format!("{path}: {reason}")).collect();
        (lines, catalog.articles.len())
    }

    #[test]
    fn a_copy_is_no_translation() {
        let wrapped = TEXT.replace(". Then", ".\r\nThen");
        for copy in [TEXT, &wrapped, &format!("---\ntitle: Atslēgas\n---\n{TEXT}")] {
            assert_eq!(unmade("lv", copy).0, ["content/lv/a.md: a copy of its source, not translated"]);
        }
    }

    #[test]
    fn a_copy_that_is_meant_stays() {
        let meant = format!("---\ntranslate: false\n---\n{TEXT}");
        let stamped = format!("---\nsource_hash: {}\n---\n{TEXT}", "0".repeat(40));
        for (tag, text) in
            [("en-GB", TEXT), ("lv", &meant), ("lv", &stamped), ("lv", &TEXT.replace("small", "mazo"))]
        {
            assert_eq!(unmade(tag, text), (Vec::new(), 2), "{tag}: {text}");
        }
    }

    #[test]
    fn front_matter_alone_is_no_translation() {
        for empty in ["---\ntitle: Atslēgas\n---\n", "", "\n \n"] {
            assert_eq!(unmade("lv", empty).0, ["content/lv/a.md: a translation without text"], "{empty:?}");
        }
        assert_eq!(unmade("en-GB", "---\nslug: x\n---\n").1, 1);
    }
}
