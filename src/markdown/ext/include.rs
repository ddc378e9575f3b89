//! `[!INCLUDE [title](path)]`, in any case, with or without the inner space: alone in a paragraph it stands for the
//! included blocks, in a sentence for the content of the first paragraph. Also writes what `syntax` reads of other generators.

use std::ops::Range;

use super::attributes::skip_space;
use super::code_group;
use super::tab::Tabs;
use crate::markdown::builder::{DocumentBuilder, Origin};
use crate::markdown::element::Element;
use crate::markdown::part::{IncludeForm, Part};
use crate::markdown::syntax::{CodePlace, Wanted};

/// An include in the source: where its path stands, and where it ends.
struct IncludeSyntax {
    path: Range<usize>,
    end: usize,
}

/// Longer ones are not read as includes, so that no text is searched over and over.
const MAX_LENGTH: usize = 4096;

fn read(source: &str, at: usize, limit: usize) -> Option<IncludeSyntax> {
    const START: &str = "[!include";
    let source = source.get(..source.floor_char_boundary(limit.min(at + MAX_LENGTH)))?;
    let start = source.get(at..at + START.len())?;
    if !start.eq_ignore_ascii_case(START) {
        return None;
    }
    let bracket = skip_space(source, at + START.len());
    let rest = source.get(bracket..)?.strip_prefix('[')?;
    let path = source.len() - rest.len() + rest.find("](")? + 2;
    let rest = source.get(path..)?;
    let close = path + rest.find(')')?;
    let end = skip_space(source, close + 1);
    source.get(end..)?.strip_prefix(']')?;
    let written = source.get(path..close)?;
    // A title may follow the path, as in links.
    let written = written.trim().split([' ', '\t', '\n']).next().unwrap_or("");
    let start = skip_space(source, path);
    let written = written.trim_start_matches('<').trim_end_matches('>');
    let start = start + usize::from(source.as_bytes().get(start) == Some(&b'<'));
    Some(IncludeSyntax { path: start..start + written.len(), end: end + 1 })
}

/// Takes a paragraph that is made of includes and nothing else: they are written as blocks. False: it is not.
pub(in crate::markdown) fn take_paragraph(builder: &mut DocumentBuilder<'_>, range: &Range<usize>) -> bool {
    let source = builder.source();
    let end = source.get(range.clone()).map_or(range.start, |text| range.start + text.trim_end().len());
    let mut found = Vec::new();
    let mut at = range.start;
    while at < end {
        let Some(include) = read(source, at, end) else { return false };
        let next = skip_space(source, include.end).max(include.end);
        found.push((at..include.end, include.path));
        at = next;
    }
    if found.is_empty() || !builder.place(Element::Div, Origin::Markdown) {
        return false;
    }
    for (whole, path) in found {
        builder.include(whole, path, Part::default(), IncludeForm::Block);
    }
    builder.take_until(end);
    true
}

/// Writes the blocks of the file whose path stands in a range, or its text as code, which is a tab where it stands in a group.
pub(in crate::markdown) fn write(
    builder: &mut DocumentBuilder<'_>,
    tabs: &mut Tabs,
    path: &Range<usize>,
    wanted: &Wanted<'_>,
) {
    let tab = wanted.name().and_then(|name| code_group::open_tab(builder, tabs, name, path));
    if builder.place(Element::Div, Origin::Markdown) {
        let place = if tab.is_some() { CodePlace::Tab } else { CodePlace::Alone };
        builder.include(path.clone(), path.clone(), wanted.part(), wanted.form(place));
    }
    builder.close(tab);
}

/// Takes an include in a sentence at `at`. False: there is none.
pub(in crate::markdown) fn take(builder: &mut DocumentBuilder<'_>, at: usize) -> bool {
    let limit = builder.leaf_limit().unwrap_or(builder.source().len());
    let Some(include) = read(builder.source(), at, limit) else { return false };
    if !builder.is_in_alt() && builder.phrasing_context() {
        builder.include(at..include.end, include.path, Part::default(), IncludeForm::Inline);
    }
    builder.take_until(include.end);
    true
}
