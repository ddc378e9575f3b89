//! One version of a translation beside its source, checked as `faqtory check` does. Judges no finding.

use std::collections::{BTreeMap, BTreeSet};

use faqtory::catalog::{Catalog, File, Options};
use faqtory::checks::{self, Input, Policy};
use faqtory::diagnostic::{Diagnostic, Origin};
use faqtory::locale::Locale;
use faqtory::sources::{Sources, named_files};
use faqtory::translation::Translations;

use super::case::{Case, Version};

/// Codes that ask for other articles, files or locales, as anchors stand in includes and templates too: the two articles
/// alone cannot say.
const OF_THE_SITE: &[&str] = &[
    "bookmark-not-found",
    "file-not-found",
    "image-not-found",
    "include-not-found",
    "link-to-fallback",
    "translation-missing",
    "translation-orphaned",
    "translation-outdated",
    "translation-untracked",
    "xref-not-found",
];

/// A pair of articles, and what is wrong with the translation.
#[derive(Debug)]
pub(crate) struct Checked {
    pub source: File,
    pub translation: File,
    /// Those that are the translation's own: what the source has too is no translator's to remove.
    pub findings: Vec<Diagnostic>,
}

impl Checked {
    /// None where one of the two is no article, as a draft is none.
    pub(crate) fn new(case: &Case, version: &Version) -> Option<Self> {
        let mut sources = Sources { content_dir: "content".to_owned(), ..Sources::default() };
        let at = |locale: &str| format!("content/{locale}/{}", case.path);
        let (source, translation) = (at(&case.source_locale), at(&case.locale));
        sources.texts.insert(source.as_str().into(), version.source.as_bytes().to_vec());
        sources.texts.insert(translation.as_str().into(), version.translation.as_bytes().to_vec());
        sources.named = named_files(&sources, |_| BTreeSet::new());
        let options = Options {
            source_locale: Locale::parse(&case.source_locale).ok(),
            dialect: Some(case.dialect),
            ..Options::default()
        };
        let catalog = Catalog::new(&sources, &options);
        let translations = Translations::new(&catalog);
        let messages = BTreeMap::new();
        let input =
            Input { catalog: &catalog, translations: &translations, messages: &[], message_texts: &messages };
        let mut findings = checks::judge(input, &Policy::default()).diagnostics;
        findings.retain(|finding| {
            *finding.path == *translation
                && finding.origin == Origin::Translation
                && !OF_THE_SITE.contains(&finding.code)
        });
        let file = |path: &str| catalog.file(path).cloned();
        Some(Self { source: file(&source)?, translation: file(&translation)?, findings })
    }
}
