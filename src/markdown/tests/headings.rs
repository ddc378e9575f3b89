//! What headings are called: their text, and the slug that is made of it.

use super::parse;

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
