//! What is kept between runs.

use super::super::cache::Cache;
use super::*;

fn site() -> Arc<Site> {
    Site::of(&[
        ("https://a.dev/good", |_, _| status(200)),
        ("https://a.dev/moved", |_, _| redirect(301, "https://a.dev/good")),
    ])
}

fn urls() -> Vec<String> {
    ["good", "moved", "gone"].map(|path| format!("https://a.dev/{path}")).to_vec()
}

#[test]
fn what_is_known_is_not_asked_again() {
    let (folder, clock, options, catalog) =
        (tempfile::tempdir().unwrap(), TestClock::new(), options(), article(&urls()));
    let run = |site: &Arc<Site>| check(&catalog, &options, folder.path(), site_source(site), &clock);
    let (first, judged) = run(&site());
    let again = site();
    let (second, judged_again) = run(&again);
    assert_eq!((first.asked, second.asked, again.asked().len()), (3, 0, 0));
    assert_eq!(judged.flaws, judged_again.flaws);
    // What was bad is asked again after an hour, the rest after a week.
    for (hours, asked) in [(2, 1), (200, 3)] {
        clock.advance(Duration::from_secs(3600 * hours));
        assert_eq!(run(&site()).0.asked, asked);
    }
}

#[test]
fn the_file_can_be_read_by_people() {
    let (folder, clock, options) = (tempfile::tempdir().unwrap(), TestClock::new(), options());
    check(&article(&urls()), &options, folder.path(), site_source(&site()), &clock);
    insta::assert_snapshot!(std::fs::read_to_string(folder.path().join("cache.jsonl")).unwrap(), @r#"
    {"url":"https://a.dev/gone","checked":"Mon, 21 Sep 2026 14:13:20 GMT","status":404}
    {"url":"https://a.dev/good","checked":"Mon, 21 Sep 2026 14:13:20 GMT","status":200}
    {"url":"https://a.dev/moved","checked":"Mon, 21 Sep 2026 14:13:20 GMT","status":200,"redirects":[{"status":301,"to":"https://a.dev/good"}]}
    "#);
}

#[test]
fn a_new_anchor_of_a_known_page_is_asked() {
    fn page(_: Method, _: usize) -> Result<Reply, Failure> {
        let page = PageBytes { bytes: b"<h1 id=a>A</h1>".to_vec(), extent: PageExtent::Whole };
        Ok(Reply { status: 200, page: Some(page), ..Reply::default() })
    }
    let site = || Site::of(&[("https://a.dev/", page)]);
    let (folder, clock, options) = (tempfile::tempdir().unwrap(), TestClock::new(), options());
    let run =
        |url: &str| check(&article(&[url.to_owned()]), &options, folder.path(), site_source(&site()), &clock);
    assert_eq!(run("https://a.dev/").0.asked, 1);
    let (consulted, judged) = run("https://a.dev/#b");
    assert_eq!((consulted.asked, judged.flaws.len()), (1, 1));
    assert_eq!(run("https://a.dev/#b").0.asked, 0);
    assert_eq!(run("https://a.dev/").0.asked, 0);
    // What another file asked of the page stays known.
    assert_eq!(run("https://a.dev/#a").0.asked, 1);
    assert_eq!(run("https://a.dev/#b").0.asked, 0);
}

#[test]
fn offline_nobody_is_asked_and_age_does_not_count() {
    let (folder, clock, options) = (tempfile::tempdir().unwrap(), TestClock::new(), options());
    check(&article(&urls()), &options, folder.path(), site_source(&site()), &clock);
    clock.advance(Duration::from_secs(3600 * 24 * 20));
    let more = [urls(), vec!["https://a.dev/new".to_owned()]].concat();
    let (consulted, judged) = check(&article(&more), &options, folder.path(), Source::Cache, &clock);
    assert_eq!((consulted.asked, consulted.unknown, judged.flaws.len()), (0, 1, 2));
}

#[test]
fn two_runs_at_once_lose_nothing() {
    let (folder, options) = (tempfile::tempdir().unwrap(), options());
    std::thread::scope(|scope| {
        for run in 0..8 {
            let (folder, options) = (folder.path(), &options);
            scope.spawn(move || {
                for number in 0..10 {
                    let address = Address::parse(&format!("https://a.dev/{run}/{number}")).unwrap();
                    let answer = Answer::new(START, Outcome::Status(200));
                    let new = BTreeMap::from([(address, answer)]);
                    Cache::new(folder, "cache.jsonl")
                        .write(&new, options.ages, Duration::from_secs(START))
                        .unwrap();
                }
            });
        }
    });
    assert_eq!(Cache::new(folder.path(), "cache.jsonl").read().unwrap().len(), 80);
}

#[test]
fn the_newer_answer_stays_and_damage_costs_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::new(folder.path(), "deep/cache.jsonl");
    let address = Address::parse("https://a.dev/").unwrap();
    let write = |checked, status| {
        let new = BTreeMap::from([(address.clone(), Answer::new(checked, Outcome::Status(status)))]);
        cache.write(&new, Ages::default(), Duration::from_secs(START)).unwrap();
    };
    write(START, 200);
    write(START - 100, 404);
    assert_eq!(cache.read().unwrap()[&address].outcome, Outcome::Status(200));
    let file = folder.path().join("deep/cache.jsonl");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("\u{0}<<<<<<< HEAD\n{text}=======\n{{\"url\":\"https://b.dev/\"}}\nx\n"))
        .unwrap();
    // What a killed run left is no hindrance.
    std::fs::write(folder.path().join("deep/cache.jsonl.new"), "half").unwrap();
    write(START + 1, 500);
    assert_eq!(cache.read().unwrap().len(), 1);
    assert!(!folder.path().join("deep/cache.jsonl.new").exists());
}

#[test]
fn another_file_is_not_taken_for_a_cache() {
    let folder = tempfile::tempdir().unwrap();
    for text in ["{\"name\": \"x\"}\n", "{ \"url\": 1 }\n", "# A\n", "[1]"] {
        std::fs::write(folder.path().join("package.json"), text).unwrap();
        let cache = Cache::new(folder.path(), "package.json");
        let new = BTreeMap::from([(
            Address::parse("https://a.dev/").unwrap(),
            Answer::new(START, Outcome::Status(200)),
        )]);
        let error = cache.write(&new, Ages::default(), Duration::from_secs(START)).unwrap_err();
        assert!(error.to_string().contains("is no cache of external links\nhelp: "), "{error:#}");
        assert_eq!(std::fs::read_to_string(folder.path().join("package.json")).unwrap(), text);
    }
}

#[test]
fn where_another_run_writes_nobody_waits_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::new(folder.path(), "cache.jsonl");
    let new = BTreeMap::from([(
        Address::parse("https://a.dev/").unwrap(),
        Answer::new(START, Outcome::Status(200)),
    )]);
    let write = || cache.write(&new, Ages::default(), Duration::from_secs(START));
    write().unwrap();
    let other = std::fs::File::open(folder.path().join(".faqtory/external-links.lock")).unwrap();
    other.lock().unwrap();
    let error = format!("{:#}", write().unwrap_err());
    assert!(error.ends_with("cache.jsonl: another run is writing it"), "{error}");
    other.unlock().unwrap();
    write().unwrap();
}

#[test]
fn what_has_long_been_too_old_goes() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::new(folder.path(), "cache.jsonl");
    let answer = |path: &str, checked| {
        (
            Address::parse(&format!("https://a.dev/{path}")).unwrap(),
            Answer::new(checked, Outcome::Status(200)),
        )
    };
    let new = BTreeMap::from([answer("old", START - 40 * 24 * 3600), answer("new", START)]);
    cache.write(&new, Ages::default(), Duration::from_secs(START)).unwrap();
    assert_eq!(cache.read().unwrap().len(), 1);
}
