//! `symbolic-link-not-followed`: a symbolic link that leads to nothing, or to what is not input.

use crate::catalog::{Catalog, LinkFault};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "symbolic-link-not-followed",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a symbolic link is broken, or leads out of the project",
    explanation: "\
## What it does
Checks for symbolic links among articles, messages and theme files that are not followed. A link is followed if it leads to a file or folder of the project, of the git work tree around it, or of a folder listed in `[content] follow`; but not to anything that git ignores, not to a name that begins with a dot, such as `.git` or `.env`, not to a device, and not back to itself.

## Why is this bad?
The file is missing from the site. Following every link would be worse: anyone who can contribute an article could publish any file of the machine that builds the site, secrets included.

## Example
```text
content/en/license.md -> ../../../legal/license.md
```

## Fix
Replace the link with the file itself. To allow links to a folder outside the project, list it in `faqtory.toml`:

```toml
[content]
follow = [\"../legal\"]
```",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for (path, fault) in &catalog.refused_links {
        let finding = Finding::of_file(format!("the symbolic link {fault}")).help(help(fault));
        findings.push_at(path, finding);
    }
}

fn help(fault: &LinkFault) -> String {
    match fault {
        LinkFault::Outside { follow: Some(folders) } => {
            let folders: Vec<String> = folders.iter().map(|folder| quoted(folder)).collect();
            format!(
                "replace the link with the file, or allow that folder in faqtory.toml: `[content] follow = [{}]`",
                folders.join(", ")
            )
        }
        LinkFault::Dangling | LinkFault::Circle => "remove it, or point it at a file".to_owned(),
        LinkFault::Unknown(_) => "replace the link with the file, or make git work here".to_owned(),
        LinkFault::Outside { follow: None } | LinkFault::System => "remove the link".to_owned(),
        LinkFault::Hidden(_) | LinkFault::Ignored | LinkFault::Output | LinkFault::TooOften => {
            "replace the link with the file, or remove it".to_owned()
        }
    }
}

/// A text of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings_in, sources};
    use super::{CHECK, LinkFault, quoted};

    #[test]
    fn each_says_why_and_what_would_let_it() {
        let mut sources = sources(&[("content/en/a.md", "# A\n")]);
        let outside = LinkFault::Outside { follow: Some(vec!["../x".to_owned(), "/srv/y".to_owned()]) };
        for (path, fault) in [
            ("content/en/b.md", outside),
            ("content/en/c.md", LinkFault::Dangling),
            ("content/en/d.md", LinkFault::Hidden(".git".to_owned())),
            ("locales/en/e.ftl", LinkFault::Ignored),
        ] {
            sources.not_read.insert(path.into(), fault.into());
        }
        insta::assert_snapshot!(findings_in(&CHECK, &sources), @r#"
        content/en/b.md ``: the symbolic link leads out of the project (replace the link with the file, or allow that folder in faqtory.toml: `[content] follow = ["../x", "/srv/y"]`)
        content/en/c.md ``: the symbolic link is broken (remove it, or point it at a file)
        content/en/d.md ``: the symbolic link leads to `.git`; files and folders with such a name are never read (replace the link with the file, or remove it)
        locales/en/e.ftl ``: the symbolic link leads to something that git ignores (replace the link with the file, or remove it)
        "#);
    }

    #[test]
    fn folders_are_quoted_as_toml() {
        for folder in ["../x", "a \"b\" \\c"] {
            let text = format!("[content]\nfollow = [{}]\n", quoted(folder));
            assert_eq!(crate::config::Config::parse(&text).unwrap().content.follow, [folder]);
        }
    }
}
