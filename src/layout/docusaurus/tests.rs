//! Projects of Docusaurus: what their files are, and what of their settings is known.

use super::super::docset::{MarkdownAs, numbered};
use super::super::literal::Program;
use super::super::surveyed::lines;

#[test]
fn numbers_order_files_and_are_no_part_of_their_ids() {
    let names =
        ["02-install", "3. Next", "4_x", "2021-01-02-post", "1.2-notes", "7", "7zip", "99999999999-a", "1-é"];
    let found: Vec<Option<(u32, &str)>> = names.into_iter().map(numbered).collect();
    let nothing = None;
    assert_eq!(
        found,
        [
            Some((2, "install")),
            Some((3, "Next")),
            Some((4, "x")),
            nothing,
            nothing,
            nothing,
            nothing,
            nothing,
            Some((1, "é"))
        ]
    );
    insta::assert_snapshot!(lines(&[
        ("docusaurus.config.js", "module.exports = { presets: [['classic', {}]] }"),
        ("docs/01-start/README.md", ""),
        ("docs/01-start/02-install.md", ""),
        ("docs/02-guide/guide.md", ""),
        ("blog/01-a.md", ""),
    ]), @"
    Docusaurus: en by docusaurus.config.js
    blog/01-a.md → Article en blog/01-a.md
    docs/01-start/02-install.md → Article en docs/start/install
    docs/01-start/README.md → Article en docs/start/index
    docs/02-guide/guide.md → Article en docs/guide/index
    ");
}

#[test]
fn translations_stand_in_folders_of_the_plug_ins() {
    let config = "import {themes} from 'prism-react-renderer';\nconst config: Config = {\n  title: 'My Site',\n  i18n: { defaultLocale: 'en', locales: ['en', 'fr', 'jp'], localeConfigs: { jp: { htmlLang: 'ja-JP' }, fr: { path: 'french' } } },\n\
                  presets: [['classic', { docs: { sidebarPath: './sidebars.ts' }, blog: { path: './news', routeBasePath: '/news' } } satisfies Preset.Options]],\n\
                  plugins: [['@docusaurus/plugin-content-docs', { id: 'community', path: 'community', routeBasePath: 'community' }], './own'],\n};\nexport default config;\n";
    insta::assert_snapshot!(lines(&[
        ("docusaurus.config.ts", config),
        ("README.md", ""),
        ("docs/intro.md", ""),
        ("docs/guide/version-2-migration.mdx", ""),
        ("docs/guide/_parts/a.mdx", ""),
        ("docs/guide/_category_.yml", ""),
        ("community/team.md", ""),
        ("news/2021-01-02-hello.md", ""),
        ("news/authors.yml", ""),
        ("src/pages/about.md", ""),
        ("versioned_docs/version-1.0/intro.md", ""),
        ("community_versioned_docs/version-1.0/team.md", ""),
        ("i18n/french/docusaurus-plugin-content-docs/current/intro.md", ""),
        ("i18n/french/docusaurus-plugin-content-docs/version-1.0/intro.md", ""),
        ("i18n/french/docusaurus-plugin-content-docs-community/current/team.md", ""),
        ("i18n/french/docusaurus-plugin-content-blog/2021-01-02-hello.md", ""),
        ("i18n/french/docusaurus-plugin-content-pages/about.md", ""),
        ("i18n/jp/docusaurus-plugin-content-docs/current/intro.md", ""),
    ]), @"
    Docusaurus: en by docusaurus.config.ts
    README.md → Outside
    community/team.md → Article en community/team.md
    community_versioned_docs/version-1.0/team.md → Version
    docs/guide/_parts/a.mdx → Include en docs/guide/_parts/a.mdx
    docs/guide/version-2-migration.mdx → Article en docs/guide/version-2-migration.mdx
    docs/intro.md → Article en docs/intro.md
    i18n/french/docusaurus-plugin-content-blog/2021-01-02-hello.md → Article fr news/2021-01-02-hello.md
    i18n/french/docusaurus-plugin-content-docs-community/current/team.md → Article fr community/team.md
    i18n/french/docusaurus-plugin-content-docs/current/intro.md → Article fr docs/intro.md
    i18n/french/docusaurus-plugin-content-docs/version-1.0/intro.md → Version
    i18n/french/docusaurus-plugin-content-pages/about.md → Article fr about.md
    i18n/jp/docusaurus-plugin-content-docs/current/intro.md → Article ja-JP docs/intro.md
    news/2021-01-02-hello.md → Article en news/2021-01-02-hello.md
    src/pages/about.md → Article en about.md
    versioned_docs/version-1.0/intro.md → Version
    ");
}

#[test]
fn a_site_below_may_have_its_docs_beside_it() {
    let config = "module.exports = {\n  presets: [['@docusaurus/preset-classic', {docs: {path: '../docs', routeBasePath: '/'}, blog: false}]],\n}";
    insta::assert_snapshot!(lines(&[
        ("website/docusaurus.config.js", config),
        ("docs/intro.md", ""),
        ("website/blog/a.md", ""),
        ("README.md", ""),
    ]), @"
    Docusaurus: en by website/docusaurus.config.js
    README.md → Outside
    docs/intro.md → Article en intro.md
    website/blog/a.md → Outside
    ");
}

#[test]
fn no_address_leads_out_of_the_site() {
    for (route, id) in [("../../x", "x/a"), ("./x/", "x/a"), ("/x//y", "x/y/a"), ("/", "a"), ("..", "a")] {
        let config = format!(
            "module.exports = {{ presets: [['classic', {{ docs: {{ routeBasePath: '{route}' }} }}]] }}"
        );
        let lines = lines(&[("docusaurus.config.js", &config), ("docs/a.md", "")]);
        assert!(lines.ends_with(&format!("docs/a.md → Article en {id}.md")), "{lines}");
    }
}

#[test]
fn what_is_computed_is_not_known() {
    for config in [
        "module.exports = { presets: [['classic', {}]], i18n: { defaultLocale: process.env.LANG || 'de' } }",
        "module.exports = { ...require('./base'), presets: [['classic', {}]] }",
        "module.exports = build()",
        "const i18n = require('./i18n'); module.exports = { i18n, presets: [] }",
    ] {
        let lines = lines(&[("docusaurus.config.js", config), ("docs/a.md", ""), ("docs/b.md", "")]);
        assert_eq!(
            lines,
            "Docusaurus: no source, en-US assumed\ndocs/a.md → Article en-US docs/a.md\ndocs/b.md → Article en-US docs/b.md",
            "{config}"
        );
    }
}

#[test]
fn markdown_is_mdx_unless_its_name_is_to_say_so() {
    for (setting, expected) in [
        ("", MarkdownAs::Mdx),
        ("markdown: { mermaid: true }", MarkdownAs::Mdx),
        ("markdown: { format: 'mdx' }", MarkdownAs::Mdx),
        ("markdown: { format: 'detect' }", MarkdownAs::Markdown),
    ] {
        let config = format!("export default {{ title: 'Lamps', {setting} }};");
        let program = Program::read([("docusaurus.config.js", &*config)]);
        assert_eq!(super::markdown(program.whole()), expected, "{setting}");
    }
}
