//! Values of attributes in what is not HTML: their entities are decoded once.

use super::{body, body_as};
use crate::markdown::{Dialect, Document, Form};

#[test]
fn images_of_learn() {
    let text = ":::image type=\"content\" source=\"a.png?b=1&amp;c\" alt-text=\"Die Schaltfläche &quot;Los&quot; &amp; mehr\":::\n\n:::image type=\"complex\" source=\"b.png\" alt-text=\"כפתור &quot;שמור&quot;\":::\nText\n:::image-end:::\n";
    insta::assert_snapshot!(body(text), @r#"
    <p><img src="a.png?b=1&amp;c" alt="Die Schaltfläche &quot;Los&quot; &amp; mehr" loading="lazy"></p>
    <figure class="image"><img src="b.png" alt="כפתור &quot;שמור&quot;" loading="lazy"><figcaption><p>Text</p>
    </figcaption></figure>
    "#);
    let document = Document::parse(text, 0);
    assert_eq!(&*document.images[0].alt, "Die Schaltfläche \"Los\" & mehr");
    assert_eq!(&*document.images[0].destination, "a.png?b=1&c");
}

#[test]
fn shortcodes() {
    let text = "{{< figure src=\"/a.png\" alt=\"A &quot;B&quot;\" caption=\"C &amp; D\" title=\"E &lt;F&gt;\" >}}\n\n{{< fremd title=\"Vor &amp; Zurück\" >}}\n\n{{< button href=\"b.md\" text=\"Q&amp;A\" >}} {{< badge \"a &quot;b&quot;\" >}}\n";
    insta::assert_snapshot!(body_as(Dialect::Hugo, Form::Markdown, text), @r#"
    <figure class="image"><img src="/a.png" alt="A &quot;B&quot;" loading="lazy"><figcaption><strong>E &lt;F&gt;</strong> C &amp; D</figcaption>
    </figure>
    <p>Vor &amp; Zurück</p>
    <p><a href="b.md">Q&amp;A</a> a "b"</p>
    "#);
    let text = "{{ figure(src=\"/a.png\", alt=\"A &quot;B&quot;\", caption=\"C &amp; D\") }}\n";
    insta::assert_snapshot!(body_as(Dialect::Zola, Form::Markdown, text), @r#"
    <figure class="image"><img src="/a.png" alt="A &quot;B&quot;" loading="lazy"><figcaption>C &amp; D</figcaption>
    </figure>
    "#);
}

#[test]
fn components_and_attribute_lists() {
    let text = "<Card title=\"Frage &amp; Antwort\" />\n\n<Unbekannt title=\"A &quot;B&quot;\" description=\"C&#x2F;D\" />\n\n<a href={\"b\"} title=\"c\">x</a>\n";
    insta::assert_snapshot!(body_as(Dialect::Starlight, Form::Mdx, text), @r#"
    <div class="zone"><p>Frage &amp; Antwort</p>
    </div>
    <p>A "B"</p>
    <p>C/D</p>
    <p><a href="b">x</a></p>
    "#);
    let text = "![a](b.png){ title=\"C &amp; D\" }\n\n*[FAQ]: Fragen &amp; Antworten\n\nDie FAQ\n";
    insta::assert_snapshot!(body_as(Dialect::MkDocs, Form::Markdown, text), @r#"
    <p><img src="b.png" alt="a" title="C &amp; D" loading="lazy"></p>
    <p>Die <abbr title="Fragen &amp; Antworten">FAQ</abbr></p>
    "#);
}
