//! `faqtory handoff`: a package of what translators are to translate, remembered until it comes back. Translates nothing.

mod cancel;
mod data;
mod gather;
mod package;
mod texts;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::catalog::{IdentityIndex, LocaleIndex};
use crate::sources;
use crate::translation::{HandedOff, Handoff};
use crate::{edit, history};

use super::loaded::Project;
use super::remembered::{FOLDER, Remembered, remember};
use super::translations::NO_SOURCE;

pub use cancel::{CancelRequest, Cancelled};
pub use data::{HandedOffPackage, HandoffRequest, InProgressFile, Package};
pub(super) use texts::{OwnedTexts, made};

impl Project {
    /// Writes a package, and remembers it.
    ///
    /// # Errors
    /// There is no source locale, no such locale or article, the folder is not empty, or the disk refuses.
    pub fn handoff(&self, request: &HandoffRequest<'_>) -> Result<HandedOffPackage> {
        let Some(source) = self.catalog.source else { bail!(NO_SOURCE) };
        let locales: BTreeSet<LocaleIndex> =
            request.locales.iter().map(|tag| self.translated_locale(tag)).collect::<Result<_>>()?;
        let articles: BTreeSet<IdentityIndex> =
            request.articles.iter().map(|article| self.identity(article, source)).collect::<Result<_>>()?;
        let remembered = Remembered::whole(self.root())?;
        let (name, folder) = self.free_name(&remembered, request);
        refuse_folder(&folder)?;
        self.refuse_among_articles(&folder)?;

        let gathered = self.gather(&gather::Wanted { locales, articles, request }, &remembered);
        let gather::Gathered { files, in_progress, refused } = gathered;
        if files.is_empty() {
            return Ok(HandedOffPackage { package: None, in_progress, refused });
        }
        package::write(&folder, &name, request.format, &files)?;
        let own = edit::Folder::open(self.root());
        for file in &files {
            file.texts.keep(&own, &file.entry)?;
        }
        let entries: Vec<HandedOff> = files.into_iter().map(|file| file.entry).collect();
        let handoff = Handoff {
            name: name.clone(),
            date: request.today.iso(),
            format: request.format.name().to_owned(),
            files: entries.clone(),
        };
        remember(&own, &handoff)?;
        Ok(HandedOffPackage {
            package: Some(Package { name, folder, files: entries, is_ignored: self.is_ignored() }),
            in_progress,
            refused,
        })
    }

    /// Whether git would not take in what is remembered.
    fn is_ignored(&self) -> bool {
        let folder = self.root().join(FOLDER).canonicalize();
        let ignored = folder.map(|folder| history::ignored(&[folder.join("any.json")]));
        ignored.is_ok_and(|ignored| matches!(ignored.as_slice(), [Ok(true)]))
    }

    /// The first name of today that no hand-off and no folder has.
    fn free_name(&self, remembered: &Remembered, request: &HandoffRequest<'_>) -> (String, PathBuf) {
        let last =
            remembered.handoffs.iter().filter(|it| it.date == request.today.iso()).map(|it| it.order().1);
        let mut number = last.max().unwrap_or(0);
        loop {
            number += 1;
            let name = Handoff::name(request.today, number);
            let usual = PathBuf::from(format!("handoff-{name}"));
            match request.out {
                Some(out) => return (name, out.to_owned()),
                None if !edit::is_there(&usual) => return (name, usual),
                None => {}
            }
        }
    }

    /// The files of a package below the articles would be taken for articles.
    fn refuse_among_articles(&self, folder: &Path) -> Result<()> {
        let absolute = |path: &Path| {
            let existing =
                path.ancestors().find_map(|above| above.canonicalize().ok().map(|real| (above, real)));
            existing.map(|(above, real)| real.join(path.strip_prefix(above).unwrap_or(Path::new(""))))
        };
        let Some(folder) = std::path::absolute(folder).ok().and_then(|folder| absolute(&folder)) else {
            return Ok(());
        };
        let is_left_out = |below: &Path| {
            below.iter().any(|step| {
                let step = step.to_string_lossy();
                step.starts_with('.') || sources::is_package(&step)
            })
        };
        let is_read = |content: &PathBuf| {
            absolute(content)
                .is_some_and(|content| folder.strip_prefix(&content).is_ok_and(|below| !is_left_out(below)))
        };
        // The first is the project itself.
        if !self.inputs.iter().skip(1).any(is_read) {
            return Ok(());
        }
        bail!(
            "{} is among the articles, and its files would be taken for articles\nhelp: name a folder elsewhere",
            folder.display()
        )
    }
}

fn refuse_folder(folder: &Path) -> Result<()> {
    if !edit::is_free(folder) {
        bail!("{} is there already\nhelp: name a folder that is empty or new", folder.display());
    }
    Ok(())
}
