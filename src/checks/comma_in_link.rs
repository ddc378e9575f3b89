//! `comma-in-link`: a comma at the end of the text of a link, which belongs to the sentence round it.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Span};
use crate::markdown::Placement;

use super::check::{MANY, moved_behind, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "comma-in-link",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: Some(MANY),
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "the text of a link ends with a comma or semicolon",
    explanation: "\
## What it does
Checks the texts of links for a comma or a semicolon at their end, in all scripts. Links whose text is the mark alone are not reported.

## Why is this bad?
The mark belongs to the sentence, not to the name of what the link leads to, and is underlined with it. Translation engines move it there.

## Example
```markdown
See [the list of plans,](plans.md) then choose one.
```

## Fix
Write the mark behind the link: `[the list of plans](plans.md), then`. `check --fix` does this; in a heading, whose anchor may change, `check --fix --unsafe-fixes`.",
    run: Run::File(run),
};

/// Commas and semicolons: Latin, Arabic, Chinese and Japanese.
const MARKS: [char; 7] = [',', ';', '،', '؛', '，', '、', '；'];

fn run(file: &File, findings: &mut Findings<'_>) {
    let links = file.document.links.iter().filter(|link| link.placement == Placement::Body);
    let found = links.filter_map(|link| judge(file, link.span, link.destination_span));
    findings.push_all(file, found);
}

fn judge(file: &File, link: Span, destination: Span) -> Option<Finding> {
    let start = link.start as usize;
    let written = file.text.get(start..destination.start as usize)?;
    let text = written.strip_suffix('<').unwrap_or(written).strip_suffix("](")?;
    let mark = text.chars().next_back().filter(|letter| MARKS.contains(letter))?;
    let kept = text[..text.len() - mark.len_utf8()].trim_end_matches([' ', '\u{a0}']);
    let inner = kept.strip_prefix('[')?;
    // `&copy;` ends with no semicolon of the sentence.
    let is_entity =
        mark == ';' && inner.rsplit(char::is_whitespace).next().is_some_and(|word| word.contains('&'));
    if is_entity || !inner.contains(char::is_alphanumeric) || inner.ends_with(MARKS) {
        return None;
    }
    let span = |from: usize, to: usize| Span::new(start + from, start + to);
    let message = format!("the `{mark}` at the end of `{}` belongs behind the link", shortened(inner));
    let place = span(text.len() - mark.len_utf8(), text.len());
    let finding = Finding::new(place, message).help("write it behind the link");
    // What follows may end the sentence itself.
    let fix = moved_behind(file, span(kept.len(), text.len()), mark, link.end);
    Some(Finding { fix, ..finding }.unsafe_in_heading(file))
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn marks_at_the_end_of_a_link() {
        let files = [
            ("content/ar/a.md", "# A\n\nافتح [الإعدادات،](https://e.org/a) ثم أغلقها.\n"),
            ("content/de/a.md", "# A\n\nÖffnen Sie [**Pläne**,](https://e.org/a)dann schließen Sie.\n"),
            ("content/he/a.md", "# A\n\nפתח את [ההגדרות,](https://e.org/a), ואז סגור.\n"),
            ("content/ja/a.md", "# A\n\n[設定、](https://e.org/a)次に閉じます。\n"),
            ("content/lv/a.md", "# A\n\n- Atveriet [sarakstu ,](<https://e.org/a b>) pēc tam\n"),
            ("content/ro/a.md", "# A\n\n## [Setări;](https://e.org/a) altele\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/ar/a.md `،`: the `،` at the end of `الإعدادات` belongs behind the link (write it behind the link)
          Safe: `،` → ``, `` → `،`
        content/de/a.md `,`: the `,` at the end of `**Pläne**` belongs behind the link (write it behind the link)
          Safe: `,` → ``, `` → `, `
        content/he/a.md `,`: the `,` at the end of `ההגדרות` belongs behind the link (write it behind the link)
          Safe: `,` → ``
        content/ja/a.md `、`: the `、` at the end of `設定` belongs behind the link (write it behind the link)
          Safe: `、` → ``, `` → `、`
        content/lv/a.md `,`: the `,` at the end of `sarakstu` belongs behind the link (write it behind the link)
          Safe: ` ,` → ``, `` → `,`
        content/ro/a.md `;`: the `;` at the end of `Setări` belongs behind the link (write it behind the link)
          Unsafe: `;` → ``, `` → `;`
        ");
    }

    #[test]
    fn marks_that_are_meant() {
        let text = "# A\n\n[,](https://e.org/a) [a, b](https://e.org/a), [&copy;](https://e.org/a) [a,,](https://e.org/b)\n\
            [AT&amp;T &lt;](https://e.org/a) <https://e.org/a,> `[a,](b.md)` [a,][r]\n\n[r]: https://e.org/a\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @"");
    }
}
