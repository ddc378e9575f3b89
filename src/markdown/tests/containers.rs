//! Blocks of the dialects that begin behind the markers of items and quotes.

use super::dialects::{body_in, read};
use super::{Dialect, Document, Form, Syntax, body_of};
use crate::markdown::FlawKind;

#[test]
fn colons_in_items_and_quotes() {
    let text = "- :::note\n  One\n  :::\n- two\n\n1. :::tip[Title]\n\n   Three\n\n   :::\n\n> :::tip\n> Quoted\n> :::\n>\n> after\n\n- > :::info\n  > Both\n  > :::\n\n  more\n";
    insta::assert_snapshot!(body_in(Dialect::Docusaurus, text), @r#"
    <ul><li><div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    One</div>
    </li>
    <li>two</li>
    </ul>
    <ol><li><div class="alert alert-tip" role="note">
    <p class="alert-title">Title</p>
    <p>Three</p>
    </div>
    </li>
    </ol>
    <blockquote><div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    <p>Quoted</p>
    </div>
    <p>after</p>
    </blockquote>
    <ul><li><blockquote><div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-info&gt;</p>
    <p>Both</p>
    </div>
    </blockquote>
    <p>more</p>
    </li>
    </ul>
    "#);
}

#[test]
fn quotes_end_what_began_in_them() {
    let text = "> > ::: tip\n> > Deep\n> outer\n\n> ::: warning\n> Open\n\nAfter\n:::\n";
    insta::assert_snapshot!(body_in(Dialect::VitePress, text), @r#"
    <blockquote><blockquote><div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    <p>Deep</p>
    </div>
    </blockquote>
    <p>outer</p>
    </blockquote>
    <blockquote><div class="alert alert-warning" role="note">
    <p class="alert-title">&lt;alert-warning&gt;</p>
    <p>Open</p>
    </div>
    </blockquote>
    <p>After</p>
    "#);
}

#[test]
fn code_in_items_and_quotes() {
    let text =
        "- ```js\n  :::note\n  ```\n\n:::note\nText\n:::\n\n> ```\n> :::note\n> ```\n> :::tip\n> a\n> :::\n";
    insta::assert_snapshot!(body_in(Dialect::Docusaurus, text), @r#"
    <ul><li><pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-js">:::note
    </code></pre>
    </li>
    </ul>
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <p>Text</p>
    </div>
    <blockquote><pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>:::note
    </code></pre>
    <div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    <p>a</p>
    </div>
    </blockquote>
    "#);
}

#[test]
fn indented_blocks_in_items_and_quotes() {
    let text = "1. !!! tip \"T\"\n\n        One\n2. ??? note\n        Two\n3. === \"A\"\n\n        Three\n\n    === \"B\"\n\n        Four\n\n    after\n\n- !!! note\n    Near\n- [TOC]\n- last\n\n> !!! note\n>     Quoted\n>\n> after\n\n> /// tip\n> Slashes\n> ///\n\n!!! note\n    > quote\n    > !!! tip\n    >     deep\n\n    end\n";
    insta::assert_snapshot!(body_in(Dialect::MkDocs, text), @r#"
    <ol><li><div class="alert alert-tip" role="note">
    <p class="alert-title">T</p>
    <p>One</p>
    </div>
    </li>
    <li><details class="alert alert-note">
    <summary>&lt;alert-note&gt;</summary>
    <p>Two</p>
    </details>
    </li>
    <li><div class="tabs">
    <details class="tab" name="tabs-1" open><summary>A</summary>
    <p>Three</p>
    </details>
    <details class="tab" name="tabs-1"> <summary>B</summary>
    <p>Four</p>
    </details>
     </div>
    <p>after</p>
    </li>
    </ol>
    <ul><li><div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    Near</div>
    </li>
    <li></li>
    <li>last</li>
    </ul>
    <blockquote><div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <p>Quoted</p>
    </div>
    <p>after</p>
    </blockquote>
    <blockquote><div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    <p>Slashes</p>
    </div>
    </blockquote>
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <blockquote><p>quote</p>
    <div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    <p>deep</p>
    </div>
    </blockquote>
    <p>end</p>
    </div>
    "#);
}

#[test]
fn shortcodes_in_items_and_quotes() {
    let text = "* {{< note >}}\n  One\n  {{< /note >}}\n* two\n\n> {{< tip >}}\n> Quoted\n> {{< /tip >}}\n\n> {{< tip >}}\nOut of it\n{{< /tip >}}\n";
    insta::assert_snapshot!(body_in(Dialect::Hugo, text), @r#"
    <ul><li><div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    One</div>
    </li>
    <li>two</li>
    </ul>
    <blockquote><div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    <p>Quoted</p>
    </div>
    </blockquote>
    <blockquote><div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    </div>
    </blockquote>
    <p>Out of it</p>
    "#);
}

#[test]
fn components_in_items_and_quotes() {
    let syntax = Syntax { dialect: Dialect::Starlight, form: Form::Mdx };
    let text = "- <Aside type=\"tip\">\n  One\n  </Aside>\n- <Card title=\"X\">Two</Card>\n- {/* a *comment* */} three\n- import X from './x'\n\n> <Aside>\n> Quoted\n> </Aside>\n";
    let document = Document::parse_as(syntax, text, 0);
    insta::assert_snapshot!(body_of(&document), @r#"
    <ul><li><div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    One</div>
    </li>
    <li><div class="zone"><p>X</p>
    Two</div>
    </li>
    <li> three</li>
    <li>import X from './x'</li>
    </ul>
    <blockquote><div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <p>Quoted</p>
    </div>
    </blockquote>
    "#);
    let flaws: Vec<_> = document.flaws.iter().map(|flaw| (&flaw.kind, flaw.span.slice(text))).collect();
    insta::assert_snapshot!(format!("{flaws:?}"), @r#"[(ForeignSyntax { kind: Import }, "import X from './x'")]"#);
}

#[test]
fn what_is_text_in_items_is_reported() {
    for (dialect, text) in [
        (Dialect::MkDocs, "- /// note | T\n    Text\n    ///\n"),
        (Dialect::MkDocs, "- --8<-- \"a.md\"\n"),
        (Dialect::Plain, "- :::note\n  Text\n  :::\n"),
        (Dialect::Plain, "1. !!! note\n       Text\n"),
        (Dialect::Plain, "> !!! note\n>     Text\n"),
        (Dialect::Plain, "* [[toc]]\n"),
        (Dialect::Hugo, "- ::: tip\n  Text\n  :::\n"),
    ] {
        let flaws = read(dialect, text).flaws;
        assert!(flaws.iter().any(|flaw| matches!(flaw.kind, FlawKind::ForeignSyntax { .. })), "{text:?}");
    }
}

#[test]
fn quotes_without_any_stay_as_they_are() {
    let text = "> a\n>\n> > b\nc\n\n- d\n  > e\n  f\n\n  g\n\n>h\n>\tcode\n>     code\n";
    for dialect in Dialect::ALL.into_iter().filter(|dialect| *dialect != Dialect::Plain) {
        assert_eq!(body_of(&read(dialect, text)), super::body(text), "{dialect:?}");
    }
}
