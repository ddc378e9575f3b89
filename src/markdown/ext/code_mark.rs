//! Comments in code that mark its lines: `// [!code ++]` of VitePress, `// highlight-next-line` of Docusaurus. They are not
//! shown. Knows no language: a comment is what begins as comments do.

use crate::markdown::document::{LineMark, MarkedLines};
use crate::markdown::syntax::Dialect;

/// How comments begin, and how they end on their line.
const COMMENTS: [(&str, &str); 9] = [
    ("{/*", "*/}"),
    ("<!--", "-->"),
    ("/*", "*/"),
    ("//", ""),
    ("#", ""),
    ("--", ""),
    (";", ""),
    ("%", ""),
    ("'", ""),
];

/// The code without such comments, and the lines that they mark, after those that are marked already.
pub(in crate::markdown) fn read(dialect: Dialect, code: String, marks: &mut Vec<MarkedLines>) -> String {
    let sign = match dialect {
        Dialect::VitePress | Dialect::VuePress => "[!code ",
        Dialect::Docusaurus => "highlight-",
        _ => return code,
    };
    if !code.contains(sign) {
        return code;
    }
    let mut reader = Reader { code: String::with_capacity(code.len()), line: 1, from: None, marks };
    for line in code.split_inclusive('\n') {
        let found = match dialect {
            Dialect::Docusaurus => reader.magic_comment(line),
            _ => reader.notation(line),
        };
        if !found {
            reader.keep(line);
        }
    }
    reader.end();
    reader.code
}

struct Reader<'m> {
    code: String,
    /// The number that the next line gets.
    line: u32,
    /// Where lines begin that are marked up to a comment that ends them.
    from: Option<u32>,
    marks: &'m mut Vec<MarkedLines>,
}

impl Reader<'_> {
    fn keep(&mut self, line: &str) {
        self.code.push_str(line);
        self.line += 1;
    }

    fn mark(&mut self, first: u32, last: u32, kind: LineMark) {
        self.marks.push(MarkedLines { first, last, kind });
    }

    /// `// [!code highlight:2]` at the end of a line, or in a line of its own, which is for those below it.
    fn notation(&mut self, line: &str) -> bool {
        let Some((before, rest)) = line.split_once("[!code ") else { return false };
        let Some((notation, after)) = rest.split_once(']') else { return false };
        let (word, count) = notation.trim().split_once(':').unwrap_or((notation.trim(), "1"));
        let kind = match word {
            "highlight" | "hl" | "focus" | "warning" | "error" => LineMark::Marked,
            "++" => LineMark::Inserted,
            "--" => LineMark::Deleted,
            _ => return false,
        };
        let before = before.trim_end();
        let ends = |(start, _): &&(&str, &str)| before.ends_with(start);
        let Some((start, end)) = COMMENTS.iter().find(ends) else { return false };
        let code = before[..before.len() - start.len()].trim_end();
        let after = after.trim_start_matches([' ', '\t']);
        let after = after.strip_prefix(end).unwrap_or(after);
        let last = self.line.saturating_add(count.parse::<u32>().unwrap_or(1).max(1) - 1);
        self.mark(self.line, last, kind);
        if !code.is_empty() || !after.trim().is_empty() {
            self.keep(&format!("{code}{after}"));
        }
        true
    }

    /// `// highlight-next-line`, `// highlight-start` and `// highlight-end`, each in a line of its own.
    fn magic_comment(&mut self, line: &str) -> bool {
        let line = line.trim();
        let inside = |(start, end): &(&str, &str)| Some(line.strip_prefix(start)?.strip_suffix(end)?.trim());
        match COMMENTS.iter().find_map(inside) {
            Some("highlight-next-line") => self.mark(self.line, self.line, LineMark::Marked),
            Some("highlight-start") => self.from = Some(self.line),
            Some("highlight-end") => self.end(),
            _ => return false,
        }
        true
    }

    fn end(&mut self) {
        if let Some(first) = self.from.take().filter(|first| *first < self.line) {
            self.mark(first, self.line - 1, LineMark::Marked);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(dialect: Dialect, code: &str) -> String {
        let mut marks = Vec::new();
        let code = read(dialect, code.to_owned(), &mut marks);
        let marks: Vec<String> =
            marks.iter().map(|mark| format!("{:?} {}-{}", mark.kind, mark.first, mark.last)).collect();
        format!("{code}| {}", marks.join(", "))
    }

    #[test]
    fn notations_of_vitepress() {
        let code = "a // [!code ++]\n<b/> <!-- [!code --] -->\n# [!code highlight:2]\nc\nd\n  /* [!code focus] */ e;\nf [!code hl]\ng // [!code word:x]\nh // [!code hl\n// [!code hl]";
        insta::assert_snapshot!(shown(Dialect::VitePress, code), @"
        a
        <b/>
        c
        d
         e;
        f [!code hl]
        g // [!code word:x]
        h // [!code hl
        | Inserted 1-1, Deleted 2-2, Marked 3-4, Marked 5-5, Marked 9-9
        ");
        assert_eq!(shown(Dialect::Plain, code), format!("{code}| "));
    }

    #[test]
    fn magic_comments_of_docusaurus() {
        let code = "a\n// highlight-next-line\nb\n  {/* highlight-start */}\nc\nd\n  {/* highlight-end */}\ne // highlight-next-line\n# highlight-start\nf\n<!-- highlight-end -->\n# highlight-start\n";
        insta::assert_snapshot!(shown(Dialect::Docusaurus, code), @"
        a
        b
        c
        d
        e // highlight-next-line
        f
        | Marked 2-2, Marked 3-4, Marked 6-6
        ");
    }
}
