//! Defects that stand in the text of an article: templates for a paragraph that is put at a random place.
//!
//! In a template `⟦…⟧` is the defect, `{w}` a word of the article, `{n}` a number, `{n1}` one of a digit, `{file}` another article of the folder
//! without its extension, and `{FILE}` the same in capitals.

use std::ops::Range;

use super::project::Project;
use super::random::Random;
use super::{Edited, How, Planter};

const fn text(code: &'static str, templates: &'static [&'static str]) -> Planter {
    Planter { code, how: How::Text(templates), companions: &[] }
}

/// The same of a defect that has further findings.
const fn followed(
    code: &'static str,
    templates: &'static [&'static str],
    companions: &'static [&'static str],
) -> Planter {
    Planter { code, how: How::Text(templates), companions }
}

pub(crate) static ALL: &[Planter] = &[
    text(
        "alt-text-missing",
        &[
            "{w} ⟦![](https://qzx.net/{n}.png)⟧ {w}",
            "⟦<img src=\"https://qzx.net/{n}.png\">⟧ {w}",
            "⟦:::image source=\"https://qzx.net/{n}.png\":::⟧",
        ],
    ),
    text("bare-url", &["{w} ⟦https://qzx{n}.net/{n}_a?b=c⟧. {w}", "{w} (⟦http://qzx.net/{n}⟧)"]),
    text(
        "bold-without-words",
        &[
            "{w} {w} ⟦**,**⟧ {w}",
            "- {w} ⟦**\"**⟧ {w}",
            "{w} ({w} ⟦**),**⟧ {w}",
            "{w}“ ⟦**“**⟧ {w}。",
            "> {w} ⟦**».**⟧",
        ],
    ),
    text(
        "bookmark-not-found",
        &[
            "{w} [{w}](⟦#qzx-{n}⟧) {w}",
            "[{w}](⟦{file}.md#qzx-{n}⟧)",
            "{w} <a href=\"⟦#%D7%A9qzx{n}⟧\">{w}</a>",
            "[{w}][qzx{n}]\n\n[qzx{n}]: ⟦{file}#ūqzx{n}⟧",
        ],
    ),
    text(
        "footnote-not-found",
        &["{w} {w}⟦[^{n}]⟧ {w}", "- {w}⟦[^{n}]⟧", "> {w} ⟦[^{n}]⟧.", "{w}⟦[^qzx{n}]⟧ [^q]\n\n[^q]: {w}"],
    ),
    text("unused-footnote", &["{w}\n\n⟦[^qzx{n}]⟧: {w} {w}", "⟦[^{n}]⟧: {w}\n\n    {w}"]),
    text("case-mismatch", &["{w} [{w}](⟦{FILE}.md⟧)", "[{w}](⟦./{FILE}?x={n}⟧) {w}"]),
    text(
        "debris-in-url",
        &[
            "{w} [{w}](⟦https://qzx.net/{n}\">https://qzx.net/⟧) {w}",
            "[{w}](⟦https://qzx.net/{n}%22%20%5Cl%20%22a{n}⟧) {w}",
            "{w} [{w}](⟦https://qzx.net/{n}/page.⟧)",
            "{w} [{w}](⟦https://qzx.net/{n}[]⟧) {w}",
            "[{w}](⟦https://docs.microsoft.comqzx/{n}⟧)",
            "[{w}](⟦https：//qzx.net/{n}⟧) {w}",
            "{w} [{w}](⟦https://qzx.net/“{n}”/a⟧)",
            "{w} [{w}](⟦https://qzx.net/{n}/a?⟧)",
        ],
    ),
    text(
        "diagram-as-code",
        &["⟦```mermaid⟧\ngraph LR; a{n} --> b\n```", "⟦$$⟧\nx^{n}\n$$", "{w}\n\n⟦```math⟧\n{n}\n```"],
    ),
    text(
        "duplicate-anchor",
        &[
            "<a name=\"qzx{n}\"></a>{w}\n\n<a id=\"⟦qzx{n}⟧\"></a>{w}",
            "<a name=\"qzx{n}\"></a>{w}\n\n## <a name=\"⟦qzx{n}⟧\"></a>{w} {n}",
        ],
    ),
    text(
        "duplicate-definition",
        &["[{w}][qzx{n}] {w}\n\n[qzx{n}]: https://qzx.net/{n}\n⟦[qzx{n}]: https://qzx.net/{n}/b⟧"],
    ),
    text(
        "embedded-image",
        &[
            "{w} ⟦![{w}](data:image/png;base64,AAAA{n})⟧",
            "⟦<img alt=\"{w}\" src='data:image/gif;base64,A{n}'>⟧ {w}",
        ],
    ),
    text(
        "emphasis-not-rendered",
        &[
            "{w} ⟦** {w} {w} **⟧ {w}",
            "{w}⟦** {w} & {w}**⟧.",
            "{w} ⟦**{w} **⟧{w}",
            "⟦** {w}**⟧ {w}",
            "- {w} ⟦**{w} **⟧",
            "これは⟦**「設定」**⟧です",
            "{w} ⟦** {w} **⟧ **{w}** {w}",
            "{w} **{w} {w}⟦****⟧{w} {w}** {w}",
            "{w} “{w}”⟦****⟧。",
            "{w} {w}⟦****⟧“{w}”。",
            "{w} {w} ⟦****⟧ {w} {w}",
            "- {w} **{w}⟦********⟧{w}**",
        ],
    ),
    text(
        "divided-word",
        &[
            "{w} qzx⟦\u{feff}⟧qzx {w}",
            "{w} `qzx⟦\u{200b}⟧{n}` {w}",
            "- [qz⟦\u{200b}⟧x](https://qzx.net/{n})",
            "**ש⟦\u{feff}⟧לום** {w}",
            "> {w} qz⟦\u{ad}⟧x.",
        ],
    ),
    text("empty-link", &["{w} ⟦[{w}]()⟧ {w}", "⟦[{w} {w}](#)⟧", "{w} ⟦<a href=\"\">{w}</a>⟧"]),
    text(
        "engine-residue",
        &[
            "{w} {w} ⟦#A{n1}⟧ {w}",
            "{w} **{w} ⟦_GT_⟧ {w}** {w}",
            "{w} [{w} ⟦#A{n1}⟧](https://qzx.net/{n})",
            "⟦__PH{n1}__⟧ {w}",
            "{w} ⟦<x id=\"{n}\"/>⟧ {w}",
            "- {w} ⟦{/{n1}}⟧ {w}",
        ],
    ),
    text(
        "file-not-found",
        &["{w} ⟦[{w}](qzx{n}-qzx.md)⟧", "⟦[{w}](qzx/{n}.md#a)⟧ {w}", "⟦[{w}](~/qzx/{n}.md)⟧"],
    ),
    text(
        "foreign-syntax",
        &[
            "{w} ⟦{{< qzx{n} >}}⟧ {w}",
            "⟦!!! note⟧\n    {w}",
            "{w} ⟦{% include qzx{n}.html %}⟧",
            "{w}\n⟦{: .qzx{n} }⟧",
            "⟦--8<-- \"qzx{n}.md\"⟧",
            "⟦import Qzx{n} from '@qzx/{n}';⟧",
        ],
    ),
    text(
        "hard-coded-locale",
        &[
            "{w} [{w}](⟦https://docs.microsoft.com/en-us/qzx/{n}⟧)",
            "[{w}](⟦https://support.office.com/en-US/article/{n}#x⟧) {w}",
            "<⟦https://learn.microsoft.com/en-gb/qzx?view={n}⟧>",
            "[{w}](⟦https://support.office.com/article/{n}?ui=en-us&rs=en-us&ad=us⟧) {w}",
            "[{w}](⟦https://go.microsoft.com/fwlink/?linkid={n}&clcid=0x409⟧) {w}",
        ],
    ),
    text("heading-skipped", &["## {w} {n}\n\n{w}\n\n⟦#### {w} {n}⟧\n\n{w}"]),
    text(
        "image-not-found",
        &["![{w}](⟦media/qzx{n}.png⟧)", "{w} <img alt=\"{w}\" src=\"⟦../qzx/{n}.gif⟧\">"],
    ),
    text(
        "image-not-shown",
        &["![{w}](⟦http://qzx.net/{n}.png⟧)", "{w} <img alt=\"{w}\" src=\"⟦ftp://qzx.net/{n}⟧\">"],
    ),
    text(
        "include-not-found",
        &["[!INCLUDE [{w}](⟦includes/qzx{n}.md⟧)]", "{w} [!INCLUDE [{w}](⟦qzx{n}.md⟧)] {w}"],
    ),
    text(
        "insecure-link",
        &["{w} [{w}](⟦http://aka.ms/qzx{n}⟧)", "[{w}](⟦HTTP://docs.microsoft.com/qzx{n}⟧) {w}"],
    ),
    text(
        "invalid-anchor",
        &[
            "<a name=\"⟦qzx {n}⟧\"></a>{w}",
            "## {w} <a id=\"⟦{w}%zz{n}⟧\"></a>",
            "<div id='⟦[{n}]⟧'>{w}</div>",
        ],
    ),
    text(
        "invisible-character",
        &[
            "{w} [{w}](⟦\u{200f}{file}.md⟧)",
            "[{w}](⟦https://qzx.net/{n}\u{200b}⟧) {w}",
            "{w} <a href=\"⟦{file}.md%E2%80%8E⟧\">{w}</a>",
        ],
    ),
    text(
        "link-not-rendered",
        &[
            "{w} ⟦[{w}][https://qzx.net/{n}]⟧ {w}",
            "⟦[{w}](qzx{n}.md]⟧ {w}",
            "{w} ⟦[{w}] (https://qzx.net/{n})⟧ {w}",
            "⟦[**{w}** {w}] ( https://qzx.net/{n}?a=b )⟧",
            "{w} ⟦[{w}]（https://qzx.net/{n}）⟧",
            "⟦[{w} {w}]({w} {w} {w})⟧ {w}",
            "{w} ⟦[{w}](https:// qzx.net/{n})⟧",
            "{w} ⟦({w})[https://qzx.net/{n}]⟧",
            "{w} ⟦({w} {w}) [ https://qzx.net/{n} ]⟧",
            "{w} ⟦![{w}] (https://qzx.net/{n}.png)⟧",
        ],
    ),
    text(
        "link-text-missing",
        &[
            "{w} ⟦[](https://qzx.net/{n})⟧ {w}",
            "⟦[ ](https://qzx.net/{n})⟧ {w}",
            "{w} ⟦<a href=\"https://qzx.net/{n}\"></a>⟧",
        ],
    ),
    text(
        "list-marker-lost",
        &[
            "⟦1.⟧{w} {w}\n2.{w}",
            "⟦1)⟧{w}\n\n2)**{w}** {w}",
            "⟦-.⟧ {w} {w}",
            "{w}:\n\n> ⟦8.⟧„{w}“\n> 9.{w}",
            "7. {w}\n\n⟦8.⟧{w}\n\n9. {w}",
        ],
    ),
    text(
        "lost-character",
        &[
            "{w} qzx⟦\u{fffd}⟧{n} {w}",
            "- ⟦\u{fffd}⟧{w}",
            "[{w}⟦\u{fffd}\u{fffd}⟧](https://qzx.net/{n})",
            "**[⟦\u{fffd}⟧ > {w}]**",
        ],
    ),
    text(
        "media-not-played",
        &[
            "{w} <video src=\"⟦https://qzx.net/{n}.mp4⟧\"></video> {w}",
            "<audio controls>\n<source src=\"⟦https://qzx.net/{n}.mp3⟧\">\n</audio>",
        ],
    ),
    text(
        "menu-path-incomplete",
        &[
            "{w} **{w}**  ⟦>    >⟧  {w}",
            "{w} **{w}**  ⟦>⟧  .",
            "- {w} **{w}** \\> {w} ⟦\\> \\>⟧ **{w}**",
            "{w} {w} to  ⟦>⟧  **{w}**",
            "{w} **{w}**  ⟦>⟧  , {w} {w}",
            "{w} **{w}**, ⟦>⟧ **{w}**",
            "{w} **{w}**  ⟦>⟧  ,**{w}**",
            "{w} **{w}**  ⟦>  >  >⟧ **{w}**  >  **{w}**",
            "{w} {w} [⟦>⟧ {w}](https://qzx.net/{n}) {w}",
            "{w} {w} qzx **⟦>⟧ {w}** {w}",
            "- {w} **{w} ⟦>⟧** qzx {w}",
            "{w} {w} **qzx de ⟦>⟧ Qzx** {w}",
        ],
    ),
    // The line of `=` makes a heading of the one before it.
    followed(
        "merge-conflict",
        &["⟦<<<<<<< HEAD⟧\n{w} {n}\n=======\n{w}\n>>>>>>> main"],
        &["multiple-h1s", "heading-skipped"],
    ),
    text(
        "unfinished-merge",
        &[
            "{w} {w} ⟦<!-- faqtory: changed -->⟧",
            "- {w} ⟦<!-- faqtory: new -->⟧",
            "⟦<!-- faqtory: changed -->⟧\n{w} {w}\n<!-- faqtory: end -->",
        ],
    ),
    text(
        "mixed-digits",
        &["{w} ⟦๕๕๔5.2.2⟧ {w}", "- {w} (⟦٥{n}⟧)", "[⟦{n}４⟧](https://qzx.net/{n})", "{w} **⟦५.{n}⟧**, {w}"],
    ),
    text(
        "mixed-scripts",
        &[
            "{w} ⟦neobiиne⟧ {w}",
            "- ⟦hostujeљ⟧, {w}",
            "[⟦Оutlook⟧](https://qzx.net/{n}) {w}",
            "{w} **⟦sesiуn⟧** {w}",
            "> ⟦слoво⟧ {w}",
            "![{w} ⟦Aρχείο⟧](https://qzx.net/{n}.png)",
            "{w} ⟦Ｗord⟧ {w}",
            "{w} ⟦https：//⟧qzx.net/{n}",
        ],
    ),
    followed("multiple-h1s", &["⟦# {w} {n}⟧\n\n{w}", "⟦{w} {n}\n===⟧\n\n{w}"], &["heading-skipped"]),
    text(
        "placeholder-broken",
        &[
            "{w} ⟦$ {qzx{n}}⟧ {w}",
            "{w} ⟦% QZX_PATH %⟧ {w}",
            "**⟦%(qzx{n}) d⟧** {w}",
            "- {w} ⟦% QZXDATA%⟧",
            "{w} ⟦% temp%⟧",
        ],
    ),
    text(
        "literal-broken",
        &[
            "{w} ⟦qzx. msc⟧, {w}",
            "{w} ⟦Qzx{n}. exe⟧ {w}",
            "- {w} ⟦HKEY_CURRENT_USER \\Qzx⟧",
            "{w} ⟦TLS 1,{n1}⟧ {w}",
        ],
    ),
    text(
        "comma-in-link",
        &[
            "{w} [{w}⟦,⟧](https://qzx.net/{n}) {w}",
            "- [**{w}**⟦,⟧](https://qzx.net/{n}) {w}",
            "{w} [{w}⟦、⟧](https://qzx.net/{n}) {w}",
            "{w} [⟦,⟧ {w}](https://qzx.net/{n}) {w}",
        ],
    ),
    text(
        "name-incomplete",
        &["{w} ⟦[{w} {n} &]⟧(https://qzx.net/{n}) {w}", "{w} ⟦**& {w}**⟧ {w}", "- {w} ⟦**{w} &**⟧ {w}"],
    ),
    text(
        "quotes-cross-bold",
        &["{w} ⟦**\"{w}**⟧\" {w}", "{w} \"{w} ⟦**{w}\"**⟧ {w}", "- {w} ⟦**'{w}**⟧ {w}' {w}"],
    ),
    text(
        "space-before-punctuation",
        &["{w} ⟦**{w}** ,⟧ {w}", "{w} ⟦[{w}](https://qzx.net/{n}) .⟧", "{w} ⟦qzx{n} ,⟧ {w}"],
    ),
    text("placeholder-as-html", &["{w} ⟦<qzx{n}>⟧ {w}", "{w}: ⟦<your-qzx{n}>⟧", "- {w} ⟦<qzx{n}>⟧"]),
    text(
        "prose-as-code",
        &["1. {w}\n\n            ⟦{w} **{w}** {w}⟧", "- {w}\n\n        ⟦{w} [{w}](https://qzx.net/{n}) {w}⟧"],
    ),
    text(
        "removed-html",
        &[
            "{w} <span ⟦onclick=\"x{n}()\"⟧>{w}</span>",
            "⟦<iframe src=\"https://qzx.net/{n}\">⟧</iframe>",
            "{w} ⟦<script>⟧x{n}</script>",
        ],
    ),
    followed("unclosed-directive", &["⟦:::zone pivot=\"qzx{n}\":::⟧\n\n{w}"], &["heading-skipped"]),
    text("unknown-alert", &["> [!⟦QZX{n}⟧]\n> {w} {w}", "> [!⟦הערה⟧] {w}", "> [! ⟦TIPPS⟧ ]\n> {w}"]),
    text("unknown-directive", &["⟦:::qzx{n} source=\"a.png\":::⟧", "{w} [!⟦QZX⟧ {w}] {w}"]),
    text(
        "unknown-video-host",
        &["[!VIDEO ⟦https://qzx.net/{n}⟧]", "> [!VIDEO ⟦https://video.qzx.net/embed/{n}⟧]"],
    ),
    text("reference-not-defined", &["{w} ⟦[{w}][qzx {n}]⟧ {w}", "{w} ⟦[qzx {n}][]⟧", "⟦![{w}][qzx{n}]⟧"]),
    text(
        "unreadable-url",
        &[
            "{w} [{w}](⟦https:/qzx.net/{n}⟧)",
            "[{w}](⟦https://https://qzx.net/{n}⟧) {w}",
            "[{w}](⟦https://qzx..net/{n}⟧)",
            "[{w}](⟦https://qzx.net/{n}。⟧)",
            "[{w}](⟦https://{qzx{n}}.qzx.net/⟧)",
        ],
    ),
    text(
        "unsafe-url",
        &["{w} [{w}](⟦javascript:qzx{n}⟧)", "![{w}](⟦file:///c:/qzx{n}.png⟧)", "[{w}](⟦htps://qzx.net/{n}⟧)"],
    ),
    text("xref-not-found", &["{w} [{w}](⟦xref:qzx.{n}⟧)"]),
];

/// An article with a paragraph after one of the templates in it; none where it has no room for one.
pub(crate) fn insert(
    random: &mut Random,
    project: &Project,
    path: &str,
    article: &str,
    templates: &[&str],
) -> Option<Edited> {
    // What stands inside of these is not text of its own.
    if ["```", "<!--", ":::", "<table", "~~~"].iter().any(|mark| article.contains(mark)) {
        return None;
    }
    let places = places(article);
    let at = *random.one(places.get(..).filter(|places| !places.is_empty())?);
    let template = templates[random.below(templates.len())];
    let written = fill(random, project, path, article, template)?;
    let (paragraph, defect) = marked(&written);
    let newline = if article.contains("\r\n") { "\r\n" } else { "\n" };
    let defect =
        crlf(&paragraph[..defect.start], newline).len()..crlf(&paragraph[..defect.end], newline).len();
    let before = if at == article.len() { format!("{newline}{newline}") } else { String::new() };
    let start = at + before.len();
    let text = format!(
        "{}{before}{}{newline}{newline}{}",
        &article[..at],
        crlf(&paragraph, newline),
        &article[at..]
    );
    Some(Edited { bytes: text.into_bytes(), defect: start + defect.start..start + defect.end })
}

fn crlf(text: &str, newline: &str) -> String {
    text.replace('\n', newline)
}

/// Where a paragraph can be put: before others that start with a letter at the margin, and at the end.
fn places(article: &str) -> Vec<usize> {
    let Some(body) = article.find("\n---").map(|at| at + 4) else { return Vec::new() };
    let mut places = vec![article.len()];
    let mut at = 0;
    let mut is_behind_blank = false;
    for line in article.split_inclusive('\n') {
        let starts_paragraph = line.starts_with(char::is_alphabetic);
        // A title comes first.
        let is_behind_title = article[..at].contains("\n# ");
        if at > body && is_behind_blank && starts_paragraph && is_behind_title {
            places.push(at);
        }
        is_behind_blank = line.trim().is_empty();
        at += line.len();
    }
    if article.contains("\n# ") { places } else { Vec::new() }
}

/// The template with words of the article in it.
fn fill(random: &mut Random, project: &Project, path: &str, article: &str, template: &str) -> Option<String> {
    let body = article.find("\n# ").map_or(article, |at| &article[at..]);
    let words: Vec<&str> = body
        .split_whitespace()
        .filter(|word| word.chars().count() > 2 && word.chars().all(char::is_alphabetic))
        .collect();
    let mut written = template.to_owned();
    while let Some(at) = written.find("{w}") {
        let word = if words.is_empty() { "word" } else { *random.one(&words) };
        written.replace_range(at..at + 3, word);
    }
    let number = random.below(1_000_000).to_string();
    written = written.replace("{n}", &number).replace("{n1}", &number[..1]);
    if written.contains("{file}") || written.contains("{FILE}") {
        let (folder, _) = path.rsplit_once('/')?;
        let siblings: Vec<String> = project.articles().into_iter().filter(|other| other != path).collect();
        let stem = |other: &String| {
            let (their, name) = other.rsplit_once('/')?;
            let stem = name.strip_suffix(".md").filter(|_| their == folder)?;
            let is_plain = stem.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            (is_plain && stem.contains('-')).then(|| stem.to_owned())
        };
        let stems: Vec<String> = siblings.iter().filter_map(stem).collect();
        let file = if stems.is_empty() { return None } else { random.one(&stems).clone() };
        written = written.replace("{FILE}", &file.to_uppercase()).replace("{file}", &file);
    }
    Some(written)
}

/// The text without the marks of the defect, and where that stands.
fn marked(written: &str) -> (String, Range<usize>) {
    let start = written.find('⟦').unwrap();
    let rest = written.replace('⟦', "");
    let end = rest.find('⟧').unwrap();
    (rest.replace('⟧', ""), start..end)
}
