//! `unused-allow`: a comment that silences a check where there is nothing to silence, or a check that does not exist.

use crate::diagnostic::{Applicability, Span};

use super::check::nearest;
use super::{Allow, AllowedCode, Check, Finding, Level, MadeIn, Run, human_translation_replaced};

pub(super) const CHECK: Check = Check {
    code: "unused-allow",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "a `faqtory-allow` comment suppresses nothing",
    explanation: "\
## What it does
Checks for comments that suppress a check where there is nothing to suppress: `<!-- faqtory-allow: code -->` in the text, `# faqtory-allow: code` in front matter, tables of contents and message files. Alone on its line, such a comment applies to what follows, up to the next blank line (or to the next entry); after something else, it applies to its own line; `faqtory-allow-file` applies to the whole file. Separate several codes with commas. Anything after `--` is a note for people.

## Why is this bad?
A comment that suppresses nothing today will hide a flaw that someone adds tomorrow. One with an unknown code never did anything.

## Example
```markdown
<!-- faqtory-allow: file-not-fund -- the page comes next week -->
See [the plan](plan.md).
```

## Fix
Remove the code, as `check --fix` does, or spell it as the report does.",
    run: Run::Allow(run),
};

fn run(allow: &Allow, checks: &[&Check]) -> Vec<Finding> {
    // What the web answers differs from day to day, and mostly neither it nor git is asked.
    let is_asked =
        |check: &Check| check.is_external() || check.code == human_translation_replaced::CHECK.code;
    let is_asked = |code: &str| checks.iter().any(|check| check.code == code && is_asked(check));
    let is_unused = |allowed: &AllowedCode| allowed.silenced == 0 && !is_asked(&allowed.code);
    let unused = allow.codes.iter().enumerate().filter(|(_, allowed)| is_unused(allowed));
    unused.map(|(at, allowed)| judged(allow, at, allowed, checks)).collect()
}

fn judged(allow: &Allow, at: usize, allowed: &AllowedCode, checks: &[&Check]) -> Finding {
    let AllowedCode { code, span, .. } = allowed;
    let span = *span;
    if checks.iter().any(|check| check.code == code.as_str()) {
        let finding = Finding::new(span, format!("there is no `{code}` here to suppress"));
        return finding.help("remove it").fix(Applicability::Safe, removed(allow, at), "");
    }
    let finding = Finding::new(span, format!("unknown check `{code}`"));
    match nearest(code, checks.iter().map(|check| check.code)) {
        Some(near) => finding.help(format!("did you mean `{near}`?")).fix(Applicability::Unsafe, span, near),
        None => finding.help("run `faqtory explain` for a list of all checks").fix(
            Applicability::Safe,
            removed(allow, at),
            "",
        ),
    }
}

/// The code with the comma that parts it from its neighbour, or the comment where there is no other code.
fn removed(allow: &Allow, at: usize) -> Span {
    let span = |at: usize| allow.codes.get(at).map(|allowed| allowed.span);
    match (at.checked_sub(1).and_then(span), span(at), span(at + 1)) {
        (Some(before), Some(own), _) => Span { start: before.end, end: own.end },
        (None, Some(own), Some(after)) => Span { start: own.start, end: after.start },
        _ => allow.span,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn what_silences_nothing_is_reported() {
        let files = [
            (
                "content/en/a.md",
                "---\ntitle: A\n# faqtory-allow: invalid-date\nms.date: x # faqtory-allow: locale-mismatch\n---\n\
                # A\n\n<!-- faqtory-allow: file-not-found, case-mismatch -- soon -->\n[x](gone.md)\n\
                text <!-- faqtory-allow: file-not-fund, zzz-zzz-zzz -->\n\n`<!-- faqtory-allow: a -->`\n",
            ),
            ("content/en/b.md", "# B\n\n<!-- faqtory-allow-file: file-not-found -->\nx\n"),
            ("content/en/toc.yml", "# faqtory-allow: file-not-found\n- name: A\n  href: gone.md\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/en/a.md `locale-mismatch`: there is no `locale-mismatch` here to suppress (remove it)
          Safe: ` # faqtory-allow: locale-mismatch` → ``
        content/en/a.md `case-mismatch`: there is no `case-mismatch` here to suppress (remove it)
          Safe: `, case-mismatch` → ``
        content/en/a.md `file-not-fund`: unknown check `file-not-fund` (did you mean `file-not-found`?)
          Unsafe: `file-not-fund` → `file-not-found`
        content/en/a.md `zzz-zzz-zzz`: unknown check `zzz-zzz-zzz` (run `faqtory explain` for a list of all checks)
          Safe: `, zzz-zzz-zzz` → ``
        content/en/b.md `file-not-found`: there is no `file-not-found` here to suppress (remove it)
          Safe: `<!-- faqtory-allow-file: file-not-found -->
        ` → ``
        ");
    }
}
