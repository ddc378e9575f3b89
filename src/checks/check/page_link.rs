//! The links and images of an article's page or a table of contents, each with its target. Resolves by the catalog alone; judges nothing.

use crate::catalog::{Article, Base, Catalog, Resolved, Target, Toc, TocNode};
use crate::diagnostic::{Applicability, Span};
use crate::markdown::Placement;

use super::finding::Finding;

/// A link or image that readers of an article's page see, in its own file or in an include; or one of a table of contents.
#[derive(Clone, Debug)]
pub struct PageLink<'c> {
    pub base: Base<'c>,
    pub form: LinkForm,
    pub destination: &'c str,
    /// The whole link.
    pub span: Span,
    /// The destination alone, where it is known.
    pub destination_span: Span,
    pub resolved: Resolved<'c>,
}

/// How a link is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkForm {
    /// By the reader.
    Link,
    /// By the page itself.
    Image,
}

impl<'c> PageLink<'c> {
    /// All of an article; the source text of bilingual articles repeats those of the translation and is left out.
    pub(crate) fn all(catalog: &'c Catalog, article: &'c Article) -> Vec<Self> {
        let mut all = Vec::new();
        for base in catalog.files_of(article) {
            let document = &base.file.document;
            let links = document.links.iter().filter(|link| link.placement == Placement::Body);
            all.extend(links.map(|link| {
                Self::new(catalog, base, LinkForm::Link, &link.destination, link.span, link.destination_span)
            }));
            let images = document.images.iter().filter(|image| image.placement == Placement::Body);
            all.extend(images.map(|image| {
                Self::new(
                    catalog,
                    base,
                    LinkForm::Image,
                    &image.destination,
                    image.span,
                    image.destination_span,
                )
            }));
        }
        all
    }

    /// All of a table of contents, for readers of its locale; one beside the folders of the locales is the default's.
    pub(crate) fn all_of_toc(catalog: &'c Catalog, toc: &'c Toc) -> Vec<Self> {
        let reader = toc.file.locale.unwrap_or(catalog.default);
        let base = Base { file: &toc.file, article: None, reader };
        let mut all = Vec::new();
        // What is still to be looked at, the next one last.
        let mut ahead: Vec<&TocNode> = toc.nodes.iter().rev().collect();
        while let Some(node) = ahead.pop() {
            let links = node.href.iter().chain(&node.topic);
            all.extend(
                links.map(|link| Self::new(catalog, base, LinkForm::Link, &link.value, link.span, link.span)),
            );
            ahead.extend(node.items.iter().rev());
        }
        all
    }

    fn new(
        catalog: &Catalog,
        base: Base<'c>,
        form: LinkForm,
        destination: &'c str,
        span: Span,
        destination_span: Span,
    ) -> Self {
        let resolved = catalog.resolve(base, destination);
        Self { base, form, destination, span, destination_span, resolved }
    }

    /// Whether the file holds the destination as it is read, so that a part of it can be replaced.
    pub fn is_verbatim(&self) -> bool {
        self.destination_span.slice(&self.base.file.text) == self.destination
    }

    /// Whether the link is that of an image to itself, in full size: then what is wrong is a finding of the image.
    pub fn is_of_own_image(&self) -> bool {
        // In the order of their places.
        let images = &self.base.file.document.images;
        let first = images.partition_point(|image| image.span < self.span);
        let mut images = images[first..].iter().take_while(|image| image.span == self.span);
        images.any(|image| *image.destination == *self.destination)
    }

    /// Adds to a finding what the missing destination may have meant, and the fix; `otherwise` where nothing is near.
    pub fn suggest(&self, catalog: &Catalog, finding: Finding, otherwise: &str) -> Finding {
        let leads_on = |near: &String| {
            !matches!(catalog.resolve(self.base, near).target, Target::Missing | Target::NotServed(_))
        };
        let Some(near) = catalog.nearest(self.base, self.destination).filter(leads_on) else {
            return finding.help(otherwise);
        };
        let finding = finding.help(format!("did you mean `{near}`?"));
        // What needs escapes in one kind of link does not in another.
        let is_plain =
            !near.contains(|c: char| c.is_whitespace() || c.is_control() || "()<>\"\\".contains(c));
        if self.is_verbatim() && is_plain {
            finding.fix(certainty(self.destination, &near), self.destination_span, near)
        } else {
            finding
        }
    }
}

/// A letter written once instead of twice, or twice instead of once, is a slip; anything else may be another name.
fn certainty(written: &str, near: &str) -> Applicability {
    let once = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.dedup_by(|a, b| a == b && a.is_alphabetic());
        letters
    };
    if once(written) == once(near) { Applicability::Safe } else { Applicability::Unsafe }
}
