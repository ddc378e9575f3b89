//! What every page announces, and the home of a locale with more articles than fit on it: featured articles, icons of sections, what
//! was changed last, letters.

use std::fs;
use std::path::Path;

use scraper::{ElementRef, Html, Selector};

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    every_page_of_a_locale_announces,
    what_is_announced_in_no_language_of_the_reader_says_so,
    a_home_begins_with_what_is_featured,
    what_is_read_most_follows,
    a_section_has_the_icon_of_its_index,
    a_home_shows_what_was_changed_last,
    dates_that_say_nothing_are_not_shown,
    letters_lead_to_the_titles_that_begin_with_them,
];

const SETTINGS: (&str, &str) = ("faqtory.toml", "[site]\nsource_locale = \"en-US\"\n");

const ICON: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>";

/// A site of two locales: the second has translated the outage, and changed its days, which are those of the source.
fn announced() -> site::Built {
    let files = [
        SETTINGS,
        (
            "content/en-US/outage.md",
            "---\ntitle: Mail is late\ndescription: Nothing is lost.\nannounce_until: 2026-12-02\n---\n\nText.\n",
        ),
        (
            "content/en-US/works.md",
            "---\ntitle: Works\nannounce_from: 2027-01-01\nannounce_until: 2027-01-02\n---\n\nText.\n",
        ),
        ("content/en-US/start/install.md", "# Install\n\nText.\n"),
        ("content/en-US/start/update.md", "# Update\n\nText.\n"),
        (
            "content/de-DE/outage.md",
            "---\ntitle: E-Mail kommt später\nannounce_until: 1999-01-01\n---\n\nText.\n",
        ),
        ("content/de-DE/start/install.md", "# Installieren\n\nText.\n"),
    ];
    site::build(site::project(&files).path(), &[])
}

fn every_page_of_a_locale_announces() {
    let built = announced();
    for name in ["en-us", "en-us/start", "en-us/start/install", "en-us/outage"] {
        let page = page(&built.dir(), name);
        assert_eq!(texts(&page, ".announcements a"), ["Mail is late", "Works"], "{name}");
        assert_eq!(texts(&page, ".announcements span"), ["Nothing is lost."], "{name}");
        let days = ["Until December 2, 2026", "January 1, 2027 – January 2, 2027"];
        assert_eq!(texts(&page, ".announcements small"), days, "{name}");
        assert_eq!(attributes(&page, ".announcements li", "data-from"), ["-", "2027-01-01"]);
        assert_eq!(attributes(&page, ".announcements li", "data-until"), ["2026-12-02", "2027-01-02"]);
        assert_eq!(attributes(&page, "link[href*=announce]", "rel"), ["stylesheet"]);
    }
    // Not where a reader has no language yet.
    let root = Html::parse_document(&fs::read_to_string(built.dir().join("index.html")).unwrap());
    assert!(texts(&root, ".announcements").is_empty());
}

fn what_is_announced_in_no_language_of_the_reader_says_so() {
    let built = announced();
    let page = page(&built.dir(), "de-de/start/install");
    assert_eq!(texts(&page, ".announcements a"), ["E-Mail kommt später", "Works"]);
    assert_eq!(attributes(&page, ".announcements a", "lang"), ["-", "en-US"]);
    assert_eq!(attributes(&page, ".announcements a", "href"), ["../../outage/", "../../works/"]);
    assert_eq!(attributes(&page, ".announcements li", "data-until"), ["2026-12-02", "2027-01-02"]);
}

fn a_home_begins_with_what_is_featured() {
    let article = |title: &str, key: &str| format!("---\ntitle: {title}\n{key}---\n\nText.\n");
    let files = [
        ("content/en-US/index.md", article("Help", "featured: 1\n")),
        ("content/en-US/a.md", article("A", "featured: true\n")),
        ("content/en-US/b.md", article("B", "featured: 2\n")),
        ("content/en-US/c.md", article("C", "featured: 1.5\n")),
        ("content/en-US/d.md", article("D", "featured: false\n")),
        ("content/he-IL/b.md", article("ב", "featured: 9\n")),
    ];
    let files = files.iter().map(|(path, text)| (*path, text.as_str()));
    let files: Vec<(&str, &str)> = files.chain([SETTINGS]).collect();
    let built = site::build(site::project(&files).path(), &[]);
    assert_eq!(texts(&page(&built.dir(), "en-us"), ".featured a"), ["C", "B", "A"]);
    assert_eq!(texts(&page(&built.dir(), "he-il"), ".featured a"), ["C", "ב", "A"]);
}

fn what_is_read_most_follows() {
    let article = |title: &str, key: &str| format!("---\ntitle: {title}\n{key}---\n\nText.\n");
    let files = [
        ("faqtory.toml", "[site]\nsource_locale = \"en-US\"\nvisits = \"visits.csv\"\n".to_owned()),
        (
            "visits.csv",
            "page,views\n/en-us/c/,5\nhttps://h.example/he-il/c/,4\nb,8\na,99\nindex,50\ngone,7\n".to_owned(),
        ),
        ("content/en-US/index.md", article("Help", "")),
        ("content/en-US/a.md", article("A", "featured: 1\n")),
        ("content/en-US/b.md", article("B", "")),
        ("content/en-US/c.md", article("C", "")),
        ("content/en-US/d.md", article("D", "")),
        ("content/he-IL/b.md", article("ב", "")),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let built = site::build(site::project(&files).path(), &[]);
    assert_eq!(texts(&page(&built.dir(), "en-us"), ".featured a"), ["A", "C", "B"]);
    assert_eq!(texts(&page(&built.dir(), "he-il"), ".featured a"), ["A", "C", "ב"]);
}

fn a_section_has_the_icon_of_its_index() {
    let index = |title: &str, icon: &str| format!("---\ntitle: {title}\nicon: {icon}\n---\n\nText.\n");
    let files = [
        ("content/en-US/mail/index.md", index("Mail", "../media/mail.svg")),
        ("content/en-US/teams/index.md", index("Teams", "material/account-group")),
        ("content/en-US/other/index.md", index("Other", "../../../outside.svg")),
        ("content/en-US/mail/a.md", "# A\n".to_owned()),
        ("content/en-US/teams/a.md", "# A\n".to_owned()),
        ("content/en-US/other/a.md", "# A\n".to_owned()),
        ("content/en-US/media/mail.svg", ICON.to_owned()),
        ("content/en-US/media/unused.svg", ICON.replace('8', "9")),
        ("content/he-IL/mail/index.md", "---\ntitle: דואר\n---\n\nטקסט.\n".to_owned()),
    ];
    let files = files.iter().map(|(path, text)| (*path, text.as_str()));
    let files: Vec<(&str, &str)> = files.chain([SETTINGS]).collect();
    let built = site::build(site::project(&files).path(), &[]);
    for locale in ["en-us", "he-il"] {
        let icons = attributes(&page(&built.dir(), locale), ".cards img", "src");
        let [icon] = icons.as_slice() else { panic!("{locale}: {icons:?}") };
        assert!(icon.starts_with("../assets/mail."), "{icon}");
        assert!(built.dir().join(locale).join(icon).is_file(), "{icon}");
    }
    assert!(!site::files(&built.dir()).iter().any(|name| name.contains("unused")));
}

/// So many articles, one a day, and an old one.
fn dated(count: usize, date: fn(usize) -> String) -> site::Built {
    let files: Vec<(String, String)> = (0..count)
        .map(|at| {
            let text = format!("---\ntitle: Article {at}\ndate: {}\n---\n\nText.\n", date(at));
            (format!("content/en-US/a{at}.md"), text)
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    site::build(site::project(&files).path(), &[])
}

fn a_home_shows_what_was_changed_last() {
    let built = dated(40, |at| format!("2026-0{}-{:02}", 1 + at % 3, 1 + at % 28));
    let home = page(&built.dir(), "en-us");
    let titles = ["Article 26", "Article 23", "Article 20", "Article 17", "Article 14"];
    let words: Vec<String> = texts(&home, ".newest a");
    assert_eq!(words.len(), 5);
    for (word, title) in words.iter().zip(titles) {
        assert!(word.starts_with(title), "{words:?}");
    }
    assert_eq!(texts(&home, ".newest small").first().map(String::as_str), Some("March 27, 2026"));
}

fn dates_that_say_nothing_are_not_shown() {
    let same = dated(40, |_| "2026-03-01".to_owned());
    assert!(texts(&page(&same.dir(), "en-us"), ".newest").is_empty());
    // All of these are on the home anyway.
    let few = dated(20, |at| format!("2026-03-{:02}", at + 1));
    assert!(texts(&page(&few.dir(), "en-us"), ".newest").is_empty());
}

fn letters_lead_to_the_titles_that_begin_with_them() {
    let file = |at: usize| {
        let title = ["Ändern", "Brief", "Zugang"][at % 3];
        (format!("content/de-DE/a{at}.md"), format!("# {title} {at}\n\nText.\n"))
    };
    let files: Vec<(String, String)> = (0..390).map(file).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let built = site::build(site::project(&files).path(), &[]);
    let home = page(&built.dir(), "de-de");
    assert_eq!(texts(&home, ".letters a"), ["A", "B", "Z"]);
    let links = attributes(&home, ".letters a", "href");
    assert_eq!(links, ["all/#_1", "all/#_2", "all/2/#_3"]);
    let first = page(&built.dir(), "de-de/all");
    assert_eq!(texts(&first, "main h2[id^=_]:not(.hidden)"), ["A", "B", "Seiten"]);
    assert_eq!(texts(&first, "#_1 + .links a").len(), 130);
    // The letter goes on where it stood on the page before.
    let second = page(&built.dir(), "de-de/all/2");
    assert_eq!(texts(&second, "main h2[id^=_]:not(.hidden)"), ["B", "Z", "Seiten"]);
    assert_eq!(attributes(&second, ".letters a", "href"), ["../#_1", "../#_2", "./#_3"]);
}

fn page(dir: &Path, path: &str) -> Html {
    Html::parse_document(&fs::read_to_string(dir.join(path).join("index.html")).unwrap())
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let text = |element: ElementRef<'_>| element.text().collect::<String>().trim().to_owned();
    page.select(&Selector::parse(selector).unwrap()).map(text).collect()
}

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let attribute = |element: ElementRef<'_>| element.attr(name).unwrap_or("-").to_owned();
    page.select(&Selector::parse(selector).unwrap()).map(attribute).collect()
}
