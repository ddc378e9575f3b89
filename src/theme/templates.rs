//! The templates of a theme: which there are, and the files of the default theme. Renders nothing.

use std::borrow::Cow;

use include_dir::{Dir, include_dir};

static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Prefix of the embedded templates' names, so that a template of the project can say
/// `{% extends "default/article.html" %}` and change one block only.
pub(super) const FALLBACK: &str = "default/";

/// The files of the default theme: path below the theme's folder (`templates/base.html`) and bytes, sorted by path.
pub fn embedded() -> Vec<(&'static str, &'static [u8])> {
    fn collect(dir: &'static Dir<'static>, files: &mut Vec<(&'static str, &'static [u8])>) {
        for file in dir.files() {
            files.extend(file.path().to_str().map(|path| (path, file.contents())));
        }
        for dir in dir.dirs() {
            collect(dir, files);
        }
    }
    let mut files = Vec::new();
    collect(&DEFAULT, &mut files);
    files.sort_unstable();
    files
}

/// A template's name and text.
pub(super) type TemplateText = (String, Cow<'static, str>);

/// The templates a page is rendered with; a theme may have others beside them, which these extend or include.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    Chooser,
    Home,
    List,
    Article,
    Open,
    NotFound,
    Search,
    Redirect,
}

impl Template {
    pub const ALL: [Template; 8] = [
        Template::Chooser,
        Template::Home,
        Template::List,
        Template::Article,
        Template::Open,
        Template::NotFound,
        Template::Search,
        Template::Redirect,
    ];

    /// File name below `templates/`.
    pub fn file(self) -> &'static str {
        match self {
            Template::Chooser => "chooser.html",
            Template::Home => "home.html",
            Template::List => "list.html",
            Template::Article => "article.html",
            Template::Open => "open.html",
            Template::NotFound => "not-found.html",
            Template::Search => "search.html",
            Template::Redirect => "redirect.html",
        }
    }
}
