//! The program as its users run it: every command, and every part of the sites that it makes.
#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what goes wrong here is a failed test"
)]

mod assets;
mod bilingual;
mod check;
mod configuration;
mod contributed;
mod disk;
mod fix;
mod init;
mod languages;
mod machines;
mod open;
mod paths;
mod search;
mod sections;
mod serve;
mod since;
#[path = "../site/mod.rs"]
mod site;
mod status;
mod status_page;
mod terminal;
mod theme;
mod verify;
