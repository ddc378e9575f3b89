//! `link-to-fallback`: a link to an article that the reader's locale lacks.

use crate::catalog::{Catalog, IdentityIndex, LocaleIndex, Target};

use super::{Check, Finding, Findings, Level, LinkForm, MadeIn, PageLink, Run};

pub(super) const CHECK: Check = Check {
    code: "link-to-fallback",
    level: Level::Off,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a link leads to an article in another language",
    explanation: "\
## What it does
Checks for links in translations that lead to an article their locale lacks, so that the article of another locale is shown. Reported only if all other translations have the article; `faqtory status` lists what nobody has translated yet.

## Why is this bad?
Readers continue in a language that they may not understand.

## Example
```markdown
Skatiet [norēķinus](billing.md).
```

## Fix
Translate the article that the link leads to: `faqtory status --todo lv-LV` lists it.",
    run: Run::Link(run),
};

fn run(catalog: &Catalog, link: &PageLink<'_>, findings: &mut Findings<'_>) {
    let Target::Article { locale, article } = link.resolved.target else { return };
    let target = &catalog.articles[article];
    let reader = link.base.reader;
    if link.form != LinkForm::Link
        || target.locale == locale
        || locale != reader
        || link.base.article.is_none()
    {
        return;
    }
    if !others_have_it(catalog, target.identity, reader) {
        return;
    }
    let own = &catalog.locales[reader];
    let message = format!(
        "there is no article at `{}` in {}: the link leads to the one in {}",
        link.destination,
        own.locale.tag(),
        catalog.locales[target.locale].locale.tag()
    );
    let finding = Finding::new(link.destination_span, message);
    findings.push(link.base.file, finding.help(format!("translate `{}`", target.file.path)));
}

/// Whether there are other translations, and this locale alone lacks the article.
fn others_have_it(catalog: &Catalog, identity: IdentityIndex, reader: LocaleIndex) -> bool {
    let mut others = catalog
        .locales
        .indices()
        .filter(|&other| other != reader && catalog.source != Some(other))
        .peekable();
    others.peek().is_some() && others.all(|other| catalog.identities[identity].translations[other].is_some())
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn an_article_that_the_others_have() {
        let text = "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n# A\n\n[x](b.md) [y](c.md) [z](a.md)\n";
        let files = [
            ("content/en/a.md", "# A\n"),
            ("content/en/b.md", "# B\n"),
            ("content/en/c.md", "# C\n"),
            ("content/he/a.md", text),
            ("content/he/b.md", text),
            ("content/lv/a.md", text),
            ("content/ro/a.md", text),
            ("content/ro/b.md", text),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/lv/a.md `b.md`: there is no article at `b.md` in lv: the link leads to the one in en (translate `content/en/b.md`)");
    }
}
