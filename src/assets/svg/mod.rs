//! An SVG without what runs or loads. One that has nothing of the kind stays as it is, byte for byte. Draws nothing.
//!
//! What may stay is on lists; everything else is cut out of the text, and what is left is what was written. Nothing is cut by a
//! guess: a file that browsers would show as an error is refused, so that they read what is left as it was read here.

mod address;
mod css;
mod decode;
mod names;
mod scopes;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use super::content::{Cleaned, Content, Refusal, Removed};
use super::xml::{Attribute, Damage, Doctype, PieceKind, Tag, Xml};

pub(in crate::assets) use address::is_safe_link;
use address::plain_address;
pub(in crate::assets) use decode::Decoded;
use names::Fate;
use scopes::{Namespace, Scopes};

/// What the file holds, judged and cleaned.
pub(super) fn clean(bytes: &[u8]) -> Content {
    let decoded = match Decoded::new(bytes) {
        Ok(decoded) => decoded,
        Err(refusal) => return Content::Refused(refusal),
    };
    let text = decoded.text();
    let mut cleaner = Cleaner::new(text);
    if !decoded.is_faithful() {
        cleaner.declaration = Declaration::Wrong;
    }
    match cleaner.run() {
        Err(damage) => return Content::Refused(damage.refusal(text)),
        Ok(()) if !cleaner.has_root => return Content::Refused(Refusal::NoSvg),
        Ok(()) if cleaner.declaration == Declaration::Wrong => return Content::Refused(Refusal::Encoding),
        Ok(()) => {}
    }
    if cleaner.removed.is_empty() {
        return Content::Sound;
    }
    let bytes = cleaner.rest().into_bytes();
    let removed = cleaner.removed;
    Content::Cleaned(Arc::new(Cleaned { text: text.to_owned(), bytes, removed }))
}

/// An element that is open.
struct Open {
    fate: Fate,
    /// The text of a style sheet so far, and where it began.
    sheet: Option<Sheet>,
}

struct Sheet {
    css: String,
    start: usize,
    tag: Range<usize>,
    /// How many cuts came before it.
    cuts: usize,
}

struct Cleaner<'t> {
    text: &'t str,
    xml: Xml<'t>,
    scopes: Scopes<'t>,
    open: Vec<Open>,
    /// How many of the open elements are inside of one that is dropped, that one included.
    dropped: usize,
    has_root: bool,
    declaration: Declaration,
    /// What is cut out, in order, and what stands there instead.
    cuts: Vec<(Range<usize>, String)>,
    removed: Vec<Removed>,
}

/// What becomes of `<?xml … encoding="…"?>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Declaration {
    Kept,
    /// Its encoding is not the one that the text was read in.
    Wrong,
}

impl<'t> Cleaner<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            xml: Xml::new(text),
            scopes: Scopes::default(),
            open: Vec::new(),
            dropped: 0,
            has_root: false,
            declaration: Declaration::Kept,
            cuts: Vec::new(),
            removed: Vec::new(),
        }
    }

    fn run(&mut self) -> Result<(), Damage> {
        while let Some(piece) = self.xml.next()? {
            let at = piece.at;
            match piece.kind {
                PieceKind::Start(tag) => self.start(&tag, at),
                PieceKind::Empty(tag) => {
                    self.start(&tag, at.clone());
                    // Its end is in the same cut.
                    self.end(at.end..at.end);
                }
                PieceKind::End => self.end(at),
                PieceKind::Text(text) => {
                    if let Some(sheet) = self.open.last_mut().and_then(|open| open.sheet.as_mut()) {
                        sheet.css.push_str(&text);
                    }
                }
                PieceKind::Declaration if self.declaration == Declaration::Wrong => {
                    // Without one it is UTF-8, which is what is written.
                    self.declaration = Declaration::Kept;
                    self.remove("encoding", at);
                }
                PieceKind::Doctype(Doctype::Other) => {
                    let entities = self.xml.entities();
                    let is_any = !entities.is_empty();
                    let instead = if is_any { format!("<!DOCTYPE svg [{entities}]>") } else { String::new() };
                    self.replace("DOCTYPE", at, instead);
                }
                PieceKind::Instruction(target)
                    if self.dropped == 0 && target.eq_ignore_ascii_case("xml-stylesheet") =>
                {
                    self.remove("xml-stylesheet", at);
                }
                PieceKind::Declaration
                | PieceKind::Doctype(Doctype::Simple)
                | PieceKind::Instruction(_)
                | PieceKind::Comment => {}
            }
        }
        Ok(())
    }

    fn start(&mut self, tag: &Tag<'t>, at: Range<usize>) {
        self.scopes.open(&tag.attributes);
        if self.dropped > 0 {
            self.dropped += 1;
            return self.open.push(Open { fate: Fate::Dropped, sheet: None });
        }
        let (namespace, name) = self.scopes.element(tag.name);
        let is_root = self.open.is_empty();
        if is_root {
            self.has_root = namespace == Namespace::Svg && name == "svg";
        }
        let mut fate = match namespace {
            Namespace::Svg => names::svg_element(name),
            Namespace::Html => names::html_element(name),
            Namespace::Math => names::math_element(name),
            Namespace::Active => Fate::Unwrapped,
            _ => Fate::Kept,
        };
        let is_drawn = matches!(namespace, Namespace::Svg | Namespace::Html | Namespace::Math);
        if self.open.last().is_some_and(|open| open.sheet.is_some())
            || is_drawn && self.animates_more(tag, name)
        {
            fate = Fate::Dropped;
        }
        match fate {
            Fate::Kept if is_drawn => {
                for attribute in &tag.attributes {
                    self.attribute(namespace, name, attribute);
                }
            }
            Fate::Kept => {
                for attribute in &tag.attributes {
                    self.inert_attribute(attribute);
                }
            }
            Fate::Unwrapped => self.remove(tag.name, at.clone()),
            Fate::Dropped => {
                self.dropped = 1;
                // Its cut grows until its end.
                self.remove(tag.name, at.clone());
            }
        }
        let is_sheet = fate == Fate::Kept && is_drawn && name == "style";
        let sheet =
            is_sheet.then(|| Sheet { css: String::new(), start: at.end, tag: at, cuts: self.cuts.len() });
        self.open.push(Open { fate, sheet });
    }

    fn end(&mut self, at: Range<usize>) {
        self.scopes.close();
        let Some(open) = self.open.pop() else { return };
        if self.dropped > 0 {
            self.dropped -= 1;
            if self.dropped == 0
                && let Some((cut, _)) = self.cuts.last_mut()
            {
                cut.end = at.end;
            }
            return;
        }
        if let Some(sheet) = open.sheet {
            self.sheet(sheet, at.start);
        }
        if open.fate == Fate::Unwrapped && !at.is_empty() {
            self.cuts.push((at, String::new()));
        }
    }

    fn sheet(&mut self, sheet: Sheet, end: usize) {
        let (css, found) = css::clean(&sheet.css);
        if found.is_empty() {
            return;
        }
        self.cuts.truncate(sheet.cuts);
        self.cuts.push((sheet.start..end, escaped(&css)));
        let removed = found.into_iter().map(|what| Removed { what: what.to_owned(), at: sheet.tag.clone() });
        self.removed.extend(removed);
    }

    /// Whether the element animates an attribute that leads elsewhere or runs.
    fn animates_more(&self, tag: &Tag<'t>, name: &str) -> bool {
        if !matches!(name, "animate" | "animateColor" | "animateMotion" | "animateTransform" | "set") {
            return false;
        }
        let mut names = tag.attributes.iter().filter(|attribute| attribute.name.ends_with("attributeName"));
        names.any(|attribute| {
            let animated = attribute.value.trim().to_ascii_lowercase();
            let animated = animated.rsplit(':').next().unwrap_or("");
            animated.starts_with("on") || matches!(animated, "href" | "src" | "base" | "style")
        })
    }

    /// An attribute of an element that browsers draw.
    fn attribute(&mut self, of: Namespace, element: &str, attribute: &Attribute<'t>) {
        let (namespace, name) = self.scopes.attribute(attribute.name);
        let value = &*attribute.value;
        let stays = match namespace {
            Namespace::Declaration => true,
            Namespace::Inert => !matches!(name, "href" | "src"),
            Namespace::Active => false,
            Namespace::Xml => matches!(name, "space" | "lang" | "id"),
            _ if matches!(name, "href" | "src") => leads_within(element, name, value),
            Namespace::Xlink => matches!(name, "type" | "role" | "arcrole" | "title" | "show" | "actuate"),
            Namespace::None if name == "style" => return self.style(attribute),
            _ if names::is_attribute(name) => names::is_text(name) || css::clean(value).1.is_empty(),
            // HTML has too many that act.
            _ => of != Namespace::Html && names::is_unknown(name) && names_nothing(value),
        };
        if !stays {
            self.remove_attribute(attribute);
        }
    }

    /// An attribute of an element that browsers do nothing with. Some have followed links of any element, and a base counts for
    /// all that is inside.
    fn inert_attribute(&mut self, attribute: &Attribute<'t>) {
        let (namespace, name) = self.scopes.attribute(attribute.name);
        let is_bad = match namespace {
            Namespace::Active => true,
            Namespace::Xml => name == "base",
            _ => name == "href" && !is_safe_link(&attribute.value),
        };
        if is_bad {
            self.remove_attribute(attribute);
        }
    }

    fn style(&mut self, attribute: &Attribute<'t>) {
        let (css, found) = css::clean(&attribute.value);
        if found.is_empty() {
            return;
        }
        self.cuts.push((attribute.value_at.clone(), escaped(&css)));
        let at = attribute.shown();
        self.removed.extend(found.into_iter().map(|what| Removed { what: what.to_owned(), at: at.clone() }));
    }

    fn remove_attribute(&mut self, attribute: &Attribute<'t>) {
        self.cuts.push((attribute.at.clone(), String::new()));
        self.removed.push(Removed { what: attribute.name.to_owned(), at: attribute.shown() });
    }

    fn remove(&mut self, what: &str, at: Range<usize>) {
        self.replace(what, at, String::new());
    }

    fn replace(&mut self, what: &str, at: Range<usize>, instead: String) {
        self.cuts.push((at.clone(), instead));
        self.removed.push(Removed { what: what.to_owned(), at });
    }

    /// What is left.
    fn rest(&self) -> String {
        let mut rest = String::with_capacity(self.text.len());
        let mut done = 0;
        for (cut, instead) in &self.cuts {
            rest.push_str(self.text.get(done..cut.start).unwrap_or(""));
            rest.push_str(instead);
            done = cut.end;
        }
        rest.push_str(self.text.get(done..).unwrap_or(""));
        rest
    }
}

/// Whether an address is one that the element may have: a link may lead anywhere, a picture may be written out, everything else
/// is in the same file.
fn leads_within(element: &str, attribute: &str, address: &str) -> bool {
    let plain = plain_address(address);
    let is_place = plain.starts_with('#') || plain.is_empty();
    match (element, attribute) {
        ("a", "href") => is_safe_link(address),
        ("image" | "feImage", "href") | ("img", "src") => is_place || plain.starts_with("data:image/"),
        (_, "href") => is_place,
        _ => false,
    }
}

/// Whether a value of unknown meaning holds no address that loads or runs.
fn names_nothing(value: &str) -> bool {
    !plain_address(value).contains("script:") && css::clean(value).1.is_empty()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&apos;")
}
