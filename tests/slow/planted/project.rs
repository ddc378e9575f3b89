//! A project in memory that can be changed and checked. Plants nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use faqtory::assets::{self, Content};
use faqtory::catalog::{Catalog, Options};
use faqtory::checks::{CHECKS, Check, Input, Level, Levels, Policy, Run, judge};
use faqtory::diagnostic::Diagnostic;
use faqtory::locale::Locale;
use faqtory::messages::{MessageFile, MessageProblem, Messages, embedded};
use faqtory::sources::{Asset, LinkFault, Sources};

/// Path → bytes of texts, and the paths of assets.
#[derive(Clone, Debug, Default)]
pub(crate) struct Project {
    pub(crate) content_dir: String,
    pub(crate) texts: BTreeMap<String, Vec<u8>>,
    pub(crate) assets: Vec<String>,
    /// The paths of symbolic links that lead to nothing.
    pub(crate) links: Vec<String>,
}

impl Project {
    /// A project of files below `content/`.
    pub(crate) fn of(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let texts = files.into_iter().map(|(path, text)| (format!("content/{path}"), text.into_bytes()));
        Self { content_dir: "content".to_owned(), texts: texts.collect(), ..Self::default() }
    }

    pub(crate) fn findings(&self) -> Vec<Diagnostic> {
        let asset = |(path, content): (&String, Content)| {
            let asset = Asset { file: path.into(), hash: "0123456789".to_owned(), size: None, content };
            (path.as_str().into(), asset)
        };
        let is_copied = |path: &str| path.ends_with(".svg") || path.ends_with(".exe");
        let copied = self.texts.iter().filter(|(path, _)| is_copied(path));
        let copied = copied.map(|(path, text)| (path, assets::judge(&assets::extension(path), text)));
        let named = self.assets.iter().map(|path| (path, Content::Sound));
        let sources = Sources {
            content_dir: self.content_dir.clone(),
            texts: self
                .texts
                .iter()
                .filter(|(path, _)| !path.starts_with("locales/") && !is_copied(path))
                .map(|(path, text)| (path.as_str().into(), text.clone()))
                .collect(),
            assets: named.chain(copied).map(asset).collect(),
            not_read: self
                .links
                .iter()
                .map(|path| (path.as_str().into(), LinkFault::Dangling.into()))
                .collect(),
            ..Sources::default()
        };
        let catalog = Catalog::new(&sources, &Options::default());
        let (problems, texts) = self.messages();
        let translations = faqtory::translation::Translations::new(&catalog);
        let input = Input {
            catalog: &catalog,
            translations: &translations,
            messages: &problems,
            message_texts: &texts,
            external: None,
        };
        // No check is off.
        let off = CHECKS.iter().filter(|check| check.level == Level::Off);
        let levels = off.map(|check| (check.code.to_owned(), Level::Suggestion)).collect();
        let mut found =
            judge(input, &Policy { levels: Levels::new(levels), ..Policy::default() }).diagnostics;
        found.retain(|finding| !compares(finding.code));
        found
    }

    /// What is wrong with the messages of the project, compared with those in English, and their texts.
    fn messages(&self) -> (Vec<MessageProblem>, BTreeMap<Arc<str>, String>) {
        let is_own = |path: &&String| path.starts_with("locales/");
        let texts: BTreeMap<Arc<str>, String> = self
            .texts
            .keys()
            .filter(is_own)
            .map(|path| (path.as_str().into(), String::from_utf8_lossy(&self.texts[path]).into_owned()))
            .collect();
        let file = |(path, text): (&Arc<str>, &String)| {
            let locale = Locale::parse(path.split('/').nth(1).unwrap()).unwrap();
            MessageFile { locale, path: path.clone(), text: text.clone() }
        };
        let files: Vec<MessageFile> = texts.iter().map(file).collect();
        let own: Vec<Locale> = files.iter().map(|file| file.locale.clone()).collect();
        let (messages, mut problems) = Messages::new(vec![embedded(), files]);
        let source = Locale::parse("en-US").unwrap();
        for locale in messages.locales().filter(|locale| own.contains(locale)) {
            problems.extend(messages.lint(&source, locale));
        }
        problems.retain(|problem| problem.layer > 0);
        (problems, texts)
    }

    /// The paths of the articles.
    pub(crate) fn articles(&self) -> Vec<String> {
        let is_article = |path: &&String| {
            path.ends_with(".md") && !path.contains("/includes/") && !path.ends_with("README.md")
        };
        self.texts.keys().filter(is_article).cloned().collect()
    }
}

/// Whether a check compares translations: `planted_translations.rs` plants its defects.
pub(crate) fn compares(code: &str) -> bool {
    let compares = |check: &&Check| matches!(check.run, Run::Translation(_));
    CHECKS.iter().any(|check| check.code == code && compares(check))
}
