//! Sites of MkDocs: `docs_dir`, and what the i18n plug-in says of locales in it. Reads `mkdocs.yml` and paths.

use serde_json::Value;

use crate::locale::Locale;
use crate::sources::is_markdown;

use super::arrangement::{Arrangement, Generator, Input};
use super::docset::{Docset, DocsetKind, Suffixes, join};
use super::name::LayoutName;
use super::placed::{NamedSource, Placement, Role};
use super::settings::{self, Settings, member};

pub(super) const MKDOCS: Generator = Generator { name: LayoutName::MkDocs, recognise, place };

const FILES: &[&str] = &["mkdocs.yml", "mkdocs.yaml"];

fn recognise(input: &Input<'_>) -> Vec<Arrangement> {
    let sites = input.named(FILES).filter_map(|(root, path)| {
        let mut arrangement = Arrangement::new(LayoutName::MkDocs, root);
        let settings = match Settings::read(path, &input.text(path)?) {
            Ok(settings) => Some(settings),
            Err(reason) => {
                arrangement.unreadable.push((path.clone(), reason));
                None
            }
        };
        let docs = settings.as_ref().and_then(|settings| settings.text(&["docs_dir"]));
        let docs = join(root, &docs.and_then(settings::folder).unwrap_or_else(|| "docs".to_owned()));
        let plugin = settings.as_ref().and_then(plugin);
        let languages = plugin.map(languages).unwrap_or_default();
        let default = languages.iter().find(|(_, is_default)| *is_default).map(|(locale, _)| locale.clone());
        let theme = settings.as_ref().and_then(|settings| settings.text(&["theme", "language"]));
        let source = default.or_else(|| Locale::parse(theme?).ok());
        let is_suffixed = plugin.and_then(|plugin| member(plugin, "docs_structure")).and_then(Value::as_str);
        if languages.is_empty() || is_suffixed == Some("folder") {
            arrangement.add_locales_and_root(input, &docs, source.clone());
        } else {
            let docset = arrangement.add(docs, source.clone());
            docset.kind = DocsetKind::Suffixed;
            docset.suffixes = Suffixes::These(languages.into_iter().map(|(locale, _)| locale).collect());
        }
        arrangement.source = source.map(|locale| NamedSource { locale, by: path.clone() });
        Some(arrangement)
    });
    sites.collect()
}

/// The options of the i18n plug-in.
fn plugin(settings: &Settings) -> Option<&Value> {
    match settings.get(&["plugins"])? {
        Value::Array(plugins) => plugins.iter().find_map(|plugin| member(plugin, "i18n")),
        plugins => member(plugins, "i18n"),
    }
}

/// Its languages, and which is the default.
fn languages(plugin: &Value) -> Vec<(Locale, bool)> {
    let listed = match member(plugin, "languages") {
        Some(Value::Array(languages)) => languages.as_slice(),
        _ => &[],
    };
    let language = |language: &Value| {
        let locale = Locale::parse(member(language, "locale")?.as_str()?).ok()?;
        Some((locale, member(language, "default").and_then(Value::as_bool) == Some(true)))
    };
    listed.iter().filter_map(language).collect()
}

/// Every Markdown file is an article.
fn place(_: &Docset, below: &str) -> Placement {
    if is_markdown(below) { Placement::As(Role::Article) } else { Placement::Configuration }
}
