//! Sites of Docusaurus: `docs/` and its translations in `i18n/<locale>/`, several instances of both, and the blog. Reads
//! literals of `docusaurus.config.*`, and paths.

use crate::locale::Locale;
use crate::sources::is_markdown;

use super::arrangement::{Arrangement, Generator, Input};
use super::docset::{Docset, join};
use super::literal::Item;
use super::name::LayoutName;
use super::placed::{NamedSource, NotPlaced, Placement, Role};
use super::settings;

pub(super) const DOCUSAURUS: Generator = Generator { name: LayoutName::Docusaurus, recognise, place };

const FILES: &[&str] = &[
    "docusaurus.config.js",
    "docusaurus.config.ts",
    "docusaurus.config.mjs",
    "docusaurus.config.mts",
    "docusaurus.config.cjs",
];

/// A plug-in that has articles.
struct Instance {
    /// Of its folders in `i18n/<locale>/`.
    plugin: String,
    /// The folder of the source's articles.
    folder: String,
    /// What their URLs begin with.
    route: String,
}

fn recognise(input: &Input<'_>) -> Vec<Arrangement> {
    let mut sites: Vec<Arrangement> = Vec::new();
    for (root, path) in input.named(FILES) {
        if sites.iter().any(|known| known.root == root) {
            continue;
        }
        let program = Item::parse(&input.text(path).unwrap_or_default());
        let mut arrangement = Arrangement::new(LayoutName::Docusaurus, root);
        let default = program.find(&["i18n", "defaultLocale"]).or_else(|| program.find(&["defaultLocale"]));
        let source = default.and_then(|item| Locale::parse(item.text()?).ok());
        // A site without `i18n` is in English, as the generator has it.
        let is_silent = program.find(&["i18n"]).is_none() && !input.has_files(&join(root, "i18n"));
        let source = source.or_else(|| Locale::parse("en").ok().filter(|_| is_silent));
        let translations = join(root, "i18n");
        for instance in instances(&program) {
            let prefix =
                if instance.route.is_empty() { String::new() } else { format!("{}/", instance.route) };
            arrangement.add(join(root, &instance.folder), source.clone()).prefix.clone_from(&prefix);
            for (name, locale) in input.locale_folders(&translations) {
                let folder = format!("{translations}/{name}/{}", instance.plugin);
                let current = join(&folder, "current");
                let folder = if input.has_markdown(&current) { current } else { folder };
                if input.has_markdown(&folder) {
                    arrangement.add(folder, Some(locale)).prefix.clone_from(&prefix);
                }
            }
        }
        arrangement.source = source.map(|locale| NamedSource { locale, by: path.clone() });
        arrangement.add_static(join(root, "static"));
        sites.push(arrangement);
    }
    sites
}

/// Those of the preset, and every plug-in with an `id`.
fn instances(program: &Item) -> Vec<Instance> {
    let folder = |item: Option<&Item>, key: &str, usual: &str| {
        let written = item.and_then(|item| item.below(&[key])?.text());
        written.and_then(settings::folder).unwrap_or_else(|| usual.to_owned())
    };
    let instance = |kind: &str, item: Option<&Item>, id: Option<&str>| Instance {
        plugin: id.map_or_else(
            || format!("docusaurus-plugin-content-{kind}"),
            |id| format!("docusaurus-plugin-content-{kind}-{id}"),
        ),
        folder: folder(item, "path", id.unwrap_or(kind)),
        route: folder(item, "routeBasePath", id.unwrap_or(kind)),
    };
    let mut instances = vec![
        instance("docs", program.find(&["presets"]).and_then(|presets| presets.find(&["docs"])), None),
        instance("blog", program.find(&["presets"]).and_then(|presets| presets.find(&["blog"])), None),
    ];
    for item in program.all() {
        let Some(id) = item.below(&["id"]).and_then(Item::text).filter(|_| item.below(&["path"]).is_some())
        else {
            continue;
        };
        if id != "default" {
            instances.push(instance("docs", Some(item), Some(id)));
        }
    }
    instances
}

/// What begins with `_` is a part of articles.
fn place(_: &Docset, below: &str) -> Placement {
    if below.split('/').any(|step| step.starts_with("version-")) {
        return Placement::NotRead(NotPlaced::Version);
    }
    let is_part = below.split('/').any(|step| step.starts_with('_'));
    match is_markdown(below) {
        true if is_part => Placement::As(Role::Include),
        true => Placement::As(Role::Article),
        false => Placement::Configuration,
    }
}
