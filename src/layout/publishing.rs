//! What an Open Publishing repository says of itself: docsets, locale, globs, redirects. Reads JSON texts only;
//! places no files. Unknown keys are none of our business.

use anyhow::{Context, Result};
use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::diagnostic::Span;

/// Name of the file that makes a folder an Open Publishing repository.
pub(crate) const CONFIG: &str = ".openpublishing.publish.config.json";

/// Name of the file with the repository's redirects.
pub(crate) const REDIRECTS: &str = ".openpublishing.redirection.json";

/// One `docsets_to_publish` entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PublishedDocset {
    /// `build_source_folder` below the repository, no slashes at its ends; empty for the repository itself.
    pub(crate) folder: String,
    /// As written: `fr-fr`.
    pub(crate) locale: Option<String>,
}

/// What the publishing configuration of a repository says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PublishingConfig {
    pub(crate) docsets: Vec<PublishedDocset>,
    /// From the `_repo.en-us` dependency that a localised repository has.
    pub(crate) source_locale: Option<String>,
}

#[derive(Deserialize)]
struct RawConfig {
    #[serde(default)]
    docsets_to_publish: Vec<RawDocset>,
    #[serde(default)]
    dependent_repositories: Vec<RawDependency>,
}

#[derive(Deserialize)]
struct RawDocset {
    #[serde(default)]
    build_source_folder: String,
    locale: Option<String>,
}

#[derive(Deserialize)]
struct RawDependency {
    #[serde(default)]
    path_to_root: String,
}

impl PublishingConfig {
    /// # Errors
    /// The text is not valid JSON of the expected shape.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let raw: RawConfig = parse_json(text)?;
        let docsets = raw
            .docsets_to_publish
            .into_iter()
            .map(|docset| PublishedDocset {
                folder: clean_folder(&docset.build_source_folder),
                locale: docset.locale,
            })
            .collect();
        let source_locale = raw
            .dependent_repositories
            .iter()
            .find_map(|dependency| dependency.path_to_root.strip_prefix("_repo.").map(str::to_owned));
        Ok(Self { docsets, source_locale })
    }
}

/// One redirect of a repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PublishedRedirect {
    /// The file that is gone, below the repository.
    pub(crate) source_path: String,
    /// Its path in the text, without the quotes.
    pub(crate) span: Span,
    /// Where its readers go, as written.
    pub(crate) redirect_url: String,
}

#[derive(Deserialize)]
struct RawRedirects<'t> {
    #[serde(default, borrow)]
    redirections: Vec<RawRedirect<'t>>,
}

#[derive(Deserialize)]
struct RawRedirect<'t> {
    #[serde(alias = "source_path_from_root", borrow)]
    source_path: &'t RawValue,
    redirect_url: String,
}

/// Reads `.openpublishing.redirection.json`.
///
/// # Errors
/// The text is not valid JSON of the expected shape.
pub(crate) fn parse_redirects(text: &str) -> Result<Vec<PublishedRedirect>> {
    let raw: RawRedirects<'_> = serde_json::from_str(without_bom(text))?;
    let redirect = |raw: RawRedirect<'_>| {
        let written = raw.source_path.get();
        let source_path: String = serde_json::from_str(written)?;
        // The raw value is a part of the text.
        let start = written.as_ptr().addr().saturating_sub(text.as_ptr().addr());
        Ok(PublishedRedirect {
            source_path: source_path.replace('\\', "/").trim_start_matches('/').to_owned(),
            span: Span::new(start + 1, start + written.len() - 1),
            redirect_url: raw.redirect_url,
        })
    };
    raw.redirections.into_iter().map(redirect).collect()
}

/// Which files of a docset are articles, by `docfx.json`.
#[derive(Clone, Debug)]
pub(crate) struct ContentGlobs(Vec<(GlobSet, GlobSet)>);

#[derive(Default, Deserialize)]
struct RawDocfx {
    #[serde(default)]
    build: RawBuild,
}

#[derive(Default, Deserialize)]
struct RawBuild {
    #[serde(default)]
    content: Vec<RawContent>,
}

#[derive(Deserialize)]
struct RawContent {
    #[serde(default)]
    files: Vec<String>,
    #[serde(default)]
    exclude: Vec<String>,
    src: Option<String>,
}

impl ContentGlobs {
    /// Reads `docfx.json`; none where it does not say what is content.
    ///
    /// # Errors
    /// The text is not valid JSON of the expected shape, or holds a glob that is none.
    pub(crate) fn parse(text: &str) -> Result<Option<Self>> {
        let raw: RawDocfx = parse_json(text)?;
        if raw.build.content.is_empty() {
            return Ok(None);
        }
        let sets = raw.build.content.iter().map(|content| {
            let folder = clean_folder(content.src.as_deref().unwrap_or(""));
            Ok((globs(&content.files, &folder)?, globs(&content.exclude, &folder)?))
        });
        Ok(Some(Self(sets.collect::<Result<_>>()?)))
    }

    /// Everything but what globs name that begin in a folder above: this one lies at `below` from there. None where they
    /// name nothing here.
    pub(super) fn all_but(patterns: &[String], below: &str) -> Option<Self> {
        let below = (!below.is_empty()).then(|| format!("{below}/"));
        let of_docset = |pattern: &String| {
            let pattern = pattern.trim_start_matches("./");
            match &below {
                None => Some(pattern.to_owned()),
                Some(_) if pattern.starts_with("**/") => Some(pattern.to_owned()),
                Some(below) => pattern.strip_prefix(below.as_str()).map(str::to_owned),
            }
        };
        let is_glob = |pattern: &String| Glob::new(pattern).is_ok();
        let excluded: Vec<String> = patterns.iter().filter_map(of_docset).filter(is_glob).collect();
        let sets = (globs(&["**".to_owned()], "").ok()?, globs(&excluded, "").ok()?);
        (!excluded.is_empty()).then(|| Self(vec![sets]))
    }

    /// Whether the file at `below`, a path below the docset, is content.
    pub(crate) fn contains(&self, below: &str) -> bool {
        self.0.iter().any(|(files, exclude)| files.is_match(below) && !exclude.is_match(below))
    }
}

/// DocFX globs: `*` stops at `/`, letter case counts for nothing.
fn globs(patterns: &[String], folder: &str) -> Result<GlobSet> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let pattern = pattern.trim_start_matches("./");
        let pattern = if folder.is_empty() { pattern.to_owned() } else { format!("{folder}/{pattern}") };
        let glob = GlobBuilder::new(&pattern).literal_separator(true).case_insensitive(true).build();
        set.add(glob.with_context(|| format!("`{pattern}` is not a glob"))?);
    }
    Ok(set.build()?)
}

fn parse_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    Ok(serde_json::from_str(without_bom(text))?)
}

/// Publishing configurations are hand-made: a BOM is common.
fn without_bom(text: &str) -> &str {
    text.trim_start_matches('\u{feff}')
}

fn clean_folder(folder: &str) -> String {
    let folder = folder.replace('\\', "/");
    folder.split('/').filter(|step| !step.is_empty() && *step != ".").collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_localised_repository_names_its_source() {
        let config = PublishingConfig::parse(
            "\u{feff}{\"docsets_to_publish\":[{\"build_source_folder\":\"./Help/\",\"locale\":\"fr-fr\",\"x\":1}],
              \"dependent_repositories\":[{\"path_to_root\":\"_themes\"},{\"path_to_root\":\"_repo.en-us\"}]}",
        )
        .unwrap();
        assert_eq!(config.docsets, [PublishedDocset { folder: "Help".into(), locale: Some("fr-fr".into()) }]);
        assert_eq!(config.source_locale.as_deref(), Some("en-us"));
    }

    #[test]
    fn docfx_globs_decide() {
        let globs = ContentGlobs::parse(
            r#"{"build":{"content":[{"files":["**/*.md"],"exclude":["**/includes/**","README.md"]}]}}"#,
        )
        .unwrap()
        .unwrap();
        assert!(globs.contains("a.md") && globs.contains("b/c.md"));
        assert!(
            !globs.contains("includes/a.md")
                && !globs.contains("b/includes/a.md")
                && !globs.contains("readme.md")
        );
    }

    #[test]
    fn redirects_are_read() {
        let text = "\u{feff}{\"redirections\":[ {\"x\":[1], \"source_path\": \"\\/Help\\\\a.md\",\"redirect_url\":\"/Help/b\"},
            {\"redirect_url\":\"c\",\"source_path_from_root\":\"/é.md\"}]}";
        let redirects = parse_redirects(text).unwrap();
        assert_eq!(redirects[0].source_path, "Help/a.md");
        assert_eq!(redirects[0].span.slice(text), "\\/Help\\\\a.md");
        assert_eq!(redirects[1].span.slice(text), "/é.md");
        assert!(parse_redirects("{\"redirections\":[{\"source_path\":1,\"redirect_url\":\"c\"}]}").is_err());
    }
}
