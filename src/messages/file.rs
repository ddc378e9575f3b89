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

/// Words of one meaning in the locales that Faqtory is shipped with: `synonyms.txt`, a group a line, without comments.
pub fn embedded_synonyms() -> impl Iterator<Item = (Locale, Vec<&'static str>)> {
    EMBEDDED.dirs().filter_map(|folder| {
        let locale = Locale::parse(folder.path().to_str()?).ok()?;
        let text = EMBEDDED.get_file(folder.path().join("synonyms.txt"))?.contents_utf8()?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
        Some((locale, lines.collect()))
    })
}

/// The messages Faqtory is shipped with, sorted by path.
pub fn embedded() -> Vec<MessageFile> {
    let mut files = Vec::new();
    for folder in EMBEDDED.dirs() {
        let Some(Ok(locale)) = folder.path().to_str().map(Locale::parse) else { continue };
        for file in folder.files().filter(|file| file.path().extension().is_some_and(|end| end == "ftl")) {
            if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
                let path = format!("locales/{}", path.replace('\\', "/")).into();
                files.push(MessageFile { locale: locale.clone(), path, text: text.to_owned() });
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}
