//! Recall: defects of every kind, planted at random places in copies of real articles, are found where they were
//! planted, and nothing else is found that was not there before.
//!
//! A new check needs a planter in `planted/`: a template for what stands in the text, an edit of the front matter, or a
//! project of its own.

mod articles;
mod front_matter;
mod project;
mod sites;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use faqtory::CHECKS;
use faqtory::diagnostic::Diagnostic;

use project::Project;
use random::Random;

use crate::harness::{Test, note, shared, tests};
use crate::{random, site};

pub(crate) const TESTS: &[Test] = tests![
    every_check_has_a_planter,
    defects_in_generated_articles_are_found,
    defects_in_real_articles_are_found,
    defects_of_whole_projects_are_found,
];

/// Defects of each kind that are planted.
const PLANTS: usize = 60;

/// Of a hundred planted defects, those that have to be found.
const FOUND: usize = 98;

/// How defects of one kind are planted.
struct Planter {
    code: &'static str,
    how: How,
    /// Codes that the same defect is reported by as well, or that follow from it.
    companions: &'static [&'static str],
}

#[derive(Clone, Copy)]
enum How {
    /// A template for a paragraph, see `text.rs`.
    Text(&'static [&'static str]),
    /// An edit of an article.
    Edit(fn(&mut Random, &str) -> Option<Edited>),
    /// A project with as many defects, and no others.
    Site(fn(usize) -> (Project, Vec<Plant>)),
}

/// An article with a defect.
struct Edited {
    bytes: Vec<u8>,
    defect: Range<usize>,
}

/// A planted defect.
#[derive(Debug)]
struct Plant {
    path: String,
    defect: Range<usize>,
}

fn planters() -> impl Iterator<Item = &'static Planter> {
    text::ALL.iter().chain(front_matter::ALL).chain(sites::ALL)
}

fn every_check_has_a_planter() {
    let planted: BTreeSet<&str> = planters().map(|planter| planter.code).collect();
    // What only the web can say is planted in the servers of tests/it/external.rs.
    let codes = CHECKS.iter().map(|check| check.code).filter(|code| !faqtory::checks::is_external(code));
    let checks: BTreeSet<&str> = codes.filter(|code| !project::compares(code)).collect();
    let missing: Vec<_> = checks.difference(&planted).collect();
    assert!(missing.is_empty(), "no planter in tests/slow/planted/ for {missing:?}");
    let unknown: Vec<_> = planted.difference(&checks).collect();
    assert!(unknown.is_empty(), "planters of no check: {unknown:?}");
    assert_eq!(planters().count(), checks.len(), "one planter for each check");
}

fn defects_in_generated_articles_are_found() {
    recall("generated articles", &articles::generated());
}

fn defects_in_real_articles_are_found() {
    recall("real articles", &articles::real(&shared("corpus")));
}

fn defects_of_whole_projects_are_found() {
    let mut wrong = Vec::new();
    for planter in planters() {
        let How::Site(make) = planter.how else { continue };
        let (project, plants) = make(PLANTS);
        assert!(plants.len() >= 50, "{}: {} plants", planter.code, plants.len());
        let mut rest = project.findings();
        let missed = take(&mut rest, planter.code, &plants);
        rest.retain(|finding| !planter.companions.contains(&finding.code));
        if !rest.is_empty() {
            wrong.push(format!("{}: found too\n{}", planter.code, printed(&rest)));
        }
        wrong.extend(judge(planter.code, "projects", plants.len(), &missed, &project));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Plants every kind of defect in articles of a project.
fn recall(what: &str, project: &Project) {
    let before = project.findings();
    let mut wrong = Vec::new();
    for (number, planter) in planters().enumerate() {
        let mut random = Random::new(&[7, number as u64]);
        let Some((planted, plants)) = plant(&mut random, project, planter) else { continue };
        assert!(plants.len() >= 50, "{}: {} plants in {what}", planter.code, plants.len());
        let mut after = planted.findings();
        let missed = take(&mut after, planter.code, &plants);
        let touched: BTreeSet<&str> = plants.iter().map(|plant| plant.path.as_str()).collect();
        let new = surplus(&before, after, &touched, planter.companions);
        if !new.is_empty() {
            wrong.push(format!("{} in {what}: new elsewhere\n{}", planter.code, printed(&new)));
        }
        wrong.extend(judge(planter.code, what, plants.len(), &missed, &planted));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn plant(random: &mut Random, project: &Project, planter: &Planter) -> Option<(Project, Vec<Plant>)> {
    let mut planted = project.clone();
    let mut plants = Vec::new();
    for path in shuffled(random, project.articles()) {
        if plants.len() == PLANTS {
            break;
        }
        let text = String::from_utf8(project.texts[&path].clone()).unwrap();
        let edited = match planter.how {
            How::Text(templates) => text::insert(random, project, &path, &text, templates),
            How::Edit(edit) => edit(random, &text),
            How::Site(_) => return None,
        };
        if let Some(Edited { bytes, defect }) = edited {
            planted.texts.insert(path.clone(), bytes);
            plants.push(Plant { path, defect });
        }
    }
    Some((planted, plants))
}

fn shuffled(random: &mut Random, mut paths: Vec<String>) -> Vec<String> {
    for last in (1..paths.len()).rev() {
        paths.swap(last, random.below(last + 1));
    }
    paths
}

/// Takes the findings of the plants out; the plants that nothing was found of.
fn take<'p>(findings: &mut Vec<Diagnostic>, code: &str, plants: &'p [Plant]) -> Vec<&'p Plant> {
    let mut missed = Vec::new();
    for plant in plants {
        let is_there = |span: Range<usize>| {
            plant.defect.start <= span.start
                && span.end <= plant.defect.end
                && span.is_empty() == plant.defect.is_empty()
        };
        let at = findings.iter().position(|finding| {
            finding.code == code && *finding.path == *plant.path && is_there(finding.span.range())
        });
        match at {
            Some(at) => drop(findings.remove(at)),
            None => missed.push(plant),
        }
    }
    missed
}

/// Findings that were not there before: in files that were edited places have moved, so messages are compared.
fn surplus(
    before: &[Diagnostic],
    after: Vec<Diagnostic>,
    touched: &BTreeSet<&str>,
    companions: &[&str],
) -> Vec<Diagnostic> {
    let key = |finding: &Diagnostic| {
        let place = if touched.contains(&*finding.path) { None } else { Some(finding.span) };
        (finding.path.to_string(), finding.code, finding.message.clone(), place)
    };
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for finding in before {
        *known.entry(key(finding)).or_default() += 1;
    }
    let mut is_known = |finding: &Diagnostic| match known.get_mut(&key(finding)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    };
    let mut new = after;
    new.retain(|finding| {
        let follows = touched.contains(&*finding.path) && companions.contains(&finding.code);
        !is_known(finding) && !follows
    });
    new
}

/// What to say where too many were missed.
fn judge(code: &str, what: &str, planted: usize, missed: &[&Plant], project: &Project) -> Option<String> {
    note!("{code}: {} of {planted} found in {what}", planted - missed.len());
    let shown = |plant: &&Plant| {
        let bytes = project.texts.get(&plant.path).map_or(&[][..], |bytes| &bytes[plant.defect.clone()]);
        format!("  {} {:?}: {}", plant.path, plant.defect, String::from_utf8_lossy(bytes))
    };
    ((planted - missed.len()) * 100 < planted * FOUND).then(|| {
        let missed: Vec<String> = missed.iter().take(12).map(shown).collect();
        format!("{code} missed in {what}\n{}", missed.join("\n"))
    })
}

fn printed(findings: &[Diagnostic]) -> String {
    let line = |finding: &Diagnostic| {
        format!("  {} {:?} {}: {}", finding.path, finding.span.range(), finding.code, finding.message)
    };
    findings.iter().take(10).map(line).collect::<Vec<_>>().join("\n")
}
