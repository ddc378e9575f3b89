//! `media-not-played`: audio or video that is no file of the site.

use crate::catalog::{Catalog, Target};

use super::{Check, Finding, Findings, Level, LinkForm, MadeIn, PageLink, Run};

pub(super) const CHECK: Check = Check {
    code: "media-not-played",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "audio or video is not played on the page",
    explanation: "\
## What it does
Checks that `<video>` and `<audio>` lead to files of the site.

## Why is this bad?
Pages load nothing from other hosts. If no file of the site can be played, readers get a link instead.

## Example
```markdown
<video src=\"https://videos.example/reset.mp4\"></video>
```

## Fix
Put the file beside the article: `<video src=\"media/reset.mp4\"></video>`. If it is to stay where it is, write a link, or `[!VIDEO url]`.",
    run: Run::Link(run),
};

fn run(_: &Catalog, link: &PageLink<'_>, findings: &mut Findings<'_>) {
    // What leads nowhere, or has no address, is a finding of other checks.
    let is_passed_over = matches!(
        link.resolved.target,
        Target::Asset(_) | Target::Empty | Target::NotServed(_) | Target::Missing | Target::Generated
    );
    if link.form != LinkForm::Link || is_passed_over || !is_media(link.span.slice(&link.base.file.text)) {
        return;
    }
    let finding = Finding::new(
        link.destination_span,
        "this is not a file of the site, so it is not played on the page",
    )
    .help("put the file beside the article, or write a link");
    findings.push(link.base.file, finding);
}

/// Whether a link is part of audio or video.
fn is_media(written: &str) -> bool {
    let starts = |tag: &str| written.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    ["<video", "<audio", "<source", "<track"].into_iter().any(starts)
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn files_of_other_hosts() {
        let text = "# A\n\n<video src=\"https://v.example/a.mp4\"></video> <audio>\n<source src=\"b.mp3\"><source src=\"a.md\"></audio> <video src=\"\"></video>\n\n\
                    [c](https://v.example/c.mp4)\n";
        let files = [("content/en/a.md", text), ("content/en/b.mp3", "")];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `https://v.example/a.mp4`: this is not a file of the site, so it is not played on the page (put the file beside the article, or write a link)
        content/en/a.md `a.md`: this is not a file of the site, so it is not played on the page (put the file beside the article, or write a link)
        ");
    }
}
