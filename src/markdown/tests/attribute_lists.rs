//! Attribute lists, abbreviations and what else kramdown and python-markdown know.

use super::dialects::{body_in, read};
use super::{Dialect, body_of};

#[test]
fn behind_elements_of_a_line() {
    let text = "[a](https://x.example){ .md-button target=\"_blank\" title=\"T\" } ![b](b.png){: width=\"300\" height=20px #pic .left }\n*c*{: .x}, `d`{.y} and {e} *f* {.g}\n\nx[g](g.md){name}\n";
    insta::assert_snapshot!(body_in(Dialect::MkDocs, text), @"");
    insta::assert_snapshot!(body_in(Dialect::Jekyll, text), @"");
    insta::assert_snapshot!(body_in(Dialect::VitePress, "[a](https://x.example){target=\"_self\"} b {.c #d}\n\n- e {.f}\n- g {h}\n"), @"");
}

#[test]
fn behind_and_before_blocks() {
    let text = "# Title\n{: .no_toc #top }\n\n## Contents\n{: .no_toc}\n\n1. TOC\n{:toc}\n\n- x\n{:toc}\n\n{: .note }\nBefore\n\n{: .warning-title }\n> Mind\n>\n> the gap\n\n> Tip\n{: .prompt-tip }\n\nBehind\n{: #p .important}\nNext\n\n- item\n  {: .x}\n- {: .y} other\n\n| a |\n|---|\n| b |\n{: .table}\n\n```js\n{: .note}\n```\n{: .z}\n\n{:ref: .a #b}\nText\n{: ref}\n\nEnd {: .q}\n";
    let document = read(Dialect::Jekyll, text);
    insta::assert_snapshot!(body_of(&document), @"");
    let anchors = document.headings.iter().flat_map(|heading| &heading.anchor).chain(&document.anchors);
    let anchors: Vec<_> = anchors.map(|anchor| (&*anchor.name, anchor.span.slice(text))).collect();
    assert_eq!(anchors, [("top", "top"), ("p", "p")]);
}

#[test]
fn at_headings() {
    let text = "# A {: #a .b }\n\n## C {#c}\n\n## D {:#d}\n\n## E {: .f }\n\nG\n---\n{: #g}\n\n### H\n{: .no_toc #h-1}\nText\n";
    for dialect in [Dialect::MkDocs, Dialect::Jekyll] {
        let document = read(dialect, text);
        let headings: Vec<_> = document
            .headings
            .iter()
            .map(|h| (&*h.text, h.anchor.as_ref().map(|a| a.span.slice(text))))
            .collect();
        let expected = [
            ("A", Some("a")),
            ("C", Some("c")),
            ("D", Some("d")),
            ("E", None),
            ("G", Some("g")),
            ("H", Some("h-1")),
        ];
        assert_eq!(headings, expected);
    }
}

#[test]
fn behind_blocks_of_goldmark_and_mkdocs() {
    let text = "Text\n{.lead #lead}\n\n> Quote\n{.q}\n\n* item\n{#list}\n\n{0}\n\n{name}\n";
    insta::assert_snapshot!(body_in(Dialect::Hugo, text), @"");
    let text = "Text (1)\n{ .annotate }\n\n1.  Note\n\n    | a | b { .c } |\n    |---|---|\n    | d {: .e} | f |\n\n!!! note\n    In it\n    {: .x }\n\n<div class=\"grid\" markdown>\n\n-   One\n\n    ---\n\n    More\n    { .card }\n\n</div>\n";
    insta::assert_snapshot!(body_in(Dialect::MkDocs, text), @"");
}

#[test]
fn extensions_of_kramdown() {
    let text = "{::options parse_block_html=\"true\" /}\n\nA {: .b} c\n\n{::comment}\nnot *shown*\n\nnor this\n{:/comment}\n\n{::nomarkdown}\n<b>d</b>\n{:/}\n\n{::comment}\nnever ends\n\n\\{: .e}\n\n    {: .f}\n";
    insta::assert_snapshot!(body_in(Dialect::Jekyll, text), @"");
}

#[test]
fn abbreviations() {
    let text = "# HTML\n\nHTML and HTML5, XHTML, the *HTML*, `HTML`, [an HTML page](HTML.md), ![HTML](a.png).\nA \"W3C HTML\" a&amp;HTML C++ code\n\n*[HTML]: Hyper Text & \"Markup\"\n*[W3C HTML]: Both\n*[C++]: See plus plus\n*[]: x\n*[a b\n\n```\n*[HTML]: x\n```\n\n*[HTML]: Hyper Text & \"Markup\"\n";
    let document = read(Dialect::MkDocs, text);
    insta::assert_snapshot!(body_of(&document), @"");
    assert_eq!(body_of(&read(Dialect::Jekyll, text)), body_of(&document));
    assert!(!body_in(Dialect::Hugo, text).contains("abbr"));
}
