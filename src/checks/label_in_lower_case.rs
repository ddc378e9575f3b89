//! `label-in-lower-case`: the label of a button, field or page in bold that begins with a small letter, where other
//! translations write such labels with a capital.

mod context;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::catalog::Article;
use crate::diagnostic::Applicability;
use crate::markdown::BlockKind;

use super::check::{NOUNS_WITH_CAPITALS, WrittenBlock, double_stars, shortened};
use super::compare::VOTES;
use super::{Against, Check, Compared, Finding, Findings, Level, MadeIn, Run};

use context::{Context, is_choice, leads_of};

pub(super) const CHECK: Check = Check {
    code: "label-in-lower-case",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: Some(1),
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a label in bold begins with a small letter",
    explanation: "\
## What it does
Compares translations of the same source version block by block: bold text that begins with a small letter, where at least half of the others begin each bold text of the same block with a capital within a sentence. Two others do so; or one, and this translation itself elsewhere, where the place shows that a label is meant: a `>` is beside it, or a word is before it that asks for one, such as “select” or “page”, or one that precedes a label with a capital elsewhere in the article. The article alone shows it where the label is directly behind such a word, “select”, “click” or “tab”, and another label behind one has a capital. Not reported is bold text that begins or ends inside a label (a word with a capital is directly before or after it), or that is a value such as `True` in the others. Names such as `iPhone`, and translations into languages whose nouns all have capitals, prove nothing.

## Why is this bad?
Readers look for a button as it is written on the screen. Translation engines take labels for words of the sentence.

## Example
```markdown
<!-- the others -->
Click **Save**.
<!-- the translation -->
Click **save**.
```

## Fix
Write the label as the program does: `**Save**`. `check --fix --unsafe-fixes` writes the capital only.",
    run: Run::Translation(run),
};

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    if matches!(compared.against, Against::Nothing) {
        return;
    }
    let file = &compared.article.file;
    let mut beside: Option<Vec<&Article>> = None;
    let mut own: Option<Own> = None;
    for (index, block) in file.document.blocks.iter().enumerate() {
        let prose = WrittenBlock::of_block(file, block);
        if matches!(block.kind, BlockKind::Code | BlockKind::Html) || !may_be(prose.text) {
            continue;
        }
        let bold = prose.bold();
        let small = bold.iter().filter(|part| is_small(&prose.text[(*part).clone()]));
        let small: Vec<_> = small.cloned().collect();
        if small.is_empty() {
            continue;
        }
        let beside = beside.get_or_insert_with(|| with_capitals_for_names(compared));
        let labels =
            beside.iter().filter_map(|other| labels(other, index, bold.len()).map(|case| (other, case)));
        let labels: Vec<_> = labels.collect();
        let capitals: Vec<&Article> =
            labels.iter().filter(|(_, case)| *case == Case::Capitals).map(|(other, _)| **other).collect();
        if capitals.is_empty() || capitals.len() * 2 < labels.len() {
            // What the source, or all of many, write small is a word.
            let of_source = |(other, _): &(&&Article, Case)| Some(other.locale) == compared.catalog.source;
            let is_word = capitals.is_empty() && (labels.len() >= VOTES || labels.iter().any(of_source));
            if !is_word {
                findings.push_all(file, chosen(compared.article, &prose, small, &mut own));
            }
            continue;
        }
        // One other translation shows what a label is only together with this one.
        let own = (capitals.len() < 2).then(|| &*own.get_or_insert_with(|| Own::of(compared.article)));
        if own.is_some_and(|own| !own.has_capitals) {
            continue;
        }
        let tags = compared.tags(capitals.iter().map(|other| other.locale));
        for part in small {
            let context = Context::new(&prose, part.clone());
            let place = bold.iter().position(|other| *other == part);
            let is_value =
                place.is_some_and(|place| capitals.iter().any(|other| is_value(other, index, place)));
            let is_label =
                !context.is_part_of_sentence() && own.is_none_or(|own| context.asks_for_label(&own.leads));
            if is_label && !is_value {
                let those = format!("those of {tags} begin with a capital");
                findings.push(file, finding(&prose, part, context.has_capital_within(), &those));
            }
        }
    }
}

/// Labels directly behind a word that asks for one, “select” or “tab”: others of the article behind such a word have a capital.
fn chosen(
    article: &Article,
    prose: &WrittenBlock<'_>,
    mut small: Vec<Range<usize>>,
    own: &mut Option<Own>,
) -> Vec<Finding> {
    small.retain(|part| {
        let context = Context::new(prose, part.clone());
        context.is_chosen() && !context.is_part_of_sentence()
    });
    if small.is_empty() || !own.get_or_insert_with(|| Own::of(article)).has_chosen_capitals {
        return Vec::new();
    }
    let those = "others of this article begin with a capital";
    small.into_iter().map(|part| finding(prose, part, false, those)).collect()
}

fn finding(prose: &WrittenBlock<'_>, part: Range<usize>, has_capital_within: bool, those: &str) -> Finding {
    let label = &prose.text[part.clone()];
    let first = label.chars().next().map_or(0, char::len_utf8);
    let message = format!("the label `{}` begins with a small letter; {those}", shortened(label));
    let finding = Finding::new(prose.span(part.clone()), message)
        .help("write the label as the program does, and no other words in bold");
    // Words of the sentence stand before the label.
    if has_capital_within {
        return finding;
    }
    let capital = prose.span(part.start..part.start + first);
    finding.fix(Applicability::Unsafe, capital, label[..first].to_uppercase())
}

/// What a translation shows of its own labels.
#[derive(Debug)]
struct Own {
    /// Whether a label within a sentence begins with a capital.
    has_capitals: bool,
    /// Whether one directly behind a word such as “select” or “tab” does.
    has_chosen_capitals: bool,
    /// Words directly before such labels, in small letters.
    leads: BTreeSet<String>,
}

impl Own {
    fn of(article: &Article) -> Self {
        let mut own = Self { has_capitals: false, has_chosen_capitals: false, leads: BTreeSet::new() };
        for prose in WrittenBlock::of(&article.file) {
            if !prose.text.contains("**") {
                continue;
            }
            for part in prose.bold() {
                let is_capital = prose.text[part.start..].starts_with(char::is_uppercase);
                if is_capital && prose.is_within_sentence(part.start) {
                    own.has_capitals = true;
                    own.has_chosen_capitals |= is_choice(&prose.text[..part.start]);
                    own.leads.extend(leads_of(&prose.text[..part.start]));
                }
            }
        }
        own
    }
}

/// Whether the bold text of another translation at a place is a value, which nobody translates.
fn is_value(article: &Article, index: usize, place: usize) -> bool {
    let Some(block) = article.file.document.blocks.get(index) else { return false };
    let prose = WrittenBlock::of_block(&article.file, block);
    let bold = prose.bold();
    let value = bold.get(place).map(|part| prose.text[part.clone()].trim_matches(['.', ',', ' ']));
    value.is_some_and(|value| ["true", "false"].contains(&&*value.to_lowercase()))
}

fn with_capitals_for_names<'c>(compared: &Compared<'c>) -> Vec<&'c Article> {
    let language = |article: &Article| compared.catalog.locales[article.locale].locale.language().to_owned();
    let mut beside = compared.beside();
    beside.retain(|other| !NOUNS_WITH_CAPITALS.contains(&&*language(other)));
    beside
}

/// Whether bold text may begin with a small letter: hardly a block comes further.
fn may_be(text: &str) -> bool {
    double_stars(text).any(|at| text[at + 2..].chars().next().is_some_and(char::is_lowercase))
}

/// Whether a label begins with a small letter by mistake: `iPhone`, `userName` and `setup.exe` are written so.
fn is_small(label: &str) -> bool {
    let word = label.split(|letter: char| letter.is_whitespace() || ":,;*".contains(letter)).next();
    let word = word.unwrap_or_default();
    let word = word.strip_suffix('.').unwrap_or(word);
    let is_word = |letter: char| letter.is_lowercase() || "-'’".contains(letter);
    word.starts_with(char::is_lowercase) && word.chars().all(is_word)
}

/// How the labels of a block begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// Each with a capital, and at least one of them within a sentence.
    Capitals,
    Small,
}

/// How as many labels of another translation begin; none where its script has no case, or it has not as many.
fn labels(article: &Article, index: usize, count: usize) -> Option<Case> {
    let block = article.file.document.blocks.get(index)?;
    let prose = WrittenBlock::of_block(&article.file, block);
    let bold = prose.bold();
    let first = |at: usize| prose.text[at..].chars().next();
    let has_case = |letter: Option<char>| letter.is_some_and(|c| c.is_uppercase() || c.is_lowercase());
    if bold.len() != count || !bold.iter().all(|part| has_case(first(part.start))) {
        return None;
    }
    let is_capital = |at: usize| first(at).is_some_and(char::is_uppercase);
    let is_label = bold.iter().any(|part| prose.is_within_sentence(part.start));
    let all = bold.iter().all(|part| is_capital(part.start));
    Some(if all && is_label { Case::Capitals } else { Case::Small })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{compared, findings, siblings};
    use super::CHECK;

    #[test]
    fn labels_that_were_taken_for_words() {
        let found = siblings(
            &CHECK,
            &[
                "לחץ על **שמור** ואז על **סגור**.",
                "Noklikšķiniet uz **saglabāt** un pēc tam uz **aizvērt**.",
                "Faceți clic pe **Salvare**, apoi pe **Închidere**.",
                "Kliknite **Shrani** in nato **Zapri**.",
            ],
        );
        insta::assert_snapshot!(found, @"
        content/lv-LV/a.md `saglabāt`: the label `saglabāt` begins with a small letter; those of ro-RO and sl-SI begin with a capital (write the label as the program does, and no other words in bold)
          Unsafe: `s` → `S`
        content/lv-LV/a.md `aizvērt`: the label `aizvērt` begins with a small letter; those of ro-RO and sl-SI begin with a capital (write the label as the program does, and no other words in bold)
          Unsafe: `a` → `A`
        ");
    }

    #[test]
    fn one_other_and_the_own_custom() {
        let found = compared(
            &CHECK,
            "# A\n\nSelect **Next**, then **Finish**.\n\nSelect **Send** now.\n",
            "# Ā\n\nAtlasiet **tālāk** un pēc tam **Pabeigt**.\n\nTagad atlasiet **sūtīt**.\n",
        );
        insta::assert_snapshot!(found, @"
        content/lv/a.md `tālāk`: the label `tālāk` begins with a small letter; those of en begin with a capital (write the label as the program does, and no other words in bold)
          Unsafe: `t` → `T`
        content/lv/a.md `sūtīt`: the label `sūtīt` begins with a small letter; those of en begin with a capital (write the label as the program does, and no other words in bold)
          Unsafe: `s` → `S`
        ");
        let found = compared(&CHECK, "# A\n\nIt is **Not** so.\n", "# Ā\n\nTā tas **nav**.\n");
        assert_eq!(found, "");
    }

    #[test]
    fn words_that_stand_out() {
        let hash = "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n";
        let text = |text: &str| format!("{hash}# A\n\n{text}\n");
        let files = [
            ("content/de/a.md", text("Das ist **Unsinn** und kein **Fehler**.")),
            ("content/es/a.md", text("Esto es una **tontería** y no un **error** en **iPhone**.")),
            ("content/fr/a.md", text("C'est **absurde**, pas une **erreur** sur **iPhone**.")),
            ("content/pl/a.md", text("To **bzdura**, a nie **błąd** na **iPhone**.")),
            ("content/tr/a.md", text("Bu **saçma**, bir **hata** değil **iPhone** için.")),
            ("content/uk/a.md", text("Це **Нісенітниця**, а не **помилка** на **iPhone**.")),
        ];
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
        assert_eq!(findings(&CHECK, &files), "");
    }

    #[test]
    fn one_other_is_enough_where_a_label_is_asked_for() {
        let of_one = |own: &str, other: &str| {
            siblings(
                &CHECK,
                &[
                    "לחץ **שמור**.\n\n**שמור**",
                    &format!("{own}\n\nAtlasiet **Tālāk**."),
                    "Apăsați salvare.\n\nSelectați **Înainte**.",
                    &format!("{other}\n\nIzberite **Naprej**."),
                ],
            )
        };
        let sl = "Kliknite **Shrani**";
        for (own, other) in [
            ("Vajag arī atlasiet **saglabāt**", sl),
            ("Dodieties uz Iestatījumi > **konti**", "Pojdite v Nastavitve > **Računi**"),
            ("Dodieties šurp **konti** \\> Vairāk", "Pojdite sem **Računi** \\> Več"),
            ("Tad rediģējiet **saglabāt** un rediģējiet **Tālāk**", "Tam **Shrani** in **Naprej**"),
            ("Sadaļā spiediet **lapu Konti**", "Na zavihku **Računi**"),
        ] {
            assert!(of_one(own, other).contains("begins with a small letter"), "{own}");
        }
        for (own, other) in [
            // Words of the sentence, which one other has made a label of.
            ("Ja jūs varat **pievienot jaunu kontu** tagad", "Lahko **Dodate račun** zdaj"),
            // The label is outside, or begins before.
            ("Tagad **cilnē** Produkti atveriet", "Zdaj **Izdelki** odprite"),
            ("Tagad atveriet **un** aizveriet", "Zdaj **Izdelki** zaprite"),
            ("Tagad atlasiet Labot **datus par kontu**", "Zdaj izberite **Uredi podatke**"),
            // A value.
            ("Parametra vērtība ir uz **aplams** tagad", "Vrednost je **False** zdaj"),
            // Two sentences.
            ("Tad atlasiet **ieslēgts. Tagad** vai ne", "Nato izberite **Vklopljeno** ali ne"),
        ] {
            assert_eq!(of_one(own, other), "", "{own}");
        }
    }

    #[test]
    fn the_article_itself_is_enough_behind_a_verb() {
        let of = |own: &str| siblings(&CHECK, &["לחץ", own, "apăsați **salvare**", "kliknite **shrani**"]);
        for own in [
            "Tad atlasiet **saglabāt**, noklikšķiniet uz **Aizvērt**.",
            "Apoi faceți clic pe **mai multe opțiuni** și selectați **Salvare**.",
            "Nato izberite **v redu** in kliknite **Shrani**.",
            "Puis cliquez sur **enregistrer** et sélectionnez **Fermer**.",
            "Depois selecione **salvar** e escolha **Fechar**.",
            "Na zavihku **izdelki** kliknite **Uredi** in zaprite.",
            "Tad cilnē **produkti** atrodiet un atlasiet **Aizvērt**.",
            "Następnie wybierz **zapisz** i kliknij **Zamknij**.",
        ] {
            assert!(of(own).contains("others of this article begin with a capital"), "{own}");
        }
        for own in [
            // No label with a capital behind a verb.
            "Tad atlasiet **saglabāt**, kas ir **Aizvērt**.",
            // Words of the sentence, and a label that begins before.
            "Tad atlasiet **un** noklikšķiniet uz **Aizvērt**.",
            "Apoi selectați **sau Răsfoire** și selectați **Salvare**.",
            "Nato izberite na **zavihku** Datoteka in kliknite **Shrani**.",
            "Tad saglabājiet **failu** un atlasiet **Aizvērt**.",
        ] {
            assert_eq!(of(own), "", "{own}");
        }
    }

    #[test]
    fn two_others_are_enough_by_themselves() {
        let found =
            siblings(&CHECK, &["לחץ שמור", "Tad arī **saglabāt**", "Apoi **Salvare**", "Nato pa **Shrani**"]);
        assert!(found.contains("`saglabāt`"), "{found}");
        let label =
            siblings(&CHECK, &["לחץ שמור", "Tad uz **Labi**", "Apoi **OK**", "Nato kliknite **v redu**"]);
        assert!(label.contains("`v redu`"), "{label}");
        let inside =
            siblings(&CHECK, &["לחץ שמור", "Tad uz Labi **dati**", "Apoi **Date**", "Nato pa **Podatki**"]);
        assert_eq!(inside, "");
    }
}
