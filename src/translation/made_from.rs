//! What translations were made from that have no front matter of their own: a source hash by path. Reads and writes no file.

use std::collections::BTreeMap;

/// The file of a project that says so. It belongs in git.
pub const MADE_FROM: &str = ".faqtory/made-from.json";

/// Source hashes of translations, by the path of each below the project's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MadeFrom(BTreeMap<String, String>);

impl MadeFrom {
    /// What the file says; none where it is no object of texts.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok().map(Self)
    }

    /// The hash of the source that the file at `path` was made from.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn put(&mut self, path: &str, source_hash: &str) {
        self.0.insert(path.to_owned(), source_hash.to_owned());
    }

    /// The file: a line a translation, in the order of their paths, so that git can merge it.
    pub fn render(&self) -> String {
        // An object of texts can always be written.
        serde_json::to_string_pretty(&self.0).unwrap_or_default() + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut made_from = MadeFrom::default();
        made_from.put("content/lv/includes/b.md", "2");
        made_from.put("content/lv/includes/a.md", "1");
        let text = made_from.render();
        assert_eq!(
            text,
            "{\n  \"content/lv/includes/a.md\": \"1\",\n  \"content/lv/includes/b.md\": \"2\"\n}\n"
        );
        assert_eq!(MadeFrom::parse(&text), Some(made_from));
        assert_eq!(MadeFrom::parse("[]"), None);
        assert_eq!(MadeFrom::parse("{\"a\": 1}"), None);
        assert_eq!(MadeFrom::parse("<<<<<<< ours\n{}"), None);
    }
}
