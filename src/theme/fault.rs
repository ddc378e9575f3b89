//! What is wrong with a template, in words for its author: the place, what was meant perhaps, and what there is instead.
//! Fixes nothing.

use std::fmt::Write as _;

use tera::{Error, ErrorKind};

use super::templates::{FALLBACK, TemplateText};

/// Edits at the most between what was written and what is offered.
const MAX_DISTANCE: usize = 3;

/// Tera's own filters, tests and functions; it does not list them itself.
pub(super) const FILTERS: &str = "abs capitalize default escape escape_html escape_xml first float get group_by indent int join keys \
                       last length lower newlines_to_br nth pairs pluralize replace reverse round safe sort split str \
                       title trim trim_end trim_start truncate unique upper values wordcount";
pub(super) const TESTS: &str = "array bool containing defined divisible_by ending_with even float integer iterable map none number \
                     odd starting_with string undefined";
const FUNCTIONS: &str = "range t t_html throw";

/// Longer lists of names are left out where there is other help.
const MANY: usize = 40;

/// What pages bring to templates.
const CONTEXT: [&str; 9] =
    ["lang", "messages", "site", "page", "home", "list", "article", "open", "redirect"];

/// The error in words. `theme` is the name of the project's theme, `templates` are all of a theme that does not load; at
/// rendering they are not needed. `page` is the page that was being rendered.
pub(super) fn describe(error: &Error, theme: &str, templates: &[TemplateText], page: Option<&str>) -> String {
    if let ErrorKind::MissingParent { current, parent } = error.kind() {
        return orphan(theme, templates, current, parent);
    }
    // Tera prints each error, and each note where it was called from, as a paragraph: what, where, the line, a mark.
    let shown = error.to_string();
    let mut paragraphs = Vec::new();
    for paragraph in shown.split("\n\n") {
        let (what, rest) = match paragraph.find("--> ") {
            Some(arrow) => paragraph.split_at(paragraph[..arrow].rfind('\n').map_or(0, |end| end + 1)),
            None => (paragraph, ""),
        };
        paragraphs.push(match (what.strip_prefix("error: "), paragraph.strip_prefix("note: called from ")) {
            (Some(what), _) => fault(what.trim_end(), rest, theme, templates, page),
            (None, Some(place)) => format!("note: called from {}", file(theme, place)),
            (None, None) => paragraph.to_owned(),
        });
    }
    paragraphs.join("\n\n")
}

/// One error: what it is, `rest` the place and the line with its mark.
fn fault(what: &str, rest: &str, theme: &str, templates: &[TemplateText], page: Option<&str>) -> String {
    let (says, available) = what.split_once(" Available ").unwrap_or((what, ""));
    let (indent, place) = rest.split_once("--> ").unwrap_or(("", rest));
    let mut text = format!("{}\n{indent}--> {}", lower(says.trim_end_matches('.')), file(theme, place));
    for help in helps(says, available, templates) {
        let _ = write!(text, "\n{indent} = {help}");
    }
    if let Some(page) = page {
        let _ = write!(text, "\n{indent} = {page}");
    }
    text
}

/// A template that extends one that is not there: Tera does not say where.
fn orphan(theme: &str, templates: &[TemplateText], current: &str, parent: &str) -> String {
    let text = templates.iter().find(|(name, _)| name == current).map_or("", |(_, text)| text);
    let found = text.lines().enumerate().find(|(_, line)| line.contains(parent));
    let (number, line) = found.map_or((1, ""), |(at, line)| (at + 1, line));
    let indent = " ".repeat(number.to_string().len());
    let rest = format!("{indent}--> {current}:{number}\n{indent} |\n{number} | {line}");
    fault(&format!("Unknown template `{parent}`"), &rest, theme, templates, None)
}

/// The file of a template in the project; what follows the name stays.
fn file(theme: &str, place: &str) -> String {
    match place.strip_prefix(FALLBACK) {
        Some(place) => format!("default theme: templates/{place}"),
        None => format!("themes/{theme}/templates/{place}"),
    }
}

/// What to do about it.
fn helps(says: &str, available: &str, templates: &[TemplateText]) -> Vec<String> {
    let written = says.split('`').nth(1).unwrap_or_default();
    let (kind, names): (&str, Vec<&str>) = match says.split(' ').next() {
        Some("Unknown") => known(says, templates),
        Some("Block") => ("blocks", blocks(templates)),
        _ => match available.split_once(": ") {
            Some((kind, names)) => (kind, names.split(", ").collect()),
            None => ("", Vec::new()),
        },
    };
    let mut helps = Vec::new();
    helps.extend(nearest(written, &names).map(|name| format!("help: did you mean `{name}`?")));
    if helps.is_empty() {
        helps.extend(advice(says, written, available));
    }
    // All messages are too many to look through, where the one that was meant is known.
    if !names.is_empty() && (helps.is_empty() || names.len() <= MANY) {
        helps.push(format!("{kind} here: {}", names.join(", ")));
    }
    helps
}

fn advice(says: &str, written: &str, available: &str) -> Option<String> {
    // Outside components these are there always.
    let is_component = !["lang", "page", "site"].iter().all(|name| available.contains(name));
    let help = if says.starts_with("Variable") && CONTEXT.contains(&written) && is_component {
        format!("a component only sees its own arguments; declare `@{written}` among them")
    } else if says.starts_with("Variable") && CONTEXT.contains(&written) {
        format!("not every page has `{written}`; check first with `{{% if {written} is defined %}}`")
    } else if says.starts_with("Field") && available.is_empty() {
        format!(
            "what comes before it has no fields on this page; check first with `{{% if %}}`, or write `?.{written}`"
        )
    } else if says.starts_with("Iteration not possible") {
        "`{% for %}` takes lists; if there may be none, check first with `{% if %}`".to_owned()
    } else if says.contains("(type: `undefined`)") {
        "what it is given does not exist: check the name for typos".to_owned()
    } else if says.starts_with("Unexpected end of input") {
        "something is not closed: `{% if %}` needs `{% endif %}`, `{{` needs `}}`, and so on".to_owned()
    } else {
        return None;
    };
    Some(format!("help: {help}"))
}

/// The names that an unknown one may have meant.
fn known<'a>(says: &str, templates: &'a [TemplateText]) -> (&'static str, Vec<&'a str>) {
    match says.split(' ').nth(1) {
        Some("filter") => ("filters", FILTERS.split_whitespace().collect()),
        Some("test") => ("tests", TESTS.split_whitespace().collect()),
        Some("function") => ("functions", FUNCTIONS.split_whitespace().collect()),
        Some("component") => ("components", named(templates, "component")),
        Some("template") => {
            // The built-in ones can be named with and without their prefix.
            let is_whole = says.contains('/');
            let shown =
                |name: &'a str| if is_whole { name } else { name.strip_prefix(FALLBACK).unwrap_or(name) };
            let mut names: Vec<&str> = templates.iter().map(|(name, _)| shown(name)).collect();
            names.sort_unstable();
            names.dedup();
            ("templates", names)
        }
        _ => ("", Vec::new()),
    }
}

fn blocks(templates: &[TemplateText]) -> Vec<&str> {
    named(templates, "block")
}

/// The names in `{% tag name … %}`, sorted, each once.
fn named<'a>(templates: &'a [TemplateText], tag: &str) -> Vec<&'a str> {
    let mut names = Vec::new();
    for (_, text) in templates.iter().filter(|(name, _)| tag != "block" || name.ends_with("base.html")) {
        for after in text.split("{%").skip(1) {
            let after = after.trim_start_matches('-').trim_start();
            let name = after.strip_prefix(tag).filter(|after| after.starts_with(' ')).map(str::trim_start);
            let end = |name: &str| name.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.'));
            names.extend(name.map(|name| &name[..end(name).unwrap_or(name.len())]));
        }
    }
    names.sort_unstable();
    names.dedup();
    names
}

fn nearest<'n>(written: &str, names: &[&'n str]) -> Option<&'n str> {
    let letters = written.chars().count();
    let allowed = MAX_DISTANCE.min(letters.div_ceil(3));
    let near = |name: &&'n str| {
        let is_alike = name.chars().count().abs_diff(letters) <= allowed;
        let edits = if is_alike { strsim::osa_distance(written, name) } else { usize::MAX };
        (edits <= allowed).then_some((edits, *name))
    };
    names.iter().filter_map(near).min_by_key(|(edits, _)| *edits).map(|(_, name)| name)
}

/// The text as the rest of a sentence.
fn lower(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or_else(String::new, |first| format!("{}{}", first.to_ascii_lowercase(), characters.as_str()))
}
