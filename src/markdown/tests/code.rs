//! Blocks of code: titles, marked lines, tokens. Whatever is marked, the text is the code.

use super::{body, parse, well_formed_body};

#[test]
fn titles_are_captions() {
    insta::assert_snapshot!(body("```js title=\"a <b>.js\"\nlet a = 1 < 2;\n```\n\n> ``` [x y]\n> z\n> ```\n\n- ```sh title=c\n"), @"");
    let text = "# T\n\n```js {1} title=\"a&amp;b.js\"\nx\n```\n\n~~~py title='é.py' x\n\ny\n~~~\n";
    let document = parse(text);
    let blocks: Vec<_> = document
        .blocks
        .iter()
        .map(|block| (block.kind, block.span.slice(text), block.text.slice(&document.text)))
        .collect();
    insta::assert_debug_snapshot!(blocks, @"");
    assert_eq!(document.codes.iter().map(|code| &*code.text).collect::<Vec<_>>(), ["x\n", "\ny\n"]);
    assert_eq!(document.code(2).map(|code| &*code.language), Some("js"));
    assert!(document.code(1).is_none());
}

#[test]
fn lines_are_marked() {
    let text = "```whole {1,3-9} ins={2}\na <\n\nb\nc\n```\n\n```{2}\na\nb\n```\n\n```js del={0,7-3} ins={9}\na\n```\n\n```js {1}\n```\n";
    insta::assert_snapshot!(body(text), @"");
}

#[test]
fn tokens_are_cut_where_marks_begin_and_end() {
    insta::assert_snapshot!(body("```whole {2}\n/* a\nb &\nc */\n```\n\n    indented\n\n```whole\na\r\nb\n```\n"), @"");
}

#[test]
fn code_that_cannot_stand_there_is_text() {
    let deep = format!("{}```js title=\"x\" {{1}}\na\n```\n", "> ".repeat(300));
    well_formed_body(&parse(&deep));
    let open = parse("<div>\n\n```js title=a {1}\n<b>\n");
    insta::assert_snapshot!(well_formed_body(&open), @"");
    insta::assert_snapshot!(body("x[^1]\n\n[^1]:\n    ```js title=a {1}\n    b\n    ```\n"), @"");
}
