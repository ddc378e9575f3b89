//! The robots rule that an article carries, and what it says. Knows no page.

use std::borrow::Cow;

use super::model::Article;
use super::options::Robots;

/// The rule of the article as it is written; none where it has none, or where the rules of articles are ignored.
pub(crate) fn written(article: &Article, robots: Robots) -> Option<Cow<'_, str>> {
    let rule = article.file.front_matter.robots.as_ref().map(|rule| rule.value.trim());
    let rule = rule.filter(|rule| !rule.is_empty() && robots == Robots::Respect)?;
    let has_commas = rules(rule).eq(rule.split(',').map(str::trim));
    Some(if has_commas { rule.into() } else { rules(rule).collect::<Vec<_>>().join(", ").into() })
}

/// Whether search engines may show the article, as it says itself.
pub(crate) fn may_be_indexed(article: &Article, robots: Robots) -> bool {
    let rule = &article.file.front_matter.robots;
    robots == Robots::Ignore || !rule.as_ref().is_some_and(|rule| forbids(&rule.value))
}

/// Whether a rule says that a page is not to be indexed.
pub(crate) fn forbids(rule: &str) -> bool {
    rules(rule).any(|word| word.eq_ignore_ascii_case("noindex") || word.eq_ignore_ascii_case("none"))
}

/// The rules of a line: between commas, or between spaces as people write them too. `max-snippet: 20` is one.
fn rules(line: &str) -> impl Iterator<Item = &str> {
    line.split(',').flat_map(|part| {
        let mut rest = part.trim();
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| c == ':' || c.is_whitespace());
            let word = rest.split_whitespace().next()?;
            let rule = if word.ends_with(':') { rest } else { word };
            rest = &rest[rule.len()..];
            Some(rule)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::rules;

    #[test]
    fn rules_as_people_write_them() {
        for (line, expected) in [
            ("NOINDEX, nofollow", &["NOINDEX", "nofollow"][..]),
            ("noindex nofollow,", &["noindex", "nofollow"]),
            ("max-snippet: 20, noindex", &["max-snippet: 20", "noindex"]),
            ("noindex max-snippet:20 all", &["noindex", "max-snippet:20", "all"]),
            (
                "noindex unavailable_after: 25 Jun 2030 15:00:00",
                &["noindex", "unavailable_after: 25 Jun 2030 15:00:00"],
            ),
            (": : NOINDEX", &["NOINDEX"]),
            (":", &[]),
        ] {
            assert_eq!(rules(line).collect::<Vec<_>>(), expected, "{line}");
        }
    }
}
