//! `name-translated`: a name in Latin letters that all other translations keep, and this one does not.

use std::collections::BTreeMap;

use memchr::{memchr2_iter, memmem};

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
Write the name as the other translations do: `פתח את פורטל Azure.`",
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
    // Each with the block that lacks it first.
    let mut names: BTreeMap<&str, Span> = BTreeMap::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let text = block.text.slice(&document.text);
        let is_bilingual = block.lookups.0 != block.lookups.1;
        if block.kind == BlockKind::Code || is_bilingual || text.is_ascii() {
            continue;
        }
        for name in capitalised(of_block(first, index)) {
            let is_in_all =
                || rest.iter().all(|other| capitalised(of_block(other, index)).any(|word| word == name));
            if !has(text, name) && is_in_all() && others.iter().all(|other| is_name(&other.text, name)) {
                names.entry(name).or_insert(block.span);
            }
        }
    }
    names.retain(|name, _| is_kept(compared, name));
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
    articles.any(|article| has(&catalog.articles[article].file.document.text, name))
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

/// Whether a text has the name, in any case of letters.
fn has(text: &str, name: &str) -> bool {
    let (text, name) = (text.as_bytes(), name.as_bytes());
    let (upper, lower) = (name[0].to_ascii_uppercase(), name[0].to_ascii_lowercase());
    memchr2_iter(upper, lower, text)
        .any(|at| text.get(at..at + name.len()).is_some_and(|part| part.eq_ignore_ascii_case(name)))
}

/// Whether a text does not have the name as a word in small letters too. In an address it is none.
fn is_name(text: &str, name: &str) -> bool {
    let small = name.to_ascii_lowercase();
    let touches = |c: char| c.is_alphanumeric() || "./-_@".contains(c);
    !memmem::find_iter(text.as_bytes(), &small).any(|at| {
        let behind = text[at + small.len()..].trim_start_matches('.');
        !text[..at].ends_with(touches) && !behind.starts_with(touches)
    })
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
