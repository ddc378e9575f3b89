//! The options of each module, made from the configuration: nothing else takes the whole of it.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::assets::{Host, ImageHosts, Types};
use crate::catalog::{self, Drafts, Published};
use crate::config::{self, Config};
use crate::external::{self, Pattern};
use crate::history;
use crate::locale::Locale;
use crate::messages::embedded_synonyms;
use crate::render;
use crate::sources::{self, Git};

/// What the configuration says of the files that are read.
pub(crate) fn scope<'a>(config: &'a Config, out: &'a Path) -> sources::Scope<'a> {
    sources::Scope {
        content_dir: config.content.dir.as_deref(),
        exclude: &config.content.exclude,
        statics: config.content.statics.as_deref(),
        pattern: config.locales.pattern.as_deref(),
        follow: &config.content.follow,
        theme: config.site.theme.as_deref(),
        logo: config.theme.logo.as_deref(),
        style: config.theme.style.as_deref(),
        image: config.site.image.as_deref(),
        touch_icon: config.theme.touch_icon.as_deref(),
        out,
        git: GIT,
    }
}

/// What git knows of the files.
pub(crate) const GIT: Git = Git {
    work_tree: history::work_tree,
    ignores: history::ignored,
    ignored_folders: history::ignored_folders,
};

pub(crate) fn catalog(config: &Config, drafts: Drafts) -> Result<catalog::Options> {
    let parse = |tag: &String| Ok::<_, anyhow::Error>(Locale::parse(tag)?);
    let mut options = catalog::Options {
        source_locale: config.site.source_locale.as_ref().map(parse).transpose()?,
        default_locale: config.site.default_locale.as_ref().map(parse).transpose()?,
        base_path: config.content.base_path.clone(),
        base_url: config.site.base_url.clone(),
        external_root: config.links.external_root.clone(),
        pattern: config.locales.pattern.clone(),
        statics: config.content.statics.clone().unwrap_or_default(),
        schemes: config.links.schemes.clone(),
        untranslated: config.site.untranslated,
        unprefixed: config.site.unprefixed,
        dialect: config.content.dialect,
        shortcodes: config.shortcodes.clone(),
        types: Types::with(&config.content.assets),
        image_hosts: config.site.allow.clone().map_or(ImageHosts::Any, ImageHosts::These),
        drafts,
        robots: config.site.robots,
        locale_pages: Vec::from_iter(
            (config.search.enabled == render::Search::On).then(|| "search".to_owned()),
        ),
        root_pages: config.status.page.then(|| "status".to_owned()).into_iter().collect(),
        ..catalog::Options::default()
    };
    for (tag, entry) in &config.locales.tables {
        let locale = parse(tag)?;
        options.configured.push(locale.clone());
        if let Some(path) = &entry.path {
            let steps = path.split('/').filter(|step| !step.is_empty() && *step != ".");
            options.folders.push((steps.collect::<Vec<_>>().join("/"), locale.clone()));
        }
        if let Some(chain) = &entry.fallback {
            options.fallbacks.insert(locale.clone(), chain.iter().map(parse).collect::<Result<_>>()?);
        }
        if entry.publish == Published::InPreparation {
            options.unpublished.push(locale);
        }
    }
    Ok(options)
}

/// The theme's values of `[theme]` as rules that follow its style sheet.
pub(crate) fn style(config: &config::ThemeConfig) -> String {
    let properties = [("--accent", &config.accent), ("--font", &config.font)];
    let set = properties.iter().filter_map(|(name, value)| Some(format!("{name}: {};", value.as_ref()?)));
    let set: Vec<String> = set.collect();
    if set.is_empty() { String::new() } else { format!(":root {{ {} }}\n", set.join(" ")) }
}

/// # Errors
/// A glob of `[search] exclude` that cannot be read.
pub(crate) fn render(config: &Config) -> Result<render::Options> {
    Ok(render::Options {
        title: config.site.title.clone(),
        base_url: config.site.base_url.clone(),
        links: config.site.links,
        robots: config.site.robots,
        original: config.links.original.clone(),
        edit: config.site.edit.clone(),
        feedback: config.site.feedback.clone(),
        contact: config.site.contact.clone(),
        analytics: config.site.analytics.as_ref().map(Host::source),
        head: config.theme.head.clone(),
        footer: config.theme.footer.clone(),
        bilingual: config.site.bilingual,
        article_files: config.api.articles,
        markdown_files: config.api.markdown,
        help: config.api.help,
        search: config.search.enabled,
        search_exclude: globs(&config.search.exclude)?,
        synonyms: embedded_synonyms()
            .map(|(locale, groups)| (locale, groups.into_iter().map(str::to_owned).collect()))
            .collect(),
        own_synonyms: own_synonyms(&config.search)?,
        visits: None,
    })
}

/// The groups of words of the project, by locale.
fn own_synonyms(config: &config::SearchConfig) -> Result<Vec<(Locale, Vec<String>)>> {
    config.synonyms.iter().map(|(tag, groups)| Ok((Locale::parse(tag)?, groups.clone()))).collect()
}

/// What `[links.external]` wants; the values of headers are those of the environment.
///
/// # Errors
/// A pattern that cannot be read.
pub(crate) fn external(config: &config::ExternalConfig) -> Result<external::Options> {
    let defaults = external::Limits::default();
    let ages = external::Ages::default();
    let count = |number: Option<u32>, default: usize| number.map_or(default, |number| number as usize);
    let patterns =
        |written: &[String]| written.iter().map(|text| Pattern::new(text)).collect::<Result<Vec<_>>>();
    let remap = |entry: &config::RemapConfig| {
        Ok::<_, anyhow::Error>(external::Remap {
            pattern: Pattern::new(&entry.from)?,
            replacement: entry.to.clone(),
        })
    };
    let headers = config.headers.iter().flat_map(|(host, headers)| {
        headers.iter().map(|(name, variable)| external::HostHeader {
            host: host.clone(),
            name: name.clone(),
            variable: variable.clone(),
            value: header_value(variable),
        })
    });
    Ok(external::Options {
        patterns: external::Patterns {
            include: patterns(&config.include)?,
            exclude: patterns(&config.exclude)?,
            remap: config.remap.iter().map(remap).collect::<Result<_>>()?,
        },
        allowed: external::Allowed::new(&config.allow_private),
        limits: external::Limits {
            at_once: count(config.concurrency, defaults.at_once),
            at_once_per_host: count(config.concurrency_per_host, defaults.at_once_per_host),
            pace: config
                .requests_per_second
                .map_or(defaults.pace, |rate| Duration::from_secs(1) / rate.max(1)),
            retries: config.retries.unwrap_or(defaults.retries),
            accept: config.accept.clone(),
            ..defaults
        },
        ages: external::Ages {
            good: config.keep_good.unwrap_or(ages.good),
            bad: config.keep_bad.unwrap_or(ages.bad),
        },
        cache: config.cache.clone().unwrap_or_else(|| ".faqtory/external-links.jsonl".to_owned()),
        timeout: config.timeout.unwrap_or(Duration::from_secs(20)),
        headers: headers.collect(),
    })
}

/// What a variable of the environment holds, without the line end that a file of secrets has; none where it cannot be sent.
fn header_value(variable: &str) -> Option<String> {
    let value = std::env::var(variable).ok()?;
    let value = value.trim_end_matches(['\r', '\n']);
    let is_sent = |byte: u8| byte == b'\t' || (b' '..=b'~').contains(&byte);
    (!value.is_empty() && value.bytes().all(is_sent)).then(|| value.to_owned())
}

fn globs(written: &[String]) -> Result<globset::GlobSet> {
    let mut globs = globset::GlobSetBuilder::new();
    for glob in written {
        let read = globset::GlobBuilder::new(glob).literal_separator(true).build();
        globs.add(read.with_context(|| format!("{}: search.exclude", config::FILE))?);
    }
    Ok(globs.build()?)
}
