//! `bare-url`: an address in running text that is no link.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Severity, Span};
use crate::markdown::StrayKind;

use super::run::{in_blocks, shortened};
use super::{Check, Finding, Findings, Run};

pub(super) const CHECK: Check = Check {
    code: "bare-url",
    severity: Severity::Suggestion,
    summary: "an address in the text is no link",
    explanation: "\
## What it does
Looks for `http://…` and `https://…` in running text. Addresses of examples (`example.com`, `contoso.com`, `localhost`) and those with placeholders in them are left alone.

## Why is this bad?
Readers have to copy the address. Some tools make a link of it and some do not, and where it ends is a guess.

## Example
```markdown
Sign in at https://portal.office.com and choose a user.
```

## Fix
Write `[the admin center](https://portal.office.com)`, which says where it leads. An address that is to be copied is better written as code. `check --fix --unsafe-fixes` writes `<https://portal.office.com>`.",
    run: Run::File(run),
};

/// Hosts, and ends of hosts, that are examples.
const EXAMPLES: [&str; 7] =
    ["example.com", "example.org", "example.net", ".example", ".test", "localhost", "yourdomain.com"];

/// Names that Microsoft gives to companies that do not exist, anywhere in a host.
const COMPANIES: [&str; 4] = ["contoso", "fabrikam", "adatum", "northwindtraders"];

/// Characters that end an address.
const ENDS: &str = "<>\"`|*{}「」『』（）【】。、，；：！？“”„»«’‘";

fn run(file: &File, findings: &mut Findings<'_>) {
    for found in in_blocks(file, StrayKind::Address) {
        for stray in &found.strays {
            let rest = &file.text[stray.start as usize..found.block.span.end as usize];
            let before = &file.text[found.block.span.start as usize..stray.start as usize];
            let url = address(rest);
            if is_part_of_markup(before) || !is_whole(url, &rest[url.len()..]) {
                continue;
            }
            let span = Span { start: stray.start, end: Span::new(0, stray.start as usize + url.len()).end };
            let finding = Finding::new(span, format!("`{}` is no link", shortened(url)))
                .help("write `[text](address)`, or as code what is to be copied");
            findings.push(file, finding.fix(Applicability::Unsafe, span, format!("<{url}>")));
        }
    }
}

/// The address at the start of `text`, without the punctuation of the sentence.
fn address(text: &str) -> &str {
    let end =
        text.find(|c: char| c.is_whitespace() || c.is_control() || ENDS.contains(c)).unwrap_or(text.len());
    let mut url = &text[..end];
    loop {
        let shorter = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '_', '\\', '~']);
        let count = |c: char| shorter.matches(c).count();
        let shorter = match shorter.chars().next_back() {
            Some(')') if count(')') > count('(') => &shorter[..shorter.len() - 1],
            Some(']') if count(']') > count('[') => &shorter[..shorter.len() - 1],
            _ => shorter,
        };
        if shorter.len() == url.len() {
            return url;
        }
        url = shorter;
    }
}

/// Whether it leads to a real host, and nothing behind it belongs to it.
fn is_whole(url: &str, after: &str) -> bool {
    let host = url.split_once("://").map_or("", |(_, rest)| rest).split(['/', '?', '#', ':']).next();
    let host = host.unwrap_or("").to_ascii_lowercase();
    let is_host = host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
        && host.contains('.')
        && host.split('.').all(|label| !label.is_empty());
    let is_example = EXAMPLES.iter().any(|example| host.ends_with(example))
        || COMPANIES.iter().any(|company| host.contains(company));
    // `…?id= [your ID]` goes on behind the white space.
    let goes_on = after.starts_with(['<', '{', '*', '`']) || url.ends_with('=');
    is_host && !is_example && !goes_on && !url.contains(['[', ']', '\\'])
}

/// The target of a link that is none, a video or a directive: told by other checks.
fn is_part_of_markup(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or(before);
    let trimmed = before.trim_end();
    let is_target =
        trimmed.strip_suffix(['(', '（']).is_some_and(|rest| rest.trim_end().ends_with([']', '］']));
    let is_reversed = trimmed.strip_suffix('[').is_some_and(|rest| rest.trim_end().ends_with(')'));
    let is_directive = line.contains(":::") || line.rfind("[!").is_some_and(|at| !line[at..].contains(']'));
    is_target || is_reversed || is_directive
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    fn found(text: &str) -> String {
        findings(&CHECK, &[("content/en/a.md", &format!("# A\n\n{text}\n"))])
    }

    #[test]
    fn addresses_that_are_no_links() {
        insta::assert_snapshot!(found("Go to https://a.test.net/x_y?z=1&b=2. (See http://b.net/c_(d)) https://c.net。"), @r"
        content/en/a.md `https://a.test.net/x_y?z=1&b=2`: `https://a.test.net/x_y?z=1&b=2` is no link (write `[text](address)`, or as code what is to be copied)
          Unsafe: `https://a.test.net/x_y?z=1&b=2` → `<https://a.test.net/x_y?z=1&b=2>`
        content/en/a.md `http://b.net/c_(d)`: `http://b.net/c_(d)` is no link (write `[text](address)`, or as code what is to be copied)
          Unsafe: `http://b.net/c_(d)` → `<http://b.net/c_(d)>`
        content/en/a.md `https://c.net`: `https://c.net` is no link (write `[text](address)`, or as code what is to be copied)
          Unsafe: `https://c.net` → `<https://c.net>`
        ");
    }

    #[test]
    fn links_examples_and_placeholders() {
        assert_eq!(
            found(
                "<https://a.net> [x](https://a.net) `https://a.net` https://contoso.com https://{tenant}.a.net [https://a.net](b) [x] (https://a.net)\n\n[!VIDEO https://www.youtube.com/embed/x]\n\n    https://a.net\n"
            ),
            ""
        );
    }
}
