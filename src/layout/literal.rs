//! The literals of a configuration that is written as a program: keys, and the texts behind them. Runs nothing: what is
//! computed says nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::javascript::{Word, Words};

/// What stands between two commas in all files of a configuration, at the most. What is longer says nothing of a layout.
const MAX_ITEMS: usize = 100_000;

/// Names that stand for each other, and keys of one name, that are looked at.
const MAX_NAMES: usize = 8;

/// A configuration that is written as a program, in one file or several.
#[derive(Debug, Default)]
pub(super) struct Program {
    items: Vec<Item>,
    /// What is given a name, `const name = …`, and the files by their names.
    declared: BTreeMap<String, usize>,
}

/// What stands between two commas.
#[derive(Debug, Default)]
struct Item {
    /// What stands before a colon, or is declared.
    key: Option<String>,
    /// Its first text or name.
    text: Option<String>,
    /// Whether that is a text, in quotes.
    is_quoted: bool,
    is_spread: bool,
    /// Texts, names, brackets, and signs between them.
    words: usize,
    /// What stands in its brackets.
    items: Vec<usize>,
}

/// One value of a program.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'p> {
    program: &'p Program,
    at: usize,
}

impl Program {
    /// Reads the files of a configuration, each with its name.
    pub(super) fn read<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let mut program = Self::default();
        program.items.push(Item::default());
        let mut stems = Vec::new();
        for (name, text) in files {
            let file = program.push(Item::default());
            program.items[0].items.push(file);
            Reader::new(&mut program, file).read(text);
            let stem = name.rsplit('/').next().unwrap_or(name).split('.').next().unwrap_or(name);
            stems.push((stem.to_owned(), file));
        }
        for (stem, file) in stems {
            program.declared.entry(stem).or_insert(file);
        }
        program
    }

    fn push(&mut self, item: Item) -> usize {
        self.items.push(item);
        self.items.len() - 1
    }

    /// Everything in it.
    pub(super) fn whole(&self) -> Value<'_> {
        Value { program: self, at: 0 }
    }
}

/// Makes items of words.
struct Reader<'r> {
    program: &'r mut Program,
    /// What the item stands in.
    container: usize,
    /// The item that is not at its end yet.
    item: Option<usize>,
    /// Containers and items further out.
    open: Vec<(usize, Option<usize>, State)>,
    state: State,
}

/// What the item that is not at its end yet is made of so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Value,
    /// After `const`: a name, and its type.
    Declared,
    /// After `as` or `satisfies`.
    Type,
}

impl<'r> Reader<'r> {
    fn new(program: &'r mut Program, container: usize) -> Self {
        Self { program, container, item: None, open: Vec::new(), state: State::Value }
    }

    fn read(mut self, text: &str) {
        let mut words = Words::new(text);
        let mut is_after_value = false;
        while let Some(word) = words.next() {
            if self.program.items.len() >= MAX_ITEMS {
                return;
            }
            let is_value = matches!(word, Word::Text(_) | Word::Name(_));
            let is_type =
                is_after_value && matches!(&word, Word::Name(name) if name == "as" || name == "satisfies");
            // A statement ends with its line, where another can begin.
            if is_value && is_after_value && words.is_on_new_line && !is_type {
                self.end();
            }
            is_after_value = is_value || word == Word::Close;
            match word {
                _ if is_type => self.state = State::Type,
                Word::Declaration => {
                    self.end();
                    self.state = State::Declared;
                }
                Word::Statement => self.end(),
                // The commas of a type.
                Word::Separator if self.state == State::Declared && self.item.is_some() => {}
                Word::Separator => self.end(),
                Word::Open => self.open(),
                Word::Close => self.close(),
                Word::Colon => self.begin_value(),
                Word::Assign => self.assign(),
                Word::Sign => self.add_word(),
                Word::Spread => {
                    let item = self.item();
                    self.program.items[item].is_spread = true;
                }
                Word::Text(text) => self.add_text(text, true),
                Word::Name(name) => self.add_text(name, false),
            }
        }
    }

    fn item(&mut self) -> usize {
        *self.item.get_or_insert_with(|| {
            let item = self.program.push(Item::default());
            self.program.items[self.container].items.push(item);
            item
        })
    }

    fn end(&mut self) {
        self.item = None;
        self.state = State::Value;
    }

    fn open(&mut self) {
        let item = self.item();
        let is_type = self.state == State::Type;
        self.add_word();
        self.open.push((self.container, self.item.take(), self.state));
        // What a type holds is no value.
        self.container = if is_type { self.program.push(Item::default()) } else { item };
        self.state = State::Value;
    }

    fn close(&mut self) {
        if let Some((container, item, state)) = self.open.pop() {
            (self.container, self.item, self.state) = (container, item, state);
        }
    }

    fn add_word(&mut self) {
        let item = self.item();
        self.program.items[item].words += usize::from(self.state != State::Type);
    }

    fn add_text(&mut self, text: String, is_quoted: bool) {
        if self.state == State::Type {
            return;
        }
        self.add_word();
        let item = self.item();
        let item = &mut self.program.items[item];
        if item.text.is_none() {
            (item.text, item.is_quoted) = (Some(text), is_quoted);
        }
    }

    /// What was the text so far is the key.
    fn begin_value(&mut self) {
        let item = self.item();
        let item = &mut self.program.items[item];
        if item.key.is_none() && item.words == 1 && item.text.is_some() {
            (item.key, item.words) = (item.text.take(), 0);
        } else {
            item.words += 1;
        }
    }

    /// What was written so far is the name of what comes, and its type; `module.exports = …` has no name.
    fn assign(&mut self) {
        let is_declared = std::mem::replace(&mut self.state, State::Value) == State::Declared;
        let at = self.item();
        let item = &mut self.program.items[at];
        if !is_declared && item.key.is_some() {
            item.words += 1;
            return;
        }
        let name = item.key.take().or_else(|| item.text.take().filter(|_| item.words == 1));
        let name = name.filter(|_| is_declared);
        *item = Item { key: name.clone(), ..Item::default() };
        if let Some(name) = name {
            self.program.declared.entry(name).or_insert(at);
        }
    }
}

impl<'p> Value<'p> {
    fn item(self) -> &'p Item {
        &self.program.items[self.at]
    }

    /// Its only word that is no text.
    fn name(self) -> Option<&'p str> {
        let item = self.item();
        item.text.as_deref().filter(|_| item.words == 1 && !item.is_quoted)
    }

    /// What its name stands for, where it is one.
    fn meant(self) -> Self {
        let mut value = self;
        for _ in 0..MAX_NAMES {
            let declared = value.name().and_then(|name| self.program.declared.get(name));
            match declared.filter(|&&at| at != value.at) {
                Some(&at) => value = Self { at, ..value },
                None => break,
            }
        }
        value
    }

    /// Its text, if it is one and nothing else.
    pub(super) fn text(self) -> Option<&'p str> {
        let item = self.meant().item();
        item.text.as_deref().filter(|_| item.words == 1 && item.is_quoted)
    }

    /// Whether it is `false`.
    pub(super) fn is_false(self) -> bool {
        self.name() == Some("false")
    }

    /// Whether something else is put in here whose keys stand in none of the files.
    pub(super) fn is_open(self) -> bool {
        let mut items = self.parts().into_iter().flat_map(Self::children);
        let is_bracket = |item: &Item| item.words == 1 && item.text.is_none();
        let is_unknown = |value: Self| value.item().is_spread && !is_bracket(value.item());
        items.any(|value| is_unknown(value) && value.meant().at == value.at)
    }

    /// What stands in its own brackets.
    pub(super) fn children(self) -> impl Iterator<Item = Self> + 'p {
        self.item().items.iter().map(move |&at| Self { at, ..self })
    }

    /// The brackets that it consists of: its own, those within without a key, and what is spread into them. None of what
    /// is computed.
    fn parts(self) -> Vec<Self> {
        let mut seen = BTreeSet::new();
        let mut parts = vec![self.meant()];
        let mut next = 0;
        while let Some(part) = parts.get(next).copied() {
            next += 1;
            // A call has two words: a name, and its brackets.
            let within = part.children().filter(|value| value.item().key.is_none());
            let within = within.filter(|value| value.item().words <= 2).map(Self::meant);
            parts.extend(within.filter(|value| seen.insert(value.at)));
        }
        parts
    }

    /// The keys of its brackets, with the values.
    pub(super) fn entries(self) -> Vec<(&'p str, Self)> {
        if self.meant().item().words > 2 {
            return Vec::new();
        }
        let children = self.parts().into_iter().flat_map(Self::children);
        children.filter_map(|value| Some((value.item().key.as_deref()?, value))).collect()
    }

    /// What stands in the brackets of what it means.
    pub(super) fn list(self) -> Vec<Self> {
        self.meant().children().collect()
    }

    /// The value behind this key.
    pub(super) fn get(self, key: &str) -> Option<Self> {
        self.entries().into_iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// The brackets that have one of these keys, the first few.
    pub(super) fn with_any(self, keys: &[&str]) -> impl Iterator<Item = Self> {
        let has_any = move |value: &Self| {
            value.children().any(|value| value.item().key.as_deref().is_some_and(|key| keys.contains(&key)))
        };
        self.all().into_iter().filter(has_any).take(MAX_NAMES)
    }

    /// Itself and everything in it, what is further out first.
    pub(super) fn all(self) -> Vec<Self> {
        let mut all = vec![self];
        let mut next = 0;
        while let Some(value) = all.get(next).copied() {
            all.extend(value.children());
            next += 1;
        }
        all
    }

    /// The values behind this key anywhere in it, those further out first.
    pub(super) fn found(self, key: &str) -> impl Iterator<Item = Self> {
        self.all().into_iter().filter(move |value| value.item().key.as_deref() == Some(key))
    }

    /// The value behind the first key anywhere, and behind the second directly within.
    pub(super) fn find(self, first: &str, second: &str) -> Option<Self> {
        self.found(first).take(MAX_NAMES).find_map(|value| value.get(second))
    }

    /// Whether any name or key is this one.
    pub(super) fn mentions(self, name: &str) -> bool {
        let is_it = |text: &Option<String>| text.as_deref() == Some(name);
        self.all().into_iter().any(|value| is_it(&value.item().key) || is_it(&value.item().text))
    }
}

#[cfg(test)]
mod tests;
