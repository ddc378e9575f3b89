//! What `faqtory build` made and found, for people: a line a locale, then how many of what.

use std::fmt::Write as _;

use crate::report::counts::{Counts, plural};
use crate::report::format::{Format, Rendered};
use crate::report::visible::line;
use crate::verify::Verified;

use super::{BuildReport, Deployment, Missing, Render};

pub(crate) const FORMAT: Format<Render> =
    Format { name: "human", description: "", render: |report| Ok(Rendered::screened(render(report))) };

/// What a host has to be given, a line each, for scripts to read.
pub(crate) fn deployment(deployment: &Deployment) -> Rendered {
    let Deployment { upload, delete, purge } = deployment;
    let lines = [("upload", upload), ("delete", delete), ("purge", purge)];
    let lines =
        lines.into_iter().flat_map(|(what, all)| all.iter().map(move |one| format!("{what} {one}\n")));
    Rendered::for_a_file(lines.collect())
}

fn render(report: &BuildReport<'_>) -> String {
    let mut text = report.layout.sentence() + &locales(report);
    let files = report.files;
    // Writing to a String cannot fail.
    let _ = writeln!(
        text,
        "\n{} pages, {} files in {}: {} written, {} unchanged, {} removed",
        report.pages,
        files.all,
        line(report.out),
        files.all - files.unchanged,
        files.unchanged,
        files.removed
    );
    let counts = report.diagnostics;
    let _ = match counts == Counts::default() {
        true => writeln!(text, "{counts}"),
        false => writeln!(text, "{counts}; run `{}` to see them all", report.check),
    };
    if report.noindex > 0 {
        let _ = writeln!(
            text,
            "{} marked NOINDEX: search engines will not show them",
            plural(report.noindex, "article")
        );
    }
    text += &missing(report.missing);
    let mut proved = String::new();
    let seconds = report.seconds;
    if let Some(found) = report.verified {
        text += &verified(found);
        proved = format!("verify {:.2} s, ", seconds.verify);
    }
    let _ = writeln!(
        text,
        "read {:.2} s, catalog {:.2} s, check {:.2} s, search {:.2} s, render {:.2} s, {proved}total {:.2} s",
        seconds.read, seconds.catalog, seconds.check, seconds.search, seconds.render, seconds.total
    );
    text
}

fn locales(report: &BuildReport<'_>) -> String {
    let mut text = String::new();
    let widest = report.locales.keys().map(String::len).max().unwrap_or(0);
    for (tag, locale) in report.locales {
        let role = if report.source == Some(tag) { "  source" } else { "" };
        let counts = [(locale.articles, "article"), (locale.fallbacks, "fallback"), (locale.pages, "page")];
        let [articles, fallbacks, pages] = counts.map(|(count, word)| counted(count, word));
        let line = format!("{tag:widest$}  {articles}  {fallbacks}  {pages}{role}");
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

/// `     1 article `: as wide as any such count.
fn counted(count: usize, word: &str) -> String {
    let (ending, padding) = if count == 1 { ("", " ") } else { ("s", "") };
    format!("{count:>6} {word}{ending}{padding}")
}

/// What the site lacks because the configuration does not say it.
fn missing(missing: Missing<'_>) -> String {
    let mut text = String::new();
    if let Some(source) = missing.source_without_articles {
        let _ = writeln!(
            text,
            "no fallbacks: `[site] source_locale` in faqtory.toml is {source}, which has no articles"
        );
    }
    if !missing.base_url {
        text.push_str(
            "no sitemaps, feeds, canonical or alternate links: set `[site] base_url` in faqtory.toml\n",
        );
    }
    text
}

/// What was found in the finished site.
fn verified(verified: &Verified) -> String {
    let pages = plural(verified.pages, "page");
    let severities = verified.findings.iter().map(|finding| finding.diagnostic.severity);
    let mut text = match verified.findings.as_slice() {
        [] => format!("verified: {pages}, no problems\n"),
        _ => format!("verified: {pages}, {}\n", Counts::of_severities(severities)),
    };
    if let Some((path, bytes)) = verified.longest.first() {
        let is = if verified.long == 1 { "article is" } else { "articles are" };
        let _ = writeln!(
            text,
            "{} {is} long: more than 14 KB compressed with the style sheet; the longest is {}, {} KB",
            verified.long,
            line(path),
            bytes >> 10
        );
    }
    if !verified.absent.is_empty() {
        let absent: Vec<_> = verified.absent.iter().map(|path| line(path)).collect();
        let _ = writeln!(text, "links to parts that are not built were not followed: {}", absent.join(", "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_stand_below_each_other() {
        assert_eq!(counted(1, "page"), "     1 page ");
        assert_eq!(counted(0, "page"), "     0 pages");
        assert_eq!(counted(1_234_567, "page"), "1234567 pages");
    }
}
