//! `metadata-without-effect`: front matter that changes nothing on any page.

use std::collections::{BTreeMap, BTreeSet};

use crate::assets;
use crate::catalog::{Article, Base, Catalog, FEATURED, Picture, Target};
use crate::diagnostic::Span;
use crate::front_matter::FlawKind;

use super::check::shortened;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "metadata-without-effect",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "front matter has no effect where it stands",
    explanation: "\
## What it does
Finds `announce_from` without `announce_until`; `announce_until`, `announce_from` and `featured` in the root `index.md`, which has no page of its own to lead to; these and `icon` in a translation whose source lacks them; an `icon` that is no image of the project, or that stands in an article that is not the page of a section; and more `featured` articles than the home page shows.

## Why is this bad?
Nothing is announced, featured or shown, and no other message says so: the author believes that readers see it.

## Example
```yaml
title: Calls fail today
announce_from: 2026-11-30
```

## Fix
Do what the help says: add the missing key, write it in the source, or remove it.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    let mut folders: Option<BTreeSet<&str>> = None;
    for article in &catalog.articles {
        if let Some(source) = source_of(catalog, article) {
            of_translation(article, source, findings);
            continue;
        }
        if catalog.identities[article.identity].url.is_empty() {
            of_home(article, findings);
        } else {
            days(article, findings);
        }
        if article.file.front_matter.icon.is_some() {
            let folders = folders.get_or_insert_with(|| folders_of(catalog));
            icon(catalog, article, folders, findings);
        }
    }
    too_many(catalog, findings);
}

/// Keys that the source alone decides, and where they stand.
fn keys(article: &Article) -> Vec<(&'static str, Span)> {
    let front_matter = &article.file.front_matter;
    let keys = [
        ("announce_until", front_matter.announce_until.as_ref().map(|value| value.span)),
        ("announce_from", front_matter.announce_from.as_ref().map(|value| value.span)),
        ("featured", front_matter.featured.as_ref().map(|value| value.span)),
        ("icon", front_matter.icon.as_ref().map(|value| value.span)),
    ];
    keys.into_iter().filter_map(|(key, span)| Some((key, span?))).collect()
}

/// The source of a translation, where there is one.
fn source_of<'c>(catalog: &'c Catalog, article: &Article) -> Option<&'c Article> {
    let source = catalog.source.filter(|&source| source != article.locale)?;
    catalog.identities[article.identity].translations[source].map(|source| &catalog.articles[source])
}

/// Where the source has a key too, there is nothing that its author does not know.
fn of_translation(article: &Article, source: &Article, findings: &mut Findings<'_>) {
    let known = keys(source);
    for (key, span) in keys(article) {
        if known.iter().any(|(other, _)| *other == key) || is_foreign_icon(article, key) {
            continue;
        }
        let message = format!("`{key}` is read from the source, which does not have it");
        let help = format!("write it in `{}`", source.file.path);
        findings.push(&article.file, Finding::new(span, message).help(help));
    }
}

fn of_home(article: &Article, findings: &mut Findings<'_>) {
    for (key, span) in keys(article).into_iter().filter(|(key, _)| *key != "icon") {
        let message = format!("`{key}` has no effect in the text of the home page");
        let help = "write it in the article that readers should be led to";
        findings.push(&article.file, Finding::new(span, message).help(help));
    }
}

fn days(article: &Article, findings: &mut Findings<'_>) {
    let front_matter = &article.file.front_matter;
    let Some(from) = &front_matter.announce_from else { return };
    // What is wrong with that day has a finding of its own.
    let is_flawed = front_matter.flaws.iter().any(|flaw| match &flaw.kind {
        FlawKind::InvalidValue { key, .. } | FlawKind::InvalidDate { key, .. } => key == "announce_until",
        _ => false,
    });
    if front_matter.announce_until.is_none() && !is_flawed {
        let finding = Finding::new(from.span, "nothing is announced without `announce_until`");
        findings.push(&article.file, finding.help("add the last day: `announce_until: 2026-12-24`"));
    }
}

/// The addresses of all sections, those of the tables of contents and folders.
fn folders_of(catalog: &Catalog) -> BTreeSet<&str> {
    let urls = catalog.identities.iter().map(|identity| identity.url.as_str());
    let folders = urls.flat_map(|url| url.match_indices('/').map(move |(slash, _)| &url[..slash]));
    folders.chain(catalog.navigation.sections.iter().map(|section| section.url.as_str())).collect()
}

/// Other generators have icons by name, for any article.
fn is_foreign_icon(article: &Article, key: &str) -> bool {
    let icon = article.file.front_matter.icon.as_ref();
    key == "icon" && icon.is_some_and(|icon| !is_image(&icon.value))
}

fn is_image(path: &str) -> bool {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    assets::is_image(&assets::extension(path))
}

fn icon(catalog: &Catalog, article: &Article, folders: &BTreeSet<&str>, findings: &mut Findings<'_>) {
    let Some(icon) = &article.file.front_matter.icon else { return };
    let is_page_of_section = folders.contains(catalog.identities[article.identity].url.as_str());
    let is_own = catalog.docsets[article.file.docset].layout.expects_front_matter();
    if !(is_image(&icon.value) || is_page_of_section && is_own) {
        return;
    }
    let shown = shortened(&icon.value);
    if !is_page_of_section {
        let message = format!("the icon `{shown}` is not shown: this article is not the page of a section");
        let help = "write it in the `index.md` of a folder with articles";
        return findings.push(&article.file, Finding::new(icon.span, message).help(help));
    }
    let base = Base { file: &article.file, article: Some(article), reader: article.locale };
    let target = catalog.resolve(base, &icon.value).target;
    if catalog.image_file(target.clone()).is_some() {
        return;
    }
    let reason = match catalog.picture(target.clone()) {
        Picture::Asset(_) => "it is not an image",
        Picture::Url(_) => "it is not a file of the project",
        Picture::None if matches!(target, Target::NotServed(_)) => "the file is not served",
        Picture::None => "there is no such file",
    };
    let message = format!("the icon `{shown}` is not shown: {reason}");
    let help = "write the path of an image in the project, relative to this file";
    findings.push(&article.file, Finding::new(icon.span, message).help(help));
}

/// One finding at the first article that no home page has room for.
fn too_many(catalog: &Catalog, findings: &mut Findings<'_>) {
    let mut by_identity = BTreeMap::new();
    for article in catalog.articles.iter().filter(|article| source_of(catalog, article).is_none()) {
        let place = article.file.front_matter.featured.as_ref();
        if let Some(place) = place.filter(|_| !catalog.identities[article.identity].url.is_empty()) {
            by_identity.entry(article.identity).or_insert((place, article));
        }
    }
    let mut featured: Vec<_> = by_identity.into_values().collect();
    featured.sort_by_key(|(place, _)| place.value);
    if let Some((place, article)) = featured.get(FEATURED) {
        let message = format!("{} articles are featured, but the home page shows {FEATURED}", featured.len());
        let help = "remove `featured` from those that matter less";
        findings.push(&article.file, Finding::new(place.span, message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn announcements_that_nobody_sees() {
        let article = |keys: &str| format!("---\ntitle: A\n{keys}\n---\n");
        let texts = [
            article("announce_from: 2026-11-30"),
            article("announce_until: 2026-12-01\nannounce_from: 2026-12-02"),
            article("announce_from: 2026-12-01\nannounce_until: 2026-11-01"),
            article("announce_until: 2026-12-01\nfeatured: true"),
        ];
        let paths = ["content/en/a.md", "content/en/b.md", "content/en/c.md", "content/en/index.md"];
        let files: Vec<_> = paths.into_iter().zip(texts.iter().map(String::as_str)).collect();
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `2026-11-30`: nothing is announced without `announce_until` (add the last day: `announce_until: 2026-12-24`)
        content/en/index.md `2026-12-01`: `announce_until` has no effect in the text of the home page (write it in the article that readers should be led to)
        content/en/index.md `true`: `featured` has no effect in the text of the home page (write it in the article that readers should be led to)
        ");
    }

    #[test]
    fn the_source_decides() {
        let hash = "source_hash: 0123456789012345678901234567890123456789";
        let with = format!(
            "---\ntitle: A\n{hash}\nannounce_until: 2026-12-01\nannounce_from: 2026-12-02\nfeatured: 1\nicon: x.svg\n---\n"
        );
        let files = [
            (
                "content/en/a.md",
                "---\ntitle: A\nannounce_from: 2026-11-01\nannounce_until: 2026-12-02\n---\n",
            ),
            ("content/lv/a.md", &*with),
            ("content/en/b.md", "---\ntitle: B\nfeatured: 2\n---\n"),
            ("content/lv/b.md", "---\ntitle: B\nfeatured: 3\nicon: rocket\n---\n"),
            ("content/lv/c.md", "---\ntitle: C\nfeatured: 3\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/lv/a.md `1`: `featured` is read from the source, which does not have it (write it in `content/en/a.md`)
        content/lv/a.md `x.svg`: `icon` is read from the source, which does not have it (write it in `content/en/a.md`)
        ");
    }

    #[test]
    fn icons() {
        let article = |icon: &str| format!("---\ntitle: I\nicon: {icon}\n---\n");
        let icons = ["../x.svg", "no.svg", "rocket", "../x.pdf", "https://e.example/x.svg"].map(article);
        let folders = ["f", "g", "h", "i", "j"];
        let indices = folders.map(|folder| format!("content/en/{folder}/index.md"));
        let inside = folders.map(|folder| format!("content/en/{folder}/a.md"));
        let [of_article, of_theme] = ["x.svg", "rocket"].map(article);
        let mut files: Vec<(&str, &str)> = vec![
            ("content/en/x.svg", ""),
            ("content/en/x.pdf", ""),
            ("content/en/a.md", &of_article),
            ("content/en/b.md", &of_theme),
        ];
        files.extend(indices.iter().map(String::as_str).zip(icons.iter().map(String::as_str)));
        files.extend(inside.iter().map(|path| (path.as_str(), "# A\n")));
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `x.svg`: the icon `x.svg` is not shown: this article is not the page of a section (write it in the `index.md` of a folder with articles)
        content/en/g/index.md `no.svg`: the icon `no.svg` is not shown: there is no such file (write the path of an image in the project, relative to this file)
        content/en/h/index.md `rocket`: the icon `rocket` is not shown: there is no such file (write the path of an image in the project, relative to this file)
        content/en/i/index.md `../x.pdf`: the icon `../x.pdf` is not shown: it is not an image (write the path of an image in the project, relative to this file)
        content/en/j/index.md `https://e.example/x.svg`: the icon `https://e.example/x.svg` is not shown: it is not a file of the project (write the path of an image in the project, relative to this file)
        ");
    }

    #[test]
    fn more_than_a_home_shows() {
        let texts: Vec<String> = (1..15).map(|at| format!("---\ntitle: A\nfeatured: {at}\n---\n")).collect();
        let paths: Vec<String> = (1..15).map(|at| format!("content/en/a{at:02}.md")).collect();
        let files: Vec<_> = paths.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/en/a13.md `13`: 14 articles are featured, but the home page shows 12 (remove `featured` from those that matter less)");
        assert_eq!(findings(&CHECK, &files[..12]), "");
    }
}
