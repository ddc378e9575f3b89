//! Where the part of a file that is included stands in its text. Includes nothing.

use std::ops::Range;

use super::document::Document;
use super::part::Part;

impl Part {
    /// Where it stands in a text of Markdown, whose body begins at `body`. None: nowhere.
    pub fn in_markdown(&self, text: &str, body: usize, document: &Document) -> Option<Range<usize>> {
        let named = match &*self.name {
            "" if self.lines.is_some() => 0..text.len(),
            "" => body..text.len(),
            name => between_marks(text, name).or_else(|| below_heading(text, name, document))?,
        };
        let found = self.lines_of(text, named)?;
        Some(found.start.max(body.min(found.end))..found.end)
    }

    /// Where its lines stand in a text that is code, without those that mark sections. In a region, no mark of one is shown, and what
    /// all lines are indented by is cut.
    pub fn in_code(&self, text: &str) -> Option<Vec<Range<usize>>> {
        let named = match &*self.name {
            "" => 0..text.len(),
            name => between_marks(text, name)?,
        };
        let found = self.lines_of(text, named)?;
        let is_code = |line: &Range<usize>| {
            let written = &text[line.clone()];
            mark(written).is_none() || self.name.is_empty() && !written.contains(SCISSORS)
        };
        let mut lines: Vec<Range<usize>> = lines(text, found).filter(is_code).collect();
        if !self.name.is_empty() || self.lines.is_some() {
            let written = lines.iter().map(|line| &text[line.clone()]).filter(|line| !line.trim().is_empty());
            let indent = written.map(|line| line.len() - line.trim_start_matches([' ', '\t']).len()).min();
            for line in &mut lines {
                let own = &text[line.clone()];
                let blank = own.len() - own.trim_start_matches([' ', '\t']).len();
                line.start += indent.unwrap_or(0).min(blank);
            }
        }
        Some(lines)
    }

    /// The lines among those of a range.
    fn lines_of(&self, text: &str, range: Range<usize>) -> Option<Range<usize>> {
        let Some((first, last)) = self.lines else { return Some(range) };
        let (first, last) = (first.max(1) as usize, last as usize);
        let count = last.checked_sub(first - 1)?;
        let mut found = lines(text, range).skip(first - 1).take(count);
        let start = found.next()?;
        let end = found.last().map_or(start.end, |line| line.end);
        Some(start.start..end)
    }
}

/// The lines of a range, with their ends.
fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = range.start;
    text.get(range).unwrap_or("").split_inclusive('\n').map(move |line| {
        at += line.len();
        at - line.len()..at
    })
}

/// What marks sections of MkDocs.
const SCISSORS: &str = "8<-";

/// What a line says that marks a part.
#[derive(Debug, PartialEq, Eq)]
enum PartMark<'t> {
    Start(&'t str),
    /// Of the part of this name; of the innermost, if none is written.
    End(&'t str),
}

/// `// #region name`, `<!-- #endregion -->` and so on; `# --8<-- [start:name]` of MkDocs.
fn mark(line: &str) -> Option<PartMark<'_>> {
    if let Some(rest) =
        line.find(SCISSORS).map(|at| line[at + SCISSORS.len()..].trim_start_matches('-').trim_start())
    {
        let inside = rest.strip_prefix('[')?.split_once(']')?.0;
        let (kind, name) = inside.split_once(':')?;
        return match kind.trim() {
            "start" => Some(PartMark::Start(name.trim())),
            "end" => Some(PartMark::End(name.trim())),
            _ => None,
        };
    }
    const OPENERS: [char; 10] = ['/', '#', '-', ':', '*', '<', '!', '(', '"', ' '];
    let text = line.trim();
    let rest = text.trim_start_matches(OPENERS);
    let opener = &text[..text.len() - rest.len()];
    let rest = rest.strip_prefix("pragma ").unwrap_or(rest);
    let has_sign = opener.contains('#') || opener.starts_with("//") || opener.starts_with("<!--");
    let word = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    let name = rest[word..].trim().trim_end_matches(['-', '>', '*', '/', ')', '"', ':', ',']).trim();
    match &rest[..word] {
        "region" | "Region" if has_sign => Some(PartMark::Start(name)),
        "endregion" | "EndRegion" | "Endregion" if has_sign => Some(PartMark::End(name)),
        _ => None,
    }
}

/// What stands between the marks of a name, the first of it.
fn between_marks(text: &str, name: &str) -> Option<Range<usize>> {
    let mut open: Vec<&str> = Vec::new();
    let mut start = None;
    for line in lines(text, 0..text.len()) {
        match mark(&text[line.clone()]) {
            Some(PartMark::Start(own)) => {
                if start.is_some() {
                    open.push(own);
                } else if own == name {
                    start = Some(line.end);
                }
            }
            Some(PartMark::End(own)) => match start {
                Some(from) if own == name || own.is_empty() && open.is_empty() => {
                    return Some(from..line.start);
                }
                Some(_) if own.is_empty() || open.last() == Some(&own) => drop(open.pop()),
                _ => {}
            },
            None => {}
        }
    }
    None
}

/// What stands below the heading of this ID, up to the next one that is not deeper.
fn below_heading(text: &str, name: &str, document: &Document) -> Option<Range<usize>> {
    let id = |at: usize| {
        let heading = &document.headings[at];
        heading.anchor.as_ref().map_or(&*heading.slug, |anchor| &*anchor.name)
    };
    let at = (0..document.headings.len()).find(|&at| id(at) == name)?;
    let heading = &document.headings[at];
    let next = document.headings[at + 1..].iter().find(|next| next.level <= heading.level);
    let from = heading.span.end as usize;
    let is_line_start = text.get(..from)?.ends_with('\n');
    let line = if is_line_start { "" } else { text.get(from..)? };
    let start = from + line.find('\n').map_or(line.len(), |end| end + 1);
    let end = next.map_or(text.len(), |next| next.span.start as usize);
    Some(start.min(end)..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Part {
        Part { name: name.into(), ..Part::default() }
    }

    fn code(part: &Part, text: &str) -> String {
        part.in_code(text)
            .map_or("none".to_owned(), |lines| lines.into_iter().map(|line| &text[line]).collect())
    }

    #[test]
    fn marks_of_parts() {
        let started = [
            "// #region a",
            "//region a",
            "# region a",
            "#region a",
            "  # #region a  ",
            "<!-- #region a -->",
            "<!--region a-->",
            "/* #region a */",
            "-- #region a",
            "::#region a",
            "#pragma region a",
            "# --8<-- [start:a]",
            "<!-- --8<-- [start:a] -->",
        ];
        for line in started {
            assert_eq!(mark(line), Some(PartMark::Start("a")), "{line}");
            let end = line.replace("region", "endregion").replace("start", "end");
            assert_eq!(mark(&end), Some(PartMark::End("a")), "{end}");
        }
        for line in
            ["region a", "let region = 1;", "# regional", "\"#region", "--8<-- \"a.md\"", "- region a"]
        {
            assert!(!matches!(mark(line), Some(PartMark::Start("a"))), "{line}");
        }
    }

    #[test]
    fn parts_of_code() {
        let text = "one\n  // #region a\n  two\n\n    // #region b\n    three\n    // #endregion\n  // #endregion a\nfour";
        assert_eq!(code(&Part::default(), text), text);
        assert_eq!(code(&named("a"), text), "two\n\n  three\n");
        assert_eq!(code(&named("b"), text), "three\n");
        assert_eq!(code(&named("c"), text), "none");
        assert_eq!(code(&Part::default(), "a\n# --8<-- [start:x]\nb\n# --8<-- [end:x]\n"), "a\nb\n");
        assert_eq!(code(&Part { lines: Some((9, u32::MAX)), ..Part::default() }, text), "four");
        assert_eq!(code(&Part { lines: Some((3, 3)), ..Part::default() }, text), "two\n");
        assert_eq!(code(&Part { lines: Some((5, 2)), ..Part::default() }, text), "none");
        assert_eq!(code(&Part { lines: Some((2, 9)), ..named("a") }, text), "\nthree\n");
    }

    #[test]
    fn parts_of_markdown() {
        let text = "---\ntitle: x\n---\n# A\n\nOne\n\n## B b\n\nTwo\n\n### C\n\nThree\n\n## D\n\nFour\n";
        let body = text.find("# A").unwrap();
        let document = Document::parse(text, body);
        let found = |part: &Part| {
            part.in_markdown(text, body, &document).map_or("none".to_owned(), |range| text[range].to_owned())
        };
        assert_eq!(found(&named("b-b")), "\nTwo\n\n### C\n\nThree\n\n");
        assert_eq!(found(&named("d")), "\nFour\n");
        assert_eq!(found(&named("e")), "none");
        assert_eq!(found(&Part { lines: Some((1, 6)), ..Part::default() }), "# A\n\nOne\n");
        assert_eq!(found(&Part { lines: Some((1, 2)), ..named("b-b") }), "\nTwo\n");
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "(?s)[ #/a<>!:\\[\\]8-]{0,40}|(#region a|\n|#endregion|x|é){0,12}", first in 0_u32..9, last in 0_u32..9) {
            let part = Part { name: "a".into(), lines: Some((first, last)), ..Part::default() };
            for range in part.in_code(&text).into_iter().flatten() {
                assert!(text.get(range).is_some());
            }
            let found = part.in_markdown(&text, 0, &Document::parse(&text, 0));
            assert!(found.is_none_or(|range| text.get(range).is_some()));
        }
    }
}
