//! What a host that has an earlier site has to be given of a new one. Uploads nothing.

use anyhow::Result;

use crate::output::Changes;
pub use crate::output::Manifest;
use crate::render::{base_path, encode_path};
use crate::report::build::Deployment;

use super::build::BuildRequest;
use super::loaded::Project;

impl Project {
    /// What has changed in the parts of a site that `request` has built since those that `before` lists.
    ///
    /// # Errors
    /// The records of the build cannot be read.
    pub fn deployment(&self, before: &Manifest, request: &BuildRequest<'_>) -> Result<Deployment> {
        let changes = Manifest::read(request.out)?.changes_since(before, &self.built_parts(request)?);
        Ok(deployment(changes, &base_path(self.base_url())))
    }
}

/// In the order of uploading: files come before the pages that name them, so that no reader gets one without the other.
fn deployment(changes: Changes, base: &str) -> Deployment {
    let Changes { added, changed, removed } = changes;
    let addresses = |path: &String| {
        let whole = format!("{base}{}", encode_path(path));
        let folder =
            whole.strip_suffix("index.html").filter(|folder| folder.ends_with('/')).map(str::to_owned);
        folder.into_iter().chain([whole])
    };
    // A host may remember that something was not there. Of an asset nobody asked: its name says what is in it.
    let asked = added.iter().filter(|path| !path.starts_with("assets/"));
    let mut purge: Vec<String> = asked.chain(&changed).chain(&removed).flat_map(addresses).collect();
    purge.sort();
    let mut upload = [added, changed].concat();
    upload.sort_by_cached_key(|path| (path.ends_with(".html"), path.clone()));
    Deployment { upload, delete: removed, purge }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_come_last_and_are_purged_by_both_their_addresses() {
        let list = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect();
        let changes = Changes {
            added: list(&["assets/a.1.css", "he-il/\u{5d0} b/index.html"]),
            changed: list(&["404.html", "index.html", "he-il/ids.json"]),
            removed: list(&["assets/a.0.css", "xindex.html"]),
        };
        let made = deployment(changes, "/help/");
        assert_eq!(
            made.upload,
            ["assets/a.1.css", "he-il/ids.json", "404.html", "he-il/\u{5d0} b/index.html", "index.html"]
        );
        assert_eq!(made.delete, ["assets/a.0.css", "xindex.html"]);
        assert_eq!(
            made.purge,
            [
                "/help/",
                "/help/404.html",
                "/help/assets/a.0.css",
                "/help/he-il/%D7%90%20b/",
                "/help/he-il/%D7%90%20b/index.html",
                "/help/he-il/ids.json",
                "/help/index.html",
                "/help/xindex.html",
            ]
        );
    }
}
