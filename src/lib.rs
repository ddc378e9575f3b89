//! Faqtory turns folders of translated Markdown FAQ articles into a static help site for every locale, and finds what
//! is broken in them.
//!
//! A [`Project`] hands data from one module to the next; each is a pure function of what it is given.
//!
//! ```text
//! sources::load → Catalog::new → checks::run → diagnostics → report
//!                      └──────→ render::plan → render::page → Output::put
//! ```
//!
//! `sources` and no other module reads input, `output` and `edit` write, `cli` prints. Damage in articles is a
//! [`diagnostic::Diagnostic`] and stops nothing; an [`anyhow::Error`] is for the machine and the configuration.
//!
//! What is documented here is the library: [`Project`], what it is asked and what it answers, the [`CHECKS`] and
//! [`diagnostic`]. The other modules are public for the tests and benchmarks of this crate only, and may change with any version.
//!
//! # A tour
//!
//! **In.** `sources` reads a folder into paths and bytes. `config` says what the project wants, `locale` knows what a
//! language tag means. `front_matter` and `markdown` read one file each, however damaged, with the place of everything they
//! read.
//!
//! **What it means.** The `catalog` puts the files of one article in all locales together, and answers where a link
//! leads (`Catalog::resolve`). `alignment` pairs the blocks of a translation with those of its original, and
//! `translation` says which translations are current.
//!
//! **What is wrong.** `checks` judge the catalog, one file a check, and `report` writes what they found for people and
//! machines.
//!
//! **Out.** `theme` holds templates, `messages` the words of the interface in each locale. `render` plans the pages
//! and makes them one by one, and `output` writes each as soon as it is made; `serve` shows them while people write.
//! `verify` reads what was written and proves it.
//!
//! # Using the library
//!
//! ```
//! use faqtory::{BuildExtent, BuildRequest, Drafts, Phase, Progress, Project, ProjectRequest, Root, Selection};
//!
//! struct Silent;
//! impl Progress for Silent {
//!     fn begin(&self, _: Phase, _: usize) {}
//!     fn step(&self) {}
//! }
//!
//! # fn main() -> anyhow::Result<()> {
//! # let folder = tempfile::tempdir()?;
//! let root = folder.path();
//! std::fs::create_dir_all(root.join("content/lv-LV"))?;
//! std::fs::write(root.join("content/lv-LV/refunds.md"), "# Kā saņemt naudu atpakaļ?\n\nSk. [rēķinu](invoice.md).\n")?;
//!
//! let out = root.join("public");
//! let request = ProjectRequest { root, out: &out, drafts: Drafts::Excluded };
//! let project = Project::load(Project::configuration(root)?, request, &Silent)?;
//!
//! let checked = project.check(&Selection::default(), &Silent)?;
//! assert!(checked.diagnostics.iter().any(|diagnostic| diagnostic.code == "file-not-found"));
//!
//! let request = BuildRequest { out: &out, locales: &[], root: Root::Written, extent: BuildExtent::Whole };
//! project.build(&request, &Silent)?;
//! assert!(out.join("lv-lv/refunds/index.html").is_file());
//! # Ok(())
//! # }
//! ```

#[doc(hidden)]
pub mod alignment;
#[doc(hidden)]
pub mod assets;
#[doc(hidden)]
pub mod catalog;
#[doc(hidden)]
pub mod checks;
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod config;
pub mod diagnostic;
#[doc(hidden)]
pub mod edit;
#[doc(hidden)]
pub mod exchange;
#[doc(hidden)]
pub mod external;
#[doc(hidden)]
pub mod front_matter;
#[doc(hidden)]
pub mod highlight;
#[doc(hidden)]
pub mod history;
mod html;
#[doc(hidden)]
pub mod indexed;
#[doc(hidden)]
pub mod layout;
mod line_end;
#[doc(hidden)]
pub mod locale;
#[doc(hidden)]
pub mod markdown;
#[doc(hidden)]
pub mod messages;
#[doc(hidden)]
pub mod output;
mod project;
#[doc(hidden)]
pub mod render;
mod report;
#[doc(hidden)]
pub mod search;
#[doc(hidden)]
pub mod serve;
#[doc(hidden)]
pub mod sources;
#[doc(hidden)]
pub mod theme;
#[doc(hidden)]
pub mod translation;
#[doc(hidden)]
pub mod verify;

pub use catalog::Drafts;
pub use checks::{CHECKS, Check};
pub use config::FILE as CONFIGURATION_FILE;
pub use exchange::Format as ExchangeFormat;
pub use front_matter::Date;
pub use project::{
    BuildExtent, BuildRequest, Built, CancelRequest, Cancelled, CancelledHandoffs, Checked, Configured,
    DueTranslations, External, ExternalRequest, ExternalSource, FixRequest, Fixed, FixedFile, HandbackExtent,
    HandbackRequest, HandedOffPackage, HandoffRequest, InProgressFile, Input, MadeFromVersion, Manifest,
    MergeRequest, NewBaseline, NewLocales, NotFixed, Package, Phase, Pipeline, Progress, Project,
    ProjectRequest, Query, Root, SearchRequest, Selection, Since, StampOutcome, StampRequest, StampScope,
    Stamped, StatusExtent, canonical_tag, configuration_schema, explain, list_codes, merge, shipped_messages,
    source_hash,
};
pub use report::build::LocaleCounts;
pub use report::{
    Answer, Difference, FoundArticle, FoundBy, HandbackRefusal, HandedBack, ReturnOutcome, ReturnedFile,
    Share,
};
pub use theme::embedded as theme_files;
pub use translation::{DueState, HandedOff};
pub use verify::{RULES, Rule, SiteFinding, Verified};
