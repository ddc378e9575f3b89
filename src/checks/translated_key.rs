//! `translated-key`: a key of the front matter in the language of the translation.

use crate::catalog::File;
use crate::diagnostic::Applicability;
use crate::front_matter::{FlawKind, Format};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "translated-key",
    level: Level::Warning,
    made_in: MadeIn::Translation,
    each_up_to: None,
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "a front matter key was translated",
    explanation: "\
## What it does
Checks for keys in another script or language, if a known key is absent and only that one can have been meant: the first key with a text is the title.

## Why is this bad?
Programs read the keys. Other tools lose the value, and the article its title.

## Example
```yaml
virsraksts: Kā atiestatīt paroli
ms.topic: article
```

## Fix
Write the key in English, and leave its value as it is.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    for flaw in &file.front_matter.flaws {
        let FlawKind::TranslatedKey { written, known } = &flaw.kind else { continue };
        let mut finding = Finding::new(flaw.span, format!("the key `{written}` was translated"))
            .help(format!("write `{known}`"));
        if flaw.span.slice(&file.text) == written && file.front_matter.format == Format::Yaml {
            // A word of ASCII letters may be a key of the author's own.
            let applicability = if written.is_ascii() { Applicability::Unsafe } else { Applicability::Safe };
            finding = finding.fix(applicability, flaw.span, *known);
        }
        findings.push(file, finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn a_translated_title() {
        let files = [
            ("content/he-IL/a.md", "---\nכותרת: שלום\nms.topic: article\n---\n"),
            ("content/ro-RO/a.md", "---\ntitlu: Cum se face\nms.topic: article\n---\n"),
            ("content/ro-RO/b.md", "---\ntitle: Cum se face\nechipa: noi\n---\n"),
            ("content/th-TH/a.md", "---\nชื่อเรื่อง: สวัสดี\nms.topic: article\n---\n"),
            ("content/hi-IN/a.md", "---\nशीर्षक: नमस्ते\nms.topic: article\n---\n"),
            // One plain word, and company that has a slip itself.
            ("content/fr-FR/a.md", "---\ntitre: A\nms,.custom: 1\n---\n"),
            ("content/fr-FR/b.md", "---\nequipe: A\nms.topic: article\n---\n"),
            ("content/fr-FR/c.md", "---\ntitre: A\nequipe: nous\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @"
        content/fr-FR/a.md `titre`: the key `titre` was translated (write `title`)
          Unsafe: `titre` → `title`
        content/he-IL/a.md `כותרת`: the key `כותרת` was translated (write `title`)
          Safe: `כותרת` → `title`
        content/hi-IN/a.md `शीर्षक`: the key `शीर्षक` was translated (write `title`)
          Safe: `शीर्षक` → `title`
        content/ro-RO/a.md `titlu`: the key `titlu` was translated (write `title`)
          Unsafe: `titlu` → `title`
        content/th-TH/a.md `ชื่อเรื่อง`: the key `ชื่อเรื่อง` was translated (write `title`)
          Safe: `ชื่อเรื่อง` → `title`
        ");
    }
}
