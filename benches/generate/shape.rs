//! What an article is made of, whatever its locale: all translations of one version have the same shape.
//!
//! The numbers were counted in 11,335 short answers and in 161 long guides of real help sites.

use super::random::{Quantiles, Random};

/// One article ID.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    /// What stands below the title.
    pub(crate) blocks: Vec<Block>,
    pub(crate) custom_ids: Vec<String>,
    pub(crate) noindex: bool,
    pub(crate) date: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One short text about one question.
    Answer,
    /// Headings, pictures, tables, and links to other articles.
    Guide,
}

#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) form: Form,
    pub(crate) words: usize,
    pub(crate) inserts: Vec<Insert>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// The number of the heading in its article; the title has 0.
    Heading(usize),
    /// A paragraph that is one bold run: a heading that nobody marked as one.
    BoldLine,
    Paragraph,
    Steps,
    Points,
    Alert(&'static str),
    /// The number of the picture.
    Image(usize),
    Code,
    Table,
    /// The number of the included file.
    Include(usize),
}

/// What stands between the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Insert {
    /// A link to another site.
    Web(usize),
    /// A link to an article: its number, and the number of one of its headings.
    Article(usize, Option<usize>),
    Bold,
    Code,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Date {
    pub(crate) year: usize,
    pub(crate) month: usize,
    pub(crate) day: usize,
}

/// How much of everything articles of one kind have.
struct Measures {
    /// Bytes below the title.
    bytes: Quantiles,
    blocks: Quantiles,
    headings: Quantiles,
    links: Quantiles,
    /// Of those, how many of ten thousand lead to another article.
    internal: usize,
    bold: Quantiles,
    /// Blocks of ten thousand that are an alert, a picture, code, a table, a list; the rest are paragraphs.
    forms: [usize; 5],
    /// Articles of ten thousand that include a file.
    includes: usize,
}

static ANSWER: Measures = Measures {
    bytes: [85, 360, 614, 948, 1474, 2185, 2785, 4969, 11920],
    blocks: [1, 1, 2, 3, 5, 8, 11, 18, 48],
    headings: [0, 0, 0, 0, 0, 0, 0, 1, 4],
    links: [0, 0, 1, 2, 4, 6, 8, 14, 34],
    internal: 410,
    bold: [0, 0, 0, 1, 4, 8, 11, 19, 36],
    forms: [140, 20, 50, 1, 2600],
    includes: 10,
};

static GUIDE: Measures = Measures {
    bytes: [728, 2036, 4372, 6503, 10106, 15115, 19651, 26491, 29532],
    blocks: [4, 6, 14, 20, 30, 50, 60, 80, 84],
    headings: [0, 1, 3, 7, 12, 17, 21, 26, 26],
    links: [0, 1, 4, 6, 13, 21, 36, 46, 46],
    internal: 6240,
    bold: [0, 0, 3, 10, 17, 27, 37, 59, 59],
    forms: [600, 500, 500, 300, 1800],
    includes: 1000,
};

/// Articles of ten thousand that are guides.
const GUIDES: usize = 500;

/// Pictures, and files to include.
pub(crate) const PICTURES: usize = 20;
pub(crate) const INCLUDES: usize = 8;

const ALERTS: [&str; 5] = ["NOTE", "IMPORTANT", "TIP", "WARNING", "CAUTION"];

pub(crate) fn kind(seed: u64, number: usize) -> Kind {
    let is_guide = Random::new(&[seed, number as u64, 1]).chance(GUIDES);
    if is_guide { Kind::Guide } else { Kind::Answer }
}

impl Shape {
    /// The article of this number in a site of `articles`; `noindex` of a hundred short ones say NOINDEX.
    pub(crate) fn new(seed: u64, number: usize, articles: usize, noindex: usize) -> Self {
        let kind = kind(seed, number);
        let mut random = Random::new(&[seed, number as u64, 2]);
        let measures = measures(kind);
        let custom_ids = custom_ids(&mut random, number, articles);
        let noindex = kind == Kind::Answer && random.below(100) < noindex;
        let date = random.chance(5_220).then(|| Date {
            year: 2017 + random.below(7),
            month: 1 + random.below(12),
            day: 1 + random.below(28),
        });
        let mut shape = Self { blocks: outline(seed, number), custom_ids, noindex, date };
        shape.add_inserts(&mut random, measures, seed, articles);
        shape
    }

    fn add_inserts(&mut self, random: &mut Random, measures: &Measures, seed: u64, articles: usize) {
        let holds = |block: &Block| matches!(block.form, Form::Paragraph | Form::Steps | Form::Points);
        let holders: Vec<usize> = (0..self.blocks.len()).filter(|&at| holds(&self.blocks[at])).collect();
        for _ in 0..random.of(&measures.links) {
            let insert = if random.chance(measures.internal) {
                let target = random.below(articles);
                let heading = random.chance(3_000).then(|| {
                    let is_heading = |block: &&Block| matches!(block.form, Form::Heading(_));
                    random.below(outline(seed, target).iter().filter(is_heading).count() + 1)
                });
                Insert::Article(target, heading)
            } else {
                Insert::Web(random.below(100_000))
            };
            self.blocks[*random.one(&holders)].inserts.push(insert);
        }
        for _ in 0..random.of(&measures.bold) {
            let insert = if random.chance(500) { Insert::Code } else { Insert::Bold };
            self.blocks[*random.one(&holders)].inserts.push(insert);
        }
    }

    /// The same article before its last block was written.
    pub(crate) fn earlier(mut self) -> Self {
        self.blocks.pop();
        self
    }
}

fn measures(kind: Kind) -> &'static Measures {
    match kind {
        Kind::Answer => &ANSWER,
        Kind::Guide => &GUIDE,
    }
}

/// The blocks have a stream of their own, so that who links to an article need not know all of it.
fn outline(seed: u64, number: usize) -> Vec<Block> {
    blocks(&mut Random::new(&[seed, number as u64, 3]), measures(kind(seed, number)))
}

fn blocks(random: &mut Random, measures: &Measures) -> Vec<Block> {
    let count = random.of(&measures.blocks).max(2);
    let headings = random.of(&measures.headings).min(count / 2);
    let words = random.of(&measures.bytes) / 8 / count + 3;
    let mut blocks = vec![block(Form::Paragraph, words)];
    for number in 1..count {
        // Headings stand at even distances, never at the end.
        if headings > 0 && number % (count / headings) == 0 {
            let heading = blocks.iter().filter(|block| matches!(block.form, Form::Heading(_))).count();
            blocks.push(block(Form::Heading(heading + 1), 4));
        }
        if random.chance(250) {
            blocks.push(block(Form::BoldLine, 5));
        }
        blocks.push(block(form(random, measures), words));
    }
    if random.chance(measures.includes) {
        blocks.insert(1, block(Form::Include(random.below(INCLUDES)), 0));
    }
    blocks
}

fn block(form: Form, words: usize) -> Block {
    Block { form, words, inserts: Vec::new() }
}

fn form(random: &mut Random, measures: &Measures) -> Form {
    let mut at = random.below(10_000);
    for (number, share) in measures.forms.iter().enumerate() {
        if at < *share {
            return match number {
                0 => Form::Alert(random.one::<&str>(&ALERTS)),
                1 => Form::Image(random.below(PICTURES)),
                2 => Form::Code,
                3 => Form::Table,
                _ if random.chance(6_000) => Form::Steps,
                _ => Form::Points,
            };
        }
        at -= share;
    }
    Form::Paragraph
}

/// Mostly two: one of this article's own, and one of its matter, which others may share.
fn custom_ids(random: &mut Random, number: usize, articles: usize) -> Vec<String> {
    let mut ids = Vec::new();
    if random.chance(900) {
        return ids;
    }
    ids.push(format!("{}", 1_000 + number));
    if random.chance(8_500) {
        ids.push(format!("{}", 9_000_000 + number));
    }
    if random.chance(1_500) {
        ids.push(format!("{}", 5_000_000 + random.below(articles / 20 + 1)));
    }
    if random.chance(180) {
        ids.push("999".to_owned());
    }
    ids
}
