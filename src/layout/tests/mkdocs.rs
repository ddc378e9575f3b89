//! Sites of MkDocs.

use super::placed;

#[test]
fn names_say_the_language() {
    let configuration = "docs_dir: ./text/\nexclude_docs: |\n  # a comment\n  overrides/\n  *.tmp.md\ntheme: {name: material, language: de}\n\
        markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n\
        plugins:\n  - search\n  - i18n:\n      languages:\n        - {locale: en, default: !ENV [X, true]}\n        - {locale: pt-BR}\n";
    let paths = "text/index.md text/index.pt-BR.md text/a.md text/a.pt-br.md text/a.de.md text/b.en.md text/b.md \
                 text/overrides/x.md text/c/d.tmp.md README.md";
    insta::assert_snapshot!(placed(&[("mkdocs.yml", configuration)], paths), @"
    README.md: outside the folders of articles
    text/a.de.md: Article en a.de
    text/a.md: Article en a
    text/a.pt-br.md: Article pt-BR a
    text/b.en.md: Article en b
    text/b.md: its name says no locale, and another file is this article in the default one
    text/c/d.tmp.md: excluded by its generator
    text/index.md: Article en index
    text/index.pt-BR.md: Article pt-BR index
    text/overrides/x.md: excluded by its generator
    = MkDocs
    source en by mkdocs.yml
    ");
}

#[test]
fn a_folder_for_each_language() {
    let configuration = "plugins:\n  i18n:\n    docs_structure: folder\n    languages:\n    - locale: de\n      default: true\n    - locale: en\n";
    let paths = "docs/de/index.md docs/en/index.md docs/fr/index.md docs/README.md";
    insta::assert_snapshot!(placed(&[("mkdocs.yml", configuration)], paths), @"
    docs/README.md: Article - index
    docs/de/index.md: Article de index
    docs/en/index.md: Article en index
    docs/fr/index.md: Article - fr/index
    = MkDocs
    source de by mkdocs.yml
    ");
}

#[test]
fn the_plug_in_before_version_1() {
    let configuration = "plugins:\n- i18n:\n    default_language: fr\n    languages:\n      default: {name: x}\n      en: english\n      fr: français\n";
    let paths = "docs/a.md docs/a.en.md docs/b.en.md docs/b.fr.md";
    insta::assert_snapshot!(placed(&[("mkdocs.yml", configuration)], paths), @"
    docs/a.en.md: Article en a
    docs/a.md: Article fr a
    docs/b.en.md: Article en b
    docs/b.fr.md: Article fr b
    = MkDocs
    source fr by mkdocs.yml
    ");
}

#[test]
fn no_plug_in() {
    let configuration = "site_name: x\ntheme:\n  locale: pt_BR\n---\nsecond: document\n";
    let paths = "docs/a.md docs/it/a.md docs/api/cs/a.md docs/api/ts/a.md docs/no/b.md";
    insta::assert_snapshot!(placed(&[("mkdocs.yml", configuration)], paths), @"
    docs/a.md: Article pt-BR a
    docs/api/cs/a.md: Article pt-BR api/cs/a
    docs/api/ts/a.md: Article pt-BR api/ts/a
    docs/it/a.md: Article it a
    docs/no/b.md: Article no b
    = MkDocs
    source pt-BR by mkdocs.yml
    ");
    insta::assert_snapshot!(placed(&[("mkdocs.yml", "theme: readthedocs\n")], "docs/README.md docs/a.md docs/a.zh.md"), @"
    docs/README.md: Article en-US index
    docs/a.md: Article en-US a
    docs/a.zh.md: Article zh a
    = MkDocs
    assumed en-US
    ");
}

#[test]
fn a_site_for_each_language_side_by_side() {
    let files = [
        ("docs/en/mkdocs.yml", "theme: {language: en}\n"),
        ("docs/de/mkdocs.yml", "INHERIT: ../en/mkdocs.yml\n"),
        ("docs/language_names.yml", "de: Deutsch\n"),
    ];
    let paths = "docs/en/docs/index.md docs/en/docs/a.md docs/de/docs/a.md docs/fr/docs/a.md docs/fr/llm.md README.md";
    insta::assert_snapshot!(placed(&files, paths), @"
    README.md: outside the folders of articles
    docs/de/docs/a.md: Article de a
    docs/en/docs/a.md: Article en a
    docs/en/docs/index.md: Article en index
    docs/fr/docs/a.md: Article fr a
    docs/fr/llm.md: outside the folders of articles
    = MkDocs
    source en by docs/en/mkdocs.yml
    ");
    insta::assert_snapshot!(placed(&files[..1], "docs/en/docs/a.md docs/pt/docs/a.md docs/id/other/a.md"), @"
    docs/en/docs/a.md: Article en a
    docs/id/other/a.md: outside the folders of articles
    docs/pt/docs/a.md: Article pt a
    = MkDocs
    source en by docs/en/mkdocs.yml
    ");
}

#[test]
fn a_file_for_each_language() {
    let files = [
        ("mkdocs.yml", "docs_dir: docs/en\ntheme: {language: en}\n"),
        ("mkdocs-zh.yml", "INHERIT: mkdocs.yml\ndocs_dir: docs/zh\n"),
        ("mkdocs-insiders.yml", "INHERIT: mkdocs.yml\n"),
    ];
    insta::assert_snapshot!(placed(&files, "docs/en/a.md docs/zh/a.md"), @"
    docs/en/a.md: Article en a
    docs/zh/a.md: Article zh a
    = MkDocs
    source en by mkdocs.yml
    ");
}

#[test]
fn sites_of_departments_are_no_locales() {
    let files = [("it/mkdocs.yml", "site_name: IT\n"), ("hr/mkdocs.yml", "site_name: HR\n")];
    insta::assert_snapshot!(placed(&files, "it/docs/index.md hr/docs/index.md"), @"
    hr/docs/index.md: Article en-US hr/index
    it/docs/index.md: Article en-US it/index
    = MkDocs
    assumed en-US
    ");
}

#[test]
fn configuration_that_builds_on_itself_or_lies_elsewhere() {
    let files = [
        ("tools/mkdocs.yml", "INHERIT: base.yml\ndocs_dir: ../manual\n"),
        ("tools/base.yml", "INHERIT: mkdocs.yml\ntheme: {language: sv}\n"),
    ];
    insta::assert_snapshot!(placed(&files, "manual/a.md tools/README.md"), @"
    manual/a.md: Article sv a
    tools/README.md: outside the folders of articles
    = MkDocs
    source sv by tools/mkdocs.yml
    ");
    insta::assert_snapshot!(placed(&[("mkdocs.yml", "docs_dir: [")], "docs/a.md"), @"
    docs/a.md: Article en-US a
    = MkDocs
    assumed en-US
    unreadable mkdocs.yml
    ");
}

#[test]
fn snippets_are_includes() {
    let configuration = "exclude_docs: |\n  snippets/\n";
    let paths = "docs/a.md docs/snippets/b.md docs/snippets/c.txt docs/includes/d.md includes/e.md other/f.md includes.md";
    insta::assert_snapshot!(placed(&[("mkdocs.yml", configuration)], paths), @"
    docs/a.md: Article en-US a
    docs/includes/d.md: Article en-US includes/d
    docs/snippets/b.md: Include en-US snippets/b
    includes.md: outside the folders of articles
    includes/e.md: Include en-US includes/e
    other/f.md: outside the folders of articles
    = MkDocs
    assumed en-US
    ");
}

#[test]
fn what_is_not_built() {
    let languages = "plugins:\n  i18n:\n    docs_structure: STRUCTURE\n    languages:\n    - {locale: en, default: true, build: false}\n\
                     \x20   - {locale: fr, build: false}\n    - {locale: de, build: true}\n    - {locale: it, build: !ENV [IT, false]}\n";
    let configuration = format!("exclude_docs: old/\ndraft_docs: |\n  next/\n  !next/ready.md\n{languages}");
    let in_names = configuration.replace("STRUCTURE", "suffix");
    let paths =
        "docs/a.md docs/a.fr.md docs/a.de.md docs/a.it.md docs/old/b.md docs/next/c.md docs/next/ready.md";
    insta::assert_snapshot!(placed(&[("mkdocs.yml", &in_names)], paths), @"
    docs/a.de.md: Article de a
    docs/a.fr.md: in a language that is disabled
    docs/a.it.md: in a language that is disabled
    docs/a.md: Article en a
    docs/next/c.md: excluded by its generator
    docs/next/ready.md: Article en next/ready
    docs/old/b.md: excluded by its generator
    = MkDocs
    source en by mkdocs.yml
    ");
    let in_folders = configuration.replace("STRUCTURE", "folder");
    let paths = "docs/en/a.md docs/fr/a.md docs/de/a.md docs/de/old/a.md docs/en/next/a.md";
    insta::assert_snapshot!(placed(&[("mkdocs.yml", &in_folders)], paths), @"
    docs/de/a.md: Article de a
    docs/de/old/a.md: excluded by its generator
    docs/en/a.md: Article en a
    docs/en/next/a.md: excluded by its generator
    docs/fr/a.md: in a language that is disabled
    = MkDocs
    source en by mkdocs.yml
    ");
}
