//! Which file an include means, and what of it. Reads no text.

use super::contents::Catalog;
use super::identity::fold;
use super::link::Base;
use super::model::File;
use super::parts::Source;
use super::reference::{folder, join, split, without_extension};
use crate::indexed::{IncludeIndex, LocaleIndex};
use crate::layout::{self, DocsetKind, LayoutName};
use crate::markdown::Include;
use crate::sources::NotIncluded;

impl<N> Catalog<N> {
    /// What an include that stands in `base.file` shows: a file, or a part of one. None where it is not there.
    pub fn include(&self, base: Base<'_>, include: &Include) -> Option<&File> {
        match self.include_source(base, &include.path)? {
            Source::File(file) if include.is_whole() => Some(file),
            Source::Refused(..) => None,
            source => self.parts.get(source.path(), include),
        }
    }

    /// The path of the file that an include names, whether or not the part that it wants is there.
    pub fn included_path(&self, base: Base<'_>, include: &Include) -> Option<&str> {
        self.include_source(base, &include.path).map(Source::path)
    }

    /// Why the file that an include names is not shown, and the path of it.
    pub fn refused_include(&self, base: Base<'_>, include: &Include) -> Option<(&str, NotIncluded)> {
        match self.include_source(base, &include.path)? {
            Source::Refused(path, reason) => Some((path, reason)),
            Source::File(_) | Source::Text(..) => None,
        }
    }

    /// Whether so many parts are included of the file at a path that some are left out.
    pub fn is_included_too_often(&self, path: &str) -> bool {
        self.parts.is_cut(path)
    }

    /// The file that `path`, written in `base.file`, names: beside the file, else in the fallback chain. MkDocs looks in the folder of
    /// its configuration, in those that it names and in that of the articles; a path of Vue's that begins with `@` starts there too.
    pub(super) fn include_source(&self, base: Base<'_>, path: &str) -> Option<Source<'_>> {
        let docset = &self.docsets[base.file.docset];
        let path = split(path).path;
        let (path, is_from_root) = match path.strip_prefix('@') {
            Some(rest) if matches!(docset.layout, LayoutName::VitePress | LayoutName::VuePress) => {
                (rest, true)
            }
            _ => (&*path, matches!(docset.layout, LayoutName::MkDocs | LayoutName::Jekyll)),
        };
        if !is_from_root || matches!(docset.layout, LayoutName::MkDocs | LayoutName::Jekyll) {
            let below = join(folder(&base.file.below), path);
            let beside = below.and_then(|wanted| self.source_below(base, &wanted));
            if beside.is_some() || !docset.layout.includes_from_site() {
                return beside;
            }
            if let Some(found) = join(folder(&base.file.path), path).and_then(|path| self.source_at(&path)) {
                return Some(found);
            }
        }
        if !is_from_root {
            return None;
        }
        let above =
            std::iter::successors(Some(&*docset.root), |above| (!above.is_empty()).then(|| folder(above)));
        let named = docset.include_folders.iter().map(String::as_str);
        let mut folders = std::iter::once(&*docset.site).chain(named).chain(above);
        folders.find_map(|folder| {
            let path = join(folder, path)?;
            let below = layout::strip_folder(&path, &docset.root);
            below.and_then(|below| self.source_below(base, below)).or_else(|| self.source_at(&path))
        })
    }

    /// The file at a path below the docset.
    fn source_below(&self, base: Base<'_>, wanted: &str) -> Option<Source<'_>> {
        if let Some(file) = self.include_below(base, wanted) {
            return Some(self.refused(&file.path).unwrap_or(Source::File(file)));
        }
        if self.named_texts.is_empty() && self.refused_includes.is_empty() {
            return None;
        }
        self.in_chain(base, wanted, |docset, wanted| {
            self.source_at(&layout::join(&self.docsets[docset].root, wanted))
        })
    }

    /// The file at a path below the project's folder.
    fn source_at(&self, path: &str) -> Option<Source<'_>> {
        let text = || self.named_texts.get_key_value(path).map(|(path, text)| Source::Text(path, text));
        self.refused(path).or_else(|| self.file(path).map(Source::File)).or_else(text)
    }

    fn refused(&self, path: &str) -> Option<Source<'_>> {
        self.refused_includes.get_key_value(path).map(|(path, reason)| Source::Refused(path, *reason))
    }

    /// Of includes that differ in their locales, as where names say these: that of the including file, else of its fallback chain.
    fn include_in(
        &self,
        base: Base<'_>,
        includes: &[(Option<LocaleIndex>, IncludeIndex)],
    ) -> Option<IncludeIndex> {
        let locale = base.file.locale.unwrap_or(base.reader);
        let of = |wanted: LocaleIndex| includes.iter().find(|(locale, _)| *locale == Some(wanted));
        let chain = || self.locales[locale].fallback.iter().chain(&self.source);
        let found = of(locale).or_else(|| chain().find_map(|&other| of(other)));
        found.or(includes.first()).map(|&(_, include)| include)
    }

    /// The include, or the article that stands for one, at a path below the docset.
    fn include_below(&self, base: Base<'_>, wanted: &str) -> Option<&File> {
        self.in_chain(base, wanted, |docset, wanted| {
            if let Some(includes) = self.index.includes.get(&(docset, fold(wanted))) {
                return self.include_in(base, includes).map(|include| &self.includes[include]);
            }
            // Learn allows a whole article as an include.
            let file = match self.docsets[docset].kind {
                DocsetKind::Mixed => {
                    let article = self.index.mixed.get(&fold(without_extension(wanted)))?;
                    Some(&*self.articles[*article].file)
                }
                _ => self.file(&layout::join(&self.docsets[docset].root, wanted)),
            };
            file.filter(|file| file.docset == docset && file.below == wanted)
        })
    }
}
