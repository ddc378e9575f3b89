//! What contributors write and the site makes names and addresses of: none of it stops a build, leaves the output folder or
//! takes the place of another page.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    no_name_is_too_long_or_too_short_for_a_page,
    a_long_title_in_a_mixed_folder_has_a_page,
    old_paths_lead_on_from_the_root_and_from_locales,
    an_output_folder_with_too_long_a_name_is_the_machines_problem,
    what_titles_hold_is_text_to_every_machine,
    a_table_of_contents_keeps_what_is_sound,
    utf16_is_read_reported_and_never_written,
];

fn old_paths_lead_on_from_the_root_and_from_locales() {
    let dir = site::project(&[
        (
            "content/en/a.md",
            "---\ntitle: A\nredirect_from: [/old/, below, /fr/ancien, /faq.html, ../x, 'javascript:alert(1)']\n---\nText\n",
        ),
        ("content/fr/a.md", "---\ntitle: A\n---\nTexte\n"),
        ("content/en/guide/b.md", "---\ntitle: B\n---\nText\n"),
        ("faqtory.toml", "[site]\nsource_locale = \"en\"\nunprefixed = \"redirect\"\n"),
    ]);
    let dir = dir.path();
    let out = dir.join("site");
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    let built = command.arg("build").arg(dir).arg("--out").arg(&out).arg("--verify").output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
    let leads = |from: &str, to: &str| {
        let page = fs::read_to_string(out.join(from).join("index.html")).unwrap();
        assert!(page.contains(&format!("url={to}")), "{from}: {page}");
    };
    leads("old", "../en/a/");
    leads("faq.html", "../en/a/");
    leads("a", "../en/a/");
    leads("guide", "../en/guide/");
    leads("en/old", "../a/");
    leads("en/below", "../a/");
    leads("fr/ancien", "../a/");
    assert!(!out.join("below").exists() && !out.join("en/fr").exists() && !out.join("en/x").exists());
    let found = checked(dir).into_iter().filter(|found| found.ends_with("invalid-metadata-value"));
    assert_eq!(found.collect::<Vec<_>>(), ["content/en/a.md invalid-metadata-value"; 2]);
}

/// `path code`, of what `check` finds.
fn checked(dir: &Path) -> Vec<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    let output = command.arg("check").arg(dir).args(["--format", "json"]).output().unwrap();
    let printed: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = printed["diagnostics"].as_array().unwrap();
    let line = |found: &serde_json::Value| {
        format!("{} {}", found["path"].as_str().unwrap(), found["code"].as_str().unwrap())
    };
    found.iter().map(line).collect()
}

/// Articles with a `slug` each: name and slug.
fn slugs() -> Vec<(&'static str, String)> {
    let short = [
        ("dot", "."),
        ("dots", ".."),
        ("slash", "/"),
        ("nul", "\\0"),
        ("mark", "..\\u200f"),
        ("spaces", "   "),
        ("up", "../../../../x"),
        ("odd", "100% sure? #1 & <b> 'q' \\\" ;"),
        ("indexed", "index.html"),
        ("all", "all"),
        ("device", "CON"),
        ("trailing", "x..."),
    ];
    let long = [
        ("long", "a".repeat(256)),
        ("one", format!("{}b", "c".repeat(300))),
        ("other", format!("{}d", "c".repeat(300))),
        ("deep", "a/".repeat(2030)),
        ("wide", format!("{}/x", "w".repeat(3000))),
    ];
    short.map(|(name, slug)| (name, slug.to_owned())).into_iter().chain(long).collect()
}

/// Other files with names and claims of all kinds, nine of them articles of en-US.
fn claims() -> Vec<(String, String)> {
    let (long, deep) = ("a".repeat(256), "a/".repeat(2030));
    let plain = |path: &str, text: &str| (format!("content/{path}"), text.to_owned());
    let toc = (0..30).fold(String::new(), |toc, depth| {
        let (indent, name) = ("  ".repeat(depth), "שלום עולם ".repeat(20));
        format!("{toc}{indent}- name: {depth} {name}\n{indent}  items:\n")
    });
    vec![
        plain("en-US/index.md", "# Welcome\n"),
        plain("de-DE/index.md", "# Willkommen\n"),
        plain("en-US/id.md", &format!("---\ntitle: I\narticle_id: {long}\n---\n# I\n")),
        plain("en-US/id2.md", "---\ntitle: I2\narticle_id: ..\n---\n# I2\n"),
        plain("en-US/from.md", &format!("---\nredirect_from: [{long}, {deep}, ..]\n---\n# From\n")),
        plain(&format!("en-US/{}.md", "İ".repeat(120)), "# Dotted\n"),
        plain(&format!("en-US/{}/x.md", "f".repeat(250)), "# In a folder\n"),
        plain("en-US/\u{200f}.md", "# Invisible\n"),
        plain("en-US/aux.md", &format!("# Device\n\n[f]({}.txt)\n", "t".repeat(250))),
        plain(&format!("en-US/{}.txt", "t".repeat(250)), "text"),
        plain("en-US/tag.md", &format!("---\nlocale: en-x-{}\n---\n# Tag\n", "aaaaaaaa-".repeat(900))),
        plain("en-US/toc.yml", &toc),
    ]
}

fn no_name_is_too_long_or_too_short_for_a_page() {
    let slugs = slugs();
    let article = |(name, slug): &(&str, String)| {
        let text = format!("---\ntitle: T\nslug: \"{slug}\"\n---\n# T\n\n[home](index.md) [d](dots.md)\n");
        (format!("content/en-US/{name}.md"), text)
    };
    let files: Vec<(String, String)> = slugs.iter().map(article).chain(claims()).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    let folder = site::project(&files);
    let around = site::files(folder.path());
    let built = site::build(folder.path(), &["--verify"]);
    assert_eq!(site::files(folder.path()), around);
    assert_eq!(site::findings(&built.dir(), None), [] as [&str; 0]);
    let summary = &built.summary["locales"]["en-US"];
    assert_eq!(summary["articles"].as_u64().unwrap(), slugs.len() as u64 + 9, "{summary}");
    assert!(fs::read_to_string(built.dir().join("en-us/index.html")).unwrap().contains("<h1>Welcome"));
    for page in ["dot", "dots", "slash", "nul", "mark", "spaces", "article", "con", "aux", "x..."] {
        assert!(built.dir().join("en-us").join(page).join("index.html").is_file(), "{page}");
    }
    let found = checked(folder.path());
    // A slash asks for the home, which is the index's.
    assert!(found.contains(&"content/en-US/slash.md publish-url-conflict".to_owned()), "{found:#?}");
    for name in ["long", "one", "other", "deep", "wide", "dot", "dots", "nul", "mark", "up", "id", "id2"] {
        let printed = format!("content/en-US/{name}.md invalid-url-path");
        assert!(found.contains(&printed), "{name}: {found:#?}");
    }
    for name in ["odd", "device", "trailing", "spaces", "from"] {
        let printed = format!("content/en-US/{name}.md invalid-url-path");
        assert!(!found.contains(&printed), "{name}");
    }
}

fn a_long_title_in_a_mixed_folder_has_a_page() {
    let title = "איך מחדשים את המנוי ".repeat(8);
    let file = format!("---\ntitle: {title}\nlocale: he-IL\n---\nטקסט\n");
    let folder = site::project(&[
        ("content/1.md", &file),
        ("content/2.md", "---\ntitle: B\nlocale: en-US\n---\nText\n"),
    ]);
    let built = site::build(folder.path(), &["--verify"]);
    assert_eq!(site::findings(&built.dir(), None), [] as [&str; 0]);
    assert!(checked(folder.path()).contains(&"content/1.md invalid-url-path".to_owned()));
}

fn an_output_folder_with_too_long_a_name_is_the_machines_problem() {
    let folder = site::project(&[("content/en-US/a.md", "# A\n")]);
    let out = folder.path().join("o".repeat(300));
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    let output = command.arg("build").arg(folder.path()).arg("--out").arg(out).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write to the output folder"));
}

fn what_titles_hold_is_text_to_every_machine() {
    let titles = [
        "a](b",
        "a [x](https://e.example/y) b",
        "\\\\[x\\\\](https://e.example/y)",
        "</script><script>alert(1)</script> <!-- ",
        "]]> & <x> \\u0001\\ufffe \\u2028 # -",
        "# - > 1. 'q' \\\" \\\\",
    ];
    let files: Vec<(String, String)> = titles
        .iter()
        .enumerate()
        .map(|(at, title)| {
            let head = format!(
                "title: \"{title}\"\ndescription: \"{title}\"\ncustom_ids: [\"{at}\"]\ndate: 2024-01-02"
            );
            let old = format!("redirect_from: [\"old {at} $& *{title}\"]");
            (
                format!("content/en-US/a{at} (x)[y].md"),
                format!("---\n{head}\n{old}\n---\n\n# {title}\n\ntext\n"),
            )
        })
        .collect();
    let mut files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    let base = "https://help.example.com/faq";
    let config = format!("[site]\nbase_url = \"{base}\"\n[api]\narticles = true\n");
    files.push(("faqtory.toml", &config));
    let index = "---\ntitle: Home\ndescription: \"- [x](https://e.example/y)\"\n---\n# Home\n";
    files.push(("content/en-US/index.md", index));
    let folder = site::project(&files);
    let built = site::build(folder.path(), &[]);
    assert_eq!(site::findings(&built.dir(), Some(base)), [] as [&str; 0]);
    let llms = fs::read_to_string(built.dir().join("en-us/llms.txt")).unwrap();
    assert!(!llms.contains("](https://e.example"), "{llms}");
    assert!(llms.contains("\n> \\- "), "{llms}");
}

fn a_table_of_contents_keeps_what_is_sound() {
    let toc = "- name: One\n  href: a.md\n- 5\n- name: Two\n  items:\n  - href: b.md\n    name: [x]\n- [\n";
    let folder = site::project(&[
        ("content/en-US/a.md", "# A\n"),
        ("content/en-US/b.md", "# B\n"),
        ("content/en-US/toc.yml", toc),
    ]);
    let built = site::build(folder.path(), &["--verify"]);
    assert!(built.dir().join("en-us/two/index.html").is_file());
    let found = checked(folder.path());
    let found: Vec<&str> =
        found.iter().filter_map(|found| found.strip_prefix("content/en-US/toc.yml ")).collect();
    assert_eq!(found, ["invalid-toc-entry", "invalid-toc-entry", "unreadable-file"]);
}

fn utf16_is_read_reported_and_never_written() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let folder = site::project(&[("content/en-US/a.md", "# A\n"), ("content/de-DE/a.md", "# A\n")]);
    let article =
        utf16("\u{feff}---\ntitle: Größe\nms,.custom: 1\n---\n# Größe\n\n[x](A.md) [y](nope.md) ** z**\n");
    let path = folder.path().join("content/de-DE/b.md");
    fs::write(&path, &article).unwrap();
    fs::create_dir_all(folder.path().join("locales/de-DE")).unwrap();
    fs::write(folder.path().join("locales/de-DE/m.ftl"), utf16("home = Heim\n")).unwrap();
    let built = site::build(folder.path(), &["--verify"]);
    let page = fs::read_to_string(built.dir().join("de-de/b/index.html")).unwrap();
    assert!(page.contains("Größe</h1>") && page.contains("Heim"), "{page}");
    let found = checked(folder.path());
    let of = |path: &str| found.iter().filter(|found| found.starts_with(path)).cloned().collect::<Vec<_>>();
    assert_eq!(of("content/de-DE/b.md"), ["content/de-DE/b.md invalid-encoding"]);
    let mut of_messages = of("locales/");
    // German may lack a message that is new.
    of_messages.retain(|found| !found.ends_with(" message-missing"));
    assert_eq!(of_messages, ["locales/de-DE/m.ftl message-syntax-error"]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    command.arg("check").arg(folder.path()).args(["--fix", "--unsafe-fixes"]).output().unwrap();
    assert_eq!(fs::read(&path).unwrap(), article);

    fs::write(folder.path().join("faqtory.toml"), utf16("[site]\n")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    let output = command.arg("check").arg(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let printed = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(printed.contains("faqtory.toml is not valid UTF-8\nhelp: save it as UTF-8"), "{printed}");
}
