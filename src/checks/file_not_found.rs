//! `file-not-found`: a link to an article or file that does not exist.

use crate::assets;
use crate::catalog::{Catalog, Target};
use crate::diagnostic::Applicability;

use super::{Check, Finding, Findings, Level, LinkForm, MadeIn, PageLink, Run};

pub(super) const CHECK: Check = Check {
    code: "file-not-found",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "a link leads to an article or file that does not exist",
    explanation: "\
## What it does
Checks every link within the content: relative, from the root of the docset (`~/`, `/`), with and without `.md`, and through redirects.

## Why is this bad?
The link promises an answer that does not exist. On the site, it is shown as plain text.

## Example
```markdown
See [billing](biling.md).
```

## Fix
Correct the path, or remove the link. If another article has a similar name, the help suggests it.",
    run: Run::Link(run),
};

fn run(catalog: &Catalog, link: &PageLink<'_>, findings: &mut Findings<'_>) {
    if link.form == LinkForm::Link
        && let Some(draft) = catalog.draft_named(link.base, link.destination, &link.resolved)
        && let Target::Article { article, .. } = link.resolved.target
    {
        let there = catalog.locales[catalog.articles[article].locale].locale.tag();
        let message = format!("`{draft}` is a draft: the link leads to the article in {there}");
        let finding = Finding::new(link.span, message).help("publish the draft, or remove the link");
        return findings.push(link.base.file, finding);
    }
    if link.form != LinkForm::Link || link.resolved.target != Target::Missing || link.is_of_own_image() {
        return;
    }
    // Enlarged images stand where the images do.
    let path = link.destination.split(['#', '?']).next().unwrap_or_default();
    let is_image =
        assets::media_type(&assets::extension(path)).is_some_and(|served| served.starts_with("image/"));
    if is_image && catalog.images_elsewhere.contains(&link.base.file.docset) {
        return;
    }
    // That it is no part of this site is not the author's mistake: `published-elsewhere` says so.
    if catalog.unread_page(link.base, link.destination).is_some() {
        return;
    }
    // An address of the web with a colon of another script: `debris-in-url` says so.
    if ["http：", "https："].iter().any(|scheme| link.destination.starts_with(scheme)) {
        return;
    }
    // A link in the text of another, which is none then: `link-not-rendered` says so.
    if link.base.file.text.get(link.span.end as usize..).is_some_and(|behind| behind.starts_with("](")) {
        return;
    }
    let finding = Finding::new(link.span, format!("no article or file at `{}`", link.destination));
    let finding = link.suggest(catalog, finding, "correct the path, or remove the link");
    findings.push(link.base.file, finding);
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn a_missing_article_is_reported_with_the_nearest() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\nSee [b](biling.md), [c](billing), [d](/x/y) and [e](https://e.example/).\n",
            ),
            ("content/en/billing.md", "# Billing\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/en/a.md `[b](biling.md)`: no article or file at `biling.md` (did you mean `billing.md`?)
          Safe: `biling.md` → `billing.md`
        content/en/a.md `[d](/x/y)`: no article or file at `/x/y` (correct the path, or remove the link)
        "#);
    }

    #[test]
    fn a_draft_that_another_locale_has_published() {
        let files = [
            ("content/en/a.md", "# A\n\n[1](b.md) [2](s/c.md) [3](../de/b.md)\n"),
            ("content/en/b.md", "---\ndraft: true\n---\n# B\n"),
            ("content/en/s/c.md", "---\ndraft: true\n---\n# C\n"),
            ("content/de/a.md", "# A\n\n[1](b.md)\n"),
            ("content/de/b.md", "# B\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `[1](b.md)`: `content/en/b.md` is a draft: the link leads to the article in de (publish the draft, or remove the link)
        content/en/a.md `[2](s/c.md)`: no article or file at `s/c.md` (correct the path, or remove the link)
        ");
    }

    #[test]
    fn a_translation_may_link_to_what_only_the_source_has() {
        let files = [
            ("content/en/a.md", "# A\n"),
            ("content/en/b.md", "# B\n"),
            (
                "content/lv/a.md",
                "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n# A\n\n[b](b.md)\n",
            ),
        ];
        assert_eq!(findings(&CHECK, &files), "");
    }

    #[test]
    fn enlarged_images_of_an_absent_source_stand_where_its_images_do() {
        let images = "![a](media/a.png)\n\n".repeat(50);
        let text = format!("# A\n\n{images}[a](media/large.png#lightbox) [b](b.md)\n");
        let config = "{\"docsets_to_publish\":[{\"build_source_folder\":\"Help\",\"locale\":\"de-de\"}],\"dependent_repositories\":[{\"path_to_root\":\"_repo.en-us\"}]}";
        let files = [("content/.openpublishing.publish.config.json", config), ("content/Help/a.md", &text)];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/Help/a.md `[b](b.md)`: no article or file at `b.md` (correct the path, or remove the link)");
    }

    #[test]
    fn an_include_is_judged_once_and_at_its_place() {
        let files = [
            ("content/en/a.md", "# A\n\n[!INCLUDE [x](includes/x.md)]\n"),
            ("content/en/b.md", "# B\n\n[!INCLUDE [x](includes/x.md)]\n"),
            ("content/en/includes/x.md", "[gone](../gone.md)\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"content/en/includes/x.md `[gone](../gone.md)`: no article or file at `../gone.md` (correct the path, or remove the link)"#);
    }

    #[test]
    fn an_image_that_links_to_itself_is_one_flaw() {
        let text = "# A\n\n:::image source=\"gone.png\" alt-text=\"x\" lightbox=\"gone.png\":::\n";
        assert_eq!(findings(&CHECK, &[("content/en/a.md", text)]), "");
        let text = "# A\n\n:::image source=\"a.png\" alt-text=\"x\" lightbox=\"gone.png\":::\n";
        assert!(
            findings(&CHECK, &[("content/en/a.md", text), ("content/en/a.png", "")]).contains("`gone.png`")
        );
    }

    #[test]
    fn tables_of_contents_are_followed_too() {
        let toc = "- name: A\n  href: aa.md\n  items:\n  - href: sub/toc.yml\n  - href: /deploy/x\n  - href: sub/\n";
        let files =
            [("content/en/aaa.md", "# A\n"), ("content/en/toc.yml", toc), ("content/en/sub/b.md", "# B\n")];
        insta::assert_snapshot!(findings(&CHECK, &files), @r"
        content/en/toc.yml `aa.md`: no article or file at `aa.md` (correct the path, or remove the link)
        content/en/toc.yml `sub/toc.yml`: no article or file at `sub/toc.yml` (correct the path, or remove the link)
        content/en/toc.yml `/deploy/x`: no article or file at `/deploy/x` (correct the path, or remove the link)
        ");
    }

    #[test]
    fn what_is_offered_exists() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\n[1](/x/billing) [2](biling-2.md) [3](blling.md) [4](biling-3.mdx) [5](q?x.md) [6](h#x.md) [7](/y/biling/)\n",
            ),
            ("content/en/q?x.md", "# Q\n"),
            ("content/en/h#x.md", "# Q\n"),
            ("content/en/y/billing.md", "# B\n"),
            ("content/en/billing-3.md", "# C\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `[1](/x/billing)`: no article or file at `/x/billing` (correct the path, or remove the link)
        content/en/a.md `[2](biling-2.md)`: no article or file at `biling-2.md` (did you mean `billing-3.md`?)
          Unsafe: `biling-2.md` → `billing-3.md`
        content/en/a.md `[3](blling.md)`: no article or file at `blling.md` (did you mean `y/billing.md`?)
          Unsafe: `blling.md` → `y/billing.md`
        content/en/a.md `[4](biling-3.mdx)`: no article or file at `biling-3.mdx` (did you mean `billing-3.md`?)
          Unsafe: `biling-3.mdx` → `billing-3.md`
        content/en/a.md `[5](q?x.md)`: no article or file at `q?x.md` (did you mean `q%3Fx.md`?)
          Unsafe: `q?x.md` → `q%3Fx.md`
        content/en/a.md `[6](h#x.md)`: no article or file at `h#x.md` (did you mean `h%23x.md`?)
          Unsafe: `h#x.md` → `h%23x.md`
        content/en/a.md `[7](/y/biling/)`: no article or file at `/y/biling/` (did you mean `/y/billing/`?)
          Safe: `/y/biling/` → `/y/billing/`
        ");
    }
}
