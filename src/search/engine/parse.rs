//! A query becomes words, folded as those of the index. Finds no article.

use crate::search::words::{is_hebrew, is_of_word, is_quote, is_unspaced, trimmed};

use super::decode::Units;
use super::index::Engine;
use super::like::End;
use super::word::{Script, Word};

/// Words of a query that are looked for.
const WORDS: usize = 16;

impl Engine {
    /// The words of a query. The last is open where nothing follows it.
    pub(super) fn parse(&self, query: &str) -> Vec<Word> {
        let parts = divide(query);
        let mut found = Vec::new();
        for (number, (part, script)) in parts.iter().enumerate() {
            let is_last = number + 1 == parts.len() && query.ends_with(part);
            let end = if is_last { End::Open } else { End::Closed };
            match script {
                Script::Spaced => {
                    let text = self.folded(part);
                    if !text.is_empty() {
                        found.push(self.word(&text, end, Script::Spaced));
                    }
                }
                Script::Unspaced => self.take_apart(part, end, &mut found),
            }
        }
        found.truncate(WORDS);
        found
    }

    fn folded(&self, text: &str) -> String {
        let mut out = String::new();
        self.folding.fold(text, &mut out);
        out
    }

    fn word(&self, text: &str, end: End, script: Script) -> Word {
        let units: Units = text.encode_utf16().collect();
        let mut forms = vec![units.clone()];
        let mut is_unknown = false;
        if script == Script::Spaced {
            forms.extend(self.stripped(text).iter().map(|form| form.encode_utf16().collect::<Units>()));
            is_unknown = !self.groups.is_empty() && !self.has(&units);
        }
        Word { text: units, end, script, forms, is_unknown }
    }

    /// A word without prefixes, which may be several before one another.
    pub(super) fn stripped(&self, text: &str) -> Vec<String> {
        let mut found: Vec<String> = self.folding.bare(text).map(str::to_owned).collect();
        let mut at = 0;
        while let Some(form) = found.get(at).cloned() {
            for shorter in self.folding.bare(&form) {
                if !found.iter().any(|other| other == shorter) {
                    found.push(shorter.to_owned());
                }
            }
            at += 1;
        }
        found
    }

    /// A run of a script without spaces, as its words.
    fn take_apart(&self, run: &str, end: End, found: &mut Vec<Word>) {
        let ends: Vec<usize> = self.segmenter.segment_str(run).filter(|end| *end > 0).collect();
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let pieces: Vec<String> = starts
            .zip(&ends)
            .map(|(start, end)| self.folded(&run[start..*end]))
            .filter(|piece| !piece.is_empty())
            .collect();
        for (number, piece) in pieces.iter().enumerate() {
            let text = trimmed(piece);
            let end = if number + 1 == pieces.len() { end } else { End::Closed };
            let units: Units = text.encode_utf16().collect();
            let is_known =
                units.len() == 1 || if end == End::Open { self.begins(&units) } else { self.has(&units) };
            if is_known {
                found.push(self.word(text, end, Script::Unspaced));
            } else {
                self.known(&units, found);
            }
        }
    }

    /// Whether a term begins so.
    fn begins(&self, text: &[u16]) -> bool {
        let number = self.part_of(text);
        let Some(part) = self.parts.get(number) else { return false };
        let next = part.terms.partition_point(|term| term.as_slice() <= text);
        let is_term = next > 0 && part.terms[next - 1] == text;
        let following = part.terms.get(next).or_else(|| Some(&self.parts.get(number + 1)?.first));
        is_term || following.is_some_and(|term| term.starts_with(text))
    }

    /// A word that the index has not: the longest terms it is made of, at the least pairs.
    fn known(&self, run: &[u16], found: &mut Vec<Word>) {
        let mut at = 0;
        while let Some(&first) = run.get(at) {
            let rest = &run[at..];
            let terms = self.parts.get(self.part_of(rest)).map_or(&[][..], |part| &part.terms);
            let before = terms.partition_point(|term| term.as_slice() <= rest);
            let like = terms[..before].iter().rev().take_while(|term| term.first() == Some(&first));
            match like.into_iter().find(|term| rest.starts_with(term)) {
                Some(term) => {
                    found.push(self.word(&String::from_utf16_lossy(term), End::Closed, Script::Unspaced));
                    at += term.len();
                }
                None => at += if (0xd800..0xdc00).contains(&first) { 2 } else { 1 },
            }
        }
    }
}

/// Runs of letters and digits, those of scripts without spaces apart.
fn divide(text: &str) -> Vec<(&str, Script)> {
    let mut runs = Vec::new();
    let (mut start, mut before) = (None, '\0');
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let joins = is_quote(c) && is_hebrew(before) && characters.peek().is_some_and(|(_, c)| is_hebrew(*c));
        if is_of_word(c) || start.is_some() && joins {
            start.get_or_insert(at);
        } else if let Some(start) = start.take() {
            runs.push(&text[start..at]);
        }
        before = c;
    }
    runs.extend(start.map(|start| &text[start..]));
    runs.into_iter().flat_map(by_script).collect()
}

fn by_script(run: &str) -> Vec<(&str, Script)> {
    let (mut parts, mut rest) = (Vec::new(), run);
    while let Some(first) = rest.chars().next() {
        let class = is_unspaced(first);
        let end = rest.find(|c| is_unspaced(c) != class).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push((part, if class { Script::Unspaced } else { Script::Spaced }));
        rest = after;
    }
    parts
}
