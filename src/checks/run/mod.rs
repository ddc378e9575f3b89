//! Runs the checks over a catalog and collects what they find. Judges nothing.

mod explain;
mod finding;
mod nearest;
mod page_link;

use rayon::prelude::*;

use crate::catalog::{Article, Catalog, File, Identity, Toc};
use crate::diagnostic::Diagnostic;
use crate::translation::Translations;

use super::compare::{self, Compared};
use super::{CHECKS, Check, Run};

pub use explain::{explain, list};
pub use finding::{Finding, Findings};
pub(in crate::checks) use nearest::nearest;
pub use page_link::{LinkForm, PageLink};

/// Runs every check; sorted, each finding once.
pub fn run(catalog: &Catalog, translations: &Translations) -> Vec<Diagnostic> {
    let articles = catalog.articles.par_iter().flat_map_iter(|article| of_article(catalog, article));
    let includes = catalog.includes.par_iter().flat_map_iter(|include| of_include(catalog, include));
    let tocs = catalog.tocs.par_iter().flat_map_iter(|toc| of_toc(catalog, toc));
    let identities = catalog.identities.par_iter();
    let compared = identities.flat_map_iter(|identity| of_identity(catalog, translations, identity));
    let site = CHECKS.par_iter().flat_map_iter(|check| of_site(catalog, check));
    let mut all: Vec<Diagnostic> = articles.chain(compared).chain(includes).chain(tocs).chain(site).collect();
    all.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    // The links of an include are looked at once for every article that has it.
    all.dedup_by(|a, b| a.sort_key() == b.sort_key());
    all
}

fn of_article(catalog: &Catalog, article: &Article) -> Vec<Diagnostic> {
    let links = PageLink::all(catalog, article);
    findings(catalog, |run, findings| match run {
        Run::File(run) => run(&article.file, findings),
        Run::Article(run) => run(catalog, article, findings),
        Run::Link(run) => links.iter().for_each(|link| run(catalog, link, findings)),
        Run::Translation(_) | Run::Site(_) => {}
    })
}

/// Every translation of an article, compared.
fn of_identity(catalog: &Catalog, translations: &Translations, identity: &Identity) -> Vec<Diagnostic> {
    let facts = compare::facts(catalog, translations, identity);
    let mut all = Vec::new();
    for &index in identity.translations.iter().flatten() {
        let compared = Compared {
            catalog,
            identity,
            article: &catalog.articles[index],
            state: translations.state(index),
            basis: translations.basis,
            against: compare::against(catalog, translations, identity, index, &facts),
        };
        all.extend(findings(catalog, |run, findings| {
            if let Run::Translation(run) = run {
                run(&compared, findings);
            }
        }));
    }
    all
}

fn of_include(catalog: &Catalog, include: &File) -> Vec<Diagnostic> {
    findings(catalog, |run, findings| {
        if let Run::File(run) = run {
            run(include, findings);
        }
    })
}

fn of_toc(catalog: &Catalog, toc: &Toc) -> Vec<Diagnostic> {
    let links = PageLink::all_of_toc(catalog, toc);
    findings(catalog, |run, findings| {
        if let Run::Link(run) = run {
            links.iter().for_each(|link| run(catalog, link, findings));
        }
    })
}

fn of_site(catalog: &Catalog, check: &'static Check) -> Vec<Diagnostic> {
    let mut findings = Findings::new(catalog, check);
    if let Run::Site(run) = check.run {
        run(catalog, &mut findings);
    }
    findings.into_diagnostics()
}

/// What all checks find when each is run by `run_one`.
fn findings<'c>(catalog: &'c Catalog, run_one: impl Fn(Run, &mut Findings<'c>)) -> Vec<Diagnostic> {
    let mut findings = Findings::new(catalog, CHECKS[0]);
    for check in CHECKS {
        run_one(check.run, findings.of(check));
    }
    findings.into_diagnostics()
}
