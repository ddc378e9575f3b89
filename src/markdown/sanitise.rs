//! What untrusted text may hold: URL schemes and attribute values. Elements are judged in `element`.

/// The scheme of a URL that may not be used on a page, in lower case; none if the URL is fine.
///
/// Read as browsers read: leading white space and control characters do not count, nor do tabs and line ends
/// anywhere.
pub(crate) fn unsafe_scheme(url: &str) -> Option<String> {
    const ALLOWED: [&str; 8] = ["http", "https", "mailto", "tel", "ftp", "sms", "xref", "feedback-hub"];
    // Windows has run programs and installers for these.
    const HARMFUL: [&str; 3] = ["ms-msdt", "ms-officecmd", "ms-appinstaller"];
    let scheme = scheme(url)?;
    let windows = scheme.starts_with("ms-") && !HARMFUL.contains(&scheme.as_str());
    (!windows && !ALLOWED.contains(&scheme.as_str())).then_some(scheme)
}

/// The same for the source of an image: raster images in `data:` are fine, `mailto:` is harmless.
pub(crate) fn unsafe_image_scheme(url: &str) -> Option<String> {
    const RASTER: [&str; 5] =
        ["data:image/png;", "data:image/gif;", "data:image/jpeg;", "data:image/jpg;", "data:image/webp;"];
    let scheme = unsafe_scheme(url)?;
    let start: String = url.trim_start().chars().take(16).collect::<String>().to_ascii_lowercase();
    let raster = RASTER.iter().any(|prefix| start.starts_with(prefix));
    (!raster).then_some(scheme)
}

/// Whether a project may let links have this scheme: none that runs anything, or opens the reader's own files.
pub fn may_be_allowed(scheme: &str) -> bool {
    const HARMFUL: [&str; 17] = [
        "about",
        "blob",
        "chrome",
        "data",
        "file",
        "filesystem",
        "intent",
        "jar",
        "javascript",
        "livescript",
        "mocha",
        "res",
        "resource",
        "search-ms",
        "vbscript",
        "view-source",
        "xref",
    ];
    !HARMFUL.contains(&scheme) && !scheme.starts_with("ms-")
}

/// What stands before the first colon, if it can be read as a scheme.
fn scheme(url: &str) -> Option<String> {
    let mut scheme = String::new();
    for letter in url.trim_start_matches(|c: char| c <= ' ' || c.is_whitespace()).chars() {
        match letter {
            ':' if !scheme.is_empty() => return Some(scheme),
            '\t' | '\n' | '\r' => {}
            'a'..='z' | 'A'..='Z' => scheme.push(letter.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !scheme.is_empty() => scheme.push(letter),
            _ => return None,
        }
    }
    None
}

/// Class names with nothing in them but letters, digits, `-` and `_`, one space between.
pub(super) fn classes(value: &str) -> String {
    let fine = |name: &&str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    value.split_whitespace().filter(fine).collect::<Vec<_>>().join(" ")
}

/// Whether an attribute that has nothing to do with links, images or anchors may stay on a raw element.
pub(super) fn allows(element: &str, attribute: &str, value: &str) -> bool {
    let number = |most: u32| value.parse::<u32>().is_ok_and(|number| number <= most);
    match (element, attribute) {
        ("img", "title") => false,
        (_, "title") | ("data", "value") | ("track", "label" | "default") => true,
        ("bdo", "dir") => matches!(value, "ltr" | "rtl"),
        (_, "dir") => matches!(value, "ltr" | "rtl" | "auto"),
        (_, "lang") | ("track", "srclang") => is_language(value),
        ("blockquote" | "del" | "ins" | "q", "cite") => is_web_url(value),
        ("del" | "ins" | "time", "datetime") => is_date(value),
        ("source", "type") => value.len() <= 100,
        ("track", "kind") => matches!(value, "subtitles" | "captions" | "descriptions" | "chapters"),
        ("img" | "video", "width" | "height") => number(10_000),
        ("td" | "th", "colspan") => value != "0" && number(1_000),
        ("td" | "th", "rowspan") => number(1_000),
        ("th", "scope") => matches!(value, "col" | "row" | "colgroup" | "rowgroup"),
        ("ol", "start") => value.parse::<i32>().is_ok(),
        ("details", "open") => true,
        _ => false,
    }
}

/// Whether a value is made as tags of languages are: the language of two or three letters, and short parts behind it.
fn is_language(value: &str) -> bool {
    let mut parts = value.split('-');
    let is_named = parts.next().is_some_and(|language| {
        (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic())
    });
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    is_named && value.len() <= 35 && parts.all(is_part)
}

fn is_web_url(value: &str) -> bool {
    matches!(scheme(value).as_deref(), Some("https" | "http")) && !value.contains(char::is_whitespace)
}

/// Whether a value has nothing in it but what dates, times and durations are made of.
fn is_date(value: &str) -> bool {
    (1..=40).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-+:., ".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes() {
        for fine in [
            "",
            "a.md",
            "#x:y",
            "../a:b",
            "?a:b",
            "//host/x",
            "https://x",
            "HTTP://x",
            "ms-settings:about",
            "mailto:a@b",
            "a b:c",
            ":x",
        ] {
            assert_eq!(unsafe_scheme(fine), None, "{fine}");
        }
        for bad in [
            "javascript:alert(1)",
            " JavaScript:x",
            "java\nscript:x",
            "\u{1}javascript:x",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc",
            "ms-msdt:/id",
        ] {
            assert!(unsafe_scheme(bad).is_some(), "{bad}");
        }
        assert_eq!(unsafe_image_scheme("data:image/png;base64,AA"), None);
        assert_eq!(unsafe_image_scheme("data:image/svg+xml;base64,AA").as_deref(), Some("data"));
        assert_eq!(classes("a b\"c d-e"), "a d-e");
    }
}
