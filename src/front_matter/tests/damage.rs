//! Damaged front matter: what is saved, and which flaws are seen.

use super::*;

#[test]
fn misspelt_keys_are_understood_where_the_right_one_is_absent() {
    let cases = [
        ("ms,.custom", "ms.custom"),
        ("ms-custom", "ms.custom"),
        ("ms.custon", "ms.custom"),
        ("mreset your-thing s.custom", "ms.custom"),
    ];
    for (written, known) in cases {
        let text = format!("---\ntitle: T\n{written}:\n- \"11\"\n---\n");
        let front_matter = parse(&text);
        assert_eq!(flaws(&front_matter, &text), [(&misspelt(written, known), written)]);
        assert_eq!(values(&front_matter.custom_ids), ["11"]);
        assert!(front_matter.other.is_empty());

        let text = format!("---\ntitle: T\nms.custom: 1\n{written}:\n- \"11\"\n---\n");
        let front_matter = parse(&text);
        assert_eq!(values(&front_matter.custom_ids), ["1"]);
        assert_eq!(front_matter.other.get(written), Some(&serde_json::json!(["11"])));
    }
}

#[test]
fn a_translated_first_key_is_the_title() {
    for (key, title) in
        [("כותרת", "שלום"), ("virsraksts", "Kā atvērt"), ("標題", "帳戶"), ("titlu", "Cum se face")]
    {
        let text = format!("---\n{key}: {title}\nms.topic: article\n---\n");
        let front_matter = parse(&text);
        assert_eq!(flaws(&front_matter, &text), [(&translated(key, "title"), key)]);
        assert_eq!(value(front_matter.title.as_ref()), title);
    }
    for first in ["layout: post", "kind: 3", "summary: Two words", "מספר: 3", "a_b: Two words"] {
        let text = format!("---\n{first}\nms.topic: article\n---\n");
        let front_matter = parse(&text);
        assert_eq!((front_matter.flaws.len(), &front_matter.title), (0, &None), "{first}");
    }
}

#[test]
fn a_translated_key_is_known_by_a_value_that_only_it_has() {
    let text = "---\ntitle: T\nロボット: NOINDEX, nofollow\nשפה: he-IL\n---\n";
    let front_matter = parse(text);
    assert_eq!(
        flaws(&front_matter, text),
        [(&translated("ロボット", "robots"), "ロボット"), (&translated("שפה", "locale"), "שפה")]
    );
    assert_eq!(value(front_matter.locale.as_ref()), "he-IL");
}

#[test]
fn a_missing_block_and_thematic_breaks_are_all_body() {
    for text in [
        "",
        "# Heading\n",
        "\n\n",
        "----\nnote: x\n---\n",
        "---",
        "---\n",
        "---\n\nText\n\n---\nMore\n",
        "---\nText: ends\n",
    ] {
        let front_matter = parse(text);
        assert_eq!(front_matter.flaws, [Flaw { kind: FlawKind::Missing, span: Span::new(0, 0) }], "{text:?}");
        assert_eq!((front_matter.body_start, front_matter.span), (0, None));
    }
    let front_matter = parse("\u{feff}# Heading");
    assert_eq!((front_matter.body_start, front_matter.flaws[0].span), (3, Span::new(3, 3)));
    assert_eq!(parse("---\n---\nText").flaws, []);
}

#[test]
fn an_unclosed_block_ends_where_its_lines_do() {
    let head = "---\ntitle: Vārds\nms.custom:\n- \"5\"\n";
    for (between, body) in [
        ("\n", "# Heading\n\nText\n"),
        ("", "# Heading\n"),
        ("\n", "Text\n\n---\n\nMore: text\n"),
        ("—-\n", "Text"),
        (" ---\n", "# Heading\n\n---\nText\n"),
    ] {
        let text = format!("{head}{between}{body}");
        let front_matter = parse(&text);
        assert_eq!(flaws(&front_matter, &text), [(&FlawKind::Unclosed, "---")], "{text}");
        assert_eq!(value(front_matter.title.as_ref()), "Vārds");
        assert_eq!(values(&front_matter.custom_ids), ["5"]);
        assert_eq!(text[front_matter.body_start as usize..].trim_start(), body);
    }
}

#[test]
fn blank_lines_before_the_block_are_a_flaw_only() {
    let text = "\n\n---\ntitle: T\n---\nText";
    let front_matter = parse(text);
    assert!(only_syntax(&front_matter));
    assert_eq!(value(front_matter.title.as_ref()), "T");
    assert_eq!(&text[front_matter.body_start as usize..], "Text");
}

#[test]
fn keys_folded_into_one_line_are_taken_apart() {
    let text = "---
כותרת: \"איפוס הסיסמה\" ms.author: מאת dana: dana manager: noa ms.date: 04/8/2021 ms.audience: Admin ROBOTS: NOINDEX, NOFOLLOW ms.custom: (
- 0925
- 31
---
# ...
";
    let front_matter = parse(text);
    assert!(matches!(front_matter.flaws[0].kind, FlawKind::TranslatedKey { .. }));
    assert!(matches!(front_matter.flaws[1].kind, FlawKind::Syntax { .. }));
    assert_eq!(front_matter.flaws.len(), 2);
    assert_eq!(value(front_matter.title.as_ref()), "איפוס הסיסמה");
    assert_eq!(front_matter.author, None, "the value holds another colon: not certain");
    assert_eq!(value(front_matter.robots.as_ref()), "NOINDEX, NOFOLLOW");
    assert_eq!(front_matter.date.as_ref().map(|date| date.value.iso()).as_deref(), Some("2021-04-08"));
    assert_eq!(values(&front_matter.custom_ids), ["0925", "31"]);
    for piece in texts(&front_matter) {
        assert_eq!(piece.span.slice(text), piece.value);
    }
}

#[test]
fn keys_translated_apart_are_still_found() {
    let text = "---\ntitle: \"Kļūda\" 5.2 \"\" MS. Author: ilze Manager: jānis kdze. MS. topic: raksts ROBOTi: noindex MS. Custom: \n- 12\n---\n";
    let front_matter = parse(text);
    assert_eq!(value(front_matter.title.as_ref()), "Kļūda 5.2");
    assert_eq!(value(front_matter.author.as_ref()), "ilze");
    assert_eq!(value(front_matter.topic.as_ref()), "raksts");
    assert_eq!(value(front_matter.robots.as_ref()), "noindex");
    assert_eq!(values(&front_matter.custom_ids), ["12"]);
    let misspelt: Vec<_> =
        front_matter.flaws.iter().filter(|flaw| matches!(flaw.kind, FlawKind::MisspeltKey { .. })).collect();
    assert_eq!(misspelt.len(), 4);
}

#[test]
fn full_width_colons_and_missing_spaces() {
    let text = "---\ntitle：アカウントの設定\nms.topic:article\nms.custom：\n- \"7\"\nms.contentlocale: ja-JP\n---\n本文";
    let front_matter = parse(text);
    let flaws = flaws(&front_matter, text);
    assert!(flaws.contains(&(&misspelt("title：", "title"), "title：")));
    assert!(flaws.contains(&(&misspelt("ms.custom：", "ms.custom"), "ms.custom：")));
    assert!(flaws.iter().any(|(kind, _)| matches!(kind, FlawKind::Syntax { .. })));
    assert_eq!(value(front_matter.title.as_ref()), "アカウントの設定");
    assert_eq!(value(front_matter.topic.as_ref()), "article");
    assert_eq!(values(&front_matter.custom_ids), ["7"]);
    assert_eq!(value(front_matter.locale.as_ref()), "ja-JP");
}

#[test]
fn a_folded_header_that_is_yaml_is_seen_too() {
    let text = "---\ntitle: 設定 ms.author：dana ms.topic：article\n---\n";
    let front_matter = parse(text);
    assert_eq!(value(front_matter.title.as_ref()), "設定");
    assert_eq!(value(front_matter.author.as_ref()), "dana");
    assert!(matches!(front_matter.flaws[0].kind, FlawKind::Syntax { .. }));
    let text = "---\ntitle: 手順：設定の変更\n---\n";
    let front_matter = parse(text);
    assert_eq!((value(front_matter.title.as_ref()), front_matter.flaws.len()), ("手順：設定の変更", 0));
}

#[test]
fn the_whole_block_on_one_line() {
    for text in [
        "--- title: Vārds ms.author: ilze ms.custom: 9 ---\n# Teksts",
        "--- title: Vārds ms.author: ilze ms.custom: 9 --- # Teksts",
        "--- title: Vārds ms.author: ilze ms.custom: 9\n---\n# Teksts",
        "--- title: Vārds\nms.author: ilze\nms.custom: 9\n---\n# Teksts",
    ] {
        let front_matter = parse(text);
        assert!(only_syntax(&front_matter), "{text}");
        assert_eq!(value(front_matter.title.as_ref()), "Vārds", "{text}");
        assert_eq!(value(front_matter.author.as_ref()), "ilze", "{text}");
        assert_eq!(values(&front_matter.custom_ids), ["9"], "{text}");
        assert_eq!(&text[front_matter.body_start as usize..], "# Teksts", "{text}");
    }
}

#[test]
fn what_yaml_refuses_is_saved_line_by_line() {
    let text = "---\ntitle: Napaka: geslo\ndescription: @sidro in \"narekovaji\"\nauthor: *krepko*\nslug: \"a \"b\" c\"\n  team: x\nms.custom: [1, 2\ndraft: true\nextra: `x`\n---\nBesedilo";
    let front_matter = parse(text);
    assert!(only_syntax(&front_matter));
    assert_eq!(value(front_matter.title.as_ref()), "Napaka: geslo");
    assert_eq!(value(front_matter.description.as_ref()), "@sidro in \"narekovaji\"");
    assert_eq!(value(front_matter.author.as_ref()), "*krepko*");
    assert_eq!(value(front_matter.slug.as_ref()), "a \"b\" c");
    assert_eq!(values(&front_matter.custom_ids), ["1", "2"]);
    assert_eq!(front_matter.draft, Draft::Draft);
    assert_eq!(&text[front_matter.body_start as usize..], "Besedilo");
}

#[test]
fn a_sentence_with_a_known_word_is_not_taken_apart() {
    let text = "---\ntitle: Par autoru author: kas tas ir\nms.topic: a\n---\n";
    let front_matter = parse(text);
    assert_eq!(value(front_matter.title.as_ref()), "Par autoru author: kas tas ir");
    assert_eq!(front_matter.author, None);
}

#[test]
fn hostile_blocks_are_refused_and_what_is_certain_is_kept() {
    let deep = "[".repeat(100_000);
    let wide = "a: b\n".repeat(20_000);
    let bomb: String =
        (1..10).map(|n| format!("b{n}: &b{n} [*b{0},*b{0},*b{0},*b{0},*b{0}]\n", n - 1)).collect();
    let nested = "a: {".repeat(1000);
    let keys = (0..5000).map(|n| format!("mz.custo{n}: 1\n")).collect::<String>();
    let folded = "ms.custom: 1 titel: x: ".repeat(3000);
    for hostile in [
        format!("x: {deep}"),
        wide,
        format!("b0: &b0 [x]\n{bomb}"),
        nested,
        keys,
        folded,
        "x: \"".into(),
        "\0\0".into(),
    ] {
        let text = format!("---\ntitle: Vārds\n{hostile}\n---\nText");
        let front_matter = parse(&text);
        assert_eq!(value(front_matter.title.as_ref()), "Vārds");
        assert_eq!(&text[front_matter.body_start as usize..], "Text");
        assert!(!front_matter.flaws.is_empty());
    }
}

#[test]
fn what_is_wrong_with_the_yaml_is_said_at_the_place() {
    let cases = [
        ("title: a: b", "mapping values are not allowed in this context", ": b"),
        ("title: &amp; b", "`&` starts an anchor, which front matter cannot have", "b"),
        ("title: *b*", "`*` starts an alias, which front matter cannot have", "*b*"),
        ("title: שלום\nfoo", "simple key expected ':'", "foo"),
        ("null: b", "a colon without a key before it", "null"),
        ("title: |\nb", "simple key expected ':'", "b"),
        ("a: {b: 1, b: 2}", "the key `b` appears twice", "{b: 1, b: 2}"),
        ("title: @b", "unexpected character: `@'", "@b"),
    ];
    for (line, message, place) in cases {
        let text = format!("---\nms.service: x\n{line}\nauthor: me\n---\n");
        let front_matter = parse(&text);
        let kind = FlawKind::Syntax { message: message.to_owned() };
        assert_eq!(flaws(&front_matter, &text), [(&kind, place)]);
        assert_eq!(value(front_matter.author.as_ref()), "me", "{text}");
    }
}

#[test]
fn fences_of_other_dashes_are_fences() {
    for fence in ["———", "–––", "—-", "-—", " ——"] {
        for other in [fence, "---"] {
            let text = format!("{fence}\ntitle: T\ndraft: true\n{other}\n\n# H\n");
            let front_matter = FrontMatter::parse(&text);
            assert_eq!(front_matter.draft, Draft::Draft, "{text}");
            assert_eq!(front_matter.title.as_ref().map(|title| &*title.value), Some("T"), "{text}");
            assert_eq!(&text[front_matter.body_start as usize..], "\n# H\n");
            assert!(matches!(front_matter.flaws[..], [Flaw { kind: FlawKind::Syntax { .. }, .. }]), "{text}");
        }
    }
    for text in ["———\nNote: x\n———\n", "———\ntitle: T\n\ntext\n", "--\ntitle: T\ntext\n", "+++ \n"]
    {
        assert_eq!(FrontMatter::parse(text).body_start, 0, "{text}");
    }
}

#[test]
fn a_home_page_with_a_mistake_is_none_of_its_text() {
    for header in [
        "hero:\n  name: a: b",
        "layout: home\nfoo: [",
        "features:\n  - title: a: b",
        "template: splash\nx: a: b",
    ] {
        let text = format!("---\n{header}\n---\n\nText\n");
        let front_matter = parse(&text);
        assert_eq!(front_matter.body_start as usize, text.find("\nText").unwrap(), "{header}");
        assert!(matches!(front_matter.flaws[..], [Flaw { kind: FlawKind::Syntax { .. }, .. }]), "{header}");
    }
    for header in ["Features: a: b", "home: is where: it is"] {
        let front_matter = parse(&format!("---\n{header}\n---\n\nText\n"));
        assert_eq!(front_matter.body_start, 0, "{header}");
    }
}
