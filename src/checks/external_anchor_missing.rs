//! `external-anchor-missing`: a link to an anchor that the page of another site does not have.

use crate::external::{LinkFlaw, LinkFlawKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "external-anchor-missing",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a page of another site has no such anchor",
    explanation: "\
## What it does
With `check --external`, looks for the fragments of external links among the IDs and names on the page. Pages that get their content from a program in the browser are not judged.

## Why is this bad?
Readers land at the top of a page that may be long, instead of at what the link promises.

## Example
```markdown
See [the limits](https://example.com/plans#limts).
```

## Fix
Link to an anchor that the page has, or to the page itself.",
    run: Run::External(run),
};

fn run(flaw: &LinkFlaw) -> Option<Finding> {
    let LinkFlawKind::AnchorMissing { anchor } = &flaw.kind else { return None };
    let finding = Finding::new(flaw.span, format!("`{}` has no anchor `{anchor}`", flaw.address));
    Some(finding.help("link to an anchor of the page, or to the page itself"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::external_findings;
    use super::*;

    #[test]
    fn an_anchor_that_is_not_there() {
        let flaws = [("https://a.dev/x#y", LinkFlawKind::AnchorMissing { anchor: "y".to_owned() }, None)];
        insta::assert_snapshot!(external_findings(&CHECK, &flaws), @"content/en/a.md `https://a.dev/x#y`: `https://a.dev/x` has no anchor `y` (link to an anchor of the page, or to the page itself)");
    }
}
