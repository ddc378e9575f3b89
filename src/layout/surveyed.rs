//! For tests: what becomes of a project of paths and texts, in lines.

use crate::locale::Locale;
use crate::sources::Sources;

use super::options::LayoutOptions;
use super::placed::Layout;
use super::survey::survey;

/// Looks over a project of these files.
pub(super) fn surveyed(files: &[(&str, &str)]) -> Layout {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.texts.insert((*path).into(), text.as_bytes().to_vec());
    }
    survey(&sources, LayoutOptions::default())
}

/// What says the source and what was assumed; then of every file its role, locale and ID, or why it is not read.
pub(super) fn lines(files: &[(&str, &str)]) -> String {
    let layout = surveyed(files);
    let names: Vec<&str> = layout.names().into_iter().map(super::LayoutName::name).collect();
    let source = layout.source.as_ref().map(|source| format!("{} by {}", source.locale.tag(), source.by));
    let assumed = layout.assumed.as_ref().map(|locale| format!(", {} assumed", locale.tag()));
    let mut lines = vec![format!(
        "{}: {}{}",
        names.join(" + "),
        source.as_deref().unwrap_or("no source"),
        assumed.unwrap_or_default()
    )];
    let of_files = layout.files.iter().map(|file| {
        let locale = file.locale.as_ref().map_or("-", Locale::tag);
        let id = file.id.as_deref().unwrap_or(&file.below);
        (&file.path, format!("{:?} {locale} {}{id}", file.role, layout.docsets[file.docset].prefix))
    });
    let not_placed = layout.not_placed.iter().map(|(path, reason)| (path, format!("{reason:?}")));
    let mut files: Vec<_> = of_files.chain(not_placed).collect();
    files.sort();
    lines.extend(files.into_iter().map(|(path, what)| format!("{path} → {what}")));
    lines.join("\n")
}
