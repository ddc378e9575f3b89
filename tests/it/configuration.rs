//! Values of `faqtory.toml` that are odd: each is refused at its place, or makes a site that verifies.

use crate::harness::{Test, tests};
use std::fs;
use std::process::{Command, Output};

pub(crate) const TESTS: &[Test] =
    tests![an_odd_value_is_refused_or_makes_a_sound_site, an_odd_look_is_refused_or_makes_a_sound_site,];

const ARTICLES: &[(&str, &str)] = &[
    (
        "content/en-US/a.md",
        "---\ntitle: How do I pay?\n---\n# How do I pay?\n\n[With money](b/c.md), [or not](/z).\n",
    ),
    (
        "content/en-US/b/c.md",
        "# Money\n\n![x](https://example.com/x.png)\n\n## Why?\n\nSo.\n\n## Who?\n\nYou.\n",
    ),
    (
        "content/de-DE/a.md",
        "---\nms.openlocfilehash: 0000000000000000000000000000000000000000\n---\n# Wie?\n\n[Geld](b/c.md)\n",
    ),
];

fn build(configuration: &str) -> Output {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in ARTICLES.iter().copied().chain([("faqtory.toml", configuration)]) {
        let file = dir.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    command.current_dir(dir.path()).args(["build", "--verify"]).output().unwrap()
}

/// Whether the value is taken.
fn is_taken(section: &str, key: &str, value: &str) -> bool {
    let configuration = format!("[{section}]\n{key} = {value}\n");
    let output = build(&configuration);
    let errors = String::from_utf8(output.stderr).unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    match output.status.code() {
        Some(2) => {
            assert!(
                errors.contains("faqtory.toml") && errors.contains("line 2, column "),
                "{configuration}{errors}"
            );
            false
        }
        _ => {
            assert!(printed.contains("no problems"), "{configuration}{errors}{printed}");
            true
        }
    }
}

fn an_odd_value_is_refused_or_makes_a_sound_site() {
    const ADDRESSES: &[&str] = &[
        "javascript:alert(1)//{path}",
        "data:text/html,x",
        "//h.example/{path}",
        "/edit/{path}",
        "https://u:p@h.example/{path}",
        "https://h.example/x?y={path}#z",
        "https://h.example/a b/{path}",
        "https://h.example/\\\"><script>x</script>{path}",
        "https://h.example/{locale}/{path}",
        "https://h.example/{path}/{path}",
        "https://h.example/{nope}",
        "https://h.example/\\u0000",
        "https://h.example/%zz",
        "https://h.example/é/",
        "https://h.example/a'b&c/",
        "https://h.example//",
        "https://h.example/a/../b",
        "https://h.example/docs/",
        "https://h.example:8080",
        "https://H.Example/Docs",
        "https://h.example:x/",
        "https://пример.рф/",
        "https:///x",
        "HTTPS://h.example/",
        "http://h.example/",
        "",
    ];
    let mut taken = Vec::new();
    for (section, key) in [
        ("site", "base_url"),
        ("site", "edit"),
        ("site", "contact"),
        ("links", "original"),
        ("links", "external_root"),
    ] {
        for address in ADDRESSES {
            if is_taken(section, key, &format!("\"{address}\"")) {
                taken.push(format!("{key} {address}"));
            }
        }
    }
    for good in [
        "base_url https://h.example/docs/",
        "edit https://h.example/x?y={path}#z",
        "original https://h.example/{locale}/{path}",
    ] {
        assert!(taken.iter().any(|it| it == good), "{good}: {taken:#?}");
    }
}

fn an_odd_look_is_refused_or_makes_a_sound_site() {
    for (section, key, values) in [
        (
            "site",
            "title",
            [" ", "a\\u0000", "<b>&\\\"", "a\\u202eb", "\\u001b[2J", "a](b", "{{ x }}", "\\uFFFD"].as_slice(),
        ),
        ("site", "source_locale", &["", "x", "fr-FR", "en-us", "en-US-u-ca-persian", "\\u0000"]),
        ("site", "theme", &["", "..", "../x", "/etc", "a/b", "\\u0000"]),
        (
            "theme",
            "accent",
            &["#0a7d4f", "#zzz", "red}", "url(//h)", "rgb(0 0 0)", "nope", "red;}*{", "/*", "expression(1)"],
        ),
        ("theme", "font", &["Georgia", "a}", "\\\"a", "'a;b'", "</style>", "a\\\\", "@import", "url(x)"]),
        ("theme", "head", &["<meta name='x' content='y'>", "\\u0000", "<!-- x -->"]),
        ("theme", "footer", &["<p>{locale}</p>", "\\u001b", "x"]),
        ("content", "base_path", &["/docs", "https://h/x", "?", "\\u0000", "//"]),
        ("content", "exclude", &["["]),
        ("content", "static", &["content/en-US/b", "..", "/", "/etc", ".", "a\\u0000", "c:/x"]),
        ("site", "unprefixed", &["redirect", "none", "yes", ""]),
        ("locales", "pattern", &["content/{locale}", "{locale", "x", "{locale}/{locale}", "../{locale}", ""]),
        ("locales.de-DE", "path", &["de-DE", "./de-DE/"]),
        ("links", "schemes", &["steam", "javascript", "DATA:", "x", "a b", "\\u0000", "vbscript"]),
        ("search", "exclude", &["["]),
        ("locales.de-DE", "fallback", &["x!"]),
    ] {
        for value in values {
            let is_list = matches!(key, "exclude" | "fallback" | "static" | "schemes");
            is_taken(section, key, &if is_list { format!("[\"{value}\"]") } else { format!("\"{value}\"") });
        }
    }
}
