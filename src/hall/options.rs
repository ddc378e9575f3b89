//! What each room is told of the configuration: nobody else takes the whole of it.

use std::path::Path;

use anyhow::Result;

use crate::catalog::{self, Drafts};
use crate::config::{self, Config};
use crate::locale::Locale;
use crate::{render, sources};

pub(crate) fn scope<'a>(config: &'a Config, out: &'a Path) -> sources::Scope<'a> {
    sources::Scope {
        content_dir: config.content.dir.as_deref(),
        exclude: &config.content.exclude,
        theme: config.site.theme.as_deref(),
        out,
    }
}

pub(crate) fn catalog(config: &Config, drafts: Drafts) -> Result<catalog::Options> {
    let parse = |tag: &String| Ok::<_, anyhow::Error>(Locale::parse(tag)?);
    let mut options = catalog::Options {
        source_locale: config.site.source_locale.as_ref().map(parse).transpose()?,
        default_locale: config.site.default_locale.as_ref().map(parse).transpose()?,
        base_path: config.content.base_path.clone(),
        base_url: config.site.base_url.clone(),
        external_root: config.links.external_root.clone(),
        untranslated: match config.site.untranslated {
            config::Untranslated::Fallback => catalog::Untranslated::Fallback,
            config::Untranslated::Omit => catalog::Untranslated::Omit,
        },
        drafts,
        ..catalog::Options::default()
    };
    for (tag, entry) in &config.locales {
        let locale = parse(tag)?;
        options.configured.push(locale.clone());
        if let Some(path) = &entry.path {
            options.folders.push((path.clone(), locale.clone()));
        }
        if let Some(chain) = &entry.fallback {
            options.fallbacks.insert(locale.clone(), chain.iter().map(parse).collect::<Result<_>>()?);
        }
        if entry.publish == config::Publish::InPreparation {
            options.unpublished.push(locale);
        }
    }
    Ok(options)
}

pub(crate) fn render(config: &Config) -> render::Options {
    render::Options {
        title: config.site.title.clone(),
        base_url: config.site.base_url.clone(),
        links: match config.site.links {
            config::LinkStyle::Folder => render::LinkStyle::Folder,
            config::LinkStyle::File => render::LinkStyle::File,
        },
        robots: match config.site.robots {
            config::Robots::Respect => render::Robots::Respect,
            config::Robots::Ignore => render::Robots::Ignore,
        },
        original: config.links.original.clone(),
        article_files: if config.api.articles {
            render::ArticleFiles::Written
        } else {
            render::ArticleFiles::Left
        },
    }
}
