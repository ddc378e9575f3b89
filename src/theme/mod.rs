//! Loads templates and assets, and renders one page at a time. Decides nothing about content, and neither reads nor
//! writes a file: the default theme is embedded, a project's own files are handed in.

mod assets;
mod comments;
pub mod context;
mod escape;
mod fault;
mod functions;
mod page;
mod templates;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Component, Path};
use std::sync::Arc;

use anyhow::{Context as _, anyhow, bail};
use tera::Tera;

use assets::AssetNames;
use escape::escape;
use templates::{FALLBACK, TemplateText};

pub use assets::Asset;
pub use functions::{Arg, Translate};
pub use page::{Body, Everywhere, page_context};
pub use templates::{Template, embedded};

/// Templates, assets and the message functions, ready to render from many threads.
#[derive(Debug)]
pub struct Theme {
    tera: Tera,
    messages: Arc<dyn Translate>,
    assets: Vec<Asset>,
    names: AssetNames,
    /// The name of the project's theme, for messages.
    name: String,
    /// Whether a template names `front_matter`.
    shows_front_matter: bool,
}

impl Theme {
    /// The default theme with `overrides` over it, file by file. `overrides` are the files of the project's theme `name`: path
    /// below its folder, with `/` (`templates/base.html`, `assets/logo.png`), and bytes. Files outside `templates/` and
    /// `assets/` are ignored.
    ///
    /// # Errors
    /// A path that leaves the theme's folder, a template that is not UTF-8 or does not parse; the message names the file.
    pub fn new(
        name: &str,
        overrides: Vec<(String, Vec<u8>)>,
        messages: Arc<dyn Translate>,
    ) -> anyhow::Result<Theme> {
        let mut templates: Vec<TemplateText> = Vec::new();
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
                let text = String::from_utf8(bytes)
                    .with_context(|| format!("themes/{name}/{path} is not valid UTF-8"))?;
                templates.push((file.to_owned(), text.into()));
            } else if let Some(name) = path.strip_prefix("assets/")
                // A copy of what ships is what ships.
                && assets.get(name).is_none_or(|shipped| **shipped != *bytes)
            {
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
            anyhow!("the theme cannot be used: {}", fault::describe(&error, name, &templates, None))
        })?;

        // What a theme or the configuration adds is one sheet with the rest: a page waits for one request only.
        if let Some(custom) = assets.remove("custom.css").filter(|custom| !custom.is_empty()) {
            let style = assets.entry("style.css".to_owned()).or_default().to_mut();
            style.push(b'\n');
            style.extend_from_slice(&custom);
        }
        // Pages load it before they can be read: what only its authors need is left out.
        if let Some(style) = assets.get_mut("style.css")
            && let Ok(sheet) = std::str::from_utf8(style)
        {
            *style = comments::without_space(&comments::without_comments(sheet)).into_bytes().into();
        }
        scripts(&mut assets);
        let mut names = AssetNames::default();
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
        self.names.context()
    }

    /// `lang`, `messages` and `site` of a locale.
    ///
    /// # Errors
    /// There are no messages in the language of the site.
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
            anyhow!(fault::describe(&error, &self.name, &[], Some(&page)))
        })
    }
}

/// Puts the engine of the search before its view, since a reader waits for one request only, and leaves out of the default
/// theme's scripts what only their authors need.
fn scripts(assets: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for (_, script) in assets.iter_mut().filter(|(name, _)| name.ends_with(".js")) {
        if let Cow::Borrowed(embedded) = *script
            && let Ok(text) = std::str::from_utf8(embedded)
        {
            *script = comments::without_margins(text).into_bytes().into();
        }
    }
    if let Some(engine) = assets.remove("search-engine.js") {
        let view = assets.remove("search.js").unwrap_or_default();
        assets.insert("search.js".to_owned(), [&*engine, b"\n;\n".as_slice(), &*view].concat().into());
    }
}
