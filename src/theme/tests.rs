//! Every template with a full and a minimal context, overriding, and what errors say.

mod fault;
mod fixtures;
mod reference;

use scraper::{Html, Selector};

use super::context::*;
use super::*;
use fixtures::*;

fn attributes(html: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).map(|it| it.value().attr(name).unwrap_or("-").to_owned()).collect()
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).map(|it| it.text().collect::<String>().trim().to_owned()).collect()
}

#[test]
fn every_page_is_well_formed_and_says_its_language() {
    let theme = theme(&[]).unwrap();
    for template in Template::ALL {
        for full in [false, true] {
            let text = render(&theme, template, full);
            let html = Html::parse_document(&text);
            assert_eq!(html.errors, Vec::<Cow<'_, str>>::new(), "{template:?}\n{text}");
            assert_eq!(texts(&html, "h1").len(), 1, "{template:?}");
            let detail = if full { " (<1200>)" } else { "" };
            assert_eq!(texts(&html, "title"), [format!("איפוס <סיסמה>{detail} – עזרה <Help>")]);
            assert_eq!(attributes(&html, "html", "lang"), ["he-IL"]);
            assert_eq!(attributes(&html, "html", "dir"), ["rtl"]);
            assert_eq!(attributes(&html, "main", "id"), ["_content"]);
            assert!(
                attributes(&html, "[style], [onclick], style", "style").is_empty(),
                "the CSP forbids inline style"
            );
            let ids = attributes(&html, "[id]", "id");
            let mut unique = ids.clone();
            unique.sort();
            unique.dedup();
            assert_eq!(unique.len(), ids.len(), "{template:?}: an id stands twice: {ids:?}");
            for labelled in attributes(&html, "[aria-labelledby]", "aria-labelledby") {
                assert!(ids.contains(&labelled), "{template:?}: nothing has the id {labelled}");
            }
        }
    }
}

#[test]
fn an_article_in_another_language_than_the_interface_says_so() {
    let html = Html::parse_document(&render(&theme(&[]).unwrap(), Template::Article, true));
    assert_eq!(attributes(&html, "article", "lang"), ["lv-LV"]);
    assert_eq!(attributes(&html, "article", "dir"), ["ltr"]);
    assert_eq!(attributes(&html, "article [role=note]", "lang"), ["he-IL"]);
    assert_eq!(attributes(&html, "article > footer, article summary, article .meta", "dir"), ["rtl"; 3]);
    assert_eq!(attributes(&html, "time", "datetime"), ["2021-03-08"]);
    assert_eq!(texts(&html, "time bdi"), ["8 במרץ 2021"]);
    assert_eq!(texts(&html, ".ids code"), ["9357", "0042"]);
    assert_eq!(attributes(&html, ".ids a", "href"), ["../../open/9357/#_languages"]);
    assert_eq!(attributes(&html, ".related a", "lang"), ["en-US", "-"]);
    let plain = Html::parse_document(&render(&theme(&[]).unwrap(), Template::Article, false));
    assert_eq!(attributes(&plain, "article [lang], .contents, .ids, .related", "lang"), Vec::<String>::new());
}

#[test]
fn the_switcher_distinguishes_languages_by_words() {
    let html = Html::parse_document(&render(&theme(&[]).unwrap(), Template::Article, true));
    assert_eq!(texts(&html, ".languages nav > ul:first-child a"), ["English", "עברית"]);
    assert_eq!(texts(&html, ".languages [aria-current=page]"), ["עברית"]);
    assert_eq!(attributes(&html, ".languages ul[aria-labelledby=_fallback] a", "hreflang"), ["lv-LV"]);
    assert_eq!(attributes(&html, ".languages ul[aria-labelledby=_missing] a", "hreflang"), ["ja-JP"]);
    assert_eq!(texts(&html, "#_missing"), ["language-missing/he-IL()"]);
}

#[test]
fn the_head_carries_what_search_engines_and_sharing_need() {
    let html = Html::parse_document(&render(&theme(&[]).unwrap(), Template::Article, true));
    assert_eq!(attributes(&html, "link[rel=canonical]", "href"), ["https://help.example/he-il/reset/"]);
    assert_eq!(attributes(&html, "link[rel=alternate][hreflang]", "hreflang"), ["x-default"]);
    let feed = attributes(&html, "link[type='application/atom+xml']", "href");
    assert_eq!(feed, ["https://help.example/he-il/feed.xml"]);
    assert_eq!(attributes(&html, "meta[name=robots]", "content"), ["noindex"]);
    assert_eq!(attributes(&html, "meta[property='og:locale']", "content"), ["he_IL"]);
    assert_eq!(attributes(&html, "meta[property='og:type']", "content"), ["article"]);
    assert_eq!(attributes(&html, "meta[name=description]", "content"), ["איך \"מאפסים\" סיסמה"]);
    assert_eq!(texts(&html, "script[type='application/ld+json']"), [r#"{"@context":"https://schema.org"}"#]);
}

#[test]
fn assets_are_named_by_their_content() {
    let plain = theme(&[]).unwrap();
    let names: Vec<&str> = plain.assets().iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names.len(), 11);
    assert!(names.contains(&plain.asset_names().style), "{names:?}");
    let html = Html::parse_document(&render(&plain, Template::Chooser, true));
    let script = format!("../../assets/{}", plain.asset_names().choose);
    assert!(attributes(&html, "script", "src").contains(&script));

    let changed = theme(&[("assets/style.css", "body{}"), ("assets/fonts/a.woff2", "x")]).unwrap();
    assert_ne!(changed.asset_names().style, plain.asset_names().style);
    assert_eq!(changed.asset_names().icon, plain.asset_names().icon);
    let font = changed.assets().iter().find(|it| it.name == "fonts/a.woff2").unwrap();
    assert_eq!(&*font.bytes, b"x");
    let style = changed.assets().iter().find(|it| it.name == changed.asset_names().style).unwrap();
    assert_eq!(&*style.bytes, b"body{}");
    let hash = changed.asset_names().style.split('.').nth(1).unwrap();
    assert!(hash.len() == 10 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hash}");
}

#[test]
fn a_project_overrides_file_by_file_and_block_by_block() {
    let file = r#"{% extends "default/article.html" %}{% block footer %}<footer>mine {{ t(key="print", lang="lv-LV") }}</footer>{% endblock %}"#;
    let changed = theme(&[("templates/article.html", file)]).unwrap();
    let html = Html::parse_document(&render(&changed, Template::Article, true));
    assert_eq!(texts(&html, "body > footer"), ["mine print/lv-LV()"]);
    assert_eq!(texts(&html, "article h1"), ["Atiestatīt paroli"]);
    let home = Html::parse_document(&render(&changed, Template::Home, false));
    assert_ne!(texts(&home, "body > footer"), ["mine print/lv-LV()"]);

    let blocks =
        ["head", "header", "path", "main", "footer"].map(|it| format!("{{% block {it} %}}{{% endblock %}}"));
    let frame = &format!("<!doctype html><html lang=x dir=ltr><title>x</title>{}", blocks.concat());
    let framed = theme(&[("templates/base.html", frame)]).unwrap();
    assert!(render(&framed, Template::NotFound, false).starts_with("<!doctype html><html lang=x"));

    let part =
        r#"{% component article_list(articles: array) %}<i class="mine"></i>{% endcomponent article_list %}"#;
    let parts = theme(&[("templates/parts.html", part)]).unwrap();
    assert!(render(&parts, Template::Article, true).contains(r#"<i class="mine">"#));
}

#[test]
fn errors_name_the_file_and_the_page() {
    let broken = format!("{:#}", theme(&[("templates/list.html", "a\n{% if %}")]).unwrap_err());
    assert!(broken.contains("list.html:2:"), "{broken}");
    let unknown = format!("{:#}", theme(&[("templates/list.html", "{{ f(a=1) }}")]).unwrap_err());
    assert!(unknown.contains("list.html:1:"), "{unknown}");
    let bytes =
        Theme::new("mine", vec![("templates/list.html".into(), vec![0xff])], Arc::new(Echo)).unwrap_err();
    assert!(format!("{bytes:#}").contains("themes/mine/templates/list.html is not valid UTF-8"), "{bytes:#}");
    for outside in ["../list.html", "templates/../../x.html", "/etc/x", "assets\\x"] {
        assert!(theme(&[(outside, "")]).is_err(), "{outside}");
    }

    for (text, says) in [
        ("\n {{ page.titel }}", "titel"),
        ("\n {{ t(key=\"no-such-key\") }}", "no such message"),
        ("\n {{ messages.prnt }}", "did you mean `print`?"),
        ("\n {{ t(key=\"print\", x=page) }}", "`x` must be text or a whole number"),
        ("\n {{ t(x=1) }}", "key"),
        ("\n {% component a() %}{{ t(key=\"print\") }}{% endcomponent a %}{{ <a /> }}", "`@lang`"),
    ] {
        let theme = theme(&[("templates/not-found.html", text)]).unwrap();
        let languages = tera::Value::from_serializable(&Languages::default());
        let page = page("not-found", &languages, None);
        let context = page_context(&everywhere(&theme), &page, Body::None).unwrap();
        let error = format!("{:#}", theme.render(Template::NotFound, &context, &mut Vec::new()).unwrap_err());
        assert!(error.contains("not-found.html:2:"), "{error}");
        assert!(error.contains(says), "{error}");
        assert!(error.contains("page “איפוס <סיסמה>” of he-IL"), "{error}");
    }
}

#[test]
fn the_embedded_files_are_listed_in_order() {
    let files = embedded();
    assert!(files.is_sorted());
    for template in Template::ALL {
        assert!(files.iter().any(|(path, _)| path.strip_prefix("templates/") == Some(template.file())));
    }
}
