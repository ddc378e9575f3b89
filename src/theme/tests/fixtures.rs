//! A theme whose messages are their keys, and what its pages can show: everything, or as little as there may be.

use std::sync::LazyLock;

use super::*;

/// Answers with what it was asked for: `key` or `key(name=value)`.
#[derive(Debug)]
pub(super) struct Echo;

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
            include_str!("../../../locales/en-US/main.ftl"),
            include_str!("../../../locales/en-US/page.ftl"),
            include_str!("../../../locales/en-US/bilingual.ftl"),
            include_str!("../../../locales/en-US/search.ftl"),
        ];
        let keys = files.iter().flat_map(|file| file.lines()).filter_map(|line| line.split_once(" = "));
        keys.map(|(key, _)| Ok((key, self.text(lang, key, &[])?))).collect()
    }
}

pub(super) type StaticLanguage = LazyLock<LanguageRef<'static>>;

pub(super) fn serialised(language: Language<'static>) -> LanguageRef<'static> {
    LanguageRef::new(language, Box::leak(Box::new(tera::Value::from_serializable(&language))))
}

pub(super) static HEBREW: StaticLanguage = LazyLock::new(|| {
    serialised(Language { tag: "he-IL", dir: "rtl", name: "עברית", short: "עברית" })
});
pub(super) static LATVIAN: StaticLanguage = LazyLock::new(|| {
    serialised(Language { tag: "lv-LV", dir: "ltr", name: "latviešu", short: "latviešu" })
});
pub(super) static JAPANESE: StaticLanguage = LazyLock::new(|| {
    serialised(Language { tag: "ja-JP", dir: "ltr", name: "日本語", short: "日本語" })
});
pub(super) static ENGLISH: StaticLanguage =
    LazyLock::new(|| serialised(Language { tag: "en-US", dir: "ltr", name: "English", short: "English" }));

pub(super) fn theme(overrides: &[(&str, &str)]) -> anyhow::Result<Theme> {
    let files = overrides.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    Theme::new("mine", files, Arc::new(Echo))
}

pub(super) fn everywhere(theme: &Theme) -> Everywhere {
    let site = Site {
        title: "עזרה <Help>",
        language: *HEBREW,
        locales: 4,
        search: Some("he-il/search/"),
        assets: theme.asset_names(),
        image: Some("https://help.example/assets/share.png"),
        image_sources: "https:",
        analytics: Some("https://stats.example"),
        head: None,
        footer: Some("<p>foot</p>"),
    };
    theme.everywhere(&site).unwrap()
}

/// This page in English and Hebrew, a fallback in Latvian, nothing in Japanese.
pub(super) fn languages() -> Languages<'static> {
    let link = |language: LanguageRef<'static>, href: &str, current| LanguageLink {
        site_title: Some("<Palīdzība>"),
        ..LanguageLink::new(language, href.into(), current)
    };
    Languages {
        available: vec![link(*ENGLISH, "../../en-us/reset/", None), link(*HEBREW, "./", Some("page"))],
        fallbacks: vec![link(*LATVIAN, "../../lv-lv/reset/", None)],
        missing: vec![link(*JAPANESE, "../../ja-jp/", None)],
    }
}

/// A list with nothing in it.
static NONE: LazyLock<tera::Value> = LazyLock::new(|| Vec::<tera::Value>::new().into());

pub(super) fn page<'a>(
    kind: &'a str,
    languages: &'a tera::Value,
    full: Option<&'a PageExtras<'a>>,
) -> Page<'a> {
    Page {
        kind,
        root: "../../",
        home: "../",
        title: "איפוס <סיסמה>",
        detail: full.map(|_| "<1200>"),
        description: full.map(|_| "איך \"מאפסים\" סיסמה"),
        canonical: full.map(|_| "https://help.example/he-il/reset/"),
        robots: full.map(|_| "noindex"),
        open_graph: "he_IL",
        feed: full.map(|_| "https://help.example/he-il/feed.xml"),
        open_search: full.map(|_| "https://help.example/he-il/opensearch.xml"),
        alternates: full.map_or(&NONE, |it| it.alternates),
        languages,
        breadcrumbs: full.map_or(&[], |it| it.breadcrumbs),
        announcements: full.map_or(&[], |it| it.announcements),
    }
}

pub(super) struct PageExtras<'a> {
    pub(super) alternates: &'a tera::Value,
    pub(super) breadcrumbs: &'a [Crumb<'a>],
    pub(super) announcements: &'a [Announcement<'a>],
}

pub(super) fn article<'a>(language: LanguageRef<'a>) -> Article<'a> {
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
        section: None,
        edit: None,
        feedback: None,
        contact: None,
        json_ld: None,
        source: None,
        front_matter: &NO_KEYS,
    }
}

pub(super) static NO_KEYS: BTreeMap<String, serde_json::Value> = BTreeMap::new();

pub(super) fn notices() -> [Notice<'static>; 3] {
    ["fallback", "machine", "outdated"].map(|kind| Notice {
        kind,
        language: Some(*ENGLISH),
        href: Some("../../en-us/reset/".into()),
    })
}

pub(super) fn article_links() -> [ArticleLink<'static>; 2] {
    [*ENGLISH, *HEBREW].map(|language| ArticleLink {
        title: "Reset <your> password",
        detail: (language.tag == "en-US").then_some("By <phone>"),
        href: "reset/".into(),
        language: (language.tag != "he-IL").then_some(language),
    })
}

pub(super) fn announcements() -> [Announcement<'static>; 2] {
    let until = DateText { iso: "2026-12-02", text: "2 בדצמבר 2026" };
    article_links().map(|article| Announcement {
        description: article.language.map(|_| "Mail is <late>"),
        from: article.detail.map(|_| DateText { iso: "2026-11-30", text: "30 בנובמבר 2026" }),
        article,
        until,
    })
}

pub(super) fn custom_ids() -> [CustomId<'static>; 2] {
    [("9357", Some("../../open/9357/#_languages")), ("0042", None)]
        .map(|(id, href)| CustomId { id, href: href.map(str::to_owned) })
}

pub(super) fn kind(template: Template) -> &'static str {
    template.file().trim_end_matches(".html")
}

pub(super) fn redirect(language: Option<LanguageRef<'static>>) -> Redirect<'static> {
    Redirect { href: "../new/?a=1&b=2".into(), text: "Reset <your> password", language }
}

pub(super) fn list_pages() -> [ListLink<'static>; 2] {
    [(1, Some("page")), (2, None)].map(|(number, current)| ListLink {
        number,
        href: "all/".into(),
        first: "א",
        last: "<ב>",
        current,
    })
}

/// Renders with everything a page can have, or with as little as it may have.
#[allow(clippy::too_many_lines, reason = "every part of a page, once")]
pub(super) fn render(theme: &Theme, template: Template, full: bool) -> String {
    let alternates = tera::Value::from_serializable(&[Alternate {
        hreflang: "x-default",
        open_graph: None,
        href: "https://help.example/en-us/reset/".into(),
    }]);
    let breadcrumbs =
        [Crumb { title: "חשבון & סיסמה", href: "../account/".into(), language: None }];
    let announcements = announcements();
    let extras =
        PageExtras { alternates: &alternates, breadcrumbs: &breadcrumbs, announcements: &announcements };
    let languages = if full { languages() } else { Languages::default() };
    let switcher = tera::Value::from_serializable(&languages);
    let page = page(kind(template), &switcher, full.then_some(&extras));
    let notices = notices();
    let contents =
        [("one", 2), ("two", 3), ("three", 2)].map(|(id, level)| ContentsEntry { id, text: "A & B", level });
    let links = article_links();
    let custom_ids = custom_ids();
    let opened = Open { id: "9357", articles: if full { &links } else { &[] }, languages: &languages };
    let plain = article(*HEBREW);
    let sections = [Section {
        title: "חשבון",
        description: Some("<Konts>"),
        icon: Some("../../assets/a&b.svg".into()),
        href: "account/".into(),
        count: 12,
        language: Some(*LATVIAN),
    }];
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
        section: Some(SectionArticles { section: sections[0].clone(), articles: links.to_vec(), current: 1 }),
        feedback: Some(Feedback {
            yes: "https://h.example/?y&a=1".into(),
            no: "https://h.example/?n".into(),
        }),
        contact: Some("mailto:help@h.example".into()),
        ..article(*LATVIAN)
    };
    let pages = list_pages();
    let letters = [LetterLink { label: "<א>", href: "all/#_1".into() }];
    let groups = [LetterGroup { label: "<א>", id: "_1".into(), articles: &links }];
    let home = if full {
        Home {
            intro: Some(rich.clone()),
            featured: &links,
            newest: &links,
            sections: &sections,
            articles: &links,
            count: 400,
            lists: &pages,
            letters: &letters,
        }
    } else {
        Home {
            intro: None,
            featured: &[],
            newest: &[],
            sections: &[],
            articles: &[],
            count: 0,
            lists: &[],
            letters: &[],
        }
    };
    let list = if full {
        List {
            articles: &links,
            groups: &groups,
            letters: &letters,
            sections: &sections,
            pages: &pages,
            language: Some(*ENGLISH),
        }
    } else {
        List { articles: &[], groups: &[], letters: &[], sections: &[], pages: &[], language: None }
    };
    let redirect = redirect(full.then_some(*ENGLISH));
    let body = match template {
        Template::Chooser | Template::NotFound => Body::None,
        Template::Home => Body::Home(&home),
        Template::List | Template::Search => Body::List(&list),
        Template::Open => Body::Open(&opened),
        Template::Article => Body::Article(if full { &rich } else { &plain }),
        Template::Redirect => Body::Redirect(&redirect),
    };
    let context = page_context(&everywhere(theme), &page, body).unwrap();
    let mut out = Vec::new();
    theme.render(template, &context, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}
