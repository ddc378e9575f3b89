//! `placeholder-as-html`: a placeholder in angle brackets that is not HTML.

use crate::catalog::File;
use crate::diagnostic::Applicability;
use crate::markdown::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "placeholder-as-html",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a placeholder looks like an HTML tag",
    explanation: "\
## What it does
Looks for `<name>` in running text where no such HTML element exists.

## Why is this bad?
Markdown takes it for HTML. Here it is shown as written, but elsewhere it vanishes, and a command without it is wrong.

## Example
```markdown
Run nslookup <domain>.
```

## Fix
Write the placeholder as code, `` `<domain>` ``, or its first bracket as `&lt;`.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        let FlawKind::PlaceholderAsHtml { name } = &flaw.kind else { continue };
        let written = flaw.span.slice(&file.text);
        let shown = if written.is_empty() || written.contains('\n') {
            format!("<{name}>")
        } else {
            written.to_owned()
        };
        let mut finding = Finding::new(
            flaw.span,
            format!("`{shown}` looks like an HTML tag, but there is none of that name"),
        )
        .help(format!("write `` `{shown}` `` as code, or `&lt;` for the first bracket"));
        if written == shown && !written.contains('`') {
            finding = finding.fix(Applicability::Unsafe, flaw.span, format!("`{written}`"));
        }
        findings.push(file, finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn a_placeholder_and_a_tag() {
        let files = [("content/en/a.md", "# A\n\nRun nslookup <domain> <b>now</b>, `<fine>`.\n")];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `<domain>`: `<domain>` looks like an HTML tag, but there is none of that name (write `` `<domain>` `` as code, or `&lt;` for the first bracket)
          Unsafe: `<domain>` → ``<domain>``
        "#);
    }
}
