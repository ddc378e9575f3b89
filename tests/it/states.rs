//! What the states of translations are made of, and what readers and translators see of them.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{Test, tests};
use crate::site::{self, commit, faqtory, printed, text};

pub(crate) const TESTS: &[Test] = tests![
    readers_are_warned_of_changes_alone,
    what_outdates_an_article_is_named_whole,
    names_in_another_order_are_touched,
    shipped_messages_are_not_missing,
    a_copy_is_meant_where_its_stamp_says_so,
    nothing_to_stamp_is_said,
    differences_and_states_agree,
    includes_whose_names_say_their_locale,
    damaged_handoffs_are_said_with_what_to_do,
    visits_count_by_address,
];

fn put(dir: &Path, path: &str, text: &str) {
    let file = dir.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

fn change(dir: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(dir.join(path)).unwrap();
    assert!(text.contains(from), "{text}");
    put(dir, path, &text.replace(from, to));
}

/// `kind id locale: state (because)`.
fn states(dir: &Path) -> Vec<String> {
    let status: Value = serde_json::from_str(&printed(dir, &["status", "--format", "json"])).unwrap();
    let line = |one: &Value| {
        let name = |key: &str| one[key].as_str().unwrap().to_owned();
        let because: Vec<&str> =
            one["because"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let because = if because.is_empty() { String::new() } else { format!(" ({})", because.join(", ")) };
        format!("{} {} {}: {}{because}", name("kind"), name("id"), name("locale"), name("state"))
    };
    status["articles"].as_array().unwrap().iter().map(line).collect()
}

fn repository() -> TempDir {
    let dir = TempDir::new().unwrap();
    put(dir.path(), "faqtory.toml", "[site]\nsource_locale = \"en-US\"\n");
    site::git(dir.path(), Some("2026-01-01"), &["init", "-q"]);
    dir
}

const ROOM: &str =
    "---\ntitle: Room\n---\n\n# Room\n\nThe room has a door.\n\n[!INCLUDE [a](includes/a.md)]\n";

/// A source with an include, and a translation of the article alone.
fn room() -> TempDir {
    let dir = repository();
    put(dir.path(), "content/en-US/room.md", ROOM);
    put(dir.path(), "content/en-US/includes/a.md", "Close the door.\n");
    put(dir.path(), "content/lv-LV/room.md", &ROOM.replace("The room has a door.", "Istabai ir durvis."));
    dir
}

fn readers_are_warned_of_changes_alone() {
    let dir = room();
    let at = dir.path();
    printed(at, &["stamp"]);
    commit(at, "2026-01-02");
    assert_eq!(
        states(at),
        [
            "article room lv-LV: outdated (content/en-US/includes/a.md)",
            "include includes/a.md lv-LV: missing"
        ]
    );
    let is_warned = || {
        printed(at, &["build"]);
        let page = fs::read_to_string(at.join("public/lv-lv/room/index.html")).unwrap();
        page.contains("class=\"notice outdated\"")
    };
    assert!(!is_warned(), "what was never translated has not changed");
    put(at, "content/lv-LV/includes/a.md", "Aizver durvis.\n");
    printed(at, &["stamp"]);
    assert!(!is_warned());
    change(at, "content/en-US/includes/a.md", "Close", "Open");
    assert!(is_warned());
}

fn what_outdates_an_article_is_named_whole() {
    let dir = room();
    let at = dir.path();
    put(at, "content/lv-LV/includes/a.md", "Aizver durvis.\n");
    printed(at, &["stamp"]);
    commit(at, "2026-01-02");
    change(at, "content/en-US/includes/a.md", "Close", "Open");
    change(at, "content/en-US/room.md", "a door", "two doors");
    assert_eq!(
        states(at),
        [
            "article room lv-LV: outdated (content/en-US/room.md, content/lv-LV/includes/a.md)",
            "include includes/a.md lv-LV: outdated"
        ]
    );
}

fn names_in_another_order_are_touched() {
    let dir = room();
    let at = dir.path();
    put(at, "content/en-US/yard.md", "# Yard\n");
    put(at, "content/lv-LV/yard.md", "# Pagalms\n");
    put(at, "content/lv-LV/includes/a.md", "Aizver durvis.\n");
    put(at, "content/en-US/TOC.yml", "- name: Room\n  href: room.md\n- name: Yard\n  href: yard.md\n");
    put(at, "content/lv-LV/toc.yml", "- name: Istaba\n  href: room.md\n- name: Pagalms\n  href: yard.md\n");
    for (locale, word) in [("en-US", "One"), ("lv-LV", "Viens")] {
        put(at, &format!("locales/{locale}/x.ftl"), &format!("x-one = {word}\nx-two = {word} {word}\n"));
    }
    printed(at, &["stamp"]);
    commit(at, "2026-01-02");
    assert_eq!(states(at), Vec::<String>::new(), "letter case is no other file");
    put(at, "content/en-US/TOC.yml", "- name: Yard\n  href: yard.md\n- name: Room\n  href: room.md\n");
    put(at, "locales/en-US/x.ftl", "# Numbers\nx-two = One One\nx-one = One\n");
    commit(at, "2026-01-03");
    assert_eq!(states(at), ["names TOC.yml lv-LV: touched", "messages locales/x.ftl lv-LV: touched"]);
    assert!(printed(at, &["stamp", "--touched"]).contains("2 translations written"));
    assert_eq!(states(at), Vec::<String>::new());
    change(at, "content/en-US/TOC.yml", "Yard", "Big yard");
    commit(at, "2026-01-04");
    assert_eq!(states(at), ["names TOC.yml lv-LV: outdated"]);
}

fn shipped_messages_are_not_missing() {
    let dir = room();
    let at = dir.path();
    put(at, "content/lv-LV/includes/a.md", "Aizver durvis.\n");
    put(at, "locales/en-US/x.ftl", "search = Find it\nsearch-close = Enough\n");
    printed(at, &["stamp"]);
    assert_eq!(states(at), Vec::<String>::new());
    put(at, "locales/en-US/x.ftl", "search = Find it\nx-own = Own\n");
    assert_eq!(states(at), ["messages locales/x.ftl lv-LV: missing"]);
}

fn a_copy_is_meant_where_its_stamp_says_so() {
    let dir = repository();
    let at = dir.path();
    let long = "---\ntitle: Room\n---\n\n# Room\n\nThe room has a door and two windows, and from each of them you see the yard, the gate, the street and the old mill.\n";
    for locale in ["en-US", "lv-LV", "et-EE"] {
        put(at, &format!("content/{locale}/room.md"), long);
    }
    put(at, "content/en-US/yard.md", "# Yard\n");
    put(at, "content/lv-LV/yard.md", "# Pagalms\n");
    put(at, "content/et-EE/yard.md", "# Õu\n");
    assert!(states(at).contains(&"article room lv-LV: missing".to_owned()));
    // Nobody means all copies at once.
    assert!(!printed(at, &["stamp"]).contains("room"));
    let written = printed(at, &["stamp", "--article", "room", "--locale", "lv-LV"]);
    assert!(written.contains("content/lv-LV/room.md: source hash"), "{written}");
    let states = states(at);
    assert!(states.contains(&"article room et-EE: missing".to_owned()), "{states:?}");
    assert!(!states.iter().any(|state| state.contains("room lv-LV")), "{states:?}");
    let written = printed(at, &["stamp", "--article", "content/et-EE/room.md"]);
    assert!(written.contains("1 translation written"), "{written}");
}

fn nothing_to_stamp_is_said() {
    let dir = room();
    let at = dir.path();
    put(at, "content/en-US/yard.md", "# Yard\n");
    put(at, "content/lv-LV/includes/a.md", "Aizver durvis.\n");
    let refused = faqtory(at, &["stamp", "--article", "yard"]);
    assert_eq!(refused.status.code(), Some(2));
    let said = text(&refused.stderr);
    assert!(said.contains("there is no translation of yard to write into"), "{said}");
    // An include is named as `status` names it.
    for name in ["includes/a.md", "includes/a"] {
        let written = printed(at, &["stamp", "--article", name, "--locale", "lv-LV"]);
        assert!(written.contains("content/lv-LV/includes/a.md: "), "{written}");
    }
}

fn differences_and_states_agree() {
    let dir = room();
    let at = dir.path();
    put(at, "content/lv-LV/includes/a.md", "Aizver durvis.\n");
    printed(at, &["stamp"]);
    commit(at, "2026-01-02");
    // An include that was only touched outdates nothing.
    change(at, "content/en-US/includes/a.md", "Close", "**Close**");
    commit(at, "2026-01-03");
    assert_eq!(states(at), ["include includes/a.md lv-LV: touched"]);
    let difference = printed(at, &["status", "--diff", "room", "lv-LV"]);
    assert!(difference.contains("is current: nothing has changed"), "{difference}");

    // Another name is no change.
    change(at, "content/en-US/room.md", "a door", "two doors");
    commit(at, "2026-01-05");
    for locale in ["en-US", "lv-LV"] {
        let file = |name: &str| at.join("content").join(locale).join(name);
        fs::rename(file("room.md"), file("yard.md")).unwrap();
    }
    commit(at, "2026-01-09");
    let todo = printed(at, &["status", "--todo", "lv-LV"]);
    let difference = printed(at, &["status", "--diff", "yard", "lv-LV"]);
    for said in [&todo, &difference] {
        assert!(said.contains("1 commit, 3 days behind"), "{said}");
    }

    // What only a commit says proves nothing.
    let yard = fs::read_to_string(at.join("content/lv-LV/yard.md")).unwrap();
    let hash = yard.lines().find(|line| line.starts_with("source_hash: ")).unwrap();
    let name = String::from_utf8(
        std::process::Command::new("git")
            .args(["rev-parse", "HEAD"])
            .current_dir(at)
            .output()
            .unwrap()
            .stdout,
    )
    .unwrap();
    let unknown = format!("source_hash: {}\nsource_commit: {}", "1".repeat(40), name.trim());
    change(at, "content/lv-LV/yard.md", hash, &unknown);
    assert!(states(at).contains(&"article yard lv-LV: outdated".to_owned()), "{:?}", states(at));
    let difference = printed(at, &["status", "--diff", "yard", "lv-LV"]);
    assert!(difference.contains("No version in the git history has its source hash"), "{difference}");
    assert!(!difference.contains("stamp --touched"), "{difference}");
}

fn includes_whose_names_say_their_locale() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    put(at, "faqtory.toml", "[site]\nsource_locale = \"en\"\n");
    let article = |line: &str| format!("# {line}\n\n{line}\n\n[!INCLUDE [a](includes/note.md)]\n");
    put(at, "docs/room.md", &article("Room"));
    put(at, "docs/room.lv.md", &article("Istaba"));
    put(at, "docs/room.et.md", &article("Tuba"));
    put(at, "docs/includes/note.md", "Close the door.\n");
    put(at, "docs/includes/note.lv.md", "Aizver durvis.\n");
    let untracked = |locale: &str| format!("article docs/room {locale}: untracked");
    assert_eq!(
        states(at),
        [
            untracked("et"),
            untracked("lv"),
            "include docs/includes/note.md et: missing".to_owned(),
            "include docs/includes/note.md lv: untracked".to_owned()
        ]
    );
    printed(at, &["build"]);
    for (page, line) in [
        ("en/docs/room", "Close the door."),
        ("lv/docs/room", "Aizver durvis."),
        ("et/docs/room", "Close the door."),
    ] {
        let page = fs::read_to_string(at.join("public").join(page).join("index.html")).unwrap();
        assert!(page.contains(line), "{page}");
    }
    printed(at, &["stamp"]);
    change(at, "docs/includes/note.md", "Close", "Open");
    let states = states(at);
    assert!(
        states.contains(&"article docs/room lv: outdated (docs/includes/note.lv.md)".to_owned()),
        "{states:?}"
    );
}

fn damaged_handoffs_are_said_with_what_to_do() {
    let dir = room();
    let at = dir.path();
    put(at, ".faqtory/handoffs/2026-01-01-1.json", "<<<<<<< ours\n");
    for arguments in [&["status"][..], &["status", "--todo", "lv-LV"]] {
        let output = faqtory(at, arguments);
        assert_eq!(output.status.code(), Some(0));
        let said = text(&output.stderr);
        assert!(said.contains(".faqtory/handoffs/2026-01-01-1.json: it is not a hand-off"), "{said}");
    }
}

fn visits_count_by_address() {
    let dir = room();
    let at = dir.path();
    put(at, "content/en-US/yard/index.md", "# Yard\n");
    put(at, "content/en-US/Great room.md", "# Great room\n");
    put(
        at,
        "visits.csv",
        "page,visits\nhttps://help.example/lv-lv/yard/,5\n/lv-lv/yard/index.html,1\nlv-lv/great-r%6Fom/,7\n",
    );
    let visits = at.join("visits.csv");
    let todo =
        printed(at, &["status", "--todo", "lv-LV", "--visits", visits.to_str().unwrap(), "--format", "json"]);
    let todo: Value = serde_json::from_str(&todo).unwrap();
    let count = |id: &str| {
        let found = todo["todo"].as_array().unwrap().iter().find(|one| one["id"] == id);
        found.unwrap()["visits"].clone()
    };
    assert_eq!((count("yard/index"), count("Great room")), (6.into(), 7.into()), "{todo}");
}
