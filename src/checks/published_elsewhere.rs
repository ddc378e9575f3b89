//! `published-elsewhere`: a link below the own public path to what is not here, though something of almost that name is.

use crate::catalog::{Catalog, Target};

use super::{Check, Finding, Findings, Level, MadeIn, PageLink, Run};

pub(super) const CHECK: Check = Check {
    code: "published-elsewhere",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a link leads to what is published elsewhere",
    explanation: "\
## What it does
Below the public path of a docset, such as `/help/`, other docsets may publish too. A link to what is not here leads to Microsoft Learn. Looks for such links where an article or file here has almost the same name. Also reports links to pages that a generator makes of HTML, which is not read.

## Why is this bad?
If the article here is meant, the reader leaves the site and finds nothing. A page that is not read is no part of the site that `build` makes.

## Example
```markdown
See [billing](/help/biling), where `billing.md` is in this docset.
```

## Fix
Correct the path, if the article here is meant.",
    run: Run::Link(run),
};

fn run(catalog: &Catalog, link: &PageLink<'_>, findings: &mut Findings<'_>) {
    if link.resolved.target == Target::Missing {
        if let Some(page) = catalog.unread_page(link.base, link.destination) {
            let message = format!("the link leads to `{page}`, which is not read, so it has no page here");
            let finding = Finding::new(link.destination_span, message);
            findings.push(
                link.base.file,
                finding.help("write the page in Markdown, if it is to be part of this site"),
            );
        }
        return;
    }
    let Target::External(url) = &link.resolved.target else { return };
    if !catalog.is_below_public_path(link.base, link.destination) {
        return;
    }
    let is_here = |near: &String| {
        let target = catalog.resolve(link.base, near).target;
        matches!(target, Target::Article { .. } | Target::Asset(_))
    };
    let Some(near) = catalog.nearest(link.base, link.destination).filter(is_here) else { return };
    let message = format!("nothing here is at `{}`, so the link leads to {url}", link.destination);
    let finding = Finding::new(link.destination_span, message);
    findings.push(link.base.file, finding.help(format!("did you mean `{near}`?")));
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, repository};
    use super::CHECK;

    #[test]
    fn a_slip_is_named_and_another_docset_is_not() {
        let mut files = repository(&[]);
        files.push(("content/Help/billing.md", "# B\n"));
        files.push((
            "content/Help/b.md",
            "# B\n\n[1](/help/biling) [2](/help/develop/sdk) [3](/help/billing) [4](/azure/biling) [5](/en-us/help/billimg#x)\n",
        ));
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/Help/b.md `/help/biling`: nothing here is at `/help/biling`, so the link leads to https://learn.microsoft.com/en-us/help/biling (did you mean `/help/billing`?)
        content/Help/b.md `/en-us/help/billimg#x`: nothing here is at `/en-us/help/billimg#x`, so the link leads to https://learn.microsoft.com/en-us/en-us/help/billimg#x (did you mean `/en-us/help/billing#x`?)
        ");
    }

    #[test]
    fn the_page_of_the_own_locale_is_named() {
        let text = "[1](/donner/) [2](/fr/donner/) [3](../neu/) [4](/alt/)\n";
        let files = [
            ("hugo.yml", "defaultContentLanguage: en\nlanguages: {en: {}, fr: {}, de: {}, zh: {}}\n"),
            ("content/de/sub/a.md", text),
            ("content/fr/sub/a.md", text),
            ("content/de/donner.html", ""),
            ("content/en/donner.html", ""),
            ("content/en/neu.html", ""),
            ("content/fr/donner.html", ""),
            ("content/zh/alt.html", ""),
            ("content/zh/donner.html", ""),
            ("content/zh/neu.html", ""),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/sub/a.md `/donner/`: the link leads to `content/de/donner.html`, which is not read, so it has no page here (write the page in Markdown, if it is to be part of this site)
        content/de/sub/a.md `/fr/donner/`: the link leads to `content/fr/donner.html`, which is not read, so it has no page here (write the page in Markdown, if it is to be part of this site)
        content/fr/sub/a.md `/donner/`: the link leads to `content/fr/donner.html`, which is not read, so it has no page here (write the page in Markdown, if it is to be part of this site)
        content/fr/sub/a.md `/fr/donner/`: the link leads to `content/fr/donner.html`, which is not read, so it has no page here (write the page in Markdown, if it is to be part of this site)
        ");
    }

    #[test]
    fn html_of_a_generator_is_not_read_and_posts_have_a_date() {
        let files = [
            ("hugo.yml", "defaultContentLanguage: en\nlanguages: {en: {}, fr: {}}\n"),
            ("content/fr/a.md", "[1](/donner/) [2](/fr/donner.html#x) [3](/2021/03/04/nouvelles.html)\n"),
            ("content/fr/donner.html", ""),
            ("content/fr/post/2021-03-04-nouvelles.md", "---\ndate: 2021-03-04\n---\n# N\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/fr/a.md `/donner/`: the link leads to `content/fr/donner.html`, which is not read, so it has no page here (write the page in Markdown, if it is to be part of this site)");
        assert_eq!(findings(&super::super::file_not_found::CHECK, &files), "");
    }
}
