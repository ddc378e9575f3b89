//! Units and translations of whole articles, in many languages.

mod formats;

use std::fmt::Write;

use proptest::prelude::*;

use crate::markdown::{Dialect, Form, Syntax};

use super::*;

/// A unit as it comes back.
fn returned(unit: &Unit, target: Option<Content>) -> ReturnedUnit {
    let state = if target.is_some() { TargetState::Translated } else { TargetState::Initial };
    ReturnedUnit { id: unit.id.clone(), line: 7, source: unit.source.clone(), target, state }
}

fn original(source: &str) -> Original<'_> {
    Original { syntax: Syntax::default(), source, older: None }
}

/// A content in one line: `text <1>…</1> <2/>`.
fn line(content: &Content) -> String {
    let mut line = String::new();
    for piece in &content.0 {
        let _ = match piece {
            Piece::Text(text) => write!(line, "{text}"),
            Piece::Code(code) => match code.kind {
                CodeKind::Open => write!(line, "<{}>", code.id),
                CodeKind::Close => write!(line, "</{}>", code.id),
                CodeKind::Alone => write!(line, "<{}/>", code.id),
            },
        };
    }
    line
}

/// What `line` writes, read again.
fn content(line: &str) -> Content {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some(start) = rest.find('<') {
        let end = start + rest[start..].find('>').unwrap();
        let tag = &rest[start + 1..end];
        let kind = match tag {
            tag if tag.starts_with('/') => CodeKind::Close,
            tag if tag.ends_with('/') => CodeKind::Alone,
            _ => CodeKind::Open,
        };
        let id = tag.trim_matches('/').parse().unwrap();
        pieces.push(Piece::Text(rest[..start].to_owned()));
        pieces.push(Piece::Code(Code { id, kind, role: CodeRole::Other, written: String::new() }));
        rest = &rest[end + 1..];
    }
    pieces.push(Piece::Text(rest.to_owned()));
    Content(pieces)
}

/// Units in lines, with what is known of them.
fn shown(units: &[Unit]) -> String {
    let mut shown = String::new();
    for unit in units {
        let notes: Vec<&str> = unit.notes.iter().map(|note| &*note.text).collect();
        let _ = write!(shown, "{} ({})", line(&unit.source), notes.join("; "));
        for code in unit.source.codes().filter(|code| code.kind != CodeKind::Close) {
            let _ = write!(shown, "\n    {} {:?} {:?}", code.id, code.role, code.written);
        }
        if let Some(target) = &unit.target {
            let _ = write!(shown, "\n    {:?} {}", unit.state, line(target));
        }
        if let Some(previous) = &unit.previous {
            let _ = write!(shown, "\n    was {} → {}", line(&previous.source), line(&previous.target));
        }
        shown.push('\n');
    }
    shown
}

/// What becomes of a source whose units come back as these lines; those without one as they are.
fn composed(original: &Original<'_>, lines: &[&str]) -> String {
    let units = units(original);
    let line = |at: usize| lines.get(at).filter(|line| **line != "=").map(|line| content(line));
    let returned: Vec<ReturnedUnit> =
        units.iter().enumerate().map(|(at, unit)| returned(unit, line(at))).collect();
    match compose(original, &returned) {
        Ok(composed) => composed.text,
        Err(refusals) => refusals.iter().map(|refusal| format!("{:?}\n", refusal.kind)).collect(),
    }
}

#[test]
fn units_of_an_article() {
    let source = "\u{feff}---\r\ntitle: Wie bekomme ich Geld zurück?\r\ntags: [Geld, 7]\r\nms.author: x\r\n---\r\n# <a name=\"refund\"></a>Geld *zurück*\r\n\r\n\
        Siehe [die **Seite**](page.md \"Zur Seite\"), `code` &amp; https://a.example/_a_.\r\nZeile\\\r\nzwei [ref], 5 \\* %s {0}.\r\n\r\n\
        > [!NOTE]\r\n> Achtung,\r\n> {{ site.name }}!\r\n\r\n- [ ] Punkt\r\n  weiter\r\n\r\n```\r\nkein Text\r\n```\r\n\r\n\
        | Name | Wert |\r\n|---|---|\r\n| a \\| b | 7 |\r\n\r\n:::image source=\"a.png\" alt-text=\"Ein Bild\":::\r\n\r\n\
        <p>Ein <a href=\"x\">Weg</a></p>\r\n\r\n[ref]: https://c.example\r\n";
    insta::assert_snapshot!(shown(&units(&original(source))), @r#"
    Wie bekomme ich Geld zurück? (front matter: title; search engines show 60 characters at the most)
    Geld <1>zurück</1> (heading of level 1)
        1 Italic "*"
    Siehe <1>die <2>Seite</2><3>Zur Seite</3></1>, <4/> & <5/><6>a</6>. Zeile<7/>zwei <8>ref</8>, 5 * <9/> <10/>. (Geld zurück)
        1 Link "["
        2 Bold "**"
        3 Other "](page.md \""
        4 Code "`code`"
        5 Other "https://a.example/"
        6 Italic "_"
        7 Break "\\\n"
        8 Link "["
        9 Other "%s"
        10 Other "{0}"
    Achtung, <1/>! (Geld zurück)
        1 Other "{{ site.name }}"
    Punkt weiter (list item; Geld zurück)
    Name (table cell; Geld zurück)
    Wert (table cell; Geld zurück)
    a | b (table cell below “Name”; Geld zurück)
    7 (table cell below “Wert”; Geld zurück)
    <1>Ein Bild</1> (with the alternative text of an image; Geld zurück)
        1 Image ":::image source=\"a.png\" alt-text=\""
    Ein <1>Weg</1> (Geld zurück)
        1 Link "<a href=\"x\">"
    "#);
}

/// Nothing that a translator types is code of MDX: a brace or a `<` never stands as it is, and no line is a statement.
#[test]
fn nothing_typed_is_code_of_mdx() {
    let syntax = Syntax { dialect: Dialect::Plain, form: Form::Mdx };
    for typed in [
        "I >3 you & {",
        "{{a",
        "x\\{y}",
        "export it",
        "import it",
        "${x} #{x} %{x} a$b{x}",
        "`{a}` `{a}",
        "יצוא {ביטול}",
        "料金は{x}です",
    ] {
        let source = Original { syntax, source: "Text.\n\n- Item\n", older: None };
        let text = composed(&source, &[typed, typed]);
        // Ticks beside references are not read back, and so are refused.
        let is_written = typed.starts_with('`') || !text.contains("NotWritable");
        assert!(is_written && !text.contains('{'), "{typed}: {text}");
        assert!(!text.lines().any(|line| line.starts_with("export") || line.starts_with("import")), "{text}");
    }
}

#[test]
fn units_of_other_scripts() {
    let source = "# החזר {#refund}\n\nראו **כאן** ו־[שם](a.md).\n\n## 返金\n\n詳細は**「こちら」**をご覧ください。\n\n## การคืนเงิน\n\nดู![ภาพ](a.png)ที่นี่\n\n## استرداد\n\n1. اضغط <kbd>F5</kbd>.\n";
    insta::assert_snapshot!(shown(&units(&original(source))), @r#"
    החזר (heading of level 1)
    ראו <1>כאן</1> ו־<2>שם</2>. (החזר)
        1 Bold "**"
        2 Link "["
    返金 (heading of level 2; החזר)
    詳細は**「こちら」**をご覧ください。 (返金)
    การคืนเงิน (heading of level 2; 返金)
    ดู<1>ภาพ</1>ที่นี่ (with the alternative text of an image; การคืนเงิน)
        1 Image "!["
    استرداد (heading of level 2; การคืนเงิน)
    اضغط <1>F5</1>. (list item; استرداد)
        1 Other "<kbd>"
    "#);
}

#[test]
fn words_come_back() {
    let source = "---\ntitle: Refund\n---\n# Refund {#refund}\n\nSee [the *page*](page.md \"A title\") or `code`.  \nThen go.\n\n> - One\n>   two [ref]\n\n| A | B |\n|---|---|\n| x | y |\n\n[ref]: https://c.example\n";
    let lines = [
        "החזר: \"כסף\"",
        "החזר #",
        "<4/>, או <1><2>העמוד</2> * כאן<3>\"כותרת\"</3></1>.<5/>1. סוף",
        "# אחת <1>שתיים</1>",
        "א | ב",
        "=",
        "- א",
        "[ב](ג) *ד* `ה` &amp; \\* <ו>",
    ];
    let lines: Vec<String> = lines.iter().map(|line| line.replace("<ו>", "ו")).collect();
    let lines: Vec<&str> = lines.iter().map(|line| &**line).collect();
    insta::assert_snapshot!(composed(&original(source), &lines), @r#"
    ---
    title: "החזר: \"כסף\""
    ---
    # החזר \# {#refund}

    `code`, או [*העמוד* * כאן](page.md "\"כותרת\"").  
    1\. סוף

    > - \# אחת [שתיים][ref]

    | א \| ב | B |
    |---|---|
    | - א | \[ב\](ג) \*ד\* \`ה\` &amp;amp; \\\* ו |

    [ref]: https://c.example
    "#);
}

#[test]
fn emphasis_that_letters_break_is_raw_html() {
    let source = "See **here** now.\n\n_Mail_ me.\n";
    insta::assert_snapshot!(composed(&original(source), &["詳細は<1>「こちら」</1>をご覧", "私に<1>メール</1>を"]), @"
    詳細は<strong>「こちら」</strong>をご覧

    私に*メール*を
    ");
}

#[test]
fn what_hinders_it() {
    let source = "See [this](a.md) and **that** `code`.\n\nMore\n";
    let refused = |line: &str| composed(&original(source), &[line]);
    insta::assert_snapshot!(refused("<1>dies</1> und das <3/>"), @"
    [dies](a.md) und das `code`

    More
    ");
    insta::assert_snapshot!(refused("dies <2>und</2>"), @r#"
    CodeLost("[…](a.md)")
    CodeLost("`code`")
    "#);
    insta::assert_snapshot!(refused("<1>dies <2>und</1> das</2> <3/> <3/> <9/>"), @r#"
    CodeDoubled("`code`")
    CodeAdded("9")
    CodesCrossing("[…](a.md)")
    "#);
    insta::assert_snapshot!(refused("<1>dies und <3/>"), @r#"PairNotClosed("[…](a.md)")"#);
    let original = original(source);
    let units = units(&original);
    let mut back: Vec<ReturnedUnit> = vec![returned(&units[0], None), returned(&units[0], None)];
    back.push(ReturnedUnit { id: "x".into(), ..back[0].clone() });
    back[1].source = Content::default();
    let kinds =
        compose(&original, &back).unwrap_err().into_iter().map(|it| format!("{} {:?}", it.line, it.kind));
    insta::assert_snapshot!(kinds.collect::<Vec<_>>().join("\n"), @"
    7 UnitTwice
    7 SourceAltered
    0 UnitMissing
    7 UnknownUnit
    ");
}

#[test]
fn what_nobody_sees_is_refused() {
    let source = "See [the page](a.md) in C:\\%USER%\\x.\n";
    let one = original(source);
    let unit = units(&one).remove(0);
    let kinds = |written: &str| match compose(&one, &[returned(&unit, Some(content(written)))]) {
        Ok(composed) => composed.text,
        Err(refusals) => {
            refusals.iter().map(|refusal| format!("{:?}", refusal.kind)).collect::<Vec<_>>().join("; ")
        }
    };
    let whole = line(&unit.source);
    assert_eq!(
        whole, "See <1>the page</1> in C:<2/>\\x.",
        "the backslash escapes, and stays with what it escapes"
    );
    assert_eq!(kinds(&whole.replace("See", "Siehe")), source.replace("See", "Siehe"));
    assert_eq!(kinds(&whole.replace("the page", "\u{200b}")), "PairEmpty(\"[…](a.md)\")");
    assert_eq!(kinds(&whole.replace("See", "S\u{202e}ee")), "Unprintable('\\u{202e}')");
    let plain = original("Text\n");
    let unit = units(&plain).remove(0);
    let refused = compose(&plain, &[returned(&unit, Some(content("\u{2060}\u{ad}")))]).unwrap_err();
    assert_eq!(refused[0].kind, RefusalKind::NoText);
}

#[test]
fn an_older_translation_is_reused() {
    let old =
        "---\ntitle: Refund\n---\n# Refund\n\nSee [the page](a.md).\n\n- One item here\n- Two items here\n";
    let new = "---\ntitle: Refund\n---\n# Refund\n\nSee [the page](b.md).\n\n- One item here\n- Two other items here\n";
    let own = "---\r\ntitle: Erstattung\r\ntranslation_type: HT\r\n---\r\n# Erstattung\r\n\r\nSiehe [die Seite](a.md).\r\n\r\n- Ein Punkt hier\r\n- Zwei Punkte hier\r\n";
    let older = Older { source: old, translation: own, made: Made::ByHuman };
    let original = Original { older: Some(older), ..original(new) };
    insta::assert_snapshot!(shown(&units(&original)), @r#"
    Refund (front matter: title; search engines show 60 characters at the most)
        Final Erstattung
    Refund (heading of level 1)
        Final Erstattung
    See <1>the page</1>. (Refund)
        1 Link "["
        Final Siehe <1>die Seite</1>.
    One item here (list item; Refund)
        Final Ein Punkt hier
    Two other items here (list item; Refund)
        was Two items here → Zwei Punkte hier
    "#);
    let lines = ["Erstattung", "Erstattung", "Siehe <1>die Seite</1>.", "Ein Punkt, hier", "Zwei andere"];
    insta::assert_snapshot!(composed(&original, &lines).replace('\r', "␍"), @"
    ---␍
    title: Erstattung␍
    translation_type: HT␍
    ---␍
    # Erstattung␍
    ␍
    Siehe [die Seite](b.md).␍
    ␍
    - Ein Punkt, hier␍
    - Zwei andere␍
    ");
}

#[test]
fn shortcodes_are_codes() {
    let jekyll = Syntax { dialect: Dialect::Jekyll, form: Form::Markdown };
    let original =
        Original { syntax: jekyll, ..original("Use {{ site.name }} [now]({{ site.url }}/a).\n{: .note}\n") };
    assert_eq!(line(&units(&original)[0].source), "Use <1/> <2>now</2>.");
    assert_eq!(
        composed(&original, &["<2>{% jetzt</2> <1/>."]),
        "[&#123;% jetzt]({{ site.url }}/a) {{ site.name }}.\n{: .note}\n"
    );
}

/// Markdown out of a small grammar.
fn markdown() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-z]{1,5}",
        "[א-ת]{1,4}",
        Just("日本".to_owned()),
        Just("ไทย".to_owned()),
        Just("\\*".to_owned()),
        Just("&amp;".to_owned()),
        Just("https://a.example/b_c".to_owned()),
        Just("`c*d`".to_owned()),
        Just("%s".to_owned()),
        Just("{{ x }}".to_owned()),
        Just("<br>".to_owned()),
    ];
    let inline = word.prop_recursive(2, 8, 3, |inner| {
        let joined = proptest::collection::vec(inner, 1..3).prop_map(|words| words.join(" "));
        prop_oneof![
            joined.clone().prop_map(|text| format!("**{text}**")),
            joined.clone().prop_map(|text| format!("*{text}*")),
            joined.clone().prop_map(|text| format!("[{text}](a.md \"T\")")),
            joined.clone().prop_map(|text| format!("![{text}](a.png)")),
            joined,
        ]
    });
    let words = proptest::collection::vec(inline, 1..5).prop_map(|words| words.join(" "));
    let block = (words, 0..7_u8).prop_map(|(text, kind)| match kind {
        0 => format!("## {text}\n\n"),
        1 => format!("- {text}\n  {text}\n- x\n\n"),
        2 => format!("> {text}  \n> {text}\n\n"),
        3 => format!("| {text} | b |\n|---|---|\n| c | {text} |\n\n"),
        4 => format!("1. {text}\n\n   {text}\n\n"),
        5 => format!("<p>{text}</p>\n\n"),
        _ => format!("{text}\n{text}\n\n"),
    });
    proptest::collection::vec(block, 1..4).prop_map(|blocks| blocks.concat())
}

proptest! {
    #[test]
    fn what_nobody_touched_is_as_it_was(source in prop_oneof![markdown(), "[ #*_\\[\\]()!<>&;`|\\\\:{}a-c\"'\n\r\t-]{0,60}"]) {
        let original = original(&source);
        let returned: Vec<ReturnedUnit> =
            units(&original).iter().map(|unit| returned(unit, Some(unit.source.clone()))).collect();
        prop_assert_eq!(compose(&original, &returned).map(|it| it.text), Ok(source.clone()));
    }

    #[test]
    fn other_words_read_back_or_are_refused(source in markdown(), words in proptest::collection::vec("[a-zא-ת*_\\[\\](){}<>&;`|\\\\:#+=~!%$\"'.0-9 -]{1,12}", 1..6)) {
        let original = original(&source);
        let mut at = 0;
        let returned: Vec<ReturnedUnit> = units(&original).iter().map(|unit| {
            let mut target = unit.source.clone();
            for piece in &mut target.0 {
                if let Piece::Text(text) = piece && text.trim().len() > 1 {
                    *text = format!(" x{} ", words[at % words.len()]);
                    at += 1;
                }
            }
            returned(unit, Some(target.normal()))
        }).collect();
        match compose(&original, &returned) {
            Ok(composed) => {
                let again = units(&self::original(&composed.text));
                prop_assert_eq!(again.len(), returned.len());
            }
            // What cannot be written so is refused, and never altered.
            Err(refusals) => {
                prop_assert!(refusals.iter().all(|refusal| refusal.kind == RefusalKind::NotWritable));
            }
        }
    }
}
