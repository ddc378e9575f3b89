//! What pages say of one another: anchors that links lead to, alternates, canonical URLs, style sheets. Reads no HTML.

use super::files::{File, Files, hash};
use super::flaw::Flaw;
use super::page::{Alternate, AnchorLink, Canonical, PageFacts};
use super::rules;
use super::weight::BUDGET;
use crate::diagnostic::Span;

/// All pages of a site, by the numbers of the files; none where a file is not a page.
pub(super) struct Pages<'a> {
    pub(super) files: &'a Files,
    pub(super) pages: &'a [Option<PageFacts>],
    /// Bytes of style sheets, packed, by file, sorted.
    pub(super) sheets: Vec<(File, usize)>,
}

impl Pages<'_> {
    pub(super) fn get(&self, file: File) -> Option<&PageFacts> {
        self.pages.get(file as usize)?.as_ref()
    }

    /// Whether search engines may show the file.
    pub(super) fn is_indexable(&self, file: File) -> bool {
        self.get(file).is_some_and(|page| !page.is_noindex && !page.leads_on)
    }

    /// What is wrong with a page in view of all the others.
    pub(super) fn judge(&self, own: File, page: &PageFacts) -> Vec<Flaw> {
        let mut flaws: Vec<Flaw> = page.anchor_links.iter().filter_map(|link| self.anchor(link)).collect();
        flaws.extend(self.canonical(own, page));
        flaws.extend(self.alternates(own, page));
        flaws.extend(self.weight(page).filter(|weight| weight.is_of_site()).map(|weight| Flaw {
            rule: &rules::TOO_LARGE,
            span: Span::default(),
            message: format!(
                "the page is {} compressed, of which its article is only {}",
                weight.page(),
                weight.article()
            ),
        }));
        flaws
    }

    fn anchor(&self, link: &AnchorLink) -> Option<Flaw> {
        // Pictures and scripts have no anchors.
        let page = self.get(link.file)?;
        page.anchors.binary_search(&link.anchor).err().map(|_| Flaw {
            rule: &rules::ANCHOR_MISSING,
            span: link.span,
            message: format!(
                "`{}` does not have the anchor that the link leads to",
                self.files.name(link.file)
            ),
        })
    }

    fn canonical(&self, own: File, page: &PageFacts) -> Option<Flaw> {
        let flaw = |span, message: String| Some(Flaw { rule: &rules::CANONICAL_WRONG, span, message });
        let is_reported = page.flaws.iter().any(|flaw| flaw.rule.code == rules::CANONICAL_WRONG.code);
        match page.canonical {
            None if is_reported || self.files.base.is_none() || !self.is_indexable(own) => None,
            None => flaw(Span::default(), "the page has no canonical URL".to_owned()),
            Some((Canonical::File(file), _)) if file == own => None,
            Some((_, span)) if self.is_indexable(own) => flaw(
                span,
                "search engines may show the page, but its canonical URL is another page".to_owned(),
            ),
            Some((Canonical::File(file), span)) if self.get(file).is_none() && !page.leads_on => {
                flaw(span, format!("`{}` is not a page", self.files.name(file)))
            }
            Some(_) => None,
        }
    }

    /// Every page of the set names the same set.
    fn alternates(&self, own: File, page: &PageFacts) -> Vec<Flaw> {
        let default = hash("x-default");
        let flaw = |span, message: String| Flaw { rule: &rules::ALTERNATE_WRONG, span, message };
        let mut flaws = Vec::new();
        let named: Vec<&Alternate> = page.alternates.iter().filter(|one| one.language != default).collect();
        let Some(first) = page.alternates.first() else { return flaws };
        if !named.iter().any(|one| one.file == own) {
            flaws.push(flaw(first.span, "the page does not list itself among its alternates".to_owned()));
        }
        for one in page.alternates.iter().filter(|one| one.language == default) {
            if !named.iter().any(|other| other.file == one.file) {
                flaws.push(flaw(one.span, "`x-default` is not one of the other alternates".to_owned()));
            }
        }
        for one in named.iter().filter(|one| one.file != own) {
            let name = self.files.name(one.file);
            let Some(other) = self.get(one.file) else {
                flaws.push(flaw(one.span, format!("`{name}` is not a page")));
                continue;
            };
            if !other.alternates.iter().any(|back| back.file == own) {
                flaws.push(flaw(one.span, format!("`{name}` does not list this page in return")));
            } else if !is_same(&page.alternates, &other.alternates) {
                flaws
                    .push(flaw(one.span, format!("`{name}` does not list the same alternates as this page")));
            }
        }
        flaws.extend(named.iter().filter_map(|one| {
            let other = self.get(one.file).filter(|other| other.language != one.language)?;
            let name = self.files.name(one.file);
            (other.language != 0)
                .then(|| flaw(one.span, format!("`{name}` is in another language than `hreflang` says")))
        }));
        flaws
    }

    /// The weight of an article's page that is over the budget.
    pub(super) fn weight(&self, page: &PageFacts) -> Option<Heavy> {
        let weight = page.weight.as_ref()?;
        let sheet = |file: &File| {
            let at = self.sheets.binary_search_by_key(file, |(sheet, _)| *sheet).ok()?;
            Some(self.sheets[at].1)
        };
        let bytes = weight.page + weight.sheets.iter().filter_map(sheet).sum::<usize>();
        (bytes > BUDGET).then_some(Heavy { bytes, article: weight.article })
    }
}

fn is_same(one: &[Alternate], other: &[Alternate]) -> bool {
    let named = |all: &[Alternate]| all.iter().map(|one| (one.language, one.file)).collect::<Vec<_>>();
    one.len() == other.len() && named(one) == named(other)
}

/// A page that is over the budget, with its style sheets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heavy {
    pub(super) bytes: usize,
    article: usize,
}

impl Heavy {
    /// Whether the article is too small to be the reason.
    pub(super) fn is_of_site(self) -> bool {
        self.article < BUDGET / 2
    }

    fn page(self) -> String {
        kilobytes(self.bytes)
    }

    fn article(self) -> String {
        kilobytes(self.article)
    }
}

/// `14.0 KB`
pub(super) fn kilobytes(bytes: usize) -> String {
    format!("{}.{} KB", bytes >> 10, ((bytes & 1023) * 10) >> 10)
}
