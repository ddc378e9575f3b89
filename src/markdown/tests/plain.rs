//! CommonMark and the extensions that GitHub made common.

use super::{body, body_of, flaws, parse, title_of};
use crate::markdown::{BlockKind, HeadingKind};

#[test]
fn lines_and_blocks() {
    insta::assert_snapshot!(body("a *b* **c** ~~d~~ `<e>`  \nf\ng\n\n> quote\n\n---\n\n2. x\n3. y\n"), @r#"
    <p>a <em>b</em> <strong>c</strong> <del>d</del> <code class="short" dir="ltr">&lt;e&gt;</code><br>
    f
    g</p>
    <blockquote><p>quote</p>
    </blockquote>
    <hr>
    <ol start="2"><li>x</li>
    <li>y</li>
    </ol>
    "#);
}

#[test]
fn code_goes_left_to_right_and_scrolls() {
    insta::assert_snapshot!(body("```powershell title=\"x\"\nGet-It <a> \"b\"\n```\n\n    plain\n\n```a\"b\nx\n```\n"), @r#"
    <figure class="code"><figcaption>x</figcaption>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-powershell">Get-It &lt;a&gt; "b"
    </code></pre>
    </figure>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>plain
    </code></pre>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>x
    </code></pre>
    "#);
}

#[test]
fn tables_scroll_and_align_by_class() {
    insta::assert_snapshot!(body("| a | b | c |\n|:--|:-:|--:|\n| 1 | `2` | [3](x) |\n| 4 |\n"), @r##"
    <div class="table" tabindex="0" role="group" aria-label="&lt;table&gt;"><table><thead><tr><th class="align-left">a</th>
    <th class="align-center">b</th>
    <th class="align-right">c</th>
    </tr>
    </thead>
    <tbody><tr><td class="align-left">1</td>
    <td class="align-center"><code dir="ltr">2</code></td>
    <td class="align-right"><a href="x">3</a></td>
    </tr>
    <tr><td class="align-left">4</td>
    <td class="align-center"></td>
    <td class="align-right"></td>
    </tr>
    </tbody>
    </table></div>
    "##);
}

#[test]
fn tasks_say_what_they_show() {
    insta::assert_snapshot!(body("- [x] done\n- [ ] open\n\n  more\n"), @r##"
    <ul><li class="task"><p><input type="checkbox" disabled checked aria-label="&lt;task-done&gt;"> done</p>
    </li>
    <li class="task"><p><input type="checkbox" disabled aria-label="&lt;task-open&gt;"> open</p>
    <p>more</p>
    </li>
    </ul>
    "##);
}

#[test]
fn footnotes_lead_both_ways() {
    let text =
        "b[^two] a[^1] again[^two]\n\n[^1]: One.\n[^two]: Two.\n\n    - list\n\n[^three]: never used\n";
    insta::assert_snapshot!(body(text), @r##"
    <p>b<sup class="footnote"><a href="#fn:1" id="fnref:1" role="doc-noteref">1</a></sup> a<sup class="footnote"><a href="#fn:2" id="fnref:2" role="doc-noteref">2</a></sup> again<sup class="footnote"><a href="#fn:1" id="fnref:1:2" role="doc-noteref">1</a></sup></p>
    <section class="footnotes" role="doc-endnotes" aria-label="&lt;footnotes&gt;">
    <ol>
    <li id="fn:1"><p>Two.</p>
    <ul><li>list</li>
    </ul>
     <a href="#fnref:1" role="doc-backlink" aria-label="&lt;footnote-back&gt;">↩</a> <a href="#fnref:1:2" role="doc-backlink" aria-label="&lt;footnote-back&gt; 2">↩<sup>2</sup></a></li>
    <li id="fn:2"><p>One. <a href="#fnref:2" role="doc-backlink" aria-label="&lt;footnote-back&gt;">↩</a></p>
    </li>
    </ol>
    </section>
    "##);
}

#[test]
fn headings_keep_their_anchor_and_their_slug() {
    let document = parse(
        "## <a name=\"source-name\"></a>Название *x*\n\n## B {#b-id .wide onclick=x}\n\n## B\n\n## B\n\n#### ???\n",
    );
    insta::assert_snapshot!(body_of(&document), @r##"
    <h2 id="source-name"><span id="название-x"></span>Название <em>x</em></h2>
    <h2 id="b-id" class="wide"><span id="b"></span>B</h2>
    <h2 id="b-1">B</h2>
    <h2 id="b-2">B</h2>
    <h4 id="section">???</h4>
    "##);
    let slugs: Vec<_> = document.headings.iter().map(|heading| &*heading.slug).collect();
    assert_eq!(slugs, ["название-x", "b", "b-1", "b-2", "section"]);
    assert!(document.headings.iter().all(|heading| heading.kind == HeadingKind::Written));
}

#[test]
fn the_first_top_level_heading_of_level_one_is_the_title() {
    let document = parse("> # no\n\nintro\n\n# <a name=\"t\"></a>The *title*\n\n# second\n\ntext\n");
    assert_eq!(title_of(&document), "The <em>title</em>");
    let title = document.title_heading().unwrap();
    assert_eq!((&*title.text, title.level), ("The title", 1));
    assert_eq!(title.anchor.as_ref().map(|anchor| &*anchor.name), Some("t"));
    insta::assert_snapshot!(body_of(&document), @r##"
    <blockquote><h2 id="no">no</h2>
    </blockquote>
    <p>intro</p>
    <h2 id="second">second</h2>
    <p>text</p>
    "##);
    assert!(parse("text\n\n## no title\n").title_heading().is_none());
}

#[test]
fn a_second_anchor_of_the_title_stands_in_the_body() {
    let document = parse("# <a name=\"a\"></a><a name=\"b\"></a>T\n\ntext\n");
    assert_eq!(title_of(&document), "T");
    insta::assert_snapshot!(body_of(&document), @r##"<span id="b"></span><p>text</p>"##);
}

#[test]
fn an_empty_heading_is_none_but_keeps_its_anchor() {
    let document = parse("# <a name=\"t\"></a>\n\n# Title\n\n##\n\ntext\n");
    assert_eq!(title_of(&document), "Title");
    insta::assert_snapshot!(body_of(&document), @r##"<span id="t"></span><p>text</p>"##);
}

#[test]
fn pseudo_headings() {
    let document = parse(
        "# T\n\n**How do I?**\n\nSo.\n\n## H\n\n**[linked](x)**\n\n- a\n\n**Two**\n\n**Three**\n\ntext **bold**\n\n\
         **not:**\n\n**not：**\n\n**a** b\n\n**a** **b**\n\n> **quoted**\n>\n> x\n\n<a name=\"n\"></a>**Anchored**\n\nx\n\n**last**\n",
    );
    insta::assert_snapshot!(body_of(&document), @r##"
    <h2 id="how-do-i">How do I?</h2>
    <p>So.</p>
    <h2 id="h">H</h2>
    <h3 id="linked"><a href="x">linked</a></h3>
    <ul><li>a</li>
    </ul>
    <h3 id="two">Two</h3>
    <h3 id="three">Three</h3>
    <p>text <strong>bold</strong></p>
    <p><strong>not:</strong></p>
    <p><strong>not：</strong></p>
    <p><strong>a</strong> b</p>
    <p><strong>a</strong> <strong>b</strong></p>
    <blockquote><p><strong>quoted</strong></p>
    <p>x</p>
    </blockquote>
    <h3 id="n"><span id="anchored"></span>Anchored</h3>
    <p>x</p>
    <p><strong>last</strong></p>
    "##);
    let pseudo = document.headings.iter().filter(|heading| heading.kind == HeadingKind::Pseudo);
    let found: Vec<_> = pseudo.map(|heading| (&*heading.text, heading.level)).collect();
    assert_eq!(found, [("How do I?", 2), ("linked", 3), ("Two", 3), ("Three", 3), ("Anchored", 3)]);
    assert!(document.headings[1].is_question());
    let kinds = document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_)));
    assert_eq!(kinds.count(), document.headings.len());
}

#[test]
fn a_long_bold_run_is_a_sentence() {
    let long = "x".repeat(121);
    assert!(parse(&format!("**{long}**\n\nx\n")).headings.is_empty());
    assert_eq!(parse(&format!("**{}**\n\nx\n", &long[1..])).headings.len(), 1);
    assert!(parse("**a comment is not a block**\n\n<!-- c -->\n").headings.is_empty());
}

#[test]
fn links_of_every_form() {
    insta::assert_snapshot!(
        body("[a](b.md \"t\") [c](</x y>) [d][e] <https://f> <g@h.i> [missing](missing.md) [x](/en/y) []() [![i](sized.png)](j)\n\n[e]: /k 'l'\n"),
        @r##"<p><a href="b.md" title="t">a</a> <a href="/x%20y">c</a> <a href="/k" title="l">d</a> <a href="https://f" rel="external">https://f</a> <a href="mailto:g@h.i">g@h.i</a> missing <a href="/en/y" hreflang="en">x</a>  <a href="j"><img src="sized.png" alt="i" width="40" height="30" loading="lazy"></a></p>"##
    );
}

#[test]
fn images() {
    insta::assert_snapshot!(body("![a *b* `c` [d](e)](f.png \"t\") ![gone](missing.png) ![s](sized.png)\n"), @r##"<p><img src="f.png" alt="a b c d" title="t" loading="lazy"> gone <img src="sized.png" alt="s" width="40" height="30" loading="lazy"></p>"##);
}

#[test]
fn unsafe_urls_are_text() {
    let text = "[a](javascript:x) ![b](javascript:y) [c](data:text/html,x) ![d](data:image/png;base64,AA) <a href=\" java\nscript:z\">e</a> [f](ms-settings:about)\n";
    insta::assert_snapshot!(body(text), @r##"<p>a b c <img src="data:image/png;base64,AA" alt="d" loading="lazy"> e <a href="ms-settings:about">f</a></p>"##);
    insta::assert_snapshot!(flaws(text).join("\n"), @r##"
    UnsafeUrl { scheme: "javascript" }: javascript:x
    UnsafeUrl { scheme: "javascript" }: javascript:y
    UnsafeUrl { scheme: "data" }: data:text/html,x
    UnsafeUrl { scheme: "javascript" }:  java
    script:z
    "##);
}

#[test]
fn no_id_occurs_twice() {
    let text = "# Fn\n\n## Fn\n\n<a name=\"fn-1\"></a>x<a id=\"fn-1\"></a>\n\n## <a name=\"fn-1\"></a>Fn\n\n## Fn 1\n";
    insta::assert_snapshot!(body(text), @r##"
    <h2 id="fn-1">Fn</h2>
    <p>x</p>
    <h2 id="fn-2">Fn</h2>
    <h2 id="fn-1-1">Fn 1</h2>
    "##);
    insta::assert_snapshot!(flaws(text).join("\n"), @r##"
    DuplicateAnchor { name: "fn-1" }: fn-1
    DuplicateAnchor { name: "fn-1" }: fn-1
    "##);
}

#[test]
fn plain_text_is_one_line_per_block() {
    let document = parse("# T\n\na\nb  \nc `d`\n\n- e\n\n      f\n      g\n\n| h |\n|---|\n| i |\n");
    assert_eq!(document.text, "T\na b c d\ne\nf g\nh\ni\n");
    let kinds: Vec<_> = document.blocks.iter().map(|block| block.kind).collect();
    use BlockKind::*;
    assert_eq!(kinds, [Heading(0), Paragraph, ListItem, Code, TableCell, TableCell]);
}

#[test]
fn every_block_of_a_heading_has_one() {
    let pieces = [
        "# ",
        "## ",
        "<h1>",
        "</h1>",
        "<h3>",
        "\n",
        "\n\n",
        "**b**",
        "<div>",
        "<li>",
        "x",
        "![](a)",
        "<a name=\"q\"></a>",
    ];
    for number in 0..pieces.len().pow(4) {
        let piece = |place: u32| pieces[number / pieces.len().pow(place) % pieces.len()];
        let text = format!("# s\n{}{}{}{}\n\ny\n", piece(3), piece(2), piece(1), piece(0));
        let document = parse(&text);
        let blocks: Vec<u32> = document.blocks.iter().filter_map(|block| block.kind.heading()).collect();
        let all: Vec<u32> = (0..).take(document.headings.len()).collect();
        assert_eq!(blocks, all, "{text:?} {:?}", document.headings);
    }
}

#[test]
fn definition_lists() {
    let text = "Term *one*\n: First [b](c.md)\n: Second\n\nTerm two\n:   Loose\n\n    More\n";
    insta::assert_snapshot!(body(text), @r#"
    <dl><dt>Term <em>one</em></dt>
    <dd><p>First <a href="c.md">b</a></p>
    </dd>
    <dd><p>Second</p>
    </dd>
    <dt>Term two</dt>
    <dd><p>Loose</p>
    <p>More</p>
    </dd>
    </dl>
    "#);
    let text = "- Item\n\n  Term\n  :   Para\n\n      > quote\n\n      - a\n      - b\n\n      ```sh\n      code\n      ```\n\n      Inner\n      : deep\n\n## After\n";
    let document = parse(text);
    insta::assert_snapshot!(body_of(&document), @r#"
    <ul><li><p>Item</p>
    <dl><dt>Term</dt>
    <dd><p>Para</p>
    <blockquote><p>quote</p>
    </blockquote>
    <ul><li>a</li>
    <li>b</li>
    </ul>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-sh">code
    </code></pre>
    <dl><dt>Inner</dt>
    <dd>deep</dd>
    </dl>
    </dd>
    </dl>
    </li>
    </ul>
    <h2 id="after">After</h2>
    "#);
    let blocks =
        document.blocks.iter().map(|block| format!("{:?} {}", block.kind, block.text.slice(&document.text)));
    insta::assert_snapshot!(blocks.collect::<Vec<_>>().join("\n"), @"
    ListItem Item
    ListItem Term
    ListItem Para
    Paragraph quote
    ListItem a
    ListItem b
    Code code
    ListItem Inner
    ListItem deep
    Heading(0) After
    ");
}
