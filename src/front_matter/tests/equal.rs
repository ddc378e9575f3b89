//! The fast reader equals the YAML parser and both equal serde_yaml, on the real headers too when they are at hand;
//! nothing makes them panic.

use std::path::Path;

use proptest::prelude::*;
use serde_json::Value as Json;

use super::*;

fn corpus() -> Vec<(String, String)> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let mut files = Vec::new();
    for folder in ["corpus", "corpus-with-source", "seeds"] {
        for entry in walkdir::WalkDir::new(shared.join(folder)).sort_by_file_name().into_iter().flatten() {
            if entry.path().extension().is_some_and(|extension| extension == "md") {
                let bytes = std::fs::read(entry.path()).unwrap();
                let path = entry.path().strip_prefix(&shared).unwrap().display().to_string();
                files.push((path, String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
    }
    assert!(!files.is_empty(), "no articles in {}", shared.display());
    files
}

/// The headers of the corpus as blocks of YAML.
fn blocks(files: &[(String, String)]) -> impl Iterator<Item = (&str, &str, Range<usize>)> {
    files.iter().filter_map(|(path, text)| Some((path.as_str(), text.as_str(), block::find(text)?.content)))
}

#[test]
#[ignore = "reads articles in ../shared: cargo test --lib -- --ignored"]
fn on_the_corpus_the_fast_reader_equals_the_yaml_parser() {
    let files = corpus();
    let mut fast = 0;
    for (path, text, yaml) in blocks(&files) {
        if let Some(entries) = plain::read(text, &yaml) {
            assert_eq!(yaml::read(text, &yaml).as_ref(), Ok(&entries), "{path}");
            fast += 1;
        }
    }
    println!("{fast} of {} read by the fast reader", files.len());
    assert!(fast * 100 >= files.len() * 99);
}

/// Entries as one JSON object, as written or as typed.
fn object(entries: &[value::KeyValue<'_>]) -> Json {
    Json::Object(entries.iter().map(|entry| (entry.key.value.to_string(), entry.value.to_json())).collect())
}

/// Where serde_yaml accepts a block, both give the same values.
fn agrees_with_serde_yaml(text: &str, yaml: &Range<usize>) -> bool {
    let Ok(oracle) = serde_yaml::from_str::<serde_yaml::Mapping>(&text[yaml.clone()]) else { return false };
    let oracle: Json = serde_json::to_value(oracle).unwrap();
    assert_eq!(object(&yaml::read(text, yaml).unwrap()), oracle, "{text}");
    if let Some(entries) = plain::read(text, yaml) {
        assert_eq!(object(&entries), oracle, "{text}");
    }
    true
}

#[test]
#[ignore = "reads articles in ../shared: cargo test --lib -- --ignored"]
fn on_the_corpus_values_equal_those_of_serde_yaml() {
    let files = corpus();
    let mut compared = 0;
    for (path, text, yaml) in blocks(&files) {
        if agrees_with_serde_yaml(text, &yaml) {
            compared += 1;
        } else {
            println!("serde_yaml rejects {path}");
        }
    }
    println!("{compared} headers equal");
    assert!(compared + 4 + 15 >= files.len());
}

#[test]
fn fixtures_equal_serde_yaml() {
    let blocks = [
        "a: 1\nb: -2\nc: 0.5\nd: true\ne: False\nf: ~\ng: null\nh:\ni: ''\nj: 007\nk: 1_000\nl: yes\nm: No\n",
        "a: 'it''s'\nb: \"\\u00e9\\n\"\nc: >\n  folded\n  text\nd: |\n  kept\n  text\ne: plain\n  over lines\n",
        "a: [1, two, '3', [4]]\nb: {c: d, e: [f]}\ng:\n- h\n-   i\n- - j\nk:\n  l: m\n",
        "# comment\na: b # more\n\nc: d#e\nurl: https://example.com/a?b=c#d\ntime: 10:30\n",
        "\"a b\": c\n? d\n: e\ndate: 2020-02-03\nv: 1.2.3\nhash: 1e5\nh2: 12e\n",
        "a: +5\nb: .5\nc: 5.\nd: 1e3\nf: 0\ng: 18446744073709551615\nh: -9223372036854775808\ni: 9999999999999999999999x\n",
        "title: שלום   \nname: 日本語  \nx: \u{a0}y\u{a0}\n",
    ];
    for yaml in blocks {
        for yaml in [yaml.to_owned(), yaml.replace('\n', "\r\n")] {
            assert!(agrees_with_serde_yaml(&yaml, &(0..yaml.len())), "{yaml}");
        }
    }
    assert!(agrees_with_serde_yaml(WHOLE, &block::find(WHOLE).unwrap().content));
}

/// What breaks headers: one piece a word, white space and controls apart.
const PIECES: &str = r#"title ms.custom ms.author ROBOTS - : ： " ' # --- ... [ ] { } &a *a | >- א ā 日本 🦜 0 12 0x1F 0b01
    1e5 true ~ null . , / _ yes 2020-01-02 13/01/2020 a \ % @ ` ! ? << = draft +++ sidebar.order"#;
const SPACES: [&str; 16] = [
    " ", "  ", "\t", "\n", "\r\n", "\n- ", ": ", " #", "\n---\n", "MS. ", "\0", "\u{feff}", "\u{a0}",
    "\u{85}", "\u{2028}", "\r",
];

fn piece() -> impl Strategy<Value = String> {
    let pieces: Vec<&str> = PIECES.split_whitespace().chain(SPACES).collect();
    prop_oneof![8 => prop::sample::select(pieces).prop_map(str::to_owned), 1 => ".{0,4}"]
}

fn line() -> impl Strategy<Value = String> {
    let key =
        prop::sample::select(vec!["title", "a", "ms.date", "x_y", "true", "- ", "-  ", "b-c", "e1", "y"]);
    let value = prop_oneof![
        "[0-9xobeE_+.:-]{0,6}",
        "[a-zA-Z0-9 ,./:#'\"()_-]{0,10}",
        "[\"'][a-zא-ת #:,]{0,6}[\"']",
        Just(" ".to_owned()),
        Just(String::new()),
        piece(),
    ];
    (key, value, prop::sample::select(vec!["\n", "\r\n"])).prop_map(|(key, value, end)| {
        if key.starts_with('-') { format!("{key}{value}{end}") } else { format!("{key}: {value}{end}") }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn nothing_makes_it_panic(pieces in prop::collection::vec(piece(), 0..60)) {
        parse(&pieces.concat());
        parse(&format!("---\n{}\n---\nText", pieces.concat()));
        parse(&format!("+++\n{}\n+++\nText", pieces.concat()));
        parse(&format!("{{{}}}\nText", pieces.concat()));
    }

    #[test]
    fn damage_to_a_real_header_is_survived(at in 0..WHOLE.len(), length in 0_usize..30, new in piece()) {
        let start = WHOLE.floor_char_boundary(at);
        let end = WHOLE.floor_char_boundary((start + length).min(WHOLE.len()));
        parse(&format!("{}{new}{}", &WHOLE[..start], &WHOLE[end..]));
    }

    #[test]
    fn the_fast_reader_equals_the_yaml_parser(lines in prop::collection::vec(line(), 0..6)) {
        let text = lines.concat();
        let all = 0..text.len();
        if let Some(entries) = plain::read(&text, &all) {
            prop_assert_eq!(yaml::read(&text, &all), Ok(entries));
        }
    }
}
