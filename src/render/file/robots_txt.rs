//! `/robots.txt`. Says nothing of single pages.

use crate::render::site::Site;

use super::sitemap;

/// Everything may be read (a page that must not be indexed says so itself, and has to be
/// read for that), and here is the list of pages.
pub(super) fn bytes(site: &Site<'_>) -> Vec<u8> {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(url) = sitemap::index_url(site) {
        text.push_str("\nSitemap: ");
        text.push_str(&url);
        text.push('\n');
    }
    text.into_bytes()
}
