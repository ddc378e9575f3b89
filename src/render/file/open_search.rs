//! `/xx/opensearch.xml`: tells browsers how to search a locale (OpenSearch 1.1). Finds nothing itself: `search.js` does.

use anyhow::Result;

use crate::catalog::LocaleIndex;
use crate::render::site::Site;

use super::xml;

const NAMESPACE: &str = "http://a9.com/-/spec/opensearch/1.1/";

/// Characters that a short name and a long one may have.
const SHORT_NAME: usize = 16;
const LONG_NAME: usize = 48;

pub(super) fn path(site: &Site<'_>, locale: LocaleIndex) -> String {
    format!("{}opensearch.xml", site.home_folder(locale))
}

pub(super) fn bytes(site: &Site<'_>, locale: LocaleIndex) -> Result<Vec<u8>> {
    let prepared = site.locale(locale);
    let placeholder = prepared.bundle.text("search-placeholder", &[])?.text;
    let cut = |most: usize| prepared.title.chars().take(most).collect::<String>();
    let home = site.address(&site.home_folder(locale));
    let written = xml::document(|xml| {
        let root = xml.create_element("OpenSearchDescription").with_attribute(("xmlns", NAMESPACE));
        root.write_inner_content(|xml| {
            xml::leaf(xml, "ShortName", cut(SHORT_NAME).trim())?;
            xml::leaf(xml, "LongName", cut(LONG_NAME).trim())?;
            xml::leaf(xml, "Description", &placeholder)?;
            xml::leaf(xml, "Language", site.tag(locale).tag())?;
            xml::leaf(xml, "InputEncoding", "UTF-8")?;
            let template = format!("{home}search/?q={{searchTerms}}");
            let url = [("type", "text/html"), ("template", template.as_str())];
            xml.create_element("Url").with_attributes(url).write_empty()?;
            Ok(())
        })?;
        Ok(())
    });
    Ok(written?)
}
