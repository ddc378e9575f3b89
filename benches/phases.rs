//! Times each phase of a build by itself, over the articles in the folder `FAQTORY_BENCH`: see `benches/README.md`.
#![allow(clippy::expect_used, clippy::print_stderr, reason = "a measurement ends where it cannot go on")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::LazyLock;

use divan::Bencher;
use faqtory::catalog::{ArticleIndex, Base, Catalog, LocaleIndex, Options};
use faqtory::front_matter::FrontMatter;
use faqtory::markdown::Document;
use faqtory::search::{SearchIndex, SourceTerms};
use faqtory::sources::{self, Scope, Sources};
use faqtory::{BuildExtent, BuildRequest, Drafts, Input, Phase, Progress, Project, ProjectRequest, Root};

struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Phase, _: usize) {}
    fn step(&self) {}
}

/// The folder that is measured.
static FOLDER: LazyLock<PathBuf> =
    LazyLock::new(|| PathBuf::from(std::env::var_os("FAQTORY_BENCH").unwrap_or_default()));

static SOURCES: LazyLock<Sources> = LazyLock::new(|| load(&FOLDER));

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::new(&SOURCES, &Options::default()));

fn main() -> ExitCode {
    if !FOLDER.is_dir() {
        eprintln!("name a folder with articles: FAQTORY_BENCH=/tmp/site cargo bench --bench phases");
        return ExitCode::FAILURE;
    }
    divan::main();
    ExitCode::SUCCESS
}

fn load(folder: &Path) -> Sources {
    let out = folder.join("public");
    let scope = Scope::new(&out);
    sources::load(folder, scope).expect("the folder can be read")
}

/// The texts of all articles and includes.
fn articles() -> Vec<&'static str> {
    let texts = SOURCES.texts.iter().filter(|(path, _)| path.ends_with(".md"));
    texts.filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok()).collect()
}

#[divan::bench]
fn read() -> Sources {
    load(&FOLDER)
}

/// One thread, as all below but `catalog`, `check` and `render`.
#[divan::bench]
fn front_matter(bencher: Bencher<'_, '_>) {
    let texts = articles();
    bencher.bench_local(|| {
        texts.iter().map(|text| FrontMatter::parse(text).title.is_some()).filter(|there| *there).count()
    });
}

#[divan::bench]
fn markdown(bencher: Bencher<'_, '_>) {
    let texts: Vec<(&str, usize)> =
        articles().into_iter().map(|text| (text, FrontMatter::parse(text).body_start as usize)).collect();
    bencher.bench_local(|| {
        texts.iter().map(|(text, body)| Document::parse(text, *body).blocks.len()).sum::<usize>()
    });
}

#[divan::bench]
fn catalog() -> Catalog {
    Catalog::new(&SOURCES, &Options::default())
}

/// Every link of every article.
#[divan::bench]
fn resolve(bencher: Bencher<'_, '_>) {
    let catalog = &*CATALOG;
    bencher.bench_local(|| {
        let of_article = |article: &faqtory::catalog::Article| {
            let base = Base { file: &article.file, article: Some(article), reader: article.locale };
            let links = article.file.document.links.iter();
            links
                .filter(|link| {
                    catalog.resolve(base, &link.destination).fragment != faqtory::catalog::Fragment::None
                })
                .count()
        };
        catalog.articles.iter().map(of_article).sum::<usize>()
    });
}

fn project() -> Project {
    let request = ProjectRequest { root: &FOLDER, out: &FOLDER.join("public"), drafts: Drafts::Excluded };
    let configured = Project::configuration(&FOLDER).expect("the configuration can be used");
    let input = Input::read(configured, request, &Silent).expect("the folder can be read");
    Project::new(&input, &Silent).expect("there are articles")
}

#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    let project = project();
    bencher.bench_local(|| {
        project.check(&faqtory::Selection::default(), &Silent).expect("every locale is known")
    });
}

/// The index of the first locale.
#[divan::bench]
fn search(bencher: Bencher<'_, '_>) {
    let catalog = &*CATALOG;
    let all = catalog.articles.iter_enumerated();
    let own = all.filter(|(_, article)| article.locale == LocaleIndex(0));
    let documents: Vec<ArticleIndex> = own.map(|(index, _)| index).collect();
    let sources = SourceTerms::new(catalog);
    bencher.bench_local(|| SearchIndex::new(catalog, LocaleIndex(0), documents.clone(), &[], &sources));
}

/// Every page and file, the search with them, written to a new folder.
#[divan::bench]
fn render(bencher: Bencher<'_, '_>) {
    let project = project();
    bencher.with_inputs(|| tempfile::tempdir().expect("a folder can be made")).bench_local_refs(|folder| {
        let out = folder.path().join("public");
        let request =
            BuildRequest { out: &out, locales: &[], root: Root::Written, extent: BuildExtent::Whole };
        project.build(&request, &Silent).expect("the disk takes it")
    });
}
