//! `comma-in-link`: a comma at the end or the beginning of the text of a link, which belongs to the sentence round it.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Span};
use crate::markdown::Placement;

use super::check::{MANY, is_alphanumeric, moved_behind, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "comma-in-link",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: Some(MANY),
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "the text of a link begins or ends with a comma or semicolon",
    explanation: "\
## What it does
Checks the texts of links for a comma or a semicolon at their end or beginning, in all scripts. Links whose text is the mark alone are not reported.

## Why is this bad?
The mark belongs to the sentence, not to the name of what the link leads to, and is underlined with it. Translation engines move it there.

## Example
```markdown
See [the list of plans,](plans.md) then choose one.
```

## Fix
Write the mark behind the link, `[the list of plans](plans.md), then`, or before it. Where nothing follows, as in the cell of a table, or the sentence needs none, remove it. `check --fix` does this; in a heading, whose anchor may change, `check --fix --unsafe-fixes`.",
    run: Run::File(run),
};

/// Commas and semicolons: Latin, Arabic, Chinese and Japanese.
const MARKS: [char; 7] = [',', ';', '،', '؛', '，', '、', '；'];

fn run(file: &File, findings: &mut Findings<'_>) {
    let links = file.document.links.iter().filter(|link| link.placement == Placement::Body);
    let found = links.filter_map(|link| {
        judge(file, link.span, link.destination_span).or_else(|| beginning(file, link.span))
    });
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
    let place = span(text.len() - mark.len_utf8(), text.len());
    if ends_block(file, link) {
        let message = format!("nothing follows the `{mark}` at the end of `{}`", shortened(inner));
        let finding = Finding::new(place, message).help("remove it");
        let finding = finding.fix(Applicability::Safe, span(kept.len(), text.len()), "");
        return Some(finding.unsafe_in_heading(file));
    }
    let message = format!("the text of the link `{}` ends with a `{mark}`", shortened(inner));
    let finding = Finding::new(place, message)
        .help("write it behind the link, or remove it if the sentence needs none");
    // What follows may end the sentence itself.
    let fix = moved_behind(file, span(kept.len(), text.len()), mark, link.end);
    Some(Finding { fix, ..finding }.unsafe_in_heading(file))
}

/// A mark that a link begins with. Its words follow.
fn beginning(file: &File, link: Span) -> Option<Finding> {
    let written = link.slice(&file.text).strip_prefix('[')?;
    let text = written.trim_start_matches(' ');
    let mark = text.chars().next().filter(|letter| MARKS.contains(letter))?;
    let words = text[mark.len_utf8()..].trim_start_matches([' ', '\u{a0}']);
    let inner = &words[..words.find(['[', ']'])?];
    let has_words = inner.starts_with(|letter: char| is_alphanumeric(letter) || "*_".contains(letter))
        && inner.contains(is_alphanumeric)
        && words[inner.len()..].starts_with("](");
    let from = link.start as usize + "[".len() + (written.len() - text.len());
    let place = Span::new(from, from + mark.len_utf8());
    let message = format!("the text of the link `{}` begins with a `{mark}`", shortened(inner));
    let finding = has_words.then(|| {
        Finding::new(place, message).help("write it before the link, or remove it if the sentence needs none")
    })?;
    let before = &file.text[..link.start as usize];
    let word = before.trim_end_matches(' ');
    // A mark, or nothing of the sentence, may stand before it.
    if !word.ends_with(is_alphanumeric) {
        return Some(finding);
    }
    let surplus = Span::new(word.len(), link.start as usize + "[".len() + (written.len() - words.len()));
    let space = if matches!(mark, '，' | '、' | '；') { "" } else { " " };
    Some(finding.fix(Applicability::Safe, surplus, format!("{mark}{space}[")).unsafe_in_heading(file))
}

/// Whether nothing of the block, or of the cell of a table, follows the link.
fn ends_block(file: &File, link: Span) -> bool {
    let blocks = &file.document.blocks;
    let after = blocks.partition_point(|block| block.span.start <= link.start);
    let Some(block) = blocks[..after].last().filter(|block| link.end <= block.span.end) else { return false };
    let rest = file.text.get(link.end as usize..block.span.end as usize).unwrap_or_default();
    let rest = rest.trim_start_matches([' ', '*', '_', '\u{a0}']);
    rest.trim_end().is_empty() || rest.starts_with('|')
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
        content/ar/a.md `،`: the text of the link `الإعدادات` ends with a `،` (write it behind the link, or remove it if the sentence needs none)
          Safe: `،` → ``, `` → `،`
        content/de/a.md `,`: the text of the link `**Pläne**` ends with a `,` (write it behind the link, or remove it if the sentence needs none)
          Safe: `,` → ``, `` → `, `
        content/he/a.md `,`: the text of the link `ההגדרות` ends with a `,` (write it behind the link, or remove it if the sentence needs none)
          Safe: `,` → ``
        content/ja/a.md `、`: the text of the link `設定` ends with a `、` (write it behind the link, or remove it if the sentence needs none)
          Safe: `、` → ``, `` → `、`
        content/lv/a.md `,`: the text of the link `sarakstu` ends with a `,` (write it behind the link, or remove it if the sentence needs none)
          Safe: ` ,` → ``, `` → `,`
        content/ro/a.md `;`: the text of the link `Setări` ends with a `;` (write it behind the link, or remove it if the sentence needs none)
          Unsafe: `;` → ``, `` → `;`
        ");
    }

    #[test]
    fn marks_at_the_beginning_of_a_link() {
        let files = [
            ("content/ar/a.md", "# A\n\nاقرأ [، كيف تفتحه](https://e.org/a)\n"),
            ("content/de/a.md", "# A\n\nLesen Sie [, **wie** es geht](https://e.org/a) und mehr.\n"),
            ("content/he/a.md", "# A\n\nקרא, [, כיצד לפתוח](https://e.org/a)\n"),
            ("content/ja/a.md", "# A\n\n設定[、開き方](https://e.org/a)\n"),
            ("content/lv/a.md", "# A\n\n- Uzziniet  [, kā atvērt](https://e.org/a)\n"),
            ("content/sl/a.md", "# A\n\n## Preberite [ ; kako odpreti](https://e.org/a)\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/ar/a.md `،`: the text of the link `كيف تفتحه` begins with a `،` (write it before the link, or remove it if the sentence needs none)
          Safe: ` [، ` → `، [`
        content/de/a.md `,`: the text of the link `**wie** es geht` begins with a `,` (write it before the link, or remove it if the sentence needs none)
          Safe: ` [, ` → `, [`
        content/he/a.md `,`: the text of the link `כיצד לפתוח` begins with a `,` (write it before the link, or remove it if the sentence needs none)
        content/ja/a.md `、`: the text of the link `開き方` begins with a `、` (write it before the link, or remove it if the sentence needs none)
          Safe: `[、` → `、[`
        content/lv/a.md `,`: the text of the link `kā atvērt` begins with a `,` (write it before the link, or remove it if the sentence needs none)
          Safe: `  [, ` → `, [`
        content/sl/a.md `;`: the text of the link `kako odpreti` begins with a `;` (write it before the link, or remove it if the sentence needs none)
          Unsafe: ` [ ; ` → `; [`
        ");
    }

    #[test]
    fn marks_that_nothing_follows() {
        let files = [
            ("content/de/a.md", "# A\n\n| a | b |\n| - | - |\n| [Titel,](https://e.org/a) | c |\n"),
            ("content/lv/a.md", "# A\n\nSkatiet **[sarakstu,](https://e.org/a)**\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/de/a.md `,`: nothing follows the `,` at the end of `Titel` (remove it)
          Safe: `,` → ``
        content/lv/a.md `,`: nothing follows the `,` at the end of `sarakstu` (remove it)
          Safe: `,` → ``
        ");
    }

    #[test]
    fn marks_that_are_meant() {
        let text = "# A\n\n[,](https://e.org/a) [a, b](https://e.org/a), [&copy;](https://e.org/a) [a,,](https://e.org/b)\n\
            [AT&amp;T &lt;](https://e.org/a) <https://e.org/a,> `[a,](b.md)` [a,][r] [, ](https://e.org/b) ![, a](b.png) [,ost [a]\n\n[r]: https://e.org/a\n";
        insta::assert_snapshot!(findings(&CHECK, &[("content/en/a.md", text)]), @"");
    }
}
