//! Abbreviations that a text defines are explained wherever they stand in it.

use crate::markdown::builder::DocumentBuilder;
use crate::markdown::entities::decoded;
use crate::markdown::escape;

/// Writes a text, its abbreviations with what they are short for.
pub(in crate::markdown) fn write_text(builder: &mut DocumentBuilder<'_>, text: &str) {
    let mut done = 0;
    while let Some((found, title)) = builder.map().abbreviations().next(text, done) {
        builder.write_text(&text[done..found.start]);
        done = found.end;
        let word = &text[found];
        if builder.is_in_alt() || builder.suppressed().is_some() || !builder.phrasing_context() {
            builder.write_text(word);
            continue;
        }
        let mut title_html = String::new();
        escape::attribute(&mut title_html, &decoded(title));
        builder.write_tag("<abbr title=\"");
        builder.write_tag(&title_html);
        builder.write_tag("\">");
        builder.write_text(word);
        builder.write_tag("</abbr>");
    }
    builder.write_text(&text[done..]);
}
