//! Runs the checks over a catalog and collects what they find. Judges nothing.

mod custom;
mod explain;
mod finding;
mod in_block;
mod nearest;
mod page_link;
mod shorten;

use rayon::prelude::*;

use crate::catalog::{Article, Catalog, File, Toc};
use crate::diagnostic::Diagnostic;

use super::{CHECKS, Check, Run};

pub(in crate::checks) use custom::is_custom;
pub use explain::{explain, list};
pub use finding::{Finding, Findings};
pub(in crate::checks) use in_block::{InBlock, in_blocks};
pub(in crate::checks) use nearest::nearest;
pub use page_link::{LinkForm, PageLink};
pub(in crate::checks) use shorten::{line_of, shortened};

/// Runs every check; sorted, each finding once.
pub fn run(catalog: &Catalog) -> Vec<Diagnostic> {
    let articles = catalog.articles.par_iter().flat_map_iter(|article| of_article(catalog, article));
    let includes = catalog.includes.par_iter().flat_map_iter(|include| of_include(catalog, include));
    let tocs = catalog.tocs.par_iter().flat_map_iter(|toc| of_toc(catalog, toc));
    let site = CHECKS.par_iter().flat_map_iter(|check| of_site(catalog, check));
    let mut all: Vec<Diagnostic> = articles.chain(includes).chain(tocs).chain(site).collect();
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
        Run::Site(_) => {}
    })
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
