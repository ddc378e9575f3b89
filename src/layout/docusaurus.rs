//! Sites of Docusaurus: `docs/` and its translations in `i18n/<locale>/`, several instances of both, the blog and the pages.
//! Reads literals of `docusaurus.config.*`, and paths.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::locale::Locale;
use crate::sources::is_markdown;

use super::arrangement::{Arrangement, Generator, Input};
use super::docset::{Docset, MarkdownAs, Numbers, join, numbered};
use super::literal::{Program, Value};
use super::name::LayoutName;
use super::naming::{folder_from, locale_of};
use super::placed::{NamedSource, NotPlaced, Placement, Role};

pub(super) const DOCUSAURUS: Generator = Generator { name: LayoutName::Docusaurus, recognise, place };

const FILES: &[&str] = &[
    "docusaurus.config.js",
    "docusaurus.config.ts",
    "docusaurus.config.mjs",
    "docusaurus.config.mts",
    "docusaurus.config.cjs",
];

/// What a plug-in that has articles calls them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Docs,
    Blog,
    Pages,
}

/// A plug-in that has articles.
struct Instance {
    kind: Kind,
    /// Of its folders in `i18n/<locale>/`.
    plugin: String,
    /// The folder of the source's articles, from the project's folder.
    folder: String,
    /// The folder of its older versions.
    versions: String,
    /// What the IDs of its articles begin with.
    prefix: String,
    numbers: Numbers,
}

fn recognise(input: &Input<'_>) -> Vec<Arrangement> {
    let mut sites: BTreeMap<&str, &Arc<str>> = BTreeMap::new();
    for (root, path) in input.named(FILES) {
        sites.entry(root).or_insert(path);
    }
    sites.into_iter().map(|(root, path)| site(input, root, path)).collect()
}

fn site(input: &Input<'_>, root: &str, path: &Arc<str>) -> Arrangement {
    let mut arrangement = Arrangement::new(LayoutName::Docusaurus, root);
    let text = input.text(path).unwrap_or_default();
    let program = Program::read([(&**path, &*text)]);
    let program = program.whole();
    let written = program.find("i18n", "path").and_then(Value::text);
    let translations = written.and_then(|written| folder_from(root, written));
    let translations = translations.unwrap_or_else(|| join(root, "i18n"));
    let source = source(input, program, &translations);
    let locales = locales(input, program, &translations);
    let markdown = markdown(program);
    let mut taken = BTreeSet::new();
    for instance in instances(root, program) {
        if !taken.insert(instance.folder.clone()) {
            continue;
        }
        let mut add = |folder: String, locale: Option<Locale>| {
            let docset = arrangement.add(folder, locale);
            docset.prefix.clone_from(&instance.prefix);
            docset.numbers = instance.numbers;
            docset.markdown = markdown;
        };
        add(instance.folder.clone(), source.clone());
        // What is not read has a place of its own, which names it.
        if instance.kind == Kind::Docs && input.has_markdown(&instance.versions) {
            add(instance.versions.clone(), source.clone());
        }
        for (folder, locale) in &locales {
            let of_plugin = join(folder, &instance.plugin);
            let current = (instance.kind == Kind::Docs).then(|| join(&of_plugin, "current"));
            let folders = current.into_iter().chain(std::iter::once(of_plugin));
            for folder in folders.filter(|folder| input.has_markdown(folder)) {
                add(folder, Some(locale.clone()));
            }
        }
    }
    arrangement.publish_at(program.found("baseUrl").find_map(Value::text));
    arrangement.source = source.map(|locale| NamedSource { locale, by: path.clone() });
    statics(root, program).into_iter().for_each(|folder| arrangement.add_static(folder));
    arrangement
}

/// The locale that is written first, if that is a literal. A site that says nothing of locales is in English, as the
/// generator has it.
fn source(input: &Input<'_>, program: Value<'_>, translations: &str) -> Option<Locale> {
    let default = program.find("i18n", "defaultLocale").and_then(Value::text);
    let default = default.or_else(|| program.found("defaultLocale").find_map(Value::text));
    match default {
        Some(tag) => locale_of(tag, language(program, tag)),
        None => {
            let is_silent = !program.mentions("i18n") && !input.has_files(translations);
            let may_be_elsewhere = program.found("presets").next().is_none() || has_open_settings(program);
            input.unsaid_source().filter(|_| is_silent && !may_be_elsewhere)
        }
    }
}

/// What `.md` holds, unless the end of its name is to say so.
fn markdown(program: Value<'_>) -> MarkdownAs {
    match program.find("markdown", "format").and_then(Value::text) {
        Some("detect" | "md") => MarkdownAs::Markdown,
        _ => MarkdownAs::Mdx,
    }
}

/// Whether the settings of the site stand in another file as well.
fn has_open_settings(program: Value<'_>) -> bool {
    program.with_any(&["presets"]).any(Value::is_open)
}

/// The language that a locale's pages say.
fn language<'p>(program: Value<'p>, name: &str) -> Option<&'p str> {
    program.find("localeConfigs", name)?.get("htmlLang")?.text()
}

/// The folders of translations.
fn locales(input: &Input<'_>, program: Value<'_>, translations: &str) -> Vec<(String, Locale)> {
    let children = input.children(translations).into_iter();
    let configured = program.found("localeConfigs").next().map(Value::entries).unwrap_or_default();
    let by_path: BTreeMap<&str, &str> = configured
        .iter()
        .filter_map(|(name, value)| Some((value.get("path").and_then(Value::text)?, *name)))
        .collect();
    let languages: BTreeMap<&str, &str> = configured
        .iter()
        .filter_map(|(name, value)| Some((*name, value.get("htmlLang").and_then(Value::text)?)))
        .collect();
    let folders = children.filter_map(|folder| {
        let name = by_path.get(folder).copied().unwrap_or(folder);
        Some((join(translations, folder), locale_of(name, languages.get(name).copied())?))
    });
    folders.collect()
}

/// Those of the preset, and every plug-in that is named.
fn instances(root: &str, program: Value<'_>) -> Vec<Instance> {
    let mut instances = Vec::new();
    for kind in [Kind::Docs, Kind::Blog, Kind::Pages] {
        let options = program.find("presets", kind.name());
        if !options.is_some_and(Value::is_false) {
            instances.push(kind.instance(root, options));
        }
    }
    for plugin in program.all() {
        let mut parts = plugin.children();
        let (Some(name), Some(options)) = (parts.next(), parts.next()) else { continue };
        // `require.resolve('…')` names it too.
        let name = name.text().or_else(|| name.children().next()?.text());
        let named = name.and_then(|name| name.split("content-").last());
        let kinds = [Kind::Docs, Kind::Blog, Kind::Pages];
        if let Some(kind) = kinds.into_iter().find(|kind| name != named && Some(kind.name()) == named) {
            instances.push(kind.instance(root, Some(options)));
        }
    }
    instances
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Docs => "docs",
            Self::Blog => "blog",
            Self::Pages => "pages",
        }
    }

    fn instance(self, root: &str, options: Option<Value<'_>>) -> Instance {
        let option = |key: &str| options.and_then(|options| options.get(key)?.text());
        let (folder, route) = match self {
            Self::Docs => ("docs", "docs"),
            Self::Blog => ("blog", "blog"),
            Self::Pages => ("src/pages", ""),
        };
        let id = option("id").filter(|id| *id != "default");
        let suffix = |id: &str| format!("-{id}");
        let before = |id: &str| format!("{id}_");
        let parser = options.and_then(|options| options.get("numberPrefixParser"));
        let is_numbered = self == Self::Docs && !parser.is_some_and(Value::is_false);
        let route = option("routeBasePath").unwrap_or(route).split('/');
        // An address does not lead out of the site.
        let route: Vec<&str> = route.filter(|step| !matches!(*step, "" | "." | "..")).collect();
        Instance {
            kind: self,
            plugin: format!(
                "docusaurus-plugin-content-{}{}",
                self.name(),
                id.map(suffix).unwrap_or_default()
            ),
            folder: option("path")
                .and_then(|path| folder_from(root, path))
                .unwrap_or_else(|| join(root, folder)),
            versions: join(root, &format!("{}{VERSIONS}", id.map(before).unwrap_or_default())),
            numbers: if is_numbered { Numbers::OfOrder } else { Numbers::OfNames },
            prefix: route.iter().map(|step| format!("{step}/")).collect(),
        }
    }
}

/// The folder of older versions.
const VERSIONS: &str = "versioned_docs";

/// The folders that are served as they are.
fn statics(root: &str, program: Value<'_>) -> Vec<String> {
    let listed = program.found("staticDirectories").next().map(Value::list).unwrap_or_default();
    let folders = listed.into_iter().filter_map(|folder| folder_from(root, folder.text()?));
    let folders: Vec<String> = folders.filter(|folder| folder != root).collect();
    if folders.is_empty() { vec![join(root, "static")] } else { folders }
}

/// What begins with `_` is a part of articles. Beside `current/` stand older versions.
fn place(docset: &Docset, below: &str) -> Placement {
    let is_part = || below.split('/').any(|step| step.starts_with('_'));
    match is_markdown(below) {
        true if is_of_versions(&docset.root) => Placement::NotRead(NotPlaced::Version),
        true if is_part() => Placement::As(Role::Include),
        true if docset.has_numbers() => id(below).map_or(Placement::As(Role::Article), Placement::Named),
        true => Placement::As(Role::Article),
        false => Placement::Configuration,
    }
}

/// Whether a folder of articles holds versions other than the current one.
fn is_of_versions(folder: &str) -> bool {
    let name = folder.rsplit('/').next().unwrap_or(folder);
    let before = name.strip_suffix(VERSIONS);
    before.is_some_and(|id| id.is_empty() || id.ends_with('_'))
        || name.starts_with("docusaurus-plugin-content-docs")
}

/// The ID of an article, where it is not its path: without the numbers that order files, and that of its folder where it
/// has the folder's name.
fn id(below: &str) -> Option<Box<str>> {
    let stem = below.rsplit_once('.').map_or(below, |(stem, _)| stem);
    let mut steps: Vec<&str> =
        stem.split('/').map(|step| numbered(step).map_or(step, |(_, name)| name)).collect();
    if let [.., folder, name] = steps.as_mut_slice()
        && folder == name
    {
        *name = "index";
    }
    let id = steps.join("/");
    (id != stem).then(|| id.into())
}

#[cfg(test)]
mod tests;
