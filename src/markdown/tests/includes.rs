//! What generators write for the text of other files.

use super::dialects::read;
use super::{Dialect, body_of};
use crate::markdown::{FlawKind, ForeignSyntax, IncludeForm};

/// The includes of a text: the path, what of it, as what; then what else is shown.
fn shown(dialect: Dialect, text: &str) -> String {
    let document = read(dialect, text);
    let mut lines = Vec::new();
    for include in &document.includes {
        assert_eq!(include.path_span.slice(text), &*include.path);
        let code = match &include.form {
            IncludeForm::Code(info) => format!(" as code `{info}`"),
            IncludeForm::Block | IncludeForm::Inline => String::new(),
        };
        let lines_of = include.part.lines.map_or(String::new(), |(first, last)| match last {
            u32::MAX => format!(" {first}-"),
            _ => format!(" {first}-{last}"),
        });
        let values = include.part.values.iter().map(|(name, value)| format!(" {name}={value}"));
        let values: String = values.collect();
        lines.push(format!("{} {}{lines_of}{values}{code}", include.path, include.part.name));
    }
    lines.push(body_of(&document));
    lines.join("\n")
}

#[test]
fn of_mkdocs() {
    let text = "A\n--8<-- \"a/b.md\"\n\n- c\n\n    -8<- 'd.md'\n\n--8<--\ne.md\n; f.md\n\ng.md:part\n--8<--\n\n--8<-- \"h.md:2:3\"\n\n--8<-- \"h.md:4\"\n\n--8<-- \"h.md::5,7:9\"\n\n--8<-- \"C:x.md\"\n\n;--8<-- \"i.md\"\n\n--8<-- [start:x]\nIn it\n--8<-- [end:x]\n\n--8<-- \"https://a.b/c.md\"\n\n--8<-- open.md\n";
    insta::assert_snapshot!(shown(Dialect::MkDocs, text), @r#"
    a/b.md 
    d.md 
    e.md 
    g.md part
    h.md  2-3
    h.md  4-
    h.md  1-5
    h.md  7-9
    C:x.md 
    https://a.b/c.md 
    <p>A</p>
    <ul><li><p>c</p>
      </li>
    </ul>
    <p>--8&lt;-- "i.md"</p>
    <p>In it</p>
    <p>--8&lt;-- open.md</p>
    "#);
    assert!(read(Dialect::Jekyll, text).includes.is_empty());
}

#[test]
fn code_of_mkdocs() {
    let text = "```python title=\"x.py\" hl_lines=\"2\"\n--8<-- \"a.py:part\"\n```\n\n- item\n\n    ~~~ js\n    --8<--\n    b.js\n    c.js\n    --8<--\n    ~~~\n\n```py\n--8<-- \"d.py\"\nand more\n```\n\n````\n{!> ../e.py!}\n````\n\n{! f.md !}\n\n{* ../g.py ln[1:5,9] hl[2] *}\n\n{* g.py hl[2,4:5] title[\"G it\"] *}\n\n```\n--8<-- \"never closed\"\n";
    insta::assert_snapshot!(shown(Dialect::MkDocs, text), @r#"
    a.py part as code `python title="x.py" hl_lines="2"`
    b.js  as code `js`
    c.js  as code `js`
    ../e.py  as code ``
    f.md 
    ../g.py  1-5 as code `py`
    ../g.py  9-9 as code `py`
    g.py  as code `py {2,4-5} [G it]`
    <ul><li><p>item</p>
        </li>
    </ul>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-py">--8&lt;-- "d.py"
    and more
    </code></pre>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>--8&lt;-- "never closed"
    </code></pre>
    "#);
}

#[test]
fn of_vitepress() {
    let text = "<!--@include: ./a.md-->\n\n<!-- @include: @/b.md#part{2,} -->\n\n- c\n\n  <!--@include: ../d.md{,5}-->\n\n::: tip\n<!--@include: e.md{3,3}-->\n:::\n\n```md\n<!--@include: ./f.md-->\n```\n\n<!-- include: g.md -->\n\n<!--@include: h.md{x}-->\n\nText <!--@include: i.md-->\n";
    insta::assert_snapshot!(shown(Dialect::VitePress, text), @r#"
    ./a.md 
    @/b.md part 2-
    ../d.md  1-5
    e.md  3-3
    <ul><li><p>c</p>
    </li>
    </ul>
    <div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    </div>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-md">&lt;!--@include: ./f.md--&gt;
    </code></pre>
    <p>Text </p>
    "#);
    assert!(read(Dialect::Docusaurus, text).includes.is_empty());
}

#[test]
fn code_of_vitepress() {
    let text = "<<< @/a.js\n\n<<< ./b.cs#part{1,4-6}\n\n<<< c.txt{2 ts:line-numbers} [C file]\n\n<<< d.js{ts [x]}\n\n::: code-group\n<<< @/e/f.js [F]\n<<< g.py\n:::\n\n<<<\n\nText <<< h.js\n\n<<< a \"b\"\n";
    insta::assert_snapshot!(shown(Dialect::VitePress, text), @r#"
    @/a.js  as code `js`
    ./b.cs part as code `cs{1,4-6}`
    c.txt  as code `ts:line-numbers{2} [C file]`
    d.js  as code `ts`
    @/e/f.js  as code `js`
    g.py  as code `py`
    <div class="tabs">
    <details class="tab" name="tabs-1" open><summary>F</summary>
    </details>
    <details class="tab" name="tabs-1"><summary>g.py</summary>
    </details>
    </div>
    <p>&lt;&lt;&lt;</p>
    <p>Text &lt;&lt;&lt; h.js</p>
    <p>&lt;&lt;&lt; a "b"</p>
    "#);
}

#[test]
fn of_vuepress() {
    let text = "@[code](../a.js)\n\n@[code{1-3}](b.py)\n\n@[code{2-} ts{1,3}:no-line-numbers](c.js)\n\n@[code js:no-line-numbers](@/d.x)\n\n<!-- @include: ./e.md{1-2} -->\n\n<<< @/f.js{2}\n\n@[codex](g.js)\n\n@[code{x}](h.js)\n";
    insta::assert_snapshot!(shown(Dialect::VuePress, text), @r#"
    ../a.js  as code `js`
    b.py  1-3 as code `py`
    c.js  2- as code `ts{1,3}:no-line-numbers`
    @/d.x  as code `js:no-line-numbers`
    ./e.md  1-2
    @/f.js  as code `js{2}`
    <p>@<a href="g.js">codex</a></p>
    <p>@<a href="h.js">code{x}</a></p>
    "#);
}

#[test]
fn of_vue_in_items_and_quotes() {
    let text = "1. <!--@include: ./a.md-->\n2. <<< ./b.js\n\n   Text\n\n- > <!-- @include: c.md -->\n\n> <<< d.js{2}\n\n- @[code](./e.js)\n";
    insta::assert_snapshot!(shown(Dialect::VuePress, text), @"
    ./a.md 
    ./b.js  as code `js`
    c.md 
    d.js  as code `js{2}`
    ./e.js  as code `js`
    <ol><li></li>
    <li><p>Text</p>
    </li>
    </ol>
    <ul><li><blockquote></blockquote>
    </li>
    </ul>
    <blockquote></blockquote>
    <ul><li></li>
    </ul>
    ");
    insta::assert_snapshot!(shown(Dialect::VitePress, text), @r#"
    ./a.md 
    ./b.js  as code `js`
    c.md 
    d.js  as code `js{2}`
    <ol><li></li>
    <li><p>Text</p>
    </li>
    </ol>
    <ul><li><blockquote></blockquote>
    </li>
    </ul>
    <blockquote></blockquote>
    <ul><li>@<a href="./e.js">code</a></li>
    </ul>
    "#);
}

#[test]
fn of_vue_that_cannot_be_read() {
    let text = "Before <!--@include: ./a.md--> after\n\n| a |\n| - |\n| <!--@include: b.md--> |\n\n## <!--@include: c.md-->\n\n- x <!--@include: d.md-->\n\nNote[^1]\n\n[^1]: <!--@include: e.md-->\n\n<!--@include: f.md{1,2}{3,4}-->\n\n<!--@include: g.md#-->\n\n<!--@include: h.md{5,}#x-->\n\n<!--@include: i.md\n-->\n\n<!-- include: j.md -->\n\n`<!--@include: k.md-->`\n";
    let unread = |dialect| {
        let document = read(dialect, text);
        assert!(document.includes.is_empty());
        let flaws = document.flaws.iter();
        let flaws =
            flaws.filter(|flaw| flaw.kind == FlawKind::ForeignSyntax { kind: ForeignSyntax::Include });
        flaws.map(|flaw| flaw.span.slice(text)).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(unread(Dialect::VitePress), @"
    <!--@include: ./a.md-->
    <!--@include: b.md-->
    <!--@include: c.md-->
    <!--@include: d.md-->
    <!--@include: e.md-->
    <!--@include: f.md{1,2}{3,4}-->
    <!--@include: g.md#-->
    <!--@include: h.md{5,}#x-->
    <!--@include: i.md
    -->
    ");
    assert_eq!(unread(Dialect::VuePress), unread(Dialect::VitePress));
    assert_eq!(unread(Dialect::Docusaurus), "");
}

#[test]
fn of_jekyll() {
    let text = "{% include_relative a.md %}\n\n{%- include b/c.md who=\"the world\" n=page.x other='x' -%}\n\n{% include d.html a=\"D\" %}\n\n{% include {{ page.e }}.md %}\n\n{% include f.md a=\"open %}\n\nText {% include g.md %}\n";
    insta::assert_snapshot!(shown(Dialect::Jekyll, text), @"
    a.md 
    b/c.md  who=the world other=x
    <p>Text </p>
    ");
}

#[test]
fn comments_of_kramdown() {
    let text = "A {::comment}not this{:/comment} b {::comment}nor this{:/} c `{::comment}` d\n\nE {::nomarkdown}<b>f</b>{:/} g {:/} \\{:/}\n\n{::nomarkdown}<i>h</i>{:/}\n\nI {::comment}open\n\nJ\n\n```\n{::comment}k{:/comment}\n```\n";
    insta::assert_snapshot!(shown(Dialect::Jekyll, text), @r#"
    <p>A  b  c <code class="short" dir="ltr">{::comment}</code> d</p>
    <p>E <b>f</b> g  {:/}</p>
    <p><i>h</i></p>
    <p>I {::comment}open</p>
    <p>J</p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>{::comment}k{:/comment}
    </code></pre>
    "#);
}
