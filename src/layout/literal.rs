//! The literals of a configuration that is written as a program: keys and the texts behind them. Runs nothing, and
//! understands no more of JavaScript than its brackets, texts and comments.

/// Brackets in each other at the most; what is deeper says nothing of a layout.
const MAX_DEPTH: usize = 64;

/// What stands between two commas.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Item {
    /// The word before a colon.
    key: Option<String>,
    /// The text or word that is all there is.
    text: Option<String>,
    /// Words and texts, and signs between them.
    words: usize,
    /// What stands in its brackets.
    pub(super) items: Vec<Item>,
}

impl Item {
    /// Reads a program.
    pub(super) fn parse(program: &str) -> Self {
        let mut whole = Self::default();
        let mut open: Vec<Self> = Vec::new();
        let mut item = Self::default();
        let mut too_deep = 0_usize;
        for word in (Words { rest: program }) {
            match word {
                Word::Open if open.len() >= MAX_DEPTH => too_deep += 1,
                Word::Close if too_deep > 0 => too_deep -= 1,
                _ if too_deep > 0 => {}
                Word::Open => {
                    // What is called is no text.
                    item.words += 1;
                    open.push(std::mem::take(&mut item));
                }
                Word::Close => {
                    if let Some(outer) = open.pop() {
                        let last = std::mem::replace(&mut item, outer);
                        item.put(last);
                    }
                }
                Word::Separator => {
                    let last = std::mem::take(&mut item);
                    open.last_mut().unwrap_or(&mut whole).put(last);
                }
                Word::Colon => item.begin_value(),
                Word::Text(text) => item.say(text),
                Word::Sign => item.words += 1,
            }
        }
        // What is never closed ends with the program.
        while let Some(outer) = open.pop() {
            let last = std::mem::replace(&mut item, outer);
            item.put(last);
        }
        whole.put(item);
        whole
    }

    /// The first value behind these keys, each directly within the one before it, the first one anywhere.
    pub(super) fn find(&self, path: &[&str]) -> Option<&Self> {
        let (first, below) = path.split_first()?;
        self.items.iter().find_map(|item| {
            let here = (item.key.as_deref() == Some(first)).then(|| item.below(below)).flatten();
            here.or_else(|| item.find(path))
        })
    }

    /// The value behind these keys, each directly within the one before it.
    pub(super) fn below(&self, path: &[&str]) -> Option<&Self> {
        let mut found = self;
        for key in path {
            found = found.items.iter().find(|item| item.key.as_deref() == Some(key))?;
        }
        Some(found)
    }

    /// Its text, if it is one and nothing else.
    pub(super) fn text(&self) -> Option<&str> {
        self.text.as_deref().filter(|_| self.words == 1)
    }

    /// Itself and everything in it.
    pub(super) fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        let mut next = 0;
        while let Some(item) = all.get(next).copied() {
            all.extend(&item.items);
            next += 1;
        }
        all
    }

    fn put(&mut self, item: Self) {
        if item != Self::default() {
            self.items.push(item);
        }
    }

    fn say(&mut self, text: String) {
        self.words += 1;
        self.text.get_or_insert(text);
    }

    /// What was the text so far is the key.
    fn begin_value(&mut self) {
        if self.key.is_none() && self.words == 1 {
            self.key = self.text.take();
            self.words = 0;
        } else {
            self.words += 1;
        }
    }
}

enum Word {
    Open,
    Close,
    Separator,
    Colon,
    /// A text without its quotes, a name or a number.
    Text(String),
    Sign,
}

struct Words<'p> {
    rest: &'p str,
}

impl Words<'_> {
    /// What stands before white space and comments is passed over.
    fn skip(&mut self) {
        loop {
            let rest = self.rest.trim_start();
            let ended = |end: &str| rest.split_once(end).map_or("", |(_, after)| after);
            self.rest = match rest {
                _ if rest.starts_with("//") => ended("\n"),
                _ if rest.starts_with("/*") => ended("*/"),
                _ => {
                    self.rest = rest;
                    return;
                }
            };
        }
    }

    /// A text up to the quote that it begins with; what a backslash precedes is kept as it is.
    fn quoted(&mut self, quote: char) -> String {
        let mut text = String::new();
        let mut characters = self.rest.char_indices().skip(1);
        while let Some((at, character)) = characters.next() {
            if character == quote {
                self.rest = &self.rest[at + 1..];
                return text;
            }
            let kept =
                if character == '\\' { characters.next().map(|(_, kept)| kept) } else { Some(character) };
            text.extend(kept);
        }
        self.rest = "";
        text
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        self.skip();
        let first = self.rest.chars().next()?;
        if matches!(first, '"' | '\'' | '`') {
            return Some(Word::Text(self.quoted(first)));
        }
        let is_name = |character: char| character.is_alphanumeric() || matches!(character, '_' | '$');
        if is_name(first) {
            let end = self.rest.find(|character| !is_name(character)).unwrap_or(self.rest.len());
            let (name, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Some(Word::Text(name.to_owned()));
        }
        self.rest = &self.rest[first.len_utf8()..];
        Some(match first {
            '{' | '[' | '(' => Word::Open,
            '}' | ']' | ')' => Word::Close,
            ',' | ';' => Word::Separator,
            ':' => Word::Colon,
            _ => Word::Sign,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text<'p>(program: &'p Item, path: &[&str]) -> Option<&'p str> {
        program.find(path)?.text()
    }

    #[test]
    fn literals_are_found_behind_their_keys() {
        let program = Item::parse(
            "// defaultLocale: 'no'\nimport x from 'y';\nconst config: Config = { title: 'A, b', i18n: { defaultLocale: 'en', /* , */ locales: [\"en\", 'fr'] },\n presets: [['classic', ({ docs: { routeBasePath: '/', sidebarPath: require.resolve('./x') } })]] };",
        );
        assert_eq!(text(&program, &["i18n", "defaultLocale"]), Some("en"));
        assert_eq!(text(&program, &["docs", "routeBasePath"]), Some("/"));
        assert_eq!(text(&program, &["docs", "sidebarPath"]), None);
        let locales = program.find(&["i18n", "locales"]).unwrap();
        assert_eq!(locales.items.iter().filter_map(Item::text).collect::<Vec<_>>(), ["en", "fr"]);
    }

    #[test]
    fn what_is_computed_says_nothing() {
        let program =
            Item::parse("export default { defaultLocale: process.env.X || 'de', lang: pick('en') }");
        assert_eq!(text(&program, &["defaultLocale"]), None);
        assert_eq!(text(&program, &["lang"]), None);
    }

    proptest::proptest! {
        #[test]
        fn any_program_is_read(program in "[a\\[\\](){}:,'\"`/*\\\\ é\n]{0,60}") {
            Item::parse(&program);
        }
    }
}
