//! `link-not-rendered`: brackets that were to be a link or an image and are shown instead.

mod brackets;
mod broken;
mod escaped;
mod exchanged;

use std::ops::Range;

use crate::catalog::{Base, Catalog, File, Target};
use crate::diagnostic::{Applicability, Span};
use crate::markdown::{Block, Document, StrayKind};

use super::check::{InBlock, in_blocks, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};
use brackets::Brackets;
pub(super) use broken::looks_like_target;
use broken::{Broken, MAX_TARGET, without_title};
use exchanged::{reversed, round_for_square, square_for_round, unclosed};

pub(super) const CHECK: Check = Check {
    code: "link-not-rendered",
    level: Level::Warning,
    made_in: MadeIn::Structure,
    each_up_to: None,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "a link is shown as brackets and text",
    explanation: "\
## What it does
Checks for text in square brackets followed by something that Markdown does not accept as a target: whitespace between `]` and `(`, whitespace in the target, words instead of a target, full-width brackets, a missing bracket, or brackets in the wrong order. A backslash before each square bracket is meant, unless a translation has it alone: `\\[text\\](target)` where the other languages have the link.

## Why is this bad?
Readers see the brackets and the URL as text, and have nothing to click. Translation often adds spaces where its language has them.

## Example
```markdown
See [the import] (https://example.com/import) and [the export](the export).
```

## Fix
Write the target in parentheses directly after the square brackets, without whitespace: `[the import](https://example.com/import)`. `check --fix` does this if there is a target.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for file in catalog.files() {
        judge(catalog, file, findings);
        for (block, broken) in escaped::all(catalog, file) {
            findings.push(file, finding(catalog, file, block, broken));
        }
    }
}

fn judge(catalog: &Catalog, file: &File, findings: &mut Findings<'_>) {
    let mut done = 0;
    for found in in_blocks(file, StrayKind::Bracket) {
        let block = found.block.span.range();
        let Some(whole) = file.text.get(..block.end) else { continue };
        let brackets = Brackets::of(whole, block);
        for &bracket in &found.strays {
            let at = bracket.start as usize;
            let start = brackets.opening(at).map(|open| open - usize::from(whole[..open].ends_with('!')));
            // What lies in a link that is reported is reported with it.
            if start.unwrap_or(at) < done {
                continue;
            }
            let Some(broken) = broken(whole, &brackets, start, at) else { continue };
            if (broken.span.start as usize) < done {
                continue;
            }
            done = broken.span.end as usize;
            findings.push(file, finding(catalog, file, found.block, broken));
        }
    }
}

fn finding(catalog: &Catalog, file: &File, block: &Block, broken: Broken) -> Finding {
    let written = shortened(broken.span.slice(&file.text));
    let finding = Finding::new(broken.span, format!("`{written}` is shown as text: {}", broken.reason));
    match broken.right.filter(|(_, right)| is_read(file, block, broken.span, right)) {
        Some((applicability, right)) => {
            let is_kept = leads_somewhere(catalog, file, &right);
            let applicability = if is_kept { applicability } else { Applicability::Unsafe };
            let finding = finding.help(format!("write `{}`", shortened(&right)));
            finding.fix(applicability, broken.span, right).unsafe_in_heading(file)
        }
        None => finding.help("write `[text](target)`, without whitespace in the target"),
    }
}

/// Whether the links and images of what was meant have a target: brackets may mean much else.
fn leads_somewhere(catalog: &Catalog, file: &File, right: &str) -> bool {
    let base = Base { file, article: None, reader: file.locale.unwrap_or(catalog.default) };
    let document = Document::parse(right, 0);
    let links = document.links.iter().map(|link| &*link.destination);
    let mut all = links.chain(document.images.iter().map(|image| &*image.destination));
    all.all(|destination| {
        let target = catalog.resolve(base, destination).target;
        !matches!(target, Target::Missing | Target::NotServed(_) | Target::Empty)
    })
}

/// Looks round a `]` that ends no link; its `[` stands at `start`. `whole` is the text up to the end of the block.
fn broken(whole: &str, brackets: &Brackets, start: Option<usize>, at: usize) -> Option<Broken> {
    let bracket = whole.get(at..)?.chars().next()?;
    // An escaped bracket is meant to be shown.
    if start.is_some_and(|start| whole[..start].ends_with('\\')) {
        return None;
    }
    if bracket == ')' {
        return round_for_square(whole, brackets, at);
    }
    reversed(whole, start, at).or_else(|| square_for_round(whole, start, at)).or_else(|| {
        let behind = at + bracket.len_utf8();
        let rest = whole.get(behind..)?;
        let gap = rest.len() - rest.trim_start().len();
        let paren = rest[gap..].chars().next().filter(|c| matches!(c, '(' | '（'))?;
        let inside = behind + gap + paren.len_utf8();
        let label = start.and_then(|start| whole.get(start..at));
        let close = brackets.closing(behind + gap).filter(|close| close - inside < MAX_TARGET);
        let Some(close) = close else { return unclosed(whole, start, label, inside) };
        let target = whole[inside..close].trim();
        if let Some(twice) = twice_closed(whole, brackets, start.unwrap_or(at)..close, target)
            .filter(|_| gap == 0 && label.is_none())
        {
            return Some(twice);
        }
        let is_address = looks_like_target(without_title(target));
        let is_plain = bracket == ']' && paren == '(' && label.is_none_or(has_plain_opening);
        let reason = match label {
            _ if !is_address && (gap > 0 || !is_plain || !is_words(target)) => return None,
            None if is_address => "the `[` is missing",
            None => return None,
            Some(_) if !is_plain || whole[close..].starts_with('）') => {
                "full-width brackets are not Markdown"
            }
            Some(_) if gap > 0 => "there is whitespace between `]` and `(`",
            Some(label) if holds_link(label) => "a link stands within its text",
            Some(_) if is_address => "there is whitespace in the target",
            Some(_) => "there are words instead of a target",
        };
        // Quotes of no title are debris of another program.
        let is_certain =
            |label: &&str| is_address && !holds_link(label) && !without_title(target).contains('"');
        let right = label.filter(is_certain).map(|label| corrected(label, target, gap));
        let end = close + whole[close..].chars().next().map_or(0, char::len_utf8);
        Some(Broken { span: Span::new(start.unwrap_or(at), end), reason, right })
    })
}

/// `[text].](target)`: a second `]`, with marks of the sentence between the two.
fn twice_closed(whole: &str, brackets: &Brackets, part: Range<usize>, target: &str) -> Option<Broken> {
    let before = whole[..part.start].trim_end_matches(['.', ',', ';', ':', '!', '?', ' ']);
    let first = before.strip_suffix(']')?.len();
    let open = brackets.opening(first).filter(|_| looks_like_target(target) && !target.contains(' '))?;
    let marks = whole[before.len()..part.start].trim();
    let right = format!("{}({target}){marks}", &whole[open..before.len()]);
    let span = Span::new(open, part.end + 1);
    Some(Broken { span, reason: "a second `]` ends its text", right: Some((Applicability::Unsafe, right)) })
}

/// Whether the text of a link has a link in it; an image it may have.
fn holds_link(label: &str) -> bool {
    label.contains("](") && !label.contains("![")
}

/// Whether what ends with `]` begins with a `[` that Markdown knows.
fn has_plain_opening(label: &str) -> bool {
    label.strip_prefix('!').unwrap_or(label).starts_with('[')
}

/// Several words: one word in brackets behind others may be anything.
fn is_words(target: &str) -> bool {
    target.contains(char::is_whitespace) && !target.starts_with(char::is_whitespace)
}

/// The link as it was most likely meant. White space in an address is none of it; in a path it may be.
fn corrected(label: &str, target: &str, gap: usize) -> (Applicability, String) {
    let label = label.replacen(['［', '【'], "[", 1);
    if !without_title(target).contains(char::is_whitespace) {
        let applicability =
            if gap > 0 || label.contains('[') { Applicability::Safe } else { Applicability::Unsafe };
        return (applicability, format!("{label}]({target})"));
    }
    let lower = target.to_ascii_lowercase();
    let target: String = if lower.starts_with("http") {
        target.chars().filter(|c| !c.is_whitespace()).collect()
    } else {
        target.split_whitespace().collect::<Vec<_>>().join("%20")
    };
    (Applicability::Unsafe, format!("{label}]({target})"))
}

/// Whether the block with `right` at `span` has one link or image more.
fn is_read(file: &File, block: &Block, span: Span, right: &str) -> bool {
    let count = |text: &str| {
        let document = Document::parse(text, 0);
        document.links.len() + document.images.len()
    };
    let (old, new) = InBlock::with(block, file, span, right);
    count(&new) == count(old) + 1
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    fn found(text: &str) -> String {
        findings(
            &CHECK,
            &[
                ("content/en/a.md", &format!("# A\n\n{text}\n")),
                ("content/en/b.md", "# B\n"),
                ("content/en/c.md", "# C\n\n## X\n"),
                ("content/en/media/b.png", ""),
            ],
        )
    }

    #[test]
    fn a_second_bracket() {
        insta::assert_snapshot!(found("See [the list].](https://e.example/x) now."), @"
        content/en/a.md `[the list].](https://e.example/x)`: `[the list].](https://e.example/x)` is shown as text: a second `]` ends its text (write `[the list](https://e.example/x).`)
          Unsafe: `[the list].](https://e.example/x)` → `[the list](https://e.example/x).`
        ");
    }

    #[test]
    fn white_space_between_and_within() {
        insta::assert_snapshot!(found("[a] (https://e.example/x), ![b] ( media/b.png ) and\n[**c** > d] (c.md#x).\n\n[e](https:// e.example/ x) [f](media/a b.png) [g](from the device)"), @"
        content/en/a.md `[a] (https://e.example/x)`: `[a] (https://e.example/x)` is shown as text: there is whitespace between `]` and `(` (write `[a](https://e.example/x)`)
          Safe: `[a] (https://e.example/x)` → `[a](https://e.example/x)`
        content/en/a.md `![b] ( media/b.png )`: `![b] ( media/b.png )` is shown as text: there is whitespace between `]` and `(` (write `![b](media/b.png)`)
          Safe: `![b] ( media/b.png )` → `![b](media/b.png)`
        content/en/a.md `[**c** > d] (c.md#x)`: `[**c** > d] (c.md#x)` is shown as text: there is whitespace between `]` and `(` (write `[**c** > d](c.md#x)`)
          Safe: `[**c** > d] (c.md#x)` → `[**c** > d](c.md#x)`
        content/en/a.md `[e](https:// e.example/ x)`: `[e](https:// e.example/ x)` is shown as text: there is whitespace in the target (write `[e](https://e.example/x)`)
          Unsafe: `[e](https:// e.example/ x)` → `[e](https://e.example/x)`
        content/en/a.md `[f](media/a b.png)`: `[f](media/a b.png)` is shown as text: there is whitespace in the target (write `[f](media/a%20b.png)`)
          Unsafe: `[f](media/a b.png)` → `[f](media/a%20b.png)`
        content/en/a.md `[g](from the device)`: `[g](from the device)` is shown as text: there are words instead of a target (write `[text](target)`, without whitespace in the target)
        ");
    }

    #[test]
    fn a_target_that_is_not_there_is_uncertain() {
        insta::assert_snapshot!(found("[a] (README.md) ![a] (gone.png) [a] (b.md) [a](b.md） [a](gone.md）"), @"
        content/en/a.md `[a] (README.md)`: `[a] (README.md)` is shown as text: there is whitespace between `]` and `(` (write `[a](README.md)`)
          Unsafe: `[a] (README.md)` → `[a](README.md)`
        content/en/a.md `![a] (gone.png)`: `![a] (gone.png)` is shown as text: there is whitespace between `]` and `(` (write `![a](gone.png)`)
          Unsafe: `![a] (gone.png)` → `![a](gone.png)`
        content/en/a.md `[a] (b.md)`: `[a] (b.md)` is shown as text: there is whitespace between `]` and `(` (write `[a](b.md)`)
          Safe: `[a] (b.md)` → `[a](b.md)`
        content/en/a.md `[a](b.md）`: `[a](b.md）` is shown as text: full-width brackets are not Markdown (write `[a](b.md)`)
          Safe: `[a](b.md）` → `[a](b.md)`
        content/en/a.md `[a](gone.md）`: `[a](gone.md）` is shown as text: full-width brackets are not Markdown (write `[a](gone.md)`)
          Unsafe: `[a](gone.md）` → `[a](gone.md)`
        ");
    }

    #[test]
    fn other_brackets() {
        insta::assert_snapshot!(found("[a]（https://e.example/x） ［b］(https://e.example/) (c) [ https://e.example/ ]\n\nd](https://e.example/)\n\n[e](https://e.example/x and on"), @r"
        content/en/a.md `[a]（https://e.example/x）`: `[a]（https://e.example/x）` is shown as text: full-width brackets are not Markdown (write `[a](https://e.example/x)`)
          Safe: `[a]（https://e.example/x）` → `[a](https://e.example/x)`
        content/en/a.md `［b］(https://e.example/)`: `［b］(https://e.example/)` is shown as text: full-width brackets are not Markdown (write `[b](https://e.example/)`)
          Safe: `［b］(https://e.example/)` → `[b](https://e.example/)`
        content/en/a.md `(c) [ https://e.example/ ]`: `(c) [ https://e.example/ ]` is shown as text: the brackets are in the wrong order (write `[c](https://e.example/)`)
          Unsafe: `(c) [ https://e.example/ ]` → `[c](https://e.example/)`
        content/en/a.md `](https://e.example/)`: `](https://e.example/)` is shown as text: the `[` is missing (write `[text](target)`, without whitespace in the target)
        content/en/a.md `[e](https://e.example/x`: `[e](https://e.example/x` is shown as text: the closing `)` is missing (write `[e](https://e.example/x)`)
          Unsafe: `[e](https://e.example/x` → `[e](https://e.example/x)`
        ");
    }

    #[test]
    fn one_bracket_for_another() {
        insta::assert_snapshot!(found("(text)[b.md] [text][b.md] [text][https://e.test.net/x] 【x】(b.md) [a]（b.md）\n\n[text] (b.md \"title\") [text](b.md] and\n\n![text)(b.png) on"), @r#"
        content/en/a.md `(text)[b.md]`: `(text)[b.md]` is shown as text: the brackets are in the wrong order (write `[text](b.md)`)
          Unsafe: `(text)[b.md]` → `[text](b.md)`
        content/en/a.md `[text][b.md]`: `[text][b.md]` is shown as text: the target stands in square brackets (write `[text](b.md)`)
          Unsafe: `[text][b.md]` → `[text](b.md)`
        content/en/a.md `[text][https://e.test.net/x]`: `[text][https://e.test.net/x]` is shown as text: the target stands in square brackets (write `[text](https://e.test.net/x)`)
          Unsafe: `[text][https://e.test.net/x]` → `[text](https://e.test.net/x)`
        content/en/a.md `【x】(b.md)`: `【x】(b.md)` is shown as text: full-width brackets are not Markdown (write `[x](b.md)`)
          Safe: `【x】(b.md)` → `[x](b.md)`
        content/en/a.md `[a]（b.md）`: `[a]（b.md）` is shown as text: full-width brackets are not Markdown (write `[a](b.md)`)
          Safe: `[a]（b.md）` → `[a](b.md)`
        content/en/a.md `[text] (b.md "title")`: `[text] (b.md "title")` is shown as text: there is whitespace between `]` and `(` (write `[text](b.md "title")`)
          Safe: `[text] (b.md "title")` → `[text](b.md "title")`
        content/en/a.md `[text](b.md]`: `[text](b.md]` is shown as text: a `]` stands for the closing `)` (write `[text](b.md)`)
          Unsafe: `[text](b.md]` → `[text](b.md)`
        content/en/a.md `![text)(b.png)`: `![text)(b.png)` is shown as text: a `)` stands for the `]` (write `![text](b.png)`)
          Unsafe: `![text)(b.png)` → `![text](b.png)`
        "#);
    }

    #[test]
    fn links_within_links_and_what_word_leaves() {
        let files = [
            ("content/de/a.md", "# A\n\n[a](https://e.org/x\" \\l \"y)\n"),
            ("content/en/a.md", "# A\n\n[[a](#b)](https://e.org/c)\n\n## b\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/de/a.md `[a](https://e.org/x" \l "y)`: `[a](https://e.org/x" \l "y)` is shown as text: there is whitespace in the target (write `[text](target)`, without whitespace in the target)
        content/en/a.md `[[a](#b)](https://e.org/c)`: `[[a](#b)](https://e.org/c)` is shown as text: a link stands within its text (write `[text](target)`, without whitespace in the target)
        "#);
    }

    #[test]
    fn one_flaw_of_all_translations_is_of_the_source() {
        let hash = "---\nsource_hash: 0123456789012345678901234567890123456789\n---\n";
        let sl = format!("{hash}# A\n\n[Pojdi] (https://e.org)\n");
        let lv = format!("{hash}# A\n\n[Iet] (https://e.org)\n");
        insta::assert_snapshot!(findings(&CHECK, &[("content/sl/a.md", &sl), ("content/lv/a.md", &lv)]), @"
        content/lv/a.md `[Iet] (https://e.org)`: `[Iet] (https://e.org)` is shown as text: there is whitespace between `]` and `(` (write `[Iet](https://e.org)`)
          Safe: `[Iet] (https://e.org)` → `[Iet](https://e.org)`
        content/sl/a.md `[Pojdi] (https://e.org)`: `[Pojdi] (https://e.org)` is shown as text: there is whitespace between `]` and `(` (write `[Pojdi](https://e.org)`)
          Safe: `[Pojdi] (https://e.org)` → `[Pojdi](https://e.org)`
        ");
    }

    #[test]
    fn a_translation_alone_escapes_the_brackets() {
        let en = "# A\n\nSee [the news](https://e.org/t/1), [status](c.md) and ![a](media/b.png).\n";
        let zh = "# A\n\n见 \\[公告\\](https://e.org/t/1)、\\[状态\\](/zh/c)和!\\[图\\](media/b.png)。\n\n\\[a\\](公告) \\(補足\\)(c.md) [a\\](c.md) \\[a\\] (c.md) \\[a](c.md)\n";
        let config = ("hugo.yml", "defaultContentLanguage: en\nlanguages: {en: {}, zh: {}}\n");
        let shared = [config, ("content/en/c.md", "# C\n"), ("content/zh/media/b.png", "")];
        let files = [&shared[..], &[("content/en/a.md", en), ("content/zh/a.md", zh)]].concat();
        insta::assert_snapshot!(findings(&CHECK, &files), @r"
        content/zh/a.md `\[公告\](https://e.org/t/1)`: `\[公告\](https://e.org/t/1)` is shown as text: the brackets are escaped (write `[公告](https://e.org/t/1)`)
          Safe: `\[公告\](https://e.org/t/1)` → `[公告](https://e.org/t/1)`
        content/zh/a.md `\[状态\](/zh/c)`: `\[状态\](/zh/c)` is shown as text: the brackets are escaped (write `[状态](/zh/c)`)
          Unsafe: `\[状态\](/zh/c)` → `[状态](/zh/c)`
        content/zh/a.md `!\[图\](media/b.png)`: `!\[图\](media/b.png)` is shown as text: the brackets are escaped (write `![图](media/b.png)`)
          Safe: `!\[图\](media/b.png)` → `![图](media/b.png)`
        ");
        let siblings = [("content/de/a.md", en), ("content/zh/a.md", zh), ("content/de/c.md", "# C\n")];
        insta::assert_snapshot!(findings(&CHECK, &siblings), @r"
        content/zh/a.md `\[公告\](https://e.org/t/1)`: `\[公告\](https://e.org/t/1)` is shown as text: the brackets are escaped (write `[公告](https://e.org/t/1)`)
          Safe: `\[公告\](https://e.org/t/1)` → `[公告](https://e.org/t/1)`
        content/zh/a.md `!\[图\](media/b.png)`: `!\[图\](media/b.png)` is shown as text: the brackets are escaped (write `![图](media/b.png)`)
          Unsafe: `!\[图\](media/b.png)` → `![图](media/b.png)`
        ");
    }

    #[test]
    fn escaped_brackets_of_the_source_are_meant() {
        let text = "# A\n\nA link is written \\[text\\](https://e.org/x).\n";
        let files = [("content/en/a.md", text), ("content/de/a.md", text)];
        assert_eq!(findings(&CHECK, &files), "");
    }

    #[test]
    fn what_is_meant_as_written() {
        assert_eq!(
            found(
                "- [ ] (optional) a\n- [x] (b)\n\n[1] (see below) f[i](x) \\[a] (https://e.example) `[a] (b.md)` [a](b.md) [c]( d.md ) [e] [f]\n\n(a)(b.md) f(x)(y) (see)[1] 【注】(補足) [a][b] (a)[Settings] x](b"
            ),
            ""
        );
    }
}
