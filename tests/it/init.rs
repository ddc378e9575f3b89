//! `faqtory init` as a user runs it: the project and the theme that it makes are built.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    a_new_project_builds_at_once_without_a_finding,
    a_new_project_has_the_locales_that_are_asked_for,
    messages_and_the_schema_are_printed,
    a_copied_theme_builds_the_same_bytes,
    what_cannot_be_started_is_refused_with_2,
    a_wrong_template_is_reported_once_whatever_the_number_of_threads,
    a_build_says_what_it_had_to_guess_and_what_to_run_next,
    alone_it_says_what_to_do_next_in_this_folder,
];

fn faqtory(dir: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_faqtory")).current_dir(dir).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn a_new_project_builds_at_once_without_a_finding() {
    let dir = TempDir::new().unwrap();
    let made = faqtory(dir.path(), &["init", "my help"]);
    let said = text(&made.stdout);
    assert!(made.status.success(), "{said}{}", text(&made.stderr));
    assert!(said.contains("\n  content/he-IL/index.md\n"), "{said}");
    assert!(said.ends_with("\nnext: faqtory serve --open \"my help\"\n"), "{said}");
    for path in [".github/workflows/help.yml", ".gitignore", "README.md", "content/en-US/toc.yml"] {
        assert!(said.contains(&format!("\n  {path}\n")), "{said}");
    }

    let built = faqtory(dir.path(), &["build", "my help", "--format", "json"]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    let summary: serde_json::Value = serde_json::from_slice(&built.stdout).unwrap();
    let none = serde_json::json!({"errors": 0, "warnings": 0, "suggestions": 0});
    assert_eq!(summary["diagnostics"], none, "{}", text(&built.stderr));
    for locale in ["en-US", "he-IL"] {
        assert_eq!(summary["locales"][locale]["articles"], 5);
        assert_eq!(summary["locales"][locale]["fallbacks"], 0);
    }
    let again = faqtory(dir.path(), &["init", "my help"]);
    let said = text(&again.stdout);
    assert!(said.starts_with("skipped in my help (already there):\n") && !said.contains("created"), "{said}");
}

fn a_new_project_has_the_locales_that_are_asked_for() {
    let dir = TempDir::new().unwrap();
    let made = faqtory(dir.path(), &["init", "help", "--locales", "fr-fr,he_IL", "--locales", "de-DE"]);
    let said = text(&made.stdout);
    assert!(
        said.contains("\nno sample articles in fr-FR, de-DE: theirs are English, and say so\n"),
        "{said}{}",
        text(&made.stderr)
    );
    let read = |path: &str| fs::read_to_string(dir.path().join("help").join(path)).unwrap();
    assert!(read("faqtory.toml").contains("\nsource_locale = \"fr-FR\"\n"));
    assert!(read("faqtory.toml").starts_with("#:schema https://"));
    assert!(read("content/fr-FR/index.md").contains("<!-- This text is English: write it in fr-FR"));
    let built = faqtory(dir.path(), &["build", "help", "--verify", "--format", "json"]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    let summary: serde_json::Value = serde_json::from_slice(&built.stdout).unwrap();
    let articles = |locale: &str| summary["locales"][locale]["articles"].as_u64();
    // A copy that nobody has translated shows the source.
    assert_eq!([articles("fr-FR"), articles("he-IL"), articles("de-DE")], [Some(5), Some(5), Some(0)]);
    let status = faqtory(dir.path(), &["status", "help", "--format", "json"]);
    let status: serde_json::Value = serde_json::from_slice(&status.stdout).unwrap();
    assert_eq!(status["locales"]["he-IL"]["current"], 5, "{status}");
    // One locale is enough, and a second run with others adds nothing.
    let one = faqtory(dir.path(), &["init", "one", "--locales", "he"]);
    assert!(one.status.success(), "{}", text(&one.stderr));
    let again = text(&faqtory(dir.path(), &["init", "one"]).stdout);
    assert!(!again.contains("created"), "{again}");
    assert_eq!(faqtory(dir.path(), &["check", "one"]).status.code(), Some(0));
    assert!(!dir.path().join("one/content/en-US").exists());
    let refused = faqtory(dir.path(), &["init", "x", "--locales", "english!"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(!dir.path().join("x").exists());
}

fn messages_and_the_schema_are_printed() {
    let dir = TempDir::new().unwrap();
    let messages = text(&faqtory(dir.path(), &["messages", "--locale", "de"]).stdout);
    assert!(messages.starts_with("### locales/de-DE/") && messages.contains("\nsite-title = "), "{messages}");
    let refused = faqtory(dir.path(), &["messages", "--locale", "tlh"]);
    assert!(text(&refused.stderr).contains("help: use one of ar-SA, "), "{}", text(&refused.stderr));
    let schema = faqtory(dir.path(), &["schema"]);
    assert_eq!(text(&schema.stdout), fs::read_to_string(site::sample().join("faqtory.schema.json")).unwrap());
}

/// Every file of a site but the records of Faqtory, with its bytes.
fn tree(out: &Path) -> Vec<(String, Vec<u8>)> {
    let files = site::files(out).into_iter();
    files.map(|path| (path.clone(), fs::read(out.join(&path)).unwrap())).collect()
}

fn a_copied_theme_builds_the_same_bytes() {
    let dir = TempDir::new().unwrap();
    let project = dir.path().join("sample");
    for folder in ["content", "locales"] {
        let from = site::sample().join(folder);
        for path in site::files(&from) {
            let to = project.join(folder).join(&path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(from.join(&path), to).unwrap();
        }
    }
    let [embedded, copied] = ["embedded", "copied"].map(|name| dir.path().join(name));
    site::build_into(&project, &embedded, &[]);
    let made = faqtory(&project, &["init", "--theme", "mine"]);
    let said = text(&made.stdout);
    assert!(
        said.contains("faqtory.toml: theme = \"mine\" written to [site]\n"),
        "{said}{}",
        text(&made.stderr)
    );
    assert!(said.ends_with("\nnext: faqtory build\n"), "{said}");
    let theme = site::sample().join("themes/default");
    assert_eq!(site::files(&project.join("themes/mine")), site::files(&theme));
    site::build_into(&project, &copied, &[]);
    let [embedded, copied] = [tree(&embedded), tree(&copied)];
    assert!(embedded.len() > 20);
    for (one, other) in embedded.iter().zip(&copied) {
        assert_eq!(one.0, other.0);
        assert!(one.1 == other.1, "{} differs", one.0);
    }
    assert_eq!(embedded.len(), copied.len());

    // It is this theme that was used.
    let style = project.join("themes/mine/assets/style.css");
    fs::write(&style, "body { color: red }").unwrap();
    let again = dir.path().join("again");
    site::build_into(&project, &again, &[]);
    assert_ne!(tree(&again), copied);
    // A second time nothing is overwritten.
    assert!(faqtory(&project, &["init", "--theme", "mine"]).status.success());
    assert_eq!(fs::read_to_string(style).unwrap(), "body { color: red }");
}

fn what_cannot_be_started_is_refused_with_2() {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("faqtory.toml"), "[site]\ntitel = 1\n").unwrap();
    for (arguments, says) in [
        (&["init", "faqtory.toml"][..], "is not a folder"),
        (&["init", "--theme", "../x"], "is not a valid theme name"),
        (&["init", "nowhere", "--theme", "x"], "nowhere does not exist"),
        (&["init", "--theme", "x"], "did you mean `title`?"),
    ] {
        let output = faqtory(dir.path(), arguments);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said.starts_with("error: ") && said.contains(says), "{said}");
        assert_eq!(site::files(dir.path()), ["faqtory.toml"]);
    }
}

fn a_wrong_template_is_reported_once_whatever_the_number_of_threads() {
    let dir = TempDir::new().unwrap();
    assert!(faqtory(dir.path(), &["init"]).status.success());
    assert!(faqtory(dir.path(), &["init", "--theme", "mine"]).status.success());
    fs::write(dir.path().join("themes/mine/templates/article.html"), "<p>\n{{ article.titel }}\n").unwrap();
    for jobs in ["1", "8"] {
        let output = faqtory(dir.path(), &["build", "--jobs", jobs]);
        assert_eq!(output.status.code(), Some(2));
        let said = text(&output.stderr);
        let start = "error: cannot render en-us/account/change-your-language/index.html: field `titel` is not defined\n \
                     --> themes/mine/templates/article.html:2:12\n";
        assert!(said.starts_with(start), "{said}");
        assert!(said.contains("\n  = page “Change your language” of en-US\n"), "{said}");
        assert_eq!(said.matches("cannot render").count(), 1, "{said}");
    }
    // The next build repairs what is left.
    fs::remove_file(dir.path().join("themes/mine/templates/article.html")).unwrap();
    assert_eq!(faqtory(dir.path(), &["build"]).status.code(), Some(0));
}

/// What a command says of these files, named as `my help` from the folder above.
fn tell(command: &str, files: &[(&str, &str)]) -> String {
    let dir = TempDir::new().unwrap();
    for (path, text) in files {
        let path = dir.path().join("my help").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let output = faqtory(dir.path(), &[command, "my help"]);
    text(&output.stdout) + &text(&output.stderr)
}

fn built(files: &[(&str, &str)]) -> String {
    tell("build", files)
}

fn a_build_says_what_it_had_to_guess_and_what_to_run_next() {
    let alone = [("a.md", "# A\n")];
    let said = built(&alone);
    assert!(said.contains("; run `faqtory check \"my help\"` to see them all\n"), "{said}");
    assert!(
        said.contains("en-US is assumed; say it in faqtory.toml:\n\n[site]\nsource_locale = \"en-US\"\n"),
        "{said}"
    );
    let named = ("faqtory.toml", "[site]\nsource_locale = \"de\"\n");
    assert!(!built(&[alone[0], named]).contains("assumed"));

    let two = [("content/de/a.md", "# A\n"), ("content/fr/a.md", "# A\n")];
    let status = tell("status", &two);
    assert!(status.contains("next: faqtory status --todo de \"my help\"\n"), "{status}");
    assert!(built(&two).contains("nothing says which locale is the source"));
    let said = built(&[two[0], two[1], named]);
    assert!(!said.contains("no fallbacks") && !said.contains("assumed"), "{said}");
    let misspelt = ("faqtory.toml", "[site]\nsource_locale = \"dk\"\n");
    let said = built(&[two[0], two[1], misspelt]);
    assert!(said.contains("is dk, which has no articles\n"), "{said}");
    assert_eq!(said.matches("no fallbacks").count(), 1, "{said}");
}

fn alone_it_says_what_to_do_next_in_this_folder() {
    let dir = TempDir::new().unwrap();
    let first_step = |folder: &str| {
        let said = faqtory(&dir.path().join(folder), &[]);
        assert!(said.status.success(), "{}", text(&said.stderr));
        let said = text(&said.stdout);
        let steps = said.lines().find(|line| line.starts_with("  faqtory ")).unwrap().to_owned();
        (said.lines().next().unwrap().to_owned(), steps)
    };
    let (what, step) = first_step("");
    assert_eq!(what, "There are no articles in this folder.");
    assert!(step.starts_with("  faqtory init my-help "), "{step}");
    assert!(faqtory(dir.path(), &["init", "help"]).status.success());
    let (what, step) = first_step("help");
    assert!(what.starts_with("folders, 2 locales, source en-US"), "{what}");
    assert!(step.starts_with("  faqtory serve --open "), "{step}");
    let (_, step) = first_step("help/content");
    assert!(step.starts_with("  faqtory check "), "{step}");
    fs::write(dir.path().join("help/faqtory.toml"), "[site").unwrap();
    assert_eq!(faqtory(&dir.path().join("help"), &[]).status.code(), Some(2));
}
