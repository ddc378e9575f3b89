//! `missing-space`: no space between a word and the bold text or link beside it.

mod edges;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::catalog::{Article, Catalog, File, LocaleIndex};
use crate::diagnostic::{Applicability, Span};

use super::check::{MANY, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};
use edges::{Edge, edges};
use words::{Counts, Rule};

pub(super) const CHECK: Check = Check {
    code: "missing-space",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: Some(MANY),
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "no space stands between a word and bold text or a link",
    explanation: "\
## What it does
Checks for words that touch bold text or a link, as in `**Save**and`. Only what is certainly a word by itself is reported: it stands alone in other places of the locale's articles. Endings, as in `**Outlook**om`, prefixes of one or two letters, and languages that write words or particles without spaces are not.

## Why is this bad?
Two words are shown as one. Readers stumble, and do not find them when they search. Translation engines lose the space.

## Example
```markdown
Izberite **Shrani**in zaprite [okno](close.md)za pogovor.
```

## Fix
Write a space, as in `Izberite **Shrani** in zaprite [okno](close.md) za pogovor`. `check --fix` does this.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    let mut locales: BTreeMap<LocaleIndex, Vec<&Article>> = BTreeMap::new();
    for article in &catalog.articles {
        locales.entry(article.locale).or_default().push(article);
    }
    let locales: Vec<(Rule, Vec<&Article>)> = locales
        .into_iter()
        .map(|(locale, articles)| (Rule::of(catalog.locales[locale].locale.language()), articles))
        .collect();
    let found: Vec<Vec<(&File, Vec<Finding>)>> =
        locales.par_iter().map(|(rule, articles)| of_locale(*rule, articles)).collect();
    for (file, found) in found.into_iter().flatten() {
        findings.push_all(file, found);
    }
}

/// What is found in the articles of one locale.
fn of_locale<'c>(rule: Rule, articles: &[&'c Article]) -> Vec<(&'c File, Vec<Finding>)> {
    if matches!(rule, Rule::Nothing) {
        return Vec::new();
    }
    let all: Vec<Vec<Candidate<'_>>> =
        articles.par_iter().map(|article| candidates(&article.file, rule)).collect();
    let words: BTreeSet<&str> = all.iter().flatten().flat_map(Candidate::words).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let touching = |at: usize| all[at].iter().flat_map(Candidate::words).collect();
    let counts = Counts::of(&words, articles, touching);
    let is_certain = |found: &&Candidate<'_>| counts.is_word(rule, found.word) && !counts.has(&found.joined);
    let findings = articles.iter().zip(&all).map(|(article, candidates)| {
        let certain = candidates.iter().filter(is_certain);
        (&*article.file, certain.map(|found| of_edge(&article.file, found.edge)).collect())
    });
    findings.collect()
}

/// What may be a word that lacks a space.
struct Candidate<'t> {
    edge: Edge,
    word: &'t str,
    /// What it would be as one with the word beside it.
    joined: String,
}

impl Candidate<'_> {
    fn words(&self) -> impl Iterator<Item = &str> {
        [self.word, &*self.joined].into_iter().filter(|word| !word.is_empty())
    }
}

fn candidates(file: &File, rule: Rule) -> Vec<Candidate<'_>> {
    let text = &*file.text;
    // One letter in bold is a part of the word: `**H**yper`.
    let is_letter =
        |edge: &Edge| edge.nearest.slice(text).chars().nth(1).is_none() && !edge.nearest.is_empty();
    let is_word = |edge: &Edge| rule.may_be(edge.word.slice(text)) && !is_letter(edge);
    let candidate = |edge: Edge| Candidate { edge, word: edge.word.slice(text), joined: edge.joined(text) };
    edges(file).into_iter().filter(is_word).map(candidate).collect()
}

fn of_edge(file: &File, edge: Edge) -> Finding {
    let text = &*file.text;
    let span =
        Span { start: edge.word.start.min(edge.marked.start), end: edge.word.end.max(edge.marked.end) };
    let word = edge.word.slice(text);
    let message = format!("no space stands between `{}` and `{word}`", shortened(edge.marked.slice(text)));
    let finding = Finding::new(span, message).help("write a space");
    finding.fix(Applicability::Safe, edge.place(), " ").unsafe_in_heading(file)
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn in_many_languages() {
        let files = [
            (
                "content/sl/a.md",
                "# A\n\nIzberite **Shrani**in zaprite [okno](b.md)za pogovor. To je za vas in za nas in za vse in za to in zdaj.\n",
            ),
            (
                "content/lv/a.md",
                "# A\n\n## **Saglabāt**un\n\n- Atlasiet **Saglabāt**un pēc tam atlasiet un aizveriet. Sadaļā **Konti**atlasiet **A**un B. Pagaidiet un tad un vēlreiz un beidziet, atlasiet un atlasiet un lasiet un rakstiet un zvaniet, atlasiet un atlasiet.\n",
            ),
            (
                "content/he/a.md",
                "# א\n\nלחץ על **שמור**ולאחר מכן בחר, ולאחר מכן סגור ולאחר מכן צא ולאחר מכן המתן ולאחר זאת\n",
            ),
            (
                "content/ro/a.md",
                "# A\n\n| a |\n|---|\n| Verificați și consultați[pagina](b.md)și [alta](b.md). Vă rugăm să consultați și, și, și și, consultați consultați, consultați |\n",
            ),
            (
                "content/de/a.md",
                "# A\n\nWählen Sie **Speichern**und schließen Sie **Mail 2**oder **Kalender**.\n",
            ),
            ("content/tr/a.md", "# A\n\n**Ayarlar**ve **Hesap**ı seçin.\n"),
            (
                "content/ru/a.md",
                "# A\n\nЗатем нажмите**Сохранить** или нажмите, нажмите, нажмите, нажмите.\n",
            ),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/a.md `**Speichern**und`: no space stands between `**Speichern**` and `und` (write a space)
          Safe: `` → ` `
        content/de/a.md `**Mail 2**oder`: no space stands between `**Mail 2**` and `oder` (write a space)
          Safe: `` → ` `
        content/he/a.md `**שמור**ולאחר`: no space stands between `**שמור**` and `ולאחר` (write a space)
          Safe: `` → ` `
        content/lv/a.md `**Saglabāt**un`: no space stands between `**Saglabāt**` and `un` (write a space)
          Unsafe: `` → ` `
        content/lv/a.md `**Saglabāt**un`: no space stands between `**Saglabāt**` and `un` (write a space)
          Safe: `` → ` `
        content/lv/a.md `**Konti**atlasiet`: no space stands between `**Konti**` and `atlasiet` (write a space)
          Safe: `` → ` `
        content/ro/a.md `consultați[pagina](b.md)`: no space stands between `[pagina](b.md)` and `consultați` (write a space)
          Safe: `` → ` `
        content/ro/a.md `[pagina](b.md)și`: no space stands between `[pagina](b.md)` and `și` (write a space)
          Safe: `` → ` `
        content/ru/a.md `нажмите**Сохранить**`: no space stands between `**Сохранить**` and `нажмите` (write a space)
          Safe: `` → ` `
        content/sl/a.md `**Shrani**in`: no space stands between `**Shrani**` and `in` (write a space)
          Safe: `` → ` `
        content/sl/a.md `[okno](b.md)za`: no space stands between `[okno](b.md)` and `za` (write a space)
          Safe: `` → ` `
        content/tr/a.md `**Ayarlar**ve`: no space stands between `**Ayarlar**` and `ve` (write a space)
          Safe: `` → ` `
        ");
    }

    #[test]
    fn what_belongs_to_the_word_or_is_not_certain() {
        let files = [
            ("content/hu/a.md", "# A\n\nNyissa meg az **Outlook**ban, ban ban ban ban ban.\n"),
            ("content/fi/a.md", "# A\n\nAvaa **Outlook**in asetukset in in in in in\n"),
            ("content/he/a.md", "# א\n\nפתח ב**הגדרות** וה[דף](b.md) ב ב ב ב\n"),
            ("content/cs/a.md", "# A\n\nV **Outlook**u a **Word**em, em em em em em u u u u.\n"),
            ("content/ja/a.md", "# A\n\n**設定**を開く\n"),
            ("content/ko/a.md", "# A\n\n**설정**하고 하고 하고 하고\n"),
            (
                "content/en/a.md",
                "# A\n\n**Un**select is to unselect, select, select, select, **I**nternet, **run**time.exe, [a](b.md)s. `**x**and` \\**x**and and and and\n",
            ),
        ];
        assert_eq!(findings(&CHECK, &files), "");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_judged(text in "[*uā \n(`\\]\\[).-]{0,40}") {
            let _ = findings(&CHECK, &[("content/lv/a.md", &text)]);
        }
    }
}
