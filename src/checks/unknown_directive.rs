//! `unknown-directive`: a directive that means nothing.

use crate::catalog::File;
use crate::markdown::{Dialect, FlawKind, is_admonition};

use super::check::nearest;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unknown-directive",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "unknown directive",
    explanation: "\
## What it does
Checks for `:::name` and `[!NAME …]` with an unknown name. The content is kept.

## Why is this bad?
Readers see the directive as text, or miss what it should do.

## Example
```markdown
:::imge source=\"media/a.png\" alt-text=\"Settings\":::
```

## Fix
Correct the name, or use Markdown instead.",
    run: Run::File(run),
};

/// What a directive can be called.
const DIRECTIVES: [&str; 11] = [
    ":::image",
    ":::row",
    ":::row-end",
    ":::column",
    ":::column-end",
    ":::zone",
    ":::zone-end",
    "[!INCLUDE",
    "[!VIDEO",
    "[!NOTE",
    "[!TIP",
];

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        let FlawKind::UnknownDirective { name } = &flaw.kind else { continue };
        let bare = |known: &'static str| known.trim_start_matches([':', '[', '!']);
        let near = nearest(name, DIRECTIVES.into_iter().map(bare));
        let known = near.and_then(|near| DIRECTIVES.into_iter().find(|known| bare(known) == near));
        let is_foreign =
            file.document.syntax.dialect == Dialect::Plain && flaw.span.slice(&file.text).starts_with(":::");
        let help = match known {
            _ if is_foreign && is_admonition(name) => {
                "`[content] dialect = \"docusaurus\"` or `\"vitepress\"` in faqtory.toml reads it; else write it as `> [!NOTE]`"
                    .to_owned()
            }
            Some(known) => format!("did you mean `{known}`?"),
            None => "remove it, or use Markdown instead".to_owned(),
        };
        findings.push(file, Finding::new(flaw.span, format!("unknown directive `{name}`")).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn names_that_mean_nothing() {
        let files = [(
            "content/en/a.md",
            "# A\n\n:::imge source=\"a.png\":::\n\n:::moniker\n\nText\n\n:::\n\n::: warning Title\n\nText\n\n:::\n\nSee [!UICONTROL Save]\n",
        )];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `:::imge source="a.png":::`: unknown directive `imge` (did you mean `:::image`?)
        content/en/a.md `::: warning Title`: unknown directive `warning` (`[content] dialect = "docusaurus"` or `"vitepress"` in faqtory.toml reads it; else write it as `> [!NOTE]`)
        content/en/a.md `UICONTROL`: unknown directive `UICONTROL` (remove it, or use Markdown instead)
        "#);
    }
}
