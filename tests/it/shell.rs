//! What other programs read of the program: the manual pages, and the scripts that complete its commands.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::harness::{Need, Test, need, tests};

pub(crate) const TESTS: &[Test] = tests![
    groff_has_nothing_to_say,
    bash_can_read_its_script,
    zsh_can_read_its_script,
    fish_can_read_its_script
];

/// What the program prints.
fn printed(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_faqtory")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn groff_has_nothing_to_say() {
    need(Need::Program("groff"));
    let main = printed(&["man"]);
    let commands: Vec<&str> = main.match_indices("faqtory\\-").map(|(at, _)| &main[at + 9..]).collect();
    let is_name = |name: &&str| name.chars().all(|c| c.is_ascii_lowercase() || c == '\\' || c == '-');
    let commands = commands.iter().filter_map(|rest| rest.split_once("(1)")).map(|(name, _)| name);
    let commands = commands.filter(is_name);
    let pages: Vec<String> = commands.map(|name| printed(&["man", &name.replace("\\-", "-")])).collect();
    assert!(pages.len() > 5, "{main}");
    for page in pages.iter().chain([&main]) {
        let mut groff = Command::new("groff");
        groff.args(["-man", "-Tutf8", "-ww", "-z"]).stdin(Stdio::piped()).stderr(Stdio::piped());
        let mut groff = groff.spawn().unwrap();
        groff.stdin.take().unwrap().write_all(page.as_bytes()).unwrap();
        let output = groff.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{said}\n{page}");
    }
}

/// The shell reads its script without running it, and finds nothing wrong.
fn reads(shell: &'static str) {
    need(Need::Program(shell));
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), printed(&["completions", shell])).unwrap();
    let output = Command::new(shell).arg("-n").arg(file.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{said}");
}

fn bash_can_read_its_script() {
    reads("bash");
}

fn zsh_can_read_its_script() {
    reads("zsh");
}

fn fish_can_read_its_script() {
    reads("fish");
}
