//! `invisible-character`: a character that nobody sees stands in an address.

use crate::catalog::{Base, Catalog, File, Invisible, Target, TocNode, invisible_name, visible};
use crate::diagnostic::{Applicability, Span};
use crate::markdown::{Placement, unsafe_scheme};

use super::check::shortened;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "invisible-character",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe],
    since: "0.1.0",
    summary: "an invisible character stands in an address",
    explanation: "\
## What it does
Checks the addresses of links and images, of tables of contents and of `redirect_from` for characters that have no width, such as the marks of writing direction, the zero-width space, the byte order mark and the soft hyphen, percent-encoded or not. Where a file or a heading has the character in its name, and within words of Persian and other languages that are written with joiners, it is not reported.

## Why is this bad?
Editors and translation tools put such characters beside addresses, above all in text that is written right to left. Nobody sees them, and in most programs the address leads nowhere. The site is published without them.

## Example
```markdown
[x](%E2%80%8Fbilling.md)
```

## Fix
Remove the character. `check --fix` does this.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    let articles = catalog.articles.iter();
    let articles =
        articles.map(|article| Base { file: &article.file, article: Some(article), reader: article.locale });
    let of_file = |file| Base { file, article: None, reader: file.locale.unwrap_or(catalog.default) };
    for base in articles.chain(catalog.includes.iter().map(of_file)) {
        let document = &base.file.document;
        let links = document.links.iter().filter(|link| link.placement == Placement::Body);
        let links = links.map(|link| (&*link.destination, link.destination_span));
        let images = document.images.iter().filter(|image| image.placement == Placement::Body);
        let images = images.map(|image| (&*image.destination, image.destination_span));
        for (destination, span) in links.chain(images) {
            judge(catalog, base, destination, span, findings);
        }
    }
    for toc in &catalog.tocs {
        let base = of_file(&toc.file);
        let mut ahead: Vec<&TocNode> = toc.nodes.iter().rev().collect();
        while let Some(node) = ahead.pop() {
            for link in node.href.iter().chain(&node.topic) {
                judge(catalog, base, &link.value, link.span, findings);
            }
            ahead.extend(node.items.iter().rev());
        }
    }
    for article in &catalog.articles {
        for written in &article.file.front_matter.redirect_from {
            if let Some(found) = visible(&written.value) {
                findings.push(&article.file, finding(&article.file, &written.value, written.span, &found));
            }
        }
    }
}

fn judge(catalog: &Catalog, base: Base<'_>, destination: &str, span: Span, findings: &mut Findings<'_>) {
    if visible(destination).is_none() {
        return;
    }
    let resolved = catalog.resolve(base, destination);
    // What leads nowhere is reported as that.
    if let Some(found) = resolved.invisible.filter(|_| resolved.target != Target::Empty) {
        findings.push(base.file, finding(base.file, destination, span, &found));
    }
}

fn finding(file: &File, written: &str, span: Span, found: &Invisible) -> Finding {
    let name = invisible_name(found.character).unwrap_or_default();
    let number = u32::from(found.character);
    let message = format!("U+{number:04X} {name} stands in the address");
    let plain = found.plain.trim();
    // Without it the address would run what stands in it.
    if unsafe_scheme(plain).is_some() {
        return Finding::new(span, message).help("link to a page with `https:`, or remove the link");
    }
    let finding = Finding::new(span, message).help(format!("write `{}`", shortened(plain)));
    if span.slice(&file.text) == written { finding.fix(Applicability::Safe, span, plain) } else { finding }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::{CHECK, invisible_name};

    /// With the numbers of what nobody sees.
    fn shown(text: &str) -> String {
        let one = |c: char| match invisible_name(c) {
            Some(_) => format!("<{:X}>", u32::from(c)),
            None => c.to_string(),
        };
        text.chars().map(one).collect()
    }

    #[test]
    fn each_is_named_and_taken_out() {
        let text = "---\nredirect_from: [\"old\u{200e}\", fine]\n---\n# A\n\n[1](\u{200f}b.md) [2](b\u{200b}.md#part) [3](b.md\u{feff}) [4](b.md#\u{202b}part) [5](#\u{ad}a)\n\
                    [6](\u{200e}https://e.example/x) [7](https://e.example/x\u{2067}) [8](https://e.example/y%E2%80%8F) ![x](p\u{2060}.png)\n\
                    [9](%E2%80%8Eb.md) [10](<b.md \u{202c}>) [11](&rlm;b.md)\n";
        let files = [
            ("content/en/a.md", text),
            ("content/en/b.md", "# B\n\n## Part\n\nx\n"),
            ("content/en/p.png", ""),
            ("content/en/toc.yml", "- name: B\n  href: b.md\u{200f}\n"),
        ];
        insta::assert_snapshot!(shown(&findings(&CHECK, &files)), @"
        content/en/a.md `old<200E>`: U+200E LEFT-TO-RIGHT MARK stands in the address (write `old`)
          Safe: `old<200E>` → `old`
        content/en/a.md `<200F>b.md`: U+200F RIGHT-TO-LEFT MARK stands in the address (write `b.md`)
          Safe: `<200F>b.md` → `b.md`
        content/en/a.md `b<200B>.md#part`: U+200B ZERO WIDTH SPACE stands in the address (write `b.md#part`)
          Safe: `b<200B>.md#part` → `b.md#part`
        content/en/a.md `b.md<FEFF>`: U+FEFF ZERO WIDTH NO-BREAK SPACE stands in the address (write `b.md`)
          Safe: `b.md<FEFF>` → `b.md`
        content/en/a.md `b.md#<202B>part`: U+202B RIGHT-TO-LEFT EMBEDDING stands in the address (write `b.md#part`)
          Safe: `b.md#<202B>part` → `b.md#part`
        content/en/a.md `#<AD>a`: U+00AD SOFT HYPHEN stands in the address (write `#a`)
          Safe: `#<AD>a` → `#a`
        content/en/a.md `<200E>https://e.example/x`: U+200E LEFT-TO-RIGHT MARK stands in the address (write `https://e.example/x`)
          Safe: `<200E>https://e.example/x` → `https://e.example/x`
        content/en/a.md `https://e.example/x<2067>`: U+2067 RIGHT-TO-LEFT ISOLATE stands in the address (write `https://e.example/x`)
          Safe: `https://e.example/x<2067>` → `https://e.example/x`
        content/en/a.md `https://e.example/y%E2%80%8F`: U+200F RIGHT-TO-LEFT MARK stands in the address (write `https://e.example/y`)
          Safe: `https://e.example/y%E2%80%8F` → `https://e.example/y`
        content/en/a.md `p<2060>.png`: U+2060 WORD JOINER stands in the address (write `p.png`)
          Safe: `p<2060>.png` → `p.png`
        content/en/a.md `%E2%80%8Eb.md`: U+200E LEFT-TO-RIGHT MARK stands in the address (write `b.md`)
          Safe: `%E2%80%8Eb.md` → `b.md`
        content/en/a.md `b.md <202C>`: U+202C POP DIRECTIONAL FORMATTING stands in the address (write `b.md`)
          Safe: `b.md <202C>` → `b.md`
        content/en/a.md `&rlm;b.md`: U+200F RIGHT-TO-LEFT MARK stands in the address (write `b.md`)
        content/en/toc.yml `b.md<200F>`: U+200F RIGHT-TO-LEFT MARK stands in the address (write `b.md`)
          Safe: `b.md<200F>` → `b.md`
        ");
    }

    #[test]
    fn no_fix_makes_an_address_that_runs() {
        let text = "# A\n\n[1](java\u{200b}script:alert%281%29) [2](data\u{200b}:text/html,x) [3](%E2%80%8Bvbscript:x)\n";
        insta::assert_snapshot!(shown(&findings(&CHECK, &[("content/en/a.md", text)])), @"
        content/en/a.md `java<200B>script:alert%281%29`: U+200B ZERO WIDTH SPACE stands in the address (link to a page with `https:`, or remove the link)
        content/en/a.md `data<200B>:text/html,x`: U+200B ZERO WIDTH SPACE stands in the address (link to a page with `https:`, or remove the link)
        content/en/a.md `%E2%80%8Bvbscript:x`: U+200B ZERO WIDTH SPACE stands in the address (link to a page with `https:`, or remove the link)
        ");
    }

    #[test]
    fn what_belongs_to_the_name() {
        let text = "# A\n\n[1](می\u{200c}خواهم.md) [2](%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85.md) [3](x\u{200f}y.md)\n\
                    [4](https://fa.example/می\u{200c}خواهم) [5](https://e.example/a%E2%80%8Eb) [6](#می\u{200c}شود) [7](gone\u{200f}.md)\n\n\
                    ## می\u{200c}شود\n\nx\n";
        let files = [
            ("content/en/a.md", text),
            ("content/en/می\u{200c}خواهم.md", "# B\n"),
            ("content/en/x\u{200f}y.md", "# C\n"),
        ];
        assert_eq!(findings(&CHECK, &files), "");
    }
}
