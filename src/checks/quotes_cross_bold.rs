//! `quotes-cross-bold`: one quotation mark of a pair stands within bold text, the other one outside.

use std::ops::Range;

use crate::catalog::File;
use crate::diagnostic::Applicability;

use super::check::{MANY, WrittenBlock, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "quotes-cross-bold",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: Some(MANY),
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a quotation mark in bold has its partner outside",
    explanation: "\
## What it does
Checks for bold text with one quotation mark (`\"` or `'`) of a pair in it, while the other one stands outside. Apostrophes, inches and the signs within Hebrew abbreviations are no quotation marks.

## Why is this bad?
It was the name that was quoted or bold, and readers cannot see where it ends. Translation engines leave such marks where they move words.

## Example
```markdown
Choose **\"Save**\" to go on.
```

## Fix
Put both marks on the same side: `**\"Save\"**`. Where they stand round the same words, `check --fix --unsafe-fixes` puts both outside.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    if memchr::memmem::find(file.text.as_bytes(), b"**").is_none() {
        return;
    }
    let mut found = Vec::new();
    for prose in WrittenBlock::of(file) {
        if memchr::memchr2(b'"', b'\'', prose.text.as_bytes()).is_some() {
            found.extend(crossings(&prose));
        }
    }
    findings.push_all(file, found);
}

fn crossings(prose: &WrittenBlock<'_>) -> Vec<Finding> {
    // A mark alone in bold is of `bold-without-words`.
    let mut bold = prose.bold();
    bold.retain(|part| prose.text[part.clone()].contains(char::is_alphanumeric));
    if bold.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for kind in ['"', '\''] {
        let marks: Vec<usize> = marks(prose, kind).collect();
        let begins = |mark: &usize| !prose.text[..*mark].ends_with(char::is_alphanumeric);
        let follows_digit = |mark: &usize| prose.text[..*mark].ends_with(|c: char| c.is_ascii_digit());
        // A number may end a quotation or be in inches; of apostrophes some end a word: `users' files`.
        let is_paired = match kind {
            '"' => !marks.iter().any(follows_digit),
            _ => marks.iter().step_by(2).all(begins),
        };
        if marks.is_empty() || marks.len() % 2 == 1 || !is_paired {
            continue;
        }
        let mut rest = &marks[..];
        let mut reported = None;
        for part in &bold {
            let first = rest.partition_point(|mark| *mark < part.start);
            let inside = rest[first..].partition_point(|mark| *mark < part.end);
            let at = marks.len() - rest.len() + first;
            rest = &rest[first + inside..];
            // The first of a pair is one with an even number: it has its partner behind it, the last one before it.
            if inside % 2 == 1 {
                let is_opening = at.is_multiple_of(2);
                let crossing = if is_opening { marks[at + inside - 1] } else { marks[at] };
                let partner = if is_opening { marks.get(at + inside) } else { marks.get(at - 1) };
                let is_known = reported == Some(crossing);
                reported = partner.copied();
                found.extend(
                    partner.filter(|_| !is_known).map(|&partner| finding(prose, part, crossing, partner)),
                );
            }
        }
    }
    found
}

/// Where quotation marks of a kind stand.
fn marks<'p>(prose: &'p WrittenBlock<'_>, kind: char) -> impl Iterator<Item = usize> + 'p {
    let text = prose.text;
    let is_quote = move |at: &usize| {
        let before = text[..*at].chars().next_back();
        let after = text[at + 1..].chars().next();
        let is = |side: Option<char>, fits: fn(char) -> bool| side.is_some_and(fits);
        let is_within = is(before, char::is_alphanumeric) && is(after, char::is_alphanumeric);
        !is_within && before != Some('\\') && !prose.is_literal(*at)
    };
    memchr::memchr_iter(kind as u8, text.as_bytes()).filter(is_quote)
}

fn finding(prose: &WrittenBlock<'_>, part: &Range<usize>, crossing: usize, partner: usize) -> Finding {
    let text = prose.text;
    let whole = part.start - 2..part.end + 2;
    let shown = shortened(&text[whole.clone()]);
    let mark = &text[crossing..=crossing];
    let finding = Finding::new(
        prose.span(whole.clone()),
        format!("one quotation mark stands in the bold text of `{shown}`, its partner outside"),
    )
    .help("put both quotation marks on the same side of the asterisks");
    let inner = text[part.clone()].trim_matches(|c: char| c == '"' || c == '\'').trim();
    // Both marks round the bold text, at its ends: nothing but spaces between them and the asterisks.
    let is_first = text[part.start..crossing].is_empty() && partner >= whole.end;
    let is_last = text[crossing + 1..part.end].is_empty() && partner < whole.start;
    let touches = |between: &str| between.chars().all(|c| c == ' ') && between.len() < 2;
    let range = if is_first && touches(&text[whole.end..partner]) {
        whole.start..partner + 1
    } else if is_last && touches(&text[partner + 1..whole.start]) {
        partner..whole.end
    } else {
        return finding;
    };
    let right = format!("{mark}**{inner}**{mark}");
    finding.fix(Applicability::Unsafe, prose.span(range), right)
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn pairs_that_bold_text_divides() {
        let files = [
            ("content/de/a.md", "# A\n\nKlicken Sie auf **\"Speichern**\" und dann auf **Weiter**.\n"),
            ("content/fr/a.md", "# A\n\nChoisissez \"**Plus d’options\"** sous l'**onglet** d'accueil.\n"),
            ("content/he/a.md", "# A\n\n- עבור אל **'שירותי** > [רכישה'](b.md).\n\nבחר **' תפקיד** '.\n"),
            ("content/ja/a.md", "# A\n\n**\"設定** を開き\" ます。\n"),
            ("content/ro/a.md", "# A\n\nEroarea **\"550 Acces refuzat,** organizația nu permite\" apare.\n"),
            ("content/sl/a.md", "# A\n\n| a |\n| - |\n| \"Izberite **Datoteka\" >** |\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/de/a.md `**"Speichern**`: one quotation mark stands in the bold text of `**"Speichern**`, its partner outside (put both quotation marks on the same side of the asterisks)
          Unsafe: `**"Speichern**"` → `"**Speichern**"`
        content/fr/a.md `**Plus d’options"**`: one quotation mark stands in the bold text of `**Plus d’options"**`, its partner outside (put both quotation marks on the same side of the asterisks)
          Unsafe: `"**Plus d’options"**` → `"**Plus d’options**"`
        content/he/a.md `**'שירותי**`: one quotation mark stands in the bold text of `**'שירותי**`, its partner outside (put both quotation marks on the same side of the asterisks)
        content/he/a.md `**' תפקיד**`: one quotation mark stands in the bold text of `**' תפקיד**`, its partner outside (put both quotation marks on the same side of the asterisks)
          Unsafe: `**' תפקיד** '` → `'**תפקיד**'`
        content/ja/a.md `**"設定**`: one quotation mark stands in the bold text of `**"設定**`, its partner outside (put both quotation marks on the same side of the asterisks)
        content/ro/a.md `**"550 Acces refuzat,**`: one quotation mark stands in the bold text of `**"550 Acces refuzat,**`, its partner outside (put both quotation marks on the same side of the asterisks)
        content/sl/a.md `**Datoteka" >**`: one quotation mark stands in the bold text of `**Datoteka" >**`, its partner outside (put both quotation marks on the same side of the asterisks)
        "#);
    }

    #[test]
    fn marks_that_stand_together() {
        let text = "# A\n\n\"**a**\" **\"b\"** 'c' **d's** l'**e** **users'** and groups' **'** ' **ארה\"ב** x\" **24\"** \"f\" `**\"g**\"` \"h **i** j\"\n\n\"A 1\" **\"B\" \"C 2\"**\n\n **k's and l's**\n\n**m\" n**\n\n**o** \"p\\**\"q\n";
        assert_eq!(findings(&CHECK, &[("content/he/a.md", text)]), "");
    }
}
