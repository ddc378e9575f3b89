//! Reads a message file entry by entry, and notes what each entry needs. Leaves out what would make the
//! resolver overflow or panic.

use std::collections::BTreeSet;
use std::sync::Arc;

use fluent::FluentResource;
use fluent_syntax::ast;

use super::file::{MAX_FILE_BYTES, MessageFile};
use super::place;
use super::problem::{MessageProblem, MessageProblemKind};
use crate::diagnostic::Span;

/// Braces and brackets opened in one entry. The parser and the resolver are recursive, and Fluent itself stops at
/// a hundred placeables.
pub(crate) const MAX_OPEN: usize = 200;

/// Digits of a number literal for which `f64` and the plural operands are exact.
const MAX_DIGITS: usize = 15;

/// One message or term.
pub(super) struct MessageEntry {
    /// Without the `-` of a term: in a Fluent bundle both live in one table.
    pub key: String,
    pub resource: FluentResource,
    pub definition: Definition,
}

/// What is known of a message or term, for comparison with other locales.
#[derive(Debug)]
pub(super) struct Definition {
    pub kind: DefinitionKind,
    pub layer: usize,
    /// The lowest layer that has the key.
    pub base: usize,
    pub path: Arc<str>,
    /// The key where it is defined.
    pub span: Span,
    pub variables: BTreeSet<String>,
    /// Keys of the messages it quotes; none once their variables are among its own.
    pub quotes: BTreeSet<String>,
    /// The variant keys of each choice by plural category.
    pub plurals: Vec<BTreeSet<String>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DefinitionKind {
    Message,
    Term,
}

/// What a file holds.
#[derive(Default)]
pub(super) struct MessageEntries {
    /// Those that can be used by themselves, in order.
    pub sound: Vec<MessageEntry>,
    /// Keys of the others, as far as they have one.
    pub unusable: Vec<String>,
}

/// The keys of the messages that a text defines, whether or not they can be used.
pub(crate) fn keys(text: &str) -> Vec<&str> {
    split(text).into_iter().filter_map(|(_, entry)| key(entry)).collect()
}

/// The messages and terms of a text, in an order of its own.
pub(crate) fn said(text: &str) -> Vec<String> {
    let entries = split(text).into_iter().map(|(_, entry)| entry.replace("\r\n", "\n").trim().to_owned());
    let mut entries: Vec<String> = entries.collect();
    entries.sort();
    entries
}

/// Reads a file.
pub(super) fn read(file: &MessageFile, layer: usize, problems: &mut Vec<MessageProblem>) -> MessageEntries {
    let mut report = |kind: MessageProblemKind, span: Span| {
        let (locale, path) = (file.locale.clone(), file.path.clone());
        problems.push(MessageProblem { kind, locale, layer, path, span });
    };
    if file.text.len() > MAX_FILE_BYTES {
        report(MessageProblemKind::TooLarge, Span::default());
        return MessageEntries::default();
    }
    let mut entries = MessageEntries::default();
    for (start, text) in split(&file.text) {
        if text.bytes().filter(|byte| matches!(byte, b'{' | b'(')).count() > MAX_OPEN {
            report(
                MessageProblemKind::Unsupported { what: "more than 200 brackets" },
                Span::new(start, start + 1),
            );
            entries.unusable.extend(key(text).map(str::to_owned));
            continue;
        }
        let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        for error in errors {
            let message = error.kind.to_string();
            let place = place::of_error(text, error.pos.start..error.pos.end);
            report(MessageProblemKind::Syntax { message }, place.shifted(start));
        }
        match examine(&resource, start, layer, &file.path) {
            Some(Ok((key, definition))) => entries.sound.push(MessageEntry { key, resource, definition }),
            Some(Err(Refused { what, span })) => {
                report(MessageProblemKind::Unsupported { what }, span);
                entries.unusable.extend(key(text).map(str::to_owned));
            }
            None => entries.unusable.extend(key(text).map(str::to_owned)),
        }
    }
    entries
}

/// The entries of a file with their offsets: each begins with a letter or `-` in the first column. Comments are
/// left out.
///
/// The parser alone is not enough: its recursion has to be bounded entry by entry.
pub(crate) fn split(text: &str) -> Vec<(usize, &str)> {
    let mut starts: Vec<(usize, bool)> = Vec::new();
    let mut offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    starts.push((offset, true));
    for line in text[offset..].split_inclusive('\n') {
        match line.as_bytes().first() {
            Some(b'#') => starts.push((offset, false)),
            Some(b'-' | b'a'..=b'z' | b'A'..=b'Z') => starts.push((offset, true)),
            _ => {}
        }
        offset += line.len();
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    let entries = starts.iter().zip(ends).filter(|((_, entry), _)| *entry);
    let entries = entries.map(|(&(start, _), end)| (start, &text[start..end]));
    entries.filter(|(_, entry)| !entry.trim().is_empty()).collect()
}

/// The key that an entry begins with; none of a term.
fn key(entry: &str) -> Option<&str> {
    let end = entry.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')?;
    let (key, rest) = entry.split_at(end);
    let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.trim_start().starts_with('=');
    is_key.then_some(key)
}

/// A message that must not reach the resolver.
struct Refused {
    what: &'static str,
    span: Span,
}

/// Key and definition of the one message or term in `resource`, which begins at `start` of its file; none where
/// the parser made nothing of it.
fn examine(
    resource: &FluentResource,
    start: usize,
    layer: usize,
    path: &Arc<str>,
) -> Option<Result<(String, Definition), Refused>> {
    let (id, kind, value, attributes) = resource.entries().find_map(|entry| match entry {
        ast::Entry::Message(message) => {
            Some((&message.id, DefinitionKind::Message, message.value.as_ref(), &message.attributes))
        }
        ast::Entry::Term(term) => Some((&term.id, DefinitionKind::Term, Some(&term.value), &term.attributes)),
        _ => None,
    })?;
    // The parser gives no positions, but its names are slices of the text it read.
    let at = start + (id.name.as_ptr() as usize).saturating_sub(resource.source().as_ptr() as usize);
    let span = Span::new(at, at + id.name.len());
    let mut definition = Definition {
        kind,
        layer,
        base: layer,
        path: path.clone(),
        span,
        variables: BTreeSet::new(),
        quotes: BTreeSet::new(),
        plurals: Vec::new(),
    };
    let mut patterns = value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value));
    Some(match patterns.try_for_each(|pattern| definition.pattern(pattern)) {
        Ok(()) => Ok((id.name.to_owned(), definition)),
        Err(what) => Err(Refused { what, span }),
    })
}

impl Definition {
    fn pattern(&mut self, pattern: &ast::Pattern<&str>) -> Result<(), &'static str> {
        pattern.elements.iter().try_for_each(|element| match element {
            ast::PatternElement::TextElement { .. } => Ok(()),
            ast::PatternElement::Placeable { expression: ast::Expression::Inline(inline) } => {
                self.inline(inline)
            }
            ast::PatternElement::Placeable { expression: ast::Expression::Select { selector, variants } } => {
                self.select(selector, variants)
            }
        })
    }

    fn select(
        &mut self,
        selector: &ast::InlineExpression<&str>,
        variants: &[ast::Variant<&str>],
    ) -> Result<(), &'static str> {
        use ast::InlineExpression::{NumberLiteral, StringLiteral};
        // Fluent's resolver counts on never having to name such a selector in an error.
        if matches!(selector, NumberLiteral { .. } | StringLiteral { .. }) {
            return Err("a constant as the selector");
        }
        self.inline(selector)?;
        let mut keys = BTreeSet::new();
        for variant in variants {
            match variant.key {
                ast::VariantKey::Identifier { name } => {
                    keys.insert(name.to_owned());
                }
                ast::VariantKey::NumberLiteral { value } => number(value)?,
            }
            self.pattern(&variant.value)?;
        }
        let cardinal = ["zero", "one", "two", "few", "many"].iter().any(|category| keys.contains(*category));
        if cardinal && !is_ordinal(selector) {
            self.plurals.push(keys);
        }
        Ok(())
    }

    fn inline(&mut self, inline: &ast::InlineExpression<&str>) -> Result<(), &'static str> {
        use ast::InlineExpression as Inline;
        match inline {
            Inline::StringLiteral { .. } => Ok(()),
            Inline::NumberLiteral { value } => number(value),
            Inline::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
                Ok(())
            }
            Inline::MessageReference { id, .. } => {
                self.quotes.insert(id.name.to_owned());
                Ok(())
            }
            Inline::TermReference { arguments, .. } => {
                arguments.as_ref().map_or(Ok(()), |arguments| self.arguments(arguments))
            }
            Inline::FunctionReference { arguments, .. } => self.arguments(arguments),
            // As with selectors, the resolver cannot name it in an error.
            Inline::Placeable { .. } => Err("braces directly inside braces"),
        }
    }

    fn arguments(&mut self, arguments: &ast::CallArguments<&str>) -> Result<(), &'static str> {
        let named = arguments.named.iter().map(|argument| &argument.value);
        arguments.positional.iter().chain(named).try_for_each(|argument| self.inline(argument))
    }
}

fn number(literal: &str) -> Result<(), &'static str> {
    if literal.len() > MAX_DIGITS { Err("a number of more than 15 digits") } else { Ok(()) }
}

/// `NUMBER($n, type: "ordinal")`
fn is_ordinal(selector: &ast::InlineExpression<&str>) -> bool {
    let ast::InlineExpression::FunctionReference { arguments, .. } = selector else { return false };
    arguments.named.iter().any(|argument| {
        argument.name.name == "type"
            && matches!(argument.value, ast::InlineExpression::StringLiteral { value: "ordinal" })
    })
}
