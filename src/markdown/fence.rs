//! What stands behind the first fence of a block of code: the language, a title, marked lines. Writes nothing.
//!
//! `js title="a.js" {1,3-5} ins={2}`, `js [a.js]`, `js hl_lines="1 3-5"`, `{ .js title="a.js" }`.

use std::ops::Range;

use super::document::{LineMark, MarkedLines};

#[derive(Debug, Default)]
pub(super) struct Fence {
    pub(super) language: String,
    pub(super) title: Option<FenceTitle>,
    pub(super) marks: Vec<MarkedLines>,
}

/// A title and its place in the info string.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FenceTitle {
    pub(super) text: String,
    pub(super) place: Range<usize>,
}

impl Fence {
    /// Reads an info string. What means nothing here is passed over.
    pub(super) fn read(info: &str) -> Self {
        let mut fence = Self::default();
        let word = info.split([' ', '\t', ',', '{', '[', ':']).next().unwrap_or("");
        fence.set_language(word);
        let mut at = word.len();
        while let Some(rest) = info.get(at..).filter(|rest| !rest.is_empty()) {
            at += fence.part(rest, at);
        }
        fence
    }

    /// Whether its text is written as it is.
    pub(super) fn is_plain(&self) -> bool {
        self.language.is_empty() && self.marks.is_empty()
    }

    fn set_language(&mut self, word: &str) {
        if word.bytes().all(|b| b.is_ascii_alphanumeric() || b"_+#.-".contains(&b)) {
            word.clone_into(&mut self.language);
        }
    }

    /// Reads what `rest` starts with, which stands at `at`; returns how long that is.
    fn part(&mut self, rest: &str, at: usize) -> usize {
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let word = rest.find([' ', '\t', ',', '=', '{', '}', '[']).unwrap_or(rest.len());
        match rest.as_bytes()[0] {
            b'{' => match rest[1..].split_once('}').map(|(lines, _)| (lines.len(), lines_of(lines))) {
                Some((length, Some(lines))) => {
                    self.mark(lines, LineMark::Marked);
                    length + 2
                }
                _ => first,
            },
            b'[' => match rest[1..].split_once(']') {
                Some((title, _)) => {
                    self.set_title(title, at + 1);
                    title.len() + 2
                }
                None => first,
            },
            b'.' if self.language.is_empty() => {
                self.set_language(&rest[1..word.max(1)]);
                word.max(1)
            }
            _ if rest[word..].starts_with('=') => {
                let (value, start, end) = value(&rest[word + 1..]);
                self.set(&rest[..word], value, at + word + 1 + start);
                word + 1 + end
            }
            _ => word.max(first),
        }
    }

    fn set(&mut self, key: &str, value: &str, at: usize) {
        let kind = match key {
            "title" | "file" | "filename" => return self.set_title(value, at),
            "hl_lines" | "mark" => LineMark::Marked,
            "ins" => LineMark::Inserted,
            "del" => LineMark::Deleted,
            _ => return,
        };
        self.mark(lines_of(value).unwrap_or_default(), kind);
    }

    fn set_title(&mut self, title: &str, at: usize) {
        if self.title.is_none() && !title.trim().is_empty() {
            self.title = Some(FenceTitle { text: title.to_owned(), place: at..at + title.len() });
        }
    }

    fn mark(&mut self, lines: Vec<(u32, u32)>, kind: LineMark) {
        let marks = lines.into_iter().map(|(first, last)| MarkedLines { first, last, kind });
        self.marks.extend(marks);
    }
}

/// The value that a text starts with, where it starts without its quotes or braces, and where it ends with them.
fn value(text: &str) -> (&str, usize, usize) {
    let end = match text.as_bytes().first() {
        Some(b'"') => Some('"'),
        Some(b'\'') => Some('\''),
        Some(b'{') => Some('}'),
        _ => None,
    };
    if let Some(end) = end {
        // Without its end it is no value.
        let is_escaped = |at: usize| end != '}' && text[1..=at].ends_with('\\');
        let mut ends = text[1..].match_indices(end).map(|(at, _)| at);
        let length = ends.find(|&at| !is_escaped(at));
        return length.map_or(("", 0, 1), |length| (&text[1..=length], 1, length + 2));
    }
    let length = text.find([' ', '\t', ',', '}']).unwrap_or(text.len());
    (&text[..length], 0, length)
}

/// `1,3-5` or `1 3-5`; none if it is something else.
fn lines_of(text: &str) -> Option<Vec<(u32, u32)>> {
    let parts = text.split([',', ' ']).filter(|part| !part.is_empty());
    let lines = |part: &str| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        Some((first.parse().ok()?, last.parse().ok()?))
    };
    let lines: Vec<_> = parts.map(lines).collect::<Option<_>>()?;
    (!lines.is_empty()).then_some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(info: &str) -> String {
        let fence = Fence::read(info);
        let marks: Vec<String> =
            fence.marks.iter().map(|mark| format!("{:?} {}-{}", mark.kind, mark.first, mark.last)).collect();
        let title = fence.title.map(|title| {
            assert_eq!(info[title.place], title.text);
            title.text
        });
        format!("{} | {} | {}", fence.language, title.unwrap_or_default(), marks.join(", "))
    }

    #[test]
    fn the_forms_of_the_generators() {
        let forms = [
            "",
            "js",
            "c#",
            "js,ignore",
            "js title=\"src/a b.js\" {1,3-5} showLineNumbers",
            "js title='a.js' ins={2-3} del={4}",
            "js {2} [a.js]",
            "js{2}",
            "js:line-numbers {1}",
            "py hl_lines=\"2-3 5\" linenums=\"1\" title=\"é.py\"",
            "{ .yaml .annotate title=\"mkdocs.yml\" hl_lines=\"2\" }",
            "{1,2}",
            "js {\"key\":1} ins=\"text\" meta",
            "js title= file=a.js",
            "js title=\"open {1",
            "js {1-",
            "js [x",
            "=é={é}[é",
            "a\"b",
        ];
        let shown: Vec<String> = forms.iter().map(|info| format!("{info} → {}", shown(info))).collect();
        insta::assert_snapshot!(shown.join("\n"), @r#"
         →  |  | 
        js → js |  | 
        c# → c# |  | 
        js,ignore → js |  | 
        js title="src/a b.js" {1,3-5} showLineNumbers → js | src/a b.js | Marked 1-1, Marked 3-5
        js title='a.js' ins={2-3} del={4} → js | a.js | Inserted 2-3, Deleted 4-4
        js {2} [a.js] → js | a.js | Marked 2-2
        js{2} → js |  | Marked 2-2
        js:line-numbers {1} → js |  | Marked 1-1
        py hl_lines="2-3 5" linenums="1" title="é.py" → py | é.py | Marked 2-3, Marked 5-5
        { .yaml .annotate title="mkdocs.yml" hl_lines="2" } → yaml | mkdocs.yml | Marked 2-2
        {1,2} →  |  | Marked 1-1, Marked 2-2
        js {"key":1} ins="text" meta → js |  | 
        js title= file=a.js → js | a.js | 
        js title="open {1 → js |  | 
        js {1- → js |  | 
        js [x → js |  | 
        =é={é}[é →  |  | 
        a"b →  |  |
        "#);
    }

    proptest::proptest! {
        #[test]
        fn no_info_string_panics(info in "[a{}\\[\\]=\"' ,.1é-]{0,24}") {
            shown(&info);
        }
    }
}
