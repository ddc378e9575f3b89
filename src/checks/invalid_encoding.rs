//! `invalid-encoding`: a file that is no UTF-8.

use crate::catalog::File;
use crate::diagnostic::Severity;

use super::{Check, Finding, Findings, Run};

pub(super) const CHECK: Check = Check {
    code: "invalid-encoding",
    severity: Severity::Warning,
    summary: "a file is not written in UTF-8",
    explanation: "\
## What it does
Looks for bytes that cannot be UTF-8, as in files saved in Windows-1252, ISO 8859 or UTF-16.

## Why is this bad?
Such bytes are shown as `?`, in the middle of words.

## Example
```text
caf\\xe9
```

## Fix
Save the file as UTF-8: every editor has a menu for it.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    if let Some(span) = file.not_utf8 {
        let finding =
            Finding::new(span, "this is no UTF-8; it is shown as `?`").help("save the file as UTF-8");
        findings.push(file, finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings_in, sources};
    use super::CHECK;

    #[test]
    fn the_first_byte_is_told() {
        let mut sources = sources(&[("content/en/a.md", "# Café\n")]);
        sources.texts.insert("content/en/b.md".into(), b"# caf\xe9 cr\xe8me\n".to_vec());
        insta::assert_snapshot!(findings_in(&CHECK, &sources), @r#"content/en/b.md ``: this is no UTF-8; it is shown as `?` (save the file as UTF-8)"#);
    }
}
