//! Which extensions read the lines of which dialect: the list of them, and nothing else.

use super::attribute_list::{self, Braces};
use super::dialect::{Dialect, Form, Syntax};
use super::line::{Line, Step};
use super::{
    abbreviations, at_tabs, colons, contents, indented, inside_html, jekyll, kramdown, mdx, slashes,
    snippets, vue,
};

/// What reads the beginning of a line.
pub(super) type Reader = for<'t> fn(&Line<'t>) -> Option<Step<'t>>;

/// Those of a syntax.
#[derive(Clone, Copy)]
pub(super) struct Readers {
    pub(super) of_lines: &'static [Reader],
    /// Those that read what stands behind the marker of an item too: there the others are text to their generators.
    pub(super) of_items: &'static [Reader],
    /// What reads a line that begins code between fences: where that is not what is shown.
    pub(super) of_fences: Option<Reader>,
}

impl Readers {
    pub(super) fn of(syntax: Syntax) -> Self {
        Self { of_lines: of_lines(syntax), of_items: of_items(syntax), of_fences: of_fences(syntax) }
    }
}

fn of_items(syntax: Syntax) -> &'static [Reader] {
    match syntax.dialect {
        Dialect::Docusaurus | Dialect::Starlight if syntax.form == Form::Mdx => &[colons::read, mdx::read],
        _ if syntax.form == Form::Mdx => &[mdx::read],
        Dialect::Docusaurus | Dialect::Starlight => &[colons::read],
        Dialect::VitePress => &[colons::read, vue::read, contents::read],
        Dialect::VuePress => &[colons::read, vue::read, vue::read_code, contents::read],
        Dialect::MkDocs => &[indented::read, contents::read],
        _ => &[],
    }
}

/// The readers of a syntax, each for what it knows.
fn of_lines(syntax: Syntax) -> &'static [Reader] {
    match syntax.dialect {
        Dialect::Docusaurus | Dialect::Starlight if syntax.form == Form::Mdx => &[colons::read, mdx::read],
        _ if syntax.form == Form::Mdx => &[mdx::read],
        Dialect::Docusaurus | Dialect::Starlight => &[colons::read],
        Dialect::VitePress => &[colons::read, vue::read, contents::read, attributes_in_braces],
        Dialect::VuePress => &[colons::read, at_tabs::read, vue::read, vue::read_code, contents::read],
        Dialect::MkDocs => &[
            indented::read,
            slashes::read,
            snippets::read,
            contents::read,
            abbreviations::read,
            inside_html::read,
            attributes_of_either,
        ],
        Dialect::Jekyll => &[kramdown::read, jekyll::read, abbreviations::read, inside_html::read],
        Dialect::Hugo => &[attributes_in_braces],
        _ => &[],
    }
}

fn of_fences(syntax: Syntax) -> Option<Reader> {
    let reader: Reader = snippets::in_fence;
    (syntax.dialect == Dialect::MkDocs).then_some(reader)
}

fn attributes_in_braces<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    attribute_list::read_line(line, Braces::Plain)
}

fn attributes_of_either<'t>(line: &Line<'t>) -> Option<Step<'t>> {
    attribute_list::read_line(line, Braces::Both)
}
