//! The files that a style sheet names by `url(…)`: fonts and pictures of the project, which go to the site with it. Reads no
//! other CSS, and no file.

use std::ops::Range;

use percent_encoding::percent_decode_str;

/// A file that a style sheet names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// Where the address stands in the sheet, without what follows `?` or `#`.
    pub(super) at: Range<usize>,
    /// As written.
    pub(super) written: String,
    /// Its path in the project, if it lies in it.
    pub(super) path: Option<String>,
}

/// Every relative address of the sheet at `sheet`, a path in the project; other hosts and `data:` are not files.
pub(super) fn named(css: &str, sheet: &str) -> Vec<Named> {
    let folder = sheet.rsplit_once('/').map_or("", |(folder, _)| folder);
    let named = |at: Range<usize>| {
        let written = css.get(at.clone())?;
        let end = written.find(['?', '#']).unwrap_or(written.len());
        let (at, written) = (at.start..at.start + end, written.get(..end)?);
        let is_file = !written.is_empty() && !written.starts_with(['/', '\\']) && !written.contains(':');
        is_file.then(|| Named { at, written: written.to_owned(), path: joined(folder, written) })
    };
    addresses(css).into_iter().filter_map(named).collect()
}

fn joined(folder: &str, written: &str) -> Option<String> {
    let written = percent_decode_str(written).decode_utf8().ok()?;
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(written.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            _ if step.contains(['\\', '\0']) => return None,
            _ => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

/// What stands in every `url(…)` outside of comments and texts.
fn addresses(css: &str) -> Vec<Range<usize>> {
    let bytes = css.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = &bytes[at..];
        if rest.starts_with(b"/*") {
            at = css[at + 2..].find("*/").map_or(bytes.len(), |end| at + 2 + end + 2);
        } else if matches!(byte, b'"' | b'\'') {
            at = end_of_text(bytes, at) + 1;
        } else if rest.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"url(")) {
            let start = at + 4 + rest[4..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            let (start, end) = match bytes.get(start) {
                Some(b'"' | b'\'') => (start + 1, end_of_text(bytes, start)),
                _ => (start, start + bytes[start..].iter().take_while(|&&byte| byte != b')').count()),
            };
            let text = css.get(start..end).unwrap_or("").trim_end();
            found.push(start..start + text.len());
            // Behind the quote or the bracket.
            at = end + 1;
        } else {
            at += 1;
        }
    }
    found
}

/// Where the text that begins at the quote at `start` ends.
fn end_of_text(bytes: &[u8], start: usize) -> usize {
    let quote = bytes[start];
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            _ if byte == quote => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(css: &str) -> Vec<Option<String>> {
        named(css, "brand/look.css").into_iter().map(|named| named.path).collect()
    }

    #[test]
    fn files_of_the_project_are_named() {
        let css = "/* url(no.png) */ @font-face { src: url(\"our-sans.woff2\") format('woff2'), URL( ../f/a%20b.ttf?#x ) }\n\
                   a { content: 'url(no.png)'; background: url('/x.png') url(https://example.com/x.png) url(data:x) url(#a) url() }";
        assert_eq!(paths(css), [Some("brand/our-sans.woff2".to_owned()), Some("f/a b.ttf".to_owned())]);
        assert_eq!(paths("a { background: url(../../x.png) }"), [None]);
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_panic(css in "(url\\(|\"|'|\\\\|/\\*|\\*/|\\)|ā| |x){0,40}") {
            for named in named(&css, "brand/look.css") {
                assert_eq!(&css[named.at], named.written);
            }
        }
    }
}
