//! `ambiguous-date`: a date with the day before the month.

use crate::catalog::File;
use crate::diagnostic::Applicability;
use crate::front_matter::{Date, FlawKind};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "ambiguous-date",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe],
    since: "0.1.0",
    summary: "the day comes before the month in a date",
    explanation: "\
## What it does
Checks for dates such as 31/05/2023. Dates with slashes are read as MM/DD/YYYY; if the first number is over 12, the date can only be DD/MM/YYYY and is read that way.

## Why is this bad?
Other dates by the same author, such as 05/06/2023, are then probably read with month and day swapped, and no tool can detect it.

## Example
```yaml
ms.date: 31/05/2023
```

## Fix
Write `05/31/2023`, or better `2023-05-31`, and check the author's other dates.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.front_matter.flaws {
        let FlawKind::DayMonthOrder { key, date } = &flaw.kind else { continue };
        let written = flaw.span.slice(&file.text);
        let better = in_order(key, *date);
        let mut finding = Finding::new(
            flaw.span,
            format!("`{written}` has the day before the month; it is read as {date}"),
        )
        .help(format!("write `{better}`"));
        if written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/') {
            finding = finding.fix(Applicability::Safe, flaw.span, better);
        }
        findings.push(file, finding);
    }
}

/// As the key's other readers expect it: Microsoft Learn takes nothing but MM/DD/YYYY.
fn in_order(key: &str, date: Date) -> String {
    let learn = key.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("ms."));
    if learn { format!("{:02}/{:02}/{:04}", date.month, date.day, date.year) } else { date.to_string() }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn the_fix_keeps_the_form_that_the_key_asks_for() {
        let files =
            [("content/en/a.md", "---\ntitle: A\ndate: 31/05/2023\nms.lasthandoff: \"13/1/2023\"\n---\n")];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `31/05/2023`: `31/05/2023` has the day before the month; it is read as 2023-05-31 (write `2023-05-31`)
          Safe: `31/05/2023` → `2023-05-31`
        content/en/a.md `13/1/2023`: `13/1/2023` has the day before the month; it is read as 2023-01-13 (write `01/13/2023`)
          Safe: `13/1/2023` → `01/13/2023`
        ");
    }

    #[test]
    fn a_month_up_to_12_comes_first() {
        assert_eq!(findings(&CHECK, &[("content/en/a.md", "---\ntitle: A\ndate: 05/06/2023\n---\n")]), "");
    }
}
