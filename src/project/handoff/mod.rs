//! `faqtory handoff`: a package of what translators are to translate, remembered until it comes back. Translates nothing.

mod cancel;
mod commits;
mod data;
mod files;
mod gather;
mod new_locale;
mod package;
mod packed;
mod stampable;
mod texts;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::catalog::{IdentityIndex, LocaleIndex};
use crate::locale::Locale;
use crate::sources;
use crate::translation::{HandedOff, Handoff, HandoffOrder};
use crate::{edit, history};

use super::cancelled::CancelledFiles;
use super::known::Changes;
use super::loaded::Project;
use super::remembered::{FOLDER, Remembered, remember};
use super::translations::NO_SOURCE;

pub use cancel::{CancelRequest, Cancelled};
pub use data::{HandedOffPackage, HandoffRequest, InProgressFile, NewLocales, Package};
pub(super) use texts::{OwnedTexts, made};

impl Project {
    /// Writes a package, and remembers it.
    ///
    /// # Errors
    /// There is no source locale, no such locale or article, the folder is not empty, or the disk refuses.
    pub fn handoff(&self, request: &HandoffRequest<'_>) -> Result<HandedOffPackage> {
        let Some(source) = self.catalog.source else { bail!(NO_SOURCE) };
        let remembered = Remembered::whole(self.root())?;
        let mut locales: BTreeSet<LocaleIndex> = BTreeSet::new();
        let mut new_locales: BTreeSet<Locale> = BTreeSet::new();
        for tag in request.locales {
            match self.new_locale(tag)? {
                Some(locale) => {
                    if request.new_locales == NewLocales::Refused {
                        self.refuse_unknown(&locale, &remembered)?;
                    }
                    new_locales.insert(locale)
                }
                None => locales.insert(self.translated_locale(tag)?),
            };
        }
        let (paths, named) = self.named_files(request.articles);
        let articles: BTreeSet<IdentityIndex> =
            named.into_iter().map(|article| self.identity(article, source)).collect::<Result<_>>()?;
        if let Some(out) = request.out {
            refuse_folder(out)?;
            self.refuse_among_articles(out)?;
        }

        let wanted = gather::Wanted::new(request, locales, articles, paths, &remembered);
        let mut gathered = self.gather(&wanted);
        for locale in &new_locales {
            self.gather_new(locale, source, &wanted, &mut gathered);
        }
        let gather::Gathered { mut files, in_progress, refused, left_out, .. } = gathered;
        if files.is_empty() {
            return Ok(HandedOffPackage { package: None, in_progress, refused, left_out });
        }
        self.add_commits(&mut files);
        let (name, folder) = self.free_name(&remembered, request, &files);
        self.refuse_among_articles(&folder)?;
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
            left_out,
        })
    }

    /// The paths of includes, names and messages among what the user named, and the rest.
    fn named_files<'r>(&self, named: &'r [String]) -> (BTreeSet<String>, Vec<&'r String>) {
        if named.is_empty() {
            return (BTreeSet::new(), Vec::new());
        }
        let files = self.translated_files(&self.translations, &Changes::default());
        let known: BTreeSet<&String> =
            files.iter().flat_map(|file| [&file.path, &file.source, &file.target]).flatten().collect();
        let (mut paths, mut others) = (BTreeSet::new(), Vec::new());
        for written in named {
            let path = self.below_root(written);
            if known.contains(&path) {
                paths.insert(path);
            } else {
                others.push(written);
            }
        }
        (paths, others)
    }

    /// Whether git would not take in what is remembered.
    fn is_ignored(&self) -> bool {
        let folder = self.root().join(FOLDER).canonicalize();
        let ignored = folder.map(|folder| history::ignored(&[folder.join("any.json")]));
        ignored.is_ok_and(|ignored| matches!(ignored.as_slice(), [Ok(true)]))
    }

    /// The first name of today that no hand-off and no folder has. What is handed off is a part of it, so that two clones that know
    /// nothing of one another give no name twice.
    fn free_name(
        &self,
        remembered: &Remembered,
        request: &HandoffRequest<'_>,
        files: &[packed::GatheredFile],
    ) -> (String, PathBuf) {
        let entries: Vec<&HandedOff> = files.iter().map(|file| &file.entry).collect();
        let today = remembered.handoffs.iter().filter(|it| it.date == request.today.iso());
        let last = today.map(|it| it.order());
        // A cancelled one may come back, and must not be taken for this one.
        let cancelled = CancelledFiles::read(self.root()).unwrap_or_default();
        let cancelled = cancelled.handoffs().filter(|name| name.starts_with(&request.today.iso()));
        let last = last.chain(cancelled.map(|name| HandoffOrder::of(name)));
        let mut number = last.map(|order| order.number).max().unwrap_or(0);
        loop {
            number += 1;
            let name = Handoff::name(request.today, number, &entries);
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
