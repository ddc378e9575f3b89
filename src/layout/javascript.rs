//! The words of a program: brackets, texts, names and what stands between them. Runs nothing, and understands no more of
//! JavaScript and TypeScript than where its comments, texts, templates and regular expressions end.

/// What a program consists of.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Word {
    Open,
    Close,
    /// A comma or a semicolon.
    Separator,
    Colon,
    /// A single `=`.
    Assign,
    /// `...`
    Spread,
    /// `const` and its like, which a name follows that is given a value.
    Declaration,
    /// Another word that a statement begins with.
    Statement,
    /// A text without its quotes.
    Text(String),
    /// A name or a number.
    Name(String),
    Sign,
}

/// The words of a program, in order.
pub(super) struct Words<'p> {
    rest: &'p str,
    /// Whether a line ended before the last word.
    pub(super) is_on_new_line: bool,
    /// Of every open bracket, whether it is one of a template.
    open: Vec<bool>,
    /// Whether `rest` begins within a template.
    is_in_template: bool,
    /// Whether a value has just ended: a slash then divides.
    is_after_value: bool,
    /// For each kind of quote, and for a slash: how much was left of the program where a line ended in which it is not
    /// closed. Nothing is looked for twice.
    unclosed: [usize; 3],
}

impl<'p> Words<'p> {
    pub(super) fn new(program: &'p str) -> Self {
        Self {
            rest: program,
            is_on_new_line: true,
            open: Vec::new(),
            is_in_template: false,
            is_after_value: false,
            unclosed: [usize::MAX; 3],
        }
    }

    /// What stands before white space and comments is passed over.
    fn skip(&mut self) {
        self.is_on_new_line = false;
        loop {
            let rest = self.rest.trim_start();
            self.is_on_new_line |= self.rest[..self.rest.len() - rest.len()].contains('\n');
            let end = match rest {
                _ if rest.starts_with("//") => rest.find('\n'),
                _ if rest.starts_with("/*") => rest[2..].find("*/").map(|at| at + 4),
                _ => {
                    self.rest = rest;
                    return;
                }
            };
            self.rest = end.map_or("", |end| &rest[end..]);
        }
    }

    /// A text within its line, up to the mark that it begins with. What a backslash precedes is kept as it is.
    fn closed(&mut self, mark: char) -> Option<String> {
        let kind = match mark {
            '"' => 0,
            '\'' => 1,
            _ => 2,
        };
        if self.unclosed[kind] != usize::MAX && self.rest.len() >= self.unclosed[kind] {
            return None;
        }
        let mut text = String::new();
        let mut is_in_class = false;
        let mut characters = self.rest.char_indices().skip(1);
        while let Some((at, character)) = characters.next() {
            match character {
                '\n' => {
                    self.unclosed[kind] = self.rest.len() - at;
                    return None;
                }
                _ if character == mark && !is_in_class => {
                    self.rest = &self.rest[at + 1..];
                    return Some(text);
                }
                '\\' => text.extend(characters.next().map(|(_, kept)| kept)),
                _ => {
                    is_in_class = mark == '/' && (character == '[' || is_in_class && character != ']');
                    text.push(character);
                }
            }
        }
        self.unclosed[kind] = 0;
        None
    }

    /// A template up to its end or to what is computed in it, which begins a bracket.
    fn template(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut characters = self.rest.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            match character {
                '`' => {
                    self.rest = &self.rest[at + 1..];
                    return Some(text);
                }
                '$' if characters.peek().is_some_and(|(_, next)| *next == '{') => {
                    self.rest = &self.rest[at + 2..];
                    self.open.push(true);
                    return None;
                }
                '\\' => text.extend(characters.next().map(|(_, kept)| kept)),
                _ => text.push(character),
            }
        }
        self.rest = "";
        Some(text)
    }

    fn name(&mut self) -> Word {
        let end = self.rest.find(|character| !is_of_name(character)).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        let is_key = rest.trim_start().starts_with(':');
        match name {
            "const" | "let" | "var" if !is_key => Word::Declaration,
            "export" | "default" | "import" | "function" | "class" | "return" | "if" | "for" | "while"
            | "else"
                if !is_key =>
            {
                Word::Statement
            }
            _ => Word::Name(name.to_owned()),
        }
    }

    fn sign(&mut self, first: char) -> Word {
        let long = ["...", "=>", "===", "==", "!=", "<=", ">=", "</", "/>", "?."];
        let sign = long.into_iter().find(|sign| self.rest.starts_with(sign));
        self.rest = &self.rest[sign.map_or(first.len_utf8(), str::len)..];
        match (sign, first) {
            (Some("..."), _) => Word::Spread,
            (Some(_), _) => Word::Sign,
            (None, '{' | '[' | '(') => {
                self.open.push(false);
                Word::Open
            }
            (None, '}' | ']' | ')') => {
                self.is_in_template = self.open.pop() == Some(true);
                Word::Close
            }
            (None, ',' | ';') => Word::Separator,
            (None, ':') => Word::Colon,
            (None, '=') => Word::Assign,
            (None, _) => Word::Sign,
        }
    }
}

fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$')
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        if std::mem::take(&mut self.is_in_template) && self.template().is_none() {
            self.is_after_value = false;
            return Some(Word::Open);
        }
        self.skip();
        let first = self.rest.chars().next()?;
        let word = match first {
            '`' => {
                self.rest = &self.rest[1..];
                self.template().map_or(Word::Open, Word::Text)
            }
            '"' | '\'' => match self.closed(first) {
                Some(text) => Word::Text(text),
                None => self.sign(first),
            },
            '/' if !self.is_after_value => match self.closed(first) {
                Some(_) => Word::Sign,
                None => self.sign(first),
            },
            _ if is_of_name(first) => self.name(),
            _ => self.sign(first),
        };
        self.is_after_value = matches!(word, Word::Close | Word::Text(_) | Word::Name(_));
        Some(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(program: &str) -> String {
        let word = |word: Word| match word {
            Word::Open => "(".to_owned(),
            Word::Close => ")".to_owned(),
            Word::Separator => ",".to_owned(),
            Word::Colon => ":".to_owned(),
            Word::Assign => "=".to_owned(),
            Word::Spread => "...".to_owned(),
            Word::Declaration => "declare".to_owned(),
            Word::Statement => "state".to_owned(),
            Word::Text(text) => format!("{text:?}"),
            Word::Name(name) => name,
            Word::Sign => "~".to_owned(),
        };
        Words::new(program).map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn comments_and_what_is_quoted_hold_no_words() {
        assert_eq!(
            words("a // b 'c\n/* d \" */ e 'f // \\' g' \"/* h\" `i\n'`"),
            "a e \"f // ' g\" \"/* h\" \"i\\n'\""
        );
    }

    #[test]
    fn what_a_template_computes_is_a_bracket() {
        assert_eq!(words("x: `a${b({c: `}`})}d${e}f` , g"), "x : ( b ( ( c : \"}\" ) ) ) ( e ) , g");
        assert_eq!(words("`a${b"), "( b");
        assert_eq!(words("`never closed 'x'"), "\"never closed 'x'\"");
    }

    #[test]
    fn a_slash_divides_after_a_value_and_begins_a_regular_expression_elsewhere() {
        assert_eq!(words("a / 'b' / c"), "a ~ \"b\" ~ c");
        assert_eq!(words("test: /['\"{]\\/[/]/i, b"), "test : ~ i , b");
        assert_eq!(words("(x) / y"), "( x ) ~ y");
        assert_eq!(words("return /'/"), "state ~");
    }

    #[test]
    fn markup_in_a_program_ends_with_its_line() {
        assert_eq!(words("<p>Don't {x}</p>\ny"), "~ p ~ Don ~ t ( x ) ~ p ~ y");
        assert_eq!(words("<img src='a' />, z"), "~ img src = \"a\" ~ , z");
    }

    #[test]
    fn statements_begin_with_words_that_are_no_keys() {
        assert_eq!(
            words("const a = {const: 1, export : 2}; export default a"),
            "declare a = ( const : 1 , export : 2 ) , state state a"
        );
        assert_eq!(words("a => b === c <= ...d"), "a ~ b ~ c ~ ... d");
    }
}
