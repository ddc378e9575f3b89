//! What the page for a browser holds, whatever the titles.

use scraper::{Html, Selector};

use super::html;
use crate::locale::Locale;
use crate::translation::{
    ArticleStatus, Basis, Behind, Coverage, DueState, DueStatus, LocaleStatus, State, Status,
};

const TITLE: &str = "</script><img src=x onerror=alert(1)> & “כותרת”";

fn status() -> Status {
    let locale = |tag: &str, coverage| LocaleStatus {
        locale: Locale::parse(tag).unwrap(),
        coverage,
        in_progress: 0,
        human: 0,
        machine: 1,
        most_behind: None,
        replaced: 0,
    };
    let article = |id: &str, states: &[Option<State>]| ArticleStatus {
        id: id.to_owned(),
        title: TITLE.to_owned(),
        titled_in: 1,
        states: states.to_vec(),
    };
    Status {
        source: Some(Locale::parse("en-US").unwrap()),
        basis: Basis::Source,
        locales: vec![
            locale("en-US", Coverage { articles: 2, ..Coverage::default() }),
            locale(
                "he-IL",
                Coverage { articles: 2, current: 1, missing: 1, orphaned: 1, ..Coverage::default() },
            ),
            locale("ja-JP", Coverage { articles: 1, outdated: 1, missing: 1, ..Coverage::default() }),
        ],
        articles: vec![
            article(
                "a",
                &[
                    Some(State::Source),
                    Some(State::Current),
                    Some(State::Outdated { newest: Default::default() }),
                ],
            ),
            article("b", &[Some(State::Source), None, None]),
            article("gone", &[None, Some(State::Orphaned), None]),
        ],
        due: vec![DueStatus {
            article: 0,
            locale: 2,
            state: DueState::Outdated,
            path: Some("ja-JP/a.md".to_owned()),
            target: Some("ja-JP/a.md".to_owned()),
            source: Some("en-US/a.md".to_owned()),
            recorded_hash: None,
            priority: None,
            behind: Some(Behind { commits: 2, days: 40 }),
            in_progress_since: None,
            details: None,
            because: Vec::new(),
        }],
        files: Vec::new(),
        without_history: 0,
    }
}

#[test]
fn the_page_holds_every_state_and_asks_for_nothing() {
    let written = html::render(&status(), html::Styling::Inline).unwrap();
    let page = Html::parse_document(&written);
    let select = |selector: &str| page.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
    let data: serde_json::Value =
        serde_json::from_str(&select("#data")[0].text().collect::<String>()).unwrap();
    assert_eq!(data["articles"][0], serde_json::json!(["a", TITLE, 1, "sco"]));
    assert_eq!(data["articles"][1][3], "smm");
    assert_eq!(data["articles"][2][3], "-x-");
    assert_eq!(data["behind"], serde_json::json!({"0": {"2": [2, 40]}}));
    assert_eq!(data["locales"][1], serde_json::json!({"tag": "he-IL", "dir": "rtl"}));
    assert!(select("img, link, iframe, [src], a[href]").is_empty() && select("script").len() == 2);
    assert_eq!(select("[lang=he-IL]")[0].attr("dir"), Some("rtl"));
    assert_eq!(select("#matrix thead th").len(), 4);
    assert!(!written.contains("http://") && !written.contains("https://") && !written.contains("url("));
}

#[test]
fn a_state_has_the_same_letter_for_the_script() {
    let script = include_str!("page/script.js");
    for (letter, name, sign) in html::STATES {
        assert!(script.contains(&format!("{letter}: [\"{name}\", \"{sign}\"]")), "{name}");
    }
}

#[test]
fn only_a_whole_is_a_hundred() {
    let locale = |current, missing| LocaleStatus {
        in_progress: 0,
        locale: Locale::parse("fr").unwrap(),
        coverage: Coverage { current, missing, ..Coverage::default() },
        human: 0,
        machine: 0,
        most_behind: None,
        replaced: 0,
    };
    assert_eq!(
        [locale(2999, 1), locale(3, 0), locale(0, 0)].map(|it| it.percent()),
        [Some(99), Some(100), None]
    );
}
