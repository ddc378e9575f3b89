//! `link-to-other-locale`: a link that names another locale of this site, where the reader's own has the article.

use crate::catalog::{Catalog, LocaleIndex, Spelling, Target};
use crate::diagnostic::Applicability;

use super::{Check, Finding, Findings, Level, LinkForm, MadeIn, PageLink, Run, hard_coded_locale};

pub(super) const CHECK: Check = Check {
    code: "link-to-other-locale",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a link names another locale of this site",
    explanation: "\
## What it does
Checks links that name a locale of this site other than the reader's: by a path such as `../en/billing.md`, from the root as in `/en/billing/`, or with the site's own address. Where the reader's locale has the article or the section, such a link leads there. A link to the home of a locale, and one to the same article in another locale, is meant for that locale and leads there.

## Why is this bad?
It reads as if it led to another language, and it breaks if that locale is removed.

## Example
```markdown
Siehe [Abrechnung](../en/billing.md).
```

## Fix
Link to the article without naming a locale: `billing.md`. `check --fix` does this.",
    run: Run::Link(run),
};

fn run(catalog: &Catalog, link: &PageLink<'_>, findings: &mut Findings<'_>) {
    let Spelling::OtherLocale(named) = link.resolved.spelling else { return };
    if link.form != LinkForm::Link || hard_coded_locale::is_named(catalog, link) {
        return;
    }
    let tag = |locale: LocaleIndex| catalog.locales[locale].locale.tag();
    let message = format!(
        "the link names the locale `{}`, but leads to the page in `{}`, the reader's own",
        tag(named),
        tag(link.base.reader)
    );
    let finding = Finding::new(link.destination_span, message);
    let Some(plain) = without_locale(catalog, link, named) else {
        return findings.push(link.base.file, finding.help("link to it without the locale"));
    };
    let finding = finding.help(format!("write `{plain}`"));
    let finding = if link.is_verbatim() {
        finding.fix(Applicability::Unsafe, link.destination_span, plain)
    } else {
        finding
    };
    findings.push(link.base.file, finding);
}

/// The destination that leads to the same place and names no locale.
fn without_locale(catalog: &Catalog, link: &PageLink<'_>, named: LocaleIndex) -> Option<String> {
    let written = link.destination;
    let slug = catalog.locales[named].locale.slug();
    let path = &written[..written.find(['?', '#']).unwrap_or(written.len())];
    let relative = match link.resolved.target {
        Target::Article { article, .. } if !path.starts_with('/') => {
            catalog.link_to(link.base, written, article)
        }
        _ => None,
    };
    // `/en/` at the first place is the locale.
    let lower = path.to_ascii_lowercase();
    let step = lower.find(&format!("/{}/", slug.to_ascii_lowercase()));
    let from_root = step.map(|at| format!("{}{}", &written[..at], &written[at + 1 + slug.len()..]));
    relative.into_iter().chain(from_root).find(|plain| {
        let found = catalog.resolve(link.base, plain);
        found.target == link.resolved.target
            && found.fragment == link.resolved.fragment
            && !matches!(found.spelling, Spelling::OtherLocale(_))
            && !plain.contains(|c: char| c.is_whitespace() || c.is_control() || "()<>\"\\".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn where_the_reader_has_the_article() {
        let hash = "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n";
        let text = "# A\n\n[1](../en/b.md) [2](/en/b/#part) [3](../../content/en/s/c.md?x=1#c) [4](/EN/s/) [5](../en/)\n\
                    [6](/en/a/) [7](../en/only.md) [8](b.md) [9](/de/b/) [10](/b) [11](../en/b.md#nope)\n";
        let files = [
            ("content/de/a.md", &*format!("{hash}{text}")),
            ("content/de/b.md", &format!("{hash}# B\n\n## Teil\n\nx\n")),
            ("content/de/s/c.md", &format!("{hash}# C\n")),
            ("content/en/a.md", "# A\n"),
            ("content/en/b.md", "# B\n\n## Part\n\nx\n"),
            ("content/en/s/c.md", "# C\n"),
            ("content/en/only.md", "# Only\n\n[x](/de/b/)\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/a.md `../en/b.md`: the link names the locale `en`, but leads to the page in `de`, the reader's own (write `b.md`)
          Unsafe: `../en/b.md` → `b.md`
        content/de/a.md `/en/b/#part`: the link names the locale `en`, but leads to the page in `de`, the reader's own (write `/b/#part`)
          Unsafe: `/en/b/#part` → `/b/#part`
        content/de/a.md `../../content/en/s/c.md?x=1#c`: the link names the locale `en`, but leads to the page in `de`, the reader's own (write `s/c.md?x=1#c`)
          Unsafe: `../../content/en/s/c.md?x=1#c` → `s/c.md?x=1#c`
        content/de/a.md `/EN/s/`: the link names the locale `en`, but leads to the page in `de`, the reader's own (write `/s/`)
          Unsafe: `/EN/s/` → `/s/`
        content/de/a.md `../en/b.md#nope`: the link names the locale `en`, but leads to the page in `de`, the reader's own (write `b.md#nope`)
          Unsafe: `../en/b.md#nope` → `b.md#nope`
        content/en/only.md `/de/b/`: the link names the locale `de`, but leads to the page in `en`, the reader's own (write `/b/`)
          Unsafe: `/de/b/` → `/b/`
        ");
    }
}
