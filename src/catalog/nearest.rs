//! The nearest name to one that leads nowhere: for help texts. Never decides what a link means.

use super::reference::{folder, join, split};
use super::{ArticleIndex, Base, Catalog, DocsetKind};

/// Edits at the most between what was written and what is offered.
const MAX_DISTANCE: usize = 3;

impl Catalog {
    /// The path of an article or asset that `destination` may have meant, written as the author would write it.
    pub fn nearest(&self, base: Base<'_>, destination: &str) -> Option<String> {
        let path = destination.split(['#', '?']).next().unwrap_or(destination);
        let wanted = join_link(base, path)?;
        let name = wanted.rsplit('/').next().unwrap_or(&wanted);
        let stem = name.strip_suffix(".md").unwrap_or(name);
        if stem.is_empty() {
            return None;
        }
        let locale = base.file.locale.unwrap_or(base.reader);
        let articles = self.articles.iter().filter(|article| {
            article.locale == locale || self.docsets[article.file.docset].kind == DocsetKind::Mixed
        });
        let articles = articles.map(|article| article.file.below.as_str());
        let assets = self.assets.iter().filter(|asset| asset.docset == base.file.docset && asset.is_served());
        let best = articles.chain(assets.map(|asset| asset.below.as_str())).filter_map(|below| {
            let other = below.rsplit('/').next().unwrap_or(below);
            let other = if name.ends_with(".md") || !name.contains('.') {
                other.strip_suffix(".md").unwrap_or(other)
            } else {
                other
            };
            Some((distance(stem, other)?, below))
        });
        let (_, below) = best.min()?;
        Some(written_like(destination, path, base, below))
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

/// Edits between two names, none where they are too many to be a slip.
fn distance(written: &str, other: &str) -> Option<usize> {
    if written.len().abs_diff(other.len()) > MAX_DISTANCE {
        return None;
    }
    let allowed = MAX_DISTANCE.min(written.chars().count() / 4);
    let edits = strsim::osa_distance(&written.to_lowercase(), &other.to_lowercase());
    (edits <= allowed).then_some(edits)
}

/// `below` as a link from the file, with `.md` only where the author wrote it.
fn written_like(destination: &str, path: &str, base: Base<'_>, below: &str) -> String {
    let folder: Vec<&str> = base.file.below.split('/').collect();
    let folder = &folder[..folder.len().saturating_sub(1)];
    let steps: Vec<&str> = below.split('/').collect();
    let common =
        folder.iter().zip(&steps).take_while(|(a, b)| a == b).count().min(steps.len().saturating_sub(1));
    let up = std::iter::repeat_n("..", folder.len() - common);
    let relative: Vec<&str> = up.chain(steps[common..].iter().copied()).collect();
    let relative = relative.join("/");
    let relative = if path.ends_with(".md") { relative } else { relative.trim_end_matches(".md").to_owned() };
    // A root-relative link keeps its beginning.
    if path.starts_with('/') {
        let root = path.rsplit_once('/').map_or("", |(root, _)| root);
        let name = relative.rsplit('/').next().unwrap_or(&relative);
        return format!("{root}/{name}{}", &destination[path.len()..]);
    }
    format!("{relative}{}", &destination[path.len()..])
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
