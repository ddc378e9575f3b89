//! An article of one shape in one locale, as Markdown with front matter.

use std::fmt::Write as _;

use super::damage::Damage;
use super::random::Random;
use super::shape::{Block, Form, Insert, Shape};
use super::words::{Tongue, capital};

/// All that the text of one file depends on.
#[allow(missing_debug_implementations, reason = "a function has no form to show")]
pub(crate) struct Writer<'a> {
    pub(crate) tongue: &'a Tongue,
    /// The source's, for anchors and bilingual text.
    pub(crate) english: &'a Tongue,
    pub(crate) seed: u64,
    pub(crate) number: usize,
    /// Number of the locale.
    pub(crate) locale: usize,
    pub(crate) damage: Option<Damage>,
    /// What leads from the article's folder to the docset's: `../` or nothing.
    pub(crate) up: &'a str,
    /// The path of an article below the docset.
    pub(crate) path_of: &'a dyn Fn(usize) -> String,
    pub(crate) bilingual: Bilingual,
}

/// Whether the source stands beside each block of a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bilingual {
    Yes,
    No,
}

/// What only translations say in their front matter.
#[derive(Debug)]
pub(crate) struct Translated<'a> {
    /// None where nobody knows what it was made from.
    pub(crate) source_hash: Option<String>,
    pub(crate) tag: &'a str,
}

/// Which heading of which article: the title is heading 0.
pub(crate) fn heading(tongue: &Tongue, seed: u64, locale: usize, number: usize, heading: usize) -> String {
    let key = [seed, number as u64, 4, locale as u64, heading as u64];
    tongue.title(&mut Random::new(&key), number + heading)
}

/// The anchor of a heading: GitHub's slug of its source, which has no other characters than these.
pub(crate) fn anchor(english: &Tongue, seed: u64, number: usize, at: usize) -> String {
    heading(english, seed, 0, number, at).to_lowercase().replace(' ', "-")
}

impl Writer<'_> {
    /// The whole file.
    pub(crate) fn file(&self, shape: &Shape, translated: Option<&Translated<'_>>) -> String {
        let mut text = String::with_capacity(4096);
        if self.damage != Some(Damage::MissingBlock) {
            self.front_matter(shape, translated, &mut text);
        }
        text.push_str("# ");
        self.heading(0, &mut text);
        text.push('\n');
        let mut random = Random::new(&[self.seed, self.number as u64, 5, self.locale as u64]);
        for (at, block) in shape.blocks.iter().enumerate() {
            text.push('\n');
            let insert = (at == 0).then(|| self.damaged_insert()).flatten();
            self.block(block, insert, &mut random, &mut text);
        }
        text.push_str(self.damaged_block());
        text
    }

    fn front_matter(&self, shape: &Shape, translated: Option<&Translated<'_>>, text: &mut String) {
        let mut random = Random::new(&[self.seed, self.number as u64, 6]);
        let mut date = |order: Option<Damage>| {
            let (year, month, day) = (2017 + random.below(7), 1 + random.below(12), 13 + random.below(16));
            match order {
                Some(Damage::DayBeforeMonth) => format!("{day}/{month}/{year}"),
                _ => format!("{month:02}/{day:02}/{year}"),
            }
        };
        let title_key = match self.damage {
            Some(Damage::TranslatedKey) => self.tongue.foreign_word().unwrap_or("titlu"),
            _ => "title",
        };
        let mut lines = vec![
            format!("{title_key}: {}", heading(self.tongue, self.seed, self.locale, self.number, 0)),
            format!("ms.author: writer{}", self.number % 40),
            format!("author: writer{}", self.number % 40),
            format!("manager: manager{}", self.number % 7),
        ];
        let written = shape.date.map(|date| format!("{:02}/{:02}/{}", date.month, date.day, date.year));
        let changed = (self.damage == Some(Damage::DayBeforeMonth)).then(|| date(self.damage));
        lines.extend(changed.or(written).map(|date| format!("ms.date: {date}")));
        lines.extend(
            ["ms.audience: Admin", "ms.topic: article", "ms.service: example-service"].map(str::to_owned),
        );
        if shape.noindex {
            lines.push("ROBOTS: NOINDEX, NOFOLLOW".to_owned());
        }
        lines.push("localization_priority: Normal".to_owned());
        lines.push("ms.collection: Example_Collection".to_owned());
        if !shape.custom_ids.is_empty() || self.damage == Some(Damage::MisspeltKey) {
            let misspelt = ["ms,.custom", "ms-custom", "mreset-the-list s.custom"][self.number % 3];
            let is_misspelt = self.damage == Some(Damage::MisspeltKey);
            lines.push(format!("{}:", if is_misspelt { misspelt } else { "ms.custom" }));
            lines.extend(shape.custom_ids.iter().map(|id| format!("- \"{id}\"")));
        }
        if let Some(translated) = translated {
            let commit = Random::new(&[self.seed, self.number as u64, 7]).next();
            lines.extend(translated.source_hash.iter().map(|hash| format!("ms.openlocfilehash: {hash}")));
            lines.push(format!("ms.sourcegitcommit: {commit:016x}{commit:016x}{:08x}", commit >> 32));
            lines.push("ms.translationtype: MT".to_owned());
            let tag = if self.damage == Some(Damage::OtherLocale) { "sw-KE" } else { translated.tag };
            lines.push(format!("ms.contentlocale: {tag}"));
            lines.push(format!("ms.lasthandoff: {}", date(None)));
            lines.push(format!("ms.locfileid: \"{}\"", 40_000_000 + self.number * 50 + self.locale));
        }
        let between = if self.damage == Some(Damage::JoinedLines) { " " } else { "\n" };
        let _ = write!(text, "---\n{}\n---\n", lines.join(between));
    }

    /// A heading's text, in translations behind the anchor of its source.
    fn heading(&self, at: usize, text: &mut String) {
        if self.locale > 0 {
            let _ = write!(text, "<a name=\"{}\"></a>", anchor(self.english, self.seed, self.number, at));
        }
        text.push_str(&heading(self.tongue, self.seed, self.locale, self.number, at));
    }

    fn block(&self, block: &Block, first: Option<String>, random: &mut Random, text: &mut String) {
        let mut inserts: Vec<String> = first.into_iter().collect();
        inserts.extend(block.inserts.iter().map(|insert| self.insert(*insert, random)));
        match block.form {
            Form::Heading(at) => {
                text.push_str(if at % 3 == 2 { "### " } else { "## " });
                self.heading(at, text);
            }
            Form::BoldLine => {
                let _ = write!(
                    text,
                    "**{}{}**\n\n{}",
                    capital(&self.tongue.words(random, block.words)),
                    self.tongue.question(),
                    capital(&self.tongue.words(random, 8))
                );
            }
            Form::Paragraph => self.paragraph(block.words, inserts, random, text),
            Form::Steps | Form::Points => {
                let items = (block.words / 7).clamp(2, 12);
                for item in 0..items {
                    let mark =
                        if block.form == Form::Steps { format!("{}. ", item + 1) } else { "- ".to_owned() };
                    text.push_str(&mark);
                    let share = inserts.len() / (items - item);
                    self.paragraph(block.words / items, inserts.drain(..share).collect(), random, text);
                }
            }
            Form::Alert(word) => {
                let _ = write!(text, "> [!{word}]\n> ");
                self.paragraph(block.words, inserts, random, text);
            }
            Form::Image(picture) => {
                let alternative = self.tongue.words(random, 3);
                let _ = write!(text, "![{alternative}]({}media/picture-{picture}.svg)", self.up);
            }
            Form::Code => {
                let _ = write!(text, "```powershell\nGet-Item -Name item{} | Set-Item\n```", self.number);
            }
            Form::Table => {
                let mut cell = |text: &mut String| {
                    let _ = write!(text, " {} |", self.tongue.words(random, 2));
                };
                text.push('|');
                (0..3).for_each(|_| cell(text));
                text.push_str("\n|---|---|---|\n");
                for _ in 0..4 {
                    text.push('|');
                    (0..3).for_each(|_| cell(text));
                    text.push('\n');
                }
            }
            Form::Include(number) => {
                let _ = write!(text, "[!INCLUDE [note]({}includes/note-{number}.md)]", self.up);
            }
        }
        text.push('\n');
    }

    /// Sentences with the inserts somewhere among their words.
    fn paragraph(&self, words: usize, inserts: Vec<String>, random: &mut Random, text: &mut String) {
        let mut written = String::new();
        let (mut left, mut inserts) = (words.max(3), inserts.into_iter());
        let per_sentence = 1 + inserts.len() * 12 / left.max(1);
        while left > 0 || inserts.len() > 0 {
            let count = left.min(4 + random.below(14)).max(1);
            left = left.saturating_sub(count);
            let begin = 1 + count / 2;
            written.push_str(&capital(&self.tongue.words(random, begin)));
            for insert in inserts.by_ref().take(per_sentence) {
                // With a space in any script: emphasis needs one.
                let _ = write!(written, " {insert} {}", self.tongue.words(random, 1));
            }
            if count > begin {
                written.push_str(self.tongue.space());
                written.push_str(&self.tongue.words(random, count - begin));
            }
            written.push_str(self.tongue.stop());
        }
        let written = written.trim_end();
        if self.bilingual == Bilingual::No {
            text.push_str(written);
        } else {
            let id = format!("{:05x}-{}", self.number, 101 + text.len());
            let source = capital(&self.english.words(random, words));
            let _ = write!(
                text,
                "<span data-ttu-id=\"{id}\">{written}</span><span class=\"sxs-lookup\">\
                 <span data-stu-id=\"{id}\">{source}.</span></span>"
            );
        }
        text.push('\n');
    }

    fn insert(&self, insert: Insert, random: &mut Random) -> String {
        let words = self.tongue.words(random, 3);
        match insert {
            Insert::Web(page) => format!("[{words}](https://support.example.com/help/{page})"),
            Insert::Article(number, at) => {
                let fragment = at.map_or_else(String::new, |at| {
                    format!("#{}", anchor(self.english, self.seed, number, at))
                });
                format!("[{words}]({}{}{fragment})", self.up, (self.path_of)(number))
            }
            Insert::Bold => format!("**{words}**"),
            Insert::Code => format!("`Get-Item{}`", random.below(100)),
        }
    }

    /// Damage that stands between the words of the first paragraph.
    fn damaged_insert(&self) -> Option<String> {
        let word = self.tongue.word(7);
        let up = self.up;
        Some(match self.damage? {
            Damage::Placeholder => "<domainname>".to_owned(),
            Damage::LinkNowhere => format!("[{word}]({up}there-is-no-article-of-this-name.md)"),
            Damage::AnchorNowhere => format!("[{word}](#there-is-no-such-place-here)"),
            Damage::OldLink => format!("[{word}]({up}old-{}.md)", self.number % 10),
            Damage::PictureNowhere => format!("![{word}]({up}media/no-such-picture.svg)"),
            Damage::AnchorTwice => {
                format!("<a name=\"twice\"></a>{word} <a name=\"twice\"></a>{word}")
            }
            _ => return None,
        })
    }

    /// Damage that is a block of its own.
    fn damaged_block(&self) -> &'static str {
        match self.damage {
            Some(Damage::TranslatedAlert) => "\n> [!ACHTUNG]\n> !\n",
            Some(Damage::IncludeNowhere) => "\n[!INCLUDE [note](no-such-note.md)]\n",
            _ => "",
        }
    }
}
