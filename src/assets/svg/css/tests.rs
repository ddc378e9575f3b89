//! Style sheets that load or seem to, and what is left of them: fixed points, in which another reader of CSS finds nothing.

use cssparser::{ParseError, Parser, Token};

use super::{ADDRESSES, clean, is_within};

/// What browsers read in a style sheet that loads, nested blocks included.
fn loaded(parser: &mut Parser<'_>, out: &mut Vec<String>) {
    let mut is_namespace = false;
    while let Ok(token) = parser.next_including_whitespace_and_comments() {
        match token.clone() {
            Token::AtKeyword(name) => {
                is_namespace = name.eq_ignore_ascii_case("namespace");
                if name.eq_ignore_ascii_case("import") {
                    out.push("@import".to_owned());
                }
            }
            Token::Semicolon => is_namespace = false,
            Token::UnquotedUrl(address) if !is_namespace && !is_within(&address) => {
                out.push(address.to_string());
            }
            Token::Function(name) => {
                let is_url = name.eq_ignore_ascii_case("url") && !is_namespace;
                if ADDRESSES.contains(&&*name.to_ascii_lowercase()) {
                    out.push(name.to_string());
                }
                nested(parser, is_url, out);
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                nested(parser, false, out);
            }
            _ => {}
        }
    }
}

fn nested(parser: &mut Parser<'_>, is_url: bool, out: &mut Vec<String>) {
    let _ = parser.parse_nested_block(|inner| {
        let start = inner.state();
        if is_url
            && let Ok(address) = inner.expect_string()
            && !is_within(address)
        {
            out.push(address.to_string());
        }
        inner.reset(&start);
        loaded(inner, out);
        Ok::<_, ParseError<()>>(())
    });
}

/// The style sheet without what loads: cleaning it again changes nothing, and browsers find nothing in it.
#[track_caller]
fn sound(css: &str) -> String {
    let (cleaned, removed) = clean(css);
    let (again, left) = clean(&cleaned);
    assert!(left.is_empty(), "{css:?} became {cleaned:?}, and that {again:?}");
    assert_eq!(again, cleaned, "{css:?}");
    assert!(!removed.is_empty() || cleaned == css, "{css:?} became {cleaned:?}");
    let mut loads = Vec::new();
    loaded(&mut Parser::new(&cleaned), &mut loads);
    assert!(loads.is_empty(), "{css:?} became {cleaned:?}, which loads {loads:?}");
    cleaned.into_owned()
}

#[test]
fn what_loads_is_taken_out() {
    for (css, expected) in [
        ("a { fill: url(https://e.example/x) }", "a { fill: url(data:,) }"),
        ("a { fill: url( \"//e.example/x#y\" ) red }", "a { fill: url(data:,) red }"),
        ("a { fill: \\75RL(x.svg#y) }", "a { fill: url(data:,) }"),
        ("a { fill: u\\72\nl(x.svg#y) }", "a { fill: url(data:,) }"),
        ("a { fill: url(\\68ttps://e.example/) }", "a { fill: url(data:,) }"),
        ("@import url(https://e.example/x.css); b {}", " b {}"),
        ("@\\69mport 'x;y.css' screen;b {}", "b {}"),
        ("@IMPORT \"x", ""),
        ("a { b: image-set(\"https://e.example/x\" 1x, url(y) 2x) c }", "a { b: url(data:,) c }"),
        ("a { b: -webkit-image-set(url(x) 1x) }", "a { b: url(data:,) }"),
        ("/* ' */ a { b: url(x) } /* ' */", "/* ' */ a { b: url(data:,) } /* ' */"),
        ("a { b: 'x\ny: url(z)' }", "a { b: 'x\ny: url(data:,)' }"),
        ("a { b: url(data:text/html,x) }", "a { b: url(data:,) }"),
        ("a { b: url(x", "a { b: url(data:,)"),
        (
            "@font-face { src: local(x), url(https://e.example/f.woff2) }",
            "@font-face { src: local(x), url(data:,) }",
        ),
        ("a { b: src(\"x\") }", "a { b: url(data:,) }"),
        ("a { --x: \"\\\r\n\"; b: url(x); --y: \"\" }", "a { --x: \"\\\n\"; b: url(data:,); --y: \"\" }"),
        ("a { b: url(\"\\\r\n//e.example/x\") }", "a { b: url(data:,) }"),
        ("a { --x: '\\\u{c}'; b: url(x) }", "a { --x: '\\\n'; b: url(data:,) }"),
    ] {
        assert_eq!(sound(css), expected, "{css}");
    }
}

#[test]
fn what_is_left_does_not_join() {
    for (css, expected) in [
        ("#@import);url(#@import/*", "#/**/url(#@import/*"),
        ("URL@import;(\\\"", "URL/**/(\\\""),
        ("URL@import;(\"//e", "URL/**/(\"//e"),
        ("a{b:u@import;rl(//e)}", "a{b:u/**/rl(//e)}"),
        ("a{b:u@import x;@import y;rl(//e)}", "a{b:u/**//**/rl(//e)}"),
        // An escape swallows a space behind it.
        ("a{b:\\75@import;rl(//e)}", "a{b:\\75/**/rl(//e)}"),
        ("a{b:\\75 @import;rl(//e)}", "a{b:\\75 /**/rl(//e)}"),
        ("a{b:\\000075@import;rl(//e)}", "a{b:\\000075/**/rl(//e)}"),
        ("@im@import;port '//e'", "@im/**/port '//e'"),
        ("@@import;import '//e'", "@/**/import '//e'"),
        ("@import;@@import;import '//e'", "@/**/import '//e'"),
        ("a{b:1@import;url(//e)}", "a{b:1/**/url(data:,)}"),
        ("a{b:-@import;url(#c)}", "a{b:-/**/url(#c)}"),
        ("/@import;* url(//e) */", "//**/* url(data:,) */"),
        ("/@import;/* url(//e) */", "//**//* url(//e) */"),
        ("<!-@import;-url(//e)", "<!-/**/-url(//e)"),
        ("@namespace@import;url(//e)", "@namespace/**/url(data:,)"),
        ("a{@import 'x'}b{}", "a{/**/}b{}"),
        ("a{b:#url(//e)url(//e)}", "a{b:#url(//e)url(data:,)}"),
    ] {
        assert_eq!(sound(css), expected, "{css}");
    }
}

#[test]
fn what_stays_hides_nothing() {
    for (css, expected) in [
        (
            "@namespace /* ' */ url(//n); a{b:url(//e)} /* ' */",
            "@namespace /* ' */ url(//n); a{b:url(data:,)} /* ' */",
        ),
        ("@namespace a url(//n) url(//e);", "@namespace a url(//n) url(data:,);"),
        ("@namespace image-set('//e')", "@namespace url(data:,)"),
        ("a{b:url('#c' /* ) ' */);d:url(//e);e:''}", "a{b:url('#c' /* ) ' */);d:url(data:,);e:''}"),
        ("a{b:url('#c' url(//e))}", "a{b:url('#c' url(data:,))}"),
        ("a{b:url(\"#c\n//d\" url(//e) \")}", "a{b:url(\"#c\n//d\" url(//e) \")}"),
        // The line end belongs to the escape, the text goes on behind it.
        ("a{b:'\\75\n/*';d:url(//e)}", "a{b:'\\75\n/*';d:url(data:,)}"),
        ("a{b:'\\75\r\n/*';d:url(//e)}", "a{b:'\\75\n/*';d:url(data:,)}"),
        ("a{b:'\\000075\n/*';d:url(//e)}", "a{b:'\\000075\n/*';d:url(data:,)}"),
        ("a{b:url('#\\75\n/*');d:url(//e)}", "a{b:url('#\\75\n/*');d:url(data:,)}"),
        ("a{b:image-set('x' /* ) */ 1x);c:d}", "a{b:url(data:,);c:d}"),
        ("a{b:image-set(url(//e/*y) 1x);c:d}", "a{b:url(data:,);c:d}"),
        ("@import url(//e/*y) a;b{}", "b{}"),
        ("@import /* ; */ '//e';b{}", "b{}"),
        ("a{b:<!--url(//e)}", "a{b:<!--url(data:,)}"),
        ("a{b:url(\"''\")}", "a{b:url(data:,)}"),
    ] {
        assert_eq!(sound(css), expected, "{css}");
    }
}

#[test]
fn what_is_in_the_file_stays() {
    for css in [
        "",
        ".a{fill:url(#b);clip-path:url('#c');filter:url( \"#d\" )}",
        "@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA) format('woff2')}",
        "@font-face{src:url(data:application/font-woff;charset=utf-8;base64,AAAA)}",
        "a{background:url(DATA:image/png;base64,AAAA)}",
        "a{content:'url(https://e.example/)'} /* @import 'x'; url(y) */",
        "@media print{a{color:rgb(1,2,3)}} @keyframes x{to{transform:rotate(1turn)}}",
        "a{b:my-url(x);c:curl(y)}",
        "@charset \"utf-8\";",
        "@namespace svg url(http://www.w3.org/2000/svg);",
        "\\",
        "a{b:c\\",
    ] {
        assert_eq!(clean(css), (css.into(), Vec::new()), "{css}");
        sound(css);
    }
}

proptest::proptest! {
    #[test]
    fn nothing_makes_it_panic_and_nothing_is_left(
        css in "(url\\(|URL|u|rl\\(|src\\(|image-set\\(|@import|@namespace|@|im|port|\"|'|\\\\|\\\\75 ?|/\\*|\\*/|/|<!--|-|\\(|\\)|\\{|\\}|;|ā|\n|\r|\u{c}| |#|//e|x|1){0,40}"
    ) {
        sound(&css);
    }
}
