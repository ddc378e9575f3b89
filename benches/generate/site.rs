//! A help site of any size in up to 40 locales: Open Publishing repositories with invented text. Same request, same
//! bytes, on every machine and with any number of threads.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use rayon::prelude::*;
use sha1::{Digest as _, Sha1};

use super::article::{Bilingual, Translated, Writer, anchor, heading};
use super::damage::{self, Damage};
use super::random::Random;
use super::shape::{INCLUDES, Kind, PICTURES, Shape, kind};
use super::words::{LOCALES, Tongue};

/// The docset of every repository, which is also its public path.
const DOCSET: &str = "Help";

/// Folders of answers beside the large one and the docset itself.
const TOPICS: usize = 20;

/// Old paths of every repository that lead to an article.
const REDIRECTS: usize = 10;

/// What to make.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Request {
    pub(crate) seed: u64,
    /// Article IDs that the source has.
    pub(crate) articles: usize,
    /// With the source, from 1 to 40.
    pub(crate) locales: usize,
    /// Of a hundred short answers, those that say NOINDEX.
    pub(crate) noindex: usize,
}

/// What is made of an article in one locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    Source,
    Current,
    Outdated,
    Untracked,
    /// Its source is gone.
    Orphaned,
    Missing,
}

/// A site that can be written.
#[derive(Debug)]
pub(crate) struct Site {
    request: Request,
    tongues: Vec<Tongue>,
    /// By locale, then by article.
    damage: Vec<Vec<Option<Damage>>>,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) articles: usize,
    pub(crate) files: usize,
    pub(crate) bytes: usize,
}

impl Site {
    /// # Errors
    /// A number of articles or locales that cannot be.
    pub(crate) fn new(request: Request) -> Result<Self> {
        let most = LOCALES.len();
        ensure!((1..=most).contains(&request.locales), "there are from 1 to {most} locales");
        ensure!(request.articles > 0, "a site has one article at least");
        let tongues: Vec<Tongue> = LOCALES[..request.locales].iter().map(Tongue::new).collect();
        let mut site = Self { request, tongues, damage: Vec::new() };
        site.damage = (0..request.locales).map(|locale| site.deal(locale)).collect();
        Ok(site)
    }

    /// The source has no damage; everywhere else it is dealt to what is there.
    fn deal(&self, locale: usize) -> Vec<Option<Damage>> {
        let mut damage = vec![None; self.count()];
        if locale > 0 {
            let there: Vec<usize> = self.articles(locale).collect();
            let mut random = Random::new(&[self.request.seed, locale as u64, 8]);
            for (number, dealt) in there.iter().zip(damage::deal(&mut random, there.len())) {
                // A language without letters of its own would translate no key so that one sees it.
                let foreign = self.tongues[locale].foreign_word().is_some();
                damage[*number] = dealt.filter(|dealt| *dealt != Damage::TranslatedKey || foreign);
            }
        }
        damage
    }

    /// Articles of the source, then those whose source is gone.
    fn count(&self) -> usize {
        self.request.articles + self.request.articles / 100 + 1
    }

    /// The numbers of the articles that a locale has.
    fn articles(&self, locale: usize) -> impl Iterator<Item = usize> {
        (0..self.count()).filter(move |&number| self.state(locale, number) != State::Missing)
    }

    pub(crate) fn state(&self, locale: usize, number: usize) -> State {
        let Request { seed, articles, .. } = self.request;
        let share = Random::new(&[seed, number as u64, 9, locale as u64]).below(1000);
        match (locale, number < articles) {
            (0, true) => State::Source,
            (0, false) => State::Missing,
            (_, false) if share < 500 => State::Orphaned,
            (_, false) => State::Missing,
            (_, true) if share < 40 => State::Missing,
            (_, true) if share < 70 => State::Untracked,
            (_, true) if share < 190 => State::Outdated,
            (_, true) => State::Current,
        }
    }

    /// Where an article lies below its docset.
    fn path(&self, number: usize) -> String {
        let seed = self.request.seed;
        let name = anchor(&self.tongues[0], seed, number, 0);
        let folder = match (kind(seed, number), Random::new(&[seed, number as u64, 10]).below(100)) {
            (Kind::Guide, _) => "guides/".to_owned(),
            (Kind::Answer, 0..50) => String::new(),
            (Kind::Answer, 50..75) => "dialogues/".to_owned(),
            (Kind::Answer, topic) => format!("topic-{}/", topic % TOPICS + 1),
        };
        format!("{folder}{name}-{number}.md")
    }

    /// Every planted flaw: the path of the file, and the code of the check that finds it; sorted.
    pub(crate) fn planted(&self) -> Vec<(String, &'static str)> {
        let of_locale = |(locale, damage): (usize, &Vec<Option<Damage>>)| {
            let flaws = damage.iter().enumerate().filter_map(|(number, damage)| Some((number, (*damage)?)));
            let named = flaws.map(move |(number, damage)| (self.file_path(locale, number), damage.code()));
            named.collect::<Vec<_>>()
        };
        let mut planted: Vec<_> = self.damage.iter().enumerate().flat_map(of_locale).collect();
        planted.sort();
        planted
    }

    fn file_path(&self, locale: usize, number: usize) -> String {
        format!("{}/{DOCSET}/{}", LOCALES[locale].tag, self.path(number))
    }

    /// The whole text of an article.
    fn text(&self, locale: usize, number: usize) -> String {
        let Request { seed, articles, noindex, .. } = self.request;
        let shape = Shape::new(seed, number, articles, noindex);
        if locale == 0 {
            return self.write(0, number, &shape, None);
        }
        let state = self.state(locale, number);
        let shape = if state == State::Outdated { shape.earlier() } else { shape };
        let source_hash = (state != State::Untracked).then(|| hash(&self.write(0, number, &shape, None)));
        self.write(locale, number, &shape, Some(&Translated { source_hash, tag: LOCALES[locale].tag }))
    }

    fn write(
        &self,
        locale: usize,
        number: usize,
        shape: &Shape,
        translated: Option<&Translated<'_>>,
    ) -> String {
        let is_bilingual =
            locale > 0 && Random::new(&[self.request.seed, number as u64, 11, locale as u64]).chance(100);
        let writer = Writer {
            tongue: &self.tongues[locale],
            english: &self.tongues[0],
            seed: self.request.seed,
            number,
            locale,
            damage: self.damage.get(locale).and_then(|damage| damage[number]),
            up: if self.path(number).contains('/') { "../" } else { "" },
            path_of: &|number| self.path(number),
            bilingual: if is_bilingual { Bilingual::Yes } else { Bilingual::No },
        };
        writer.file(shape, translated)
    }

    /// Writes all files below `dir`.
    ///
    /// # Errors
    /// A disk that refuses.
    pub(crate) fn write_to(&self, dir: &Path) -> Result<Written> {
        let project = "[site]\nbase_url = \"https://help.example.com/\"\n";
        put(dir, "faqtory.toml", project)?;
        let parts: Vec<Written> = (0..self.request.locales)
            .into_par_iter()
            .map(|locale| self.write_locale(dir, locale))
            .collect::<Result<_>>()?;
        let start = Written { articles: 0, files: 1, bytes: project.len() };
        Ok(parts.into_iter().fold(start, |sum, part| Written {
            articles: sum.articles + part.articles,
            files: sum.files + part.files,
            bytes: sum.bytes + part.bytes,
        }))
    }

    fn write_locale(&self, dir: &Path, locale: usize) -> Result<Written> {
        let articles: Vec<usize> = self.articles(locale).collect();
        for number in 0..=TOPICS {
            let folder = if number == 0 { "dialogues".to_owned() } else { format!("topic-{number}") };
            make(&dir.join(format!("{}/{DOCSET}/{folder}", LOCALES[locale].tag)))?;
        }
        for folder in ["guides", "media", "includes"] {
            make(&dir.join(format!("{}/{DOCSET}/{folder}", LOCALES[locale].tag)))?;
        }
        let written: usize = articles
            .par_iter()
            .map(|&number| put(dir, &self.file_path(locale, number), &self.text(locale, number)))
            .sum::<Result<usize>>()?;
        let others = self.others(locale);
        let more: usize = others.iter().map(|(path, text)| put(dir, path, text)).sum::<Result<usize>>()?;
        Ok(Written { articles: articles.len(), files: articles.len() + others.len(), bytes: written + more })
    }

    /// What a repository has beside its articles.
    fn others(&self, locale: usize) -> Vec<(String, String)> {
        let tag = LOCALES[locale].tag;
        let in_docset = |name: &str| format!("{tag}/{DOCSET}/{name}");
        let mut files = vec![
            (format!("{tag}/.openpublishing.publish.config.json"), publishing(tag)),
            (format!("{tag}/.openpublishing.redirection.json"), self.redirects()),
            (in_docset("docfx.json"), DOCFX.to_owned()),
            (in_docset("TOC.yml"), self.contents(locale)),
        ];
        for number in 0..INCLUDES {
            let mut random = Random::new(&[self.request.seed, number as u64, 12, locale as u64]);
            let text = format!("{}\n", self.tongues[locale].words(&mut random, 12));
            files.push((in_docset(&format!("includes/note-{number}.md")), text));
        }
        // Pictures show the source: translations have none of their own.
        if locale == 0 {
            files.extend(
                (0..PICTURES).map(|number| (in_docset(&format!("media/picture-{number}.svg")), svg(number))),
            );
        }
        files
    }

    /// Every guide, in groups.
    fn contents(&self, locale: usize) -> String {
        let seed = self.request.seed;
        let tongue = &self.tongues[locale];
        let mut text = String::new();
        let guides = self.articles(locale).filter(|&number| kind(seed, number) == Kind::Guide);
        for (at, number) in guides.enumerate() {
            if at % 10 == 0 {
                let _ = writeln!(text, "- name: \"{}\"\n  items:", tongue.word(at));
            }
            let title = heading(tongue, seed, locale, number, 0);
            let _ = writeln!(text, "  - name: \"{title}\"\n    href: {}", self.path(number));
        }
        text
    }

    fn redirects(&self) -> String {
        let redirect = |number: usize| {
            let path = self.path(number % self.request.articles);
            let target = path.trim_end_matches(".md");
            format!(
                "    {{\"source_path\": \"{DOCSET}/old-{number}.md\", \"redirect_url\": \"/{DOCSET}/{target}\"}}"
            )
        };
        let redirects: Vec<String> = (0..REDIRECTS).map(redirect).collect();
        format!("{{\n  \"redirections\": [\n{}\n  ]\n}}\n", redirects.join(",\n"))
    }
}

/// The source hash of a text: SHA-1 with CRLF at the ends of lines.
fn hash(text: &str) -> String {
    let digest = Sha1::digest(text.replace('\n', "\r\n"));
    digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

const DOCFX: &str = "{\"build\": {\"content\": [{\"files\": [\"**/*.md\", \"**/*.yml\"], \"exclude\": [\"**/includes/**\"]}]}}\n";

fn publishing(tag: &str) -> String {
    let source = if tag == LOCALES[0].tag { "" } else { "{\"path_to_root\": \"_repo.en-us\"}" };
    format!(
        "{{\n  \"docsets_to_publish\": [{{\"build_source_folder\": \"{DOCSET}\", \"locale\": \"{}\"}}],\n  \
         \"dependent_repositories\": [{source}]\n}}\n",
        tag.to_lowercase()
    )
}

fn svg(number: usize) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"320\" height=\"200\">\
         <circle cx=\"160\" cy=\"100\" r=\"{}\"/></svg>\n",
        20 + number
    )
}

fn make(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

/// Writes a file whose folder is there; returns its bytes.
fn put(dir: &Path, path: &str, text: &str) -> Result<usize> {
    let file = dir.join(path);
    fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(text.len())
}
