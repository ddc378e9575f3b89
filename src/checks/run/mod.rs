//! Runs the checks over a catalog and collects what they find, silenced, weighed and held back as the authors ask. Judges
//! nothing itself.

mod baseline;
mod explain;
mod external;
mod levels;
mod merged;
mod origin;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::catalog::{Article, Catalog, File, Identity, LocaleIndex, NotUtf8, Toc};
use crate::diagnostic::Diagnostic;
use crate::external::LinkFlaw;
use crate::messages::MessageProblem;
use crate::translation::Translations;

use super::allow::{self, Allow};
use super::compare::{self, Compared};
use super::{CHECKS, Check, Findings, PageLink, Run, human_translation_replaced};

pub use baseline::{Baseline, Held};
pub use explain::{explain, find, list};
pub use external::is_external;
pub use levels::Levels;
pub use merged::merged;
pub use origin::once;

/// What the checks look at.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    pub catalog: &'a Catalog,
    pub translations: &'a Translations,
    pub messages: &'a [MessageProblem],
    /// Files of messages by path: their comments are read.
    pub message_texts: &'a BTreeMap<Arc<str>, String>,
    /// What is wrong with addresses outside the site; none where nobody has asked the web.
    pub external: Option<&'a [LinkFlaw]>,
}

/// What is made of the findings.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    pub levels: Levels,
    pub baseline: Baseline,
}

/// The findings, and how many are not among them.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// By path, place and code. Copies of one flaw of the source are all there: see [`once`].
    pub diagnostics: Vec<Diagnostic>,
    /// Silenced by comments.
    pub allowed: usize,
    pub held: Held,
}

/// Runs every check and makes of the findings what the policy and comments say.
pub fn judge(input: Input<'_>, policy: &Policy) -> Judged {
    judge_until(input, policy, &AtomicBool::new(false))
}

/// As [`judge`], for a caller that may not want the findings any more: once `stop` is set nothing else is looked at.
pub fn judge_until(input: Input<'_>, policy: &Policy, stop: &AtomicBool) -> Judged {
    let mut diagnostics = run_until(input.catalog, input.translations, stop);
    if stop.load(Ordering::Relaxed) {
        return Judged::default();
    }
    diagnostics.extend(of_messages(input));
    sort(&mut diagnostics);
    origin::mark(input.catalog, &mut diagnostics);
    if let Some(flaws) = input.external {
        external::add(input.catalog, flaws, &mut diagnostics);
        sort(&mut diagnostics);
    }
    let allowed = silence(input, &mut diagnostics);
    policy.levels.apply(&mut diagnostics);
    let is_judged = |code: &str| input.external.is_some() || !is_external(code);
    let held = policy.baseline.apply(&mut diagnostics, |path| text(input, path), is_judged);
    Judged { diagnostics, allowed, held }
}

/// The text of the file at a path, whatever kind of file it is.
pub fn text<'a>(input: Input<'a>, path: &str) -> Option<&'a str> {
    input.catalog.text(path).or_else(|| input.message_texts.get(path).map(String::as_str))
}

/// Whether only git can say that there is a flaw of this code.
pub fn is_of_history(code: &str) -> bool {
    code == human_translation_replaced::CHECK.code
}

/// What every check of the catalog finds; sorted, each finding once.
pub fn run(catalog: &Catalog, translations: &Translations) -> Vec<Diagnostic> {
    run_until(catalog, translations, &AtomicBool::new(false))
}

/// Articles that a thread takes at a time: few enough that none is left alone with many at the end.
const SHARE: usize = 64;

fn run_until(catalog: &Catalog, translations: &Translations, stop: &AtomicBool) -> Vec<Diagnostic> {
    let goes_on = || !stop.load(Ordering::Relaxed);
    let articles = catalog.articles.par_iter().with_max_len(SHARE).filter(|_| goes_on());
    let articles = articles.flat_map_iter(|article| of_article(catalog, article));
    let includes = catalog.includes.par_iter().flat_map_iter(|include| of_include(catalog, include));
    let tocs = catalog.tocs.par_iter().flat_map_iter(|toc| of_toc(catalog, toc));
    let identities = catalog.identities.par_iter().with_max_len(SHARE).filter(|_| goes_on());
    let compared =
        identities.flat_map_iter(|identity| of_identity(catalog, translations, identity, &goes_on));
    let site = CHECKS.par_iter().filter(|_| goes_on()).flat_map_iter(|check| of_site(catalog, check));
    let articles = articles.chain(compared);
    let mut all: Vec<Diagnostic> = articles.chain(includes).chain(tocs).chain(site).collect();
    sort(&mut all);
    // The links of an include are looked at once for every article that has it.
    all.dedup_by(|a, b| a.sort_key() == b.sort_key());
    leave_utf16(catalog, &mut all);
    all
}

/// Of a file in UTF-16 only that is reported: the places of anything else would not be those of the file as it is stored.
fn leave_utf16(catalog: &Catalog, diagnostics: &mut Vec<Diagnostic>) {
    let is_encoding = |diagnostic: &Diagnostic| diagnostic.code == "invalid-encoding";
    let is_utf16 = |path: &str| {
        let toc = || catalog.tocs.iter().map(|toc| &toc.file).find(|file| &*file.path == path);
        catalog.file(path).or_else(toc).is_some_and(|file| file.not_utf8 == Some(NotUtf8::Utf16))
    };
    let reported = diagnostics.iter().filter(|found| is_encoding(found) && is_utf16(&found.path));
    let files: BTreeSet<Arc<str>> = reported.map(|found| found.path.clone()).collect();
    if !files.is_empty() {
        diagnostics.retain(|found| is_encoding(found) || !files.contains(&found.path));
    }
}

fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
}

/// Takes out what comments silence, and adds what is to be said of the comments; how many were taken out.
fn silence(input: Input<'_>, diagnostics: &mut Vec<Diagnostic>) -> usize {
    let catalog = input.catalog;
    let mut allows: Allows = BTreeMap::new();
    let files = catalog.articles.par_iter().map(|article| &*article.file).chain(catalog.includes.par_iter());
    let markdown: Vec<_> =
        files.map(|file| (file, allow::in_markdown(file))).filter(|(_, found)| !found.is_empty()).collect();
    let tocs = catalog.tocs.iter().map(|toc| &toc.file);
    let tocs = tocs.map(|file| (file, allow::in_lines(&file.text, 0..file.text.len())));
    for (file, found) in markdown.into_iter().chain(tocs) {
        allows.insert(file.path.clone(), (file.locale, found));
    }
    for (path, text) in input.message_texts {
        allows.insert(path.clone(), (None, allow::in_lines(text, 0..text.len())));
    }
    allows.retain(|_, (_, found)| !found.is_empty());
    if allows.is_empty() {
        return 0;
    }
    let before = diagnostics.len();
    let mut reported = Vec::with_capacity(before);
    let mut rest = std::mem::take(diagnostics).into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut of_file = vec![first];
        while let Some(next) = rest.next_if(|next| next.path == of_file[0].path) {
            of_file.push(next);
        }
        if let Some((_, allows)) = allows.get_mut(&of_file[0].path) {
            allow::silence(allows, &mut of_file);
        }
        reported.append(&mut of_file);
    }
    let silenced = before - reported.len();
    reported.extend(of_allows(catalog, &allows));
    sort(&mut reported);
    *diagnostics = reported;
    silenced
}

/// By path: the locale of the file and its comments.
type Allows = BTreeMap<Arc<str>, (Option<LocaleIndex>, Vec<Allow>)>;

fn of_allows(catalog: &Catalog, allows: &Allows) -> Vec<Diagnostic> {
    let mut findings = Findings::new(catalog);
    for check in CHECKS {
        let Run::Allow(run) = check.run else { continue };
        for (path, (locale, allows)) in allows {
            for finding in allows.iter().flat_map(|allow| run(allow, CHECKS)) {
                of(&mut findings, check).push_in(path, *locale, finding);
            }
        }
    }
    findings.into_diagnostics()
}

fn of_messages(input: Input<'_>) -> Vec<Diagnostic> {
    let mut findings = Findings::new(input.catalog);
    for check in CHECKS {
        let Run::Message(run) = check.run else { continue };
        for problem in input.messages {
            if let Some(finding) = run(problem) {
                of(&mut findings, check).push_message(problem, finding);
            }
        }
    }
    findings.into_diagnostics()
}

fn of_article(catalog: &Catalog, article: &Article) -> Vec<Diagnostic> {
    let links = PageLink::all(catalog, article);
    findings(catalog, |run, findings| match run {
        Run::File(run) => run(&article.file, findings),
        Run::Article(run) => run(catalog, article, findings),
        Run::Link(run) => links.iter().for_each(|link| run(catalog, link, findings)),
        Run::Translation(_) | Run::Site(_) | Run::Message(_) | Run::External(_) | Run::Allow(_) => {}
    })
}

/// Every translation of an article, compared: in forty locales that takes long enough to be asked whether it `goes_on`.
fn of_identity(
    catalog: &Catalog,
    translations: &Translations,
    identity: &Identity,
    goes_on: &impl Fn() -> bool,
) -> Vec<Diagnostic> {
    let facts = compare::facts(catalog, translations, identity);
    let mut all = Vec::new();
    for &index in identity.translations.iter().flatten().take_while(|_| goes_on()) {
        let compared = Compared {
            catalog,
            identity,
            article: &catalog.articles[index],
            state: translations.state(index),
            replaced: translations.replaced(index),
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
    let mut findings = Findings::new(catalog);
    if let Run::Site(run) = check.run {
        run(catalog, of(&mut findings, check));
    }
    findings.into_diagnostics()
}

/// What all checks find when each is run by `run_one`.
fn findings<'c>(catalog: &'c Catalog, run_one: impl Fn(Run, &mut Findings<'c>)) -> Vec<Diagnostic> {
    let mut findings = Findings::new(catalog);
    for check in CHECKS {
        run_one(check.run, of(&mut findings, check));
    }
    findings.into_diagnostics()
}

/// Where the findings of a check go.
fn of<'f, 'c>(findings: &'f mut Findings<'c>, check: &Check) -> &'f mut Findings<'c> {
    findings.of(check.code, check.severity())
}
