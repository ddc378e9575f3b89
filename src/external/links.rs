//! Which addresses outside the site the project links to, and from where: as the catalog resolves its links. Asks nobody.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::address::Address;
use super::answer::Answers;
use super::ask::Wanted;
use super::options::Options;
use super::page::may_be_judged;
use super::private::is_private_by_name;
use crate::catalog::{Base, Catalog, File, LocaleIndex, NotUtf8, RedirectTo, Target, TocNode};
use crate::diagnostic::Span;
use crate::markdown::Placement;

/// Where a link to an address stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub path: Arc<str>,
    pub span: Span,
    pub locale: Option<LocaleIndex>,
    /// What stands behind the `#`, as written.
    pub(super) fragment: Option<String>,
    /// Whether the file has the whole address at the span, so that another can take its place.
    pub(super) is_verbatim: bool,
}

/// An address that is linked to.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// What is asked in its place, mostly the same.
    pub(super) asked: Address,
    /// In order.
    pub(super) places: BTreeSet<Place>,
}

/// Every address outside the site that the project links to.
#[derive(Clone, Debug, Default)]
pub struct Links {
    pub(super) by_address: BTreeMap<Address, Link>,
    /// Addresses that are not to be asked.
    pub not_asked: usize,
}

impl Links {
    /// What to ask to judge all of them.
    pub fn wanted(&self) -> Vec<Wanted> {
        let mut wanted: BTreeMap<&Address, Wanted> = BTreeMap::new();
        for (address, link) in &self.by_address {
            let fragments = link.places.iter().filter_map(|place| place.fragment.as_ref());
            let fragments = fragments.filter(|fragment| may_be_judged(fragment)).cloned();
            let entry = wanted.entry(&link.asked).or_insert_with(|| Wanted {
                address: link.asked.clone(),
                anchors: BTreeSet::new(),
                secure: None,
            });
            entry.anchors.extend(fragments);
            // What stands for another address says nothing of that over `https:`.
            entry.secure =
                entry.secure.take().or_else(|| address.secured().filter(|_| link.asked == *address));
        }
        wanted.into_values().collect()
    }

    /// How many addresses nothing is known of.
    pub fn unknown(&self, answers: &Answers) -> usize {
        self.by_address.values().filter(|link| !answers.contains_key(&link.asked)).count()
    }

    pub fn len(&self) -> usize {
        self.by_address.len()
    }

    pub fn is_empty(&self) -> bool {
        self.by_address.is_empty()
    }
}

/// Every address outside the site that a wanted place links to: of articles, includes, tables of contents and redirects.
pub fn collect(catalog: &Catalog, options: &Options, is_wanted: &dyn Fn(&Place) -> bool) -> Links {
    let mut collector =
        Collector { catalog, options, is_wanted, links: Links::default(), not_asked: BTreeSet::new() };
    for article in &catalog.articles {
        for base in catalog.files_of(article) {
            collector.document(base);
        }
    }
    for toc in &catalog.tocs {
        let base =
            Base { file: &toc.file, article: None, reader: toc.file.locale.unwrap_or(catalog.default) };
        collector.nodes(base, &toc.nodes);
    }
    for redirect in &catalog.redirects {
        let RedirectTo::Url(url) = &redirect.to else { continue };
        let locale = redirect.gone.locale;
        let base = Base { file: &redirect.gone, article: None, reader: locale.unwrap_or(catalog.default) };
        collector.link(base, url, &redirect.path, redirect.span);
    }
    Links { not_asked: collector.not_asked.len(), ..collector.links }
}

struct Collector<'c> {
    catalog: &'c Catalog,
    options: &'c Options,
    is_wanted: &'c dyn Fn(&Place) -> bool,
    links: Links,
    not_asked: BTreeSet<Address>,
}

impl Collector<'_> {
    /// The links and images that readers see; the source text of bilingual articles repeats those of the translation.
    fn document(&mut self, base: Base<'_>) {
        let document = &base.file.document;
        for link in document.links.iter().filter(|link| link.placement == Placement::Body) {
            self.link(base, &link.destination, &base.file.path, link.destination_span);
        }
        for image in document.images.iter().filter(|image| image.placement == Placement::Body) {
            self.link(base, &image.destination, &base.file.path, image.destination_span);
        }
    }

    fn nodes(&mut self, base: Base<'_>, nodes: &[TocNode]) {
        // What is still to be looked at.
        let mut ahead: Vec<&TocNode> = nodes.iter().collect();
        while let Some(node) = ahead.pop() {
            for link in node.href.iter().chain(&node.topic) {
                self.link(base, &link.value, &base.file.path, link.span);
            }
            ahead.extend(&node.items);
        }
    }

    fn link(&mut self, base: Base<'_>, destination: &str, path: &Arc<str>, span: Span) {
        // The places of a file in UTF-16 are not those of the file as it is stored.
        if base.file.not_utf8 == Some(NotUtf8::Utf16) {
            return;
        }
        let resolved = self.catalog.resolve(base, destination);
        let Target::External(url) = &resolved.target else { return };
        let Some(address) = Address::parse(url) else { return };
        let place = Place {
            path: path.clone(),
            span,
            locale: base.file.locale,
            fragment: fragment(url),
            is_verbatim: is_verbatim(base.file, path, span, destination, url),
        };
        if !(self.is_wanted)(&place) {
            return;
        }
        if is_template(url) || self.not_asked.contains(&address) {
            self.not_asked.insert(address);
            return;
        }
        let link = match self.links.by_address.entry(address) {
            std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::btree_map::Entry::Vacant(new) => match asked(self.options, new.key()) {
                Some(asked) => new.insert(Link { asked, places: BTreeSet::new() }),
                None => {
                    self.not_asked.insert(new.into_key());
                    return;
                }
            },
        };
        link.places.insert(place);
    }
}

/// The address to ask; none where nobody is to be asked.
pub(super) fn asked(options: &Options, address: &Address) -> Option<Address> {
    let asked = options.patterns.asked(address)?;
    let is_open = !is_private_by_name(&asked) || options.allowed.has(asked.host(), asked.port());
    is_open.then_some(asked)
}

/// Whether an address holds a placeholder that the reader is to replace.
fn is_template(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    path.contains(['{', '}', '<', '>', '…'])
        || path.contains("%7B")
        || path.contains("%3C")
        || path.split('/').any(|step| step.ends_with("..."))
}

fn fragment(url: &str) -> Option<String> {
    let (_, fragment) = url.split_once('#')?;
    let name = fragment.split(":~:").next().unwrap_or(fragment);
    Some(name.to_owned()).filter(|name| !name.is_empty())
}

/// Whether the file has the address at the span as it is read.
fn is_verbatim(file: &File, path: &Arc<str>, span: Span, destination: &str, url: &str) -> bool {
    file.path == *path && destination == url && !url.contains(":~:") && span.slice(&file.text) == destination
}
