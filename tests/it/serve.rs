//! The preview as browsers meet it: who may ask, what is where, and what happens to open pages after an edit. Each test
//! runs the program; it waits for what must come, never for a time.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use tempfile::TempDir;

use crate::harness::{Need, Test, browser_folder, need, tests};
use crate::site;

pub(crate) const TESTS: &[Test] = tests![
    only_this_machine_by_its_own_name_is_answered,
    nothing_outside_the_site_is_served,
    each_locale_has_its_own_404_page,
    the_browser_chooses_the_language_at_the_root,
    what_is_served_is_what_a_build_writes,
    open_pages_learn_what_is_new,
    a_style_sheet_is_exchanged_without_a_new_page,
    what_is_broken_is_a_page_that_repairs_itself,
    what_is_wrong_is_reported_once,
    the_terminal_names_what_an_edit_broke_and_fixed,
    files_that_come_go_and_move_are_no_drama,
    folders_that_go_and_come_back_are_heard_of,
    a_project_that_is_made_anew_is_heard_of,
    #[cfg(unix)]
    what_links_lead_to_is_heard_of,
    files_are_looked_at_where_nobody_tells,
    what_is_asked_for_is_as_it_is_now,
    nobody_else_uses_what_is_here,
    an_editor_is_no_script,
    the_preview_has_pages_of_its_own,
    the_status_page_is_that_of_the_site,
    a_taken_port_is_passed_over,
    pseudo_localised_messages_keep_the_text_of_articles,
    a_browser_shows_edits_and_keeps_the_place,
];

/// A project and its preview, which ends with it.
struct Preview {
    folder: TempDir,
    program: Child,
    /// Kept open: the program may say something.
    _out: BufReader<ChildStdout>,
    address: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

impl Preview {
    fn of(files: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        for (path, text) in files {
            write(&folder.path().join(path), text);
        }
        Self::start(folder, &["--port", "0"])
    }

    fn start(folder: TempDir, arguments: &[&str]) -> Self {
        Self::start_logged(folder, arguments, Stdio::null())
    }

    /// What it says goes to `log`.
    fn start_logged(folder: TempDir, arguments: &[&str], log: Stdio) -> Self {
        let root = folder.path().to_owned();
        Self::start_at(folder, &root, arguments, log)
    }

    /// Of the project in `root`.
    fn start_at(folder: TempDir, root: &Path, arguments: &[&str], log: Stdio) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
        command.arg("serve").arg(root).args(arguments).stdout(Stdio::piped()).stderr(log);
        let mut program = command.spawn().unwrap();
        let mut out = BufReader::new(program.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
        Self { folder, program, _out: out, address }
    }

    fn write(&self, path: &str, text: &str) {
        write(&self.folder.path().join(path), text);
    }

    /// Asks, with these headers beside those that every browser sends.
    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let host = &self.address;
        let own: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let host = if headers.iter().any(|(name, _)| *name == "Host") {
            String::new()
        } else {
            format!("Host: {host}\r\n")
        };
        write!(stream, "{method} {path} HTTP/1.1\r\n{host}{own}Connection: close\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::read(&bytes)
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }

    /// What an open page is sent, from now on.
    fn events(&self, query: &str) -> Events {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let host = &self.address;
        write!(stream, "GET /_faqtory/events?{query} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
        Events(BufReader::new(stream))
    }
}

fn write(file: &Path, text: &str) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn read(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let body = String::from_utf8_lossy(&bytes[end + 4..]).into_owned();
        Self { status: head[9..12].parse().unwrap(), head, body }
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

struct Events(BufReader<TcpStream>);

impl Events {
    /// What stands before the events.
    fn head(&mut self) -> String {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert!(self.0.read_line(&mut head).unwrap() > 0, "the preview has ended");
        }
        head
    }

    /// Waits for the next event of this name that says `what`, and returns what it says.
    fn wait(&mut self, name: &str, what: &str) -> String {
        let mut is_it = false;
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the preview has ended");
            match line.trim_end().split_once(": ") {
                Some(("event", event)) => is_it = event == name,
                Some(("data", data)) if is_it && data.contains(what) => return data.to_owned(),
                _ => {}
            }
        }
    }
}

const ENGLISH: &str = "---\ntitle: Reset\ncustom_ids: 9357\n---\n# Reset\n\nOld words. [Gone](gone.md)\n";

fn small() -> Preview {
    Preview::of(&[
        ("faqtory.toml", "[site]\nsource_locale = \"en-US\"\n"),
        ("content/en-US/reset.md", ENGLISH),
        ("content/en-US/new.md", "---\ntitle: New\ndraft: true\n---\nSoon.\n"),
        ("content/he-IL/reset.md", "---\ntitle: איפוס\n---\n# איפוס\n\nמילים.\n"),
        ("content/en-US/secret.key", "secret"),
        ("secret.txt", "secret"),
    ])
}

fn only_this_machine_by_its_own_name_is_answered() {
    let preview = small();
    let port = preview.address.rsplit(':').next().unwrap();
    for host in [format!("localhost:{port}"), format!("127.0.0.1:{port}"), format!("[::1]:{port}")] {
        assert_eq!(preview.ask("GET", "/index.html", &[("Host", &host)]).status, 200, "{host}");
    }
    for host in ["example.com", "localhost", "127.0.0.1:1", &format!("localhost.example.com:{port}")] {
        let answer = preview.ask("GET", "/en-us/reset/", &[("Host", host)]);
        assert_eq!(answer.status, 403, "{host}");
        assert!(!answer.body.contains("words"), "{host}");
    }
    let own = preview.address.clone();
    assert_eq!(preview.ask("GET", "/", &[("Host", &own), ("Host", "example.com")]).status, 403);
    assert_eq!(preview.ask("POST", "/en-us/reset/", &[]).status, 405);
}

fn nothing_outside_the_site_is_served() {
    let preview = small();
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/en-us/..%5c..%5csecret.txt",
        "//etc/passwd",
        "/%00",
        "/secret.txt",
        "/faqtory.toml",
        "/content/en-US/reset.md",
        "/en-us/secret.key",
        "/assets/secret.key",
        "/assets/../secret.txt",
        "/_faqtory/../secret.txt",
        "/_faqtory/notes.rs",
    ] {
        let answer = preview.get(path);
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.status);
        assert!(!answer.body.contains("secret") || answer.body.contains("<html"), "{path}");
    }
}

fn each_locale_has_its_own_404_page() {
    let preview = small();
    for (path, lang) in [("/he-il/nothing/", "he-IL"), ("/en-us/reset/x.html", "en-US"), ("/xx/", "en-US")] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.contains(&format!("<html lang=\"{lang}\"")), "{path}");
    }
    let moved = preview.get("/en-us/reset?a=b");
    assert_eq!((moved.status, moved.header("Location")), (302, Some("./reset/?a=b")));
}

fn the_browser_chooses_the_language_at_the_root() {
    let preview = small();
    let go = |path: &str, headers: &[(&str, &str)]| {
        let answer = preview.ask("GET", path, headers);
        (answer.status, answer.header("Location").map(str::to_owned))
    };
    assert_eq!(go("/", &[("Accept-Language", "fr, he;q=0.8, en;q=0.5")]), (302, Some("he-il/".to_owned())));
    assert_eq!(go("/", &[("Accept-Language", "en")]), (302, Some("en-us/".to_owned())));
    assert_eq!(go("/", &[("Accept-Language", "fr")]), (200, None));
    assert_eq!(go("/", &[]), (200, None));
    let from = format!("http://{}/en-us/", preview.address);
    assert_eq!(go("/", &[("Accept-Language", "he"), ("Referer", &from)]), (200, None));
    assert_eq!(go("/index.html", &[("Accept-Language", "he")]), (200, None));
}

fn what_is_served_is_what_a_build_writes() {
    let input = site::sample();
    let built = site::build(&input, &[]);
    let folder = TempDir::new().unwrap();
    for name in ["content", "faqtory.toml", "locales", "themes"] {
        copy(&input.join(name), &folder.path().join(name));
    }
    let preview = Preview::start(folder, &["--port", "0"]);
    let mut files = site::files(&built.dir());
    files.retain(|name| !name.starts_with(".faqtory/"));
    assert!(files.len() > 50, "{files:?}");
    for name in files {
        let written = fs::read(built.dir().join(&name)).unwrap();
        let path = percent_encoding::utf8_percent_encode(&format!("/{name}"), &PATH).to_string();
        let answer = preview.get(&path);
        let is_page = name.ends_with(".html");
        let own =
            answer.body.lines().filter(|line| !line.starts_with("<script src=\"/_faqtory/preview.js\""));
        let plain: String = own.map(|line| format!("{line}\n")).collect();
        let plain = plain.replacen("connect-src 'self'", "connect-src 'none'", 1);
        let body = if is_page { &plain } else { &answer.body };
        let expected =
            String::from_utf8_lossy(&written).replacen("connect-src 'self'", "connect-src 'none'", 1);
        assert_eq!(answer.status, 200, "{name}");
        assert!(*body == expected, "{name}");
        assert!(!is_page || answer.body.contains("/_faqtory/preview.js"), "{name}");
    }
}

const PATH: percent_encoding::AsciiSet =
    percent_encoding::CONTROLS.add(b' ').add(b'%').add(b'?').add(b'#').add(b'"').add(b'<').add(b'>');

fn copy(from: &Path, to: &Path) {
    if !from.exists() {
        return;
    }
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let target: PathBuf = to.join(entry.path().strip_prefix(from).unwrap());
            let target = if target.as_os_str().is_empty() || from.is_file() { to.to_owned() } else { target };
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn open_pages_learn_what_is_new() {
    let preview = small();
    let page = preview.get("/en-us/reset/").body;
    let value =
        |name: &str| page.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned();
    let query = |digest: &str, style: &str| {
        let style = style.replace('?', "%3F");
        format!("path=%2Fen-us%2Freset%2F&digest={digest}&style={style}")
    };
    let (digest, style) = (value("data-digest"), value("data-style"));
    let mut events = preview.events(&query(&digest, &style));
    let notes = events.wait("notes", "file-not-found");
    assert!(notes.contains("\"line\":7") && notes.contains("\"draft\":false"), "{notes}");
    preview.write("content/en-US/reset.md", &ENGLISH.replace("Old", "New"));
    assert_ne!(events.wait("page", ""), digest);
    assert!(preview.get("/en-us/reset/").body.contains("New words."));
    // A page that missed it learns it as soon as it asks.
    preview.events(&query(&digest, &style)).wait("page", "");

    let digest = events_of_drafts(&preview);
    assert!(!digest.is_empty());
}

/// Drafts are there, and are said to be drafts.
fn events_of_drafts(preview: &Preview) -> String {
    preview.events("path=%2Fen-us%2Fnew%2F&digest=&style=").wait("notes", "\"draft\":true");
    preview.events("path=%2Fen-us%2Fnew%2F&digest=&style=").wait("page", "")
}

fn a_style_sheet_is_exchanged_without_a_new_page() {
    let preview = Preview::of(&[
        ("faqtory.toml", "[site]\ntheme = \"mine\"\n"),
        ("content/en-US/reset.md", ENGLISH),
        ("themes/mine/assets/style.css", "a { color: red }"),
    ]);
    let page = preview.get("/en-us/reset/").body;
    let tag = page.split('<').find(|tag| tag.contains("data-digest=")).unwrap();
    let value =
        |name: &str| tag.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned();
    let style = value("data-style");
    let query = format!(
        "path=%2Fen-us%2Freset%2F&digest={}&style={}",
        value("data-digest"),
        style.replace('?', "%3F")
    );
    let mut events = preview.events(&query);
    preview.write("themes/mine/assets/style.css", "a { color: green }");
    let printed = events.wait("style", "");
    assert_ne!(printed, style);
    let sheet = preview.get(&format!("/assets/{printed}"));
    assert_eq!((sheet.status, sheet.body.as_str()), (200, "a{color:green}"));
}

fn what_is_broken_is_a_page_that_repairs_itself() {
    let preview = small();
    let mut events = preview.events("path=%2Fen-us%2Freset%2F&digest=&style=");
    let digest = events.wait("page", "");
    preview.write("faqtory.toml", "[site]\ntitel = \"x\"\n");
    events.wait("page", "");
    let broken = preview.get("/en-us/reset/");
    assert_eq!(broken.status, 500);
    assert!(
        broken.body.contains("did you mean `title`?") && broken.body.contains("preview.js"),
        "{}",
        broken.body
    );
    assert_eq!(preview.get("/_faqtory/preview.js").status, 200);
    preview.write("faqtory.toml", "[site]\nsource_locale = \"en-US\"\n");
    events.wait("page", &digest);
    preview.write("themes/mine/templates/article.html", "{{ article.nothing }}");
    preview.write("faqtory.toml", "[site]\nsource_locale = \"en-US\"\ntheme = \"mine\"\n");
    events.wait("page", "");
    let broken = preview.get("/en-us/reset/");
    assert!(
        broken.status == 500 && broken.body.contains("themes/mine/templates/article.html"),
        "{}",
        broken.body
    );
    preview.write("themes/mine/templates/article.html", "{{ article.body }}");
    events.wait("page", "");
    assert_eq!(preview.get("/en-us/reset/").status, 200);
}

/// Otherwise a log inside the project would be news to itself, without end.
fn what_is_wrong_is_reported_once() {
    let folder = TempDir::new().unwrap();
    let at = |path: &str| folder.path().join(path);
    write(&at("content/en-US/reset.md"), ENGLISH);
    let log = at("content/en-US/serve.log");
    write(&log, "");
    let preview = Preview::start_logged(folder, &["--port", "0"], fs::File::create(&log).unwrap().into());
    let mut events = preview.events("path=%2Fen-us%2Freset%2F&digest=&style=");
    events.wait("notes", "file-not-found");
    for key in ["first", "second", "third"] {
        preview.write("faqtory.toml", &format!("[site]\n{key} = 1\n"));
        events.wait("page", "");
        // Nothing is repaired by that.
        preview.write("content/en-US/other.md", "Words.\n");
    }
    preview.write("faqtory.toml", "");
    events.wait("page", "");
    events.wait("notes", "file-not-found");
    let printed = fs::read_to_string(&log).unwrap();
    for key in ["first", "second", "third"] {
        assert_eq!(printed.matches(&format!("unknown field `{key}`")).count(), 1, "{printed}");
    }
}

fn the_terminal_names_what_an_edit_broke_and_fixed() {
    let folder = TempDir::new().unwrap();
    let at = |path: &str| folder.path().join(path);
    write(&at("content/en-US/reset.md"), "---\ntitle: Reset\n---\n# Reset\n\nSound.\n");
    let log = folder.path().join(".log");
    let preview = Preview::start_logged(folder, &["--port", "0"], fs::File::create(&log).unwrap().into());
    let mut events = preview.events("path=%2Fen-us%2Freset%2F&digest=&style=");
    events.wait("notes", "0 errors");
    preview.write("content/en-US/reset.md", "---\ntitle: Reset\n---\n# Reset\n\nSee [x](gone.md).\n");
    events.wait("notes", "1 error");
    preview.write("content/en-US/reset.md", "---\ntitle: Reset\n---\n# Reset\n\nSound again.\n");
    events.wait("notes", "0 errors");
    let printed = fs::read_to_string(&log).unwrap();
    let broken =
        "\nnew: content/en-US/reset.md:6:5: error[file-not-found]: no article or file at `gone.md`\n1 error,";
    let fixed =
        "\nfixed: content/en-US/reset.md: error[file-not-found]: no article or file at `gone.md`\n0 errors,";
    assert_eq!((printed.matches(broken).count(), printed.matches(fixed).count()), (1, 1), "{printed}");
}

fn files_that_come_go_and_move_are_no_drama() {
    let preview = small();
    let mut home = preview.events("path=%2Fen-us%2F&digest=&style=");
    let first = home.wait("page", "");
    preview.write("content/en-US/deep/down/late.md", "# Late\n");
    home.wait("page", "");
    assert_eq!(preview.get("/en-us/deep/down/late/").status, 200);
    let at = |path: &str| preview.folder.path().join(path);
    fs::rename(at("content/en-US/deep"), at("content/en-US/other")).unwrap();
    home.wait("page", "");
    assert_eq!(preview.get("/en-us/other/down/late/").status, 200);
    assert_eq!(preview.get("/en-us/deep/down/late/").status, 404);
    fs::remove_dir_all(at("content/en-US/other")).unwrap();
    home.wait("page", &first);
    // Editors write a new file and give it the name of the old one.
    let mut page = preview.events("path=%2Fen-us%2Freset%2F&digest=&style=");
    page.wait("page", "");
    fs::write(at("content/en-US/.reset.md.swp"), "---\ntitle: Reset\n---\n# Reset\n\nRenamed.\n").unwrap();
    fs::rename(at("content/en-US/.reset.md.swp"), at("content/en-US/reset.md")).unwrap();
    page.wait("page", "");
    assert!(preview.get("/en-us/reset/").body.contains("Renamed."));
}

/// An open page of which the first state has been sent.
fn opened(preview: &Preview, path: &str) -> Events {
    let path = path.replace('/', "%2F");
    let mut page = preview.events(&format!("path={path}&digest=&style="));
    page.wait("page", "");
    page
}

/// Waits until the page that the events are of shows a text.
fn shows(preview: &Preview, page: &mut Events, path: &str, text: &str) {
    while !preview.get(path).body.contains(text) {
        page.wait("page", "");
    }
}

fn folders_that_go_and_come_back_are_heard_of() {
    let preview = small();
    let at = |path: &str| preview.folder.path().join(path);
    let mut page = opened(&preview, "/en-us/reset/");
    for (round, folder) in ["content", "content/en-US", "content", "content"].into_iter().enumerate() {
        fs::rename(at(folder), at("away")).unwrap();
        if round > 0 {
            // Otherwise it is back before anybody looks.
            page.wait("page", "");
        }
        fs::rename(at("away"), at(folder)).unwrap();
        let text = format!("Words of round {round}.");
        // Whoever edits after that is heard.
        shows(&preview, &mut page, "/en-us/reset/", "<h1");
        preview.write("content/en-US/reset.md", &format!("{ENGLISH}\n{text}\n"));
        shows(&preview, &mut page, "/en-us/reset/", &text);
        // What a new folder holds is heard of too.
        let deep = format!("content/en-US/round{round}/deep.md");
        let mut home = opened(&preview, "/en-us/");
        preview.write(&deep, "# Deep\n");
        home.wait("page", "");
    }
    fs::remove_dir_all(at("content")).unwrap();
    page.wait("page", "");
    preview.write("content/en-US/reset.md", &format!("{ENGLISH}\nMade anew.\n"));
    shows(&preview, &mut page, "/en-us/reset/", "Made anew.");
    preview.write("content/en-US/reset.md", &format!("{ENGLISH}\nAnd edited.\n"));
    shows(&preview, &mut page, "/en-us/reset/", "And edited.");
}

fn a_project_that_is_made_anew_is_heard_of() {
    let folder = TempDir::new().unwrap();
    let root = folder.path().join("above/project");
    write(&root.join("content/en-US/reset.md"), ENGLISH);
    let link = TempDir::new().unwrap();
    let preview = Preview::start_at(link, &root, &["--port", "0"], Stdio::null());
    let mut page = opened(&preview, "/en-us/reset/");
    for round in ["project", "above/project"] {
        fs::remove_dir_all(if round == "project" { root.clone() } else { folder.path().join("above") })
            .unwrap();
        page.wait("page", "");
        write(&root.join("content/en-US/reset.md"), &format!("{ENGLISH}\nAnew: {round}.\n"));
        // The open page has to know of it too: what comes and goes before it looks is no news to it.
        page.wait("page", "");
        shows(&preview, &mut page, "/en-us/reset/", &format!("Anew: {round}."));
    }
}

#[cfg(unix)]
fn what_links_lead_to_is_heard_of() {
    use std::os::unix::fs::symlink;
    let preview = small();
    let at = |path: &str| preview.folder.path().join(path);
    let mut home = opened(&preview, "/en-us/");
    preview.write("other/e.md", "# E\n\nFirst words.\n");
    preview.write("shared/deep/d.md", "# D\n\nFirst words.\n");
    symlink("../../other/e.md", at("content/en-US/e.md")).unwrap();
    symlink("../../shared", at("content/en-US/shared")).unwrap();
    for (file, path) in [("other/e.md", "/en-us/e/"), ("shared/deep/d.md", "/en-us/shared/deep/d/")] {
        shows(&preview, &mut home, path, "First words.");
        let mut page = opened(&preview, path);
        preview.write(file, "# X\n\nOther words.\n");
        page.wait("page", "");
        assert!(preview.get(path).body.contains("Other words."), "{path}");
        // It goes and comes back.
        fs::remove_file(at(file)).unwrap();
        page.wait("page", "");
        assert_eq!(preview.get(path).status, 404, "{path}");
        preview.write(file, "# X\n\nBack again.\n");
        shows(&preview, &mut page, path, "Back again.");
    }
    // What is not input is not shown, wherever the link comes from.
    preview.write("content/en-US/leak.md", "# Leak\n\nNo secret.\n");
    shows(&preview, &mut home, "/en-us/leak/", "No secret.");
    let mut page = opened(&preview, "/en-us/leak/");
    fs::remove_file(at("content/en-US/leak.md")).unwrap();
    symlink("/etc/passwd", at("content/en-US/leak.md")).unwrap();
    while preview.get("/en-us/leak/").status != 404 {
        page.wait("page", "");
    }
}

fn files_are_looked_at_where_nobody_tells() {
    let folder = TempDir::new().unwrap();
    write(&folder.path().join("content/en-US/reset.md"), ENGLISH);
    let preview = Preview::start(folder, &["--port", "0", "--poll"]);
    let mut page = opened(&preview, "/en-us/reset/");
    preview.write("content/en-US/reset.md", &ENGLISH.replace("Old", "New"));
    page.wait("page", "");
    let at = |path: &str| preview.folder.path().join(path);
    fs::rename(at("content"), at("away")).unwrap();
    page.wait("page", "");
    fs::rename(at("away"), at("content")).unwrap();
    shows(&preview, &mut page, "/en-us/reset/", "New words.");
}

fn what_is_asked_for_is_as_it_is_now() {
    let folder = TempDir::new().unwrap();
    write(&folder.path().join("content/en-US/reset.md"), ENGLISH);
    let preview = Preview::start(folder, &["--port", "0", "--poll"]);
    for word in ["one", "two", "three"] {
        // Nobody has looked at the disk in between.
        preview.write("content/en-US/reset.md", &format!("{ENGLISH}\nJust {word}.\n"));
        assert!(preview.get("/en-us/reset/").body.contains(&format!("Just {word}.")), "{word}");
    }
}

fn nobody_else_uses_what_is_here() {
    let preview = Preview::of(&[
        ("content/en-US/a.md", "# A\n\n[x](x.svg) [y](y.pdf)\n"),
        ("content/en-US/x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>"),
        ("content/en-US/y.pdf", "%PDF-1.4\n"),
    ]);
    let page = preview.get("/en-us/a/");
    let asset = |name: &str| {
        let rest = page.body.split(&format!("/assets/{name}.")).nth(1).unwrap();
        preview.get(&format!("/assets/{name}.{}", rest.split('"').next().unwrap()))
    };
    let mut events = preview.events("path=%2Fen-us%2Fa%2F&digest=&style=");
    let head = Answer { status: 200, head: events.head(), body: String::new() };
    for answer in [&page, &asset("x"), &asset("y"), &preview.get("/none/"), &head] {
        assert_eq!(answer.header("Cross-Origin-Resource-Policy"), Some("same-origin"), "{}", answer.head);
        assert_eq!(answer.header("X-Content-Type-Options"), Some("nosniff"), "{}", answer.head);
        assert_eq!(answer.header("X-Frame-Options"), Some("SAMEORIGIN"), "{}", answer.head);
        let policy = answer.header("Content-Security-Policy").unwrap();
        assert!(policy.contains("frame-ancestors 'self'"), "{}", answer.head);
    }
    let of_picture = asset("x");
    let policy = of_picture.header("Content-Security-Policy").unwrap();
    assert!(policy.contains("default-src 'none'") && policy.ends_with("sandbox"), "{policy}");

    let own = format!("http://{}/en-us/a/", preview.address);
    assert_eq!(preview.get(&own).status, 200);
    for foreign in ["http://example.com/en-us/a/", "http://127.0.0.1:1/en-us/a/"] {
        assert_eq!(preview.get(foreign).status, 403, "{foreign}");
    }
    for (site, status) in [("same-origin", 200), ("none", 200), ("same-site", 403), ("cross-site", 403)] {
        for path in ["/_faqtory/diagnostics", "/_faqtory/status", "/_faqtory/preview.js"] {
            assert_eq!(preview.ask("GET", path, &[("Sec-Fetch-Site", site)]).status, status, "{path} {site}");
        }
    }
    assert_eq!(preview.ask("GET", "/_faqtory/events", &[("Sec-Fetch-Site", "cross-site")]).status, 403);
    assert_eq!(preview.ask("GET", "/en-us/a/", &[("Sec-Fetch-Site", "cross-site")]).status, 200);
}

fn an_editor_is_no_script() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faqtory"));
    let refused = command.args(["serve", "--editor", "javascript:alert(1)//{path}"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
    let printed = String::from_utf8(refused.stderr).unwrap();
    assert!(printed.contains("must begin with the scheme of an editor"), "{printed}");
}

fn the_preview_has_pages_of_its_own() {
    let preview = small();
    preview.events("path=%2F_faqtory%2Fdiagnostics&digest=x&style=").wait("page", "");
    preview.events("path=%2Fen-us%2Freset%2F&digest=&style=").wait("notes", "file-not-found");
    let all = preview.get("/_faqtory/diagnostics").body;
    assert!(all.contains("file-not-found") && all.contains("vscode://file/"), "{all}");
    assert!(preview.get("/_faqtory/diagnostics?code=file-not-found").body.contains("content/en-US/reset.md"));
    assert!(!preview.get("/_faqtory/diagnostics?code=%3Cscript%3E").body.contains("<script>"));
    assert!(preview.get("/_faqtory/status").body.contains("Status of translations"));
    assert_eq!(preview.get("/status/").status, 404, "the site has no such page");
}

fn the_status_page_is_that_of_the_site() {
    let preview = small();
    let file = "[site]\nsource_locale = \"en-US\"\n[status]\npage = true\n";
    preview.write("faqtory.toml", file);
    let mut page = preview.events("path=%2Fstatus%2F&digest=x&style=");
    page.wait("page", "");
    while preview.get("/status/").status != 200 {
        page.wait("page", "");
    }
    let out = preview.folder.path().join("public");
    site::build_into(preview.folder.path(), &out, &["--drafts"]);
    assert_eq!(preview.get("/status/").body, fs::read_to_string(out.join("status/index.html")).unwrap());
    assert_eq!(preview.get("/status").header("Location"), Some("./status/"));
    for name in site::files(&out).iter().filter(|name| name.starts_with("assets/status.")) {
        assert_eq!(preview.get(&format!("/{name}")).body, fs::read_to_string(out.join(name)).unwrap());
    }
}

fn a_taken_port_is_passed_over() {
    let first = small();
    let port = first.address.rsplit(':').next().unwrap().to_owned();
    let folder = TempDir::new().unwrap();
    write(&folder.path().join("content/en-US/a.md"), "# A\n");
    let second = Preview::start(folder, &["--port", &port]);
    assert_ne!(first.address, second.address);
    assert_eq!(second.get("/en-us/a/").status, 200);
}

fn pseudo_localised_messages_keep_the_text_of_articles() {
    let folder = TempDir::new().unwrap();
    write(&folder.path().join("content/en-US/a.md"), "# Plain title\n");
    let preview = Preview::start(folder, &["--port", "0", "--pseudo"]);
    let page = preview.get("/en-us/a/").body;
    assert!(page.contains("Plain title") && !page.contains("Skip to content"), "{page}");
    assert!(page.contains("Šķííƥ"), "{page}");
}

fn a_browser_shows_edits_and_keeps_the_place() {
    need(Need::Browser);
    let preview = Preview::of(&[
        ("faqtory.toml", "[site]\nsource_locale = \"en-US\"\ntheme = \"mine\"\n"),
        ("content/en-US/reset.md", ENGLISH),
        ("themes/mine/assets/style.css", "body { color: rgb(1, 2, 3) }"),
    ]);
    let script = Command::new("node")
        .args(["preview.mjs", &format!("http://{}/", preview.address)])
        .arg(preview.folder.path())
        .current_dir(browser_folder())
        .output()
        .unwrap();
    let printed = String::from_utf8_lossy(&script.stderr);
    assert!(script.status.success(), "{printed}\n{}", String::from_utf8_lossy(&script.stdout));
}
