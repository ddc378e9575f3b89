//! Home pages that are written in front matter.

use super::{Dialect, Document, Form, Syntax, body_of, title_of};
use crate::diagnostic::Span;
use crate::front_matter::FrontMatter;
use crate::markdown::Shortcodes;

fn read(dialect: Dialect, text: &str) -> Document {
    let syntax = Syntax { dialect, form: Form::Markdown };
    let document = Document::parse_with(syntax, &Shortcodes::new(), &FrontMatter::parse(text), text);
    for span in document.blocks.iter().map(|block| block.span) {
        assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}");
    }
    document
}

/// The title, the body and the places of a text.
fn shown(dialect: Dialect, text: &str) -> String {
    let document = read(dialect, text);
    let place = |span: Span| span.slice(text).to_owned();
    let mut shown = format!("title: {}\n{}", title_of(&document), body_of(&document));
    for heading in &document.headings {
        shown += &format!("\nheading {} at {:?}", heading.text, place(heading.span));
    }
    for link in &document.links {
        shown += &format!(
            "\nlink {} at {:?} {:?}",
            link.destination,
            place(link.span),
            place(link.destination_span)
        );
    }
    for image in &document.images {
        shown += &format!("\nimage {} at {:?}", image.destination, place(image.destination_span));
    }
    for flaw in &document.flaws {
        shown += &format!("\n{:?}: {}", flaw.kind, place(flaw.span));
    }
    shown
}

const LAYOUT: &str = "---
layout: home
hero:
  name: Lantern
  text: \"Light & *more* <b>bold</b>\"
  tagline: Warm <x> and [bright]
  image: { src: /lamp.svg, alt: A lamp }
  actions:
    - theme: brand
      text: Get <started>
      link: ./guide/start_here.md
    - link: https://example.org/a?b=1&c=2
      text: Source
features:
  - icon: \u{1f526}
    title: Small
    details: >
      Fits in a
      pocket.<br>Always.
  - icon: <svg></svg>
    title: \"# Strong\"
    link: guide/metal.md
    details: Made of **metal** {{ name }}
  - icon: { src: /old.png }
    title: Old
    link: /old
    linkText: Read on
---

More *text*.
";

#[test]
fn of_vitepress() {
    insta::assert_snapshot!(shown(Dialect::VitePress, LAYOUT), @r##"
    title: Lantern Light &amp; *more* <b>bold</b>
    <p>Warm &lt;x&gt; and [bright]</p>
    <ul><li><a href="./guide/start_here.md">Get &lt;started&gt;</a></li>
    <li><a href="https://example.org/a?b=1&amp;c=2" rel="external">Source</a></li>
    </ul>
    <p><img src="/lamp.svg" alt="A lamp" loading="lazy"></p>
    <p>🔦</p>
    <h2 id="small">Small</h2>
    <p>Fits in a pocket.<br>Always.</p>
    <h2 id="-strong"><a href="/guide/metal.md"># Strong</a></h2>
    <p>Made of **metal** {{ name }}</p>
    <p><img src="/old.png" alt="" loading="lazy"></p>
    <h2 id="old">Old</h2>
    <p><a href="/old">Read on</a></p>
    <p>More <em>text</em>.</p>

    heading Lantern Light & *more* bold at "Lantern\n  text: \"Light & *more* <b>bold</b>\""
    heading Small at "Small\n"
    heading # Strong at "# Strong\""
    heading Old at "Old\n"
    link ./guide/start_here.md at "./guide/start_here.md" "./guide/start_here.md"
    link https://example.org/a?b=1&c=2 at "https://example.org/a?b=1&c=2" "https://example.org/a?b=1&c=2"
    link /guide/metal.md at "guide/metal.md" "guide/metal.md"
    link /old at "/old" "/old"
    image /lamp.svg at "/lamp.svg"
    image /old.png at "/old.png"
    "##);
}

const VUEPRESS: &str = "---
home: true
heroImage: /lamp.png
heroAlt: A lamp
heroText: Lantern <3
tagline: |
  Light

  and shade
actionText: Start →
actionLink: /guide/
actions:
  - text: Go
    link: /go.md
    type: primary
features:
- title: Small
  details: Fits <b>in</b>
footer: MIT & more
---
# Body

> Last";

#[test]
fn of_vuepress() {
    insta::assert_snapshot!(shown(Dialect::VuePress, VUEPRESS), @r##"
    title: Lantern &lt;3
    <p>Light and shade</p>
    <ul><li><a href="/go.md">Go</a></li>
    <li><a href="/guide/">Start →</a></li>
    </ul>
    <p><img src="/lamp.png" alt="A lamp" loading="lazy"></p>
    <h2 id="small">Small</h2>
    <p>Fits &lt;b&gt;in&lt;/b&gt;</p>
    <h2 id="body">Body</h2>
    <blockquote><p>Last</p>
    </blockquote>
    <p>MIT &amp; more</p>

    heading Lantern <3 at "Lantern <3\n"
    heading Small at "Small\n"
    heading Body at "# Body\n"
    link /go.md at "/go.md" "/go.md"
    link /guide/ at "/guide/" "/guide/"
    image /lamp.png at "/lamp.png"
    "##);
    let html = VUEPRESS.replace("footer:", "footerHtml: true\nfooter: <a href=\"b.md\">Own</a>");
    let own = html.replace(" MIT & more", "").replace("heroText: Lantern <3", "heroText: null");
    insta::assert_snapshot!(shown(Dialect::VuePress, &own), @r##"
    title: Body
    <p>Light and shade</p>
    <ul><li><a href="/go.md">Go</a></li>
    <li><a href="/guide/">Start →</a></li>
    </ul>
    <p><img src="/lamp.png" alt="A lamp" loading="lazy"></p>
    <h2 id="small">Small</h2>
    <p>Fits &lt;b&gt;in&lt;/b&gt;</p>
    <blockquote><p>Last</p>
    </blockquote>
    <p><a href="b.md">Own</a></p>

    heading Small at "Small\n"
    heading Body at "# Body\n"
    link /go.md at "/go.md" "/go.md"
    link /guide/ at "/guide/" "/guide/"
    link b.md at "<a href=\"b.md\">Own</a>" "b.md"
    image /lamp.png at "/lamp.png"
    "##);
}

#[test]
fn of_starlight() {
    let text = "---
title: Lamps
template: splash
banner:
  content: |
    News:
    <a href=\"/news/\">Read</a>
hero:
  tagline: <strong>Houston.</strong> No <script>page</script> <x>.
  title: 'It''s a lamp'
  image:
    html: '<em>drawn</em>'
  actions:
    - text: Home
      link: /
      icon: right-arrow
    - text: Nowhere
---
";
    insta::assert_snapshot!(shown(Dialect::Starlight, text), @r#"
    title: It's a lamp
    <p>News: <a href="/news/">Read</a></p>
    <p><strong>Houston.</strong> No  &lt;x&gt;.</p>
    <ul><li><a href="/">Home</a></li>
    <li>Nowhere</li>
    </ul>
    <p><em>drawn</em></p>

    heading It's a lamp at "'It''s a lamp'"
    link /news/ at "News:\n    <a href=\"/news/\">Read</a>" ""
    link / at "/" "/"
    RemovedHtml { what: "script" }: <script>
    "#);
}

#[test]
fn other_dialects_have_plain_keys() {
    for dialect in Dialect::ALL {
        let home = read(dialect, LAYOUT);
        assert_eq!(home.blocks.len() > 1, dialect == Dialect::VitePress, "{dialect:?}");
    }
    let without = LAYOUT.replace("layout: home", "layout: doc");
    assert_eq!(read(Dialect::VitePress, &without).text, "More text.\n");
}

#[test]
fn whatever_the_values() {
    let values = [
        "é",
        "'é''é'",
        "\"\\u00e9é\\n\\n# é\"",
        "|\n   é\n\n   - é\n",
        ">\n   é <b\n   title='é'>é",
        "<b<b<b>é",
        "[é",
        "{a: é}",
        "~",
        "true",
        "12",
        "a\\",
        "`é",
        "&amp; &",
        "<!-- é",
        "</p>é",
        "{é}",
        "é {#é}",
        "a | b",
        "javascript:é",
        "<é>",
        "a)b(c> <",
    ];
    for value in values {
        for other in values {
            let yaml = format!(
                "---\nfeatures:\n - link: {other}\n   title: {value}\n   details: {value}\nlayout: home\nhome: true\nfooter: {value}\nhero:\n  actions:\n   - link: {value}\n     text: {other}\n  image: {value}\n  tagline: {other}\n  title: {value}\n  name: {value}\nheroText: {value}\nbanner:\n  content: {other}\n---\né **é** {value}\n"
            );
            for dialect in [Dialect::VitePress, Dialect::VuePress, Dialect::Starlight] {
                let document = read(dialect, &yaml);
                let links = document.links.iter().flat_map(|link| [link.span, link.destination_span]);
                for span in links.chain(document.flaws.iter().map(|flaw| flaw.span)) {
                    assert!(yaml.get(span.range()).is_some(), "{span:?} of {yaml:?}");
                }
            }
        }
    }
}

#[test]
fn what_a_value_leaves_open_ends_with_it() {
    let text = "---\nlayout: home\nfeatures:\n  - title: One <b>bold\n    details: <details><summary>S</summary>in\n  - title: Two\n    details: <p>x</p></details> y\n---\n\nText\n";
    let body = body_of(&read(Dialect::VitePress, text));
    let two = body.find("Two").unwrap();
    assert_eq!(body[..two].matches("<details").count(), body[..two].matches("</details>").count(), "{body}");
    assert!(body[two..].contains("<p>Text</p>"), "{body}");
}
