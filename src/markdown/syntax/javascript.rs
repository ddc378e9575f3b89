//! Where expressions and statements of JavaScript end. Knows what is text in them, and nothing else of the language.

/// What is longer is no expression and no tag, so that no text is searched over and over.
const MAX_LENGTH: usize = 16 * 1024;

/// Brackets in brackets; deeper ones are no expression.
const MAX_DEPTH: usize = 64;

/// The length of the expression in braces that a text begins with.
pub(in crate::markdown) fn braces(text: &str) -> Option<usize> {
    let mut scan = Scan::new(bounded(text));
    scan.bytes.first().filter(|first| **first == b'{')?;
    while scan.step()? {
        if scan.depth == 0 {
            return Some(scan.at);
        }
    }
    None
}

/// The length of the statement of a module that a text begins with: up to the end of a line where no bracket is open and a blank
/// line or another statement follows.
pub(super) fn statement(text: &str) -> Option<usize> {
    let text = bounded(text);
    let mut scan = Scan::new(text);
    loop {
        let rest = &scan.bytes[scan.at..];
        if scan.depth == 0 && matches!(rest.first(), None | Some(b'\n')) {
            let next = text.get(scan.at + 1..).unwrap_or("");
            let line = next.lines().next().unwrap_or("").trim();
            if line.is_empty() || is_statement(next) {
                return Some(scan.at);
            }
        }
        scan.step()?.then_some(())?;
    }
}

/// Whether a text begins as statements do that MDX takes out.
pub(super) fn is_statement(text: &str) -> bool {
    let line = text.lines().next().unwrap_or("");
    if let Some(rest) = line.strip_prefix("export ") {
        let word = rest.trim_start().split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        let is_list = rest.trim_start().starts_with(['{', '*']);
        return is_list
            || matches!(word, "const" | "let" | "var" | "function" | "async" | "class" | "default");
    }
    let Some(rest) = line.strip_prefix("import").filter(|rest| rest.starts_with([' ', '{', '"', '\'']))
    else {
        return false;
    };
    let rest = rest.trim_start();
    if rest.starts_with(['{', '*', '"', '\'']) {
        return true;
    }
    let Some((names, path)) = rest.split_once(" from ") else { return false };
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | ',' | ' ' | '{' | '}' | '*');
    path.trim_start().starts_with(['"', '\'']) && names.chars().all(is_name)
}

/// A walk over JavaScript that knows what is text in it.
struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
    depth: usize,
    /// The depths of the braces that stand in templates.
    templates: Vec<usize>,
}

impl<'t> Scan<'t> {
    fn new(text: &'t str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, depth: 0, templates: Vec::new() }
    }

    /// Goes on by one sign, text or comment. False at the end; none where it cannot go on.
    fn step(&mut self) -> Option<bool> {
        let Some(&byte) = self.bytes.get(self.at) else { return Some(false) };
        let next = self.bytes.get(self.at + 1);
        self.at += 1;
        match byte {
            b'{' | b'(' | b'[' => {
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return None;
                }
            }
            b'}' | b')' | b']' => {
                self.depth = self.depth.checked_sub(1)?;
                if byte == b'}' && self.templates.last() == Some(&self.depth) {
                    self.templates.pop();
                    self.template()?;
                }
            }
            b'"' | b'\'' => self.string(byte),
            b'`' => self.template()?,
            b'/' if next == Some(&b'*') => {
                let rest = &self.bytes[self.at + 1..];
                self.at += 3 + memchr::memmem::find(rest, b"*/")?;
            }
            b'/' if next == Some(&b'/') && self.at.checked_sub(2).is_none_or(|at| self.bytes[at] != b':') => {
                let rest = &self.bytes[self.at..];
                self.at += memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            }
            _ => {}
        }
        Some(true)
    }

    /// Behind the quote that ends a text in this line; an apostrophe is none.
    fn string(&mut self, quote: u8) {
        let mut at = self.at;
        while let Some(&byte) = self.bytes.get(at) {
            match byte {
                b'\n' => return,
                b'\\' => at += 1,
                _ if byte == quote => {
                    self.at = at + 1;
                    return;
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Behind the end of a template, or behind the brace that begins an expression in it.
    fn template(&mut self) -> Option<()> {
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'`' => return Some(()),
                b'$' if self.bytes.get(self.at) == Some(&b'{') => {
                    self.at += 1;
                    self.templates.push(self.depth);
                    self.depth += 1;
                    return (self.depth <= MAX_DEPTH).then_some(());
                }
                _ => {}
            }
        }
        None
    }
}

pub(super) fn bounded(text: &str) -> &str {
    text.get(..text.floor_char_boundary(MAX_LENGTH)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_and_what_is_text_in_them() {
        let inside = |text: &'static str| braces(text).map(|length| &text[..length]);
        assert_eq!(inside("{a} b"), Some("{a}"));
        assert_eq!(inside("{'}'} b"), Some("{'}'}"));
        assert_eq!(inside("{/* } */} b"), Some("{/* } */}"));
        assert_eq!(inside("{`${a}}`} b"), Some("{`${a}}`}"));
        assert_eq!(inside("{a => <p>Don't</p>} b"), Some("{a => <p>Don't</p>}"));
        assert_eq!(inside("{{a: 'https://b'}} c"), Some("{{a: 'https://b'}}"));
        assert_eq!(inside("{a"), None);
        assert_eq!(inside("{`a}"), None);
    }

    #[test]
    fn statements() {
        for (text, length) in [
            ("import A from './a';\n\nText", 20),
            ("import 'a'\nimport B from 'b'\n", 10),
            ("export const a = {\n\n  b: '}',\n};\n\nText", 32),
            ("export default 1", 16),
        ] {
            assert!(is_statement(text), "{text}");
            assert_eq!(statement(text), Some(length), "{text}");
        }
        for text in ["import your data from the file", "export the data", "imports from \"a\"", "import data"]
        {
            assert!(!is_statement(text), "{text}");
        }
    }
}
