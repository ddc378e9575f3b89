//! The namespaces of elements and attributes, as the tags around them declare them. Knows names, and nothing of what they do.

use std::collections::BTreeMap;

use crate::assets::xml::Attribute;

/// What browsers do with the names of a namespace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Namespace {
    /// None at all, or a prefix that is not declared.
    None,
    Svg,
    Html,
    Math,
    Xlink,
    /// `xml:`
    Xml,
    /// `xmlns:`, and `xmlns` itself.
    Declaration,
    /// Browsers, or some, act on it.
    Active,
    /// Of the program that made the drawing: browsers do nothing with it.
    Inert,
}

impl Namespace {
    fn of(uri: &str) -> Self {
        match uri {
            "" => Self::None,
            "http://www.w3.org/2000/svg" => Self::Svg,
            "http://www.w3.org/1999/xhtml" => Self::Html,
            "http://www.w3.org/1999/xlink" => Self::Xlink,
            "http://www.w3.org/XML/1998/namespace" => Self::Xml,
            "http://www.w3.org/1998/Math/MathML" => Self::Math,
            "http://www.w3.org/1999/XSL/Transform"
            | "http://www.w3.org/2001/XInclude"
            | "http://www.w3.org/2001/xml-events"
            | "http://www.mozilla.org/xbl"
            | "http://www.w3.org/ns/xbl"
            | "http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul"
            | "http://www.w3.org/2000/xmlns/" => Self::Active,
            _ => Self::Inert,
        }
    }
}

/// What the tags that are open declare.
#[derive(Debug, Default)]
pub(super) struct Scopes<'t> {
    /// For each prefix, the innermost last.
    declared: BTreeMap<&'t str, Vec<Namespace>>,
    /// For each open tag, the prefixes that it declares.
    open: Vec<Vec<&'t str>>,
}

impl<'t> Scopes<'t> {
    pub(super) fn open(&mut self, attributes: &[Attribute<'t>]) {
        let mut prefixes = Vec::new();
        for attribute in attributes {
            let prefix = match attribute.name {
                "xmlns" => "",
                name => match name.strip_prefix("xmlns:") {
                    Some(prefix) => prefix,
                    None => continue,
                },
            };
            self.declared.entry(prefix).or_default().push(Namespace::of(&attribute.value));
            prefixes.push(prefix);
        }
        self.open.push(prefixes);
    }

    pub(super) fn close(&mut self) {
        for prefix in self.open.pop().unwrap_or_default() {
            if let Some(declared) = self.declared.get_mut(prefix) {
                declared.pop();
            }
        }
    }

    /// The namespace of an element, and its name there.
    pub(super) fn element(&self, name: &'t str) -> (Namespace, &'t str) {
        match name.split_once(':') {
            None => (self.declared(""), name),
            Some((prefix, local)) => (self.of_prefix(prefix), local),
        }
    }

    /// The same of an attribute: without a prefix it is in none.
    pub(super) fn attribute(&self, name: &'t str) -> (Namespace, &'t str) {
        match name.split_once(':') {
            None if name == "xmlns" => (Namespace::Declaration, name),
            None => (Namespace::None, name),
            Some((prefix, local)) => (self.of_prefix(prefix), local),
        }
    }

    fn of_prefix(&self, prefix: &str) -> Namespace {
        match prefix {
            "xml" => Namespace::Xml,
            "xmlns" => Namespace::Declaration,
            _ => self.declared(prefix),
        }
    }

    fn declared(&self, prefix: &str) -> Namespace {
        self.declared.get(prefix).and_then(|declared| declared.last()).copied().unwrap_or(Namespace::None)
    }
}
