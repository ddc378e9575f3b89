//! The house rules of CONTRIBUTING.md, held by reading the repository. Each rule is a function from a file's path
//! and text to what is wrong with it, and is tried on samples that break it.
#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what goes wrong here is a failed test"
)]

mod codes;
mod cycles;
mod modules;
mod reference;
mod source;
mod words;

use std::fs;
use std::path::Path;

use source::Source;

/// A rule over one file: its path in the repository, its text, and the same read as Rust.
type Rule = fn(&str, &str, &Source) -> Vec<String>;

const RULES: &[(&str, Rule)] = &[
    ("files are short", short),
    ("files say what they do", introduced),
    ("modules have names that say something", named),
    ("only output and edit write", writes),
    ("only the modules for it read", reads),
    ("only one file prints, and nothing that a terminal obeys", prints),
    ("only external and serve use the network", network),
    ("only history and serve run programs", programs),
    ("order depends on nothing but the input", ordered),
    ("no bool parameters", bools),
    ("modules use the modules they may", modules::uses),
];

/// Lines a file of `src/` should have at most, and lines at which it is refused.
const LINES: (usize, usize) = (400, 450);

fn short(path: &str, text: &str, _: &Source) -> Vec<String> {
    let lines = text.lines().count();
    if lines > LINES.0 {
        println!("{path} has {lines} lines: does it still hold one thing?");
    }
    broken(lines > LINES.1, || format!("{lines} lines, more than {}", LINES.1))
}

fn introduced(_: &str, text: &str, _: &Source) -> Vec<String> {
    broken(!text.starts_with("//! "), || "the first line does not say what the file does".to_owned())
}

fn named(path: &str, _: &str, source: &Source) -> Vec<String> {
    const BAD: &[&str] = &["util", "utils", "helper", "helpers", "common", "misc"];
    let files = path.trim_end_matches(".rs").split('/');
    let names = files.chain(source.modules.iter().map(String::as_str));
    names.filter(|name| BAD.contains(name)).map(|name| format!("{name} says nothing")).collect()
}

fn writes(path: &str, _: &str, source: &Source) -> Vec<String> {
    const FUNCTIONS: &[&str] = &[
        "write",
        "create_dir",
        "create_dir_all",
        "remove_file",
        "remove_dir",
        "remove_dir_all",
        "rename",
        "copy",
        "hard_link",
        "set_permissions",
        "symlink",
        "symlink_file",
        "symlink_dir",
    ];
    let is_write = |path: &[String]| match path {
        [.., module, name] if module == "fs" => FUNCTIONS.contains(&name.as_str()),
        [.., file, name] if file == "File" => name.starts_with("create") || name == "options",
        _ => false,
    };
    let is_write = |path: &[String]| {
        is_write(path) || path.iter().any(|step| step == "OpenOptions" || step == "tempfile")
    };
    // What the web answered is kept in a file of its own.
    if path == "src/external/cache.rs" {
        Vec::new()
    } else {
        outside(path, &["output", "edit"], source, is_write)
    }
}

fn reads(path: &str, _: &str, source: &Source) -> Vec<String> {
    const MODULES: &[&str] =
        &["sources", "theme", "output", "edit", "verify", "history", "serve", "external", "cli", "main"];
    const METHODS: &[&str] = &["read_dir", "read_link", "symlink_metadata", "try_exists"];
    let is_read = |path: &[String]| {
        starts(path, &["std", "fs"]) || starts(path, &["fs"]) && path.len() > 1 || starts(path, &["walkdir"])
    };
    let mut found = outside(path, MODULES, source, is_read);
    if !MODULES.contains(&modules::module(path)) {
        found.extend(source.methods.iter().filter(|name| METHODS.contains(&name.as_str())).cloned());
    }
    found
}

fn prints(path: &str, _: &str, source: &Source) -> Vec<String> {
    const MACROS: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];
    let is_stream = |path: &&Vec<String>| matches!(path.as_slice(), [.., name] if path.len() > 1 && (name == "stdout" || name == "stderr"));
    if path == "src/cli/terminal.rs" {
        return Vec::new();
    }
    let streams = source.paths.iter().filter(is_stream).map(|path| path.join("::"));
    streams.chain(source.macros.iter().filter(|name| MACROS.contains(&name.as_str())).cloned()).collect()
}

fn network(path: &str, _: &str, source: &Source) -> Vec<String> {
    let is_network = |path: &[String]| {
        starts(path, &["std", "net"])
            || path
                .iter()
                .any(|step| ["ureq", "TcpListener", "TcpStream", "UdpSocket"].contains(&step.as_str()))
    };
    outside(path, &["external", "serve"], source, is_network)
}

fn programs(path: &str, _: &str, source: &Source) -> Vec<String> {
    let is_program =
        |path: &[String]| matches!(path, [.., module, name] if module == "process" && name == "Command");
    outside(path, &["history", "serve"], source, is_program)
}

fn ordered(path: &str, _: &str, source: &Source) -> Vec<String> {
    let is_hash = |path: &[String]| path.iter().any(|step| step == "HashMap" || step == "HashSet");
    let is_clock = |path: &[String]| path.iter().any(|step| step == "SystemTime" || step == "Instant");
    let mut found = outside(path, &[], source, is_hash);
    // How old an answer of the web is, is no part of any output.
    if path != "src/external/clock.rs" {
        found.extend(outside(path, &["main", "cli"], source, is_clock));
    }
    found.extend(source.methods.iter().filter(|name| *name == "par_bridge").cloned());
    found
}

fn bools(_: &str, _: &str, source: &Source) -> Vec<String> {
    source
        .bool_parameters
        .iter()
        .map(|name| format!("{name} takes a bool: an enum says what it means"))
        .collect()
}

/// What names a machine, or a place to download from, in any text of the repository.
fn places(text: &str) -> Vec<String> {
    // Written in pieces, so that this file does not break its own rule.
    let folders = ["work", "farm", "root"].map(|name| format!("/{name}/"));
    let words =
        [["bash", "_jobs"], ["crates", ".io"], ["pypi", ".org"], ["registry", ".npmjs"], ["deb", ".debian"]];
    let is_start = |before: Option<char>| !before.is_some_and(|c| c == '.' || c.is_ascii_lowercase());
    let is_bad = |line: &&str| {
        let names_folder = |folder: &String| {
            line.match_indices(folder.as_str()).any(|(at, _)| is_start(line[..at].chars().next_back()))
        };
        folders.iter().any(names_folder) || words.iter().any(|word| line.contains(&word.concat()))
    };
    text.lines().filter(is_bad).map(str::to_owned).collect()
}

/// Files of `src/checks/` that are not declared, or stand in no list. `files` are their names without `.rs`.
fn unlisted(module: &str, files: &[String]) -> Vec<String> {
    let list = module.split_once("const CHECKS").map_or("", |(_, rest)| rest);
    let list = list.split_once("];").map_or(list, |(list, _)| list);
    let words: Vec<&str> = list.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let is_listed =
        |name: &String| module.contains(&format!("mod {name};")) && words.contains(&name.as_str());
    files.iter().filter(|name| !is_listed(name)).cloned().collect()
}

fn broken(is_broken: bool, say: impl FnOnce() -> String) -> Vec<String> {
    if is_broken { vec![say()] } else { Vec::new() }
}

fn starts(path: &[String], with: &[&str]) -> bool {
    path.len() >= with.len() && path.iter().zip(with).all(|(step, expected)| step == expected)
}

/// The paths that `is_it` says yes to, unless this module may use them.
fn outside(path: &str, allowed: &[&str], source: &Source, is_it: impl Fn(&[String]) -> bool) -> Vec<String> {
    if allowed.contains(&modules::module(path)) {
        return Vec::new();
    }
    source.paths.iter().filter(|path| is_it(path)).map(|path| path.join("::")).collect()
}

/// Every file of the repository with its text, sorted; files that are not text are left out.
fn repository() -> Vec<(String, String)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_ours = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !["target", ".git", "node_modules", "public"].contains(&name.as_ref())
    };
    let files = walkdir::WalkDir::new(top).sort_by_file_name().into_iter().filter_entry(is_ours);
    let read = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(top).unwrap().to_str()?.replace('\\', "/");
        Some((path, fs::read_to_string(entry.path()).ok()?))
    };
    files.map(Result::unwrap).filter(|entry| entry.file_type().is_file()).filter_map(read).collect()
}

fn sources() -> impl Iterator<Item = (String, String)> {
    repository().into_iter().filter(|(path, _)| path.starts_with("src/") && path.ends_with(".rs"))
}

#[test]
fn house_rules_are_kept() {
    let mut found = Vec::new();
    for (path, text) in sources() {
        let source = Source::new(&path, &text);
        for (name, rule) in RULES {
            found.extend(
                rule(&path, &text, &source).into_iter().map(|what| format!("{name}: {path}: {what}")),
            );
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn no_machine_is_named() {
    let mut found = Vec::new();
    for (path, text) in repository() {
        if !path.ends_with(".lock") && !path.ends_with("package-lock.json") {
            found.extend(places(&text).into_iter().map(|line| format!("{path}: {line}")));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_check_is_listed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/checks");
    let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let is_check = |name: &String| !["mod", "tests"].contains(&name.as_str());
    let files: Vec<_> =
        names.filter_map(|name| name.strip_suffix(".rs").map(str::to_owned)).filter(is_check).collect();
    let module = fs::read_to_string(folder.join("mod.rs")).unwrap();
    assert_eq!(unlisted(&module, &files), Vec::<String>::new(), "not in CHECKS of src/checks/mod.rs");
}

/// The gate runs what the README tells a newcomer to run.
#[test]
fn the_gate_runs_the_commands_of_the_readme() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(top.join("README.md")).unwrap();
    let gate = fs::read_to_string(top.join(".ci/run")).unwrap();
    let in_code = readme.split("```").skip(1).step_by(2).flat_map(str::lines).collect::<Vec<_>>();
    for command in ["cargo run --release -- build", "cargo test"] {
        assert!(
            in_code.iter().any(|line| line.trim_start_matches("$ ") == command),
            "the README does not show `{command}`"
        );
        assert!(gate.lines().any(|line| line == command), "the gate does not run `{command}`");
    }
}

mod broken_rules {
    use super::*;

    /// What a rule finds in a file.
    fn found(rule: Rule, path: &str, text: &str) -> Vec<String> {
        rule(path, text, &Source::new(path, text))
    }

    #[test]
    fn size_and_introduction() {
        assert_eq!(found(short, "src/a.rs", &"\n".repeat(451)), ["451 lines, more than 450"]);
        assert!(found(short, "src/a.rs", &"\n".repeat(450)).is_empty());
        assert_eq!(found(introduced, "src/a.rs", "use std::fs;\n").len(), 1);
        assert!(found(introduced, "src/a.rs", "//! Does it.\n").is_empty());
    }

    #[test]
    fn names() {
        assert_eq!(found(named, "src/utils.rs", ""), ["utils says nothing"]);
        assert_eq!(found(named, "src/a/common/mod.rs", ""), ["common says nothing"]);
        assert_eq!(found(named, "src/a.rs", "mod helpers { }"), ["helpers says nothing"]);
        assert!(found(named, "src/commonmark.rs", "// mod utils;").is_empty());
    }

    #[test]
    fn writing() {
        for (text, what) in [
            ("fn f() { std::fs::write(a, b); }", "std::fs::write"),
            ("use std::{fs::{self, remove_file as gone}, io};", "std::fs::remove_file"),
            ("fn f() { let x = vec![fs::File::create_new(a)]; }", "fs::File::create_new"),
            ("use std::fs::OpenOptions;", "std::fs::OpenOptions"),
        ] {
            assert_eq!(found(writes, "src/render/page.rs", text), [what], "{text}");
            assert!(found(writes, "src/output/mod.rs", text).is_empty());
            assert!(found(writes, "src/edit.rs", text).is_empty());
        }
        assert!(
            found(writes, "src/sources.rs", "fn f() { fs::read(a); write!(b, \"fs::write\"); } // fs::write")
                .is_empty()
        );
    }

    #[test]
    fn reading() {
        for (text, what) in [
            ("use std::fs;", "std::fs"),
            ("fn f() { fs::read_to_string(a) }", "fs::read_to_string"),
            ("use walkdir::WalkDir;", "walkdir::WalkDir"),
            ("fn f() { path.read_dir() }", "read_dir"),
        ] {
            assert_eq!(found(reads, "src/catalog/mod.rs", text), [what], "{text}");
            assert!(found(reads, "src/sources.rs", text).is_empty());
            assert!(found(reads, "src/catalog/tests.rs", text).is_empty());
            assert!(
                found(reads, "src/catalog/mod.rs", &format!("#[cfg(test)] mod tests {{ {text} }}"))
                    .is_empty()
            );
        }
    }

    #[test]
    fn printing() {
        for (text, what) in [
            ("fn f() { println!(\"a\") }", "println"),
            ("fn f() { if a { std::eprint!(\"a\") } }", "eprint"),
            ("fn f() { io::stdout().lock(); }", "io::stdout"),
        ] {
            assert_eq!(found(prints, "src/report/json.rs", text), [what], "{text}");
            assert_eq!(found(prints, "src/cli/build.rs", text), [what], "{text}");
            assert!(found(prints, "src/cli/terminal.rs", text).is_empty());
        }
        assert!(
            found(prints, "src/history.rs", "fn f() { git.stdout(piped()).output().stdout; a != b; }")
                .is_empty()
        );
    }

    #[test]
    fn network_and_programs() {
        assert_eq!(found(network, "src/catalog/mod.rs", "use std::net::IpAddr;"), ["std::net::IpAddr"]);
        assert_eq!(found(network, "src/checks/a.rs", "fn f() { ureq::get(a) }"), ["ureq::get"]);
        assert!(found(network, "src/serve/http.rs", "use std::net::TcpListener;").is_empty());
        assert_eq!(
            found(programs, "src/sources.rs", "use std::process::{Command, exit};"),
            ["std::process::Command"]
        );
        assert!(found(programs, "src/history.rs", "use std::process::Command;").is_empty());
        assert!(found(programs, "src/cli/mod.rs", "use clap::Command;").is_empty());
    }

    #[test]
    fn order() {
        assert_eq!(
            found(ordered, "src/cli/a.rs", "use std::collections::HashMap;"),
            ["std::collections::HashMap"]
        );
        assert_eq!(found(ordered, "src/a.rs", "struct A { a: HashSet<u8> }"), ["HashSet"]);
        assert_eq!(found(ordered, "src/a.rs", "fn f() { a.iter().par_bridge(); }"), ["par_bridge"]);
        assert_eq!(found(ordered, "src/lib.rs", "fn f() { Instant::now() }"), ["Instant::now"]);
        assert!(found(ordered, "src/cli/build.rs", "fn f() { Instant::now() }").is_empty());
    }

    #[test]
    fn bool_parameters() {
        for text in [
            "pub fn f(a: bool) {}",
            "impl A { pub(crate) async fn f<'a>(&'a self, b: Option<bool>) -> u8 { 1 } }",
            "mod m { pub const fn f((a, b): (u8, bool)) {} }",
        ] {
            assert_eq!(found(bools, "src/a.rs", text).len(), 1, "{text}");
        }
        let fine =
            "pub fn f(a: impl Fn(&str) -> bool) -> bool { fn g(a: bool) {} } pub struct A { pub a: bool }";
        assert!(found(bools, "src/a.rs", fine).is_empty());
    }

    #[test]
    fn modules() {
        let uses = |path: &str, text: &str| found(modules::uses, path, text);
        assert_eq!(uses("src/render/page.rs", "use crate::output::Output;"), ["crate::output::Output"]);
        assert_eq!(
            uses("src/markdown/mod.rs", "use crate::{diagnostic::Span, catalog};"),
            ["crate::catalog"]
        );
        assert_eq!(
            uses("src/checks/links.rs", "fn f(c: &crate::config::Config) {}"),
            ["crate::config::Config"]
        );
        assert_eq!(uses("src/checks/links.rs", "use super::super::sources;"), ["super::super::sources"]);
        assert_eq!(uses("src/front_matter.rs", "use super::sources;"), ["super::sources"]);
        assert_eq!(uses("src/attic.rs", ""), ["attic is not in the table of modules"]);
        for (path, text) in [
            ("src/lib.rs", "use crate::output::Output; mod sources;"),
            ("src/serve/mod.rs", "use crate::render;"),
            (
                "src/checks/links.rs",
                "use crate::catalog::Catalog; use super::Check; use self::a; use crate::checks::b;",
            ),
            ("src/main.rs", "use faqtory::report;"),
            ("src/catalog/mod.rs", "/// See [`crate::config`].\nfn f() { \"crate::config\" }"),
        ] {
            assert!(uses(path, text).is_empty(), "{path}: {text}");
        }
    }

    #[test]
    fn machines() {
        let bad = ["/work", "/farm", "/root"].map(|name| format!("see {name}/main"));
        for line in bad
            .into_iter()
            .chain([["https://registry", ".npmjs.org"].concat(), ["/tmp/bash", "_jobs"].concat()])
        {
            assert_eq!(places(&format!("fine\n{line}\nfine")), [line]);
        }
        assert!(places("content/work/index.md ../root/x https://crates.example").is_empty());
    }

    #[test]
    fn checks() {
        let module = "mod links;\nmod titles;\nmod lost;\npub const CHECKS: &[Check] = &[\n links::CHECK,\n titles::FLAW,\n];\nlost";
        let files = ["links", "titles", "lost", "undeclared"].map(str::to_owned);
        assert_eq!(unlisted(module, &files), ["lost", "undeclared"]);
    }
}
