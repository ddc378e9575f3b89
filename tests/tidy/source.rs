//! A Rust file as the tidy tests see it: its paths and words, without comments, strings and tests.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// What one file of `src/` says.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// Every path, `use` trees expanded: `std::fs::write`. A lone name is a path of one step.
    pub paths: Vec<Vec<String>>,
    /// Names after a dot: methods and fields.
    pub methods: Vec<String>,
    /// Macros called, without `!`.
    pub macros: Vec<String>,
    /// Public functions with a `bool` among their parameters.
    pub bool_parameters: Vec<String>,
    /// Modules declared.
    pub modules: Vec<String>,
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
                    1
                }
                TokenTree::Ident(name) if name == "mod" => {
                    self.modules.extend(word(tokens, at + 1));
                    2
                }
                TokenTree::Ident(_) => self.path(&tokens[at..], &[]),
                TokenTree::Group(group) => {
                    self.walk(&group.stream().into_iter().collect::<Vec<_>>());
                    1
                }
                _ => 1,
            };
        }
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
