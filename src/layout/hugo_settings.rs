//! What the configuration of a site of Hugo says of languages and folders, in whichever of its files. Reads configuration.

use std::sync::Arc;

use serde_json::Value;

use crate::locale::Locale;

use super::arrangement::Input;
use super::docset::{join, strip_folder, suffix_key};
use super::hugo_cascade::CascadedDrafts;
use super::settings::{self, Settings, member};

/// What distinguishes a `config.*` of Hugo from that of another program.
const OWN_KEYS: &[&str] = &[
    "defaultContentLanguage",
    "defaultContentLanguageInSubdir",
    "languageCode",
    "disableKinds",
    "disableLanguages",
    "enableRobotsTXT",
    "contentDir",
    "publishDir",
];

/// What others have too, and Hugo beside `baseURL`.
const SHARED_KEYS: &[&str] =
    &["title", "theme", "params", "markup", "menu", "menus", "module", "taxonomies", "outputs"];

/// What a language of a site has.
const LANGUAGE_KEYS: &[&str] = &[
    "languageName",
    "languageCode",
    "contentDir",
    "weight",
    "title",
    "label",
    "locale",
    "params",
    "menu",
    "disabled",
];

/// What the files of a site say.
pub(super) struct HugoSettings {
    whole: Settings,
    /// The file that counts most.
    pub(super) named_by: Arc<str>,
    /// The folder of articles where a language has none of its own.
    pub(super) content: String,
    pub(super) languages: Vec<Language>,
    /// The folders that are mounted as content.
    pub(super) mounts: Vec<Mount>,
    /// What `cascade` makes drafts of.
    pub(super) drafts: CascadedDrafts,
}

/// What a site says of one language.
pub(super) struct Language {
    pub(super) key: String,
    locale: Locale,
    pub(super) content: Option<String>,
    statics: Vec<String>,
    weight: i64,
    is_disabled: bool,
}

/// A folder that is mounted as content.
pub(super) struct Mount {
    pub(super) source: String,
    /// Where in the content.
    pub(super) below: String,
    /// The key of its language.
    pub(super) language: Option<String>,
}

impl Language {
    /// Its locale, unless it is disabled.
    pub(super) fn published(&self) -> Option<&Locale> {
        Some(&self.locale).filter(|_| !self.is_disabled)
    }
}

impl HugoSettings {
    /// Reads the files of one site; none where they are another program's.
    pub(super) fn read(
        input: &Input<'_>,
        files: &[&Arc<str>],
        unreadable: &mut Vec<(Arc<str>, String)>,
    ) -> Option<Self> {
        let mut whole: Option<(Settings, Arc<str>)> = None;
        let mut languages = Vec::new();
        let mut mounts = Vec::new();
        let mut cascades = Settings::default();
        for path in files {
            let name = path.rsplit('/').next().unwrap_or(path);
            let settings = match Settings::read(path, &input.text(path).unwrap_or_default()) {
                Ok(settings) => settings,
                Err(reason) if is_own(path) => {
                    unreadable.push(((*path).clone(), reason));
                    continue;
                }
                Err(_) => continue,
            };
            if let Some(rest) = name.strip_prefix("languages.") {
                add_languages(&mut languages, rest, &settings);
            } else if name.starts_with("cascade.") {
                cascades = cascades.before(settings);
            } else if name.starts_with("module.") {
                mounts.extend(content_mounts(settings.get(&["mounts"])));
            } else if is_own(path) || is_hugo(&settings) {
                whole = Some(match whole {
                    Some((first, by)) => (first.before(settings), by),
                    None => (settings, (*path).clone()),
                });
            }
        }
        let has_cascade = !cascades.each(&[]).is_empty();
        if whole.is_none() && languages.is_empty() && unreadable.is_empty() && !has_cascade {
            return None;
        }
        let (whole, named_by) = whole.unwrap_or_else(|| (Settings::default(), files[0].clone()));
        for table in whole.each(&["languages"]).into_iter().filter_map(Value::as_object) {
            table.iter().for_each(|(key, value)| add_language(&mut languages, key, value));
        }
        for value in whole.each(&["module", "mounts"]) {
            mounts.extend(content_mounts(Some(value)));
        }
        let disabled = whole.get(&["disableLanguages"]);
        let disabled: Vec<String> = settings::texts(disabled).into_iter().map(suffix_key).collect();
        for language in &mut languages {
            language.is_disabled |= disabled.contains(&suffix_key(&language.key));
        }
        let content = whole.text(&["contentDir"]).and_then(settings::folder);
        let content = content.unwrap_or_else(|| "content".to_owned());
        let drafts = CascadedDrafts::read(&[whole.each(&["cascade"]), cascades.each(&[])].concat());
        Some(Self { whole, named_by, content, languages, mounts, drafts })
    }

    /// The language of this key.
    pub(super) fn language(&self, key: &str) -> Option<&Language> {
        self.languages.iter().find(|language| suffix_key(&language.key) == suffix_key(key))
    }

    /// The default language: the one that is named, else English, else the first of them.
    pub(super) fn source(&self, input: &Input<'_>) -> Option<Locale> {
        let text = |key: &str| self.whole.text(&[key]);
        let named = text("defaultContentLanguage");
        if self.languages.is_empty() {
            let named = named.or_else(|| text("languageCode")).or_else(|| text("locale"));
            return named.map_or_else(|| input.unsaid_source(), |named| Locale::parse(named).ok());
        }
        let of_key = self.language(named.unwrap_or("en")).map(|language| language.locale.clone());
        let first = || self.languages.iter().filter(|language| !language.is_disabled);
        let first = || first().min_by_key(|language| language.weight).map(|language| language.locale.clone());
        of_key.or_else(|| Locale::parse(named?).ok()).or_else(first)
    }

    /// Where the site is published.
    pub(super) fn url(&self) -> Option<&str> {
        self.whole.text(&["baseURL"])
    }

    /// Expressions that name files which are passed over.
    pub(super) fn ignored(&self) -> Vec<&str> {
        settings::texts(self.whole.get(&["ignoreFiles"]))
    }

    /// The folders whose files are served as they are.
    pub(super) fn statics(&self, root: &str) -> Vec<String> {
        let numbered = (0..=10).map(|number| format!("staticDir{number}"));
        let keys = std::iter::once("staticDir".to_owned()).chain(numbered);
        let whole = keys.flat_map(|key| settings::texts(self.whole.get(&[&key])));
        let mounted = self.whole.each(&["module", "mounts"]);
        let mounted = mounted.iter().flat_map(|value| mounts(Some(value)));
        let mounted = mounted.filter(|(target, ..)| *target == "static").map(|(_, source, _)| source);
        let of_languages = self.languages.iter().flat_map(|language| &language.statics).map(String::as_str);
        let mut folders: Vec<String> = Vec::new();
        for folder in whole.chain(mounted).chain(of_languages).filter_map(settings::folder) {
            if !folders.contains(&folder) {
                folders.push(folder);
            }
        }
        if folders.is_empty() {
            folders.push("static".to_owned());
        }
        folders.into_iter().map(|folder| join(root, &folder)).collect()
    }
}

/// A file of this name is Hugo's, whatever it holds.
fn is_own(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.starts_with("hugo."))
        || path.starts_with("config/_default/")
        || path.contains("/config/_default/")
}

/// Whether a `config.*` is that of a site of Hugo.
fn is_hugo(settings: &Settings) -> bool {
    // That of Zola has `base_url`.
    let is_zola = settings.has_any(&["base_url", "default_language"]);
    let is_language = |value: &Value| LANGUAGE_KEYS.iter().any(|key| member(value, key).is_some());
    let has_languages = || {
        let languages = settings.get(&["languages"]).and_then(Value::as_object);
        languages.is_some_and(|languages| languages.values().any(is_language))
    };
    let is_based = || settings.text(&["baseURL"]).is_some();
    !is_zola
        && (settings.has_any(OWN_KEYS)
            || has_languages()
            || is_based() && (settings.has_any(SHARED_KEYS) || settings.keys().count() == 1))
}

/// What `languages.toml` says, or `languages.fr.toml`; `rest` is what stands behind the first dot.
fn add_languages(languages: &mut Vec<Language>, rest: &str, settings: &Settings) {
    match rest.rsplit_once('.') {
        Some((key, _)) => settings.get(&[]).into_iter().for_each(|value| add_language(languages, key, value)),
        None => {
            let table = settings.get(&[]).and_then(Value::as_object).into_iter().flatten();
            table.for_each(|(key, value)| add_language(languages, key, value));
        }
    }
}

fn add_language(languages: &mut Vec<Language>, key: &str, value: &Value) {
    let text = |name: &str| member(value, name).and_then(Value::as_str);
    // A key is any word; where it is no tag, the site says the tag beside it.
    let said = || text("locale").or_else(|| text("languageCode"));
    let locale =
        Locale::named(key).or_else(|| Locale::parse(said()?).ok()).or_else(|| Locale::parse(key).ok());
    let is_known = languages.iter().any(|known| suffix_key(&known.key) == suffix_key(key));
    let Some(locale) = locale.filter(|_| !is_known && value.is_object()) else { return };
    languages.push(Language {
        key: key.to_owned(),
        locale,
        content: text("contentDir").and_then(settings::folder),
        statics: settings::texts(member(value, "staticDir")).into_iter().map(str::to_owned).collect(),
        weight: member(value, "weight").and_then(Value::as_i64).unwrap_or(i64::MAX),
        is_disabled: member(value, "disabled").and_then(Value::as_bool) == Some(true),
    });
}

/// Target, source and language of what is mounted.
fn mounts(value: Option<&Value>) -> impl Iterator<Item = (&str, &str, Option<&str>)> {
    let mounts = value.and_then(Value::as_array).into_iter().flatten();
    mounts.filter_map(|mount| {
        let text = |name: &str| member(mount, name).and_then(Value::as_str);
        let in_sites = || {
            let matrix = member(member(mount, "sites")?, "matrix")?;
            settings::texts(member(matrix, "languages")).first().copied()
        };
        Some((text("target")?, text("source")?, text("lang").or_else(in_sites)))
    })
}

fn content_mounts(value: Option<&Value>) -> Vec<Mount> {
    let content = |(target, source, language): (&str, &str, Option<&str>)| {
        let target = settings::folder(target)?;
        let below = if target == "content" { "" } else { strip_folder(&target, "content")? };
        let language = language.map(str::to_owned);
        Some(Mount { source: settings::folder(source)?, below: below.to_owned(), language })
    };
    mounts(value).filter_map(content).collect()
}
