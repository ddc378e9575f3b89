//! The program as its users run it: every command, and every part of the sites that it makes.
#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what goes wrong here is a failed test"
)]

mod action;
mod assets;
mod bilingual;
mod check;
mod configuration;
mod contributed;
mod deploy;
mod dialects;
mod disk;
mod external;
mod files;
mod fix;
mod front_matter;
mod generators;
mod handbacks;
mod handoff;
mod handoff_faults;
mod handoff_files;
mod handoff_names;
#[path = "../harness/mod.rs"]
mod harness;
mod history;
mod home;
mod includes;
mod init;
mod input;
mod languages;
mod layouts;
mod layouts_js;
mod links;
mod machines;
mod messages;
mod open;
mod paths;
mod search;
mod sections;
mod serve;
#[path = "../server/mod.rs"]
mod server;
mod shell;
mod since;
#[path = "../site/mod.rs"]
mod site;
mod states;
mod statics;
mod status;
mod status_page;
mod terminal;
mod theme;
mod translated;
mod translator;
mod verify;
mod year;

fn main() -> std::process::ExitCode {
    harness::main(&[
        action::TESTS,
        assets::TESTS,
        bilingual::TESTS,
        check::TESTS,
        configuration::TESTS,
        contributed::TESTS,
        deploy::TESTS,
        dialects::TESTS,
        disk::TESTS,
        external::TESTS,
        files::TESTS,
        fix::TESTS,
        front_matter::TESTS,
        generators::TESTS,
        handbacks::TESTS,
        handoff::TESTS,
        handoff_faults::TESTS,
        handoff_files::TESTS,
        handoff_names::TESTS,
        history::TESTS,
        home::TESTS,
        includes::TESTS,
        init::TESTS,
        input::TESTS,
        languages::TESTS,
        layouts::TESTS,
        layouts_js::TESTS,
        links::TESTS,
        machines::TESTS,
        messages::TESTS,
        open::TESTS,
        paths::TESTS,
        search::TESTS,
        sections::TESTS,
        serve::TESTS,
        shell::TESTS,
        since::TESTS,
        states::TESTS,
        statics::TESTS,
        status::TESTS,
        status_page::TESTS,
        terminal::TESTS,
        theme::TESTS,
        translated::TESTS,
        verify::TESTS,
        year::TESTS,
    ])
}
