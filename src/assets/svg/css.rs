//! Takes out of style sheets what loads from elsewhere: `@import`, and every address that is neither in the same file nor
//! written out as data. Reads CSS as <https://www.w3.org/TR/css-syntax-3/> has it, escapes included.

use std::borrow::Cow;

/// Stands where an address was.
const NOTHING: &str = "url(data:,)";

/// Stands where a statement was, so that what was before it and behind it does not become one token, such as the name of a
/// function. An escape would swallow white space.
const BETWEEN: &str = "/**/";

/// Functions whose texts are addresses.
const ADDRESSES: [&str; 4] = ["image-set", "-webkit-image-set", "image", "src"];

/// The style sheet without what loads, and the names of that. What is left has the tokens that were read here: cleaned again
/// it stays as it is.
pub(super) fn clean(css: &str) -> (Cow<'_, str>, Vec<&'static str>) {
    if !css.contains(['(', '@', '\\']) {
        return (Cow::Borrowed(css), Vec::new());
    }
    // As browsers do before they read a token: behind a backslash, both characters of a line end are one.
    let lines = css.replace("\r\n", "\n").replace(['\r', '\u{c}'], "\n");
    let mut cleaner = Cleaner { css: &lines, at: 0, done: 0, out: String::new(), removed: Vec::new() };
    while cleaner.at < lines.len() {
        cleaner.step();
    }
    if cleaner.removed.is_empty() {
        return (Cow::Borrowed(css), cleaner.removed);
    }
    cleaner.out.push_str(&lines[cleaner.done..]);
    (Cow::Owned(cleaner.out), cleaner.removed)
}

struct Cleaner<'c> {
    css: &'c str,
    at: usize,
    /// What is before it has been written.
    done: usize,
    out: String,
    removed: Vec<&'static str>,
}

impl Cleaner<'_> {
    /// Reads one token.
    fn step(&mut self) {
        let rest = &self.css[self.at..];
        match rest.as_bytes()[0] {
            b'@' => {
                let start = self.at;
                let name = self.name(start + 1);
                self.at = self.at.max(start + 1);
                if name.eq_ignore_ascii_case("import") {
                    self.end_of_statement();
                    let is_first = self.out.is_empty() && self.done == start;
                    self.take(start, "@import", if is_first { "" } else { BETWEEN });
                } else if name.eq_ignore_ascii_case("namespace") {
                    self.namespace();
                }
            }
            byte if is_name_start(byte) => {
                let start = self.at;
                let name = self.name(start).to_ascii_lowercase();
                self.at = self.at.max(start + 1);
                if self.css[self.at..].starts_with('(') {
                    self.function(start, &name);
                }
            }
            _ => self.plain(),
        }
    }

    /// Moves behind a token that is neither a name nor begins with `@`.
    fn plain(&mut self) {
        let rest = &self.css[self.at..];
        match rest.as_bytes()[0] {
            b'/' if rest.starts_with("/*") => self.comment(),
            // Its dashes do not begin a name.
            b'<' if rest.starts_with("<!--") => self.at += 4,
            b'"' | b'\'' => self.at = self.end_of_text(self.at),
            // A number and its unit, or a hash, is not a name: `0url(x)` is one token and no address.
            b'0'..=b'9' | b'#' => {
                self.at += 1;
                self.name(self.at);
            }
            _ => self.at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }

    /// Moves behind a token that is taken out; an address without quotes is one.
    fn pass(&mut self) {
        if !is_name_start(self.css.as_bytes()[self.at]) {
            return self.plain();
        }
        let start = self.at;
        let is_url = self.name(start).eq_ignore_ascii_case("url");
        self.at = self.at.max(start + 1);
        if is_url && self.css[self.at..].starts_with('(') && !self.begins_text(self.at + 1) {
            self.at += 1;
            self.address();
        }
    }

    /// Whether a text in quotes comes at `at`, white space before it or not.
    fn begins_text(&self, at: usize) -> bool {
        self.css[at..].trim_ascii_start().starts_with(['"', '\''])
    }

    /// `at` is on its bracket.
    fn function(&mut self, start: usize, name: &str) {
        self.at += 1;
        if name == "url" {
            let is_text = self.begins_text(self.at);
            let address = self.address();
            if is_within(&address) {
                return;
            }
            if is_text {
                self.end_of_brackets();
            }
            self.take(start, "url()", NOTHING);
        } else if ADDRESSES.contains(&name) {
            self.end_of_brackets();
            self.take(start, "url()", NOTHING);
        }
    }

    /// Moves behind the address of a namespace, which is not loaded; `at` is behind `@namespace`.
    fn namespace(&mut self) {
        self.space();
        let mut start = self.at;
        let mut name = self.name(start);
        if !name.is_empty() && !self.css[self.at..].starts_with('(') {
            self.space();
            start = self.at;
            name = self.name(start);
        }
        if name.eq_ignore_ascii_case("url") && self.css[self.at..].starts_with('(') {
            self.at += 1;
            self.address();
        } else {
            self.at = start;
        }
    }

    /// Moves behind white space and comments.
    fn space(&mut self) {
        loop {
            let rest = &self.css[self.at..];
            if rest.starts_with("/*") {
                self.comment();
            } else if rest.starts_with([' ', '\t', '\n']) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// Moves behind the comment that begins here.
    fn comment(&mut self) {
        let rest = &self.css[self.at + 2..];
        self.at += 2 + rest.find("*/").map_or(rest.len(), |end| end + 2);
    }

    /// What stands in `url(…)`, escapes read; `at` is behind it then, or behind the text if it is one: more may follow, which
    /// is read as everything is.
    fn address(&mut self) -> String {
        let rest = &self.css[self.at..];
        let start = self.at + rest.len() - rest.trim_ascii_start().len();
        for quote in ['"', '\''] {
            if self.css[start..].starts_with(quote) {
                self.at = self.end_of_text(start);
                let text = &self.css[start + 1..self.at];
                return unescaped(text.strip_suffix(quote).unwrap_or(text));
            }
        }
        let mut at = start;
        while let Some(letter) = self.css[at..].chars().next() {
            match letter {
                ')' => break,
                '\\' => at += 1 + escape(&self.css[at + 1..]).1,
                _ => at += letter.len_utf8(),
            }
        }
        self.at = (at + 1).min(self.css.len());
        unescaped(self.css[start..at.min(self.css.len())].trim_ascii_end())
    }

    /// The name at `from`, escapes read; `at` is behind it then.
    fn name(&mut self, from: usize) -> String {
        let mut at = from;
        while let Some(letter) = self.css[at..].chars().next() {
            let is_escape = letter == '\\' && !self.css[at + 1..].starts_with('\n');
            if is_escape {
                at += 1;
                at += escape(&self.css[at..]).1;
            } else if letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_') || !letter.is_ascii() {
                at += letter.len_utf8();
            } else {
                break;
            }
        }
        self.at = at;
        unescaped(&self.css[from..at])
    }

    /// Behind the text that begins with the quote at `start`: at its end, or at that of the line.
    fn end_of_text(&self, start: usize) -> usize {
        let bytes = self.css.as_bytes();
        let quote = bytes[start];
        let mut at = start + 1;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                // It may end with a line end, which then does not end the text.
                b'\\' => at += 1 + escape(&self.css[at + 1..]).1,
                b'\n' => return at,
                _ if byte == quote => return at + 1,
                _ => at += 1,
            }
        }
        self.css.len()
    }

    /// Moves behind the bracket that closes the one before.
    fn end_of_brackets(&mut self) {
        let mut depth = 1_usize;
        while let Some(byte) = self.css.as_bytes().get(self.at).filter(|_| depth > 0) {
            match byte {
                b'(' | b')' => {
                    depth = if *byte == b'(' { depth + 1 } else { depth - 1 };
                    self.at += 1;
                }
                _ => self.pass(),
            }
        }
    }

    /// Moves behind the `;` that ends a statement, or to the bracket that ends what it stands in.
    fn end_of_statement(&mut self) {
        while let Some(byte) = self.css.as_bytes().get(self.at) {
            match byte {
                b'(' => {
                    self.at += 1;
                    self.end_of_brackets();
                }
                b';' => {
                    self.at += 1;
                    return;
                }
                b'{' | b'}' => return,
                _ => self.pass(),
            }
        }
    }

    /// Takes out what stands from `start` to here.
    fn take(&mut self, start: usize, what: &'static str, instead: &str) {
        self.out.push_str(&self.css[self.done..start]);
        self.out.push_str(instead);
        self.done = self.at;
        self.removed.push(what);
    }
}

fn is_name_start(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'_' | b'\\' | 0x80..)
}

/// The character that an escape stands for, and the bytes of it behind the `\`.
fn escape(rest: &str) -> (char, usize) {
    let digits = rest.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    if digits == 0 {
        let letter = rest.chars().next().unwrap_or('\u{fffd}');
        return (letter, rest.chars().next().map_or(0, char::len_utf8));
    }
    let letter = u32::from_str_radix(&rest[..digits], 16).ok().and_then(char::from_u32).unwrap_or('\u{fffd}');
    let space = match rest.as_bytes().get(digits..) {
        Some([b'\r', b'\n', ..]) => 2,
        Some([b' ' | b'\t' | b'\n' | b'\r' | 0xc, ..]) => 1,
        _ => 0,
    };
    (letter, digits + space)
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let (letter, length) = escape(after);
        // At the end of a line it joins this with the next.
        if !matches!(letter, '\n' | '\r' | '\u{c}') || after.starts_with(|c: char| c.is_ascii_hexdigit()) {
            out.push(letter);
        }
        rest = &after[length..];
    }
    out.push_str(rest);
    out
}

/// Whether an address leads to a place in the same file, or is a picture or font written out.
fn is_within(address: &str) -> bool {
    let address = super::address::plain_address(address);
    address.is_empty() || address.starts_with('#') || is_passive_data(&address)
}

fn is_passive_data(address: &str) -> bool {
    const TYPES: [&str; 8] = [
        "image/",
        "font/",
        "application/font",
        "application/x-font",
        "application/vnd.ms-fontobject",
        "application/octet-stream",
        ",",
        ";",
    ];
    let data = address.strip_prefix("data:");
    data.is_some_and(|data| TYPES.iter().any(|known| data.starts_with(known)))
}

#[cfg(test)]
mod tests;
