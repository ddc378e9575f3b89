//! Judges one message: whether Fluent can show it, whatever of its variants is chosen, with the values that are given to it.
//! Knows no locale, and formats nothing.

use std::collections::BTreeSet;

use fluent::FluentResource;
use fluent_syntax::ast;

use super::entry::{DefinitionKind, MessageEntry};
use super::problem::MessageProblemKind;

/// The one function there is.
pub(super) const NUMBER: &str = "NUMBER";

/// An entry with a name that something of another kind has.
pub(super) const TAKEN: Flaw = Flaw::Unsupported("the name of a message, term or function of another kind");

/// Placeables that Fluent shows in one message, those of the messages it quotes included; and the variables that fit in.
const MAX_PLACEABLES: usize = 100;

/// Bytes of one message as it is shown, those of the messages it quotes included: a few that quote one another's texts a
/// hundred times would fill every page.
const MAX_BYTES: usize = 64 * 1024;

/// Options of `NUMBER` and whether their value is a number.
const OPTIONS: [(&str, bool); 10] = [
    ("type", false),
    ("style", false),
    ("currency", false),
    ("currencyDisplay", false),
    ("useGrouping", false),
    ("minimumIntegerDigits", true),
    ("minimumFractionDigits", true),
    ("maximumFractionDigits", true),
    ("minimumSignificantDigits", true),
    ("maximumSignificantDigits", true),
];

/// Why a message cannot be shown.
pub(super) enum Flaw {
    Unsupported(&'static str),
    /// What it quotes is not there; in words that go on after its name.
    Reference(String),
    /// Variables that are not given.
    Variables(Vec<String>),
}

/// What is known of a message that can be shown.
pub(super) struct Sound<'a> {
    kind: DefinitionKind,
    has_value: bool,
    attributes: BTreeSet<&'a str>,
    /// At most.
    size: Size,
    /// All variables, those of the messages it quotes included.
    pub(super) variables: BTreeSet<&'a str>,
    /// Those that are shown. The others choose a variant, and have one for the case that they are not given.
    placed: BTreeSet<&'a str>,
    quotes_terms: bool,
}

/// How much a pattern shows at most, the values that are given to it left out.
#[derive(Clone, Copy, Default)]
struct Size {
    placeables: usize,
    bytes: usize,
}

impl Size {
    const PLACEABLE: Self = Self { placeables: 1, bytes: 0 };

    fn bytes(bytes: usize) -> Self {
        Self { placeables: 0, bytes }
    }

    fn and(self, other: Self) -> Self {
        Self {
            placeables: self.placeables.saturating_add(other.placeables),
            bytes: self.bytes.saturating_add(other.bytes),
        }
    }

    fn or(self, other: Self) -> Self {
        Self { placeables: self.placeables.max(other.placeables), bytes: self.bytes.max(other.bytes) }
    }
}

/// What is known of a message that is quoted.
pub(super) enum Quoted<'s, 'a> {
    Missing,
    Unsound,
    Sound(&'s Sound<'a>),
}

impl Flaw {
    pub(super) fn kind(self, entry: &MessageEntry) -> MessageProblemKind {
        match self {
            Self::Unsupported(what) => MessageProblemKind::Unsupported { what },
            Self::Reference(what) => {
                let name = match entry.definition.kind {
                    DefinitionKind::Message => format!("message `{}`", entry.key),
                    DefinitionKind::Term => format!("term `-{}`", entry.key),
                };
                MessageProblemKind::Reference { name, what }
            }
            Self::Variables(unknown) => {
                MessageProblemKind::Variables { key: entry.key.clone(), unknown, unused: Vec::new() }
            }
        }
    }
}

/// The flaw of messages that quote one another.
pub(super) fn circle() -> Flaw {
    Flaw::Reference("refers to itself, directly or through others".to_owned())
}

/// The keys of the messages and terms that the one entry of `resource` quotes, its own attributes left out.
pub(super) fn quotes(resource: &FluentResource) -> Vec<&str> {
    let Some(parts) = EntryParts::of(resource) else { return Vec::new() };
    let mut keys = Vec::new();
    for pattern in parts.patterns() {
        each_reference(pattern, &mut |key, attribute| {
            if !(key == parts.key && attribute.is_some()) {
                keys.push(key);
            }
        });
    }
    keys
}

/// Judges an entry. `given` are the variables that are given to it, none where that is not known; `quoted` knows what it quotes.
pub(super) fn judge<'a, 's>(
    entry: &'a MessageEntry,
    given: Option<&BTreeSet<String>>,
    quoted: &dyn Fn(&str) -> Quoted<'s, 'a>,
) -> Result<Sound<'a>, Flaw>
where
    'a: 's,
{
    let Some(parts) = EntryParts::of(&entry.resource) else { return Err(Flaw::Unsupported("no text")) };
    let kind = entry.definition.kind;
    let has_value = parts.value.is_some();
    if !has_value && given.is_some() {
        return Err(Flaw::Unsupported("only attributes"));
    }
    let attributes = parts.attributes.iter().map(|attribute| attribute.id.name).collect();
    let sound = Sound {
        kind,
        has_value,
        attributes,
        size: Size::default(),
        variables: BTreeSet::new(),
        placed: BTreeSet::new(),
        quotes_terms: false,
    };
    let mut judge = Judge { parts: &parts, quoted, sound };
    let mut most = Size::default();
    for pattern in parts.patterns() {
        most = most.or(judge.pattern(pattern)?);
    }
    let sound = Sound { size: most, ..judge.sound };
    if most.bytes > MAX_BYTES {
        return Err(Flaw::Unsupported("more than 64 KiB of text (including what it refers to)"));
    }
    if most.placeables > MAX_PLACEABLES || sound.variables.len() > MAX_PLACEABLES {
        return Err(Flaw::Unsupported("more than 100 placeables (including what it refers to)"));
    }
    if kind == DefinitionKind::Term {
        // Fluent forgets the values of a term after a term within.
        let forgets = sound.quotes_terms && !sound.variables.is_empty();
        return if forgets {
            Err(Flaw::Unsupported("variables in a term that refers to another"))
        } else {
            Ok(sound)
        };
    }
    let unknown: Vec<String> = match given {
        Some(given) => {
            sound.variables.iter().filter(|name| !given.contains(**name)).map(ToString::to_string).collect()
        }
        None => Vec::new(),
    };
    if unknown.is_empty() { Ok(sound) } else { Err(Flaw::Variables(unknown)) }
}

/// The one entry of a resource.
struct EntryParts<'a> {
    key: &'a str,
    value: Option<&'a ast::Pattern<&'a str>>,
    attributes: &'a [ast::Attribute<&'a str>],
}

impl<'a> EntryParts<'a> {
    fn of(resource: &'a FluentResource) -> Option<Self> {
        resource.entries().find_map(|entry| match entry {
            ast::Entry::Message(ast::Message { id, value, attributes, .. }) => {
                Some(Self { key: id.name, value: value.as_ref(), attributes })
            }
            ast::Entry::Term(ast::Term { id, value, attributes, .. }) => {
                Some(Self { key: id.name, value: Some(value), attributes })
            }
            _ => None,
        })
    }

    fn patterns(&self) -> impl Iterator<Item = &'a ast::Pattern<&'a str>> {
        self.value.into_iter().chain(self.attributes.iter().map(|attribute| &attribute.value))
    }
}

/// Whether a value is shown or chooses a variant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Placed,
    Chooses,
}

struct Judge<'a, 's, 'j> {
    parts: &'j EntryParts<'a>,
    quoted: &'j dyn Fn(&str) -> Quoted<'s, 'a>,
    sound: Sound<'a>,
}

/// Each returns how much is shown at most. The depth is bounded by the brackets of an entry.
impl<'a> Judge<'a, '_, '_> {
    fn pattern(&mut self, pattern: &'a ast::Pattern<&'a str>) -> Result<Size, Flaw> {
        let mut size = Size::default();
        for element in &pattern.elements {
            let expression = match element {
                ast::PatternElement::TextElement { value } => {
                    size = size.and(Size::bytes(value.len()));
                    continue;
                }
                ast::PatternElement::Placeable { expression } => expression,
            };
            size = size.and(Size::PLACEABLE).and(match expression {
                ast::Expression::Inline(inline) => self.inline(inline, Use::Placed)?,
                ast::Expression::Select { selector, variants } => {
                    let chosen = self.inline(selector, Use::Chooses)?;
                    let mut most = Size::default();
                    for variant in variants {
                        most = most.or(self.pattern(&variant.value)?);
                    }
                    chosen.and(most)
                }
            });
        }
        Ok(size)
    }

    fn inline(&mut self, inline: &'a ast::InlineExpression<&'a str>, used: Use) -> Result<Size, Flaw> {
        use ast::InlineExpression as Inline;
        match inline {
            Inline::StringLiteral { value } | Inline::NumberLiteral { value } => Ok(Size::bytes(value.len())),
            Inline::VariableReference { id } => {
                self.sound.variables.insert(id.name);
                if used == Use::Placed {
                    self.sound.placed.insert(id.name);
                }
                Ok(Size::default())
            }
            Inline::MessageReference { id, attribute } => {
                self.reference(DefinitionKind::Message, id.name, attribute.as_ref(), None)
            }
            Inline::TermReference { id, attribute, arguments } => {
                self.reference(DefinitionKind::Term, id.name, attribute.as_ref(), arguments.as_ref())
            }
            Inline::FunctionReference { id, arguments } if id.name == NUMBER => self.number(arguments, used),
            Inline::FunctionReference { id, .. } => {
                Err(Flaw::Reference(format!("calls `{}()`, a function that does not exist", id.name)))
            }
            Inline::Placeable { .. } => Err(Flaw::Unsupported("braces directly inside braces")),
        }
    }

    fn number(&mut self, arguments: &'a ast::CallArguments<&'a str>, used: Use) -> Result<Size, Flaw> {
        for option in &arguments.named {
            let is_number = matches!(option.value, ast::InlineExpression::NumberLiteral { .. });
            if !OPTIONS.contains(&(option.name.name, is_number)) {
                return Err(Flaw::Unsupported("an option that `NUMBER` does not support"));
            }
        }
        let [value] = arguments.positional.as_slice() else {
            return Err(Flaw::Unsupported("`NUMBER` with anything but one value"));
        };
        self.inline(value, used)
    }

    fn reference(
        &mut self,
        kind: DefinitionKind,
        key: &'a str,
        attribute: Option<&'a ast::Identifier<&'a str>>,
        arguments: Option<&'a ast::CallArguments<&'a str>>,
    ) -> Result<Size, Flaw> {
        let dash = if kind == DefinitionKind::Term { "-" } else { "" };
        let name = attribute.map_or_else(|| format!("{dash}{key}"), |it| format!("{dash}{key}.{}", it.name));
        if arguments.is_some_and(|arguments| !arguments.positional.is_empty()) {
            return Err(Flaw::Unsupported("an unnamed argument for a term"));
        }
        if key == self.parts.key
            && let Some(attribute) = attribute
        {
            return self.own(attribute.name, &name);
        }
        let missing = |what| Flaw::Reference(format!("refers to `{name}`, which {what}"));
        let sound = match (self.quoted)(key) {
            Quoted::Missing => return Err(missing("does not exist")),
            Quoted::Unsound => return Err(missing("cannot be used itself")),
            Quoted::Sound(sound) => sound,
        };
        let is_there = attribute.map_or(sound.has_value, |it| sound.attributes.contains(it.name));
        if sound.kind != kind || !is_there {
            return Err(missing("does not exist"));
        }
        self.sound.quotes_terms |= kind == DefinitionKind::Term || sound.quotes_terms;
        if kind == DefinitionKind::Message {
            self.sound.variables.extend(&sound.variables);
            self.sound.placed.extend(&sound.placed);
            if self.sound.variables.len() > MAX_PLACEABLES {
                return Err(Flaw::Unsupported("more than 100 variables"));
            }
        } else {
            let named = arguments.map(|arguments| arguments.named.as_slice()).unwrap_or_default();
            let is_given = |name: &&str| named.iter().any(|argument| argument.name.name == *name);
            if let Some(variable) = sound.placed.iter().find(|name| !is_given(name)) {
                return Err(missing(&format!("needs a value for `${variable}`")));
            }
        }
        let given: usize = arguments
            .into_iter()
            .flat_map(|arguments| &arguments.named)
            .map(|argument| literal(&argument.value))
            .fold(0, usize::saturating_add);
        // Each of its placeables may show what is given.
        Ok(sound.size.and(Size::bytes(given.saturating_mul(sound.size.placeables))))
    }

    /// An attribute of the same entry.
    fn own(&mut self, attribute: &str, name: &str) -> Result<Size, Flaw> {
        let found = self.parts.attributes.iter().find(|it| it.id.name == attribute);
        let Some(found) = found else {
            return Err(Flaw::Reference(format!("refers to `{name}`, which does not exist")));
        };
        let mut leads_back = false;
        each_reference(&found.value, &mut |key, _| leads_back |= key == self.parts.key);
        if leads_back { Err(circle()) } else { self.pattern(&found.value) }
    }
}

/// Bytes of a value that is written where it is given.
fn literal(value: &ast::InlineExpression<&str>) -> usize {
    match value {
        ast::InlineExpression::StringLiteral { value } | ast::InlineExpression::NumberLiteral { value } => {
            value.len()
        }
        _ => 0,
    }
}

/// Visits every message and term that a pattern quotes: key and attribute.
fn each_reference<'a>(pattern: &'a ast::Pattern<&'a str>, visit: &mut dyn FnMut(&'a str, Option<&'a str>)) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else { continue };
        match expression {
            ast::Expression::Inline(inline) => in_inline(inline, visit),
            ast::Expression::Select { selector, variants } => {
                in_inline(selector, visit);
                variants.iter().for_each(|variant| each_reference(&variant.value, visit));
            }
        }
    }
}

fn in_inline<'a>(
    inline: &'a ast::InlineExpression<&'a str>,
    visit: &mut dyn FnMut(&'a str, Option<&'a str>),
) {
    use ast::InlineExpression as Inline;
    let arguments = match inline {
        Inline::MessageReference { id, attribute } => {
            visit(id.name, attribute.as_ref().map(|attribute| attribute.name));
            None
        }
        Inline::TermReference { id, attribute, arguments } => {
            visit(id.name, attribute.as_ref().map(|attribute| attribute.name));
            arguments.as_ref()
        }
        Inline::FunctionReference { arguments, .. } => Some(arguments),
        _ => None,
    };
    for argument in arguments.into_iter().flat_map(|arguments| &arguments.positional) {
        in_inline(argument, visit);
    }
}
