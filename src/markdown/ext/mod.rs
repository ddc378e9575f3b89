//! What CommonMark does not know, one file an extension. An extension adds a method to the walk and a line here;
//! `parse` calls it at the event it belongs to.

pub(super) mod abbreviation;
pub(super) mod alert;
pub(super) mod anchor;
pub(super) mod attribute_list;
pub(super) mod attributes;
pub(super) mod block;
pub(super) mod bold;
pub(super) mod code_group;
pub(super) mod code_mark;
pub(super) mod component;
pub(super) mod definition;
pub(super) mod directive;
pub(super) mod emoji;
pub(super) mod footnote;
pub(super) mod image;
pub(super) mod include;
pub(super) mod lookup;
pub(super) mod no_loc;
pub(super) mod pymdown;
pub(super) mod shortcode;
pub(super) mod tab;
pub(super) mod task;
pub(super) mod video;
