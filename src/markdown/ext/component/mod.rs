//! Components of MDX and Vue: which are open, and what names stand for. What each becomes is written in `write`.

mod meaning;
mod tag;
mod write;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::tab::Tabs;
use crate::diagnostic::Span;
use crate::markdown::builder::{DocumentBuilder, FrameRef};
use crate::markdown::document::Include;
use crate::markdown::part::IncludeForm;
use crate::markdown::part::Part;
use crate::markdown::syntax::{Defined, TagForm, definitions, labels, literal};
use meaning::{Meaning, meaning};
pub(in crate::markdown) use tag::{Component, Position, Said};
pub(in crate::markdown) use write::paragraph;

/// Components that are open at once; deeper ones end with the block that they stand in.
const MAX_OPEN: usize = 200;

#[derive(Debug, Default)]
pub(in crate::markdown) struct Components {
    /// What statements have given a name to.
    names: BTreeMap<Box<str>, Named>,
    open: Vec<Open>,
    /// Names with small letters of those that have begun.
    begun: BTreeSet<Box<str>>,
}

#[derive(Debug)]
enum Named {
    File(Box<str>, Span),
    Text(Box<str>),
}

#[derive(Debug)]
struct Open {
    name: Box<str>,
    frame: FrameRef,
    /// The group of tabs that it is.
    group: Option<Group>,
}

/// A group of tabs.
#[derive(Debug)]
struct Group {
    number: u32,
    /// What its tabs are called that say only what they stand for.
    labels: BTreeMap<Box<str>, Box<str>>,
}

impl Components {
    /// Takes what statements give names to; `start` is their place in the file.
    pub(in crate::markdown) fn define(&mut self, statements: &str, start: usize) {
        for definition in definitions(statements) {
            let named = match definition.value {
                Defined::File(path, range) => {
                    Named::File(path.into(), Span::new(start + range.start, start + range.end))
                }
                Defined::Text(text) => Named::Text(text.into()),
            };
            self.names.insert(definition.name.into(), named);
        }
    }

    /// What an expression shows as text, if it is known.
    pub(in crate::markdown) fn shown<'e>(&self, expression: &'e str) -> Option<Cow<'e, str>> {
        literal(expression).or_else(|| match self.names.get(expression.trim())? {
            Named::Text(text) => Some(Cow::Owned(text.to_string())),
            Named::File(..) => None,
        })
    }

    /// The path that an expression stands for.
    pub(in crate::markdown) fn path<'e>(&self, expression: &'e str) -> Option<Cow<'e, str>> {
        let expression = expression.trim();
        for function in ["require(", "useBaseUrl("] {
            if let Some(rest) = expression.strip_prefix(function) {
                return literal(rest.get(..rest.find(')')?)?).map(own);
            }
        }
        match self.names.get(expression.strip_suffix(".src").unwrap_or(expression)) {
            Some(Named::File(path, _)) => Some(own(Cow::Owned(path.to_string()))),
            Some(Named::Text(text)) => Some(Cow::Owned(text.to_string())),
            None => literal(expression),
        }
    }

    /// Begins a component, or writes one that is empty.
    pub(in crate::markdown) fn start(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
        tabs: &mut Tabs,
        component: &Component<'_>,
    ) {
        let name = component.name;
        if name.starts_with(|first: char| first.is_ascii_lowercase()) {
            self.begun.insert(name.into());
        }
        if self.include(builder, component) {
            return;
        }
        let meaning = meaning(name);
        let (frame, group) = match meaning {
            Meaning::Tabs => match tabs.open_group_of_components(builder) {
                Some((frame, number)) => {
                    let labels = labels(component.value("values").unwrap_or(""));
                    let labels = labels.into_iter().map(|(value, label)| (value.into(), label.into()));
                    (Some(frame), Some(Group { number, labels: labels.collect() }))
                }
                None => (None, None),
            },
            Meaning::Tab => {
                let group = self.group(builder);
                let label =
                    group.zip(component.value("value")).and_then(|(group, value)| group.labels.get(value));
                let number = group.map(|group| group.number);
                (write::tab(builder, component, number, label.map(|label| &**label)), None)
            }
            _ => (write::start(builder, component, meaning), None),
        };
        if component.form == TagForm::Empty {
            builder.close(frame);
        } else if let Some(frame) = frame {
            self.push(builder, Open { name: name.into(), frame, group });
        }
    }

    fn push(&mut self, builder: &DocumentBuilder<'_>, open: Open) {
        if self.open.len() >= MAX_OPEN {
            self.open.retain(|open| builder.is_open(open.frame));
        }
        if self.open.len() < MAX_OPEN {
            self.open.push(open);
        }
    }

    /// Ends the innermost component of a name. False: it is none of those that have begun.
    pub(in crate::markdown) fn end(&mut self, builder: &mut DocumentBuilder<'_>, name: &str) -> bool {
        if let Some(index) = self.open.iter().rposition(|open| *open.name == *name) {
            let frame = self.open[index].frame;
            self.open.truncate(index);
            if builder.is_open(frame) && !builder.is_in_line(frame) {
                builder.end_leaf();
            }
            builder.close(Some(frame));
        }
        !name.starts_with(|first: char| first.is_ascii_lowercase()) || self.begun.contains(name)
    }

    /// Whether what is open of a name is open on the page too.
    pub(in crate::markdown) fn is_open(&self, builder: &DocumentBuilder<'_>, name: &str) -> bool {
        self.open.iter().any(|open| *open.name == *name && builder.is_open(open.frame))
    }

    /// The group of tabs that is being read.
    fn group(&self, builder: &DocumentBuilder<'_>) -> Option<&Group> {
        let open = self.open.iter().rev().find(|open| builder.is_open(open.frame))?;
        open.group.as_ref()
    }

    /// Includes the file of Markdown that a component was imported from. False: it was not.
    fn include(&self, builder: &mut DocumentBuilder<'_>, component: &Component<'_>) -> bool {
        let Some(Named::File(path, place)) = self.names.get(component.name) else { return false };
        // What other paths stand for is said in programs.
        let is_near = path.starts_with("./") || path.starts_with("../");
        if !is_near || ![".md", ".mdx"].iter().any(|extension| path.ends_with(extension)) {
            return false;
        }
        let form = match component.position {
            Position::Block => IncludeForm::Block,
            Position::Line => IncludeForm::Inline,
        };
        let (path, span) = (path.clone(), component.span);
        builder.include_file(Include {
            index: 0,
            path,
            part: Part::default(),
            span,
            path_span: *place,
            form,
        });
        true
    }
}

/// A path of Docusaurus as it is on the site.
fn own(path: Cow<'_, str>) -> Cow<'_, str> {
    match path.strip_prefix("@site/static/") {
        Some(rest) => Cow::Owned(format!("/{rest}")),
        None => path,
    }
}
