//! `unknown-shortcode`: a shortcode or a tag of Liquid that is not known.

use std::collections::BTreeMap;

use crate::catalog::{File, generated};
use crate::diagnostic::Span;
use crate::markdown::{Dialect, FlawKind};

use super::check::up_to_name;
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unknown-shortcode",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "unknown shortcode",
    explanation: "\
## What it does
Checks for shortcodes of Hugo and Zola, and for Liquid of Jekyll and GitBook, that Faqtory does not know. Those of one name are one
finding in each file. The content of the shortcode is shown, and its `title`, `label`, `caption`, `text` and `alt`.

## Why is this bad?
Faqtory does not run templates. What the shortcode adds to the page is missing.

## Example
```markdown
{{< product-table name=\"plans\" >}}
```

## Fix
Say in `faqtory.toml` what it becomes:

```toml
[shortcodes]
product-table = \"drop\"
```",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let mut found: BTreeMap<&str, (Span, usize)> = BTreeMap::new();
    for flaw in &file.document.flaws {
        if let FlawKind::UnknownShortcode { name } = &flaw.kind {
            found.entry(name).or_insert((flaw.span, 0)).1 += 1;
        }
    }
    let dialect = file.document.syntax.dialect;
    let links = file.document.links.iter().map(|link| (&link.destination, link.destination_span));
    let images = file.document.images.iter().map(|image| (&image.destination, image.destination_span));
    for (destination, span) in links.chain(images) {
        if let Some(name) = generated(dialect, destination) {
            let name =
                if dialect == Dialect::Hugo { name.split_whitespace().next().unwrap_or(name) } else { name };
            found.entry(name).or_insert((span, 0)).1 += 1;
        }
    }
    let is_liquid = matches!(file.document.syntax.dialect, Dialect::Jekyll | Dialect::GitBook);
    for (name, (span, count)) in found {
        let more = match count {
            1 => String::new(),
            2 => ", here and once more".to_owned(),
            _ => format!(", here and in {} more places", count - 1),
        };
        let is_expression = file.text.get(span.start as usize..).is_some_and(|text| text.starts_with("{{"));
        let (message, help) = match (is_liquid, is_expression) {
            (true, true) => (
                format!("`{{{{ {name} }}}}` is not evaluated{more}"),
                "write the value itself, or put it into the front matter of the page".to_owned(),
            ),
            (true, false) if is_key(name) => (
                format!("the Liquid tag `{name}` is not evaluated{more}"),
                format!(
                    "write its result, or say what it becomes: {name} = \"text\" in [shortcodes] of faqtory.toml"
                ),
            ),
            (true, false) => {
                (format!("the Liquid tag `{name}` is not evaluated{more}"), "write its result".to_owned())
            }
            _ if dialect == Dialect::Hugo && name == "param" => (
                format!("the value of this parameter is not known{more}"),
                "put it into the front matter of the article, or write it here".to_owned(),
            ),
            _ if !is_key(name) => {
                (format!("unknown shortcode `{name}`{more}"), "write what it stands for".to_owned())
            }
            _ => (
                format!("unknown shortcode `{name}`{more}"),
                format!("say what it becomes: {name} = \"text\" in [shortcodes] of faqtory.toml"),
            ),
        };
        let span = if is_liquid || !is_key(name) { span } else { up_to_name(file, span, name) };
        findings.push(file, Finding::new(span, message).help(help));
    }
}

/// Whether a name is that of a tag alone, which can be a key of the settings.
fn is_key(name: &str) -> bool {
    name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-'))
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn those_of_one_name_are_one_finding() {
        let files = [
            ("hugo.yml", "defaultContentLanguage: en\nlanguages:\n  en:\n    weight: 1\n"),
            (
                "content/a.md",
                "# A\n\n{{< plans >}}\n\nText {{< plans x=1 >}} {{% other %}}b{{% /other %}} {{< note >}}c{{< /note >}} \
                 [d]({{< param \"url\" >}}/e) `{{< in-code >}}` {{</* shown */>}}\n",
            ),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/a.md `{{< plans`: unknown shortcode `plans`, here and once more (say what it becomes: plans = "text" in [shortcodes] of faqtory.toml)
        content/a.md `{{% other`: unknown shortcode `other` (say what it becomes: other = "text" in [shortcodes] of faqtory.toml)
        content/a.md `{{< param`: the value of this parameter is not known (put it into the front matter of the article, or write it here)
        "#);
    }

    #[test]
    fn liquid_is_not_evaluated() {
        let files = [
            ("_config.yml", "lang: en\n"),
            (
                "a.md",
                "---\ntitle: T\n---\n# A\n\n{{ page.title }} {{ site.x }}\n\n{% if y %}\nb\n{% endif %}\n\n{% if z %}{% endif %}\n",
            ),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        a.md `{{ site.x }}`: `{{ site.x }}` is not evaluated (write the value itself, or put it into the front matter of the page)
        a.md `{% if y %}`: the Liquid tag `if` is not evaluated, here and once more (write its result, or say what it becomes: if = "text" in [shortcodes] of faqtory.toml)
        "#);
    }

    #[test]
    fn other_texts_have_none() {
        assert_eq!(findings(&CHECK, &[("content/en/a.md", "# A\n\n{{< x >}} {% y %} {{ z }}\n")]), "");
    }

    #[test]
    fn what_is_no_name_is_no_key() {
        let files = [
            ("_config.yml", "lang: en\n"),
            ("a.md", "---\ntitle: T\n---\n# A\n\n[b]({% post_url 2020-01-01-x %})\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"a.md `{% post_url 2020-01-01-x %}`: the Liquid tag `post_url 2020-01-01-x` is not evaluated (write its result)");
    }
}
