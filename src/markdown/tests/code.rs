//! Blocks of code: titles, marked lines, tokens. Whatever is marked, the text is the code.

use super::{Dialect, body, parse, well_formed_body};

#[test]
fn titles_are_captions() {
    insta::assert_snapshot!(body("```js title=\"a <b>.js\"\nlet a = 1 < 2;\n```\n\n> ``` [x y]\n> z\n> ```\n\n- ```sh title=c\n"), @r#"
    <figure class="code"><figcaption>a &lt;b&gt;.js</figcaption>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-js">let a = 1 &lt; 2;
    </code></pre>
    </figure>
    <blockquote><figure class="code"><figcaption>x y</figcaption>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>z
    </code></pre>
    </figure>
    </blockquote>
    <ul><li><figure class="code"><figcaption>c</figcaption>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-sh"></code></pre>
    </figure>
    </li>
    </ul>
    "#);
    let text = "# T\n\n```js {1} title=\"a&amp;b.js\"\nx\n```\n\n~~~py title='é.py' x\n\ny\n~~~\n";
    let document = parse(text);
    let blocks: Vec<_> = document
        .blocks
        .iter()
        .map(|block| (block.kind, block.span.slice(text), block.text.slice(&document.text)))
        .collect();
    insta::assert_debug_snapshot!(blocks, @r##"
    [
        (
            Heading(
                0,
            ),
            "# T",
            "T",
        ),
        (
            Paragraph,
            "a&amp;b.js",
            "a&b.js",
        ),
        (
            Code,
            "x\n",
            "x",
        ),
        (
            Paragraph,
            "é.py",
            "é.py",
        ),
        (
            Code,
            "\ny\n",
            "y",
        ),
    ]
    "##);
    assert_eq!(document.codes.iter().map(|code| &*code.text).collect::<Vec<_>>(), ["x\n", "\ny\n"]);
    assert_eq!(document.code(2).map(|code| &*code.language), Some("js"));
    assert!(document.code(1).is_none());
}

#[test]
fn lines_are_marked() {
    let text = "```whole {1,3-9} ins={2}\na <\n\nb\nc\n```\n\n```{2}\na\nb\n```\n\n```js del={0,7-3} ins={9}\na\n```\n\n```js {1}\n```\n";
    insta::assert_snapshot!(body(text), @r#"
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-whole"><mark><span class="hl-comment">a &lt;
    </span></mark><ins><span class="hl-comment">
    </span></ins><mark><span class="hl-comment">b
    c
    </span></mark></code></pre>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>a
    <mark>b
    </mark></code></pre>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-js">a
    </code></pre>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-js"></code></pre>
    "#);
}

#[test]
fn tokens_are_cut_where_marks_begin_and_end() {
    insta::assert_snapshot!(body("```whole {2}\n/* a\nb &\nc */\n```\n\n    indented\n\n```whole\na\r\nb\n```\n"), @r#"
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-whole"><span class="hl-comment">/* a
    </span><mark><span class="hl-comment">b &amp;
    </span></mark><span class="hl-comment">c */
    </span></code></pre>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>indented
    </code></pre>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-whole"><span class="hl-comment">a
    b
    </span></code></pre>
    "#);
}

#[test]
fn code_that_cannot_stand_there_is_text() {
    let deep = format!("{}```js title=\"x\" {{1}}\na\n```\n", "> ".repeat(300));
    well_formed_body(&parse(&deep));
    let open = parse("<div>\n\n```js title=a {1}\n<b>\n");
    insta::assert_snapshot!(well_formed_body(&open), @r#"
    <div>
    <figure class="code"><figcaption>a</figcaption>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-js"><mark>&lt;b&gt;
    </mark></code></pre>
    </figure>
    </div>
    "#);
    insta::assert_snapshot!(body("x[^1]\n\n[^1]:\n    ```js title=a {1}\n    b\n    ```\n"), @r##"
    <p>x<sup class="footnote"><a href="#fn:1" id="fnref:1" role="doc-noteref">1</a></sup></p>
    <section class="footnotes" role="doc-endnotes" aria-label="&lt;footnotes&gt;">
    <ol>
    <li id="fn:1"><figure class="code"><figcaption>a</figcaption>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-js"><mark>b
    </mark></code></pre>
    </figure>
     <a href="#fnref:1" role="doc-backlink" aria-label="&lt;footnote-back&gt;">↩</a></li>
    </ol>
    </section>
    "##);
}

#[test]
fn quotes_in_titles() {
    for title in ["a &quot;b&quot; c", "a \\\"b\\\" c"] {
        let html = body(&format!("```js title=\"{title}\"\nx\n```\n"));
        assert!(html.contains("<figcaption>a \"b\" c</figcaption>"), "{html}");
    }
}

#[test]
fn code_of_raw_html_is_coloured() {
    let text = "<pre><code class=\"language-whole\">a &lt; b\n\nc</code></pre>\n\n<pre><code class=\"language-whole\"><b>a</b></code></pre>\n\n<code class=\"language-whole\">a</code>\n\n<pre><code class=\"x language-\"\">a\n";
    insta::assert_snapshot!(body(text), @r#"
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-whole"><span class="hl-comment">a &lt; b

    c</span></code></pre>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code dir="ltr"><b>a</b></code></pre>
    <p><code dir="ltr">a</code></p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code dir="ltr">a
    </code></pre>
    "#);
}

#[test]
fn brackets_are_titles_in_groups_only() {
    let text = "```ts {1} /(a)[^(]/\nx\n```\n\n```js [a.js]\ny\n```\n";
    for dialect in [Dialect::Starlight, Dialect::VitePress, Dialect::MkDocs] {
        let html = super::dialects::body_in(dialect, text);
        assert!(!html.contains("figcaption"), "{html}");
    }
}
