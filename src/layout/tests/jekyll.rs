//! Sites of Jekyll.

use super::placed;

#[test]
fn folders_posts_and_parts() {
    let configuration = "lang: en\nexclude: [CONTRIBUTING.md, vendor/]\n";
    let paths = "README.md about.md de/about.md pt_BR/about.md _posts/2020-01-01-x.md de/_posts/x.md _includes/x.md \
                 _drafts/y.md _docs/z.md _hidden.md CONTRIBUTING.md vendor/x/y.md";
    insta::assert_snapshot!(placed(&[("_config.yml", configuration)], paths), @"
    CONTRIBUTING.md: excluded by its generator
    README.md: Article en index
    _docs/z.md: in a collection of Jekyll
    _drafts/y.md: a draft
    _hidden.md: in a folder of templates
    _includes/x.md: in a folder of templates
    _posts/2020-01-01-x.md: in a collection of Jekyll
    about.md: Article en about
    de/_posts/x.md: in a collection of Jekyll
    de/about.md: Article de about
    pt_BR/about.md: Article pt-BR about
    vendor/x/y.md: excluded by its generator
    = Jekyll
    source en by _config.yml
    ");
}

#[test]
fn the_folder_of_the_source() {
    let paths = "index.md en/index.md de/index.md";
    insta::assert_snapshot!(placed(&[("_config.yml", "locale: en-US\n")], paths), @"
    de/index.md: Article de index
    en/index.md: Article en index
    index.md: Article - index
    = Jekyll
    source en-US by _config.yml
    ");
}

#[test]
fn a_plain_repository_with_pages() {
    let files = [("_config.yml", "theme: jekyll-theme-minimal\n")];
    insta::assert_snapshot!(placed(&files, "README.md README.zh.md docs/en/a.md docs/zh/a.md docs/it/b.md"), @"
    README.md: Article - index
    README.zh.md: Article zh index
    docs/en/a.md: Article en docs/a
    docs/it/b.md: Article it docs/b
    docs/zh/a.md: Article zh docs/a
    = Jekyll
    ");
    insta::assert_snapshot!(placed(&files, "README.md docs/a.md docs/de/a.md it/x.md src/README.md"), @"
    README.md: Article en-US index
    docs/a.md: Article en-US docs/a
    docs/de/a.md: Article en-US docs/de/a
    it/x.md: Article en-US it/x
    src/README.md: Article en-US src/index
    = Jekyll
    assumed en-US
    ");
}

#[test]
fn defaults_of_folders_and_another_source() {
    let configuration = "source: ./site\nlanguages: [fr, en]\ndefaults:\n- scope: {path: \"\"}\n  values: {layout: x}\n\
                         - scope: {path: english}\n  values: {lang: en}\n";
    insta::assert_snapshot!(placed(&[("_config.yml", configuration)], "site/a.md site/english/a.md README.md"), @"
    README.md: outside the folders of articles
    site/a.md: Article fr a
    site/english/a.md: Article en english/a
    = Jekyll
    source fr by _config.yml
    ");
}

#[test]
fn a_scope_of_a_folder_that_is_called_after_its_locale() {
    let scope =
        |path: &str, tag: &str| format!("- scope: {{path: {path}}}\n  values: {{lang: {tag}, layout: x}}\n");
    let scopes = [("fr", "fr"), ("docs/de_DE", "de"), ("docs", "en"), ("handbuch", "de")];
    let scopes: Vec<String> = scopes.iter().map(|(path, tag)| scope(path, tag)).collect();
    let configuration = format!("lang: en\ndefaults:\n{}", scopes.concat());
    let paths = "a.md fr/a.md docs/b.md docs/de_DE/b.md handbuch/c.md";
    insta::assert_snapshot!(placed(&[("_config.yml", &configuration)], paths), @"
    a.md: Article en a
    docs/b.md: Article en docs/b
    docs/de_DE/b.md: Article de docs/b
    fr/a.md: Article fr a
    handbuch/c.md: Article de handbuch/c
    = Jekyll
    source en by _config.yml
    ");
}

#[test]
fn folders_that_are_included() {
    let configuration = "lang: en\ninclude: [_pages, .well-known, _none]\nexclude: [fr/old, _pages/old]\n";
    let paths = "index.md 404.md a.md fr/a.md fr/old/x.md fr/index.md _pages/a.md _pages/a.fr.md _pages/de/a.md _pages/old/b.md _other/c.md";
    insta::assert_snapshot!(placed(&[("_config.yml", configuration)], paths), @"
    404.md: the page for addresses that lead to nothing
    _other/c.md: in a collection of Jekyll
    _pages/a.fr.md: Article fr _pages/a
    _pages/a.md: Article en _pages/a
    _pages/de/a.md: Article de _pages/a
    _pages/old/b.md: excluded by its generator
    a.md: Article en a
    fr/a.md: Article fr a
    fr/index.md: Article fr index
    fr/old/x.md: excluded by its generator
    index.md: Article en index
    = Jekyll
    source en by _config.yml
    ");
}
