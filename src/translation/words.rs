//! Counts the words of a text as ICU divides it, outside code and addresses. Knows no article.

use icu::segmenter::WordSegmenter;
use icu::segmenter::options::WordBreakInvariantOptions;

/// The words of a plain text, without addresses.
pub(super) fn each<'t>(text: &'t str, mut word: impl FnMut(&'t str)) {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let pieces = text.split_whitespace().filter(|piece| !is_address(piece));
    for piece in pieces {
        let mut start = 0;
        let mut breaks = segmenter.segment_str(piece);
        while let Some(end) = breaks.next() {
            if end > start && breaks.word_type().is_word_like() {
                word(piece.get(start..end).unwrap_or(""));
            }
            start = end;
        }
    }
}

/// How many words a plain text has.
pub(super) fn count(text: &str) -> usize {
    let mut words = 0;
    each(text, |_| words += 1);
    words
}

/// What stands in inline code of a Markdown text, without the back quotes.
pub(super) fn inline_code(markdown: &str) -> impl Iterator<Item = &str> {
    let mut rest = markdown;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find('`')?;
            let is_escaped = rest[..start].bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1;
            let open = if is_escaped { 1 } else { run(&rest[start..]) };
            rest = &rest[start + open..];
            if is_escaped {
                continue;
            }
            if let Some(end) = closing(rest, open) {
                let code = &rest[..end];
                rest = &rest[end + open..];
                return Some(code);
            }
        }
    })
}

/// Where the run of as many back quotes begins.
fn closing(text: &str, length: usize) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text[at..].find('`')?;
        let found = run(&text[at..]);
        if found == length {
            return Some(at);
        }
        at += found;
    }
}

fn run(text: &str) -> usize {
    text.bytes().take_while(|&byte| byte == b'`').count()
}

/// Whether a piece between spaces is an address as readers see one.
fn is_address(piece: &str) -> bool {
    piece.contains("://") || piece.starts_with("www.") || piece.starts_with("mailto:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_languages() {
        assert_eq!(count("Open the app, then wait 5 minutes."), 7);
        assert_eq!(count("See https://example.com/a/b and www.example.com now"), 3);
        assert_eq!(count("L’option d'accès"), 2);
        assert!(count("アプリを開いてください") > 2);
        assert!(count("เปิดแอปแล้วรอ") > 2);
        assert_eq!(count("— … !"), 0);
    }

    #[test]
    fn code_in_a_line() {
        let code = |text: &'static str| inline_code(text).collect::<Vec<_>>();
        assert_eq!(code("a `b c` d ``e ` f`` \\`g` h"), ["b c", "e ` f"]);
        assert_eq!(code("a ` b"), Vec::<&str>::new());
    }
}
