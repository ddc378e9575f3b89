//! Attribute lists, abbreviations and what else kramdown and python-markdown know.

use super::damage::assert_consistent;
use super::dialects::{body_in, read};
use super::{Dialect, body_of, well_formed_body};
use proptest::prelude::*;

#[test]
fn behind_elements_of_a_line() {
    let text = "[a](https://x.example){ .md-button target=\"_blank\" title=\"T\" } ![b](b.png){: width=\"300\" height=20px #pic .left }\n*c*{: .x}, `d`{.y} and {e} *f* {.g}\n\nx[g](g.md){name}\n";
    insta::assert_snapshot!(body_in(Dialect::MkDocs, text), @r#"
    <p><a href="https://x.example" rel="external" title="T">a</a> <img src="b.png" alt="b" width="300" height="20" loading="lazy"><span id="pic"></span>
    <em>c</em>, <code dir="ltr">d</code> and {e} <em>f</em> {.g}</p>
    <p>x<a href="g.md">g</a>{name}</p>
    "#);
    insta::assert_snapshot!(body_in(Dialect::Jekyll, text), @r#"
    <p><a href="https://x.example" rel="external">a</a>{ .md-button target="_blank" title="T" } <img src="b.png" alt="b" width="300" height="20" loading="lazy"><span id="pic"></span>
    <em>c</em>, <code dir="ltr">d</code>{.y} and {e} <em>f</em> {.g}</p>
    <p>x<a href="g.md">g</a>{name}</p>
    "#);
    insta::assert_snapshot!(body_in(Dialect::VitePress, "[a](https://x.example){target=\"_self\"} b {.c #d}\n\n- e {.f}\n- g {h}\n"), @r#"
    <p><a href="https://x.example" rel="external">a</a><span id="d"></span> b</p>
    <ul><li>e</li>
    <li>g {h}</li>
    </ul>
    "#);
}

#[test]
fn behind_and_before_blocks() {
    let text = "# Title\n{: .no_toc #top }\n\n## Contents\n{: .no_toc}\n\n1. TOC\n{:toc}\n\n- x\n{:toc}\n\n{: .note }\nBefore\n\n{: .warning-title }\n> Mind\n>\n> the gap\n\n> Tip\n{: .prompt-tip }\n\nBehind\n{: #p .important}\nNext\n\n- item\n  {: .x}\n- {: .y} other\n\n| a |\n|---|\n| b |\n{: .table}\n\n```js\n{: .note}\n```\n{: .z}\n\n{:ref: .a #b}\nText\n{: ref}\n\nEnd {: .q}\n";
    let document = read(Dialect::Jekyll, text);
    insta::assert_snapshot!(body_of(&document), @r#"
    <h2 id="contents">Contents</h2>
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <p>Before</p>
    </div>
    <div class="alert alert-warning" role="note">
    <p class="alert-title">Mind</p>
    <p>the gap</p>
    </div>
    <div class="alert alert-tip" role="note">
    <p>Tip</p>
    </div>
    <span id="p"></span><div class="alert alert-important" role="note">
    <p class="alert-title">&lt;alert-important&gt;</p>
    <p>Behind</p>
    </div>
    <p>Next</p>
    <ul><li>item</li>
    <li>other</li>
    </ul>
    <div class="table" tabindex="0" role="group" aria-label="&lt;table&gt;"><table><thead><tr><th>a</th>
    </tr>
    </thead>
    <tbody><tr><td>b</td>
    </tr>
    </tbody>
    </table></div>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-js">{: .note}
    </code></pre>
    <p>Text</p>
    <p>End {: .q}</p>
    "#);
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
    insta::assert_snapshot!(body_in(Dialect::Hugo, text), @r#"
    <span id="lead"></span><p>Text</p>
    <blockquote><p>Quote</p>
    </blockquote>
    <span id="list"></span><ul><li>item</li>
    </ul>
    <p>{0}</p>
    <p>{name}</p>
    "#);
    let text = "Text (1)\n{ .annotate }\n\n1.  Note\n\n    | a | b { .c } |\n    |---|---|\n    | d {: .e} | f |\n\n!!! note\n    In it\n    {: .x }\n\n<div class=\"grid\" markdown>\n\n-   One\n\n    ---\n\n    More\n    { .card }\n\n</div>\n";
    insta::assert_snapshot!(body_in(Dialect::MkDocs, text), @r#"
    <p>Text (1)</p>
    <ol><li><p>Note</p>
    <div class="table" tabindex="0" role="group" aria-label="&lt;table&gt;"><table><thead><tr><th>a</th>
    <th>b</th>
    </tr>
    </thead>
    <tbody><tr><td>d</td>
    <td>f</td>
    </tr>
    </tbody>
    </table></div>
    </li>
    </ol>
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <p>In it</p>
    </div>
    <div>
    <ul><li><p>One</p>
    <hr>
    <p>More</p>
    </li>
    </ul>
    </div>
    "#);
}

#[test]
fn extensions_of_kramdown() {
    let text = "{::options parse_block_html=\"true\" /}\n\nA {: .b} c\n\n{::comment}\nnot *shown*\n\nnor this\n{:/comment}\n\n{::nomarkdown}\n<b>d</b>\n{:/}\n\n{::comment}\nnever ends\n\n\\{: .e}\n\n    {: .f}\n";
    insta::assert_snapshot!(body_in(Dialect::Jekyll, text), @r#"
    <p>A {: .b} c</p>
    <p><b>d</b></p>
    <p>{::comment}
    never ends</p>
    <p>{: .e}</p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>{: .f}
    </code></pre>
    "#);
}

#[test]
fn abbreviations() {
    let text = "# HTML\n\nHTML and HTML5, XHTML, the *HTML*, `HTML`, [an HTML page](HTML.md), ![HTML](a.png).\nA \"W3C HTML\" a&amp;HTML C++ code\n\n*[HTML]: Hyper Text & \"Markup\"\n*[W3C HTML]: Both\n*[C++]: See plus plus\n*[]: x\n*[a b\n\n```\n*[HTML]: x\n```\n\n*[HTML]: Hyper Text & \"Markup\"\n";
    let document = read(Dialect::MkDocs, text);
    insta::assert_snapshot!(body_of(&document), @r#"
    <p><abbr title="Hyper Text &amp; &quot;Markup&quot;">HTML</abbr> and HTML5, XHTML, the <em><abbr title="Hyper Text &amp; &quot;Markup&quot;">HTML</abbr></em>, <code dir="ltr">HTML</code>, <a href="HTML.md">an <abbr title="Hyper Text &amp; &quot;Markup&quot;">HTML</abbr> page</a>, <img src="a.png" alt="HTML" loading="lazy">.
    A "<abbr title="Both">W3C HTML</abbr>" a&amp;<abbr title="Hyper Text &amp; &quot;Markup&quot;">HTML</abbr> <abbr title="See plus plus">C++</abbr> code</p>
    <p>*[]: x
    *[a b</p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>*[HTML]: x
    </code></pre>
    "#);
    assert_eq!(body_of(&read(Dialect::Jekyll, text)), body_of(&document));
    assert!(!body_in(Dialect::Hugo, text).contains("abbr"));
}

#[test]
fn signs_of_mkdocs() {
    let text = "Press ++ctrl+alt+\"My Key\"++, ++page-down++ and ++c++; a++ + b++, C++/C++ i++j++.\n\nA ==marked *text*== and a ==b and c==d== e== ^^new^^ a^^b^^ ==`x==`\n\nH~2~O x^2^ a^b c^d ~~gone~~ ~5 to ~6 ~/a ~/b e~f~~ ^g^\n\n:material-check: Yes :octicons-x-16:{ .red } no :smile: 10:30:material-ui ++a b++\n\n![==a== ++b++](a.png)\n";
    insta::assert_snapshot!(body_in(Dialect::MkDocs, text), @r#"
    <p>Press <kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>My Key</kbd>, <kbd>Page Down</kbd> and <kbd>C</kbd>; a++ + b++, C++/C++ i++j++.</p>
    <p>A <mark>marked <em>text</em></mark> and a ==b and c==d== e== <ins>new</ins> a^^b^^ ==<code class="short" dir="ltr">x==</code></p>
    <p>H<sub>2</sub>O x<sup>2</sup> a^b c^d <del>gone</del> ~5 to ~6 ~/a ~/b e~f~~ ^g^</p>
    <p> Yes  no 😄 10:30:material-ui ++a b++</p>
    <p><img src="a.png" alt="==a== ++b++" loading="lazy"></p>
    "#);
    assert!(!body_in(Dialect::Jekyll, text).contains("kbd"));
}

#[test]
fn markdown_in_html() {
    let text = "<div class=\"x\" markdown>\n**a**\n</div>\n\n<details markdown=\"1\">\n<summary>S</summary>\n\n- b\n</details>\n\n<div markdown=\"0\">\n**c**\n</div>\n";
    insta::assert_snapshot!(body_in(Dialect::MkDocs, text), @"
    <div>
    <p><strong>a</strong></p>
    </div>
    <details>
    <summary>S</summary>

    <ul><li>b</li>
    </ul>
    </details>
    <div>
    **c**
    </div>
    ");
}

#[test]
fn neighbours_of_admonitions() {
    let text = "!!! note\n\tTab\n\n\t\tcode\n\n- item\n\n    ??? tip \"In a list\"\n        Text\n\n        1. one\n\n            !!! warning\n                deep\n\n    more\n\n!!! note\nnot indented\n\n!!! tip inline end\n    Beside\n!!! danger\n    Next\n\n!!!note\n    No space\n";
    let html = body_in(Dialect::MkDocs, text);
    insta::assert_snapshot!(html, @r#"
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <p>Tab</p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>code
    </code></pre>
    </div>
    <ul><li><p>item</p>
    <details class="alert alert-tip">
      <summary>In a list</summary>
    <p>Text</p>
    <ol><li><p>one</p>
    <div class="alert alert-warning" role="note">
    <p class="alert-title">&lt;alert-warning&gt;</p>
     <p>deep</p>
    </div>
    </li>
    </ol>
      </details>
      <p>more</p>
    </li>
    </ul>
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    </div>
    <p>not indented</p>
    <div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    <p>Beside</p>
    </div>
    <div class="alert alert-caution" role="note">
    <p class="alert-title">&lt;alert-danger&gt;</p>
    <p>Next</p>
    </div>
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <p>No space</p>
    </div>
    "#);
    assert_eq!(body_in(Dialect::MkDocs, &text.replace('\n', "\r\n")).replace('\r', ""), html);
}

/// Pieces that stand in each other's way.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "    ",
    "text",
    "*",
    "**",
    "`",
    "> ",
    "- ",
    "1. ",
    "# ",
    "| a | b |\n|---|---|\n",
    "[a](x.md)",
    "![",
    "](a.png)",
    "<div markdown>",
    "</div>",
    "{: .note }",
    "{: .tip-title }",
    "{: #a }",
    "{:toc}",
    "{:",
    "{ .b #c }",
    "{.d}",
    "}",
    "{::comment}",
    "{:/}",
    "{::options /}",
    "\n*[HTML]: Hyper\n",
    "\n*[a b]: c d\n",
    "HTML",
    "a b",
    "--8<-- \"a.md\"",
    "--8<--\n",
    "++ctrl+a++",
    "++",
    "==",
    "^^",
    "~",
    ":material-a:",
    ":tada:",
    ":a:",
    ":",
    "!!! note",
    "??? x",
    "=== \"T\"",
    "/// note | T",
    "///",
    "[TOC]",
    "{{< x >}}",
    "{% if %}",
    "[[Page]]",
    "é",
    "\t",
    "\\",
    "&amp;",
    "<?",
    "?>",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        let text = pieces.concat();
        for dialect in [Dialect::MkDocs, Dialect::Jekyll, Dialect::Hugo, Dialect::VitePress, Dialect::Plain] {
            let document = read(dialect, &text);
            assert_consistent(&document, &text);
            well_formed_body(&document);
        }
    }
}

/// Work that grew with the square of the input would take minutes here.
#[test]
fn nothing_is_quadratic() {
    let many = 20_000;
    let definitions: String = (0..many).map(|number| format!("*[a b{number}]: c\n")).collect();
    let inputs = [
        "{: .note }\n".repeat(many),
        "{: #a }\na\n".repeat(many / 4),
        "{:".repeat(many),
        "[a](b){".repeat(many),
        "*a*{: .b".repeat(many),
        "{::comment}\n".repeat(many),
        "> ".repeat(many / 10) + "a\n{: .note }\n" + &"> ".repeat(many / 10) + "{: .note }\n",
        "- a\n{:toc}\n".repeat(many),
        definitions + &"a b a ".repeat(many),
        "*[".repeat(many),
        "--8<--\n".repeat(many),
        "--8<--\na.md\n".repeat(many),
        "++a ".repeat(many),
        "==a ".repeat(many),
        "==a== ".repeat(many),
        "^^".repeat(many),
        ":material-".repeat(many),
        ":material-a:".repeat(many),
        ":tada:".repeat(many),
        "{{".repeat(many),
        "[[".repeat(many),
        "{% if ".repeat(many),
        "/// a\n".repeat(many),
        "!!! a\n".repeat(many),
        "<div markdown>\n".repeat(many),
    ];
    for text in inputs {
        for dialect in [Dialect::MkDocs, Dialect::Jekyll, Dialect::VitePress, Dialect::Plain] {
            read(dialect, &text);
        }
    }
}

#[test]
fn a_list_between_blocks_belongs_to_that_without_a_blank_line() {
    let alert = "<div class=\"alert alert-note\" role=\"note\">";
    for before in ["- x\n", "> x\n", "Text\n", "- x\n\n  y\n"] {
        for block in ["> a\n", "a\n"] {
            let shown = body_in(Dialect::Jekyll, &format!("{before}\n{{: .note }}\n{block}"));
            let start = shown.find(alert).unwrap_or_else(|| panic!("{before:?} {block:?} {shown}"));
            assert!(shown[start..].contains('a') && !shown[..start].contains("<p>a"), "{shown}");
        }
    }
    let shown = body_in(Dialect::Jekyll, "> x\n{: .note }\n\n> a\n");
    assert!(shown.starts_with(alert), "{shown}");
}
