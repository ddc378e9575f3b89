//! Sites of Starlight: `src/content/docs/`, with a folder for each locale but that of the root. Reads literals of
//! `astro.config.*`, and paths.

use crate::locale::Locale;
use crate::sources::is_markdown;

use super::arrangement::{Arrangement, Generator, Input};
use super::docset::{Docset, join};
use super::literal::Item;
use super::name::LayoutName;
use super::placed::{NamedSource, Placement, Role};

pub(super) const STARLIGHT: Generator = Generator { name: LayoutName::Starlight, recognise, place };

const ARTICLES: &str = "src/content/docs";

const FILES: &[&str] =
    &["astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.mts", "astro.config.cjs"];

fn recognise(input: &Input<'_>) -> Vec<Arrangement> {
    let mut sites = Vec::new();
    for root in input.folders_with(ARTICLES) {
        let mut arrangement = Arrangement::new(LayoutName::Starlight, root);
        let said = FILES.iter().find_map(|name| {
            let path = join(root, name);
            let program = Item::parse(&input.text(&path)?);
            let default = program.find(&["defaultLocale"]).and_then(Item::text).filter(|key| *key != "root");
            let root = || program.find(&["locales", "root", "lang"])?.text();
            let locale = Locale::parse(default.or_else(root)?).ok()?;
            Some(NamedSource { locale, by: path.into() })
        });
        let articles = join(root, ARTICLES);
        arrangement.add_locales_and_root(input, &articles, said.as_ref().map(|said| said.locale.clone()));
        arrangement.source = said;
        arrangement.add_static(join(root, "public"));
        sites.push(arrangement);
    }
    sites
}

/// Every Markdown file is an article.
fn place(_: &Docset, below: &str) -> Placement {
    if is_markdown(below) { Placement::As(Role::Article) } else { Placement::Configuration }
}
