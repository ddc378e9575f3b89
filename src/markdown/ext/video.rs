//! `[!VIDEO url]`, alone or as a quote: a link to the video. Nothing is loaded from another host before the reader
//! asks for it.

use std::ops::Range;

use super::alert;
use super::attributes::skip_space;
use crate::markdown::builder::{DocumentBuilder, Origin};
use crate::markdown::document::FlawKind;
use crate::markdown::entities::decoded;
use crate::markdown::markup::Message;

/// Hosts of videos.
const HOSTS: [&str; 7] = [
    "www.microsoft.com",
    "learn.microsoft.com",
    "www.youtube.com",
    "www.youtube-nocookie.com",
    "youtu.be",
    "player.vimeo.com",
    "channel9.msdn.com",
];

/// The URL of a video and where the whole ends.
fn read(source: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let marker = alert::marker(source, at)?;
    if marker.end.is_some() || !source.get(marker.word.clone())?.eq_ignore_ascii_case("video") {
        return None;
    }
    let start = skip_space(source, marker.word.end);
    let rest = source.get(start..)?;
    let length = rest.find(|c: char| c == ']' || c.is_whitespace())?;
    let end = skip_space(source, start + length);
    source.get(end..)?.strip_prefix(']')?;
    (length > 0).then_some((start..start + length, end + 1))
}

/// The host of an `https:` or `http:` URL, without user and port.
pub(super) fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or("");
    let host = authority.rsplit('@').next().unwrap_or("");
    host.split(':').next().unwrap_or("")
}

pub(super) fn is_allowed(url: &str) -> bool {
    let scheme = url.split_once("://").map_or("", |(scheme, _)| scheme);
    let host = host(url).to_ascii_lowercase();
    let medius = host.starts_with("medius") && host.ends_with(".microsoft.com");
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    web && (medius || HOSTS.contains(&host.as_str()))
}

/// Whether a paragraph starts with a video.
pub(in crate::markdown) fn starts(source: &str, range: &Range<usize>) -> bool {
    read(source, range.start).is_some()
}

/// Takes a video in a line at `at`. False: there is none.
pub(in crate::markdown) fn take(builder: &mut DocumentBuilder<'_>, at: usize) -> bool {
    let Some((url, end)) = read(builder.source(), at) else { return false };
    let written = builder.written(url.clone());
    if is_allowed(written) {
        let index = builder.new_link(&decoded(written), "", &(at..end), url);
        if let Some(link) = builder.open_link(index, Origin::Markdown) {
            builder.write_message(Message::VideoPlay);
            builder.close(Some(link));
        }
    } else {
        builder.set_paragraph_class("");
        builder.flaw(FlawKind::UnknownVideoHost { host: host(written).into() }, url);
        builder.write_text(written);
    }
    builder.take_until(end);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        for fine in [
            "https://www.youtube.com/embed/x",
            "https://medius.studios.ms.microsoft.com/x",
            "HTTPS://youtu.be/x",
        ] {
            assert!(is_allowed(fine), "{fine}");
        }
        for bad in [
            "https://www.youtube.com.evil.example/x",
            "https://www.youtube.com@evil.example/x",
            "https://evil.example/medius.microsoft.com",
            "https://evil.example\\.microsoft.com",
            "javascript://www.youtube.com/x",
            "www.youtube.com/x",
        ] {
            assert!(!is_allowed(bad), "{bad}");
        }
    }
}
