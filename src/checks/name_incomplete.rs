//! `name-incomplete`: a name in bold or of a link that ends or begins with the `&` between two words of it.

use std::ops::Range;

use crate::catalog::File;

use super::check::{MANY, WrittenBlock, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "name-incomplete",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: Some(MANY),
    fixes: &[],
    since: "0.1.0",
    summary: "a name ends or begins with `&`",
    explanation: "\
## What it does
Checks bold text and link texts for an `&` at their beginning or end: what stood on its other side was moved or lost. An `&` alone in bold may be what the text is about, and is reported in a menu path only.

## Why is this bad?
Readers look for a menu or a page whose name they cannot know. Translation engines take such a name apart at its `&`.

## Example
```markdown
Open the [Security &](security.md) page.
```

## Fix
Write the whole name: `[Security & Compliance](security.md)`.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    if memchr::memchr(b'&', file.text.as_bytes()).is_none() {
        return;
    }
    let mut found = Vec::new();
    for prose in WrittenBlock::of(file) {
        let mut marks = memchr::memchr_iter(b'&', prose.text.as_bytes()).peekable();
        if marks.peek().is_none() {
            continue;
        }
        let mut bold = prose.bold().into_iter().peekable();
        for at in marks {
            let after = &prose.text[at + 1..];
            let end = at + 1 + if after.starts_with("amp;") { "amp;".len() } else { 0 };
            while bold.next_if(|part| part.end <= at).is_some() {}
            let bold = bold.peek().filter(|part| part.start <= at);
            if let Some(side) = side(prose.text, &(at..end), bold).filter(|_| !prose.is_literal(at)) {
                found.push(finding(&prose, at, end, side));
            }
        }
    }
    findings.push_all(file, found);
}

/// Where the rest of a name is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// Bytes of a link text that are looked through.
const LONGEST: usize = 400;

/// The side of a `&` that has no words, in the `bold` text that it stands in, if any, or in a link.
fn side(text: &str, ampersand: &Range<usize>, bold: Option<&Range<usize>>) -> Option<Side> {
    let (before, rest) = (&text[..ampersand.start], &text[ampersand.end..]);
    let is_closed = bold.is_some_and(|bold| bold.end == ampersand.end);
    let is_link_end = rest.trim_start_matches(' ').starts_with("](");
    let is_opened = bold.is_some_and(|bold| bold.start == ampersand.start);
    if is_opened && is_closed {
        let in_path = before.trim_end_matches(['*', ' ']).ends_with('>')
            || rest[2..].trim_start_matches(' ').starts_with(['>', '\\']);
        return in_path.then_some(Side::Behind);
    }
    if is_closed || is_link_end {
        return Some(Side::Behind);
    }
    let is_link = || rest[..rest.floor_char_boundary(LONGEST)].contains("](");
    let is_begun = is_opened || before.ends_with('[') && is_link();
    (is_begun && rest.starts_with(' ')).then_some(Side::Before)
}

fn finding(prose: &WrittenBlock<'_>, at: usize, end: usize, side: Side) -> Finding {
    const AROUND: usize = 30;
    let text = prose.text;
    let start = text.ceil_char_boundary(at.saturating_sub(AROUND));
    let word = text[start..at].find(' ').filter(|_| start > 0).map_or(start, |space| start + space + 1);
    let start = text[start..at].rfind(['[', '*', '\n']).map_or(word, |mark| start + mark + 1);
    let stop = text.floor_char_boundary(end + AROUND);
    let stop = text[end..stop].find([']', '*', '\n']).map_or(stop, |mark| end + mark);
    let (part, place) = match side {
        Side::Before => (at..stop, "before the `&` it begins with"),
        Side::Behind => (start..end, "behind the `&` it ends with"),
    };
    let shown = shortened(text[part.clone()].trim());
    Finding::new(prose.span(part), format!("`{shown}` is no whole name: words are missing {place}"))
        .help("write the whole name in bold or in the link")
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn names_that_were_taken_apart() {
        let files = [
            ("content/de/a.md", "# A\n\nÖffnen Sie das [Sicherheits- &](b.md)Compliance-Center.\n"),
            ("content/fr/a.md", "# A\n\nDans la section Salles [& équipement](b.md).\n"),
            ("content/he/a.md", "# A\n\nעבור אל [מרכז האבטחה &]( b.md).\n\n- בחר **& שיטות** > **תשלום**\n"),
            ("content/ja/a.md", "# A\n\n**更新 &amp;** セキュリティを開きます。\n"),
            ("content/ro/a.md", "# A\n\nAccesați **Facturi**  >  **&**  >  **plăți**.\n"),
            ("content/sl/a.md", "# A\n\nIzberite **Posodobi &**  >  **aktiviranje**.\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/a.md `Sicherheits- &`: `Sicherheits- &` is no whole name: words are missing behind the `&` it ends with (write the whole name in bold or in the link)
        content/fr/a.md `& équipement`: `& équipement` is no whole name: words are missing before the `&` it begins with (write the whole name in bold or in the link)
        content/he/a.md `מרכז האבטחה &`: `מרכז האבטחה &` is no whole name: words are missing behind the `&` it ends with (write the whole name in bold or in the link)
        content/he/a.md `& שיטות`: `& שיטות` is no whole name: words are missing before the `&` it begins with (write the whole name in bold or in the link)
        content/ja/a.md `更新 &amp;`: `更新 &amp;` is no whole name: words are missing behind the `&` it ends with (write the whole name in bold or in the link)
        content/ro/a.md `&`: `&` is no whole name: words are missing behind the `&` it ends with (write the whole name in bold or in the link)
        content/sl/a.md `Posodobi &`: `Posodobi &` is no whole name: words are missing behind the `&` it ends with (write the whole name in bold or in the link)
        ");
    }

    #[test]
    fn names_that_are_whole() {
        let text = "# A\n\n**A & B** & **C** [A & B](b.md) & [C](b.md) `**A &**` **A** &**B** **&** Q&A [a](b.md?x&y) **&nbsp;** &amp; **R&D** **&Datei**\n\n`**` **A** &**B**\n\n\\*\\* **A** &**B**\n";
        assert_eq!(findings(&CHECK, &[("content/en/a.md", text)]), "");
    }
}
