//! Folders and names of files without a generator.

use super::{placed, placed_with};
use crate::layout::options::LayoutOptions;
use crate::locale::Locale;

#[test]
fn folders_that_are_locales() {
    insta::assert_snapshot!(placed(&[], "content/en-US/a.md content/he_il/a.md content/media/d.md"), @"
    content/en-US/a.md: Article en-US a
    content/he_il/a.md: Article he-IL a
    content/media/d.md: Article - media/d
    = folders, mixed
    ");
    insta::assert_snapshot!(placed(&[], "docs/en/a.md docs/zh-Hant/a.md docs/images/x.md README.md"), @"
    README.md: Article - index
    docs/en/a.md: Article en a
    docs/images/x.md: Article - docs/images/x
    docs/zh-Hant/a.md: Article zh-Hant a
    = folders, mixed
    ");
    insta::assert_snapshot!(placed(&[], "a/b/c/de/x.md a/b/c/fr/x.md a/b/c/sl/x.md"), @"
    a/b/c/de/x.md: Article de x
    a/b/c/fr/x.md: Article fr x
    a/b/c/sl/x.md: Article sl x
    = folders
    ");
    insta::assert_snapshot!(placed(&[], "de/a.md"), @"
    de/a.md: Article de a
    = folders
    ");
    insta::assert_snapshot!(placed(&[], "pt_BR/a.md pt-br/b.md"), @"
    pt-br/b.md: Article pt-BR b
    pt_BR/a.md: Article pt-BR a
    = folders
    ");
}

#[test]
fn two_groups_have_names_of_their_own() {
    insta::assert_snapshot!(placed(&[], "docs/en/a.md docs/fr/a.md blog/en/a.md blog/fr/a.md"), @"
    blog/en/a.md: Article en blog/a
    blog/fr/a.md: Article fr blog/a
    docs/en/a.md: Article en docs/a
    docs/fr/a.md: Article fr docs/a
    = folders
    ");
}

#[test]
fn words_that_are_tags_too() {
    for paths in [
        "api/cs/a.md api/ts/a.md",
        "api/cs/README.md api/ts/README.md api/README.md",
        "no/a.md guide/a.md",
        "is/a.md it/b.md guide/a.md",
        "docs/to-do/a.md docs/b.md",
        "docs/it/a.md docs/hr/b.md docs/sales/a.md",
    ] {
        let placed = placed(&[], paths);
        assert!(placed.contains("= mixed"), "{placed}");
    }
}

#[test]
fn the_source_around_its_translations() {
    insta::assert_snapshot!(placed(&[], "docs/a.md docs/b.md docs/de/a.md docs/ja/a.md README.md"), @"
    README.md: Article - index
    docs/a.md: Article en-US a
    docs/b.md: Article en-US b
    docs/de/a.md: Article de a
    docs/ja/a.md: Article ja a
    = folders, mixed
    assumed en-US
    ");
}

#[test]
fn names_with_a_locale() {
    insta::assert_snapshot!(placed(&[], "a.md a.fr.md b.md b.fr.md notes/c.md"), @"
    a.fr.md: Article fr a
    a.md: Article en-US a
    b.fr.md: Article fr b
    b.md: Article en-US b
    notes/c.md: Article en-US notes/c
    = suffix
    assumed en-US
    ");
    insta::assert_snapshot!(placed(&[], "a.en.md a.fr.md b.en.md b.fr.md README.md"), @"
    README.md: Article - index
    a.en.md: Article en a
    a.fr.md: Article fr a
    b.en.md: Article en b
    b.fr.md: Article fr b
    = suffix
    ");
    let source = Locale::parse("en").unwrap();
    let options = LayoutOptions { source_locale: Some(&source), ..LayoutOptions::default() };
    insta::assert_snapshot!(placed_with(&[], "a.md a.fr.md a.en.md b.md b.fr.md b.pt_BR.md c.pt-br.md", options), @"
    a.en.md: Article en a
    a.fr.md: Article fr a
    a.md: its name says no locale, and another file is this article in the default one
    b.fr.md: Article fr b
    b.md: Article en b
    b.pt_BR.md: Article pt-BR b
    c.pt-br.md: Article pt-BR c
    = suffix
    ");
}

#[test]
fn configured_folders() {
    let en = Locale::parse("en").unwrap();
    let folders = [("en/docs".to_owned(), en.clone()), ("fr/docs".to_owned(), Locale::parse("fr").unwrap())];
    let options = LayoutOptions { folders: &folders, source_locale: Some(&en), ..LayoutOptions::default() };
    let paths = "content/en/docs/a.md content/fr/docs/a.md content/de/docs/a.md content/en/x.md";
    insta::assert_snapshot!(placed_with(&[], paths, options), @"
    content/de/docs/a.md: Article de docs/a
    content/en/docs/a.md: Article en a
    content/en/x.md: Article - en/x
    content/fr/docs/a.md: Article fr a
    = folders, mixed
    ");
    let options = LayoutOptions { pattern: Some("i18n/{locale}/current"), ..LayoutOptions::default() };
    insta::assert_snapshot!(placed_with(&[], "i18n/en/current/a.md i18n/fr/current/a.md i18n/fr/old/a.md", options), @"
    i18n/en/current/a.md: Article en a
    i18n/fr/current/a.md: Article fr a
    i18n/fr/old/a.md: Article - i18n/fr/old/a
    = folders, mixed
    ");
}
