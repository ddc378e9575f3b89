//! `placeholder-as-html`: a placeholder in angle brackets that is not HTML.

use std::cell::LazyCell;

use crate::catalog::File;
use crate::diagnostic::Applicability;
use crate::markdown::FlawKind;

use super::engine_residue;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "placeholder-as-html",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a placeholder looks like an HTML tag",
    explanation: "\
## What it does
Checks for `<name>` in running text where no HTML element has that name.

## Why is this bad?
Markdown treats it as HTML. Faqtory shows it as written, but other tools drop it, and a command without it is wrong.

## Example
```markdown
Run nslookup <domain>.
```

## Fix
Format the placeholder as code, `` `<domain>` ``, or write its first bracket as `&lt;`.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let raw_html = LazyCell::new(|| raw_html(&file.text));
    for flaw in &file.document.flaws {
        let FlawKind::PlaceholderAsHtml { name } = &flaw.kind else { continue };
        let written = flaw.span.slice(&file.text);
        if engine_residue::is_tag(written) {
            continue;
        }
        let shown = if written.is_empty() || written.contains('\n') {
            format!("<{name}>")
        } else {
            written.to_owned()
        };
        let mut finding = Finding::new(
            flaw.span,
            format!("`{shown}` looks like an HTML tag, but no element has that name"),
        )
        .help(format!("format it as code, `` `{shown}` ``, or write `&lt;` for the first bracket"));
        if written == shown && !written.contains('`') {
            let text = if flaw.span.start as usize > *raw_html {
                written.replacen('<', "&lt;", 1)
            } else {
                format!("`{written}`")
            };
            finding = finding.fix(Applicability::Unsafe, flaw.span, text);
        }
        findings.push(file, finding);
    }
}

/// Where raw HTML may begin: behind it backticks may be no code, while `&lt;` is a bracket everywhere.
fn raw_html(text: &str) -> usize {
    let is_marker = |c: char| c.is_whitespace() || c.is_ascii_digit() || ">-*+.)".contains(c);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches(is_marker);
        if content.starts_with('<') {
            return start + line.len() - content.len();
        }
        start += line.len();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn a_placeholder_and_a_tag() {
        let files = [("content/en/a.md", "# A\n\nRun nslookup <domain> <b>now</b>, `<fine>`.\n")];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `<domain>`: `<domain>` looks like an HTML tag, but no element has that name (format it as code, `` `<domain>` ``, or write `&lt;` for the first bracket)
          Unsafe: `<domain>` → ``<domain>``
        ");
    }

    #[test]
    fn behind_raw_html_brackets_are_escaped() {
        let files = [("content/en/a.md", "# A\n\n<p><host>\nand <name></p>\n\n- <b>x</b> <port>\n")];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `<host>`: `<host>` looks like an HTML tag, but no element has that name (format it as code, `` `<host>` ``, or write `&lt;` for the first bracket)
          Unsafe: `<host>` → `&lt;host>`
        content/en/a.md `<name>`: `<name>` looks like an HTML tag, but no element has that name (format it as code, `` `<name>` ``, or write `&lt;` for the first bracket)
          Unsafe: `<name>` → `&lt;name>`
        content/en/a.md `<port>`: `<port>` looks like an HTML tag, but no element has that name (format it as code, `` `<port>` ``, or write `&lt;` for the first bracket)
          Unsafe: `<port>` → `&lt;port>`
        ");
    }
}
