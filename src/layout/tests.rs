//! Every layout: what becomes of the files of a project, given by their paths and the files of its generator.

mod folders;
mod hugo;
mod jekyll;
mod mkdocs;
mod nested;
mod zola;

use super::options::LayoutOptions;
use super::placed::{Layout, Placed};
use super::survey::survey;
use crate::indexed::DocsetIndex;
use crate::locale::Locale;
use crate::sources::Sources;

/// The layout of these files, path and text.
fn survey_with(content_dir: &str, files: &[(&str, &str)], options: LayoutOptions<'_>) -> Layout {
    let mut sources = Sources { content_dir: content_dir.to_owned(), ..Sources::default() };
    for (path, text) in files {
        sources.texts.insert((*path).into(), text.as_bytes().to_vec());
    }
    survey(&sources, options)
}

fn survey_of(content_dir: &str, files: &[(&str, &str)]) -> Layout {
    survey_with(content_dir, files, LayoutOptions::default())
}

/// `role locale below` of every file.
fn lines(layout: &Layout) -> Vec<String> {
    let line = |file: &Placed| {
        let locale = file.locale.as_ref().map_or("-", Locale::tag);
        format!("{:?} {locale} {}", file.role, file.below)
    };
    layout.files.iter().map(line).collect()
}

/// What becomes of each of these paths, which hold nothing, beside these configuration files: `path: locale ID` of an
/// article, its role where it is none, or why it is not read; then what names the source.
fn placed(configuration: &[(&str, &str)], paths: &str) -> String {
    placed_with(configuration, paths, LayoutOptions::default())
}

fn placed_with(configuration: &[(&str, &str)], paths: &str, options: LayoutOptions<'_>) -> String {
    let paths: Vec<&str> = paths.split_whitespace().collect();
    let files: Vec<(&str, &str)> =
        configuration.iter().copied().chain(paths.iter().map(|path| (*path, ""))).collect();
    let content = if paths.iter().all(|path| path.starts_with("content/")) { "content" } else { "" };
    let layout = survey_with(content, &files, options);
    let mut lines: Vec<String> = Vec::new();
    for file in &layout.files {
        let docset = &layout.docsets[file.docset];
        let locale = file.locale.as_ref().or(docset.locale.as_ref()).map_or("-", Locale::tag);
        let stem = file.below.rsplit_once('.').map_or(&*file.below, |(stem, _)| stem);
        let id = format!("{}{}", docset.prefix, file.id.as_deref().unwrap_or(stem));
        lines.push(format!("{}: {:?} {locale} {id}", file.path, file.role));
    }
    lines.extend(layout.not_placed.iter().map(|(path, reason)| format!("{path}: {reason}")));
    lines.sort();
    let names: Vec<&str> = layout.names().into_iter().map(|name| name.name()).collect();
    lines.push(format!("= {}", names.join(", ")));
    let source = layout.source.map(|source| format!("{} by {}", source.locale, source.by));
    lines.extend(source.map(|source| format!("source {source}")));
    lines.extend(layout.assumed.map(|assumed| format!("assumed {assumed}")));
    lines.extend(layout.unreadable.into_iter().map(|(path, _)| format!("unreadable {path}")));
    let statics = layout.docsets.iter().filter(|docset| !docset.has_articles());
    lines.extend(statics.map(|docset| format!("static {}", docset.root)));
    lines.join("\n")
}

#[test]
fn folders_named_by_a_locale() {
    let layout = survey_of(
        "content",
        &[("content/he_il/a.md", ""), ("content/en-us/b/c.md", ""), ("content/media/d.md", "")],
    );
    assert_eq!(lines(&layout), ["Article en-US b/c.md", "Article he-IL a.md", "Article - media/d.md"]);
}

#[test]
fn a_folder_of_repositories() {
    let config = |locale: &str| {
        format!(
            "{{\"docsets_to_publish\":[{{\"build_source_folder\":\"Help\",\"locale\":\"{locale}\"}}],\"dependent_repositories\":[{{\"path_to_root\":\"_repo.en-us\"}}]}}"
        )
    };
    let layout = survey_of(
        "",
        &[
            ("x/.openpublishing.publish.config.json", &config("fr-fr")),
            ("x/README.md", ""),
            ("x/Help/a.fr.md", ""),
            ("x/Help/b.fr.md", ""),
            ("x/Help/includes/c.md", ""),
            ("x/Help/TOC.yml", ""),
            ("x/Help/breadcrumb/toc.yml", ""),
            ("x/Help/index.yml", ""),
        ],
    );
    assert_eq!(
        lines(&layout),
        [
            "Toc fr-FR TOC.yml",
            "Article fr-FR a.fr.md",
            "Article fr-FR b.fr.md",
            "Include fr-FR includes/c.md",
            "Section fr-FR index.yml"
        ]
    );
    assert_eq!(layout.source.unwrap().locale.tag(), "en-US");
    assert_eq!(layout.docsets[DocsetIndex(0)].base_path.as_deref(), Some("Help"));
}

#[test]
fn a_tag_in_the_name_counts_from_two_articles_on() {
    let layout = survey_of(
        "",
        &[("a.lv.md", ""), ("b.lv.md", ""), ("c.ro.md", ""), ("Outlook.com.md", ""), ("x.policies.md", "")],
    );
    assert_eq!(
        lines(&layout),
        [
            "Article - Outlook.com.md",
            "Article lv a.md",
            "Article lv b.md",
            "Article - c.ro.md",
            "Article - x.policies.md"
        ]
    );
}

#[test]
fn a_damaged_configuration_is_reported() {
    let layout = survey_of("", &[(".openpublishing.publish.config.json", "{"), ("a.md", "")]);
    assert_eq!(layout.unreadable.len(), 1);
    assert_eq!(layout.files.len(), 1);
}
