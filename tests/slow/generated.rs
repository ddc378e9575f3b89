//! A generated site: the same bytes for the same request, every planted flaw found and nothing else of its kind, no
//! dead link in what is built of it.

#[path = "../../benches/generate/article.rs"]
mod article;
#[path = "../../benches/generate/damage.rs"]
mod damage;
#[path = "../../benches/generate/site.rs"]
mod generate;
#[path = "../../benches/generate/shape.rs"]
mod shape;
#[path = "../../benches/generate/words.rs"]
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use faqtory::{BuildExtent, BuildRequest, Drafts, Phase, Progress, Project, ProjectRequest, Root};
use generate::{Request, Site, State};
use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::{random, site};

pub(crate) const TESTS: &[Test] = tests![
    a_site_depends_on_its_request_alone,
    a_site_is_the_same_on_every_machine,
    every_state_of_a_translation_is_there,
    planted_flaws_are_found_and_no_link_is_dead,
];

const SMALL: Request = Request { seed: 1, articles: 60, locales: 5, noindex: 50 };

struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Phase, _: usize) {}
    fn step(&self) {}
}

fn generate(request: Request) -> (Site, TempDir) {
    let (site, dir) = (Site::new(request).unwrap(), TempDir::new().unwrap());
    site.write_to(dir.path()).unwrap();
    (site, dir)
}

/// Path → bytes of every file.
fn contents(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    site::files(dir).into_iter().map(|name| (name.clone(), fs::read(dir.join(name)).unwrap())).collect()
}

fn a_site_depends_on_its_request_alone() {
    let [(_, one), (_, again), (_, other)] = [SMALL, SMALL, Request { seed: 2, ..SMALL }].map(generate);
    let single = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let (_, alone) = single.install(|| generate(SMALL));
    assert_eq!(contents(one.path()), contents(again.path()));
    assert_eq!(contents(one.path()), contents(alone.path()));
    assert_ne!(contents(one.path()), contents(other.path()));
}

/// What a change of the generator does to all that was measured with it should not go unnoticed.
fn a_site_is_the_same_on_every_machine() {
    let (_, dir) = generate(Request { locales: 40, articles: 10, ..SMALL });
    let mut hash = blake3::Hasher::new();
    for (name, bytes) in contents(dir.path()) {
        hash.update(name.as_bytes()).update(&bytes);
    }
    insta::assert_snapshot!(&hash.finalize().to_hex()[..16], @"39f31a7cd3de2640");
}

fn every_state_of_a_translation_is_there() {
    let site = Site::new(SMALL).unwrap();
    let states: BTreeSet<State> = (0..5)
        .flat_map(|locale| (0..61).map(move |number| (locale, number)))
        .map(|(l, n)| site.state(l, n))
        .collect();
    assert_eq!(states.len(), 6, "{states:?}");
}

fn planted_flaws_are_found_and_no_link_is_dead() {
    let (site, dir) = generate(SMALL);
    let out = dir.path().join("public");
    let request = ProjectRequest { root: dir.path(), out: &out, drafts: Drafts::Excluded };
    let configured = Project::configuration(dir.path()).unwrap();
    let project = Project::load(configured, request, &Silent).unwrap();

    let planted = site.planted();
    let codes: BTreeSet<&str> = planted.iter().map(|(_, code)| *code).collect();
    assert_eq!(codes.len(), damage::ALL.len());
    let found = project
        .check(&faqtory::Selection::default(), &Silent)
        .unwrap()
        .diagnostics
        .into_iter()
        .map(|found| (found.path.to_string(), found.code));
    let mut found: Vec<_> = found.filter(|(_, code)| codes.contains(code)).collect();
    found.sort();
    assert_eq!(found, planted);

    let build = BuildRequest { out: &out, locales: &[], root: Root::Written, extent: BuildExtent::Whole };
    let built = project.build(&build, &Silent).unwrap();
    assert_eq!(built.locales.len(), 5);
    assert_eq!(built.locales["en-US"].articles, 60);
    assert!(built.locales.values().all(|locale| locale.articles + locale.fallbacks >= 60));
    let verified = project.verify(&out, BuildExtent::Whole, &Silent).unwrap();
    assert!(verified.findings.is_empty() && verified.pages == built.pages, "{verified:?}");
}
