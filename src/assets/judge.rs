//! What a file holds, whatever its name says: an image may be an HTML page, and XML may be a page of its own. Reads no disk.

use super::content::{Content, Refusal};
use super::svg;
use super::types::media_type;
use super::xml::{Doctype, PieceKind, Xml};

/// Bytes at the beginning of a file that decide whether it must be read as a whole.
pub const HEAD: usize = 2 << 10;

/// Namespaces whose elements browsers show and run, wherever they stand.
const SHOWN: [&str; 5] = [
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1998/Math/MathML",
    "http://www.w3.org/1999/XSL/Transform",
    "http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul",
];

/// Whether a file with this beginning is judged by all that it holds.
pub fn needs_all(extension: &str, head: &[u8]) -> bool {
    extension == "svg" || !is_text(extension) && looks_like_markup(head)
}

/// What a file holds; `bytes` are all of it, or its beginning where that is enough.
pub fn judge(extension: &str, bytes: &[u8]) -> Content {
    if extension == "svg" {
        return svg::clean(bytes);
    }
    if is_text(extension) || !looks_like_markup(bytes) {
        return Content::Sound;
    }
    // A type of its own is known to every host; for others that do not know it, browsers guess by what they see.
    let refusal = if media_type(extension).is_some() { Some(Refusal::Markup) } else { xml(extension, bytes) };
    refusal.map_or(Content::Sound, Content::Refused)
}

/// Whether hosts say of files of this extension that they are plain text: then no browser looks for HTML in them.
fn is_text(extension: &str) -> bool {
    media_type(extension).is_some_and(|media| media.starts_with("text/"))
}

/// Whether a browser that looks for XML or HTML would find some.
fn looks_like_markup(head: &[u8]) -> bool {
    let (units, rest) = match head {
        [0xef, 0xbb, 0xbf, rest @ ..] => (1, rest),
        [0xff, 0xfe, rest @ ..] | [0xfe, 0xff, rest @ ..] => (2, rest),
        [b'<', 0, ..] | [0, b'<', ..] => (2, head),
        // `<?xm` in EBCDIC, `<` in UCS-4.
        [0x4c, 0x6f, 0xa7, 0x94, ..] | [0, 0, 0, b'<', ..] => return true,
        _ => (1, head),
    };
    let is_space = |byte: &u8| byte.is_ascii_whitespace() || units == 2 && *byte == 0;
    let mut text = rest.iter().skip_while(|byte| is_space(byte)).copied();
    let Some(first) = text.next() else { return head.len() >= HEAD };
    let second = text.find(|byte| *byte != 0);
    // `<#` begins a comment of PowerShell, `<<` a redirection.
    let is_name = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b'?' | b'!' | b'_' | b':' | 0x80..);
    first == b'<' && second.is_some_and(is_name)
}

/// Why XML of a type that a project adds is not served.
fn xml(extension: &str, bytes: &[u8]) -> Option<Refusal> {
    let Ok(decoded) = svg::Decoded::new(bytes) else { return Some(Refusal::Encoding) };
    if !decoded.is_faithful() || extension != "xml" && looks_like_html(decoded.text()) {
        return Some(Refusal::Markup);
    }
    let mut reader = Xml::new(decoded.text());
    loop {
        let piece = match reader.next() {
            Ok(Some(piece)) => piece,
            Ok(None) => return None,
            Err(damage) => return Some(damage.refusal(decoded.text())),
        };
        let is_active = match piece.kind {
            PieceKind::Doctype(doctype) => doctype == Doctype::Other,
            PieceKind::Instruction(target) => target.eq_ignore_ascii_case("xml-stylesheet"),
            PieceKind::Start(tag) | PieceKind::Empty(tag) => tag.attributes.iter().any(|attribute| {
                let names_space = attribute.name == "xmlns" || attribute.name.starts_with("xmlns:");
                let leads_on = attribute.name.ends_with("href");
                names_space && SHOWN.contains(&attribute.value.trim())
                    || leads_on && !svg::is_safe_link(&attribute.value)
            }),
            _ => false,
        };
        if is_active {
            return Some(Refusal::ActiveXml);
        }
    }
}

/// Whether a browser that does not know the type takes it for HTML (<https://mimesniff.spec.whatwg.org/>).
fn looks_like_html(text: &str) -> bool {
    const TAGS: [&str; 16] = [
        "!doctype html",
        "html",
        "head",
        "script",
        "iframe",
        "h1",
        "div",
        "font",
        "table",
        "a",
        "style",
        "title",
        "b",
        "body",
        "br",
        "p",
    ];
    let text = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_ascii_whitespace());
    let Some(rest) = text.strip_prefix('<') else { return false };
    let is_tag = |tag: &&str| {
        rest.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag))
            && rest[tag.len()..].starts_with([' ', '>'])
    };
    rest.starts_with("!--") || TAGS.iter().any(is_tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(extension: &str, bytes: impl AsRef<[u8]>) -> Option<Refusal> {
        match judge(extension, bytes.as_ref()) {
            Content::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    #[test]
    fn a_picture_that_is_a_page_is_none() {
        for page in
            ["<html>", " \n<!DOCTYPE html>", "\u{feff}<script>", "<?xml version='1.0'?>", "<svg xmlns='x'/>"]
        {
            assert_eq!(refusal("png", page), Some(Refusal::Markup), "{page}");
            assert_eq!(refusal("woff2", page), Some(Refusal::Markup), "{page}");
            assert_eq!(refusal("txt", page), None, "{page}");
            assert_eq!(refusal("csv", page), None, "{page}");
        }
        assert_eq!(refusal("jpg", b"\xff\xfe<\0h\0t\0"), Some(Refusal::Markup));
        assert_eq!(refusal("jpg", b"\xff\xd8\xff\xe0"), None);
        assert_eq!(refusal("png", b"\x89PNG\r\n\x1a\n"), None);
        assert_eq!(refusal("pdf", " ".repeat(HEAD)), Some(Refusal::Markup));
        assert_eq!(refusal("png", ""), None);
    }

    #[test]
    fn xml_that_is_no_page_is_served() {
        for sound in [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- x -->\n<a b=\"c\"><d xmlns=\"urn:x\"/>text &lt; &#65;</a>",
            "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
            "<a xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='https://e.example/'/>",
        ] {
            assert_eq!(refusal("xml", sound), None, "{sound}");
        }
        assert_eq!(refusal("ps1", "<#\n.SYNOPSIS\n#>\nGet-Item x\n"), None);
        assert_eq!(refusal("ps1", "Write-Host '<script>'"), None);
        assert_eq!(refusal("config", "<configuration><a/></configuration>"), None);
    }

    #[test]
    fn xml_that_is_a_page_is_not() {
        for active in [
            "<a xmlns=\"http://www.w3.org/1999/xhtml\"/>",
            "<a><x:script xmlns:x='http://www.w3.org/1999/xhtml'>1</x:script></a>",
            "<a xmlns=\"http://www.w3.org/1999/&#120;html\"/>",
            "<!DOCTYPE a [<!ENTITY b \"1999/xhtml\">]><a xmlns='http://www.w3.org/&b;'/>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"1\"/>",
            "<?xml-stylesheet type=\"text/xsl\" href=\"#x\"?><a/>",
            "<!DOCTYPE a [<!ATTLIST a xmlns CDATA #FIXED \"http://www.w3.org/1999/xhtml\">]><a/>",
            "<a xmlns:l='http://www.w3.org/1999/xlink' l:type='simple' l:href='javascript:alert(1)'/>",
        ] {
            assert_eq!(refusal("xml", active), Some(Refusal::ActiveXml), "{active}");
        }
        assert!(matches!(refusal("xml", "<a><b></a>"), Some(Refusal::Damaged { line: 1, .. })));
        assert_eq!(refusal("xml", "<?xml version='1.0' encoding='utf-7'?><a/>"), Some(Refusal::Markup));
        for guessed in ["<script>alert(1)</script>", "<!-- x --><a/>", "<A href='x'/>"] {
            assert_eq!(refusal("foo", guessed), Some(Refusal::Markup), "{guessed}");
        }
    }
}
