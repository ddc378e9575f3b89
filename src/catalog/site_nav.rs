//! The navigation that `mkdocs.yml` writes for a whole site, as a table of contents with its names in other locales. Resolves
//! nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Spanned;
use crate::indexed::DocsetIndex;
use crate::layout::{DocsetKind, Layout, LayoutName, join};
use crate::locale::Locale;
use crate::sources::Sources;

use super::encoding::{NotUtf8, decode};
use super::outline::Outline;
use super::toc::TocNode;

/// What a name in a table of contents is in other locales.
pub(super) type NameTranslations = BTreeMap<String, Vec<(Locale, String)>>;

/// The navigation of one site.
pub(super) struct SiteNav {
    pub(super) path: Arc<str>,
    /// The docset that its paths begin in.
    pub(super) docset: DocsetIndex,
    pub(super) text: String,
    pub(super) not_utf8: Option<NotUtf8>,
    pub(super) nodes: Vec<TocNode>,
    pub(super) translations: NameTranslations,
}

/// Those of all sites that have one.
pub(super) fn navs(sources: &Sources, layout: &Layout) -> Vec<SiteNav> {
    let mut sites: BTreeMap<&str, DocsetIndex> = BTreeMap::new();
    let source = layout.source.as_ref().map(|source| &source.locale);
    for (number, docset) in layout.docsets.iter_enumerated() {
        if docset.layout != LayoutName::MkDocs || docset.kind == DocsetKind::Static {
            continue;
        }
        let holder = sites.entry(&docset.site).or_insert(number);
        if docset.locale.is_some() && docset.locale.as_ref() == source {
            *holder = number;
        }
    }
    sites.into_iter().filter_map(|(site, docset)| nav(sources, site, docset)).collect()
}

fn nav(sources: &Sources, site: &str, docset: DocsetIndex) -> Option<SiteNav> {
    let names = ["mkdocs.yml", "mkdocs.yaml"];
    let (path, bytes) = names.iter().find_map(|name| sources.texts.get_key_value(&*join(site, name)))?;
    let (text, not_utf8) = decode(bytes);
    let outline = Outline::read(&text);
    let nodes = nodes(outline.get("nav")?.list());
    let translations = outline.get("plugins").map(translations).unwrap_or_default();
    Some(SiteNav { path: path.clone(), docset, text, not_utf8, nodes, translations })
}

fn nodes(items: &[Outline]) -> Vec<TocNode> {
    let mut nodes = Vec::new();
    for item in items {
        match item {
            Outline::Text(path) => nodes.extend(node("", path)),
            _ => nodes.extend(item.entries().iter().filter_map(|(name, value)| match value {
                Outline::Text(path) => node(name, path),
                _ => Some(TocNode {
                    name: name.clone(),
                    items: self::nodes(value.list()),
                    ..TocNode::default()
                }),
            })),
        }
    }
    nodes
}

/// A path; plug-ins read patterns and folders there, which name nothing here.
fn node(name: &str, path: &Spanned<String>) -> Option<TocNode> {
    let is_path = !path.value.contains('*') && !path.value.ends_with('/') && path.value != "...";
    is_path.then(|| TocNode { name: name.to_owned(), href: Some(path.clone()), ..TocNode::default() })
}

/// The names in the locales of the i18n plug-in.
fn translations(plugins: &Outline) -> NameTranslations {
    let listed = plugins.list().iter().find_map(|plugin| plugin.get("i18n"));
    let plugin = listed.or_else(|| plugins.get("i18n"));
    let languages = plugin.and_then(|plugin| plugin.get("languages")).map(Outline::list).unwrap_or_default();
    let mut translations = NameTranslations::new();
    for language in languages {
        let tag = language.get("locale").and_then(Outline::text);
        let Some(locale) = tag.and_then(|tag| Locale::parse(&tag.value).ok()) else { continue };
        let names = language.get("nav_translations").map(Outline::entries).unwrap_or_default();
        for (name, translated) in names {
            if let Some(translated) = translated.text().filter(|text| !text.value.trim().is_empty()) {
                let known = translations.entry(name.clone()).or_default();
                known.push((locale.clone(), translated.value.clone()));
            }
        }
    }
    translations
}
