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

#[test]
fn a_link_without_a_target_can_be_an_anchor() {
    let text = "a <a href=\"\" id=\"b\"></a> <a href='#' name=c> </a> <a href=\"\" id=\"d\">words</a>\n\n> <a id=e href=\"\">\n> </a> f\n";
    let document = parse(text);
    assert_eq!(document.links.len(), 1, "what has a text is a link that leads nowhere");
    insta::assert_snapshot!(super::body_of(&document), @r#"
    <p>a <span id="b"></span> <span id="c"></span>  <span id="d"></span><a href="">words</a></p>
    <blockquote><span id="e"></span><p> f
    </p>
    </blockquote>
    "#);
}

#[test]
fn what_words_are_stays() {
    insta::assert_snapshot!(body("<abbr title=\"HyperText\">HTML</abbr> <dfn>d</dfn> <cite>c</cite> <q cite=\"https://q.example/\">q</q> <q cite=\"javascript:x\">r</q> <samp>s</samp> <var>v</var> <time datetime=\"2026-11-30T10:00Z\">t</time> <time datetime='<'>u</time> <data value=\"7\">seven</data>\n"), @r#"<p><abbr title="HyperText">HTML</abbr> <dfn>d</dfn> <cite>c</cite> <q cite="https://q.example/">q</q> <q>r</q> <samp>s</samp> <var>v</var> <time datetime="2026-11-30T10:00Z">t</time> <time>u</time> <data value="7">seven</data></p>"#);
    insta::assert_snapshot!(body("<bdi>a</bdi> <bdo dir=rtl>b</bdo> <bdo dir=auto>c</bdo> <bdo>d</bdo> <ruby>漢<rp>(</rp><rt>kan<rp>)</ruby> <rt>e</rt> <ruby>字<b><rt>ji</b></ruby>\n"), @r#"<p><bdi>a</bdi> <bdo dir="rtl">b</bdo> c d <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> e <ruby>字<b></b><rt>ji</rt></ruby></p>"#);
    insta::assert_snapshot!(body("<blockquote cite=\"https://q.example/\">\n\n<del datetime=2026-11-30 cite=a.md>x</del>\n\n</blockquote>\n"), @r#"
    <blockquote cite="https://q.example/">
    <p><del datetime="2026-11-30">x</del></p>
    </blockquote>
    "#);
}

#[test]
fn structure_of_a_page_becomes_divisions() {
    let text = "<section id=\"s\" class=x>\n\n## A\n\n</section>\n\n<main><article><header>b</header><nav lang=de>c</nav></article></main>\n";
    insta::assert_snapshot!(body(text), @r#"
    <div id="s">
    <h2 id="a">A</h2>
    </div>
    <div><div><div>b</div>
    <div lang="de">c</div>
    </div>
    </div>
    "#);
    assert_eq!(flaws(text), [""; 0]);
}

#[test]
fn a_picture_is_its_image() {
    let text = "<picture>\n  <source media=\"(prefers-color-scheme: dark)\" srcset=\"d.png 2x\">\n  <img src=\"a.png\" alt=\"A\">\n</picture>\n\nb <picture><source srcset=c><img src=d alt=D></picture> e\n";
    insta::assert_snapshot!(body(text), @r#"
    <p>
      
      <img src="a.png" alt="A" loading="lazy">

    </p>
    <p>b <img src="d" alt="D" loading="lazy"> e</p>
    "#);
    assert_eq!(flaws(text), [""; 0]);
    insta::assert_snapshot!(flaws("<source srcset=c> <track src=t>\n").join("\n"), @r#"
    RemovedHtml { what: "source" }: <source srcset=c>
    RemovedHtml { what: "track" }: <track src=t>
    "#);
}

#[test]
fn video_and_audio_are_played_if_they_are_own() {
    let text = "<video width=\"640\" height=x loop autoplay onplay=y poster=\"p.png\" title=\"T\" id=v>\n<source src=\"a.webm\" type='video/webm; codecs=\"vp9\"'>\n<source src=a.mp4>\n<source src=\"https://v.example/a.mp4\">\n\
                <track src=\"a.vtt\" kind=captions srclang=en label=\"E&quot;n\" default>\n<p>Your browser cannot play this.</p>\n</video>\n\na <audio src=\"b.mp3\"/> c <audio src=b.mp3>d</audio> e\n";
    let document = parse(text);
    insta::assert_snapshot!(super::body_of(&document), @r#"
    <span id="v"></span><p><video controls preload="metadata" title="T" width="640" poster="p.png"><source src="a.webm" type="video/webm; codecs=&quot;vp9&quot;"><source src="a.mp4"><track src="a.vtt" default kind="captions" label="E&quot;n" srclang="en"></video>
    </p>
    <p>a <audio controls preload="metadata"><source src="b.mp3"></audio> c <audio controls preload="metadata"><source src="b.mp3"></audio> e</p>
    "#);
    assert_eq!(document.text, "\na  c  e\n");
    let links = document.links.iter().map(|link| link.destination_span.slice(text));
    insta::assert_snapshot!(links.collect::<Vec<_>>().join(" "), @"a.webm a.mp4 https://v.example/a.mp4 a.vtt b.mp3 b.mp3");
    insta::assert_snapshot!(flaws(text).join("\n"), @r#"
    RemovedHtml { what: "onplay" }: onplay=y 
    RemovedHtml { what: "autoplay" }: autoplay
    "#);
}

#[test]
fn what_cannot_be_played_is_a_link_or_nothing() {
    let text = "<video src=\"https://v.example/a.mp4\"></video> <audio><source src=https://v.example/b.mp3></audio> <video src=missing.mp4></video> <video></video> <video src=\"javascript:x\"></video>\n\n\
                [a <video src=c.mp4>b</video> d](x.md)\n\n<a href=y.md><audio src=e.mp3></audio>f</a>\n\n## g <video src=h.mp4></video>\n";
    insta::assert_snapshot!(body(text), @r#"
    <p><a href="https://v.example/a.mp4" rel="external">&lt;video-play&gt;</a> <a href="https://v.example/b.mp3" rel="external">&lt;audio-play&gt;</a>   </p>
    <p><a href="x.md">a  d</a></p>
    <p><a href="y.md">f</a></p>
    <h2 id="g">g <video controls preload="metadata"><source src="h.mp4"></video></h2>
    "#);
    insta::assert_snapshot!(flaws(text).join("\n"), @r#"
    UnsafeUrl { scheme: "javascript" }: javascript:x
    RemovedHtml { what: "video" }: <video src=c.mp4>
    RemovedHtml { what: "audio" }: <audio src=e.mp3>
    "#);
}
