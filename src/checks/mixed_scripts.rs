//! `mixed-scripts`: a word has letters of several scripts.

mod code_page;
mod letters;
mod word;

use std::collections::BTreeSet;

use memchr::memchr3;

use crate::catalog::File;
use crate::diagnostic::{Applicability, Span};

use super::check::{MANY, prose_beyond_ascii};
use super::{Check, Finding, Findings, Level, MadeIn, Run};
use letters::Alphabet;
use word::{Certainty, Mixed, mixed};

pub(super) const CHECK: Check = Check {
    code: "mixed-scripts",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: Some(MANY),
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "a word has letters of several scripts",
    explanation: "\
## What it does
Checks text, titles, link texts and alternative texts for words in which Latin, Cyrillic, Greek or full-width letters are mixed: one or two letters of another script inside a word, or at its edge where they look like letters of the script of the word. Also finds addresses with a full-width colon (`https：//`). Units, symbols and names with an ending of the language (`Wordом`) are not reported.

## Why is this bad?
Readers see wrong letters, or do not find the word when they search for it. It often comes from a file that was read in the wrong code page.

## Example
```markdown
# Neobiиne aktivnosti
```

## Fix
Write the word with the letters of one script: `# Neobične aktivnosti`.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    if !may_be_mixed(&file.text) {
        return;
    }
    let mut pieces = prose_beyond_ascii(file);
    pieces.retain(|piece| may_be_mixed(piece.slice(&file.text)));
    let mut suspects: Vec<Span> = Vec::new();
    for &piece in &pieces {
        words(piece, &file.text, |span, alphabets| {
            if alphabets.count_ones() > 1 && !is_escape(file, span) {
                suspects.push(span);
            }
        });
    }
    let mut found = full_width_addresses(file, &pieces);
    if !suspects.is_empty() {
        let text = Text::new(file, &pieces);
        found.extend(suspects.into_iter().filter_map(|span| text.judge(span, span.slice(&file.text))));
        found.sort_by_key(|finding| finding.span.start);
    }
    findings.push_all(file, found);
}

/// Whether a text has a byte that a Greek, Cyrillic or full-width letter begins with.
fn may_be_mixed(text: &str) -> bool {
    let has = |one, two, three| memchr3(one, two, three, text.as_bytes()).is_some();
    has(0xcd, 0xce, 0xcf) || has(0xd0, 0xd1, 0xd2) || has(0xd3, 0xe1, 0xef)
}

/// Every word of Latin, Cyrillic and Greek letters in a piece of text, and the bits of its alphabets.
fn words(piece: Span, text: &str, mut each: impl FnMut(Span, u8)) {
    let is_mark = |letter: char| matches!(letter, '\u{300}'..='\u{36f}');
    let base = piece.start as usize;
    let (mut start, mut alphabets) = (0, 0);
    let written = piece.slice(text);
    for (at, letter) in written.char_indices() {
        match Alphabet::of(letter) {
            Some(alphabet) => {
                if alphabets == 0 {
                    start = at;
                }
                alphabets |= alphabet.bit();
            }
            None if alphabets != 0 && !is_mark(letter) => {
                each(Span::new(base + start, base + at), alphabets);
                alphabets = 0;
            }
            None => {}
        }
    }
    if alphabets != 0 {
        each(Span::new(base + start, base + written.len()), alphabets);
    }
}

/// `\nслово`, `%sслово`
fn is_escape(file: &File, word: Span) -> bool {
    file.text[..word.start as usize].ends_with(['\\', '%'])
}

/// What is known of a text that has a suspect.
struct Text<'f> {
    own: Option<Alphabet>,
    /// Its words of one alphabet.
    sound: BTreeSet<&'f str>,
    /// The letters beyond ASCII of those.
    letters: BTreeSet<char>,
}

impl<'f> Text<'f> {
    fn new(file: &'f File, pieces: &[Span]) -> Self {
        let mut sound = BTreeSet::new();
        let mut counts = [Alphabet::Latin, Alphabet::Cyrillic, Alphabet::Greek].map(|alphabet| (alphabet, 0));
        let blocks = file.document.blocks.iter().map(|block| block.span);
        let titles = pieces.iter().copied().take_while(|piece| piece.start < first(file));
        for piece in titles.chain(blocks) {
            words(piece, &file.text, |span, alphabets| {
                if let Some((_, count)) = counts.iter_mut().find(|(alphabet, _)| alphabet.bit() == alphabets)
                {
                    *count += 1;
                    sound.insert(span.slice(&file.text));
                }
            });
        }
        let own = counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(alphabet, _)| alphabet);
        let letters =
            sound.iter().flat_map(|word| word.chars()).filter(|letter| !letter.is_ascii()).collect();
        Self { own, sound, letters }
    }

    fn judge(&self, span: Span, word: &str) -> Option<Finding> {
        let Mixed { main, letter, foreign, right, certainty } = mixed(word, self.own)?;
        let is_known = right.as_deref().is_some_and(|right| self.sound.contains(right));
        if certainty == Certainty::OnlyIfKnown && !is_known {
            return None;
        }
        let message = if foreign == Alphabet::FullWidth {
            format!("`{word}` mixes letters of two widths: `{letter}` is full-width")
        } else {
            format!("`{word}` mixes scripts: `{letter}` is {}, not {}", foreign.name(), main.name())
        };
        let finding = Finding::new(span, message);
        let with = format!("with {} letters only", main.name());
        let is_safe = is_known || foreign == Alphabet::FullWidth;
        let applicability = if is_safe { Applicability::Safe } else { Applicability::Unsafe };
        // In Latin letters a Cyrillic one is as often the rest of another letter as one that looks the same.
        if let Some(right) = right.as_ref().filter(|_| is_safe || main != Alphabet::Latin) {
            return Some(finding.help(format!("write `{right}` {with}")).fix(applicability, span, &**right));
        }
        let decoded = || code_page::decoded(word, &self.letters);
        let read = right.is_none().then(decoded).flatten().filter(|_| foreign == Alphabet::Cyrillic);
        Some(match read {
            Some(read) => {
                let help = format!("write `{read}`: the text was read in the code page of Cyrillic");
                let is_known = self.sound.contains(&*read);
                let applicability = if is_known { Applicability::Safe } else { Applicability::Unsafe };
                finding.help(help).fix(applicability, span, read)
            }
            None => finding.help(format!("write it {with}")),
        })
    }
}

/// Where the body of a file starts.
fn first(file: &File) -> u32 {
    file.document.blocks.first().map_or(u32::MAX, |block| block.span.start)
}

/// `https：//`
fn full_width_addresses(file: &File, pieces: &[Span]) -> Vec<Finding> {
    let mut found = Vec::new();
    for piece in pieces {
        for (at, colon) in piece.slice(&file.text).match_indices("：//") {
            let at = piece.start as usize + at;
            let scheme = ["https", "http"].into_iter().find(|scheme| file.text[..at].ends_with(scheme));
            if let Some(scheme) = scheme {
                let span = Span::new(at - scheme.len(), at + colon.len());
                let finding =
                    Finding::new(span, format!("the colon of `{}` is full-width", span.slice(&file.text)));
                let right = format!("{scheme}://");
                found.push(finding.help(format!("write `{right}`")).fix(Applicability::Safe, span, right));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn in_many_languages() {
        let files = [
            (
                "content/sr-Latn-RS/a.md",
                "---\ntitle: Neobiиne aktivnosti\n---\n# Događaji koje hostujeљ\n\n[poиnete](b.md) ![naиin](a.png) `uиi`\n",
            ),
            ("content/es/a.md", "# A\n\nCуmo iniciar sesiуn\n"),
            ("content/ru/a.md", "# A\n\nОткройте Word, cтрока в Wоrd. Ещё Excelа и строка.\n"),
            (
                "content/ru/b.md",
                "# A\n\nЭто SQLзапрос; Оutlook и слoво; `cлово`, \\nслово, бóльший, [Excelа](b.md) и Excela.\n",
            ),
            ("content/uk/a.md", "# A\n\nВідкрийте налаштyвання програми.\n"),
            ("content/el/a.md", "# A\n\nΤο Aρχείο και το αρχειο\n"),
            ("content/ja/a.md", "# A\n\nＷord と ＵＲＬ を開く。 https：//example.com を開く\n"),
            ("content/de/a.md", "# A\n\n5 μm, kΩ, α-Version. Ein Оrdner, der Ordner.\n"),
            ("content/he/a.md", "# A\n\nבTeams ב-Teams Аzure ו-Azure\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/a.md `Оrdner`: `Оrdner` mixes scripts: `О` is Cyrillic, not Latin (write `Ordner` with Latin letters only)
          Safe: `Оrdner` → `Ordner`
        content/el/a.md `Aρχείο`: `Aρχείο` mixes scripts: `A` is Latin, not Greek (write `Αρχείο` with Greek letters only)
          Unsafe: `Aρχείο` → `Αρχείο`
        content/es/a.md `Cуmo`: `Cуmo` mixes scripts: `у` is Cyrillic, not Latin (write it with Latin letters only)
        content/es/a.md `sesiуn`: `sesiуn` mixes scripts: `у` is Cyrillic, not Latin (write it with Latin letters only)
        content/he/a.md `Аzure`: `Аzure` mixes scripts: `А` is Cyrillic, not Latin (write `Azure` with Latin letters only)
          Safe: `Аzure` → `Azure`
        content/ja/a.md `Ｗord`: `Ｗord` mixes letters of two widths: `Ｗ` is full-width (write `Word` with Latin letters only)
          Safe: `Ｗord` → `Word`
        content/ja/a.md `https：//`: the colon of `https：//` is full-width (write `https://`)
          Safe: `https：//` → `https://`
        content/ru/a.md `cтрока`: `cтрока` mixes scripts: `c` is Latin, not Cyrillic (write `строка` with Cyrillic letters only)
          Safe: `cтрока` → `строка`
        content/ru/a.md `Wоrd`: `Wоrd` mixes scripts: `о` is Cyrillic, not Latin (write `Word` with Latin letters only)
          Safe: `Wоrd` → `Word`
        content/ru/b.md `Оutlook`: `Оutlook` mixes scripts: `О` is Cyrillic, not Latin (write it with Latin letters only)
        content/ru/b.md `слoво`: `слoво` mixes scripts: `o` is Latin, not Cyrillic (write `слово` with Cyrillic letters only)
          Unsafe: `слoво` → `слово`
        content/ru/b.md `Excelа`: `Excelа` mixes scripts: `а` is Cyrillic, not Latin (write `Excela` with Latin letters only)
          Safe: `Excelа` → `Excela`
        content/sr-Latn-RS/a.md `Neobiиne`: `Neobiиne` mixes scripts: `и` is Cyrillic, not Latin (write it with Latin letters only)
        content/sr-Latn-RS/a.md `hostujeљ`: `hostujeљ` mixes scripts: `љ` is Cyrillic, not Latin (write it with Latin letters only)
        content/sr-Latn-RS/a.md `poиnete`: `poиnete` mixes scripts: `и` is Cyrillic, not Latin (write it with Latin letters only)
        content/sr-Latn-RS/a.md `naиin`: `naиin` mixes scripts: `и` is Cyrillic, not Latin (write it with Latin letters only)
        content/uk/a.md `налаштyвання`: `налаштyвання` mixes scripts: `y` is Latin, not Cyrillic (write `налаштування` with Cyrillic letters only)
          Unsafe: `налаштyвання` → `налаштування`
        ");
    }

    #[test]
    fn each_word_is_a_finding() {
        let text = "# A\n\nneobiиne poиnete naиin reиi\n\nneobiиne\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/sr-Latn-RS/a.md", text)]), @"
        content/sr-Latn-RS/a.md `neobiиne`: `neobiиne` mixes scripts: `и` is Cyrillic, not Latin (write it with Latin letters only)
        content/sr-Latn-RS/a.md `poиnete`: `poиnete` mixes scripts: `и` is Cyrillic, not Latin (write it with Latin letters only)
        content/sr-Latn-RS/a.md `naиin`: `naиin` mixes scripts: `и` is Cyrillic, not Latin (write it with Latin letters only)
        content/sr-Latn-RS/a.md `reиi`: `reиi` mixes scripts: `и` is Cyrillic, not Latin (write it with Latin letters only)
        content/sr-Latn-RS/a.md `neobiиne`: `neobiиne` mixes scripts: `и` is Cyrillic, not Latin (write it with Latin letters only)
        ");
    }
}
