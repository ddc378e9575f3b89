//! What is judged when all of a page has been read: what it lacks, and what does not fit together in it.

use super::described::{self, shorten};
use super::page::{PageFacts, PageReader, Weight};
use super::{rules, weight};
use crate::diagnostic::Span;

impl PageReader<'_> {
    /// Judges the page as a whole.
    pub(super) fn finish(mut self) -> PageFacts {
        if let Some(open) = self.nesting.left_open().map(str::to_owned) {
            let end = self.text.len();
            let message = format!("the page ends while `<{}>` is open", shorten(&open));
            self.found(&rules::HTML_DAMAGED, Span::new(end, end), message);
        }
        self.finish_ids();
        if !self.page.leads_on && self.h1s == 0 {
            self.found(&rules::H1_MISSING, Span::default(), "the page has no `h1`");
        }
        if self.titles != 1 || self.title.trim().is_empty() {
            let message =
                if self.titles > 1 { "the page has several titles" } else { "the page has no title" };
            self.found(&rules::TITLE_MISSING, Span::default(), message);
        }
        match (&self.policy, self.unguarded) {
            (None, _) => {
                self.found(
                    &rules::POLICY_MISSING,
                    Span::default(),
                    "the page has no Content-Security-Policy",
                );
            }
            (Some(_), Some(span)) => {
                let message = "this comes before the Content-Security-Policy, which does not apply to it";
                self.found(&rules::POLICY_MISSING, span, message);
            }
            _ => {}
        }
        self.finish_described();
        self.finish_alternates();
        self.weigh();
        self.page
    }

    fn finish_ids(&mut self) {
        self.ids.sort_unstable();
        let ids = std::mem::take(&mut self.ids);
        for pair in ids.windows(2) {
            if let [(one, _), (other, span)] = pair
                && one == other
            {
                let message = format!("duplicate ID `{}`", shorten(self.at(*span)));
                self.found(&rules::ID_REPEATED, *span, message);
            }
        }
        let has = |anchors: &[u64], wanted: u64| anchors.binary_search(&wanted).is_ok();
        let mut anchors: Vec<u64> = ids.iter().map(|(id, _)| *id).collect();
        for (id, span) in std::mem::take(&mut self.referred) {
            if !has(&anchors, id) {
                let message =
                    format!("`{}` refers to an ID that the page does not have", shorten(self.at(span)));
                self.found(&rules::ID_MISSING, span, message);
            }
        }
        anchors.append(&mut self.names);
        anchors.sort_unstable();
        anchors.dedup();
        for (anchor, span) in std::mem::take(&mut self.own) {
            if !has(&anchors, anchor) {
                let message =
                    format!("`{}` leads to an anchor that the page does not have", shorten(self.at(span)));
                self.found(&rules::ANCHOR_MISSING, span, message);
            }
        }
        self.page.anchors = anchors.into();
    }

    fn finish_described(&mut self) {
        let language = self.article_language.as_deref().unwrap_or(&self.language);
        let canonical = Some(self.canonical.as_str()).filter(|url| url.starts_with("http"));
        let page = described::Metadata { language, canonical };
        let flaws: Vec<(String, Span)> = self
            .json_ld
            .iter()
            .flat_map(|(json, span)| {
                described::flaws(json, page, &self.seen).into_iter().map(|flaw| (flaw, *span))
            })
            .collect();
        for (flaw, span) in flaws {
            self.found(&rules::DATA_DIFFERS, span, flaw);
        }
        for (json, span) in std::mem::take(&mut self.json_ld) {
            for url in described::breadcrumb_urls(&json) {
                if let Err(why) = self.files.resolve(self.name, &url) {
                    self.found(
                        &rules::DATA_DIFFERS,
                        span,
                        format!("the JSON-LD names `{}`, which {why}", shorten(&url)),
                    );
                }
            }
        }
    }

    /// What a page says of its alternates by itself.
    fn finish_alternates(&mut self) {
        self.page.alternates.sort_unstable();
        let Some(first) = self.page.alternates.first().map(|first| first.span) else { return };
        if self.page.is_noindex {
            self.found(
                &rules::ALTERNATE_WRONG,
                first,
                "the page has alternates, but is itself marked noindex",
            );
        }
        let repeated = self.page.alternates.windows(2).find_map(|pair| match pair {
            [one, other] if one.language == other.language => Some(other.span),
            _ => None,
        });
        if let Some(span) = repeated {
            self.found(&rules::ALTERNATE_WRONG, span, "the page has two alternates in the same language");
        }
    }

    /// Only an article's page has to be light: lists grow with the site.
    fn weigh(&mut self) {
        if self.text.len() <= weight::LIGHT || self.article.end == 0 {
            return;
        }
        let article = self.text.get(self.article.clone()).unwrap_or("");
        self.page.weight = Some(Weight {
            page: weight::packed(self.text.as_bytes()),
            article: weight::packed(article.as_bytes()),
            sheets: std::mem::take(&mut self.sheets),
        });
    }
}
