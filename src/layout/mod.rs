//! What each file of the input is: which site's, in which locale, article or not, by the files of the generator it was made
//! for. Reads no article.

mod arrangement;
mod bundles;
mod configured;
mod docset;
mod docusaurus;
mod excluded;
mod folders;
mod generators;
mod hugo;
mod hugo_cascade;
mod hugo_settings;
mod index_files;
mod javascript;
mod jekyll;
mod learn;
mod literal;
mod mkdocs;
mod name;
mod naming;
mod options;
mod placed;
mod publishing;
mod settings;
mod snippets;
mod spelling;
mod starlight;
mod suffix;
mod survey;
#[cfg(test)]
mod surveyed;
#[cfg(test)]
mod tests;
mod vitepress;
mod yaml;
mod zola;

pub use docset::{Docset, DocsetKind};
pub(crate) use docset::{LocaleFrom, MarkdownAs, Standing, join, owner, strip_folder};
pub(crate) use hugo_cascade::CascadedDrafts;
pub use name::LayoutName;
pub use options::LayoutOptions;
pub(crate) use placed::{Layout, Placed, Role};
pub use placed::{NamedSource, NotPlaced};
pub(crate) use publishing::{REDIRECTS, parse_redirects};
pub(crate) use survey::survey;
