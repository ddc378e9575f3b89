//! Files that contributors put beside articles: what the site serves of them, what it says of the others, and that nothing in what
//! it serves runs.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::harness::{Need, Test, browser_folder, need, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    no_file_that_runs_is_published_whatever_leads_to_it,
    a_redirect_to_a_file_that_runs_leads_nowhere,
    a_project_adds_types_that_run_nowhere,
    pages_show_what_their_policy_lets_through,
    no_svg_that_is_published_runs_or_loads_anything,
];

/// Types of files that could run, and some that nobody has asked for.
const HOSTILE: [&str; 40] = [
    "html", "htm", "HTML", "xhtml", "xht", "shtml", "stm", "svgz", "xml", "xsl", "xslt", "js", "mjs", "php",
    "php5", "phtml", "phar", "cgi", "pl", "asp", "aspx", "jsp", "hta", "htc", "exe", "dll", "msi", "bat",
    "swf", "wasm", "mht", "mhtml", "jar", "vbs", "lnk", "url", "xul", "json", "css", "html.",
];

const PAGE: &str = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></html>";

fn project(configuration: &str, files: &[(&str, &str)]) -> TempDir {
    site::project(&[files, &[("faqtory.toml", configuration)]].concat())
}

fn faqtory(dir: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_faqtory")).current_dir(dir).args(arguments).output().unwrap()
}

/// `path code: message` of every finding.
fn found(dir: &Path) -> Vec<String> {
    let output = faqtory(dir, &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |found: &serde_json::Value, key: &str| found[key].as_str().unwrap().to_owned();
    let line = |found| format!("{} {}: {}", text(found, "path"), text(found, "code"), text(found, "message"));
    report["diagnostics"].as_array().unwrap().iter().map(line).collect()
}

/// The extensions of all files below `assets/` but those of the theme.
fn published(dir: &Path) -> BTreeSet<String> {
    let theme: BTreeSet<String> = {
        let bare = project("", &[("content/en-US/a.md", "# A\n")]);
        site::files(&site::build(bare.path(), &[]).dir()).into_iter().collect()
    };
    let files =
        site::files(dir).into_iter().filter(|name| name.starts_with("assets/") && !theme.contains(name));
    files.map(|name| name.rsplit_once('.').unwrap().1.to_owned()).collect()
}

fn no_file_that_runs_is_published_whatever_leads_to_it() {
    let mut article =
        String::from("---\ntitle: A\nfeatured: m/front.html\nimage: m/front.html\n---\n# A\n\n");
    let mut files: Vec<(String, String)> = Vec::new();
    for (number, extension) in HOSTILE.iter().enumerate() {
        let name = |kind: &str| format!("m/{kind}{number}.{extension}");
        article.push_str(&format!(
            "[l]({}) ![i]({}) <a href=\"{}\">h</a> <img src=\"{}\" alt=\"x\"> [r][r{number}]\n\n[r{number}]: {}\n\n\
             :::image source=\"{}\" alt-text=\"x\" lightbox=\"{}\":::\n\n[!INCLUDE [x]({})]\n\n",
            name("link"),
            name("image"),
            name("anchor"),
            name("img"),
            name("reference"),
            name("directive"),
            name("lightbox"),
            name("include"),
        ));
        for kind in
            ["link", "image", "anchor", "img", "reference", "directive", "lightbox", "include", "toc", "old"]
        {
            files.push((format!("content/en-US/{}", name(kind)), PAGE.to_owned()));
        }
    }
    article.push_str("[all](m/) [pdf](m/a.pdf) [double](m/a.php.pdf) [upper](m/A.TXT)\n");
    let tocs =
        (0..HOSTILE.len()).map(|at| format!("- name: T\n  href: m/toc{at}.{}\n", HOSTILE[at])).collect();
    files.push(("content/en-US/toc.yml".to_owned(), tocs));
    files.push(("content/en-US/a.md".to_owned(), article));
    for sound in ["m/a.pdf", "m/a.php.pdf", "m/A.TXT"] {
        files.push((format!("content/en-US/{sound}"), "x".to_owned()));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let dir = project("", &files);
    let built = site::build(dir.path(), &[]);
    assert_eq!(published(&built.dir()), ["pdf", "txt"].map(str::to_owned).into());
    assert!(site::files(&built.dir()).iter().any(|name| name.starts_with("assets/a-php.")));
    assert_eq!(site::findings(&built.dir(), None), [""; 0]);
    let found = found(dir.path());
    for (number, extension) in HOSTILE.iter().enumerate() {
        for kind in ["link", "image", "anchor", "img", "reference", "directive", "lightbox", "toc"] {
            let message =
                format!("asset-not-served: the file at `m/{kind}{number}.{extension}` is not served: ");
            assert!(found.iter().any(|line| line.contains(&message)), "{message}\n{}", found.join("\n"));
        }
    }
}

fn a_redirect_to_a_file_that_runs_leads_nowhere() {
    let config = "{\"docsets_to_publish\":[{\"build_source_folder\":\"Help\",\"locale\":\"en-us\"}]}";
    let redirects = "{\"redirections\":[{\"source_path\":\"Help/old.md\",\"redirect_url\":\"m/a.html\"}]}";
    let dir = project(
        "",
        &[
            ("content/.openpublishing.publish.config.json", config),
            ("content/.openpublishing.redirection.json", redirects),
            ("content/Help/a.md", "# A\n\n[old](old.md)\n"),
            ("content/Help/m/a.html", PAGE),
        ],
    );
    let built = site::build(dir.path(), &[]);
    assert!(published(&built.dir()).is_empty());
    let found = found(dir.path()).join("\n");
    assert!(
        found.contains("redirect-target-missing") && found.contains("a file that is not served"),
        "{found}"
    );
    assert!(found.contains("Help/a.md asset-not-served"), "{found}");
}

fn a_project_adds_types_that_run_nowhere() {
    let files = [
        ("content/en-US/a.md", "# A\n\n[1](a.ps1) [2](a.xml) [3](b.xml) [4](a.png) [5](c.ps1)\n"),
        ("content/en-US/a.ps1", "<# .SYNOPSIS #>\nGet-Item x\n"),
        ("content/en-US/a.xml", "<?xml version=\"1.0\"?>\n<settings><a b=\"c\"/></settings>\n"),
        ("content/en-US/b.xml", PAGE),
        ("content/en-US/a.png", PAGE),
        ("content/en-US/c.ps1", "<script>alert(1)</script>"),
    ];
    let dir = project("[content]\nassets = [\"ps1\", \"xml\"]\n", &files);
    let built = site::build(dir.path(), &[]);
    assert_eq!(published(&built.dir()), ["ps1", "xml"].map(str::to_owned).into());
    let assets = site::files(&built.dir());
    assert!(!assets.iter().any(|name| name.starts_with("assets/b.") || name.starts_with("assets/c.")));
    let found = found(dir.path()).join("\n");
    for (path, why) in [
        ("b.xml", "it is XML that browsers show as a page"),
        ("a.png", "it contains HTML or XML"),
        ("c.ps1", "it contains HTML"),
    ] {
        assert!(found.contains(&format!("the file at `{path}` is not served: {why}")), "{found}");
    }
    for (refused, printed) in
        [("html", "scripts"), ("php", "can run"), ("md", "not copied"), (".ps1", "did you mean `ps1`?")]
    {
        let dir = project(&format!("[content]\nassets = [\"ps1\", \"{refused}\"]\n"), &files);
        let output = faqtory(dir.path(), &["build"]);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{error}");
        assert!(error.contains("line 2, column") && error.contains(printed), "{error}");
    }
}

fn pages_show_what_their_policy_lets_through() {
    let text = "# A\n\n![1](http://e.example/x.png) ![2](https://e.example/x.png) ![3](//i.example/x.png) ![4](mailto:a@e.example) \
                ![5](ftp://e.example/x) <img src=\"http://e.example/y.png\" alt=\"6\"> ![7](data:image/png;base64,AA==) \
                <video src=\"http://e.example/v\"></video> <img srcset=\"http://e.example/z.png\" src=\"\" alt=\"8\">\n\n\
                :::image source=\"http://e.example/w.png\" alt-text=\"9\":::\n";
    for (configuration, shown, policy) in [
        ("", vec!["https://e.example/x.png", "https://i.example/x.png"], "img-src 'self' https: data:"),
        (
            "[site]\nallow = [\"i.example\"]\n",
            vec!["https://i.example/x.png"],
            "img-src 'self' https://i.example data:",
        ),
        ("[site]\nallow = []\n", vec![], "img-src 'self'  data:"),
    ] {
        let dir = project(configuration, &[("content/en-US/a.md", text)]);
        let built = site::build(dir.path(), &[]);
        let page = fs::read_to_string(built.dir().join("en-us/a/index.html")).unwrap();
        let html = scraper::Html::parse_document(&page);
        let select = |selector| html.select(&scraper::Selector::parse(selector).unwrap()).collect::<Vec<_>>();
        let sources = select("article img").into_iter().map(|image| image.attr("src").unwrap());
        let sources: Vec<&str> = sources.filter(|source| !source.starts_with("data:")).collect();
        assert_eq!(sources, shown);
        let written = select("meta[http-equiv]")[0].attr("content").unwrap();
        assert!(written.contains(policy), "{written}");
        let broken: Vec<String> =
            site::findings(&built.dir(), None).into_iter().filter(|line| line.contains("policy")).collect();
        assert_eq!(broken, [""; 0]);
        let found = found(dir.path());
        let not_shown = found.iter().filter(|line| line.contains("image-not-shown")).count();
        assert_eq!(not_shown, 7 - shown.len(), "{found:#?}");
    }
}

/// What the browser finds in these files, a line each.
fn seen(folder: &Path, files: &[String]) -> Vec<String> {
    let mut command = Command::new("node");
    command.arg("svg.mjs").arg(folder).args(files).current_dir(browser_folder());
    let output = command.output().unwrap();
    assert!(output.status.success(), "svg.mjs: {}", String::from_utf8_lossy(&output.stderr));
    let result: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(result["checked"].as_array().unwrap().len(), files.len());
    result["findings"].as_array().unwrap().iter().map(ToString::to_string).collect()
}

fn no_svg_that_is_published_runs_or_loads_anything() {
    need(Need::Browser);
    let hostile = include_str!("../svg/hostile.txt");
    let mut article = String::from("# A\n\n");
    let mut files: Vec<(String, &str)> = Vec::new();
    for (number, svg) in hostile.lines().enumerate() {
        article.push_str(&format!("![{number}](m/{number}.svg)\n\n"));
        files.push((format!("content/en-US/m/{number}.svg"), svg));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let dir = project("", &[&files[..], &[("content/en-US/a.md", &article)]].concat());
    let built = site::build(dir.path(), &[]);
    let assets = built.dir().join("assets");
    let is_number = |name: &String| name.starts_with(|c: char| c.is_ascii_digit());
    let published: Vec<String> = site::files(&assets).into_iter().filter(is_number).collect();
    assert!(published.len() > 70);
    assert_eq!(seen(&assets, &published), [""; 0]);
    // The same files as they were contributed: the browser would have reported them.
    let sample: Vec<String> = (0..files.len()).step_by(6).map(|number| format!("{number}.svg")).collect();
    let printed = seen(&dir.path().join("content/en-US/m"), &sample);
    assert!(printed.len() > sample.len() / 2, "{printed:#?}");
}
