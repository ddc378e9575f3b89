//! What the preview adds to a page: its own script, and the right to ask this server for updates. Knows no site.

use crate::report::escape;

use super::exchange::View;

/// Where the preview's own files and pages are; no page of a site can be there.
pub(super) const PREVIEW_PATH: &str = "_faqtory/";

/// The page with the preview's script in its head. Nothing else is changed but `connect-src` of its own rules.
pub(super) fn inject(html: &[u8], view: &View) -> Vec<u8> {
    let page = String::from_utf8_lossy(html);
    let (head, body) = match page.find("</head>") {
        Some(end) => page.split_at(end),
        None => ("", &*page),
    };
    let script = format!(
        "<script src=\"/{PREVIEW_PATH}preview.js\" data-digest=\"{}\" data-style=\"{}\"></script>\n",
        view.digest, view.style
    );
    let head = head.replacen("connect-src 'none'", "connect-src 'self'", 1);
    format!("{head}{script}{body}").into_bytes()
}

/// What distinguishes one page from another, in few letters.
pub(super) fn digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}

/// The digest of a page, whatever the name of its style sheet is.
pub(super) fn digest_of_page(html: &[u8], style: &str) -> String {
    digest(String::from_utf8_lossy(html).replace(style, "style.css").as_bytes())
}

/// A page of the preview itself, whose rules its own script and style sheet obey.
pub(super) fn preview_page(title: &str, main: &str) -> String {
    let title = escape(title);
    format!(
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; script-src 'self'; \
         connect-src 'self'; base-uri 'none'; form-action 'self'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/{PREVIEW_PATH}page.css\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{main}</main>\n\
         </body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_head_is_changed() {
        let page = "<head><meta content=\"connect-src 'none'\"></head><p>connect-src 'none'</p>";
        let view = View { digest: "d".to_owned(), style: "style.1.css".to_owned(), notes: String::new() };
        let injected = String::from_utf8(inject(page.as_bytes(), &view)).unwrap();
        assert_eq!(
            injected,
            "<head><meta content=\"connect-src 'self'\"><script src=\"/_faqtory/preview.js\" data-digest=\"d\" \
             data-style=\"style.1.css\"></script>\n</head><p>connect-src 'none'</p>"
        );
    }

    #[test]
    fn a_new_style_sheet_is_no_new_page() {
        let one = digest_of_page(b"<link href=\"style.1.css\"> a", "style.1.css");
        assert_eq!(one, digest_of_page(b"<link href=\"style.2.css\"> a", "style.2.css"));
        assert_ne!(one, digest_of_page(b"<link href=\"style.2.css\"> b", "style.2.css"));
    }
}
