//! Whatever the input: no panic, no hang, well-formed HTML, places inside the text.

use super::{TestHost, assert_well_formed, parse, well_formed_body};
use crate::diagnostic::Span;
use crate::markdown::Document;
use proptest::prelude::*;
use std::fmt::Write;

/// All places a document speaks of.
pub(super) fn spans(document: &Document) -> Vec<Span> {
    let mut spans: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
    spans.extend(document.headings.iter().map(|heading| heading.span));
    spans.extend(document.headings.iter().flat_map(|heading| &heading.anchor).map(|anchor| anchor.span));
    spans.extend(document.anchors.iter().map(|anchor| anchor.span));
    spans.extend(document.links.iter().flat_map(|link| [link.span, link.destination_span]));
    spans.extend(document.images.iter().flat_map(|image| [image.span, image.destination_span]));
    spans.extend(document.includes.iter().flat_map(|include| [include.span, include.path_span]));
    spans.extend(document.lookups.iter().flat_map(|lookup| [lookup.source, lookup.translation]));
    spans.extend(document.flaws.iter().map(|flaw| flaw.span));
    spans.extend(&document.comments);
    spans
}

pub(super) fn assert_consistent(document: &Document, text: &str) {
    for span in spans(document) {
        assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
    }
    let mut end = 0;
    for block in &document.blocks {
        assert!(block.text.start >= end, "{block:?} in {text:?}");
        assert!(document.text.get(block.text.range()).is_some());
        end = block.text.end;
        for ((from, to), length) in [
            (block.links, document.links.len()),
            (block.images, document.images.len()),
            (block.lookups, document.lookups.len()),
        ] {
            assert!(from <= to && to as usize <= length);
        }
    }
    assert_eq!(document.text.lines().count(), document.blocks.len(), "{text:?}");
    for (index, link) in document.links.iter().enumerate() {
        assert_eq!(link.index as usize, index);
    }
}

fn check(text: &str) {
    let document = parse(text);
    assert_consistent(&document, text);
    let html = well_formed_body(&document);
    let mut title = String::new();
    document.write_title(&TestHost::new(&document), &mut title);
    assert_well_formed(&format!("<h1>{title}</h1>"));
    for index in 0..document.lookups.len() {
        let mut lookup = String::new();
        document.write_lookup(index, &TestHost::new(&document), &mut lookup);
        assert_well_formed(&lookup);
    }
    if !text.contains('\r') {
        assert_eq!(
            well_formed_body(&parse(&text.replace('\n', "\r\n"))),
            html,
            "line ends matter in {text:?}"
        );
    }
}

/// Pieces that stand in each other's way.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "    ",
    "text",
    "*",
    "**",
    "_",
    "`",
    "~~",
    "> ",
    "- ",
    "1. ",
    "# ",
    "## ",
    "|",
    "| a | b |\n|---|:-:|\n",
    "[",
    "](x.md)",
    "](",
    ")",
    "![",
    "[^1]",
    "\n[^1]: ",
    "<a href=\"x\">",
    "<a name=\"n\">",
    "</a>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "</tr>",
    "<th>",
    "<tbody>",
    "<caption>",
    "<ul>",
    "<ol start=3>",
    "<li>",
    "</li>",
    "</ul>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<h1>",
    "<h3 id=n>",
    "</h3>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<details open>",
    "<summary>",
    "</summary>",
    "</details>",
    "<blockquote>",
    "</blockquote>",
    "<figure>",
    "<figcaption>",
    "<br>",
    "<hr>",
    "<img src=x alt=y>",
    "<ruby>",
    "<rt>",
    "<rp>",
    "</ruby>",
    "<q cite=https://x>",
    "</q>",
    "<bdo dir=rtl>",
    "<bdo>",
    "<time datetime=2026>",
    "<section id=n>",
    "</section>",
    "<picture>",
    "<source src=x>",
    "<source src=https://x srcset=y>",
    "</picture>",
    "<video src=x poster=y autoplay>",
    "<track src=x default>",
    "</video>",
    "<audio>",
    "</audio>",
    "漢",
    "字\n",
    "\n: ",
    "\n\nTerm\n: ",
    "<span>",
    "</span>",
    "<span data-ttu-id=\"1\">",
    "<span class=\"sxs-lookup\">",
    "<span data-stu-id=\"1\">",
    "<span id=n>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<svg>",
    "</svg>",
    "<title>",
    "<textarea>",
    "<select>",
    "<option>",
    "<button>",
    "<form>",
    "<iframe src=x>",
    "<plaintext>",
    "<!-- c -->",
    "<!--",
    "-->",
    "<?d?>",
    "<![CDATA[",
    "<!DOCTYPE x>",
    "<domainguid>",
    "<x y='",
    "\"",
    "&amp;",
    "&#0;",
    "\0",
    "é",
    "א",
    "[!NOTE]",
    "> [!TIP]\n",
    "> [!FOO] ",
    "[!INCLUDE [a](b.md)]",
    "[!INCLUDE ",
    "[!VIDEO https://youtu.be/x]",
    "> [!div class=\"a\"]\n",
    "\n:::row:::\n",
    "\n:::column span=\"2\":::\n",
    "\n:::column-end:::\n",
    "\n:::row-end:::\n",
    "\n   :::zone pivot=\"x\"\n",
    "\n:::zone-end\n",
    ":::image source=\"a\" alt-text=\"b\" lightbox=\"c\":::",
    "\n:::image type=\"complex\" source=\"a\":::\n",
    ":::no-loc text=\"a &amp; b\":::",
    "\n:::image-end:::\n",
    ":::",
    "\n# [A](#tab/a)\n",
    "\n# [B](#tab/b)\n",
    "\n***\n",
    "- [x] ",
    "```\n",
    "{#id .c}",
    "javascript:x",
    "<a href=\"javascript:x\">",
    "<p onclick=x style=y>",
    "<http://x>",
    "<me@x.y>",
    "\\",
    "\t",
    "[d]: e\n",
    "[d]",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_pieces(text in soup()) {
        check(&text);
    }

    #[test]
    fn any_characters(text in "\\PC*") {
        check(&text);
    }

    #[test]
    fn any_start(text in "\\PC*", start in 0_usize..40) {
        let document = Document::parse(&text, start);
        assert_consistent(&document, &text);
    }
}

/// Deep or long input is finished with (work that grew with its square would take minutes here), and its page is no
/// more than its share.
#[test]
fn nothing_is_quadratic() {
    let many = 100_000;
    let mut numbered = String::new();
    for number in 0..many / 4 {
        let _ = writeln!(numbered, "## a <a name=\"a{}\"></a>\n", number / 2);
    }
    let inputs = [
        ">".repeat(many),
        "[".repeat(many),
        "![".repeat(many),
        "[!".repeat(many),
        "[!INCLUDE [".repeat(many),
        "> [!div a=\"".repeat(many / 4),
        ":::image a=\"".repeat(many),
        ":::no-loc text=\"".repeat(many),
        ":::no-loc text=\"a\":::".repeat(many),
        ":::row:::\n".repeat(many),
        ":::row-end:::\n".repeat(many),
        ":::".repeat(many),
        "*".repeat(many),
        "*a **a ".repeat(many),
        "- ".repeat(many),
        "<div>".repeat(many),
        "<b>".repeat(many),
        "a <b>".repeat(many),
        "a <script>".repeat(many),
        "<video>".repeat(many),
        "<video src=x></video>".repeat(many / 4),
        "<ruby><rt>".repeat(many / 4),
        "<a href id=x> ".repeat(many / 4),
        "漢\n*".repeat(many),
        "a\n: b\n\n".repeat(many / 4),
        "a\n: ".repeat(many),
        "## <x> <y>\n\n".repeat(many / 4),
        "</span>".repeat(many),
        "a <span class=\"sxs-lookup\">".repeat(many),
        "<a href=x>a".repeat(many),
        "<table><tr><td>".repeat(many / 3),
        "<ul><li>".repeat(many / 2),
        "a[^1]".repeat(many) + "\n\n[^1]: x",
        "# [a](#tab/a)\n".repeat(many / 4),
        "**a**\n\n".repeat(many / 4),
        "x".repeat(10_000_000),
        "<!--".repeat(many),
        "a <x y='".repeat(many),
        numbered,
    ];
    for text in inputs {
        let document = parse(&text);
        let mut html = String::new();
        document.write_body(&TestHost::new(&document), &mut html);
        let head: String = text.chars().take(30).collect();
        assert!(html.len() < 64 * text.len(), "{head} became {} bytes", html.len());
    }
}

/// html5gum would call itself for each attribute.
#[test]
fn a_tag_of_many_attributes_is_text() {
    let tag =
        |count: usize| "<p title=\"<b c='\" lang=en>x</p>".replace("lang=en", &"lang='e>n' ".repeat(count));
    assert!(!well_formed_body(&parse(&tag(400))).contains("&lt;p title="));
    for text in [tag(100_000), format!("a {}", tag(100_000)), format!("<!-- <a b=\" -->{}", tag(100_000))] {
        assert!(well_formed_body(&parse(&text)).contains("&lt;p title="));
    }
    // Many tags of few attributes are none of that.
    let cells = "<td lang=\"en\">x</td>".repeat(2_000);
    let table = well_formed_body(&parse(&format!("<table><tr>{cells}</tr></table>")));
    assert!(!table.contains("&lt;td"));
}

#[test]
fn a_page_stays_shallow() {
    for text in [">".repeat(5_000), "<div>".repeat(5_000), "- ".repeat(2_000), "*a **a ".repeat(2_000)] {
        let html = well_formed_body(&parse(&format!("{text} end")));
        assert!(html.contains("end"));
        let (mut depth, mut deepest) = (0_usize, 0);
        for part in html.split('<').skip(1) {
            depth = if part.starts_with('/') { depth.saturating_sub(1) } else { depth + 1 };
            deepest = deepest.max(depth);
        }
        assert!(deepest < 450, "{deepest}");
    }
}
