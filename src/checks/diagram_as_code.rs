//! `diagram-as-code`: a diagram or a formula that other generators draw and that readers see here as code.

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::BlockKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "diagram-as-code",
    level: Level::Suggestion,
    made_in: MadeIn::Structure,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a diagram or formula is shown as code",
    explanation: "\
## What it does
Looks for blocks of Mermaid, PlantUML, Graphviz, LaTeX and the like, and for formulas between `$$`. There is one finding a file, at the first.

## Why is this bad?
Readers see the text that the picture is made from. It stays readable, but a picture with alternative text says more, and works in every browser and on paper.

## Example
````markdown
```mermaid
graph LR; Order --> Invoice;
```
````

## Fix
Draw it once, save it as SVG beside the article, and show it as an image with alternative text. If the text is what readers need, keep it, and name no language.",
    run: Run::File(run),
};

/// The languages of diagrams, and those of formulas.
const DIAGRAMS: [&str; 7] = ["mermaid", "plantuml", "puml", "graphviz", "dot", "d2", "vega-lite"];
const FORMULAS: [&str; 4] = ["math", "latex", "katex", "tex"];

fn run(file: &File, findings: &mut Findings<'_>) {
    let document = &file.document;
    let codes = document.codes.iter().filter_map(|code| {
        let named = |names: &[&str]| names.iter().any(|name| code.language.eq_ignore_ascii_case(name));
        let what = match () {
            () if named(&DIAGRAMS) => "diagram",
            () if named(&FORMULAS) => "formula",
            () => return None,
        };
        Some((what, document.blocks.get(code.block as usize)?.span))
    });
    let paragraphs = document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let formulas = paragraphs.filter(|block| is_formula(block.span.slice(&file.text)));
    let found: Vec<(&str, Span)> = codes.chain(formulas.map(|block| ("formula", block.span))).collect();
    let Some((what, span)) = found.iter().min_by_key(|(_, span)| span.start) else { return };
    let line = span.slice(&file.text).lines().next().map_or(0, str::len);
    let place = Span::new(span.start as usize, span.start as usize + line);
    let message = match found.len() {
        1 => format!("this {what} is shown as it is written, not drawn"),
        count => {
            format!("this {what} is shown as it is written, not drawn, like {} more in this file", count - 1)
        }
    };
    let help = "show it as an image with alternative text".to_owned();
    findings.push(file, Finding::new(place, message).help(help));
}

/// Whether a paragraph is a formula between `$$`.
fn is_formula(text: &str) -> bool {
    text.trim()
        .strip_prefix("$$")
        .and_then(|rest| rest.strip_suffix("$$"))
        .is_some_and(|formula| !formula.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn diagrams_and_formulas() {
        let one = "# A\n\n```js\na\n```\n\n```Mermaid\ngraph LR\n```\n";
        let more = "# A\n\n$$\nx^2\n$$\n\n- x\n\n  ```math\n  y\n  ```\n\n```dot\nz\n```\n";
        let none = "# A\n\nIt costs $$ or $$$.\n\n$$\n\n`$$x$$`\n\n```\nmermaid\n```\n\n$$ a $$ b\n";
        let files = [("content/en/a.md", one), ("content/en/b.md", more), ("content/en/c.md", none)];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md ````Mermaid`: this diagram is shown as it is written, not drawn (show it as an image with alternative text)
        content/en/b.md `$$`: this formula is shown as it is written, not drawn, like 2 more in this file (show it as an image with alternative text)
        ");
    }
}
