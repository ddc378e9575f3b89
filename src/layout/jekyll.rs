//! Sites of Jekyll: pages anywhere, those of a locale in its folder. Reads `_config.yml` and paths.

use crate::locale::Locale;
use crate::sources::is_markdown;

use super::arrangement::{Arrangement, Generator, Input};
use super::docset::Docset;
use super::name::LayoutName;
use super::placed::{NamedSource, NotPlaced, Placement, Role};
use super::settings::Settings;

pub(super) const JEKYLL: Generator = Generator { name: LayoutName::Jekyll, recognise, place };

const FILES: &[&str] = &["_config.yml", "_config.yaml"];

fn recognise(input: &Input<'_>) -> Vec<Arrangement> {
    let sites = input.named(FILES).filter_map(|(root, path)| {
        let mut arrangement = Arrangement::new(LayoutName::Jekyll, root);
        match Settings::read(path, &input.text(path)?) {
            Ok(settings) => {
                let tag = settings.text(&["lang"]).or_else(|| settings.text(&["default_lang"]));
                let locale = tag.and_then(|tag| Locale::parse(tag).ok());
                arrangement.source = locale.map(|locale| NamedSource { locale, by: path.clone() });
            }
            Err(reason) => arrangement.unreadable.push((path.clone(), reason)),
        }
        let source = arrangement.source.as_ref().map(|source| source.locale.clone());
        arrangement.add_locales_and_root(input, root, source);
        Some(arrangement)
    });
    sites.collect()
}

/// Folders that begin with `_` hold collections, layouts and parts.
fn place(_: &Docset, below: &str) -> Placement {
    let folder = below.split('/').rev().skip(1).find(|step| step.starts_with('_'));
    match folder {
        Some("_includes" | "_layouts" | "_sass" | "_data") => Placement::NotRead(NotPlaced::Template),
        Some(_) => Placement::NotRead(NotPlaced::Collection),
        None if is_markdown(below) => Placement::As(Role::Article),
        None => Placement::Configuration,
    }
}
