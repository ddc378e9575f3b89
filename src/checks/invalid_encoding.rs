//! `invalid-encoding`: a file that is not UTF-8.

use crate::catalog::{Catalog, NotUtf8};

use super::{Check, Finding, Findings, Level, MadeIn, Run};

pub(super) const CHECK: Check = Check {
    code: "invalid-encoding",
    level: Level::Error,
    made_in: MadeIn::Text,
    each_up_to: None,
    fixes: &[],
    since: "0.1.0",
    summary: "a file is not valid UTF-8",
    explanation: "\
## What it does
Checks for articles, includes and tables of contents saved as UTF-16, and for bytes that are not valid UTF-8, as in files saved as Windows-1252 or ISO 8859.

## Why is this bad?
Invalid bytes are shown as `?` in the middle of words. UTF-16 is read, but Faqtory writes no fixes and no stamps into such a file and reports nothing else in it, and other tools show it garbled.

## Example
```text
caf\\xe9
```

## Fix
Save the file as UTF-8; every editor has an option for it.",
    run: Run::Site(run),
};

fn run(catalog: &Catalog, findings: &mut Findings<'_>) {
    for file in catalog.files().chain(catalog.tocs.iter().map(|toc| &toc.file)) {
        let finding = match file.not_utf8 {
            None => continue,
            Some(NotUtf8::Bytes(span)) => Finding::new(span, "this is not valid UTF-8; it is shown as `?`"),
            Some(NotUtf8::Utf16) => Finding::of_file("the file is saved as UTF-16"),
        };
        findings.push(file, finding.help("save the file as UTF-8"));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{findings_in, sources};
    use super::CHECK;

    #[test]
    fn the_first_byte_is_reported() {
        let mut sources = sources(&[("content/en/a.md", "# Café\n")]);
        sources.texts.insert("content/en/b.md".into(), b"# caf\xe9 cr\xe8me\n".to_vec());
        insta::assert_snapshot!(findings_in(&CHECK, &sources), @r#"content/en/b.md ``: this is not valid UTF-8; it is shown as `?` (save the file as UTF-8)"#);
    }

    #[test]
    fn utf16_is_reported_of_articles_and_tables_of_contents() {
        let mut sources = sources(&[("content/en/a.md", "# Café\n")]);
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        sources.texts.insert("content/en/b.md".into(), utf16("\u{feff}# caf\n\n[x](y.md)\n"));
        sources.texts.insert("content/en/toc.yml".into(), utf16("- name: A\n"));
        insta::assert_snapshot!(findings_in(&CHECK, &sources), @r#"
        content/en/b.md ``: the file is saved as UTF-16 (save the file as UTF-8)
        content/en/toc.yml ``: the file is saved as UTF-16 (save the file as UTF-8)
        "#);
    }
}
