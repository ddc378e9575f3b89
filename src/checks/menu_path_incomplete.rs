//! `menu-path-incomplete`: a menu path `**A** > **B**` that lost one of its names.

mod gap;
mod words;

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::BlockKind;

use super::check::{WrittenBlock, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};
use gap::{Kind, gap};

pub(super) const CHECK: Check = Check {
    code: "menu-path-incomplete",
    level: Level::Warning,
    made_in: MadeIn::Structure,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a menu path has lost a name",
    explanation: "\
## What it does
Checks for menu paths such as `**File** > **Save**` with nothing between two `>`, before the first, or behind the last one, with a word such as “of” or “and” beside a `>`, with which no name begins or ends, with a `>` that begins or ends a link or bold text, and with a comma beside a `>`.

## Why is this bad?
Readers do not know what to choose. Translation engines move the names to another place of the sentence; a line that then begins with `>` is shown as a quote.

## Example
```markdown
Go to **Settings**  >    >  .
```

## Fix
Write every name of the path whole and in its place. Where the names stand elsewhere in the sentence, other translations show their order.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    if !has_separator(&file.text) {
        return;
    }
    for prose in WrittenBlock::of(file) {
        if let Some(span) = quoted(file, &prose) {
            let finding = Finding::new(span, "the `>` of a menu path begins the line, so a quote is shown")
                .help("write the name before the `>`, in the same line");
            findings.push(file, finding);
        }
        if !has_separator(prose.text) {
            continue;
        }
        let mut start = 0;
        for line in prose.text.split_inclusive('\n') {
            let separators = separators(&prose, start, line);
            let rest = &prose.text[start + line.len()..];
            if let Some(gap) = gap(line, rest, &separators) {
                findings.push(file, of_gap(file, prose.span(start + gap.from..start + gap.to), gap.kind));
            } else if let Some((what, (from, to))) = edge(&prose, start, line, &separators) {
                let message = format!("{what} the `>` of a menu path: a name is missing or stands outside");
                let finding = Finding::new(prose.span(start + from..start + to), message)
                    .help("write all names of the path in bold or in the link, or the `>` between them");
                findings.push(file, finding);
            } else if let Some((from, to)) = comma(line, &separators) {
                let finding =
                    Finding::new(prose.span(start + from..start + to), "a comma stands in the menu path")
                        .help("remove the comma, or write the name that it followed");
                findings.push(file, finding);
            }
            start += line.len();
        }
    }
}

/// How a `>` between two names is written.
const SEPARATORS: [&str; 3] = ["\\>", "&gt;", ">"];

/// Whether a text may have a separator.
fn has_separator(text: &str) -> bool {
    let mut marks = memchr::memchr2_iter(b'>', b'&', text.as_bytes());
    marks.any(|at| text[at..].starts_with('>') || text[at..].starts_with("&gt;"))
}

fn of_gap(file: &File, span: Span, kind: Kind<'_>) -> Finding {
    let shown = shortened(span.slice(&file.text).trim());
    let message = match kind {
        Kind::Empty => format!("the menu path has a gap at `{shown}`"),
        Kind::Ends(word) => format!("the menu path is torn at `{shown}`: no name ends with `{word}`"),
        Kind::Begins(word) => format!("the menu path is torn at `{shown}`: no name begins with `{word}`"),
    };
    Finding::new(span, message).help(
        "write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost",
    )
}

/// A `>` at the beginning or end of a link or of bold text, with no other link or bold text on its other side.
fn edge(
    prose: &WrittenBlock<'_>,
    start: usize,
    line: &str,
    all: &[(usize, usize)],
) -> Option<(&'static str, (usize, usize))> {
    all.iter().find_map(|&(from, to)| {
        let (before, behind) = (line[..from].trim_end_matches(' '), line[to..].trim_start_matches(' '));
        let is_link = |text: &str| text.find(['[', ']']).is_some_and(|at| text[at..].starts_with("]("));
        let what = if before.ends_with('[') && !before.ends_with("![") && is_link(behind) {
            "a link begins with"
        } else if behind.starts_with("](")
            && before.rfind(['[', ']']).is_some_and(|at| before[at..].starts_with('['))
        {
            "a link ends with"
        } else if line[..from].ends_with("**") && !behind.starts_with("**") {
            let outside = before.trim_end_matches('*').trim_end();
            let is_begun = || prose.bold().iter().any(|bold| bold.start == start + from);
            (!outside.ends_with(['*', ')', ']', '>']) && is_begun()).then_some("bold text begins with")?
        } else if line[to..].starts_with("**") && !before.ends_with("**") {
            let outside = behind.trim_start_matches('*').trim_start();
            let is_ended = || prose.bold().iter().any(|bold| bold.end == start + to);
            (!outside.starts_with(['*', '[']) && is_ended()).then_some("bold text ends with")?
        } else {
            return None;
        };
        Some((what, (from, to)))
    })
}

/// A `>` between bold names with a comma beside it.
fn comma(line: &str, all: &[(usize, usize)]) -> Option<(usize, usize)> {
    let is_divided = |&(from, to): &(usize, usize)| {
        let (before, behind) = (line[..from].trim_end(), line[to..].trim_start());
        let is_first = before.strip_suffix(',').is_some_and(|name| name.trim_end().ends_with("**"));
        let is_second = behind.strip_prefix(',').is_some_and(|name| name.trim_start().starts_with("**"));
        is_first && behind.starts_with("**") || is_second && before.ends_with("**")
    };
    all.iter().copied().find(is_divided)
}

/// The separators of a line: white space stands before them, and they are no part of code, a tag or an arrow.
fn separators(prose: &WrittenBlock<'_>, start: usize, line: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(mark) = memchr::memchr3(b'>', b'\\', b'&', &line.as_bytes()[at..]).map(|mark| at + mark) {
        let Some(written) = SEPARATORS.iter().find(|written| line[mark..].starts_with(**written)) else {
            at = mark + 1;
            continue;
        };
        at = mark + written.len();
        let before = &line[..mark];
        // The marks of a quote stand at the beginning of its lines.
        let is_quote = before.chars().all(|c| c.is_whitespace() || c == '>');
        let is_apart = before.ends_with(|c: char| c.is_whitespace() || c == '*' || c == '[');
        let is_followed = line[at..].is_empty()
            || line[at..].starts_with(|c: char| c.is_whitespace() || c == '*' || c == '[')
            || line[at..].starts_with("](");
        if !is_quote && is_apart && is_followed && !prose.is_literal(start + mark) {
            found.push((mark, at));
        }
    }
    found
}

/// The `>` before a block that was to go on with the sentence of the line before.
fn quoted(file: &File, prose: &WrittenBlock<'_>) -> Option<Span> {
    let start = prose.block.span.start as usize;
    if prose.block.kind != BlockKind::Paragraph || !prose.text.starts_with("**") {
        return None;
    }
    let before = file.text.get(..start)?;
    let line = before.rfind('\n').map_or(before, |newline| &before[newline + 1..]);
    let wide = line.trim_start().strip_prefix('>')?;
    let is_wide = wide.chars().count() >= 2 && wide.chars().all(char::is_whitespace);
    let above = before[..before.len() - line.len()].strip_suffix('\n')?.lines().next_back()?.trim();
    let goes_on =
        above.ends_with(|c: char| c.is_alphanumeric() || c == '*') && !above.starts_with(['>', '#', '|']);
    (is_wide && goes_on).then(|| {
        let mark = start - wide.len() - 1;
        Span::new(mark, mark + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn names_that_are_missing() {
        let files = [
            ("content/ar/a.md", "# A\n\nانتقل إلى  >  **ب**\n"),
            ("content/de/a.md", "# A\n\nWechseln Sie zu  >  Start.\n\nWählen Sie   >  **Konten**.\n"),
            ("content/en/a.md", "# A\n\nGo to **A**  >    >  .\n\n- **A** &gt; &gt; **B**\n"),
            ("content/he/a.md", "# A\n\n1. נווט **במדיניות**  >\n"),
            ("content/ja/a.md", "# A\n\n**A**  >  。\n\n設定を開く\n>  **属性**\n"),
            ("content/ro/a.md", "# A\n\nAccesați **Setări** \\> \\> **Teme**  >  , apoi\n"),
            ("content/sl/a.md", "# A\n\nOdprite **Datoteko**  >    >    >  **A**  >  .\n"),
            ("content/th/a.md", "# A\n\n| a |\n| - |\n| **ก**  >  > **ข** |\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r"
        content/ar/a.md `>`: the menu path has a gap at `>` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/de/a.md `>`: the menu path has a gap at `>` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/de/a.md `>`: the menu path has a gap at `>` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/en/a.md `>    >`: the menu path has a gap at `> >` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/en/a.md `&gt; &gt;`: the menu path has a gap at `&gt; &gt;` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/he/a.md `>`: the menu path has a gap at `>` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/ja/a.md `>`: the menu path has a gap at `>` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/ja/a.md `>`: the `>` of a menu path begins the line, so a quote is shown (write the name before the `>`, in the same line)
        content/ro/a.md `\> \> **Teme**  >`: the menu path has a gap at `\> \> **Teme** >` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/sl/a.md `>    >    >  **A**  >`: the menu path has a gap at `> > > **A** >` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/th/a.md `>  >`: the menu path has a gap at `> >` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        ");
    }

    #[test]
    fn separators_at_an_edge() {
        let files = [
            ("content/ar/a.md", "# A\n\nانتقل إلى [> الإعدادات](b.md).\n"),
            ("content/de/a.md", "# A\n\nÖffnen Sie **Datei und > Konto**.\n"),
            ("content/fr/a.md", "# A\n\nOuvrez Fichier **> Compte** ici.\n"),
            ("content/he/a.md", "# A\n\nעבור אל **הגדרות >** חשבון.\n\nלחץ **על > בוצע**.\n"),
            (
                "content/lv/a.md",
                "# A\n\nAtveriet [Iestatījumi >](b.md) Konti.\n\n**norēķini** par \\> [produktiem](b.md)\n",
            ),
            (
                "content/ro/a.md",
                "# A\n\nFaceți **clic pe > Terminat**.\n\nAccesați **pagina** \\> [Plăți](b.md).\n",
            ),
            (
                "content/sl/a.md",
                "# A\n\nOdprite **A** **> B**, **A >** **B**, [A](b.md) **> B** in kliknite za **>** zdaj.\n\nA > und > b\n",
            ),
            ("content/ru/a.md", "# A\n\nНажмите **Файл** > **& параметры**.\n"),
            ("content/sv/a.md", "# A\n\nÖppna med > Word. Und > 3. ![> a](b.png) x de > 5.\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r"
        content/ar/a.md `>`: a link begins with the `>` of a menu path: a name is missing or stands outside (write all names of the path in bold or in the link, or the `>` between them)
        content/de/a.md `>`: the menu path is torn at `>`: no name ends with `und` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/fr/a.md `>`: bold text begins with the `>` of a menu path: a name is missing or stands outside (write all names of the path in bold or in the link, or the `>` between them)
        content/he/a.md `>`: bold text ends with the `>` of a menu path: a name is missing or stands outside (write all names of the path in bold or in the link, or the `>` between them)
        content/he/a.md `>`: the menu path is torn at `>`: no name ends with `על` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/lv/a.md `>`: a link ends with the `>` of a menu path: a name is missing or stands outside (write all names of the path in bold or in the link, or the `>` between them)
        content/lv/a.md `\>`: the menu path is torn at `\>`: no name ends with `par` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/ro/a.md `>`: the menu path is torn at `>`: no name ends with `pe` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/ro/a.md `\>`: the menu path has a gap at `\>` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/ru/a.md `>`: the menu path has a gap at `>` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        content/sl/a.md `>`: the menu path is torn at `>`: no name ends with `und` (write each name whole and in its place between the `>`: it may stand elsewhere in the sentence, or be lost)
        ");
    }

    #[test]
    fn words_beside_a_separator() {
        for (text, word) in [
            ("Ouvrez **Fichier** et > **Options**.", "et"),
            ("Ouvrez puis **Compte des** > [droits](b.md).", "des"),
            ("בחר **קובץ** של > **אפשרויות**.", "של"),
            ("פתח **חשבון** > **של המשתמש**.", "של"),
            ("Atlasiet **rīki**, lai \\> **mainītu datus**.", "lai"),
        ] {
            let found = findings(&CHECK, &[("content/en/a.md", &format!("# A\n\n{text}\n"))]);
            assert!(found.contains(&format!("with `{word}`")), "{found}");
        }
        for text in ["Dodieties uz lapu > **konti**", "Odprite **Orodja** za > > **Možnosti**."] {
            let found = findings(&CHECK, &[("content/en/a.md", &format!("# A\n\n{text}\n"))]);
            assert!(found.contains("has a gap"), "{found}");
        }
    }

    #[test]
    fn commas_in_a_path() {
        let files = [
            ("content/en/a.md", "# A\n\nPress **A**, **B** > **C**, **D**, then > **E**.\n"),
            ("content/he/a.md", "# A\n\nבחר **קובץ** , \\> **אפשרויות**.\n"),
            ("content/lv/a.md", "# A\n\n1. Atlasiet **Fails**,  >  **Informācija**.\n"),
            ("content/ro/a.md", "# A\n\nSelectați **Fișier**  >  ,**Deschidere**.\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r"
        content/he/a.md `\>`: a comma stands in the menu path (remove the comma, or write the name that it followed)
        content/lv/a.md `>`: a comma stands in the menu path (remove the comma, or write the name that it followed)
        content/ro/a.md `>`: a comma stands in the menu path (remove the comma, or write the name that it followed)
        ");
    }

    #[test]
    fn paths_and_quotes_and_comparisons() {
        let text = "# A\n\n**A**  >  **B** > C, > d\n\nFile  >  Save to  >  **X**\n\n> > quote\n>\n> > more\n\n\
            a -> b => c >> d x > 5. `a > > b` <br> > b <a href=\"#\"> > </a>\n\n- >  item\n\nClick Next >\n\nText.\n>  **Note** x\n\nPowerShell >_ and >\n\n    a > > b\n";
        assert_eq!(findings(&CHECK, &[("content/en/a.md", text)]), "");
    }
}
