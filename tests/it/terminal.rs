//! Every command over names and text that try to be obeyed: by a terminal, by a CI system that reads the log, by a spreadsheet.
#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Command, Output};

use crate::harness::{Test, tests};
use tempfile::TempDir;

pub(crate) const TESTS: &[Test] = tests![
    no_command_prints_what_is_obeyed,
    odd_configurations_are_shown,
    a_folder_and_a_theme_may_have_any_name,
    reports_name_the_odd_file_all_the_same,
];

/// Escape, bell, an 8-bit CSI, an override of direction, line ends of every kind, and commands of CI systems.
const ODD: &str =
    "\u{1b}]0;PWN\u{7}\u{9b}31m\u{202e}\u{7f}\u{85}\u{2028}\n::error::pwn\r##vso[task.complete]";

/// As much of it as a line of Markdown may hold.
const IN_LINE: &str = "\u{1b}]0;PWN\u{7}\u{9b}31m\u{202e}\u{7f}\u{85}\u{2028}##vso[task.complete]";

fn put(dir: &Path, path: impl AsRef<OsStr>, text: &str) {
    let file = dir.join(Path::new(path.as_ref()));
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// A project with what is odd in names, links, titles, front matter, messages and the table of contents.
fn hostile() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    let flaws = format!(
        "---\ntitle: \"=a\\e]0;PWN\\a\\u009b31m\\u202e\\n::error::pwn\"\nms.date: \"\\e[2J\"\nms.contentlocale: \"x\\e\"\n\
         ms.custom: \"\\e[2J\"\nredirect_from: [b, \"\\e\\n::error::x\"]\n---\n# T {IN_LINE}\n\n[x](<a{IN_LINE}.md>) \
         ![y](<b{IN_LINE}.png>) [!VIDEO https://e{IN_LINE}.example/x]\n\n[!INCLUDE [x](c{IN_LINE}.md)]\n\n[a](b.md#x{IN_LINE})\n\n\
         ::error::pwn\n\n<a id=\"q{IN_LINE}\"></a><a id=\"q{IN_LINE}\"></a>\n\n> [!OOPS{IN_LINE}]\n> x\n\n\
         :::odd{IN_LINE}\nx\n:::\n\n<b onclick=\"{IN_LINE}\" {IN_LINE}>x</b>\n\n[x](javascript:{IN_LINE}) [b](B.md)\n\n\
         ::notice::x\n[text](  b.md\n"
    );
    put(root, "faqtory.toml", "[site]\nsource_locale = \"en-US\"\nbase_url = \"https://help.example.com\"\n");
    for locale in ["en-US", "de-DE"] {
        put(root, format!("content/{locale}/b.md"), "---\ntitle: B\n---\n# B\n\nText.\n");
        put(root, format!("content/{locale}/{}.md", ODD.replace('/', "")), &flaws);
        put(root, format!("content/{locale}/n\n::error::pwn.md"), &flaws);
        put(root, format!("content/{locale}/f\n::error::x/g.md"), "[x](gone.md)\n");
    }
    put(root, "content/en-US/only\n::error::pwn.md", &flaws);
    put(root, "content/en-US/flaws.md", &flaws);
    put(root, "content/en-US/front.md", &format!("---\ntitle: T{IN_LINE}\nodd{IN_LINE}: 1\n---\n# T\n"));
    let name = [b"content/en-US/n\xff\n::error::\x1b.md".as_slice()].concat();
    put(root, OsStr::from_bytes(&name), "[x](gone.md)\n");
    put(
        root,
        "content/en-US/toc.yml",
        "- name: \"\\e]0;x\\a\\n::error::x\"\n  href: \"gone\\e\\n::error::x.md\"\n",
    );
    put(
        root,
        "locales/de-DE/m.ftl",
        &format!("odd{IN_LINE} = x\nhome = {{ $odd }} {IN_LINE}\nno-such = x\n"),
    );
    dir
}

fn faqtory(dir: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    command.env_remove("GITHUB_WORKSPACE").env_remove("NO_COLOR");
    command.current_dir(dir).args(arguments).output().unwrap()
}

/// What is wrong with a text that a terminal or a log shows.
fn wrong(text: &str) -> Option<String> {
    let is_bad = |c: &char| {
        c.is_control() && !"\n\t".contains(*c)
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2068}')
    };
    if let Some(bad) = text.chars().find(is_bad) {
        return Some(format!("{bad:?}"));
    }
    let mut lines = text.lines();
    let is_command = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("::")
            && !line.starts_with("::error file=")
            && !line.starts_with("::warning file=")
            && !line.starts_with("::notice file=")
            || line.contains("##vso[")
    };
    lines.find(is_command).map(str::to_owned)
}

fn assert_safe(dir: &Path, arguments: &[&str]) {
    let output = faqtory(dir, arguments);
    for stream in [output.stdout, output.stderr] {
        let text = String::from_utf8(stream).unwrap().replace("\r\n", "\n");
        assert_eq!(wrong(&text), None, "{arguments:?}\n{text}");
        assert!(!text.contains("panicked"), "{arguments:?}\n{text}");
    }
}

fn no_command_prints_what_is_obeyed() {
    let dir = hostile();
    for command in
        [&["check"][..], &["check", "--statistics"], &["build"], &["status"], &["status", "--todo", "de-DE"]]
    {
        for format in formats(command[0]) {
            assert_safe(dir.path(), &[command, &["--format", &format]].concat());
        }
    }
    let (odd_option, no_folder) = (format!("--{ODD}"), format!("none{ODD}"));
    let commands: &[&[&str]] = &[
        &["check"],
        &["check", "--statistics"],
        &["check", "--diff"],
        &["check", "--diff", "--unsafe-fixes"],
        &["check", "--locale", ODD],
        &["check", "--since", ODD],
        &["check", ODD],
        &["build"],
        &["build", "--verify"],
        &["build", "--verify", "--format", "json"],
        &["build", "--out", ODD],
        &["status"],
        &["status", "--todo", "de-DE"],
        &["status", "--todo", ODD],
        &["status", "--diff", "b", "de-DE"],
        &["status", "--diff", ODD, ODD],
        &["stamp", "--article", ODD],
        &["stamp", "--article", "n\n::error::pwn"],
        &["stamp"],
        &["explain", ODD],
        &["serve", &no_folder],
        &["init", "--theme", ODD],
        &["init", ODD],
        &["build", &odd_option],
        &["build", "--jobs", ODD],
        &["check", "--format", ODD],
        &[ODD],
        &["check", "--write-baseline"],
        &["check", "--fix"],
        &["check", "--fix", "--unsafe-fixes"],
    ];
    for arguments in commands {
        assert_safe(dir.path(), arguments);
    }
}

/// Every format of a command.
fn formats(command: &str) -> Vec<String> {
    let output = faqtory(Path::new("."), &[command, "--format", "no-such"]);
    let error = String::from_utf8(output.stderr).unwrap();
    let (_, names) = error.split_once("[possible values: ").unwrap();
    names.split_once(']').unwrap().0.split(", ").map(str::to_owned).collect()
}

fn odd_configurations_are_shown() {
    for text in [
        "[site]\n\"tit\\u001b\\n::error::x\" = 1\n",
        "[site]\nsource_locale = \"\\u001b[2J\\n::error::x\"\n",
        "[site]\nbase_url = \"\\u001b[2J\\n::error::x\"\n",
        "[site]\ntheme = \"\\u001b[2J\\n::error::x\"\n",
        "[checks.levels]\n\"\\u001b[2J\\n::error::x\" = \"off\"\n",
        "[locales.\"\\u001b[2J\\n::error::x\"]\n",
        "[locales.de-DE]\npath = \"\\u001b[2J\\n::error::x\"\n",
        "[search]\nexclude = [\"[\\u001b\\n::error::x\"]\n",
        "[theme]\nlogo = \"\\u001b[2J\\n::error::x\"\n",
        "[content]\ndir = \"\\u001b[2J\\n::error::x\"\n",
        "[checks]\nbaseline = \"\\u001b[2J\\n::error::x\"\n",
        "\u{9b}2J\u{202e} = = 1\n\u{1b}",
    ] {
        let dir = tempfile::tempdir().unwrap();
        put(dir.path(), "faqtory.toml", text);
        put(dir.path(), "content/en-US/a.md", "# A\n");
        for arguments in [["check"].as_slice(), &["build"], &["check", "--write-baseline"], &["init"]] {
            assert_safe(dir.path(), arguments);
        }
    }
}

fn a_folder_and_a_theme_may_have_any_name() {
    let dir = tempfile::tempdir().unwrap();
    let project = dir.path().join(ODD);
    put(&project, "faqtory.toml", "[site]\ntheme = \"x\"\n");
    put(&project, "content/en-US/a.md", "[x](gone.md)\n");
    put(&project, format!("themes/x/templates/article.html{ODD}"), "{% bad");
    put(&project, "themes/x/templates/article.html", &format!("{{% bad{IN_LINE} %}}"));
    for arguments in [["check"].as_slice(), &["build"], &["stamp"], &["status"], &["init"]] {
        assert_safe(&project, arguments);
        let arguments: Vec<&str> = arguments.iter().copied().chain([ODD]).collect();
        assert_safe(dir.path(), &arguments);
    }
}

fn reports_name_the_odd_file_all_the_same() {
    let dir = hostile();
    let output = faqtory(dir.path(), &["check"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("\ncontent/en-US/n␊::error::pwn.md:"), "{text}");
    assert!(text.contains("a␛]0;PWN␇<U+009B>31m<U+202E>␡<U+0085><U+2028># #vso[task.complete].md"), "{text}");
    let output = faqtory(dir.path(), &["status", "--todo", "de-DE", "--format", "csv"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains(",'=a␛]0;PWN␇"), "{text}");
}
