//! What stands around articles, in a real browser and seven languages: announcements, the home of many articles, letters, feedback,
//! images that are seen larger. The work is done by `browser/furniture.mjs`; here stands which site and pages.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::harness::{Need, Test, browser_folder, need, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![every_state_in_seven_languages];

/// A tag, words that titles begin with, and what is announced.
const LANGUAGES: [(&str, [&str; 4], &str); 7] = [
    ("en-US", ["Account", "Mail", "Password", "Teams"], "Mail is late. Nothing is lost."),
    (
        "de-DE",
        ["Änderung", "Mailverkehrseinstellungen", "Passwort", "Überblick"],
        "E-Mails kommen später an. Es geht nichts verloren.",
    ),
    ("he-IL", ["איפוס", "דואר", "חשבון", "סיסמה"], "הדואר מתעכב. דבר לא אבד."),
    ("ar-SA", ["أمان", "بريد", "حساب", "كلمة المرور"], "البريد متأخر. لم يُفقد شيء."),
    (
        "ja-JP",
        ["アカウント", "かいぎ", "メール", "設定を変更する"],
        "メールの到着が遅れています。失われたものはありません。",
    ),
    ("th-TH", ["เกม", "ไฟล์", "จดหมาย", "รหัสผ่าน"], "อีเมลมาถึงช้า ไม่มีสิ่งใดสูญหาย"),
    ("zh-CN", ["安全", "密码", "邮件", "账户"], "邮件送达延迟。没有任何内容丢失。"),
];

/// One colour, larger than any text is wide.
fn picture() -> &'static str {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1600\" height=\"900\"><path fill=\"#357\" d=\"M0 0h1600v900H0z\"/></svg>"
}

fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// So many articles in each language that their list has two pages.
fn help() -> TempDir {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    let settings = "[site]\nsource_locale = \"en-US\"\nfeedback = \"https://h.example/?{id}&{answer}\"\ncontact = \"mailto:help@h.example\"\n";
    write(root, "faqtory.toml", settings);
    for (tag, words, announcement) in LANGUAGES {
        let at = |path: &str| format!("content/{tag}/{path}");
        let text = format!("{announcement}\n");
        write(root, &at("index.md"), &format!("---\ntitle: {}\n---\n\n{text}", words[0]));
        write(root, &at("large.svg"), picture());
        for (section, word) in ["mail", "teams"].into_iter().zip(words) {
            let index =
                format!("---\ntitle: {word}\ndescription: {announcement}\nicon: ../large.svg\n---\n\n{text}");
            write(root, &at(&format!("{section}/index.md")), &index);
        }
        for number in 0..205 {
            let word = words[number % words.len()];
            let keys = match number {
                0 => "announce_until: 2020-01-01\n".to_owned(),
                1 => format!("announce_until: 2999-12-31\ndescription: {announcement}\n"),
                2 => "announce_from: 2998-01-01\nannounce_until: 2998-12-31\n".to_owned(),
                3..6 => format!("featured: {number}\ncustom_ids: [77]\n"),
                _ => format!("date: 2026-01-{:02}\n", 1 + number % 28),
            };
            let section = ["mail/", "teams/", ""][number % 3];
            let body = match number {
                3 => format!(
                    "![{word}](../large.svg)\n\n## {word}\n\n{text}\n```text\n{word}\n```\n\n## B\n\n{text}\n## C\n\n{text}"
                ),
                _ => text.clone(),
            };
            let article = format!("---\ntitle: {word} {number}\n{keys}---\n\n{body}");
            write(root, &at(&format!("{section}a{number}.md")), &article);
        }
    }
    folder
}

fn every_state_in_seven_languages() {
    need(Need::Browser);
    let built = site::build(help().path(), &[]);
    let kinds = [
        "index.html",
        "all/2/index.html",
        "mail/index.html",
        "mail/a3/index.html",
        "open/77/index.html",
        "404.html",
    ];
    let pages =
        LANGUAGES.iter().flat_map(|(tag, ..)| kinds.map(|name| format!("{}/{name}", tag.to_lowercase())));
    let pages: Vec<String> = pages.collect();
    assert!(pages.iter().all(|name| built.dir().join(name).is_file()), "{pages:?}");
    let output = Command::new("node")
        .arg("furniture.mjs")
        .arg(built.dir())
        .args(&pages)
        .current_dir(browser_folder())
        .output()
        .unwrap();
    assert!(output.status.success(), "furniture.mjs: {}", String::from_utf8_lossy(&output.stderr));
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found, serde_json::json!([]));
}
