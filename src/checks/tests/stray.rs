//! One stray file beside sound translations: it alone has a finding, and no other article moves.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::judged;
use crate::catalog::{Catalog, Options};
use crate::locale::Locale;
use crate::sources::Sources;

const LOCALES: [&str; 4] = ["de", "en", "fr", "pt-BR"];

/// Their translations are called the same.
const ARTICLES: [&str; 6] = ["Setup", "sign-in", "café", "guide/share", "guide/index", "tips/_index"];

/// What says the locale of a file.
#[derive(Clone, Copy, Debug)]
enum Layout {
    Folders,
    Suffix,
}

impl Layout {
    fn path(self, tag: &str, name: &str, extension: &str) -> String {
        match self {
            Self::Folders => format!("content/{tag}/{name}.{extension}"),
            Self::Suffix => format!("content/{name}.{tag}.{extension}"),
        }
    }
}

/// What the stray file is.
#[derive(Clone, Copy, Debug)]
enum Stray {
    UpperCase,
    LowerCase,
    Decomposed,
    Extension,
    /// `sign in` beside `sign-in`, and `Setup ` beside `Setup`.
    Space,
    /// `setup/index` beside `setup`, `guide` beside `guide/index`.
    IndexTwin,
    /// `_index` beside `index`, and the reverse.
    OtherIndex,
    /// Another spelling of the locale.
    Tag,
    CopiedId,
}

const STRAYS: [Stray; 9] = [
    Stray::UpperCase,
    Stray::LowerCase,
    Stray::Decomposed,
    Stray::Extension,
    Stray::Space,
    Stray::IndexTwin,
    Stray::OtherIndex,
    Stray::Tag,
    Stray::CopiedId,
];

impl Stray {
    /// Its path and its text; none where it would be the article itself.
    fn file(self, layout: Layout, tag: &str, name: &str) -> Option<(String, String)> {
        let (folder, last) = name.rsplit_once('/').map_or(("", name), |(folder, last)| (folder, last));
        let below = |last: &str| if folder.is_empty() { last.to_owned() } else { format!("{folder}/{last}") };
        let name = match self {
            Self::UpperCase => below(&last.to_uppercase()),
            Self::LowerCase => below(&last.to_lowercase()),
            Self::Decomposed => below(&last.nfd().collect::<String>()),
            Self::Space if last.contains('-') => below(&last.replace('-', " ")),
            Self::Space if last.starts_with('_') => return None,
            Self::Space => below(&format!("{last} ")),
            Self::IndexTwin if last.ends_with("index") => folder.to_owned(),
            Self::IndexTwin => format!("{}/index", name.to_lowercase()),
            Self::OtherIndex if last == "index" => below("_index"),
            Self::OtherIndex if last == "_index" => below("index"),
            Self::OtherIndex => return None,
            Self::CopiedId => below("copy"),
            Self::Extension | Self::Tag => name.to_owned(),
        };
        let tag = match (self, tag) {
            (Self::Tag, "pt-BR") => "pt_BR".to_owned(),
            (Self::Tag, tag) => tag.to_uppercase(),
            _ => tag.to_owned(),
        };
        let extension = if matches!(self, Self::Extension) { "markdown" } else { "md" };
        let id = matches!(self, Self::CopiedId)
            .then(|| format!("article_id: {}\n", below(last.trim_start_matches('_'))));
        Some((layout.path(&tag, &name, extension), text(&tag, &name, &id.unwrap_or_default())))
    }
}

fn text(tag: &str, name: &str, front_matter: &str) -> String {
    format!("---\ntitle: About {name}\n{front_matter}---\n# About {name}\n\nSome words in {tag}.\n")
}

/// Every article by its path: its ID, its URL and its translations.
type Places = BTreeMap<String, (String, String, Vec<String>)>;

struct Site {
    places: Places,
    findings: BTreeSet<(String, &'static str, String)>,
}

fn site(files: &BTreeMap<String, String>, source: Option<&str>) -> Site {
    let mut sources = Sources { content_dir: "content".to_owned(), ..Sources::default() };
    for (path, text) in files {
        sources.texts.insert(path.as_str().into(), text.clone().into_bytes());
    }
    let source_locale = source.and_then(|tag| Locale::parse(tag).ok());
    let catalog = Catalog::new(&sources, &Options { source_locale, ..Options::default() });
    let path = |article| catalog.articles[article].file.path.to_string();
    let place = |article: &crate::catalog::Article| {
        let identity = &catalog.identities[article.identity];
        let translations = identity.translations.iter().flatten().map(|&article| path(article)).collect();
        (article.file.path.to_string(), (identity.id.to_string(), identity.url.clone(), translations))
    };
    let findings = judged(&catalog).into_iter();
    Site {
        places: catalog.articles.iter().map(place).collect(),
        findings: findings.map(|found| (found.path.to_string(), found.code, found.message)).collect(),
    }
}

/// What a stray file changes beside itself, in lines; and how many findings it has.
fn harm(
    layout: Layout,
    source: Option<&str>,
    stray: Stray,
    tag: &str,
    name: &str,
) -> Option<(Vec<String>, usize)> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for tag in LOCALES {
        for name in ARTICLES {
            files.insert(layout.path(tag, name, "md"), text(tag, name, ""));
        }
    }
    let sound = site(&files, source);
    let (path, text) = stray.file(layout, tag, name)?;
    if files.insert(path.clone(), text).is_some() {
        return None;
    }
    let with_stray = site(&files, source);
    let mut harm: Vec<String> = Vec::new();
    if !with_stray.places.contains_key(&path) {
        harm.push(format!("{path} is lost"));
    }
    for (other, place) in &sound.places {
        if with_stray.places.get(other) != Some(place) {
            harm.push(format!("{other} was {place:?} and is {:?}", with_stray.places.get(other)));
        }
    }
    let new = || with_stray.findings.difference(&sound.findings);
    harm.extend(new().filter(|(at, ..)| *at != path).map(|found| format!("{found:?}")));
    Some((harm, new().filter(|(at, ..)| *at == path).count()))
}

#[test]
fn the_only_article_of_a_folder() {
    let path = |tag: &str, name: &str| Layout::Suffix.path(tag, name, "md");
    let file = |tag: &str, name: &str| (path(tag, name), text(tag, name, ""));
    let mut files: BTreeMap<String, String> = LOCALES.map(|tag| file(tag, "setup")).into();
    files.extend([file("de", "Setup")]);
    for source in [Some("en"), None] {
        let Site { places, findings } = site(&files, source);
        let expected: Vec<String> = LOCALES.map(|tag| path(tag, "setup")).into();
        for tag in LOCALES {
            assert_eq!(
                places[&path(tag, "setup")],
                ("setup".to_owned(), "setup".to_owned(), expected.clone())
            );
        }
        let found: Vec<_> = findings.iter().map(|(path, code, _)| (path.as_str(), *code)).collect();
        assert_eq!(found, [("content/Setup.de.md", "duplicate-article-id")]);
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(256))]
    #[test]
    fn one_stray_file_harms_itself_only(
        is_suffix in proptest::bool::ANY,
        has_source in proptest::bool::ANY,
        stray in proptest::sample::select(&STRAYS[..]),
        tag in proptest::sample::select(&LOCALES[..]),
        name in proptest::sample::select(&ARTICLES[..]),
    ) {
        let layout = if is_suffix { Layout::Suffix } else { Layout::Folders };
        let source = has_source.then_some("en");
        if let Some((harm, findings)) = harm(layout, source, stray, tag, name) {
            proptest::prop_assert_eq!(harm, Vec::<String>::new());
            proptest::prop_assert_eq!(findings, 1);
        }
    }
}
