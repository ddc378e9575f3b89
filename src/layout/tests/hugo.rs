//! Sites of Hugo.

use super::{placed, placed_with};
use crate::layout::options::LayoutOptions;
use crate::locale::Locale;

#[test]
fn a_folder_for_each_language() {
    let languages = "baseURL = \"/\"\ndefaultContentLanguage = \"de\"\n[Languages.en]\ncontentdir = \"content/en\"\n\
                     [Languages.de]\nweight = 1\ncontentDir = \"content/german\"\n";
    let paths = "content/en/_index.md content/en/a/index.md content/german/_index.md content/german/a/index.md \
                 content/german/b.en.md content/stray.md static/x.md archetypes/default.md README.md";
    insta::assert_snapshot!(placed(&[("config.toml", languages)], paths), @"
    README.md: outside the folders of articles
    archetypes/default.md: outside the folders of articles
    content/en/_index.md: Article en index
    content/en/a/index.md: Article en a/index
    content/german/_index.md: Article de index
    content/german/a/index.md: Article de a/index
    content/german/b.en.md: Article en b
    content/stray.md: beside the folders of the locales, naming none
    static/x.md: in a static folder
    = Hugo
    source de by config.toml
    static static
    ");
}

#[test]
fn names_in_one_folder() {
    let languages = "baseURL: /\nlanguages:\n  en: {languageName: English}\n  cn: {languageCode: zh-CN}\n  fr:\n    disabled: true\n";
    let paths = "content/_index.md content/_index.cn.md content/a/index.md content/a/index.fr.md content/a/index.cn.md \
                 content/a/Version.1.md content/b.de.md";
    insta::assert_snapshot!(placed(&[("hugo.yaml", languages)], paths), @"
    content/_index.cn.md: Article zh-CN index
    content/_index.md: Article en index
    content/a/Version.1.md: a part of a page bundle
    content/a/index.cn.md: Article zh-CN a/index
    content/a/index.fr.md: in a language that is disabled
    content/a/index.md: Article en a/index
    content/b.de.md: Article en b.de
    = Hugo
    source en by hugo.yaml
    static static
    ");
}

#[test]
fn folders_that_no_file_names() {
    let languages = "{\"languages\": {\"en\": {\"weight\": 2}, \"pt-br\": {\"weight\": 1}}, \"disableLanguages\": [\"pt-br\"]}";
    let paths = "content/en/a.md content/pt-br/a.md content/b.md";
    insta::assert_snapshot!(placed(&[("hugo.json", languages)], paths), @"
    content/b.md: Article en b
    content/en/a.md: Article en a
    content/pt-br/a.md: in a language that is disabled
    = Hugo
    source en by hugo.json
    static static
    ");
}

#[test]
fn configuration_in_a_folder() {
    let files = [
        (
            "docs/config/_default/hugo.toml",
            "defaultContentLanguage = \"en\"\nstaticDir = [\"files\", \"static\"]\n",
        ),
        ("docs/config/_default/languages.en.toml", "contentDir = \"content/en\"\nlocale = \"en-US\"\n"),
        (
            "docs/config/_default/languages.fr.toml",
            "contentDir = \"content/fr\"\nstaticDir = \"static-fr\"\n",
        ),
    ];
    let paths = "docs/content/en/a.md docs/content/fr/a.md docs/files/x.md docs/static-fr/y.md README.md";
    insta::assert_snapshot!(placed(&files, paths), @"
    README.md: outside the folders of articles
    docs/content/en/a.md: Article en a
    docs/content/fr/a.md: Article fr a
    docs/files/x.md: in a static folder
    docs/static-fr/y.md: in a static folder
    = Hugo
    source en by docs/config/_default/hugo.toml
    static docs/static-fr
    static docs/static
    static docs/files
    ");
}

#[test]
fn one_file_of_all_languages_is_enough() {
    let files = [("config/_default/languages.yaml", "en: {weight: 1}\nja: {weight: 2}\n")];
    insta::assert_snapshot!(placed(&files, "content/a.md content/a.ja.md"), @"
    content/a.ja.md: Article ja a
    content/a.md: Article en a
    = Hugo
    source en by config/_default/languages.yaml
    static static
    ");
}

#[test]
fn mounted_folders() {
    let configuration = "[languages.en]\n[languages.fr]\n\
        [[module.mounts]]\nsource = \"english\"\ntarget = \"content\"\nlang = \"en\"\n\
        [[module.mounts]]\nsource = \"i18n/fr\"\ntarget = \"content\"\nlang = \"fr\"\n\
        [[module.mounts]]\nsource = \"manual\"\ntarget = \"content/docs\"\n\
        [[module.mounts]]\nsource = \"pictures\"\ntarget = \"static\"\n\
        [[module.mounts]]\nsource = \"../elsewhere\"\ntarget = \"content\"\n";
    let paths = "english/docs/a.md i18n/fr/docs/a.md manual/b.md manual/b.fr.md content/c.md";
    insta::assert_snapshot!(placed(&[("hugo.toml", configuration)], paths), @"
    content/c.md: outside the folders of articles
    english/docs/a.md: Article en docs/a
    i18n/fr/docs/a.md: Article fr docs/a
    manual/b.fr.md: Article fr docs/b
    manual/b.md: Article en docs/b
    = Hugo
    source en by hugo.toml
    static pictures
    ");
}

#[test]
fn one_language() {
    let paths = "content/_index.md content/a.md content/no/_index.md content/is/_index.md";
    let configured = placed(&[("hugo.toml", "languageCode = \"de-AT\"\n")], paths);
    insta::assert_snapshot!(configured, @"
    content/_index.md: Article de-AT index
    content/a.md: Article de-AT a
    content/is/_index.md: Article de-AT is/index
    content/no/_index.md: Article de-AT no/index
    = Hugo
    source de-AT by hugo.toml
    static static
    ");
    insta::assert_snapshot!(placed(&[("hugo.toml", "")], "content/a.md"), @"
    content/a.md: Article en a
    = Hugo
    source en by hugo.toml
    static static
    ");
}

#[test]
fn themes_are_no_sites() {
    let theme = "themes/t/exampleSite/config.toml";
    let paths = "content/a.md themes/t/exampleSite/content/a.md themes/t/README.md";
    let site = "title = \"A\"\nbaseURL = \"/\"\ntheme = \"t\"\n";
    insta::assert_snapshot!(placed(&[("config.toml", site), (theme, site)], paths), @"
    content/a.md: Article en a
    themes/t/README.md: outside the folders of articles
    themes/t/exampleSite/content/a.md: outside the folders of articles
    = Hugo
    source en by config.toml
    static static
    ");
    insta::assert_snapshot!(placed(&[(theme, site)], "themes/t/exampleSite/content/a.md a.md"), @"
    a.md: Article - a
    themes/t/exampleSite/content/a.md: Article - themes/t/exampleSite/content/a
    = mixed
    ");
}

#[test]
fn configuration_of_another_program() {
    let paths = "content/en/a.md content/fr/a.md";
    for (name, text) in [
        ("config.toml", "[package]\nname = \"x\"\n"),
        ("config.toml", "base_url = \"https://api\"\napi_key = \"x\"\n"),
        ("config.toml", "languages = [\"en\", \"fr\"]\n"),
        ("config.json", "{\"baseUrl\": \"https://api\", \"retries\": 3}"),
        ("config.yaml", "title: My app\nparams: {}\n"),
        ("config.toml", "{{"),
    ] {
        let placed = placed(&[(name, text)], paths);
        assert!(placed.ends_with("= folders"), "{name} {text}: {placed}");
    }
}

#[test]
fn damaged_configuration_is_reported() {
    insta::assert_snapshot!(placed(&[("hugo.toml", "[")], "content/a.md"), @"
    content/a.md: Article en a
    = Hugo
    source en by hugo.toml
    unreadable hugo.toml
    static static
    ");
}

#[test]
fn parts_of_page_bundles() {
    let configuration = "[languages.en]\n[languages.fr]\n";
    let paths = "content/index.md content/top.md content/a/index.md content/a/part.md content/a/part.fr.md content/a/x/deep.md \
                 content/a/x/index.md content/b/_index.md content/b/page.md content/b/c/index.fr.md content/b/c/d.fr.md";
    insta::assert_snapshot!(placed(&[("hugo.toml", configuration)], paths), @"
    content/a/index.md: Article en a/index
    content/a/part.fr.md: a part of a page bundle
    content/a/part.md: a part of a page bundle
    content/a/x/deep.md: a part of a page bundle
    content/a/x/index.md: a part of a page bundle
    content/b/_index.md: Article en b/index
    content/b/c/d.fr.md: a part of a page bundle
    content/b/c/index.fr.md: Article fr b/c/index
    content/b/page.md: Article en b/page
    content/index.md: Article en index
    content/top.md: Article en top
    = Hugo
    source en by hugo.toml
    static static
    ");
}

#[test]
fn the_language_of_a_site_that_says_none() {
    let dutch = Locale::parse("nl").unwrap();
    let options = || LayoutOptions { source_locale: Some(&dutch), ..LayoutOptions::default() };
    for (file, text) in [("hugo.toml", "title = \"x\"\n"), ("zola.toml", "base_url = \"/\"\n")] {
        let placed = placed_with(&[(file, text)], "content/a.md", options());
        assert!(placed.starts_with("content/a.md: Article nl a\n"), "{placed}");
    }
    let said = [
        ("hugo.toml", "languageCode = \"fr\"\n"),
        ("zola.toml", "base_url = \"/\"\ndefault_language = \"fr\"\n"),
    ];
    for file in said {
        let placed = placed_with(&[file], "content/a.md", options());
        assert!(placed.starts_with("content/a.md: Article fr a\n"), "{placed}");
    }
}
