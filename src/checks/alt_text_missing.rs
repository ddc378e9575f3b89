//! `alt-text-missing`: an image that nobody describes.

use std::collections::BTreeSet;

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::{Image, Placement};

use super::check::shortened;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "alt-text-missing",
    level: Level::Warning,
    made_in: MadeIn::Structure,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "an image has no alternative text",
    explanation: "\
## What it does
Checks for images without alternative text. An image that is only decoration is exempt if it is marked as such: `<img alt=\"\">` or `:::image type=\"icon\"`.

## Why is this bad?
Readers who cannot see the image get its file name, or nothing. So do search engines, and everyone else if the image fails to load.

## Example
```markdown
![](media/reset.png)
```

## Fix
Describe in a few words what the image shows: `![The Reset password button](media/reset.png)`.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let is_silent = |image: &&Image| image.alt.trim().is_empty();
    let images = || file.document.images.iter();
    if !images().any(|image| is_silent(&image)) {
        return;
    }
    // A larger image that one leads to stands at the same place.
    let described: BTreeSet<Span> =
        images().filter(|image| !is_silent(image)).map(|image| image.span).collect();
    for image in images().filter(|image| image.placement == Placement::Body).filter(is_silent) {
        // What shows images of the front matter takes those without words for decoration.
        let is_of_body = image.span.start >= file.front_matter.body_start;
        if !is_of_body || is_decoration(image.span.slice(&file.text)) || described.contains(&image.span) {
            continue;
        }
        let shown = match &*shortened(without_data(&image.destination)) {
            "" => "the image".to_owned(),
            shown => format!("the image `{shown}`"),
        };
        let finding = Finding::new(image.span, format!("{shown} has no alternative text"));
        let help = if is_in_line(file, image) {
            "describe in a few words what it shows, or write `<img alt=\"\">` if the text beside it says so"
        } else {
            "describe in a few words what it shows"
        };
        findings.push(file, finding.help(help));
    }
}

/// Bytes on each side of an image in which words are looked for.
const BESIDE: usize = 200;

/// Whether words stand beside the image in its line, which may say what it shows.
fn is_in_line(file: &File, image: &Image) -> bool {
    let (start, end) = (image.span.start as usize, image.span.end as usize);
    let from = file.text.ceil_char_boundary(start.saturating_sub(BESIDE));
    let to = file.text.floor_char_boundary(end + BESIDE);
    let before = file.text.get(from..start).and_then(|before| before.rsplit('\n').next());
    let after = file.text.get(end..to).and_then(|after| after.split('\n').next());
    [before, after].into_iter().flatten().any(|text| text.contains(char::is_alphabetic))
}

/// An image that is written into the article has no name.
fn without_data(destination: &str) -> &str {
    if destination.starts_with("data:") {
        destination.split([';', ',']).next().unwrap_or("")
    } else {
        destination
    }
}

/// Whether the author said that there is nothing to describe.
fn is_decoration(written: &str) -> bool {
    let lower = written.to_ascii_lowercase();
    // The poster of a video is there until it is played.
    if lower.starts_with("<video") {
        return true;
    }
    if lower.starts_with('<') {
        return lower.contains("alt=\"\"") || lower.contains("alt=''");
    }
    lower.starts_with(":::") && (lower.contains("type=\"icon\"") || lower.contains("type='icon'"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn every_way_of_writing_an_image() {
        let text = "# A\n\n![](a.png) ![ ](b.png) ![]() ![x](c.png) <img src=\"d.png\"> <img src=\"e.png\" alt=\"\">\n\n\
            :::image source=\"f.png\":::\n\n:::image type=\"icon\" source=\"g.png\":::\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @r#"
        content/en/a.md `![](a.png)`: the image `a.png` has no alternative text (describe in a few words what it shows, or write `<img alt="">` if the text beside it says so)
        content/en/a.md `![ ](b.png)`: the image `b.png` has no alternative text (describe in a few words what it shows, or write `<img alt="">` if the text beside it says so)
        content/en/a.md `![]()`: the image has no alternative text (describe in a few words what it shows, or write `<img alt="">` if the text beside it says so)
        content/en/a.md `<img src="d.png">`: the image `d.png` has no alternative text (describe in a few words what it shows, or write `<img alt="">` if the text beside it says so)
        content/en/a.md `:::image source="f.png":::`: the image `f.png` has no alternative text (describe in a few words what it shows)
        "#);
    }
}
