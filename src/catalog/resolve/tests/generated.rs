//! What destinations mean that hold shortcodes or Liquid.

use super::{HUGO, catalog, meaning};
use crate::catalog::Options;
use crate::markdown::{Dialect, Document, Form, Syntax};

#[test]
fn references_of_hugo() {
    let text = "# X\n\n[1]({{< ref \"a.md#b\" >}}) [2]({{% relref path=\"/guide/a\" lang=\"fr\" %}} \"T\") ![3]({{<ref `shot.png`>}}) [4]({{< ref gone >}}) [5]({{< figure x >}}) `[6]({{< ref \"a\" >}})`\n\n```\n[7]({{< ref \"a\" >}})\n```\n\n    [8]({{< ref \"a\" >}})\n";
    let files = [HUGO, &[("content/guide/x.md", text)]].concat();
    let catalog = catalog("", &files, &Options::default());
    let file = catalog.file("content/guide/x.md").unwrap();
    let links: Vec<String> = file
        .document
        .links
        .iter()
        .map(|link| {
            assert_eq!(link.destination_span.slice(text), &*link.destination);
            format!("{} {}", link.destination, meaning(&catalog, "content/guide/x.md", &link.destination))
        })
        .collect();
    insta::assert_snapshot!(links.join("\n"), @r#"
    {{< ref "a.md#b" >}} en content/guide/a.md #b
    {{% relref path="/guide/a" lang="fr" %}} fr content/guide/a.fr.md
    {{< ref gone >}} Missing
    {{< figure x >}} Generated
    "#);
    assert!(file.document.text.contains("[6]({{< ref \"a\" >}})"), "{}", file.document.text);
    assert!(file.document.text.contains("[7]({{< ref \"a\" >}})"), "{}", file.document.text);
    assert!(file.document.text.contains("[8]({{< ref \"a\" >}})"), "{}", file.document.text);
    let fr = |link| meaning(&catalog, "content/guide/a.fr.md", link);
    assert_eq!(meaning(&catalog, "content/guide/x.md", "{{< ref \"a.md\" >}}#b"), "en content/guide/a.md #b");
    assert_eq!(fr("{{< ref \"#b\" >}}"), "Here #b");
    assert_eq!(fr("{{< ref \"/b\" >}}"), "fr content/b/index.md");
    assert_eq!(fr("{{< relref \"b/index.md\" >}}"), "fr content/b/index.md");
    assert_eq!(fr("{{< ref \"a\" lang=\"xx\" >}}"), "Missing");
    assert_eq!(meaning(&catalog, "content/b/index.md", "{{< ref \"a.md\" >}}"), "en content/guide/a.md");
}

#[test]
fn links_that_liquid_writes() {
    let files = [
        ("_config.yml", "lang: en\n"),
        ("index.md", "# Home\n"),
        ("guide/a.md", "# A\n\n## B\n"),
        ("img/x.png", ""),
    ];
    let catalog = catalog("", &files, &Options::default());
    let links = [
        "{% link guide/a.md %}#b",
        "{%- link guide/gone.md -%}",
        "{{ site.baseurl }}/guide/a",
        "{{ site.url }}{{ site.baseurl }}{% link guide/a.md %}",
        "{{ '/guide/a#b' | relative_url }}",
        "{{ \"guide/a\" | prepend: site.baseurl }}",
        "{{ \"/img/x.png\" | absolute_url }}",
        "{{ site.baseurl }}/",
        "{{ site.baseurl }}",
        "{{ page.url }}",
        "https://a.example/{{ site.version }}",
        "{% post_url 2026-01-02-x %}",
    ];
    let meanings = links.map(|link| format!("{link}: {}", meaning(&catalog, "guide/a.md", link)));
    insta::assert_snapshot!(meanings.join("\n"), @r#"
    {% link guide/a.md %}#b: en guide/a.md #b
    {%- link guide/gone.md -%}: Missing
    {{ site.baseurl }}/guide/a: en guide/a.md
    {{ site.url }}{{ site.baseurl }}{% link guide/a.md %}: en guide/a.md
    {{ '/guide/a#b' | relative_url }}: en guide/a.md #b
    {{ "guide/a" | prepend: site.baseurl }}: en guide/a.md
    {{ "/img/x.png" | absolute_url }}: asset img/x.png
    {{ site.baseurl }}/: en index.md
    {{ site.baseurl }}: en index.md
    {{ page.url }}: Generated
    https://a.example/{{ site.version }}: Generated
    {% post_url 2026-01-02-x %}: Generated
    "#);
}

proptest::proptest! {
    #[test]
    fn any_shortcode_is_read(written in "\\{\\{[<%] ?(ref|relref)[ a\"`=/]{0,9}[>%]\\}\\}") {
        let catalog = catalog("", HUGO, &Options::default());
        meaning(&catalog, "content/guide/a.md", &written);
    }

    #[test]
    fn spans_of_references_are_places(line in "[\\[\\]\\(\\){}<>%a \"\\\\`é]{0,12}(\\]\\(\\{\\{< ref \"a\\\\<é>\" >\\}\\}\\))?[\\[\\]\\(\\){}<>%a \"`]{0,12}") {
        let text = format!("[{line}\n{line}");
        let document = Document::parse_as(Syntax { dialect: Dialect::Hugo, form: Form::Markdown }, &text, 0);
        for link in &document.links {
            proptest::prop_assert!(text.get(link.span.range()).is_some());
            proptest::prop_assert!(text.get(link.destination_span.range()).is_some());
        }
        for block in &document.blocks {
            proptest::prop_assert!(text.get(block.span.range()).is_some());
        }
    }
}
