//! Sound front matter: every field with its place, every shape of a value.

use serde_json::Value as Json;

use super::*;

#[test]
fn everything_is_read_with_its_place() {
    let front_matter = parse(WHOLE);
    assert_eq!(front_matter.flaws, []);
    for piece in texts(&front_matter) {
        assert_eq!(piece.span.slice(WHOLE), piece.value);
    }
    let FrontMatter { title, description, author, robots, priority, locale, .. } = &front_matter;
    let some = [title, description, author, robots, priority, locale].map(|field| value(field.as_ref()));
    let expected = [
        "ניקוי מטמון הדפדפן",
        "Ko darīt, ja lapa \"neatveras\"",
        "dana",
        "NOINDEX, NOFOLLOW",
        "Normal",
        "he-IL",
    ];
    assert_eq!(some, expected);
    assert_eq!(values(&front_matter.custom_ids), ["0042", "77", "78"]);
    assert_eq!(values(&front_matter.tags), ["getting-started"]);
    assert_eq!(values(&front_matter.collection), ["A_1", "B_2"]);
    assert_eq!(front_matter.date.map(|date| date.value.iso()).as_deref(), Some("2021-03-08"));
    assert_eq!(front_matter.translated.map(|date| date.value.iso()).as_deref(), Some("2021-03-09"));
    assert_eq!(front_matter.translation_type.map(|kind| kind.value), Some(TranslationType::Machine));
    let hash = front_matter.source_hash.unwrap();
    assert_eq!(hash.value, "0a12345678901234567890123456789012345678");
    assert_eq!(hash.span.slice(WHOLE), hash.value.to_uppercase());
    assert_eq!(front_matter.order.map(|order| order.value), Order::parse("3"));
    assert_eq!(front_matter.other.get("team"), Some(&serde_json::json!({"name": "Support"})));
    assert!(WHOLE[front_matter.body_start as usize..].starts_with("# Title"));
    assert!(front_matter.span.unwrap().slice(WHOLE).ends_with("Support\n---"));
}

#[test]
fn a_byte_order_mark_and_crlf_change_places_only() {
    let text = format!("\u{feff}{}", WHOLE.replace('\n', "\r\n"));
    let front_matter = parse(&text);
    assert_eq!(front_matter.flaws, []);
    for piece in texts(&front_matter) {
        assert_eq!(piece.span.slice(&text), piece.value);
    }
    assert_eq!(values(&front_matter.custom_ids), ["0042", "77", "78"]);
    assert_eq!(front_matter.span.unwrap().start, 3);
    assert!(text[front_matter.body_start as usize..].starts_with("# Title"));
}

#[test]
fn plain_keys_go_before_those_of_learn_wherever_they_stand() {
    let text = "---\nms.author: a\nauthor: b\ncustom_ids: x.1\nms.custom: 1, tag\nms.date: 1/2/2020\ndate: 2021-01-02\n---\n";
    let front_matter = parse(text);
    assert_eq!(front_matter.flaws, []);
    assert_eq!(value(front_matter.author.as_ref()), "b");
    assert_eq!(values(&front_matter.custom_ids), ["x.1", "1"]);
    assert_eq!(values(&front_matter.tags), ["tag"]);
    assert_eq!(front_matter.date.map(|date| date.value.iso()).as_deref(), Some("2021-01-02"));
    assert!(front_matter.other.is_empty());
}

#[test]
fn custom_ids_have_any_shape() {
    let guid = "0bd18328-35e4-4e4a-94c3-48430e8e2e77";
    let cases: [(&str, &[&str], &[&str]); 13] = [
        ("", &[], &[]),
        (" ''", &[], &[]),
        (" 0012", &["0012"], &[]),
        (" 12345678901234567890", &["12345678901234567890"], &[]),
        (" 12,13;14 15/16", &["12", "13", "14", "15", "16"], &[]),
        (" '1 000'", &["1", "000"], &[]),
        (" \"7, seven\"", &["7"], &["seven"]),
        (" [1, '02', three]", &["1", "02"], &["three"]),
        ("\n- 1\n- \"02\"\n- 1", &["1", "02", "1"], &[]),
        ("\n  - 1_000", &[], &["1_000"]),
        (" 0bd18328-35e4-4e4a-94c3-48430e8e2e77", &[guid], &[]),
        (" \"1،2\"", &["1", "2"], &[]),
        (" 1.5", &[], &["1.5"]),
    ];
    for (written, ids, tags) in cases {
        let text = format!("---\ntitle: T\nms.custom:{written}\n---\n");
        let front_matter = parse(&text);
        assert_eq!(values(&front_matter.custom_ids), ids, "{text}");
        assert_eq!(values(&front_matter.tags), tags, "{text}");
        assert_eq!(front_matter.flaws, [], "{text}");
        for piece in texts(&front_matter) {
            assert_eq!(piece.span.slice(&text), piece.value);
        }
    }
}

#[test]
fn a_custom_id_of_other_characters_is_invalid() {
    let text = "---\ncustom_ids: [ok-1, n\u{f6}, a.b_c]\n---\n";
    let front_matter = parse(text);
    assert_eq!(values(&front_matter.custom_ids), ["ok-1", "a.b_c"]);
    assert!(matches!(flaws(&front_matter, text)[..], [(FlawKind::InvalidValue { .. }, "n\u{f6}")]));
}

#[test]
fn titles_come_out_as_written() {
    for title in ["2024", "Yes", "true", "nUll", "none", "1.0", "0x1F", "1_000", "07", "3: a", "- b"] {
        let quoted = title.starts_with(['3', '-']);
        let text = if quoted {
            format!("---\ntitle: \"{title}\"\n---\n")
        } else {
            format!("---\ntitle: {title}\n---\n")
        };
        let front_matter = parse(&text);
        assert_eq!(value(front_matter.title.as_ref()), title);
        assert_eq!(front_matter.flaws, []);
    }
    for nothing in ["", "~", "null", "Null", "NULL", "''", "\"  \"", "# why"] {
        assert_eq!(parse(&format!("---\ntitle: {nothing}\n---\n")).title, None, "{nothing}");
    }
}

#[test]
fn escapes_and_several_lines_are_decoded_and_point_at_the_whole_value() {
    let text = "---\ntitle: \"a \\\"b\\\" \\u05d0\"\ndescription: >-\n  one\n  two\nms.custom: \"1,\\t2\"\nslug: one\n  more\n---\n";
    let front_matter = parse(text);
    assert_eq!(front_matter.flaws, []);
    let title = front_matter.title.unwrap();
    assert_eq!((title.value.as_str(), title.span.slice(text)), ("a \"b\" א", "\"a \\\"b\\\" \\u05d0\""));
    assert_eq!(value(front_matter.description.as_ref()), "one two");
    assert_eq!(values(&front_matter.custom_ids), ["1", "2"]);
    assert_eq!(front_matter.custom_ids[1].span.slice(text), "\"1,\\t2\"");
    assert_eq!(front_matter.slug.unwrap().span.slice(text), "one\n  more");
}

#[test]
fn flaws_of_single_values() {
    let text = "---\ntitle: [a]\ndraft: maybe\nms.date: 31/04/2020\ntranslated: 17/02/2021\ntranslation_type: robot\nsource_hash: abc\ntopic: a\ntopic: b\nextra: 1\nextra: 2\n---\n";
    let front_matter = parse(text);
    let places: Vec<_> = flaws(&front_matter, text).into_iter().map(|(_, place)| place).collect();
    assert_eq!(places, ["title", "maybe", "31/04/2020", "17/02/2021", "robot", "abc", "topic", "extra"]);
    let kinds: Vec<_> = front_matter.flaws.iter().map(|flaw| &flaw.kind).collect();
    assert_eq!(kinds[2], &FlawKind::InvalidDate { key: "ms.date".into(), written: "31/04/2020".into() });
    let date = Date { year: 2021, month: 2, day: 17 };
    assert_eq!(kinds[3], &FlawKind::DayMonthOrder { key: "translated".into(), date });
    assert_eq!(kinds[7], &FlawKind::DuplicateKey { key: "extra".into() });
    assert_eq!(value(front_matter.topic.as_ref()), "a");
    assert_eq!(front_matter.other.get("extra"), Some(&Json::from(1)));
    assert_eq!(front_matter.translated.map(|date| date.value), Some(date));
}

#[test]
fn dates() {
    let iso = |text| Date::parse(text).map(|(date, form)| (date.iso(), form));
    let cases = [
        ("2024-02-29", "2024-02-29", DateForm::Iso),
        ("2021-3-8", "2021-03-08", DateForm::Iso),
        ("2021-03-08T10:11:12.5+02:00", "2021-03-08", DateForm::Iso),
        ("2021-03-08 10:11", "2021-03-08", DateForm::Iso),
        ("3/8/2021", "2021-03-08", DateForm::MonthFirst),
        (" 12/31/1999 ", "1999-12-31", DateForm::MonthFirst),
        ("31/12/1999", "1999-12-31", DateForm::DayFirst),
        ("1/23/2021 12:00:00 AM", "2021-01-23", DateForm::MonthFirst),
        ("01/03/2021 1:05 pm", "2021-01-03", DateForm::MonthFirst),
        ("23/1/2021 12:00:00", "2021-01-23", DateForm::DayFirst),
        ("2021-03-04T10:00:00-07:00", "2021-03-04", DateForm::Iso),
        ("2021-03-04 10:00:00 +0000", "2021-03-04", DateForm::Iso),
        ("2021-03-04 9:00", "2021-03-04", DateForm::Iso),
    ];
    for (written, date, form) in cases {
        assert_eq!(iso(written), Some((date.to_owned(), form)), "{written}");
    }
    let none = [
        "",
        "2023-02-29",
        "13/13/2020",
        "00/01/2020",
        "02/30/2020",
        "2020-21-04",
        "1/1/20",
        "2021-03-08Tea",
        "0000-01-01",
        "١/٢/2020",
        "1/2/3/4",
        "1/2/2020 noon",
        "1/2/2020 AM",
        "2020-01-02 10:00 XM",
        "/",
    ];
    for written in none {
        assert_eq!(iso(written), None, "{written}");
    }
}

#[test]
fn keys_of_other_tools_are_kept_without_a_word() {
    let text =
        "---\ntitle: T\nauthors: [a]\ntags: [b]\nms.localizationpriority: medium\nמפתח: x\ndata: 1\n---\n";
    let front_matter = parse(text);
    assert_eq!(front_matter.flaws, []);
    assert_eq!(front_matter.other.len(), 5);
}

#[test]
fn sentences_between_thematic_breaks_are_text() {
    let is_text = |text: &str| FrontMatter::parse(text).body_start == 0;
    assert!(is_text("---\n\nImportant: back up your data before you start.\n\n---\n\n# A\n"));
    assert!(is_text("---\n\n重要：開始前に保存してください。\n\n---\n\n# A\n"));
    assert!(!is_text("---\n\ntitle: Back up your data\n\n---\n\n# A\n"));
    assert!(!is_text("---\n\nteam: support\n\n---\n\n# A\n"));
    assert!(!is_text("---\nImportant: back up your data before you start.\n---\n\n# A\n"));
}

#[test]
fn text_on_the_line_of_a_fence_is_text() {
    let text = "---\ntitle: x\n---# F\n\nText.\n\n---\n\nMore.\n";
    let front_matter = FrontMatter::parse(text);
    assert_eq!(&text[front_matter.body_start as usize..][..4], "# F\n");
}
