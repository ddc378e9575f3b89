//! Help inside a product, in a real browser, on another origin than the site. The work is done by `browser/help.mjs`; here stands which
//! site.

use std::fs;
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::TempDir;

use crate::harness::{Need, Test, browser_folder, need, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![a_product_shows_articles];

/// What a script may weigh, compressed.
const MOST: usize = 4096;

const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"9\"><path fill=\"#357\" d=\"M0 0h900v9H0z\"/></svg>";

/// An article with all that a browser could trip over, its translation by a machine, and two of one ID; German has another one.
fn help() -> TempDir {
    let body = "[b](b.md) [mail](mailto:h@h.example) ![A strip](strip.svg)\n\n```sh\na very long line of code that is wider than any phone could ever show it\n```\n\n\
                | a | b |\n| - | - |\n| c | d |\n\n> [!TIP]\n> Text.\n\n<details><summary>More</summary>\n\n- one\n- two\n\n</details>\n";
    let article = |title: &str, keys: &str| format!("---\ntitle: {title}\n{keys}---\n\n{body}");
    let files = [
        (
            "faqtory.toml",
            "[site]\nsource_locale = \"en-US\"\nbase_url = \"https://help.example.com/docs/\"\n[api]\nhelp = true\n"
                .to_owned(),
        ),
        ("content/en-US/a.md", article("How do I <b>pay</b>?", "custom_ids: [1]\n")),
        ("content/en-US/b.md", article("B", "custom_ids: [2]\n")),
        ("content/en-US/c.md", article("C", "custom_ids: [2]\n")),
        ("content/en-US/strip.svg", PICTURE.to_owned()),
        ("content/he-IL/a.md", article("איך משלמים?", "translation_type: machine\n")),
        ("content/de-DE/b.md", article("B", "")),
    ];
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    folder
}

fn a_product_shows_articles() {
    need(Need::Browser);
    let folder = help();
    let built = site::build(folder.path(), &[]);
    let script = fs::read(built.dir().join("faqtory-help.js")).unwrap();
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    std::io::Write::write_all(&mut packed, &script).unwrap();
    assert!(packed.finish().unwrap().len() <= MOST);
    let output =
        Command::new("node").arg("help.mjs").arg(built.dir()).current_dir(browser_folder()).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "help.mjs: {}\n{printed}", output.status);
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "[]");
}
