//! `image-not-shown`: an image that no page shows, although there may be one.

use crate::catalog::{Catalog, Picture, Target};
use crate::diagnostic::{Applicability, Span};
use crate::markdown::unsafe_image_scheme;

use super::insecure_link::{host, is_known};
use super::{Check, Finding, Findings, Level, LinkForm, MadeIn, PageLink, Run};

pub(super) const CHECK: Check = Check {
    code: "image-not-shown",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "an image comes from a host that is not allowed",
    explanation: "\
## What it does
Pages show images of the site itself, and images of other sites over `https:`; `[site] allow` can limit these to certain hosts. Checks for images from anywhere else: over `http:`, from a host that is not allowed, from an article or an email address.

## Why is this bad?
Readers see only the alternative text. An unencrypted image can be read and changed in transit, so browsers do not load it on a secure page.

## Example
```markdown
![The settings page](http://example.com/settings.png)
```

## Fix
Put the image beside the article, or use `https:`. `check --fix` does the latter for sites known to support it.",
    run: Run::Link(run),
};

fn run(catalog: &Catalog, link: &PageLink<'_>, findings: &mut Findings<'_>) {
    if link.form != LinkForm::Image || catalog.picture(link.resolved.target.clone()) != Picture::None {
        return;
    }
    let (message, help) = match &link.resolved.target {
        Target::External(_) if host(link.destination, "http://").is_some() => {
            return findings.push(link.base.file, insecure(link));
        }
        Target::External(url) => (
            format!("the image `{url}` is not shown: its host is not allowed"),
            "put the image beside the article, or add its host to `[site] allow` in faqtory.toml",
        ),
        Target::Special(url) if unsafe_image_scheme(url).is_some() => return,
        Target::Special(url) => {
            (format!("the image `{url}` is not shown: this is not the URL of an image"), "correct the URL")
        }
        Target::Here
        | Target::Article { .. }
        | Target::Home { .. }
        | Target::Section { .. }
        | Target::Made(_) => (
            format!("the image `{}` is not shown: a page is not an image", link.destination),
            "correct the path, or make it a link",
        ),
        // Reported by other checks.
        Target::Asset(_) | Target::NotServed(_) | Target::Missing | Target::Generated | Target::Empty => {
            return;
        }
    };
    findings.push(link.base.file, Finding::new(link.destination_span, message).help(help));
}

fn insecure(link: &PageLink<'_>) -> Finding {
    let span = link.destination_span;
    let message =
        format!("the image `{}` is not shown: pages load images only over `https:`", link.destination);
    let finding = Finding::new(span, message).help("use `https:`, or put the image beside the article");
    if !link.is_verbatim() {
        return finding;
    }
    let known = host(link.destination, "http://").is_some_and(|host| is_known(&host));
    let applicability = if known { Applicability::Safe } else { Applicability::Unsafe };
    finding.fix(applicability, Span { start: span.start, end: span.start + 4 }, "https")
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn what_no_page_shows_as_an_image() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\n![1](http://e.example/x.png) ![2](HTTP://github.com/x.png) ![3](https://e.example/x.png) ![4](//e.example/x.png)\n\
                 ![5](b.md) ![6](mailto:a@e.example) ![7](ftp://e.example/x.png) ![8](#a) ![9](data:image/png;base64,AA==) ![10](javascript:x)\n\
                 <img src=\"http://e.example/y.png\" alt=\"y\"> ![11](gone.png) ![12]() ![13](http:\\\\e.example/x.png)\n\n\
                 :::image source=\"http://e.example/z.png\" alt-text=\"z\":::\n",
            ),
            ("content/en/b.md", "# B\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r"
        content/en/a.md `http://e.example/x.png`: the image `http://e.example/x.png` is not shown: pages load images only over `https:` (use `https:`, or put the image beside the article)
          Unsafe: `http` → `https`
        content/en/a.md `HTTP://github.com/x.png`: the image `HTTP://github.com/x.png` is not shown: pages load images only over `https:` (use `https:`, or put the image beside the article)
          Safe: `HTTP` → `https`
        content/en/a.md `b.md`: the image `b.md` is not shown: a page is not an image (correct the path, or make it a link)
        content/en/a.md `mailto:a@e.example`: the image `mailto:a@e.example` is not shown: this is not the URL of an image (correct the URL)
        content/en/a.md `ftp://e.example/x.png`: the image `ftp://e.example/x.png` is not shown: this is not the URL of an image (correct the URL)
        content/en/a.md `#a`: the image `#a` is not shown: a page is not an image (correct the path, or make it a link)
        content/en/a.md `http://e.example/y.png`: the image `http://e.example/y.png` is not shown: pages load images only over `https:` (use `https:`, or put the image beside the article)
          Unsafe: `http` → `https`
        content/en/a.md `http:\\e.example/x.png`: the image `http:\e.example/x.png` is not shown: its host is not allowed (put the image beside the article, or add its host to `[site] allow` in faqtory.toml)
        content/en/a.md `http://e.example/z.png`: the image `http://e.example/z.png` is not shown: pages load images only over `https:` (use `https:`, or put the image beside the article)
          Unsafe: `http` → `https`
        ");
    }
}
