//! `xref-not-found`: references by `xref:` to what no article here is.

use crate::catalog::{Base, Catalog, File, Target};
use crate::diagnostic::Span;

use super::check::shortened;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "xref-not-found",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a link by `xref:` leads to no article",
    explanation: "\
## What it does
A link such as `xref:help.billing` leads to the article whose front matter says `uid: help.billing`. Looks for such links whose `uid` no article has; one finding for all of a file.

## Why is this bad?
The link is shown as plain text. That may be all right where it names a page of an API reference, which is generated elsewhere.

## Example
```markdown
See [the class](xref:System.String).
```

## Fix
Correct the `uid`, or link to the page by `https:`.",
    run: Run::Site(run),
};

/// References in a message at the most.
const NAMED: usize = 3;

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    let articles = catalog.articles.iter();
    let articles =
        articles.map(|article| Base { file: &article.file, article: Some(article), reader: article.locale });
    let reader = |file: &File| file.locale.unwrap_or(catalog.default);
    let includes = catalog.includes.iter().map(|file| Base { file, article: None, reader: reader(file) });
    for base in articles.chain(includes) {
        let lost = base.file.document.links.iter().filter(|link| is_lost(catalog, base, &link.destination));
        let lost: Vec<(&str, Span)> = lost.map(|link| (&*link.destination, link.destination_span)).collect();
        let Some((_, span)) = lost.first() else { continue };
        let mut names: Vec<String> =
            lost.iter().take(NAMED).map(|(name, _)| format!("`{}`", shortened(name))).collect();
        if lost.len() > NAMED {
            names.push(format!("and {} more", lost.len() - NAMED));
        }
        let message = format!("no article here has the `uid` of {}", names.join(", "));
        let help = "correct the `uid`, or link to the page with `https:`";
        findings.push(base.file, Finding::new(*span, message).help(help));
    }
}

fn is_lost(catalog: &Catalog, base: Base<'_>, destination: &str) -> bool {
    let is_reference = destination.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("xref:"));
    is_reference && matches!(catalog.resolve(base, destination).target, Target::Special(_))
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn one_finding_a_file() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\n[1](xref:help.b) <xref:help.b#x> [2](xref:System.String) <xref:c> <XREF:d%2Ae?x=y> [e](xref:e)\n",
            ),
            ("content/en/b.md", "---\nuid: help.b\n---\n# B\n\n## X\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/en/a.md `xref:System.String`: no article here has the `uid` of `xref:System.String`, `xref:c`, `XREF:d%2Ae?x=y`, and 1 more (correct the `uid`, or link to the page with `https:`)");
    }
}
