//! `empty-link`: a link or image without a target.

use crate::catalog::{Catalog, Target};

use super::{Check, Finding, Findings, Level, LinkForm, MadeIn, PageLink, Run};

pub(super) const CHECK: Check = Check {
    code: "empty-link",
    level: Level::Warning,
    made_in: MadeIn::Structure,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a link or image has no target",
    explanation: "\
## What it does
Checks for links and images whose target is missing, or only a `#`.

## Why is this bad?
The author meant to fill it in. Until then, the text is shown without a link.

## Example
```markdown
See [the guide]().
```

## Fix
Add the target, or remove the brackets.",
    run: Run::Link(run),
};

fn run(_: &Catalog, link: &PageLink<'_>, findings: &mut Findings<'_>) {
    if link.resolved.target != Target::Empty {
        return;
    }
    let what = match link.form {
        LinkForm::Link => "link",
        LinkForm::Image => "image",
    };
    let finding = Finding::new(link.span, format!("the {what} has no target"));
    findings.push(link.base.file, finding.help("add the target, or remove the brackets"));
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn an_anchor_is_no_link() {
        let text = "# A\n\n<a href=\"\" id=\"b\"></a> <A HREF='#' NAME=c> </A> <a id=\"d\" name=\"d2\" href=\"\"/>\n\n<a href=\"\" id=\"e\">\n</a>\n\n\
                    <a href=\"\" id=\"f\">words</a> <a href=\"\" id=\"\"></a>\n\n[b](#b) [c](#c) [d](#d) [e](#e) [f](#f)\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @r#"
        content/en/a.md `<a href="" id="f">words</a>`: the link has no target (add the target, or remove the brackets)
        content/en/a.md `<a href="" id=""></a>`: the link has no target (add the target, or remove the brackets)
        "#);
    }

    #[test]
    fn nothing_in_the_brackets() {
        let text = "# A\n\n[1]() [2](<>) [3](#) ![4]() <a href=\"\">5</a> [6](#a) [7](b.md)\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @r#"
        content/en/a.md `[1]()`: the link has no target (add the target, or remove the brackets)
        content/en/a.md `[2](<>)`: the link has no target (add the target, or remove the brackets)
        content/en/a.md `[3](#)`: the link has no target (add the target, or remove the brackets)
        content/en/a.md `![4]()`: the image has no target (add the target, or remove the brackets)
        content/en/a.md `<a href="">5</a>`: the link has no target (add the target, or remove the brackets)
        "#);
    }
}
