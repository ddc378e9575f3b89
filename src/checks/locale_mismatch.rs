//! `locale-mismatch`: an article in the folder of another locale.

use crate::catalog::{Article, Catalog, LocaleOrigin};
use crate::locale::Locale;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "locale-mismatch",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "the locale in the front matter differs from that of the file's path",
    explanation: "\
## What it does
Compares `locale` or `ms.contentlocale` with the locale of the folder, the file name or the publishing configuration. Equivalent tags (`pt` and `pt-BR`) are not reported.

## Why is this bad?
The location wins. If the front matter is right, readers get an article in another language, and screen readers use the wrong voice.

## Example
```yaml
# content/he-IL/reset.md
locale: lv-LV
```

## Fix
Move the file to the folder of its locale, or correct the front matter.",
    run: Run::Article(run),
};

fn run(catalog: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    let Some(written) = &article.file.front_matter.locale else { return };
    let place = &catalog.locales[article.locale].locale;
    if article.locale_origin != LocaleOrigin::Place || written.value.eq_ignore_ascii_case(place.tag()) {
        return;
    }
    let Ok(own) = Locale::parse(&written.value) else { return };
    if !own.same_content(place) {
        let finding = Finding::new(
            written.span,
            format!("the front matter says `{own}`, but the file is in the place of `{place}`"),
        )
        .help(format!("move the file to the `{own}` articles, or write `{place}`"));
        findings.push(&article.file, finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn the_place_and_the_front_matter_agree() {
        let files = [
            ("content/he-IL/a.md", "---\ntitle: A\nlocale: lv-LV\n---\n"),
            ("content/he-IL/b.md", "---\ntitle: B\nlocale: he\n---\n"),
            ("content/lv-LV/c.md", "---\ntitle: C\nlocale: LV_lv\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/he-IL/a.md `lv-LV`: the front matter says `lv-LV`, but the file is in the place of `he-IL` (move the file to the `lv-LV` articles, or write `he-IL`)");
    }
}
