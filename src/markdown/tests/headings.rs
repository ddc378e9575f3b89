//! What headings are called: their text, and the slug that is made of it.

use super::{Dialect, Document, Form, Syntax, parse};
use crate::diagnostic::{Span, Spanned};
use crate::front_matter::FrontMatter;
use crate::markdown::Shortcodes;

#[test]
fn slugs_are_made_without_tags() {
    let slugs = |text: &str| -> Vec<String> {
        parse(text).headings.iter().map(|heading| format!("{} {}", heading.slug, heading.text)).collect()
    };
    for (text, expected) in [
        ("## useData <Badge type=\"info\" />", "usedata useData <Badge type=\"info\" />"),
        ("a <Badge\ntype=\"x\"/> b\n---\n", "a--b a <Badge type=\"x\"/> b"),
        ("## <name> in <b>c</b> `<d>` &lt;e&gt; </f>", "in-c-d-e <name> in c <d> <e> </f>"),
        ("# <Only />", "section <Only />"),
        ("**a <b-c>**\n\n- x\n", "a a <b-c>"),
        ("<h2>a <Badge /></h2>\n", "a a <Badge />"),
        ("## [a <Badge/>](x.md) *c*[^1]\n\n[^1]: n\n", "a--c a <Badge/> c"),
    ] {
        assert_eq!(slugs(text).first().map(String::as_str), Some(expected), "{text:?}");
    }
    assert_eq!(slugs("## a <Tag/>\n\n## a <C/>\n\n<x>\n\n## a\n"), ["a a <Tag/>", "a-1 a <C/>", "a-2 a"]);
}

#[test]
fn a_heading_of_images_is_what_they_show() {
    let heading = |text: &str| {
        let document = parse(text);
        document.headings.first().map(|heading| format!("{} {}", heading.slug, heading.text))
    };
    for (text, expected) in [
        ("# ![Blue logo](x.png)", "blue-logo Blue logo"),
        ("## [![Blue logo](x.png)](y.md)", "blue-logo Blue logo"),
        ("## ![Logo *x*](x.png) of us", "of-us of us"),
        ("## <img src=\"x.png\" alt=\"A &amp; B\"> ![c](d.png)", "a--b-c A & B c"),
        ("<h2><img src=\"x.png\" alt=\"Raw\"></h2>", "raw Raw"),
        (":::image source=\"x.png\" alt-text=\"Own\":::\n---", "own Own"),
        ("## ![](x.png)", "section "),
        ("## **![Strong](x.png)**", "strong Strong"),
    ] {
        assert_eq!(heading(text).as_deref(), Some(expected), "{text:?}");
    }
}

/// The title, and the levels and texts of the other headings.
fn titled(dialect: Dialect, title: Option<&str>, text: &str) -> String {
    let syntax = Syntax { dialect, form: Form::Markdown };
    let title = title.map(|title| Spanned::new(title.to_owned(), Span::default()));
    let front_matter = FrontMatter { title, ..FrontMatter::default() };
    let document = Document::parse_with(syntax, &Shortcodes::new(), &front_matter, text);
    let others = document.headings.iter().filter(|heading| heading.level > 1);
    let others: Vec<String> = others.map(|heading| format!("{} {}", heading.level, heading.text)).collect();
    format!("{:?} {}", document.title_heading().map(|heading| &*heading.text), others.join(", "))
}

#[test]
fn what_the_front_matter_calls_an_article() {
    let (first, later) = ("<!-- x -->\n\n# A `b`\n\n## C\n\n# D\n", "Text\n\n# A `b`\n");
    for dialect in Dialect::ALL {
        assert_eq!(titled(dialect, None, first), "Some(\"A b\") 2 C, 2 D", "{dialect:?}");
        assert_eq!(titled(dialect, None, later), "Some(\"A b\") ", "{dialect:?}");
        assert_eq!(titled(dialect, Some(" "), later), "Some(\"A b\") ", "{dialect:?}");
        assert_eq!(titled(dialect, Some("a **b**"), first), "Some(\"A b\") 2 C, 2 D", "{dialect:?}");
    }
    for dialect in [Dialect::Hugo, Dialect::Zola, Dialect::Starlight, Dialect::Jekyll] {
        assert_eq!(titled(dialect, Some("Other"), first), "None 2 A b, 2 C, 2 D");
        assert_eq!(titled(dialect, Some("A b"), later), "None 2 A b");
        assert_eq!(titled(dialect, Some("A b"), "A `b`\n=====\n"), "Some(\"A b\") ");
    }
    for dialect in
        [Dialect::Docusaurus, Dialect::VitePress, Dialect::VuePress, Dialect::MkDocs, Dialect::GitBook]
    {
        assert_eq!(titled(dialect, Some("Other"), first), "Some(\"A b\") 2 C, 2 D");
        assert_eq!(titled(dialect, Some("A b"), later), "None 2 A b");
    }
    assert_eq!(titled(Dialect::Plain, Some("Other"), later), "Some(\"A b\") ");
    assert_eq!(titled(Dialect::Hugo, Some("A b"), "# A b {#own}\n\n![x](y)\n"), "Some(\"A b\") ");
}
