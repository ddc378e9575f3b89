//! Sites of Jekyll: pages anywhere, those of a locale in its folder or with a default of its own. Reads `_config.yml` and
//! paths.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::locale::Locale;
use crate::sources::is_markdown;

use super::arrangement::{Arrangement, Generator, Input};
use super::docset::{Docset, LocaleFrom, Suffixes, join};
use super::excluded::{Excluded, Star};
use super::folders;
use super::name::LayoutName;
use super::placed::{NamedSource, NotPlaced, Placement, Role};
use super::settings::{self, Settings, member};

pub(super) const JEKYLL: Generator = Generator { name: LayoutName::Jekyll, recognise, place };

const FILES: &[&str] = &["_config.yml", "_config.yaml"];

/// The keys that name the locale of the site, those of plug-ins and themes among them.
const LOCALE: &[&str] = &["lang", "locale", "default_lang", "language"];

fn recognise(input: &Input<'_>) -> Vec<Arrangement> {
    let sites = input.named(FILES).filter_map(|(root, path)| {
        let mut arrangement = Arrangement::new(LayoutName::Jekyll, root);
        let settings = Settings::read(path, &input.text(path)?).unwrap_or_else(|reason| {
            arrangement.unreadable.push((path.clone(), reason));
            Settings::default()
        });
        let tag = LOCALE.iter().find_map(|key| settings.text(&[key]));
        let tag = tag.or_else(|| settings::texts(settings.get(&["languages"])).first().copied());
        let source = tag.and_then(|tag| Locale::parse(tag).ok());
        arrangement.source = source.clone().map(|locale| NamedSource { locale, by: path.clone() });
        let articles = settings.text(&["source"]).and_then(|source| settings::path_from(root, source));
        let articles = articles.unwrap_or_else(|| root.to_owned());
        for (folder, locale) in scopes(&settings) {
            // A folder that is called after its language translates what is beside it.
            let (above, name) = folder.rsplit_once('/').unwrap_or(("", &folder));
            let is_named = Locale::named(name).is_some_and(|named| named.language() == locale.language());
            let prefix = if is_named { above } else { folder.as_str() };
            let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
            arrangement.add(join(&articles, &folder), Some(locale)).prefix = prefix;
        }
        for name in included(&settings) {
            let first = arrangement.docsets.len();
            add_pages(&mut arrangement, input, &join(&articles, &name), source.as_ref());
            for docset in arrangement.docsets.iter_mut().skip(first) {
                docset.prefix = format!("{name}/{}", docset.prefix);
            }
        }
        add_pages(&mut arrangement, input, &articles, source.as_ref());
        let mut known = BTreeSet::new();
        arrangement.docsets.retain(|docset| known.insert(docset.root.clone()));
        let excluded = settings::texts(settings.get(&["exclude"]));
        for docset in &mut arrangement.docsets {
            docset.include_folders = vec![join(&articles, "_includes")];
        }
        arrangement.publish_at(settings.text(&["baseurl"]));
        arrangement.exclude(&Excluded::globs(&articles, excluded, Star::AcrossFolders));
        Some(arrangement)
    });
    sites.collect()
}

/// A folder of pages, each in the locale of its place unless it names one.
fn add_pages(arrangement: &mut Arrangement, input: &Input<'_>, folder: &str, source: Option<&Locale>) {
    if input.has_markdown(folder) {
        let docset = folders::add_below(arrangement, input, folder, source);
        docset.locale_from = LocaleFrom::FrontMatterFirst;
        docset.suffixes = Suffixes::Found;
    }
}

/// The folders that hold pages although their names begin with `_`.
fn included(settings: &Settings) -> Vec<String> {
    let written = settings::texts(settings.get(&["include"])).into_iter();
    written.filter_map(settings::folder).filter(|folder| folder.starts_with('_')).collect()
}

/// The folders whose files have a locale by default.
fn scopes(settings: &Settings) -> Vec<(String, Locale)> {
    let Some(Value::Array(defaults)) = settings.get(&["defaults"]) else { return Vec::new() };
    let scope = |default: &Value| {
        let path = member(member(default, "scope")?, "path")?.as_str().filter(|path| !path.contains('*'))?;
        let values = member(default, "values")?;
        let tag = LOCALE.iter().find_map(|key| member(values, key))?.as_str()?;
        let folder = settings::folder(path).filter(|folder| !folder.is_empty())?;
        Some((folder, Locale::parse(tag).ok()?))
    };
    defaults.iter().filter_map(scope).collect()
}

/// What begins with `_` holds collections, layouts and parts.
fn place(_: &Docset, below: &str) -> Placement {
    let (folder, name) = below.rsplit_once('/').unwrap_or(("", below));
    match folder.split('/').rev().find(|step| step.starts_with('_')) {
        Some("_includes" | "_layouts" | "_sass" | "_data" | "_plugins") => {
            Placement::NotRead(NotPlaced::Template)
        }
        Some("_drafts") => Placement::NotRead(NotPlaced::Draft),
        Some(_) => Placement::NotRead(NotPlaced::Collection),
        None if !is_markdown(name) => Placement::Configuration,
        None if name.starts_with('_') => Placement::NotRead(NotPlaced::Template),
        None => Placement::As(Role::Article),
    }
}
