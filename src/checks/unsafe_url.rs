//! `unsafe-url`: a link with a scheme that can run programs.

use crate::catalog::{Base, Catalog, File, Target, TocNode, visible};
use crate::diagnostic::{Applicability, Span, Spanned};
use crate::markdown::{FlawKind, unsafe_image_scheme, unsafe_scheme};

use super::check::{nearest, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unsafe-url",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a link or image has a scheme that is not allowed",
    explanation: "\
## What it does
Checks for links and images, and entries of tables of contents, with a scheme that is not allowed, such as `javascript:`, `data:` or `file:`. `https:`, `http:`, `mailto:`, `tel:` and a few others are allowed.

## Why is this bad?
Such a link can run a script in the reader's browser, or points to the author's own disk. It is removed.

## Example
```markdown
[Open](javascript:open())
```

## Fix
Link to a page with `https:`, or remove the link. A scheme of a program that readers have can be allowed: `schemes = [\"steam\"]` below `[links]` in `faqtory.toml`.",
    run: Run::Site(run),
};

/// Schemes that others are a slip of.
const MEANT: [&str; 3] = ["https", "http", "mailto"];

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for file in catalog.files() {
        judge(catalog, file, findings);
        judge_hidden(catalog, file, findings);
    }
    for toc in &catalog.tocs {
        // Trees are deep, so what is still to be looked at is kept here; the next one is last.
        let mut ahead: Vec<&TocNode> = toc.nodes.iter().rev().collect();
        while let Some(node) = ahead.pop() {
            for link in [&node.href, &node.topic].into_iter().flatten() {
                of_entry(catalog, &toc.file, link, findings);
            }
            ahead.extend(node.items.iter().rev());
        }
    }
}

/// The link of an entry of a table of contents, which shows articles alone.
fn of_entry(catalog: &Catalog, toc: &File, link: &Spanned<String>, findings: &mut Findings<'_>) {
    let Some(scheme) = unsafe_scheme(&link.value) else { return };
    if !catalog.schemes.iter().any(|allowed| allowed.name() == scheme) {
        let message = format!("the scheme `{scheme}:` is not allowed, so the entry has no link");
        findings.push(toc, Finding::new(link.span, message).help("link to an article"));
    }
}

/// Schemes that characters hide which nobody sees: whoever takes those out has the scheme.
fn judge_hidden(catalog: &Catalog, file: &File, findings: &mut Findings<'_>) {
    let links = file.document.links.iter();
    let links = links.map(|link| (&*link.destination, link.destination_span, unsafe_scheme as SchemeReader));
    let images = file.document.images.iter();
    let images = images
        .map(|image| (&*image.destination, image.destination_span, unsafe_image_scheme as SchemeReader));
    for (destination, span, scheme_of) in links.chain(images) {
        let hidden = visible(destination).filter(|_| scheme_of(destination).is_none());
        let hidden = hidden.and_then(|found| scheme_of(&found.plain));
        if let Some(scheme) = hidden.filter(|scheme| !is_allowed(catalog, scheme)) {
            let message = format!("the scheme `{scheme}:` is not allowed, invisible characters left out");
            findings.push(file, Finding::new(span, message).help(OTHERWISE));
        }
    }
}

/// What tells the scheme of a URL that is not allowed.
type SchemeReader = fn(&str) -> Option<String>;

fn is_allowed(catalog: &Catalog, scheme: &str) -> bool {
    catalog.schemes.iter().any(|allowed| allowed.name() == scheme)
}

/// What to do where nothing is meant.
const OTHERWISE: &str = "link to a page with `https:`, or remove the link";

/// Whether what is written names an article beside the file.
fn names_article(catalog: &Catalog, file: &File, place: Span) -> bool {
    let written = format!("./{}", place.slice(&file.text));
    let base = Base { file, article: None, reader: file.locale.unwrap_or(catalog.default) };
    matches!(catalog.resolve(base, &written).target, Target::Article { .. })
}

fn judge(catalog: &Catalog, file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        if let FlawKind::UnsafeUrl { scheme } = &flaw.kind
            && !is_allowed(catalog, scheme)
        {
            let finding = Finding::new(
                flaw.span,
                format!("the scheme `{scheme}:` is not allowed, so the URL is removed"),
            );
            let near = nearest(scheme, MEANT).filter(|_| !scheme.is_empty());
            let at_start = Span::new(flaw.span.start as usize, flaw.span.start as usize + scheme.len());
            let finding = match near {
                Some(near) if at_start.slice(&file.text).eq_ignore_ascii_case(scheme) => {
                    let finding = finding.help(format!("did you mean `{near}:`?"));
                    finding.fix(Applicability::Unsafe, at_start, near)
                }
                // A colon in the first step of a path is that of a scheme.
                _ if names_article(catalog, file, flaw.span) => finding
                    .help(format!("write `./{}`", shortened(flaw.span.slice(&file.text))))
                    .fix(Applicability::Unsafe, Span { end: flaw.span.start, ..flaw.span }, "./"),
                _ => finding.help(OTHERWISE),
            };
            findings.push(file, finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn invisible_characters_hide_no_scheme() {
        let text = "# A\n\n[1](java\u{200b}script:alert%281%29) [2](%E2%80%8Bdata:text/html,x) ![3](vb\u{ad}script:x)\n[4](\u{200e}https://e.example)\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]).replace(['\u{200b}', '\u{ad}'], "_"), @"
        content/en/a.md `java_script:alert%281%29`: the scheme `javascript:` is not allowed, invisible characters left out (link to a page with `https:`, or remove the link)
        content/en/a.md `%E2%80%8Bdata:text/html,x`: the scheme `data:` is not allowed, invisible characters left out (link to a page with `https:`, or remove the link)
        content/en/a.md `vb_script:x`: the scheme `vbscript:` is not allowed, invisible characters left out (link to a page with `https:`, or remove the link)
        ");
    }

    #[test]
    fn schemes_that_run_programs() {
        let files = [(
            "content/en/a.md",
            "# A\n\n[1](javascript:x) [2](https://e.example/) [3](mailto:a@e.example) ![4](file:///c:/x.png) [5](htps://e.example/)\n",
        )];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `javascript:x`: the scheme `javascript:` is not allowed, so the URL is removed (link to a page with `https:`, or remove the link)
        content/en/a.md `file:///c:/x.png`: the scheme `file:` is not allowed, so the URL is removed (link to a page with `https:`, or remove the link)
        content/en/a.md `htps://e.example/`: the scheme `htps:` is not allowed, so the URL is removed (did you mean `https:`?)
          Unsafe: `htps` → `https`
        ");
    }

    #[test]
    fn entries_of_tables_of_contents() {
        let toc = "- name: A\n  items:\n  - name: B\n    href: javascript:alert(1)\n- name: C\n  href: https://e.example\n";
        let files = [("content/en/a.md", "# A\n"), ("content/en/toc.yml", toc)];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/en/toc.yml `javascript:alert(1)`: the scheme `javascript:` is not allowed, so the entry has no link (link to an article)");
    }
}
