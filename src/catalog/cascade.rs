//! Drafts by the `cascade` of a section of Hugo, or of the configuration. Looks at front matter and places only.

use std::collections::BTreeMap;

use crate::front_matter::Draft;
use crate::indexed::DocsetIndex;
use crate::layout::{CascadedDrafts, Layout, LayoutName, Placed};
use crate::locale::Locale;

use super::model::File;
use super::reference::without_extension;

/// The sections that make drafts of what is in them.
#[derive(Debug, Default)]
pub(super) struct Cascades {
    /// By docset, locale and folder.
    sections: BTreeMap<(DocsetIndex, Option<Locale>, String), CascadedDrafts>,
}

impl Cascades {
    /// Notes what the page of a section says of the articles below it.
    pub(super) fn add(&mut self, placed: &Placed, file: &File, layout: &Layout) {
        let (folder, name) = file.below.rsplit_once('/').unwrap_or(("", &file.below));
        let is_section =
            layout.docsets[file.docset].layout == LayoutName::Hugo && name.starts_with("_index.");
        let Some(value) = file.front_matter.other.get("cascade").filter(|_| is_section) else { return };
        let drafts = CascadedDrafts::read(&[value]);
        if !drafts.is_empty() {
            self.sections.insert((file.docset, placed.locale.clone(), folder.to_owned()), drafts);
        }
    }

    /// Whether an article is a draft: it says so itself, or it says nothing and what is above it does.
    pub(super) fn is_draft(&self, place: Option<&Locale>, file: &File, layout: &Layout) -> bool {
        if file.front_matter.draft != Draft::NotSaid {
            return file.front_matter.draft == Draft::Draft;
        }
        let docset = &layout.docsets[file.docset];
        let path = format!("{}{}", docset.prefix, without_extension(&file.below));
        if docset.drafts.has(&path) {
            return true;
        }
        if self.sections.is_empty() {
            return false;
        }
        let ends = file.below.rmatch_indices('/').map(|(at, _)| at).chain([0]);
        let mut folders = ends.map(|end| (file.docset, place.cloned(), file.below[..end].to_owned()));
        folders.any(|folder| self.sections.get(&folder).is_some_and(|drafts| drafts.has(&path)))
    }
}

#[cfg(test)]
mod tests {
    use crate::catalog::{Catalog, NotPlaced, Options};
    use crate::sources::Sources;

    /// The drafts of a site of Hugo with these files.
    fn drafts(files: &[(&str, &str)]) -> Vec<String> {
        let mut sources = Sources { content_dir: "content".to_owned(), ..Sources::default() };
        for (path, text) in files {
            sources.texts.insert((*path).into(), text.as_bytes().to_vec());
        }
        let catalog = Catalog::new(&sources, &Options::default());
        let drafts = catalog.not_placed.iter().filter(|(_, reason)| **reason == NotPlaced::Draft);
        drafts.map(|(path, _)| path.to_string()).collect()
    }

    const SITE: (&str, &str) = ("hugo.toml", "title = 'x'\n[languages.en]\n[languages.fr]\n");

    #[test]
    fn a_section_makes_drafts_of_what_is_below_it() {
        let files = [
            SITE,
            ("content/a.md", "# A\n"),
            ("content/x/_index.md", "---\ncascade:\n  draft: true\n---\nx\n"),
            ("content/x/b.md", "# B\n"),
            ("content/x/b.fr.md", "# B\n"),
            ("content/x/y/c.md", "---\ntitle: C\n---\n"),
            ("content/x/y/d.md", "---\ndraft: false\n---\nx\n"),
            ("content/xy/e.md", "# E\n"),
        ];
        assert_eq!(drafts(&files), ["content/x/_index.md", "content/x/b.md", "content/x/y/c.md"]);
    }

    #[test]
    fn a_cascade_in_each_format_and_with_targets() {
        let list =
            "---\ncascade:\n- target:\n    path: /x/secret/**\n  draft: true\n- params:\n    a: b\n---\nx\n";
        let toml = "+++\n[[cascade]]\ndraft = true\n[cascade.target]\npath = '{/x/secret/**}'\n+++\nx\n";
        let json = "{\"cascade\": {\"draft\": true, \"_target\": {\"path\": \"/x/secret/**\"}}}\n\nx\n";
        for text in [list, toml, json] {
            let files = [
                SITE,
                ("content/x/_index.md", text),
                ("content/x/secret/a.md", "A\n"),
                ("content/x/b.md", "B\n"),
            ];
            assert_eq!(drafts(&files), ["content/x/secret/a.md"], "{text}");
        }
        let kind = "---\ncascade:\n- _target:\n    kind: page\n  draft: true\n---\nx\n";
        let files = [SITE, ("content/x/_index.md", kind), ("content/x/b.md", "B\n")];
        assert_eq!(drafts(&files), ["content/x/_index.md", "content/x/b.md"]);
        let no = "---\ncascade:\n  draft: false\n---\nx\n";
        assert_eq!(drafts(&[SITE, ("content/x/_index.md", no), ("content/x/b.md", "B\n")]), [""; 0]);
    }

    #[test]
    fn the_configuration_makes_drafts_of_what_it_names() {
        let pages = [
            ("content/x/a.md", "A\n"),
            ("content/b.md", "B\n"),
            ("content/c.md", "---\ndraft: false\n---\n"),
        ];
        let with = |site: (&'static str, &'static str)| drafts(&[&[site], &pages[..]].concat());
        assert_eq!(with(("hugo.toml", "[cascade]\ndraft = true\n")), ["content/b.md", "content/x/a.md"]);
        let named = "[[cascade]]\ndraft = true\n[cascade.target]\npath = '/x/**'\n";
        assert_eq!(with(("hugo.toml", named)), ["content/x/a.md"]);
        assert_eq!(
            with(("config/_default/cascade.yaml", "draft: true\n")),
            ["content/b.md", "content/x/a.md"]
        );
        assert_eq!(with(("hugo.toml", "[params]\ndraft = true\n")), [""; 0]);
    }

    #[test]
    fn what_another_generator_calls_a_cascade_is_none() {
        let files = [
            ("content/en/_index.md", "---\ncascade:\n  draft: true\n---\nx\n"),
            ("content/en/a.md", "# A\n"),
            ("content/fr/a.md", "# A\n"),
        ];
        assert_eq!(drafts(&files), [""; 0]);
    }
}
