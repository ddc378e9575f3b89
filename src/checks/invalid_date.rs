//! `invalid-date`: a date that no calendar has.

use crate::catalog::File;
use crate::front_matter::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "invalid-date",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a date cannot be read",
    explanation: "\
## What it does
Checks that `date`, `translated`, `ms.date` and `ms.lasthandoff` are valid dates, in ISO 8601 or as MM/DD/YYYY.

## Why is this bad?
The article is shown without its date, and cannot be compared with its translations by date.

## Example
```yaml
date: 2023-02-31
```

## Fix
Write year, month and day: `2023-02-28`. `ms.date` and `ms.lasthandoff` may also use `02/28/2023`.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.front_matter.flaws {
        if let FlawKind::InvalidDate { key, written } = &flaw.kind {
            let finding = Finding::new(flaw.span, format!("`{key}` is not a valid date: `{written}`"))
                .help("write it as YYYY-MM-DD or MM/DD/YYYY");
            findings.push(file, finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn dates_of_no_calendar() {
        let files = [
            ("content/en/a.md", "---\ntitle: A\ndate: 2023-02-31\nms.lasthandoff: soon\n---\n"),
            ("content/en/b.md", "---\ntitle: B\ndate: 2023-02-28\nms.lasthandoff: 12/31/2023\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `2023-02-31`: `date` is not a valid date: `2023-02-31` (write it as YYYY-MM-DD or MM/DD/YYYY)
        content/en/a.md `soon`: `ms.lasthandoff` is not a valid date: `soon` (write it as YYYY-MM-DD or MM/DD/YYYY)
        ");
    }
}
