//! Raw HTML: what may stay, what goes, and that it is well-formed afterwards.

use super::{body, flaws, parse};

#[test]
fn small_things_stay() {
    insta::assert_snapshot!(
        body("a<br>b<BR/>c</br> H<sub>2</sub>O <b>b</b> <kbd>Ctrl</kbd> <span dir=\"rtl\" lang=\"he\" class=\"x\">r</span> <code>x</code>\n"),
        @r##"<p>a<br>b<br>c<br> H<sub>2</sub>O <b>b</b> <kbd>Ctrl</kbd> <span dir="rtl" lang="he">r</span> <code dir="ltr">x</code></p>"##
    );
}

#[test]
fn links_and_images_are_like_those_of_markdown() {
    let text = "<a href=\"a&amp;b.md\" title='t' target=_blank>x</a> <img src=p.png alt=\"A\" width=\"10\" height=\"x\"> <a href=\"missing\">m</a>\n";
    let document = parse(text);
    insta::assert_snapshot!(super::body_of(&document), @r##"<p><a href="a&amp;b.md" title="t">x</a> <img src="p.png" alt="A" width="10" loading="lazy"> m</p>"##);
    assert_eq!(&*document.links[0].destination, "a&b.md");
    assert_eq!(document.links[0].destination_span.slice(text), "a&amp;b.md");
    assert_eq!(document.links[0].span.slice(text), "<a href=\"a&amp;b.md\" title='t' target=_blank>x</a>");
    assert_eq!(document.images[0].destination_span.slice(text), "p.png");
}

#[test]
fn blocks_hold_markdown() {
    insta::assert_snapshot!(body("<details>\n<summary>More *x*</summary>\n\n- *a*\n\n</details>\n\n<div dir=\"ltr\">\n\ntext\n\n</div>\n"), @r##"
    <details>
    <summary>More *x*</summary>

    <ul><li><em>a</em></li>
    </ul>
    </details>
    <div dir="ltr">
    <p>text</p>
    </div>
    "##);
}

#[test]
fn tables_are_completed() {
    insta::assert_snapshot!(body("<table border=1><tr><th scope=row colspan=2>a<td>b</table>\n\n<table>loose<td>c</table>\n"), @r##"
    <div class="table" tabindex="0" role="group" aria-label="&lt;table&gt;"><table><tr><th colspan="2" scope="row">a</th>
    <td>b</td>
    </tr>
    </table></div>
    <div class="table" tabindex="0" role="group" aria-label="&lt;table&gt;"><table><tr><td><p>loose</p>
    </td>
    <td>c</td>
    </tr>
    </table></div>
    "##);
}

#[test]
fn headings_get_a_level_and_an_id() {
    insta::assert_snapshot!(body("# T\n\n<h1 id=\"own\">One</h1>\n\n<h3>Three\n\nafter\n"), @r##"
    <h2 id="own"><span id="one"></span>One</h2>
    <h3 id="three">Three
    </h3>
    <p>after</p>
    "##);
}

#[test]
fn misnested_tags_are_repaired() {
    insta::assert_snapshot!(body("<p><div>a</p></div>\n\n*a <b>b* c</b>\n\n</div></td> <i>x\n\n<li>alone\n"), @r##"
    <div>a</div>
    <p><em>a <b>b</b></em> c</p>
    <p><i>x
    </i></p>
    <ul><li>alone
    </li>
    </ul>
    "##);
}

#[test]
fn a_link_in_a_link_is_text() {
    insta::assert_snapshot!(body("[a <a href=\"x\">b</a> c](y)\n\n<a href=\"x\">d [e](y) f</a>\n"), @r##"
    <p><a href="y">a b c</a></p>
    <p><a href="x">d e f</a></p>
    "##);
}

#[test]
fn scripts_go_with_their_content() {
    let text = "<script>\nif (a < b) alert(1)\n</script>\n\na <script>alert(2)</script> b <style>p{}</style><object data=x>c</object>\n\n<iframe src=\"https://x\"></iframe>\n\nd <script> e\n\n<form action=x><button>f</button></form>\n\n<p onclick=\"x\" style=\"y\">g</p>\n";
    insta::assert_snapshot!(body(text), @r##"
    <p>a  b </p>
    <p>d  e</p>
    <p>f
    </p>
    <p>g</p>
    "##);
    insta::assert_snapshot!(flaws(text).join("\n"), @r##"
    RemovedHtml { what: "script" }: <script>
    RemovedHtml { what: "script" }: <script>
    RemovedHtml { what: "style" }: <style>
    RemovedHtml { what: "object" }: <object data=x>
    RemovedHtml { what: "iframe" }: <iframe src="https://x">
    RemovedHtml { what: "script" }: <script>
    RemovedHtml { what: "form" }: <form action=x>
    RemovedHtml { what: "button" }: <button>
    RemovedHtml { what: "onclick" }: onclick="x"
    RemovedHtml { what: "style" }: style="y"
    "##);
}

#[test]
fn placeholders_are_shown_as_written() {
    let text = "https://<domainguid>.x and <your name> </end>\n\n<TraceSource>\n<Value a=\"b\">x</Value>\n";
    insta::assert_snapshot!(body(text), @r##"
    <p>https://&lt;domainguid&gt;.x and &lt;your name&gt; &lt;/end&gt;</p>
    <p>&lt;TraceSource&gt;
    &lt;Value a="b"&gt;x&lt;/Value&gt;
    </p>
    "##);
    insta::assert_snapshot!(flaws(text).join("\n"), @r##"
    PlaceholderAsHtml { name: "domainguid" }: <domainguid>
    PlaceholderAsHtml { name: "your" }: <your name>
    PlaceholderAsHtml { name: "TraceSource" }: <TraceSource>
    PlaceholderAsHtml { name: "Value" }: <Value a="b">
    "##);
}

#[test]
fn comments_are_kept_aside() {
    let text = "a <!-- one --> b\n\n<!-- faqtory-allow: x\n\ny -->\n\n> <!-- q\n> r -->\n";
    let document = parse(text);
    let found: Vec<_> = document.comments.iter().map(|span| span.slice(text)).collect();
    assert_eq!(found, ["<!-- one -->", "<!-- faqtory-allow: x\n\ny -->", "<!-- q\n> r -->"]);
    insta::assert_snapshot!(super::body_of(&document), @r##"
    <p>a  b</p>
    <blockquote></blockquote>
    "##);
}
