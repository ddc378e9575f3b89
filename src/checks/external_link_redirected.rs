//! `external-link-redirected`: a link to a page of another site that has moved for good.

use crate::diagnostic::Applicability;
use crate::external::{Leads, LinkFlaw, LinkFlawKind};

use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "external-link-redirected",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe],
    since: "0.1.0",
    summary: "a page of another site has moved permanently",
    explanation: "\
## What it does
With `check --external`, reports links that their hosts redirect permanently (301 or 308, every redirect of the chain). Not reported are short links such as `aka.ms`, and redirects that depend on the reader: to a language, or to a page for signing in.

## Why is this bad?
Readers get there, but later, and only as long as the old host keeps the redirect.

## Example
```markdown
See [the guide](https://docs.microsoft.com/guide).
```

## Fix
Link to the new URL, as `check --fix` does. The fragment is kept.",
    run: Run::External(run),
};

fn run(flaw: &LinkFlaw) -> Option<Finding> {
    let LinkFlawKind::Redirected { to } = &flaw.kind else { return None };
    let finding = Finding::new(flaw.span, format!("`{}` is permanently redirected to `{to}`", flaw.address));
    Some(replaced(finding.help("link to the new URL"), flaw))
}

/// The finding with the fix that the flaw has, if it has one.
pub(super) fn replaced(finding: Finding, flaw: &LinkFlaw) -> Finding {
    let Some(new) = &flaw.replacement else { return finding };
    let applicability = match new.leads {
        Leads::Same => Applicability::Safe,
        Leads::Likely => Applicability::Unsafe,
    };
    finding.fix(applicability, flaw.span, new.text.clone())
}

#[cfg(test)]
mod tests {
    use super::super::tests::external_findings;
    use super::*;
    use crate::external::Replacement;

    #[test]
    fn what_has_moved_is_replaced() {
        let moved = || LinkFlawKind::Redirected { to: "https://b.dev/y".to_owned() };
        let new = Replacement { text: "https://b.dev/y#z".to_owned(), leads: Leads::Same };
        let flaws = [("https://a.dev/x#z", moved(), Some(new)), ("//a.dev/x", moved(), None)];
        insta::assert_snapshot!(external_findings(&CHECK, &flaws), @"
        content/en/a.md `https://a.dev/x#z`: `https://a.dev/x` is permanently redirected to `https://b.dev/y` (link to the new URL)
          Safe: `https://a.dev/x#z` → `https://b.dev/y#z`
        content/en/a.md `//a.dev/x`: `//a.dev/x` is permanently redirected to `https://b.dev/y` (link to the new URL)
        ");
    }
}
