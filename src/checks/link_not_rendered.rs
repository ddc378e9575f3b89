//! `link-not-rendered`: brackets that were to be a link or an image and are shown instead.

use crate::catalog::File;
use crate::diagnostic::{Applicability, Severity, Span};
use crate::markdown::{Document, StrayKind};

use super::run::{InBlock, in_blocks, shortened};
use super::{Check, Finding, Findings, Run};

pub(super) const CHECK: Check = Check {
    code: "link-not-rendered",
    severity: Severity::Warning,
    summary: "brackets are shown where a link was meant",
    explanation: "\
## What it does
Looks for text in square brackets with a target that Markdown does not take for one: white space between `]` and `(`, white space within the target, words in place of the target, full-width brackets, a bracket that is missing, brackets in the wrong order.

## Why is this bad?
Readers see the brackets and the address as text, and have nothing to click on. Translation puts spaces where its language has them.

## Example
```markdown
See [the import] (https://example.com/import) and [the export](the export).
```

## Fix
Write the target in round brackets directly behind the square ones, without white space: `[the import](https://example.com/import)`. `check --fix` does it where the target is there.",
    run: Run::File(run),
};

/// The longest target that is looked for.
const MAX_TARGET: usize = 2_000;

fn run(file: &File, findings: &mut Findings<'_>) {
    let mut done = 0;
    for found in in_blocks(file, StrayKind::Bracket) {
        for &bracket in &found.strays {
            let block = found.block.span;
            let Some(broken) = broken(&file.text, block.range(), bracket.start as usize) else { continue };
            if broken.span.start < done {
                continue;
            }
            done = broken.span.end;
            findings.push(file, finding(file, &found, broken));
        }
    }
}

/// What was to be a link.
struct Broken {
    span: Span,
    /// What is wrong.
    reason: &'static str,
    /// What was most likely meant.
    right: Option<(Applicability, String)>,
}

fn finding(file: &File, found: &InBlock<'_>, broken: Broken) -> Finding {
    let written = shortened(broken.span.slice(&file.text));
    let finding = Finding::new(broken.span, format!("`{written}` is shown as text: {}", broken.reason));
    match broken.right.filter(|(_, right)| is_read(file, found, broken.span, right)) {
        Some((applicability, right)) => {
            finding.help(format!("write `{}`", shortened(&right))).fix(applicability, broken.span, right)
        }
        None => finding.help("write `[text](target)`, without white space in the target"),
    }
}

/// Looks round a `]` that ends no link.
fn broken(text: &str, block: std::ops::Range<usize>, at: usize) -> Option<Broken> {
    let whole = text.get(..block.end)?;
    let bracket = whole.get(at..)?.chars().next()?;
    let start = opening(whole.get(block.start..at)?).map(|open| block.start + open);
    // An escaped bracket is meant to be shown.
    if start.is_some_and(|start| whole[..start].ends_with('\\')) {
        return None;
    }
    reversed(whole, start, at).or_else(|| {
        let behind = at + bracket.len_utf8();
        let rest = whole.get(behind..)?;
        let gap = rest.len() - rest.trim_start().len();
        let paren = rest[gap..].chars().next().filter(|c| matches!(c, '(' | '（'))?;
        let inside = rest.get(gap + paren.len_utf8()..)?;
        let label = start.and_then(|start| whole.get(start..at));
        let Some((length, end)) = closing(inside) else {
            return unclosed(whole, start, label, behind, gap, inside);
        };
        let target = inside[..length].trim();
        let is_address = looks_like_target(target);
        let is_plain = bracket == ']' && paren == '(' && label.is_none_or(|label| label.contains('['));
        let reason = match label {
            _ if !is_address && (gap > 0 || !is_plain || !is_words(target)) => return None,
            None if is_address => "the `[` is missing",
            None => return None,
            Some(_) if !is_plain => "brackets of full width are none of Markdown's",
            Some(_) if gap > 0 => "white space stands between `]` and `(`",
            Some(_) if is_address => "white space stands in the target",
            Some(_) => "words stand in place of the target",
        };
        let right = label.filter(|_| is_address).map(|label| mended(label, target, gap));
        let end = behind + gap + paren.len_utf8() + end;
        Some(Broken { span: Span::new(start.unwrap_or(at), end), reason, right })
    })
}

/// Where the `[` stands that belongs to a `]` behind `before`; with the `!` of an image.
fn opening(before: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in before.char_indices().rev() {
        match c {
            ']' | '］' => depth += 1,
            '[' | '［' if depth > 0 => depth -= 1,
            '[' | '［' => return Some(if before[..at].ends_with('!') { at - 1 } else { at }),
            _ => {}
        }
    }
    None
}

/// The length of what stands before the bracket that closes, and where that ends.
fn closing(inside: &str) -> Option<(usize, usize)> {
    let mut depth = 0_usize;
    for (at, c) in inside.char_indices().take_while(|(at, _)| *at < MAX_TARGET) {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' if depth == 0 => return Some((at, at + c.len_utf8())),
            ')' | '）' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// An address, a path or a fragment, perhaps with white space in it.
fn looks_like_target(target: &str) -> bool {
    const FILES: [&str; 9] = [".md", ".yml", ".html", ".htm", ".png", ".jpg", ".gif", ".svg", ".pdf"];
    let starts = ["http://", "https://", "mailto:", "./", "../", "~/", "#", "/"];
    let lower = target.to_ascii_lowercase();
    let path = lower.split(['?', '#']).next().unwrap_or("");
    starts.iter().any(|start| lower.starts_with(start)) && lower.len() > 1
        || path.len() > 3 && FILES.iter().any(|end| path.ends_with(end))
        || is_spaced_scheme(&lower)
}

/// `https: //x`, `https:// x`.
fn is_spaced_scheme(lower: &str) -> bool {
    let rest = lower.strip_prefix("https").or_else(|| lower.strip_prefix("http"));
    let squeezed: Option<String> =
        rest.map(|rest| rest.chars().filter(|c| !c.is_whitespace()).take(3).collect());
    squeezed.as_deref() == Some("://")
}

/// Several words: one word in brackets behind others may be anything.
fn is_words(target: &str) -> bool {
    target.contains(char::is_whitespace) && !target.starts_with(char::is_whitespace)
}

/// The link as it was most likely meant. White space in an address is none of it; in a path it may be.
fn mended(label: &str, target: &str, gap: usize) -> (Applicability, String) {
    let label = label.replacen('［', "[", 1);
    if !target.contains(char::is_whitespace) {
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

/// `[text](https://x` without an end: the address ends with the word.
fn unclosed(
    whole: &str,
    start: Option<usize>,
    label: Option<&str>,
    behind: usize,
    gap: usize,
    inside: &str,
) -> Option<Broken> {
    let word = inside.trim_start();
    let skipped = inside.len() - word.len();
    let word = word.split(char::is_whitespace).next()?.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let lower = word.to_ascii_lowercase();
    let is_address = lower.starts_with("http://") || lower.starts_with("https://");
    let (start, label) = (start?, label.filter(|_| is_address)?);
    let paren = whole.get(behind + gap..)?.chars().next()?;
    let end = behind + gap + paren.len_utf8() + skipped + word.len();
    let right = Some((Applicability::Unsafe, format!("{}]({word})", label.replacen('［', "[", 1))));
    Some(Broken { span: Span::new(start, end), reason: "the closing `)` is missing", right })
}

/// `(text)[https://x]`, white space between and within or not.
fn reversed(whole: &str, start: Option<usize>, at: usize) -> Option<Broken> {
    let open = start?;
    let label = whole[..open].trim_end().strip_suffix(')')?;
    let target = whole.get(open + 1..at)?.trim();
    let is_address = target.starts_with("http://") || target.starts_with("https://");
    if !is_address || target.contains(char::is_whitespace) {
        return None;
    }
    let text = label.rsplit_once('(').map(|(_, text)| text).filter(|text| !text.contains('\n'))?;
    let span = Span::new(label.len() - text.len() - 1, at + 1);
    let right = Some((Applicability::Unsafe, format!("[{text}]({target})")));
    Some(Broken { span, reason: "the brackets are in the wrong order", right })
}

/// Whether the block with `right` at `span` has one link or image more.
fn is_read(file: &File, found: &InBlock<'_>, span: Span, right: &str) -> bool {
    let whole = found.block.span;
    let at = |from: u32, to: u32| Span { start: from, end: to }.slice(&file.text);
    let mended = format!("{}{right}{}", at(whole.start, span.start), at(span.end, whole.end));
    let count = |text: &str| {
        let document = Document::parse(text, 0);
        document.links.len() + document.images.len()
    };
    count(&mended) == count(whole.slice(&file.text)) + 1
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    fn found(text: &str) -> String {
        findings(&CHECK, &[("content/en/a.md", &format!("# A\n\n{text}\n"))])
    }

    #[test]
    fn white_space_between_and_within() {
        insta::assert_snapshot!(found("[a] (https://e.example/x), ![b] ( media/b.png ) and\n[**c** > d] (c.md#x).\n\n[e](https:// e.example/ x) [f](media/a b.png) [g](from the device)"), @r"
        content/en/a.md `[a] (https://e.example/x)`: `[a] (https://e.example/x)` is shown as text: white space stands between `]` and `(` (write `[a](https://e.example/x)`)
          Safe: `[a] (https://e.example/x)` → `[a](https://e.example/x)`
        content/en/a.md `![b] ( media/b.png )`: `![b] ( media/b.png )` is shown as text: white space stands between `]` and `(` (write `![b](media/b.png)`)
          Safe: `![b] ( media/b.png )` → `![b](media/b.png)`
        content/en/a.md `[**c** > d] (c.md#x)`: `[**c** > d] (c.md#x)` is shown as text: white space stands between `]` and `(` (write `[**c** > d](c.md#x)`)
          Safe: `[**c** > d] (c.md#x)` → `[**c** > d](c.md#x)`
        content/en/a.md `[e](https:// e.example/ x)`: `[e](https:// e.example/ x)` is shown as text: white space stands in the target (write `[e](https://e.example/x)`)
          Unsafe: `[e](https:// e.example/ x)` → `[e](https://e.example/x)`
        content/en/a.md `[f](media/a b.png)`: `[f](media/a b.png)` is shown as text: white space stands in the target (write `[f](media/a%20b.png)`)
          Unsafe: `[f](media/a b.png)` → `[f](media/a%20b.png)`
        content/en/a.md `[g](from the device)`: `[g](from the device)` is shown as text: words stand in place of the target (write `[text](target)`, without white space in the target)
        ");
    }

    #[test]
    fn other_brackets() {
        insta::assert_snapshot!(found("[a]（https://e.example/x） ［b］(https://e.example/) (c) [ https://e.example/ ]\n\nd](https://e.example/)\n\n[e](https://e.example/x and on"), @r"
        content/en/a.md `[a]（https://e.example/x）`: `[a]（https://e.example/x）` is shown as text: brackets of full width are none of Markdown's (write `[a](https://e.example/x)`)
          Safe: `[a]（https://e.example/x）` → `[a](https://e.example/x)`
        content/en/a.md `［b］(https://e.example/)`: `［b］(https://e.example/)` is shown as text: brackets of full width are none of Markdown's (write `[b](https://e.example/)`)
          Safe: `［b］(https://e.example/)` → `[b](https://e.example/)`
        content/en/a.md `(c) [ https://e.example/ ]`: `(c) [ https://e.example/ ]` is shown as text: the brackets are in the wrong order (write `[c](https://e.example/)`)
          Unsafe: `(c) [ https://e.example/ ]` → `[c](https://e.example/)`
        content/en/a.md `](https://e.example/)`: `](https://e.example/)` is shown as text: the `[` is missing (write `[text](target)`, without white space in the target)
        content/en/a.md `[e](https://e.example/x`: `[e](https://e.example/x` is shown as text: the closing `)` is missing (write `[e](https://e.example/x)`)
          Unsafe: `[e](https://e.example/x` → `[e](https://e.example/x)`
        ");
    }

    #[test]
    fn what_is_meant_as_written() {
        assert_eq!(
            found(
                "- [ ] (optional) a\n- [x] (b)\n\n[1] (see below) f[i](x) \\[a] (https://e.example) `[a] (b.md)` [a](b.md) [c]( d.md ) [e] [f]"
            ),
            ""
        );
    }
}
