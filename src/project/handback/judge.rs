//! Compares translations with the versions that were handed off, as the checks do: in the project as it would be. Writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use crate::catalog::Catalog;
use crate::checks::{self, CHECKS, MadeIn};
use crate::diagnostic::{Diagnostic, Origin, Severity};
use crate::line_end;
use crate::project::input::Input;
use crate::project::interface::Interface;
use crate::project::loaded::Project;
use crate::project::options::{self, scope};
use crate::report::HandbackRefusal;
use crate::sources::EarlierFile;
use crate::translation::{HandedOffKind, Translations};

use super::compose::{Composed, of_target};
use super::read::CameContent;

/// By translation what is wrong with it.
pub(super) fn judged(
    input: &Input,
    project: &Project,
    composed: &[Composed],
) -> Result<Vec<Vec<HandbackRefusal>>> {
    let mut found: Vec<Vec<HandbackRefusal>> = composed.iter().map(|_| Vec::new()).collect();
    let mut left: Vec<usize> = (0..composed.len()).collect();
    // Two versions of one source are compared one after the other.
    while !left.is_empty() {
        let mut sources: BTreeMap<&str, &str> = BTreeMap::new();
        let (now, later) = left.iter().partition(|&&at| {
            let one = &composed[at];
            *sources.entry(&one.entry.source).or_insert(&one.entry.source_hash) == one.entry.source_hash
        });
        left = later;
        let now: Vec<usize> = now;
        let (diagnostics, misplaced) = diagnostics(input, project, now.iter().map(|&at| &composed[at]))?;
        for at in now {
            if misplaced.contains(&*composed[at].target) {
                found[at].push(misplacement(&composed[at]));
                continue;
            }
            let own = diagnostics.iter().filter(|found| *found.path == *composed[at].target);
            found[at] = own.map(|diagnostic| refusal(&composed[at], diagnostic)).collect();
        }
    }
    Ok(found)
}

/// What the checks find that translators are to answer for, and the files that would not be what they are handed back as.
fn diagnostics<'c>(
    input: &Input,
    project: &Project,
    composed: impl Iterator<Item = &'c Composed>,
) -> Result<(Vec<Diagnostic>, BTreeSet<&'c str>)> {
    let mut files = BTreeMap::new();
    let mut targets: BTreeSet<&str> = BTreeSet::new();
    let mut hashes: Vec<(String, String)> = Vec::new();
    let mut articles: Vec<(&str, &str)> = Vec::new();
    for one in composed {
        hashes.push((one.target.clone(), one.entry.source_hash.clone()));
        let bytes = |text: &str| EarlierFile::Bytes(text.as_bytes().to_vec());
        files.insert(one.entry.source.clone(), bytes(&one.texts.source));
        files.insert(one.target.clone(), bytes(&one.text));
        targets.insert(&one.target);
        if one.entry.kind == HandedOffKind::Article {
            articles.push((&one.target, &one.entry.locale));
        }
    }
    let sources = input.sources.earlier(&input.root, scope(&input.config, &input.out), files)?;
    let catalog = Catalog::new(&sources, &options::catalog(&input.config, input.drafts)?);
    // The list of a package may have been written by anybody.
    let is_misplaced = |(target, tag): &(&str, &str)| {
        let own = catalog.article_at(target).map(|own| catalog.articles[own].locale);
        own.is_none_or(|own| catalog.locales[own].locale.tag() != *tag)
    };
    let misplaced = articles.into_iter().filter(is_misplaced).map(|(target, _)| target).collect();
    let mut made_from = project.translations.made_from().clone();
    for (target, source_hash) in hashes {
        made_from.put(&target, &source_hash);
    }
    let translations = Translations::with(&catalog, made_from);
    let (_, interface) = Interface::read(&sources);
    let mut found =
        checks::judge(interface.input(&catalog, &translations), &project.rules.policy()?).diagnostics;
    let of_translation = |code: &str| {
        CHECKS.iter().any(|check| check.code == code && check.made_in == MadeIn::Translation)
            && !checks::is_of_history(code)
    };
    found.retain(|diagnostic| {
        targets.contains(&*diagnostic.path)
            && diagnostic.severity != Severity::Suggestion
            && diagnostic.origin != Origin::Source
            && of_translation(diagnostic.code)
    });
    Ok((found, misplaced))
}

fn misplacement(composed: &Composed) -> HandbackRefusal {
    let Composed { came, entry, target, .. } = composed;
    let message = format!("{target} is no place for an article in {}", entry.locale);
    let help = "hand the article off again, and translate that";
    of_target(HandbackRefusal::of_file(&came.file, message, help), came, target)
}

/// A finding where the translator sees it.
fn refusal(composed: &Composed, diagnostic: &Diagnostic) -> HandbackRefusal {
    let help = diagnostic.help.clone().unwrap_or_else(|| "make it say what the source says".to_owned());
    let refusal = HandbackRefusal::of_file(&composed.came.file, diagnostic.message.clone(), help);
    let refusal = of_target(
        HandbackRefusal { code: Some(diagnostic.code), ..refusal },
        &composed.came,
        &composed.target,
    );
    let at = diagnostic.span.range().start;
    match &composed.came.content {
        CameContent::Draft(text) => {
            let lines = |text: &str| line_end::normal(text).matches('\n').count();
            let before = composed.text.get(..at).unwrap_or("");
            // Lines of front matter were added above it.
            let added = lines(&composed.text).saturating_sub(lines(text));
            let line = (lines(before) + 1).saturating_sub(added).max(1);
            let shown = composed.text.get(diagnostic.span.range()).map(str::to_owned);
            HandbackRefusal { line: u32::try_from(line).ok(), text: shown, ..refusal }
        }
        CameContent::Units(units) => {
            let id = composed.texts.unit_at(&composed.text, at);
            let unit = id.as_deref().and_then(|id| units.iter().find(|unit| unit.id == id));
            let text = unit.and_then(|unit| unit.target.as_ref()).map(|target| target.text());
            HandbackRefusal { line: unit.map(|unit| unit.line), unit: id, text, ..refusal }
        }
    }
}
