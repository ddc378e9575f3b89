//! `invalid-locale`: a locale in the front matter that is not a language tag.

use crate::catalog::File;
use crate::locale::Locale;

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "invalid-locale",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "the locale in the front matter is not a language tag",
    explanation: "\
## What it does
Checks that `locale` and `ms.contentlocale` are BCP 47 language tags, in any common spelling: `he-IL`, `HE_il`, `sr-latn-rs`.

## Why is this bad?
The article is assumed to be in the locale of its folder, or in the default locale, which may be wrong.

## Example
```yaml
locale: Hebrew
```

## Fix
Write the tag of the language, with script and region where they matter: `he`, `he-IL`, `sr-Latn-RS`.",
    run: Run::File(run),
};

fn run(file: &File, findings: &mut Findings<'_>) {
    let Some(written) = &file.front_matter.locale else { return };
    if !Locale::is_tag(&written.value) {
        let finding = Finding::new(written.span, format!("`{}` is not a language tag", written.value))
            .help("write a tag such as `fr`, `he-IL` or `sr-Latn-RS`");
        findings.push(file, finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn tags_and_what_is_none() {
        let files = [
            ("content/a.md", "---\ntitle: A\nlocale: Hebrew\n---\n"),
            ("content/b.md", "---\ntitle: B\nms.contentlocale: HE_il\n---\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"content/a.md `Hebrew`: `Hebrew` is not a language tag (write a tag such as `fr`, `he-IL` or `sr-Latn-RS`)"#);
    }
}
