//! The elements that are open at a place of a page, and what they mean for what stands in them. Builds no tree.

use super::tag::Tag;

/// Elements that are followed at the most; what is nested deeper is taken as it comes.
const MAX_DEPTH: usize = 512;

/// Elements that have no end tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Elements whose end tag may be left out.
const OPTIONAL: &[&str] = &[
    "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp", "rt",
    "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// Elements whose text no reader sees.
const SILENT: &[&str] = &["script", "style", "template", "noscript", "head", "title"];

/// The direction of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Dir {
    #[default]
    None,
    Ltr,
    Rtl,
    Auto,
}

impl Dir {
    fn of(written: &str) -> Option<Self> {
        match written.trim() {
            it if it.eq_ignore_ascii_case("ltr") => Some(Self::Ltr),
            it if it.eq_ignore_ascii_case("rtl") => Some(Self::Rtl),
            it if it.eq_ignore_ascii_case("auto") => Some(Self::Auto),
            _ => None,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
            Self::Auto => "auto",
        }
    }
}

/// The beginning of an element's name: enough to distinguish them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name([u8; 16]);

impl Name {
    pub(super) fn new(name: &[u8]) -> Self {
        let mut bytes = [0; 16];
        for (to, from) in bytes.iter_mut().zip(name) {
            *to = *from;
        }
        Self(bytes)
    }

    pub(super) fn text(&self) -> &str {
        let end = self.0.iter().position(|byte| *byte == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).unwrap_or("")
    }

    fn is_one_of(&self, names: &[&str]) -> bool {
        names.contains(&self.text())
    }
}

/// What an open element means for what stands in it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Inside {
    pub(super) dir: Dir,
    /// Readers do not see its text, or it is not a part of what the author wrote.
    pub(super) is_silent: bool,
    /// In an `svg` or `math` element, where tags may close themselves.
    is_foreign: bool,
}

/// The open elements.
#[derive(Debug, Default)]
pub(super) struct Nesting {
    open: Vec<(Name, Inside)>,
    /// Elements beyond [`MAX_DEPTH`].
    beyond: usize,
}

/// How an end tag fits what is open.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Closing {
    Fits,
    /// There is no such element to close.
    Nothing,
    /// It closes this element too, which needs an end tag of its own.
    Over(String),
}

impl Nesting {
    /// What the place is inside of.
    pub(super) fn inside(&self) -> Inside {
        self.open.last().map_or_else(Inside::default, |(_, inside)| *inside)
    }

    /// The innermost open element.
    pub(super) fn innermost(&self) -> &str {
        self.open.last().map_or("", |(name, _)| name.text())
    }

    /// Opens an element, unless it is one that nothing can stand in. Returns what is inside of it.
    pub(super) fn open(&mut self, tag: &Tag, is_self_closing: impl Fn() -> bool) -> Inside {
        let (name, mut inside) = (tag.name(), self.inside());
        inside.dir = tag.get("dir").and_then(Dir::of).unwrap_or(inside.dir);
        inside.is_foreign |= matches!(name, "svg" | "math");
        // The number of a footnote stands in the page only.
        inside.is_silent |= SILENT.contains(&name) || name == "sup" && tag.is("class", "footnote");
        if VOID.contains(&name) || inside.is_foreign && is_self_closing() {
            return inside;
        }
        if self.open.len() < MAX_DEPTH {
            self.open.push((Name::new(name.as_bytes()), inside));
        } else {
            self.beyond += 1;
        }
        inside
    }

    pub(super) fn close(&mut self, name: &[u8]) -> Closing {
        if self.beyond > 0 {
            self.beyond -= 1;
            return Closing::Fits;
        }
        let name = Name::new(name);
        let Some(at) = self.open.iter().rposition(|(open, _)| *open == name) else { return Closing::Nothing };
        let over = self.open.drain(at..).skip(1).find(|(open, _)| !open.is_one_of(OPTIONAL));
        over.map_or(Closing::Fits, |(open, _)| Closing::Over(open.text().to_owned()))
    }

    /// An element that is open at the end of the page and should not be.
    pub(super) fn left_open(&self) -> Option<&str> {
        self.open.iter().map(|(name, _)| name).find(|name| !name.is_one_of(OPTIONAL)).map(Name::text)
    }
}
