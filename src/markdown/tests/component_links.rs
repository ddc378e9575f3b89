//! Links whose address an expression says: where they end.

use super::{Dialect, Document, Form, Syntax, body_of};

fn body(text: &str) -> String {
    body_of(&Document::parse_as(Syntax { dialect: Dialect::Docusaurus, form: Form::Mdx }, text, 0))
}

#[test]
fn a_link_ends_with_its_tag() {
    let text = "See <a href={`/docs/b`}>tpl</a> then <a href=\"/docs/c\">c</a>.\n\n- <a href={'/d'}>d</a> and [e](/e)\n\n<Link to={'/f'}>f</Link> or <Link to=\"/g\">g</Link> too\n\n<a\n  href={'/h'}\n>h</a> and <a href=\"/i\">i</a> end\n\nText <a\n  href={'/j'}>j</a> and [k](/k)\n";
    insta::assert_snapshot!(body(text), @r#"
    <p>See <a href="/docs/b">tpl</a> then <a href="/docs/c">c</a>.</p>
    <ul><li><a href="/d">d</a> and <a href="/e">e</a></li>
    </ul>
    <p><a href="/f">f</a> or <a href="/g">g</a> too</p>
    <p><a href="/h">h</a> and <a href="/i">i</a> end</p>
    <p>Text <a href="/j">j</a> and <a href="/k">k</a></p>
    "#);
}

#[test]
fn links_in_links_and_ends_of_none() {
    insta::assert_snapshot!(body("<a href=\"/a\">x <a href={'/b'}>y</a> z</a> w</a> [c](/c)\n"), @r#"<p><a href="/a">x y z</a> w <a href="/c">c</a></p>"#);
}
