//! `human-translation-replaced`: a machine has replaced what a person translated.

use crate::translation::Replaced;

use super::{Check, Compared, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "human-translation-replaced",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a machine replaced the translation of a person",
    explanation: "\
## What it does
Asks git for earlier texts of translations that a machine has made, the last eight of each, and reports those that a person had translated
before. It counts the blocks that the machine has reworded although their source had not changed. Git is only asked with
`[status] history = true`.

## Why is this bad?
The work of a person is lost, and readers get a text that nobody has read.

## Example
```diff
-translation_type: HT
+translation_type: MT
```

## Fix
Take back the blocks that have not changed: `faqtory merge` drafts a translation that keeps them.",
    run: Run::Translation(run),
};

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let Some(Replaced { reworded }) = compared.replaced else { return };
    let Some(made) = &compared.article.file.front_matter.translation_type else { return };
    let blocks = match reworded {
        None | Some(0) => String::new(),
        Some(1) => "; 1 block of it was reworded although its source had not changed".to_owned(),
        Some(count) => format!("; {count} blocks of it were reworded although their source had not changed"),
    };
    let finding = Finding::new(made.span, format!("a machine replaced the translation of a person{blocks}"))
        .help("take the blocks that have not changed from the earlier translation, which git has");
    findings.push(&compared.article.file, finding);
}

#[cfg(test)]
mod tests {
    use super::super::tests::{STATES, findings};
    use super::CHECK;

    /// `tests/it/year.rs` has a repository in which something is found.
    #[test]
    fn nothing_is_found_where_git_is_not_asked() {
        assert_eq!(findings(&CHECK, &STATES), "");
    }
}
