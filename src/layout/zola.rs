//! Sites of Zola: `content/`, in which `name.<language>.md` is a translation. Reads configuration and paths.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::locale::Locale;

use super::arrangement::{Arrangement, Generator, Input, articles};
use super::docset::{DocsetKind, Suffixes, join, suffix_key};
use super::name::LayoutName;
use super::placed::NamedSource;
use super::settings::{self, Settings};

pub(super) const ZOLA: Generator = Generator { name: LayoutName::Zola, recognise, place: articles };

const FILES: &[&str] = &["config.toml", "zola.toml"];

/// Keys that no other program has.
const OWN_KEYS: &[&str] = &[
    "default_language",
    "compile_sass",
    "build_search_index",
    "generate_feeds",
    "generate_feed",
    "ignored_content",
];

/// Keys that others have too.
const SHARED_KEYS: &[&str] = &[
    "base_url",
    "title",
    "description",
    "theme",
    "languages",
    "markdown",
    "taxonomies",
    "extra",
    "search",
    "author",
    "feed_filename",
    "feed_filenames",
    "feed_limit",
    "generate_robots_txt",
    "generate_sitemap",
    "hard_link_static",
    "ignored_static",
    "link_checker",
    "minify_html",
    "output_dir",
    "preserve_dotfiles_in_output",
    "slugify",
    "translations",
];

fn recognise(input: &Input<'_>) -> Vec<Arrangement> {
    let sites = input.named(FILES).filter_map(|(root, path)| {
        let mut arrangement = Arrangement::new(LayoutName::Zola, root);
        let is_own = path.ends_with("zola.toml");
        let settings = match Settings::read(path, &input.text(path)?) {
            Ok(settings) if is_own || is_zola(&settings) => settings,
            Err(reason) if is_own => {
                arrangement.unreadable.push((path.clone(), reason));
                Settings::default()
            }
            _ => return None,
        };
        let tag = settings.text(&["default_language"]).unwrap_or("en");
        let source = Locale::parse(tag).ok();
        let others = settings.get(&["languages"]).and_then(Value::as_object).into_iter().flatten();
        let mut tags: BTreeMap<String, Option<Locale>> =
            others.filter_map(|(key, _)| Some((suffix_key(key), Some(Locale::parse(key).ok()?)))).collect();
        let docset = arrangement.add(join(root, "content"), source.clone());
        let ignored = settings::texts(settings.get(&["ignored_content"])).into_iter().map(str::to_owned);
        docset.excluded = settings::globs(ignored);
        if !tags.is_empty() {
            tags.insert(suffix_key(tag), source.clone());
            docset.kind = DocsetKind::Suffixed;
            docset.suffixes = Suffixes::These(tags);
        }
        arrangement.add_static(join(root, "static"));
        arrangement.source = source.map(|locale| NamedSource { locale, by: path.clone() });
        Some(arrangement)
    });
    sites.collect()
}

/// Whether a `config.toml` is that of a site: it says where the site stands, and little that is another program's.
fn is_zola(settings: &Settings) -> bool {
    let is_known = |key: &str| OWN_KEYS.contains(&key) || SHARED_KEYS.contains(&key);
    settings.has_any(OWN_KEYS) || settings.get(&["base_url"]).is_some() && settings.keys().all(is_known)
}
