//! What the configuration names and the input does not have. Reads no disk.

use anyhow::{Result, bail};

use crate::catalog::{Catalog, Published};
use crate::config::{self, Config};
use crate::locale::Locale;
use crate::sources::Sources;

/// Refuses a default locale that no reader can be sent to, and a folder for a locale that has no articles.
///
/// # Errors
/// The first such key, and what would be right.
pub(super) fn refuse_absent(config: &Config, sources: &Sources, catalog: &Catalog) -> Result<()> {
    default_locale(config, catalog)?;
    for (tag, entry) in &config.locales {
        let Some(path) = &entry.path else { continue };
        // A locale in preparation may be empty.
        if entry.publish == Published::Yes && !has_articles(sources, path) {
            let folder = format!("{}/{}", sources.content_dir, path.trim_matches('/'));
            bail!(
                "{}: locales.{tag}.path is `{path}`, but there are no articles in {}\nhelp: write the path of its folder \
                 below the content folder, or `publish = false` until there are any",
                config::FILE,
                folder.trim_matches('/')
            );
        }
    }
    Ok(())
}

fn default_locale(config: &Config, catalog: &Catalog) -> Result<()> {
    let Some(wanted) = config.site.default_locale.as_deref() else { return Ok(()) };
    // The source may be left out, and is then reported apart.
    if config.site.source_locale.as_deref() == Some(wanted) && catalog.source.is_none() {
        return Ok(());
    }
    let wanted = Locale::parse(wanted)?;
    let is_it = |locale: &Locale| *locale == wanted || locale.same_content(&wanted);
    let published = catalog.locales.iter().filter(|entry| entry.published == Published::Yes);
    if published.clone().any(|entry| is_it(&entry.locale)) {
        return Ok(());
    }
    let why = if catalog.locales.iter().any(|entry| is_it(&entry.locale)) {
        "`publish = false` keeps it out of the site"
    } else {
        "there are no articles in it"
    };
    let others: Vec<&str> = published.map(|entry| entry.locale.tag()).collect();
    bail!(
        "{}: site.default_locale is {}, but {why}\nhelp: use one of {}",
        config::FILE,
        wanted.tag(),
        others.join(", ")
    )
}

/// Whether a Markdown file lies in the folder below the content folder.
fn has_articles(sources: &Sources, folder: &str) -> bool {
    let steps = [sources.content_dir.as_str(), folder.trim_matches('/')];
    let root: String = steps.iter().filter(|step| !step.is_empty()).map(|step| format!("{step}/")).collect();
    let is_markdown = |path: &str| {
        let extension = path.rsplit('.').next().unwrap_or(path);
        extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown")
    };
    sources.texts.keys().any(|path| path.starts_with(&root) && is_markdown(path))
}
