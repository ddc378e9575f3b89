//! Sections of a whole site, from folders and tables of contents: their pages, the way to an article and on from it.

use std::fs;
use std::path::Path;

use scraper::{ElementRef, Html, Selector};

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    the_home_shows_the_sections_in_the_order_of_the_table,
    an_article_that_heads_a_section_shows_what_is_in_it,
    readers_go_on_in_the_order_of_the_table,
    an_article_has_its_section_beside_it,
    of_a_large_section_the_nearest_articles_stand_beside,
    a_table_that_leads_nowhere_is_reported,
    a_folder_that_a_flat_table_leaves_out_is_found,
];

fn an_article_has_its_section_beside_it() {
    let built = build();
    let page = page(&built.dir(), "en-us/start/install");
    assert_eq!(texts(&page, ".beside summary"), ["First steps"]);
    assert_eq!(texts(&page, ".beside a"), ["Install", "Update"]);
    assert_eq!(texts(&page, ".beside [aria-current=page]"), ["Install"]);
    // Neither the page of a section, nor what stands alone in one, nor what stands in none.
    for name in ["en-us/accounts", "en-us/reset", "en-us/notes/one"] {
        assert!(texts(&self::page(&built.dir(), name), ".beside").is_empty(), "{name}");
    }
}

fn of_a_large_section_the_nearest_articles_stand_beside() {
    let number = |number: usize| format!("Article {number:03}");
    let files: Vec<(String, String)> = (0..100)
        .flat_map(|at| {
            let text = format!("# {}\n\nText.\n", number(at));
            let outside = (format!("content/en-US/r{at}.md"), text.clone());
            [(format!("content/en-US/many/a{at:03}.md"), text), outside]
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let built = site::build(site::project(&files).path(), &[]);
    for (at, first) in [(0, 0), (3, 0), (50, 45), (99, 90)] {
        let page = page(&built.dir(), &format!("en-us/many/a{at:03}"));
        let mut expected: Vec<String> = (first..first + 10).map(number).collect();
        expected.push("100 articles".to_owned());
        assert_eq!(texts(&page, ".beside a"), expected);
        assert_eq!(texts(&page, ".beside [aria-current=page]"), [number(at)]);
    }
    // The root of a locale is no section.
    assert!(texts(&page(&built.dir(), "en-us/r1"), ".beside").is_empty());
}

const ENGLISH: &str = "\
- name: Home
  href: index.md
- name: First steps
  items:
  - name: Install
    href: start/install.md
  - name: Update
    href: start/update.md
- name: Accounts
  href: accounts.md
  items:
  - name: Passwords
    items:
    - name: Reset
      href: reset.md
  - name: Gone
    href: gone.md
";

const HEBREW: &str = "\
- name: צעדים ראשונים
  items:
  - name: התקנה
    href: start/install.md
";

/// English with a table of contents and an article outside of it; Hebrew, which lacks most of it.
fn build() -> site::Built {
    let folder = tempfile::TempDir::new().unwrap();
    let article = |title: &str, text: &str| format!("---\ntitle: {title}\n---\n\n# {title}\n\n{text}\n");
    let files = [
        ("en-US/index", article("Help", "See [the steps](start/), [notes](notes/) or [none](media/).")),
        ("en-US/start/index", article("Getting started", "Do this first.")),
        ("en-US/start/install", article("Install it", "Text.")),
        ("en-US/start/update", article("Update it", "Text.")),
        ("en-US/accounts", article("Your account", "All about it.")),
        ("en-US/reset", article("Reset a password", "Text.")),
        ("en-US/notes/one", article("A note", "Text.")),
        (
            "he-IL/start/install",
            format!("---\nsource_hash: {}\n---\n\n{}", "0".repeat(40), "# התקנה\n\nטקסט.\n"),
        ),
    ];
    for (path, text) in files {
        write(folder.path(), &format!("content/{path}.md"), &text);
    }
    write(folder.path(), "content/en-US/toc.yml", ENGLISH);
    write(folder.path(), "content/he-IL/toc.yml", HEBREW);
    site::build(folder.path(), &[])
}

fn write(folder: &Path, path: &str, text: &str) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn page(dir: &Path, path: &str) -> Html {
    Html::parse_document(&fs::read_to_string(dir.join(path).join("index.html")).unwrap())
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let text = |element: ElementRef<'_>| element.text().collect::<String>().trim().to_owned();
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(text).collect()
}

/// `text → href (language)` of every link.
fn links(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let link = |element: ElementRef<'_>| {
        let text = element.text().collect::<String>();
        let of_child = element.child_elements().find_map(|child| child.attr("lang"));
        let language = element.attr("lang").or(of_child).map(|language| format!(" ({language})"));
        format!("{} → {}{}", text.trim(), element.attr("href").unwrap(), language.unwrap_or_default())
    };
    page.select(&selector).map(link).collect()
}

fn the_home_shows_the_sections_in_the_order_of_the_table() {
    let built = build();
    let home = page(&built.dir(), "en-us");
    assert_eq!(links(&home, ".cards a"), ["First steps → start/", "Accounts → accounts/", "Notes → notes/"]);
    assert_eq!(
        links(&home, ".text a"),
        ["the steps → start/", "notes → notes/"],
        "a folder without articles is not a page"
    );
    let hebrew = page(&built.dir(), "he-il");
    assert_eq!(
        links(&hebrew, ".cards a"),
        ["צעדים ראשונים → start/", "Accounts → accounts/ (en-US)", "Notes → notes/"]
    );
}

fn an_article_that_heads_a_section_shows_what_is_in_it() {
    let built = build();
    let start = page(&built.dir(), "en-us/start");
    assert_eq!(links(&start, ".inside .links a"), ["Install → install/", "Update → update/"]);
    assert_eq!(links(&start, ".crumbs a"), ["Home → ../"]);
    let accounts = page(&built.dir(), "en-us/accounts");
    assert_eq!(links(&accounts, ".inside .cards a"), ["Passwords → passwords/"]);
    let passwords = page(&built.dir(), "en-us/accounts/passwords");
    assert_eq!(links(&passwords, ".links a"), ["Reset → ../../reset/"]);
    assert_eq!(links(&passwords, ".crumbs a"), ["Home → ../../", "Accounts → ../"]);
}

fn readers_go_on_in_the_order_of_the_table() {
    let built = build();
    let dir = built.dir();
    let neighbours = |path: &str| links(&page(&dir, path), ".neighbours a");
    assert_eq!(neighbours("en-us/start"), ["Next article Install → install/"]);
    assert_eq!(
        neighbours("en-us/start/update"),
        ["Previous article Install → ../install/", "Next article Accounts → ../../accounts/"]
    );
    assert_eq!(neighbours("en-us/reset"), ["Previous article Accounts → ../accounts/"]);
    assert_eq!(neighbours("en-us/notes/one"), [""; 0]);
    assert_eq!(
        neighbours("he-il/start/install"),
        ["המאמר הקודם Getting started → ../ (en-US)", "המאמר הבא Update → ../update/ (en-US)"]
    );
    assert_eq!(links(&page(&dir, "en-us/reset"), ".crumbs a").len(), 3);
}

fn a_table_that_leads_nowhere_is_reported() {
    let built = build();
    assert_eq!(built.summary["diagnostics"]["errors"], 2, "`gone.md` and `media/`");
}

fn a_folder_that_a_flat_table_leaves_out_is_found() {
    let folder = tempfile::TempDir::new().unwrap();
    for (path, title) in [("a/one", "One"), ("a/two", "Two")] {
        write(folder.path(), &format!("content/en-US/{path}.md"), &format!("# {title}\n\nText.\n"));
    }
    let table = "- name: Renamed\n  href: a/one.md\n- name: Second\n  href: a/two.md\n";
    write(folder.path(), "content/en-US/toc.yml", table);
    let built = site::build(folder.path(), &[]);
    let home = links(&page(&built.dir(), "en-us"), "main a");
    assert!(home.iter().any(|link| link.starts_with('A') && link.ends_with(" → a/")), "{home:?}");
    let one = links(&page(&built.dir(), "en-us/a/one"), "a");
    assert!(one.contains(&"A → ../".to_owned()), "{one:?}");
    assert!(one.iter().any(|link| link.contains("Second → ")), "{one:?}");
    assert_eq!(links(&page(&built.dir(), "en-us/a"), "main li a"), ["Renamed → one/", "Second → two/"]);
}
