//! Every fault of a misbehaving server, and what is said of the link.

use super::*;

/// A server, by the paths that are asked.
fn misbehave(request: &Request) -> Reaction {
    let raw = |text: &str| Reaction::Raw(text.as_bytes().to_vec());
    let is_head = request.method == "HEAD";
    match request.target.as_str() {
        "/fine" => Reaction::page("<h1 id=a>A</h1>"),
        "/gone" => Reaction::status(410, "", ""),
        "/head-405" | "/head-404" | "/head-501" if is_head => {
            Reaction::status(request.target[6..].parse().unwrap(), "", "")
        }
        "/head-405" | "/head-404" | "/head-501" => Reaction::page("x"),
        "/head-resets" if is_head => Reaction::Hangup,
        "/head-resets" => Reaction::page("x"),
        "/resets" => Reaction::Hangup,
        "/loop" => Reaction::redirect(302, "/loop-b"),
        "/loop-b" => Reaction::redirect(302, "/loop"),
        "/chain" => Reaction::redirect(302, "/chain?1"),
        path if path.starts_with("/chain?") => Reaction::redirect(302, &format!("{path}1")),
        "/to-metadata" => Reaction::redirect(302, "http://169.254.169.254/latest/meta-data/"),
        "/to-file" => Reaction::redirect(301, "file:///etc/passwd"),
        "/to-app" => Reaction::redirect(302, "ms-windows-store://pdp/?id=1"),
        "/to-nothing" => Reaction::redirect(302, "http://[::"),
        "/no-location" => Reaction::status(302, "", ""),
        "/http-1.0" => raw("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<h1 id=a>A</h1>"),
        "/no-http" => raw("SSH-2.0-OpenSSH_9.2\r\n\r\n"),
        "/too-short" => {
            raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<h1 id=a>A</h1>")
        }
        "/bad-length" => raw("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx"),
        "/huge-header" => Reaction::status(200, &format!("X-Huge: {}", "x".repeat(200_000)), ""),
        "/endless-header" => Reaction::Endless(b"HTTP/1.1 200 OK\r\nX: ".to_vec(), vec![b'x'; 65536]),
        "/endless-page" if is_head => Reaction::page(""),
        "/endless-page" => Reaction::Endless(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1 id=a>A</h1>".to_vec(),
            vec![b'x'; 65536],
        ),
        "/bomb" => {
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n";
            Reaction::Raw([head.as_bytes(), &[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0]].concat())
        }
        "/soft-404" => Reaction::page("<title>Page not found | Docs</title><h1 id=x>x</h1>"),
        "/to-home" => Reaction::redirect(301, "/"),
        "/" => Reaction::page("home"),
        "/login" => Reaction::status(401, "WWW-Authenticate: Basic", ""),
        "/robots" => Reaction::status(999, "", ""),
        "/forbidden" => Reaction::status(403, "", ""),
        "/crash" => Reaction::status(500, "", ""),
        "/moved" => Reaction::redirect(301, "/fine"),
        "/moved-with-fragment" => Reaction::redirect(308, "/fine#a"),
        "/odd-status" => Reaction::status(299, "", ""),
        _ => Reaction::status(404, "", ""),
    }
}

fn found(paths: &[&str]) -> (String, Judged, Server) {
    let server = Server::start(misbehave);
    let urls: Vec<String> = paths.iter().map(|path| server.url(path)).collect();
    let (folder, options) = (tempfile::tempdir().unwrap(), options());
    let (_, judged) = check(&article(&urls), &options, folder.path(), client(&options), &TestClock::new());
    (lines(&judged, &server), judged, server)
}

#[test]
fn what_is_there_is_no_finding() {
    let paths = [
        "/fine",
        "/fine#a",
        "/head-405",
        "/head-404",
        "/head-501",
        "/head-resets",
        "/http-1.0",
        "/http-1.0#a",
        "/odd-status",
        "/to-app",
    ];
    let (found, judged, server) = found(&paths);
    assert_eq!((found.as_str(), judged.refused), ("", 0));
    // One request an address, and a second where `HEAD` does not do.
    insta::assert_snapshot!(server.requests().join("\n"), @"
    GET /fine
    GET /head-404
    GET /head-405
    GET /head-501
    GET /head-resets
    GET /http-1.0
    HEAD /head-404
    HEAD /head-405
    HEAD /head-501
    HEAD /head-resets
    HEAD /odd-status
    HEAD /to-app
    ");
}

#[test]
fn what_is_not_there() {
    let (found, ..) = found(&["/gone", "/nothing", "/nothing#x", "/fine#b", "/http-1.0#b"]);
    insta::assert_snapshot!(found, @r#"
    http://HOST/fine AnchorMissing { anchor: "b" }
    http://HOST/gone Broken(Status(410))
    http://HOST/http-1.0 AnchorMissing { anchor: "b" }
    http://HOST/nothing Broken(Status(404))
    http://HOST/nothing Broken(Status(404))
    "#);
}

#[test]
fn hosts_that_refuse_programs_are_not_called_dead() {
    let (found, judged, _) = found(&["/login", "/robots", "/forbidden"]);
    assert_eq!((found.as_str(), judged.refused), ("", 3));
}

#[test]
fn redirects() {
    let (found, ..) = found(&[
        "/loop",
        "/chain",
        "/to-metadata",
        "/to-file",
        "/to-nothing",
        "/no-location",
        "/to-home",
        "/moved",
        "/moved#a",
        "/moved-with-fragment",
        "/moved-with-fragment#other",
    ]);
    insta::assert_snapshot!(found, @r#"
    http://HOST/chain Unreachable(Failure(RedirectLoop, ""))
    http://HOST/loop Unreachable(Failure(RedirectLoop, ""))
    http://HOST/moved Redirected { to: "http://HOST/fine" } Same: http://HOST/fine
    http://HOST/moved Redirected { to: "http://HOST/fine" } Same: http://HOST/fine#a
    http://HOST/moved-with-fragment Redirected { to: "http://HOST/fine#a" } Same: http://HOST/fine#a
    http://HOST/moved-with-fragment Redirected { to: "http://HOST/fine#a" } Same: http://HOST/fine#a
    http://HOST/no-location Unreachable(Status(302))
    http://HOST/to-file Unreachable(Failure(RedirectElsewhere, "file"))
    http://HOST/to-home Unreachable(Gone("http://HOST/"))
    http://HOST/to-metadata Unreachable(Failure(Private, "169.254.169.254"))
    http://HOST/to-nothing Unreachable(Failure(RedirectElsewhere, ""))
    "#);
}

#[test]
fn answers_that_are_broken() {
    let (found, ..) = found(&[
        "/resets",
        "/no-http",
        "/too-short#b",
        "/bad-length",
        "/huge-header",
        "/endless-header",
        "/crash",
    ]);
    insta::assert_snapshot!(found, @r#"
    http://HOST/bad-length Unreachable(Failure(BrokenAnswer, "protocol: content-length header not a number"))
    http://HOST/crash Unreachable(Status(500))
    http://HOST/endless-header Unreachable(Failure(BrokenAnswer, "its head is too large"))
    http://HOST/huge-header Unreachable(Failure(BrokenAnswer, "its head is too large"))
    http://HOST/no-http Unreachable(Failure(BrokenAnswer, "protocol: http parse fail: invalid HTTP version"))
    http://HOST/resets Unreachable(Failure(BrokenAnswer, "Peer disconnected"))
    http://HOST/too-short Unreachable(Failure(BrokenAnswer, "Peer disconnected"))
    "#);
}

#[test]
fn pages_that_never_end_and_bombs_are_not_judged() {
    let (found, ..) = found(&["/endless-page#b", "/bomb#b"]);
    assert_eq!(found, "");
}

#[test]
fn pages_that_say_there_is_none_are_a_suggestion() {
    // Only a page that was fetched has a title.
    let (found, ..) = found(&["/soft-404#y"]);
    insta::assert_snapshot!(found, @r#"http://HOST/soft-404 Unreachable(Title("Page not found | Docs"))"#);
}

#[test]
fn who_says_nothing_is_left() {
    let server = Server::start(|_| Reaction::Silence);
    let (folder, mut options) = (tempfile::tempdir().unwrap(), options());
    options.timeout = Duration::from_millis(50);
    options.limits.retries = 0;
    let catalog = article(&[server.url("/a")]);
    let (consulted, judged) = check(&catalog, &options, folder.path(), client(&options), &TestClock::new());
    // With nobody else to compare with, the network of this machine may be the reason.
    assert_eq!((consulted.reach, judged.flaws.len()), (Reach::Nothing, 0));
}

#[test]
fn what_speaks_no_tls() {
    let server = Server::start(|_| Reaction::page("x"));
    let (folder, options) = (tempfile::tempdir().unwrap(), options());
    let plain = format!("https://127.0.0.1:{}/x", server.port);
    let catalog = article(&[plain, server.url("/x")]);
    let (_, judged) = check(&catalog, &options, folder.path(), client(&options), &TestClock::new());
    assert!(
        lines(&judged, &server).contains("https://HOST/x Unreachable(Failure("),
        "{}",
        lines(&judged, &server)
    );
}

#[test]
fn private_networks_are_refused() {
    let server = Server::start(|_| Reaction::page("x"));
    let options = Options { allowed: Allowed::default(), ..options() };
    let port = server.port;
    let urls = [
        format!("http://127.0.0.1:{port}/"),
        format!("http://localhost:{port}/"),
        format!("http://2130706433:{port}/"),
        format!("http://[::ffff:127.0.0.1]:{port}/"),
    ];
    let links = collect(&article(&urls), &options, &|_| true);
    assert_eq!((links.len(), links.not_asked), (0, 3), "two of them are the same");
    // A name that only turns out to be private when it is looked up.
    let client = Client::new(&options);
    let address = Address::parse(&format!("http://localhost:{port}/")).unwrap();
    assert_eq!(
        client.fetch(&address, Method::Head).map_err(|failure| failure.kind).unwrap_err(),
        FailureKind::Private
    );
    assert_eq!(server.requests(), [""; 0]);
}

#[test]
fn a_secret_goes_to_its_host_alone() {
    let other = Server::start(|request| {
        assert!(request.header("Authorization").is_none(), "the other host got the secret");
        Reaction::page("x")
    });
    let to = other.url("/x");
    let server =
        Server::start(move |request| match (request.target.as_str(), request.header("Authorization")) {
            (_, None) => Reaction::status(401, "", ""),
            ("/out", Some(_)) => Reaction::redirect(302, &to),
            (_, Some(value)) => Reaction::status(if value == "Bearer s3cret" { 200 } else { 500 }, "", ""),
        });
    let (folder, mut options) = (tempfile::tempdir().unwrap(), options());
    options.headers = vec![HostHeader {
        host: format!("127.0.0.1:{}", server.port),
        name: "Authorization".to_owned(),
        variable: String::new(),
        value: Some("Bearer s3cret".to_owned()),
    }];
    assert!(!format!("{options:?}").contains("s3cret"));
    let catalog = article(&[server.url("/a"), server.url("/out")]);
    let (_, judged) = check(&catalog, &options, folder.path(), client(&options), &TestClock::new());
    assert_eq!((lines(&judged, &server).as_str(), judged.refused), ("", 0));
    assert_eq!(other.requests(), ["HEAD /x"]);
    assert!(!std::fs::read_to_string(folder.path().join("cache.jsonl")).unwrap().contains("s3cret"));
}
