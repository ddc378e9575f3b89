//! Pages of Vue: expressions, what their components are made of, alerts with titles.

use super::dialects::{body_in, read};
use super::{Dialect, Document, Form, Shortcodes, Syntax, body_of};
use crate::diagnostic::{Span, Spanned};
use crate::front_matter::FrontMatter;

#[test]
fn expressions_in_double_braces() {
    let text = "{{ $frontmatter.title }} and {{ 'text' }}, {{ a.b }}, `{{ code }}`, {{ open\n\n<li>{{ $frontmatter.title }} {{ c }}</li>\n\n<p v-pre>{{ d }}</p>\n\n<p v-html=\"e\"></p>\n\n::: v-pre\n{{ f }}\n:::\n";
    let syntax = Syntax { dialect: Dialect::VitePress, form: Form::Markdown };
    let title = Some(Spanned::new("The title".to_owned(), Span::default()));
    let front_matter = FrontMatter { title, ..FrontMatter::default() };
    let document = Document::parse_with(syntax, &Shortcodes::new(), &front_matter, text);
    insta::assert_snapshot!(body_of(&document), @r#"
    <p>The title and text, , <code class="short" dir="ltr">{{ code }}</code>, {{ open</p>
    <ul><li>The title </li>
    <li><p>{{ d }}</p>
    <div class="zone">
    <p>{{ f }}</p>
    </div>
    </li>
    </ul>
    "#);
    let flaws: Vec<_> = document.flaws.iter().map(|flaw| (&flaw.kind, flaw.span.slice(text))).collect();
    insta::assert_snapshot!(format!("{flaws:?}"), @r#"[(UnknownExpression, "{{ a.b }}"), (UnknownExpression, "{{ c }}"), (UnknownExpression, "<p v-html=\"e\">")]"#);
}

#[test]
fn scripts_and_styles_are_no_text() {
    let text = "<script setup>\nimport A from 'a'\n\nconst b = 1\n</script>\n\n<style scoped>\n.a { b: c }\n</style>\n\nText\n";
    for dialect in [Dialect::VitePress, Dialect::VuePress] {
        let document = read(dialect, text);
        assert_eq!((body_of(&document).as_str(), document.flaws.len()), ("<p>Text</p>\n", 0));
    }
    assert_eq!(read(Dialect::MkDocs, text).flaws.len(), 2);
}

#[test]
fn alerts_have_titles() {
    let text = "> [!TIP] A **title**\n> Text\n\n> [!NOTE]\n> Text\n\n> [!WARNING] Alone\n";
    insta::assert_snapshot!(body_in(Dialect::VitePress, text), @r#"
    <div class="alert alert-tip" role="note">
    <p class="alert-title">A **title**</p>
    <p>Text</p>
    </div>
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <p>Text</p>
    </div>
    <div class="alert alert-warning" role="note">
    <p class="alert-title">Alone</p>
    </div>
    "#);
}

#[test]
fn components_side_by_side_are_no_word() {
    let text = "<Foo>one</Foo><Foo>two</Foo> <Foo>th</Foo>ree\n";
    insta::assert_snapshot!(body_in(Dialect::VitePress, text), @"<p>one two three</p>");
}

#[test]
fn tags_that_are_no_html_to_commonmark() {
    let text = "text <button @click=\"go\">B</button>\n\n- <span @click=\"x\">S</span> <b #y>T</b>\n\n`<b @z>` \\<b @z> <what @z>\n";
    insta::assert_snapshot!(body_in(Dialect::VitePress, text), @r#"
    <p>text B</p>
    <ul><li>S <b>T</b></li>
    </ul>
    <p><code class="short" dir="ltr">&lt;b @z&gt;</code> &lt;b @z&gt; &lt;what @z&gt;</p>
    "#);
}

#[test]
fn an_image_that_an_expression_names() {
    let text = "<img :src=\"a\" alt=\"A\">\n\n<img :src=\"b\" src=\"/b.png\" alt=\"B\">\n";
    let document = read(Dialect::VitePress, text);
    let flaws: Vec<_> = document.flaws.iter().map(|flaw| (&flaw.kind, flaw.span.slice(text))).collect();
    insta::assert_snapshot!(format!("{flaws:?}"), @r#"[(UnknownExpression, "<img :src=\"a\" alt=\"A\">")]"#);
    assert_eq!(document.images.len(), 1);
}
