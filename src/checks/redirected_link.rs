//! `redirected-link`: a link to a path whose article is gone, led on by a redirect.

use crate::catalog::{ArticleIndex, Catalog, Fragment, Spelling, Target};
use crate::diagnostic::Applicability;

use super::{Check, Finding, Findings, Level, LinkForm, MadeIn, PageLink, Run};

pub(super) const CHECK: Check = Check {
    code: "redirected-link",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe],
    since: "0.1.0",
    summary: "a link goes through a redirect",
    explanation: "\
## What it does
Checks for links to old paths that have a redirect.

## Why is this bad?
The site follows the redirect, so readers do not notice. But the article names a path that no longer exists, and the link breaks when the redirect is removed.

## Example
```markdown
See [billing](old-billing.md), which is now `billing.md`.
```

## Fix
Link to the new path, or, where that lacks the anchor, to the page that has the section now. If it is an article, `check --fix` does this.",
    run: Run::Link(run),
};

fn run(catalog: &Catalog, link: &PageLink<'_>, findings: &mut Findings<'_>) {
    if link.form != LinkForm::Link || link.resolved.spelling != Spelling::Redirected {
        return;
    }
    let message = format!("`{}` is redirected", link.destination);
    let finding = Finding::new(link.destination_span, message);
    // Another article has the section now, which nobody can see from here.
    if matches!(link.resolved.fragment, Fragment::Missing(_)) {
        let finding = finding
            .help("the page that it leads to lacks the anchor: link to the page that has the section now");
        findings.push(link.base.file, finding);
        return;
    }
    let finding = match &link.resolved.target {
        Target::Article { article, .. } => match renewed(catalog, link, *article) {
            Some(new) if link.is_verbatim() => {
                let finding = finding.help(format!("link to `{new}`"));
                finding.fix(Applicability::Safe, link.destination_span, new)
            }
            Some(new) => finding.help(format!("link to `{new}`")),
            None => finding.help(format!("link to the article `{}`", catalog.articles[*article].file.path)),
        },
        Target::External(url) => match catalog.base_path_of(link.base.file.docset, url) {
            Some(base) => finding.help(format!(
                "if `/{base}/` is the public path of these articles, write `base_path = \"{base}\"` below `[content]` in \
                 faqtory.toml; else link to `{url}`"
            )),
            None => finding.help(format!("link to `{url}`")),
        },
        Target::Asset(asset) => finding.help(format!("link to the file `{}`", catalog.assets[*asset].path)),
        _ => finding.help("link to the new path"),
    };
    findings.push(link.base.file, finding);
}

/// The destination as the author would write it today, if it means the same.
fn renewed(catalog: &Catalog, link: &PageLink<'_>, article: ArticleIndex) -> Option<String> {
    let mut new = catalog.link_to(link.base, link.destination, article)?;
    if let Fragment::Found(id) = &link.resolved.fragment
        && !new.contains('#')
    {
        new.push('#');
        new.push_str(id);
    }
    let is_plain = !new.contains(|c: char| c.is_whitespace() || c.is_control() || "()<>\"\\".contains(c));
    let resolved = catalog.resolve(link.base, &new);
    let is_same = resolved.target == link.resolved.target
        && resolved.fragment == link.resolved.fragment
        && resolved.spelling == Spelling::Exact;
    (is_plain && is_same).then_some(new)
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn a_lost_anchor_makes_the_article_uncertain() {
        let files = [
            ("content/en/a.md", "# A\n\n[1](old.md#y) [2](old.md#gone)\n"),
            ("content/en/b.md", "---\ntitle: B\nredirect_from: old\n---\n\n# B\n\n## Y\n\nx\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `old.md#y`: `old.md#y` is redirected (link to `b.md#y`)
          Safe: `old.md#y` → `b.md#y`
        content/en/a.md `old.md#gone`: `old.md#gone` is redirected (the page that it leads to lacks the anchor: link to the page that has the section now)
        "#);
    }

    #[test]
    fn the_new_path_is_written_as_the_old_one_was() {
        let text = "# A\n\n[1](old.md) [2](old) [3](old?x=1#y) [4](~/old.md) [5](/Help/old#y) [6](deep/older) [7](away.md)\n\
            [8](https://docs.microsoft.com/help/old) [9](b.md) [10](&#111;ld.md)\n";
        let files = [
            (
                "content/.openpublishing.publish.config.json",
                "{\"docsets_to_publish\":[{\"build_source_folder\":\"Help\",\"locale\":\"en-us\"}]}",
            ),
            (
                "content/.openpublishing.redirection.json",
                "{\"redirections\":[{\"source_path\":\"Help/old.md\",\"redirect_url\":\"/Help/b\"},
                  {\"source_path\":\"Help/deep/older.md\",\"redirect_url\":\"new#y\"},
                  {\"source_path\":\"Help/away.md\",\"redirect_url\":\"https://example.com/\"}]}",
            ),
            ("content/Help/a.md", text),
            ("content/Help/b.md", "# B\n\n## Y\n\nx\n"),
            ("content/Help/deep/new.md", "# New\n\n## Y\n\nx\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/Help/a.md `old.md`: `old.md` is redirected (link to `b.md`)
          Safe: `old.md` → `b.md`
        content/Help/a.md `old`: `old` is redirected (link to `b`)
          Safe: `old` → `b`
        content/Help/a.md `old?x=1#y`: `old?x=1#y` is redirected (link to `b?x=1#y`)
          Safe: `old?x=1#y` → `b?x=1#y`
        content/Help/a.md `~/old.md`: `~/old.md` is redirected (link to `b.md`)
          Safe: `~/old.md` → `b.md`
        content/Help/a.md `/Help/old#y`: `/Help/old#y` is redirected (link to `/Help/b#y`)
          Safe: `/Help/old#y` → `/Help/b#y`
        content/Help/a.md `deep/older`: `deep/older` is redirected (link to `deep/new#y`)
          Safe: `deep/older` → `deep/new#y`
        content/Help/a.md `away.md`: `away.md` is redirected (link to `https://example.com/`)
        content/Help/a.md `https://docs.microsoft.com/help/old`: `https://docs.microsoft.com/help/old` is redirected (link to the article `content/Help/b.md`)
        content/Help/a.md `&#111;ld.md`: `old.md` is redirected (link to `b.md`)
        "#);
    }
}
