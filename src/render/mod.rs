//! Catalog and theme become pages and files for machines. Pure: reads and writes no disk, judges nothing.

mod assets;
mod bundles;
mod feedback;
pub mod file;
mod frame;
mod host;
mod href;
mod json_ld;
mod links;
mod markdown_text;
mod notices;
mod options;
mod page;
mod plan;
mod prepare;
mod rendered_article;
mod robots;
mod site;
mod source_text;
mod translated;

pub use assets::used_assets;
pub use bundles::Bundles;
pub use href::LinkStyle;
pub(crate) use href::{base_path, encode_path};
pub use options::{Bilingual, Options, Search};
pub use page::{RenderedPage, page, pages};
pub use plan::{PageKey, path, plan};
pub use prepare::Prepared;
pub use site::Site;
