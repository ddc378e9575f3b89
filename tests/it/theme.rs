//! A look of one's own: by the keys of `[theme]`, and by a second small theme that has a frame, a component and an article of
//! its own, and takes the rest from the default one.

use std::fs;
use std::path::Path;
use std::process::Command;

use scraper::{Html, Selector};

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    a_second_theme_renders_every_page,
    the_configuration_is_enough_for_colours_fonts_logo_head_and_footer,
    what_the_configured_style_sheet_names_goes_with_it,
    an_article_ends_with_the_way_to_people,
    what_cannot_be_used_is_said,
    articles_of_one_title_are_kept_apart_wherever_they_are_listed,
    headings_have_links_and_an_outdated_page_no_borrowed_date,
    no_anchor_takes_an_id_of_the_page,
];

/// The small help of `tests/pages`, with more in its configuration.
fn project(configuration: &str, themes: &[&str]) -> tempfile::TempDir {
    let folder = site::pages();
    let file = folder.path().join("faqtory.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(file, text + configuration).unwrap();
    for theme in themes {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/theme").join(theme);
        site::copy(&from, &folder.path().join("themes").join(theme));
    }
    folder
}

fn read(dir: &Path, path: &str) -> Html {
    Html::parse_document(
        &fs::read_to_string(dir.join(path)).unwrap_or_else(|error| panic!("{path}: {error}")),
    )
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).unwrap()).count()
}

/// The style sheet that the home links.
fn style(dir: &Path) -> String {
    let home = read(dir, "th-th/index.html");
    let link = home.select(&Selector::parse("link[rel=stylesheet]").unwrap()).next().unwrap();
    fs::read_to_string(dir.join("th-th").join(link.attr("href").unwrap())).unwrap()
}

fn a_second_theme_renders_every_page() {
    // The theme adds to [site], which is the last table of the fixture.
    let folder = project("theme = \"tiny\"\n", &["tiny"]);
    let built = site::build(folder.path(), &[]);
    let dir = built.dir();
    let pages: Vec<String> = site::files(&dir).into_iter().filter(|name| name.ends_with(".html")).collect();
    for name in &pages {
        let page = read(&dir, name);
        assert_eq!(count(&page, "html[data-theme-name=tiny]"), 1, "{name}");
        assert_eq!(count(&page, "h1"), 1, "{name}");
        let is_article = count(&page, "article") > 0;
        assert_eq!(count(&page, "footer.call") == 1, is_article, "{name}: the footer of articles");
        let is_bare = count(&page, "meta[http-equiv=refresh]") + count(&page, ".choose") > 0;
        assert!(is_bare || count(&page, "nav.line a[aria-current=page]") < 2, "{name}: its own switcher");
    }
    assert!(pages.len() > 15, "{pages:?}");
    let reset = read(&dir, "th-th/account/reset/index.html");
    assert_eq!(count(&reset, "nav.line a[hreflang]"), 2);
    assert_eq!(count(&reset, "nav.crumbs a"), 2);
    let call = reset.select(&Selector::parse("footer.call").unwrap()).next().unwrap();
    assert_eq!(call.text().collect::<String>(), "555 0100, for admins", "a key that Faqtory does not know");
    let logo = reset.select(&Selector::parse("header img").unwrap()).next().unwrap().attr("src").unwrap();
    assert!(logo.contains("assets/logo."), "{logo}");
    let css = style(&dir);
    assert!(css.starts_with("body{") && css.contains("border-block-end:3px"), "{css}");
    assert!(fs::read_to_string(dir.join("en-us/index.html")).unwrap().contains("Example Ltd"));
}

fn the_configuration_is_enough_for_colours_fonts_logo_head_and_footer() {
    let look = "[theme]\naccent = \"#0a7d4f\"\nfont = '\"Our Sans\", sans-serif'\nlogo = \"brand/Logo.PNG\"\nstyle = \"brand/look.css\"\n\
        head = '<meta name=\"theme-color\" content=\"#0a7d4f\">'\nfooter = '<p>Example <a href=\"https://example.com/{locale}\">Ltd</a></p>'\n";
    let folder = project(look, &[]);
    fs::create_dir(folder.path().join("brand")).unwrap();
    fs::write(folder.path().join("brand/Logo.PNG"), b"\x89PNG").unwrap();
    fs::write(folder.path().join("brand/look.css"), ":root { --radius: 0; }").unwrap();
    let built = site::build(folder.path(), &[]);
    let css = style(&built.dir());
    let own = css.split_once(":root{--accent:#0a7d4f;--font:\"Our Sans\",sans-serif;}").unwrap().1;
    assert!(own.contains("--radius:0"), "{own}");
    let page = read(&built.dir(), "th-th/account/reset/index.html");
    assert_eq!(count(&page, "head meta[name=theme-color]"), 1);
    assert_eq!(count(&page, "footer a[href=\"https://example.com/th-TH\"]"), 1);
    assert_eq!(count(&page, "header img[src*=\"assets/logo.\"][src$=\".png\"]"), 1);
}

/// A page with a font that is nowhere would show another one, and nobody would know why.
fn what_the_configured_style_sheet_names_goes_with_it() {
    let folder = project("[theme]\nstyle = \"brand/look.css\"\n", &[]);
    let put = |path: &str, text: &str| {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    put(
        "brand/look.css",
        "@font-face { font-family: \"Our Sans\"; src: url(\"our sans.woff2\") format(\"woff2\"); }\n\
         header { background: url(../pictures/a.svg#b), url(icon.svg), url(https://example.com/x.png) }",
    );
    put("brand/our sans.woff2", "font");
    put("pictures/a.svg", "<svg/>");
    let built = site::build(folder.path(), &[]);
    let css = style(&built.dir());
    for address in
        ["custom/brand/our%20sans.woff2", "custom/pictures/a.svg#b", "icon.svg", "https://example.com/x.png"]
    {
        assert!(
            css.contains(&format!("url({address})")) || css.contains(&format!("url(\"{address}\")")),
            "{address}: {css}"
        );
    }
    assert_eq!(fs::read(built.dir().join("assets/custom/brand/our sans.woff2")).unwrap(), b"font");
    assert!(built.dir().join("assets/custom/pictures/a.svg").is_file());
}

fn an_article_ends_with_the_way_to_people() {
    // The fixture ends with [site].
    let keys = "\nfeedback = \"https://f.example/?a={id}&l={locale}&s={state}&p={path}&h={answer}\"\n\
        contact = \"mailto:help@f.example?subject={id}\"\nanalytics = \"stats.example\"\n";
    let built = site::build(project(keys, &[]).path(), &[]);
    let links = |path: &str| {
        let page = read(&built.dir(), path);
        let selector = Selector::parse(".help a").unwrap();
        let links = page.select(&selector).map(|link| link.attr("href").unwrap());
        links.map(str::to_owned).collect::<Vec<_>>()
    };
    let of = |state: &str, page: &str, id: &str| {
        let rest = format!("https://f.example/?a={id}&l=th-TH&s={state}&p=th-th/{page}/&h=");
        [format!("{rest}yes"), format!("{rest}no"), format!("mailto:help@f.example?subject={id}")]
    };
    assert_eq!(links("th-th/account/reset/index.html"), of("outdated", "account/reset", "account/reset"));
    assert_eq!(links("th-th/account/mfa/index.html"), of("missing", "account/mfa", "account/mfa"));
    let page = fs::read_to_string(built.dir().join("th-th/account/mfa/index.html")).unwrap();
    assert!(page.contains("script-src 'self' https://stats.example; "), "{page}");
    assert!(page.contains("connect-src 'self' https://stats.example; "), "{page}");
    let plain = site::build(project("", &[]).path(), &[]);
    let page = fs::read_to_string(plain.dir().join("th-th/account/mfa/index.html")).unwrap();
    assert!(!page.contains("class=\"help\"") && page.contains("connect-src 'self'; "), "{page}");
}

fn what_cannot_be_used_is_said() {
    for (look, said) in [
        ("[theme]\naccent = \"red; } body { display: none\"\n", "not a CSS colour"),
        ("[theme]\nlogo = \"../logo.svg\"\n", "which is not inside the project"),
        ("[theme]\nlogo = \"logo.gif\"\n", "which is neither SVG nor PNG"),
        ("[theme]\nstyle = \"logo.svg\"\n", "which is not CSS"),
        ("[theme]\nstyle = \"none.css\"\n", "theme.style: cannot read `none.css`"),
        (
            "[theme]\nstyle = \"look.css\"\n",
            "theme.style: `look.css` refers to `our-sans.woff2`, which does not exist",
        ),
    ] {
        let folder = project(look, &[]);
        fs::write(folder.path().join("look.css"), "@font-face { src: url(our-sans.woff2) }").unwrap();
        let out = folder.path().join("out");
        let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
        let output = command.arg("build").arg(folder.path()).arg("--out").arg(&out).output().unwrap();
        let printed = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{look}: {printed}");
        assert!(printed.contains(said), "{look}: {printed}");
    }
}

fn articles_of_one_title_are_kept_apart_wherever_they_are_listed() {
    let folder = site::pages();
    for name in ["same", "same-again"] {
        let file = folder.path().join(format!("content/en-US/account/{name}.md"));
        fs::write(file, "# Close your account\n\nAsk for it.\n").unwrap();
    }
    let built = site::build(folder.path(), &[]);
    let page = read(&built.dir(), "en-us/account/index.html");
    for (name, detail) in [("same", "account/same"), ("same-again", "account/same-again")] {
        let line = Selector::parse(&format!(".links a[href=\"{name}/\"] small")).unwrap();
        let line: String = page.select(&line).flat_map(|line| line.text()).collect();
        assert_eq!(line, detail, "where the texts are equal too, the address tells them apart");
    }
    for name in ["th-th/index.html", "th-th/account/index.html", "th-th/account/reset/index.html"] {
        let page = read(&built.dir(), name);
        let details: Vec<String> = page
            .select(&Selector::parse(".links a[href*=unlock] small").unwrap())
            .map(|line| line.text().collect())
            .collect();
        let mut distinct = details.clone();
        distinct.sort();
        distinct.dedup();
        assert!(details.len() >= 3 && distinct.len() == details.len(), "{name}: {details:?}");
    }
}

fn headings_have_links_and_an_outdated_page_no_borrowed_date() {
    let folder = site::pages();
    let built = site::build(folder.path(), &[]);
    let page = read(&built.dir(), "th-th/account/reset/index.html");
    for anchor in page.select(&Selector::parse(".text .anchor").unwrap()) {
        let id = anchor.attr("aria-labelledby").unwrap().split(' ').nth(1).unwrap();
        assert!(
            page.tree
                .nodes()
                .any(|node| { node.value().as_element().is_some_and(|element| element.id() == Some(id)) })
        );
    }
    assert!(count(&page, ".text .anchor") >= 3);
    assert_eq!(count(&page, "time[datetime=\"2024-04-07\"]"), 1, "the day it was translated");
    assert_eq!(count(&page, "a.edit[href$=\"/edit/main/content/th-TH/account/reset.md\"]"), 1);
}

/// An anchor of that name in an article would be a second element of the ID.
fn no_anchor_takes_an_id_of_the_page() {
    for (path, bytes) in faqtory::theme_files().iter().filter(|(path, _)| path.starts_with("templates/")) {
        let text = std::str::from_utf8(bytes).unwrap();
        for id in text.split("id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let is_made = id.contains("{{");
            assert!(is_made || faqtory::markdown::slug::is_of_page(id), "{path}: {id}");
        }
    }
}
