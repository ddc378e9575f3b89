//! What another generator would read, where it is text: recognised only to be reported, and only where it is hardly anything else.
//! Changes nothing.

use super::attribute_list::{self, Braces};
use super::line::{Line, Step};
use super::{abbreviations, alerts, colons, contents, indented, slashes};

/// Syntax of a generator that a text is not written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ForeignSyntax {
    /// `{{< name >}}` and `{{% name %}}`.
    HugoShortcode,
    /// `{{ name(key=value) }}`.
    ZolaShortcode,
    /// `{% name %}`.
    LiquidTag,
    /// `{{ site.name }}`.
    Variable,
    /// `!!! note`.
    Admonition,
    /// `??? note`.
    Details,
    /// `=== "Name"`.
    Tab,
    /// `/// note | Title`.
    SlashBlock,
    /// `:::note[Title]`.
    ColonBlock,
    /// `[[toc]]` and `[TOC]`.
    Contents,
    /// `{: .class }` and `{.class}`.
    AttributeList,
    /// `{::options /}`.
    KramdownExtension,
    /// `*[HTML]: Hyper Text`.
    Abbreviation,
    /// `--8<-- "file"`.
    Snippet,
    /// `<<< @/file`.
    CodeSnippet,
    /// `<!-- @include: file -->` that cannot be read where it stands, or as it is written. It is left out.
    Include,
    /// `import X from "y"`.
    Import,
    /// `[[Page]]`.
    WikiLink,
}

/// What is longer on a line is text, so that no text is searched over and over.
const MAX_LENGTH: usize = 1000;

/// Tags that are named so in Jekyll and GitBook; what they end with is `end` before the name.
const LIQUID: [&str; 29] = [
    "assign",
    "break",
    "capture",
    "case",
    "code",
    "comment",
    "content-ref",
    "cycle",
    "else",
    "elsif",
    "embed",
    "file",
    "for",
    "gist",
    "highlight",
    "hint",
    "if",
    "include",
    "include_relative",
    "link",
    "post_url",
    "raw",
    "seo",
    "step",
    "stepper",
    "tab",
    "tabs",
    "unless",
    "when",
];

/// What a line of text begins with, and the length of it.
pub(in crate::markdown) fn at_line(body: &str, start: usize) -> Option<(ForeignSyntax, usize)> {
    let first = *body.as_bytes().get(start)?;
    if !b"!?=/:[{*-<ie".contains(&first) {
        return None;
    }
    let line = Line::at(body, body.get(..start)?.trim_end_matches([' ', '\t']).len());
    let text = line.text();
    let kind = match first {
        b'!' | b'?' | b'=' => indented_block(&line)?,
        b'/' => slash_block(&line)?,
        b':' => colon_block(&line)?,
        b'[' => contents::read(&line).map(|_| ForeignSyntax::Contents)?,
        b'{' => attributes(text)?,
        b'*' => abbreviation(&line)?,
        b'-' => snippet(text)?,
        b'<' => code_snippet(text)?,
        b'i' | b'e' => import(text)?,
        _ => return None,
    };
    Some((kind, text.len()))
}

/// What stands at a place within a line, behind what stands `before` it, and the length of it.
pub(in crate::markdown) fn in_line(before: &str, text: &str) -> Option<(ForeignSyntax, usize)> {
    let text = text.get(..text.floor_char_boundary(MAX_LENGTH))?;
    let text = text.lines().next()?;
    if let Some(inside) = text.strip_prefix("{{") {
        return between_braces(inside).map(|(kind, length)| (kind, length + 2));
    }
    if let Some(inside) = text.strip_prefix("{%") {
        let end = inside.find("%}")?;
        return is_liquid(&inside[..end]).then_some((ForeignSyntax::LiquidTag, end + 4));
    }
    if let Some(inside) = text.strip_prefix("[[") {
        let end = inside.find("]]")?;
        let is_page = |name: &str| {
            let is_number = name.chars().all(|c| c.is_numeric() || c == '-' || c == ' ');
            name.starts_with(char::is_alphanumeric)
                && !name.contains(['[', ']', '(', '"', '=', ','])
                && !is_number
        };
        let is_link = is_page(&inside[..end]) && stands_alone(before, &inside[end + 2..]);
        return is_link.then_some((ForeignSyntax::WikiLink, end + 4));
    }
    None
}

/// Whether brackets are no part of an expression, of a type, or of keys that are pressed together.
fn stands_alone(before: &str, behind: &str) -> bool {
    let is_joined = before.trim_end().ends_with(['+', '='])
        || before.ends_with(|c: char| c.is_alphanumeric() || ")]$_".contains(c));
    let goes_on = behind.trim_start().starts_with('+')
        || behind.starts_with(['(', '[', ']', '$', '{'])
        || behind.starts_with("::");
    !is_joined && !goes_on
}

/// A list of attributes directly behind an element, and the length of it.
pub(in crate::markdown) fn behind_element(text: &str) -> Option<(ForeignSyntax, usize)> {
    let (_, length) = attribute_list::read(text, Braces::Both)?;
    Some((ForeignSyntax::AttributeList, length))
}

fn between_braces(inside: &str) -> Option<(ForeignSyntax, usize)> {
    for (start, end) in [("<", ">}}"), ("%", "%}}")] {
        if let Some(rest) = inside.strip_prefix(start) {
            let length = rest.find(end)?;
            let name = rest[..length].trim_start().trim_start_matches(['/', ' ']);
            let is_name = name.starts_with(|c: char| c.is_ascii_alphanumeric());
            return is_name.then_some((ForeignSyntax::HugoShortcode, 1 + length + end.len()));
        }
    }
    let end = inside.find("}}")?;
    let written = inside[..end].trim_matches(['-', ' ', '~']);
    let is_variable =
        ["$frontmatter.", "$page.", "$params.", "site.", "page.", ".Site.", ".Page.", ".Params."].iter().any(
            |name| {
                written
                    .strip_prefix(name)
                    .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
            },
        );
    if is_variable {
        return Some((ForeignSyntax::Variable, end + 2));
    }
    let (name, arguments) = written.strip_suffix(')')?.split_once('(')?;
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    (is_name && arguments.contains('=')).then_some((ForeignSyntax::ZolaShortcode, end + 2))
}

fn is_liquid(inside: &str) -> bool {
    let inside = inside.trim_matches(['-', ' ']);
    let name = inside.split([' ', '\t']).next().unwrap_or("");
    let known = name.strip_prefix("end").filter(|rest| !rest.is_empty()).unwrap_or(name);
    LIQUID.binary_search(&known).is_ok()
}

/// An admonition, details or a tab of MkDocs with the lines that belong to it.
fn indented_block(line: &Line<'_>) -> Option<ForeignSyntax> {
    indented::read(line)?;
    let mut next = unquoted(Line::at(line.body, line.next));
    if next.is_blank() {
        next = unquoted(Line::at(line.body, next.next));
    }
    // The space behind the marker of an item or a quote is none of the indentation.
    let indent = line.indent.saturating_sub(1);
    let has_content = !next.is_blank() && next.indent >= indent + 4;
    has_content.then(|| match line.text().as_bytes().first() {
        Some(b'!') => ForeignSyntax::Admonition,
        Some(b'?') => ForeignSyntax::Details,
        _ => ForeignSyntax::Tab,
    })
}

/// What a line is behind the signs of quotes.
fn unquoted(mut line: Line<'_>) -> Line<'_> {
    while line.text().starts_with('>') {
        line = line.quoted();
    }
    line
}

fn slash_block(line: &Line<'_>) -> Option<ForeignSyntax> {
    let is_open = matches!(slashes::read(line)?, Step::Open { .. });
    let rest = line.body.get(line.end..line.body.floor_char_boundary(line.end + 4 * MAX_LENGTH))?;
    (is_open && rest.lines().any(|line| line.trim_start_matches(['>', ' ', '\t']).starts_with("///")))
        .then_some(ForeignSyntax::SlashBlock)
}

fn colon_block(line: &Line<'_>) -> Option<ForeignSyntax> {
    colons::read(line)?;
    let name = line.text().trim_start_matches(':').trim_start();
    let length = name.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(name.len());
    let name = &name[..length];
    let is_known = alerts::is_admonition(name) || matches!(name, "code-group" | "tabs");
    is_known.then_some(ForeignSyntax::ColonBlock)
}

fn attributes(text: &str) -> Option<ForeignSyntax> {
    let is_extension =
        ["{::options ", "{::comment}", "{::nomarkdown}", "{:toc}"].iter().any(|name| text.starts_with(name));
    if is_extension {
        return Some(ForeignSyntax::KramdownExtension);
    }
    let (_, length) = attribute_list::read(text, Braces::Both)?;
    (length == text.len()).then_some(ForeignSyntax::AttributeList)
}

/// An abbreviation in capitals: a note may be written like one.
fn abbreviation(line: &Line<'_>) -> Option<ForeignSyntax> {
    abbreviations::read(line)?;
    let (name, _) = line.text().strip_prefix("*[")?.split_once(']')?;
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    let is_name = capitals > 1 && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '.'));
    is_name.then_some(ForeignSyntax::Abbreviation)
}

fn snippet(text: &str) -> Option<ForeignSyntax> {
    let rest = text.strip_prefix("--8<--")?;
    let is_snippet = rest.is_empty() || rest.starts_with(" \"") || rest.starts_with(" '");
    is_snippet.then_some(ForeignSyntax::Snippet)
}

fn code_snippet(text: &str) -> Option<ForeignSyntax> {
    let path = text.strip_prefix("<<<")?.trim_start();
    ["@/", "./", "../"].iter().any(|start| path.starts_with(start)).then_some(ForeignSyntax::CodeSnippet)
}

/// A statement of JavaScript that is the whole line.
fn import(text: &str) -> Option<ForeignSyntax> {
    let statement = text.strip_suffix(';').unwrap_or(text);
    let is_export = ["export const ", "export default ", "export function "]
        .iter()
        .any(|start| text.starts_with(start) && text.contains(['=', '{', '(']));
    let is_import = || {
        let (names, path) = statement.strip_prefix("import ")?.rsplit_once(" from ")?;
        let path = path.trim();
        let is_path = path.len() > 2
            && ['"', '\''].iter().any(|quote| path.starts_with(*quote) && path.ends_with(*quote))
            && !path.contains(' ');
        let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$'));
        let names = names.trim();
        let is_list = names.contains('{') && names.ends_with('}') || names.starts_with("* as ");
        (is_path && (is_name(names) || is_list)).then_some(())
    };
    (is_export || is_import().is_some()).then_some(ForeignSyntax::Import)
}
