//! What headings are called, heading identity across translations, and what a fragment means. Looks at documents only.

use std::collections::BTreeSet;

use crate::alignment;
use crate::markdown::{Document, slug};

use super::File;
use super::identity::fold;

/// The ID of a heading on its page, and another name that leads to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingName {
    pub id: Box<str>,
    /// The slug of the translated text, where it is another one and free.
    pub alias: Option<Box<str>>,
}

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

/// An anchor by its exact name, else by letter case aside, else by the ID that the name has become. Includes have no
/// heading names: slugs stand for them.
pub(super) fn find_anchor(file: &File, names: &[HeadingName], name: &str) -> Option<String> {
    let headings = names.iter().flat_map(|name| std::iter::once(&*name.id).chain(name.alias.as_deref()));
    let document = &file.document;
    let slugs = document.headings.iter().filter(|_| names.is_empty());
    let slugs = slugs.map(|heading| heading.anchor.as_ref().map_or(&*heading.slug, |anchor| &anchor.name));
    let written = document.anchors.iter().map(|anchor| &*anchor.name);
    let all = || headings.clone().chain(slugs.clone()).chain(written.clone());
    let find = |name: &str| {
        let exact = all().find(|candidate| *candidate == name);
        exact.or_else(|| {
            let folded = fold(name);
            all().find(|candidate| fold(candidate) == folded)
        })
    };
    let cleaned = || Some(slug::anchor(name)).filter(|id| **id != *name && !id.is_empty());
    find(name).or_else(|| find(&cleaned()?)).map(str::to_owned)
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
