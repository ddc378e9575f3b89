//! `unknown-alert`: a word in place of an alert.

mod meant;

use crate::catalog::{Article, Catalog, File, LocaleIndex};
use crate::diagnostic::{Applicability, Span};
use crate::markdown::{Flaw, FlawKind};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "unknown-alert",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "unknown alert type",
    explanation: "\
## What it does
Checks for quotes that begin with `[!WORD]`, where the word is not NOTE, TIP, IMPORTANT, WARNING or CAUTION, in any letter case. This happens when the word is translated.

## Why is this bad?
The word is shown as written, brackets included, and the text looks like an ordinary quote.

## Example
```markdown
> [!UWAGA]
> You cannot take this back.
```

## Fix
Write the English word; the site shows it in the language of the article. `check --fix` does this if the source has an alert in the same place, or if the word is the one that the site shows in the article's language; `--unsafe-fixes` also if it is almost that word, or if the other translations agree.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for article in &catalog.articles {
        judge(catalog, &article.file, Some(article), findings);
    }
    for include in &catalog.includes {
        judge(catalog, include, None, findings);
    }
}

fn judge(catalog: &Catalog, file: &File, article: Option<&Article>, findings: &mut Findings<'_>) {
    for flaw in &file.document.flaws {
        let FlawKind::UnknownAlert { word } = &flaw.kind else { continue };
        let finding = Finding::new(flaw.span, format!("`[!{word}]` is not a known alert"));
        let finding = match meant(catalog, file, article, flaw, word) {
            Some((known, applicability)) => {
                let finding = finding.help(format!("write `[!{known}]`"));
                if flaw.span.slice(&file.text) == &**word {
                    finding.fix(applicability, spaced(file, flaw.span), known)
                } else {
                    finding
                }
            }
            None => finding.help(format!("use one of {}, in English", meant::ALERTS.join(", "))),
        };
        findings.push(file, finding);
    }
}

/// The word with the white space round it: other tools know no alert with a space in its brackets.
fn spaced(file: &File, word: Span) -> Span {
    let is_space = |c: char| c == ' ' || c == '\u{a0}';
    let (start, end) = (word.start as usize, word.end as usize);
    let before = file.text[..start].trim_end_matches(is_space);
    let behind = file.text[end..].trim_start_matches(is_space);
    let start = if before.ends_with("[!") { before.len() } else { start };
    let end = if behind.starts_with(']') { file.text.len() - behind.len() } else { end };
    Span::new(start, end)
}

/// The alert that was meant, and how certain that is: the source says it, then the word, then the other translations.
fn meant(
    catalog: &Catalog,
    file: &File,
    article: Option<&Article>,
    flaw: &Flaw,
    word: &str,
) -> Option<(&'static str, Applicability)> {
    let at_source = || {
        let source =
            catalog.source.filter(|source| article.is_some_and(|article| article.locale != *source))?;
        at_same_place(catalog, article?, source, flaw.span)
    };
    let tag = file.locale.map_or("", |locale| catalog.locales[locale].locale.tag());
    let by_word = || meant::of_word(word, tag);
    let by_others = || {
        let article = article?;
        let others = catalog.locales.indices().filter(|other| *other != article.locale);
        let mut found = others.filter_map(|other| at_same_place(catalog, article, other, flaw.span));
        let first = found.next()?;
        found.all(|other| other == first).then_some((first, Applicability::Unsafe))
    };
    at_source().map(|known| (known, Applicability::Safe)).or_else(by_word).or_else(by_others)
}

/// The alert of the translation in `locale` that stands where `span` does: both have as many.
fn at_same_place(
    catalog: &Catalog,
    article: &Article,
    locale: LocaleIndex,
    span: Span,
) -> Option<&'static str> {
    let other = catalog.identities[article.identity].translations[locale]?;
    let other = &catalog.articles[other].file;
    let (ours, theirs) = (meant::alerts(&article.file.text), meant::alerts(&other.text));
    let at = ours.iter().position(|(start, _)| *start == span.start as usize)?;
    let (_, word) = theirs.get(at).filter(|_| ours.len() == theirs.len())?;
    let known = meant::ALERTS.into_iter().find(|known| known.eq_ignore_ascii_case(word));
    known.or_else(|| meant::of_word(word, catalog.locales[locale].locale.tag()).map(|(known, _)| known))
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn translated_and_misspelt_words() {
        let files = [
            ("content/en/a.md", "> [!BLURB]\n> x\n\n> [!NOTES]\n> x\n\n> [!note]\n> x\n"),
            ("content/he-IL/b.md", "> [!הערה]\n> x\n\n> [! עצה]\n> x\n"),
            ("content/ja-JP/c.md", "> [!ヒント]\n> x\n"),
            ("content/ro-RO/d.md", "> [!SFATURI]\n> x\n"),
            ("content/lv-LV/e.md", "> [!PADOMI]\n> x\n\n> [!TIPS]\n> x\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `BLURB`: `[!BLURB]` is not a known alert (use one of NOTE, TIP, IMPORTANT, WARNING, CAUTION, in English)
        content/en/a.md `NOTES`: `[!NOTES]` is not a known alert (write `[!NOTE]`)
          Unsafe: `NOTES` → `NOTE`
        content/he-IL/b.md `הערה`: `[!הערה]` is not a known alert (write `[!NOTE]`)
          Safe: `הערה` → `NOTE`
        content/he-IL/b.md `עצה`: `[!עצה]` is not a known alert (write `[!TIP]`)
          Safe: ` עצה` → `TIP`
        content/ja-JP/c.md `ヒント`: `[!ヒント]` is not a known alert (write `[!TIP]`)
          Safe: `ヒント` → `TIP`
        content/lv-LV/e.md `PADOMI`: `[!PADOMI]` is not a known alert (write `[!TIP]`)
          Unsafe: `PADOMI` → `TIP`
        content/lv-LV/e.md `TIPS`: `[!TIPS]` is not a known alert (write `[!TIP]`)
          Unsafe: `TIPS` → `TIP`
        content/ro-RO/d.md `SFATURI`: `[!SFATURI]` is not a known alert (write `[!TIP]`)
          Unsafe: `SFATURI` → `TIP`
        ");
    }

    #[test]
    fn the_source_and_the_others_tell() {
        let hash = "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n";
        let files = [
            ("content/en/a.md", "> [!WARNING]\n> x\n\n> [!TIP]\n> y\n"),
            ("content/sl-SI/a.md", &*format!("{hash}> [!NAMIGI]\n> x\n\n> [!TIP]\n> y\n")),
            ("content/ro-RO/b.md", &*format!("{hash}> [!SFATURI]\n> x\n")),
            ("content/sl-SI/b.md", &*format!("{hash}> [!NAMIGI]\n> x\n")),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r"
        content/ro-RO/b.md `SFATURI`: `[!SFATURI]` is not a known alert (write `[!TIP]`)
          Unsafe: `SFATURI` → `TIP`
        content/sl-SI/a.md `NAMIGI`: `[!NAMIGI]` is not a known alert (write `[!WARNING]`)
          Safe: `NAMIGI` → `WARNING`
        content/sl-SI/b.md `NAMIGI`: `[!NAMIGI]` is not a known alert (write `[!TIP]`)
          Unsafe: `NAMIGI` → `TIP`
        ");
    }
}
