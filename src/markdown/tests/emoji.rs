//! Emoji by their codes, icons by their names, and names that are not translated.

use super::{body, body_as, flaws, parse, title_of};
use crate::markdown::{Dialect, Form};

#[test]
fn codes_are_characters() {
    let text = "# Fertig :tada:\n\n完了:tada:です :100: :unbekannt: `:tada:` ![:+1:](a.png)\n\n## :rocket: Los\n\n**:warning:** [:heart:](b.md) 10:30:15\n";
    for dialect in [Dialect::VitePress, Dialect::VuePress, Dialect::MkDocs] {
        let body = body_as(dialect, Form::Markdown, text);
        assert!(
            body.contains("完了🎉です 💯 :unbekannt: <code class=\"short\" dir=\"ltr\">:tada:</code>"),
            "{body}"
        );
        assert!(body.contains("<h2 id=\"los\">🚀 Los</h2>") && body.contains("10:30:15"), "{body}");
    }
    let body = body_as(Dialect::Docusaurus, Form::Markdown, text);
    assert!(body.contains("完了:tada:です"), "{body}");
}

#[test]
fn icons_that_stand_alone_are_named() {
    let text = "## :material-account:\n\n## :material-account: Konto\n\n| A | B |\n| - | - |\n| :material-check: | :material-close:{ .red } |\n| :octicons-check-16: ja | :octicons-x-16: |\n\n[:fontawesome-brands-mastodon:](https://m.example/) und :simple-rust: Text\n\n- :material-clock-fast:{ .lg .middle } __Schnell__\n- :material-weather-night:\n";
    insta::assert_snapshot!(body_as(Dialect::MkDocs, Form::Markdown, text), @r#"
    <h2 id="account">account</h2>
    <h2 id="konto"> Konto</h2>
    <div class="table" tabindex="0" role="group" aria-label="&lt;table&gt;"><table><thead><tr><th>A</th>
    <th>B</th>
    </tr>
    </thead>
    <tbody><tr><td>✓</td>
    <td>✗</td>
    </tr>
    <tr><td> ja</td>
    <td>✗</td>
    </tr>
    </tbody>
    </table></div>
    <p><a href="https://m.example/" rel="external">mastodon</a> und  Text</p>
    <ul><li> <strong>Schnell</strong></li>
    <li>weather night</li>
    </ul>
    "#);
}

#[test]
fn names_that_are_not_translated() {
    let text = "# Über :::no-loc text=\"TIN\":::\n\nDer Name :::no-loc text=\"A &amp; B\"::: bleibt, ::: no-loc text=\"C_d\" ::: auch.\n\n:::no-loc text=\"Allein\":::\n\n> - :::no-loc text=\"Im Zitat\":::\n\n| :::no-loc text=\"Zelle\"::: | ![:::no-loc text=\"Bild\":::](a.png) |\n| - | - |\n\n## :::no-loc text=\"Surface Hub\":::\n\n`:::no-loc text=\"x\":::` :::no-loc::: :::no-loc text=\"offen\n";
    insta::assert_snapshot!(body(text), @r#"
    <p>Der Name A &amp; B bleibt, C_d auch.</p>
    <p>Allein</p>
    <blockquote><ul><li>Im Zitat</li>
    </ul>
    </blockquote>
    <div class="table" tabindex="0" role="group" aria-label="&lt;table&gt;"><table><thead><tr><th>Zelle</th>
    <th><img src="a.png" alt="Bild" loading="lazy"></th>
    </tr>
    </thead>
    </table></div>
    <h2 id="surface-hub">Surface Hub</h2>
    <p><code class="short" dir="ltr">:::no-loc text="x":::</code> :::no-loc::: :::no-loc text="offen</p>
    "#);
    assert_eq!(title_of(&parse(text)), "Über TIN");
    insta::assert_snapshot!(flaws(text).join("\n"), @"");
    let document = parse(text);
    assert_eq!(&*document.headings[1].slug, "surface-hub");
}
