//! Every template with a full and a minimal context, overriding, and what errors say.

mod fault;
mod reference;

use std::sync::{Arc, LazyLock};

use scraper::{Html, Selector};

use super::context::*;
use super::*;

/// Speaks by naming what it was asked for: `key` or `key(name=value)`.
#[derive(Debug)]
struct Echo;

impl Translate for Echo {
    fn text(&self, lang: &str, key: &str, args: &[(&str, Arg<'_>)]) -> Result<String, String> {
        if key == "no-such-key" {
            return Err("no such message".to_owned());
        }
        let args: Vec<String> = args.iter().map(|(name, value)| format!("{name}={value:?}")).collect();
        Ok(format!("{key}/{lang}({})", args.join(",")))
    }

    fn html(&self, lang: &str, key: &str, args: &[(&str, Arg<'_>)]) -> Result<String, String> {
        let args: Vec<String> = args
            .iter()
            .map(|(_, value)| match value {
                Arg::Text(text) => format!("<bdi>{}</bdi>", text.replace('<', "&lt;")),
                Arg::Number(number) => number.to_string(),
            })
            .collect();
        Ok(format!("{key}/{lang} {}", args.join(" ")))
    }

    fn plain(&self, lang: &str) -> Result<Vec<(&str, String)>, String> {
        let files = [
            include_str!("../../locales/en-US/main.ftl"),
            include_str!("../../locales/en-US/page.ftl"),
            include_str!("../../locales/en-US/bilingual.ftl"),
            include_str!("../../locales/en-US/search.ftl"),
        ];
        let keys = files.iter().flat_map(|file| file.lines()).filter_map(|line| line.split_once(" = "));
        keys.map(|(key, _)| Ok((key, self.text(lang, key, &[])?))).collect()
    }
}

type Spoken = LazyLock<LanguageRef<'static>>;

fn ready(language: Language<'static>) -> LanguageRef<'static> {
    LanguageRef::new(language, Box::leak(Box::new(tera::Value::from_serializable(&language))))
}

static HEBREW: Spoken =
    LazyLock::new(|| ready(Language { tag: "he-IL", dir: "rtl", name: "עברית", short: "עברית" }));
static LATVIAN: Spoken =
    LazyLock::new(|| ready(Language { tag: "lv-LV", dir: "ltr", name: "latviešu", short: "latviešu" }));
static JAPANESE: Spoken =
    LazyLock::new(|| ready(Language { tag: "ja-JP", dir: "ltr", name: "日本語", short: "日本語" }));
static ENGLISH: Spoken =
    LazyLock::new(|| ready(Language { tag: "en-US", dir: "ltr", name: "English", short: "English" }));

fn theme(overrides: &[(&str, &str)]) -> anyhow::Result<Theme> {
    let files = overrides.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    Theme::new("mine", files, Arc::new(Echo))
}

fn everywhere(theme: &Theme) -> Everywhere {
    let site = Site {
        title: "עזרה <Help>",
        language: *HEBREW,
        locales: 4,
        search: Some("he-il/search/"),
        assets: theme.asset_names(),
        image_sources: "https:",
        head: None,
        footer: Some("<p>foot</p>"),
    };
    theme.everywhere(&site).unwrap()
}

/// This page in English and Hebrew, a fallback in Latvian, nothing in Japanese.
fn languages() -> Languages<'static> {
    let link = |language: LanguageRef<'static>, href: &str, current| LanguageLink {
        language,
        href: href.into(),
        current,
    };
    Languages {
        available: vec![link(*ENGLISH, "../../en-us/reset/", None), link(*HEBREW, "./", Some("page"))],
        fallbacks: vec![link(*LATVIAN, "../../lv-lv/reset/", None)],
        missing: vec![link(*JAPANESE, "../../ja-jp/", None)],
    }
}

fn page<'a>(kind: &'a str, languages: &'a Languages<'a>, full: Option<&'a PageExtras<'a>>) -> Page<'a> {
    Page {
        kind,
        root: "../../",
        home: "../",
        title: "איפוס <סיסמה>",
        description: full.map(|_| "איך \"מאפסים\" סיסמה"),
        canonical: full.map(|_| "https://help.example/he-il/reset/"),
        robots: full.map(|_| "noindex"),
        open_graph: "he_IL",
        feed: full.map(|_| "https://help.example/he-il/feed.xml"),
        alternates: full.map_or(&[], |it| it.alternates),
        languages,
        breadcrumbs: full.map_or(&[], |it| it.breadcrumbs),
    }
}

struct PageExtras<'a> {
    alternates: &'a [Alternate<'a>],
    breadcrumbs: &'a [Crumb<'a>],
}

fn article<'a>(language: LanguageRef<'a>) -> Article<'a> {
    Article {
        language,
        title_html: "Atiestatīt <em>paroli</em>",
        id: Some("reset-the-password"),
        alias: Some("atiestatīt-paroli"),
        body: "<p>Teksts</p>",
        contents: &[],
        notices: &[],
        custom_ids: &[],
        date: None,
        sections: &[],
        articles: &[],
        previous: None,
        next: None,
        related: &[],
        edit: None,
        json_ld: None,
        source: None,
        front_matter: &NO_KEYS,
    }
}

static NO_KEYS: BTreeMap<String, serde_json::Value> = BTreeMap::new();

fn notices() -> [Notice<'static>; 3] {
    ["fallback", "machine", "outdated"].map(|kind| Notice {
        kind,
        language: Some(*ENGLISH),
        href: Some("../../en-us/reset/".into()),
    })
}

fn article_links() -> [ArticleLink<'static>; 2] {
    [*ENGLISH, *HEBREW].map(|language| ArticleLink {
        title: "Reset <your> password",
        detail: (language.tag == "en-US").then_some("By <phone>"),
        href: "reset/".into(),
        language: (language.tag != "he-IL").then_some(language),
    })
}

fn custom_ids() -> [CustomId<'static>; 2] {
    [("9357", Some("../../open/9357/#_languages")), ("0042", None)]
        .map(|(id, href)| CustomId { id, href: href.map(str::to_owned) })
}

fn open_article(language: LanguageRef<'static>, fallbacks: &[LanguageLink<'static>]) -> OpenArticle<'static> {
    let translation = Translation { title: "Atiestatīt", language, href: "../../lv-lv/reset/".into() };
    OpenArticle {
        title: "Reset <your> password",
        detail: None,
        language,
        translations: vec![translation],
        fallbacks: fallbacks.to_vec(),
    }
}

fn kind(template: Template) -> &'static str {
    template.file().trim_end_matches(".html")
}

fn redirect(language: Option<LanguageRef<'static>>) -> Redirect<'static> {
    Redirect { href: "../new/?a=1&b=2".into(), text: "Reset <your> password", language }
}

fn list_pages() -> [ListLink<'static>; 2] {
    [(1, Some("page")), (2, None)].map(|(number, current)| ListLink {
        number,
        href: "all/".into(),
        first: "א",
        last: "<ב>",
        current,
    })
}

/// Renders with everything a page can have, or with as little as it may have.
fn render(theme: &Theme, template: Template, full: bool) -> String {
    let alternates = [Alternate {
        hreflang: "x-default",
        open_graph: None,
        href: "https://help.example/en-us/reset/".into(),
    }];
    let breadcrumbs =
        [Crumb { title: "חשבון & סיסמה", href: "../account/".into(), language: None }];
    let extras = PageExtras { alternates: &alternates, breadcrumbs: &breadcrumbs };
    let languages = if full { languages() } else { Languages::default() };
    let page = page(kind(template), &languages, full.then_some(&extras));
    let notices = notices();
    let contents =
        [("one", 2), ("two", 3), ("three", 2)].map(|(id, level)| ContentsEntry { id, text: "A & B", level });
    let links = article_links();
    let custom_ids = custom_ids();
    let opened = [*LATVIAN, *ENGLISH].map(|language| open_article(language, &languages.fallbacks));
    let opened = Open { id: "9357", articles: if full { &opened } else { &opened[..1] } };
    let plain = article(*HEBREW);
    let sections =
        [Section { title: "חשבון", href: "account/".into(), count: 12, language: Some(*LATVIAN) }];
    let rich = Article {
        sections: &sections,
        articles: &links[..1],
        previous: Some(links[0].clone()),
        next: Some(links[1].clone()),
        contents: &contents,
        notices: &notices,
        custom_ids: &custom_ids,
        date: Some(DateText { iso: "2021-03-08", text: "8 במרץ 2021" }),
        related: &links,
        json_ld: Some(r#"{"@context":"https://schema.org"}"#),
        source: None,
        ..article(*LATVIAN)
    };
    let pages = list_pages();
    let home = if full {
        Home { intro: Some(rich.clone()), sections: &sections, articles: &links, count: 400, lists: &pages }
    } else {
        Home { intro: None, sections: &[], articles: &[], count: 0, lists: &[] }
    };
    let list = if full {
        List { articles: &links, sections: &sections, pages: &pages, language: Some(*ENGLISH) }
    } else {
        List { articles: &[], sections: &[], pages: &[], language: None }
    };
    let redirect = redirect(full.then_some(*ENGLISH));
    let body = match template {
        Template::Chooser | Template::NotFound => Body::None,
        Template::Home => Body::Home(&home),
        Template::List => Body::List(&list),
        Template::Open => Body::Open(&opened),
        Template::Article => Body::Article(if full { &rich } else { &plain }),
        Template::Redirect => Body::Redirect(&redirect),
    };
    let context = page_context(&everywhere(theme), &page, body).unwrap();
    let mut out = Vec::new();
    theme.render(template, &context, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

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
            assert_eq!(texts(&html, "title"), ["איפוס <סיסמה> – עזרה <Help>"]);
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
    assert_eq!(attributes(&html, "article [role=note]", "lang"), ["he-IL"; 3]);
    assert_eq!(attributes(&html, "article > footer, article h2, article .meta", "dir"), ["rtl"; 3]);
    assert_eq!(attributes(&html, "time", "datetime"), ["2021-03-08"]);
    assert_eq!(texts(&html, "time bdi"), ["8 במרץ 2021"]);
    assert_eq!(texts(&html, ".ids code"), ["9357", "0042"]);
    assert_eq!(attributes(&html, ".ids a", "href"), ["../../open/9357/#_languages"]);
    assert_eq!(attributes(&html, ".related a", "lang"), ["en-US", "-"]);
    let plain = Html::parse_document(&render(&theme(&[]).unwrap(), Template::Article, false));
    assert_eq!(attributes(&plain, "article [lang], .contents, .ids, .related", "lang"), Vec::<String>::new());
}

#[test]
fn the_switcher_tells_languages_apart_by_words() {
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
    assert_eq!(names.len(), 6);
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
    assert!(format!("{bytes:#}").contains("themes/mine/templates/list.html is not UTF-8"), "{bytes:#}");
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
        let languages = Languages::default();
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
