//! What HTML becomes as Markdown.

use super::markdown;

#[test]
fn blocks() {
    let html = "<p>a <strong>b</strong> <em>c</em>\nd<br>\ne</p>\n<h2 id=\"x\">F</h2>\n<ul>\n<li>g\n<ol start=\"3\">\n<li>h</li>\n<li><p>i</p>\n\
                <p>j</p>\n</li>\n</ol>\n</li>\n<li></li>\n</ul>\n<div class=\"alert alert-tip\" role=\"note\">\n<p class=\"alert-title\">Tip</p>\n\
                <p>k</p>\n</div>\n<pre dir=\"ltr\"><code class=\"language-sh\"><span class=\"hl-x\">l</span> &lt;m&gt;\n\n```\n</code></pre>\n<p>n</p>\n<hr>\n";
    assert_eq!(
        markdown(html),
        "a **b** *c* d\\\ne\n\n## F\n\n- g\n\n  3. h\n\n  4. i\n\n     j\n\n-\n\n> **Tip**\n>\n> k\n\n````sh\nl <m>\n\n```\n````\n\nn\n\n***\n"
    );
}

#[test]
fn an_item_begins_with_its_quote() {
    let quote = |text: &str| format!("<blockquote><p>{text}</p>\n</blockquote>\n");
    let inner = format!("<ul><li>{}</li>\n</ul>\n", quote("b</p>\n<p>c"));
    let html = format!("<ol><li>{}{inner}</li>\n<li>{}</li>\n</ol>\n", quote("a"), quote(""));
    assert_eq!(markdown(&html), "1. > a\n\n   - > b\n     >\n     > c\n\n2. >\n");
}

#[test]
fn what_would_be_other_markup() {
    for (html, written) in [
        (
            "<table><tr><th>a</th><td><ul><li>b</li></ul></td></tr><tr><td><pre>x|y</pre></td></tr></table>",
            "| a | b |\n| --- | --- |\n| `x\\|y` |\n",
        ),
        ("<ul><li>a<ul><li><ul><li>b</li></ul></li></ul></li></ul>", "- a\n\n  -\n    - b\n"),
        ("<div><ul><li>a</li></ul>b</div>", "- a\n\nb\n"),
        ("<p>10<sup>6</sup></p>", "10<sup>6</sup>\n"),
        (
            "<p><strong>Note:</strong> a<strong>b:</strong>c <em>a</em><em>b</em></p>",
            "**Note:** a<strong>b:</strong>c *a*<em>b</em>\n",
        ),
        ("<h2>a #</h2>", "## a \\#\n"),
        ("<p>a!<a href=\"b\">c</a></p>", "a\\![c](b)\n"),
        ("<h2>a<br>\nb</h2>", "## a b\n"),
        ("<ul><li><hr></li></ul>", "- ***\n"),
        ("<p>a<b> b </b>c</p>", "a **b** c\n"),
        ("<p><b> b </b></p>", "**b**\n"),
        ("<p>a <em> <code>b</code> </em> c</p>", "a *`b`* c\n"),
        ("<p>a <a href=\"c\"><b> b </b></a> d</p>", "a [ **b**](c) d\n"),
    ] {
        assert_eq!(markdown(html), written, "{html}");
    }
}

#[test]
fn tables_links_and_images() {
    let html = "<div class=\"table\"><table><thead><tr><th>a</th>\n<th>b|c</th>\n</tr>\n</thead>\n<tbody><tr><td><p>d</p><p>e</p></td>\n\
                <td><code dir=\"ltr\">f|g</code></td>\n</tr>\n</tbody>\n</table></div>\n<p><a href=\"../x (y)/\">h</a> <img src=\"i.png\" alt=\"j [k]\">.</p>\n";
    assert_eq!(
        markdown(html),
        "| a | b\\|c |\n| --- | --- |\n| d e | `f\\|g` |\n\n[h](../x%20%28y%29/) ![j \\[k\\]](i.png).\n"
    );
}

#[test]
fn no_text_is_markup() {
    use pulldown_cmark::{Event, Options, Parser};
    for text in [
        "# a", "- a", "1. a", "a*b*c", "[x](y)", "<b>", "&lt;", "`c`", "~~d~~", "> e", "a | b", "___", "===",
        "1) x",
    ] {
        let html =
            format!("<p>{}</p>\n", text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
        let written = markdown(&html);
        let mut seen = String::new();
        for event in Parser::new_ext(&written, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Text(text) => seen.push_str(&text),
                Event::Start(tag) => assert_eq!(tag, pulldown_cmark::Tag::Paragraph, "{written}"),
                Event::End(_) => {}
                other => panic!("{written}: {other:?}"),
            }
        }
        assert_eq!(seen, text, "{written}");
    }
}
