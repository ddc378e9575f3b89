//! `external-link-unreachable`: a link to a page of another site that could not be seen.

use crate::external::{LinkFlaw, LinkFlawKind};

use super::external_link_broken::worded;
use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "external-link-unreachable",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a page of another site could not be reached",
    explanation: "\
## What it does
With `check --external`, reports links whose host did not say what is there: it did not answer in time, took no connection, failed (500 and the like), or redirected in a circle or to a private network. Also pages that look as if they were gone although the host does not say so: their title is \"Page not found\" (a title is seen only of pages that are fetched: where a link names an anchor, or the host answers no `HEAD`), or they are redirected to the home page of the site or to a page of errors.

## Why is this bad?
If it lasts, readers see an error.

## Example
```markdown
See [the status page](https://status.old-product.dev/).
```

## Fix
Open the link in a browser. If it works there, add the URL to `exclude`, or the status to `accept`, below `[links.external]` in faqtory.toml.",
    run: Run::External(run),
};

fn run(flaw: &LinkFlaw) -> Option<Finding> {
    let LinkFlawKind::Unreachable(reason) = &flaw.kind else { return None };
    let finding = Finding::new(flaw.span, format!("`{}` {}", flaw.address, worded(reason)));
    Some(finding.help("open it in a browser; if it works there, add it to `exclude` below `[links.external]` in faqtory.toml"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::external_findings;
    use super::*;
    use crate::external::{FailureKind, Reason};

    #[test]
    fn what_could_not_be_seen() {
        let unreachable = |reason| LinkFlawKind::Unreachable(reason);
        let flaws = [
            ("https://a.dev/x", unreachable(Reason::Status(500)), None),
            ("https://a.dev/y", unreachable(Reason::Failure(FailureKind::Timeout, String::new())), None),
            ("https://a.dev/z", LinkFlawKind::Broken(Reason::Status(404)), None),
        ];
        insta::assert_snapshot!(external_findings(&CHECK, &flaws), @"
        content/en/a.md `https://a.dev/x`: `https://a.dev/x` answers 500 (internal error) (open it in a browser; if it works there, add it to `exclude` below `[links.external]` in faqtory.toml)
        content/en/a.md `https://a.dev/y`: `https://a.dev/y` does not answer in time (open it in a browser; if it works there, add it to `exclude` below `[links.external]` in faqtory.toml)
        ");
    }
}
