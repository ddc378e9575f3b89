//! `invalid-metadata-value`: a value of the front matter that cannot be what its key asks for.

use crate::catalog::{Article, Catalog, File};
use crate::diagnostic::Applicability;
use crate::front_matter::{FlawKind, Taken, quoted};

use super::check::shortened;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "invalid-metadata-value",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "a front matter value is invalid",
    explanation: "\
## What it does
Checks that every value fits its key: a title is a single text, a source hash has 40 hexadecimal digits, a translation type is human or machine, and an old path of `redirect_from` can be that of a page of this site: with or without a locale at its beginning, as `/old/page.html` or as an address below the site's own. Also reports text that YAML takes for something else, because the value lacks quotes: a tag (`title: !Important`), or in a title or description a comment (`title: Tip #1`).

## Why is this bad?
An invalid value is ignored: a translation with a damaged source hash, for example, never becomes outdated. An invalid value of `draft` counts as `true`, so that no draft is published by accident.

## Example
```yaml
source_hash: 12345
draft: maybe
```

## Fix
Write a value of the kind that the help names.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    catalog.files().for_each(|file| of_file(file, findings));
    catalog.articles.iter().for_each(|article| old_paths(catalog, article, findings));
}

/// Old paths of an article that no page of the site can have.
fn old_paths(catalog: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    for written in &article.file.front_matter.redirect_from {
        let meant = match catalog.alias(&written.value) {
            Ok(alias) if catalog.old_url(&alias).is_some() => continue,
            Ok(_) => None,
            Err(none) => none.meant,
        };
        let shown = shortened(&written.value);
        let message = format!("`{shown}` is not redirected, because it is not a path of a page of this site");
        let help = match meant {
            Some(path) => format!("write the old path alone: `{path}`"),
            None => "write the old path, such as `/old/page`, or remove it".to_owned(),
        };
        findings.push(&article.file, Finding::new(written.span, message).help(help));
    }
}

fn of_file(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.front_matter.flaws {
        let written = flaw.span.slice(&file.text);
        let shown = shortened(written);
        // The place of a list or a map is its key.
        let value = |key: &str| {
            if written == key {
                format!("the value of `{key}`")
            } else {
                format!("the value `{shown}` of `{key}`")
            }
        };
        let finding = match &flaw.kind {
            FlawKind::InvalidValue { key, expected } => {
                Finding::new(flaw.span, format!("{} is invalid and is ignored", value(key)))
                    .help(format!("write {expected}"))
            }
            FlawKind::InvalidDraft { key, expected } => {
                Finding::new(flaw.span, format!("{} is invalid and counts as a draft", value(key)))
                    .help(format!("write {expected}"))
            }
            FlawKind::Unquoted { key, taken } => {
                let (message, certainty) = match taken {
                    Taken::Tag => ("`!` at the beginning of a value is a tag to YAML", Applicability::Safe),
                    Taken::Comment => ("what begins with ` #` is a comment to YAML", Applicability::Unsafe),
                };
                let message = format!("{message}, and no part of the value of `{key}`");
                Finding::new(flaw.span, message).help("put the value in quotes").fix(
                    certainty,
                    flaw.span,
                    quoted(written),
                )
            }
            _ => continue,
        };
        findings.push(file, finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn old_paths_that_are_none() {
        let aliases = "\"javascript:alert(1)\", ../x, https://x.example/a, /, '?p=1', 'a#b', /en/, all, /search/t0.js, \
                       /old/, old2, /faq.html, /lv/x, a b";
        let text = format!("---\ntitle: A\nredirect_from: [{aliases}]\n---\n");
        let one = "---\ntitle: B\nredirect_from: '..'\n---\n";
        let files =
            [("content/en/a.md", text.as_str()), ("content/en/b.md", one), ("content/lv/a.md", "# A\n")];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `javascript:alert(1)`: `javascript:alert(1)` is not redirected, because it is not a path of a page of this site (write the old path, such as `/old/page`, or remove it)
        content/en/a.md `../x`: `../x` is not redirected, because it is not a path of a page of this site (write the old path alone: `/x`)
        content/en/a.md `https://x.example/a`: `https://x.example/a` is not redirected, because it is not a path of a page of this site (write the old path alone: `/a`)
        content/en/a.md `/`: `/` is not redirected, because it is not a path of a page of this site (write the old path, such as `/old/page`, or remove it)
        content/en/a.md `?p=1`: `?p=1` is not redirected, because it is not a path of a page of this site (write the old path, such as `/old/page`, or remove it)
        content/en/a.md `a#b`: `a#b` is not redirected, because it is not a path of a page of this site (write the old path alone: `/a`)
        content/en/a.md `/en/`: `/en/` is not redirected, because it is not a path of a page of this site (write the old path, such as `/old/page`, or remove it)
        content/en/a.md `all`: `all` is not redirected, because it is not a path of a page of this site (write the old path, such as `/old/page`, or remove it)
        content/en/a.md `/search/t0.js`: `/search/t0.js` is not redirected, because it is not a path of a page of this site (write the old path, such as `/old/page`, or remove it)
        content/en/b.md `..`: `..` is not redirected, because it is not a path of a page of this site (write the old path, such as `/old/page`, or remove it)
        ");
    }

    #[test]
    fn what_yaml_takes_for_something_else() {
        let files = [
            ("content/en/a.md", "---\ntitle: !Important note\ndescription: Tip #1\n---\n"),
            ("content/en/b.md", "---\ntitle: #1 tip\nslug: !x # why\nauthor: me #1\n---\n"),
            (
                "content/en/c.md",
                "---\ntitle: C# # not shown\ndescription: !!str D\nlabel: \"E\" #1\nx: #1\n---\n",
            ),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r##"
        content/en/a.md `!Important note`: `!` at the beginning of a value is a tag to YAML, and no part of the value of `title` (put the value in quotes)
          Safe: `!Important note` → `"!Important note"`
        content/en/a.md `Tip #1`: what begins with ` #` is a comment to YAML, and no part of the value of `description` (put the value in quotes)
          Unsafe: `Tip #1` → `"Tip #1"`
        content/en/b.md `#1 tip`: what begins with ` #` is a comment to YAML, and no part of the value of `title` (put the value in quotes)
          Unsafe: `#1 tip` → `"#1 tip"`
        content/en/b.md `!x`: `!` at the beginning of a value is a tag to YAML, and no part of the value of `slug` (put the value in quotes)
          Safe: `!x` → `"!x"`
        "##);
    }

    #[test]
    fn values_of_the_wrong_shape() {
        let files = [
            ("content/en/a.md", "---\ntitle: [A, B]\nsource_hash: 123\ncustom_ids: 7 a*b\n---\n"),
            ("content/en/b.md", "---\ntitle: B\ndraft: no\ncustom_ids: [7, a-b]\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `title`: the value of `title` is invalid and is ignored (write a single text)
        content/en/a.md `123`: the value `123` of `source_hash` is invalid and is ignored (write 40 hexadecimal digits)
        content/en/a.md `a*b`: the value `a*b` of `custom_ids` is invalid and is ignored (write IDs of at most 64 letters, digits, `.`, `_` and `-`)
        ");
    }
}
