//! `name-translated`: a name in Latin letters that all other translations keep, and this one does not.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use crate::diagnostic::Span;
use crate::markdown::{BlockKind, Document};

use super::{Against, Check, Compared, Facts, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "name-translated",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    fixes: &[],
    since: "0.1.0",
    summary: "a name that the other translations keep is translated",
    explanation: "\
## What it does
Compares translations into languages that are not written in Latin letters with those that are. If three or more of these, all of the same version of the source, have the same word with a capital letter within a sentence, it is a name. It is reported where the same block does not have it, if other articles of the locale do. A word that they also have in small letters is not a name.

## Why is this bad?
Readers do not find a product whose name is translated, nor understand the sentence. Translation engines take names such as Azure, Teams and Delve for words.

## Example
```markdown
פתח את פורטל התכלת.
```

## Fix
Write the name as the other translations do, as in `פתח את פורטל Azure`.",
    run: Run::Translation(run),
};

/// Translations that keep a name, at the least.
const VOTES: usize = 3;

/// Letters of a name, at the least.
const LETTERS: usize = 4;

/// Names that a finding lists, at the most.
const LISTED: usize = 3;

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    let Against::Siblings { ours, siblings } = &compared.against else { return };
    let is_latin = |facts: &&&Facts<'_>| is_latin(compared, facts);
    if is_latin(&ours) {
        return;
    }
    let document = ours.document();
    let others: Vec<&Document> = siblings.iter().filter(is_latin).map(|facts| facts.document()).collect();
    let is_aligned = others.iter().all(|other| other.blocks.len() == document.blocks.len());
    let (Some((first, rest)), true) = (others.split_first(), others.len() >= VOTES && is_aligned) else {
        return;
    };
    let mut names = BTreeMap::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let text = block.text.slice(&document.text);
        let is_bilingual = block.lookups.0 != block.lookups.1;
        if block.kind == BlockKind::Code || is_bilingual || text.is_ascii() {
            continue;
        }
        for name in lacking(text, first, rest, index) {
            names.entry(name).or_insert(block.span);
        }
    }
    if names.is_empty() {
        return;
    }
    others.iter().for_each(|other| leave_words(&mut names, &other.text));
    let kept = names.into_iter().filter(|(name, _)| is_kept(compared, name)).take(LISTED + 1);
    let names: BTreeMap<&str, Span> = kept.collect();
    let Some(&place) = names.values().min() else { return };
    let listed: Vec<String> = names.keys().take(LISTED).map(|name| format!("`{name}`")).collect();
    let more = if names.len() > LISTED { " and others" } else { "" };
    let message = format!("{}{more}: kept by the other translations, but not here", listed.join(", "));
    findings.push(&compared.article.file, Finding::new(place, message).help("write names as they are"));
}

/// Articles of a locale that are asked for a name.
const ASKED: usize = 100;

/// Whether articles of the locale have the name in Latin letters. What no article has may be written in the letters of the
/// language, such as the name of a town.
fn is_kept(compared: &Compared<'_>, name: &str) -> bool {
    let catalog = compared.catalog;
    let step = (catalog.identities.len() / ASKED).max(1);
    let asked = catalog.identities.iter().step_by(step);
    let mut articles = asked.filter_map(|identity| identity.translations[compared.article.locale]);
    let finder = memmem::Finder::new(name);
    articles.any(|article| finder.find(catalog.articles[article].file.document.text.as_bytes()).is_some())
}

fn is_latin(compared: &Compared<'_>, facts: &Facts<'_>) -> bool {
    compared.catalog.locales[facts.article.locale].locale.script() == Some("Latn")
}

fn of_block(document: &Document, index: usize) -> &str {
    document.blocks.get(index).map_or("", |block| block.text.slice(&document.text))
}

/// The words that have a capital letter although another word of the sentence stands before them.
fn capitalised(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split([' ', '\n']);
    let mut is_within = false;
    words.filter_map(move |word| {
        let was_within = std::mem::replace(&mut is_within, word.ends_with(char::is_alphabetic));
        let name = word.trim_end_matches(['.', ',', ';', ':', ')', '?', '!', '"', '”', '“']);
        let is_plain = name.len() >= LETTERS && name.bytes().all(|byte| byte.is_ascii_alphabetic());
        (was_within && is_plain && name.starts_with(|c: char| c.is_ascii_uppercase())).then_some(name)
    })
}

/// The names that a block of all others has, and ours as it is in `text` has not.
fn lacking<'o>(text: &str, first: &'o Document, rest: &[&Document], index: usize) -> BTreeSet<&'o str> {
    let mut names: BTreeSet<&str> = capitalised(of_block(first, index)).collect();
    if names.is_empty() {
        return names;
    }
    let own: BTreeSet<String> = ascii_words(text).map(str::to_ascii_lowercase).collect();
    names.retain(|name| {
        let small = name.to_ascii_lowercase();
        !own.range(small.clone()..).next().is_some_and(|word| word.starts_with(&small))
    });
    for other in rest {
        if names.is_empty() {
            break;
        }
        let theirs: BTreeSet<&str> = capitalised(of_block(other, index)).collect();
        names.retain(|name| theirs.contains(name));
    }
    names
}

fn ascii_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() >= LETTERS)
}

/// Removes what a text has as a word in small letters. In an address it is none.
fn leave_words(names: &mut BTreeMap<&str, Span>, text: &str) {
    let small: BTreeMap<String, &str> = names.keys().map(|name| (name.to_ascii_lowercase(), *name)).collect();
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if let Some(name) = small.get(word) {
            names.remove(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    const STAMP: &str = "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n";

    /// What is found in translations of one article, beside one more that each locale has.
    fn found(translations: &[(&str, &str)], other: &str) -> String {
        let of_one = translations
            .iter()
            .map(|(locale, text)| (format!("content/{locale}/a.md"), format!("{STAMP}# A\n\n{text}\n")));
        let of_other = translations
            .iter()
            .map(|(locale, _)| (format!("content/{locale}/b.md"), format!("# B\n\n{other}\n")));
        let files: Vec<(String, String)> = of_one.chain(of_other).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
        findings(&CHECK, &files)
    }

    #[test]
    fn in_many_languages() {
        let translations = [
            ("ar", "افتح مدخل السماء، مع Delve."),
            ("de", "Öffnen Sie das Portal Azure, mit Teams und Delve."),
            ("es", "Abra el portal Azure, con Teams y Delve."),
            ("fr", "Ouvrez le portail Azure, avec Teams et Delve."),
            ("he", "פתח את פורטל התכלת עם צוותים ו-Delve."),
            ("ja", "空色ポータルを Teams と Delve で開きます。"),
            ("ru", "Откройте портал лазури с Teams и Delve."),
        ];
        insta::assert_snapshot!(found(&translations, "Azure, Teams, Delve"), @"
        content/ar/a.md `افتح مدخل السماء، مع Delve.`: `Azure`, `Teams`: kept by the other translations, but not here (write names as they are)
        content/he/a.md `פתח את פורטל התכלת עם צוותים ו-Delve.`: `Azure`, `Teams`: kept by the other translations, but not here (write names as they are)
        content/ja/a.md `空色ポータルを Teams と Delve で開きます。`: `Azure`: kept by the other translations, but not here (write names as they are)
        content/ru/a.md `Откройте портал лазури с Teams и Delve.`: `Azure`: kept by the other translations, but not here (write names as they are)
        ");
        // Nobody keeps it.
        assert_eq!(found(&translations, "B"), "");
    }

    #[test]
    fn words_that_are_no_names() {
        let translations = [
            ("he", "פתח את ההגדרות. שמור אותן עם azure. זה חופשי."),
            ("lv", "Atveriet Settings. Premium ir Azure. Tas ir Standard, un standard."),
            ("ro", "Deschideți Setări. Premium este Azure. Este Standard, un standard."),
            ("sl", "Odprite Settings. Premium je Azure. To je Standard in standard."),
        ];
        assert_eq!(found(&translations, "Settings, Premium, Azure, Standard"), "");
        let other_blocks =
            [("he", "פתח את התכלת."), ("lv", "Ir Azure."), ("ro", "Este Azure."), ("sl", "Je Azure.\n\nE")];
        assert_eq!(found(&other_blocks, "Azure"), "");
    }
}
