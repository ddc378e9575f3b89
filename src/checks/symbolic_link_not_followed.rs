//! `symbolic-link-not-followed`: a symbolic link that leads to nothing, or to what is not input.

use crate::catalog::{Catalog, LinkFault};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "symbolic-link-not-followed",
    level: Level::Error,
    made_in: MadeIn::Text,
    fixes: &[],
    since: "0.1.0",
    summary: "a symbolic link is broken, or leads out of the project",
    explanation: "\
## What it does
Tells every symbolic link among articles, messages and files of the theme that is not followed. One is followed if it leads to a
file or folder of the project, of the git work tree around it, or of a folder that `[content] follow` names; but not to what git
ignores, not to a name that begins with a dot, such as `.git` or `.env`, not to a device, and not back to itself.

## Why is this bad?
What the link leads to is missing from the site. To follow every link would be worse: whoever may contribute an article could
publish any file of the machine that builds the site, its secrets among them.

## Example
```text
content/en/license.md -> ../../../legal/license.md
```

## Fix
Put the file itself there. To let links lead to a folder outside the project, name it in `faqtory.toml`:

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
                "put the file itself there, or let links lead to that folder in faqtory.toml: `[content] follow = [{}]`",
                folders.join(", ")
            )
        }
        LinkFault::Dangling | LinkFault::Circle => "remove it, or let it lead to a file".to_owned(),
        LinkFault::Unknown(_) => "put the file itself there, or let git answer".to_owned(),
        LinkFault::Outside { follow: None } | LinkFault::System => "remove the link".to_owned(),
        LinkFault::Hidden(_) | LinkFault::Ignored | LinkFault::Output | LinkFault::TooOften => {
            "put the file itself there, or remove the link".to_owned()
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
        content/en/b.md ``: the symbolic link leads out of the project (put the file itself there, or let links lead to that folder in faqtory.toml: `[content] follow = ["../x", "/srv/y"]`)
        content/en/c.md ``: the symbolic link leads to nothing (remove it, or let it lead to a file)
        content/en/d.md ``: the symbolic link leads to `.git`; nothing of such a name is read (put the file itself there, or remove the link)
        locales/en/e.ftl ``: the symbolic link leads to what git ignores (put the file itself there, or remove the link)
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
