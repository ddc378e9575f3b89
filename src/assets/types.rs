//! The types of files that are served, by extension, with their media types; those that a project adds, and those that it
//! cannot add. Looks into no file.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Content, Refusal};

/// Every type that is served, in order.
const SERVED: [(&str, &str); 80] = [
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
    ("key", "application/vnd.apple.keynote"),
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
const PAGES: &[&str] = &[
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
const PROGRAMS: &[&str] = &[
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
const READ: &[&str] = &["markdown", "md", "mdx", "yaml", "yml"];

/// The extension of a name, as hosts see it: what follows the last dot, in lower case, without dots and spaces at the end.
pub fn extension(name: &str) -> String {
    let name =
        name.rsplit('/').next().unwrap_or(name).trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    match name.rsplit_once('.') {
        Some((_, extension)) => extension.to_ascii_lowercase(),
        None => String::new(),
    }
}

/// What hosts call files of this extension, if it is one that is served without being asked for.
pub fn media_type(extension: &str) -> Option<&'static str> {
    let found = SERVED.binary_search_by(|(known, _)| (*known).cmp(extension)).ok()?;
    Some(SERVED[found].1)
}

/// What stands before the extension of a name, without what counts for some hosts there too: `a.php.jpg` is run by some, and
/// `a.svg.gz` unpacked and shown.
pub fn inert_stem(stem: &str, extension: &str) -> String {
    let is_image = media_type(extension).is_some_and(|media| media.starts_with("image/"));
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

/// Why a file of some type is not served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotServed {
    /// It has no extension.
    Untyped,
    /// It can be a page of its own, with scripts.
    Page(String),
    /// It runs: in a browser, on a server, or where the reader opens it.
    Program(String),
    /// A project can add the type.
    Unlisted(String),
    /// Its type is fine, and what it holds is not.
    Content(Refusal),
}

/// The types that a site serves: those that are safe for everybody, and those that its project adds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Types {
    added: Vec<AddedType>,
}

impl Types {
    /// The types that every site serves, and these.
    pub fn with(added: &[AddedType]) -> Self {
        Self { added: added.to_vec() }
    }

    /// Whether a file of this extension, in lower case, that holds this is served.
    ///
    /// # Errors
    /// It is not, and why.
    pub fn serve(&self, extension: &str, content: &Content) -> Result<(), NotServed> {
        self.allow(extension)?;
        match content {
            Content::Refused(refusal) => Err(NotServed::Content(refusal.clone())),
            Content::Sound | Content::Cleaned(_) => Ok(()),
        }
    }

    fn allow(&self, extension: &str) -> Result<(), NotServed> {
        if media_type(extension).is_some() {
            return Ok(());
        }
        let extension = extension.to_owned();
        if extension.is_empty() {
            Err(NotServed::Untyped)
        } else if PAGES.contains(&&*extension) {
            Err(NotServed::Page(extension))
        } else if PROGRAMS.contains(&&*extension) {
            Err(NotServed::Program(extension))
        } else if self.added.iter().any(|added| added.0 == extension) {
            Ok(())
        } else {
            Err(NotServed::Unlisted(extension))
        }
    }

    /// The line of `faqtory.toml` that adds a type to those that are there: `assets = ["ps1", "xml"]`. None if it cannot be added.
    pub fn line_with(&self, extension: &str) -> Option<String> {
        AddedType::try_from(extension.to_owned()).ok()?;
        let names = self.added.iter().map(|added| added.0.as_str()).chain([extension]);
        let names: Vec<String> = names.map(|name| format!("\"{name}\"")).collect();
        Some(format!("assets = [{}]", names.join(", ")))
    }
}

/// A type that a project adds: an extension such as `ps1`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
pub struct AddedType(#[schemars(regex(pattern = "^[a-z0-9][a-z0-9_+-]*$"))] String);

impl TryFrom<String> for AddedType {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        let plain = written.trim_start_matches(['*', '.']).to_ascii_lowercase();
        let is_name = |name: &str| {
            name.starts_with(|c: char| c.is_ascii_alphanumeric())
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-'))
        };
        if PAGES.contains(&&*plain) {
            return Err(format!(
                "`{written}` cannot be served: it can hold scripts, which would run as a page of this site"
            ));
        }
        if PROGRAMS.contains(&&*plain) {
            return Err(format!(
                "`{written}` cannot be served: it runs in the browser, on the server or where it is opened"
            ));
        }
        if READ.contains(&&*plain) {
            return Err(format!("`{written}` files are read, never copied"));
        }
        if written != plain && is_name(&plain) {
            return Err(format!(
                "`{written}` is not an extension in lower case without its dot: did you mean `{plain}`?"
            ));
        }
        if !is_name(&written) {
            return Err(format!("`{written}` is not an extension such as `ps1`"));
        }
        Ok(Self(written))
    }
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
    fn what_runs_is_never_served() {
        let types = Types::with(&[AddedType("ps1".to_owned()), AddedType("html".to_owned())]);
        for name in ["png", "pdf", "csv", "docx", "ps1", "svg", "zip", "woff2", "mp4", "mp3"] {
            assert_eq!(types.allow(name), Ok(()), "{name}");
        }
        for name in ["html", "htm", "xhtml", "shtml", "xht", "svgz", "mhtml"] {
            assert_eq!(types.allow(name), Err(NotServed::Page(name.to_owned())));
        }
        for name in ["js", "mjs", "php", "cgi", "hta", "exe", "swf", "wasm", "xsl", "xslt"] {
            assert_eq!(types.allow(name), Err(NotServed::Program(name.to_owned())));
        }
        for name in ["xml", "json", "css", "py", "x"] {
            assert_eq!(types.allow(name), Err(NotServed::Unlisted(name.to_owned())));
        }
        assert_eq!(types.allow(""), Err(NotServed::Untyped));
        assert_eq!(types.line_with("xml").unwrap(), "assets = [\"ps1\", \"html\", \"xml\"]");
        assert_eq!(Types::default().line_with("xml").unwrap(), "assets = [\"xml\"]");
        for name in ["mdx", "bak~", "日本", "foo bar", "x,y", "x\"y", "_x", "html"] {
            assert_eq!(Types::default().line_with(name), None, "{name}");
        }
    }

    #[test]
    fn what_a_project_adds_can_work() {
        let refused = |written: &str| AddedType::try_from(written.to_owned()).unwrap_err();
        assert_eq!(AddedType::try_from("ps1".to_owned()), Ok(AddedType("ps1".to_owned())));
        assert!(refused("html").contains("scripts") && refused(".XHTML").contains("scripts"));
        assert!(refused("php").contains("runs") && refused("*.js").contains("runs"));
        assert!(refused("md").contains("read"));
        assert!(refused(".ps1").contains("did you mean `ps1`?") && refused("PS1").contains("`ps1`"));
        assert!(refused("").contains("no extension") || refused("").contains("not an extension"));
        assert!(
            refused("a/b").contains("not an extension") && refused("tar.xz").contains("not an extension")
        );
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
