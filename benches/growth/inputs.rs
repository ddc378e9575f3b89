//! Projects that grow: each input is a kind of article or site that once was, or could be, more work than its size. Writes
//! and measures nothing.

use std::fmt::Write as _;

/// A project of any size.
pub(crate) struct Input {
    pub name: &'static str,
    /// What is run on it, without the folder.
    pub command: &'static [&'static str],
    /// How many of what is counted make one: whole articles are more work than brackets.
    pub share: usize,
    /// Its files, by path, with so many of what is counted.
    pub files: fn(usize) -> Files,
}

pub(crate) type Files = Vec<(String, String)>;

const CHECK: &[&str] = &["check"];
const BUILD: &[&str] = &["build", "--jobs", "1", "--out"];

/// One article with this text.
fn article(text: &str) -> Files {
    vec![("content/en-US/a.md".to_owned(), format!("---\ntitle: A\n---\n# A\n\n{text}\n"))]
}

/// As many lines or pieces, each made from its number.
fn each(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

/// As many articles, each made from its number.
fn articles(count: usize, text: impl Fn(usize) -> String) -> Files {
    let file = |number| {
        let path = format!("content/en-US/{}/{}.md", name(number / 100), name(number));
        (path, format!("# Article {number}\n\n{}\n", text(number)))
    };
    (0..count).map(file).collect()
}

/// A name that differs from that of every other number in most letters.
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

/// What grows inside one article.
pub(crate) const ARTICLE: &[Input] = inputs! {
    "](", CHECK, 1, |n| article(&"](".repeat(n));
    "[a](", CHECK, 1, |n| article(&"[a](".repeat(n));
    "[a] ", CHECK, 1, |n| article(&"[a] ".repeat(n));
    "]", CHECK, 1, |n| article(&"]".repeat(n));
    "[", CHECK, 1, |n| article(&"[".repeat(n));
    "[a](b c) ", CHECK, 1, |n| article(&"[a](b c) ".repeat(n));
    "[a] (b.md) ", CHECK, 1, |n| article(&"[a] (b.md) ".repeat(n));
    "(a)[https://b.c] ", CHECK, 1, |n| article(&"(a)[https://b.c] ".repeat(n));
    ") [https://b.c] ", CHECK, 1, |n| article(&(") [https://b.c] ".repeat(n)));
    "[a]   (", CHECK, 1, |n| article(&format!("[a]{}(", " ".repeat(50)).repeat(n / 10));
    "<http://a", CHECK, 1, |n| article(&"<http://a".repeat(n));
    "http://a.b ", CHECK, 1, |n| article(&"http://a.b ".repeat(n));
    "http://a.b)))", CHECK, 1, |n| article(&format!("http://a.b/{}", ")".repeat(n)));
    "http://a.b/http://a.b", CHECK, 1, |n| article(&"http://a.b/".repeat(n));
    "[! http://a.b", CHECK, 1, |n| article(&"[! http://a.b ".repeat(n));
    "::: http://a.b", CHECK, 1, |n| article(&"x ::: http://a.b ".repeat(n));
    "comments that allow", CHECK, 1, |n| article(&"<!-- faqtory-allow: x -->\n".repeat(n));
    "comments that allow, in a line", CHECK, 1, |n| article(&"<!-- faqtory-allow: x --> ".repeat(n));
    "comments that allow, in a file", CHECK, 1, |n| article(&"a <!-- faqtory-allow-file: bare-url -->\n\n".repeat(n));
    "codes to allow", CHECK, 1, |n| article(&format!("<!-- faqtory-allow: {} -->", each(n, |i| format!("x{i} "))));
    "comments in front matter", CHECK, 1, |n| article(&format!("---\ntitle: x\n{}---\n", "# faqtory-allow: x\n".repeat(n)));
    "comments after comments", CHECK, 1, |n| article(&"<!-- faqtory-allow: x -->\n> ".repeat(n));
    "missing anchors", CHECK, 1, |n| article(&each(n, |i| format!("[a](#hx{i})\n\n## h-{i}\n\n")));
    "missing long anchors", CHECK, 4, |n| article(&each(n, |i| format!("[a](#{0}{i})\n\n## {0}-{i}\n\n", "h".repeat(150))));
    "headings alike", CHECK, 1, |n| article(&"## a\n\n".repeat(n));
    "headings alike and numbered", CHECK, 1, |n| article(&each(n, |i| format!("## a\n\n## a-{i}\n\n")));
    "anchors alike", CHECK, 1, |n| article(&"<a name=\"x\"></a>\n\n".repeat(n));
    "emphasis that is open", CHECK, 1, |n| article(&"**a *b ".repeat(n));
    "emphasis that is none", CHECK, 1, |n| article(&"** a ** ".repeat(n));
    "emphasis between letters", CHECK, 1, |n| article(&"a**b**c** ".repeat(n));
    "underscores", CHECK, 1, |n| article(&"_a __b ".repeat(n));
    "code spans that are open", CHECK, 1, |n| article(&each(n / 10, |i| format!("{} a ", "`".repeat(i % 50 + 1))));
    "footnotes", CHECK, 1, |n| article(&each(n, |i| format!("a[^{i}]\n\n[^{i}]: x\n\n")));
    "footnotes not there", CHECK, 1, |n| article(&each(n, |i| format!("a[^{i}] ")));
    "reference definitions", CHECK, 1, |n| article(&each(n, |i| format!("[a{i}]\n\n[a{i}]: b{i}.md\n\n")));
    "references not there", CHECK, 1, |n| article(&each(n, |i| format!("[a][b{i}] ")));
    "rows of a table", CHECK, 1, |n| article(&format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(n)));
    "columns of a table", CHECK, 1, |n| article(&format!("{0}|\n{1}|\n{0}|\n", "|a".repeat(n), "|-".repeat(n)));
    "rows that are short", CHECK, 10, |n| article(&format!("{0}|\n{1}|\n{2}\n", "|a".repeat(n), "|-".repeat(n), "|a|\n".repeat(n)));
    "items of a list", CHECK, 1, |n| article(&"- a\n".repeat(n));
    "numbered items", CHECK, 1, |n| article(&each(n, |i| format!("{i}. a\n\n")));
    "tabs", CHECK, 1, |n| article(&each(n, |i| format!("# [A](#tab/a{i})\n\nx\n\n")));
    "tabs in groups", CHECK, 1, |n| article(&each(n, |_| "# [A](#tab/a)\n\nx\n\n***\n\n".to_owned()));
    "directives", CHECK, 1, |n| article(&":::row:::\n:::column:::\n\nx\n\n:::column-end:::\n:::row-end:::\n\n".repeat(n));
    "directives not known", CHECK, 1, |n| article(&each(n, |i| format!(":::nope{i}:::\n\n")));
    "alerts not known", CHECK, 1, |n| article(&each(n, |i| format!("> [!NOPE{i}]\n> a\n\n")));
    "alerts in own words", CHECK, 1, |n| article(&each(n, |i| format!("> [!{}]\n> a\n\n", name(i))));
    "raw tags that are open", CHECK, 1, |n| article(&"a <b> <i> ".repeat(n));
    "raw tags not known", CHECK, 1, |n| article(&each(n, |i| format!("a <x{i}>b</x{i}> ")));
    "attributes", CHECK, 1, |n| article(&format!("<p{}>x</p>", each(n, |i| format!(" a{i}=\"b\""))));
    "attributes in braces", CHECK, 1, |n| article(&format!("## x {{{}}}", each(n, |i| format!("#a{i} .b{i} "))));
    "entities", CHECK, 1, |n| article(&"&amp; &nope; ".repeat(n));
    "video directives", CHECK, 1, |n| article(&"[!VIDEO https://e.example/x] ".repeat(n));
    "files not there", CHECK, 1, |n| article(&each(n, |i| format!("[a](b{i}.md)\n\n")));
    "images not there", CHECK, 1, |n| article(&each(n, |i| format!("![a](b{i}.png)\n\n")));
    "images without words", CHECK, 1, |n| article(&each(n, |_| "![](b.png)\n\n".to_owned()));
    "includes not there", CHECK, 1, |n| article(&each(n, |i| format!("[!INCLUDE [a](b{i}.md)]\n\n")));
    "quotes", CHECK, 1, |n| article(&"> a\n\n".repeat(n));
    "paragraphs", CHECK, 1, |n| article(&"a b c\n\n".repeat(n));
    "words", CHECK, 1, |n| article(&each(n, |i| format!("{} ", name(i))));
    "keys not known", CHECK, 1, |n| vec![("content/en-US/a.md".to_owned(), format!("---\ntitle: a\n{}---\n# A\n", each(n, |i| format!("titl{i}: b\n"))))];
    "keys alike", CHECK, 1, |n| vec![("content/en-US/a.md".to_owned(), format!("---\ntitle: a\n{}---\n# A\n", "titel: b\n".repeat(n)))];
    "keys in an open block", CHECK, 1, |n| vec![("content/en-US/a.md".to_owned(), format!("---\ntitle: a\n{}# A\n", "x: b\n".repeat(n)))];
    "keywords", CHECK, 1, |n| vec![("content/en-US/a.md".to_owned(), format!("---\ntitle: a\nkeywords: [{}]\n---\n# A\n", each(n, |i| format!("k{i}, "))))];
    "custom IDs", CHECK, 1, |n| vec![("content/en-US/a.md".to_owned(), format!("---\ntitle: a\ncustom_ids: [{}]\n---\n# A\n", each(n, |i| format!("'{i}', "))))];
    "aliases", CHECK, 1, |n| vec![("content/en-US/a.md".to_owned(), format!("---\ntitle: a\nredirect_from: [{}]\n---\n# A\n", each(n, |i| format!("/o/{i}, "))))];
    "build [a] ", BUILD, 1, |n| article(&"[a] ".repeat(n));
    "build headings alike", BUILD, 1, |n| article(&"## a\n\n".repeat(n));
    "build footnotes", BUILD, 1, |n| article(&each(n, |i| format!("a[^{i}]\n\n[^{i}]: x\n\n")));
    "build paragraphs", BUILD, 1, |n| article(&"a b c\n\n".repeat(n));
    "build questions", BUILD, 1, |n| article(&each(n, |i| format!("## Is it {i}?\n\nYes.\n\n")));
    "build tabs", BUILD, 1, |n| article(&each(n, |i| format!("# [A](#tab/a{i})\n\nx\n\n")));
    "build links", BUILD, 1, |n| article(&each(n, |i| format!("[a](https://e.example/{i}) [b](a.md#a) ")));
    "build words", BUILD, 1, |n| article(&each(n, |i| format!("{} ", name(i))));
    "build custom IDs", BUILD, 1, |n| vec![("content/en-US/a.md".to_owned(), format!("---\ntitle: a\ncustom_ids: [{}]\n---\n# A\n", each(n, |i| format!("'{i}', "))))];
    "build aliases", BUILD, 1, |n| vec![("content/en-US/a.md".to_owned(), format!("---\ntitle: a\nredirect_from: [{}]\n---\n# A\n", each(n, |i| format!("/o/{i}, "))))];
};

/// One line with as many flaws, and what is made of them.
fn flaws(count: usize) -> Files {
    article(&each(count, |i| format!("[a{i}] (b.md) ")))
}

/// What grows with flaws, by the way they are printed or fixed.
pub(crate) const FLAWS: &[Input] = inputs! {
    "flaws, human", &["check"], 1, flaws;
    "flaws, json", &["check", "--format", "json"], 1, flaws;
    "flaws, sarif", &["check", "--format", "sarif"], 1, flaws;
    "flaws, github", &["check", "--format", "github"], 1, flaws;
    "flaws, junit", &["check", "--format", "junit"], 1, flaws;
    "flaws, statistics", &["check", "--statistics"], 1, flaws;
    "flaws, baseline", &["check", "--write-baseline"], 1, flaws;
    "flaws, diff", &["check", "--diff"], 1, flaws;
    "flaws, diff of lines", &["check", "--diff"], 1, |n| article(&"[a] (b.md)\n\n".repeat(n));
    "flaws, diff of lines unlike", &["check", "--diff"], 1, |n| article(&each(n, |i| format!("[a{i}] (b.md)\n\n")));
    "flaws, fix", &["check", "--fix"], 1, flaws;
};

/// An article in two locales with such blocks.
fn pair(source: &str, translation: &str) -> Files {
    let hash = "source_hash: 0123456789012345678901234567890123456789\n";
    vec![
        ("content/en-US/a.md".to_owned(), format!("---\ntitle: A\n---\n# A\n\n{source}\n")),
        ("content/lv-LV/a.md".to_owned(), format!("---\ntitle: B\n{hash}---\n# B\n\n{translation}\n")),
        ("faqtory.toml".to_owned(), "[site]\nsource_locale = \"en-US\"\n".to_owned()),
    ]
}

const LOCALES: [&str; 40] = [
    "ar-SA", "bg-BG", "cs-CZ", "da-DK", "de-DE", "el-GR", "en-US", "es-ES", "et-EE", "fa-IR", "fi-FI", "fr-FR",
    "he-IL", "hi-IN", "hr-HR", "hu-HU", "id-ID", "it-IT", "ja-JP", "ko-KR", "lt-LT", "lv-LV", "nb-NO", "nl-NL",
    "pl-PL", "pt-BR", "pt-PT", "ro-RO", "ru-RU", "sk-SK", "sl-SI", "sr-Latn-RS", "sv-SE", "th-TH", "tr-TR",
    "uk-UA", "ur-PK", "vi-VN", "zh-CN", "zh-TW",
];

/// An article in forty locales.
fn forty(text: impl Fn(usize) -> String) -> Files {
    let hash = "source_hash: 0123456789012345678901234567890123456789\n";
    let file = |(number, locale): (usize, &&str)| {
        (format!("content/{locale}/a.md"), format!("---\ntitle: A\n{hash}---\n# A\n\n{}\n", text(number)))
    };
    LOCALES.iter().enumerate().map(file).collect()
}

/// What grows between translations of one article.
pub(crate) const TRANSLATIONS: &[Input] = inputs! {
    "blocks of a translation", CHECK, 4, |n| pair(&each(n, |i| format!("a {i}\n\n")), &each(n, |i| format!("b {i}\n\n")));
    "blocks of a shorter translation", CHECK, 4, |n| pair(&each(n, |i| format!("a {i}\n\n")), &each(n / 2, |i| format!("b {i}\n\n")));
    "blocks all alike", CHECK, 4, |n| pair(&"a b\n\n".repeat(n), &"b c\n\n".repeat(n / 2));
    "blocks of other kinds", CHECK, 4, |n| pair(&each(n, |_| "a\n\n- b\n- c\n\n".to_owned()), &each(n, |_| "## a\n\n`x`\n\n".to_owned()));
    "headings of a translation", CHECK, 4, |n| pair(&each(n, |i| format!("## a {i}\n\n")), &each(n / 2, |i| format!("## b {i}\n\nx\n\n")));
    "anchors of a translation", CHECK, 4, |n| pair(&each(n, |i| format!("<a name=\"a{i}\"></a>b\n\n")), &each(n, |i| format!("<a name=\"b{i}\"></a>b\n\n")));
    "links of a translation", CHECK, 4, |n| pair(&each(n, |i| format!("[a](https://e.example/a{i}) ")), &each(n, |i| format!("[a](https://e.example/b{i}) ")));
    "numbers of a translation", CHECK, 4, |n| pair(&each(n, |i| format!("a {i} b. ")), &each(n, |i| format!("b {}, c. ", i + 100_000)));
    "code of a translation", CHECK, 4, |n| pair(&each(n, |i| format!("`a{i}` ")), &each(n, |i| format!("`b{i}` ")));
    "blocks of forty locales", CHECK, 40, |n| forty(|l| each(n, |i| format!("a {i} {l}\n\n")));
    "links of forty locales", CHECK, 40, |n| forty(|l| each(n, |i| format!("[a](https://e.example/{l}/a{i})\n\n")));
    "flaws of forty locales", CHECK, 40, |n| forty(|_| each(n, |i| format!("[a{i}] (b.md)\n\n")));
    "build blocks of a translation", BUILD, 4, |n| pair(&each(n, |i| format!("a {i}\n\n")), &each(n / 2, |i| format!("b {i}\n\n")));
};

/// As many articles, each with five links to articles that are not there.
fn missing_links(count: usize) -> Files {
    articles(count, |i| each(5, |l| format!("[a]({}.md) ", name(1_000_000 + i * 5 + l))))
}

/// A table of contents beside one article.
fn toc(entries: &str) -> Files {
    let mut files = article("x");
    files.push(("content/en-US/toc.yml".to_owned(), entries.to_owned()));
    files
}

/// What grows with the number of articles.
pub(crate) const SITE: &[Input] = inputs! {
    "articles", CHECK, 16, |n| articles(n, |_| "x".to_owned());
    "links", CHECK, 16, |n| articles(n, |i| each(5, |l| format!("[a](../{}/{}.md) ", name((i * 7 + l) % n / 100), name((i * 7 + l) % n))));
    "links not there", CHECK, 16, missing_links;
    "links nearly there", CHECK, 16, |n| articles(n, |i| each(5, |l| format!("[a](../{}/x{}.md) ", name((i * 7 + l) % n / 100), name((i * 7 + l) % n))));
    "links to names alike", CHECK, 16, |n| (0..n).map(|i| (format!("content/en-US/article-about-{i:06}.md"), format!("# A {i}\n\n[a](article-about-x{i:05}.md)\n"))).collect();
    "anchors of another article", CHECK, 16, |n| { let mut all = articles(n, |_| "[a](../b.md#nope)".to_owned()); all.push(("content/en-US/b.md".to_owned(), format!("# B\n\n{}", each(n, |i| format!("## h-{i}\n\n"))))); all };
    "images not there by articles", CHECK, 16, |n| articles(n, |i| format!("![a]({}.png)", name(i + 1_000_000)));
    "includes not there by articles", CHECK, 16, |n| { let mut all = articles(n, |i| format!("[!INCLUDE [a](../includes/x{}.md)]", name(i))); all.extend((0..n).map(|i| (format!("content/en-US/includes/{}.md", name(i)), "x".to_owned()))); all };
    "one custom ID", CHECK, 16, |n| (0..n).map(|i| (format!("content/en-US/{}.md", name(i)), format!("---\ntitle: A {i}\ncustom_ids: ['7']\n---\n# A {i}\n"))).collect();
    "one title", CHECK, 16, |n| (0..n).map(|i| (format!("content/en-US/{}.md", name(i)), "# A\n\nx\n".to_owned())).collect();
    "one text", CHECK, 16, |n| (0..n).map(|i| (format!("content/en-US/{}.md", name(i)), format!("# A {i}\n\nOne two three four five six seven eight nine ten.\n"))).collect();
    "folders", CHECK, 16, |n| (0..n).map(|i| (format!("content/en-US/{0}/{0}.md", name(i)), format!("# A {i}\n\nx\n"))).collect();
    "redirects", CHECK, 16, |n| { let mut all = article("x"); all.extend((0..n).map(|i| (format!("content/en-US/{}.md", name(i)), format!("---\nredirect_url: {}\n---\n", name(i + 1))))); all };
    "redirects from one", CHECK, 16, |n| (0..n).map(|i| (format!("content/en-US/{}.md", name(i)), format!("---\nredirect_from: /old\n---\n# A {i}\n"))).collect();
    "redirects in a file", CHECK, 1, |n| { let mut all = article("x"); all.push((".openpublishing.publish.config.json".to_owned(), "{}".to_owned())); all.push((".openpublishing.redirection.json".to_owned(), format!("{{\"redirections\": [{}{{\"source_path\": \"x.md\", \"redirect_url\": \"/y\"}}]}}", each(n, |i| format!("{{\"source_path\": \"content/en-US/o{i}.md\", \"redirect_url\": \"/o{}\"}},", i + 1))))); all };
    "entries of a TOC", CHECK, 2, |n| toc(&each(n, |i| format!("- name: A {i}\n  href: a.md\n")));
    "entries not there", CHECK, 2, |n| toc(&each(n, |i| format!("- name: A {i}\n  href: {}.md\n", name(i))));
    "uses of an include", CHECK, 4, |n| { let mut all = article(&"[!INCLUDE [a](includes/b.md)]\n\n".repeat(n)); all.push(("content/en-US/includes/b.md".to_owned(), "x [b](c.md)\n".to_owned())); all };
    "articles with an include", CHECK, 16, |n| { let mut all = articles(n, |_| "[!INCLUDE [a](../includes/b.md)]".to_owned()); all.push(("content/en-US/includes/b.md".to_owned(), "x [b](c.md)\n".to_owned())); all };
    "messages", CHECK, 1, |n| { let mut all = article("x"); all.push(("locales/de-DE/m.ftl".to_owned(), each(n, |i| format!("home{i} = x\n")))); all };
    "messages alike", CHECK, 1, |n| { let mut all = article("x"); all.push(("locales/de-DE/m.ftl".to_owned(), each(n, |_| "home = { $x }\n".to_owned()))); all };
    "build articles", BUILD, 32, |n| articles(n, |_| "x".to_owned());
    "build one folder", BUILD, 32, |n| (0..n).map(|i| (format!("content/en-US/f/{}.md", name(i)), format!("# A {i}\n\nx\n"))).collect();
    "build folders", BUILD, 32, |n| (0..n).map(|i| (format!("content/en-US/{0}/{0}.md", name(i)), format!("# A {i}\n\nx\n"))).collect();
    "build one custom ID", BUILD, 32, |n| (0..n).map(|i| (format!("content/en-US/{}.md", name(i)), format!("---\ntitle: A {i}\ncustom_ids: ['7']\n---\n# A {i}\n"))).collect();
    "build one title", BUILD, 32, |n| (0..n).map(|i| (format!("content/en-US/{}.md", name(i)), "# A\n\nx\n".to_owned())).collect();
    "build entries of a TOC", BUILD, 2, |n| toc(&each(n, |i| format!("- name: A {i}\n  href: a.md\n")));
    "build a TOC of articles", BUILD, 32, |n| { let mut all: Files = (0..n).map(|i| (format!("content/en-US/f/{}.md", name(i)), format!("# A {i}\n\nx\n"))).collect(); all.push(("content/en-US/toc.yml".to_owned(), each(n, |i| format!("- name: A {i}\n  href: f/{}.md\n", name(i))))); all };
    "build a deep TOC", BUILD, 32, |n| { let mut all: Files = (0..n).map(|i| (format!("content/en-US/f/{}.md", name(i)), format!("# A {i}\n\nx\n"))).collect(); all.push(("content/en-US/toc.yml".to_owned(), each(n, |i| format!("{0}- name: A {i}\n{0}  href: f/{1}.md\n{0}  items:\n", "  ".repeat(i % 30), name(i))))); all };
};

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static Input> {
    ARTICLE.iter().chain(FLAWS).chain(TRANSLATIONS).chain(SITE)
}

/// A project with so many lines of this text, for the count that everything begins with.
pub(crate) fn nothing() -> Files {
    let mut text = String::new();
    let _ = write!(text, "x");
    article(&text)
}
