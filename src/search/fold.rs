//! Words are folded to what readers type: letter case, width, marks and forms of letters do not count. The script of the
//! search folds words of queries in the same way; `tests/search/folding.json` holds both to it.

use unicode_normalization::char::decompose_canonical;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

use super::language;

/// Characters of a term at the most; what is longer is cut.
pub(super) const TERM_CHARS: usize = 40;

/// How the words of one language are folded.
#[derive(Clone, Copy, Debug)]
pub struct Folding {
    /// Letters of the language and what stands for them, before any other rule.
    pub letters: &'static [(char, &'static str)],
    /// What may be written as one with the next word.
    pub prefixes: &'static [&'static str],
}

impl Folding {
    /// The rules of a language, by its subtag.
    pub fn new(language: &str) -> Self {
        Self { letters: language::letters(language), prefixes: language::prefixes(language) }
    }

    /// Whether the language has no rules of its own.
    pub(super) fn is_general(&self) -> bool {
        self.letters.is_empty() && self.prefixes.is_empty()
    }

    /// Appends `word`, letters and digits of any script with the quotes of Hebrew among them, as it is searched.
    pub fn fold(&self, word: &str, out: &mut String) {
        let start = out.len();
        // Quotes stand between Hebrew letters only.
        if word.is_ascii() {
            out.push_str(word);
            out[start..].make_ascii_lowercase();
        } else if word.chars().all(is_stable) || is_nfkc_quick(word.chars()) == IsNormalized::Yes {
            word.chars().for_each(|c| self.letter(c, out));
        } else {
            word.nfkc().for_each(|c| self.letter(c, out));
        }
        if out.len() - start > TERM_CHARS
            && let Some((end, _)) = out[start..].char_indices().nth(TERM_CHARS)
        {
            out.truncate(start + end);
        }
    }

    /// What a letter is folded to where that is one letter, whatever stands beside it.
    pub(super) fn single(&self, c: char) -> Option<char> {
        let mut folded = String::new();
        if is_stable(c) {
            self.letter(c, &mut folded);
        }
        let mut letters = folded.chars();
        letters.next().filter(|_| letters.next().is_none())
    }

    /// The word without each prefix it begins with: what follows has three letters or more, two after a longer prefix. Of
    /// `kb5001330` the number, which is what people know.
    pub(super) fn bare<'w>(&self, word: &'w str) -> impl Iterator<Item = &'w str> {
        let prefixes = self.prefixes.iter().filter_map(move |prefix| {
            let rest = word.strip_prefix(prefix)?;
            let least = if prefix.chars().nth(1).is_some() { 2 } else { 3 };
            rest.chars().nth(least - 1).map(|_| rest)
        });
        prefixes.chain(number(word))
    }

    fn letter(&self, c: char, out: &mut String) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            '\0'..='\x7f' => {}
            // Scripts without letter case, for which `to_lowercase` is slowest.
            '\u{590}'..='\u{109f}' | '\u{2e80}'..='\u{9fff}' => self.lower(c, out),
            _ => c.to_lowercase().for_each(|c| self.lower(c, out)),
        }
    }

    fn lower(&self, c: char, out: &mut String) {
        if let Some((_, letters)) = self.letters.iter().find(|(letter, _)| *letter == c) {
            out.push_str(letters);
        } else if let Some(digit) = digit(c) {
            out.push(digit);
        } else if !is_left_out(c) {
            match variant(c) {
                Some(letters) => out.push_str(letters),
                None => plain(c, out),
            }
        }
    }
}

/// The four digits or more behind one to four letters.
fn number(word: &str) -> Option<&str> {
    let bytes = word.as_bytes();
    if !bytes.last()?.is_ascii_digit() || !bytes.first()?.is_ascii_lowercase() {
        return None;
    }
    let letters = bytes.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
    let digits = word.get(letters..)?;
    let is_number = letters <= 4 && digits.len() >= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(digits)
}

/// Letters that NFKC leaves alone whatever follows, found without its tables: most letters of most texts.
fn is_stable(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '0'..='9' | '\u{c0}'..='\u{131}' | '\u{141}'..='\u{148}' | '\u{14c}'..='\u{17e}'
        | '\u{218}'..='\u{21b}' | '\u{391}'..='\u{3a1}' | '\u{3a3}'..='\u{3ce}' | '\u{400}'..='\u{45f}' | '\u{5d0}'..='\u{5ea}'
        | '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' | '\u{679}'..='\u{6d3}'
        | '\u{904}'..='\u{939}' | '\u{93e}'..='\u{94c}' | '\u{e01}'..='\u{e32}' | '\u{e34}'..='\u{e37}' | '\u{e40}'..='\u{e46}'
        | '\u{1a0}' | '\u{1a1}' | '\u{1af}' | '\u{1b0}' | '\u{1ea0}'..='\u{1ef9}'
        | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// The digit that a decimal digit of another script means.
pub(super) fn digit(c: char) -> Option<char> {
    /// The zeros; the nine other digits follow each.
    const ZEROS: [u32; 20] = [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
        0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810,
    ];
    let code = u32::from(c);
    if !(0x660..0x1820).contains(&code) {
        return None;
    }
    let zero = ZEROS.iter().rev().find(|zero| **zero <= code)?;
    char::from_digit(code - zero, 10)
}

/// Marks that readers do not write, and characters that nobody sees.
fn is_left_out(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{300}'..='\u{36f}'
        // Niqqud and the accents of Scripture; geresh and gershayim.
        | '\u{591}'..='\u{5c7}' | '\u{5f3}' | '\u{5f4}'
        // Tashkeel, the signs of the Quran, tatweel.
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        // The dot of foreign sounds: Devanagari, Bengali, Gurmukhi, Gujarati, Odia.
        | '\u{93c}' | '\u{9bc}' | '\u{a3c}' | '\u{abc}' | '\u{b3c}')
}

/// Forms of one letter, as its readers see it.
fn variant(c: char) -> Option<&'static str> {
    let letters = match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        'ё' => "е",
        'ך' => "כ",
        'ם' => "מ",
        'ן' => "נ",
        'ף' => "פ",
        'ץ' => "צ",
        'آ' | 'أ' | 'إ' | 'ٱ' => "ا",
        'ى' | 'ی' | 'ئ' => "ي",
        'ؤ' => "و",
        'ة' | 'ہ' | 'ۀ' | 'ە' | 'ھ' => "ه",
        'ک' => "ك",
        'ء' => "",
        'ऩ' => "न",
        'ऱ' => "र",
        'ऴ' => "ळ",
        _ => return None,
    };
    Some(letters)
}

/// Katakana as Hiragana; letters of Latin and Greek without their marks.
fn plain(c: char, out: &mut String) {
    match c {
        '\u{30a1}'..='\u{30f6}' => out.extend(char::from_u32(u32::from(c) - 0x60)),
        '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{3ff}' | '\u{1e00}'..='\u{1fff}' => {
            let mut base = None;
            decompose_canonical(c, |part| {
                base.get_or_insert(part);
            });
            let base = base.unwrap_or(c);
            match variant(base) {
                Some(letters) => out.push_str(letters),
                None => out.push(base),
            }
        }
        _ => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nfkc_leaves_stable_letters_alone_beside_each_other() {
        let stable: String = ('\0'..=char::MAX).filter(|&c| is_stable(c)).collect();
        assert!(stable.nfkc().eq(stable.chars()));
        let alphabets: String = stable.chars().filter(|c| !matches!(c, '\u{4e00}'..='\u{d7a3}')).collect();
        for first in alphabets.chars() {
            let pairs: String = alphabets.chars().flat_map(|second| [first, second, ' ']).collect();
            assert!(pairs.nfkc().eq(pairs.chars()), "{first}");
        }
    }
}
