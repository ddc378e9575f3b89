//! Sites of Zola.

use super::placed;

#[test]
fn names_say_the_language() {
    let configuration = "base_url = \"https://x\"\ndefault_language = \"fr\"\nignored_content = [\"*.draft.md\"]\n\
                         [languages.en]\n[languages.pt-BR]\n[extra]\nx = 1\n";
    let paths = "content/_index.md content/_index.en.md content/a.md content/a.pt-BR.md content/a/index.en.md \
                 content/b.de.md content/c.draft.md static/x.md";
    insta::assert_snapshot!(placed(&[("config.toml", configuration)], paths), @"
    content/_index.en.md: Article en index
    content/_index.md: Article fr index
    content/a.md: Article fr a
    content/a.pt-BR.md: Article pt-BR a
    content/a/index.en.md: Article en a/index
    content/b.de.md: Article fr b.de
    content/c.draft.md: excluded by its generator
    static/x.md: in a static folder
    = Zola
    source fr by config.toml
    static static
    ");
}

#[test]
fn one_language() {
    insta::assert_snapshot!(placed(&[("site/zola.toml", "base_url = \"/\"\n")], "site/content/a.fr.md"), @"
    site/content/a.fr.md: Article en a.fr
    = Zola
    source en by site/zola.toml
    static site/static
    ");
    insta::assert_snapshot!(placed(&[("config.toml", "base_url = \"/\"\ntitle = \"A\"\n")], "content/a.md"), @"
    content/a.md: Article en a
    = Zola
    source en by config.toml
    static static
    ");
}

#[test]
fn few_keys_are_enough() {
    let of_zola = "base_url = \"https://x\"\nignored_content = [\"*.x.md\"]\n";
    insta::assert_snapshot!(placed(&[("config.toml", of_zola)], "content/a.md content/b.x.md"), @"
    content/a.md: Article en a
    content/b.x.md: excluded by its generator
    = Zola
    source en by config.toml
    static static
    ");
    for other in ["base_url = \"https://x\"\nhosts = []\n", "title = \"x\"\nslugify = true\n"] {
        assert!(!placed(&[("config.toml", other)], "content/a.md").contains("Zola"), "{other}");
    }
}
