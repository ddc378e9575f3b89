//! A Rust file as the tidy tests see it: its paths and words, without comments, strings and tests.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// What one file of `src/` says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    /// Every path, `use` trees expanded: `std::fs::write`. A lone name is a path of one step.
    pub paths: Vec<Vec<String>>,
    /// The paths that are no re-exports: what the file needs.
    pub imports: Vec<Vec<String>>,
    /// `pub use`: the name that others see, and the path that it stands for.
    pub reexports: Vec<(String, Vec<String>)>,
    /// Strings without escapes.
    pub strings: Vec<String>,
    /// Names after a dot: methods and fields.
    pub methods: Vec<String>,
    /// Macros called, without `!`.
    pub macros: Vec<String>,
    /// Public functions with a `bool` among their parameters.
    pub bool_parameters: Vec<String>,
    /// Modules declared.
    pub modules: Vec<String>,
    /// Names after `as`, by the number of the path among `paths`.
    names: BTreeMap<usize, String>,
}

impl Source {
    /// Reads the text of a file.
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let mut source = Self::default();
        if path.ends_with("/tests.rs") || path.contains("/tests/") {
            return source;
        }
        let stream: TokenStream = text.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
        source.walk(&stream.into_iter().collect::<Vec<_>>());
        source
    }

    fn walk(&mut self, tokens: &[TokenTree]) {
        let mut at = 0;
        while at < tokens.len() {
            at += match &tokens[at] {
                TokenTree::Punct(mark) if mark.as_char() == '#' => attribute(&tokens[at..]),
                TokenTree::Punct(mark) if mark.as_char() == '.' && word(tokens, at + 1).is_some() => {
                    self.methods.extend(word(tokens, at + 1));
                    2
                }
                TokenTree::Ident(name) if name == "pub" => {
                    self.function(&tokens[at..]);
                    let item = 1 + usize::from(is_visibility(tokens.get(at + 1)));
                    if word(tokens, at + item).is_some_and(|word| word == "use") {
                        item + 1 + self.reexport(&tokens[at + item + 1..])
                    } else {
                        item
                    }
                }
                TokenTree::Ident(name) if name == "mod" => {
                    self.modules.extend(word(tokens, at + 1));
                    2
                }
                TokenTree::Ident(_) => {
                    let before = self.paths.len();
                    let length = self.path(&tokens[at..], &[]);
                    self.imports.extend_from_slice(&self.paths[before..]);
                    length
                }
                TokenTree::Literal(literal) => {
                    let text = literal.to_string();
                    self.strings.extend(
                        text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).map(str::to_owned),
                    );
                    1
                }
                TokenTree::Group(group) => {
                    self.walk(&group.stream().into_iter().collect::<Vec<_>>());
                    1
                }
                _ => 1,
            };
        }
    }

    /// Takes what a `pub use` exports from the front. Returns the number of tokens it has.
    fn reexport(&mut self, tokens: &[TokenTree]) -> usize {
        let before = self.paths.len();
        let length = self.path(tokens, &[]);
        for (number, path) in self.paths.iter().enumerate().skip(before) {
            let name = self.names.get(&number).or(path.last());
            self.reexports.extend(name.map(|name| (name.clone(), path.clone())));
        }
        length
    }

    /// Takes a path, or a tree of them, from the front. Returns the number of tokens it has.
    fn path(&mut self, tokens: &[TokenTree], before: &[String]) -> usize {
        let mut path = before.to_vec();
        path.extend(word(tokens, 0).filter(|name| name != "self" || before.is_empty()));
        let mut at = 1;
        while is_mark(tokens, at, ':') && is_mark(tokens, at + 1, ':') {
            match tokens.get(at + 2) {
                Some(TokenTree::Ident(name)) => path.push(name.to_string()),
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    let tree: Vec<_> = group.stream().into_iter().collect();
                    for branch in tree.split(|token| is_mark(std::slice::from_ref(token), 0, ',')) {
                        self.path(branch, &path);
                    }
                    return at + 3;
                }
                Some(TokenTree::Punct(mark)) if mark.as_char() == '*' => path.push("*".to_owned()),
                _ => break,
            }
            at += 3;
        }
        if is_mark(tokens, at, '!') && !is_mark(tokens, at + 1, '=') {
            self.macros.extend(path.last().cloned());
        }
        if word(tokens, at).is_some_and(|word| word == "as") {
            self.names.extend(word(tokens, at + 1).map(|name| (self.paths.len(), name)));
        }
        self.paths.push(path);
        at
    }

    /// Notes a function that begins here, if its parameters have a `bool`.
    fn function(&mut self, tokens: &[TokenTree]) {
        let is_fn = |token: &TokenTree| matches!(token, TokenTree::Ident(name) if name == "fn");
        // `pub(crate) const unsafe fn`: four words at most stand before.
        let Some(start) = tokens.iter().take(5).position(is_fn) else { return };
        if let Some(parameters) = parameters(&tokens[start..])
            && has_bool(&parameters)
        {
            self.bool_parameters.extend(word(tokens, start + 1));
        }
    }
}

/// Whether this is `(crate)`, `(super)` or `(in …)`, rather than a type.
fn is_visibility(token: Option<&TokenTree>) -> bool {
    let Some(TokenTree::Group(group)) = token else { return false };
    let first = group.stream().into_iter().next().map(|token| token.to_string());
    group.delimiter() == Delimiter::Parenthesis
        && first.is_some_and(|word| ["crate", "super", "self", "in"].contains(&word.as_str()))
}

/// What stands in the brackets of the parameters: the first round ones outside the generics.
fn parameters(function: &[TokenTree]) -> Option<Vec<TokenTree>> {
    let mut depth = 0;
    for (at, token) in function.iter().enumerate() {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '<' => depth += 1,
            TokenTree::Punct(mark) if mark.as_char() == '>' && !is_mark(function, at - 1, '-') => depth -= 1,
            TokenTree::Group(group) if depth == 0 && group.delimiter() == Delimiter::Parenthesis => {
                return Some(group.stream().into_iter().collect());
            }
            _ => {}
        }
    }
    None
}

/// Whether a `bool` is among these types, other than as what a closure returns.
fn has_bool(types: &[TokenTree]) -> bool {
    let is_returned = |at: usize| at > 1 && is_mark(types, at - 1, '>') && is_mark(types, at - 2, '-');
    types.iter().enumerate().any(|(at, token)| match token {
        TokenTree::Ident(name) => name == "bool" && !is_returned(at),
        TokenTree::Group(group) => has_bool(&group.stream().into_iter().collect::<Vec<_>>()),
        _ => false,
    })
}

/// The length of an attribute, and of what it stands on if that is for tests only.
fn attribute(tokens: &[TokenTree]) -> usize {
    let start = if is_mark(tokens, 1, '!') { 2 } else { 1 };
    let Some(TokenTree::Group(group)) = tokens.get(start) else { return 1 };
    let text: String = group.stream().to_string().split_whitespace().collect();
    if text != "cfg(test)" {
        return start + 1;
    }
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(mark) => mark.as_char() == ';',
        _ => false,
    };
    tokens[start..].iter().position(ends).map_or(tokens.len(), |end| start + end + 1)
}

fn word(tokens: &[TokenTree], at: usize) -> Option<String> {
    match tokens.get(at)? {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    }
}

fn is_mark(tokens: &[TokenTree], at: usize, mark: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(found)) if found.as_char() == mark)
}
