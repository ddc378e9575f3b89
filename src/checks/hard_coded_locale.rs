//! `hard-coded-locale`: a link that names the locale where the site would choose the reader's.

use std::ops::Range;

use crate::catalog::{Catalog, DocsetKind};
use crate::diagnostic::{Applicability, Edit, Fix, Span};

use super::{Check, Finding, Findings, Level, LinkForm, MadeIn, PageLink, Run};

pub(super) const CHECK: Check = Check {
    code: "hard-coded-locale",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "a link names a locale; the site would choose the reader's",
    explanation: "\
## What it does
Checks for a locale such as `en-us` at the start of the path, or in a query such as `?ui=en-us&rs=en-us` or `&clcid=0x409`, in links to sites that pick the reader's language if it is left out: Microsoft's documentation and support, MDN and Mozilla Support. Only the language of the source is reported (English if there is no source). A translation's link to its own locale or to a third language is assumed to be intended.

## Why is this bad?
Readers of every translation land on a page in that one language.

## Example
```markdown
See [the guide](https://learn.microsoft.com/en-us/azure/guide).
```

## Fix
Remove the locale: `https://learn.microsoft.com/azure/guide`. `check --fix` does this.",
    run: Run::Link(run),
};

/// Sites that choose the locale themselves, and whether the rule of Microsoft Learn, or the site's own documentation,
/// says so. From the others the locale is taken by `--unsafe-fixes` only.
const SITES: [(&str, Applicability); 21] = [
    ("go.microsoft.com", Applicability::Safe),
    ("learn.microsoft.com", Applicability::Safe),
    ("docs.microsoft.com", Applicability::Safe),
    ("azure.microsoft.com", Applicability::Safe),
    ("msdn.microsoft.com", Applicability::Safe),
    ("technet.microsoft.com", Applicability::Safe),
    ("support.microsoft.com", Applicability::Safe),
    ("support.office.com", Applicability::Safe),
    ("developer.mozilla.org", Applicability::Safe),
    ("support.mozilla.org", Applicability::Safe),
    ("www.microsoft.com", Applicability::Unsafe),
    ("products.office.com", Applicability::Unsafe),
    ("powerbi.microsoft.com", Applicability::Unsafe),
    ("powerapps.microsoft.com", Applicability::Unsafe),
    ("powerautomate.microsoft.com", Applicability::Unsafe),
    ("flow.microsoft.com", Applicability::Unsafe),
    ("dynamics.microsoft.com", Applicability::Unsafe),
    ("privacy.microsoft.com", Applicability::Unsafe),
    ("support.xbox.com", Applicability::Unsafe),
    ("www.xbox.com", Applicability::Unsafe),
    ("www.mozilla.org", Applicability::Unsafe),
];

fn run(catalog: &Catalog, link: &PageLink<'_>, findings: &mut Findings<'_>) {
    if link.form != LinkForm::Link {
        return;
    }
    let Some(named) = Named::of(catalog, link) else { return };
    let surplus: Vec<String> = named
        .step
        .map(|step| format!("`/{step}`"))
        .into_iter()
        .chain(named.query.as_ref().map(|query| format!("`{}`", query.surplus)))
        .collect();
    let tag = named.tag;
    let message =
        format!("the link names the locale `{tag}`; without it, the site would choose the reader's");
    let mut finding = Finding::new(link.destination_span, message)
        .help(format!("remove {} from the link", surplus.join(" and ")));
    if link.is_verbatim() {
        finding.fix = Some(named.fix(link.destination_span.start as usize));
    }
    findings.push(link.base.file, finding);
}

/// Whether a link has this flaw.
pub(super) fn is_named(catalog: &Catalog, link: &PageLink<'_>) -> bool {
    Named::of(catalog, link).is_some()
}

/// Where a link names a locale that it should not.
struct Named<'l> {
    tag: &'l str,
    /// The first step of the path.
    step: Option<&'l str>,
    /// Where that starts.
    start: usize,
    query: Option<Query<'l>>,
    applicability: Applicability,
}

impl<'l> Named<'l> {
    fn of(catalog: &Catalog, link: &PageLink<'l>) -> Option<Self> {
        let (start, applicability) = path_start(catalog, link)?;
        let rest = &link.destination[start..];
        let step = memchr::memchr3(b'/', b'?', b'#', rest.as_bytes()).map_or(rest, |end| &rest[..end]);
        let is_named = |tag: &str| is_tag(tag) && !is_meant(catalog, link, tag);
        let step = Some(step).filter(|step| is_named(step));
        let query = Query::of(link.destination, start).filter(|query| is_named(query.tag));
        let tag = step.or(query.as_ref().map(|query| query.tag))?;
        Some(Self { tag, step, start, query, applicability })
    }

    /// Takes both out of a link that starts at `base`.
    fn fix(self, base: usize) -> Fix {
        let span = |range: Range<usize>| Span::new(base + range.start, base + range.end);
        // The slash before it goes with it.
        let step = self.step.map(|step| self.start - 1..self.start + step.len());
        let step = step.map(|range| Edit { span: span(range), text: String::new() });
        let query = self.query.map(|query| Edit { span: span(query.range), text: query.right });
        Fix { applicability: self.applicability, edits: step.into_iter().chain(query).collect() }
    }
}

/// The query of a link that names a locale: `?ui=en-us&rs=en-us&ad=us`, as the sites of Office wrote it, `&clcid=0x409`.
struct Query<'l> {
    tag: &'l str,
    /// From the `?` to the fragment.
    range: Range<usize>,
    /// The parameters of the locale.
    surplus: String,
    /// What is left without them, with its `?`.
    right: String,
}

impl<'l> Query<'l> {
    fn of(destination: &'l str, from: usize) -> Option<Self> {
        let start = from + memchr::memchr(b'?', destination.get(from..)?.as_bytes())?;
        let end = memchr::memchr(b'#', destination.as_bytes()).unwrap_or(destination.len());
        if end < start {
            return None;
        }
        let parameters =
            || destination[start + 1..end].split('&').map(|whole| (whole, whole.split_once('=')));
        let tag = parameters().find_map(|(_, pair)| pair.and_then(|(name, value)| tag(name, value)))?;
        let is_region = |name: &str| ["ad", "country"].iter().any(|region| name.eq_ignore_ascii_case(region));
        let is_surplus = |pair: Option<(&str, &str)>| {
            pair.is_some_and(|(name, value)| {
                self::tag(name, value).is_some() || is_region(name) && value.len() == 2
            })
        };
        let (surplus, kept): (Vec<_>, Vec<_>) = parameters().partition(|(_, pair)| is_surplus(*pair));
        let joined = |parameters: Vec<(&str, Option<(&str, &str)>)>| {
            parameters.into_iter().map(|(whole, _)| whole).collect::<Vec<_>>().join("&")
        };
        let kept = joined(kept);
        let right = if kept.is_empty() { String::new() } else { format!("?{kept}") };
        Some(Self { tag, range: start..end, surplus: joined(surplus), right })
    }
}

/// The locale that a parameter of a query names.
fn tag<'l>(name: &str, value: &'l str) -> Option<&'l str> {
    let is = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
    if is(&["ui", "rs", "culture"]) {
        return Some(value).filter(|value| is_tag(value));
    }
    let number =
        value.strip_prefix("0x").or_else(|| value.strip_prefix("0X")).filter(|_| is(&["clcid", "lcid"]));
    let number = u32::from_str_radix(number?, 16).ok()?;
    LCIDS.iter().find(|(lcid, _)| *lcid == number).map(|(_, tag)| *tag)
}

/// Locales that articles are written in first, and what Windows calls them.
const LCIDS: [(u32, &str); 6] = [
    (0x407, "de-de"),
    (0x409, "en-us"),
    (0x40c, "fr-fr"),
    (0x411, "ja-jp"),
    (0x804, "zh-cn"),
    (0xc0a, "es-es"),
];

/// Where the first step of the path starts, if the site chooses locales.
fn path_start(catalog: &Catalog, link: &PageLink<'_>) -> Option<(usize, Applicability)> {
    let written = link.destination;
    if written.starts_with('/') && !written.starts_with("//") {
        // Root-relative links of a publishing repository lead to the site that holds it.
        let is_published = catalog.docsets[link.base.file.docset].kind == DocsetKind::Published;
        return is_published.then_some((1, Applicability::Safe));
    }
    let rest = ["https://", "http://", "//"].iter().find_map(|start| {
        let (scheme, rest) = written.split_at_checked(start.len())?;
        scheme.eq_ignore_ascii_case(start).then_some(rest)
    })?;
    let host = &rest[..memchr::memchr(b'/', rest.as_bytes())?];
    let site = SITES.iter().find(|(site, _)| site.eq_ignore_ascii_case(host))?;
    Some((written.len() - rest.len() + host.len() + 1, site.1))
}

/// `en-us`, `zh-hans-cn`, `es-419`.
fn is_tag(step: &str) -> bool {
    let mut parts = step.split('-');
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_language = parts.next().is_some_and(|part| matches!(part.len(), 2 | 3) && letters(part));
    let is_region = |part: &str| {
        part.len() == 2 && letters(part) || part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit())
    };
    let fits = match (parts.next(), parts.next(), parts.next()) {
        (Some(region), None, None) => is_region(region),
        (Some(script), Some(region), None) => script.len() == 4 && letters(script) && is_region(region),
        _ => false,
    };
    is_language && fits
}

/// Whether the locale was meant: a third language, or the own one of a translation.
fn is_meant(catalog: &Catalog, link: &PageLink<'_>, step: &str) -> bool {
    let locale = link.base.reader;
    let is_translation = link.base.file.front_matter.source_hash.is_some()
        || catalog.source.is_some_and(|source| source != locale);
    let source = catalog.source.map_or("en", |source| catalog.locales[source].locale.language());
    let language = step.split('-').next().unwrap_or(step);
    !language.eq_ignore_ascii_case(source)
        || is_translation && catalog.locales[locale].locale.slug().eq_ignore_ascii_case(step)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, repository};
    use super::CHECK;

    #[test]
    fn sites_that_choose_the_locale() {
        let text = "# A\n\n[1](https://docs.microsoft.com/en-us/a/b?x=1#c) [2](HTTP://support.office.com/En-Latn-GB/a)\n\
            [3](//www.microsoft.com/en-US) [4](https://docs.microsoft.com/azure/en-us/a) [5](https://e.example/en-us/x)\n\
            [6](https://learn.microsoft.com/lv-lv/x) <https://learn.microsoft.com/en-150/x> [7](/en-us/x) [8](https://docs.microsoft.com/ef-core/x)\n";
        let text = format!("---\nsource_hash: 0123456789012345678901234567890123456789\n---\n{text}");
        insta::assert_snapshot!(findings(&CHECK, &[("content/lv-LV/a.md", &text)]), @"
        content/lv-LV/a.md `https://docs.microsoft.com/en-us/a/b?x=1#c`: the link names the locale `en-us`; without it, the site would choose the reader's (remove `/en-us` from the link)
          Safe: `/en-us` → ``
        content/lv-LV/a.md `HTTP://support.office.com/En-Latn-GB/a`: the link names the locale `En-Latn-GB`; without it, the site would choose the reader's (remove `/En-Latn-GB` from the link)
          Safe: `/En-Latn-GB` → ``
        content/lv-LV/a.md `//www.microsoft.com/en-US`: the link names the locale `en-US`; without it, the site would choose the reader's (remove `/en-US` from the link)
          Unsafe: `/en-US` → ``
        content/lv-LV/a.md `https://learn.microsoft.com/en-150/x`: the link names the locale `en-150`; without it, the site would choose the reader's (remove `/en-150` from the link)
          Safe: `/en-150` → ``
        ");
    }

    #[test]
    fn locales_in_the_query() {
        let text = "# A\n\n[1](https://support.office.com/article/x?ui=en-us&rs=en-us)\n\
            [2](https://support.office.com/en-us/article/x?a=b&ui=en-US&rs=en-GB&ad=US&c=d#e)\n\
            [3](https://support.office.com/article/x?ui=es-ES&rs=es-ES&ad=ES) [4](https://e.example/x?ui=en-us) [5](https://support.office.com/x?ad=us&ui=dark)\n\
            [6](https://go.microsoft.com/fwlink/?linkid=1&clcid=0x409) [7](https://go.microsoft.com/fwlink/p/?CLCID=0X0409&culture=en-us&country=US&LinkID=2)\n\
            [8](https://go.microsoft.com/fwlink/?linkid=1&clcid=0x426) [9](https://go.microsoft.com/fwlink/?linkid=1&clcid=x)\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/lv-LV/a.md", text)]), @"
        content/lv-LV/a.md `https://support.office.com/article/x?ui=en-us&rs=en-us`: the link names the locale `en-us`; without it, the site would choose the reader's (remove `ui=en-us&rs=en-us` from the link)
          Safe: `?ui=en-us&rs=en-us` → ``
        content/lv-LV/a.md `https://support.office.com/en-us/article/x?a=b&ui=en-US&rs=en-GB&ad=US&c=d#e`: the link names the locale `en-us`; without it, the site would choose the reader's (remove `/en-us` and `ui=en-US&rs=en-GB&ad=US` from the link)
          Safe: `/en-us` → ``, `?a=b&ui=en-US&rs=en-GB&ad=US&c=d` → `?a=b&c=d`
        content/lv-LV/a.md `https://go.microsoft.com/fwlink/?linkid=1&clcid=0x409`: the link names the locale `en-us`; without it, the site would choose the reader's (remove `clcid=0x409` from the link)
          Safe: `?linkid=1&clcid=0x409` → `?linkid=1`
        content/lv-LV/a.md `https://go.microsoft.com/fwlink/p/?CLCID=0X0409&culture=en-us&country=US&LinkID=2`: the link names the locale `en-us`; without it, the site would choose the reader's (remove `CLCID=0X0409&culture=en-us&country=US` from the link)
          Safe: `?CLCID=0X0409&culture=en-us&country=US&LinkID=2` → `?LinkID=2`
        ");
    }

    #[test]
    fn root_relative_links_of_a_repository() {
        let mut files = repository(&[]);
        files.push(("content/Help/b.md", "# B\n\n[1](/en-us/azure/x) [2](/azure/x) [3](/en-us/help/a)\n"));
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/Help/b.md `/en-us/azure/x`: the link names the locale `en-us`; without it, the site would choose the reader's (remove `/en-us` from the link)
          Safe: `/en-us` → ``
        content/Help/b.md `/en-us/help/a`: the link names the locale `en-us`; without it, the site would choose the reader's (remove `/en-us` from the link)
          Safe: `/en-us` → ``
        ");
    }
}
