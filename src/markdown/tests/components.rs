//! Components of MDX and Vue, and expressions.

use super::{Dialect, Document, Form, Shortcodes, Syntax, body_of, well_formed_body};
use crate::diagnostic::{Span, Spanned};
use crate::front_matter::FrontMatter;

fn mdx(text: &str) -> Document {
    Document::parse_as(Syntax { dialect: Dialect::Docusaurus, form: Form::Mdx }, text, 0)
}

fn body(text: &str) -> String {
    body_of(&mdx(text))
}

fn flaws(document: &Document, text: &str) -> String {
    let flaws = document.flaws.iter();
    flaws.map(|flaw| format!("{:?}: {}\n", flaw.kind, flaw.span.slice(text))).collect()
}

#[test]
fn statements_and_comments() {
    let text = "import A from 'a';\nimport {\n  B,\n} from \"b\";\n\n# Title\n\nimport your data first.\n\nimport data from the file.\n\nexport const c = {\n\n  d: 1,\n};\n\n{/* a\n\ncomment */}\n\nText {/* with */}one.\n";
    insta::assert_snapshot!(body(text), @"
    <p>import your data first.</p>
    <p>import data from the file.</p>
    <p>Text one.</p>
    ");
}

#[test]
fn expressions() {
    let text = "export const name = 'Ada';\n\nA {'{'} b {\" \"}{12} {name} `{c}` \\{d} {props.e} **{'*f*'}**.\n\n{'Whole'}\n\n{items.map(item => (\n  <li>{item}</li>\n))}\n\n```js\n{code}\n```\n\n| {1} | b |\n|---|---|\n| c | {d} |\n";
    let document = mdx(text);
    insta::assert_snapshot!(body_of(&document), @r#"
    <p>A { b  12 Ada <code class="short" dir="ltr">{c}</code> {d}  <strong>*f*</strong>.</p>
    <p>Whole</p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-js">{code}
    </code></pre>
    <div class="table" tabindex="0" role="group" aria-label="&lt;table&gt;"><table><thead><tr><th>1</th>
    <th>b</th>
    </tr>
    </thead>
    <tbody><tr><td>c</td>
    <td></td>
    </tr>
    </tbody>
    </table></div>
    "#);
    insta::assert_snapshot!(flaws(&document, text), @"
    UnknownExpression: {props.e}
    UnknownExpression: {items.map(item => (
      <li>{item}</li>
    ))}
    UnknownExpression: {d}
    ");
}

#[test]
fn labels_of_tabs_and_tabs_in_tabs() {
    let text = "<Tabs values={[\n  {label: 'Windows', value: 'win'},\n  {label: 'macOS', value: 'mac'},\n]}>\n<TabItem value=\"win\">\n\nA\n\n</TabItem>\n<TabItem value=\"mac\">\n\nB\n\n</TabItem>\n<TabItem value=\"other\">\n\nC\n\n</TabItem>\n</Tabs>\n";
    insta::assert_snapshot!(body(text), @r#"
    <div class="tabs"><details class="tab" name="tabs-1" open><summary>Windows</summary>
    <p>A</p>
    </details>
    <details class="tab" name="tabs-1"><summary>macOS</summary>
    <p>B</p>
    </details>
    <details class="tab" name="tabs-1"><summary>other</summary>
    <p>C</p>
    </details>
    </div>
    "#);
    let nested = "::: code-group\n```js [a]\n1\n```\n:::\n\n:::: code-group\n```js [b]\n2\n```\n\n::: code-group\n```js [c]\n3\n```\n:::\n\n```js [d]\n4\n```\n::::\n";
    let document =
        Document::parse_as(Syntax { dialect: Dialect::VitePress, form: Form::Markdown }, nested, 0);
    insta::assert_snapshot!(body_of(&document), @r#"
    <div class="tabs">
    <details class="tab" name="tabs-1" open><summary>a</summary>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-js">1
    </code></pre>
    </details>
    </div>
    <div class="tabs">
    <details class="tab" name="tabs-2" open><summary>b</summary>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-js">2
    </code></pre>
    </details>
    <div class="tabs">
    <details class="tab" name="tabs-3" open><summary>c</summary>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-js">3
    </code></pre>
    </details>
    </div>
    <details class="tab" name="tabs-2"><summary>d</summary>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-js">4
    </code></pre>
    </details>
    </div>
    "#);
}

#[test]
fn details_with_a_summary_and_the_head_of_a_page() {
    let text = "<Head>\n  <title>Nobody reads this</title>\n  <meta name=\"a\" content=\"b\" />\n</Head>\n\n<Details>\n<summary>What is **in** it</summary>\n\nA lamp.\n\n</Details>\n\n<Details>\n\nA cable.\n\n</Details>\n";
    insta::assert_snapshot!(body(text), @"
    <details><summary>What is <strong>in</strong> it</summary>
    <p>A lamp.</p>
    </details>
    <details><summary>&lt;details&gt;</summary>
    <p>A cable.</p>
    </details>
    ");
    assert_eq!(flaws(&mdx(text), text), "");
}

#[test]
fn tabs_and_what_is_indented() {
    let text = "<Tabs groupId=\"os\">\n  <TabItem value=\"win\" label=\"Windows\">\n\n    Text **bold**\n\n    - item\n      - nested\n\n    ```sh\n    npm i\n      more\n    ```\n\n  </TabItem>\n  <TabItem value=\"mac\">One line</TabItem>\n</Tabs>\n\nAfter\n";
    insta::assert_snapshot!(body(text), @r#"
    <div class="tabs"><details class="tab" name="tabs-1" open><summary>Windows</summary>
      <p>Text <strong>bold</strong></p>
    <ul><li>item<ul><li>nested</li>
    </ul>
    </li>
    </ul>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-sh">npm i
      more
    </code></pre>
    </details>
      <details class="tab" name="tabs-1"><summary>mac</summary>
    <p>One line</p>
    </details>
    </div>
    <p>After</p>
    "#);
}

#[test]
fn alerts_details_and_cards() {
    let text = "<Aside type=\"caution\" title=\"Mind &amp; gap\">\nText\n</Aside>\n\n<Details summary={<summary>More</summary>}>\n\nDeep\n\n</Details>\n\n<details>\n  <summary>Own *title*</summary>\n\n  Inside\n</details>\n\n<CardGrid>\n  <Card title=\"One\" icon=\"star\">\n    Text\n  </Card>\n  <LinkCard title=\"Two\" href=\"two.md\" description=\"Why\" />\n</CardGrid>\n\n<Warning>\nHot\n</Warning>\n\n<Aside>One *line*</Aside>\n";
    insta::assert_snapshot!(body(text), @r#"
    <div class="alert alert-caution" role="note">
    <p class="alert-title">Mind &amp; gap</p>
    <p>Text</p>
    </div>
    <details><summary>More</summary>
    <p>Deep</p>
    </details>
    <details>
    <summary>Own <em>title</em></summary>
    <p>Inside</p>
    </details>
    <div class="zone"><p>One</p>
      <p>Text</p>
    </div>
    <div class="zone"><p><a href="two.md">Two</a></p>
    <p>Why</p>
    </div>
    <div class="alert alert-warning" role="note">
    <p class="alert-title">&lt;alert-warning&gt;</p>
    <p>Hot</p>
    </div>
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <p>One <em>line</em></p>
    </div>
    "#);
}

#[test]
fn parts_of_lines() {
    let text = "## Title <Badge text=\"New\" />\n\nA <Icon name=\"star\" /> b <Link to=\"b.md\">*c*</Link> <Translate id=\"x\">d</Translate> <Unknown title=\"e\" href=\"e.md\" /> <kbd style={{color: 'red'}}>f</kbd>.\n\n<LinkButton\n  href=\"/g\"\n>\n  Go **on**\n</LinkButton>\n\n- <Badge text=\"h\" /> i\n- j\n\n| a | b |\n|---|---|\n| <Badge text=\"k\" /> | <Foo.Bar x={1}>l</Foo.Bar> |\n";
    let document = mdx(text);
    insta::assert_snapshot!(body_of(&document), @r#"
    <h2 id="title">Title <span class="badge">New</span></h2>
    <p>A  b <a href="b.md"><em>c</em></a> d <a href="e.md">e</a> <kbd>f</kbd>.</p>
    <p><a href="/g">
    Go <strong>on</strong>
    </a></p>
    <ul><li><span class="badge">h</span> i</li>
    <li>j</li>
    </ul>
    <div class="table" tabindex="0" role="group" aria-label="&lt;table&gt;"><table><thead><tr><th>a</th>
    <th>b</th>
    </tr>
    </thead>
    <tbody><tr><td><span class="badge">k</span></td>
    <td>l</td>
    </tr>
    </tbody>
    </table></div>
    "#);
    insta::assert_snapshot!(flaws(&document, text), @r#"
    UnknownComponent { name: "Unknown", shown: Text }: <Unknown title="e" href="e.md" />
    UnknownComponent { name: "Foo.Bar", shown: Text }: <Foo.Bar x={1}>
    "#);
    assert_eq!(&*document.headings[0].slug, "title");
}

#[test]
fn images_and_code() {
    let text = "import shot from './shot.png';\n\n<Image src={shot} alt=\"A shot\" />\n\n<img src={require('./b.png').default} alt=\"B\" width={40} />\n\n<img src={useBaseUrl('/c.png')} />\n\n![d](d.png) <img src={shot.src} alt='e'/>\n\n<Code code={`let a = 1;\n\nlet b;`} lang=\"js\" title=\"a.js\" />\n\n<Code code={other} lang=\"js\" />\n";
    let document = mdx(text);
    insta::assert_snapshot!(body_of(&document), @r#"
    <p><img src="./shot.png" alt="A shot" loading="lazy"></p>
    <p><img src="./b.png" alt="B" width="40" loading="lazy"></p>
    <p><img src="/c.png" alt="" loading="lazy"></p>
    <p><img src="d.png" alt="d" loading="lazy"> <img src="./shot.png" alt="e" loading="lazy"></p>
    <p>a.js</p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-js">let a = 1;

    let b;</code></pre>
    "#);
    insta::assert_snapshot!(flaws(&document, text), @r#"UnknownExpression: <Code code={other} lang="js" />"#);
    let places = document.images.iter().map(|image| image.destination_span.slice(text));
    insta::assert_snapshot!(places.collect::<Vec<_>>().join(" "), @"shot require('./b.png').default useBaseUrl('/c.png') d.png shot.src");
}

#[test]
fn html_in_mdx_holds_markdown() {
    let text = "<div className=\"a\" style={{b: 'c'}}>\n  **d** {1}\n</div>\n\n<p>e *f*</p>\n\n<table>\n  <tr><td>**g**</td></tr>\n</table>\n\n<svg\n  viewBox=\"0 0 1 1\"\n>\n\n  <path d=\"M0\" />\n</svg>\n\n<>\n  h <>i</> <br/>\n</>\n\n<domain> <b>j</b>\n";
    insta::assert_snapshot!(body(text), @r#"
    <div><p><strong>d</strong> 1</p>
    </div>
    <p>e <em>f</em></p>
    <div class="table" tabindex="0" role="group" aria-label="&lt;table&gt;"><table><tr><td>
    <p><strong>g</strong></p>
    </td>
    </tr>
    </table></div>
    <p>h i <br></p>
    <p>&lt;domain&gt; <b>j</b></p>
    "#);
}

#[test]
fn parts_of_other_files() {
    let text = "import Part from './_part.mdx';\n\n<Part name=\"x\" />\n\nText <Part />\n";
    let document = mdx(text);
    let includes = document.includes.iter();
    let includes: Vec<_> = includes
        .map(|include| format!("{} {:?} {}", include.path, include.form, include.path_span.slice(text)))
        .collect();
    insta::assert_snapshot!(includes.join("\n"), @"
    ./_part.mdx Block ./_part.mdx
    ./_part.mdx Inline ./_part.mdx
    ");
    assert!(document.flaws.is_empty());
}

#[test]
fn components_of_vue() {
    let text = "## Title <Badge type=\"tip\" text=\"^1.0\" />\n\n<CodeGroup>\n<CodeGroupItem title=\"npm\">\n\n```sh\nnpm i\n```\n\n</CodeGroupItem>\n</CodeGroup>\n\n<script setup>\nimport A from 'a'\n</script>\n\n<A v-for=\"b in c\" :d=\"e\" @click=\"f\" title=\"G\" /> and <my-thing h=\"i\">j</my-thing> or <my-name>.\n\nimport k from 'l'\n\n{{ m }}\n";
    let document = Document::parse_as(Syntax { dialect: Dialect::VuePress, form: Form::Markdown }, text, 0);
    insta::assert_snapshot!(body_of(&document), @r#"
    <h2 id="title">Title <span class="badge">^1.0</span></h2>
    <div class="tabs"><details class="tab" name="tabs-1" open><summary>npm</summary>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-sh">npm i
    </code></pre>
    </details>
    </div>
    <p>G and j or &lt;my-name&gt;.</p>
    <p>import k from 'l'</p>
    "#);
    insta::assert_snapshot!(flaws(&document, text), @r#"
    UnknownComponent { name: "A", shown: Text }: <A v-for="b in c" :d="e" @click="f" title="G" />
    UnknownComponent { name: "my-thing", shown: Text }: <my-thing h="i">
    PlaceholderAsHtml { name: "my-name" }: <my-name>
    ForeignSyntax { kind: Import }: import k from 'l'
    UnknownExpression: {{ m }}
    "#);
    assert_eq!(&*document.headings[0].slug, "title");
}

#[test]
fn plain_files_have_none() {
    let text = "<Tabs>\n<TabItem label=\"a\">b</TabItem>\n</Tabs>\n\n{c} <Badge text=\"d\" />\n";
    insta::assert_snapshot!(body_of(&Document::parse(text, 0)), @r#"
    <p>&lt;Tabs&gt;
    &lt;TabItem label="a"&gt;b&lt;/TabItem&gt;
    &lt;/Tabs&gt;
    </p>
    <p>{c} &lt;Badge text="d" /&gt;</p>
    "#);
}

#[test]
fn groups_of_code_and_of_tabs() {
    let text = "::: code-group\n```sh [npm]\nnpm i\n```\n```yarn\nadd\n```\n:::\n\n::: tabs#fruit\n@tab Apple *red*#a\nText\n\n@tab:active Pear\n\n::: tip\nIn it\n:::\n\n:::\n\nAfter @tab\n";
    let document = Document::parse_as(Syntax { dialect: Dialect::VuePress, form: Form::Markdown }, text, 0);
    insta::assert_snapshot!(body_of(&document), @r#"
    <div class="tabs">
    <details class="tab" name="tabs-1" open><summary>npm</summary>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-sh">npm i
    </code></pre>
    </details>
    <details class="tab" name="tabs-1"><summary>yarn</summary>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-yarn">add
    </code></pre>
    </details>
    </div>
    <div class="tabs">
    <details class="tab" name="tabs-2" open><summary>Apple <em>red</em></summary>
    <p>Text</p>
    </details>
    <details class="tab" name="tabs-2"><summary>Pear</summary>
    <div class="alert alert-tip" role="note">
    <p class="alert-title">&lt;alert-tip&gt;</p>
    <p>In it</p>
    </div>
    </details>
    </div>
    <p>After @tab</p>
    "#);
    assert_eq!(flaws(&document, text), "");
}

/// Work that grew with the square of the input would take minutes here.
#[test]
fn nothing_is_quadratic() {
    let many = 10_000;
    for piece in [
        "<A>",
        "<A>\n",
        "</A>\n",
        "<A b='",
        "<A b=\"c\n",
        "<A b={",
        "<A b={`",
        "<A {/*",
        "<A>\n\n",
        "- <A>\n",
        "{",
        "{'",
        "{`${",
        "{/*\n",
        "import a from 'b'\n",
        "import a from 'b'\n\n",
        "export const a = {\n\n",
        "export const a = `\n\n",
        "<svg>\n",
        "<p>\n",
        "<>",
        "<a.b c>",
        "    - a\n",
        "<Tabs>\n<TabItem>\n",
        "::: tabs\n@tab a\n",
        "@tab a\n",
        "export const a = 1\n",
        "a <A b={",
        "a {b",
    ] {
        for syntax in [
            Syntax { dialect: Dialect::Starlight, form: Form::Mdx },
            Syntax { dialect: Dialect::VitePress, form: Form::Markdown },
        ] {
            let text = piece.repeat(many);
            let document = Document::parse_as(syntax, &text, 0);
            for span in super::damage::spans(&document) {
                assert!(text.get(span.range()).is_some(), "{span:?} in {piece:?}");
            }
            well_formed_body(&document);
        }
    }
}

#[test]
fn values_of_the_front_matter() {
    let text = "{frontMatter.title} {frontMatter.a.b} {frontMatter.none}\n\n<Aside title={frontMatter.title}>a</Aside>\n";
    let syntax = Syntax { dialect: Dialect::Docusaurus, form: Form::Mdx };
    let title = Some(Spanned::new("A <b> title".to_owned(), Span::default()));
    let front_matter = FrontMatter { title, ..FrontMatter::default() };
    let document = Document::parse_with(syntax, &Shortcodes::new(), &front_matter, text);
    insta::assert_snapshot!(body_of(&document), @r#"
    <p>A &lt;b&gt; title</p>
    <div class="alert alert-note" role="note">
    <p class="alert-title">A &lt;b&gt; title</p>
    <p>a</p>
    </div>
    "#);
    assert_eq!(
        flaws(&document, text),
        "UnknownExpression: {frontMatter.a.b}\nUnknownExpression: {frontMatter.none}\n"
    );
}

#[test]
fn entities_in_attributes() {
    let html = body("<Card title=\"a &lt;b&gt; &amp; c < d\">x</Card>\n");
    assert!(html.contains("<p>a &lt;b&gt; &amp; c &lt; d</p>"), "{html}");
}
