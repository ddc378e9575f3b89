//! What is asked, and what not.

use super::*;

#[test]
fn one_request_an_address_for_all_locales() {
    let site = Site::of(&[
        ("https://a.dev/x", |_, _| status(200)),
        ("https://a.dev/toc", |_, _| status(200)),
        ("https://a.dev/p.png", |_, _| status(200)),
        ("https://a.dev/included", |_, _| status(200)),
    ]);
    let text = "# A\n\n[1](https://a.dev/x) [2](https://A.dev/x#:~:text=y) ![p](https://a.dev/p.png)\n\n[!INCLUDE [i](includes/i.md)]\n";
    let catalog = project(&[
        ("content/en/a.md", text),
        ("content/en/b.md", text),
        ("content/lv/a.md", text),
        ("content/sr-Latn-RS/a.md", text),
        ("content/en/includes/i.md", "[3](https://a.dev/included)\n"),
        ("content/en/toc.yml", "- name: T\n  href: https://a.dev/toc\n"),
    ]);
    let (folder, options) = (tempfile::tempdir().unwrap(), options());
    let (consulted, judged) = check(&catalog, &options, folder.path(), site_source(&site), &TestClock::new());
    assert_eq!((consulted.asked, judged.flaws.len()), (4, 0));
    insta::assert_snapshot!(site.asked().join("\n"), @"
    Head https://a.dev/included
    Head https://a.dev/p.png
    Head https://a.dev/toc
    Head https://a.dev/x
    ");
}

#[test]
fn what_no_reader_could_open_is_not_asked() {
    let site = Site::of(&[]);
    let urls = [
        "http://localhost:3000/",
        "https://www.example.com/x",
        "http://192.168.1.1/",
        "https://{tenant}.a.dev/",
        "https://a.dev/%7Bid%7D",
        "https://contoso.local/",
        "mailto:a@b.dev",
        "http://intranet/x",
        "https://a.dev/.../x",
    ];
    let (folder, options) = (tempfile::tempdir().unwrap(), options());
    let catalog = article(&urls.map(str::to_owned));
    let (_, judged) = check(&catalog, &options, folder.path(), site_source(&site), &TestClock::new());
    let links = collect(&catalog, &options, &|_| true);
    assert_eq!((links.len(), links.not_asked, judged.flaws.len()), (0, 8, 0));
    assert_eq!(site.asked(), [""; 0]);
}

#[test]
fn patterns_choose_and_replace() {
    let site = Site::of(&[
        ("https://mirror.dev/x", |_, _| redirect(301, "https://mirror.dev/y")),
        ("https://mirror.dev/y", |_, _| status(200)),
    ]);
    let (folder, mut options) = (tempfile::tempdir().unwrap(), options());
    options.patterns.exclude = vec![Pattern::new("/private/").unwrap()];
    options.patterns.remap = vec![Remap {
        pattern: Pattern::new("^https://a\\.dev/").unwrap(),
        replacement: "https://mirror.dev/".to_owned(),
    }];
    let urls = ["https://a.dev/x", "https://a.dev/private/x", "https://a.dev/gone"].map(str::to_owned);
    let (_, judged) = check(&article(&urls), &options, folder.path(), site_source(&site), &TestClock::new());
    // That the mirror has moved is nothing to write into the article.
    let kinds: Vec<_> = judged.flaws.iter().map(|flaw| (&*flaw.address, &flaw.kind)).collect();
    assert_eq!(kinds, [("https://a.dev/gone", &LinkFlawKind::Broken(Reason::Status(404)))]);
}

#[test]
fn dots_within_a_step_are_no_placeholder() {
    let site = Site::of(&[("https://a.dev/compare/v1...v2", |_, _| status(200))]);
    let (folder, options) = (tempfile::tempdir().unwrap(), options());
    let catalog = article(&["https://a.dev/compare/v1...v2".to_owned()]);
    check(&catalog, &options, folder.path(), site_source(&site), &TestClock::new());
    assert_eq!(site.asked(), ["Head https://a.dev/compare/v1...v2"]);
}

#[test]
fn accepted_statuses_are_good() {
    let site = Site::of(&[("https://a.dev/x", |_, _| status(418)), ("https://a.dev/y", |_, _| status(403))]);
    let (folder, mut options) = (tempfile::tempdir().unwrap(), options());
    options.limits.accept = vec![403, 418];
    let urls = ["https://a.dev/x", "https://a.dev/y"].map(str::to_owned);
    let (_, judged) = check(&article(&urls), &options, folder.path(), site_source(&site), &TestClock::new());
    assert_eq!((judged.flaws.len(), judged.refused), (0, 0));
    assert_eq!(site.asked(), ["Head https://a.dev/x", "Head https://a.dev/y"]);
}

#[test]
fn http_that_works_over_https() {
    let site = Site::of(&[
        ("http://a.dev/both", |_, _| status(200)),
        ("https://a.dev/both", |_, _| status(200)),
        ("http://a.dev/plain", |_, _| status(200)),
        ("https://a.dev/plain", |_, _| fails(FailureKind::UntrustedCertificate)),
        ("http://a.dev/led", |_, _| redirect(301, "https://a.dev/led")),
        ("https://a.dev/led", |_, _| status(200)),
        ("http://a.dev/led-today", |_, _| redirect(302, "https://a.dev/led-today")),
        ("https://a.dev/led-today", |_, _| status(200)),
        ("http://a.dev/back", |_, _| status(200)),
        ("https://a.dev/back", |_, _| redirect(302, "http://a.dev/back")),
    ]);
    let urls = ["both#x", "plain", "led#x", "led-today", "back"].map(|path| format!("http://a.dev/{path}"));
    let (folder, options) = (tempfile::tempdir().unwrap(), options());
    let (_, judged) = check(&article(&urls), &options, folder.path(), site_source(&site), &TestClock::new());
    let found: Vec<String> =
        judged.flaws.iter().map(|flaw| format!("{:?} {:?}", flaw.kind, flaw.replacement)).collect();
    insta::assert_snapshot!(found.join("\n"), @r#"
    Insecure { to: "https://a.dev/both" } Some(Replacement { text: "https://a.dev/both#x", leads: Likely })
    Insecure { to: "https://a.dev/led" } Some(Replacement { text: "https://a.dev/led#x", leads: Same })
    Insecure { to: "https://a.dev/led-today" } Some(Replacement { text: "https://a.dev/led-today", leads: Likely })
    "#);
}

#[test]
fn where_nobody_answers_nothing_is_known() {
    let site = Site::of(&[
        ("https://a.dev/x", |_, _| fails(FailureKind::NoSuchHost)),
        ("https://b.dev/x", |_, _| fails(FailureKind::NameLookup)),
    ]);
    let (folder, clock, options) = (tempfile::tempdir().unwrap(), TestClock::new(), options());
    let urls = ["https://a.dev/x", "https://b.dev/x"].map(str::to_owned);
    let (consulted, judged) = check(&article(&urls), &options, folder.path(), site_source(&site), &clock);
    assert_eq!((consulted.reach, consulted.unknown, judged.flaws.len()), (Reach::Nothing, 2, 0));
    assert!(!folder.path().join("cache.jsonl").exists());
}

#[test]
fn names_that_lead_to_a_private_network_do_not_prove_the_web() {
    // As a captive portal or a filter of names has it.
    let site = Site::of(&[
        ("https://a.dev/x", |_, _| fails(FailureKind::Private)),
        ("https://b.dev/x", |_, _| fails(FailureKind::NoSuchHost)),
    ]);
    let (folder, clock, options) = (tempfile::tempdir().unwrap(), TestClock::new(), options());
    let run = |urls: &[&str]| {
        let urls: Vec<String> = urls.iter().map(|url| (*url).to_owned()).collect();
        let (consulted, judged) = check(&article(&urls), &options, folder.path(), site_source(&site), &clock);
        (consulted.reach, consulted.unknown, judged.flaws.len())
    };
    assert_eq!(run(&["https://a.dev/x", "https://b.dev/x"]), (Reach::Nothing, 1, 1));
    // By itself it is what it says, today.
    assert_eq!(run(&["https://a.dev/x"]), (Reach::Web, 0, 1));
    assert!(!folder.path().join("cache.jsonl").exists());
}

#[test]
fn what_is_excluded_today_is_not_asked_to_find_the_web() {
    let site = Site::of(&[
        ("https://a.dev/x", |_, _| fails(FailureKind::NoSuchHost)),
        ("https://b.dev/x", |_, _| status(200)),
    ]);
    let (folder, clock, mut options) = (tempfile::tempdir().unwrap(), TestClock::new(), options());
    let both = article(&["https://a.dev/x".to_owned(), "https://b.dev/x".to_owned()]);
    check(&both, &options, folder.path(), site_source(&site), &clock);
    clock.advance(Duration::from_secs(7200));
    options.patterns.exclude = vec![Pattern::new("b\\.dev").unwrap()];
    let (consulted, _) = check(&both, &options, folder.path(), site_source(&site), &clock);
    assert_eq!(consulted.reach, Reach::Nothing);
    assert_eq!(site.asked().iter().filter(|asked| asked.contains("b.dev")).count(), 1);
}

#[test]
fn a_host_that_is_gone_is_broken_where_others_answer() {
    let site = Site::of(&[
        ("https://a.dev/x", |_, _| fails(FailureKind::NoSuchHost)),
        ("https://b.dev/x", |_, _| status(200)),
    ]);
    let (folder, clock, options) = (tempfile::tempdir().unwrap(), TestClock::new(), options());
    let catalog = article(&["https://a.dev/x".to_owned(), "https://b.dev/x".to_owned()]);
    let broken = |judged: &Judged| {
        judged.flaws.iter().filter(|flaw| matches!(flaw.kind, LinkFlawKind::Broken(_))).count()
    };
    let (_, judged) = check(&catalog, &options, folder.path(), site_source(&site), &clock);
    assert_eq!(broken(&judged), 1);
    // Two hours later only that one is asked; that the web is there, one that is known to be good proves.
    clock.advance(Duration::from_secs(7200));
    let (consulted, judged) = check(&catalog, &options, folder.path(), site_source(&site), &clock);
    assert_eq!((consulted.reach, consulted.asked, broken(&judged)), (Reach::Web, 1, 1));
}

#[test]
fn who_stops_keeps_what_is_known() {
    let site = Site::of(&[]);
    let urls: Vec<String> = (0..50).map(|number| format!("https://h{number}.dev/")).collect();
    let (folder, mut options) = (tempfile::tempdir().unwrap(), options());
    options.limits.at_once = 1;
    let catalog = article(&urls);
    let links = collect(&catalog, &options, &|_| true);
    let clock: Arc<dyn Clock> = TestClock::new();
    let consulted =
        consult(&links, &options, folder.path(), site_source(&site), clock, &mut |_, asked| asked.done == 0)
            .unwrap();
    assert!(consulted.asked > 0);
    let cache = std::fs::read_to_string(folder.path().join("cache.jsonl")).unwrap();
    assert_eq!(cache.lines().count(), consulted.asked);
}
