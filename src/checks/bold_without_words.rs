//! `bold-without-words`: bold that holds punctuation only, since a translation engine moved the words out of it.

use crate::catalog::File;
use crate::markdown::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "bold-without-words",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "only punctuation is bold",
    explanation: "\
## What it does
Checks for bold text that consists of quotation marks, commas, semicolons or a full stop. Signs that a button may show, such as `**+**`, `**...**` and `**>**`, are not reported.

## Why is this bad?
The label that was bold stands beside it as ordinary text, or is lost. Translation engines often move words out of bold text.

## Example
```markdown
Open the **\"** tab.
```

## Fix
Put the words between the asterisks, as in `Open the **Mail** tab`, or remove the asterisks.",
    run: Run::File(run),
};

/// Quotation marks and punctuation of sentences that no button shows.
const PUNCTUATION: &str = "\"'“”„‟«»‹›‘’‚「」『』《》〈〉״׳,;.，；。、،؛।";

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        let written = flaw.span.slice(&file.text);
        if flaw.kind != FlawKind::BoldWithoutWords || !is_leftover(written.trim_matches('*')) {
            continue;
        }
        let finding = Finding::new(flaw.span, format!("`{written}` makes only punctuation bold"))
            .help("put the words that are to be bold between the asterisks, or remove the asterisks");
        findings.push(file, finding);
    }
}

/// Punctuation of a sentence; two full stops are of `...`, and a bracket alone may be what is spoken of.
fn is_leftover(text: &str) -> bool {
    let is_bracket = |c: char| "()（）[]".contains(c);
    text.contains(|c| PUNCTUATION.contains(c))
        && !text.contains("..")
        && text.chars().all(|c| c.is_whitespace() || is_bracket(c) || PUNCTUATION.contains(c))
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn words_that_were_moved_out() {
        let files = [
            ("content/ar/a.md", "# A\n\nافتح علامة التبويب **،** الآن\n"),
            ("content/de/a.md", "# A\n\nÖffnen Sie die Registerkarte **„** E-Mail.\n"),
            ("content/en/a.md", "# A\n\nOpen the **\"** tab. Then **A**,**B**\n"),
            ("content/he/a.md", "# A\n\nבחר **'** זבל **\".** ..\n"),
            ("content/ja/a.md", "# A\n\n開く **「** 設定\n"),
            ("content/sl/a.md", "# A\n\n- Izberite datoteko **,** nato\n"),
            ("content/th/a.md", "# A\n\n| a |\n| - |\n| คลิก **\"** ถัดไป |\n"),
            ("content/zh-CN/a.md", "# A\n\n转到\" **\"** 页。\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/ar/a.md `**،**`: `**،**` makes only punctuation bold (put the words that are to be bold between the asterisks, or remove the asterisks)
        content/de/a.md `**„**`: `**„**` makes only punctuation bold (put the words that are to be bold between the asterisks, or remove the asterisks)
        content/en/a.md `**"**`: `**"**` makes only punctuation bold (put the words that are to be bold between the asterisks, or remove the asterisks)
        content/he/a.md `**'**`: `**'**` makes only punctuation bold (put the words that are to be bold between the asterisks, or remove the asterisks)
        content/he/a.md `**".**`: `**".**` makes only punctuation bold (put the words that are to be bold between the asterisks, or remove the asterisks)
        content/ja/a.md `**「**`: `**「**` makes only punctuation bold (put the words that are to be bold between the asterisks, or remove the asterisks)
        content/sl/a.md `**,**`: `**,**` makes only punctuation bold (put the words that are to be bold between the asterisks, or remove the asterisks)
        content/th/a.md `**"**`: `**"**` makes only punctuation bold (put the words that are to be bold between the asterisks, or remove the asterisks)
        content/zh-CN/a.md `**"**`: `**"**` makes only punctuation bold (put the words that are to be bold between the asterisks, or remove the asterisks)
        "#);
    }

    #[test]
    fn signs_that_are_meant() {
        let text = "# A\n\n**+** **...** **…** **>** **(** **?** **:** **\"...\"** `**\"**` **A**, **B**\\**,\\**\n\n    **,**\n";
        assert_eq!(findings(&CHECK, &[("content/en/a.md", text)]), "");
    }
}
