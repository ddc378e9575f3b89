//! What headings are called, heading identity across translations, and the names on a page. Looks at documents only.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use percent_encoding::percent_decode_str;

use crate::alignment;
use crate::markdown::{Document, FlawKind};

use super::identity::fold;
use super::model::{Article, File, HeadingName};
use crate::indexed::{ArticleIndex, IncludeIndex, IndexVec};

/// Names the headings of a document: the anchor written in the heading, else the ID of the aligned heading of the
/// source, else the heading's own slug. Every name is used once.
pub(crate) fn name_headings(
    document: &Document,
    source: Option<(&Document, &[HeadingName])>,
) -> Vec<HeadingName> {
    let pairs = source.map(|(source, _)| alignment::headings(source, document)).unwrap_or_default();
    let mut taken: BTreeSet<&str> = document.anchors.iter().map(|anchor| &*anchor.name).collect();
    let mut ids: Vec<Option<&str>> = vec![None; document.headings.len()];
    // Written anchors first: a name that the author chose is not taken by an earlier heading's slug.
    for (id, heading) in ids.iter_mut().zip(&document.headings) {
        *id = heading.anchor.as_ref().map(|anchor| &*anchor.name).filter(|name| taken.insert(name));
    }
    for (index, id) in ids.iter_mut().enumerate().filter(|(_, id)| id.is_none()) {
        let aligned = pairs.get(index).copied().flatten();
        let theirs = aligned.zip(source).and_then(|(pair, (_, names))| names.get(pair));
        let own = &*document.headings[index].slug;
        *id = theirs
            .map(|name| &*name.id)
            .into_iter()
            .chain([own])
            .find(|name| !name.is_empty() && taken.insert(name));
    }
    let ids: Vec<Box<str>> = ids
        .into_iter()
        .enumerate()
        .map(|(index, id)| id.map_or_else(|| numbered(index, &taken), Into::into))
        .collect();
    let mut taken: BTreeSet<Box<str>> =
        taken.into_iter().map(Into::into).chain(ids.iter().cloned()).collect();
    let name = |(id, heading): (Box<str>, &crate::markdown::Heading)| {
        let alias =
            (!heading.slug.is_empty() && taken.insert(heading.slug.clone())).then(|| heading.slug.clone());
        HeadingName { id, alias }
    };
    ids.into_iter().zip(&document.headings).map(name).collect()
}

/// A name for a heading whose own are all taken, or that has no letters.
fn numbered(index: usize, taken: &BTreeSet<&str>) -> Box<str> {
    let plain = format!("heading-{}", index + 1);
    if !taken.contains(&*plain) {
        return plain.into();
    }
    (1_u32..)
        .map(|number| format!("{plain}-{number}"))
        .find(|name| !taken.contains(&**name))
        .unwrap_or(plain)
        .into()
}

/// Names that a fragment can be, to be asked for any number of times.
#[derive(Debug)]
pub(super) struct Names {
    exact: BTreeSet<Box<str>>,
    /// The first name of each that differ in letter case alone.
    folded: BTreeMap<String, Box<str>>,
    /// Names that were written and can be no ID: the ID that each became. Those that differ in letter case or percent-encoding
    /// alone lead to the first, unless they are written so elsewhere.
    invalid: BTreeMap<String, Box<str>>,
}

impl Names {
    /// `names`, and the invalid ones of the document.
    fn new<'n>(names: impl Iterator<Item = &'n str>, document: &Document) -> Self {
        let mut all = Self { exact: BTreeSet::new(), folded: BTreeMap::new(), invalid: BTreeMap::new() };
        for name in names {
            if all.exact.insert(name.into()) {
                all.folded.entry(fold(name)).or_insert_with(|| name.into());
            }
        }
        let invalid = || {
            document.flaws.iter().filter_map(|flaw| match &flaw.kind {
                FlawKind::InvalidAnchor { written, id } => Some((written, id)),
                _ => None,
            })
        };
        for (written, id) in invalid() {
            all.invalid.entry(written.to_string()).or_insert_with(|| id.clone());
        }
        for (written, id) in invalid() {
            let decoded = percent_decode_str(written).decode_utf8_lossy();
            for name in [fold(written), fold(&decoded)] {
                all.invalid.entry(name).or_insert_with(|| id.clone());
            }
        }
        all
    }

    /// A name as it is written, else by letter case aside, else the ID of an invalid one.
    pub(super) fn find(&self, name: &str) -> Option<&str> {
        self.valid(name).or_else(|| self.valid(self.id_of_invalid(name)?))
    }

    pub(super) fn valid(&self, name: &str) -> Option<&str> {
        let exact = self.exact.get(name).or_else(|| self.folded.get(&fold(name)));
        exact.map(|found| &**found)
    }

    pub(super) fn id_of_invalid(&self, name: &str) -> Option<&str> {
        // Hardly any document has one.
        if self.invalid.is_empty() {
            return None;
        }
        self.invalid.get(name).or_else(|| self.invalid.get(&fold(name))).map(|id| &**id)
    }
}

/// The names on the page of an article.
#[derive(Debug)]
pub(super) struct PageNames {
    pub(super) own: Names,
    /// Its includes by number, each path once.
    pub(super) includes: Vec<usize>,
}

/// What has been asked for: most pages are not asked for any anchor, some for thousands.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    pub(super) pages: IndexVec<ArticleIndex, OnceLock<Box<PageNames>>>,
    /// Of what is included, which may be an article.
    pub(super) articles: IndexVec<ArticleIndex, OnceLock<Box<Names>>>,
    pub(super) includes: IndexVec<IncludeIndex, OnceLock<Box<Names>>>,
}

impl Anchors {
    pub(super) fn new(articles: usize, includes: usize) -> Self {
        Self {
            pages: std::iter::repeat_with(OnceLock::new).take(articles).collect(),
            articles: std::iter::repeat_with(OnceLock::new).take(articles).collect(),
            includes: std::iter::repeat_with(OnceLock::new).take(includes).collect(),
        }
    }
}

pub(super) fn page_names(article: &Article) -> PageNames {
    let headings = article.headings.iter();
    let headings = headings.flat_map(|name| std::iter::once(&*name.id).chain(name.alias.as_deref()));
    let document = &article.file.document;
    let own = Names::new(headings.chain(document.anchors.iter().map(|anchor| &*anchor.name)), document);
    let mut seen = BTreeSet::new();
    let includes = document.includes.iter().enumerate();
    let includes = includes
        .filter(|(_, include)| seen.insert((&*include.path, &include.part)))
        .map(|(number, _)| number);
    PageNames { own, includes: includes.collect() }
}

pub(super) fn names_in(file: &File) -> Names {
    let slugs = file.document.headings.iter();
    let slugs = slugs.map(|heading| heading.anchor.as_ref().map_or(&*heading.slug, |anchor| &anchor.name));
    Names::new(slugs.chain(file.document.anchors.iter().map(|anchor| &*anchor.name)), &file.document)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(source: &str, translation: &str) -> Vec<String> {
        let source = Document::parse(source, 0);
        let theirs = name_headings(&source, None);
        let translation = Document::parse(translation, 0);
        let ours = name_headings(&translation, Some((&source, &theirs)));
        ours.into_iter().map(|name| format!("{} {}", name.id, name.alias.as_deref().unwrap_or("-"))).collect()
    }

    #[test]
    fn names_that_can_be_no_id_lead_to_an_id_of_their_own() {
        let text = "## <a name=\"operator&lt;\"></a>B\n\n<a name=\"operator&gt;\"></a><a name=\"Operator>\"></a>x\n\n\
                    ## <a name=\"operator\"></a>D\n\n## <a name=\"operator-1\"></a>E\n\n<a id=\"operator&lt;\"></a>y\n";
        let document = Document::parse(text, 0);
        let ids: Vec<Box<str>> = name_headings(&document, None).into_iter().map(|name| name.id).collect();
        assert_eq!(ids, ["operator-2", "operator", "operator-1"].map(Box::from));
        let anchors = document.anchors.iter().map(|anchor| &*anchor.name);
        assert_eq!(anchors.clone().collect::<Vec<_>>(), ["operator-3", "operator-4"]);
        let names = Names::new(ids.iter().map(|id| &**id).chain(anchors), &document);
        for (written, id) in [
            ("operator", "operator"),
            ("operator<", "operator-2"),
            ("OPERATOR<", "operator-2"),
            ("operator>", "operator-3"),
            ("Operator>", "operator-4"),
        ] {
            assert_eq!(names.find(written), Some(id), "{written}");
        }
        let twice =
            document.flaws.iter().filter(|flaw| matches!(flaw.kind, FlawKind::DuplicateAnchor { .. }));
        assert_eq!(twice.count(), 1);
    }

    #[test]
    fn a_translated_heading_has_the_sources_name() {
        assert_eq!(
            names("# Top\n\n## Set up\n\nx\n", "# Augša\n\n## Iestatīšana\n\nx\n"),
            ["top augša", "set-up iestatīšana"]
        );
    }

    #[test]
    fn a_written_anchor_wins() {
        assert_eq!(
            names("# Top\n\n## Set up\n\nx\n", "# A\n\n## <a name=\"setup\"></a>B\n\nx\n"),
            ["top a", "setup b"]
        );
    }

    #[test]
    fn headings_without_letters_have_names_too() {
        assert_eq!(names("# A\n", "# A\n\n## !!!\n\n## !!!\n").len(), 3);
        let all = names("# A\n", "# A\n\n## !!!\n\n## !!!\n");
        assert!(all.iter().collect::<BTreeSet<_>>().len() == 3, "{all:?}");
    }
}
