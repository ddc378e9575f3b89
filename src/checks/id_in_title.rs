//! `id-in-title`: a title that shows the custom ID of its article.

use std::ops::Range;

use crate::catalog::File;
use crate::diagnostic::{Applicability, Span};
use crate::front_matter::is_plain_text;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "id-in-title",
    level: Level::Suggestion,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Unsafe],
    since: "0.1.0",
    summary: "a title shows the custom ID of the article",
    explanation: "\
## What it does
Checks for titles in front matter that contain a custom ID of the same article, of three digits or more, if its first heading does not.

## Why is this bad?
The ID is for products that open the article. Readers see it in lists, in search results and in the tab of the browser, where it says nothing to them. Translation engines take it for a number that belongs to the sentence.

## Example
```markdown
---
title: 8000059 The junk filter does not work
ms.custom: \"8000059\"
---
# The junk filter does not work
```

## Fix
Remove the ID from the title. With `--unsafe-fixes`, `check --fix` removes one that the title begins with.",
    run: Run::File(run),
};

/// Digits of an ID that is no number of the text, at the least.
const DIGITS: usize = 3;

fn run(file: &File, findings: &mut Findings<'_>) {
    let matter = &file.front_matter;
    let Some(title) = matter.title.as_ref().filter(|_| !matter.custom_ids.is_empty()) else { return };
    let Some(heading) = file.document.headings.iter().find(|heading| heading.level == 1) else { return };
    let written = title.span.slice(&file.text);
    let is_id = |number: &str| {
        let is_same = |id: &str| id.trim_start_matches('0') == number.trim_start_matches('0');
        number.len() >= DIGITS && matter.custom_ids.iter().any(|id| is_same(&id.value))
    };
    let Some(place) = numbers(written).find(|place| is_id(&written[place.clone()])) else { return };
    let number = &written[place.clone()];
    if numbers(&heading.text).any(|place| &heading.text[place] == number) {
        return;
    }
    let start = title.span.start as usize;
    let span = Span::new(start + place.start, start + place.end);
    let finding = Finding::new(span, format!("the title shows the ID of the article, {number}")).help(
        if place.start > 0 && written.starts_with(char::is_alphabetic) {
            "remove it from the title, with the words that lead to it"
        } else {
            "remove it from the title"
        },
    );
    // In a title without quotation marks only: what is left may need them.
    let rest = written[place.end..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let between = &written[place.end..written.len() - rest.len()];
    let is_between = between.chars().all(|c| c.is_whitespace() || ":-–—.,;)#|".contains(c));
    let is_plain = place.start == 0
        && title.value == written
        && is_between
        && rest.starts_with(char::is_alphabetic)
        && is_plain_text(rest);
    let finding = if is_plain {
        let span = Span::new(start, start + written.len() - rest.len());
        finding.fix(Applicability::Unsafe, span, "")
    } else {
        finding
    };
    findings.push(file, finding);
}

/// Runs of digits that no letter or digit of a number touches.
fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let bytes = text.as_bytes();
    let starts = (0..bytes.len())
        .filter(|&at| bytes[at].is_ascii_digit() && (at == 0 || !bytes[at - 1].is_ascii_digit()));
    starts.filter_map(move |start| {
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (head, tail) = (&text[..start], &text[start + length..]);
        // `1.500`, `5.4.310`
        let is_longer = tail.starts_with(['.', ',']) && tail[1..].starts_with(|c: char| c.is_ascii_digit())
            || head.ends_with(['.', ',']);
        let is_apart = !head.ends_with(is_part) && !tail.starts_with(is_part);
        (is_apart && !is_longer).then_some(start..start + length)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings, siblings};
    use super::CHECK;

    #[test]
    fn in_many_languages() {
        let file = |title: &str, heading: &str| {
            format!("---\ntitle: {title}\nms.custom: \"8000059\"\n---\n# {heading}\n")
        };
        let files = [
            ("content/sl/a.md", file("8000059 filter ne deluje", "Filter ne deluje")),
            ("content/he/a.md", file("\"8000059: המסנן אינו פועל\"", "המסנן אינו פועל")),
            ("content/lv/a.md", file("8000059, filtrs nedarbojas", "Filtrs nedarbojas")),
            ("content/ro/a.md", file("Filtrul 8000059 nu funcționează", "Filtrul nu funcționează")),
            ("content/ja/a.md", file("8000059 - フィルターが機能しない", "フィルターが機能しない")),
            ("content/ar/a.md", file("8000059", "عامل التصفية لا يعمل")),
        ];
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/ar/a.md `8000059`: the title shows the ID of the article, 8000059 (remove it from the title)
        content/he/a.md `8000059`: the title shows the ID of the article, 8000059 (remove it from the title)
          Unsafe: `8000059: ` → ``
        content/ja/a.md `8000059`: the title shows the ID of the article, 8000059 (remove it from the title)
          Unsafe: `8000059 - ` → ``
        content/lv/a.md `8000059`: the title shows the ID of the article, 8000059 (remove it from the title)
          Unsafe: `8000059, ` → ``
        content/ro/a.md `8000059`: the title shows the ID of the article, 8000059 (remove it from the title, with the words that lead to it)
        content/sl/a.md `8000059`: the title shows the ID of the article, 8000059 (remove it from the title)
          Unsafe: `8000059 ` → ``
        ");
    }

    #[test]
    fn in_all_siblings() {
        let of = |title| format!("---\ntitle: 718 {title}\nms.custom: 718\n---\n# {title}\n");
        let texts = ["כותרת", "Virsraksts", "Titlu", "Naslov"].map(of);
        insta::assert_snapshot!(siblings(&CHECK, &texts.each_ref().map(|text| &**text)), @"
        content/he-IL/a.md `718`: the title shows the ID of the article, 718 (remove it from the title)
          Unsafe: `718 ` → ``
        content/lv-LV/a.md `718`: the title shows the ID of the article, 718 (remove it from the title)
          Unsafe: `718 ` → ``
        content/ro-RO/a.md `718`: the title shows the ID of the article, 718 (remove it from the title)
          Unsafe: `718 ` → ``
        content/sl-SI/a.md `718`: the title shows the ID of the article, 718 (remove it from the title)
          Unsafe: `718 ` → ``
        ");
    }

    #[test]
    fn numbers_of_the_text() {
        let files = [
            ("content/en/a.md", "---\ntitle: 503 errors\nms.custom: 503\n---\n# Errors 503\n"),
            ("content/en/b.md", "---\ntitle: Windows 10\nms.custom: 10\n---\n# Windows\n"),
            ("content/en/c.md", "---\ntitle: Error 5.4.310 in A310\nms.custom: 310\n---\n# Error\n"),
            ("content/en/d.md", "---\ntitle: 401 errors\nms.custom: 8000059\n---\n# Errors\n"),
            ("content/en/e.md", "---\ntitle: 718 errors\nms.custom: 718\n---\n\nText\n"),
        ];
        assert_eq!(findings(&CHECK, &files), "");
    }
}
