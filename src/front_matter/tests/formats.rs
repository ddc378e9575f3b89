//! TOML and JSON become the same as YAML, sound and damaged.

use serde_json::json;

use super::*;

const TOML: &str = "+++
title = \"ניקוי מטמון\" # so
description = '''Ko darīt'''
date = 2021-03-08
updated = 2021-03-09T10:00:00Z
draft = false
weight = -3
tags = [\"a\", 'b c']
custom_ids = [
  \"0042\",
  77,
]
\"ms.topic\" = \"article\"
ms.contentlocale = \"he-IL\"
aliases = [\"/old\"]

[extra]
team = { name = \"Support\", size = 1_000 }
\"of day\" = 1979-05-27

[[resources]]
src = \"a.png\"
+++
# Title
";

const JSON: &str = "{
  \"title\": \"ניקוי מטמון\",
  \"description\": \"Ko darīt\",
  \"date\": \"2021-03-08\",
  \"updated\": \"2021-03-09T10:00:00Z\",
  \"draft\": false, \"weight\": -3,
  \"tags\": [\"a\", \"b c\"],
  \"custom_ids\": [\"0042\", 77],
  \"ms.topic\": \"article\",
  \"ms\": {\"contentlocale\": \"he-IL\"},
  \"aliases\": \"/old\",
  \"author\": null,
  \"extra\": {\"team\": {\"name\": \"Support\", \"size\": 1000}}
}
# Title
";

#[test]
fn both_are_read_with_their_places() {
    for (text, format) in [(TOML, Format::Toml), (JSON, Format::Json)] {
        for text in [text.to_owned(), format!("\u{feff}{}", text.replace('\n', "\r\n"))] {
            let front_matter = parse(&text);
            assert_eq!((front_matter.format, &*front_matter.flaws), (format, [].as_slice()));
            for piece in texts(&front_matter) {
                assert_eq!(piece.span.slice(&text), piece.value);
            }
            let FrontMatter { title, description, topic, locale, author, .. } = &front_matter;
            let some = [title, description, topic, locale, author].map(|field| value(field.as_ref()));
            assert_eq!(some, ["ניקוי מטמון", "Ko darīt", "article", "he-IL", ""]);
            assert_eq!(values(&front_matter.custom_ids), ["0042", "77"]);
            assert_eq!(values(&front_matter.tags), ["a", "b c"]);
            assert_eq!(values(&front_matter.redirect_from), ["/old"]);
            let dates = [&front_matter.date, &front_matter.updated];
            assert_eq!(dates.map(|date| date.as_ref().unwrap().value.iso()), ["2021-03-08", "2021-03-09"]);
            assert_eq!(front_matter.changed(), front_matter.updated.as_ref());
            assert_eq!(
                (front_matter.draft, front_matter.order.as_ref().unwrap().span.slice(&text)),
                (Draft::Published, "-3")
            );
            let team = &front_matter.other["extra"]["team"];
            assert_eq!(team["name"], json!("Support"));
            assert!(text[front_matter.body_start as usize..].starts_with("# Title"));
            let end = front_matter.span.unwrap().slice(&text);
            assert!(end.ends_with(if format == Format::Toml { "+++" } else { "}" }));
        }
    }
    let other = parse(TOML).other;
    assert_eq!(other["extra"], json!({"team": {"name": "Support", "size": "1_000"}, "of day": "1979-05-27"}));
    assert_eq!(other["resources"], json!([{"src": "a.png"}]));
}

#[test]
fn strings_of_toml_have_any_form() {
    let text = "+++\ntitle = \"a \\\"b\\\"\"\ndescription = \"\"\"\none\ntwo\"\"\"\nauthor = '''\r\nx'''\nslug = \"\"\nrobots = \"\"\"a\"b\"\"\"\n+++\n";
    let front_matter = parse(text);
    assert_eq!(front_matter.flaws, []);
    let title = front_matter.title.unwrap();
    assert_eq!((title.value.as_str(), title.span.slice(text)), ("a \"b\"", "\"a \\\"b\\\"\""));
    let [description, author, robots] =
        [front_matter.description, front_matter.author, front_matter.robots].map(Option::unwrap);
    for piece in [&description, &author, &robots] {
        assert_eq!(piece.span.slice(text), piece.value);
    }
    assert_eq!((&*description.value, &*author.value, &*robots.value), ("one\ntwo", "x", "a\"b"));
    assert_eq!(front_matter.slug, None);
}

#[test]
fn what_is_text_stays_text() {
    for text in [
        "+++\n\nText\n\n+++\n",
        "+++",
        "+++ Tab\ntitle = 1\n+++\n",
        "++++\nx\n++++\n",
        "+++\nText\n",
        "{{< note >}}\ntitle: x\n{{< /note >}}\n",
        "{% include x.md %}\n",
        "{: .class}\n# T\n",
        "{#id}\n",
        "{name} is a placeholder\ntitle: x\n",
        "{\"a\": 1} is an object\n",
        "{\n",
        "{",
        "{\"",
        "{ \"quoted\" text }\n",
        "\n{\"title\": \"T\"}\n",
        " {\"title\": \"T\"}\n",
        "{\n  margin: 0;\n}\n",
    ] {
        let front_matter = parse(text);
        assert_eq!(front_matter.flaws.len(), 1, "{text:?} {:?}", front_matter.flaws);
        assert_eq!((front_matter.body_start, front_matter.span), (0, None), "{text:?}");
    }
    for empty in ["+++\n+++\nText", "{}\nText", "{ }  \r\nText", "{}\n\nText"] {
        let front_matter = parse(empty);
        assert_eq!(front_matter.flaws, [], "{empty}");
        assert_eq!(empty[front_matter.body_start as usize..].trim_start(), "Text");
    }
    assert_eq!(parse("{\"title\": \"T\"}").body_start, 14);
}

/// Parses a damaged text: its draft is one, its title is `T`, and of the block nothing is text.
#[track_caller]
fn damaged(text: &str) -> FrontMatter {
    let front_matter = parse(text);
    assert!(!front_matter.flaws.is_empty(), "{text}");
    assert_eq!(front_matter.draft, Draft::Draft, "{text}");
    assert_eq!(value(front_matter.title.as_ref()), "T", "{text}");
    assert_eq!(text[front_matter.body_start as usize..].trim_start(), "# Body\n", "{text}");
    front_matter
}

#[test]
fn a_draft_stays_a_draft_whatever_else_is_damaged() {
    for line in [
        "slug = x",
        "description = \"never closed",
        "description = \"\"\"never closed",
        "tags = [\"a\", \"b\"",
        "[extra",
        "extra = { a = ",
        "slug: x",
        "weight = 01",
        "a word",
        "título = \"x\"",
        "date = 31/12/2020",
        "author = \"a\" b\"",
        "\0",
        "a.a = 1\na = 2",
    ] {
        damaged(&format!("+++\ntitle = \"T\"\n{line}\ndraft = true\n+++\n# Body\n"));
        damaged(&format!(
            "+++\r\n{line}\r\ntitle = 'T'\r\ndraft = true # so\r\n\r\n[extra]\r\n+++\r\n# Body\n"
        ));
    }
    for text in [
        "+++\ntitle = T\ndraft = true\n+++\n# Body\n",
        "+++\ntitle: T\ndraft: true\n+++\n# Body\n",
        "+++\ntitle = \"T\" draft = true\n+++\n# Body\n",
        "+++\ntitle ＝ \"T\"\ndraft ＝ true\n+++\n# Body\n",
        "+++\ntitle = \"T\"\ndraft = True\n+++\n# Body\n",
        "+++\ntitle: T\ndescription: Error: no \"access\": 10:30\ndraft: true\n+++\n# Body\n",
        "+++\ntitle = \"T\"\n\n[build]\nlist = \"never\"\nx = y\n+++\n# Body\n",
        "+++\ntitle = \"T\"\ndraft = true\n\n# Body\n",
        "+++\ntitle = \"T\"\ndraft = true\n\n[extra]\na = 1\n++\n# Body\n",
        "+++\ntitle = \"T\"\ndraft = true\n---\n# Body\n",
        "\n\n+++\ntitle = \"T\"\ndraft = true\n+++\n# Body\n",
    ] {
        damaged(text);
    }
    for text in [
        "{\n  \"title\": \"T\"\n  \"draft\": true\n}\n# Body\n",
        "{\n  \"title\": \"T\",\n  \"draft\": true,\n}\n# Body\n",
        "{\n  title: \"T\",\n  draft: true\n}\n# Body\n",
        "{\n  'title': 'T',\n  'draft': true\n}\n# Body\n",
        "{\"title\": \"T\" \"draft\": true}\n# Body\n",
        "{\"title\": \"T\", \"draft\": true} # Body\n",
        "{\r\n  \"draft\": true,\r\n  \"tags\": [\"a\",\r\n  \"title\": \"T\"\r\n}\r\n# Body\n",
        "{\n  \"draft\": true,\n  \"slug\": \"never closed,\n  \"title\": \"T\"\n}\n# Body\n",
        "{\n  \"draft\": true,\n  \"extra\": {\n    \"a\": 1\n  \"title\": \"T\"\n}\n# Body\n",
        "{\n  \"draft\": true,\n  \"title\": \"T\"\n\n# Body\n",
        "{\n  \"draft\": true, // so\n  \"title\": \"T\"\n}\n# Body\n",
        "{\n  \"title\"： \"T\",\n  \"draft\"： true\n}\n# Body\n",
    ] {
        damaged(text);
    }
}

#[test]
fn what_can_be_read_of_damage_is_kept() {
    let text = "+++\ntitle = \"T\"\nslug = x\ncustom_ids = [\n  \"1\",\n  \"2\"\n]\n[taxonomies]\ntags = [\"a\"]\n[extra]\ntitle = \"no\"\nkept = 1\n+++\n";
    let front_matter = parse(text);
    assert_eq!(flaws(&front_matter, text).len(), 1);
    assert!(matches!(flaws(&front_matter, text)[..], [(FlawKind::Syntax { .. }, "x")]));
    assert_eq!(values(&front_matter.custom_ids), ["1", "2"]);
    assert_eq!(values(&front_matter.tags), ["a"]);
    assert_eq!((value(front_matter.title.as_ref()), value(front_matter.slug.as_ref())), ("T", "x"));
    assert_eq!(front_matter.other["extra.kept"], json!(1));

    let text = "{\n  \"title\": \"T \\u00e9\",\n  \"extra\": {\"title\": \"no\"},\n  \"custom_ids\": [\"1\"] \"2\"\n}\nx";
    let front_matter = parse(text);
    assert!(matches!(flaws(&front_matter, text)[..], [(FlawKind::Syntax { .. }, "\"2\"")]));
    assert_eq!(value(front_matter.title.as_ref()), "T é");
    assert_eq!(values(&front_matter.custom_ids), ["1"]);
    assert_eq!(&text[front_matter.body_start as usize..], "x");
}

#[test]
fn a_word_with_a_colon_in_a_value_is_no_key() {
    let text = "+++\ntitle: Error: no access\ndescription = a url: b\n+++\n";
    let front_matter = parse(text);
    assert_eq!(value(front_matter.title.as_ref()), "Error: no access");
    assert_eq!(value(front_matter.description.as_ref()), "a");
}

#[test]
fn doubles_are_one_flaw_and_the_first_counts() {
    for text in [
        "+++\ntitle = \"T\"\ntitle = \"U\"\nx = 1\nx = 2\n+++\n",
        "{\"title\": \"T\", \"title\": \"U\", \"x\": 1, \"x\": 2}\n",
    ] {
        let front_matter = parse(text);
        let found = flaws(&front_matter, text);
        assert!(matches!(
            found[..],
            [(FlawKind::DuplicateKey { .. }, "title"), (FlawKind::DuplicateKey { .. }, "x")]
        ));
        assert_eq!(value(front_matter.title.as_ref()), "T");
        assert_eq!(front_matter.other["x"], json!(1));
    }
    let text = "+++\ntitle = \"T\"\n[extra]\na = 1\n[extra]\nb = 1\n+++\n";
    assert!(only_syntax(&parse(text)));
}

#[test]
fn a_block_that_runs_on_to_the_text_ends_before_it() {
    let text = "+++\ntitle = \"T\"\n\n# Body\n\nText\n\n+++\n\nMore\n";
    let front_matter = parse(text);
    assert_eq!(flaws(&front_matter, text), [(&FlawKind::Unclosed, "+++")]);
    assert!(text[front_matter.body_start as usize..].trim_start().starts_with("# Body"));
    let text = "{\"title\": \"T\"\n\n# Body {x}\n";
    let front_matter = parse(text);
    assert!(text[front_matter.body_start as usize..].trim_start().starts_with("# Body"), "{front_matter:?}");
}

#[test]
fn hostile_blocks_are_refused() {
    let hostile = [
        format!("x = {}", "[".repeat(60_000)),
        format!("x = {}1{}", "[".repeat(17), "]".repeat(17)),
        format!("x = {}1{}", "{a = ".repeat(70), "}".repeat(70)),
        format!("{}a = 1", "a.".repeat(30_000)),
        format!("[{}a]", "a.".repeat(1000)),
        format!("{}a = 1", "a.".repeat(1000)),
        "a = 1\n".repeat(20_000),
        (0..9000).map(|n| format!("a{n}=")).collect(),
        "a".repeat(60_000),
        "=".repeat(60_000),
        "\"=".repeat(30_000),
        "title=\"".repeat(9000),
        "x = \"\"\"".to_owned(),
    ];
    for hostile in hostile {
        let text = format!("+++\ntitle = \"Vārds\"\n{hostile}\n+++\nText");
        let front_matter = parse(&text);
        assert_eq!(value(front_matter.title.as_ref()), "Vārds");
        assert_eq!(front_matter.body_start as usize + 4, text.len());
        assert!(!front_matter.flaws.is_empty());
    }
    let hostile = [
        format!("\"x\": {}", "[".repeat(60_000)),
        format!("\"x\": {}1{}", "[".repeat(17), "]".repeat(17)),
        format!("\"x\": {}1{}", "{\"a\":".repeat(5000), "}".repeat(5000)),
        "\"a\": 1,".repeat(20_000),
        "\"a\":".repeat(15_000),
        "\"".repeat(60_001),
        ":".repeat(60_000),
        "\"a\": \"\\ud800\"".to_owned(),
    ];
    for hostile in hostile {
        let text = format!("{{\"title\": \"Vārds\",\n{hostile}\n}}\nText");
        let front_matter = parse(&text);
        assert_eq!(value(front_matter.title.as_ref()), "Vārds");
        assert_eq!(front_matter.body_start as usize + 4, text.len());
        assert!(!front_matter.flaws.is_empty());
    }
    let huge = format!("{{\"title\": \"T\", \"x\": \"{}\", \"draft\": true}}\nText", "é".repeat(100_000));
    assert_eq!(&huge[parse(&huge).body_start as usize..], "Text");
    parse(&"{".repeat(200_000));
    parse(&"{\"a\":".repeat(200_000));
    parse(&format!("{}{}", "{\"a\":".repeat(200_000), "}".repeat(200_000)));
}
