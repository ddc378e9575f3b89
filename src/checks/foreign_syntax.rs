//! `foreign-syntax`: text that another generator would read.

use std::collections::BTreeMap;

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::{Dialect, FlawKind, ForeignSyntax};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "foreign-syntax",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "syntax of another generator is shown as text",
    explanation: "\
## What it does
Checks for what another generator would read and this file shows as written: shortcodes, Liquid tags, admonitions, tabs, attribute lists, snippets, imports and wiki links. Code is not looked at. An include of VitePress that shares its line with text is left out, and reported too. There is one finding for each kind in a file, at the first place.

## Why is this bad?
Readers see the syntax instead of what it stands for.

## Example
```markdown
!!! note
    Save your work first.
```

## Fix
If the files are written for that generator, say so in `faqtory.toml`:

```toml
[content]
dialect = \"mkdocs\"
```

Otherwise use Markdown. Text that is meant as it is belongs between backticks.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let mut found: BTreeMap<ForeignSyntax, (Span, usize)> = BTreeMap::new();
    for flaw in &file.document.flaws {
        if let FlawKind::ForeignSyntax { kind } = flaw.kind {
            found.entry(kind).or_insert((flaw.span, 0)).1 += 1;
        }
    }
    for (kind, (span, count)) in found {
        let fate = if kind == ForeignSyntax::Include { "left out" } else { "shown as text" };
        let kind = describe(kind);
        let also = match count {
            1 => String::new(),
            2 => " (and once more)".to_owned(),
            _ => format!(" (and {} times more)", count - 1),
        };
        let message = format!("{} is {fate}{also}", kind.what);
        let help = match kind.dialects {
            [] => kind.instead.to_owned(),
            dialects if dialects.contains(&file.document.syntax.dialect) => {
                format!("{}, or put it between backticks", kind.instead)
            }
            [first, others @ ..] => {
                let or = |dialect: &Dialect| format!(" or `\"{}\"`", dialect.name());
                let others: String = others.iter().map(or).collect();
                let name = first.name();
                format!(
                    "`[content] dialect = \"{name}\"`{others} in faqtory.toml reads it; else {}",
                    kind.instead
                )
            }
        };
        findings.push(file, Finding::new(span, message).help(help));
    }
}

/// What is said of a kind.
struct Description {
    what: &'static str,
    /// Those that read it.
    dialects: &'static [Dialect],
    /// What to do where it is written for none of them.
    instead: &'static str,
}

const AS_MARKDOWN: &str = "write what it shows as Markdown";

fn describe(kind: ForeignSyntax) -> Description {
    let (what, dialects, instead): (_, &'static [Dialect], _) = match kind {
        ForeignSyntax::HugoShortcode => ("a shortcode of Hugo", &[Dialect::Hugo], AS_MARKDOWN),
        ForeignSyntax::ZolaShortcode => ("a shortcode of Zola", &[Dialect::Zola], AS_MARKDOWN),
        ForeignSyntax::LiquidTag => ("a Liquid tag", &[Dialect::Jekyll, Dialect::GitBook], AS_MARKDOWN),
        ForeignSyntax::Variable => ("a variable of a template", &[], "write its value"),
        ForeignSyntax::Admonition => {
            ("an admonition of MkDocs", &[Dialect::MkDocs], "write it as `> [!NOTE]`")
        }
        ForeignSyntax::Details => {
            ("a folded block of MkDocs", &[Dialect::MkDocs], "write it with `<details>` and `<summary>`")
        }
        ForeignSyntax::Tab => (
            "a tab of MkDocs",
            &[Dialect::MkDocs],
            "write it as `# [Title](#tab/name)` with `***` at the end",
        ),
        ForeignSyntax::SlashBlock => ("a block of MkDocs", &[Dialect::MkDocs], "write it as `> [!NOTE]`"),
        ForeignSyntax::ColonBlock => (
            "an admonition of Docusaurus or VitePress",
            &[Dialect::Docusaurus, Dialect::Starlight, Dialect::VitePress, Dialect::VuePress],
            "write it as `> [!NOTE]`",
        ),
        ForeignSyntax::Contents => (
            "a list of contents",
            &[Dialect::MkDocs, Dialect::VitePress, Dialect::VuePress],
            "remove it, as each page has one",
        ),
        ForeignSyntax::AttributeList => (
            "a list of attributes",
            &[Dialect::MkDocs, Dialect::Jekyll, Dialect::Hugo, Dialect::VitePress],
            "remove it",
        ),
        ForeignSyntax::KramdownExtension => ("an extension of kramdown", &[Dialect::Jekyll], "remove it"),
        ForeignSyntax::Abbreviation => (
            "the definition of an abbreviation",
            &[Dialect::MkDocs, Dialect::Jekyll],
            "explain it in the text",
        ),
        ForeignSyntax::Snippet => {
            ("a snippet of MkDocs", &[Dialect::MkDocs], "write it as `[!INCLUDE [title](file.md)]`")
        }
        ForeignSyntax::CodeSnippet => (
            "a snippet of VitePress",
            &[Dialect::VitePress, Dialect::VuePress],
            "copy the code into the article",
        ),
        ForeignSyntax::Include => (
            "an include of VitePress",
            &[],
            "put it on a line of its own, as `<!-- @include: ./file.md#part{1,5} -->`",
        ),
        ForeignSyntax::Import => ("an import or export of MDX", &[], "remove it"),
        ForeignSyntax::WikiLink => ("a link of a wiki", &[], "write it as `[text](page.md)`"),
    };
    Description { what, dialects, instead }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn one_of_each_kind() {
        let text = "# A\n\n{{< note >}}a{{< /note >}}\n\n{{% tip %}}\n\nSee {{ youtube(id=\"x\") }} and {{ site.title }}\n\n{% include a.html %} {% endif %}\n\n!!! note \"T\"\n    Body\n\n??? tip\n\n    Body\n\n=== \"One\"\n\n    Body\n\n/// note | T\nBody\n///\n\n:::note[Title]\nBody\n:::\n\n[[toc]]\n\nText\n{: .cls}\n\n[a](https://example.com){.button}\n\n{::options toc_levels=\"2\" /}\n\n*[HTML]: Hyper Text\n\n--8<-- \"a.md\"\n\n<<< @/a.js\n\nimport Tabs from '@theme/Tabs';\n\nSee [[Other page|there]].\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @r#"
        content/en/a.md `{{< note >}}`: a shortcode of Hugo is shown as text (and once more) (`[content] dialect = "hugo"` in faqtory.toml reads it; else write what it shows as Markdown)
        content/en/a.md `{{ youtube(id="x") }}`: a shortcode of Zola is shown as text (`[content] dialect = "zola"` in faqtory.toml reads it; else write what it shows as Markdown)
        content/en/a.md `{{ site.title }}`: a variable of a template is shown as text (write its value)
        content/en/a.md `{% include a.html %}`: a Liquid tag is shown as text (and once more) (`[content] dialect = "jekyll"` or `"gitbook"` in faqtory.toml reads it; else write what it shows as Markdown)
        content/en/a.md `!!! note "T"`: an admonition of MkDocs is shown as text (`[content] dialect = "mkdocs"` in faqtory.toml reads it; else write it as `> [!NOTE]`)
        content/en/a.md `??? tip`: a folded block of MkDocs is shown as text (`[content] dialect = "mkdocs"` in faqtory.toml reads it; else write it with `<details>` and `<summary>`)
        content/en/a.md `=== "One"`: a tab of MkDocs is shown as text (`[content] dialect = "mkdocs"` in faqtory.toml reads it; else write it as `# [Title](#tab/name)` with `***` at the end)
        content/en/a.md `/// note | T`: a block of MkDocs is shown as text (`[content] dialect = "mkdocs"` in faqtory.toml reads it; else write it as `> [!NOTE]`)
        content/en/a.md `:::note[Title]`: an admonition of Docusaurus or VitePress is shown as text (`[content] dialect = "docusaurus"` or `"starlight"` or `"vitepress"` or `"vuepress"` in faqtory.toml reads it; else write it as `> [!NOTE]`)
        content/en/a.md `[[toc]]`: a list of contents is shown as text (`[content] dialect = "mkdocs"` or `"vitepress"` or `"vuepress"` in faqtory.toml reads it; else remove it, as each page has one)
        content/en/a.md `{: .cls}`: a list of attributes is shown as text (and once more) (`[content] dialect = "mkdocs"` or `"jekyll"` or `"hugo"` or `"vitepress"` in faqtory.toml reads it; else remove it)
        content/en/a.md `{::options toc_levels="2" /}`: an extension of kramdown is shown as text (`[content] dialect = "jekyll"` in faqtory.toml reads it; else remove it)
        content/en/a.md `*[HTML]: Hyper Text`: the definition of an abbreviation is shown as text (`[content] dialect = "mkdocs"` or `"jekyll"` in faqtory.toml reads it; else explain it in the text)
        content/en/a.md `--8<-- "a.md"`: a snippet of MkDocs is shown as text (`[content] dialect = "mkdocs"` in faqtory.toml reads it; else write it as `[!INCLUDE [title](file.md)]`)
        content/en/a.md `<<< @/a.js`: a snippet of VitePress is shown as text (`[content] dialect = "vitepress"` or `"vuepress"` in faqtory.toml reads it; else copy the code into the article)
        content/en/a.md `import Tabs from '@theme/Tabs';`: an import or export of MDX is shown as text (remove it)
        content/en/a.md `[[Other page|there]]`: a link of a wiki is shown as text (write it as `[text](page.md)`)
        "#);
    }

    #[test]
    fn includes_of_vitepress_in_a_line() {
        let text =
            "# A <!--@include: a.md-->\n\n- <!--@include: b.md-->\n\nText <!-- @include: c.md --> text\n";
        let files = [("docs/.vitepress/config.json", "{}"), ("docs/a.md", text), ("content/a.md", text)];
        insta::assert_snapshot!(findings(&CHECK, &files), @"docs/a.md `<!--@include: a.md-->`: an include of VitePress is left out (and once more) (put it on a line of its own, as `<!-- @include: ./file.md#part{1,5} -->`)");
    }

    #[test]
    fn what_is_text() {
        let text = "# A\n\nHello {{name}}, {0}, {x}, %VAR%, {{ user.name }}, ${HOME} and {%x%}.\n\n!!! Attention !!!\n\n!!! note\nNot indented\n\n??? What\n\n=== \"x\" ===\n\n/// note\n\n*[Note]: this one\n\nimport the file from \"Downloads\"\n\nexport data\n\n--8\n\n<<< back\n\nPress [[x]](y) or [[a](https://example.com)] or [[1, 2], [3]].\n\n{name}\n\n@{a=1}\n\n\\{{< a >}} `{{< b >}}` {{</* c */>}}\n\n```\n{% include a %}\n!!! note\n    x\n```\n\n    {{< code >}}\n\nfoo{.bar}\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @"");
    }

    #[test]
    fn brackets_and_braces_that_are_meant() {
        let text = "# A\n\nSee [[1]], [[2]] and [[3-4]].\n\n[[1]] [[word]]\n\nx[[i]] and [[int]]$x, [[int]]::new\n\nPress [[Ctrl]]+[[C]] or [[Ctrl]] + [[D]].\n\n<code>{% if %}</code> <kbd>[[x]]</kbd>\n\n[1]: https://example.com\n[word]: https://example.com\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @"");
        let files = [
            ("_config.yml", "lang: en\n"),
            (
                "a.md",
                "---\ntitle: T\n---\n# A\n\n{% raw %}{% include a.html %} {{ site.x }} {{< b >}}{% endraw %}\n",
            ),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"");
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", "# A\n\nSee [[Page 2]]s.\n")]), @"content/en/a.md `[[Page 2]]`: a link of a wiki is shown as text (write it as `[text](page.md)`)");
    }
}
