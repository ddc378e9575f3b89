//! Files of messages, and those that Faqtory is shipped with. Reads no entry of them.

use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::locale::Locale;

/// Files beyond this are not read as messages: 1 MiB, some hundred times the largest real one.
pub(super) const MAX_FILE_BYTES: usize = 1 << 20;

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// One `locales/<tag>/*.ftl`.
#[derive(Clone, Debug)]
pub struct MessageFile {
    pub locale: Locale,
    /// As shown in diagnostics, with `/`.
    pub path: Arc<str>,
    pub text: String,
}

/// The messages Faqtory is shipped with, sorted by path.
pub fn embedded() -> Vec<MessageFile> {
    let mut files = Vec::new();
    for folder in EMBEDDED.dirs() {
        let Some(Ok(locale)) = folder.path().to_str().map(Locale::parse) else { continue };
        for file in folder.files() {
            if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
                let path = format!("locales/{}", path.replace('\\', "/")).into();
                files.push(MessageFile { locale: locale.clone(), path, text: text.to_owned() });
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}
