//! Every file beside the articles, and where the site holds it. Decides not which of them articles lead to.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::identity::{self, fold};
use super::model::{CatalogAsset, CatalogLocale, PathConflict, SitePlace};
use crate::assets::{self, Types};
use crate::indexed::{AssetIndex, DocsetIndex, IndexVec, LocaleIndex};
use crate::layout::{DocsetKind, Layout};
use crate::sources::Sources;

/// All of them, by path.
pub(super) fn assets(
    sources: &Sources,
    layout: &Layout,
    types: &Types,
    locales: &IndexVec<LocaleIndex, CatalogLocale>,
) -> IndexVec<AssetIndex, CatalogAsset> {
    let mut root = Root::new(locales);
    let asset = |(path, docset, below): &(Arc<str>, DocsetIndex, String)| {
        let asset = sources.assets.get(path)?;
        let extension = assets::extension(path);
        let served = types.serve(&extension, &asset.content);
        let is_static = layout.docsets[*docset].kind == DocsetKind::Static;
        let place = match served {
            Ok(()) if is_static => root.take(path, below),
            _ if is_static => SitePlace::Root,
            _ => SitePlace::Assets,
        };
        let among_assets = || format!("assets/{}", asset_name(path, &asset.hash, &extension));
        Some(CatalogAsset {
            path: path.clone(),
            docset: *docset,
            below: below.clone(),
            site_path: if place == SitePlace::Root { below.clone() } else { among_assets() },
            place,
            size: asset.size,
            source: asset.file.clone(),
            served,
            content: asset.content.clone(),
        })
    };
    layout.assets.iter().filter_map(asset).collect()
}

/// The paths below the root of the site that files of static folders have, letter case ignored.
struct Root<'l> {
    /// The folders of locales.
    locales: Vec<&'l str>,
    /// Of each path, and of each folder on the way to it, the file that has it.
    files: BTreeMap<String, Arc<str>>,
    folders: BTreeMap<String, Arc<str>>,
}

impl<'l> Root<'l> {
    fn new(locales: &'l IndexVec<LocaleIndex, CatalogLocale>) -> Self {
        let locales = locales.iter().map(|entry| entry.locale.slug()).collect();
        Self { locales, files: BTreeMap::new(), folders: BTreeMap::new() }
    }

    /// Gives the file at `path` the place `below` of the root, if nobody has it.
    fn take(&mut self, path: &Arc<str>, below: &str) -> SitePlace {
        if !is_plain(below) {
            return SitePlace::Taken(PathConflict::Name);
        }
        let folded = fold(below);
        let first = folded.split('/').next().unwrap_or(&folded);
        // A redirect from an old address is a file of this name.
        let is_page = |step: &str| matches!(step, "index.html" | "index.json");
        let holds_page = folded.rsplit('/').skip(1).any(is_page);
        if identity::is_of_root(&folded) || holds_page || self.locales.contains(&first) {
            return SitePlace::Taken(PathConflict::Site);
        }
        let folders = || folded.match_indices('/').map(|(slash, _)| &folded[..slash]);
        let holder = self.files.get(&folded).or_else(|| self.folders.get(&folded));
        let holder = holder.or_else(|| folders().find_map(|folder| self.files.get(folder)));
        if let Some(holder) = holder {
            return SitePlace::Taken(PathConflict::File(holder.clone()));
        }
        for folder in folders() {
            self.folders.entry(folder.to_owned()).or_insert_with(|| path.clone());
        }
        self.files.insert(folded, path.clone());
        SitePlace::Root
    }
}

/// Whether every host and every system takes the path for what it is.
fn is_plain(below: &str) -> bool {
    let name = below.rsplit('/').next().unwrap_or(below);
    let Some((stem, written)) = name.rsplit_once('.') else { return false };
    let extension = assets::extension(name);
    let is_odd = |c: char| c.is_control() || matches!(c, '\\' | ':');
    written.eq_ignore_ascii_case(&extension)
        && assets::inert_stem(&stem.to_ascii_lowercase(), &extension) == stem.to_ascii_lowercase()
        && !below.contains(is_odd)
        && below.split('/').all(|step| !matches!(step, "" | "." | ".."))
}

/// `media/Big Picture.PNG` → `big-picture.<hash>.png`.
fn asset_name(path: &str, hash: &str, extension: &str) -> String {
    let name = identity::asset_name(path.rsplit('/').next().unwrap_or(path));
    let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    let stem = assets::inert_stem(stem, extension);
    // File names may have 255 bytes; a long one keeps its beginning.
    let end = stem.char_indices().map(|(at, _)| at).take_while(|&at| at <= 100).last().unwrap_or(0);
    let stem = if stem.len() > 100 { &stem[..end] } else { &*stem };
    format!("{stem}.{hash}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn each_path_of_the_root_is_given_once() {
        let locale = |tag: &str| CatalogLocale {
            locale: Locale::parse(tag).unwrap(),
            fallback: Vec::new(),
            published: crate::catalog::Published::Yes,
            articles: 0,
        };
        let locales = ["en", "pt-BR"].into_iter().map(locale).collect();
        let mut root = Root::new(&locales);
        let mut take = |below: &str| match root.take(&format!("static/{below}").into(), below) {
            SitePlace::Root => "root".to_owned(),
            SitePlace::Assets => "assets".to_owned(),
            SitePlace::Taken(conflict) => format!("{conflict:?}"),
        };
        let places: Vec<String> = [
            "img/x.png",
            "IMG/X.png",
            "img/x.png/y.png",
            "img",
            "img/x.png.png",
            "assets/x.png",
            "Open/x.png",
            "pt-br/x.png",
            "pt/x.png",
            "robots.txt",
            "a/robots.txt",
            "a/llms.txt",
            "a.php.jpg",
            "a.png.",
            "c:d.png",
            "favicon.ico",
            "a/sitemap-1.xml",
            "z/index.html/x.png",
        ]
        .into_iter()
        .map(|below| format!("{below} {}", take(below)))
        .collect();
        insta::assert_snapshot!(places.join("\n"), @r#"
        img/x.png root
        IMG/X.png File("static/img/x.png")
        img/x.png/y.png File("static/img/x.png")
        img Name
        img/x.png.png root
        assets/x.png Site
        Open/x.png Site
        pt-br/x.png Site
        pt/x.png root
        robots.txt Site
        a/robots.txt root
        a/llms.txt Site
        a.php.jpg Name
        a.png. Name
        c:d.png Name
        favicon.ico root
        a/sitemap-1.xml Site
        z/index.html/x.png Site
        "#);
    }
}
