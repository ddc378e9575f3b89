//! Damage, for good: whatever bytes a file has, no parser loses its head. The long runs are in `benches/README.md`.

#[path = "../../benches/faults/kills.rs"]
mod kills;
#[path = "../../benches/faults/minimise.rs"]
#[allow(dead_code, reason = "the long run needs all of it")]
mod minimise;
#[path = "../../benches/faults/mutate.rs"]
mod mutate;
#[path = "../../benches/faults/pool.rs"]
#[allow(dead_code, reason = "the long run needs all of it")]
mod pool;
#[path = "../../benches/faults/run.rs"]
mod run;
#[path = "../../benches/faults/site.rs"]
mod site;
#[path = "../../benches/faults/targets.rs"]
pub(crate) mod targets;
#[path = "../../benches/faults/words.rs"]
mod words;

use std::panic;
use std::path::PathBuf;

use crate::harness::{Test, tests};
use crate::{random, translators};
use minimise::reduce;
use mutate::{Kind, mutate};
use pool::Pool;
use random::Random;
use run::{Bench, Extent};
use site::{Request, Site};
use targets::Target;

pub(crate) const TESTS: &[Test] = tests![
    front_matter,
    markdown,
    links,
    configuration,
    tables_of_contents,
    programs,
    packages,
    messages,
    whole_sites,
    kills_damage_nothing,
];

/// Gives a target so many damaged texts. What it does not bear is made small before it is reported.
fn bears(target: Target, kind: Kind, texts: &[Vec<u8>], times: u64) {
    let is_borne = |bytes: &[u8]| panic::catch_unwind(|| target(bytes)).is_ok();
    for number in 0..times {
        let mut random = Random::new(&[number]);
        let (text, other) = (random.one(texts).clone(), random.one(texts).clone());
        let damaged = mutate(&mut random, kind, &text, &other);
        if is_borne(&damaged) {
            continue;
        }
        let lines = damaged.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
        let lines = reduce(lines, &mut |lines: &[Vec<u8>]| !is_borne(&lines.concat()));
        let bytes = reduce(lines.concat(), &mut |bytes: &[u8]| !is_borne(bytes));
        panic!("number {number} is not borne: {:?}", String::from_utf8_lossy(&bytes));
    }
}

fn texts(of: &[&str]) -> Vec<Vec<u8>> {
    of.iter().map(|text| text.as_bytes().to_vec()).collect()
}

fn front_matter() {
    bears(targets::front_matter, Kind::Article, &Pool::sample().articles, 3000);
}

fn markdown() {
    bears(targets::markdown, Kind::Article, &Pool::sample().articles, 1000);
}

fn links() {
    bears(targets::links, Kind::Article, &Pool::sample().articles, 300);
}

fn configuration() {
    let own = texts(&[
        "[site]\ntitle = \"Help\"\n\n[checks]\nbare-url = \"off\"\n",
        "[locales.he-IL]\npath = \"x\"\n",
    ]);
    bears(targets::configuration, Kind::Configuration, &own, 3000);
}

fn tables_of_contents() {
    let own = texts(&[
        "- name: A\n  href: a.md\n- name: B\n  items:\n  - name: C\n    href: b.md\n",
        "items:\n- name: A\n",
    ]);
    bears(targets::toc, Kind::Toc, &own, 500);
}

fn programs() {
    let own = texts(&[
        "const locales = { root: { label: 'English', lang: 'en' }, fr: { lang: `fr` } };\nexport default defineConfig({ integrations: [starlight({ locales, ...x })] });\n",
        "module.exports = { i18n: { defaultLocale: 'en' }, presets: [['classic', ({ docs: { path: './docs', routeBasePath: '/' }, blog: false })]] };\n",
        "export default { srcDir: '.', srcExclude: ['**/x.md'], rewrites: { 'fr/:rest*': ':rest*' }, locales: { '/': { lang: 'en' } } } as Config\n",
    ]);
    bears(targets::program, Kind::Program, &own, 500);
}

fn packages() {
    bears(targets::package, Kind::Package, &translators::packages(), 2000);
}

fn messages() {
    let own = texts(&[include_str!("../../locales/en-US/main.ftl"), "home = Home\n"]);
    bears(targets::messages, Kind::Messages, &own, 200);
}

/// The program, and a folder to work in.
fn bench() -> (Bench, tempfile::TempDir) {
    let folder = tempfile::TempDir::new().unwrap();
    let faqtory = PathBuf::from(env!("CARGO_BIN_EXE_faqtory"));
    (Bench { faqtory, scratch: folder.path().to_owned() }, folder)
}

fn whole_sites() {
    let (bench, _folder) = bench();
    let pool = Pool::whole();
    for number in 0..3 {
        let site = Site::new(Request { seed: 1, number, articles: 150 }, &pool);
        let extent = if number == 0 { Extent::Edits } else { Extent::Sites };
        assert_eq!(bench.judge(&site, extent).unwrap(), [], "site {number}");
    }
}

fn kills_damage_nothing() {
    let (bench, _folder) = bench();
    for victim in kills::VICTIMS {
        let killed = kills::kill(&bench, victim, 1, 10).unwrap();
        assert!(killed.faults.is_empty() && killed.started >= 10, "{victim:?}: {killed:?}");
    }
}
