//! Hosts that ask for time, and how many requests they get.

use super::*;

#[test]
fn a_host_gets_the_time_that_it_asks_for() {
    let site = Site::of(&[
        ("https://a.dev/1", |_, before| match before {
            0 => Ok(Reply { status: 429, retry_after: Some(RetryAfter::Seconds(30)), ..Reply::default() }),
            _ => status(200),
        }),
        ("https://a.dev/2", |_, before| match before {
            0 => Ok(Reply { status: 503, retry_after: Some(RetryAfter::At(START + 90)), ..Reply::default() }),
            _ => status(200),
        }),
    ]);
    let (folder, clock, options) = (tempfile::tempdir().unwrap(), TestClock::new(), options());
    let catalog = article(&["https://a.dev/1".to_owned(), "https://a.dev/2".to_owned()]);
    let (_, judged) = check(&catalog, &options, folder.path(), site_source(&site), &clock);
    assert_eq!((judged.flaws.len(), judged.refused), (0, 0));
    assert!(clock.elapsed() >= 30.0, "{}", clock.elapsed());
    assert_eq!(site.asked().len(), 4);
}

#[test]
fn a_host_that_never_has_time_is_not_called_dead() {
    let site = Site::of(&[
        ("https://a.dev/1", |_, _| status(429)),
        ("https://b.dev/1", |_, _| {
            Ok(Reply { status: 429, retry_after: Some(RetryAfter::Seconds(86400)), ..Reply::default() })
        }),
        ("https://c.dev/1", |_, _| status(503)),
    ]);
    let (folder, clock, options) = (tempfile::tempdir().unwrap(), TestClock::new(), options());
    let urls = ["a", "b", "c"].map(|host| format!("https://{host}.dev/1"));
    let (_, judged) = check(&article(&urls), &options, folder.path(), site_source(&site), &clock);
    assert_eq!(judged.refused, 2);
    let kinds: Vec<_> = judged.flaws.iter().map(|flaw| (&*flaw.address, &flaw.kind)).collect();
    assert_eq!(kinds, [("https://c.dev/1", &LinkFlawKind::Unreachable(Reason::Status(503)))]);
    let cache = std::fs::read_to_string(folder.path().join("cache.jsonl")).unwrap();
    assert!(!cache.contains("a.dev"), "that a host is busy is not kept");
}

#[test]
fn many_429_cost_no_address() {
    // Every seventh request is one too many.
    let count = AtomicU64::new(0);
    let server = Server::start(move |_| match count.fetch_add(1, Ordering::SeqCst) % 7 {
        0 => Reaction::status(429, "Retry-After: 1", ""),
        _ => Reaction::page("x"),
    });
    let (folder, clock, options) = (tempfile::tempdir().unwrap(), TestClock::new(), options());
    let urls: Vec<String> = (0..200).map(|number| server.url(&format!("/{number}"))).collect();
    let (consulted, judged) = check(&article(&urls), &options, folder.path(), client(&options), &clock);
    assert_eq!((consulted.asked, judged.flaws.len(), judged.refused), (200, 0, 0));
}

#[test]
fn a_host_is_asked_at_its_pace() {
    let site = Site::of(&[("https://a.dev/1", |_, _| status(200)), ("https://b.dev/1", |_, _| status(200))]);
    let (folder, clock, options) = (tempfile::tempdir().unwrap(), TestClock::new(), options());
    let urls: Vec<String> = (0..30).map(|number| format!("https://a.dev/{number}")).collect();
    check(&article(&urls), &options, folder.path(), site_source(&site), &clock);
    // Each is asked twice, as `HEAD` did not find it: 60 requests, ten a second.
    assert!((5.8..7.0).contains(&clock.elapsed()), "{}", clock.elapsed());
}

#[test]
fn a_host_that_is_away_is_asked_a_few_times_only() {
    let site = Site::of(&[("https://b.dev/", |_, _| status(200))]);
    struct Away(Arc<Site>);
    impl Fetch for Away {
        fn fetch(&self, address: &Address, method: Method) -> Result<Reply, Failure> {
            let reply = self.0.fetch(address, method);
            if address.as_str().contains("a.dev") { fails(FailureKind::Connection) } else { reply }
        }
    }
    let (folder, clock, mut options) = (tempfile::tempdir().unwrap(), TestClock::new(), options());
    options.limits.at_once = 1;
    let mut urls: Vec<String> = (0..100).map(|number| format!("https://a.dev/{number}")).collect();
    urls.push("https://b.dev/".to_owned());
    let source = Source::Web(Arc::new(Away(Arc::clone(&site))));
    let (_, judged) = check(&article(&urls), &options, folder.path(), source, &clock);
    assert_eq!(judged.flaws.len(), 100, "all of them are reported");
    let asked = site.asked().iter().filter(|asked| asked.contains("a.dev")).count();
    assert!(asked < 10, "{asked}");
}
