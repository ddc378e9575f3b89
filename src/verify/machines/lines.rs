//! Files that are read without a parser: `robots.txt`, `_redirects`, the Markdown of `llms.txt`, style sheets. Nothing in them
//! is damaged, but it may be wrong.

use super::reference::{Needed, Reference, damaged};
use crate::diagnostic::Span;
use crate::verify::flaw::Flaw;

/// The sitemap that `robots.txt` names.
#[expect(clippy::unnecessary_wraps, reason = "every reader of a format has this shape")]
pub(super) fn robots(text: &str) -> Result<Vec<Reference>, Flaw> {
    let named = text.lines().filter_map(|line| line.strip_prefix("Sitemap:"));
    Ok(named.map(|url| Reference { url: url.trim().to_owned(), needed: Needed::File }).collect())
}

/// `from to 301`, a line each.
#[expect(clippy::unnecessary_wraps, reason = "every reader of a format has this shape")]
pub(super) fn redirects(text: &str) -> Result<Vec<Reference>, Flaw> {
    let rules = text.lines().filter(|line| !line.starts_with('#'));
    let to = rules.filter_map(|line| line.split_ascii_whitespace().nth(1));
    Ok(to.map(|url| Reference { url: url.to_owned(), needed: Needed::File }).collect())
}

/// `- [title](url): text`, a line each.
#[expect(clippy::unnecessary_wraps, reason = "every reader of a format has this shape")]
pub(super) fn links(text: &str) -> Result<Vec<Reference>, Flaw> {
    // Beside articles it names the files that hold them whole.
    let needed = |url: &str| if url.ends_with(".txt") { Needed::File } else { Needed::Page };
    Ok(urls(text).map(|url| Reference { needed: needed(&url), url }).collect())
}

/// The same of files that are no pages.
#[expect(clippy::unnecessary_wraps, reason = "every reader of a format has this shape")]
pub(super) fn files(text: &str) -> Result<Vec<Reference>, Flaw> {
    Ok(urls(text).map(|url| Reference { url, needed: Needed::File }).collect())
}

/// An article as Markdown: front matter between fences, with the page that search engines show.
pub(super) fn article(text: &str) -> Result<Vec<Reference>, Flaw> {
    let block = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    let Some((block, body)) = block else {
        return Err(damaged(Span::default(), "it has no front matter"));
    };
    if !body.trim_start().starts_with("# ") {
        return Err(damaged(Span::default(), "it does not begin with its title"));
    }
    let canonical = block.lines().find_map(|line| line.strip_prefix("canonical: \"")?.strip_suffix('"'));
    let page = |url: &str| Reference { url: url.to_owned(), needed: Needed::Page };
    Ok(canonical.map(page).into_iter().collect())
}

/// Bytes of a file of whole articles at the most.
const LONGEST: usize = 2_000_000;

/// Articles whole: each has its title, a heading, and behind it the line `Source:` with its page.
pub(super) fn whole(text: &str) -> Result<Vec<Reference>, Flaw> {
    let mut pages: Vec<Reference> = Vec::new();
    let (mut above, mut fence) = (["", ""], None);
    for line in text.lines() {
        let code = line.trim_start().split(|c| c != '`' && c != '~').next().unwrap_or("");
        match fence {
            None if code.len() >= 3 => fence = Some(code),
            None if above[0].starts_with("# ") && above[1].is_empty() => {
                let url = line.strip_prefix("Source: ");
                pages.extend(url.map(|url| Reference { url: url.to_owned(), needed: Needed::Page }));
            }
            Some(open) if code.starts_with(open) && line.trim() == code => fence = None,
            _ => {}
        }
        above = [above[1], line];
    }
    if pages.is_empty() {
        return Err(damaged(Span::default(), "it has no article"));
    }
    if text.len() > LONGEST && pages.len() > 1 {
        return Err(damaged(Span::default(), "it has more than 2 MB"));
    }
    Ok(pages)
}

/// Titles have their brackets escaped.
fn urls(text: &str) -> impl Iterator<Item = String> {
    text.lines().filter_map(|line| {
        let (_, rest) = line.strip_prefix("- [")?.split_once("](")?;
        let (url, _) = rest.split_once(')')?;
        Some(url.to_owned())
    })
}

/// `url(…)` of a style sheet: fonts and pictures.
#[expect(clippy::unnecessary_wraps, reason = "every reader of a format has this shape")]
pub(super) fn style(text: &str) -> Result<Vec<Reference>, Flaw> {
    let url = |rest: &str| {
        let (url, _) = rest.split_once(')')?;
        let url = url.trim().trim_matches(['"', '\'']);
        // A piece of the picture that the URL stands in, also where that is a data: URL itself.
        let is_within = url.starts_with('#') || url.starts_with("%23");
        (!url.is_empty() && !is_within).then(|| Reference { url: url.to_owned(), needed: Needed::File })
    };
    Ok(text.split("url(").skip(1).filter_map(url).collect())
}
