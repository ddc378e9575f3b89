//! Open Publishing repositories, as Microsoft Learn has them: docsets, each with the globs of its `docfx.json`. Reads JSON
//! and paths.

use std::collections::BTreeSet;

use crate::assets;
use crate::locale::Locale;
use crate::sources::is_markdown;

use super::arrangement::{Arrangement, Generator, Input};
use super::docset::{Docset, DocsetKind, join};
use super::name::LayoutName;
use super::placed::{NamedSource, Placement, Role, is_in_includes};
use super::publishing::{CONFIG, ContentGlobs, PublishedDocset, PublishingConfig};

pub(super) const LEARN: Generator = Generator { name: LayoutName::Learn, recognise, place };

/// The repositories in the content folder, or anywhere below it.
fn recognise(input: &Input<'_>) -> Vec<Arrangement> {
    let repositories = input.named(&[CONFIG]);
    let mut arrangements: Vec<Arrangement> = repositories
        .map(|(root, path)| {
            let mut arrangement = Arrangement::new(LayoutName::Learn, root);
            match PublishingConfig::parse(&input.text(path).unwrap_or_default()) {
                Ok(config) => {
                    let source = config.source_locale.as_deref().and_then(|tag| Locale::parse(tag).ok());
                    arrangement.source = source.map(|locale| NamedSource { locale, by: path.clone() });
                    config.docsets.iter().for_each(|docset| add(docset, input, &mut arrangement));
                }
                Err(error) => arrangement.unreadable.push((path.clone(), error.to_string())),
            }
            arrangement
        })
        .collect();
    set_prefixes(&mut arrangements);
    arrangements
}

fn add(published: &PublishedDocset, input: &Input<'_>, arrangement: &mut Arrangement) {
    let base_path = published.folder.rsplit('/').next().filter(|name| !name.is_empty()).map(str::to_owned);
    let root = join(&arrangement.root, &published.folder);
    let path = join(&root, "docfx.json");
    let globs = input.text(&path).map_or(Ok(None), |text| ContentGlobs::parse(&text));
    let content = globs.unwrap_or_else(|error| {
        arrangement.unreadable.push((path.into(), error.to_string()));
        None
    });
    let locale = published.locale.as_deref().and_then(|tag| Locale::parse(tag).ok());
    let docset = arrangement.add(root, locale);
    (docset.kind, docset.base_path, docset.content) = (DocsetKind::Published, base_path, content);
}

/// Where a locale has several docsets, article IDs begin with the public path of theirs.
fn set_prefixes(arrangements: &mut [Arrangement]) {
    let docsets = || arrangements.iter().flat_map(|arrangement| &arrangement.docsets);
    let mut seen = BTreeSet::new();
    let several = docsets().any(|docset| !seen.insert(docset.locale.clone()));
    if !several {
        return;
    }
    for docset in arrangements.iter_mut().flat_map(|arrangement| &mut arrangement.docsets) {
        docset.prefix = docset.base_path.as_ref().map_or_else(String::new, |base| format!("{base}/"));
    }
}

/// Articles are what the globs name; else every file outside `includes` folders.
fn place(docset: &Docset, below: &str) -> Placement {
    let name = below.rsplit('/').next().unwrap_or(below);
    let folder = &below[..below.len() - name.len()];
    let is_content = match &docset.content {
        Some(globs) => globs.contains(below),
        None => !is_in_includes(folder),
    };
    if is_markdown(name) {
        return Placement::As(match is_content {
            true if name.eq_ignore_ascii_case("toc.md") => Role::Toc,
            true => Role::Article,
            false => Role::Include,
        });
    }
    let is_yml = assets::extension(name) == "yml";
    if !is_yml || !is_content || folder.split('/').any(|step| step == "breadcrumb") {
        return Placement::Configuration;
    }
    Placement::As(if name.eq_ignore_ascii_case("toc.yml") { Role::Toc } else { Role::Section })
}
