//! Pages and files that the site makes by itself, beside those of articles and sections: which addresses they have.

use super::contents::Catalog;
use super::fragments::top;
use super::identity::fold;
use super::link::{Fragment, Resolved, Target};
use super::made_pages::{CUSTOM_ID_LIST, LIST_PAGE, Presence, custom_id_folder};
use super::reference::{LinkParts, join};
use super::robots_rule::may_be_indexed;
use crate::indexed::LocaleIndex;

impl<N> Catalog<N> {
    /// What the site makes at `path` below its root, for readers of the locale that it names, or else of `reader`.
    pub(super) fn made_at<'l>(
        &self,
        reader: LocaleIndex,
        path: &str,
        parts: &LinkParts<'l>,
    ) -> Option<Resolved<'l>> {
        let path = fold(&join("", path)?);
        let path = path.strip_suffix("/index.html").unwrap_or(&path);
        let (locale, below) = self.strip_locale(reader, path);
        let target = match below.strip_prefix("open/") {
            Some(id) => self.opened(id)?,
            None => self.made_in(locale, path, below)?,
        };
        let is_list = |name: &String| *name == CUSTOM_ID_LIST && below.starts_with("open/");
        let fragment = match parts.fragment.clone() {
            None => Fragment::None,
            Some(name) if is_list(&name) => Fragment::Found(name),
            Some(name) => top(name),
        };
        Some(parts.link(target, fragment))
    }

    /// The page of a custom ID; digits of any script are digits.
    fn opened(&self, id: &str) -> Option<Target<'static>> {
        let has_page = |id: &&String| {
            let articles = self.custom_ids[*id].iter();
            articles.copied().any(|identity| self.page_for(identity, self.default).is_some())
        };
        let folders = || {
            let ids = self.custom_ids.keys().filter(has_page);
            ids.filter_map(|id| custom_id_folder(id)).collect()
        };
        let folder = custom_id_folder(id)?;
        self.index.made.custom_ids.get_or_init(folders).contains(&folder).then_some(Target::Made(folder))
    }

    /// A file of the root, or a page or file of a locale.
    fn made_in(&self, locale: LocaleIndex, path: &str, below: &str) -> Option<Target<'static>> {
        let slug = self.locales[locale].locale.slug();
        let is_published = self.published().any(|published| published == locale);
        let has_sitemap = self.index.own_site.is_some();
        if self.index.made.root_pages.iter().any(|page| page == path) {
            return Some(Target::Made(format!("{path}/")));
        }
        match path {
            "404.html" | "robots.txt" => return Some(Target::Made(path.to_owned())),
            "sitemap.xml" => return has_sitemap.then(|| Target::Made(path.to_owned())),
            _ => {}
        }
        if is_published && self.index.made.locale_pages.iter().any(|page| page == below) {
            return Some(Target::Made(format!("{slug}/{below}/")));
        }
        let is_made = is_published
            && match below {
                "404.html" | "llms.txt" | "ids.json" => true,
                "sitemap.xml" | "opensearch.xml" => has_sitemap,
                "feed.xml" => has_sitemap && self.has_feed(locale),
                // Without a page of its own it is the home that lists all articles, or leads to them.
                "search" => return Some(Target::Home { locale }),
                _ => return self.list_at(locale, below),
            };
        is_made.then(|| Target::Made(format!("{slug}/{below}")))
    }

    /// `all`, `all/2`: a page of the list of all articles.
    fn list_at(&self, locale: LocaleIndex, below: &str) -> Option<Target<'static>> {
        let number = match below.strip_prefix("all")? {
            "" => 1,
            number => number.strip_prefix('/')?.parse::<usize>().ok()?,
        };
        let count = || {
            let shown = |identity| self.shown(identity, locale).is_some();
            let all = self.identities.indices().filter(|&identity| shown(identity));
            let articles = all.clone().filter(|&identity| !self.identities[identity].url.is_empty()).count();
            if articles <= LIST_PAGE { 0 } else { all.count().div_ceil(LIST_PAGE) }
        };
        let pages = *self.index.made.lists.get(locale)?.get_or_init(count);
        let slug = self.locales[locale].locale.slug();
        match number {
            1 if pages == 0 => Some(Target::Home { locale }),
            1 => Some(Target::Made(format!("{slug}/all/"))),
            _ => (2..=pages).contains(&number).then(|| Target::Made(format!("{slug}/all/{number}/"))),
        }
    }

    /// Whether the locale has an article of its own with a date that search engines may show.
    fn has_feed(&self, locale: LocaleIndex) -> bool {
        let count = || {
            let mut own = self.articles.iter().filter(|article| article.locale == locale);
            let robots = self.index.made.robots;
            let is_listed = own.any(|article| {
                article.file.front_matter.changed().is_some() && may_be_indexed(article, robots)
            });
            if is_listed { Presence::Made } else { Presence::Left }
        };
        self.index.made.feeds.get(locale).is_some_and(|feed| *feed.get_or_init(count) == Presence::Made)
    }
}
