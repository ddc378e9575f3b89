//! What Microsoft Learn added to Markdown.

use super::{TestHost, assert_well_formed, body, body_of, flaws, parse, title_of};
use crate::markdown::{Document, IncludeForm, Placement};

#[test]
fn alerts() {
    let text = "> [!NOTE]\n> text\n\n> [!tip] same line\n> more\n\n> [! Warning ]\n>\n> - list\n\n- item\n\n  > [!IMPORTANT]\n  > deep\n\n> [!CAUTION]\n";
    insta::assert_snapshot!(body(text), @r##"
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <p>text</p>
    </div>
    <div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    <p>same line
    more</p>
    </div>
    <div class="alert alert-warning" role="note">
    <p class="alert-title">&lt;alert-warning&gt;</p>
    <ul><li>list</li>
    </ul>
    </div>
    <ul><li><p>item</p>
    <div class="alert alert-important" role="note">
    <p class="alert-title">&lt;alert-important&gt;</p>
    <p>deep</p>
    </div>
    </li>
    </ul>
    <div class="alert alert-caution" role="note">
    <p class="alert-title">&lt;alert-caution&gt;</p>
    </div>
    "##);
    assert!(flaws(text).is_empty());
}

#[test]
fn an_unknown_alert_is_a_quote() {
    let text = "> [!הערה]\n> טקסט\n\n> [!NOTE](x)\n\n> [!code-x[a](b)]\n";
    insta::assert_snapshot!(body(text), @r##"
    <blockquote><p>[!הערה]
    טקסט</p>
    </blockquote>
    <blockquote><p><a href="x">!NOTE</a></p>
    </blockquote>
    <blockquote><p>[!code-x<a href="b">a</a>]</p>
    </blockquote>
    "##);
    insta::assert_snapshot!(flaws(text).join("\n"), @r##"
    UnknownAlert { word: "הערה" }: הערה
    UnknownDirective { name: "code-x" }: code-x
    "##);
}

#[test]
fn divisions() {
    insta::assert_snapshot!(body("> [!div class=\"nextstepaction bad<\"]\n> [next](x.md)\n\n>[!div]\n> a\n"), @r##"
    <div class="nextstepaction"><p><a href="x.md">next</a></p>
    </div>
    <div><p>a</p>
    </div>
    "##);
}

#[test]
fn videos_are_links_to_known_hosts() {
    let text = "> [!VIDEO https://www.microsoft.com/embed/a_b_c?x=1&y]\n\n[!video https://youtu.be/x]\n\nsee [!VIDEO https://youtu.be/y] here\n\n> [!VIDEO https://evil.example/x]\n";
    insta::assert_snapshot!(body(text), @r##"
    <p class="video"><a href="https://www.microsoft.com/embed/a_b_c?x=1&amp;y" rel="external">&lt;video-play&gt;</a></p>
    <p class="video"><a href="https://youtu.be/x" rel="external">&lt;video-play&gt;</a></p>
    <p>see <a href="https://youtu.be/y" rel="external">&lt;video-play&gt;</a> here</p>
    <p>https://evil.example/x</p>
    "##);
    insta::assert_snapshot!(flaws(text).join("\n"), @r##"UnknownVideoHost { host: "evil.example" }: https://evil.example/x"##);
    assert_eq!(parse(text).links.len(), 3);
}

#[test]
fn includes_in_blocks_and_in_lines() {
    let text = "[!INCLUDE [a](a.md)]\n[!include[b](b.md)]\n\nIn [a [!INCLUDE [b](b.md)] line](x) **and [!INCLUDE [gone](gone.md)]**.\n\n## A\n";
    let document = parse(text);
    let forms: Vec<_> =
        document.includes.iter().map(|include| (&*include.path, include.form.clone())).collect();
    use IncludeForm::*;
    assert_eq!(forms, [("a.md", Block), ("b.md", Block), ("b.md", Inline), ("gone.md", Inline)]);
    assert_eq!(document.includes[1].path_span.slice(text), "b.md");
    assert_eq!(document.includes[1].span.slice(text), "[!include[b](b.md)]");
    let host = TestHost::new(&document)
        .with("a.md", "# A\n\nnote[^1] <a name=\"x\"></a>\n\n[^1]: n\n")
        .with("b.md", "**B** [link](y) <a name=\"x\"></a>\n");
    let mut html = String::new();
    document.write_body(&host, &mut html);
    assert_well_formed(&html);
    insta::assert_snapshot!(html, @r##"
    <h2 id="a">A</h2>
    <p>note<sup class="footnote"><a href="#fn:1-1" id="fnref:1-1" role="doc-noteref">1</a></sup> <span id="x"></span></p>
    <section class="footnotes" role="doc-endnotes" aria-label="&lt;footnotes&gt;">
    <ol>
    <li id="fn:1-1"><p>n <a href="#fnref:1-1" role="doc-backlink" aria-label="&lt;footnote-back&gt;">↩</a></p>
    </li>
    </ol>
    </section>
    <p><strong>B</strong> <a href="y">link</a> </p>
    <p>In [a <strong>B</strong> <a href="y">link</a>  line](x) <strong>and </strong>.</p>
    <h2 id="a-1">A</h2>
    "##);
}

/// A host whose include includes itself.
struct Mirror(Document);

impl crate::markdown::Host for Mirror {
    fn link(&self, _: &crate::markdown::Link) -> crate::markdown::LinkHtml {
        crate::markdown::LinkHtml::default()
    }
    fn image(&self, _: &crate::markdown::Image) -> Option<crate::markdown::ImageHtml> {
        None
    }
    fn heading(&self, _: usize) -> crate::markdown::HeadingId<'_> {
        crate::markdown::HeadingId { id: "same", alias: None }
    }
    fn include<'a>(
        &'a self,
        _: &crate::markdown::Include,
    ) -> Option<(&'a Document, Box<dyn crate::markdown::Host + 'a>)> {
        Some((&self.0, Box::new(Self(self.0.clone()))))
    }
    fn message(&self, key: &str) -> String {
        key.to_owned()
    }
}

#[test]
fn includes_end_even_if_the_host_does_not_end_them() {
    let document = parse("## h\n\n[!INCLUDE [a](a)]\n\n[!INCLUDE [a](a)]\n");
    let mut html = String::new();
    document.write_body(&Mirror(document.clone()), &mut html);
    assert_well_formed(&html);
    assert!(html.matches("<h2").count() <= 1_001);
}

#[test]
fn image_directives() {
    let text = "Text :::image type=\"icon\" source=\"i.png\" alt-text=\"x\"::: more\n\n:::image type=\"content\" source=\"a_b_c.png\" alt-text=\"A *b*.\" lightbox=\"big.png\" border=\"true\":::\n\n[:::image source=\"s.png\" alt-text=\"S\" lightbox=\"t\":::](x)\n";
    let document = parse(text);
    insta::assert_snapshot!(body_of(&document), @r##"
    <p>Text <img src="i.png" alt="" loading="lazy"> more</p>
    <p><a href="big.png" class="lightbox" aria-label="A *b*. – &lt;image-enlarge&gt;"><img src="a_b_c.png" alt="A *b*." class="border" loading="lazy"></a></p>
    <p><a href="x"><img src="s.png" alt="S" loading="lazy"></a></p>
    "##);
    assert_eq!(document.images[1].destination_span.slice(text), "a_b_c.png");
    assert_eq!(document.links[0].destination_span.slice(text), "big.png");
}

#[test]
fn anchors_stand_where_they_may() {
    let text = "<a name=\"one\"></a>\n\n<a id=\"two\"></a>text <a name=\"one\"></a>\n\n<div id=\"three\">x</div>\n\n- <a name='four'>inside</a>\n";
    let document = parse(text);
    insta::assert_snapshot!(body_of(&document), @r##"
    <span id="one"></span><span id="two"></span><p>text </p>
    <div id="three">x</div>
    <ul><li><span id="four"></span>inside</li>
    </ul>
    "##);
    let places: Vec<_> = document.anchors.iter().map(|anchor| anchor.span.slice(text)).collect();
    assert_eq!(places, ["one", "two", "three", "four"]);
    insta::assert_snapshot!(flaws(text).join("\n"), @r##"DuplicateAnchor { name: "one" }: one"##);
}

#[test]
fn source_text_of_bilingual_articles_is_kept_apart() {
    let text = "# <a name=\"t\"></a><span data-ttu-id=\"1\">כותרת</span><span class=\"sxs-lookup\"><span data-stu-id=\"1\">Title</span></span>\n\n\
        [<span data-ttu-id=\"2\">א</span><span class=\"sxs-lookup\"><span data-stu-id=\"2\">A *d* ![e](f)</span></span>](x.md)\n\n\
        **<span data-ttu-id=\"3\">שאלה?</span><span class=\"sxs-lookup\"><span data-stu-id=\"3\">Question?</span></span>**\n\n\
        - <span data-ttu-id=\"4\">**ג**</span><span class=\"sxs-lookup\"><span data-stu-id=\"4\">**G** [b](c)</span></span>\n\n\
        <span data-ttu-id=\"5\">open</span><span class=\"sxs-lookup\"><span data-stu-id=\"5\">never closed\n\nplain\n";
    let document = parse(text);
    assert_eq!(title_of(&document), "כותרת");
    insta::assert_snapshot!(body_of(&document), @r##"
    <p><a href="x.md">א</a></p>
    <h2 id="שאלה">שאלה?</h2>
    <ul><li><strong>ג</strong></li>
    </ul>
    <p>open</p>
    <p>plain</p>
    "##);
    assert_eq!(document.text, "כותרת\nא\nשאלה?\nג\nopen\nplain\n");
    let pairs: Vec<_> = document
        .lookups
        .iter()
        .map(|lookup| (lookup.translation.slice(text), lookup.source.slice(text), &*lookup.source_text))
        .collect();
    assert_eq!(
        pairs,
        [
            ("כותרת", "Title", "Title"),
            ("א", "A *d* ![e](f)", "A d"),
            ("שאלה?", "Question?", "Question?"),
            ("**ג**", "**G** [b](c)", "G b"),
            ("open", "never closed", "never closed"),
        ]
    );
    let places: Vec<_> = document.links.iter().map(|link| (&*link.destination, link.placement)).collect();
    assert_eq!(places, [("x.md", Placement::Body), ("c", Placement::Lookup)]);
    assert_eq!(document.blocks[1].lookups, (1, 2));
    let mut lookup = String::new();
    document.write_lookup(1, &TestHost::new(&document), &mut lookup);
    insta::assert_snapshot!(lookup, @r##"A <em>d</em> <img src="f" alt="e" loading="lazy">"##);
}

#[test]
fn tabs_work_without_script() {
    let text = "# [Windows](#tab/win)\n\none\n\n***\n\n# [macOS](#tab/mac)\n\na\n\n# [**Linux**](#tab/linux)\n\n- b\n\n---\n\nafter\n\n***\n\n# [T](#tab/x)\n\nopen\n";
    insta::assert_snapshot!(body(text), @r##"
    <div class="tabs">
    <details class="tab" name="tabs-1" open><summary>Windows</summary>
    <p>one</p>
    </details>
    </div>
    <div class="tabs">
    <details class="tab" name="tabs-2" open><summary>macOS</summary>
    <p>a</p>
    </details>
    <details class="tab" name="tabs-2"><summary><strong>Linux</strong></summary>
    <ul><li>b</li>
    </ul>
    </details>
    </div>
    <p>after</p>
    <hr>
    <div class="tabs">
    <details class="tab" name="tabs-3" open><summary>T</summary>
    <p>open</p>
    </details>
    </div>
    "##);
    insta::assert_snapshot!(flaws(text).join("\n"), @r#"UnclosedDirective { name: "tab", end: "***" }: # [T](#tab/x)"#);
    assert!(parse(text).links.is_empty());
}
