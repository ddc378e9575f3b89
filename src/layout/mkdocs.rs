//! Sites of MkDocs: `docs_dir`, what the i18n plug-in says of locales in it, and a site a locale side by side. Reads
//! `mkdocs.yml` and paths.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::locale::Locale;

use super::arrangement::{Arrangement, Generator, Input, articles};
use super::docset::{self, DocsetKind, Suffixes, join, parent, strip_folder, suffix_key};
use super::excluded::Excluded;
use super::folders;
use super::name::LayoutName;
use super::placed::NamedSource;
use super::settings::{self, Settings, member};

pub(super) const MKDOCS: Generator = Generator { name: LayoutName::MkDocs, recognise, place: articles };

/// The extension that reads snippets.
const SNIPPETS: &str = "pymdownx.snippets";

/// Files that inherit from one another at the most.
const MAX_INHERITED: usize = 8;

/// What one configuration file says.
struct Site<'s> {
    path: &'s Arc<str>,
    /// The folder that it stands in.
    root: &'s str,
    /// The locale in the name of the file, `mkdocs-fr.yml`.
    named: Option<Locale>,
    settings: Settings,
    damage: Option<String>,
    /// The file that it builds on.
    base: Option<String>,
    /// The folder of its articles.
    docs: String,
}

fn recognise(input: &Input<'_>) -> Vec<Arrangement> {
    let named = input.configuration().filter_map(|(root, name, path)| {
        let stem = name.strip_suffix(".yml").or_else(|| name.strip_suffix(".yaml"))?;
        let rest = stem.strip_prefix("mkdocs")?;
        let tag = rest.strip_prefix(['-', '.', '_']);
        let locale = tag.and_then(Locale::named);
        (rest.is_empty() || locale.is_some()).then(|| site(input, root, path, locale))
    });
    let (localised, others): (Vec<Site<'_>>, Vec<Site<'_>>) =
        named.partition(|site| site.named.is_none() && own_locale(site).is_some());
    let mut groups: BTreeMap<&str, Vec<Site<'_>>> = BTreeMap::new();
    for site in localised {
        groups.entry(parent(site.root)).or_default().push(site);
    }
    let mut arrangements: BTreeMap<&str, Arrangement> = BTreeMap::new();
    let mut add = |root, fill: &dyn Fn(&mut Arrangement)| {
        fill(arrangements.entry(root).or_insert_with(|| Arrangement::new(LayoutName::MkDocs, root)));
    };
    for (root, sites) in &groups {
        if is_one_site(input, sites) {
            add(*root, &|arrangement| side_by_side(input, root, sites, arrangement));
        } else {
            sites.iter().for_each(|site| add(site.root, &|arrangement| alone(input, site, arrangement)));
        }
    }
    for site in &others {
        add(site.root, &|arrangement| alone(input, site, arrangement));
    }
    arrangements.into_values().collect()
}

fn site<'s>(input: &Input<'s>, root: &'s str, path: &'s Arc<str>, named: Option<Locale>) -> Site<'s> {
    let read = |path: &str| Settings::read(path, &input.text(path).unwrap_or_default());
    let (mut settings, damage) = match read(path) {
        Ok(settings) => (settings, None),
        Err(reason) => (Settings::default(), Some(reason)),
    };
    let mut base = inherited(root, &settings);
    let first = base.clone();
    for _ in 0..MAX_INHERITED {
        let Some(below) = base.take().and_then(|path| Some((parent(&path).to_owned(), read(&path).ok()?)))
        else {
            break;
        };
        base = inherited(&below.0, &below.1);
        settings = settings.before(below.1);
    }
    let docs = settings.text(&["docs_dir"]).and_then(|docs| settings::path_from(root, docs));
    let docs = docs.unwrap_or_else(|| join(root, "docs"));
    Site { path, root, named, settings, damage, base: first, docs }
}

fn inherited(root: &str, settings: &Settings) -> Option<String> {
    settings::path_from(root, settings.text(&["INHERIT"])?)
}

/// The locale that the folder of a site is named by, where its articles stand in it.
fn own_locale(site: &Site<'_>) -> Option<Locale> {
    strip_folder(&site.docs, site.root)?;
    Locale::named(site.root.rsplit('/').next()?)
}

/// Whether sites in folders named by locales are one site in several languages.
fn is_one_site(input: &Input<'_>, sites: &[Site<'_>]) -> bool {
    let says_so = |site: &Site<'_>| {
        let (own, said) = (own_locale(site), theme_locale(&site.settings));
        own.zip(said).is_some_and(|(own, said)| own.language() == said.language())
    };
    let is_usual = |site: &Site<'_>| own_locale(site).is_some_and(|locale| input.is_usual_source(&locale));
    sites.iter().any(|site| site.base.is_some() || says_so(site) || is_usual(site))
}

/// `en/mkdocs.yml` and `en/docs/`, with a folder like it for each other locale, with or without a file of its own.
fn side_by_side(input: &Input<'_>, root: &str, sites: &[Site<'_>], arrangement: &mut Arrangement) {
    let source = sites
        .iter()
        .find(|site| sites.iter().any(|other| other.base.as_deref() == Some(site.path)))
        .or_else(|| sites.first().filter(|_| sites.len() == 1))
        .or_else(|| {
            sites.iter().find(|site| own_locale(site).is_some_and(|own| input.is_usual_source(&own)))
        });
    let below =
        source.or(sites.first()).and_then(|site| strip_folder(&site.docs, site.root)).unwrap_or("docs");
    for (name, locale) in input.locale_folders(root) {
        let folder = join(root, name);
        let own = sites.iter().find(|site| site.root == folder).map(|site| site.docs.clone());
        let docs = own.unwrap_or_else(|| join(&folder, below));
        if input.has_markdown(&docs) {
            arrangement.add(docs, Some(locale));
        }
    }
    let source = source.and_then(|site| Some((own_locale(site)?, site.path.clone())));
    arrangement.source = source.map(|(locale, by)| NamedSource { locale, by });
    arrangement.unreadable.extend(sites.iter().filter_map(damage));
}

fn damage(site: &Site<'_>) -> Option<(Arc<str>, String)> {
    Some((site.path.clone(), site.damage.clone()?))
}

/// One site in one folder.
fn alone(input: &Input<'_>, site: &Site<'_>, arrangement: &mut Arrangement) {
    arrangement.unreadable.extend(damage(site));
    if arrangement.docsets.iter().any(|docset| docset.root == site.docs) {
        return;
    }
    let plugin = plugin(&site.settings);
    let languages = plugin.map(languages).unwrap_or_default();
    let old_default = plugin.and_then(|plugin| member(plugin, "default_language")?.as_str());
    let by_plugin = languages.iter().find(|language| language.is_default);
    let by_plugin = by_plugin.map(|language| language.locale.clone());
    let source = by_plugin
        .or_else(|| Locale::parse(old_default?).ok())
        .or_else(|| site.named.clone())
        .or_else(|| theme_locale(&site.settings))
        .or_else(|| Some(languages.first()?.locale.clone()));
    let structure = plugin.and_then(|plugin| member(plugin, "docs_structure")?.as_str());
    let first = arrangement.docsets.len();
    if languages.is_empty() {
        let docset = folders::add_below(arrangement, input, &site.docs, source.as_ref());
        docset.suffixes = Suffixes::Found;
    } else if structure == Some("folder") {
        in_folders(input, &site.docs, &languages, source.as_ref(), arrangement);
    } else {
        let docset = arrangement.add(site.docs.clone(), source.clone());
        let tag = |language: &Language| (language.key.clone(), language.published());
        docset.kind = DocsetKind::Suffixed;
        docset.suffixes = Suffixes::These(languages.iter().map(tag).collect());
    }
    let excluded = Excluded::lines(&site.docs, passed_over(&site.settings));
    let include_folders = include_folders(site);
    for docset in arrangement.docsets.iter_mut().skip(first) {
        docset.excluded.clone_from(&excluded);
        docset.include_folders.clone_from(&include_folders);
    }
    arrangement.publish_at(site.settings.text(&["site_url"]));
    if site.named.is_none() || arrangement.source.is_none() {
        arrangement.source = source.map(|locale| NamedSource { locale, by: site.path.clone() });
    }
}

/// `base_path` of the extension that reads snippets, as folders of the project.
fn include_folders(site: &Site<'_>) -> Vec<String> {
    let options = match site.settings.get(&["markdown_extensions"]) {
        Some(Value::Array(extensions)) => extensions.iter().find_map(|named| member(named, SNIPPETS)),
        Some(extensions) => member(extensions, SNIPPETS),
        None => None,
    };
    let folders = settings::texts(options.and_then(|options| member(options, "base_path")));
    folders.into_iter().filter_map(|folder| settings::path_from(site.root, folder)).collect()
}

/// A folder for each language. What stands beside them is of the default one, where that has no folder.
fn in_folders(
    input: &Input<'_>,
    docs: &str,
    languages: &[Language],
    source: Option<&Locale>,
    arrangement: &mut Arrangement,
) {
    let mut has_source = false;
    for name in input.children(docs) {
        let Some(language) = languages.iter().find(|language| language.key == suffix_key(name)) else {
            continue;
        };
        has_source |= Some(&language.locale) == source;
        let docset = arrangement.add(join(docs, name), Some(language.locale.clone()));
        docset.language = language.state;
    }
    arrangement.add(docs.to_owned(), source.filter(|_| !has_source).cloned());
}

/// The language of the theme, as the themes call it.
fn theme_locale(settings: &Settings) -> Option<Locale> {
    let tag = settings.text(&["theme", "language"]).or_else(|| settings.text(&["theme", "locale"]));
    Locale::parse(tag?).ok()
}

/// The lines that name what is not published, drafts among them.
fn passed_over(settings: &Settings) -> impl Iterator<Item = &str> {
    ["exclude_docs", "draft_docs"].into_iter().filter_map(|key| settings.text(&[key])).flat_map(str::lines)
}

/// The options of the i18n plug-in.
fn plugin(settings: &Settings) -> Option<&Value> {
    match settings.get(&["plugins"])? {
        Value::Array(plugins) => plugins.iter().find_map(|plugin| member(plugin, "i18n")),
        plugins => member(plugins, "i18n"),
    }
}

/// A language of the plug-in.
struct Language {
    /// As names of files and folders are compared.
    key: String,
    locale: Locale,
    is_default: bool,
    state: docset::Language,
}

impl Language {
    /// Its locale, unless it is not built.
    fn published(&self) -> Option<Locale> {
        (self.state == docset::Language::Published).then(|| self.locale.clone())
    }
}

/// A list with `locale`, `default` and `build`; before version 1 a map, tag → name.
fn languages(plugin: &Value) -> Vec<Language> {
    let language = |tag: &str, is_default, state| {
        let locale = Locale::parse(tag).ok()?;
        Some(Language { key: suffix_key(tag), locale, is_default, state })
    };
    match member(plugin, "languages") {
        Some(Value::Array(listed)) => {
            let says = |value: &Value, key, word| member(value, key).and_then(Value::as_bool) == Some(word);
            let listed = listed.iter().filter_map(|value| {
                let is_default = says(value, "default", true);
                let state = match says(value, "build", false) && !is_default {
                    true => docset::Language::Disabled,
                    false => docset::Language::Published,
                };
                language(member(value, "locale")?.as_str()?, is_default, state)
            });
            listed.collect()
        }
        Some(Value::Object(named)) => {
            named.keys().filter_map(|tag| language(tag, false, docset::Language::Published)).collect()
        }
        _ => Vec::new(),
    }
}
