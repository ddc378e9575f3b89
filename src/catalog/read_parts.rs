//! Reads what articles include of files that is not all of one that is Markdown, each as a document of its own. Knows no paths.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::contents::Catalog;
use super::link::Base;
use super::model::{Article, File};
use super::parts::{FileParts, NamedText, Parts, Source, Wanted};
use crate::front_matter::FrontMatter;
use crate::indexed::DocsetIndex;
use crate::layout;
use crate::line_end::with_line_feeds;
use crate::markdown::{Document, Form, Syntax};

/// Parts that are read of a file, each of which takes as long as all of it; more, where it is small.
const MAX_PARTS: usize = 200;

/// Bytes of all parts that are read of a small file, and of a large one, each counted as all of it.
const MAX_BYTES: (usize, usize) = (1 << 20, 64 << 20);

/// Where something is included.
type Included<'c> = BTreeMap<&'c str, (Source<'c>, DocsetIndex, Syntax, BTreeSet<Wanted>)>;

/// Those of all articles.
pub(super) fn read<N: Sync>(catalog: &Catalog<N>) -> Parts {
    let articles: Vec<&Article> = catalog.articles.iter().collect();
    let found: Vec<Vec<(Base<'_>, Source<'_>, Wanted)>> = articles
        .par_iter()
        .filter(|article| !article.file.document.includes.is_empty())
        .map(|article| wanted_by(catalog, article))
        .collect();
    let mut included: Included<'_> = BTreeMap::new();
    for (base, source, wanted) in found.into_iter().flatten() {
        let new = || (source, base.file.docset, base.file.document.syntax, BTreeSet::new());
        included.entry(source.path()).or_insert_with(new).3.insert(wanted);
    }
    let included: Vec<_> = included.into_iter().collect();
    let read = included.into_par_iter().filter_map(|(path, (source, docset, syntax, wanted))| {
        let whole = match source {
            Source::File(file) => Whole::of_file(file),
            Source::Text(path, named) => Whole::of_text(path, named, docset, syntax, catalog),
            Source::Refused(..) => return None,
        };
        Some((path.into(), parts(&whole, wanted, catalog)))
    });
    Parts(read.collect())
}

/// What an article includes, and what it includes does, however deep.
fn wanted_by<'c, N>(catalog: &'c Catalog<N>, article: &'c Article) -> Vec<(Base<'c>, Source<'c>, Wanted)> {
    let base = |file| Base { file, article: Some(article), reader: article.locale };
    let mut files = vec![base(&article.file)];
    let mut known: BTreeSet<&str> = BTreeSet::from([&*article.file.path]);
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(current) = files.get(next).copied() {
        next += 1;
        for include in &current.file.document.includes {
            let Some(source) = catalog.include_source(current, &include.path) else { continue };
            if let Source::File(file) = source
                && known.insert(&file.path)
            {
                files.push(base(file));
            }
            let is_read_here = match source {
                Source::File(_) => !include.is_whole(),
                Source::Text(..) => true,
                Source::Refused(..) => false,
            };
            if is_read_here {
                found.push((current, source, Wanted::by(include)));
            }
        }
    }
    found
}

/// A file that parts are taken of.
struct Whole<'c> {
    file: Cow<'c, File>,
    syntax: Syntax,
}

impl<'c> Whole<'c> {
    fn of_file(file: &'c File) -> Self {
        Self { file: Cow::Borrowed(file), syntax: file.document.syntax }
    }

    fn of_text<N>(
        path: &Arc<str>,
        named: &NamedText,
        docset: DocsetIndex,
        syntax: Syntax,
        catalog: &Catalog<N>,
    ) -> Self {
        let (text, not_utf8) = (named.text.clone(), named.not_utf8);
        let below = layout::strip_folder(path, &catalog.docsets[docset].root).unwrap_or(path).to_owned();
        let (path, front_matter) = (Arc::clone(path), FrontMatter::default());
        let document = Document::default();
        let file =
            File { path, docset, below, id: None, locale: None, text, not_utf8, front_matter, document };
        Self { file: Cow::Owned(file), syntax: Syntax { form: Form::Markdown, ..syntax } }
    }

    fn part<N>(&self, wanted: &Wanted, catalog: &Catalog<N>) -> Option<File> {
        let file = &*self.file;
        let text = &*with_line_feeds(&file.text);
        let document = match &wanted.code {
            Some(info) => {
                let lines = wanted.part.in_code(text)?;
                Document::of_code(self.syntax, text, &lines, info)
            }
            None => {
                let body = file.front_matter.body_start as usize;
                let range = wanted.part.in_markdown(text, body, &file.document)?;
                let text = text.get(..range.end)?;
                // What it says of the whole page is none of the part.
                let body_start = u32::try_from(range.start).ok()?;
                let front_matter = FrontMatter { body_start, ..FrontMatter::default() };
                Document::parse_part(self.syntax, &catalog.shortcodes, &front_matter, &wanted.part, text)
            }
        };
        Some(File {
            path: Arc::clone(&file.path),
            docset: file.docset,
            below: file.below.clone(),
            id: None,
            locale: file.locale,
            text: file.text.clone(),
            not_utf8: file.not_utf8,
            front_matter: FrontMatter::default(),
            document,
        })
    }
}

/// The parts of a file, as many as are read.
fn parts<N>(whole: &Whole<'_>, wanted: BTreeSet<Wanted>, catalog: &Catalog<N>) -> FileParts {
    let length = whole.file.text.len().max(1);
    let count = (MAX_BYTES.0 / length).max(MAX_PARTS.min(MAX_BYTES.1 / length)).max(1);
    let left_out = wanted.len().saturating_sub(count);
    let wanted = wanted.into_iter().take(count);
    let read = wanted.filter_map(|wanted| Some((wanted.clone(), whole.part(&wanted, catalog)?))).collect();
    FileParts { read, left_out }
}
