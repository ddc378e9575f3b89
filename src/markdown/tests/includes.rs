//! What generators write for the text of other files.

use super::dialects::read;
use super::{Dialect, body_of};
use crate::markdown::IncludeForm;

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
    insta::assert_snapshot!(shown(Dialect::MkDocs, text), @"");
    assert!(read(Dialect::Jekyll, text).includes.is_empty());
}

#[test]
fn code_of_mkdocs() {
    let text = "```python title=\"x.py\" hl_lines=\"2\"\n--8<-- \"a.py:part\"\n```\n\n- item\n\n    ~~~ js\n    --8<--\n    b.js\n    c.js\n    --8<--\n    ~~~\n\n```py\n--8<-- \"d.py\"\nand more\n```\n\n````\n{!> ../e.py!}\n````\n\n{! f.md !}\n\n{* ../g.py ln[1:5,9] hl[2] *}\n\n{* g.py hl[2,4:5] title[\"G it\"] *}\n\n```\n--8<-- \"never closed\"\n";
    insta::assert_snapshot!(shown(Dialect::MkDocs, text), @"");
}

#[test]
fn of_vitepress() {
    let text = "<!--@include: ./a.md-->\n\n<!-- @include: @/b.md#part{2,} -->\n\n- c\n\n  <!--@include: ../d.md{,5}-->\n\n::: tip\n<!--@include: e.md{3,3}-->\n:::\n\n```md\n<!--@include: ./f.md-->\n```\n\n<!-- include: g.md -->\n\n<!--@include: h.md{x}-->\n\nText <!--@include: i.md-->\n";
    insta::assert_snapshot!(shown(Dialect::VitePress, text), @"");
    assert!(read(Dialect::Docusaurus, text).includes.is_empty());
}

#[test]
fn code_of_vitepress() {
    let text = "<<< @/a.js\n\n<<< ./b.cs#part{1,4-6}\n\n<<< c.txt{2 ts:line-numbers} [C file]\n\n<<< d.js{ts [x]}\n\n::: code-group\n<<< @/e/f.js [F]\n<<< g.py\n:::\n\n<<<\n\nText <<< h.js\n\n<<< a \"b\"\n";
    insta::assert_snapshot!(shown(Dialect::VitePress, text), @"");
}

#[test]
fn of_vuepress() {
    let text = "@[code](../a.js)\n\n@[code{1-3}](b.py)\n\n@[code{2-} ts{1,3}:no-line-numbers](c.js)\n\n@[code js:no-line-numbers](@/d.x)\n\n<!-- @include: ./e.md{1-2} -->\n\n<<< @/f.js{2}\n\n@[codex](g.js)\n\n@[code{x}](h.js)\n";
    insta::assert_snapshot!(shown(Dialect::VuePress, text), @"");
}

#[test]
fn of_jekyll() {
    let text = "{% include_relative a.md %}\n\n{%- include b/c.md who=\"the world\" n=page.x other='x' -%}\n\n{% include d.html a=\"D\" %}\n\n{% include {{ page.e }}.md %}\n\n{% include f.md a=\"open %}\n\nText {% include g.md %}\n";
    insta::assert_snapshot!(shown(Dialect::Jekyll, text), @"");
}

#[test]
fn comments_of_kramdown() {
    let text = "A {::comment}not this{:/comment} b {::comment}nor this{:/} c `{::comment}` d\n\nE {::nomarkdown}<b>f</b>{:/} g {:/} \\{:/}\n\n{::nomarkdown}<i>h</i>{:/}\n\nI {::comment}open\n\nJ\n\n```\n{::comment}k{:/comment}\n```\n";
    insta::assert_snapshot!(shown(Dialect::Jekyll, text), @"");
}
