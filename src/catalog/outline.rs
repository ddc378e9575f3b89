//! A YAML or JSON file as a tree of texts with their places. Knows no meaning of any key.

use granit_parser::{Event, Parser, ScalarStyle};

use crate::diagnostic::Spanned;

use super::toc::line_at;

/// Lists and maps in each other at the most; what is deeper is left out.
const MAX_DEPTH: usize = 64;

/// Texts at the most; what comes after them is left out.
const MAX_TEXTS: usize = 100_000;

/// A value in a file.
#[derive(Debug, Default)]
pub(super) enum Outline {
    #[default]
    Nothing,
    Text(Spanned<String>),
    List(Vec<Outline>),
    Map(Vec<(String, Outline)>),
}

impl Outline {
    /// Reads a file, as far as it is sound.
    pub(super) fn read(text: &str) -> Self {
        let text_start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let at = |offset: Option<usize>| offset.map_or(text.len(), |offset| text_start + offset);
        let mut reader = Reader::default();
        for event in Parser::new_from_str(&text[text_start..]).take(MAX_TEXTS) {
            let Ok((event, span)) = event else { break };
            match event {
                Event::Scalar(value, ScalarStyle::Plain, ..)
                    if matches!(&*value, "" | "~" | "null" | "Null" | "NULL") =>
                {
                    reader.put(Self::Nothing);
                }
                Event::Scalar(value, ..) => {
                    let span = line_at(text, at(span.start.byte_offset()), at(span.end.byte_offset()));
                    reader.put(Self::Text(Spanned::new(value.into_owned(), span)));
                }
                Event::SequenceStart(..) => reader.open(Self::List(Vec::new())),
                Event::MappingStart(..) => reader.open(Self::Map(Vec::new())),
                Event::SequenceEnd | Event::MappingEnd => reader.close(),
                Event::Alias(..) => reader.put(Self::Nothing),
                _ => {}
            }
        }
        while !reader.open.is_empty() {
            reader.close();
        }
        reader.whole
    }

    pub(super) fn text(&self) -> Option<&Spanned<String>> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(super) fn list(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    pub(super) fn entries(&self) -> &[(String, Self)] {
        if let Self::Map(entries) = self { entries } else { &[] }
    }

    /// The value behind a key.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }
}

#[derive(Default)]
struct Reader {
    whole: Outline,
    /// Lists and maps that stand open, and the key whose value comes next.
    open: Vec<(Outline, Option<String>)>,
    /// How many stand open that are too deep.
    ignored: usize,
}

impl Reader {
    fn open(&mut self, value: Outline) {
        if self.ignored > 0 || self.open.len() >= MAX_DEPTH {
            self.ignored += 1;
        } else {
            self.open.push((value, None));
        }
    }

    fn close(&mut self) {
        if self.ignored > 0 {
            self.ignored -= 1;
            if self.ignored == 0 {
                self.put(Outline::Nothing);
            }
        } else if let Some((value, _)) = self.open.pop() {
            self.put(value);
        }
    }

    fn put(&mut self, value: Outline) {
        if self.ignored > 0 {
            return;
        }
        match self.open.last_mut() {
            None => {
                if matches!(self.whole, Outline::Nothing) {
                    self.whole = value;
                }
            }
            Some((Outline::Map(entries), key)) => match key.take() {
                Some(key) => entries.push((key, value)),
                // A key that is no text names nothing.
                None => *key = Some(value.text().map_or_else(String::new, |text| text.value.clone())),
            },
            Some((Outline::List(items), _)) => items.push(value),
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_texts_are_found() {
        let outline = Outline::read("a:\n- b: c\n  ? [x]\n  : y\n- &d e\n- *d\nf: !!python/name:g.h\n");
        assert_eq!(outline.get("a").unwrap().list()[0].get("b").unwrap().text().unwrap().value, "c");
        assert_eq!(outline.get("a").unwrap().list().len(), 3);
        assert!(outline.get("f").is_some() && outline.get("g").is_none());
        let json = Outline::read("\u{feff}{\"label\": \"é\", \"position\": 2.5}");
        assert_eq!(json.get("position").unwrap().text().unwrap().value, "2.5");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "(\\PC|[-\\[\\]{}:,?&*!|>'\"%@ \n\t#~]|a: |\n *- ){0,80}") {
            Outline::read(&text);
            Outline::read(&"[".repeat(text.len()));
        }
    }
}
