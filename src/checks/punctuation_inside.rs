//! `punctuation-inside`: bold text within a sentence, or the text of a link, that has taken in the mark behind it.

use std::ops::Range;

use crate::catalog::{Article, File};
use crate::diagnostic::Applicability;
use crate::markdown::{Block, BlockKind, Placement};

use super::check::{MANY, WrittenBlock, is_alphanumeric, moved_behind, shortened};
use super::{Against, Check, Compared, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "punctuation-inside",
    level: Level::Suggestion,
    made_in: MadeIn::Translation,
    each_up_to: Some(MANY),
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "bold text or a link holds the mark of its sentence",
    explanation: "\
## What it does
Checks bold text for a comma, a semicolon or a full stop at its end, and the texts of links for a full stop, where at least a third of the other translations of the same source version, or the source, have none in bold text or links of that block. Bold text that is a sentence of its own, abbreviations and `…` are not reported; a comma in a link is `comma-in-link`.

## Why is this bad?
The mark belongs to the sentence: readers look for a button **Save** and not for one with a full stop. Translation engines move it there.

## Example
```markdown
<!-- the others -->
Click **Save**.
<!-- the translation -->
Click **Save.**
```

## Fix
Write the mark behind the bold text or the link: `**Save**.` `check --fix` does this; in a heading, whose anchor may change, `check --fix --unsafe-fixes`.",
    run: Run::Translation(run),
};

/// Commas and semicolons: Latin, Arabic, Chinese and Japanese.
const COMMAS: [char; 7] = [',', ';', '،', '؛', '，', '、', '；'];

const STOPS: [char; 2] = ['.', '。'];

/// Others at the least; the source is enough by itself.
const OTHERS: usize = 2;

/// What holds a mark: the place of its words, and where it ends.
#[derive(Debug)]
struct Holder {
    words: Range<usize>,
    /// The number of bytes behind its words that close it.
    closing: usize,
}

fn run(compared: &Compared<'_>, findings: &mut Findings<'_>) {
    if matches!(compared.against, Against::Nothing) {
        return;
    }
    let file = &compared.article.file;
    let mut beside: Option<Vec<&Article>> = None;
    for (index, block) in file.document.blocks.iter().enumerate() {
        let prose = WrittenBlock::of_block(file, block);
        if matches!(block.kind, BlockKind::Code | BlockKind::Html) || !may_be(prose.text) {
            continue;
        }
        for kind in [Kind::Bold, Kind::Link] {
            let all = holders(kind, compared.article, block, &prose);
            for holder in &all {
                let Some(mark) = mark(kind, &prose, holder) else { continue };
                let beside = beside.get_or_insert_with(|| compared.beside());
                let outside = outside((kind, mark), compared, beside, index);
                if outside.is_empty() {
                    continue;
                }
                let with = outside.iter().filter(|other| has_mark_behind(other, index, mark));
                let tags = compared.tags(with.map(|other| other.locale));
                let behind = behind_all(compared.article, block, &prose, holder);
                findings.push_all(file, finding(file, &prose, kind, (holder, mark, behind), &tags));
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Bold,
    Link,
}

/// Whether a text has a mark that something closes behind: hardly a block comes further.
fn may_be(text: &str) -> bool {
    let closes = |at: usize| {
        let before = text[..at].trim_end_matches(' ');
        before.ends_with(COMMAS) || before.ends_with(STOPS)
    };
    let mut marks = memchr::memchr2_iter(b'*', b']', text.as_bytes());
    marks.any(|at| (text[at..].starts_with("**") || text[at..].starts_with("](")) && closes(at))
}

/// Bold text, or links, of a block.
fn holders(kind: Kind, article: &Article, block: &Block, prose: &WrittenBlock<'_>) -> Vec<Holder> {
    if kind == Kind::Bold {
        return prose.bold().into_iter().map(|words| Holder { words, closing: "**".len() }).collect();
    }
    let document = &article.file.document;
    let links = document.links.get(block.links.0 as usize..block.links.1 as usize).unwrap_or_default();
    let links = links.iter().filter(|link| link.placement == Placement::Body);
    let holder = |link: &crate::markdown::Link| {
        let start = link.span.start.checked_sub(block.span.start)? as usize;
        let end = link.span.end.checked_sub(block.span.start)? as usize;
        let destination = link.destination_span.start.checked_sub(block.span.start)? as usize;
        let written = prose.text.get(start..destination)?;
        let words = written.strip_suffix('<').unwrap_or(written).strip_suffix("](")?;
        let words = start + words.len() - words.strip_prefix('[')?.len()..start + words.len();
        Some(Holder { closing: end.checked_sub(words.end)?, words })
    };
    links.filter_map(holder).collect()
}

/// The mark at the end of a holder that belongs to the sentence round it.
fn mark(kind: Kind, prose: &WrittenBlock<'_>, holder: &Holder) -> Option<char> {
    let words = &prose.text[holder.words.clone()];
    let mark = words.chars().next_back()?;
    let inner = words[..words.len() - mark.len_utf8()].trim_end_matches([' ', '\u{a0}']);
    let is_comma = kind == Kind::Bold && COMMAS.contains(&mark);
    let is_stop = STOPS.contains(&mark) && !is_abbreviation(inner);
    let is_whole = inner.ends_with(|letter: char| is_alphanumeric(letter) || ")]»”\"'*".contains(letter));
    // Its own sentence ends with the mark.
    let has_sentence = inner.contains(". ") || inner.contains('。');
    let is_found =
        (is_comma || is_stop) && is_whole && !has_sentence && prose.is_within_sentence(holder.words.start);
    is_found.then_some(mark)
}

/// Whether a text ends with letters that are shortened with a full stop: few small ones, or one alone.
fn is_abbreviation(text: &str) -> bool {
    let start =
        text.rfind(|letter: char| !is_alphanumeric(letter)).map_or(0, |at| text.ceil_char_boundary(at + 1));
    let word = &text[start..];
    let letters = word.chars().count();
    text[..start].ends_with('.')
        || letters < 2
        || letters < 4 && word.chars().all(|letter| letter.is_ascii_lowercase())
}

/// Those of the others that have holders of this kind in the block `index`, and no such mark at the end of any: none where they are too few.
fn outside<'c>(
    (kind, mark): (Kind, char),
    compared: &Compared<'c>,
    beside: &[&'c Article],
    index: usize,
) -> Vec<&'c Article> {
    let marks = like(mark);
    let mut all = 0;
    let mut without: Vec<&'c Article> = Vec::new();
    for &other in beside {
        let Some(block) = other.file.document.blocks.get(index) else { continue };
        let prose = WrittenBlock::of_block(&other.file, block);
        let holders = holders(kind, other, block, &prose);
        let ends = |holder: &Holder| prose.text[holder.words.clone()].ends_with(marks);
        all += usize::from(!holders.is_empty());
        if !holders.is_empty() && !holders.iter().any(ends) {
            without.push(other);
        }
    }
    let is_source = |other: &&Article| Some(other.locale) == compared.catalog.source;
    let is_enough = all >= OTHERS && without.len() * SHARE >= all || without.iter().any(is_source);
    if is_enough { without } else { Vec::new() }
}

/// The marks that stand for each other.
fn like(mark: char) -> &'static [char] {
    if STOPS.contains(&mark) { &STOPS } else { &COMMAS }
}

/// Whether such a mark stands directly behind bold text or a link of the block `index`: languages differ in where they have
/// one.
fn has_mark_behind(other: &Article, index: usize, mark: char) -> bool {
    let Some(block) = other.file.document.blocks.get(index) else { return false };
    let prose = WrittenBlock::of_block(&other.file, block);
    [Kind::Bold, Kind::Link].into_iter().any(|kind| {
        let holders = holders(kind, other, block, &prose);
        holders.iter().any(|holder| {
            let behind = behind_all(other, block, &prose, holder);
            let rest =
                prose.text[behind..].trim_start_matches([' ', '\u{a0}', '"', '“', '”', '«', '»', ')', '\'']);
            rest.starts_with(like(mark))
        })
    })
}

/// The place behind a holder, and behind bold text and links that end with it.
fn behind_all(article: &Article, block: &Block, prose: &WrittenBlock<'_>, holder: &Holder) -> usize {
    let mut behind = holder.words.end + holder.closing;
    let mut others = holders(Kind::Bold, article, block, prose);
    others.extend(holders(Kind::Link, article, block, prose));
    // Each is passed once: a link in bold, or bold text in a link.
    while let Some(outer) =
        others.iter().find(|other| other.words.end == behind && other.words.start < holder.words.start)
    {
        behind += outer.closing.max(1);
    }
    behind
}

/// One in so many others that has the mark outside shows where it belongs: engines take marks in, never out.
const SHARE: usize = 3;

fn finding(
    file: &File,
    prose: &WrittenBlock<'_>,
    kind: Kind,
    (holder, mark, behind): (&Holder, char, usize),
    tags: &str,
) -> Option<Finding> {
    let words = &prose.text[holder.words.clone()];
    let end = holder.words.end;
    let inner = words[..words.len() - mark.len_utf8()].trim_end_matches([' ', '\u{a0}']);
    let (what, help) = match kind {
        Kind::Bold => ("the bold text", "write it behind the bold text"),
        Kind::Link => ("the link", "write it behind the link"),
    };
    let as_in = if tags.is_empty() { String::new() } else { format!(", as in {tags}") };
    let message = format!("the `{mark}` at the end of `{}` belongs behind {what}{as_in}", shortened(inner));
    let surplus = prose.span(holder.words.start + inner.len()..end);
    let fix = moved_behind(file, surplus, mark, prose.span(end..behind).end);
    let finding = Finding::new(prose.span(end - mark.len_utf8()..end), message).help(help);
    Some(Finding { fix, ..finding }.unsafe_in_heading(file))
}

#[cfg(test)]
mod tests {
    use super::super::tests::siblings;
    use super::CHECK;

    #[test]
    fn marks_that_were_taken_in() {
        let found = siblings(
            &CHECK,
            &[
                "בדף **החשבון שלי,** בחר **שמור.**",
                "Lapā **Mans konts** atlasiet **Saglabāt**.",
                "Pe pagina **Contul meu**, selectați **Salvare**.",
                "Na strani **Moj račun** izberite **Shrani**.",
            ],
        );
        insta::assert_snapshot!(found, @"
        content/he-IL/a.md `,`: the `,` at the end of `החשבון שלי` belongs behind the bold text, as in ro-RO (write it behind the bold text)
          Safe: `,` → ``, `` → `,`
        content/he-IL/a.md `.`: the `.` at the end of `שמור` belongs behind the bold text, as in lv-LV, ro-RO and sl-SI (write it behind the bold text)
          Safe: `.` → ``, `` → `.`
        ");
        let found = siblings(
            &CHECK,
            &[
                "## ראה [רשימת התוכניות](https://e.org/a).",
                "## Skatiet [plānu sarakstu.](https://e.org/a) Tad",
                "## Consultați [lista de planuri](https://e.org/a).",
                "## Glejte [seznam paketov](https://e.org/a).",
            ],
        );
        insta::assert_snapshot!(found, @"
        content/lv-LV/a.md `.`: the `.` at the end of `plānu sarakstu` belongs behind the link, as in he-IL, ro-RO and sl-SI (write it behind the link)
          Unsafe: `.` → ``, `` → `.`
        ");
    }

    #[test]
    fn others_without_such_a_mark_and_holders_in_holders() {
        let found = siblings(
            &CHECK,
            &[
                "בדף **החשבון שלי,** בחר [**שמור.**](https://e.org/a)",
                "Lapā **Mans konts** atlasiet [**Saglabāt**](https://e.org/a).",
                "Pe pagina **Contul meu** selectați **[Salvare.](https://e.org/a)**",
                "Na strani **Moj račun** izberite [**Shrani**](https://e.org/a).",
            ],
        );
        insta::assert_snapshot!(found, @"
        content/he-IL/a.md `,`: the `,` at the end of `החשבון שלי` belongs behind the bold text (write it behind the bold text)
          Safe: `,` → ``, `` → `,`
        content/he-IL/a.md `.`: the `.` at the end of `שמור` belongs behind the bold text, as in lv-LV and sl-SI (write it behind the bold text)
          Safe: `.` → ``, `` → `.`
        content/ro-RO/a.md `.`: the `.` at the end of `Salvare` belongs behind the link, as in lv-LV and sl-SI (write it behind the link)
          Safe: `.` → ``, `` → `.`
        ");
    }

    #[test]
    fn marks_of_their_own() {
        for own in [
            "**Izberite Shrani.** Nato **zaprite** okno.",
            "Glejte **podrobnosti itd.** v [seznamu idr.](https://e.org/a)",
            "Izberite **Več...** in **[1. 2. 3.](https://e.org/a)**",
        ] {
            let other = "Ceva **Salvare** [lista](https://e.org/a) x";
            assert_eq!(siblings(&CHECK, &[other, other, other, own]), "", "{own}");
        }
        // Where the others have it too.
        let own = "Izberite **Shrani.** Nato";
        let ro = "Selectați **Salvare.** Apoi";
        assert_eq!(siblings(&CHECK, &[ro, "Atlasiet saglabāt.", ro, own]), "");
    }
}
