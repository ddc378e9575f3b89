//! The types of files that are known, by extension: those that are served, with their media types, and those that never are.
//! Looks into no file.

/// Every type that is served, in order. Keynote's `key` is none of them: secret keys are called so too.
const SERVED: [(&str, &str); 79] = [
    ("7z", "application/x-7z-compressed"),
    ("aac", "audio/aac"),
    ("apng", "image/apng"),
    ("avi", "video/x-msvideo"),
    ("avif", "image/avif"),
    ("bmp", "image/bmp"),
    ("bz2", "application/x-bzip2"),
    ("csv", "text/csv; charset=utf-8"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("dot", "application/msword"),
    ("dotx", "application/vnd.openxmlformats-officedocument.wordprocessingml.template"),
    ("eot", "application/vnd.ms-fontobject"),
    ("epub", "application/epub+zip"),
    ("flac", "audio/flac"),
    ("gif", "image/gif"),
    ("gz", "application/gzip"),
    ("heic", "image/heic"),
    ("heif", "image/heif"),
    ("ico", "image/x-icon"),
    ("jfif", "image/jpeg"),
    ("jpe", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("jxl", "image/jxl"),
    ("log", "text/plain; charset=utf-8"),
    ("m4a", "audio/mp4"),
    ("m4v", "video/mp4"),
    ("mid", "audio/midi"),
    ("midi", "audio/midi"),
    ("mkv", "video/x-matroska"),
    ("mov", "video/quicktime"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("mpeg", "video/mpeg"),
    ("mpg", "video/mpeg"),
    ("mpp", "application/vnd.ms-project"),
    ("numbers", "application/vnd.apple.numbers"),
    ("odg", "application/vnd.oasis.opendocument.graphics"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("oga", "audio/ogg"),
    ("ogg", "audio/ogg"),
    ("ogv", "video/ogg"),
    ("opus", "audio/ogg"),
    ("otf", "font/otf"),
    ("pages", "application/vnd.apple.pages"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("potx", "application/vnd.openxmlformats-officedocument.presentationml.template"),
    ("pps", "application/vnd.ms-powerpoint"),
    ("ppsx", "application/vnd.openxmlformats-officedocument.presentationml.slideshow"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("rar", "application/vnd.rar"),
    ("rtf", "application/rtf"),
    ("srt", "text/plain; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("tar", "application/x-tar"),
    ("tgz", "application/gzip"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("tsv", "text/tab-separated-values; charset=utf-8"),
    ("ttc", "font/collection"),
    ("ttf", "font/ttf"),
    ("txt", "text/plain; charset=utf-8"),
    ("vsdx", "application/vnd.ms-visio.drawing"),
    ("vtt", "text/vtt; charset=utf-8"),
    ("wav", "audio/wav"),
    ("weba", "audio/webm"),
    ("webm", "video/webm"),
    ("webp", "image/webp"),
    ("woff", "font/woff"),
    ("woff2", "font/woff2"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xltx", "application/vnd.openxmlformats-officedocument.spreadsheetml.template"),
    ("zip", "application/zip"),
];

/// Types that can be pages, or parts of pages.
pub(super) const PAGES: &[&str] = &[
    "dhtml",
    "htm",
    "html",
    "mht",
    "mhtml",
    "sht",
    "shtm",
    "shtml",
    "stm",
    "svgz",
    "webarchive",
    "xht",
    "xhtm",
    "xhtml",
];

/// Types that run in browsers, on web servers, or where a reader opens them.
pub(super) const PROGRAMS: &[&str] = &[
    "appinstaller",
    "application",
    "appref-ms",
    "asa",
    "asax",
    "ascx",
    "ashx",
    "asmx",
    "asp",
    "aspx",
    "axd",
    "bat",
    "cdx",
    "cer",
    "cfc",
    "cfm",
    "cgi",
    "chm",
    "class",
    "cmd",
    "com",
    "cpl",
    "cshtml",
    "dll",
    "exe",
    "fcgi",
    "gadget",
    "hta",
    "htc",
    "inf",
    "jar",
    "jnlp",
    "js",
    "jse",
    "jsp",
    "jspf",
    "jspx",
    "jsw",
    "lnk",
    "mjs",
    "msc",
    "msi",
    "msp",
    "phar",
    "php",
    "php3",
    "php4",
    "php5",
    "php7",
    "php8",
    "phps",
    "pht",
    "phtml",
    "pif",
    "pl",
    "scf",
    "scr",
    "sct",
    "shb",
    "shs",
    "swf",
    "url",
    "vb",
    "vbe",
    "vbhtml",
    "vbs",
    "wasm",
    "wsc",
    "wsf",
    "wsh",
    "xbap",
    "xbl",
    "xsl",
    "xslt",
    "xul",
];

/// Types that are read, and never copied.
pub(super) const READ: &[&str] = &["markdown", "md", "mdx", "yaml", "yml"];

/// The extension of a name, as hosts see it: what follows the last dot, in lower case, without dots and spaces at the end.
pub fn extension(name: &str) -> String {
    let name =
        name.rsplit('/').next().unwrap_or(name).trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    match name.rsplit_once('.') {
        Some((_, extension)) => extension.to_ascii_lowercase(),
        None => String::new(),
    }
}

/// What hosts call files of this extension, if it is one that every site serves.
pub fn media_type(extension: &str) -> Option<&'static str> {
    let found = SERVED.binary_search_by(|(known, _)| (*known).cmp(extension)).ok()?;
    Some(SERVED[found].1)
}

/// Whether it is the extension of an image.
pub fn is_image(extension: &str) -> bool {
    media_type(extension).is_some_and(|media| media.starts_with("image/"))
}

/// What stands before the extension of a name, without what counts for some hosts there too: `a.php.jpg` is run by some, and
/// `a.svg.gz` unpacked and shown.
pub fn inert_stem(stem: &str, extension: &str) -> String {
    let is_image = is_image(extension);
    let counts = |part: &str| is_never_served(part) || !is_image && matches!(part, "svg" | "xml");
    let mut name = String::with_capacity(stem.len());
    for (number, part) in stem.split('.').enumerate() {
        if number > 0 {
            name.push(if counts(part) { '-' } else { '.' });
        }
        name.push_str(part);
    }
    name
}

fn is_never_served(extension: &str) -> bool {
    PAGES.contains(&extension) || PROGRAMS.contains(&extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        assert!(SERVED.is_sorted_by_key(|(name, _)| *name));
        assert!(PAGES.is_sorted() && PROGRAMS.is_sorted());
        for (name, _) in SERVED {
            assert!(!is_never_served(name) && !READ.contains(&name), "{name}");
        }
    }

    #[test]
    fn extensions_are_those_that_hosts_see() {
        for (name, expected) in [
            ("a.png", "png"),
            ("x.y/a.PNG", "png"),
            ("a.html.", "html"),
            ("a.html . ", "html"),
            ("a", ""),
            ("x.y/a", ""),
            ("a.tar.gz", "gz"),
            (".htaccess", "htaccess"),
        ] {
            assert_eq!(extension(name), expected, "{name}");
        }
    }

    #[test]
    fn extensions_in_the_middle_of_a_name_count_for_nobody() {
        assert_eq!(inert_stem("shell.php", "jpg"), "shell-php");
        assert_eq!(inert_stem("a.html.b", "zip"), "a-html.b");
        assert_eq!(inert_stem("a.svg", "gz"), "a-svg");
        assert_eq!(inert_stem("a.svg", "png"), "a.svg");
        assert_eq!(inert_stem("screen-2.1", "png"), "screen-2.1");
        assert_eq!(inert_stem("js", "png"), "js");
    }
}
