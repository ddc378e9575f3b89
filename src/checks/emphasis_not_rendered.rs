//! `emphasis-not-rendered`: stars that were to make text bold and are shown instead.

mod long_run;

use crate::catalog::File;
use crate::diagnostic::{Applicability, Span};
use crate::markdown::{Document, StrayKind};

use super::check::{InBlock, in_blocks, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "emphasis-not-rendered",
    level: Level::Warning,
    made_in: MadeIn::Text,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "bold text is shown as asterisks",
    explanation: "\
## What it does
Checks for `**` left over in running text. Asterisks make text bold only if there is no whitespace between them and the text. If there is punctuation directly inside them, there must also be whitespace or punctuation directly outside; this is a rule of CommonMark. Languages without spaces between words run into it most often, as in `これは**「設定」**です`.

## Why is this bad?
Readers see asterisks, and miss what they should press. Translation often moves a space or a full stop to the other side of the asterisks.

## Example
```markdown
Choose ** Save ** and go on to** the next page**.
```

## Fix
Move the whitespace outside the asterisks: `Choose **Save** and go on to **the next page**.` `check --fix` does this if the asterisks of a paragraph pair up in only one way. Where a space is not possible, move the punctuation outside: `これは「**設定**」です`.",
    run: Run::File(run),
};

/// Marks of one pair: `***` is bold and italic. Longer runs are two that touch, or masks and lines.
const LENGTHS: std::ops::RangeInclusive<u32> = 2..=3;

fn run(file: &File, findings: &mut Findings<'_>) {
    for found in in_blocks(file, StrayKind::Stars) {
        judge(file, &found, findings);
    }
}

fn judge(file: &File, found: &InBlock<'_>, findings: &mut Findings<'_>) {
    let runs = found.strays.iter().map(|stray| (*stray, long_run::whole(file, *stray)));
    let (marks, long): (Vec<_>, Vec<_>) = runs.partition(|(_, run)| LENGTHS.contains(&(run.end - run.start)));
    let marks: Vec<Span> = marks.into_iter().map(|(stray, _)| stray).collect();
    let long = long_run::judge(file, found, &long);
    if marks.len().is_multiple_of(2) {
        for pair in marks.chunks_exact(2) {
            let first = long.partition_point(|finding| finding.span.start < pair[0].start);
            if long.get(first).is_none_or(|finding| finding.span.start > pair[1].start) {
                findings.push(file, of_pair(file, found, pair[0], pair[1]));
            }
        }
    }
    let is_paired = marks.len().is_multiple_of(2) || !long.is_empty();
    long.into_iter().for_each(|finding| findings.push(file, finding));
    // One that is left over may be the other end of a long run.
    if is_paired {
        return;
    }
    for mark in marks.into_iter().filter(|mark| !stands_for_itself(file, *mark)) {
        let stars = mark.slice(&file.text);
        let finding = Finding::new(mark, format!("`{stars}` is shown as written: it has no counterpart"))
            .help(format!("write `{stars}` at both ends of the bold text, or remove it"));
        findings.push(file, finding);
    }
}

/// `2**3`, `/**/`, `a/**`, and a footnote's mark at the beginning of its line.
fn stands_for_itself(file: &File, mark: Span) -> bool {
    let before = file.text[..mark.start as usize].chars().next_back();
    let after = file.text[mark.end as usize..].chars().next();
    let is_path = |c: Option<char>| c.is_some_and(|c| matches!(c, '/' | '\\' | '.'));
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    is_path(before) && before != Some('.')
        || is_path(after) && after != Some('.')
        || is_digit(before) && is_digit(after)
}

fn of_pair(file: &File, found: &InBlock<'_>, open: Span, close: Span) -> Finding {
    let span = Span { start: open.start, end: close.end };
    let stars = open.slice(&file.text);
    let inner = Span { start: open.end, end: close.start }.slice(&file.text);
    let written = shortened(span.slice(&file.text));
    let finding =
        Finding::new(span, format!("`{written}` is shown with its asterisks: {}", reason(file, span, inner)));
    let otherwise =
        format!("write `{stars}` directly before the first and directly after the last bold letter");
    if inner.contains('`') || open.slice(&file.text) != close.slice(&file.text) {
        return finding.help(otherwise);
    }
    let before = file.text[found.block.span.start as usize..span.start as usize].chars().next_back();
    let after = file.text[span.end as usize..found.block.span.end as usize].chars().next();
    let meant = if inner.contains("**") {
        // Stars read as bold in between are of another pair than the author meant.
        paired_anew(span.slice(&file.text), before, after)
    } else {
        readings(stars, inner, before, after)
    };
    for (applicability, right) in meant {
        if leaves(file, found, span, &right, 2) {
            let help = format!("write `{}`", shortened(right.trim()));
            return finding.help(help).fix(applicability, span, right);
        }
    }
    finding.help(otherwise)
}

/// Why the pair is none.
fn reason(file: &File, span: Span, inner: &str) -> &'static str {
    let before = file.text[..span.start as usize].chars().next_back();
    let after = file.text[span.end as usize..].chars().next();
    let is_mark = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if inner.starts_with(char::is_whitespace) {
        "there is whitespace after the opening ones"
    } else if inner.ends_with(char::is_whitespace) {
        "there is whitespace before the closing ones"
    } else if is_mark(inner.chars().next()) && is_letter(before) {
        "the opening ones follow a letter and precede punctuation"
    } else if is_mark(inner.chars().next_back()) && is_letter(after) {
        "the closing ones follow punctuation and precede a letter"
    } else {
        "they do not form a pair"
    }
}

/// What may have been meant, the most certain first: white space put outside of the stars, then punctuation too.
fn readings(
    stars: &str,
    inner: &str,
    before: Option<char>,
    after: Option<char>,
) -> Vec<(Applicability, String)> {
    let core = inner.trim();
    if core.is_empty() {
        return Vec::new();
    }
    let lead = &inner[..inner.len() - inner.trim_start().len()];
    let trail = &inner[inner.trim_end().len()..];
    // One space is enough.
    let lead = if before.is_none_or(char::is_whitespace) { "" } else { lead };
    let trail = if after.is_none_or(|after| after.is_whitespace() || is_closing(after)) { "" } else { trail };
    let mut readings = vec![(Applicability::Safe, format!("{lead}{stars}{core}{stars}{trail}"))];
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let from_left = core.trim_start_matches(is_mark);
    let both = from_left.trim_end_matches(is_mark);
    let opening = &core[..core.len() - from_left.len()];
    let closing = &from_left[both.len()..];
    if !both.is_empty() && core.len() != both.len() {
        readings
            .push((Applicability::Unsafe, format!("{lead}{opening}{stars}{both}{stars}{closing}{trail}")));
    }
    readings
}

/// The same of several pairs, one behind the other.
fn paired_anew(written: &str, before: Option<char>, after: Option<char>) -> Vec<(Applicability, String)> {
    let pieces: Vec<&str> = written.split("**").collect();
    let is_even = pieces.len() % 2 == 1 && !written.contains("***");
    let mut all = [String::new(), String::new()];
    for (at, piece) in pieces.iter().enumerate().filter(|_| is_even) {
        for (certain, whole) in [true, false].into_iter().zip(&mut all) {
            if at % 2 == 0 {
                whole.push_str(piece);
                continue;
            }
            let before = whole.chars().next_back().or(before);
            let after = pieces.get(at + 1).and_then(|next| next.chars().next()).or(after);
            let mut readings = readings("**", piece, before, after).into_iter();
            let reading = if certain { readings.next() } else { readings.next_back() };
            whole.push_str(&reading.map(|(_, right)| right).unwrap_or_default());
        }
    }
    all.into_iter().map(|whole| (Applicability::Unsafe, whole)).collect()
}

/// Punctuation that no space stands before.
fn is_closing(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']')
}

/// Whether the block with `right` at `span` says the same, and leads to the same places, with `fewer` runs of stars.
fn leaves(file: &File, found: &InBlock<'_>, span: Span, right: &str, fewer: usize) -> bool {
    let (old, new) = found.with(file, span, right);
    let (old, new) = (Document::parse(old, 0), Document::parse(&new, 0));
    let stars =
        |document: &Document| document.strays.iter().filter(|stray| stray.kind == StrayKind::Stars).count();
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '*').collect::<String>();
    let targets = |document: &Document| {
        let links = document.links.iter().map(|link| link.destination.clone());
        links.chain(document.images.iter().map(|image| image.destination.clone())).collect::<Vec<_>>()
    };
    stars(&new) + fewer == stars(&old)
        && letters(&new.text) == letters(&old.text)
        && targets(&new) == targets(&old)
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    fn found(text: &str) -> String {
        findings(&CHECK, &[("content/en/a.md", &format!("# A\n\n{text}\n"))])
    }

    #[test]
    fn white_space_inside_the_stars() {
        insta::assert_snapshot!(found("Open ** Yammer ** now.\n\n- Go to** the & page**\n- **x **and\n\n## Press ** Save **"), @"
        content/en/a.md `** Yammer **`: `** Yammer **` is shown with its asterisks: there is whitespace after the opening ones (write `**Yammer**`)
          Safe: `** Yammer **` → `**Yammer**`
        content/en/a.md `** the & page**`: `** the & page**` is shown with its asterisks: there is whitespace after the opening ones (write `**the & page**`)
          Safe: `** the & page**` → ` **the & page**`
        content/en/a.md `**x **`: `**x **` is shown with its asterisks: there is whitespace before the closing ones (write `**x**`)
          Safe: `**x **` → `**x** `
        content/en/a.md `** Save **`: `** Save **` is shown with its asterisks: there is whitespace after the opening ones (write `**Save**`)
          Safe: `** Save **` → `**Save**`
        ");
    }

    #[test]
    fn languages_without_spaces() {
        insta::assert_snapshot!(found("これは**「設定」**です。\n\n**「設定」**です。次は**保存。**その後"), @"
        content/en/a.md `**「設定」**`: `**「設定」**` is shown with its asterisks: the opening ones follow a letter and precede punctuation (write `「**設定**」`)
          Unsafe: `**「設定」**` → `「**設定**」`
        content/en/a.md `**「設定」**です。次は**保存。**`: `**「設定」**です。次は**保存。**` is shown with its asterisks: the closing ones follow punctuation and precede a letter (write `「**設定**」です。次は**保存**。`)
          Unsafe: `**「設定」**です。次は**保存。**` → `「**設定**」です。次は**保存**。`
        ");
    }

    #[test]
    fn several_pairs_and_odd_ones() {
        insta::assert_snapshot!(found("** a ** and ** b **\n\nOne ** alone\n\nx** a **y** b **z\n\n**A **b** c** d"), @"
        content/en/a.md `** a **`: `** a **` is shown with its asterisks: there is whitespace after the opening ones (write `**a**`)
          Safe: `** a **` → `**a**`
        content/en/a.md `** b **`: `** b **` is shown with its asterisks: there is whitespace after the opening ones (write `**b**`)
          Safe: `** b **` → `**b**`
        content/en/a.md `**`: `**` is shown as written: it has no counterpart (write `**` at both ends of the bold text, or remove it)
        content/en/a.md `** a **y** b **`: `** a **y** b **` is shown with its asterisks: there is whitespace after the opening ones (write `**a** y **b**`)
          Unsafe: `** a **y** b **` → ` **a** y **b** `
        ");
    }

    #[test]
    fn runs_of_four_and_more() {
        let files = [
            ("content/ar/a.md", "# A\n\nحدد **حفظ****إغلاق** الآن\n"),
            ("content/de/a.md", "# A\n\nWählen Sie „Speichern“****. Dann **A****B** und **** weiter.\n"),
            (
                "content/en/a.md",
                "# A\n\nTap **Save****Close** now\n\n- a **[](https://example.com/a)****b c** d\n",
            ),
            ("content/he/a.md", "# A\n\nלחץ על **שמור********סגור**\n"),
            ("content/ja/a.md", "# A\n\n**保存****閉じる**を押します。\n\n**\"A****\"or\"B**\"\n"),
            ("content/th/a.md", "# A\n\nคลิก “ตกลง”**** แล้ว\n"),
            ("content/zh-CN/a.md", "# A\n\n单击“保存”****。\n\n单击****“确定”。\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"");
    }

    #[test]
    fn masks() {
        assert_eq!(
            found(
                "(****) ****@example.com ****1234 \"****\" jo@****.com AKIA**** **** **** **** 1234 ****-****-12 password: ****, PIN=****\n\n****\n\n***** a"
            ),
            ""
        );
    }

    #[test]
    fn what_is_meant_as_written() {
        assert_eq!(
            found("`**` \\*\\* 2**3 src/**/*.md ****** password: ****\n\n    a ** b **\n\n* * *\n"),
            ""
        );
    }
}
