//! What the site makes by itself, as far as links have asked for it, and the folders of custom IDs. Looks up nothing.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::identity::url_path;
use super::options::{Options, Robots};
use crate::indexed::{IndexVec, LocaleIndex};

/// Featured articles on a home page at the most.
pub(crate) const FEATURED: usize = 12;

/// Articles on a page of the list of all.
pub(crate) const LIST_PAGE: usize = 200;

/// The longest custom ID that has a page: what `custom_ids` allows. Digits in `ms.custom` may be more than a file name holds.
const LONGEST: usize = 64;

/// The fragment with which the page of a custom ID does not send the reader on.
pub(crate) const CUSTOM_ID_LIST: &str = "_languages";

/// What is made, put in order when the first link leads there: hardly any project has one.
#[derive(Debug, Default)]
pub(crate) struct MadePages {
    /// The folders of custom IDs.
    pub(super) custom_ids: OnceLock<BTreeSet<String>>,
    /// The pages of the list of all articles; 0 where the home shows all.
    pub(super) lists: IndexVec<LocaleIndex, OnceLock<usize>>,
    pub(super) feeds: IndexVec<LocaleIndex, OnceLock<Presence>>,
    pub(super) robots: Robots,
    /// The folders of further pages at the root.
    pub(super) root_pages: Vec<String>,
    /// Those of further pages of each locale.
    pub(super) locale_pages: Vec<String>,
}

/// Whether a file is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    Made,
    Left,
}

impl MadePages {
    pub(super) fn new(locales: usize, options: &Options) -> Self {
        Self {
            robots: options.robots,
            root_pages: options.root_pages.clone(),
            locale_pages: options.locale_pages.clone(),
            custom_ids: OnceLock::new(),
            lists: std::iter::repeat_with(OnceLock::new).take(locales).collect(),
            feeds: std::iter::repeat_with(OnceLock::new).take(locales).collect(),
        }
    }
}

/// The folder of a custom ID's page below the root, `open/9357/`, by the rules of [`url_path`]; none where that leaves nothing
/// (`..`) or too much.
pub(crate) fn custom_id_folder(id: &str) -> Option<String> {
    // The `index` at the end is what `url_path` drops, so that an ID of that name stays.
    let path = url_path(&format!("open/{id}/index"));
    (id.len() <= LONGEST && path != "open").then(|| path + "/")
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, custom_id_folder};

    #[test]
    fn every_id_that_an_address_can_have_has_a_folder_of_its_own() {
        assert_eq!(custom_id_folder("9357").as_deref(), Some("open/9357/"));
        assert_eq!(custom_id_folder("0042").as_deref(), Some("open/0042/"));
        assert_eq!(custom_id_folder("Getting-Started").as_deref(), Some("open/getting-started/"));
        assert_eq!(
            custom_id_folder("6F9619FF-8B86-D011-B42D-00C04FC964FF"),
            custom_id_folder("6f9619ff-8b86-d011-b42d-00c04fc964ff")
        );
        assert_eq!(custom_id_folder("index").as_deref(), Some("open/index/"));
        assert_eq!(custom_id_folder("index.html").as_deref(), Some("open/index.html/"));
    }

    #[test]
    fn none_leaves_the_custom_id_folder() {
        assert_eq!(custom_id_folder("."), None);
        assert_eq!(custom_id_folder(".."), None);
        assert_eq!(custom_id_folder("../../x").as_deref(), Some("open/x/"));
        assert_eq!(custom_id_folder(&"1".repeat(LONGEST + 1)), None);
    }
}
