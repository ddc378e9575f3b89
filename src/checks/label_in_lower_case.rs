//! `label-in-lower-case`: the label of a button, field or page in bold that begins with a small letter, where other
//! translations write such labels with a capital.

use crate::catalog::Article;
use crate::diagnostic::Applicability;
use crate::markdown::BlockKind;

use super::check::{WrittenBlock, shortened};
use super::{Against, Check, Compared, Finding, Findings, Level, MadeIn, Run};

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
Compares translations of the same source version block by block: bold text that begins with a small letter, where at least half of the others begin each bold text of the same block with a capital within a sentence. Two others do so, or one and this translation itself elsewhere. Names such as `iPhone`, and translations into languages whose nouns all have capitals, prove nothing.

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

/// Languages whose nouns have capitals anywhere.
const NOUNS_WITH_CAPITALS: [&str; 3] = ["de", "lb", "gsw"];

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    if matches!(compared.against, Against::Nothing) {
        return;
    }
    let file = &compared.article.file;
    let mut beside: Option<Vec<&Article>> = None;
    let mut has_custom: Option<usize> = None;
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
            continue;
        }
        let custom = || *has_custom.get_or_insert_with(|| usize::from(has_capitals(compared.article)));
        if capitals.len() + custom_where_needed(capitals.len(), custom) < 2 {
            continue;
        }
        let tags = compared.tags(capitals.iter().map(|other| other.locale));
        for part in small {
            let label = &prose.text[part.clone()];
            let first = label.chars().next().map_or(0, char::len_utf8);
            let message = format!(
                "the label `{}` begins with a small letter; those of {tags} begin with a capital",
                shortened(label)
            );
            let span = prose.span(part.clone());
            let capital = prose.span(part.start..part.start + first);
            let finding = Finding::new(span, message)
                .help("write the label as the program does, and no other words in bold");
            // Words of the sentence stand before the label.
            let is_label = !label.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
            let finding = if is_label {
                finding.fix(Applicability::Unsafe, capital, label[..first].to_uppercase())
            } else {
                finding
            };
            findings.push(file, finding);
        }
    }
}

/// The own custom is asked for only where one other translation is all that there is.
fn custom_where_needed(others: usize, custom: impl FnOnce() -> usize) -> usize {
    if others < 2 { custom() } else { 0 }
}

fn with_capitals_for_names<'c>(compared: &Compared<'c>) -> Vec<&'c Article> {
    let language = |article: &Article| compared.catalog.locales[article.locale].locale.language().to_owned();
    let mut beside = compared.beside();
    beside.retain(|other| !NOUNS_WITH_CAPITALS.contains(&&*language(other)));
    beside
}

/// Whether bold text may begin with a small letter: hardly a block comes further.
fn may_be(text: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), b"**")
        .any(|at| text[at + 2..].chars().next().is_some_and(char::is_lowercase))
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

/// Whether an article has a label within a sentence that begins with a capital.
fn has_capitals(article: &Article) -> bool {
    let file = &article.file;
    WrittenBlock::of(file).any(|prose| {
        let is_label = |start: usize| {
            prose.text[start..].starts_with(char::is_uppercase) && prose.is_within_sentence(start)
        };
        prose.text.contains("**") && prose.bold().iter().any(|part| is_label(part.start))
    })
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
}
