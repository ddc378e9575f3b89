//! Sites of VitePress and VuePress: the folder that holds `.vitepress/` or `.vuepress/`, with a folder for each locale but
//! that of the root. Reads literals of the configuration, and paths.

use crate::locale::Locale;
use crate::sources::is_markdown;

use super::arrangement::{Arrangement, Generator, Input};
use super::docset::{Docset, join};
use super::literal::Item;
use super::name::LayoutName;
use super::placed::{NamedSource, Placement, Role};

pub(super) const VITEPRESS: Generator =
    Generator { name: LayoutName::VitePress, recognise: |input| recognise(input, &VITE), place };

pub(super) const VUEPRESS: Generator =
    Generator { name: LayoutName::VuePress, recognise: |input| recognise(input, &VUE), place };

/// What differs between the two.
struct Kind {
    name: LayoutName,
    /// The folder that marks a site.
    marker: &'static str,
    /// Where its static files stand, from the folder of articles.
    statics: &'static str,
    /// The key of the root's locale in `locales`.
    root: &'static str,
}

const VITE: Kind =
    Kind { name: LayoutName::VitePress, marker: ".vitepress", statics: "public", root: "root" };
const VUE: Kind =
    Kind { name: LayoutName::VuePress, marker: ".vuepress", statics: ".vuepress/public", root: "/" };

fn recognise(input: &Input<'_>, kind: &Kind) -> Vec<Arrangement> {
    let mut sites = Vec::new();
    for root in input.folders_with(kind.marker) {
        let mut arrangement = Arrangement::new(kind.name, root);
        let configuration = input.texts_in(&join(root, kind.marker));
        let said = configuration.into_iter().find_map(|path| {
            let program = Item::parse(&input.text(path)?);
            let written = program.find(&["locales", kind.root, "lang"]).or_else(|| program.find(&["lang"]));
            let locale = Locale::parse(written?.text()?).ok()?;
            Some(NamedSource { locale, by: path.clone() })
        });
        arrangement.add_locales_and_root(input, root, said.as_ref().map(|said| said.locale.clone()));
        arrangement.source = said;
        arrangement.add_static(join(root, kind.statics));
        sites.push(arrangement);
    }
    sites
}

/// Every Markdown file is an article.
fn place(_: &Docset, below: &str) -> Placement {
    if is_markdown(below) { Placement::As(Role::Article) } else { Placement::Configuration }
}
