//! Several sites in one project.

use super::placed;

#[test]
fn the_nearest_marker_counts() {
    let files = [
        ("_config.yml", "lang: en\n"),
        ("a/mkdocs.yml", "theme: {language: en}\n"),
        ("b/hugo.toml", ""),
        ("c/zola.toml", "base_url = \"/\"\n"),
        (
            "d/en/.openpublishing.publish.config.json",
            "{\"docsets_to_publish\":[{\"build_source_folder\":\"help\",\"locale\":\"en-us\"}]}",
        ),
        (
            "d/fr/.openpublishing.publish.config.json",
            "{\"docsets_to_publish\":[{\"build_source_folder\":\"help\",\"locale\":\"fr-fr\"}]}",
        ),
    ];
    let paths = "index.md a/docs/x.md a/docs/fr/x.md a/README.md b/content/x.md b/README.md c/content/x.md \
                 d/en/help/x.md d/fr/help/x.md d/en/README.md e/x.md";
    insta::assert_snapshot!(placed(&files, paths), @"
    a/README.md: outside the folders of articles
    a/docs/fr/x.md: Article fr a/x
    a/docs/x.md: Article en a/x
    b/README.md: outside the folders of articles
    b/content/x.md: Article en b/x
    c/content/x.md: Article en c/x
    d/en/README.md: outside the folders of articles
    d/en/help/x.md: Article en-US d/x
    d/fr/help/x.md: Article fr-FR d/x
    e/x.md: Article en e/x
    index.md: Article en index
    = Learn, Hugo, Zola, MkDocs, Jekyll
    source en by b/hugo.toml
    static b/static
    static c/static
    ");
}

#[test]
fn a_site_beside_plain_folders() {
    let files = [("site/hugo.toml", "")];
    insta::assert_snapshot!(placed(&files, "site/content/x.md help/en/x.md help/fr/x.md README.md"), @"
    README.md: outside the folders of articles
    help/en/x.md: Article en x
    help/fr/x.md: Article fr x
    site/content/x.md: Article en site/x
    = Hugo, folders
    source en by site/hugo.toml
    static site/static
    ");
}
