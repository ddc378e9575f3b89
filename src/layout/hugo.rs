//! Sites of Hugo: a folder of articles for each language, `name.<language>.md`, or both. Reads configuration and paths.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::locale::Locale;
use crate::sources::is_markdown;

use super::arrangement::{Arrangement, Generator, Input};
use super::docset::{Docset, DocsetKind, Suffixes, join};
use super::name::LayoutName;
use super::placed::{NamedSource, Placement, Role};
use super::settings::{self, Settings, member};

pub(super) const HUGO: Generator = Generator { name: LayoutName::Hugo, recognise, place };

const FILES: &[&str] = &[
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config.toml",
    "config.yaml",
    "config.yml",
    "config.json",
];

/// Where its configuration may be split into several files.
const FOLDER: &str = "config/_default";

/// What distinguishes a `config.toml` of Hugo from that of another program.
const OWN_KEYS: &[&str] = &["baseURL", "defaultContentLanguage", "languageCode", "languages", "contentDir"];

/// What a site says of one language.
#[derive(Debug)]
struct Language {
    key: String,
    locale: Locale,
    content: Option<String>,
}

fn recognise(input: &Input<'_>) -> Vec<Arrangement> {
    let mut sites: BTreeMap<&str, Vec<&Arc<str>>> = BTreeMap::new();
    for (folder, path) in input.named(FILES) {
        let above = folder.strip_suffix(FOLDER).map(|root| root.trim_end_matches('/'));
        sites.entry(above.unwrap_or(folder)).or_default().push(path);
    }
    sites.into_iter().filter_map(|(root, files)| site(input, root, &files)).collect()
}

fn site(input: &Input<'_>, root: &str, files: &[&Arc<str>]) -> Option<Arrangement> {
    let mut arrangement = Arrangement::new(LayoutName::Hugo, root);
    let mut said = None;
    for path in files {
        let is_hugo = |settings: &Settings| {
            is_own(path) || settings.has_any(OWN_KEYS) && settings.get(&["default_language"]).is_none()
        };
        match Settings::read(path, &input.text(path)?) {
            Ok(settings) if is_hugo(&settings) => {
                said.get_or_insert((settings, *path));
            }
            Ok(_) => {}
            Err(reason) if is_own(path) => arrangement.unreadable.push(((*path).clone(), reason)),
            Err(_) => {}
        }
    }
    let (settings, path) = match said {
        Some((settings, path)) => (Some(settings), path),
        None => (None, arrangement.unreadable.first().map(|_| files[0])?),
    };
    let setting = |key: &str| settings.as_ref().and_then(|settings| settings.text(&[key]));
    let content = setting("contentDir").and_then(settings::folder).unwrap_or_else(|| "content".to_owned());
    let languages = languages(input, root, settings.as_ref());
    let named = setting("defaultContentLanguage").or(setting("languageCode"));
    let named = named.or(languages.is_empty().then_some("en"));
    let source = named.and_then(|tag| {
        let of_key = languages.iter().find(|language| language.key.eq_ignore_ascii_case(tag));
        of_key.map(|language| language.locale.clone()).or_else(|| Locale::parse(tag).ok())
    });
    let own_folders: Vec<(String, Locale)> = languages
        .iter()
        .filter_map(|language| Some((join(root, language.content.as_ref()?), language.locale.clone())))
        .collect();
    arrange(input, &mut arrangement, &join(root, &content), &own_folders, source.as_ref(), &languages);
    arrangement.source = source.map(|locale| NamedSource { locale, by: path.clone() });
    let statics = settings.as_ref().map(|settings| settings::texts(settings.get(&["staticDir"])));
    let statics: Vec<String> = statics.into_iter().flatten().filter_map(settings::folder).collect();
    let statics = if statics.is_empty() { vec!["static".to_owned()] } else { statics };
    statics.iter().for_each(|folder| arrangement.add_static(join(root, folder)));
    Some(arrangement)
}

/// A file of this name is Hugo's, whatever it holds.
fn is_own(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.starts_with("hugo."))
        || path.contains(&format!("{FOLDER}/"))
}

fn arrange(
    input: &Input<'_>,
    arrangement: &mut Arrangement,
    content: &str,
    own_folders: &[(String, Locale)],
    source: Option<&Locale>,
    languages: &[Language],
) {
    let suffixes = Suffixes::These(languages.iter().map(|language| language.locale.clone()).collect());
    let named: Vec<(String, Locale)> = if own_folders.is_empty() {
        let is_language =
            |name: &str| languages.iter().find(|language| language.key.eq_ignore_ascii_case(name));
        let children = input.children(content).into_iter();
        let of_languages =
            children.filter_map(|name| Some((join(content, name), is_language(name)?.locale.clone())));
        of_languages.collect()
    } else {
        own_folders.to_vec()
    };
    for (folder, locale) in &named {
        arrangement.add(folder.clone(), Some(locale.clone())).suffixes = suffixes.clone();
    }
    if named.iter().any(|(folder, _)| folder == content)
        || own_folders.iter().any(|(_, locale)| Some(locale) == source)
    {
        return;
    }
    let docset = arrangement.add(content.to_owned(), source.cloned());
    docset.kind = if languages.is_empty() { docset.kind } else { DocsetKind::Suffixed };
    docset.suffixes = suffixes;
}

/// The languages of `[languages]`, and of the files that stand for it.
fn languages(input: &Input<'_>, root: &str, settings: Option<&Settings>) -> Vec<Language> {
    let mut languages = Vec::new();
    let mut add = |key: &str, value: &Value| {
        if let Ok(locale) = Locale::parse(key) {
            let content = member(value, "contentDir").and_then(Value::as_str).and_then(settings::folder);
            languages.push(Language { key: key.to_owned(), locale, content });
        }
    };
    let table = settings.and_then(|settings| settings.get(&["languages"])).and_then(Value::as_object);
    table.into_iter().flatten().for_each(|(key, value)| add(key, value));
    let folder = join(root, FOLDER);
    for path in input.texts_in(&folder) {
        let name = path.rsplit('/').next().unwrap_or(path);
        let Some(rest) = name.strip_prefix("languages.") else { continue };
        let Some(settings) = input.text(path).and_then(|text| Settings::read(path, &text).ok()) else {
            continue;
        };
        match rest.rsplit_once('.') {
            Some((key, _)) => settings.get(&[]).into_iter().for_each(|value| add(key, value)),
            None => {
                let table = settings.get(&[]).and_then(Value::as_object);
                table.into_iter().flatten().for_each(|(key, value)| add(key, value));
            }
        }
    }
    languages
}

/// Every Markdown file is an article.
fn place(_: &Docset, below: &str) -> Placement {
    if is_markdown(below) { Placement::As(Role::Article) } else { Placement::Configuration }
}
