//! `external-link-insecure`: a link over `http:` to a page that is the same over `https:`.

use crate::diagnostic::Applicability;
use crate::external::{LinkFlaw, LinkFlawKind};

use super::external_link_redirected::replaced;
use super::{Check, Finding, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "external-link-insecure",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "a link uses http although the page works over https",
    explanation: "\
## What it does
With `check --external`, reports `http:` links whose host redirects them to `https:`, or answers there too. Links that `insecure-link` finds without asking anybody are reported by that check only.

## Why is this bad?
Others can read and change the page in transit. Browsers warn about such pages.

## Example
```markdown
See [the project](http://www.gnu.org/software/sed/).
```

## Fix
Use `https:`. `check --fix` does this where the host redirects permanently, `--unsafe-fixes` also where it only answers.",
    run: Run::External(run),
};

fn run(flaw: &LinkFlaw) -> Option<Finding> {
    let LinkFlawKind::Insecure { .. } = &flaw.kind else { return None };
    let finding =
        Finding::new(flaw.span, format!("`{}` is not encrypted, but works over `https:`", flaw.address));
    Some(replaced(finding.help("use `https:`"), flaw))
}

#[cfg(test)]
mod tests {
    use super::super::tests::external_findings;
    use super::*;
    use crate::external::{Leads, Replacement};

    #[test]
    fn what_works_over_https_is_replaced() {
        let secured = || LinkFlawKind::Insecure { to: String::new() };
        let new = |text: &str, leads| Some(Replacement { text: text.to_owned(), leads });
        let flaws = [
            ("http://a.dev/x", secured(), new("https://a.dev/x", Leads::Same)),
            ("http://b.dev/", secured(), new("https://b.dev/", Leads::Likely)),
        ];
        insta::assert_snapshot!(external_findings(&CHECK, &flaws), @"
        content/en/a.md `http://a.dev/x`: `http://a.dev/x` is not encrypted, but works over `https:` (use `https:`)
          Safe: `http://a.dev/x` → `https://a.dev/x`
        content/en/a.md `http://b.dev/`: `http://b.dev/` is not encrypted, but works over `https:` (use `https:`)
          Unsafe: `http://b.dev/` → `https://b.dev/`
        ");
    }
}
