//! The state of all translations for a browser: one file that asks for nothing else, or a page of a site. The counts of every
//! locale stand in it as a table; the matrix of articles and locales, which may have a hundred thousand cells, is drawn by
//! its script as far as it is in sight.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Result;
use serde::Serialize;

use crate::report::counts::days;
use crate::report::escape::escape;
use crate::report::format::{Format, Rendered};
use crate::report::visible;
use crate::translation::{ArticleStatus, Basis, LocaleStatus, State, Status};

use super::{Render, WITHOUT_SOURCE};

pub(crate) const FORMAT: Format<Render> = Format {
    name: "html",
    description: "A page for a browser, in one file",
    render: |report| Ok(Rendered::verbatim(render(report.status, Styling::Inline)?)),
};

/// The style sheet and the script of the page.
pub(crate) const STYLE: &str = include_str!("page/style.css");
pub(crate) const SCRIPT: &str = include_str!("page/script.js");

/// Where the page has its style sheet and its script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Styling<'a> {
    /// In itself: the page is one file.
    Inline,
    /// At these URLs, as a strict Content-Security-Policy has it.
    Linked { style: &'a str, script: &'a str },
}

impl Styling<'_> {
    fn policy(self) -> &'static str {
        match self {
            Self::Inline => "style-src 'unsafe-inline'; script-src 'unsafe-inline'",
            Self::Linked { .. } => "style-src 'self'; script-src 'self'",
        }
    }

    fn style(self) -> String {
        match self {
            Self::Inline => format!("<style>\n{STYLE}</style>"),
            Self::Linked { style, .. } => format!("<link rel=\"stylesheet\" href=\"{}\">", escape(style)),
        }
    }

    fn script(self) -> String {
        match self {
            Self::Inline => format!("<script>\n{SCRIPT}</script>"),
            Self::Linked { script, .. } => format!("<script src=\"{}\"></script>", escape(script)),
        }
    }
}

/// Letter, name and sign of each state; the script knows the same.
pub(super) const STATES: [(char, &str, &str); 7] = [
    ('m', "missing", "–"),
    ('o', "outdated", "!"),
    ('u', "untracked", "?"),
    ('x', "orphaned", "×"),
    ('t', "touched", "~"),
    ('c', "current", "✓"),
    ('s', "source", "●"),
];

#[derive(Serialize)]
struct Data<'a> {
    locales: Vec<DataLocale<'a>>,
    /// Article ID, title, the locale of the title, and a letter for each locale.
    articles: Vec<(&'a str, &'a str, usize, String)>,
    /// Article, then locale: commits and days that an outdated translation is behind, where git knows.
    behind: BTreeMap<usize, BTreeMap<usize, (usize, u64)>>,
    /// Article, then locale: since when translators have it.
    progress: BTreeMap<usize, BTreeMap<usize, String>>,
}

#[derive(Serialize)]
struct DataLocale<'a> {
    tag: &'a str,
    dir: &'static str,
}

/// A whole page.
///
/// # Errors
/// Never, for what a status holds.
pub(crate) fn render(status: &Status, styling: Styling<'_>) -> Result<String> {
    let source = status.locales.iter().position(|locale| status.is_source(locale));
    let data = Data {
        locales: status.locales.iter().map(DataLocale::new).collect(),
        articles: status
            .articles
            .iter()
            .map(|one| (one.id.as_str(), one.title.as_str(), one.titled_in, letters(one, source)))
            .collect(),
        behind: behind(status),
        progress: progress(status),
    };
    // `<` could end the element that holds the data.
    let data = visible::json(serde_json::to_string(&data)?).replace('<', "\\u003c");
    let basis = match (status.basis, &status.source) {
        (Basis::Source, Some(source)) => format!("Compared with the source {source}."),
        _ => format!("Compared with each other because the source is not here. {WITHOUT_SOURCE}"),
    };
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; {}; base-uri 'none'; \
         form-action 'none'\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>Status of translations</title>\n{}\n</head>\n<body>\n<main>\n\
         <h1>Status of translations</h1>\n<p class=\"quiet\">{basis}</p>\n{}{}</main>\n\
         <script type=\"application/json\" id=\"data\">{data}</script>\n{}\n</body>\n</html>\n",
        styling.policy(),
        styling.style(),
        locales(status),
        matrix(status),
        styling.script(),
    ))
}

impl<'a> DataLocale<'a> {
    fn new(locale: &'a LocaleStatus) -> Self {
        Self { tag: locale.locale.tag(), dir: locale.locale.direction().name() }
    }
}

fn behind(status: &Status) -> BTreeMap<usize, BTreeMap<usize, (usize, u64)>> {
    let mut all: BTreeMap<usize, BTreeMap<usize, (usize, u64)>> = BTreeMap::new();
    for one in &status.due {
        if let Some(behind) = one.behind {
            all.entry(one.article).or_default().insert(one.locale, (behind.commits, behind.days));
        }
    }
    all
}

fn progress(status: &Status) -> BTreeMap<usize, BTreeMap<usize, String>> {
    let mut all: BTreeMap<usize, BTreeMap<usize, String>> = BTreeMap::new();
    for one in &status.due {
        if let Some(since) = one.in_progress_since {
            all.entry(one.article).or_default().insert(one.locale, since.iso());
        }
    }
    all
}

/// A letter for each locale.
fn letters(article: &ArticleStatus, source: Option<usize>) -> String {
    let has_original = source.is_none_or(|source| article.states.get(source).is_some_and(Option::is_some));
    let letter = |state: &Option<State>| match state {
        Some(State::Source) => 's',
        Some(State::Current) => 'c',
        Some(State::Touched { .. }) => 't',
        Some(State::Outdated { .. }) => 'o',
        Some(State::Untracked) => 'u',
        Some(State::Orphaned) => 'x',
        None if has_original => 'm',
        None => '-',
    };
    article.states.iter().map(letter).collect()
}

fn locales(status: &Status) -> String {
    let mut out = "<h2 id=\"locales\">Locales</h2>\n<div class=\"frame\" role=\"region\" aria-labelledby=\"locales\" \
                   tabindex=\"0\">\n<table>\n<thead><tr><th scope=\"col\">Locale</th><th scope=\"col\">Name</th>\
                   <th scope=\"col\">Share current</th>"
        .to_owned();
    let is_known = status.locales.iter().any(|locale| locale.most_behind.is_some());
    let names = [
        "Current",
        "Touched",
        "Outdated",
        "Missing",
        "Untracked",
        "Orphaned",
        "In progress",
        "By people",
        "By machines",
    ];
    for name in names.into_iter().chain(is_known.then_some("Days behind")) {
        let _ = write!(out, "<th scope=\"col\" class=\"number\">{name}</th>");
    }
    out += "</tr></thead>\n<tbody>\n";
    for locale in &status.locales {
        let behind = locale.most_behind.map_or_else(|| "–".to_owned(), days);
        let last = is_known.then(|| format!("<td class=\"number\">{behind}</td>"));
        out += &row(status, locale, &last.unwrap_or_default());
    }
    out + "</tbody>\n</table>\n</div>\n"
}

fn row(status: &Status, locale: &LocaleStatus, last: &str) -> String {
    let (tag, dir) = (locale.locale.tag(), locale.locale.direction().name());
    let name = escape(locale.locale.own_name());
    let mut out =
        format!("<tr><th scope=\"row\">{tag}</th><td><span lang=\"{tag}\" dir=\"{dir}\">{name}</span></td>");
    let coverage = &locale.coverage;
    if status.is_source(locale) {
        let articles = crate::report::counts::plural(coverage.articles, "article");
        let columns = if last.is_empty() { 10 } else { 11 };
        let _ = writeln!(out, "<td class=\"quiet\" colspan=\"{columns}\">source, {articles}</td></tr>");
        return out;
    }
    let percent = locale.percent().unwrap_or(0);
    let _ = write!(
        out,
        "<td><svg class=\"bar\" aria-hidden=\"true\"><rect width=\"{percent}%\" height=\"100%\"></rect></svg> {percent} %</td>"
    );
    let counts = [
        coverage.current,
        coverage.touched,
        coverage.outdated,
        coverage.missing,
        coverage.untracked,
        coverage.orphaned,
        locale.in_progress,
        locale.human,
        locale.machine,
    ];
    for count in counts {
        let zero = if count == 0 { " zero" } else { "" };
        let _ = write!(out, "<td class=\"number{zero}\">{count}</td>");
    }
    out + last + "</tr>\n"
}

/// The frame of the matrix: what it is filtered and sorted by.
fn matrix(status: &Status) -> String {
    let mut out = "<noscript><p>The articles one by one need JavaScript; `faqtory status --todo` lists them too.</p>\
                   </noscript>\n<section id=\"articles\" hidden>\n<h2 id=\"matrix-name\">Articles</h2>\n<form>\n\
                   <label>Article<input type=\"search\" name=\"text\" autocomplete=\"off\"></label>\n\
                   <label>State<select name=\"state\"><option value=\"\">any</option>"
        .to_owned();
    for (letter, name, _) in STATES {
        let _ = write!(out, "<option value=\"{letter}\">{name}</option>");
    }
    out += "</select></label>\n<label>in<select name=\"locale\"><option value=\"\">any locale</option>";
    for (index, locale) in status.locales.iter().enumerate() {
        let _ = write!(out, "<option value=\"{index}\">{}</option>", locale.locale.tag());
    }
    out += "</select></label>\n</form>\n<p id=\"shown\" class=\"quiet\" role=\"status\"></p>\n<ul class=\"key\">";
    for (_, name, sign) in STATES {
        let _ = write!(out, "<li><span class=\"state {name}\" aria-hidden=\"true\">{sign}</span>{name}</li>");
    }
    out += "</ul>\n<div class=\"frame\" id=\"matrix\" role=\"region\" aria-labelledby=\"matrix-name\" tabindex=\"0\">\n\
            <table aria-labelledby=\"matrix-name\">\n<thead><tr aria-rowindex=\"1\"><th scope=\"col\"><button type=\"button\">Article</button></th>";
    for locale in &status.locales {
        let (tag, name) = (locale.locale.tag(), escape(locale.locale.own_name()));
        let _ = write!(out, "<th scope=\"col\"><button type=\"button\" title=\"{name}\">{tag}</button></th>");
    }
    out + "</tr></thead>\n<tbody></tbody>\n</table>\n</div>\n</section>\n"
}
