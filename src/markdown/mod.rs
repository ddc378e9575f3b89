//! Markdown text becomes a `Document`, a `Document` becomes HTML. Knows no site: what a link means, what a
//! message says and what an include holds are asked of a [`Host`].

mod budget;
mod builder;
mod code;
mod document;
mod element;
mod entities;
pub(crate) mod escape;
mod ext;
mod fence;
mod host;
mod html;
mod inline;
mod markup;
mod parse;
mod part;
mod part_in_text;
mod sanitise;
pub mod slug;
mod syntax;
pub(crate) mod visible;
mod wide;

#[cfg(test)]
mod tests;

pub(crate) use budget::IncludeBudget;
pub use document::{
    Anchor, Block, BlockKind, Code, Definition, Document, Flaw, FlawKind, Heading, HeadingKind, Image,
    Include, LineMark, Link, Lookup, MarkedLines, Placement, ShownOf, Stray, StrayKind, is_question,
};
pub use host::{CodeToken, HeadingId, Host, ImageHtml, LanguageHtml, LinkHtml};
pub(crate) use inline::{
    Inline, InlineCode, InlineForm, InlineKind, InlineRole, InlineText, References, inline, raw_html,
};
pub use part::{IncludeForm, Part};
pub use sanitise::may_be_allowed;
pub(crate) use sanitise::{unsafe_image_scheme, unsafe_scheme};
pub(crate) use syntax::is_admonition;
pub use syntax::{Dialect, ForeignSyntax, Form, ShortcodeElement, Shortcodes, Syntax};
