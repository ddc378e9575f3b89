//! Tests of tables of contents: YAML goes in, nodes and flaws come out.

use super::*;

fn sound(text: &str) -> Vec<TocNode> {
    let (nodes, flaws) = parse(text);
    assert_eq!(flaws, []);
    nodes
}

#[test]
fn a_list_and_a_map_are_read() {
    let list =
        sound("- name: One\n  href: one.md\n- name: Two\n  items:\n  - name: Three\n    href: x/three.md\n");
    let map = sound("\u{feff}items:\n- name: One\n  href: one.md\n");
    assert_eq!(list[1].items[0].name, "Three");
    assert_eq!(map[0].href.as_ref().unwrap().value, "one.md");
    assert_eq!(
        map[0].href.as_ref().unwrap().span.slice("\u{feff}items:\n- name: One\n  href: one.md\n"),
        "one.md"
    );
}

#[test]
fn numbers_are_names_as_written() {
    let (names, _) =
        parse("- name: 0404\n- name: 1.10\n- name: yes\n- href: \"a.md\"\n  topicHref: b.md\n  items:\n");
    let names: Vec<&str> = names.iter().map(|node| node.name.as_str()).collect();
    assert_eq!(names, ["0404", "1.10", "yes", ""]);
}

#[test]
fn what_is_no_entry_is_reported_and_the_rest_stays() {
    let text = "\u{feff}# é\n- name: One\n- 5\n-\n- ~\n- [x, [y]]\n- text\n- {}\n- other: 1\n  more: 2\n- name: [a]\n  href: b.md\n\
                - name: Two\n  items: 7\n- name: Three\n  items:\n  - 6\n  - href: {x: y}\n    name: Four\n- ? [k]\n  : v\n  \
                name: Five\n  name: Six\n- items:\n  - name: Seven\n";
    let (nodes, flaws) = parse(text);
    let found: Vec<String> =
        flaws.iter().map(|flaw| format!("{:?} {:?}", flaw.kind, flaw.span.slice(text))).collect();
    insta::assert_snapshot!(found.join("\n"), @r#"
    NameAlone "name: One"
    NoEntry "5"
    NoEntry ""
    NoEntry "~"
    NoEntry "["
    NoEntry "text"
    Empty "{"
    Empty "other: 1"
    NoText "["
    NoList "7"
    NoEntry "6"
    NoText "{"
    Double "name"
    NameAlone "name: Seven"
    "#);
    let names: Vec<&str> = nodes.iter().map(|node| node.name.as_str()).collect();
    assert_eq!(names, ["One", "", "Two", "Three", "Six", ""]);
    assert_eq!(nodes[3].items[0].name, "Four");
}

#[test]
fn damage_is_reported_at_its_place_and_what_was_read_before_stays() {
    let flaws_of = |text: &str| {
        let (nodes, flaws) = parse(text);
        let flaws = flaws.iter().map(|flaw| format!("{:?} {:?}", flaw.kind, flaw.span.slice(text)));
        format!("{} {}", nodes.len(), flaws.collect::<Vec<_>>().join(", "))
    };
    let deep: String = (0..100).map(|depth| format!("{0}- items:\n", "  ".repeat(depth))).collect();
    let all = [
        "- name: A\n- name: [\n",
        "- name: é\n- name: \"B\n- name: C\n",
        "5",
        "- name: A\n---\n- name: B\n",
        "- name: &a A\n- name: *a\n- *a\n",
        &(deep + &"  ".repeat(100) + "- name: x\n"),
        "",
    ];
    insta::assert_snapshot!(all.map(flaws_of).join("\n"), @r#"
    2 NameAlone "name: A", Unreadable("unclosed bracket '['") "["
    3 NameAlone "name: é", Damaged("invalid indentation in multiline quoted scalar") "- name: C", NameAlone "name: C"
    0 NoList "5"
    1 NameAlone "name: A", NoEntry "- name: B"
    2 NameAlone "name: &a A", NoText "*a", NameAlone "name: *a", NoEntry "*a"
    1 TooDeep "items:"
    0
    "#);
    assert!(flaws_of(&"[".repeat(1000)).starts_with("0 Unreadable(\"recursion limit exceeded\")"));
}

#[test]
fn what_stands_behind_a_damaged_entry_is_read() {
    let read = |text: &str| {
        let (nodes, flaws) = parse(text);
        let names: Vec<&str> = nodes.iter().map(|node| node.name.as_str()).collect();
        let flaws = flaws.iter().map(|flaw| format!("{:?} {:?}", flaw.kind, flaw.span.slice(text)));
        format!("{} | {}", names.join(", "), flaws.collect::<Vec<_>>().join("; "))
    };
    let damaged = "- name: x: y\n".repeat(30) + "- name: last\n";
    let all = [
        "- name: A\n  href: a.md\n- name: B: c\n  href: b.md\n- name: D\n  href: d.md\n",
        "# Ours\nitems:\n  - name: A\n  - name: [\n  - name: C\nother: 1\n",
        "- name: A\n  items:\n  - name: x: y\n  - name: z\n- name: B\n",
        "- name: A\n-name: B\n- name: C\n",
        "- name: A\n\thref: a.md\n- name: B\n",
        "- name: A\r- name: @b\r- name: C\r",
        &damaged,
    ];
    insta::assert_snapshot!(all.map(read).join("\n"), @r#"
    A, B, D | Damaged("mapping values are not allowed in this context") ": c"
    A, , C | NameAlone "name: A"; NoText "["; Damaged("\"-\" is only valid inside a block") "- name: C"; NameAlone "name: C"
    A, B | Damaged("mapping values are not allowed in this context") ": y"; NameAlone "name: B"
    A, C | NameAlone "name: A"; Damaged("while parsing a block collection, did not find expected '-' indicator") "-name: B"; NameAlone "name: C"
    , B | Damaged("while scanning a plain scalar, found a tab") "A"; NameAlone "name: B"
    A, , C | NameAlone "name: A\r- name: @b\r- name: C"; Damaged("unexpected character: `@'") "@b\r- name: C"; NameAlone "name: C"
    x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x | Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Damaged("mapping values are not allowed in this context") ": y"; Unreadable("mapping values are not allowed in this context") ": y"
    "#);
}

#[test]
fn the_number_of_entries_is_bounded() {
    let many = "- 5\n- href: a\n".repeat(MAX_TOC_ENTRIES / 2) + "- href: b\n- href: c\n";
    let (nodes, flaws) = parse(&many);
    assert_eq!((nodes.len(), flaws.len()), (MAX_TOC_ENTRIES / 2, MAX_TOC_ENTRIES / 2 + 1));
    assert_eq!(flaws.last().unwrap().span.slice(&many), "href: b");
}

proptest::proptest! {
    #[test]
    fn never_panics(text in "(\\PC|[-\\[\\]{}:,?&*!|>'\"%@ \n\t#~]|name: |href: |items:|\n *- ){0,80}") {
        let (_, flaws) = parse(&text);
        for flaw in flaws {
            assert!(text.get(flaw.span.range()).is_some());
        }
    }
}
