//! Projects that grow: each input is a kind of article or site that was, or could be, more work than its size. Writes and
//! measures nothing.

/// A project of any size.
pub(crate) struct Input {
    pub(crate) name: &'static str,
    /// What is run on it, without the folder.
    pub(crate) command: &'static [&'static str],
    /// The files are made for the size divided by this: a whole article is more work than a bracket.
    pub(crate) share: usize,
    /// Its files, for so many of what it repeats.
    pub(crate) files: fn(usize) -> Files,
}

/// Texts by path.
pub(crate) type Files = Vec<(String, String)>;

const CHECK: &[&str] = &["check"];
const BUILD: &[&str] = &["build", "--jobs", "1"];

/// The project that every count begins with.
pub(crate) const NOTHING: Input =
    Input { name: "nothing", command: CHECK, share: 1, files: |_| article("x") };

/// One article with this text.
fn article(text: &str) -> Files {
    page("", text)
}

/// One article of MDX.
fn mdx(text: &str) -> Files {
    vec![("content/en-US/a.mdx".to_owned(), format!("# A\n\n{text}\n"))]
}

/// One article, written so.
fn file(text: String) -> Files {
    vec![("content/en-US/a.md".to_owned(), text)]
}

/// One article with these lines in its front matter.
fn page(front_matter: &str, text: &str) -> Files {
    vec![("content/en-US/a.md".to_owned(), format!("---\ntitle: A\n{front_matter}---\n# A\n\n{text}\n"))]
}

/// So many pieces, each made from its number.
fn each(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

/// One article in four locales, so many pieces each, made from the locale and their number.
fn translations(count: usize, piece: impl Fn(&str, usize) -> String) -> Files {
    let hash = "source_hash: 0123456789012345678901234567890123456789";
    let file = |locale: &str| {
        let text = each(count, |number| piece(locale, number));
        (format!("content/{locale}/a.md"), format!("---\n{hash}\n---\n# A\n\n{text}\n"))
    };
    ["he", "lv", "ro", "sl"].map(file).into()
}

/// A word with a capital, another one for each number.
fn capital(number: usize) -> String {
    format!("Name{}", name(number))
}

/// So many articles in one folder, each made from its number: front matter and text.
fn articles(count: usize, text: impl Fn(usize) -> (String, String)) -> Files {
    let file = |number| {
        let (front_matter, text) = text(number);
        let path = format!("content/en-US/f/{}.md", name(number));
        (path, format!("---\ntitle: Article {number}\n{front_matter}---\n# Article {number}\n\n{text}\n"))
    };
    (0..count).map(file).collect()
}

/// Files with one more.
fn with(mut files: Files, path: &str, text: &str) -> Files {
    files.push((path.to_owned(), text.to_owned()));
    files
}

/// A name that shares few letters with that of any other number.
fn name(number: usize) -> String {
    let mut state = number as u64 + 1;
    let mut name = String::new();
    for _ in 0..12 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        name.push(char::from(b'a' + (state >> 33) as u8 % 26));
    }
    name
}

macro_rules! inputs {
    ($($name:literal, $command:expr, $share:literal, $files:expr;)*) => {
        &[$(Input { name: $name, command: $command, share: $share, files: $files }),*]
    };
}

/// What grows in one article.
const ARTICLE: &[Input] = inputs! {
    "](", CHECK, 1, |n| article(&"](".repeat(n));
    "[a](", CHECK, 1, |n| article(&"[a](".repeat(n));
    "[a] ", CHECK, 1, |n| article(&"[a] ".repeat(n));
    "]", CHECK, 1, |n| article(&"]".repeat(n));
    "[a](b c) ", CHECK, 1, |n| article(&"[a](b c) ".repeat(n));
    "links to be fixed", CHECK, 16, |n| article(&format!("[a] (#a) {}", "x ".repeat(100)).repeat(n));
    "(a)[https://b.c] ", CHECK, 4, |n| article(&"(a)[https://b.c] ".repeat(n));
    ") [https://b.c] ", CHECK, 1, |n| article(&") [https://b.c] ".repeat(n));
    "[[[ ](](](", CHECK, 1, |n| article(&format!("{}{}", "[".repeat(n), "](http://a ".repeat(n)));
    "<http://a", CHECK, 1, |n| article(&"<http://a".repeat(n));
    "http://a.b ", CHECK, 1, |n| article(&"http://a.b ".repeat(n));
    "http://a.b)))", CHECK, 1, |n| article(&format!("http://a.b/{}", ")".repeat(n)));
    "http://a.b/http://a.b/", CHECK, 1, |n| article(&"http://a.b/".repeat(n));
    "[! http://a.b ", CHECK, 1, |n| article(&"[! http://a.b ".repeat(n));
    "stars to be fixed", CHECK, 16, |n| article(&format!("** a ** {}", "x ".repeat(100)).repeat(n));
    "words that touch bold text", CHECK, 4, |n| article(&"in the in the **a**in b ".repeat(n));
    "spaces within quotation marks", CHECK, 4, |n| article(&"\" a \" ' b ' “ c ” ".repeat(n));
    "spaces before commas", CHECK, 4, |n| article(&"a , ".repeat(n));
    "a**b.**c ", CHECK, 4, |n| article(&"a**b.**c ".repeat(n));
    "names that a translation lacks", CHECK, 16, |n| translations(n, |locale, i| if locale == "sl" { format!("x{i}\n\n") } else { format!("{} y{i}\n\n", capital(i)) });
    "names that inflect", CHECK, 16, |n| translations(1, |locale, _| each(n, |i| if locale == "sl" { format!("x{i} ") } else { format!("{} ", capital(i)) }));
    "ampersands at ends of bold", CHECK, 4, |n| article(&"**a &** [& b](c) ".repeat(n));
    "quotes that bold divides", CHECK, 4, |n| article(&"**\"a**\" **'b**' ".repeat(n));
    "commas behind bold text", CHECK, 1, |n| article(&"**ab** , cd . ".repeat(n));
    "literals broken", CHECK, 4, |n| article(&"a. exe, HKEY_A \\bc \\de TLS 1,2 ".repeat(n));
    "markers of merges", CHECK, 4, |n| mdx(&"{/* faqtory: new */}\n\na\n\n".repeat(n));
    "markers without ends", CHECK, 1, |n| mdx(&"{/* faqtory: new */ ".repeat(n));
    "comments, a line each", CHECK, 1, |n| article(&"<!-- faqtory-allow: x -->\n".repeat(n));
    "comments in one line", CHECK, 1, |n| article(&"<!-- faqtory-allow: x --> ".repeat(n));
    "comments behind quote marks", CHECK, 1, |n| article(&format!("{}{}", ">".repeat(n), "<!-- faqtory-allow: x --> ".repeat(n)));
    "comments in front matter", CHECK, 4, |n| page(&"# faqtory-allow: x\n".repeat(n), "");
    "keys of damaged TOML", CHECK, 4, |n| file(format!("+++\ntitle = a\n{}+++\n", each(n, |i| format!("a{i} = [\n"))));
    "values of damaged JSON", CHECK, 4, |n| file(format!("{{\"title\": \"a\"\n{}}}\n", "\"a\": {".repeat(n)));
    "codes in a comment", CHECK, 4, |n| article(&format!("<!-- faqtory-allow: {}-->", each(n, |i| format!("x{i} "))));
    "missing anchors", CHECK, 4, |n| article(&each(n, |i| format!("[a](#hx{i})\n\n## h-{i}\n\n")));
    "missing long anchors", CHECK, 16, |n| article(&each(n, |i| format!("[a](#{0}{i})\n\n## {0}-{i}\n\n", "h".repeat(150))));
    "sound anchors", CHECK, 1, |n| article(&each(n, |i| format!("[a](#h-{i})\n\n## h-{i}\n\n")));
    "anchors by another case", CHECK, 1, |n| article(&each(n, |i| format!("[a](#H-{i})\n\n## h-{i}\n\n")));
    "headings alike", BUILD, 1, |n| article(&"## a\n\n".repeat(n));
    "headings alike and numbered", CHECK, 1, |n| article(&each(n, |i| format!("## a\n\n## a-{i}\n\n")));
    "footnotes", BUILD, 1, |n| article(&each(n, |i| format!("a[^{i}]\n\n[^{i}]: x\n\n")));
    "references", CHECK, 1, |n| article(&each(n, |i| format!("[a{i}]\n\n[a{i}]: b{i}.md\n\n")));
    "rows of a table", BUILD, 1, |n| article(&format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(n)));
    "columns of a table", CHECK, 1, |n| article(&format!("{0}|\n{1}|\n{0}|\n", "|a".repeat(n), "|-".repeat(n)));
    "blocks of code", BUILD, 4, |n| article(&each(n, |i| format!("```sh {{1-9}} title=a\necho \"{i}\" # x\n```\n\n")));
    "code without ends", BUILD, 1, |n| article(&format!("```js {{2}}\n{}```\n", "f(`${ '\\ /[ <a\n".repeat(n)));
    "tabs", BUILD, 1, |n| article(&each(n, |i| format!("# [A](#tab/a{i})\n\nx\n\n")));
    "alerts not known", CHECK, 4, |n| article(&each(n, |i| format!("> [!{}]\n> a\n\n", name(i))));
    "directives not known", CHECK, 4, |n| article(&each(n, |i| format!(":::nope{i}:::\n\n")));
    "tags not known", CHECK, 16, |n| article(&each(n, |i| format!("a <x{i}>b</x{i}> ")));
    "images without words", CHECK, 1, |n| article(&"![](b.png)\n\n".repeat(n));
    "questions", BUILD, 4, |n| article(&each(n, |i| format!("## Is it {i}?\n\nYes.\n\n")));
    "words", BUILD, 1, |n| article(&each(n, |i| format!("{} ", name(i))));
    "custom IDs", BUILD, 16, |n| page(&format!("custom_ids: [{}]\n", each(n, |i| format!("'{i}', "))), "");
    "old addresses", BUILD, 16, |n| page(&format!("redirect_from: [{}]\n", each(n, |i| format!("/o/{i}, "))), "");
    "attributes of a tag", CHECK, 1, |n| article(&format!("<p{}>x</p>", each(n, |i| format!(" a{i}=\"b\""))));
    "keys not known", CHECK, 16, |n| page(&each(n, |i| format!("titl{i}: b\n")), "");
};

/// One line with so many flaws.
fn flaws(count: usize) -> Files {
    article(&each(count, |i| format!("[a{i}](b c) ")))
}

/// What grows with flaws, by what is made of them.
const FLAWS: &[Input] = inputs! {
    "flaws, for people", CHECK, 1, flaws;
    "flaws, json", &["check", "--format", "json"], 1, flaws;
    "flaws, sarif", &["check", "--format", "sarif"], 1, flaws;
    "flaws, github", &["check", "--format", "github"], 1, flaws;
    "flaws, junit", &["check", "--format", "junit"], 1, flaws;
    "flaws, baseline", &["check", "--write-baseline"], 1, flaws;
    "flaws, fixed in one line", &["check", "--fix"], 4, |n| article(&"[a] (#a) ".repeat(n));
    "flaws, diff of lines", &["check", "--diff"], 4, |n| article(&each(n, |i| format!("[a{i}] (#a)\n\n")));
};

/// An article in two locales.
fn pair(source: &str, translation: &str) -> Files {
    let hash = "source_hash: 0123456789012345678901234567890123456789\n";
    let files = with(page("", source), "faqtory.toml", "[site]\nsource_locale = \"en-US\"\n");
    with(files, "content/lv-LV/a.md", &format!("---\ntitle: B\n{hash}---\n# B\n\n{translation}\n"))
}

/// An article in four locales, without its source: in Hebrew, and in three languages of Latin letters.
fn siblings(hebrew: &str, others: &str) -> Files {
    let hash = "source_hash: 0123456789012345678901234567890123456789\n";
    let file = |locale: &str, text: &str| {
        (format!("content/{locale}/a.md"), format!("---\ntitle: A\n{hash}---\n# A\n\n{text}\n"))
    };
    vec![file("he-IL", hebrew), file("lv-LV", others), file("ro-RO", others), file("sl-SI", others)]
}

/// What grows between translations.
const TRANSLATIONS: &[Input] = inputs! {
    "blocks", CHECK, 4, |n| pair(&each(n, |i| format!("a {i}\n\n")), &each(n / 2, |i| format!("b {i}\n\n")));
    "blocks alike", CHECK, 4, |n| pair(&"a b\n\n".repeat(n), &"b c\n\n".repeat(n / 2));
    "headings", CHECK, 4, |n| pair(&each(n, |i| format!("## a {i}\n\n")), &each(n / 2, |i| format!("## b {i}\n\nx\n\n")));
    "other anchors", CHECK, 4, |n| pair(&each(n, |i| format!("<a name=\"a{i}\"></a>b\n\n")), &each(n, |i| format!("<a name=\"b{i}\"></a>b\n\n")));
    "other links", CHECK, 4, |n| pair(&each(n, |i| format!("[a](https://e.example/a{i}) ")), &each(n, |i| format!("[a](https://e.example/b{i}) ")));
    "links with escaped brackets", CHECK, 16, |n| pair(&each(n, |i| format!("[a](https://e.example/a{i}) ")), &each(n, |i| format!("\\[a\\](https://e.example/a{i}) ")));
    "names that are lacking", CHECK, 4, |n| siblings(&"א ".repeat(n), &each(n, |i| format!("b Q{} ", name(i))));
    "numbers, two a block", CHECK, 4, |n| siblings(&"1 2\n\n".repeat(n), &"1 2\n\n".repeat(n));
    "other numbers", CHECK, 4, |n| pair(&each(n, |i| format!("a {i} b. ")), &each(n, |i| format!("b {}, c. ", i + 100_000)));
};

/// A link to an article of the same folder.
fn link(number: usize) -> String {
    format!("[a]({}.md) ", name(number))
}

/// Redirects from as many old addresses as there are articles, each to the next one and every eighth to an article.
fn chains(count: usize) -> String {
    let to = |i| if i % 8 == 7 || i + 1 == count { name(i) } else { name(i + 1 + count) };
    let redirect =
        |i| format!("{{\"source_path\": \"f/{}.md\", \"redirect_url\": \"/f/{}\"}}", name(i + count), to(i));
    let redirects: Vec<String> = (0..count).map(redirect).collect();
    format!("{{\"redirections\": [{}]}}", redirects.join(",\n"))
}

/// Five links of each article, to articles by their numbers.
fn links(count: usize, to: fn(usize, usize) -> usize) -> Files {
    articles(count, |i| (String::new(), each(5, |l| link(to(i * 5 + l, count)))))
}

/// An article that includes each line of a file by itself.
fn parts(count: usize) -> Files {
    let included = each(count, |i| format!("<!--@include: ./b.md{{{i},{i}}}-->\n\n"));
    let config = "export default { lang: 'en-US' }\n";
    let files = [
        ("docs/.vitepress/config.js", config.to_owned()),
        ("docs/a.md", format!("# A\n\n{included}")),
        ("docs/b.md", format!("# B\n\n{}", each(count, |i| format!("Line {i}\n")))),
    ];
    files.into_iter().map(|(path, text)| (path.to_owned(), text)).collect()
}

/// A table of contents beside one article.
fn toc(entries: &str) -> Files {
    with(article("x"), "content/en-US/toc.yml", entries)
}

fn plain(text: &str) -> (String, String) {
    (String::new(), text.to_owned())
}

/// What grows with the number of articles.
const SITE: &[Input] = inputs! {
    "articles", BUILD, 64, |n| articles(n, |_| plain("x"));
    "sound links", CHECK, 16, |n| links(n, |i, all| i * 7 % all);
    "missing links", CHECK, 16, |n| links(n, |i, _| i + 1_000_000);
    "missing links, names alike", CHECK, 64, |n| (0..n).map(|i| (format!("content/en-US/about-{i:06}.md"), format!("# A {i}\n\n[a](about-x{i:05}.md)\n"))).collect();
    "missing images", CHECK, 16, |n| articles(n, |i| plain(&format!("![a]({}.png)", name(i + 1_000_000))));
    "missing anchors of one article", CHECK, 16, |n| with(articles(n, |_| plain("[a](../b.md#nope)")), "content/en-US/b.md", &format!("# B\n\n{}", each(n, |i| format!("## h-{i}\n\n"))));
    "one custom ID", CHECK, 16, |n| articles(n, |_| ("custom_ids: ['7']\n".to_owned(), String::new()));
    "one old address", CHECK, 16, |n| articles(n, |_| ("redirect_from: /old\n".to_owned(), String::new()));
    "old addresses that are linked", CHECK, 16, |n| articles(n, |i| (format!("redirect_from: /f/{}\n", name(i + n)), link(i + n)));
    "old addresses in a chain", CHECK, 16, |n| with(articles(n, |i| plain(&link(i + n))), "content/en-US/.openpublishing.redirection.json", &chains(n));
    "entries of a TOC", CHECK, 4, |n| toc(&each(n, |i| format!("- name: A {i}\n  href: a.md\n")));
    "missing entries of a TOC", CHECK, 4, |n| toc(&each(n, |i| format!("- name: A {i}\n  href: {}.md\n", name(i))));
    "articles in a TOC", BUILD, 64, |n| with(articles(n, |_| plain("x")), "content/en-US/toc.yml", &each(n, |i| format!("- name: A {i}\n  href: f/{}.md\n", name(i))));
    "uses of an include", CHECK, 4, |n| with(article(&"[!INCLUDE [a](includes/b.md)]\n\n".repeat(n)), "content/en-US/includes/b.md", "x [b](c.md)\n");
    "articles with an include", CHECK, 16, |n| with(articles(n, |_| plain("[!INCLUDE [a](../includes/b.md)]")), "content/en-US/includes/b.md", "x [b](c.md)\n");
    "parts of a file", CHECK, 4, |n| parts(n);
    "messages", CHECK, 16, |n| with(article("x"), "locales/de-DE/m.ftl", &each(n, |i| format!("home{i} = x\n")));
};

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static Input> {
    [ARTICLE, FLAWS, TRANSLATIONS, SITE].into_iter().flatten()
}
