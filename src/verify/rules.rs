//! What a finished site must obey, in words for people: the codes of all findings. Judges nothing and prints nothing.

use std::fmt::Write as _;

use crate::diagnostic::Severity;

/// A rule of the finished site. Codes begin with `page-` or `site-`; no check of articles has such a one.
#[derive(Debug)]
pub struct Rule {
    pub code: &'static str,
    pub severity: Severity,
    /// What is found: the end of `finds that …`.
    pub summary: &'static str,
    /// Why it is bad, and what to do.
    pub explanation: &'static str,
}

const fn error(code: &'static str, summary: &'static str, explanation: &'static str) -> Rule {
    Rule { code, severity: Severity::Error, summary, explanation }
}

pub(super) const ALT_MISSING: Rule = error(
    "page-alt-missing",
    "an image has no `alt` attribute",
    "A screen reader reads out the file name instead. Write `alt=\"\"` if the image is only decoration. \
     Images in articles always get the attribute, so look in the templates and in the files of `[theme] head` \
     and `footer`.",
);
pub(super) const ALTERNATE_WRONG: Rule = error(
    "page-alternate-wrong",
    "a page and its translations do not name each other as alternates (`hreflang`)",
    "Search engines trust alternates only if every page of the set lists the same set, itself included, and \
     if each leads to a page in that language. Build the whole site: parts that were built at different times \
     may disagree.",
);
pub(super) const ANCHOR_MISSING: Rule = error(
    "page-anchor-missing",
    "a link leads to an anchor that its page does not have",
    "The reader lands at the top of the page. If the link is in an article, `faqtory check` reports it as \
     `bookmark-not-found`; otherwise, look in the templates.",
);
pub(super) const CANONICAL_WRONG: Rule = error(
    "page-canonical-wrong",
    "the canonical URL of a page is missing, or is not a page that search engines may show",
    "Search engines show the canonical URL instead of the page. It must be absolute if `[site] base_url` is \
     set, and it must be that of the page itself unless the page is marked noindex.",
);
pub(super) const DATA_DIFFERS: Rule = error(
    "page-data-differs",
    "the JSON-LD of a page cannot be read, or differs from what the page shows",
    "Search engines penalise pages that tell them something different from what readers see. The headline \
     must be the heading of the page; each question must be a heading, followed by its answer. Check whether \
     a template leaves out part of the text.",
);
pub(super) const H1_MISSING: Rule = error(
    "page-h1-missing",
    "a page has no `h1`",
    "Screen readers use it to find the start of the page. Every template must have one.",
);
pub(super) const H1_REPEATED: Rule = error(
    "page-h1-repeated",
    "a page has a second `h1`",
    "A page has one title. Headings of articles come below it, so look in the templates and in the files of \
     `[theme] head` and `footer`.",
);
pub(super) const HTML_DAMAGED: Rule = error(
    "page-html-damaged",
    "the HTML of a page is invalid: an unmatched tag, or an error that browsers can only guess at",
    "Browsers may guess differently, and put what follows into the wrong element. If the page ends too early, \
     the disk was full or a copy was interrupted: build again. Otherwise, look in the templates.",
);
pub(super) const ID_MISSING: Rule = error(
    "page-id-missing",
    "an element refers to an ID that its page does not have (`for`, `aria-labelledby` and similar)",
    "The element has no name for screen readers, or the label has no effect. Look in the templates.",
);
pub(super) const ID_REPEATED: Rule = error(
    "page-id-repeated",
    "an ID appears twice in one page, or is invalid",
    "Links to it only lead to the first place. IDs of a theme begin with `_`, so that they never clash with \
     those of headings.",
);
pub(super) const LANGUAGE_WRONG: Rule = error(
    "page-language-wrong",
    "the `lang` or `dir` of a page is missing, not a language tag, or not the direction of its language",
    "Screen readers choose the voice by `lang`, and browsers the fonts and the hyphenation; with a wrong \
     `dir`, the whole page is mirrored. The theme's `base.html` writes both from `site.language`.",
);
pub(super) const LINK_BROKEN: Rule = error(
    "page-link-broken",
    "a link, an image, a script or a style sheet leads to a file that the site does not have",
    "The reader gets the 404 page, or a page without its looks. If the file existed before, build again. If \
     the link is in an article, `faqtory check` says more; otherwise, look in the templates and in the files \
     of `[theme] head` and `footer`.",
);
pub(super) const PASSAGE_LANGUAGE: Rule = Rule {
    code: "page-passage-language",
    severity: Severity::Warning,
    summary: "the `lang` of an element in a page is not a language tag, or its direction is not applied there",
    explanation: "The passage is read out in the wrong voice, or its punctuation is at the wrong end. Give \
     the element the `dir` of its language. Raw HTML in an article stays as its author wrote it.",
};
pub(super) const POLICY_BROKEN: Rule = error(
    "page-policy-broken",
    "a page needs something that its own Content-Security-Policy blocks",
    "The browser does not run the script, apply the style or load the file, and only reports it in its \
     console. Move scripts and styles to files in the theme's `assets`, or allow more in the policy of \
     `base.html`.",
);
pub(super) const POLICY_MISSING: Rule = error(
    "page-policy-missing",
    "a page has no Content-Security-Policy, or loads something before it",
    "The policy is the second line of defence after the sanitiser, as translated text is not trusted. It only \
     applies to what comes after it, so it must come first in `<head>`.",
);
pub(super) const TITLE_MISSING: Rule = error(
    "page-title-missing",
    "a page has no title, an empty one, or several",
    "The title names the page in tabs, bookmarks and search results, and is the first thing that a screen \
     reader reads out.",
);
pub(super) const TOO_LARGE: Rule = Rule {
    code: "page-too-large",
    severity: Severity::Suggestion,
    summary: "an article's page with its style sheets is over 14 KB compressed, and its own text is not the reason",
    explanation: "A server sends about 14 KB at once; anything beyond that costs readers on a phone another \
     round trip before they can read. Remove what every page carries from the templates, the style sheets and \
     the files of `[theme] head` and `footer`. An article that is long by itself is not reported; the summary \
     of the build counts those.",
};
pub(super) const FILE_DAMAGED: Rule = error(
    "site-file-damaged",
    "a sitemap, a feed, a search index or another file for machines cannot be read",
    "Whatever reads the file does not work. Build again; if the problem remains, it is a bug in Faqtory.",
);
pub(super) const ENTRY_BROKEN: Rule = error(
    "site-entry-broken",
    "a sitemap, a feed, a search index or another file for machines lists a page that does not exist, or that is marked noindex",
    "Readers who come from a search or from inside a product get the 404 page. A sitemap only lists pages \
     that search engines may show. Build the whole site again; if the problem remains, it is a bug in \
     Faqtory.",
);
pub(super) const REDIRECT_BROKEN: Rule = error(
    "site-redirect-broken",
    "a redirect that a host follows (`_redirects`, `staticwebapp.config.json`) leads to a file that the site does not have",
    "Anyone who opens the old URL gets the 404 page. Build the whole site again.",
);

/// Every rule, in the order of the codes.
pub const RULES: &[Rule] = &[
    ALT_MISSING,
    ALTERNATE_WRONG,
    ANCHOR_MISSING,
    CANONICAL_WRONG,
    DATA_DIFFERS,
    H1_MISSING,
    H1_REPEATED,
    HTML_DAMAGED,
    ID_MISSING,
    ID_REPEATED,
    LANGUAGE_WRONG,
    LINK_BROKEN,
    PASSAGE_LANGUAGE,
    POLICY_BROKEN,
    POLICY_MISSING,
    TITLE_MISSING,
    TOO_LARGE,
    ENTRY_BROKEN,
    FILE_DAMAGED,
    REDIRECT_BROKEN,
];

/// The explanation of the rule with this code, if there is one; brackets round it and letter case count for nothing.
pub fn explain(code: &str) -> Option<String> {
    let code = code.trim().trim_start_matches('[').trim_end_matches(']');
    let Rule { code, severity, summary, explanation } =
        RULES.iter().find(|rule| rule.code.eq_ignore_ascii_case(code))?;
    Some(format!(
        "# {code}\n\n{}: {summary}\n\nFound in the finished site by `faqtory build --verify`.\n\n{explanation}\n",
        severity.name()
    ))
}

/// The rule that a code with a slip of the pen means, if it is meant for one.
pub fn nearest(code: &str) -> Option<&'static str> {
    const SLIPS: usize = 3;
    let is_ours = code.starts_with("page-") || code.starts_with("site-");
    let distance = |rule: &Rule| (strsim::damerau_levenshtein(code, rule.code), rule.code);
    let (slips, near) = RULES.iter().map(distance).min().filter(|_| is_ours && code.len() < 80)?;
    (slips <= SLIPS).then_some(near)
}

/// Every rule, a line each: code, severity, what it finds.
pub fn list() -> String {
    let widest = RULES.iter().map(|rule| rule.code.len()).max().unwrap_or(0);
    let mut text = String::new();
    for Rule { code, severity, summary, .. } in RULES {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{code:widest$}  {:10}  {summary}", severity.name());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_in_order_and_no_check_has_their_codes() {
        assert!(RULES.is_sorted_by(|a, b| a.code < b.code));
        for rule in RULES {
            assert!(rule.code.starts_with("page-") || rule.code.starts_with("site-"), "{}", rule.code);
            assert!(
                crate::explain(rule.code).is_ok_and(|text| text.contains(rule.explanation)),
                "{}",
                rule.code
            );
        }
        assert!(crate::CHECKS.iter().all(|check| RULES.iter().all(|rule| rule.code != check.code)));
        assert_eq!(explain("no-such-rule"), None);
        assert!(crate::explain("page-link-brokn").is_err_and(|reason| reason.contains("`page-link-broken`")));
        assert!(
            crate::explain("page-of-nothing").is_err_and(|reason| reason.contains("a list of all codes"))
        );
    }
}
