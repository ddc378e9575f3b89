//! `image-not-found`: an image that does not exist.

use crate::catalog::{Catalog, Target};
use crate::diagnostic::Applicability;

use super::{Check, Finding, Findings, Level, LinkForm, MadeIn, PageLink, Run};

pub(super) const CHECK: Check = Check {
    code: "image-not-found",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "an image does not exist",
    explanation: "\
## What it does
Checks every image within the content: relative, and from the root of the docset (`~/`, `/`). An image that a translation lacks is taken from the source locale.

## Why is this bad?
Readers see the alternative text, and miss the steps that only the image shows.

## Example
```markdown
![The settings page](media/setings.png)
```

## Fix
Correct the path, or add the image. If another file has a similar name, the help suggests it.",
    run: Run::Link(run),
};

fn run(catalog: &Catalog, link: &PageLink<'_>, findings: &mut Findings<'_>) {
    if link.form != LinkForm::Image || link.resolved.target != Target::Missing {
        return;
    }
    if catalog.images_elsewhere.contains(&link.base.file.docset) {
        return;
    }
    let finding = Finding::new(link.destination_span, format!("no image at `{}`", link.destination));
    let finding = link.suggest(catalog, finding, "correct the path, or add the image");
    findings.push(link.base.file, finding);
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn what_nobody_sees_in_the_name_of_a_file_does_not_count() {
        let text = "# A\n\n![p](pic.png) ![p](p\u{200b}ic.png) ![q](media/q.png)\n";
        let files = [
            ("content/en/a.md", text),
            ("content/en/p\u{200b}ic.png", ""),
            ("content/en/me\u{ad}dia/q.png", ""),
        ];
        assert_eq!(findings(&CHECK, &files), "");
    }

    #[test]
    fn a_missing_image_is_reported_with_the_nearest() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\n![a](media/setings.png) ![a](media/settinks.png) ![b](media/settings.png) ![c](https://e.example/x.png)\n",
            ),
            ("content/en/b.md", "# B\n\n<img src=\"media/gone.png\" alt=\"x\">\n"),
            ("content/en/media/settings.png", ""),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `media/setings.png`: no image at `media/setings.png` (did you mean `media/settings.png`?)
          Safe: `media/setings.png` → `media/settings.png`
        content/en/a.md `media/settinks.png`: no image at `media/settinks.png` (did you mean `media/settings.png`?)
          Unsafe: `media/settinks.png` → `media/settings.png`
        content/en/b.md `media/gone.png`: no image at `media/gone.png` (correct the path, or add the image)
        "#);
    }
}
