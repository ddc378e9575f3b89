//! What takes its time: whole corpora, sites in a browser, generated and damaged input, planted defects, counted instructions.
#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what goes wrong here is a failed test"
)]

mod alignment;
mod browser;
mod corpora;
mod determinism;
mod exchange;
mod external;
mod faults;
mod furniture;
mod generated;
mod growth;
mod hand_backs;
mod handoff;
#[path = "../harness/mod.rs"]
mod harness;
mod help;
mod html;
mod phone;
mod planted;
mod planted_translations;
mod queries;
#[path = "../../benches/generate/random.rs"]
mod random;
mod replay;
#[path = "../server/mod.rs"]
mod server;
#[path = "../site/mod.rs"]
mod site;
mod translators;

fn main() -> std::process::ExitCode {
    harness::main(&[
        alignment::TESTS,
        browser::TESTS,
        corpora::TESTS,
        determinism::TESTS,
        exchange::TESTS,
        external::TESTS,
        faults::TESTS,
        furniture::TESTS,
        generated::TESTS,
        growth::TESTS,
        handoff::TESTS,
        help::TESTS,
        html::TESTS,
        phone::TESTS,
        planted::TESTS,
        planted_translations::TESTS,
        replay::TESTS,
        translators::TESTS,
    ])
}
