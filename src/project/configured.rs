//! What the configuration names and the input does not have. Reads no disk.

use anyhow::{Result, bail};

use crate::catalog::{Catalog, Published};
use crate::config::{self, Config};
use crate::locale::Locale;
use crate::sources::{self, Sources};

/// Refuses a default locale that no reader can be sent to, a folder for a locale that has no articles, and synonyms for such a locale.
///
/// # Errors
/// The first such key, and what would be right.
pub(super) fn refuse_absent(config: &Config, sources: &Sources, catalog: &Catalog) -> Result<()> {
    default_locale(config, catalog)?;
    for (tag, entry) in &config.locales.tables {
        let Some(path) = &entry.path else { continue };
        // A locale in preparation may be empty.
        let folder = steps(&[&sources.content_dir, path]);
        if entry.publish == Published::Yes && !has_articles(sources, &folder) {
            bail!(
                "{}: locales.{tag}.path is `{path}`, but there are no articles in {}\nhelp: write the path of its folder \
                 below the content folder, or `publish = false` until there are any",
                config::FILE,
                if folder.is_empty() { "the project" } else { &folder }
            );
        }
    }
    synonyms(config, catalog)?;
    pattern(config, sources)
}

/// Refuses words of one meaning for a language that nobody can search in.
fn synonyms(config: &Config, catalog: &Catalog) -> Result<()> {
    for tag in config.search.synonyms.keys() {
        let wanted = Locale::parse(tag)?;
        let configured = config.locales.tables.keys().filter_map(|tag| Locale::parse(tag).ok());
        let known = catalog.locales.iter().map(|entry| entry.locale.clone()).chain(configured);
        if known.into_iter().all(|locale| locale.language() != wanted.language()) {
            let others: Vec<&str> = catalog.locales.iter().map(|entry| entry.locale.tag()).collect();
            bail!(
                "{}: search.synonyms has words for {}, but there are no articles in it\nhelp: use one of {}, or name the locale \
                 under `[locales]` until there are any",
                config::FILE,
                wanted.tag(),
                others.join(", ")
            )
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

/// Refuses a pattern that leads to no folder of articles.
fn pattern(config: &Config, sources: &Sources) -> Result<()> {
    let Some(pattern) = &config.locales.pattern else { return Ok(()) };
    let (begin, end) = pattern.split_once("{locale}").unwrap_or((pattern, ""));
    let is_match = |path: &str| {
        let below = path.strip_prefix(begin)?;
        let name = below.split('/').next()?;
        let last = end.split('/').next()?;
        Locale::named(name.strip_suffix(last)?)?;
        let rest = below.get(name.len() - last.len()..)?.strip_prefix(end)?;
        rest.starts_with('/').then_some(())
    };
    if sources.texts.keys().any(|path| sources::is_markdown(path) && is_match(path).is_some()) {
        return Ok(());
    }
    bail!(
        "{}: locales.pattern is `{pattern}`, but there are no articles in such a folder\nhelp: write the path of the folders, \
         relative to the project folder, with `{{locale}}` for the tag",
        config::FILE
    )
}

/// Whether a Markdown file lies in the folder.
fn has_articles(sources: &Sources, folder: &str) -> bool {
    let root = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    sources.texts.keys().any(|path| path.starts_with(&root) && sources::is_markdown(path))
}

/// Folders one in another, without what says nothing.
fn steps(folders: &[&str]) -> String {
    let steps = folders.iter().flat_map(|folder| folder.split('/'));
    steps.filter(|step| !step.is_empty() && *step != ".").collect::<Vec<_>>().join("/")
}
