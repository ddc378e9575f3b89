//! Places are bytes of the whole file.

use super::parse;
use crate::markdown::Document;

#[test]
fn front_matter_and_byte_order_mark_count() {
    let text = "\u{feff}---\ntitle: é\n---\n# <a name=\"x\"></a>T\r\n\r\n[a](b.md) <https://c>\r\n";
    let document = Document::parse(text, text.find("# ").unwrap());
    let title = document.title_heading().unwrap();
    assert_eq!(title.span.slice(text).trim(), "# <a name=\"x\"></a>T");
    assert_eq!(title.anchor.as_ref().unwrap().span.slice(text), "x");
    assert_eq!(document.links[0].span.slice(text), "[a](b.md)");
    assert_eq!(document.links[0].destination_span.slice(text), "b.md");
    assert_eq!(document.links[1].destination_span.slice(text), "https://c");
    let bare = Document::parse("\u{feff}# T", 0);
    assert_eq!(&*bare.title_heading().unwrap().text, "T");
    assert_eq!(bare.title_heading().unwrap().span.start, 3);
}

#[test]
fn destinations_are_found() {
    let text = "[a `b]` c](<u r> \"t\") [d\\](e)](f(g)h) ![i](j.png) [k][l] [l] [**m**](\n  n 'o')\n\n[l]: <p q>\n\n> <a\n> href='r'>s</a>\n";
    let document = parse(text);
    let found: Vec<_> = document.links.iter().map(|link| link.destination_span.slice(text)).collect();
    assert_eq!(found, ["u r", "f(g)h", "p q", "p q", "n", "r"]);
    assert_eq!(document.images[0].destination_span.slice(text), "j.png");
}

#[test]
fn blocks_have_their_links_and_places() {
    let text = "[a](b)\n\n- [c](d) e\n  - f\n\n| [g](h) |\n|---|\n";
    let document = parse(text);
    let found: Vec<_> = document
        .blocks
        .iter()
        .map(|block| (block.span.slice(text).trim(), block.text.slice(&document.text), block.links))
        .collect();
    assert_eq!(
        found,
        [("[a](b)", "a", (0, 1)), ("[c](d) e", "c e", (1, 2)), ("f", "f", (2, 2)), ("[g](h)", "g", (2, 3)),]
    );
}

#[test]
fn heading_ids_have_a_place() {
    let text = "## A#id {.c #id}\n";
    let document = parse(text);
    let anchor = document.headings[0].anchor.as_ref().unwrap();
    assert_eq!((&*anchor.name, anchor.span.start as usize), ("id", text.rfind("id").unwrap()));
}
