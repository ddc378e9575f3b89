//! What links to the addresses of a generator's site mean.

use super::{catalog, meaning};
use crate::catalog::Options;

#[test]
fn links_from_the_root_may_begin_with_the_folder_that_the_site_is_published_in() {
    let files = [
        ("zola.toml", "base_url = \"https://example.org/base/\"\n[languages.fr]\n"),
        ("content/a.md", "# A\n"),
        ("content/b.md", "# B\n"),
        ("content/b.fr.md", "# B\n"),
        ("content/base/c.md", "# C\n"),
        ("static/d.png", ""),
    ];
    let catalog = catalog("content", &files, &Options::default());
    let links = [
        "/b/",
        "/base/b/",
        "/base/fr/b/",
        "/fr/b/",
        "/base/c/",
        "/base/base/c/",
        "/base/d.png",
        "/base/",
        "/basement/b/",
    ];
    let meanings = links.map(|link| format!("{link} {}", meaning(&catalog, "content/a.md", link)));
    insta::assert_snapshot!(meanings.join("\n"), @"
    /b/ en content/b.md
    /base/b/ en content/b.md
    /base/fr/b/ fr content/b.fr.md
    /fr/b/ fr content/b.fr.md
    /base/c/ en content/base/c.md
    /base/base/c/ en content/base/c.md
    /base/d.png asset static/d.png
    /base/ home en
    /basement/b/ Missing
    ");
}

#[test]
fn generators_take_addresses_from_keys_of_their_own() {
    let files = [
        ("zola/zola.toml", "base_url = \"/\"\n"),
        ("zola/content/a.md", "# A\n"),
        ("zola/content/x/b.md", "+++\npath = \"whole/b\"\nslug = \"no\"\n+++\n# B\n"),
        ("docusaurus/docusaurus.config.js", "module.exports = { presets: [['classic', {}]] }"),
        ("docusaurus/docs/a.md", "---\nslug: /\n---\n# A\n"),
        ("docusaurus/docs/x/b.md", "---\nid: other\n---\n# B\n"),
        ("docusaurus/docs/x/c.md", "---\nid: other-c\nslug: named\n---\n# C\n"),
        ("docusaurus/docs/x/d.md", "---\nslug: /top/d\n---\n# D\n"),
        ("docusaurus/blog/2024-03-15-e.md", "# E\n"),
        ("docusaurus/blog/2024/2024-03-15-f.md", "---\nslug: post\n---\n# F\n"),
        ("star/astro.config.mjs", "export default { integrations: [starlight({ title: 'x' })] }"),
        ("star/src/content/docs/a.md", "# A\n"),
        ("star/src/content/docs/x/b.md", "---\nslug: whole/b\n---\n# B\n"),
    ];
    let catalog = catalog("", &files, &Options::default());
    let meanings = [
        ("zola/content/a.md", ["/whole/b/", "x/b.md", "/x/no/"].as_slice()),
        (
            "docusaurus/docs/x/b.md",
            &[
                "/docs/",
                "/docs/x/other",
                "/docs/x/named",
                "/docs/top/d",
                "/blog/2024/03/15/e",
                "/blog/post",
                "/top/d",
            ],
        ),
        ("star/src/content/docs/a.md", &["/whole/b/", "/x/whole/b/"]),
    ];
    let meanings = meanings.into_iter().flat_map(|(path, links)| {
        links.iter().map(|link| format!("{link} {}", meaning(&catalog, path, link))).collect::<Vec<_>>()
    });
    insta::assert_snapshot!(meanings.collect::<Vec<_>>().join("\n"), @"
    /whole/b/ en zola/content/x/b.md
    x/b.md en zola/content/x/b.md
    /x/no/ Missing
    /docs/ en docusaurus/docs/a.md
    /docs/x/other en docusaurus/docs/x/b.md
    /docs/x/named en docusaurus/docs/x/c.md
    /docs/top/d en docusaurus/docs/x/d.md
    /blog/2024/03/15/e en docusaurus/blog/2024-03-15-e.md
    /blog/post en docusaurus/blog/2024/2024-03-15-f.md
    /top/d Missing
    /whole/b/ en-US star/src/content/docs/x/b.md
    /x/whole/b/ Missing
    ");
}
