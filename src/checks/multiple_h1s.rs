//! `multiple-h1s`: a second heading of the first level.

use crate::catalog::File;
use crate::markdown::{Dialect, Heading, HeadingKind};

use super::check::line_of;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "multiple-h1s",
    level: Level::Warning,
    made_in: MadeIn::Structure,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an article has more than one level-1 heading",
    explanation: "\
## What it does
Checks for level-1 headings (`# …`) after the first one. In Starlight, the `title` of the front matter is the first one, unless the text begins with the same. Tabs (`# [Windows](#tab/windows)`) are not headings.

## Why is this bad?
The level-1 heading names the page, and a page has one name. Faqtory shows the others one level lower; other tools do not.

## Example
```markdown
# Reset a password

# For one user
```

## Fix
Write `## …`, and lower the headings below it as well.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let is_first_level = |heading: &&Heading| {
        heading.kind == HeadingKind::Written && is_first_level(heading.span.slice(&file.text))
    };
    let document = &file.document;
    // Only there is it certain that the page shows it: elsewhere that is the theme's to say.
    let is_headed = document.syntax.dialect == Dialect::Starlight && file.front_matter.title.is_some();
    let own = usize::from(!is_headed || document.title_heading().is_some());
    for heading in document.headings.iter().filter(is_first_level).skip(own) {
        let finding = Finding::new(
            line_of(file, heading.span),
            format!("`{}` is a second level-1 heading", heading.text),
        );
        findings.push(file, finding.help("make it a level-2 heading: `## …`"));
    }
}

/// `# A`, `A` underlined with `=`, `<h1>`.
fn is_first_level(written: &str) -> bool {
    let written = written.trim();
    if let Some(rest) = written.strip_prefix('#') {
        return !rest.starts_with('#');
    }
    let underlined = || {
        written.rsplit_once('\n').is_some_and(|(_, line)| {
            let line = line.trim_matches(['>', ' ', '\t', '\r']);
            !line.is_empty() && line.bytes().all(|byte| byte == b'=')
        })
    };
    written.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("<h1")) || underlined()
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn the_second_one_is_reported() {
        let text = "# A\n\n## B\n\n# C\n\nD\n===\n\n<h1>E</h1>\n\n# [T](#tab/t)\n\nx\n\n***\n\n**F**\n\nx\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @"
        content/en/a.md `# C`: `C` is a second level-1 heading (make it a level-2 heading: `## …`)
        content/en/a.md `D
        ===`: `D` is a second level-1 heading (make it a level-2 heading: `## …`)
        content/en/a.md `<h1>`: `E` is a second level-1 heading (make it a level-2 heading: `## …`)
        ");
        assert_eq!(findings(&CHECK, &[("content/en/a.md", "---\ntitle: A\n---\n# B\n\n## C\n")]), "");
    }

    #[test]
    fn the_front_matter_has_the_first_one() {
        let files = [
            ("astro.config.mjs", "export default { integrations: [starlight({ defaultLocale: 'en' })] }\n"),
            ("src/content/docs/a.md", "---\ntitle: A\n---\n# B\n\nText\n"),
            ("src/content/docs/same.md", "---\ntitle: A\n---\n# A\n\nText\n"),
            ("src/content/docs/none.md", "# A\n\nText\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"src/content/docs/a.md `# B`: `B` is a second level-1 heading (make it a level-2 heading: `## …`)");
    }
}
