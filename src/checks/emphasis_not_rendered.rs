//! `emphasis-not-rendered`: marks that were to make text bold, italic or struck through and are shown instead.

mod leaves;
mod long_run;
mod mixed;
mod readings;

use crate::catalog::File;
use crate::diagnostic::{Applicability, Span};
use crate::markdown::StrayKind;

use super::check::{InBlock, WrittenBlock, in_blocks, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};
use leaves::leaves;
use readings::{paired_anew, readings};

pub(super) const CHECK: Check = Check {
    code: "emphasis-not-rendered",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "bold or italic text is shown with its marks",
    explanation: "\
## What it does
Checks for `**` left over in running text, and for pairs of `*`, `_`, `__` and `~~` that punctuation of languages without spaces keeps from being read. Asterisks make text bold only if there is no whitespace between them and the text. If there is punctuation directly inside them, there must also be whitespace or punctuation directly outside; this is a rule of CommonMark. Languages without spaces between words run into it most often, as in `これは**「設定」**です`. Underscores between letters are letters, as in `これは__設定__です`.

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
    for found in in_blocks(file, StrayKind::Mark) {
        judge_thin(file, &found, findings);
    }
    if !mixed::may_be(file.text.as_bytes()) {
        return;
    }
    for prose in WrittenBlock::of(file) {
        for part in mixed::of(&prose) {
            judge_mixed(file, prose.span(part), findings);
        }
    }
}

/// Marks that do not match; where whole ones are shown too, those are reported.
fn judge_mixed(file: &File, span: Span, findings: &mut Findings<'_>) {
    let strays = &file.document.strays;
    let first = strays.partition_point(|stray| stray.span.end <= span.start);
    let mut shown = strays[first..].iter().take_while(|stray| stray.span.start < span.end);
    if shown.any(|stray| matches!(stray.kind, StrayKind::Stars | StrayKind::Mark)) {
        return;
    }
    let written = shortened(span.slice(&file.text));
    let finding = Finding::new(
        span,
        format!("`{written}` is shown with its marks: they do not match, or whitespace stands between them"),
    )
    .help("write the same marks before and behind the text, without whitespace between them");
    findings.push(file, finding);
}

/// Marks that mean much else: only pairs that punctuation beside a letter of another script keeps from being read.
fn judge_thin(file: &File, found: &InBlock<'_>, findings: &mut Findings<'_>) {
    let is_thin = |mark: &&Span| matches!(mark.slice(&file.text), "*" | "_" | "__" | "~~");
    let mut marks = found.strays.iter().copied().filter(|mark| is_thin(&mark)).peekable();
    while let Some(open) = marks.next() {
        let written = open.slice(&file.text);
        let Some(&close) = marks.peek().filter(|close| close.slice(&file.text) == written) else { continue };
        if is_kept_apart(file, open, close) || is_within_word(file, open, close) {
            marks.next();
            findings.push(file, of_pair(file, found, StrayKind::Mark, open, close));
        }
    }
}

/// Whether both marks touch their text, and one stands between punctuation and a letter of another script.
fn is_kept_apart(file: &File, open: Span, close: Span) -> bool {
    let inner = Span { start: open.end, end: close.start }.slice(&file.text);
    let before = file.text[..open.start as usize].chars().next_back();
    let after = file.text[close.end as usize..].chars().next();
    let is_letter = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && c.is_alphanumeric());
    let (first, last) = (inner.chars().next(), inner.chars().next_back());
    let is_mark = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
    let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    touches(first)
        && touches(last)
        && !inner.contains('\n')
        && (is_letter(before) && is_mark(first) || is_mark(last) && is_letter(after))
}

/// Whether underscores stand between letters of a language without spaces between words, where they are read as letters. A
/// single one may belong to a name of a file: only beside Hiragana, which is of grammar, it does not.
fn is_within_word(file: &File, open: Span, close: Span) -> bool {
    let inner = Span { start: open.end, end: close.start }.slice(&file.text);
    let before = file.text[..open.start as usize].chars().next_back();
    let after = file.text[close.end as usize..].chars().next();
    let joins: fn(char) -> bool = match open.slice(&file.text) {
        "__" => |c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'),
        "_" => |c| matches!(c, '\u{3041}'..='\u{309f}'),
        _ => return false,
    };
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !inner.contains('\n')
        && is_word(inner.chars().next())
        && is_word(inner.chars().next_back())
        && (before.is_some_and(joins) && after.is_none_or(|c| c != '_')
            || after.is_some_and(joins) && before.is_none_or(|c| c != '_'))
}

fn judge(file: &File, found: &InBlock<'_>, findings: &mut Findings<'_>) {
    let runs = found.strays.iter().map(|stray| (*stray, long_run::whole(file, *stray)));
    let (marks, long): (Vec<_>, Vec<_>) = runs.partition(|(_, run)| LENGTHS.contains(&(run.end - run.start)));
    let marks: Vec<Span> = marks.into_iter().map(|(stray, _)| stray).collect();
    let long = long_run::judge(file, found, &long);
    let is_even = marks.len().is_multiple_of(2);
    for pair in marks.chunks_exact(2).filter(|_| is_even) {
        let first = long.partition_point(|finding| finding.span.start < pair[0].start);
        if long.get(first).is_none_or(|finding| finding.span.start > pair[1].start) {
            of_marks(file, found, pair[0], pair[1], findings);
        }
    }
    // One that is left over may be the other end of a long run.
    let is_paired = is_even || !long.is_empty();
    long.into_iter().for_each(|finding| findings.push(file, finding));
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

/// A finding for each run that the author meant: what lies between two marks that are shown may have been read as bold in
/// place of what stands beside it. What puts all of them right is the fix of the first.
fn of_marks(file: &File, found: &InBlock<'_>, open: Span, close: Span, findings: &mut Findings<'_>) {
    let whole = of_pair(file, found, StrayKind::Stars, open, close);
    let inner = Span { start: open.end, end: close.start }.slice(&file.text);
    let between: Vec<Span> = inner
        .match_indices("**")
        .map(|(at, stars)| Span::new(open.end as usize + at, open.end as usize + at + stars.len()))
        .collect();
    if between.is_empty() || between.len() % 2 == 1 || inner.contains("***") {
        return findings.push(file, whole);
    }
    let marks: Vec<Span> = std::iter::once(open).chain(between).chain(std::iter::once(close)).collect();
    let mut fix = whole.fix;
    for pair in marks.chunks_exact(2) {
        let span = Span { start: pair[0].start, end: pair[1].end };
        let inner = Span { start: pair[0].end, end: pair[1].start }.slice(&file.text);
        let written = shortened(span.slice(&file.text));
        let message = format!("`{written}` is not bold: {}", reason(file, span, inner));
        let finding = Finding { fix: fix.take(), ..Finding::new(span, message) };
        findings.push(file, finding.help(whole.help.clone().unwrap_or_default()));
    }
}

fn of_pair(file: &File, found: &InBlock<'_>, kind: StrayKind, open: Span, close: Span) -> Finding {
    let span = Span { start: open.start, end: close.end };
    let stars = open.slice(&file.text);
    let inner = Span { start: open.end, end: close.start }.slice(&file.text);
    let written = shortened(span.slice(&file.text));
    let finding = Finding::new(
        span,
        format!("`{written}` is shown with its {}: {}", name(stars), reason(file, span, inner)),
    );
    let letter = if matches!(stars, "*" | "_" | "~~") { "letter" } else { "bold letter" };
    let otherwise = format!("write `{stars}` directly before the first and directly after the last {letter}");
    if inner.contains('`') || open.slice(&file.text) != close.slice(&file.text) {
        return finding.help(otherwise);
    }
    let before = file.text[found.block.span.start as usize..span.start as usize].chars().next_back();
    let after = file.text[span.end as usize..found.block.span.end as usize].chars().next();
    let meant = if stars.starts_with('_') && is_within_word(file, open, close) {
        let asterisks = "*".repeat(stars.len());
        vec![(Applicability::Unsafe, format!("{asterisks}{inner}{asterisks}"))]
    } else if stars.starts_with("**") && inner.contains("**") {
        // Stars read as bold in between are of another pair than the author meant.
        paired_anew(span.slice(&file.text), before, after)
    } else {
        readings(stars, inner, before, after)
    };
    for (applicability, right) in meant {
        if leaves(file, found, kind, span, &right).is_some_and(|fewer| fewer >= 2) {
            let help = format!("write `{}`", shortened(right.trim()));
            return finding.help(help).fix(applicability, span, right);
        }
    }
    finding.help(otherwise)
}

/// What marks are called.
fn name(marks: &str) -> &'static str {
    match marks.chars().next() {
        Some('_') => "underscores",
        Some('~') => "tildes",
        _ => "asterisks",
    }
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
    } else if span.slice(&file.text).starts_with('_') && (is_letter(before) || is_letter(after)) {
        "between letters underscores are letters"
    } else {
        "they do not form a pair"
    }
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
        content/en/a.md `**「設定」**`: `**「設定」**` is not bold: the closing ones follow punctuation and precede a letter (write `「**設定**」です。次は**保存**。`)
          Unsafe: `**「設定」**です。次は**保存。**` → `「**設定**」です。次は**保存**。`
        content/en/a.md `**保存。**`: `**保存。**` is not bold: the closing ones follow punctuation and precede a letter (write `「**設定**」です。次は**保存**。`)
        ");
    }

    #[test]
    fn other_marks_in_languages_without_spaces() {
        insta::assert_snapshot!(found("*（注）*これ *斜体，*她 \n\n__「下線」__です _（注）_これ ~~「削除」~~です\n\n**마크다운(Markdown)**을"), @"
        content/en/a.md `*（注）*`: `*（注）*` is shown with its asterisks: the closing ones follow punctuation and precede a letter (write `（*注*）`)
          Unsafe: `*（注）*` → `（*注*）`
        content/en/a.md `*斜体，*`: `*斜体，*` is shown with its asterisks: the closing ones follow punctuation and precede a letter (write `*斜体*，`)
          Unsafe: `*斜体，*` → `*斜体*，`
        content/en/a.md `__「下線」__`: `__「下線」__` is shown with its underscores: the closing ones follow punctuation and precede a letter (write `「__下線__」`)
          Unsafe: `__「下線」__` → `「__下線__」`
        content/en/a.md `_（注）_`: `_（注）_` is shown with its underscores: the closing ones follow punctuation and precede a letter (write `（_注_）`)
          Unsafe: `_（注）_` → `（_注_）`
        content/en/a.md `~~「削除」~~`: `~~「削除」~~` is shown with its tildes: the closing ones follow punctuation and precede a letter (write `「~~削除~~」`)
          Unsafe: `~~「削除」~~` → `「~~削除~~」`
        content/en/a.md `**마크다운(Markdown)**`: `**마크다운(Markdown)**` is shown with its asterisks: the closing ones follow punctuation and precede a letter (write `**마크다운**(Markdown)`)
          Unsafe: `**마크다운(Markdown)**` → `**마크다운**(Markdown)`
        ");
        insta::assert_snapshot!(found("**[リンク](b.md)**です。これは**`code`**です"), @"
        content/en/a.md `**[リンク](b.md)**`: `**[リンク](b.md)**` is not bold: the closing ones follow punctuation and precede a letter (write `**` directly before the first and directly after the last bold letter)
        content/en/a.md `**`code`**`: `**`code`**` is not bold: the opening ones follow a letter and precede punctuation (write `**` directly before the first and directly after the last bold letter)
        ");
    }

    #[test]
    fn underscores_between_letters() {
        insta::assert_snapshot!(found("それから__太字__だ。これは_斜体_です。\n\n이것은__굵게__입니다 報告__最終__版 報告_最終_版 a__b__c ____"), @"
        content/en/a.md `__太字__`: `__太字__` is shown with its underscores: between letters underscores are letters (write `**太字**`)
          Unsafe: `__太字__` → `**太字**`
        content/en/a.md `_斜体_`: `_斜体_` is shown with its underscores: between letters underscores are letters (write `*斜体*`)
          Unsafe: `_斜体_` → `*斜体*`
        content/en/a.md `__굵게__`: `__굵게__` is shown with its underscores: between letters underscores are letters (write `**굵게**`)
          Unsafe: `__굵게__` → `**굵게**`
        content/en/a.md `__最終__`: `__最終__` is shown with its underscores: between letters underscores are letters (write `**最終**`)
          Unsafe: `__最終__` → `**最終**`
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
        content/en/a.md `** a **`: `** a **` is not bold: there is whitespace after the opening ones (write `**a** y **b**`)
          Unsafe: `** a **y** b **` → ` **a** y **b** `
        content/en/a.md `** b **`: `** b **` is not bold: there is whitespace after the opening ones (write `**a** y **b**`)
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
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/ar/a.md `****`: `****` is shown as asterisks: nothing stands between them (write a space between the two bold texts)
          Unsafe: `****` → `** **`
        content/de/a.md `**A****B**`: `**A****B**` is shown with its asterisks: they do not form a pair (write `**` directly before the first and directly after the last bold letter)
        content/de/a.md `****`: `****` is shown as asterisks: nothing stands between them (remove them)
          Unsafe: `****` → ``
        content/en/a.md `****`: `****` is shown as asterisks: nothing stands between them (write a space between the two bold texts)
          Unsafe: `****` → `** **`
        content/en/a.md `****`: `****` is shown as asterisks: nothing stands between them (write two asterisks at each end of every bold text, and a space between two bold texts)
        content/he/a.md `********`: `********` is shown as asterisks: nothing stands between them (write two asterisks at each end of every bold text, and a space between two bold texts)
        content/ja/a.md `****`: `****` is shown as asterisks: nothing stands between them (remove them)
          Unsafe: `****` → ``
        content/ja/a.md `****`: `****` is shown as asterisks: nothing stands between them (write two asterisks at each end of every bold text, and a space between two bold texts)
        content/th/a.md `****`: `****` is shown as asterisks: nothing stands between them (remove them)
          Unsafe: `****` → ``
        content/zh-CN/a.md `****`: `****` is shown as asterisks: nothing stands between them (remove them)
          Unsafe: `****` → ``
        content/zh-CN/a.md `****`: `****` is shown as asterisks: nothing stands between them (remove them)
          Unsafe: `****` → ``
        ");
    }

    #[test]
    fn marks_that_do_not_match() {
        insta::assert_snapshot!(found("**_End of support_* _ x\n\nWe _*stop** now\n\nName * * Repair * *\n\nปี * * ก * * ข\n\n_*א** ב"), @"
        content/en/a.md `**_End of support_* _`: `**_End of support_* _` is shown with its marks: they do not match, or whitespace stands between them (write the same marks before and behind the text, without whitespace between them)
        content/en/a.md `_*stop**`: `_*stop**` is shown with its marks: they do not match, or whitespace stands between them (write the same marks before and behind the text, without whitespace between them)
        content/en/a.md `* * Repair * *`: `* * Repair * *` is shown with its marks: they do not match, or whitespace stands between them (write the same marks before and behind the text, without whitespace between them)
        content/en/a.md `* * ก * *`: `* * ก * *` is shown with its marks: they do not match, or whitespace stands between them (write the same marks before and behind the text, without whitespace between them)
        content/en/a.md `_*א**`: `_*א**` is shown with its marks: they do not match, or whitespace stands between them (write the same marks before and behind the text, without whitespace between them)
        ");
        assert_eq!(
            found(
                "**_a_** *_b_* _**c**_ `**_a_* _` cron 0 * * * * 1 snake_*a*b 2 * * 3\n\n* * a * *\n\nx_y_z *_a_ b*"
            ),
            ""
        );
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
            found(
                "`**` \\*\\* 2**3 src/**/*.md ****** password: ****\n\n    a ** b **\n\n* * *\n\n2 * 3 * 4 a_b_c 報告_最終_版 3~5~7 价格*与*说明 \\*（注）\\*これ __init__"
            ),
            ""
        );
    }
}
