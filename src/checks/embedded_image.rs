//! `embedded-image`: an image written into the text of an article.

use crate::catalog::File;
use crate::markdown::Placement;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "embedded-image",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an image is embedded in the text of an article",
    explanation: "\
## What it does
Checks for images with a `data:` URL, which contains the image itself.

## Why is this bad?
Readers download the image again with every article, nobody can find or replace it, and translators see a line of a thousand letters.

## Example
```markdown
Choose ![Settings](data:image/png;base64,iVBORw0KGgo=).
```

## Fix
Save the image as a file beside the article and link to it.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for image in file.document.images.iter().filter(|image| image.placement == Placement::Body) {
        let start = image.destination.trim_start().get(..11);
        if start.is_some_and(|start| start.eq_ignore_ascii_case("data:image/")) {
            let length = image.destination.len();
            let finding =
                Finding::new(image.span, format!("the image is embedded in the text: {length} bytes"))
                    .help("save it as a file beside the article and link to it");
            findings.push(file, finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn from_markdown_and_html() {
        let text = "# A\n\n![a](data:image/png;base64,AAAA) <img src='data:image/gif;base64,AAAA' alt='b'> ![c](d.png)\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @"
        content/en/a.md `![a](data:image/png;base64,AAAA)`: the image is embedded in the text: 26 bytes (save it as a file beside the article and link to it)
        content/en/a.md `<img src='data:image/gif;base64,AAAA' alt='b'>`: the image is embedded in the text: 26 bytes (save it as a file beside the article and link to it)
        ");
    }
}
