//! Every file that was placed is read: articles, includes, tables of contents. Pairs no translations.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::assets;
use crate::front_matter::FrontMatter;
use crate::locale::Locale;
use crate::markdown::{Dialect, Document, Form, Shortcodes, Syntax, slug};
use crate::sources::{LinkFault, NotRead, Sources, is_markdown};

use super::cascade::Cascades;
use super::encoding::{NotUtf8, decode};
use super::model::{File, Toc, Unreadable};
use super::options::{Drafts, Options};
use super::reuse::{ReusableFiles, ReusableNames};
use super::site_nav;
use super::toc;
use super::toc_markdown;
use crate::indexed::{IndexVec, TocIndex};
use crate::layout::{Docset, Layout, LayoutName, MarkdownAs, Placed, Role};
use crate::line_end::with_line_feeds;

/// What was read. No file but an article knows its locale yet.
pub(super) struct ReadFiles {
    pub(super) articles: Vec<ReadArticle>,
    /// Articles that are left out.
    pub(super) drafts: Vec<Arc<str>>,
    pub(super) includes: Vec<File>,
    pub(super) tocs: IndexVec<TocIndex, Toc>,
    pub(super) unreadable: Vec<Unreadable>,
    /// The symbolic links that are not followed, and why.
    pub(super) refused_links: BTreeMap<Arc<str>, LinkFault>,
}

/// A file that is an article.
pub(super) struct ReadArticle {
    /// Boxed, as it is handed on several times and a hundred thousand of them are large.
    pub(super) file: Box<File>,
    /// The locale of its place.
    pub(super) place: Option<Locale>,
    /// The names of its headings, if it is reused.
    pub(super) names: Option<ReusableNames>,
}

/// Reads all that is placed, but what can be reused.
pub(super) fn read(
    sources: &Sources,
    layout: &Layout,
    options: &Options,
    reusable: ReusableFiles,
) -> ReadFiles {
    let Markdown { articles, drafts, includes } = markdown(sources, layout, options, reusable);
    ReadFiles {
        articles,
        drafts,
        includes,
        tocs: tocs(sources, layout),
        unreadable: unreadable(sources, layout),
        refused_links: refused_links(sources),
    }
}

/// Markdown files by what they are.
#[derive(Default)]
struct Markdown {
    articles: Vec<ReadArticle>,
    drafts: Vec<Arc<str>>,
    includes: Vec<File>,
}

/// Files that a thread takes at a time: few enough that none is left alone with many at the end.
const SHARE: usize = 64;

/// Reads articles and includes in parallel; drafts are left out unless wanted.
fn markdown(sources: &Sources, layout: &Layout, options: &Options, mut reusable: ReusableFiles) -> Markdown {
    let gitbooks = gitbooks(sources);
    let markdown: Vec<&Placed> =
        layout.files.iter().filter(|placed| matches!(placed.role, Role::Article | Role::Include)).collect();
    let read: Vec<Option<Box<File>>> = markdown
        .par_iter()
        .with_max_len(SHARE)
        .map(|placed| {
            let bytes = sources.texts.get(&placed.path)?;
            let docset = &layout.docsets[placed.docset];
            let of_layout = || dialect(docset.layout, &placed.path, &gitbooks);
            let dialect = options.dialect.unwrap_or_else(of_layout);
            let syntax = Syntax { dialect, form: form(dialect, docset, &placed.path) };
            let is_known = reusable.has(&placed.path, syntax, bytes);
            (!is_known).then(|| Box::new(read_file(placed, syntax, &options.shortcodes, bytes)))
        })
        .collect();
    let files = markdown.into_iter().zip(read).filter_map(|(placed, file)| match file {
        Some(file) => Some((placed, file, None)),
        None => reusable.take(placed).map(|(file, names)| (placed, file, names)),
    });
    let files: Vec<_> = files.collect();
    let mut cascades = Cascades::default();
    files.iter().for_each(|(placed, file, _)| cascades.add(placed, file, layout));
    let mut sorted = Markdown::default();
    for (placed, file, names) in files {
        if placed.role == Role::Include {
            sorted.includes.push(*file);
        } else if options.drafts == Drafts::Included
            || !cascades.is_draft(placed.locale.as_ref(), &file, layout)
        {
            sorted.articles.push(ReadArticle { file, place: placed.locale.clone(), names });
        } else {
            sorted.drafts.push(file.path);
        }
    }
    sorted
}

fn read_file(placed: &Placed, syntax: Syntax, shortcodes: &Shortcodes, bytes: &[u8]) -> File {
    let mut file = unread_file(placed, String::new(), None);
    read_into(&mut file, syntax, shortcodes, bytes);
    file
}

/// Reads what a file holds now.
pub(super) fn read_into(file: &mut File, syntax: Syntax, shortcodes: &Shortcodes, bytes: &[u8]) {
    (file.text, file.not_utf8) = decode(bytes);
    file.front_matter = FrontMatter::parse(&file.text);
    file.document = Document::parse_with(syntax, shortcodes, &file.front_matter, &file.text);
}

/// The folders that hold books of GitBook, each with a slash at its end.
fn gitbooks(sources: &Sources) -> Vec<&str> {
    let marker = |path: &'_ Arc<str>| path.len().checked_sub(GITBOOK.len());
    let folders = sources.texts.keys().filter(|path| path.ends_with(GITBOOK));
    folders
        .filter_map(|path| path.get(..marker(path)?))
        .filter(|folder| folder.is_empty() || folder.ends_with('/'))
        .collect()
}

/// The file that makes a folder a book of GitBook.
const GITBOOK: &str = ".gitbook.yaml";

/// The generator that a file of a layout is written for.
fn dialect(layout: LayoutName, path: &str, gitbooks: &[&str]) -> Dialect {
    match layout {
        LayoutName::Hugo => Dialect::Hugo,
        LayoutName::Zola => Dialect::Zola,
        LayoutName::Docusaurus => Dialect::Docusaurus,
        LayoutName::Starlight => Dialect::Starlight,
        LayoutName::VitePress => Dialect::VitePress,
        LayoutName::VuePress => Dialect::VuePress,
        LayoutName::MkDocs => Dialect::MkDocs,
        LayoutName::Jekyll => Dialect::Jekyll,
        LayoutName::Learn => Dialect::Plain,
        LayoutName::Folders | LayoutName::Suffix | LayoutName::Mixed => {
            let is_in_book = gitbooks.iter().any(|folder| path.starts_with(folder));
            if is_in_book { Dialect::GitBook } else { Dialect::Plain }
        }
    }
}

fn form(dialect: Dialect, docset: &Docset, path: &str) -> Form {
    let of_site = dialect == Dialect::Docusaurus && docset.markdown == MarkdownAs::Mdx;
    let is_mdx = of_site || assets::extension(path) == "mdx";
    if is_mdx { Form::Mdx } else { Form::Markdown }
}

/// A file whose text nobody has looked into.
fn unread_file(placed: &Placed, text: String, not_utf8: Option<NotUtf8>) -> File {
    File {
        path: placed.path.clone(),
        docset: placed.docset,
        below: placed.below.clone(),
        id: placed.id.clone(),
        locale: None,
        text,
        not_utf8,
        front_matter: FrontMatter::default(),
        document: Document::default(),
    }
}

fn unreadable(sources: &Sources, layout: &Layout) -> Vec<Unreadable> {
    let configuration = layout
        .unreadable
        .iter()
        .map(|(path, reason)| Unreadable { path: path.clone(), reason: reason.clone() });
    let of_file = not_read(sources).filter(|(_, reason)| !matches!(reason, NotRead::Link(_)));
    let of_file = of_file.map(|(path, reason)| Unreadable { path: path.clone(), reason: reason.to_string() });
    configuration.chain(of_file).collect()
}

fn refused_links(sources: &Sources) -> BTreeMap<Arc<str>, LinkFault> {
    let fault = |(path, reason): (&Arc<str>, &NotRead)| match reason {
        NotRead::Link(fault) => Some((path.clone(), fault.clone())),
        _ => None,
    };
    not_read(sources).filter_map(fault).collect()
}

fn not_read(sources: &Sources) -> impl Iterator<Item = (&Arc<str>, &NotRead)> {
    sources.not_read.iter().chain(&sources.theme_files.not_read)
}

fn tocs(sources: &Sources, layout: &Layout) -> IndexVec<TocIndex, Toc> {
    let mut tocs = Vec::new();
    for placed in layout.files.iter().filter(|placed| placed.role == Role::Toc) {
        let Some(bytes) = sources.texts.get(&placed.path) else { continue };
        let (text, not_utf8) = decode(bytes);
        let (nodes, flaws) = if is_markdown(&placed.path) {
            toc_markdown::parse(&with_line_feeds(&text))
        } else {
            toc::parse(&text)
        };
        let file = unread_file(placed, text, not_utf8);
        tocs.push(Toc { file, nodes, flaws, translations: Default::default() });
    }
    for nav in site_nav::navs(sources, layout) {
        let below = nav.path.rsplit('/').next().unwrap_or(&nav.path).to_owned();
        let (path, docset) = (nav.path, nav.docset);
        let placed = Placed { path, docset, below, id: None, locale: None, role: Role::Toc };
        let file = unread_file(&placed, nav.text, nav.not_utf8);
        tocs.push(Toc { file, nodes: nav.nodes, flaws: Vec::new(), translations: nav.translations });
    }
    tocs.sort_by(|a, b| a.file.path.cmp(&b.file.path));
    tocs.into()
}

/// The source-language anchor of the first heading, else the slug of the title.
pub(super) fn content_id(file: &File) -> Option<String> {
    let first = file.document.title_heading().or(file.document.headings.first());
    let anchor = first.and_then(|heading| heading.anchor.as_ref()).map(|anchor| anchor.name.to_string());
    let from_title = || file.front_matter.title.as_ref().map(|title| slug::github(&title.value));
    anchor.or_else(from_title).filter(|id| !id.is_empty())
}

/// The title that is written, else the first heading, else what the article or, where it is the page of one, its folder is
/// called: in words, but as it is where the layout is that of Open Publishing.
pub(super) fn title(file: &File, id: &str, layout: LayoutName) -> String {
    file.written_title().map_or_else(|| name_as_title(id, layout), str::to_owned)
}

fn name_as_title(id: &str, layout: LayoutName) -> String {
    let (folder, name) = id.rsplit_once('/').unwrap_or(("", id));
    if layout == LayoutName::Learn {
        return name.to_owned();
    }
    let is_page = name.eq_ignore_ascii_case("index") && !folder.is_empty();
    let name = if is_page { folder.rsplit('/').next().unwrap_or(folder) } else { name };
    let words = name.replace(['-', '_'], " ");
    let words = words.trim();
    let mut characters = words.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => name.to_owned(),
    }
}
