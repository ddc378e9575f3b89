//! Loads templates and assets, and renders one page at a time. Decides nothing about content, and neither reads nor
//! writes a file: the default theme is embedded, a project's own files are handed in.

pub mod context;
mod fault;
mod functions;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Component, Path};
use std::sync::Arc;

use anyhow::{Context as _, anyhow, bail};
use include_dir::{Dir, include_dir};
use tera::Tera;

use crate::html;

pub use functions::{Arg, Translate};

static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Prefix of the embedded templates' names, so that a template of the project can say
/// `{% extends "default/article.html" %}` and change one block only.
const FALLBACK: &str = "default/";

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

/// The templates a page is rendered with; a theme may have others beside them, which these extend or include.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    Chooser,
    Home,
    List,
    Article,
    Open,
    NotFound,
    Redirect,
}

impl Template {
    pub const ALL: [Template; 7] = [
        Template::Chooser,
        Template::Home,
        Template::List,
        Template::Article,
        Template::Open,
        Template::NotFound,
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
            Template::Redirect => "redirect.html",
        }
    }
}

/// A file of the site's `assets/` folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Path below `assets/`. The files of [`context::Assets`] carry a hash of their content (`style.0a1b2c3d4e.css`)
    /// and may be cached for ever; others keep their names, since a style sheet refers to them by name.
    pub name: String,
    pub bytes: Cow<'static, [u8]>,
}

/// Templates, assets and the message functions, ready to render from many threads.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    messages: Arc<dyn Translate>,
    assets: Vec<Asset>,
    names: Names,
    /// The name of the project's theme, for messages.
    name: String,
    /// Whether a template names `front_matter`.
    shows_front_matter: bool,
}

/// Hashed names of the assets that templates refer to.
#[derive(Debug, Default)]
struct Names {
    style: String,
    script: String,
    choose: String,
    icon: String,
    logo: String,
    search: String,
    search_style: String,
}

impl Theme {
    /// The default theme with `overrides` over it, file by file. `overrides` are the files of the project's theme `name`: path
    /// below its folder, with `/` (`templates/base.html`, `assets/logo.png`), and bytes. Files outside `templates/` and
    /// `assets/` are not the theme's business.
    ///
    /// # Errors
    /// A path that leaves the theme's folder, a template that is not UTF-8 or does not parse; the message names the file.
    pub fn new(
        name: &str,
        overrides: Vec<(String, Vec<u8>)>,
        messages: Arc<dyn Translate>,
    ) -> anyhow::Result<Theme> {
        let mut templates: Vec<fault::Text> = Vec::new();
        let mut assets: BTreeMap<String, Cow<'static, [u8]>> = BTreeMap::new();
        for (path, bytes) in embedded() {
            if let Some(name) = path.strip_prefix("templates/") {
                let text = std::str::from_utf8(bytes).with_context(|| format!("embedded theme: {path}"))?;
                templates.push((format!("{FALLBACK}{name}"), text.into()));
            } else if let Some(name) = path.strip_prefix("assets/") {
                assets.insert(name.to_owned(), bytes.into());
            }
        }
        for (path, bytes) in overrides {
            if !Path::new(&path).components().all(|part| matches!(part, Component::Normal(_)))
                || path.contains('\\')
            {
                bail!("theme: `{path}` is not a path inside the theme's folder");
            }
            if let Some(file) = path.strip_prefix("templates/") {
                let text =
                    String::from_utf8(bytes).with_context(|| format!("themes/{name}/{path} is not UTF-8"))?;
                templates.push((file.to_owned(), text.into()));
            } else if let Some(name) = path.strip_prefix("assets/") {
                assets.insert(name.to_owned(), bytes.into());
            }
        }

        let shows_front_matter = templates.iter().any(|(_, text)| text.contains("front_matter"));
        let mut tera = Tera::new();
        tera.set_fallback_prefixes([FALLBACK])?;
        tera.set_escape_fn(escape);
        // Before the templates: Tera refuses a template that calls a function it does not know.
        functions::register(&mut tera, messages.clone());
        tera.add_raw_templates(templates.iter().map(|(name, text)| (name, text))).map_err(|error| {
            anyhow!("the theme cannot be used: {}", fault::tell(&error, name, &templates, None))
        })?;

        // What a theme or the configuration adds is one sheet with the rest: a page waits for one request only.
        if let Some(custom) = assets.remove("custom.css").filter(|custom| !custom.is_empty()) {
            let style = assets.entry("style.css".to_owned()).or_default().to_mut();
            style.push(b'\n');
            style.extend_from_slice(&custom);
        }
        let mut names = Names::default();
        let assets = assets.into_iter().map(|(name, bytes)| names.publish(name, bytes)).collect();
        Ok(Theme { tera, messages, assets, names, name: name.to_owned(), shows_front_matter })
    }

    /// Every file to be written under the site's `assets/`, sorted by the name it has in the theme.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// Whether pages need `article.front_matter`.
    pub fn shows_front_matter(&self) -> bool {
        self.shows_front_matter
    }

    /// Names for the context's `site.assets`.
    pub fn asset_names(&self) -> context::Assets<'_> {
        context::Assets {
            style: &self.names.style,
            script: &self.names.script,
            choose: &self.names.choose,
            icon: &self.names.icon,
            logo: if self.names.logo.is_empty() { &self.names.icon } else { &self.names.logo },
            search: &self.names.search,
            search_style: &self.names.search_style,
        }
    }

    /// Appends the page to `out`.
    ///
    /// # Errors
    /// What a template of the project got wrong: file, line and column of the template, what there is instead, and the page's
    /// title and locale.
    /// `out` may then hold a part of the page.
    pub fn render(
        &self,
        template: Template,
        context: &tera::Context,
        out: &mut Vec<u8>,
    ) -> anyhow::Result<()> {
        self.tera.render_to(template.file(), context, out).map_err(|error| {
            let text =
                |value: Option<&tera::Value>| value.and_then(|it| it.as_str()).unwrap_or_default().to_owned();
            let title = text(context.get("page").and_then(|page| page.get_from_path("title")));
            let page = format!("page “{title}” of {}", text(context.get("lang")));
            anyhow!(fault::tell(&error, &self.name, &[], Some(&page)))
        })
    }
}

impl Names {
    /// Gives the asset its published name and remembers it where templates need it.
    fn publish(&mut self, name: String, bytes: Cow<'static, [u8]>) -> Asset {
        let slot = match name.as_str() {
            "style.css" => &mut self.style,
            "script.js" => &mut self.script,
            "choose.js" => &mut self.choose,
            "icon.svg" => &mut self.icon,
            "logo.svg" | "logo.png" => &mut self.logo,
            "search.js" => &mut self.search,
            "search.css" => &mut self.search_style,
            _ => return Asset { name, bytes },
        };
        let hash = blake3::hash(&bytes).to_hex();
        let (stem, extension) = name.split_once('.').unwrap_or((&name, ""));
        *slot = format!("{stem}.{}.{extension}", &hash[..10]);
        Asset { name: slot.clone(), bytes }
    }
}

/// Text as HTML. Characters that HTML forbids become U+FFFD.
fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    if html::can_hold_all(text) {
        return tera::escape_html(text, out);
    }
    let held = |c: char| if html::can_hold(c) { c } else { char::REPLACEMENT_CHARACTER };
    let text: String = text.chars().filter(|&c| c != '\r').map(held).collect();
    tera::escape_html(&text, out)
}

/// What a page shows beside `site` and `page`.
#[derive(Clone, Copy, Debug)]
pub enum Body<'a> {
    /// The chooser and the not-found page.
    None,
    Home(&'a context::Home<'a>),
    List(&'a context::List<'a>),
    Article(&'a context::Article<'a>),
    Open(&'a context::Open<'a>),
    Redirect(&'a context::Redirect<'a>),
}

/// What templates see on every page of a locale, made once: its clones are reference counts.
#[derive(Clone, Debug)]
pub struct Everywhere {
    lang: tera::Value,
    messages: tera::Value,
    site: tera::Value,
}

impl Theme {
    /// `lang`, `messages` and `site` of a locale.
    ///
    /// # Errors
    /// Nobody speaks the language of the site.
    pub fn everywhere(&self, site: &context::Site<'_>) -> anyhow::Result<Everywhere> {
        let lang = site.language.tag;
        let plain = self.messages.plain(lang).map_err(|problem| anyhow!("messages: {problem}"))?;
        // Templates write fields as names, in which `-` would mean minus.
        let field =
            |(key, text): (&str, String)| (tera::value::Key::from(key.replace('-', "_")), text.into());
        let messages: tera::Map = plain.into_iter().map(field).collect();
        Ok(Everywhere {
            lang: lang.into(),
            messages: messages.into(),
            site: tera::Value::try_from_serializable(site)?,
        })
    }
}

/// The context of one page: `lang`, `messages`, `site`, `page`, and one of `home`, `list`, `article`, `open`, `redirect`.
///
/// # Errors
/// None with these structs; Tera's serialisation is fallible by type.
pub fn page_context(
    everywhere: &Everywhere,
    page: &context::Page<'_>,
    body: Body<'_>,
) -> anyhow::Result<tera::Context> {
    let mut context = tera::Context::new();
    context.insert_value("lang", everywhere.lang.clone());
    context.insert_value("messages", everywhere.messages.clone());
    context.insert_value("site", everywhere.site.clone());
    context.insert_value("page", tera::Value::try_from_serializable(page)?);
    match body {
        Body::None => {}
        Body::Home(home) => context.insert_value("home", tera::Value::try_from_serializable(home)?),
        Body::List(list) => context.insert_value("list", tera::Value::try_from_serializable(list)?),
        Body::Article(article) => {
            context.insert_value("article", tera::Value::try_from_serializable(article)?)
        }
        Body::Open(open) => context.insert_value("open", tera::Value::try_from_serializable(open)?),
        Body::Redirect(redirect) => {
            context.insert_value("redirect", tera::Value::try_from_serializable(redirect)?)
        }
    }
    Ok(context)
}
