//! `space-within-quotes`: spaces that a translation engine put inside quotation marks.

mod marks;

use memchr::memchr2_iter;

use crate::catalog::{Article, Catalog};
use crate::diagnostic::{Applicability, Edit, Fix, Span};

use super::check::{MANY, WrittenBlock, shortened};
use super::{Check, Finding, Findings, Level, MadeIn, Run};
use marks::{Guillemets, Pair, is_of_word, marks, pairs};

pub(super) const CHECK: Check = Check {
    code: "space-within-quotes",
    level: Level::Warning,
    made_in: MadeIn::Text,
    each_up_to: Some(MANY),
    fixes: &[Applicability::Safe, Applicability::Unsafe],
    since: "0.1.0",
    summary: "spaces stand inside quotation marks",
    explanation: "\
## What it does
Checks text, titles and descriptions for quotation marks with a space between them and what they quote, as in `\" Save \"`, `' Save '` and `„ Save “`. The guillemets of languages that have a space there, such as French `« Save »`, are not reported, nor are marks of which it is not certain which belong together.

## Why is this bad?
A line may break between a mark and its word, and readers do not see where a quotation begins. Translation engines move the spaces from outside the marks to the inside.

## Example
```markdown
Kliknite gumb» Shrani «in izberite mapo.
```

## Fix
Write the spaces outside the marks, as in `Kliknite gumb »Shrani« in izberite mapo`. `check --fix` does this; in headings, whose anchors may change, with `--unsafe-fixes`.",
    run: Run::Article(run),
};

fn run(catalog: &Catalog, article: &Article, findings: &mut Findings<'_>) {
    let file = &article.file;
    let language = catalog.locales[article.locale].locale.language();
    let (guillemets, affixes) = (Guillemets::of(language), Affixes::of(language));
    let mut found = Vec::new();
    for value in [&file.front_matter.title, &file.front_matter.description].into_iter().flatten() {
        let text = value.span.slice(&file.text);
        // A value with escapes is another text than it is written.
        if value.value == text && may_be(text) {
            let start = value.span.start as usize;
            let place = Place { text, start, affixes };
            found.extend(place.judge(guillemets, |_| false));
        }
    }
    for prose in WrittenBlock::of(file) {
        if prose.block.is_bilingual() || !may_be(prose.text) {
            continue;
        }
        let place = Place { text: prose.text, start: prose.block.span.start as usize, affixes };
        let of_block = place.judge(guillemets, |at| prose.is_literal(at));
        found.extend(of_block.into_iter().map(|finding| finding.unsafe_in_heading(file)));
    }
    findings.push_all(file, found);
}

/// Whether a mark has a space beside it that may be on its inner side: hardly a block comes further.
fn may_be(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_word = |byte: u8| byte.is_ascii_alphanumeric();
    let plain = memchr2_iter(b'"', b'\'', bytes).any(|at| {
        let before = at.checked_sub(1).map(|before| bytes[before]);
        let behind = bytes.get(at + 1).copied();
        before == Some(b' ') && !behind.is_some_and(is_word)
            || behind == Some(b' ') && !before.is_some_and(is_word)
    });
    let other = || {
        memchr2_iter(0xc2, 0xe2, bytes).any(|at| {
            let length = match bytes[at..] {
                [0xc2, 0xab | 0xbb, ..] => 2,
                [0xe2, 0x80, 0x9c..=0x9e, ..] => 3,
                _ => return false,
            };
            bytes[..at].ends_with(b" ") || bytes.get(at + length) == Some(&b' ')
        })
    };
    // Expressions of templates and attributes have strings of their own.
    (plain || other())
        && memchr::memchr(b'{', bytes).is_none()
        && !text.contains(":::")
        && !text.contains("<%")
}

/// A text for readers, and where it stands in its file.
struct Place<'t> {
    text: &'t str,
    start: usize,
    affixes: Affixes,
}

/// On which side of a quotation a language writes what belongs to the word, without a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Affixes {
    Before,
    Behind,
    Neither,
}

impl Affixes {
    fn of(language: &str) -> Self {
        match language {
            "ar" | "fa" | "he" | "ur" => Self::Before,
            "az" | "et" | "eu" | "fi" | "hu" | "hy" | "ja" | "ka" | "kk" | "ko" | "ky" | "mn" | "tr"
            | "uz" | "zh" => Self::Behind,
            _ => Self::Neither,
        }
    }
}

impl Place<'_> {
    fn judge(&self, guillemets: Guillemets, is_literal: impl Fn(usize) -> bool) -> Vec<Finding> {
        let marks = marks(self.text, is_literal);
        let pairs = pairs(self.text, &marks, guillemets);
        pairs.into_iter().filter_map(|pair| self.of_pair(pair)).collect()
    }

    /// A finding for a pair with a space on the inner side of a mark.
    fn of_pair(&self, (open, close): Pair) -> Option<Finding> {
        let text = self.text;
        let inner = &text[open.span.end as usize..close.span.start as usize];
        // Apostrophes may be far from each other.
        let is_certain = open.letter != '\'' || inner.starts_with(' ') && !inner.contains('\n');
        if !is_certain || !inner.contains(char::is_alphanumeric) {
            return None;
        }
        let leading = inner.len() - inner.trim_start_matches(' ').len();
        let trailing = inner.len() - inner.trim_end_matches(' ').len();
        let is_straight = matches!(open.letter, '"' | '\'');
        if is_straight && leading > 0 && trailing > 0 && !is_quotation(inner) {
            return None;
        }
        let before = Outside::before(&text[..open.span.start as usize], self.affixes);
        let behind = Outside::behind(&text[close.span.end as usize..], self.affixes);
        let mut edits = Vec::new();
        if let Some(space) = before.space().filter(|_| leading > 0) {
            let span = Span { end: open.span.end + u32::try_from(leading).ok()?, ..open.span };
            edits.push(Edit { span: span.shifted(self.start), text: format!("{space}{}", open.letter) });
        }
        if let Some(space) = behind.space().filter(|_| trailing > 0) {
            let span = Span { start: close.span.start - u32::try_from(trailing).ok()?, ..close.span };
            edits.push(Edit { span: span.shifted(self.start), text: format!("{}{space}", close.letter) });
        }
        if edits.is_empty() {
            return None;
        }
        let span = Span { start: open.span.start, end: close.span.end };
        let written = shortened(span.slice(text));
        if is_torn(inner, &text[close.span.end as usize..]) {
            let message = format!("`{written}`: the quotation marks do not stand around the label");
            return Some(
                Finding::new(span.shifted(self.start), message)
                    .help("write both marks at the edges of the label"),
            );
        }
        let mut finding = Finding::new(
            span.shifted(self.start),
            format!("`{written}` has spaces inside the quotation marks"),
        )
        .help("write the spaces outside the marks");
        finding.fix = Some(Fix { applicability: Applicability::Safe, edits });
        Some(finding)
    }
}

/// Whether bold text begins or ends between the marks, and none of its edges is at the closing one: half a label is quoted.
fn is_torn(inner: &str, behind: &str) -> bool {
    let is_odd = inner.matches("**").count() % 2 == 1;
    is_odd && !inner.trim_end().ends_with("**") && !behind.trim_start().starts_with("**")
}

/// Words between straight marks with spaces on both sides of each, at the most: two marks may be far from each other that
/// the text is about.
const MOST_WORDS: usize = 8;

/// Whether what stands between such marks is quoted, and not the sentence between two of them: `the " key, then the " key`.
fn is_quotation(inner: &str) -> bool {
    !inner.contains([',', '"', '\'', '،']) && inner.split_whitespace().nth(MOST_WORDS).is_none()
}

/// What stands on the outer side of a mark.
#[derive(Clone, Copy, Debug)]
enum Outside {
    /// A space, or what needs none.
    Apart,
    /// A word, or what else needs a space.
    Word,
    /// Asterisks, of which it is not known whether they belong to the word beyond.
    Unclear,
}

impl Outside {
    fn before(text: &str, affixes: Affixes) -> Self {
        if affixes == Affixes::Before && text.ends_with(char::is_alphabetic) {
            return Self::Apart;
        }
        let rest = text.trim_end_matches(['*', '_']);
        let needs_space =
            |c| is_of_word(c) || matches!(c, '.' | ',' | ':' | ';' | '!' | '?' | ')' | ']' | '`');
        Self::of(rest.chars().next_back(), rest.len() == text.len(), needs_space)
    }

    fn behind(text: &str, affixes: Affixes) -> Self {
        if affixes == Affixes::Behind && text.starts_with(char::is_alphabetic) {
            return Self::Apart;
        }
        let rest = text.trim_start_matches(['*', '_']);
        let needs_space = |c| is_of_word(c) || matches!(c, '(' | '[' | '`' | '&');
        Self::of(rest.chars().next(), rest.len() == text.len(), needs_space)
    }

    fn of(nearest: Option<char>, touches: bool, needs_space: impl Fn(char) -> bool) -> Self {
        match (nearest.is_some_and(needs_space), touches) {
            (false, _) => Self::Apart,
            (true, true) => Self::Word,
            (true, false) => Self::Unclear,
        }
    }

    /// What has to stand there in place of the space inside, if that is known.
    fn space(self) -> Option<&'static str> {
        match self {
            Self::Apart => Some(""),
            Self::Word => Some(" "),
            Self::Unclear => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::findings;
    use super::CHECK;

    #[test]
    fn in_many_languages() {
        let files = [
            (
                "content/sl/a.md",
                "---\ntitle: gumb» Shrani «v mapi\n---\n# Stran» domene «\n\nKliknite» **dodeli**«in» [Zapri](a.md) «.\n\n**Mapa» Prejeto «v oknu**\n",
            ),
            (
                "content/he/a.md",
                "# א\n\nבחר את הלחצן ' הגדרות ' או ' **אל**', ואז ' שמור '. הקובץ \" a.csv \" נשמר בדוא\"ל\n",
            ),
            ("content/de/a.md", "# A\n\nWählen Sie „ Speichern “ und „Ende “aus.\n"),
            ("content/nb/a.md", "# A\n\n- Velg « Lagre » og „ Lagre”\n"),
            ("content/lv/a.md", "# A\n\nJa redzat ziņojumu \"fails ir pilns. \", aizveriet to.\n"),
            ("content/ru/a.md", "# A\n\nНажмите« Сохранить »и « Закрыть ».\n"),
            ("content/zh-CN/a.md", "# A\n\n选择“ 保存 ”按钮或\" 关闭 \"按钮\n"),
            ("content/en/a.md", "# A\n\n| a |\n|---|\n| Choose \" Save \"(`x`) |\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/de/a.md `„ Speichern “`: `„ Speichern “` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `„ ` → `„`, ` “` → `“`
        content/de/a.md `„Ende “`: `„Ende “` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: ` “` → `“ `
        content/en/a.md `" Save "`: `" Save "` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `" ` → `"`, ` "` → `" `
        content/he/a.md `' הגדרות '`: `' הגדרות '` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `' ` → `'`, ` '` → `'`
        content/he/a.md `' **אל**'`: `' **אל**'` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `' ` → `'`
        content/he/a.md `' שמור '`: `' שמור '` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `' ` → `'`, ` '` → `'`
        content/he/a.md `" a.csv "`: `" a.csv "` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `" ` → `"`, ` "` → `"`
        content/lv/a.md `"fails ir pilns. "`: `"fails ir pilns. "` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: ` "` → `"`
        content/nb/a.md `« Lagre »`: `« Lagre »` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `« ` → `«`, ` »` → `»`
        content/nb/a.md `„ Lagre”`: `„ Lagre”` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `„ ` → `„`
        content/ru/a.md `« Сохранить »`: `« Сохранить »` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `« ` → ` «`, ` »` → `» `
        content/ru/a.md `« Закрыть »`: `« Закрыть »` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `« ` → `«`, ` »` → `»`
        content/sl/a.md `» Shrani «`: `» Shrani «` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `» ` → ` »`, ` «` → `« `
        content/sl/a.md `» domene «`: `» domene «` has spaces inside the quotation marks (write the spaces outside the marks)
          Unsafe: `» ` → ` »`, ` «` → `«`
        content/sl/a.md `» **dodeli**«`: `» **dodeli**«` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `» ` → ` »`
        content/sl/a.md `» [Zapri](a.md) «`: `» [Zapri](a.md) «` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `» ` → ` »`, ` «` → `«`
        content/sl/a.md `» Prejeto «`: `» Prejeto «` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `» ` → ` »`, ` «` → `« `
        content/zh-CN/a.md `“ 保存 ”`: `“ 保存 ”` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `“ ` → `“`, ` ”` → `”`
        content/zh-CN/a.md `" 关闭 "`: `" 关闭 "` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `" ` → `"`, ` "` → `"`
        "#);
    }

    #[test]
    fn marks_beside_signs_and_within_labels() {
        let files = [
            (
                "content/sl/a.md",
                "# A\n\nOdprite» omrežje «& internet.\n\nIzberite» **Dodaj novo** stran **in «zaprite** okno.\n",
            ),
            ("content/lv/a.md", "# A\n\nAtveriet \" **Konti un \" vārdi** tagad.\n"),
        ];
        insta::assert_snapshot!(findings(&CHECK, &files), @r#"
        content/lv/a.md `" **Konti un "`: `" **Konti un "`: the quotation marks do not stand around the label (write both marks at the edges of the label)
        content/sl/a.md `» omrežje «`: `» omrežje «` has spaces inside the quotation marks (write the spaces outside the marks)
          Safe: `» ` → ` »`, ` «` → `« `
        content/sl/a.md `» **Dodaj novo** stran **in «`: `» **Dodaj novo** stran **in «`: the quotation marks do not stand around the label (write both marks at the edges of the label)
        "#);
    }

    #[test]
    fn what_is_right_or_not_certain() {
        let files = [
            (
                "content/fr/a.md",
                "# A\n\nSélectionnez « Enregistrer » et « Fermer ».\n\n« {0} \" est « {1} \" ici.\n",
            ),
            ("content/de/a.md", "# A\n\nÖffnen Sie »Start« und «Ende», dann „Ja“.\n"),
            ("content/ru/a.md", "# A\n\nНажмите «Сохранить» и »x« .\n"),
            ("content/he/a.md", "# א\n\nבחר ב\"הגדרות\" ואז ל\" שמור \"\n\nהזן '-בחלק ' ו\n"),
            (
                "content/en/a.md",
                "# A\n\nA 5\" x 7\" card, the users ' names, and `\" a \"`. \"Save\" and \"Close\". A \" \" or \" , \".\n\nThe \"x\" and \" y\n\n<a title=\" x \">x</a> {{ f(\" x \") }}\n",
            ),
            ("content/sl/a.md", "# A\n\nVrednost« v razdelku »Pri\n"),
        ];
        assert_eq!(findings(&CHECK, &files), "");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_judged(text in "[\"'«»„“”ša \n*`\u{a0}]{0,40}") {
            let _ = findings(&CHECK, &[("content/sl/a.md", &text)]);
        }
    }
}
