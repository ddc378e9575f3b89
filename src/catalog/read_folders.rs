//! Reads what files of generators say of folders: `_category_.json` and its translations, `.pages`, and the numbers that names
//! begin with. Knows no page.

use std::collections::BTreeMap;

use crate::front_matter::Order;
use crate::indexed::{DocsetIndex, LocaleIndex};
use crate::layout::{Docset, LayoutName, join, owner};
use crate::locale::Locale;
use crate::sources::{Sources, is_markdown};

use super::contents::Catalog;
use super::encoding::decode;
use super::folder_settings::{FolderFile, FolderFileKind as Kind, FolderSettings};
use super::identity::{fold, url_path};
use super::outline::Outline;
use super::reference::{folder, without_extension};

impl FolderSettings {
    /// Reads all of them.
    pub(super) fn read(sources: &Sources, catalog: &Catalog<()>) -> Self {
        let mut settings = Self::default();
        for (path, bytes) in &sources.texts {
            let kind = match path.rsplit('/').next() {
                Some("_category_.json" | "_category_.yml" | "_category_.yaml") => Kind::Category,
                Some(".pages") => Kind::Pages,
                Some("current.json") => Kind::Translations,
                _ => continue,
            };
            let Some((docset, below)) = owner(&catalog.docsets, path) else { continue };
            let is_of_docusaurus = catalog.docsets[docset].layout == LayoutName::Docusaurus;
            let of_source = (!is_of_docusaurus).then(|| Place::of_source(catalog, kind, path)).flatten();
            if is_of_docusaurus == (kind == Kind::Pages) && of_source.is_none() {
                continue;
            }
            let place = of_source.unwrap_or_else(|| Place::new(catalog, docset, folder(below)));
            let text = decode(bytes).0;
            let outline = Outline::read(&text);
            settings.add(catalog, kind, &place, &outline);
            if kind != Kind::Category {
                let id = join(&place.id, below.rsplit('/').next().unwrap_or(below));
                let (path, locale, names) = (path.clone(), place.locale, names(kind, &outline));
                settings.files.push(FolderFile { kind, path, id, locale, text, names });
            }
        }
        settings.add_numbers(catalog);
        settings
    }

    fn add(&mut self, catalog: &Catalog<()>, kind: Kind, place: &Place, outline: &Outline) {
        let text = |key: &str| outline.get(key).and_then(Outline::text).map(|text| text.value.trim());
        match kind {
            Kind::Category => {
                let setting = self.folders.entry(place.url()).or_default();
                setting.name(place.locale, text("label"));
                let order = text("position").and_then(Order::parse);
                setting.order = setting.order.or(order);
            }
            Kind::Pages => {
                let setting = self.folders.entry(place.url()).or_default();
                setting.name(place.locale, text("title"));
                let listed = outline.get("nav").or_else(|| outline.get("arrange"));
                let mut children = Vec::new();
                add_children(listed.map(Outline::list).unwrap_or_default(), &mut children);
                for (number, (name, child)) in children.into_iter().enumerate() {
                    self.add_child(catalog, place, (name, child), Order::parse(&number.to_string()));
                }
            }
            Kind::Translations => {
                for (name, _, message) in category_names(outline) {
                    // What is said of its link is no name.
                    let name = (place.locale, url_path(name));
                    self.translations.entry(name).or_insert_with(|| message.to_owned());
                }
            }
        }
    }

    fn add_child(
        &mut self,
        catalog: &Catalog<()>,
        place: &Place,
        (name, child): (Option<&str>, &str),
        order: Option<Order>,
    ) {
        let path = join(&place.id, child.trim_matches('/'));
        if is_markdown(child) {
            let article = catalog.index.articles.get(&fold(without_extension(&path)));
            if let (Some(&article), Some(order)) = (article, order) {
                self.articles.entry(article).or_insert(order);
            }
            return;
        }
        let setting = self.folders.entry(url_path(&path)).or_default();
        setting.name(place.locale, name);
        setting.order = setting.order.or(order);
    }

    /// The order that numbers in the names of files and folders say.
    fn add_numbers(&mut self, catalog: &Catalog<()>) {
        for article in &catalog.articles {
            let docset = &catalog.docsets[article.file.docset];
            let below = &article.file.below;
            if !docset.has_numbers() {
                continue;
            }
            let order = |step: &str| docset.step(step).0.and_then(|number| Order::parse(&number.to_string()));
            let stem = without_extension(below);
            for (at, _) in stem.match_indices('/') {
                let above = &stem[..at];
                if let Some(order) = order(above.rsplit('/').next().unwrap_or(above)) {
                    let url = Place::new(catalog, article.file.docset, above).url();
                    let setting = self.folders.entry(url).or_default();
                    setting.order = setting.order.or(Some(order));
                }
            }
            if let Some(order) = order(stem.rsplit('/').next().unwrap_or(stem)) {
                self.articles.entry(article.identity).or_insert(order);
            }
        }
    }
}

/// The names of folders in `current.json`, each with its key and its text.
fn category_names(outline: &Outline) -> impl Iterator<Item = (&str, &str, &str)> {
    outline.entries().iter().filter_map(|(key, value)| {
        let (_, name) = key.strip_prefix("sidebar.")?.split_once(".category.")?;
        Some((name, key.as_str(), &*value.get("message")?.text()?.value))
    })
}

/// The names that a file says, by what they are the same under in every locale.
fn names(kind: Kind, outline: &Outline) -> BTreeMap<String, String> {
    if kind == Kind::Translations {
        // The site shows no title of a page that Docusaurus makes.
        let is_shown = |(name, _, text): &(&str, &str, &str)| {
            !name.contains(".link.generated-index.") && !text.trim().is_empty()
        };
        return category_names(outline)
            .filter(is_shown)
            .map(|(_, key, text)| (key.to_owned(), text.to_owned()))
            .collect();
    }
    let title = outline.get("title").and_then(Outline::text).map(|title| ("", title.value.as_str()));
    let listed = outline.get("nav").or_else(|| outline.get("arrange"));
    let mut children = Vec::new();
    add_children(listed.map(Outline::list).unwrap_or_default(), &mut children);
    let children = children.into_iter().filter_map(|(name, child)| Some((child, name?)));
    let names = title.into_iter().chain(children).filter(|(_, name)| !name.trim().is_empty());
    names.map(|(key, name)| (key.to_owned(), name.to_owned())).collect()
}

/// A folder of a docset.
struct Place {
    locale: LocaleIndex,
    /// Its path in the space of article IDs.
    id: String,
}

impl Place {
    fn new(catalog: &Catalog<()>, docset: DocsetIndex, below: &str) -> Self {
        let docset = &catalog.docsets[docset];
        let own = docset.locale.as_ref();
        let own = own.and_then(|own| catalog.locales.position(|entry| entry.locale == *own));
        let steps: Vec<&str> = below.split('/').map(|step| docset.step(step).1).collect();
        let id = format!("{}{}", docset.prefix, steps.join("/"));
        let locale = own.or(catalog.source).unwrap_or(catalog.default);
        Self { locale, id: id.trim_end_matches('/').to_owned() }
    }

    /// That of the names that Docusaurus itself writes for translators: the source has its articles elsewhere.
    fn of_source(catalog: &Catalog<()>, kind: Kind, path: &str) -> Option<Self> {
        let locale = catalog.source.filter(|_| kind == Kind::Translations)?;
        let above = path.strip_suffix("/docusaurus-plugin-content-docs/current.json")?;
        let mut steps = above.rsplit('/');
        let own = Locale::parse(steps.next()?).ok().filter(|_| steps.next() == Some("i18n"))?;
        let is_docusaurus = |docset: &Docset| docset.layout == LayoutName::Docusaurus;
        let is_it = own.same_content(&catalog.locales[locale].locale);
        (is_it && catalog.docsets.iter().any(is_docusaurus)).then_some(Self { locale, id: String::new() })
    }

    fn url(&self) -> String {
        url_path(&self.id)
    }
}

/// What `nav` lists, and what the sections in it do.
fn add_children<'o>(items: &'o [Outline], children: &mut Vec<(Option<&'o str>, &'o str)>) {
    for item in items {
        match item {
            // What stands for the rest, or for several, is no child.
            Outline::Text(child) if child.value.contains(['*', '|']) || child.value == "..." => {}
            Outline::Text(child) => children.push((None, &child.value)),
            _ => {
                for (name, value) in item.entries() {
                    match value {
                        Outline::Text(child) => children.push((Some(name), &child.value)),
                        _ => add_children(value.list(), children),
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::catalog::Options;

    use super::*;

    fn settings(files: &[(&str, &str)]) -> Vec<String> {
        let mut sources = Sources::default();
        for (path, text) in files {
            sources.texts.insert((*path).into(), text.as_bytes().to_vec());
        }
        let catalog = Catalog::new(&sources, &Options::default());
        let settings = &catalog.navigation.folders;
        let mut lines = Vec::new();
        for url in settings.folders.keys() {
            for (locale, entry) in catalog.locales.iter_enumerated() {
                let name = settings.name(url, locale).unwrap_or("-");
                lines.push(format!("{url} {} {name} {:?}", entry.locale.tag(), settings.order(url)));
            }
        }
        for (article, order) in &settings.articles {
            lines.push(format!("{} {order:?}", catalog.identities[*article].url));
        }
        lines
    }

    #[test]
    fn categories_have_a_name_in_every_locale() {
        let lines = settings(&[
            (
                "docusaurus.config.js",
                "module.exports = { i18n: { defaultLocale: 'en' }, presets: [['classic', { docs: { routeBasePath: '/' } }]] }",
            ),
            ("docs/01-start/_category_.json", "{\"label\": \"First Steps\", \"position\": 2.5}"),
            ("docs/01-start/02-a.md", "# A"),
            ("docs/guide/_category_.yml", "label: \nposition: 1\n"),
            ("docs/guide/b.md", "# B"),
            (
                "i18n/fr/docusaurus-plugin-content-docs/current.json",
                "{\"sidebar.x.category.First Steps\": {\"message\": \"Premiers pas\"}, \"sidebar.x.category.guide\": {\"message\": \"Manuel\"}, \
                 \"sidebar.x.category.First Steps.link.generated-index.title\": {\"message\": \"x\"}, \"version.label\": {\"message\": \"y\"}}",
            ),
            ("i18n/fr/docusaurus-plugin-content-docs/current/guide/b.md", "# B"),
        ]);
        insta::assert_snapshot!(lines.join("\n"), @"
        guide en - Some(Order(1.0))
        guide fr Manuel Some(Order(1.0))
        start en First Steps Some(Order(2.5))
        start fr Premiers pas Some(Order(2.5))
        start/a Order(2.0)
        ");
    }

    #[test]
    fn pages_are_listed_with_their_names() {
        let lines = settings(&[
            ("mkdocs.yml", "site_name: X\n"),
            ("docs/.pages", "nav:\n- Second: b\n- ...\n- Section:\n  - a.md\n"),
            ("docs/b/.pages", "title: Bees\narrange:\n- d.md\n- c.md\n"),
            ("docs/a.md", "# A"),
            ("docs/b/c.md", "# C"),
            ("docs/b/d.md", "# D"),
        ]);
        insta::assert_snapshot!(lines.join("\n"), @"
         en-US - None
        b en-US Second Some(Order(0.0))
        a Order(1.0)
        b/c Order(1.0)
        b/d Order(0.0)
        ");
    }
}
