//! `:::` blocks.

use super::{body, body_of, flaws, parse};

#[test]
fn rows_and_columns() {
    let text = ":::row:::\n   :::column span=\"2\":::\n      Indented text\n\n      - list\n\n      [link](x.md)\n   :::column-end:::\n   :::column:::\n      More\n   :::column-end:::\n:::row-end:::\nAfter\n";
    let document = parse(text);
    insta::assert_snapshot!(body_of(&document), @r##"
    <div class="row">
    <div class="column column-2">
    <p>Indented text</p>
    <ul><li>list</li>
    </ul>
    <p><a href="x.md">link</a></p>
    </div>
    <div class="column">
    <p>More</p>
    </div>
    </div>
    <p>After</p>
    "##);
    assert_eq!(document.links[0].span.slice(text), "[link](x.md)");
    assert_eq!(document.links[0].destination_span.slice(text), "x.md");
    assert!(document.flaws.is_empty());
}

#[test]
fn zones_keep_their_content() {
    let text = "::: zone pivot=\"a\"\n\n## H\n\n::: zone-end\n\n:::moniker range=\">=x\"\n\n**Q?**\n\nA.\n\n:::moniker-end\n";
    insta::assert_snapshot!(body(text), @r##"
    <div class="zone">
    <h2 id="h">H</h2>
    </div>
    <div class="zone">
    <h3 id="q">Q?</h3>
    <p>A.</p>
    </div>
    "##);
    assert!(flaws(text).is_empty());
}

#[test]
fn directives_in_lists() {
    insta::assert_snapshot!(body("1. a\n\n   :::zone target=\"x\"\n\n   b\n\n   :::zone-end\n\n1. c\n"), @r##"
    <ol><li><p>a</p>
    <div class="zone">
    <p>b</p>
    </div>
    </li>
    <li><p>c</p>
    </li>
    </ol>
    "##);
}

#[test]
fn a_list_ends_with_its_column() {
    insta::assert_snapshot!(body(":::row:::\n:::column:::\n- a\n:::column-end:::\n:::column:::\n- b\n:::column-end:::\n:::row-end:::\n"), @r##"
    <div class="row">
    <div class="column">
    <ul><li>a</li>
    </ul>
    </div>
    <div class="column">
    <ul><li>b</li>
    </ul>
    </div>
    </div>
    "##);
}

#[test]
fn images_with_a_description() {
    let text = ":::image type=\"complex\" source=\"a.png\" alt-text=\"Short\":::\n   Long *one*.\n\n   | a |\n   |---|\n   | b |\n:::image-end:::\n\n:::image type=\"complex\" source=\"b.png\" alt-text=\"No end\":::\n\ntext\n";
    let document = parse(text);
    insta::assert_snapshot!(body_of(&document), @r##"
    <figure class="image"><img src="a.png" alt="Short" loading="lazy"><figcaption><p>Long <em>one</em>.</p>
    <div class="table" tabindex="0" role="group" aria-label="&lt;table&gt;"><table><thead><tr><th>a</th>
    </tr>
    </thead>
    <tbody><tr><td>b</td>
    </tr>
    </tbody>
    </table></div>
    </figcaption></figure>
    <p><img src="b.png" alt="No end" loading="lazy"></p>
    <p>text</p>
    "##);
    assert_eq!(document.images[0].destination_span.slice(text), "a.png");
}

#[test]
fn unknown_and_unclosed_directives_keep_their_content() {
    let text =
        "::: warning\nkept\n:::\n\n> :::foo a=\"b\":::\n> quoted\n\n:::row:::\nopen\n\n:::column-end:::\n";
    insta::assert_snapshot!(body(text), @r##"
    <p>kept</p>
    <blockquote><p>quoted</p>
    </blockquote>
    <div class="row">
    <p>open</p>
    </div>
    "##);
    insta::assert_snapshot!(flaws(text).join("\n"), @r#"
    UnknownDirective { name: "warning" }: ::: warning
    UnknownDirective { name: "foo" }: :::foo a="b":::
    UnknownDirective { name: "column-end" }: :::column-end:::
    UnclosedDirective { name: "row", end: ":::row-end:::" }: :::row:::
    "#);
}

#[test]
fn code_is_left_alone() {
    insta::assert_snapshot!(body("```\n:::row:::\n```\n\n`:::row:::` \\:::row\n\n- a\n\n      :::row:::\n"), @r#"
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>:::row:::
    </code></pre>
    <p><code class="short" dir="ltr">:::row:::</code> :::row</p>
    <ul><li><p>a</p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>:::row:::
    </code></pre>
    </li>
    </ul>
    "#);
}
