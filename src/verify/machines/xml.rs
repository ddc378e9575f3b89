//! Sitemaps, their index, and Atom feeds: the URLs they name. The first element says which of them a file is.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;

use super::reference::{Needed, Reference, damaged};
use crate::diagnostic::Span;
use crate::verify::flaw::Flaw;

pub(super) fn entries(text: &str) -> Result<Vec<Reference>, Flaw> {
    let mut reader = Reader::from_str(text);
    let mut entries = Vec::new();
    let (mut root, mut depth, mut loc) = (String::new(), 0_usize, None::<String>);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let fail = |why: &dyn std::fmt::Display| damaged(Span::new(at, at), why);
        match reader.read_event().map_err(|error| fail(&error))? {
            Event::Start(tag) => {
                depth += 1;
                let name: &str = tag.name().0;
                if depth == 1 {
                    name.clone_into(&mut root);
                }
                loc = (name == "loc").then(String::new);
            }
            Event::Empty(tag) if tag.name().0 == "link" => {
                let mut href = None;
                let mut is_page = false;
                for attribute in tag.attributes() {
                    let attribute = attribute.map_err(|error| fail(&error))?;
                    let value = unescape(&attribute.value).map_err(|error| fail(&error))?;
                    match attribute.key.0 {
                        "href" => href = Some(value.into_owned()),
                        "rel" => is_page = value == "alternate",
                        _ => {}
                    }
                }
                let needed = match (is_page, depth) {
                    // The home of a locale may hide from search engines; an entry of its feed may not.
                    (true, 0..=1) => Needed::Page,
                    (true, _) => Needed::Indexable,
                    (false, _) => Needed::File,
                };
                entries.extend(href.map(|url| Reference { url, needed }));
            }
            Event::Text(text) => {
                if let Some(loc) = &mut loc {
                    loc.push_str(text.as_ref());
                }
            }
            Event::GeneralRef(name) => {
                let reference = format!("&{};", &*name);
                let text = unescape(&reference).map_err(|error| fail(&error))?;
                if let Some(loc) = &mut loc {
                    loc.push_str(&text);
                }
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                let needed = if root == "sitemapindex" { Needed::File } else { Needed::Indexable };
                entries.extend(loc.take().map(|url| Reference { url: url.trim().to_owned(), needed }));
            }
            Event::Eof if depth > 0 || root.is_empty() => return Err(fail(&"it ends too early")),
            Event::Eof => return Ok(entries),
            _ => {}
        }
    }
}
