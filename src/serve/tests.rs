//! After any sequence of edits the preview is the one that a clean start makes: pages, files and diagnostics, byte for byte.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use tempfile::TempDir;

use crate::messages::MessageStyle;
use crate::project::{Live, LiveRequest, Updated};
use crate::render::{Prepared, file};
use crate::report::Summary;
use crate::report::check::json;
use crate::sources::Look;

use super::pages::{self, Pages};

/// Everything that a preview shows, by path, or what is wrong.
type Shown = Result<BTreeMap<String, Vec<u8>>, String>;

/// Shows everything, with what can be taken over from the time before.
fn show(live: &Live, before: Option<(Prepared, Pages)>) -> (Shown, Option<(Prepared, Pages)>) {
    let project = match live.project() {
        Ok(project) => project,
        Err(fault) => return (Err(format!("{fault:#}")), None),
    };
    let options = match project.render_options() {
        Ok(options) => options,
        Err(fault) => return (Err(format!("{fault:#}")), None),
    };
    let (before, pages) = before.unzip();
    let site = project.site(&options, before).unwrap();
    let pages = pages.unwrap_or_else(|| Pages::new(&site));
    let text = |key| pages::bytes(&site, key).unwrap_or_else(|fault| format!("{fault:#}").into_bytes());
    let mut shown: BTreeMap<String, Vec<u8>> =
        pages.paths().map(|(path, key)| (path.to_owned(), text(key))).collect();
    for locale in site.catalog.published() {
        for key in file::search(&site, locale) {
            shown.insert(file::path(&site, key), file::bytes(&site, key).unwrap());
        }
    }
    let report = match project.check_until(&AtomicBool::new(false)) {
        Ok(checked) => json::render(&checked.once().diagnostics, Summary::default(), project).unwrap(),
        Err(fault) => format!("{fault:#}"),
    };
    shown.insert("/diagnostics".to_owned(), report.into_bytes());
    shown.extend(project.status_files().unwrap());
    (Ok(shown), Some((site.into_prepared(), pages)))
}

fn request(root: &Path) -> LiveRequest {
    LiveRequest { root: root.to_path_buf(), out: root.join("public"), message_style: MessageStyle::Plain }
}

/// What a clean start shows.
fn afresh(root: &Path) -> Shown {
    show(&Live::open(request(root)), None).0
}

/// Numbers that look random; the same ones each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.roll(from.len())]
    }
}

const LOCALES: [&str; 3] = ["en-US", "he-IL", "lv-LV"];
const NAMES: [&str; 6] =
    ["index", "reset", "account/close", "account/index", "billing/refund", "billing/deep/tax"];

const TEMPLATES: [&str; 4] = [
    "{% extends \"default/article.html\" %}{% block footer %}<p>{{ article.title_html }}</p>{% endblock %}",
    "{% extends \"default/article.html\" %}{% block footer %}{{ article.nothing }}{% endblock %}",
    "{% extends \"default/article.html\" %}{% block",
    "",
];

const CONFIGURATIONS: [&str; 8] = [
    "",
    "[site]\nsource_locale = \"en-US\"\n[checks]\nbaseline = \"held.txt\"\n",
    "[site]\nsource_locale = \"en-US\"\ntheme = \"mine\"\nbase_url = \"https://help.example.com/x/\"\n",
    "[site]\nuntranslated = \"omit\"\nlinks = \"file\"\n",
    "[site]\ntitel = \"typo\"\n",
    "[site]\ntheme = \"missing\"\n",
    "[api]\narticles = true\n[locales.lv-LV]\npublish = false\n[site]\nsource_locale = \"en-US\"\n",
    "[content]\nexclude = [\"*/billing/**\"]\n[locales.he-IL]\nfallback = [\"lv-LV\"]\n",
];

fn article(dice: &mut Dice) -> String {
    let mut text = String::new();
    if dice.roll(8) > 0 {
        let title = dice.pick(&["Reset", "Close it", "Aizvērt", "איפוס"]);
        text = format!("---\ntitle: {title}\n");
        for (line, chance) in [
            ("custom_ids: [12, 9357]\n", 3),
            ("custom_ids: 9357\n", 4),
            ("date: 2024-05-31\n", 2),
            ("source_hash: 0000000000000000000000000000000000000000\n", 3),
            ("redirect_from: [old/place]\n", 5),
            ("slug: elsewhere\n", 7),
            ("draft: true\n", 6),
            ("robots: noindex\n", 5),
            ("locale: he-IL\n", 9),
            ("article_id: reset\n", 9),
            ("titel: x\n", 8),
        ] {
            if dice.roll(chance) == 0 && !text.contains(&line[..6]) {
                text.push_str(line);
            }
        }
        text.push_str("---\n");
    }
    text + &body(dice)
}

fn body(dice: &mut Dice) -> String {
    let mut body = String::new();
    for _ in 0..=dice.roll(7) {
        body.push_str(dice.pick(&[
            "# Reset it\n\n",
            "## Set up\n\n",
            "## <a name=\"setup\"></a>Iestatīšana\n\n",
            "**What now?**\n\nThis.\n\n",
            "See [this](reset.md#set-up), [that](account/close.md) and [old](../old/place.md).\n\n",
            "[nothing](gone.md) and ![picture](media/x.svg)\n\n",
            "[!INCLUDE [note](includes/note.md)]\n\n",
            "> [!NOTE]\n> Mind the gap.\n\n",
            "Words and more words.\n\n",
            "<domainguid> [x](#setup)\n\n",
        ]));
    }
    body
}

/// A project that is edited.
struct Edited {
    dir: TempDir,
    /// What a watcher would report.
    touched: BTreeSet<PathBuf>,
}

impl Edited {
    fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    fn write(&mut self, path: &str, text: &str) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        self.touched.insert(file);
    }

    fn remove(&mut self, path: &str) {
        let file = self.path(path);
        if file.is_dir() {
            fs::remove_dir_all(&file).unwrap();
        } else if file.exists() {
            fs::remove_file(&file).unwrap();
        }
        self.touched.insert(file);
    }

    fn rename(&mut self, from: &str, to: &str) {
        let (from, to) = (self.path(from), self.path(to));
        if from.is_file() {
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::rename(&from, &to).unwrap();
            self.touched.extend([from, to]);
        }
    }

    fn edit(&mut self, dice: &mut Dice) {
        let file = format!("content/{}/{}.md", dice.pick(&LOCALES), dice.pick(&NAMES));
        match dice.roll(21) {
            0..=6 => self.edit_body(&file, dice),
            7 | 8 => self.write(&file, &article(dice)),
            9 => self.remove(&file),
            10 => {
                let to = format!("content/{}/{}.md", dice.pick(&LOCALES), dice.pick(&NAMES));
                self.rename(&file, &to);
            }
            11 => {
                let locale = dice.pick(&LOCALES);
                self.write(&format!("content/{locale}/includes/note.md"), &body(dice));
            }
            12 => {
                let locale = dice.pick(&LOCALES);
                let toc = dice.pick(&[
                    "- name: All\n  items:\n  - href: reset.md\n  - href: account/close.md\n",
                    "- name: [",
                    "",
                ]);
                self.write(&format!("content/{locale}/toc.yml"), toc);
            }
            13 => self.write(
                "locales/en-US/own.ftl",
                dice.pick(&["home = Start\n", "home = { $x\n", "next-article = On\n"]),
            ),
            14 => self.write("themes/mine/templates/article.html", dice.pick(&TEMPLATES)),
            15 => self.write("themes/mine/assets/style.css", dice.pick(&["a { color: red }", "b { }"])),
            16 => self.write("faqtory.toml", dice.pick(&CONFIGURATIONS)),
            17 => self.write(
                &format!("content/{}/media/x.svg", dice.pick(&LOCALES)),
                dice.pick(&["<svg/>", "<svg width=\"1\"/>"]),
            ),
            18 => self.write(&file, ""),
            19 => self.write("held.txt", dice.pick(&["", "# none\n"])),
            _ => self.remove(dice.pick(&[
                "content/he-IL/billing",
                "faqtory.toml",
                "content/en-US/toc.yml",
                "themes",
            ])),
        }
    }

    /// Changes the text, as people do most of the time, and leaves the front matter.
    fn edit_body(&mut self, file: &str, dice: &mut Dice) {
        let Ok(text) = fs::read_to_string(self.path(file)) else { return self.write(file, &article(dice)) };
        let end = text.rfind("---\n").map_or(0, |end| end + 4);
        self.write(file, &format!("{}{}", &text[..end], body(dice)));
    }
}

/// How often each kind of update was taken, of `edits` of one seed.
fn follow(seed: u64, edits: usize) -> [usize; 3] {
    let mut dice = Dice(seed);
    let mut edited = Edited { dir: TempDir::new().unwrap(), touched: BTreeSet::new() };
    edited.write("themes/mine/templates/redirect.html", "{{ redirect.href }}");
    for locale in LOCALES {
        for name in NAMES {
            edited.write(&format!("content/{locale}/{name}.md"), &article(&mut dice));
        }
    }
    edited.write("faqtory.toml", CONFIGURATIONS[1 + dice.roll(2)]);
    let mut live = Live::open(request(edited.dir.path()));
    let (mut shown, mut before) = show(&live, None);
    let mut taken = [0; 3];
    for number in 0..edits {
        edited.touched.clear();
        for _ in 0..=dice.roll(2) {
            edited.edit(&mut dice);
        }
        let look = if dice.roll(10) == 0 { Look::Everywhere } else { Look::At(&edited.touched) };
        let updated = live.update(look);
        taken[updated as usize] += 1;
        match updated {
            Updated::Nothing => {}
            Updated::Texts => (shown, before) = show(&live, before.take()),
            Updated::All => (shown, before) = show(&live, None),
        }
        let clean = afresh(edited.dir.path());
        if shown != clean {
            let touched: Vec<_> = edited.touched.iter().collect();
            panic!("seed {seed}, edit {number}, {updated:?}: {touched:?}\n{}", difference(&shown, &clean));
        }
    }
    taken
}

fn difference(shown: &Shown, clean: &Shown) -> String {
    let (shown, clean) = match (shown, clean) {
        (Ok(shown), Ok(clean)) => (shown, clean),
        (shown, clean) => return format!("{:?}\nnot\n{:?}", shown.as_ref().err(), clean.as_ref().err()),
    };
    let paths: BTreeSet<&String> = shown.keys().chain(clean.keys()).collect();
    let text = |all: &BTreeMap<String, Vec<u8>>, path: &str| {
        all.get(path).map_or("(not there)".to_owned(), |bytes| String::from_utf8_lossy(bytes).into_owned())
    };
    let first = paths.into_iter().find(|path| shown.get(*path) != clean.get(*path)).unwrap();
    format!(
        "{first}\n{}",
        similar::TextDiff::from_lines(&text(clean, first), &text(shown, first)).unified_diff()
    )
}

#[test]
fn every_edit_leads_to_what_a_clean_start_shows() {
    let mut taken = [0; 3];
    for seed in 1..=4 {
        let more = follow(seed * 7919, 40);
        taken = std::array::from_fn(|kind| taken[kind] + more[kind]);
    }
    let [_, texts, all] = taken;
    assert!(texts > 15 && all > 60, "the edits are not of all kinds: {taken:?}");
}

#[test]
fn the_page_that_is_asked_for_is_never_old() {
    let mut edited = Edited { dir: TempDir::new().unwrap(), touched: BTreeSet::new() };
    edited.write("content/en-US/a.md", "# A\n");
    let mut live = Live::open(request(edited.dir.path()));
    assert!(!live.is_outdated("content/en-US/a.md") && !live.is_outdated("content/en-US/b.md"));
    edited.write("content/en-US/a.md", "# Longer\n");
    assert!(live.is_outdated("content/en-US/a.md"));
    live.update(Look::At(&[live.place("content/en-US/a.md")].into()));
    assert!(!live.is_outdated("content/en-US/a.md"));
}
