//! What is written beside CommonMark for one generator.

use super::{Dialect, Document, Form, Syntax, body_of};

pub(super) fn read(dialect: Dialect, text: &str) -> Document {
    Document::parse_as(Syntax { dialect, form: Form::Markdown }, text, 0)
}

pub(super) fn body_in(dialect: Dialect, text: &str) -> String {
    body_of(&read(dialect, text))
}

#[test]
fn blocks_between_colons() {
    let text = "Before\n:::tip[Use **bold** here]\nText\n\n- item\n\n:::\n\n::: warning Mind the *gap*\n```\n:::\n```\n:::\n\n::::danger\n:::info\nIn it\n:::\n::::\n";
    insta::assert_snapshot!(body_in(Dialect::VitePress, text), @r#"
    <p>Before</p>
    <div class="alert alert-tip" role="note">
    <p class="alert-title">Use <strong>bold</strong> here</p>
    <p>Text</p>
    <ul><li>item</li>
    </ul>
    </div>
    <div class="alert alert-warning" role="note">
    <p class="alert-title">Mind the <em>gap</em></p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>:::
    </code></pre>
    </div>
    <div class="alert alert-caution" role="note">
    <p class="alert-title">&lt;alert-danger&gt;</p>
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-info&gt;</p>
    <p>In it</p>
    </div>
    </div>
    "#);
}

#[test]
fn blocks_in_lists() {
    let text = "1. One\n\n   :::note\n\n   Text\n\n       code\n\n   :::\n\n2. Two\n   ::: details Click me {open}\n   More\n   :::\n   after\n";
    insta::assert_snapshot!(body_in(Dialect::Docusaurus, text), @r#"
    <ol><li><p>One</p>
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <p>Text</p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>code
    </code></pre>
    </div>
    </li>
    <li><p>Two</p>
    <details open>
    <summary>Click me</summary>
    <p>More</p>
    </details>
    <p>after</p>
    </li>
    </ol>
    "#);
}

#[test]
fn blocks_by_indentation() {
    let text = "!!! note \"A `title`\"\n    Text\n\n    !!! danger\n        Deep\n\n    - item\n\n        code of item\n??? example\n\n    Folded\n\n    ```yaml\n    a:\n      b\n    ```\n\nAfter\n\n=== \"One\"\n\n    First\n\n=== \"Two\"\n\n    Second\n\nLast !!! note\n\n!!! weird-type \"\"\n    Body\n";
    insta::assert_snapshot!(body_in(Dialect::MkDocs, text), @r#"
    <div class="alert alert-note" role="note">
    <p class="alert-title">A <code dir="ltr">title</code></p>
    <p>Text</p>
    <div class="alert alert-caution" role="note">
    <p class="alert-title">&lt;alert-danger&gt;</p>
    <p>Deep</p>
    </div>
    <ul><li><p>item</p>
    <p>code of item</p>
    </li>
    </ul>
    </div>
    <details class="alert alert-note">
    <summary>&lt;alert-example&gt;</summary>
    <p>Folded</p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-yaml">a:
      b
    </code></pre>
    </details>
    <p>After</p>
    <div class="tabs">
    <details class="tab" name="tabs-1" open><summary>One</summary>
    <p>First</p>
    </details>
    <details class="tab" name="tabs-1"><summary>Two</summary>
    <p>Second</p>
    </details>
    </div>
    <p>Last !!! note</p>
    <div class="alert alert-note" role="note">
    <p>Body</p>
    </div>
    "#);
}

#[test]
fn a_block_that_never_ends() {
    let text = "# T\n\n- a\n  ::: tip\n  b\n\nc\n\n:::foo Some title\nx\n:::\n";
    let document = read(Dialect::VuePress, text);
    insta::assert_snapshot!(body_of(&document), @r#"
    <ul><li>a<div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    b</div>
    </li>
    </ul>
    <p>c</p>
    <div class="zone">
    <p>Some title</p>
    <p>x</p>
    </div>
    "#);
    let flaws: Vec<_> =
        document.flaws.iter().map(|f| format!("{:?}: {}", f.kind, f.span.slice(text))).collect();
    insta::assert_snapshot!(flaws.join("\n"), @r#"
    UnknownDirective { name: "foo" }: :::foo 
    UnclosedDirective { name: "tip", end: ":::" }: ::: tip
    "#);
}

#[test]
fn other_dialects_keep_it_as_text() {
    insta::assert_snapshot!(body_in(Dialect::Hugo, "!!! note\n    a\n\n:::note\nb\n:::\n"), @"
    <p>!!! note
    a</p>
    <p>:::note
    b
    :::</p>
    ");
}

#[test]
fn blocks_between_slashes() {
    let text = "/// tip | Mind *this*\n    attrs: {class: x}\n\nText\n\n//// details | More\n    type: warning\n    open: True\n\nDeep\n////\n///\n\n/// tab | One\na\n///\n/// tab | Two\nb\n///\n\n/// fancy\nc\n///\n[TOC]\n\nEnd\n";
    insta::assert_snapshot!(body_in(Dialect::MkDocs, text), @r#"
    <div class="alert alert-tip" role="note">
    <p class="alert-title">Mind <em>this</em></p>
    <p>Text</p>
    <details class="alert alert-warning" open>
    <summary>More</summary>
    <p>Deep</p>
    </details>
    </div>
    <div class="tabs">
    <details class="tab" name="tabs-1" open><summary>One</summary>
    <p>a</p>
    </details>
    <details class="tab" name="tabs-1"><summary>Two</summary>
    <p>b</p>
    </details>
    </div>
    <div class="alert alert-note" role="note">
    <p class="alert-title">fancy</p>
    <p>c</p>
    </div>
    <p>End</p>
    "#);
}

#[test]
fn what_follows_a_title_in_brackets_is_not_lost() {
    let text = ":::note[Title] more words\n\nbody\n\n:::\n";
    let document = read(Dialect::Docusaurus, text);
    assert!(document.text.contains("more words"), "{}", document.text);
}

#[test]
fn long_texts_are_not_written_again_and_again() {
    let title = "x".repeat(300);
    let text = format!("*[A]: {title}\n\n{}", "A ".repeat(200));
    let document = read(Dialect::MkDocs, &text);
    assert!(body_of(&document).len() < 3 * text.len());
    let text = format!("export const a = \"{}\"\n\n{}", "x".repeat(2000), "{a} ".repeat(200));
    let document = Document::parse_as(Syntax { dialect: Dialect::Plain, form: Form::Mdx }, &text, 0);
    assert!(body_of(&document).len() < 3 * text.len());
}

#[test]
fn statements_stand_behind_a_blank_line_of_any_kind() {
    for text in ["\r\nimport a from 'b'\r\n\r\nText\r\n", "A\n  \nimport a from 'b'\n\nText\n"] {
        let document = Document::parse_as(Syntax { dialect: Dialect::Plain, form: Form::Mdx }, text, 0);
        assert!(!document.text.contains("import"), "{text:?}: {}", document.text);
    }
}

#[test]
fn a_group_behind_bold_words_is_whole() {
    let text = "**a**<Tabs>\n<TabItem label=\"b\">\n\nc\n\n</TabItem>\n</Tabs>\n";
    let document = Document::parse_as(Syntax { dialect: Dialect::Docusaurus, form: Form::Mdx }, text, 0);
    body_of(&document);
}

#[test]
fn definition_lists() {
    let text = "Term\n:   One\n\n    More\n\nTwo\nThree\n: Four\n\nFive\n\n: Six\n";
    for dialect in [Dialect::MkDocs, Dialect::Jekyll] {
        insta::allow_duplicates! { insta::assert_snapshot!(body_in(dialect, text), @"
        <dl><dt>Term</dt>
        <dd><p>One</p>
        <p>More</p>
        </dd>
        <dt>Two
        Three</dt>
        <dd><p>Four</p>
        </dd>
        <dt>Five</dt>
        <dd><p>Six</p>
        </dd>
        </dl>
        "); }
    }
}

#[test]
fn tabs_that_begin_a_group_or_are_chosen() {
    let text = "===! \"D\"\n\n    One\n\n===+ \"E\"\n\n    Two\n\n===\"F\"\n\nHead\n===\n";
    let shown = body_in(Dialect::MkDocs, text);
    assert!(shown.contains("<summary>D</summary>") && shown.contains("<summary>E</summary>"), "{shown}");
    assert!(!shown.contains("<summary>F</summary>"), "{shown}");
}
