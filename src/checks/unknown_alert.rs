//! `unknown-alert`: an alert with a word that is none.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Severity};
use crate::markdown::FlawKind;

use super::{Check, Finding, Findings, Run, nearest};

pub(super) const CHECK: Check = Check {
    code: "unknown-alert",
    severity: Severity::Warning,
    summary: "an alert has a word that nobody knows",
    explanation: "\
## What it does
Looks for quotes that begin with `[!WORD]`, where the word is none of NOTE, TIP, IMPORTANT, WARNING and CAUTION, in any letter case. It happens when the word is translated.

## Why is this bad?
The word is shown as written, brackets included, and the text is a mere quote.

## Example
```markdown
> [!UWAGA]
> You cannot take this back.
```

## Fix
Write the English word; the site shows it in the language of the article.",
    run: Run::File(run),
};

const ALERTS: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        let FlawKind::UnknownAlert { word } = &flaw.kind else { continue };
        let finding = Finding::new(flaw.span, format!("`[!{word}]` is no alert"));
        let finding = match nearest(word, ALERTS) {
            Some(near) => {
                let finding = finding.help(format!("did you mean `[!{near}]`?"));
                if flaw.span.slice(&file.text) == &**word {
                    finding.fix(Applicability::Unsafe, flaw.span, near)
                } else {
                    finding
                }
            }
            None => finding.help(format!("write one of {}, in English", ALERTS.join(", "))),
        };
        findings.push(file, finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn translated_and_misspelt_words() {
        let files =
            [("content/en/a.md", "> [!UWAGA]\n> x\n\n> [!NOTES]\n> x\n\n> [!note]\n> x\n\n> [!הערה]\n> x\n")];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `UWAGA`: `[!UWAGA]` is no alert (write one of NOTE, TIP, IMPORTANT, WARNING, CAUTION, in English)
        content/en/a.md `NOTES`: `[!NOTES]` is no alert (did you mean `[!NOTE]`?)
          Unsafe: `NOTES` → `NOTE`
        content/en/a.md `הערה`: `[!הערה]` is no alert (write one of NOTE, TIP, IMPORTANT, WARNING, CAUTION, in English)
        "#);
    }
}
