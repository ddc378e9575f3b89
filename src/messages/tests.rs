//! Messages: layers, chains, markup, and the shipped bundles.

mod settled;

use proptest::prelude::*;

use super::*;

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).unwrap()
}

/// One layer from `(tag, text)`; the path is `<tag>.ftl`.
fn layer(files: &[(&str, &str)]) -> Vec<MessageFile> {
    files
        .iter()
        .map(|(tag, text)| MessageFile {
            locale: locale(tag),
            path: format!("{tag}.ftl").into(),
            text: (*text).to_owned(),
        })
        .collect()
}

fn messages(files: &[(&str, &str)]) -> Messages {
    let (messages, problems) = Messages::new(vec![layer(files)]);
    assert_eq!(problems, [], "{files:?}");
    messages
}

fn shipped() -> Messages {
    let (messages, problems) = Messages::new(vec![embedded()]);
    assert_eq!(problems, []);
    messages
}

/// `path start..end what`, one a line, with the text at the span.
fn listed(problems: &[MessageProblem], text: &str) -> String {
    let line = |problem: &MessageProblem| {
        let at = problem.span.slice(text);
        format!("{} {} {at:?}: {}", problem.path, problem.locale, problem.kind)
    };
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn text(bundle: &Bundle, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    bundle.text(key, args).unwrap().text
}

#[test]
fn every_shipped_locale_is_sound() {
    let messages = shipped();
    for locale in messages.locales() {
        let problems = messages.lint(&Locale::parse(SOURCE).unwrap(), locale);
        // What is missing is listed by `tests/it/messages.rs`.
        let problems =
            problems.iter().filter(|problem| !matches!(problem.kind, MessageProblemKind::Missing { .. }));
        let reported: Vec<String> = problems.map(|problem| problem.kind.to_string()).collect();
        assert!(reported.is_empty(), "{locale}:\n{}", reported.join("\n"));
    }
    for tag in ["de-DE", "en-US", "he-IL", "ja-JP", "lv-LV", "ro-RO", "sl-SI"] {
        assert!(messages.locales().any(|locale| locale.tag() == tag), "{tag}");
    }
}

#[test]
fn shipped_messages_come_out_in_every_locale() {
    let messages = shipped();
    let source = &messages.locales[SOURCE];
    for locale in messages.locales() {
        let bundle = messages.bundle(locale);
        for (key, definition) in &source.definitions {
            for count in [0, 1, 2, 3, 5, 11, 20, 21, 100, 1000] {
                let args: Vec<_> = definition
                    .variables
                    .iter()
                    .map(|name| match name.as_str() {
                        "count" | "number" => (name.as_str(), Arg::Number(count)),
                        name => (name, Arg::Text("<x>")),
                    })
                    .collect();
                let text = bundle.text(key, &args).unwrap();
                // What is missing is listed by `tests/it/messages.rs`.
                assert!(text.locale == locale || !messages.locales[locale].has(key), "{locale} {key}");
                assert!(!text.text.trim().is_empty() && text.text.trim() == text.text, "{locale} {key}");
                assert!(!text.text.contains(['\u{2068}', '\u{2069}', '{', '\'', '"']), "{locale} {key}");
                assert_eq!(bundle.html(key, &args).unwrap().matches("<bdi>&lt;x&gt;</bdi>").count(), {
                    args.iter().filter(|(_, arg)| matches!(arg, Arg::Text(_))).count()
                });
            }
        }
    }
}

#[test]
fn counts_take_the_forms_of_the_language() {
    let messages = shipped();
    let forms = |tag: &str, counts: &[i64]| {
        let bundle = messages.bundle(&locale(tag));
        let forms =
            counts.iter().map(|count| text(&bundle, "articles-count", &[("count", Arg::Number(*count))]));
        forms.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(forms("en-US", &[0, 1, 2, 1234]), "0 articles, 1 article, 2 articles, 1,234 articles");
    assert_eq!(forms("he-IL", &[1, 2, 3, 20]), "מאמר אחד, שני מאמרים, 3 מאמרים, 20 מאמרים");
    assert_eq!(forms("lv-LV", &[0, 1, 2, 11, 21]), "0 rakstu, 1 raksts, 2 raksti, 11 rakstu, 21 raksts");
    assert_eq!(
        forms("ro-RO", &[0, 1, 2, 19, 20]),
        "0 articole, 1 articol, 2 articole, 19 articole, 20 de articole"
    );
    assert_eq!(forms("sl-SI", &[1, 2, 3, 5, 102]), "1 članek, 2 članka, 3 članki, 5 člankov, 102 članka");
    assert_eq!(forms("ja-JP", &[1, 2]), "1 件の記事, 2 件の記事");
    assert_eq!(forms("de-DE", &[1, 1234]), "1 Artikel, 1.234 Artikel");
}

#[test]
fn plural_rules_agree_with_icu() {
    let forms = "n = { $n -> [zero] Zero [one] One [two] Two [few] Few [many] Many *[other] Other } { $n }";
    for tag in "ar-SA bg-BG cs-CZ da-DK de-DE el-GR en-US es-ES et-EE fa-IR fi-FI fr-FR hi-IN hr-HR hu-HU id-ID \
                it-IT ja-JP ko-KR lt-LT lv-LV nb-NO nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sr-Latn-RS \
                sv-SE th-TH tr-TR uk-UA ur-PK vi-VN zh-CN zh-TW"
        .split_whitespace()
    {
        let forms = forms.replace('[', "\n[").replace("*\n", "\n*").replace("Other ", "Other\n");
        let bundle = messages(&[(tag, &forms)]).bundle(&locale(tag));
        let rules = locale(tag).plural_rules().unwrap();
        for count in (0..250).chain([1000, 1001, 1002, 12_345]) {
            // CLDR 49 tells one and other apart in Vietnamese, which Fluent does not know; other is never wrong.
            let form = match tag {
                "vi-VN" => "Other".to_owned(),
                _ => format!("{:?}", rules.category_for(count as usize)),
            };
            let expected = format!("{form} {}", locale(tag).number(count as usize));
            assert_eq!(text(&bundle, "n", &[("n", Arg::Number(count))]), expected, "{tag} {count}");
        }
    }
}

#[test]
fn text_is_plain_and_html_is_isolated_and_escaped() {
    let bundle =
        messages(&[("en-US", "read = Read <it> in { $language }, “{ $n }” & more")]).bundle(&locale("en-US"));
    let args = [("language", Arg::Text("<b>עב\u{2069}\u{2067}רית</b> & 'co'")), ("n", Arg::Number(-12_345))];
    assert_eq!(text(&bundle, "read", &args), "Read <it> in <b>עברית</b> & 'co', “-12,345” & more");
    assert_eq!(
        bundle.html("read", &args).unwrap(),
        "Read &lt;it&gt; in <bdi>&lt;b&gt;עברית&lt;/b&gt; &amp; &#39;co&#39;</bdi>, “<bdi>-12,345</bdi>” &amp; more"
    );
}

#[test]
fn marks_in_the_message_itself_stay_balanced() {
    let bundle = messages(&[("en-US", "a = \u{2069}x\u{2068}y { $n }")]).bundle(&locale("en-US"));
    assert_eq!(bundle.html("a", &[("n", Arg::Number(1))]).unwrap(), "x<bdi>y <bdi>1</bdi></bdi>");
    assert_eq!(text(&bundle, "a", &[("n", Arg::Number(1))]), "xy 1");
}

#[test]
fn numbers_are_written_in_the_digits_of_the_message() {
    let count =
        "count = { $n } { NUMBER($n, useGrouping: \"false\") } { NUMBER(1.5, minimumFractionDigits: 2) }";
    let written = |tag: &str| {
        let bundle = messages(&[(tag, count)]).bundle(&locale(tag));
        text(&bundle, "count", &[("n", Arg::Number(12_345))])
    };
    assert_eq!(written("en-US"), "12,345 12345 1.50");
    assert_eq!(written("de-DE"), "12.345 12345 1,50");
    assert_eq!(written("fa-IR"), "۱۲٬۳۴۵ ۱۲۳۴۵ ۱٫۵۰");
}

#[test]
fn each_message_comes_from_the_first_locale_that_has_it() {
    let messages = messages(&[
        ("en-US", "one = one\ntwo = two\nthree = three\n"),
        ("pt-BR", "one = um\ntwo = dois\n"),
        ("pt-PT", "one = um (PT)\n"),
        ("he-IL", "one = אחד\n"),
    ]);
    let came = |tag: &str| {
        let bundle = messages.bundle(&locale(tag));
        ["one", "two", "three"].map(|key| bundle.text(key, &[]).unwrap().locale.to_string()).join(" ")
    };
    assert_eq!(came("pt-PT"), "pt-PT pt-BR en-US");
    assert_eq!(came("pt"), "pt-BR pt-BR en-US");
    assert_eq!(came("he-IL"), "he-IL en-US en-US");
    assert_eq!(came("en-GB"), "en-US en-US en-US");
    assert_eq!(came("xx"), "en-US en-US en-US");

    let html = |tag: &str, key: &str| messages.bundle(&locale(tag)).html(key, &[]).unwrap();
    assert_eq!(html("he-IL", "one"), "אחד");
    assert_eq!(html("he-IL", "two"), "<span lang=\"en-US\" dir=\"ltr\">two</span>");
    assert_eq!(html("pt-PT", "two"), "dois");
    assert_eq!(html("en-GB", "two"), "two");
}

#[test]
fn the_plural_rules_are_those_of_the_locale_the_message_is_in() {
    let en = "n = { $n ->\n [one] one\n *[other] other\n}";
    let bundle = messages(&[("en-US", en), ("ja-JP", "x = x")]).bundle(&locale("ja-JP"));
    assert_eq!(text(&bundle, "n", &[("n", Arg::Number(1))]), "one");
}

#[test]
fn later_layers_replace_single_messages() {
    let layers = vec![
        layer(&[("en-US", "a = a\nb = b\nc = c"), ("de-DE", "a = A")]),
        layer(&[("en-US", "b = theme b\nc = theme c")]),
        layer(&[("en-US", "c = project c"), ("fr-FR", "a = le a")]),
    ];
    let (messages, problems) = Messages::new(layers);
    assert_eq!(problems, []);
    let all = |tag: &str| {
        let bundle = messages.bundle(&locale(tag));
        ["a", "b", "c"].map(|key| text(&bundle, key, &[])).join(", ")
    };
    assert_eq!(all("en-US"), "a, theme b, project c");
    assert_eq!(all("de-DE"), "A, theme b, project c");
    assert_eq!(all("fr-FR"), "le a, theme b, project c");
}

#[test]
fn what_cannot_be_shown_is_distinguished() {
    let bundle = messages(&[("en-US", "hello = Hello { $name }{ missing }!")]).bundle(&locale("he-IL"));
    assert!(bundle.has("hello") && !bundle.has("nothing"));

    let unknown = bundle.html("nothing", &[]).unwrap_err();
    assert_eq!(unknown, MessageError::Unknown { key: "nothing".into() });
    assert_eq!(unknown.shown(), "nothing");
    assert_eq!(unknown.to_string(), "no locale has a message `nothing`");

    let broken = bundle.text("hello", &[("nam", Arg::Text("Dana"))]).unwrap_err();
    assert_eq!(broken.shown(), "Hello {$name}{missing}!");
    assert!(broken.to_string().starts_with("message `hello` of en-US: "), "{broken}");

    assert_eq!(Messages::default().bundle(&locale("he")).text("a", &[]).unwrap_err().shown(), "a");
}

#[test]
fn broken_entries_are_reported_and_left_out() {
    let file = "\u{feff}# comment { {\nfirst = 1\nкот = 2\nsecond 2\n\nthird = { $n ->\n  [one] x\n}\nfourth = 4\r\nfourth = \
                5\nfifth = {{ $n }}\nsixth = { 1 ->\n  *[a] b\n}\n-term = T\nlast = { -term } 9\n";
    let (messages, problems) = Messages::new(vec![layer(&[("en-US", file)])]);
    insta::assert_snapshot!(listed(&problems, file), @r#"
    en-US.ftl en-US "к": invalid message: Expected one of "a-zA-Z"
    en-US.ftl en-US "2": invalid message: Expected a token starting with "="
    en-US.ftl en-US "}": invalid message: The select expression must have a default variant
    en-US.ftl en-US "fifth": a message with braces directly inside braces is not supported
    en-US.ftl en-US "sixth": a message with a constant as the selector is not supported
    en-US.ftl en-US "fourth": message `fourth` is defined a second time
    "#);
    let bundle = messages.bundle(&locale("en-US"));
    let kept = ["first", "second", "third", "fourth", "fifth", "sixth", "last"].map(|key| bundle.has(key));
    assert_eq!(kept, [true, false, false, true, false, false, true]);
    assert_eq!(text(&bundle, "fourth", &[]), "4");
    assert_eq!(text(&bundle, "last", &[]), "T 9");
}

#[test]
fn the_forms_a_message_needs() {
    let names = |tag: &str| plural::PluralForms::new(&locale(tag)).names().join(" ");
    assert_eq!(names("ar-SA"), "zero one two few many other");
    assert_eq!(names("sl-SI"), "one two few other");
    assert_eq!(names("sr-Latn-RS"), "one few other");
    assert_eq!(names("uk-UA"), "one few many other");
    assert_eq!([names("fr-FR"), names("pt-PT"), names("he-IL")], ["one other", "one other", "one two other"]);
    assert_eq!([names("ja-JP"), names("vi-VN"), names("xx")], ["other", "other", "other"]);
}

#[test]
fn a_translation_is_compared_with_the_source() {
    let source = "a = A { $x }\nb = B { c }\nc = C { $y }\nd = D\ne = E\n-brand = X\n";
    let other = "a = A { $z }\nb = B { $y }\nc = C\nextra = X\nd = { $n ->\n [one] 1\n *[other] 2\n}\n";
    let messages = messages(&[("en-US", source), ("sl-SI", other)]);
    let problems = messages.lint(&locale("en-US"), &locale("sl-SI"));
    insta::assert_snapshot!(listed(&problems, other), @r#"
    sl-SI.ftl sl-SI "a": message `a` uses `$z`, which the source does not have
    sl-SI.ftl sl-SI "c": message `c` leaves out `$y`
    sl-SI.ftl sl-SI "d": message `d` uses `$n`, which the source does not have
    sl-SI.ftl sl-SI "d": message `d` lacks plural forms: two, few
    sl-SI.ftl sl-SI "": message `e` is not translated
    sl-SI.ftl sl-SI "extra": message `extra` does not exist in the source
    "#);
    assert_eq!(messages.lint(&locale("en-US"), &locale("fr-FR")), []);
}

#[test]
fn hostile_files_do_no_harm() {
    let deep = |open: &str| format!("a = {}\nz = z\n", open.repeat(50_000));
    let quotes: String = (0..5_000).map(|n| format!("m{n} = {{ m{} }} {{ m{} }}\n", n + 1, n + 1)).collect();
    let files = [
        deep("{ "),
        deep("{ $x ->\n *[a] "),
        deep("{ NUMBER("),
        "a = {\nNUMBER(\n".to_owned() + &"NUMBER(\n".repeat(50_000),
        quotes,
        "a = { b }\nb = { a }\n".to_owned(),
        "a = { $n -> [one] x *[other] { NUMBER($n, minimumFractionDigits: 999999999999999) } }".to_owned(),
        format!("a = {{ {} }}\nb = {}\n", "9".repeat(400), "{ \"x\" }".repeat(150)),
        "\n".repeat(1 << 20) + "x",
        "a = \0{ $n }\0\n".to_owned(),
        format!("a = x{}", "\n \n".repeat(100_000)),
    ];
    for file in files {
        let (messages, _) = Messages::new(vec![layer(&[("en-US", &file)])]);
        let bundle = messages.bundle(&locale("en-US"));
        for key in ["a", "b", "z", "m0", "m4999"] {
            for n in [0, i64::MAX, i64::MIN] {
                let _ = bundle.html(key, &[("n", Arg::Number(n))]);
            }
        }
    }
}

proptest! {
    #[test]
    fn never_panics(
        text in "([a-c-]{1,2} ?= ?|[{}()\\[\\]*.,:\"\\\\$ \n#\r-]|->|\\PC|\\[one\\]|NUMBER\\(|[0-9]{1,20}|\\$n| a){0,60}",
        arg in "\\PC*",
        n: i64,
    ) {
        let (messages, problems) = Messages::new(vec![layer(&[("en-US", &text), ("lv-LV", &text)])]);
        for problem in problems.iter().chain(&messages.lint(&locale("en-US"), &locale("lv-LV"))) {
            prop_assert!(text.get(problem.span.range()).is_some(), "{problem:?}");
        }
        let bundle = messages.bundle(&locale("lv-LV"));
        for key in ["a", "b", "c", "ab"] {
            let args = [("n", Arg::Number(n)), ("a", Arg::Text(&arg))];
            let _ = bundle.text(key, &args);
            if let Ok(html) = bundle.html(key, &args) {
                prop_assert_eq!(html.matches("<bdi>").count(), html.matches("</bdi>").count());
            }
        }
    }
}

#[test]
fn shared_between_threads() {
    fn shared<T: Send + Sync + Clone + 'static>(_: &T) {}
    shared(&shipped());
    shared(&shipped().bundle(&locale("he-IL")));
}
