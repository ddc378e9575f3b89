//! `unknown-video-host`: a video from a host that is not allowed.

use crate::catalog::File;
use crate::markdown::FlawKind;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unknown-video-host",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a video is on a host that is not allowed",
    explanation: "\
## What it does
Checks that every `[!VIDEO url]` is on a host of Microsoft, YouTube or Vimeo.

## Why is this bad?
The video is not shown; readers see its URL as text.

## Example
```markdown
[!VIDEO https://videos.example/embed/1]
```

## Fix
Write a link instead: `[Watch the video](https://videos.example/1)`.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        let FlawKind::UnknownVideoHost { host } = &flaw.kind else { continue };
        let message = if host.is_empty() {
            "this is not the URL of a video".to_owned()
        } else {
            format!("videos from `{host}` are not allowed, so this one is not shown")
        };
        findings
            .push(file, Finding::new(flaw.span, message).help("write a link instead: `[title](https://…)`"));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn hosts() {
        let files = [(
            "content/en/a.md",
            "# A\n\n[!VIDEO https://videos.example/1]\n\n[!VIDEO https://www.youtube.com/embed/x]\n\n[!VIDEO x]\n",
        )];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `https://videos.example/1`: videos from `videos.example` are not allowed, so this one is not shown (write a link instead: `[title](https://…)`)
        content/en/a.md `x`: this is not the URL of a video (write a link instead: `[title](https://…)`)
        ");
    }
}
