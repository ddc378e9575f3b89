//! The articles that defects are planted in: real ones, and ones that are written here. Plants nothing.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::project::Project;
use super::random::Random;
use super::site;

/// Of the real articles every so many-th is taken.
const EVERY: usize = 40;

/// Articles of two real repositories, one of them written from right to left.
pub(crate) fn real(folder: &Path) -> Project {
    let mut project = Project::default();
    for repository in ["he-IL", "ro-RO"] {
        for (number, path) in site::files(&folder.join(repository)).into_iter().enumerate() {
            let is_article = path.ends_with(".md");
            if !(is_article && number.is_multiple_of(EVERY)
                || path.ends_with(".json")
                || path.ends_with(".yml"))
            {
                continue;
            }
            let bytes = fs::read(folder.join(repository).join(&path)).unwrap();
            if std::str::from_utf8(&bytes).is_ok() {
                project.texts.insert(format!("{repository}/{path}"), bytes);
            }
        }
    }
    assert!(project.articles().len() > 100, "{} articles", project.articles().len());
    project
}

/// Words of four scripts.
const WORDS: [&str; 24] = [
    "password",
    "Settings",
    "open",
    "reset",
    "the",
    "choose",
    "account",
    "later",
    "סיסמה",
    "הגדרות",
    "פתח",
    "בחר",
    "parole",
    "iestatījumi",
    "atvērt",
    "izvēlēties",
    "geslo",
    "nastavitve",
    "odpreti",
    "izberite",
    "設定",
    "開く",
    "選択",
    "保存",
];

/// Invented articles in two locales: headings, lists, links, tables, quotes.
pub(crate) fn generated() -> Project {
    let mut random = Random::new(&[3]);
    let mut files = Vec::new();
    for locale in ["he-IL", "lv-LV"] {
        for number in 0..100 {
            files.push((format!("{locale}/topic-{number}.md"), article(&mut random, locale, number)));
        }
    }
    Project::of(files)
}

fn article(random: &mut Random, locale: &str, number: usize) -> String {
    let title = words(random, 4);
    let mut text = format!(
        "---\ntitle: {title}\nms.author: someone\nms.topic: article\nms.service: help\nms.custom:\n- \"{}\"\n- \"7{number}\"\n\
         ms.openlocfilehash: {number:040x}\nms.contentlocale: {locale}\n---\n# <a name=\"topic\"></a>{title}\n",
        9000 + number
    );
    for part in 0..4 {
        // Writing to a String cannot fail.
        let _ = write!(text, "\n{}.\n", words(random, 12));
        let _ = match random.below(5) {
            0 => write!(text, "\n## Part {part} {}\n", words(random, 2)),
            1 => write!(
                text,
                "\n1. **{}**\n2. {} [{}](topic-{}.md)\n",
                words(random, 1),
                words(random, 5),
                words(random, 2),
                random.below(100)
            ),
            2 => write!(text, "\n> [!NOTE]\n> {}\n", words(random, 8)),
            3 => write!(
                text,
                "\n| {} | {} |\n|---|---|\n| {} | `**` |\n",
                words(random, 1),
                words(random, 1),
                words(random, 3)
            ),
            _ => write!(
                text,
                "\n- {}\n\n  {}\n- **{}** {}\n",
                words(random, 3),
                words(random, 3),
                words(random, 1),
                words(random, 2)
            ),
        };
    }
    text
}

fn words(random: &mut Random, count: usize) -> String {
    (0..count).map(|_| *random.one(&WORDS)).collect::<Vec<_>>().join(" ")
}
