//! What stays of a drawing, and what does not. Whether browsers agree is tried in `tests/slow/browser.rs`.

#![allow(clippy::panic, reason = "what goes wrong here is a failed test")]

use super::*;

fn cleaned(text: &str) -> (String, Vec<String>) {
    match clean(text.as_bytes()) {
        Content::Cleaned(cleaned) => {
            let text = String::from_utf8(cleaned.bytes.clone()).unwrap();
            for removed in &cleaned.removed {
                assert!(cleaned.text.get(removed.at.clone()).is_some());
            }
            (text, cleaned.removed.iter().map(|removed| removed.what.clone()).collect())
        }
        other => panic!("{text}: {other:?}"),
    }
}

/// A drawing with this in it, cleaned; and what was taken out.
fn within(inside: &str) -> String {
    const HEAD: &str =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";
    let (text, removed) = cleaned(&format!("{HEAD}{inside}</svg>"));
    let rest = text.strip_prefix(HEAD).and_then(|text| text.strip_suffix("</svg>")).unwrap();
    assert_eq!(clean(text.as_bytes()), Content::Sound, "{text}");
    format!("{rest} – {}", removed.join(" "))
}

#[test]
fn what_runs_is_taken_out() {
    for (inside, expected) in [
        ("a<script>b</script>c", "ac – script"),
        ("<script href='x.js'/><g/>", "<g/> – script"),
        ("<s:script xmlns:s='http://www.w3.org/2000/svg'>x</s:script>", " – s:script"),
        ("<script xmlns='http://www.w3.org/1999/xhtml'>x</script>", " – script"),
        ("<g onclick='x()' id='a'/>", "<g id='a'/> – onclick"),
        ("<g\n\tonclick = \"x()\"\n>t</g>", "<g\n>t</g> – onclick"),
        ("<g x:onload='x' />", "<g /> – x:onload"),
        ("<a xlink:href='java&#10;script:x()'>t</a>", "<a>t</a> – xlink:href"),
        ("<a href=' JavaScript:x()'>t</a>", "<a>t</a> – href"),
        ("<a href='data:text/html,x'>t</a>", "<a>t</a> – href"),
        ("<a><set attributeName='href' to='javascript:x()'/>t</a>", "<a>t</a> – set"),
        ("<a><animate attributeName=' xlink:href' values='x'><desc/></animate>t</a>", "<a>t</a> – animate"),
        ("<set attributeName='onclick' to='x()'/>", " – set"),
        ("<handler type='x'>y</handler><listener/>", " – handler listener"),
        ("<x:listener xmlns:x='http://www.w3.org/2001/xml-events'/>", " – x:listener"),
        ("<iframe src='x'/><object>t</object><embed/><video/>", " – iframe object embed video"),
        ("<unknown>t<g/></unknown>", "t<g/> – unknown"),
        ("<metadata><script>x</script></metadata>", "<metadata></metadata> – script"),
        ("<script><script/></script>t", "t – script"),
    ] {
        assert_eq!(within(inside), expected, "{inside}");
    }
}

#[test]
fn what_loads_is_taken_out() {
    for (inside, expected) in [
        ("<image href='https://e.example/x.png' x='1'/>", "<image x='1'/> – href"),
        ("<image xlink:href='x.png'/>", "<image/> – xlink:href"),
        ("<use href='data:image/svg+xml,x#a'/>", "<use/> – href"),
        ("<use xlink:href='x.svg#a'/>", "<use/> – xlink:href"),
        ("<feImage href='//e.example/x'/>", "<feImage/> – href"),
        ("<g style='fill:url(//e.example/x#a);x:y'/>", "<g style='fill:url(data:,);x:y'/> – url()"),
        ("<g fill='u&#x72;l(//e.example/x#a)'/>", "<g/> – fill"),
        ("<g filter='url(x.svg#a)' mask='url(#b)'/>", "<g mask='url(#b)'/> – filter"),
        ("<set attributeName='fill' to='url(//e.example/x)'/>", "<set attributeName='fill'/> – to"),
        ("<style>@import 'x'; a{b:c}</style>", "<style> a{b:c}</style> – @import"),
        ("<style>a&gt;b{c:ur<![CDATA[l(x)]]>}</style>", "<style>a&gt;b{c:url(data:,)}</style> – url()"),
        ("<style>a{<g/>b:url(x)}</style>", "<style>a{b:url(data:,)}</style> – g url()"),
        ("<g xml:base='https://e.example/'/>", "<g/> – xml:base"),
        ("<x:y xmlns:x='urn:x' xml:base='https://e.example/'/>", "<x:y xmlns:x='urn:x'/> – xml:base"),
        ("<?xml-stylesheet href='x'?>", " – xml-stylesheet"),
        ("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='x'/>", " – xi:include"),
    ] {
        assert_eq!(within(inside), expected, "{inside}");
    }
}

#[test]
fn the_text_of_foreign_objects_stays() {
    let inside = "<foreignObject width='9'><div xmlns='http://www.w3.org/1999/xhtml' style='color:red' onclick='x()'>a \
                  <b>b</b> <form action='x'><input value='y'/>c</form><script>d</script><img src='x.png'/>\
                  <a href='https://e.example/'>e</a><iframe src='x'></iframe></div></foreignObject>";
    assert_eq!(
        within(inside),
        "<foreignObject width='9'><div xmlns='http://www.w3.org/1999/xhtml' style='color:red'>a \
         <b>b</b> c<img/><a href='https://e.example/'>e</a></div></foreignObject> \
         – onclick form input script src iframe"
    );
}

#[test]
fn attributes_that_neither_run_nor_load_stay() {
    for attribute in [
        "t='1696' class='icon' p-id='4012'",
        "font-variability='normal'",
        "viewbox='0 0 1 1'",
        "className='a' strokeWidth='2' strokeLinecap='round' clipPath='url(#a)'",
        "part='a' slot='b' itemprop='c' nonce='d' data-x='url(y)' aria-label='javascript:'",
        "sketch='C:\\a' note='a: b'",
    ] {
        let text = format!("<svg xmlns='http://www.w3.org/2000/svg' {attribute}><g {attribute}/></svg>");
        assert_eq!(clean(text.as_bytes()), Content::Sound, "{text}");
    }
}

#[test]
fn attributes_that_nobody_knows_do_not_hide_what_acts() {
    for (inside, expected) in [
        ("<g ONCLICK='x' onfuture='y'/>", "<g/> – ONCLICK onfuture"),
        ("<g HREF='x' xhref='x' Src='x' attributionsrc='x'/>", "<g/> – HREF xhref Src attributionsrc"),
        ("<a ping='https://e.example/' download='x'>t</a>", "<a download='x'>t</a> – ping"),
        ("<g future='url(//e.example/x)' a='u\\72l(x)' b='image-set(\"x\" 1x)'/>", "<g/> – future a b"),
        ("<g a='java&#10;script:x()' b=' JavaScript:x'/>", "<g/> – a b"),
        ("<animate AttributeName='href' values='x'/>", "<animate values='x'/> – AttributeName"),
        (
            "<b xmlns='http://www.w3.org/1999/xhtml' future='x' part='y'>t</b>",
            "<b xmlns='http://www.w3.org/1999/xhtml' part='y'>t</b> – future",
        ),
    ] {
        assert_eq!(within(inside), expected, "{inside}");
    }
}

#[test]
fn formulas_stay() {
    const MATH: &str = "<math xmlns='http://www.w3.org/1998/Math/MathML'";
    let plain = format!(
        "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject>{MATH} display='block'><mfrac><mi \
         mathvariant='normal'>x</mi><mn>2</mn></mfrac></math></foreignObject></svg>"
    );
    assert_eq!(clean(plain.as_bytes()), Content::Sound);
    assert_eq!(
        within(&format!(
            "{MATH} onclick='x()' href='javascript:x()'><maction actiontype='x'><mi style='a:url(x)'>y</mi>\
             </maction><semantics><mn>1</mn><annotation-xml><script/></annotation-xml></semantics></math>"
        )),
        format!(
            "{MATH}><mi style='a:url(data:,)'>y</mi><mn>1</mn></math> \
             – onclick href maction url() semantics annotation-xml script"
        )
    );
}

#[test]
fn plain_drawings_stay_byte_for_byte() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/svg/plain");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let bytes = std::fs::read(&file).unwrap();
        assert_eq!(clean(&bytes), Content::Sound, "{}", file.display());
        let text = String::from_utf8(bytes).unwrap();
        if !text.contains("encoding=") {
            let utf16: Vec<u8> =
                [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
            assert_eq!(clean(&utf16), Content::Sound, "{} as UTF-16", file.display());
        }
        files += 1;
    }
    assert!(files >= 8);
}

#[test]
fn declarations_keep_what_is_simple() {
    const SVG: &str = "xmlns=\"http://www.w3.org/2000/svg\"";
    let simple = format!(
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://x/svg11.dtd\" [<!ENTITY a \"b\">]><svg {SVG} id=\"&a;\">&a;</svg>"
    );
    assert_eq!(clean(simple.as_bytes()), Content::Sound);
    for declared in [
        "<!ENTITY x \"<script>1</script>\">",
        "<!ENTITY x \"&#60;script>\">",
        "<!ENTITY x SYSTEM \"https://e.example/x\">",
        "<!ENTITY % x \"y\"> %x;",
        "<!ATTLIST svg onload CDATA \"x()\">",
        "<!ELEMENT svg ANY>",
    ] {
        let text = format!("<!DOCTYPE svg [<!ENTITY a 'b'>{declared}<!-- ' -->]><svg {SVG}>&a;</svg>");
        let (left, removed) = cleaned(&text);
        assert_eq!(left, format!("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg {SVG}>&a;</svg>"));
        assert_eq!(removed, ["DOCTYPE"]);
        let used = format!("<!DOCTYPE svg [{declared}]><svg {SVG}>&x;</svg>");
        assert!(matches!(clean(used.as_bytes()), Content::Refused(_)), "{used}");
    }
    let bomb =
        format!("<!DOCTYPE svg [<!ENTITY a '{}'>]><svg {SVG}>{}</svg>", "x".repeat(1000), "&a;".repeat(2000));
    assert!(matches!(
        clean(bomb.as_bytes()),
        Content::Refused(Refusal::Damaged { what: "too many entities", .. })
    ));
}

#[test]
fn encodings_that_browsers_may_read_otherwise_are_written_anew() {
    let text =
        "<?xml version=\"1.0\" encoding=\"utf-7\"?><svg xmlns=\"http://www.w3.org/2000/svg\">+ADw-</svg>";
    assert_eq!(
        cleaned(text),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\">+ADw-</svg>".to_owned(), vec!["encoding".to_owned()])
    );
    let tricked = text.replace("<?xml ", "<?xmls ");
    assert_eq!(clean(tricked.as_bytes()), Content::Refused(Refusal::Encoding));
    let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><svg xmlns='http://www.w3.org/2000/svg' onload='x'>\xe9</svg>";
    assert!(matches!(clean(latin), Content::Cleaned(_)));
}

#[test]
fn what_browsers_show_as_an_error_is_refused() {
    const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"";
    for (text, line, column) in [
        (format!("{SVG}>\n <g></svg>"), 2, 5),
        (format!("{SVG}>"), 1, 41),
        (format!("{SVG}/>{SVG}/>"), 1, 42),
        (format!("{SVG} a=b/>"), 1, 43),
        (format!("{SVG} a/>"), 1, 42),
        (format!("{SVG} a=\"\"b=\"\"/>"), 1, 45),
        (format!("{SVG} a=\"<\"/>"), 1, 44),
        (format!("{SVG} a=\"\" a=\"\"/>"), 1, 1),
        (format!("{SVG}>&nope;</svg>"), 1, 41),
        (format!("{SVG}>& </svg>"), 1, 41),
        (format!("{SVG}>&#0;</svg>"), 1, 41),
        (format!("{SVG}/onload=\"x\">"), 1, 40),
        (format!("x{SVG}/>"), 1, 1),
        (format!("\n<?xml version='1.0'?>{SVG}/>"), 2, 1),
    ] {
        match clean(text.as_bytes()) {
            Content::Refused(Refusal::Damaged { line: at, column: there, .. }) => {
                assert_eq!((at, there), (line, column), "{text}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }
    for other in
        ["<svg/>", "<html xmlns='http://www.w3.org/1999/xhtml'/>", "<g xmlns='http://www.w3.org/2000/svg'/>"]
    {
        assert_eq!(clean(other.as_bytes()), Content::Refused(Refusal::NoSvg), "{other}");
    }
}

#[test]
fn large_and_deep_drawings_take_linear_time() {
    let deep = format!(
        "<svg xmlns='http://www.w3.org/2000/svg'>{}{}</svg>",
        "<g>".repeat(100_000),
        "</g>".repeat(100_000)
    );
    assert_eq!(clean(deep.as_bytes()), Content::Sound);
    let spaces: String =
        (0..20_000).map(|number| format!(" xmlns:a{number}='urn:x' a{number}:href='x'")).collect();
    let wide = format!("<svg xmlns='http://www.w3.org/2000/svg'{spaces}>{}</svg>", "<g/>".repeat(20_000));
    assert!(matches!(clean(wide.as_bytes()), Content::Cleaned(_)));
}

proptest::proptest! {
    #[test]
    fn what_is_left_has_nothing_to_take_out(
        inside in "(<g>|</g>|<script>|</script>|<a href='javascript:x'>|</a>| onload='x'|<g onload='x' |/>|<style>|</style>|url\\(x\\)|@import|&amp;|&x;|<!\\[CDATA\\[|\\]\\]>|<!--|-->|<\\?x |\\?>|ā|\"|'| ){0,30}"
    ) {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");
        if let Content::Cleaned(cleaned) = clean(text.as_bytes()) {
            let again = clean(&cleaned.bytes);
            assert_eq!(again, Content::Sound, "{text:?} became {:?}", String::from_utf8_lossy(&cleaned.bytes));
        }
    }

    #[test]
    fn nothing_makes_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
        clean(&bytes);
    }
}
