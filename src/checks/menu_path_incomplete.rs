//! `menu-path-incomplete`: a menu path `**A** > **B**` that lost one of its names.

use crate::catalog::File;
use crate::diagnostic::Span;
use crate::markdown::BlockKind;

use super::check::{WrittenBlock, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

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
Checks for menu paths such as `**File** > **Save**` with nothing between two `>`, before the first, or behind the last one, with a word such as “of” or “and” in the place of a name, with a `>` that begins or ends a link or bold text, and with a comma beside a `>`.

## Why is this bad?
Readers do not know what to choose. Translation engines move the names to another place of the sentence; a line that then begins with `>` is shown as a quote.

## Example
```markdown
Go to **Settings**  >    >  .
```

## Fix
Write every name of the path in its place.",
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
            if let Some((from, to)) = gap(line, rest, &separators) {
                let span = prose.span(start + from..start + to);
                let shown = shortened(span.slice(&file.text).trim());
                let finding = Finding::new(span, format!("a name is missing in the menu path at `{shown}`"))
                    .help("write the names of the path between the `>`");
                findings.push(file, finding);
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

/// From the first place of a line where a name is missing to the last one; `all` are its separators.
fn gap(line: &str, rest: &str, all: &[(usize, usize)]) -> Option<(usize, usize)> {
    let mut gap: Option<(usize, usize)> = None;
    let mut last = 0;
    for (at, &(from, to)) in all.iter().enumerate() {
        let (before, behind) = (&line[..from], &line[to..]);
        let name = &line[std::mem::replace(&mut last, to)..from];
        let is_end = at + 1 == all.len() && rest.is_empty();
        let missing = match all.get(at + 1) {
            Some(&(next, end)) if line[to..next].trim().is_empty() => Some((from, end)),
            _ if at == 0 && lacks_first(before, behind) => Some((from, to)),
            _ if is_button(before, behind) => None,
            _ if ends_with_joint(name, at) && goes_on(behind) => Some((from, to)),
            _ if begins_with_joint(behind) => Some((from, to)),
            _ if lacks_last(before, behind, is_end) => Some((from, to)),
            _ => None,
        };
        if let Some((from, to)) = missing {
            gap = Some((gap.map_or(from, |(first, _)| first), to));
        }
    }
    gap
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

/// Whether the path begins with its `>`: the gap of a name is left before it, or a word stands there that is no name.
fn lacks_first(before: &str, behind: &str) -> bool {
    let sentence = before.trim_end();
    let wide = |text: &str, count| text.chars().take_while(|c| c.is_whitespace()).count() >= count;
    let is_spaced = before[sentence.len()..].chars().count();
    if !wide(behind, 2) || !sentence.ends_with(char::is_alphabetic) || behind.trim().is_empty() {
        return false;
    }
    let start = sentence.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
    let start = sentence.ceil_char_boundary(start);
    let word = &sentence[start..];
    let is_lead = LEADS.contains(&word) || NO_CASE_LEADS.iter().any(|lead| word.ends_with(lead));
    let is_first = sentence[..start].trim_end_matches(|c: char| !c.is_alphabetic()).is_empty();
    // A name would have a capital; the first word of a sentence has one too.
    let is_no_name =
        is_lead || word.starts_with(char::is_lowercase) || is_first && word.starts_with(char::is_uppercase);
    is_spaced >= 3 && is_no_name || is_spaced == 2 && is_lead && !is_first
}

/// Whether a word stands before a `>` that joins others and ends no name, or the page whose name is missing; the first word of
/// a sentence is no such word.
fn ends_with_joint(name: &str, at: usize) -> bool {
    let mut words =
        name.rsplit(|letter: char| letter.is_whitespace() || letter == '*').filter(|word| !word.is_empty());
    let (last, before) = (words.next().unwrap_or_default(), words.next());
    let is_page = || before.is_some_and(|before| PAGES.contains(&(&*before.to_lowercase(), last)));
    JOINTS.contains(&last) && (at > 0 || before.is_some()) || is_page()
}

/// Whether a `>` is the only thing in bold: the label of a button.
fn is_button(before: &str, behind: &str) -> bool {
    before.ends_with("**") && behind.starts_with("**")
}

/// Whether a name begins with what stands between two parts of one.
fn begins_with_joint(behind: &str) -> bool {
    let name = behind.trim_start_matches(|letter: char| letter.is_whitespace() || "*[".contains(letter));
    ["& ", "&amp; ", "של "].iter().any(|joint| name.starts_with(joint))
}

/// Whether what stands behind a `>` may be a name.
fn goes_on(behind: &str) -> bool {
    let behind = behind.trim_start_matches(|letter: char| letter.is_whitespace() || "*[".contains(letter));
    behind.starts_with(char::is_alphabetic)
}

/// Words that join others, in the letter case of the middle of a sentence.
const JOINTS: [&str; 32] = [
    "aby", "apoi", "când", "că", "de", "del", "des", "din", "dla", "dans", "et", "että", "kad", "lai",
    "oder", "och", "og", "oraz", "par", "pe", "puis", "um", "und", "za", "în", "și", "или", "для", "אל",
    "את", "על", "של",
];

/// Verbs and prepositions with the page that they lead to.
const PAGES: [(&str, &str); 9] = [
    ("accesați", "pagina"),
    ("atveriet", "lapu"),
    ("na", "stran"),
    ("na", "stronę"),
    ("na", "stránku"),
    ("odprite", "stran"),
    ("uz", "lapu"),
    ("на", "страницу"),
    ("אל", "הדף"),
];

/// Words that lead to a path and end no name, in the letter case of the middle of a sentence.
const LEADS: [&str; 20] = [
    "to", "from", "under", "Sie", "zu", "auf", "unter", "vers", "dans", "sous", "para", "em", "către", "din",
    "sub", "uz", "na", "v", "к", "в",
];

/// The same in scripts without capitals, verbs among them.
const NO_CASE_LEADS: [&str; 24] = [
    "אל",
    "בחר",
    "ובחר",
    "נווט",
    "עבור",
    "לחץ",
    "על",
    "של",
    "إلى",
    "حدد",
    "اختر",
    "فوق",
    "ไปที่",
    "เลือก",
    "คลิก",
    "转到",
    "选择",
    "单击",
    "移至",
    "選擇",
    "移動",
    "選択",
    "から",
    "으로",
];

/// Whether nothing but the end of the sentence follows the last `>`.
fn lacks_last(before: &str, behind: &str, is_end: bool) -> bool {
    let spaces = before.chars().rev().take_while(|c| c.is_whitespace()).count();
    let rest = behind.trim_start();
    if rest.is_empty() {
        return is_end && spaces >= 2 && before.contains("**");
    }
    let mut letters = rest.chars();
    let is_stop = letters.next().is_some_and(|c| ".,;。，、；،".contains(c));
    let is_wide = spaces >= 2 || before.contains("**");
    is_stop && is_wide && letters.next().is_none_or(char::is_whitespace)
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
        content/ar/a.md `>`: a name is missing in the menu path at `>` (write the names of the path between the `>`)
        content/de/a.md `>`: a name is missing in the menu path at `>` (write the names of the path between the `>`)
        content/de/a.md `>`: a name is missing in the menu path at `>` (write the names of the path between the `>`)
        content/en/a.md `>    >`: a name is missing in the menu path at `> >` (write the names of the path between the `>`)
        content/en/a.md `&gt; &gt;`: a name is missing in the menu path at `&gt; &gt;` (write the names of the path between the `>`)
        content/he/a.md `>`: a name is missing in the menu path at `>` (write the names of the path between the `>`)
        content/ja/a.md `>`: a name is missing in the menu path at `>` (write the names of the path between the `>`)
        content/ja/a.md `>`: the `>` of a menu path begins the line, so a quote is shown (write the name before the `>`, in the same line)
        content/ro/a.md `\> \> **Teme**  >`: a name is missing in the menu path at `\> \> **Teme** >` (write the names of the path between the `>`)
        content/sl/a.md `>    >    >  **A**  >`: a name is missing in the menu path at `> > > **A** >` (write the names of the path between the `>`)
        content/th/a.md `>  >`: a name is missing in the menu path at `> >` (write the names of the path between the `>`)
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
        content/de/a.md `>`: a name is missing in the menu path at `>` (write the names of the path between the `>`)
        content/fr/a.md `>`: bold text begins with the `>` of a menu path: a name is missing or stands outside (write all names of the path in bold or in the link, or the `>` between them)
        content/he/a.md `>`: bold text ends with the `>` of a menu path: a name is missing or stands outside (write all names of the path in bold or in the link, or the `>` between them)
        content/he/a.md `>`: a name is missing in the menu path at `>` (write the names of the path between the `>`)
        content/lv/a.md `>`: a link ends with the `>` of a menu path: a name is missing or stands outside (write all names of the path in bold or in the link, or the `>` between them)
        content/lv/a.md `\>`: a name is missing in the menu path at `\>` (write the names of the path between the `>`)
        content/ro/a.md `>`: a name is missing in the menu path at `>` (write the names of the path between the `>`)
        content/ro/a.md `\>`: a name is missing in the menu path at `\>` (write the names of the path between the `>`)
        content/ru/a.md `>`: a name is missing in the menu path at `>` (write the names of the path between the `>`)
        content/sl/a.md `>`: a name is missing in the menu path at `>` (write the names of the path between the `>`)
        ");
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
