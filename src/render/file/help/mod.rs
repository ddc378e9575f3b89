//! `/faqtory-help.js` (`[api] help = true`): the element `<faqtory-help>`, with which a product shows an article inside itself. It reads
//! `ids.json` of the reader's locale and the article as JSON; the words that readers see stand in those.

use anyhow::Result;

use crate::render::site::Site;

/// Where products find it: the name stays, as they have it in their own pages.
pub(super) const PATH: &str = "faqtory-help.js";

const ELEMENT: &str = include_str!("element.js");

/// The line that says which locales there are.
const LOCALES: &str = "const locales = [];";

/// The script with the locales of the site, the default first.
pub(super) fn bytes(site: &Site<'_>) -> Result<Vec<u8>> {
    let default = site.catalog.default;
    let others = site.catalog.published().filter(|&locale| locale != default);
    let first = site.catalog.published().filter(|&locale| locale == default);
    let tags: Vec<&str> = first.chain(others).map(|locale| site.tag(locale).tag()).collect();
    let locales = format!("const locales = {};", serde_json::to_string(&tags)?);
    Ok(ELEMENT.replacen(LOCALES, &locales, 1).into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locales_have_their_place() {
        assert_eq!(ELEMENT.matches(LOCALES).count(), 1);
    }
}
