//! `link-text-incomplete`: the text of a link that ends within a phrase, or begins with what joins it to the sentence.

mod words;

use std::ops::Range;

use crate::catalog::{Article, Catalog};
use crate::diagnostic::{Applicability, Edit, Fix, Span};
use crate::markdown::{Link, Placement};

use super::check::{MANY, is_alphanumeric, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};
use words::Words;

pub(super) const CHECK: Check = Check {
    code: "link-text-incomplete",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: Some(MANY),
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "the text of a link ends within a phrase",
    explanation: "\
## What it does
Checks the texts of links for a preposition, an article or a conjunction at their end where the sentence goes on behind the link, and for “and” or “or” at their beginning. Known are the words of 26 languages that end no phrase; English verbs such as “sign in” are not reported.

## Why is this bad?
Readers see half of a name as the link, and do not know where it leads. Translation engines move the ends of links among the words.

## Example
```markdown
See [how to change the language of](language.md) the page.
```

## Fix
Write the whole phrase in the link, `[how to change the language of the page](language.md)`, or the word outside of it. `check --fix --unsafe-fixes` takes the word out.",
    run: Run::Article(run),
};

fn run(catalog: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    let file = &article.file;
    let Some(words) = Words::of(catalog.locales[article.locale].locale.language()) else { return };
    let links = file.document.links.iter().filter(|link| link.placement == Placement::Body);
    findings.push_all(file, links.filter_map(|link| judge(article, link, words)));
}

fn judge(article: &Article, link: &Link, words: Words) -> Option<Finding> {
    let file = &article.file;
    let start = link.span.start as usize;
    let written = file.text.get(start..link.destination_span.start as usize)?;
    let text = written.strip_suffix('<').unwrap_or(written).strip_suffix("](")?.strip_prefix('[')?;
    let text = start + 1..start + 1 + text.len();
    let block = file.document.block_at(start).map(|block| block.span.range())?;
    let block = block.start..block.end.max(link.span.end as usize);
    ending(&file.text, &text, link.span.end as usize..block.end, words)
        .or_else(|| beginning(&file.text, &text, block.start..start, words))
}

/// Marks round words that are no part of them.
const MARKS: [char; 4] = [' ', '*', '_', '\u{a0}'];

/// A word at the end that joins the link to what stands `behind` it.
fn ending(all: &str, text: &Range<usize>, behind: Range<usize>, words: Words) -> Option<Finding> {
    let kept = all[text.clone()].trim_end_matches(MARKS).trim_end_matches([',', ' ']);
    let (before, word) = kept.rsplit_once(char::is_whitespace)?;
    let goes_on = all.get(behind.clone())?.trim_start_matches(MARKS);
    let is_on = goes_on.starts_with(|letter: char| is_alphanumeric(letter) || "[`\"'«„“".contains(letter));
    if !words.end.contains(&word) || !is_on || !before.contains(is_alphanumeric) {
        return None;
    }
    let from = text.start + kept.len() - word.len();
    let message = format!("the text of the link `{}` ends with `{word}`, within a phrase", shortened(kept));
    let finding = Finding::new(Span::new(from, from + word.len()), message)
        .help("write the whole phrase in the link, or this word behind it");
    // Marks of bold text, or a comma, would be left behind the word.
    if from + word.len() != text.end {
        return Some(finding);
    }
    let surplus = Span::new(text.start + before.trim_end().len(), text.end);
    // `ב-` is written together with what follows.
    let space = if word.ends_with('-') || all[behind.start..].starts_with(' ') { "" } else { " " };
    let moved = Edit { span: Span::new(behind.start, behind.start), text: format!(" {word}{space}") };
    let edits = vec![Edit { span: surplus, text: String::new() }, moved];
    Some(Finding { fix: Some(Fix { applicability: Applicability::Unsafe, edits }), ..finding })
}

/// A word at the beginning that joins the link to what stands `before` it.
fn beginning(all: &str, text: &Range<usize>, before: Range<usize>, words: Words) -> Option<Finding> {
    let kept = all[text.clone()].trim_start_matches(MARKS);
    let (word, rest) = kept.split_once(' ')?;
    let sentence = all.get(before)?.trim_end_matches(MARKS);
    let is_joined = sentence.ends_with(|letter: char| is_alphanumeric(letter) || ",)".contains(letter));
    if !words.begin.contains(&word) || !is_joined || !rest.contains(is_alphanumeric) {
        return None;
    }
    let from = text.end - kept.len();
    let message = format!("the text of the link `{}` begins with `{word}`", shortened(kept));
    let finding = Finding::new(Span::new(from, from + word.len()), message)
        .help("write this word before the link: it joins the link to the sentence");
    if from != text.start {
        return Some(finding);
    }
    let space = if all[..text.start - 1].ends_with(char::is_whitespace) { "" } else { " " };
    let surplus = Span::new(text.start - 1, from + word.len() + 1);
    Some(finding.fix(Applicability::Unsafe, surplus, format!("{space}{word} [")))
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn phrases_that_are_divided() {
        let files = [
            ("content/de/a.md", "# A\n\nLesen Sie [mehr über Konten und](b.md) Rechte.\n"),
            ("content/en/a.md", "# A\n\nSee [the list of](https://e.org/a)**plans**.\n"),
            ("content/fr/a.md", "# A\n\nConsultez [les règles de](https://e.org/a) la page.\n"),
            ("content/he/a.md", "# A\n\nראה [התקנה של](https://e.org/a) היישום [או הסרה שלו](b.md).\n"),
            ("content/lv/a.md", "# A\n\nJa vēlaties, [mainiet valodu vai](https://e.org/a) laiku.\n"),
            ("content/pl/a.md", "# A\n\n- Zobacz [strony](b.md) [i konta użytkowników](https://e.org/a)\n"),
            ("content/ro/a.md", "# A\n\nConsultați [articolul **pentru**](https://e.org/a) ajutor.\n"),
            ("content/sl/a.md", "# A\n\nGlejte [nastavitve v](<https://e.org/a b>)storitvi.\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/a.md `und`: the text of the link `mehr über Konten und` ends with `und`, within a phrase (write the whole phrase in the link, or this word behind it)
          Unsafe: ` und` → ``, `` → ` und`
        content/en/a.md `of`: the text of the link `the list of` ends with `of`, within a phrase (write the whole phrase in the link, or this word behind it)
          Unsafe: ` of` → ``, `` → ` of `
        content/fr/a.md `de`: the text of the link `les règles de` ends with `de`, within a phrase (write the whole phrase in the link, or this word behind it)
          Unsafe: ` de` → ``, `` → ` de`
        content/he/a.md `של`: the text of the link `התקנה של` ends with `של`, within a phrase (write the whole phrase in the link, or this word behind it)
          Unsafe: ` של` → ``, `` → ` של`
        content/he/a.md `או`: the text of the link `או הסרה שלו` begins with `או` (write this word before the link: it joins the link to the sentence)
          Unsafe: `[או ` → `או [`
        content/lv/a.md `vai`: the text of the link `mainiet valodu vai` ends with `vai`, within a phrase (write the whole phrase in the link, or this word behind it)
          Unsafe: ` vai` → ``, `` → ` vai`
        content/pl/a.md `i`: the text of the link `i konta użytkowników` begins with `i` (write this word before the link: it joins the link to the sentence)
          Unsafe: `[i ` → `i [`
        content/sl/a.md `v`: the text of the link `nastavitve v` ends with `v`, within a phrase (write the whole phrase in the link, or this word behind it)
          Unsafe: ` v` → ``, `` → ` v `
        ");
    }

    #[test]
    fn phrases_that_are_whole() {
        let files = [
            (
                "content/en/a.md",
                "# A\n\n[Sign in](b.md) now, [or](b.md) [a and](b.md). ![list of](b.png) x `[a of](b.md) y`\n\n[and the rest](b.md) of it: [and](b.md)\n",
            ),
            ("content/ja/a.md", "# A\n\n[設定 を](b.md) 開く\n"),
            ("content/ro/a.md", "# A\n\n[Aflați cum](b.md). Vedeți [contul de](b.md).\n"),
            (
                "content/sl/a.md",
                "# A\n\nIzberite [gumb Da](b.md) zdaj, [in](b.md) konec. Glejte [ali deluje](b.md).\n",
            ),
        ];
        assert_eq!(findings(&CHECK, &files), "");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_judged(text in "[*_ā \n(`\\]\\[).,-]{0,20}[a-z ]{0,4}of\\]\\([a-z )]{0,9}") {
            let _ = findings(&CHECK, &[("content/en/a.md", &text)]);
        }
    }
}
