//! Sites of Zola: `content/`, in which `name.<language>.md` is a translation. Reads configuration and paths.

use serde_json::Value;

use crate::locale::Locale;
use crate::sources::is_markdown;

use super::arrangement::{Arrangement, Generator, Input};
use super::docset::{Docset, DocsetKind, Suffixes, join};
use super::name::LayoutName;
use super::placed::{NamedSource, Placement, Role};
use super::settings::Settings;

pub(super) const ZOLA: Generator = Generator { name: LayoutName::Zola, recognise, place };

const FILES: &[&str] = &["config.toml", "zola.toml"];

fn recognise(input: &Input<'_>) -> Vec<Arrangement> {
    let sites = input.named(FILES).filter_map(|(root, path)| {
        let settings = Settings::read(path, &input.text(path)?).ok()?;
        let is_zola = settings.get(&["base_url"]).is_some() || settings.get(&["default_language"]).is_some();
        is_zola.then_some(())?;
        let mut arrangement = Arrangement::new(LayoutName::Zola, root);
        let tag = settings.text(&["default_language"]).unwrap_or("en");
        let source = Locale::parse(tag).ok();
        let others = settings.get(&["languages"]).and_then(Value::as_object);
        let others: Vec<Locale> =
            others.into_iter().flatten().filter_map(|(key, _)| Locale::parse(key).ok()).collect();
        let docset = arrangement.add(join(root, "content"), source.clone());
        if !others.is_empty() {
            docset.kind = DocsetKind::Suffixed;
            docset.suffixes = Suffixes::These(others.into_iter().chain(source.clone()).collect());
        }
        arrangement.add_static(join(root, "static"));
        arrangement.source = source.map(|locale| NamedSource { locale, by: path.clone() });
        Some(arrangement)
    });
    sites.collect()
}

/// Every Markdown file is an article.
fn place(_: &Docset, below: &str) -> Placement {
    if is_markdown(below) { Placement::As(Role::Article) } else { Placement::Configuration }
}
