//! XML files are written here: declaration, elements, text. Knows no site.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// A document being written.
pub(super) type Xml = Writer<Vec<u8>>;

/// The bytes of a document whose root element `write` makes.
///
/// # Errors
/// None in practice: memory takes everything.
pub(super) fn document(write: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    write(&mut xml)?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

/// `<name>text</name>`.
pub(super) fn leaf(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&allowed(text)))?;
    Ok(())
}

/// The text without the characters that XML 1.0 cannot hold, not even as references.
pub(super) fn allowed(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|&character| is_allowed(character)).collect())
}

/// `Char` of XML 1.0, section 2.2.
fn is_allowed(character: char) -> bool {
    !matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_stays_xml() {
        let bytes = document(|xml| {
            xml.create_element("a").write_inner_content(|xml| leaf(xml, "b", "x < y & \0\u{b}\u{ffff}z"))?;
            Ok(())
        });
        insta::assert_snapshot!(String::from_utf8(bytes.unwrap()).unwrap(), @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <a>
         <b>x &lt; y &amp; z</b>
        </a>
        "#);
    }
}
