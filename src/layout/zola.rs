//! Sites of Zola: `content/`, in which `name.<language>.md` is a translation. Reads configuration and paths.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::locale::Locale;

use super::arrangement::{Arrangement, Generator, Input, articles};
use super::docset::{DocsetKind, Suffixes, join, suffix_key};
use super::excluded::{Excluded, Star};
use super::name::LayoutName;
use super::placed::NamedSource;
use super::settings::{self, Settings, member};

pub(super) const ZOLA: Generator = Generator { name: LayoutName::Zola, recognise, place: articles };

const FILES: &[&str] = &["config.toml", "zola.toml"];

/// Keys that no other program has.
const OWN_KEYS: &[&str] = &[
    "default_language",
    "compile_sass",
    "build_search_index",
    "generate_feeds",
    "generate_feed",
    "generate_rss",
    "ignored_content",
    "highlight_code",
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
        let tag = settings.text(&["default_language"]);
        let source = tag.map_or_else(|| input.unsaid_source(), |tag| Locale::parse(tag).ok());
        let others = languages(&settings).into_iter();
        let mut tags: BTreeMap<String, Option<Locale>> =
            others.filter_map(|key| Some((suffix_key(key), Some(Locale::parse(key).ok()?)))).collect();
        let content = join(root, "content");
        let docset = arrangement.add(content.clone(), source.clone());
        let ignored = settings::texts(settings.get(&["ignored_content"]));
        docset.excluded = Excluded::globs(&content, ignored, Star::AcrossFolders);
        if !tags.is_empty() {
            let own = tag.or_else(|| source.as_ref().map(Locale::tag)).map(suffix_key);
            tags.extend(own.map(|own| (own, source.clone())));
            docset.kind = DocsetKind::Suffixed;
            docset.suffixes = Suffixes::These(tags);
        }
        arrangement.publish_at(settings.text(&["base_url"]));
        arrangement.add_static(join(root, "static"));
        arrangement.source = source.map(|locale| NamedSource { locale, by: path.clone() });
        Some(arrangement)
    });
    sites.collect()
}

/// The languages beside the default one: a table of each, or a list of tables with `code`, as versions before 0.13 have it.
fn languages(settings: &Settings) -> Vec<&str> {
    match settings.get(&["languages"]) {
        Some(Value::Object(tables)) => tables.keys().map(String::as_str).collect(),
        Some(Value::Array(listed)) => {
            listed.iter().filter_map(|language| member(language, "code")?.as_str()).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a `config.toml` is that of a site: it says where the site stands, and little that is another program's.
fn is_zola(settings: &Settings) -> bool {
    let is_known = |key: &str| OWN_KEYS.contains(&key) || SHARED_KEYS.contains(&key);
    settings.has_any(OWN_KEYS) || settings.get(&["base_url"]).is_some() && settings.keys().all(is_known)
}
