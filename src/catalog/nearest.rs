//! The nearest name to one that leads nowhere: for help texts. Never decides what a link means.

use super::contents::Catalog;
use super::link::{Base, Target};
use super::link_names::{LinkNameForm, MAX_SLIPS, NearPath, last_step};
use super::model::Article;
use super::names::Names;
use super::reference::{folder, join, split, without_extension, without_page_extension};
use super::slip::Name;
use crate::indexed::{ArticleIndex, DocsetIndex};
use crate::layout::DocsetKind;

impl Catalog {
    /// The path of an article or asset that `destination` may have meant, written as the author would write it.
    pub fn nearest(&self, base: Base<'_>, destination: &str) -> Option<String> {
        if let Some(meant) = self.meant_article(base, destination) {
            return Some(meant);
        }
        let path = destination.split(['#', '?']).next().unwrap_or(destination);
        let joined = join_link(base, path)?;
        let name = last_step(&joined);
        let written = without_page_extension(without_extension(name)).unwrap_or(without_extension(name));
        if written.is_empty() {
            return None;
        }
        let is_article = written != name || !name.contains('.');
        let form = if is_article { LinkNameForm::Stem } else { LinkNameForm::Whole };
        let (_, below) = self.nearest_paths(base, form, written).into_iter().flatten().min()?;
        Some(written_like(destination, path, base, &below))
    }

    /// The article that a destination names but for how it is written: by the page that another generator would make of it,
    /// or with a mark in its name that begins a query or a fragment.
    fn meant_article(&self, base: Base<'_>, destination: &str) -> Option<String> {
        let end = destination.find(['#', '?']).unwrap_or(destination.len());
        let (path, rest) = destination.split_at(end);
        let as_article = without_page_extension(path).map(|stem| format!("{stem}.md{rest}"));
        let (query, both) = (rest.replacen('?', "%3F", 1), rest.replace('?', "%3F").replace('#', "%23"));
        let is_file = |rest: &&String| without_extension(rest) != rest.as_str();
        let escaped = [&query, &both].into_iter().filter(is_file).map(|rest| format!("{path}{rest}"));
        as_article.into_iter().chain(escaped).find(|meant| {
            meant != destination && matches!(self.resolve(base, meant).target, Target::Article { .. })
        })
    }

    /// What a link may have meant: an article of its locale, one of mixed folders, an asset of its docset.
    fn nearest_paths(&self, base: Base<'_>, form: LinkNameForm, written: &str) -> [Option<NearPath>; 3] {
        let known = &self.index.nearest;
        let (locale, docset) = (base.file.locale.unwrap_or(base.reader), base.file.docset);
        let is_mixed = |article: &Article| self.docsets[article.file.docset].kind == DocsetKind::Mixed;
        let is_own = |article: &Article| article.locale == locale && !is_mixed(article);
        let mixed =
            self.articles.iter().filter(|article| is_mixed(article)).map(|article| &*article.file.below);
        let own = self.articles.iter().filter(|article| is_own(article)).map(|article| &*article.file.below);
        let assets = self.assets.iter().filter(|asset| asset.docset == docset && asset.is_served());
        let assets = assets.map(|asset| &*asset.below);
        [
            known.articles.get(locale).and_then(|names| names.nearest(form, written, own)),
            known.mixed.nearest(form, written, mixed),
            known.assets.get(docset).and_then(|names| names.nearest(form, written, assets)),
        ]
    }

    /// The path of the include that `wanted`, the last step of a path, may have meant; of this docset.
    pub fn nearest_include(&self, docset: DocsetIndex, wanted: &str) -> Option<&str> {
        let names = self.index.nearest.includes.get(docset)?.get_or_init(|| {
            let here = self.includes.iter().filter(|include| include.docset == docset);
            Names::new(here.map(|include| (last_step(&include.path), include.path.clone())))
        });
        let wanted = Name::new(wanted);
        let (_, path) = names.nearest(&wanted, MAX_SLIPS.min(wanted.letters() / 3))?;
        Some(path)
    }
}

impl Catalog {
    /// `destination` changed to lead to `article`, its query and fragment kept; none for URLs of a host. The caller has to
    /// see whether it does: a root-relative link keeps its folder.
    pub fn link_to(&self, base: Base<'_>, destination: &str, article: ArticleIndex) -> Option<String> {
        let path = destination.split(['#', '?']).next().unwrap_or(destination);
        let below = &self.articles[article].file.below;
        (!path.contains("://")).then(|| written_like(destination, path, base, below))
    }
}

/// `below` as a link from the file, with its extension only where the author wrote one.
fn written_like(destination: &str, path: &str, base: Base<'_>, below: &str) -> String {
    let after = &destination[path.len()..];
    let folder: Vec<&str> = base.file.below.split('/').collect();
    let folder = &folder[..folder.len().saturating_sub(1)];
    let steps: Vec<&str> = below.split('/').collect();
    let common =
        folder.iter().zip(&steps).take_while(|(a, b)| a == b).count().min(steps.len().saturating_sub(1));
    let up = std::iter::repeat_n("..", folder.len() - common);
    let relative: Vec<&str> = up.chain(steps[common..].iter().copied()).collect();
    let relative = relative.join("/");
    let names_file = without_extension(path) != path || without_page_extension(path).is_some();
    let relative = if names_file { relative } else { without_extension(&relative).to_owned() };
    // A root-relative link keeps its beginning.
    if path.starts_with('/') {
        let (path, slash) = path.strip_suffix('/').map_or((path, ""), |path| (path, "/"));
        let root = path.rsplit_once('/').map_or("", |(root, _)| root);
        let name = relative.rsplit('/').next().unwrap_or(&relative);
        return format!("{root}/{name}{slash}{after}");
    }
    format!("{relative}{after}")
}

/// The path that a destination names, below the docset it is written in; the last step is what counts.
fn join_link(base: Base<'_>, path: &str) -> Option<String> {
    let parts = split(path);
    let rest = parts.path.strip_prefix("~/").or(parts.path.strip_prefix('/'));
    match rest {
        Some(rest) => join("", rest),
        None => join(folder(&base.file.below), &parts.path).or_else(|| Some(parts.path.clone())),
    }
}
