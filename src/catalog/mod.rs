//! What exists: articles × locales, their IDs and URLs, includes, assets, tables of contents, redirects, and where
//! links lead. Pure; judges nothing, prints nothing.

mod absent_source;
mod alias;
mod anchors;
mod asset_links;
mod build;
mod cascade;
mod claims;
mod contents;
mod dated;
mod encoding;
mod folder_settings;
mod fragments;
mod headings;
mod identify;
mod identity;
mod images;
mod includes;
mod index;
mod invisible;
mod keyed;
mod link;
mod link_names;
mod locales;
mod localised;
mod made;
mod made_pages;
mod marked_links;
mod merge_tocs;
mod model;
mod name_files;
mod names;
mod navigation;
mod nearest;
mod options;
mod outline;
mod own_url;
mod parts;
mod pieces;
mod placed_assets;
mod read;
mod read_folders;
mod read_parts;
mod redirect;
mod redirection_files;
mod redirects;
mod reference;
mod related;
mod resolve;
mod reuse;
mod robots_rule;
mod root_links;
mod site_nav;
mod slip;
mod slug;
mod toc;
mod toc_markdown;
mod unmade;
mod unread;
mod update;

pub use crate::indexed::{
    ArticleIndex, AssetIndex, DocsetIndex, IdentityIndex, Idx, IncludeIndex, IndexVec, LocaleIndex,
    RedirectIndex, SectionIndex, TocIndex,
};
pub use crate::layout::{Docset, DocsetKind, LayoutName, NamedSource, NotPlaced};
pub use crate::sources::{LinkFault, NotIncluded};
pub use alias::{Alias, AliasStart, NoAlias};
pub use contents::Catalog;
pub use encoding::{NotUtf8, decode};
pub use folder_settings::FolderSettings;
pub(crate) use identity::url_path;
pub use identity::{Conflict, UrlFlaw};
pub use images::Picture;
pub use invisible::{name as invisible_name, visible};
pub use link::{Base, Fragment, Invisible, Resolved, Spelling, Target};
pub(crate) use made_pages::{CUSTOM_ID_LIST, FEATURED, LIST_PAGE, custom_id_folder};
pub use model::{
    Article, CatalogAsset, CatalogLocale, File, HeadingName, Identity, LocaleOrigin, PathConflict, SitePlace,
    SourceCopy, Toc, Unreadable,
};
pub use name_files::{NameFile, NameFiles, said_by_names};
pub(crate) use names::Names;
pub use navigation::{Navigation, TocItem, TocPlace, TocSection};
pub use options::{Drafts, Options, Published, Robots, Scheme, Unprefixed, Untranslated};
pub use redirect::{Redirect, RedirectChain, RedirectChainEnd, RedirectTo};
pub(crate) use reference::generated;
pub(crate) use robots_rule::{forbids, may_be_indexed, written};
pub(crate) use slip::Name;
pub use toc::{TocFlaw, TocFlawKind, TocNode};
