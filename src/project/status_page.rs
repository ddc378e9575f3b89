//! The state of all translations as a part of the site: which files it is, and what is in them. Writes none.

use anyhow::Result;

use crate::report::status::html::{self, Styling};

use super::loaded::Project;

impl Project {
    /// Whether the site has a page of the state of its translations.
    pub(crate) fn has_status_page(&self) -> bool {
        self.config.status.page
    }

    /// Path below the site's root and bytes of that page, its style sheet and its script; nothing where there is none. They
    /// belong to the shared root.
    ///
    /// # Errors
    /// Those of the page.
    pub(crate) fn status_files(&self) -> Result<Vec<(String, Vec<u8>)>> {
        if !self.has_status_page() {
            return Ok(Vec::new());
        }
        let [style, script] = [("css", html::STYLE), ("js", html::SCRIPT)].map(|(extension, text)| {
            // The name of a file below `assets/` says what it holds.
            let hash = &blake3::hash(text.as_bytes()).to_hex()[..10];
            (format!("assets/status.{hash}.{extension}"), text.as_bytes().to_vec())
        });
        let [style_url, script_url] = [&style, &script].map(|(path, _)| format!("../{path}"));
        let styling = Styling::Linked { style: &style_url, script: &script_url };
        let page = html::render(&self.built_status(), styling)?;
        Ok(vec![("status/index.html".to_owned(), page.into_bytes()), style, script])
    }
}
