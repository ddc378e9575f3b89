//! The input as it was earlier, from today's and from what the files that differ held. Reads nothing.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use crate::assets::Content;

use super::asset::Asset;
use super::beside::{self, below};
use super::excluded::Excluded;
use super::input::{Sources, is_messages};
use super::names::{is_path_seen, is_site_file, is_text};
use super::not_read::{MAX_TEXT_BYTES, NotRead};
use super::scope::Scope;

/// What a file was earlier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EarlierFile {
    /// It was not there.
    Absent,
    Bytes(Vec<u8>),
    /// It was there: a file that is copied, or one too large to be read.
    Unread,
}

impl Sources {
    /// The input of an earlier time: as today's, but for `files` (path below the project's folder → what it was).
    /// What is not input is skipped. The theme is today's.
    ///
    /// # Errors
    /// An exclude pattern that is not a glob.
    pub fn earlier(
        &self,
        root: &Path,
        scope: Scope<'_>,
        files: BTreeMap<String, EarlierFile>,
    ) -> Result<Self> {
        let exclude = Excluded::new(scope.exclude, &self.content_dir)?;
        let out = scope.out.strip_prefix(root).ok();
        let out = out.map(|out| out.to_string_lossy().replace('\\', "/"));
        let is_within = |path: &str, folder: &str| {
            below(path, folder).filter(|below| !below.is_empty() && is_path_seen(Path::new(below))).is_some()
        };
        let is_content = |path: &str| {
            let is_theme =
                self.content_dir.is_empty() && scope.theme.is_some() && path.starts_with("themes/");
            is_within(path, &self.content_dir) && !is_theme && !exclude.has(path)
        };
        let is_beside = |path: &str| {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
            is_site_file(name) && beside::above(&self.content_dir).any(|above| above == folder)
                || self.beside.iter().any(|folder| {
                    is_within(path, folder)
                        && !exclude.has(path)
                        && (!folder.ends_with(beside::SPLIT) || is_text(path))
                })
        };
        let is_input = |path: &str| {
            let is_output = out.as_ref().is_some_and(|out| below(path, out).is_some());
            !is_output && (is_content(path) || is_beside(path))
        };
        let mut earlier = self.clone();
        for (path, then) in files {
            let path: Arc<str> = path.into();
            earlier.not_read.remove(&path);
            if is_messages(&path) {
                earlier.messages.remove(&path);
                if let EarlierFile::Bytes(bytes) = then {
                    earlier.messages.insert(path, bytes);
                }
                continue;
            }
            if !is_input(&path) {
                continue;
            }
            earlier.texts.remove(&path);
            earlier.assets.remove(&path);
            match then {
                EarlierFile::Absent => {}
                EarlierFile::Bytes(bytes) if is_text(&path) && (bytes.len() as u64) < MAX_TEXT_BYTES => {
                    earlier.texts.insert(path, bytes);
                }
                EarlierFile::Unread if is_text(&path) => {
                    drop(earlier.not_read.insert(path, NotRead::TooLarge))
                }
                EarlierFile::Bytes(_) | EarlierFile::Unread => {
                    let file = root.join(&*path);
                    let content = Content::Sound;
                    earlier.assets.insert(path, Asset { file, hash: "0".repeat(10), size: None, content });
                }
            }
        }
        Ok(earlier)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_put_back() {
        let texts = ["content/en/a.md", "content/en/b.md", "content/en/new.md"];
        let today = Sources {
            content_dir: "content".into(),
            beside: vec!["static".into(), "config/_default".into()],
            texts: texts.iter().map(|path| ((*path).into(), b"today".to_vec())).collect(),
            ..Sources::default()
        };
        let bytes = |text: &str| EarlierFile::Bytes(text.as_bytes().to_vec());
        let files = [
            ("content/en/a.md", bytes("before")),
            ("content/en/new.md", EarlierFile::Absent),
            ("content/en/gone.md", bytes("gone")),
            ("content/en/gone.png", EarlierFile::Unread),
            ("content/en/huge.md", EarlierFile::Unread),
            ("content/.git/x.md", bytes("x")),
            ("content/node_modules/x.md", bytes("x")),
            ("content/public/x.md", bytes("x")),
            ("content/en/drafts/x.md", bytes("x")),
            ("contents/x.md", bytes("x")),
            ("faqtory.toml", bytes("x")),
            ("static/x.png", EarlierFile::Unread),
            ("hugo.toml", bytes("hugo")),
            ("config/_default/languages.toml", bytes("languages")),
            ("config/_default/menus.toml", EarlierFile::Unread),
            ("locales/lv-LV/a.ftl", bytes("x = y")),
        ];
        let root = Path::new("project");
        let out = root.join("content/public");
        let exclude = ["**/drafts/**".to_owned()];
        let scope = Scope { exclude: &exclude, ..Scope::new(&out) };
        let files = files.into_iter().map(|(path, then)| (path.to_owned(), then)).collect();
        let earlier = today.earlier(root, scope, files).unwrap();
        let texts: Vec<(&str, &[u8])> =
            earlier.texts.iter().map(|(path, bytes)| (&**path, bytes.as_slice())).collect();
        assert_eq!(
            texts,
            [
                ("config/_default/languages.toml", &b"languages"[..]),
                ("content/en/a.md", b"before"),
                ("content/en/b.md", b"today"),
                ("content/en/gone.md", b"gone"),
                ("hugo.toml", b"hugo")
            ]
        );
        let assets: Vec<&str> = earlier.assets.keys().map(|path| &**path).collect();
        assert_eq!(assets, ["content/en/gone.png", "static/x.png"]);
        assert_eq!(earlier.messages.keys().map(|path| &**path).collect::<Vec<_>>(), ["locales/lv-LV/a.ftl"]);
        assert_eq!(earlier.not_read, [("content/en/huge.md".into(), NotRead::TooLarge)].into());
    }
}
