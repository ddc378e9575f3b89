//! What a file calls itself: by its front matter, and by its headings. Knows no other file.

use crate::markdown::slug;

use super::File;

/// The source-language anchor of the first heading, else the slug of the title.
pub(super) fn content_id(file: &File) -> Option<String> {
    let first = file.document.title_heading().or(file.document.headings.first());
    let anchor = first.and_then(|heading| heading.anchor.as_ref()).map(|anchor| anchor.name.to_string());
    let from_title = || file.front_matter.title.as_ref().map(|title| slug::github(&title.value));
    anchor.or_else(from_title).filter(|id| !id.is_empty())
}

/// The title in the front matter, else the first heading, else the last step of the ID.
pub(super) fn title(file: &File, id: &str) -> String {
    let written = file.front_matter.title.as_ref().map(|title| title.value.trim());
    let heading =
        file.document.title_heading().or(file.document.headings.first()).map(|heading| heading.text.trim());
    let title = written.into_iter().chain(heading).find(|title| !title.is_empty());
    title.map_or_else(|| id.rsplit('/').next().unwrap_or(id).to_owned(), str::to_owned)
}
