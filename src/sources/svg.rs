//! The size of an SVG image, as its root element says. Reads a text; draws nothing.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Bytes of a file in which the root element has to stand.
pub(super) const HEAD: usize = 64 << 10;

/// Width and height in pixels: as written, else those of the view box. None for sizes in other units and for what is
/// no SVG.
pub(super) fn size(head: &str) -> Option<(u32, u32)> {
    let mut reader = Reader::from_str(head);
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) | Event::Empty(element) => {
                return (element.local_name().as_ref() == "svg").then(|| size_of(&element))?;
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn size_of(svg: &BytesStart<'_>) -> Option<(u32, u32)> {
    let attribute = |name: &str| Some(svg.try_get_attribute(name).ok().flatten()?.value.into_owned());
    let pixels = |text: String| length(text.trim().trim_end_matches("px"));
    if let (Some(width), Some(height)) = (attribute("width"), attribute("height")) {
        return pixels(width).zip(pixels(height));
    }
    let view_box = attribute("viewBox")?;
    let mut numbers = view_box.split(|c: char| c == ',' || c.is_whitespace()).filter(|text| !text.is_empty());
    Some((length(numbers.nth(2)?)?, length(numbers.next()?)?))
}

/// A positive number of pixels, rounded.
fn length(text: &str) -> Option<u32> {
    let pixels = text.parse::<f64>().ok()?.round();
    // Larger ones are not a picture that anyone shows.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies between 1 and 65,535"
    )]
    (1.0..=65_535.0).contains(&pixels).then_some(pixels as u32)
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_read_as_written_else_from_the_view_box() {
        assert_eq!(
            size("<?xml version=\"1.0\"?><!-- x --><svg width=\"48px\" height='20.4'/>"),
            Some((48, 20))
        );
        assert_eq!(size("\u{feff}<svg viewBox=\"0 0, 640 320\"><g/></svg>"), Some((640, 320)));
        assert_eq!(size("<s:svg xmlns:s=\"x\" viewBox='0 0 3 4' width='10'>"), Some((3, 4)));
    }

    #[test]
    fn what_tells_no_pixels_has_no_size() {
        let others = [
            "",
            "<svg/>",
            "<svg width='100%' height='5em'/>",
            "<html width='1' height='1'>",
            "<svg viewBox='0 0 -1 1e99'>",
            "<svg width='",
        ];
        for other in others {
            assert_eq!(size(other), None, "{other}");
        }
    }
}
