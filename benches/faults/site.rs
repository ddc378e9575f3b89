//! Whole projects with damage in them: articles in several locales, tables of contents, includes, messages, pictures,
//! hostile names and links. The same request gives the same project. Judges nothing.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::mutate::{Kind, mutate};
use super::pool::Pool;
use super::random::Random;
use super::words;

/// What stands under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    Bytes(Vec<u8>),
    /// A symlink that leads there.
    Link(String),
}

/// How the files of a project are arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    Folders,
    Learn,
    Suffix,
    Mixed,
}

/// Which project.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Request {
    pub seed: u64,
    pub number: u64,
    pub articles: usize,
}

/// The files of a project, by path.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub files: BTreeMap<String, Content>,
}

/// The folder of articles that nothing is wrong with, in the projects that have any.
pub(crate) const SOUND: &str = "a-sound";
/// The configuration of a project.
pub(crate) const CONFIGURATION: &str = "faqtory.toml";

const LOCALES: &[&str] = &["en-US", "de-DE", "he-IL", "ja-JP", "pt-BR", "sr-Latn-RS"];
const SANE: &str =
    "[site]\ntitle = \"Help\"\nbase_url = \"https://help.example.com/\"\nsource_locale = \"en-US\"\n";

impl Site {
    pub(crate) fn new(request: Request, pool: &Pool) -> Self {
        let mut random = Random::new(&[request.seed, request.number]);
        let layout = match request.number % 8 {
            1 | 5 => Layout::Learn,
            3 => Layout::Suffix,
            7 => Layout::Mixed,
            _ => Layout::Folders,
        };
        let locales = &LOCALES[..4 + random.below(3)];
        let mut maker = Maker { random, pool, layout, files: BTreeMap::new() };
        let count = request.articles / locales.len();
        for number in 0..count {
            if layout == Layout::Folders && number % 10 == 0 {
                maker.sound(number / 10, locales);
            } else {
                maker.article(number, locales);
            }
        }
        locales.iter().for_each(|locale| maker.beside(locale));
        maker.configuration();
        Self { files: maker.files }
    }

    /// The same project without what is damaged: its sound articles, and what all pages show.
    pub(crate) fn sound(&self) -> Self {
        let is_kept = |path: &str| {
            path.contains(&format!("/{SOUND}/")) || path.starts_with("locales/") || path == CONFIGURATION
        };
        let files = self.files.iter().filter(|(path, _)| is_kept(path));
        Self { files: files.map(|(path, content)| (path.clone(), content.clone())).collect() }
    }

    /// The same project with a configuration that can be used.
    pub(crate) fn configured(&self) -> Self {
        let mut files = self.files.clone();
        files.insert(CONFIGURATION.to_owned(), Content::Bytes(SANE.into()));
        Self { files }
    }

    /// The same project without links, messages and names that are hostile themselves.
    pub(crate) fn plain(&self) -> Self {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-');
        let files = self.configured().files.into_iter().filter(|(path, content)| {
            let is_file = matches!(content, Content::Bytes(_)) && !path.starts_with("locales/");
            is_file && path.len() < 100 && path.chars().all(is_plain)
        });
        Self { files: files.collect() }
    }

    pub(crate) fn is_configured(&self) -> bool {
        self.files.get(CONFIGURATION).is_none_or(|text| *text == Content::Bytes(SANE.into()))
    }

    /// Writes the project to a folder that is new or empty.
    ///
    /// # Errors
    /// The disk refuses.
    pub(crate) fn write(&self, dir: &Path) -> io::Result<()> {
        for (path, content) in &self.files {
            let file = dir.join(path);
            fs::create_dir_all(file.parent().unwrap_or(dir))?;
            match content {
                Content::Bytes(bytes) => fs::write(&file, bytes)?,
                #[cfg(unix)]
                Content::Link(target) => std::os::unix::fs::symlink(target, &file)?,
                #[cfg(not(unix))]
                Content::Link(_) => {}
            }
        }
        Ok(())
    }
}

/// A project that is being made.
struct Maker<'p> {
    random: Random,
    pool: &'p Pool,
    layout: Layout,
    files: BTreeMap<String, Content>,
}

impl Maker<'_> {
    /// Where a file of a locale stands; `path` is relative and has an extension.
    fn path(&self, locale: &str, path: &str) -> String {
        let (stem, extension) = path.rsplit_once('.').unwrap_or((path, "md"));
        match self.layout {
            Layout::Folders => format!("content/{locale}/{path}"),
            Layout::Learn => format!("{locale}/Help/{path}"),
            Layout::Suffix => format!("content/{stem}.{locale}.{extension}"),
            Layout::Mixed => format!("content/{stem}-{locale}.{extension}"),
        }
    }

    fn put(&mut self, path: String, bytes: Vec<u8>) {
        // No file can stand where a folder is, nor the other way round.
        let below = format!("{path}/");
        let is_folder =
            self.files.range(below.clone()..).next().is_some_and(|(next, _)| next.starts_with(&below));
        let is_below = path.match_indices('/').any(|(at, _)| self.files.contains_key(&path[..at]));
        if !is_folder && !is_below {
            self.files.insert(path, Content::Bytes(bytes));
        }
    }

    /// An article without a flaw, in every locale.
    fn sound(&mut self, number: usize, locales: &[&str]) {
        for locale in locales {
            let (one, two) = (number.saturating_sub(1), number / 2);
            let text = format!(
                "---\ntitle: Sound {number}\ndate: 2024-01-02\ncustom_ids: sound-{}\n---\n# Sound {number}\n\nSee [one]({one}.md) and \
                 [two]({two}.md#what).\n\n## What?\n\nText *{number}* in {locale}.\n",
                number / 2
            );
            self.put(format!("content/{locale}/{SOUND}/{number}.md"), text.into_bytes());
        }
    }

    /// A damaged article; each translation of it is damaged in its own way, if at all.
    fn article(&mut self, number: usize, locales: &[&str]) {
        let base = self.random.one(&self.pool.articles).clone();
        let name = self.name(number);
        let directory = if self.layout == Layout::Learn { "" } else { "damaged/" };
        for locale in locales {
            let mut text = base.clone();
            if self.random.below(10) < 9 {
                let other = self.random.one(&self.pool.articles);
                text = mutate(&mut self.random, Kind::Article, &text, other);
            }
            if self.layout == Layout::Mixed {
                text = [
                    format!("---\nlocale: {locale}\n").as_bytes(),
                    text.strip_prefix(b"---\n").unwrap_or(b"---\n"),
                ]
                .concat();
            }
            let path = self.path(locale, &format!("{directory}{name}.md"));
            self.put(path, text);
        }
    }

    /// The name of an article: mostly a number, which links of others name.
    fn name(&mut self, number: usize) -> String {
        match self.random.below(24) {
            0 => (*self.random.one(words::NAMES)).to_owned(),
            1 => format!("{}/{number}", self.random.one(words::NAMES)),
            2 => format!("{number}{}", self.random.one(words::NAMES)),
            3 if self.layout != Layout::Mixed => {
                let letter = *self.random.one(&["x", "é", "İ", "日"]);
                letter.repeat(230 / letter.len())
            }
            _ => number.to_string(),
        }
    }

    /// What stands beside the articles of a locale.
    fn beside(&mut self, locale: &str) {
        let directory = if self.layout == Layout::Learn { "" } else { "damaged/" };
        for name in ["one", "two", "three"] {
            let text = self.damaged(Kind::Article, b"Text, [!INCLUDE [b](two.md)] and\n\n- more\n");
            let path = self.path(locale, &format!("{directory}includes/{name}.md"));
            self.put(path, text);
        }
        let toc = "- name: A\n  href: 1.md\n- name: B\n  items:\n  - name: C\n    href: 2.md\n  - name: D\n    href: 3.md\n";
        let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><rect id=\"a\" width=\"4\"/></svg>\n";
        for (name, kind, text) in [("toc.yml", Kind::Toc, toc), ("b.svg", Kind::Image, picture)] {
            let base = if kind == Kind::Toc && self.random.below(2) == 0 && !self.pool.tocs.is_empty() {
                self.random.one(&self.pool.tocs).clone()
            } else {
                text.as_bytes().to_vec()
            };
            let text = self.damaged(kind, &base);
            let path = self.path(locale, &format!("{directory}{name}"));
            self.put(path, text);
        }
        if self.layout == Layout::Learn {
            self.publishing(locale);
        }
        if self.random.below(3) == 0 {
            self.messages(locale);
        }
        if self.random.below(4) == 0 {
            self.links(locale, directory);
        }
    }

    fn damaged(&mut self, kind: Kind, text: &[u8]) -> Vec<u8> {
        if self.random.below(3) == 0 {
            return text.to_vec();
        }
        mutate(&mut self.random, kind, text, text)
    }

    /// The configuration of Open Publishing: mostly sound, or no article would be found.
    fn publishing(&mut self, locale: &str) {
        let lower = locale.to_lowercase();
        let publish = format!(
            "{{\n  \"docsets_to_publish\": [\n    {{\"docset_name\": \"help\", \"build_source_folder\": \"Help\", \"locale\": \"{lower}\"}}\n  ]\n}}\n"
        );
        let docfx = "{\n  \"build\": {\n    \"content\": [{\"files\": [\"**/*.md\"], \"exclude\": [\"includes/**\"]}],\n    \"globalMetadata\": {\"breadcrumb_path\": \"/help\"},\n    \"dest\": \"help\"\n  }\n}\n";
        let redirections = "{\n  \"redirections\": [\n    {\"source_path\": \"Help/old.md\", \"redirect_url\": \"/help/1\"}\n  ]\n}\n";
        for (path, text, share) in [
            (format!("{locale}/.openpublishing.publish.config.json"), publish.as_str(), 8),
            (format!("{locale}/Help/docfx.json"), docfx, 3),
            (format!("{locale}/.openpublishing.redirection.json"), redirections, 2),
        ] {
            let mut bytes = text.as_bytes().to_vec();
            if self.random.below(share) == 0 {
                bytes = mutate(&mut self.random, Kind::Publishing, &bytes, text.as_bytes());
            }
            self.put(path, bytes);
        }
    }

    fn messages(&mut self, locale: &str) {
        let text = "# Own words\nhome = Home\nsearch-count = { $count ->\n    [one] One page\n   *[other] { $count } pages\n}\n";
        let bytes = mutate(&mut self.random, Kind::Messages, text.as_bytes(), text.as_bytes());
        self.put(format!("locales/{locale}/own.ftl"), bytes);
    }

    /// Links in a circle, to nowhere, out of the project and to a device.
    fn links(&mut self, locale: &str, directory: &str) {
        for (name, target) in [
            ("self.md", "self.md"),
            ("nowhere.md", "nope/nope.md"),
            ("up", ".."),
            ("passwd.txt", "/etc/passwd"),
            ("passwd.md", "/etc/passwd"),
            ("zero.md", "/dev/zero"),
            ("inside.md", "1.md"),
        ] {
            if self.random.below(3) == 0 {
                let path = self.path(locale, &format!("{directory}{name}"));
                self.files.entry(path).or_insert_with(|| Content::Link(target.to_owned()));
            }
        }
    }

    fn configuration(&mut self) {
        let text = if self.random.below(4) == 0 {
            mutate(&mut self.random, Kind::Configuration, SANE.as_bytes(), SANE.as_bytes())
        } else {
            SANE.into()
        };
        self.put(CONFIGURATION.to_owned(), text);
    }
}
