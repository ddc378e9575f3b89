//! The generators whose repositories are read as they are, in the order of precedence. Decides nothing itself.

use super::arrangement::Generator;
use super::docset::Docset;
use super::name::LayoutName;
use super::placed::Placement;
use super::{docusaurus, folders, hugo, jekyll, learn, mkdocs, starlight, vitepress, zola};

/// Of two that mark one folder, the first counts.
pub(super) const GENERATORS: &[Generator] = &[
    learn::LEARN,
    hugo::HUGO,
    zola::ZOLA,
    docusaurus::DOCUSAURUS,
    starlight::STARLIGHT,
    vitepress::VITEPRESS,
    vitepress::VUEPRESS,
    mkdocs::MKDOCS,
    jekyll::JEKYLL,
];

/// How files of a layout are placed.
pub(super) fn generator(layout: LayoutName) -> fn(&Docset, &str) -> Placement {
    let known = GENERATORS.iter().find(|generator| generator.name == layout);
    known.map_or(folders::place, |generator| generator.place)
}
