//! Shortcodes of Hugo and Zola.

use std::collections::BTreeMap;

use crate::front_matter::FrontMatter;

use super::{Dialect, Document, Form, ShortcodeElement, Syntax, body_of};

pub(super) fn read(dialect: Dialect, text: &str) -> Document {
    let own = BTreeMap::from([
        ("product".to_owned(), ShortcodeElement::Drop),
        ("aside".to_owned(), ShortcodeElement::Alert),
    ]);
    let other = BTreeMap::from([("version".to_owned(), "2.1 <b>".into())]);
    let front_matter = FrontMatter { other, ..FrontMatter::default() };
    Document::parse_with(Syntax { dialect, form: Form::Markdown }, &own, &front_matter, text)
}

/// The body and the flaws of a text.
pub(super) fn shown(dialect: Dialect, text: &str) -> String {
    let document = read(dialect, text);
    let mut shown = body_of(&document);
    for flaw in &document.flaws {
        shown += &format!("\n{:?}: {}", flaw.kind, flaw.span.slice(text));
    }
    for link in &document.links {
        shown += &format!("\nlink {}: {}", link.destination, link.destination_span.slice(text));
    }
    for image in &document.images {
        shown += &format!("\nimage {}: {}", image.destination, image.destination_span.slice(text));
    }
    shown
}

#[test]
fn blocks_of_hugo() {
    let text = "{{% notice tip \"Mind *this*\" %}}\nText\n\n- item\n{{% /notice %}}\nafter\n\n{{< hint type=warning >}}One line.{{< /hint >}}\n\n{{< tabs \"id\" >}}\n{{< tab \"macOS\" >}}\nBrew\n{{< /tab >}}{{% tab name=\"Linux\" %}}Apt{{% /tab %}}\n{{< /tabs >}}\n\n{{%expand \"More?\" %}}Yes{{% /expand%}}\n\n{{< details title=\"Open\" open=true >}}\n```\n{{< x >}}\n```\n{{< /details >}}\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @r#"
    <div class="alert alert-tip" role="note">
    <p class="alert-title">Mind <em>this</em></p>
    <p>Text</p>
    <ul><li>item</li>
    </ul>
    </div>
    <p>after</p>
    <div class="alert alert-warning" role="note">
    <p class="alert-title">&lt;alert-warning&gt;</p>
    <p>One line.</p>
    </div>
    <div class="tabs">
    <details class="tab" name="tabs-1" open><summary>macOS</summary>
    <p>Brew</p>
    </details>
    <details class="tab" name="tabs-1"><summary>Linux</summary>
    <p>Apt</p>
    </details>
    </div>
    <details>
    <summary>More?</summary>
    <p>Yes</p>
    </details>
    <details open>
    <summary>Open</summary>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>{{&lt; x &gt;}}
    </code></pre>
    </details>
    "#);
}

#[test]
fn blocks_of_hugo_in_lists_and_quotes() {
    let text = "1. One\n\n   {{< note >}}\n   Text\n   {{< /note >}}\n\n2. {{% notice note %}}Two{{% /notice %}}\n   more\n\n- Text {{< tip >}}\n  Three\n  {{< /tip >}}\n- next\n\n> {{% alert title=\"T\" color=\"warning\" %}}\n> Four\n> {{% /alert %}}\n> end\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @r#"
    <ol><li><p>One</p>
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <p>Text</p>
    </div>
    </li>
    <li><div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <p>Two</p>
    </div>
    <p>more</p>
    </li>
    </ol>
    <ul><li>Text<div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    Three</div>
    </li>
    <li>next</li>
    </ul>
    <blockquote><div class="alert alert-warning" role="note">
    <p class="alert-title">T</p>
    <p>Four</p>
    </div>
    <p>end</p>
    </blockquote>
    "#);
}

#[test]
fn shortcodes_in_lines() {
    let text = "{{< icon \"x\" >}} A **{{< product >}}b** {{< badge >}}c{{< /badge >}} {{% button href=\"a.md\" %}}Go *on*{{% /button %}} {{< param \"version\" >}}.\n\n## Heading {{< unknown title=\"T\" >}} {#h}\n\n| a | b |\n|---|---|\n| {{< note >}}c{{< /note >}} | {{< other text=\"x|y\" >}} |\n\n[{{< icon a >}}L](b.md \"t\") ![{{< param version >}}](c.png)\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @r#"
    <p> A <strong>b</strong> c <a href="a.md">Go <em>on</em></a> 2.1 &lt;b&gt;.</p>
    <h2 id="h"><span id="heading-t"></span>Heading T</h2>
    <div class="table" tabindex="0" role="group" aria-label="&lt;table&gt;"><table><thead><tr><th>a</th>
    <th>b</th>
    </tr>
    </thead>
    <tbody><tr><td>c</td>
    <td>x|y</td>
    </tr>
    </tbody>
    </table></div>
    <p><a href="b.md" title="t">L</a> <img src="c.png" alt="2.1 &lt;b&gt;" loading="lazy"></p>

    UnknownShortcode { name: "unknown" }: {{< unknown title="T" >}}
    UnknownShortcode { name: "other" }: {{< other text="x|y" >}}
    link a.md: a.md
    link b.md: b.md
    image c.png: c.png
    "#);
}

#[test]
fn shortcodes_that_are_shown() {
    let text = "Write `{{</* note */>}}` or {{%/* /tab */%}} and {{<x>}}, not {{ .Title }} or `{{< y >}}`.\n\n```\n{{</* tabs\n a=\"b\" */>}}\n{{< z >}}\n```\n\n    {{</* indented */>}}\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @r#"
    <p>Write <code class="short" dir="ltr">{{&lt; note &gt;}}</code> or {{% /tab %}} and , not {{ .Title }} or <code class="short" dir="ltr">{{&lt; y &gt;}}</code>.</p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>{{&lt; tabs
     a="b" &gt;}}
    {{&lt; z &gt;}}
    </code></pre>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>{{&lt; indented &gt;}}
    </code></pre>

    UnknownShortcode { name: "x" }: {{<x>}}
    "#);
}

#[test]
fn shortcodes_of_hugo_itself() {
    let text = "{{< figure\n  src=\"a.png\"\n  alt=\"An A\"\n  title=\"T\"\n  caption=\"C & D\"\n  link=\"b.md\" >}}\n\nIn a line {{< figure src=\"c.png\" >}}\n\n{{< youtube w7Ft2ymGmfc >}}\n\n{{< vimeo id=\"1\" >}}\n\n{{< highlight go \"linenos=true\" >}}\nif a < b {\n```\n}\n{{< /highlight >}}\n\n{{< gist user 12 >}} {{< x user=\"a\" id=\"3\" >}}\n\n[r]({{< ref \"a b.md\" >}}#c) {{< relref \"d.md\" >}}\n\n[s]: {{< ref \"e.md\" >}}\n\n[s]\n\n<a href=\"{{< relref \"f.md\" >}}\">g</a>\n\n<div>\n<img src=\"{{< x >}}\">\n{{< unknown >}}\n</div>\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @r#"
    <figure class="image"><a href="b.md"><img src="a.png" alt="An A" loading="lazy"></a><figcaption><strong>T</strong> C &amp; D</figcaption>
    </figure>
    <p>In a line <img src="c.png" alt="" loading="lazy"></p>
    <p class="video"><a href="https://www.youtube.com/watch?v=w7Ft2ymGmfc" rel="external">&lt;video-play&gt;</a></p>
    <p class="video"><a href="https://player.vimeo.com/video/1" rel="external">&lt;video-play&gt;</a></p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-go">if a &lt; b {
    ```
    }
    </code></pre>
    <p><a href="https://gist.github.com/user/12" rel="external">https://gist.github.com/user/12</a> </p>
    <p><a href="{{%3C%20ref%20%22a%20b.md%22%20%3E}}#c">r</a> <a href="{{%3C%20ref%20%22d.md%22%20%3E}}">d.md</a></p>
    <p><a href="{{%3C%20ref%20%22e.md%22%20%3E}}">s</a></p>
    <p><a href="{{%3C%20relref%20%22f.md%22%20%3E}}">g</a></p>
    <div>
    <img src="{{%3C%20x%20%3E}}" alt="" loading="lazy">

    </div>

    UnknownShortcode { name: "x" }: {{< x user="a" id="3" >}}
    UnknownShortcode { name: "unknown" }: {{< unknown >}}
    link b.md: b.md
    link https://www.youtube.com/watch?v=w7Ft2ymGmfc: w7Ft2ymGmfc
    link https://player.vimeo.com/video/1: 1
    link https://gist.github.com/user/12: user
    link {{< ref "a b.md" >}}#c: {{< ref "a b.md" >}}#c
    link {{< ref "d.md" >}}: d.md
    link {{< ref "e.md" >}}: {{< ref "e.md" >}}
    link {{< relref "f.md" >}}: {{< relref "f.md" >}}
    image a.png: a.png
    image c.png: c.png
    image {{< x >}}: {{< x >}}
    "#);
}

#[test]
fn unknown_shortcodes_keep_their_content() {
    let text = "{{< cards >}}\n{{< card title=\"One\" link=\"a\" >}}\nText **of** it\n{{< /card >}}\n{{< /cards >}}\nafter {{< /stray >}}\n\n{{< note >}}\nnever ends\n\n{{% aside title=\"Own\" %}}x{{% /aside %}}\n\n{{% product %}}gone{{% /product %}}\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @r#"
    <p>One</p>
    <p>Text <strong>of</strong> it</p>
    <p>after </p>
    <p>never ends</p>
    <div class="alert alert-note" role="note">
    <p class="alert-title">Own</p>
    <p>x</p>
    </div>

    UnknownShortcode { name: "cards" }: {{< cards >}}
    UnknownShortcode { name: "card" }: {{< card title="One" link="a" >}}
    UnclosedDirective { name: "note", end: "{{< /note >}}" }: {{< note >}}
    "#);
}

#[test]
fn shortcodes_of_zola() {
    let text = "{{ youtube(id=\"x\", autoplay=true) }}\n\n{% note(title='T') %}\nText {{ unknown(text=\"shown\") }}\n{% end %}\n\n{% foreign() %}kept{% end %} {{ name }} {{/* shown() */}}\n\n<!-- more -->\n\n[a](@/b.md) {% x %}\n";
    insta::assert_snapshot!(shown(Dialect::Zola, text), @r#"
    <p class="video"><a href="https://www.youtube.com/watch?v=x" rel="external">&lt;video-play&gt;</a></p>
    <div class="alert alert-note" role="note">
    <p class="alert-title">T</p>
    <p>Text shown</p>
    </div>
    <p>kept {{ name }} {{ shown() }}</p>
    <p><a href="@/b.md">a</a> {% x %}</p>

    UnknownShortcode { name: "unknown" }: {{ unknown(text="shown") }}
    UnknownShortcode { name: "foreign" }: {% foreign() %}
    link https://www.youtube.com/watch?v=x: x
    link @/b.md: @/b.md
    "#);
}

#[test]
fn other_texts_have_none() {
    let text = "{{< note >}} {% hint %} {{ x }} {{ y(z=\"1\") }}\n";
    for dialect in [Dialect::Plain, Dialect::MkDocs, Dialect::Docusaurus] {
        assert_eq!(body_of(&read(dialect, text)), body_of(&Document::parse(text, 0)));
    }
}

#[test]
fn nothing_is_quadratic() {
    let many = 4_000;
    let pieces = [
        "{{< a >}}",
        "{{< ",
        "{{< \"",
        "{{</* ",
        "{{< a `",
        "{{< note >}}",
        "{{< note >}}\n",
        "{{< /note >}}",
        "{{< tab >}}\n",
        "- {{< note >}}\n",
        "> ",
        "[a]({{< ref \"b\" >}}",
        "`{{< a >}}",
        "{{< note >}}x{{< /note >}}",
        "<b {{< a >}}",
        "{% a",
        "{% raw %}",
        "{% comment %}",
        "{% if %}\n",
        "{{ a",
        "{% end %}",
        "{{ a(",
        "{% a() %}\n",
        "{% highlight %}\n",
        "](",
        "](x{{ a }}",
    ];
    for dialect in [Dialect::Hugo, Dialect::Zola, Dialect::Jekyll, Dialect::GitBook] {
        for piece in pieces {
            let text = piece.repeat(many);
            let html = body_of(&read(dialect, &text));
            assert!(html.len() < 64 * text.len(), "{piece} became {} bytes", html.len());
        }
        let text = format!("{}{}", "> ".repeat(30), "{{< note >}}x{{< /note >}}".repeat(many));
        assert!(body_of(&read(dialect, &text)).len() < 64 * text.len());
    }
}

/// Pieces that stand in each other's way.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "    ",
    "a",
    "é",
    "*",
    "`",
    "```\n",
    "- ",
    "1. ",
    "> ",
    "# ",
    "| a |\n|---|\n",
    "[",
    "](",
    "]: ",
    ")",
    "<a href=\"",
    "\">",
    "<div>",
    "</div>",
    "{{< note >}}",
    "{{< /note >}}",
    "{{% tab \"é\" %}}",
    "{{% /tab %}}",
    "{{< tabs items=\"a, b\" >}}",
    "{{< /tabs >}}",
    "{{< x",
    ">}}",
    "{{</* a */>}}",
    "{{< figure src=\"a.png\"\n caption=\"é\" >}}",
    "{{< highlight go >}}",
    "{{< /highlight >}}",
    "{{< button href=\"a\" >}}",
    "{{< /button >}}",
    "{{< ref \"a b\" >}}",
    "{{< product >}}",
    "{{< /product >}}",
    "{% raw %}",
    "{% endraw %}",
    "{% comment %}",
    "{% endcomment %}",
    "{% hint %}",
    "{% endhint %}",
    "{% a() %}",
    "{% end %}",
    "{{ page.version }}",
    "{{ y }}",
    "{{/* z() */}}",
    "{% if x %}",
    "{% endif %}",
    "\"",
    "\\",
];

#[test]
fn names_of_unknown_shortcodes() {
    let text = "{{% def id=\"Ab\" name=\"Light of a lamp\" abbr=\"LoL\" english=\"light\" %}} A *word*. {{% /def %}}\n\n{{< card name=\"nav-bar\" class=\"A b\" >}}\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @r#"
    <p>Light of a lamp LoL A <em>word</em>. </p>

    UnknownShortcode { name: "def" }: {{% def id="Ab" name="Light of a lamp" abbr="LoL" english="light" %}}
    UnknownShortcode { name: "card" }: {{< card name="nav-bar" class="A b" >}}
    "#);
}

proptest::proptest! {
    #[test]
    fn any_pieces(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..30)) {
        let text = pieces.concat();
        for dialect in [Dialect::Hugo, Dialect::Zola, Dialect::Jekyll, Dialect::GitBook] {
            let document = read(dialect, &text);
            super::damage::assert_consistent(&document, &text);
            super::well_formed_body(&document);
        }
    }
}

#[test]
fn children_of_other_pages_are_not_shown() {
    let flaws = |text| read(Dialect::Hugo, text).flaws.len();
    assert_eq!((flaws("{{% children depth=\"2\" %}}\n"), flaws("{{% children page=\"/a\" %}}\n")), (0, 1));
}
