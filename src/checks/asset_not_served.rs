//! `asset-not-served`: a link or image leads to a file that the site does not hold.

use crate::assets::NotServed;
use crate::catalog::{Catalog, Target};

use super::{Check, Finding, Findings, Level, LinkForm, MadeIn, PageLink, Run};

pub(super) const CHECK: Check = Check {
    code: "asset-not-served",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a link or image leads to a file that is not served",
    explanation: "\
## What it does
Checks for links and images that lead to a file the site does not serve. Images, audio, video, fonts, PDF, office documents, archives, text and CSV are served, but no other type, no image that contains HTML, and no SVG that browsers cannot read.

## Why is this bad?
Anyone who can add an article can add a file beside it. HTML, scripts and some XML would run as part of this site, so such a file is not copied: the link is shown as plain text, the image as its alternative text.

## Example
```markdown
See [the form](media/form.html).
```

## Fix
Link to a file of a type that is served, such as a PDF or a ZIP archive. To serve another harmless type, add `assets = [\"ps1\"]` under `[content]` in `faqtory.toml`. HTML and types that can run code cannot be added.",
    run: Run::Link(run),
};

fn run(catalog: &Catalog, link: &PageLink<'_>, findings: &mut Findings<'_>) {
    let Target::NotServed(asset) = link.resolved.target else { return };
    let span = match link.form {
        LinkForm::Link if link.is_of_own_image() => return,
        LinkForm::Link => link.span,
        LinkForm::Image => link.destination_span,
    };
    let Err(not_served) = &catalog.assets[asset].served else { return };
    let (reason, help) = reason(catalog, not_served);
    let message = format!("the file at `{}` is not served: {reason}", link.destination);
    findings.push(link.base.file, Finding::new(span, message).help(help));
}

/// Why a file is not served, and what to do.
pub(super) fn reason(catalog: &Catalog, not_served: &NotServed) -> (String, String) {
    let other = "link to a file of another type, such as a PDF or a ZIP archive".to_owned();
    match not_served {
        NotServed::Unlisted(extension) => (
            format!("files of type `{extension}` are not allowed"),
            match catalog.types.line_with(extension) {
                Some(line) => {
                    format!("to serve files of this type, write `{line}` under `[content]` in faqtory.toml")
                }
                None => "rename the file, or link to where it is hosted".to_owned(),
            },
        ),
        NotServed::Untyped => {
            ("its name has no extension".to_owned(), "give the file an extension".to_owned())
        }
        NotServed::Page(extension) => {
            (format!("`{extension}` files can contain scripts, which would run as part of this site"), other)
        }
        NotServed::Program(extension) => {
            (format!("`{extension}` files can run in the browser, on the server or when opened"), other)
        }
        NotServed::Content(refusal) => (refusal.to_string(), refusal.help().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, findings_in, sources};
    use super::CHECK;
    use crate::assets::judge;

    #[test]
    fn types_that_are_not_served() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\n[page](m/a.html) ![image](m/a.HTM) <a href=\"m/a.exe\">x</a> [script](m/a.ps1) [none](m/a) [odd](<m/a.x,y>) [sound](m/a.pdf)\n",
            ),
            ("content/en/toc.yml", "- name: A\n  href: m/a.php\n"),
            ("content/en/m/a.html", ""),
            ("content/en/m/a.HTM", ""),
            ("content/en/m/a.exe", ""),
            ("content/en/m/a.ps1", ""),
            ("content/en/m/a", ""),
            ("content/en/m/a.x,y", ""),
            ("content/en/m/a.pdf", ""),
            ("content/en/m/a.php", ""),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `[page](m/a.html)`: the file at `m/a.html` is not served: `html` files can contain scripts, which would run as part of this site (link to a file of another type, such as a PDF or a ZIP archive)
        content/en/a.md `m/a.HTM`: the file at `m/a.HTM` is not served: `htm` files can contain scripts, which would run as part of this site (link to a file of another type, such as a PDF or a ZIP archive)
        content/en/a.md `<a href="m/a.exe">x</a>`: the file at `m/a.exe` is not served: `exe` files can run in the browser, on the server or when opened (link to a file of another type, such as a PDF or a ZIP archive)
        content/en/a.md `[script](m/a.ps1)`: the file at `m/a.ps1` is not served: files of type `ps1` are not allowed (to serve files of this type, write `assets = ["ps1"]` under `[content]` in faqtory.toml)
        content/en/a.md `[none](m/a)`: the file at `m/a` is not served: its name has no extension (give the file an extension)
        content/en/a.md `[odd](<m/a.x,y>)`: the file at `m/a.x,y` is not served: files of type `x,y` are not allowed (rename the file, or link to where it is hosted)
        content/en/toc.yml `m/a.php`: the file at `m/a.php` is not served: `php` files can run in the browser, on the server or when opened (link to a file of another type, such as a PDF or a ZIP archive)
        "#);
    }

    #[test]
    fn files_that_are_not_what_their_name_says() {
        let text = "# A\n\n:::image source=\"a.png\" alt-text=\"x\" lightbox=\"a.png\":::\n\n![x](b.svg) ![y](c.svg) ![z](d.svg) ![e](e.svg)\n";
        let files = [
            ("content/en/a.md", text),
            ("content/en/a.png", "<html>"),
            ("content/en/b.svg", "<svg xmlns='http://www.w3.org/2000/svg'>\n <g></svg>"),
            ("content/en/c.svg", "<svg/>"),
            ("content/en/d.svg", "<svg xmlns='http://www.w3.org/2000/svg'>&nbsp;</svg>"),
            ("content/en/e.svg", "\0"),
        ];
        let mut sources = sources(&files);
        for (path, asset) in &mut sources.assets {
            let (_, text) = files.iter().find(|(name, _)| **name == **path).unwrap();
            asset.content = judge(&path[path.len() - 3..], text.as_bytes());
        }
        insta::assert_snapshot!(findings_in(&CHECK, &sources), @r#"
        content/en/a.md `a.png`: the file at `a.png` is not served: it contains HTML or XML, which some hosts would serve as a page (replace it with a file of the type that its name says)
        content/en/a.md `b.svg`: the file at `b.svg` is not served: it is not well-formed XML (line 2, column 5: something that is never closed, or an end tag without a start tag) (replace it with a file of the type that its name says)
        content/en/a.md `c.svg`: the file at `c.svg` is not served: its root is not an `svg` element with `xmlns="http://www.w3.org/2000/svg"` (replace it with a file of the type that its name says)
        content/en/a.md `d.svg`: the file at `d.svg` is not served: it is not well-formed XML (line 1, column 41: an unknown entity) (write the character itself or its number: `&#160;` for `&nbsp;`)
        content/en/a.md `e.svg`: the file at `e.svg` is not served: its encoding is unknown (save it as UTF-8)
        "#);
    }
}
