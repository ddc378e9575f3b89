//! Tests of URL paths: IDs go in, paths come out.

use super::*;

#[test]
fn url_paths_are_plain() {
    assert_eq!(url_path("Creating-and Managing/X.Y"), "creating-and-managing/x.y");
    assert_eq!(url_path("a\u{200f}b\u{0}c"), "abc");
    assert_eq!(url_path("../..//etc\\passwd"), "etc/passwd");
    assert_eq!(url_path("a/index"), "a");
    assert_eq!(url_path("index"), "");
    assert_eq!(url_path("הגדרת סיסמה"), "הגדרת-סיסמה");
    assert_eq!(url_path("100% sure? #1"), "100%-sure?-#1");
    assert_eq!(url_path("con/aux.md..."), "con/aux.md...");
}

#[test]
fn what_is_too_long_is_cut_and_stays_apart() {
    let (long, other) = ("a".repeat(300), format!("{}b", "a".repeat(299)));
    let (path, flaw) = checked_url_path(&long);
    assert_eq!((path.len(), flaw), (200, Some(UrlFlaw::TooLong)));
    assert_ne!(url_path(&other), path);
    assert_eq!(checked_url_path(&"a".repeat(200)), ("a".repeat(200), None));
    // Lower case can be longer than upper case, and no letter is cut in two.
    assert!(url_path(&"İ".repeat(120)).len() <= 200);
    assert!(url_path(&"ש".repeat(140)).starts_with(&"ש".repeat(95)));

    let deep = "a/".repeat(2030);
    let (path, flaw) = checked_url_path(&deep);
    assert_eq!((path.split('/').count(), flaw), (40, Some(UrlFlaw::TooLong)));
    assert_ne!(url_path(&format!("{deep}b")), path);
    let wide = format!("{}/", "b".repeat(150)).repeat(30);
    assert!(url_path(&wide).len() <= 1000 && url_path(&wide).len() > 800);
    assert_eq!(fitting(url_path(&wide)), url_path(&wide));
    let exact = ["c".repeat(199).as_str(); 5].join("/") + "d";
    assert_eq!((exact.len(), url_path(&exact)), (1000, exact));
}

#[test]
fn no_slug_but_a_slash_makes_an_article_the_home() {
    let path = |id, slug| article_path(id, Some(slug));
    for nothing in ["..", ".", "\u{0}", "\u{200f}", "..\u{200f}", "../..", "\\"] {
        assert_eq!(path("a/b", nothing), ("a/b".to_owned(), Some(UrlFlaw::Nothing)), "{nothing:?}");
    }
    assert_eq!(path("index", "/"), (String::new(), None));
    assert_eq!(path("a/b", "/"), (String::new(), None));
    assert_eq!(path("x", "../y"), ("y".to_owned(), Some(UrlFlaw::Dots)));
    assert_eq!(article_path("..", None), ("article".to_owned(), Some(UrlFlaw::Nothing)));
    assert_eq!(path("..", "x"), ("x".to_owned(), None));
}

#[test]
fn the_page_of_the_search_may_be_an_articles() {
    let paths =
        url_paths(&["search", "search/a", "search/t0.js", "a/search/b.js"].map(asked).into_iter().collect());
    let paths: Vec<&str> = paths.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["search", "search/a", "search/t0.js-2", "a/search/b.js"]);
}

#[test]
fn numbers_are_not_tried_again() {
    let asked: IndexVec<IdentityIndex, WantedUrl> = std::iter::repeat_n(asked("a"), 100_000).collect();
    assert_eq!(url_paths(&asked).last().unwrap().0, "a-100000");
}

#[test]
fn the_first_keeps_the_url() {
    let url_paths = |ids: &[&str]| url_paths(&ids.iter().map(|id| asked(id)).collect());
    let paths = url_paths(&["a b", "a-b", "all", "a-b-2"]);
    let plain: Vec<&str> = paths.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(plain, ["a-b", "a-b-3", "all-2", "a-b-2"]);
    assert_eq!(paths[IdentityIndex(1)].1, Some(Conflict::With(IdentityIndex(0))));
    assert_eq!(paths[IdentityIndex(2)].1, Some(Conflict::Reserved));
    let below = url_paths(&["feed.xml/a", "a/feed.xml", "sitemap-2.xml", "a/index.json/b"]);
    let below: Vec<&str> = below.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(below, ["feed.xml-2/a", "a/feed.xml", "sitemap-2.xml-2", "a/index.json-2/b"]);
    // What servers read is no page.
    let below =
        url_paths(&[".htaccess", "a/web.config", ".git/config", "a/..index.html", "a/.../b", "index.php"]);
    let below: Vec<&str> = below.iter().map(|(path, _)| path.as_str()).collect();
    let given = ["htaccess", "a/web.config-2", "git/config", "a/index.html-2", "a/article/b", "index.php"];
    assert_eq!(below, given);
}

fn asked(id: &str) -> WantedUrl {
    WantedUrl { path: url_path(id), own: None, precedence: Precedence::Source, translations: 1 }
}

#[test]
fn no_slug_takes_the_url_of_another() {
    let slugged = |own: &str, path: &str, precedence| {
        let own = Some(url_path(own));
        WantedUrl { own, precedence, ..asked(path) }
    };
    let alone = Precedence::TranslationAlone;
    let paths = |asked: &[WantedUrl]| -> Vec<String> {
        url_paths(&asked.to_vec().into()).into_iter().map(|(path, _)| path).collect()
    };
    assert_eq!(paths(&[slugged("a", "index", alone), asked("index")]), ["a", ""]);
    assert_eq!(paths(&[slugged("a", "password", Precedence::Source), asked("password")]), ["a", "password"]);
    let orphan = WantedUrl { precedence: alone, ..asked("c") };
    assert_eq!(paths(&[orphan.clone(), slugged("d", "c", Precedence::Source)]), ["c-2", "c"]);
    assert_eq!(paths(&[slugged("b", "c", alone), orphan]), ["b", "c"]);
    // What a file has by its name is not given to one that lost its own.
    let taken = [slugged("a", "c", alone), asked("a"), asked("c")];
    assert_eq!(paths(&taken), ["c-2", "a", "c"]);
    assert_eq!(url_paths(&taken.to_vec().into())[IdentityIndex(0)].1, Some(Conflict::With(IdentityIndex(2))));
    assert_eq!(paths(&[asked("index"), slugged("a", "index", alone), asked("a")]), ["", "a-2", "a"]);
    assert_eq!(paths(&[asked("index"), asked("./index")]), ["", "article"]);
}
