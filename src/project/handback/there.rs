//! What stands in the project where a translation belongs, whatever kind of file it is. Writes nothing.

use crate::edit;
use crate::project::loaded::Project;
use crate::translation::HandedOffKind;

use super::records::Known;

/// A translation that is in the project.
pub(super) struct There {
    pub(super) path: String,
    /// What it says that it was made from.
    pub(super) recorded: Option<String>,
    /// None where it is no UTF-8.
    pub(super) text: Option<String>,
}

impl Known<'_> {
    /// The translation with this ID in a locale.
    pub(super) fn there(&self, kind: HandedOffKind, id: &str, tag: &str) -> Option<There> {
        let project = self.records.project;
        let locale = *self.locales.get(tag)?;
        if kind == HandedOffKind::Article {
            let identity = *self.identities.get(id)?;
            let own = project.catalog.identities[identity].translations[locale]?;
            let file = project.file(own);
            return Some(There {
                path: file.path.to_string(),
                recorded: project.recorded(own).map(str::to_owned),
                text: file.not_utf8.is_none().then(|| file.text.clone()),
            });
        }
        let found = self.files.get(&(kind, id, locale))?;
        let path = found.path.clone()?;
        let is_utf8 = project.catalog.file(&path).is_none_or(|file| file.not_utf8.is_none());
        let text = project.translated_text(&path).filter(|_| is_utf8).map(str::to_owned);
        Some(There { path, recorded: found.recorded_hash.clone(), text })
    }
}

impl Project {
    /// What stands where a translation belongs.
    pub(super) fn before(
        &self,
        there: Option<&There>,
        target: &str,
    ) -> Result<Option<String>, (String, &'static str)> {
        if let Some(there) = there {
            return match &there.text {
                Some(text) => Ok(Some(text.clone())),
                None => Err((format!("{target} is not valid UTF-8"), "save it as UTF-8")),
            };
        }
        if edit::is_there(&self.root().join(target)) {
            let message = format!("{target} is there, and is no translation of this article");
            return Err((message, "move it away, or cancel the hand-off"));
        }
        Ok(None)
    }
}
