//! Ends of lines in text: white space, but not between letters of East Asia.

use super::{body_of, parse, title_of};

#[test]
fn lines_of_east_asia_are_joined() {
    for (text, html, plain) in [
        ("\u{6f22}\u{5b57}\n\u{6f22}", "<p>漢字漢</p>\n", "漢字漢"),
        ("はい、\nそう。\n「か」\nＡ", "<p>はい、そう。「か」Ａ</p>\n", "はい、そう。「か」Ａ"),
        (
            "漢\n**字**\n[か](x.md)\n*な*",
            "<p>漢<strong>字</strong><a href=\"x.md\">か</a><em>な</em></p>\n",
            "漢字かな",
        ),
        ("**漢\n字**\n~~か~~", "<p><strong>漢字</strong><del>か</del></p>\n", "漢字か"),
        ("漢 \n   字", "<p>漢字</p>\n", "漢字"),
        ("漢\n&#23383;", "<p>漢字</p>\n", "漢字"),
        ("> 漢\n> 字\n", "<blockquote><p>漢字</p>\n</blockquote>\n", "漢字"),
        ("漢  \n字", "<p>漢<br>\n字</p>\n", "漢 字"),
        ("漢\nabc\n字", "<p>漢\nabc\n字</p>\n", "漢 abc 字"),
        ("漢\n[abc](x.md)", "<p>漢\n<a href=\"x.md\">abc</a></p>\n", "漢 abc"),
        ("한국어\n문장", "<p>한국어\n문장</p>\n", "한국어 문장"),
        ("ภาษา\nไทย", "<p>ภาษา\nไทย</p>\n", "ภาษา ไทย"),
        ("漢😀\n字", "<p>漢😀\n字</p>\n", "漢😀 字"),
        ("漢\n`字`\n漢", "<p>漢\n<code dir=\"ltr\">字</code>\n漢</p>\n", "漢 字 漢"),
        ("<code>漢\n字</code>\n漢", "<p><code dir=\"ltr\">漢\n字</code>\n漢</p>\n", "漢 字 漢"),
        ("漢![字](x.png)\n字", "<p>漢<img src=\"x.png\" alt=\"字\" loading=\"lazy\">\n字</p>\n", "漢 字"),
        ("![漢\n字\na](x.png)", "<p><img src=\"x.png\" alt=\"漢字 a\" loading=\"lazy\"></p>\n", ""),
        ("漢<a name=\"n\"></a>\n字", "<p>漢<span id=\"n\"></span>字</p>\n", "漢字"),
    ] {
        let document = parse(text);
        assert_eq!((&*body_of(&document), document.text.trim()), (html, plain), "{text:?}");
    }
    let document = parse("漢\n字\n===\n\n```\n漢\n字\n```\n");
    assert_eq!(title_of(&document), "漢字");
    assert_eq!(&*document.headings[0].text, "漢字");
    assert_eq!(document.text, "漢字\n漢 字\n");
}

#[test]
fn lines_of_east_asia_are_joined_in_raw_html() {
    for (text, html, plain) in [
        ("<p>漢 \n  字 <b>か\n</b>な</p>\n", "<p>漢字 <b>か</b>な</p>\n", "漢字  かな"),
        ("<p>漢\nabc\n</p>\n", "<p>漢\nabc\n</p>\n", "漢 abc"),
        ("<pre>漢\n字</pre>\n", "漢\n字", "漢 字"),
        ("<div>漢\n<div>字</div>\nか</div>\n", "漢\n<div>字</div>\n\nか", "漢  字 か"),
    ] {
        let document = parse(text);
        let body = body_of(&document);
        assert!(body.contains(html), "{text:?}: {body}");
        assert_eq!(document.text.trim(), plain, "{text:?}");
    }
}
