//! A Markdown text as CommonMark reads it. What a generator writes beside CommonMark becomes marks, each a block of its own
//! or a part of a line, and `SourceMap` knows where everything was. Decides nothing about what a mark becomes.

mod abbreviations;
mod alerts;
mod attribute_list;
mod colons;
mod components;
mod contents;
mod dialect;
mod expression;
mod fence;
pub(super) mod foreign;
mod indented;
mod inside_html;
mod javascript;
mod jsx;
mod kramdown;
mod lay_out;
mod learn;
mod line;
mod map;
mod margin;
mod mark;
mod mdx;
mod piece;
mod readers;
mod shortcodes;
mod slashes;
mod snippets;
mod steps;

pub(crate) use alerts::is_admonition;
pub(super) use alerts::named as alert_named;
pub(super) use alerts::of_class;
pub(super) use attribute_list::{AttributeList, Braces, read as read_attribute_list};
pub(super) use components::is_component;
pub use dialect::{Dialect, Form, Syntax};
pub(super) use expression::{Defined, definitions, literal};
pub use foreign::ForeignSyntax;
pub(super) use javascript::braces;
pub(super) use jsx::{Tag, TagForm, Value};
pub(super) use lay_out::lay_out;
pub(super) use learn::read_directive;
pub(super) use map::SourceMap;
pub(super) use mark::{Alert, Block, Caption, DirectiveRole, Ending, LINE, MarkKind, Openness, SHORTCODE};
pub(super) use piece::{Address, Picture, Piece};
pub(super) use shortcodes::Known;
pub use shortcodes::{ShortcodeElement, Shortcodes};
