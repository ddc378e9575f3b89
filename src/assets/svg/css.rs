//! Takes out of style sheets what loads from elsewhere: `@import`, and every address that is neither in the same file nor
//! written out as data. Reads CSS as <https://www.w3.org/TR/css-syntax-3/> has it, escapes included.

use std::borrow::Cow;

/// Stands where an address was.
const NOTHING: &str = "url(data:,)";

/// Functions whose texts are addresses.
const ADDRESSES: [&str; 4] = ["image-set", "-webkit-image-set", "image", "src"];

/// The style sheet without what loads, and the names of that.
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
            b'/' if rest.starts_with("/*") => {
                self.at += rest[2..].find("*/").map_or(rest.len(), |end| end + 4);
            }
            b'"' | b'\'' => self.at = self.end_of_text(self.at),
            b'@' => {
                let start = self.at;
                let name = self.name(start + 1);
                self.at = self.at.max(start + 1);
                if name.eq_ignore_ascii_case("import") {
                    self.end_of_statement();
                    self.take(start, "@import", "");
                } else if name.eq_ignore_ascii_case("namespace") {
                    // What it names is not loaded.
                    self.end_of_statement();
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
            // A number and its unit, or a hash, is not a name: `0url(x)` is one token and no address.
            b'0'..=b'9' | b'#' => {
                self.at += 1;
                self.name(self.at);
            }
            _ => self.at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }

    /// `at` is on its bracket.
    fn function(&mut self, start: usize, name: &str) {
        self.at += 1;
        if name == "url" {
            let address = self.address();
            if !is_within(&address) {
                self.take(start, "url()", NOTHING);
            }
        } else if ADDRESSES.contains(&name) {
            self.end_of_brackets();
            self.take(start, "url()", NOTHING);
        }
    }

    /// What stands in `url(…)`, escapes read; `at` is behind it then.
    fn address(&mut self) -> String {
        let rest = &self.css[self.at..];
        let start = self.at + rest.len() - rest.trim_ascii_start().len();
        if self.css[start..].starts_with(['"', '\'']) {
            let end = self.end_of_text(start);
            self.at = end;
            self.end_of_brackets();
            return unescaped(self.css[start + 1..end].trim_end_matches(['"', '\'']));
        }
        let mut at = start;
        while let Some(letter) = self.css[at..].chars().next() {
            match letter {
                ')' => break,
                '\\' => at += 1 + self.css[at + 1..].chars().next().map_or(0, char::len_utf8),
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
                b'\\' => at += 1 + self.css[at + 1..].chars().next().map_or(0, char::len_utf8),
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
        while depth > 0 && self.at < self.css.len() {
            let rest = &self.css[self.at..];
            match rest.as_bytes()[0] {
                b'"' | b'\'' => self.at = self.end_of_text(self.at),
                b'\\' => self.at += 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                b'(' | b')' => {
                    depth = if rest.starts_with('(') { depth + 1 } else { depth - 1 };
                    self.at += 1;
                }
                _ => self.at += rest.chars().next().map_or(1, char::len_utf8),
            }
        }
    }

    /// Moves behind the `;` that ends a statement, or to the bracket that ends what it stands in.
    fn end_of_statement(&mut self) {
        while self.at < self.css.len() {
            let rest = &self.css[self.at..];
            match rest.as_bytes()[0] {
                b'"' | b'\'' => self.at = self.end_of_text(self.at),
                b'\\' => self.at += 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                b'(' => {
                    self.at += 1;
                    self.end_of_brackets();
                }
                b';' => {
                    self.at += 1;
                    return;
                }
                b'{' | b'}' => return,
                _ => self.at += rest.chars().next().map_or(1, char::len_utf8),
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
mod tests {
    use super::clean;

    #[test]
    fn what_loads_is_taken_out() {
        for (css, expected) in [
            ("a { fill: url(https://e.example/x) }", "a { fill: url(data:,) }"),
            ("a { fill: url( \"//e.example/x#y\" ) red }", "a { fill: url(data:,) red }"),
            ("a { fill: \\75RL(x.svg#y) }", "a { fill: url(data:,) }"),
            ("a { fill: u\\72\nl(x.svg#y) }", "a { fill: url(data:,) }"),
            ("a { fill: url(\\68ttps://e.example/) }", "a { fill: url(data:,) }"),
            ("@import url(https://e.example/x.css); b {}", " b {}"),
            ("@\\69mport 'x;y.css' screen;b {}", "b {}"),
            ("@IMPORT \"x", ""),
            ("a { b: image-set(\"https://e.example/x\" 1x, url(y) 2x) c }", "a { b: url(data:,) c }"),
            ("a { b: -webkit-image-set(url(x) 1x) }", "a { b: url(data:,) }"),
            ("/* ' */ a { b: url(x) } /* ' */", "/* ' */ a { b: url(data:,) } /* ' */"),
            ("a { b: 'x\ny: url(z)' }", "a { b: 'x\ny: url(data:,)' }"),
            ("a { b: url(data:text/html,x) }", "a { b: url(data:,) }"),
            ("a { b: url(x", "a { b: url(data:,)"),
            (
                "@font-face { src: local(x), url(https://e.example/f.woff2) }",
                "@font-face { src: local(x), url(data:,) }",
            ),
            ("a { b: src(\"x\") }", "a { b: url(data:,) }"),
            ("a { --x: \"\\\r\n\"; b: url(x); --y: \"\" }", "a { --x: \"\\\n\"; b: url(data:,); --y: \"\" }"),
            ("a { b: url(\"\\\r\n//e.example/x\") }", "a { b: url(data:,) }"),
            ("a { --x: '\\\u{c}'; b: url(x) }", "a { --x: '\\\n'; b: url(data:,) }"),
        ] {
            let (cleaned, removed) = clean(css);
            assert_eq!(cleaned, expected, "{css}");
            assert!(!removed.is_empty(), "{css}");
            assert!(clean(&cleaned).1.is_empty(), "{css} again");
        }
    }

    #[test]
    fn what_is_in_the_file_stays() {
        for css in [
            "",
            ".a{fill:url(#b);clip-path:url('#c');filter:url( \"#d\" )}",
            "@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA) format('woff2')}",
            "@font-face{src:url(data:application/font-woff;charset=utf-8;base64,AAAA)}",
            "a{background:url(DATA:image/png;base64,AAAA)}",
            "a{content:'url(https://e.example/)'} /* @import 'x'; url(y) */",
            "@media print{a{color:rgb(1,2,3)}} @keyframes x{to{transform:rotate(1turn)}}",
            "a{b:my-url(x);c:curl(y)}",
            "@charset \"utf-8\";",
            "@namespace svg url(http://www.w3.org/2000/svg);",
            "\\",
            "a{b:c\\",
        ] {
            assert_eq!(clean(css), (css.into(), Vec::new()), "{css}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_panic_and_nothing_is_left(
            css in "(url\\(|URL|src\\(|@import|\"|'|\\\\|\\\\75 ?|/\\*|\\*/|\\(|\\)|\\{|\\}|;|ā|\n| |#|//e|x){0,40}"
        ) {
            let (cleaned, _) = clean(&css);
            assert!(clean(&cleaned).1.is_empty(), "{css:?} became {cleaned:?}");
        }
    }
}
