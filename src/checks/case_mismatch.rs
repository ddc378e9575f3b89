//! `case-mismatch`: a link whose letter case is not that of the file.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::catalog::{Catalog, Spelling};
use crate::diagnostic::{Applicability, Span};

use super::{Check, Finding, Findings, Level, MadeIn, PageLink, Run};

pub(super) const CHECK: Check = Check {
    code: "case-mismatch",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe],
    since: "0.1.0",
    summary: "a link differs from its file's name in letter case",
    explanation: "\
## What it does
Compares relative links, images and links from the root of the docset (`~/`) with the names of the files they lead to. Public paths, such as `/help/reset`, are not file names and are not compared.

## Why is this bad?
Windows ignores letter case, but most hosts and build machines do not: the link works for its author and is broken for everyone else.

## Example
```markdown
See [billing](Billing.md), which is the file `billing.md`.
```

## Fix
Write the path exactly as the file is named. `check --fix` does this.",
    run: Run::Link(run),
};

/// What cannot stand as it is in the path of a link.
const SPECIAL: &AsciiSet =
    &CONTROLS.add(b' ').add(b'%').add(b'?').add(b'#').add(b'(').add(b')').add(b'<').add(b'>');

fn run(_: &Catalog, link: &PageLink<'_>, findings: &mut Findings<'_>) {
    let Spelling::OtherCase(actual) = &link.resolved.spelling else { return };
    if link.destination.starts_with('/') || link.destination.contains("://") {
        return;
    }
    let end = link.destination.find(['?', '#']).unwrap_or(link.destination.len());
    let (path, rest) = link.destination.split_at(end);
    let right = respelt(path, actual);
    let name = right.as_deref().unwrap_or(actual);
    let finding = Finding::new(
        link.destination_span,
        format!("`{path}` differs in letter case from the file `{actual}`"),
    );
    let mut finding = finding.help(format!("write `{name}{rest}`"));
    if let Some(right) = right.as_ref().filter(|_| link.is_verbatim()) {
        let start = link.destination_span.start;
        finding = finding.fix(Applicability::Safe, Span { start, end: start + Span::new(0, end).end }, right);
    }
    findings.push(link.base.file, finding);
}

/// The written path with the letter case of the file, from its end on; none where they differ in more than that.
fn respelt(written: &str, actual: &str) -> Option<String> {
    let mut actual = actual.split('/').rev();
    let mut steps = Vec::new();
    for (index, step) in written.split('/').rev().enumerate() {
        let right = match actual.next().filter(|_| !matches!(step, "." | ".." | "~" | "")) {
            None => Cow::Borrowed(step),
            // An article is linked without its extension too.
            Some(name) if index == 0 => {
                let stem = || name.rsplit_once('.').and_then(|(stem, _)| respelt_step(step, stem));
                respelt_step(step, name).or_else(stem)?
            }
            Some(name) => respelt_step(step, name)?,
        };
        steps.push(right);
    }
    steps.reverse();
    Some(steps.join("/"))
}

/// The name as it is to stand in a link: percent-encoded where the written step is.
fn respelt_step<'s>(step: &'s str, name: &'s str) -> Option<Cow<'s, str>> {
    let same = |written: &str| written == name || written.to_lowercase() == name.to_lowercase();
    if !step.contains('%') {
        return same(step).then_some(Cow::Borrowed(name));
    }
    let decoded = percent_decode_str(step).decode_utf8().ok()?;
    let encoded = || utf8_percent_encode(name, SPECIAL).into();
    same(&decoded).then(|| if decoded == name { Cow::Borrowed(step) } else { encoded() })
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn the_path_is_corrected_and_the_rest_unchanged() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\n[1](Help/billing.MD#x) [2](./help/BILLING) [3](~/HELP/Billing.md) [4](help/Billing.md) [5](/help/billing)\n",
            ),
            ("content/en/help/Billing.md", "# B\n\n## X\n\n![1](../MEDIA/A%20b.png) ![2](../Media/c.PNG)\n"),
            ("content/en/media/a b.png", ""),
            ("content/en/media/C.png", ""),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `Help/billing.MD#x`: `Help/billing.MD` differs in letter case from the file `help/Billing.md` (write `help/Billing.md#x`)
          Safe: `Help/billing.MD` → `help/Billing.md`
        content/en/a.md `./help/BILLING`: `./help/BILLING` differs in letter case from the file `help/Billing.md` (write `./help/Billing`)
          Safe: `./help/BILLING` → `./help/Billing`
        content/en/a.md `~/HELP/Billing.md`: `~/HELP/Billing.md` differs in letter case from the file `help/Billing.md` (write `~/help/Billing.md`)
          Safe: `~/HELP/Billing.md` → `~/help/Billing.md`
        content/en/help/Billing.md `../MEDIA/A%20b.png`: `../MEDIA/A%20b.png` differs in letter case from the file `media/a b.png` (write `../media/a%20b.png`)
          Safe: `../MEDIA/A%20b.png` → `../media/a%20b.png`
        content/en/help/Billing.md `../Media/c.PNG`: `../Media/c.PNG` differs in letter case from the file `media/C.png` (write `../media/C.png`)
          Safe: `../Media/c.PNG` → `../media/C.png`
        ");
    }
}
