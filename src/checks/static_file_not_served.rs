//! `static-file-not-served`: a file of a static folder that the site does not hold at its path.

use crate::assets::NotServed;
use crate::catalog::{Catalog, CatalogAsset, DocsetKind, PathConflict, SitePlace};

use super::asset_not_served::reason;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "static-file-not-served",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a file of a static folder is not served at its path",
    explanation: "\
## What it does
The files of a static folder, such as `static/` or those of `[content] static`, are copied to the root of the site as they are. Looks for those that are not: files of a type that is not served, such as HTML, scripts and style sheets, and files whose path the site needs itself, such as `robots.txt`, `assets/` or the folder of a locale.

## Why is this bad?
Whatever leads to such a file from elsewhere leads nowhere. Links and images of articles are not concerned if its type is served: they get a copy below `assets/`.

## Example
```text
static/robots.txt
static/demo/index.html
```

## Fix
Rename the file, take it out of the folder, or serve it from another host. A type that runs nowhere can be added: `assets = [\"ps1\"]` below `[content]` in `faqtory.toml`.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    let is_static = |asset: &&CatalogAsset| catalog.docsets[asset.docset].kind == DocsetKind::Static;
    for asset in catalog.assets.iter().filter(is_static) {
        let (why, help) = match (&asset.served, &asset.place) {
            (Err(not_served), _) => refused(catalog, not_served),
            (Ok(()), SitePlace::Taken(conflict)) => taken(conflict),
            (Ok(()), SitePlace::Root | SitePlace::Assets) => continue,
        };
        let message = format!("the file is not served at `/{}`: {why}", asset.below);
        findings.push_at(&asset.path, Finding::of_file(message).help(help));
    }
}

fn refused(catalog: &Catalog, not_served: &NotServed) -> (String, String) {
    let (why, help) = reason(catalog, not_served);
    let is_elsewhere = matches!(not_served, NotServed::Page(_) | NotServed::Program(_));
    let help = if is_elsewhere {
        "take it out of the folder, or serve it from another host".to_owned()
    } else {
        help
    };
    (why, help)
}

fn taken(conflict: &PathConflict) -> (String, String) {
    let help = "rename it; links and images of articles lead to a copy below `assets/` until then".to_owned();
    let why = match conflict {
        PathConflict::Site => "the site makes this path itself".to_owned(),
        PathConflict::File(path) => format!("`{path}` has the path"),
        PathConflict::Name => "some hosts would take a file of this name for one of another type".to_owned(),
    };
    (why, help)
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn one_finding_a_file() {
        let files = [
            ("content/mkdocs.yml", "site_name: x\n"),
            ("content/config.yml", "defaultContentLanguage: en\n"),
            ("content/content/en/a.md", "# A\n\n![x](/assets/x.png)\n"),
            ("content/static/img/x.png", ""),
            ("content/static/assets/x.png", ""),
            ("content/static/robots.txt", ""),
            ("content/static/en/x.png", ""),
            ("content/static/a.php.png", ""),
            ("content/static/IMG/X.png", ""),
            ("content/static/demo/index.html", ""),
            ("content/static/x.js", ""),
            ("content/static/x.css", ""),
            ("content/static/CNAME", ""),
            ("content/content/en/x.exe", ""),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/static/CNAME ``: the file is not served at `/CNAME`: its name has no extension (give the file an extension)
        content/static/a.php.png ``: the file is not served at `/a.php.png`: some hosts would take a file of this name for one of another type (rename it; links and images of articles lead to a copy below `assets/` until then)
        content/static/assets/x.png ``: the file is not served at `/assets/x.png`: the site makes this path itself (rename it; links and images of articles lead to a copy below `assets/` until then)
        content/static/demo/index.html ``: the file is not served at `/demo/index.html`: `html` files can contain scripts, which would run as part of this site (take it out of the folder, or serve it from another host)
        content/static/en/x.png ``: the file is not served at `/en/x.png`: the site makes this path itself (rename it; links and images of articles lead to a copy below `assets/` until then)
        content/static/img/x.png ``: the file is not served at `/img/x.png`: `content/static/IMG/X.png` has the path (rename it; links and images of articles lead to a copy below `assets/` until then)
        content/static/robots.txt ``: the file is not served at `/robots.txt`: the site makes this path itself (rename it; links and images of articles lead to a copy below `assets/` until then)
        content/static/x.css ``: the file is not served at `/x.css`: files of type `css` are not allowed (to serve files of this type, write `assets = ["css"]` under `[content]` in faqtory.toml)
        content/static/x.js ``: the file is not served at `/x.js`: `js` files can run in the browser, on the server or when opened (take it out of the folder, or serve it from another host)
        "#);
    }
}
