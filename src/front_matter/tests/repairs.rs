//! What makes damaged front matter sound: edits, and what the block says after them.

use super::*;

/// The text after the edits, or the word that there are none.
fn repaired(text: &str) -> String {
    let mut edits = FrontMatter::repairs(text);
    edits.sort_by_key(|edit| edit.span);
    let mut changed = text.to_owned();
    for edit in edits.iter().rev() {
        changed.replace_range(edit.span.range(), &edit.text);
    }
    if edits.is_empty() { "none".to_owned() } else { changed }
}

fn of_value(value: &str) -> String {
    let text = format!("---\ntitle: {value}\nms.topic: article\ntags: [a, b]\n---\n");
    let repaired = repaired(&text);
    let line = repaired.lines().nth(1).unwrap_or(&repaired);
    format!("{value} → {}", line.trim_start_matches("title: "))
}

const PLAIN_VALUES: [&str; 33] = [
    "Error: no access",
    "Error: no \"access\"",
    "He said: it's",
    "It's: a \"b\"",
    "a: b: c",
    "a: b # why",
    "a:",
    "Tab:\there",
    "é: ü",
    "¿Qué: esto?",
    "@user",
    "`code`",
    "%x",
    "&amp; x",
    "*bold*",
    "*bold* move",
    "[Draft] How",
    "{name} x",
    "> quote",
    "| pipe",
    "- item",
    "? q",
    ": x",
    ", x",
    // What may be meant otherwise stays.
    "\"Quoted\" and: more",
    "'a' b",
    "\"unclosed",
    "[a",
    "{a",
    "*a",
    "&a",
    "Sound",
    "a:b",
];

#[test]
fn plain_values_get_the_quotes_they_lack() {
    insta::assert_snapshot!(PLAIN_VALUES.map(of_value).join("\n"), @r#"
    Error: no access → "Error: no access"
    Error: no "access" → 'Error: no "access"'
    He said: it's → "He said: it's"
    It's: a "b" → "It's: a \"b\""
    a: b: c → "a: b: c"
    a: b # why → "a: b" # why
    a: → "a:"
    Tab:	here → "Tab:	here"
    é: ü → "é: ü"
    ¿Qué: esto? → "¿Qué: esto?"
    @user → "@user"
    `code` → "`code`"
    %x → "%x"
    &amp; x → "&amp; x"
    *bold* → "*bold*"
    *bold* move → "*bold* move"
    [Draft] How → "[Draft] How"
    {name} x → "{name} x"
    > quote → "> quote"
    | pipe → "| pipe"
    - item → "- item"
    ? q → "? q"
    : x → ": x"
    , x → ", x"
    "Quoted" and: more → none
    'a' b → none
    "unclosed → none
    [a → none
    {a → none
    *a → none
    &a → none
    Sound → none
    a:b → none
    "#);
}

#[test]
fn every_line_and_every_line_end() {
    let text =
        "---\ntitle: A: b\ndescription: C: d \"e\"\nkeywords:\n- @x\n- plain\nfoo:\n  bar: x: y\n---\n";
    insta::assert_snapshot!(repaired(text), @r#"
    ---
    title: "A: b"
    description: 'C: d "e"'
    keywords:
    - "@x"
    - plain
    foo:
      bar: "x: y"
    ---
    "#);
    let [crlf, cr] = ["\r\n", "\r"].map(|end| format!("\u{feff}{}", text.replace('\n', end)));
    assert_eq!(repaired(&crlf).replace("\r\n", "\n"), format!("\u{feff}{}", repaired(text)));
    assert_eq!(repaired(&cr).replace('\r', "\n"), format!("\u{feff}{}", repaired(text)));
    for whole in [
        "---\ntitle: T\n  more: x\n---\n",
        "---\ntitle: A: b\n  c\n---\n",
        "---\na: [\nb: c: d\n---\n",
        "# H\n",
    ] {
        assert_eq!(repaired(whole), "none", "{whole}");
    }
}

#[test]
fn fences_become_what_they_were_meant_to_be() {
    let fences = [
        "———",
        "—-",
        "----",
        "--",
        "***",
        "* * *",
        "___",
        "===",
        "- - -",
        " ---",
        "\t---",
        "\u{200b}---",
        "−−−",
        "ーーー",
        "－－－",
    ];
    for fence in fences {
        for (open, close) in [(fence, fence), ("---", fence), (fence, "---")] {
            let text = format!("{open}\ntitle: T\nms.custom: 7\n{close}\n\n# H\n");
            assert_eq!(repaired(&text), "---\ntitle: T\nms.custom: 7\n---\n\n# H\n", "{text}");
        }
    }
    for fence in ["＋＋＋", "++++", "++"] {
        let text = format!("{fence}\ntitle = \"T\"\n{fence}\nText\n");
        assert_eq!(repaired(&text), "+++\ntitle = \"T\"\n+++\nText\n");
    }
    assert_eq!(repaired("———\ntitle: A: b\n———\n"), "---\ntitle: \"A: b\"\n---\n");
    assert_eq!(repaired("---\ntitle: T\n\n# H\n"), "---\ntitle: T\n---\n\n# H\n");
    for text in [
        "***\nNote: x\n***\n",
        "---\n\nText\n",
        "***\nAuthor: me\n***\n",
        "===\nTitle: x\n===\n",
        "___\ntext\n___\n",
    ] {
        let front_matter = FrontMatter::parse(text);
        assert_eq!((front_matter.body_start, repaired(text).as_str()), (0, "none"), "{text}");
    }
}

#[test]
fn a_full_width_colon_and_another_colon() {
    let text = "---\ntitle：Ää: b\nms.custom: 7\n---\n";
    let front_matter = parse(text);
    assert_eq!(value(front_matter.title.as_ref()), "Ää: b");
    assert_eq!(flaws(&front_matter, text), [(&misspelt("title：", "title"), "title：")]);
}

#[test]
fn a_second_block_is_read_as_a_part_of_the_first() {
    for between in ["---\n---\n", "---\n\n---\n", "...\n---\n"] {
        let text = format!("---\ntitle: A\n{between}title: B\nms.custom: 8\n---\nText\n");
        let front_matter = parse(&text);
        assert_eq!((value(front_matter.title.as_ref()), values(&front_matter.custom_ids)), ("A", vec!["8"]));
        assert_eq!(&text[front_matter.body_start as usize..], "Text\n");
    }
    for text in ["---\ntitle: A\n---\n---\nNote: x\n---\n", "---\ntitle: A\n---\n\n---\n\ntext\n\n---\n"] {
        assert_eq!(parse(text).flaws, [], "{text}");
    }
}

#[test]
fn lone_carriage_returns_end_lines() {
    for text in [
        WHOLE,
        "+++\ntitle = \"T\"\n+++\nText\n",
        "{\n\"title\": \"T\"\n}\nText\n",
        "---\ntitle: A: b\nms.custom:\n- 7\n---\nText\n",
    ] {
        assert_eq!(FrontMatter::parse(&text.replace('\n', "\r")), FrontMatter::parse(text));
    }
}

proptest::proptest! {
    #[test]
    fn repairs_leave_every_value(
        values in proptest::collection::vec("(\\PC|[:#\"'\\[{*&!|>@%-] ?|: | #){0,12}", 1..5),
        fence in proptest::sample::select(vec!["---", "———", "----", "***"]),
    ) {
        let lines: String = values.iter().enumerate().map(|(n, value)| format!("k{n}: {value}\n")).collect();
        let text = format!("{fence}\ntitle: T\n{lines}{fence}\nText\n");
        let edits = FrontMatter::repairs(&text);
        for edit in &edits {
            proptest::prop_assert!(text.get(edit.span.range()).is_some());
        }
        let (old, changed) = (FrontMatter::parse(&text), repaired(&text));
        let new = FrontMatter::parse(if edits.is_empty() { &text } else { &changed });
        proptest::prop_assert!(new.flaws.len() <= old.flaws.len());
        proptest::prop_assert_eq!(old.title.map(|title| title.value), new.title.map(|title| title.value));
    }
}
