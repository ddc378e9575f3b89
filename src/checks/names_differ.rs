//! `names-differ`: a name that the other translations keep was translated, or stands in other letter case. What a name is, is counted, never known.

mod case;
mod holder;
mod official;
mod phrase;
mod word;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::catalog::{Article, Catalog, Identity, LocaleIndex};
use crate::diagnostic::{Applicability, Span};
use crate::markdown::BlockKind;

use super::check::MANY;
use super::compare::VOTES;
use super::{Check, Finding, Findings, Level, MadeIn, Run};
use holder::Holder;

pub(super) const CHECK: Check = Check {
    code: "names-differ",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: Some(MANY),
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a translation lacks a name that the others keep, or writes it in other letter case",
    explanation: "\
## What it does
Compares translations of the same source version block by block: a Latin word with a capital that at least three of the others keep, most of them and in nearly all their articles, and that is missing here, in the block and in the whole article; the block is enough where a locale seldom keeps it. Inflected names, and names spelt as they sound in another script, and those that their maker writes otherwise in the language, such as the `Explorer` of Windows, are not reported. Only what the project writes often enough counts as a name.

A name in other letter case than two in three others have is reported where its locale mostly writes it as they do, or where it stands beside the same name in all of them, as in `SharePoint online`; and a name of two words such as `office 365` where the whole site, in two languages at least, writes it with a capital ten times as often.

## Why is this bad?
Translation engines take names for words: `Azure` becomes a colour, `Teams` some teams. Readers do not find such a product, nor the article when they search for it.

## Example
```markdown
<!-- the others -->
Open the Azure portal.
<!-- the translation -->
Öffnen Sie das himmelblaue Portal.
```

## Fix
Write the name as the others do. `check --fix --unsafe-fixes` changes its letter case.",
    run: Run::Site(run),
};

/// Blocks in which a locale may keep a word, at the least, for that to show whether it is a name.
const ENOUGH: u32 = 12;

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    let groups: Vec<Vec<&Article>> =
        catalog.identities.par_iter().flat_map_iter(|identity| groups(catalog, identity)).collect();
    let Found { kept, mut lacks, recased } = groups
        .par_iter()
        .fold(Found::default, |mut found, group| {
            compare(group, &mut found);
            found
        })
        .reduce(Found::default, merged);
    let mut reported: BTreeSet<(&str, Span)> = BTreeSet::new();
    for Recased { lack, written, .. } in recased.iter().filter(|recased| is_error(&kept, recased)) {
        let found = case::finding(lack.article, lack.block, lack.name, written, lack.others);
        reported.extend(found.iter().map(|found| (&*lack.article.file.path, found.span)));
        findings.push_all(&lack.article.file, found);
    }
    for of_block in phrase::places(catalog).chunk_by(phrase::Place::is_beside) {
        let (file, prose) = (&of_block[0].article.file, of_block[0].prose());
        let found = of_block.iter().filter_map(|place| phrase::finding(place, &prose));
        findings.push_all(file, found.filter(|found| !reported.contains(&(&*file.path, found.span))));
    }
    lacks.retain(|lack| is_name(catalog, &kept, lack));
    lacks.sort_by(|a, b| a.place().cmp(&b.place()));
    for of_file in lacks.chunk_by(|a, b| a.article.file.path == b.article.file.path) {
        let translated = translated(catalog, &kept, of_file);
        let is_lost = |lack: &Lack<'_>| {
            translated.contains(lack.name)
                && !word::is_spelt_out(lack.text(), lack.name)
                && !official::has(
                    catalog.locales[lack.article.locale].locale.language(),
                    lack.text(),
                    lack.name,
                )
        };
        let of_file: Vec<Lack<'_>> = of_file.iter().copied().filter(is_lost).collect();
        let found = of_file.chunk_by(|a, b| a.block == b.block).map(finding);
        if let Some(first) = of_file.first() {
            findings.push_all(&first.article.file, found);
        }
    }
}

/// The names that an article has nowhere, or that its locale translates as a rule: a sentence may do without a name that
/// stands in the one before. In another script than that of the name it hardly does where all others keep it.
fn translated<'c>(catalog: &Catalog, kept: &Kept<'_>, of_file: &[Lack<'c>]) -> BTreeSet<&'c str> {
    let mut names: BTreeSet<&str> = of_file.iter().map(|lack| lack.name).collect();
    if names.len() > MOST_LOST {
        return BTreeSet::new();
    }
    let Some(article) = of_file.first().map(|lack| lack.article) else { return names };
    let is_rule = |name: &str| {
        let count = kept.get(name).and_then(|counts| counts.get(&article.locale));
        count.is_some_and(|count| count.all >= ENOUGH && count.kept * 2 < count.all)
    };
    let is_latin = catalog.locales[article.locale].locale.script() == Some("Latn");
    let is_kept_by_all =
        |name: &str| of_file.iter().any(|lack| lack.name == name && lack.others == lack.asked);
    names.retain(|name| {
        is_rule(name) || !is_latin && is_kept_by_all(name) || !word::has(&article.file.document.text, name)
    });
    names
}

/// Names that one article lacks, at the most: one that lacks more is another text.
const MOST_LOST: usize = 40;

/// How often a locale keeps each word that most others have in the same block.
type Kept<'c> = BTreeMap<&'c str, BTreeMap<LocaleIndex, Count>>;

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    kept: u32,
    /// Those of them in the letter case of the others.
    alike: u32,
    all: u32,
}

impl Count {
    /// Whether there is enough to tell, and at least so many hundredths are kept.
    fn is_at_least(self, hundredths: u32) -> bool {
        self.all >= ENOUGH && u64::from(self.kept) * 100 >= u64::from(self.all) * u64::from(hundredths)
    }
}

/// A block of a translation without a word that most others have there.
#[derive(Clone, Copy, Debug)]
struct Lack<'c> {
    name: &'c str,
    article: &'c Article,
    block: usize,
    /// How many others have it.
    others: usize,
    /// How many others there are.
    asked: usize,
}

impl<'c> Lack<'c> {
    fn text(&self) -> &'c str {
        let document = &self.article.file.document;
        document.blocks[self.block].text.slice(&document.text)
    }

    fn place(&self) -> (&'c str, usize, &'c str) {
        (&self.article.file.path, self.block, self.name)
    }
}

/// A block of a translation with a word in other letter case than most others have.
#[derive(Clone, Copy, Debug)]
struct Recased<'c> {
    lack: Lack<'c>,
    written: &'c str,
    /// Whether it stands beside the same name in all of them.
    in_phrase: bool,
}

/// Whether the locale mostly writes the name as the others do, or the name beside it shows how this one is written.
fn is_error(kept: &Kept<'_>, recased: &Recased<'_>) -> bool {
    let count = kept.get(recased.lack.name).and_then(|counts| counts.get(&recased.lack.article.locale));
    let is_mostly = |count: &Count| count.all >= ENOUGH && count.alike * 2 >= count.all;
    recased.in_phrase || count.is_some_and(is_mostly)
}

/// The translations of one version of the source that have as many blocks as most of them do: enough to vote.
fn groups<'c>(catalog: &'c Catalog, identity: &Identity) -> Vec<Vec<&'c Article>> {
    let mut by_version: BTreeMap<(&str, usize), Vec<&Article>> = BTreeMap::new();
    for article in identity.translations.iter().flatten().map(|&article| &catalog.articles[article]) {
        if let Some(hash) = &article.file.front_matter.source_hash {
            let version = (hash.value.as_str(), article.file.document.blocks.len());
            by_version.entry(version).or_default().push(article);
        }
    }
    by_version.into_values().filter(|group| group.len() > VOTES).collect()
}

/// Names of one block, at the most: one with more is a list of them, and would be searched for each.
const MOST_NAMES: usize = 50;

/// Counts who keeps which words of a group, and adds who lacks them.
fn compare<'c>(group: &[&'c Article], found: &mut Found<'c>) {
    let blocks = group.first().map_or(0, |article| article.file.document.blocks.len());
    let mut names: Vec<Holder<'_>> = Vec::new();
    for block in 0..blocks {
        names.clear();
        for (member, article) in group.iter().enumerate() {
            let document = &article.file.document;
            let block = &document.blocks[block];
            if !matches!(block.kind, BlockKind::Code | BlockKind::Html) {
                let held = word::names(block.text.slice(&document.text));
                names.extend(held.map(|name| Holder::new(name, member)));
            }
        }
        names.sort_unstable();
        names.dedup();
        // In other forms some more may have it.
        let may_be_most = |same: &&[Holder<'_>]| same.len() >= VOTES && same.len() * 5 >= group.len() * 2;
        let voted: Vec<&[Holder<'_>]> =
            names.chunk_by(Holder::have_same).filter(may_be_most).take(MOST_NAMES + 1).collect();
        if voted.len() <= MOST_NAMES {
            voted.into_iter().for_each(|same| vote(group, block, same, found));
        }
    }
}

/// One word of a block, with those that have it.
fn vote<'c>(group: &[&'c Article], block: usize, same: &[Holder<'c>], found: &mut Found<'c>) {
    let name = same[0].name;
    let mut holders = same.iter().map(|holder| holder.member).peekable();
    let keeps: Vec<bool> = (0..group.len())
        .map(|member| {
            let lack = Lack { name, article: group[member], block, others: 0, asked: 0 };
            holders.next_if_eq(&member).is_some() || word::has(lack.text(), name)
        })
        .collect();
    let all = keeps.iter().filter(|keeps| **keeps).count();
    if all < VOTES {
        return;
    }
    let asked = group.len() - 1;
    let counts = found.kept.entry(name).or_default();
    let mut holders = same.iter().map(|holder| holder.member).peekable();
    for (member, (&article, is_kept)) in group.iter().zip(keeps).enumerate() {
        let is_alike = holders.next_if_eq(&member).is_some();
        let others = all - usize::from(is_kept);
        // More than one language may have taken a name for a word.
        if others < VOTES || others * 5 < asked * 3 {
            continue;
        }
        let lack = Lack { name, article, block, others, asked };
        let count = counts.entry(article.locale).or_default();
        count.all += 1;
        count.kept += u32::from(is_kept);
        count.alike += u32::from(is_alike);
        if !is_kept {
            found.lacks.push(lack);
        } else if !is_alike && same.len() >= VOTES && same.len() * 3 >= asked * 2 {
            found.recased.extend(recased(group, same, lack));
        }
    }
}

/// A name that most others have as it is, and the one at hand otherwise, if it stands in other letter case there.
fn recased<'c>(group: &[&'c Article], same: &[Holder<'c>], lack: Lack<'c>) -> Option<Recased<'c>> {
    let written = case::in_other_case(lack.text(), lack.name)?;
    let have = |part: &str| {
        same.iter().all(|holder| Lack { article: group[holder.member], ..lack }.text().contains(part))
    };
    let in_phrase =
        || case::phrases(lack.text(), written, lack.name).iter().flatten().any(|phrase| have(phrase));
    let is_theirs =
        |holder: &&Holder<'_>| Lack { article: group[holder.member], ..lack }.text().contains(written);
    // Where some have both forms one of them is a word.
    let is_own = same.iter().filter(is_theirs).count() * 3 <= same.len();
    is_own.then(|| Recased { lack: Lack { others: same.len(), ..lack }, written, in_phrase: in_phrase() })
}

/// What the groups show.
#[derive(Debug, Default)]
struct Found<'c> {
    kept: Kept<'c>,
    lacks: Vec<Lack<'c>>,
    recased: Vec<Recased<'c>>,
}

fn merged<'c>(mut found: Found<'c>, mut other: Found<'c>) -> Found<'c> {
    for (name, counts) in other.kept {
        let sums = found.kept.entry(name).or_default();
        for (locale, count) in counts {
            let sum = sums.entry(locale).or_default();
            sum.all += count.all;
            sum.kept += count.kept;
            sum.alike += count.alike;
        }
    }
    found.lacks.append(&mut other.lacks);
    found.recased.append(&mut other.recased);
    found
}

/// Whether the word is one that nobody translates: this locale keeps it elsewhere, or nearly all others do everywhere.
fn is_name(catalog: &Catalog, kept: &Kept<'_>, lack: &Lack<'_>) -> bool {
    let Some(counts) = kept.get(lack.name) else { return false };
    let own = lack.article.locale;
    if counts.get(&own).is_some_and(|count| count.is_at_least(90)) {
        return true;
    }
    let script = catalog.locales[own].locale.script();
    if !script.is_some_and(|script| word::SPELT.contains(&script)) {
        return false;
    }
    let others = || counts.iter().filter(|(locale, count)| **locale != own && count.all >= ENOUGH);
    let keep = others().filter(|(_, count)| count.is_at_least(95)).count();
    keep >= VOTES && keep * 4 >= others().count() * 3
}

fn finding(lacks: &[Lack<'_>]) -> Finding {
    let names: Vec<String> = lacks.iter().map(|lack| format!("`{}`", lack.name)).collect();
    let (the, is, it) = if names.len() > 1 { ("names", "are", "them") } else { ("name", "is", "it") };
    let first = lacks[0];
    let span = first.article.file.document.blocks[first.block].span;
    let message = format!(
        "the {the} {} {is} missing here; {} other translations keep {it}",
        names.join(" and "),
        first.others
    );
    Finding::new(span, message)
        .help("write the name as they do; it may have been taken for a word and translated")
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    /// Translations of an article by their locales, and those of one that has the names in twelve paragraphs.
    fn found(text: &[(&str, &str)]) -> String {
        let file = |locale: &str, name: &str, text: &str| {
            let hash = "source_hash: 0123456789012345678901234567890123456789";
            (format!("content/{locale}/{name}.md"), format!("---\n{hash}\n---\n# A\n\n{text}\n"))
        };
        let names = "Azure, Teams x\n\n".repeat(12);
        let files =
            text.iter().flat_map(|(locale, text)| [file(locale, "a", text), file(locale, "names", &names)]);
        let files: Vec<(String, String)> = files.collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
        findings(&CHECK, &files)
    }

    #[test]
    fn names_that_were_taken_for_words() {
        let found = found(&[
            ("cs", "Otevřete azurový portál."),
            ("de", "Öffnen Sie das Azure-Portal in Teams."),
            ("el", "Ανοίξτε την πύλη Azure στο Teams."),
            ("he", "פתח את פורטל התכלת בצוותים."),
            ("it", "Aprire il portale azzurro in Teams."),
            ("ja", "TeamsでAzureポータルを開きます。"),
            ("lv", "Atveriet Azure portālu programmā Teams."),
            ("sl", "Odprite portal Azure v Teamsu."),
        ]);
        insta::assert_snapshot!(found, @"
        content/cs/a.md `Otevřete azurový portál.`: the names `Azure` and `Teams` are missing here; 5 other translations keep them (write the name as they do; it may have been taken for a word and translated)
        content/he/a.md `פתח את פורטל התכלת בצוותים.`: the names `Azure` and `Teams` are missing here; 5 other translations keep them (write the name as they do; it may have been taken for a word and translated)
        content/it/a.md `Aprire il portale azzurro in Teams.`: the name `Azure` is missing here; 5 other translations keep it (write the name as they do; it may have been taken for a word and translated)
        ");
    }

    #[test]
    fn names_in_other_letter_case() {
        let found = found(&[
            ("de", "Öffnen Sie Teams in Azure Portal."),
            ("el", "Ανοίξτε το Teams στο Azure Portal."),
            ("he", "פתח את teams ב-Azure portal."),
            ("lv", "Atveriet Teams programmā Azure Portal."),
            ("ro", "Deschideți Teams în Azure Portal."),
            ("sl", "Odprite TEAMS v Azure Portalu."),
        ]);
        insta::assert_snapshot!(found, @"
        content/he/a.md `teams`: `teams` is written `Teams` in 4 other translations (write the name as they do)
          Unsafe: `teams` → `Teams`
        content/he/a.md `portal`: `portal` is written `Portal` in 4 other translations (write the name as they do)
          Unsafe: `portal` → `Portal`
        content/sl/a.md `TEAMS`: `TEAMS` is written `Teams` in 4 other translations (write the name as they do)
          Unsafe: `TEAMS` → `Teams`
        ");
    }

    #[test]
    fn a_name_that_stands_in_another_sentence() {
        let names = "Azure x\n\nAzure y";
        let found = found(&[("he", names), ("lv", names), ("ro", names), ("sl", "Azure x\n\nOno y")]);
        assert_eq!(found, "");
    }

    #[test]
    fn names_in_other_forms() {
        let found = found(&[
            ("ar", "افتح مدخل Azure."),
            ("cs", "Otevřete portál Azuru."),
            ("el", "Ανοίξτε την πύλη Azure."),
            ("hu", "Nyissa meg az Azure-t."),
            ("ru", "Откройте портал Азур."),
            ("th", "เปิดพอร์ทัล `Azure`"),
        ]);
        assert_eq!(found, "");
    }

    #[test]
    fn words_that_are_no_names() {
        let found = found(&[
            ("de", "Fragen Sie den Administrator."),
            ("fr", "Demandez à l’administrateur."),
            ("lv", "Administrator x"),
            ("ro", "Administrator x"),
            ("sl", "Administrator x"),
        ]);
        assert_eq!(found, "");
    }
}
