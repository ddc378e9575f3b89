//! `faqtory handoff --cancel`: forgets hand-offs. Touches no package and no translation.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use crate::catalog::IdentityIndex;
use crate::edit;
use crate::project::cancelled::CancelledFiles;
use crate::project::loaded::Project;
use crate::project::remembered::Remembered;
use crate::project::translations::NO_SOURCE;
use crate::translation::{HandedOff, Handoff};

/// What to forget: at least one of these is given, and a file is forgotten that all of them mean.
#[derive(Clone, Copy, Debug)]
pub struct CancelRequest<'a> {
    pub name: Option<&'a str>,
    pub locales: &'a [String],
    pub articles: &'a [String],
}

/// A file that was forgotten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cancelled {
    pub handoff: String,
    pub id: String,
    /// Its tag.
    pub locale: String,
}

impl Project {
    /// Forgets what was handed off.
    ///
    /// # Errors
    /// There is no such hand-off, locale or article; the disk refuses.
    pub fn cancel(&self, request: &CancelRequest<'_>) -> Result<Vec<Cancelled>> {
        let mut remembered = Remembered::whole(self.root())?;
        let known = request.name.and_then(|name| remembered.begun(name)).map(|it| it.name.clone());
        if let Some(name) = request.name.filter(|_| known.is_none()) {
            let names: Vec<&str> = remembered.handoffs.iter().map(|handoff| &*handoff.name).collect();
            let help = match names.as_slice() {
                [] => "nothing is in progress".to_owned(),
                names => format!("use one of {}", names.join(", ")),
            };
            bail!("there is no hand-off `{name}` in progress\nhelp: {help}");
        }
        let tag = |written: &String| match self.new_locale(written)? {
            Some(locale) => Ok(locale.tag().to_owned()),
            None => Ok(self.catalog.locales[self.translated_locale(written)?].locale.tag().to_owned()),
        };
        let locales: BTreeSet<String> = request.locales.iter().map(tag).collect::<Result<_>>()?;
        let ids = self.ids(request.articles, &remembered)?;
        let is_meant = |handoff: &Handoff, file: &HandedOff| {
            known.as_ref().is_none_or(|name| *name == handoff.name)
                && (locales.is_empty() || locales.contains(&file.locale))
                && (ids.is_empty() || ids.contains(&file.id))
        };
        let meant = remembered.files().filter(|(handoff, file)| is_meant(handoff, file));
        let cancelled = meant.map(|(handoff, file)| Cancelled {
            handoff: handoff.name.clone(),
            id: file.id.clone(),
            locale: file.locale.clone(),
        });
        let cancelled: Vec<Cancelled> = cancelled.collect();
        if !cancelled.is_empty() {
            let folder = edit::Folder::open(self.root());
            let mut known = CancelledFiles::read(self.root())?;
            for one in &cancelled {
                known.put(&one.handoff, &one.locale, &one.id);
            }
            known.write(&folder)?;
            remembered.revise(&folder, &|handoff, file| !is_meant(handoff, file))?;
        }
        Ok(cancelled)
    }

    /// The IDs that the user means: of articles, or of what was handed off and is no article any more.
    fn ids(&self, articles: &[String], remembered: &Remembered) -> Result<BTreeSet<String>> {
        let one = |article: &String| {
            let path = self.below_root(article);
            let is_it = |file: &HandedOff| file.id == *article || file.source == path || file.target == path;
            if let Some((_, file)) = remembered.files().find(|(_, file)| is_it(file)) {
                return Ok(file.id.clone());
            }
            let Some(source) = self.catalog.source else { bail!(NO_SOURCE) };
            let identity: IdentityIndex = self.identity(article, source)?;
            Ok(self.catalog.identities[identity].id.to_string())
        };
        articles.iter().map(one).collect()
    }
}
