//! `unfinished-merge`: the markers that `faqtory merge` leaves where something is to be translated.

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::translation::merge::{Mark, markers};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unfinished-merge",
    level: Level::Error,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a translation still has markers of a merge",
    explanation: "\
## What it does
Checks for the markers that `faqtory merge` writes into a draft: comments such as `<!-- faqtory: changed -->`, and `# faqtory: changed`
in front matter. Code is ignored.

## Why is this bad?
What a marker stands for is in the words of the source: readers see another language in the middle of the article.

## Example
```markdown
<!-- faqtory: changed -->
Ask for your money within a week.
<!-- faqtory: end -->
```

## Fix
Translate what is marked, and remove the markers.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let header = file.front_matter.span.map_or(0..0, Span::range);
    let markers = markers(&file.text, header, &file.document);
    let Some(first) = markers.first() else { return };
    let message = match markers.iter().filter(|marker| marker.mark != Mark::End).count() {
        0 => "a marker of a merge is left".to_owned(),
        1 => "a part is not translated yet".to_owned(),
        count => format!("{count} parts are not translated yet"),
    };
    let span = Span::new(first.span.start, first.span.end);
    let help = "translate what is marked, and remove the markers";
    findings.push(file, Finding::new(span, message).help(help));
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn markers_in_front_matter_text_items_and_cells() {
        let files = [
            ("content/de/a.md", "---\ntitle: A\n# faqtory: changed\ndescription: B\n---\n# Ä\n"),
            (
                "content/fr/b.md",
                "# É\n\n- un\n- two <!-- faqtory: new -->\n\n| a |\n|---|\n| b <!-- faqtory: changed --> |\n",
            ),
            ("content/he/c.md", "# א\n\n<!-- faqtory: changed -->\nWords.\n<!-- faqtory: end -->\n"),
            ("content/ja/d.md", "# あ\n\n文。\n<!-- faqtory: end -->\n"),
            ("content/lv/e.mdx", "# Ā\n\n{/* faqtory: new */}\nWords.\n{/* faqtory: end */}\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/a.md `# faqtory: changed`: a part is not translated yet (translate what is marked, and remove the markers)
        content/fr/b.md `<!-- faqtory: new -->`: 2 parts are not translated yet (translate what is marked, and remove the markers)
        content/he/c.md `<!-- faqtory: changed -->`: a part is not translated yet (translate what is marked, and remove the markers)
        content/ja/d.md `<!-- faqtory: end -->`: a marker of a merge is left (translate what is marked, and remove the markers)
        content/lv/e.mdx `{/* faqtory: new */}`: a part is not translated yet (translate what is marked, and remove the markers)
        ");
    }

    #[test]
    fn other_comments_and_code_are_none() {
        let files = [
            (
                "content/de/a.md",
                "---\ntitle: faqtory: new\n# faqtory: a note\n---\n# Ä\n\n`<!-- faqtory: new -->`\n\n```\n<!-- faqtory: changed -->\n```\n",
            ),
            ("content/fr/b.md", "# É\n\n<!-- faqtory-allow: bare-url -->\n<!-- faqtory: see the wiki -->\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"");
    }
}
