//! A Markdown text as CommonMark reads it. What a generator writes beside CommonMark becomes marks, each a block of its own
//! or a part of a line, and `SourceMap` knows where everything was. Decides nothing about what a mark becomes.

mod alerts;
mod colons;
mod components;
mod contents;
mod dialect;
mod expression;
mod fence;
mod indented;
mod javascript;
mod jsx;
mod lay_out;
mod learn;
mod line;
mod map;
mod margin;
mod mark;
mod mdx;
mod piece;
mod shortcodes;
mod slashes;

pub(super) use alerts::named as alert_named;
pub(super) use components::is_component;
pub use dialect::{Dialect, Form, Syntax};
pub(super) use expression::{Defined, definitions, literal};
pub(super) use javascript::braces;
pub(super) use jsx::{Tag, TagForm, Value};
pub(super) use lay_out::lay_out;
pub(super) use learn::read_directive;
pub(super) use map::SourceMap;
pub(super) use mark::{Alert, Block, Caption, DirectiveRole, Ending, LINE, MarkKind, Openness, SHORTCODE};
pub(super) use piece::{Address, Picture, Piece};
pub(super) use shortcodes::Known;
pub use shortcodes::{ShortcodeElement, Shortcodes};
