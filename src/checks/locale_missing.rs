//! `locale-missing`: an article that does not say which locale it is in.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Article, Catalog, DocsetKind, LocaleOrigin};
use crate::locale::Locale;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "locale-missing",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "the locale of an article is unknown",
    explanation: "\
## What it does
In a folder where articles name their own locale, checks for articles that do not. If no article does, the folder is taken to be in one language, and nothing is reported. Also reports a folder beside those of the locales that is called after an old tag, such as `in` for Indonesian (`id`), if its articles are called as theirs.

## Why is this bad?
The article is assumed to be in the default locale. If it is not, readers and screen readers get it in the wrong language.

## Example
```markdown
---
title: Kā atiestatīt paroli
---
```

## Fix
Add `locale: lv-LV` to the front matter, or move the file to a folder named after its locale.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    of_old_tags(catalog, findings);
    let is_assumed = |article: &&Article| article.locale_origin == LocaleOrigin::Assumed;
    if catalog.articles.iter().all(|article| is_assumed(&article)) {
        return;
    }
    for article in catalog.articles.iter().filter(is_assumed) {
        let locale = &catalog.locales[article.locale].locale;
        let finding =
            Finding::of_file(format!("the locale of the article is unknown; `{locale}` is assumed"))
                .help(format!("add `locale: {locale}`, or the right one, to the front matter"));
        findings.push(&article.file, finding);
    }
}

/// Folders that are called after an old tag of a language: `in` may be India, so it is read as no locale. Their articles are
/// called as those of the locales.
fn of_old_tags(catalog: &Catalog, findings: &mut Findings<'_>) {
    let known: BTreeSet<String> =
        catalog.identities.iter().map(|identity| identity.id.to_lowercase()).collect();
    let mut folders: BTreeMap<(&str, &str), (&Article, Locale, usize)> = BTreeMap::new();
    for article in &catalog.articles {
        let docset = &catalog.docsets[article.file.docset];
        let Some((folder, below)) = article.file.below.split_once('/') else { continue };
        let stem = below.rsplit_once('.').map_or(below, |(stem, _)| stem).to_lowercase();
        if docset.kind != DocsetKind::Mixed || folder.len() != 2 || !known.contains(&stem) {
            continue;
        }
        let today = Locale::parse(folder).ok().and_then(|today| Locale::named(today.tag()));
        if let Some(today) = today.filter(|today| !today.language().eq_ignore_ascii_case(folder)) {
            folders.entry((&*docset.root, folder)).or_insert((article, today, 0)).2 += 1;
        }
    }
    for ((_, folder), (first, today, count)) in folders {
        let all = if count == 1 { "its article is".to_owned() } else { format!("its {count} articles are") };
        let taken = &catalog.locales[first.locale].locale;
        let message =
            format!("`{folder}` is an old tag of `{today}`, and {all} taken for articles in `{taken}`");
        let help =
            format!("rename the folder to `{today}`, or set `path = \"{folder}\"` in `[locales.{today}]`");
        findings.push(&first.file, Finding::of_file(message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, judged, sources};
    use super::CHECK;
    use crate::catalog::{Catalog, Options};
    use crate::locale::Locale;

    #[test]
    fn one_among_others() {
        let files = [
            ("content/a.md", "---\ntitle: A\nlocale: lv-LV\n---\n"),
            ("content/b.md", "---\ntitle: B\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"content/b.md ``: the locale of the article is unknown; `lv-LV` is assumed (add `locale: lv-LV`, or the right one, to the front matter)");
    }

    #[test]
    fn a_folder_of_an_old_tag() {
        let files = |tag: &'static str| {
            let names = ["en/a", "en/b", "fr/a", "fr/b"].map(|name| format!("content/{name}.md"));
            let old = ["a", "b"].map(|name| format!("content/{tag}/{name}.md"));
            let mut sources = sources(&[]);
            for path in names.into_iter().chain(old) {
                sources.texts.insert(path.as_str().into(), format!("# {path}\n").into_bytes());
            }
            let source_locale = Locale::parse("en").ok();
            let catalog = Catalog::new(&sources, &Options { source_locale, ..Options::default() });
            let found = judged(&catalog).into_iter().filter(|found| found.code == CHECK.code);
            let found = found.map(|found| format!("{tag}: {} {:?}", found.message, found.help));
            found.collect::<Vec<_>>().join("\n")
        };
        let tags = ["in", "ji", "mo", "sh", "tl", "iw", "no", "id", "us", "uk", "zz"];
        insta::assert_snapshot!(tags.map(files).join("\n"), @r#"
        in: `in` is an old tag of `id`, and its 2 articles are taken for articles in `en` Some("rename the folder to `id`, or set `path = \"in\"` in `[locales.id]`")

        mo: `mo` is an old tag of `ro`, and its 2 articles are taken for articles in `en` Some("rename the folder to `ro`, or set `path = \"mo\"` in `[locales.ro]`")
        sh: `sh` is an old tag of `sr-Latn`, and its 2 articles are taken for articles in `en` Some("rename the folder to `sr-Latn`, or set `path = \"sh\"` in `[locales.sr-Latn]`")
        tl: `tl` is an old tag of `fil`, and its 2 articles are taken for articles in `en` Some("rename the folder to `fil`, or set `path = \"tl\"` in `[locales.fil]`")
        "#);
    }

    #[test]
    fn a_folder_of_one_language_is_left_in_peace() {
        assert_eq!(findings(&CHECK, &[("content/a.md", "# A\n"), ("content/b.md", "# B\n")]), "");
    }
}
